//! Counts by owner, with a dial that goes from day to day: what had been said by then.

use crate::model::page::Count;
use crate::ui::drawn::Drawn;
use crate::ui::erase::CollectAny;
use crate::ui::link::PageLink;
use crate::ui::rich::RichText;
use crate::ui::shell::message;
use leptos::prelude::*;

/// The counts, and a dial for the day up to which they are shown. Without script all are shown.
#[component]
pub fn CounterStage(
    /// The counts, in order of time.
    counts: Vec<Count>,
) -> impl IntoView {
    let mut days: Vec<(i32, String)> =
        counts.iter().map(|count| (count.day, count.date.clone())).collect();
    days.sort();
    days.dedup();
    let last = days.last().map_or(0, |(day, _)| *day);
    let until = RwSignal::new(last);
    let option = move |(day, date): (i32, String)| {
        view! {
            <label class="dial__day">
                <input
                    class="segmented__input"
                    type="radio"
                    name="day"
                    checked=day == last
                    prop:checked=move || until.get() == day
                    on:change=move |_| until.set(day)
                />
                {date}
            </label>
        }
    };
    let row = move |count: Count| {
        view! {
            <li class="count" hidden=move || until.get() < count.day>
                <Drawn picture=count.picture/>
                <p class="count__whom"><RichText rich=count.says/></p>
                <p class="count__who"><PageLink link=count.by/>", "{count.date}</p>
            </li>
        }
    };
    view! {
        <fieldset class="dial">
            <legend class="visually-hidden">{message(|m| &m.date_dial)}</legend>
            {days.into_iter().map(option).collect_any()}
        </fieldset>
        <ol class="counts counts--words" aria-live="polite">{counts.into_iter().map(row).collect_any()}</ol>
    }
}
