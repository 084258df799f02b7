//! Fields that filter: words, the day to stand on, and behind a fold the time, status, actor and place.

use super::{Board, span};
use crate::model::{Date, Status};
use crate::timeline::filter::{Facet, Titles};
use crate::timeline::state::Action;
use crate::ui::erase::{CollectAny, Erase};
use crate::ui::mark::status_name;
use crate::ui::shell::{message, use_alive, use_shell};
use leptos::prelude::*;

/// A field for words of the title.
#[component]
pub fn Words(
    /// What the parts share.
    board: Board,
) -> impl IntoView {
    let alive = use_alive();
    view! {
        <label class="tools__group">
            <span class="tools__label">{message(|m| &m.filter_words)}</span>
            <input
                class="tools__words"
                type="search"
                disabled=move || !alive.get()
                prop:value=move || board.state.with(|state| state.filter.words.clone())
                on:input=move |event| board.act(Action::Find(event_target_value(&event)))
            />
        </label>
    }
}

/// A field for the day to stand on.
#[component]
pub fn AsOf(
    /// What the parts share.
    board: Board,
) -> impl IntoView {
    let alive = use_alive();
    let written = move || {
        let day = board.state.with(|state| state.filter.as_of);
        day.map(|day| Date::from_day(day).to_string()).unwrap_or_default()
    };
    let last = Date::from_day(board.timeline().opening.1).to_string();
    view! {
        <label class="tools__group">
            <span class="tools__label">{message(|m| &m.as_of)}</span>
            <input
                type="date"
                max=last
                disabled=move || !alive.get()
                prop:value=written
                on:change=move |event| {
                    let day = event_target_value(&event).parse::<Date>().ok().map(Date::last_day);
                    board.act(Action::StandOn(day));
                }
            />
        </label>
    }
}

/// The filters that are asked for less: folded away, and opened once one is set. Only the reader closes them.
#[component]
pub fn MoreFilters(
    /// What the parts share.
    board: Board,
) -> impl IntoView {
    let alive = use_alive();
    let is_opened = Memo::new(move |before: Option<&bool>| {
        before == Some(&true)
            || board
                .state
                .with(|state| Facet::ALL.iter().any(|facet| facet.chosen(&state.filter).is_some()))
    });
    view! {
        <details class="tools__more" prop:open=move || is_opened.get()>
            <summary class="button">{message(|m| &m.more_filters)}</summary>
            {move || alive.get().then(|| fields(board))}
        </details>
    }
}

/// The fields behind the fold: drawn once the page is alive, for they can do nothing before.
fn fields(board: Board) -> AnyView {
    let fields = Facet::ALL.into_iter().map(|facet| field(board, facet)).collect_any();
    view! { <div class="tools__fields">{span::fields(board)}{fields}</div> }.erase()
}

/// A field that leaves one of several values, or any. Each says how many events it would leave.
fn field(board: Board, facet: Facet) -> AnyView {
    let timeline = board.timeline();
    let of = |list: &[(String, String)]| list.iter().map(|(_, name)| name.clone()).collect();
    let names: Vec<String> = match facet {
        Facet::Status => {
            let messages = &use_shell().messages;
            Status::ALL.iter().map(|status| status_name(messages, *status).clone()).collect()
        }
        Facet::Actor => of(&timeline.actors),
        Facet::Place => of(&timeline.places),
    };
    let label = match facet {
        Facet::Status => message(|m| &m.column_status),
        Facet::Actor => message(|m| &m.actor),
        Facet::Place => message(|m| &m.place),
    };
    let written = move || {
        let chosen = board.state.with(|state| facet.chosen(&state.filter));
        chosen.map(|place| place.to_string()).unwrap_or_default()
    };
    // What is chosen at first is told by the option, for a field without options takes no value.
    let first = untrack(written);
    let is_any = first.is_empty();
    let titles = Titles::default();
    let options = move || {
        let counts = board
            .state
            .with(|state| facet.counts(&state.filter, &timeline.events, &titles, names.len()));
        let option = |(place, (name, count)): (usize, (&String, usize))| {
            let value = place.to_string();
            let words = format!("{name} ({count})");
            view! { <option selected=value == first value=value>{words}</option> }
        };
        names.iter().zip(counts).enumerate().map(option).collect_any()
    };
    view! {
        <label class="tools__group">
            <span class="tools__label">{label}</span>
            <select prop:value=written on:change=move |event| board.act(Action::Choose(facet, event_target_value(&event).parse().ok()))>
                <option selected=is_any value="">{message(|m| &m.any)}</option>
                {move || options()}
            </select>
        </label>
    }
    .erase()
}
