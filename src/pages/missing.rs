//! The page for an address that no page has: it suggests near matches.

use super::head::PageHead;
use super::search::{Found, NamesAtHand};
use crate::model::Target;
use crate::ui::erase::Erase;
use crate::ui::shell::{message, path_to};
use leptos::prelude::*;

/// Says that there is no such page, and what may have been meant.
#[component]
pub fn Missing(
    /// The address that was asked for.
    asked: String,
) -> impl IntoView {
    let words = asked
        .rsplit('/')
        .find(|part| !part.is_empty())
        .unwrap_or_default()
        .replace(['-', '_'], " ");
    let words = Signal::stored(words);
    view! {
        <PageHead kicker=|| () heading=message(|m| &m.not_found_title)>
            <p class="standfirst">{message(|m| &m.not_found_text)}</p>
        </PageHead>
        <section class="part">
            <h2 class="part__title">{message(|m| &m.did_you_mean)}</h2>
            <NamesAtHand draw=move |names| view! { <Found names query=words/> }.erase()/>
        </section>
        <p class="section__foot"><a class="button" href=path_to(Target::Story)>{message(|m| &m.nav_story)}</a></p>
    }
}
