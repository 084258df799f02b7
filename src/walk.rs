//! The stages of the walk: the picture beside a step's text.
//!
//! Each stage is drawn complete without script; with script some of them answer (the dial, the vote). Where a step leads and how its text is
//! read is for its page. Each picture is also told in words beside it, so what is only drawn is hidden from screen readers.

mod counter;
mod naming;
mod sides;
mod vote;
pub mod walked;

use crate::model::page::Stage;
use crate::model::{Rich, Voice};
use crate::story::dates::DatesRail;
use crate::story::sentences::{Paragraphs, VoiceKey};
use crate::ui::account::Accounts;
use crate::ui::drawn::Drawn;
use crate::ui::erase::{Erase, MaybeAny};
use crate::ui::rich::items;
use leptos::prelude::*;

/// The stage of a step.
#[component]
pub fn StageView(
    /// A picture, drawn; empty if there is none.
    picture: String,
    /// What is said of what it numbers.
    told: Vec<Rich>,
    /// What else is shown.
    stage: Stage,
) -> impl IntoView {
    let picture = (!picture.is_empty()).then(|| view! { <Drawn picture/> });
    let told = (!told.is_empty()).then(|| view! { <ol class="atlas-key">{items(told)}</ol> });
    let stage = match stage {
        Stage::Picture => ().into_any(),
        Stage::Story(paragraphs, lit) => view! {
            <div class="excerpt"><Paragraphs paragraphs lit/></div>
            <div class="stage__note"><VoiceKey voices=Voice::ALL/></div>
        }
        .erase(),
        Stage::Dates(entries) => view! { <DatesRail entries/> }.erase(),
        Stage::Voices(claims) => view! { <Accounts claims/> }.erase(),
        Stage::Sides(between, sides) => view! { <sides::SidesStage between sides/> }.erase(),
        Stage::Naming(namings) => view! { <naming::NamingStage namings/> }.erase(),
        Stage::Counter(counts) => view! { <counter::CounterStage counts/> }.erase(),
        Stage::Vote(vote) => view! { <vote::VoteStage vote/> }.erase(),
    };
    view! { {picture.any()}{told.any()}{stage} }
}
