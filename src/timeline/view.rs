//! View (draft)
use crate::model::page::Entry;
use crate::ui::entries::Entries;
use leptos::prelude::*;

/// The events.
#[component]
pub fn TimelineView(
    /// The events in order of time.
    events: Vec<Entry>,
) -> impl IntoView {
    view! { <Entries entries=events/> }
}
