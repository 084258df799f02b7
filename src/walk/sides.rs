//! Sides next to each other: what belongs to each, and what lies between the first two.

use crate::model::page::Side;
use crate::ui::erase::{CollectAny, MaybeAny};
use crate::ui::rich::items;
use leptos::prelude::*;

/// The sides.
#[component]
pub fn SidesStage(
    /// What both pull at.
    between: Option<String>,
    /// The sides in order.
    sides: Vec<Side>,
) -> impl IntoView {
    let side = |side: Side| {
        view! { <section class="side"><h3 class="side__title">{side.title}</h3><ul>{items(side.says)}</ul></section> }
    };
    view! {
        {between.map(|between| view! { <p class="sides__between">{between}</p> }).any()}
        <div class="sides">{sides.into_iter().map(side).collect_any()}</div>
    }
}
