//! The timeline as a list in order of time. The graphic, and years as headings, come with the engine.
use crate::model::page::Entry;
use crate::ui::entries::Entries;
use crate::ui::shell::message;
use leptos::prelude::*;

/// The events.
#[component]
pub fn TimelineView(
    /// The events in order of time.
    events: Vec<Entry>,
) -> impl IntoView {
    view! {
        <h2 class="part__title">{message(|m| &m.events_heading)}</h2>
        <Entries entries=events/>
    }
}
