//! Fields that filter: words, the day to stand on, and behind a fold the time, status, actor and place.

use super::{Board, span};
use crate::model::messages::Messages;
use crate::model::page::TimelineEvent;
use crate::model::{Date, Status};
use crate::timeline::filter::Filter;
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
            || board.state.with(|state| {
                let filter = &state.filter;
                filter.status.is_some() || filter.actor.is_some() || filter.place.is_some()
            })
    });
    view! {
        <details class="tools__more" prop:open=move || is_opened.get()>
            <summary class="button">{message(|m| &m.more_filters)}</summary>
            {move || alive.get().then(|| fields(board))}
        </details>
    }
}

/// A field that leaves one of several values, or any.
struct Choice {
    name: fn(&Messages) -> &String,
    /// The values, each with how many events there are of it.
    options: Vec<(String, usize)>,
    /// Which is chosen.
    chosen: fn(&Filter) -> Option<usize>,
    /// What choosing one means.
    choose: fn(Option<usize>) -> Action,
}

/// The fields behind the fold: drawn once the page is alive, for they can do nothing before.
fn fields(board: Board) -> AnyView {
    let timeline = board.timeline();
    let shell = use_shell();
    let count = |is_one: &dyn Fn(&TimelineEvent) -> bool| {
        timeline.events.iter().filter(|event| is_one(event)).count()
    };
    let statuses = Status::ALL.iter().map(|status| {
        (
            status_name(&shell.messages, *status).clone(),
            count(&|event| event.entry.status == *status),
        )
    });
    let actors = timeline.actors.iter().enumerate();
    let actors = actors
        .map(|(place, (_, name))| (name.clone(), count(&|event| event.actors.contains(&place))));
    let places = timeline.places.iter().enumerate();
    let places =
        places.map(|(place, (_, name))| (name.clone(), count(&|event| event.place == Some(place))));
    let choices = [
        Choice {
            name: |m| &m.column_status,
            options: statuses.collect(),
            chosen: |filter| filter.status.map(|status| status as usize),
            choose: |place| {
                Action::PickStatus(place.and_then(|place| Status::ALL.get(place).copied()))
            },
        },
        Choice {
            name: |m| &m.actor,
            options: actors.collect(),
            chosen: |filter| filter.actor,
            choose: Action::PickActor,
        },
        Choice {
            name: |m| &m.place,
            options: places.collect(),
            chosen: |filter| filter.place,
            choose: Action::PickPlace,
        },
    ];
    let fields: Vec<AnyView> = choices.into_iter().map(|choice| field(board, choice)).collect();
    view! { <div class="tools__fields">{span::fields(board)}{fields}</div> }.erase()
}

fn field(board: Board, choice: Choice) -> AnyView {
    let Choice { name, options, chosen, choose } = choice;
    let value = |place: Option<usize>| place.map(|place| place.to_string()).unwrap_or_default();
    let written = move || value(board.state.with(|state| chosen(&state.filter)));
    // What is chosen at first is told by the option, for a field without options takes no value.
    let first = untrack(written);
    let option = |place: Option<usize>, words: String| {
        let value = value(place);
        view! { <option selected=value == first value=value>{words}</option> }
    };
    let any = option(None, message(|m| &m.any));
    let named = options.into_iter().enumerate();
    let named =
        named.map(|(place, (name, count))| option(Some(place), format!("{name} ({count})")));
    let options = std::iter::once(any).chain(named).collect_any();
    view! {
        <label class="tools__group">
            <span class="tools__label">{message(name)}</span>
            <select prop:value=written on:change=move |event| board.act(choose(event_target_value(&event).parse().ok()))>{options}</select>
        </label>
    }
    .erase()
}
