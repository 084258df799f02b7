//! The rail of dates: a picture to scale, and the same dates as a list.

use super::rail::{WIDTH_PX, rail};
use crate::model::page::Entry;
use crate::model::{Date, Kind, Target};
use crate::ui::erase::{CollectAny, Erase, MaybeAny};
use crate::ui::mark::lane_class;
use crate::ui::shell::path_to;
use leptos::prelude::*;

/// Events along a line, each with its date and a link.
#[component]
pub fn DatesRail(
    /// The events in order of time.
    entries: Vec<Entry>,
) -> impl IntoView {
    let days: Vec<i32> = entries.iter().map(|entry| entry.start).collect();
    let rail = rail(&days);
    let years = rail.years.into_iter().map(|year| {
        let y = year.y_px;
        let (from, length) = if year.is_named { (36, 4) } else { (38, 2) };
        view! {
            <path class="dates__line" d=format!("M{from} {y}h{length}")></path>
            {year
                .is_named
                .then(|| view! { <text x="31" y=y + 4 text-anchor="end">{year.year}</text> }).any()}
        }
    });
    let leads =
        rail.leads.into_iter().map(|lead| view! { <path class="dates__line" d=lead></path> });
    view! {
        <div class="dates">
            <svg class="dates__axis" viewBox=format!("0 0 {WIDTH_PX} {}", rail.height_px) aria-hidden="true">
                <path class="dates__line" d=rail.line></path>
                {years.collect_any()}
                {leads.collect_any()}
            </svg>
            <ol class="dates__list">{entries.into_iter().map(item).collect_any()}</ol>
        </div>
    }
}

fn item(entry: Entry) -> AnyView {
    let class = lane_class("dates__item", entry.lanes.first());
    let href = path_to(Target::record(Kind::Event, &entry.id));
    view! {
        <li class=class>
            <span class="mark"></span>
            <a class="dates__what" href=href data-event=entry.id>
                <time class="dates__when" datetime=Date::from_day(entry.start).to_string()>{entry.date}</time>
                {entry.title}
            </a>
        </li>
    }.erase()
}
