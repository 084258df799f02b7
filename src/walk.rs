//! The stages of the walk: the picture beside a step's text.
//!
//! Each stage is drawn complete without script; with script some of them answer (the dial, the vote). Where a step leads and how its text is
//! read is for its page. Each picture is also told in words beside it, so what is only drawn is hidden from screen readers.

mod counter;
mod naming;
mod route;
mod sides;
mod vote;
pub mod walked;

use crate::model::Voice;
use crate::model::page::Stage;
use crate::story::dates::DatesRail;
use crate::story::sentences::{Paragraphs, VoiceKey};
use crate::ui::account::Accounts;
use crate::ui::drawn::Drawn;
use crate::ui::erase::Erase;
use crate::ui::rich::items;
use leptos::prelude::*;

/// The stage of a step.
#[component]
pub fn StageView(
    /// What is shown.
    stage: Stage,
    /// The picture in a line: its name for those who do not see it.
    short: String,
) -> impl IntoView {
    match stage {
        Stage::Story(paragraphs, lit) => view! {
            <div class="excerpt"><Paragraphs paragraphs lit/></div>
            <div class="stage__note"><VoiceKey voices=Voice::ALL/></div>
        }
        .erase(),
        Stage::Dates(entries) => view! { <DatesRail entries/> }.erase(),
        Stage::Route(route) => view! { <route::RouteStage route short/> }.erase(),
        Stage::Drawn(picture, key) => {
            view! { <Drawn picture/><ol class="atlas-key">{items(key)}</ol> }.erase()
        }
        Stage::Voices(claims) => view! { <Accounts claims/> }.erase(),
        Stage::Sides(between, sides) => view! { <sides::SidesStage between sides/> }.erase(),
        Stage::Naming(namings) => view! { <naming::NamingStage namings/> }.erase(),
        Stage::Counter(counts) => view! { <counter::CounterStage counts/> }.erase(),
        Stage::Vote(vote) => view! { <vote::VoteStage vote/> }.erase(),
    }
}
