//! Events as a list: date, mark, title and status.

use super::mark::{StatusBadge, lane_class};
use super::shell::path_to;
use crate::model::page::Entry;
use crate::model::{Date, Kind, Target};
use crate::ui::erase::{CollectAny, Erase};
use leptos::prelude::*;

/// A list of events in the order given.
#[component]
pub fn Entries(
    /// The events.
    entries: Vec<Entry>,
) -> impl IntoView {
    view! { <ol class="entries">{entries.into_iter().map(entry).collect_any()}</ol> }
}

/// One event of a list.
pub fn entry(entry: Entry) -> AnyView {
    let class = lane_class("entry", entry.lanes.first());
    let href = path_to(Target::record(Kind::Event, &entry.id));
    view! {
        <li class=class>
            <time class="entry__when" datetime=Date::from_day(entry.start).to_string()>{entry.date}</time>
            <span class="mark"></span>
            <h3 class="entry__title"><a href=href data-event=entry.id>{entry.title}</a></h3>
            <StatusBadge status=entry.status/>
        </li>
    }.erase()
}
