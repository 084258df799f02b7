//! The events as a list by year: what is prerendered, what a narrow page shows, and what goes on paper with the picture.

use super::Board;
use super::detail::Detail;
use super::paint::mark_current;
use super::scene::is_plain;
use crate::model::date::civil_from_day;
use crate::model::page::{Era, TimelineEvent};
use crate::model::{Date, Kind};
use crate::timeline::order::{Column, Order};
use crate::timeline::state::{Action, Form};
use crate::timeline::viewport::Viewport;
use crate::ui::erase::{CollectAny, Erase, MaybeAny};
use crate::ui::link::{PageLink, record_path};
use crate::ui::mark::{StatusBadge, lane_class};
use crate::ui::shell::message;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// All events by year. Those that are not asked for are hidden, and all of them while another form is shown.
#[component]
pub fn Chronicle(
    /// What the parts share.
    board: Board,
) -> impl IntoView {
    let is_backwards = Memo::new(move |_| {
        board.state.with(|state| state.order == Order { by: Column::Date, backwards: true })
    });
    let years = move || {
        years(board, is_backwards.get()).into_iter().map(|year| section(board, year)).collect_any()
    };
    let count = board.timeline().eras.len();
    let eras = (0..count).map(|place| era(board, place)).collect_any();
    view! {
        <div class="chronicle" hidden=move || board.hides(Form::List)>
            {move || years()}
            <section class="eras" hidden=move || !(0..count).any(|place| is_told(board, place))>
                <h2>{message(|m| &m.eras_heading)}</h2>
                <p class="eras__note">{message(|m| &m.eras_note)}</p>
                <dl class="eras__list">{eras}</dl>
            </section>
        </div>
    }
}

/// Whether an era is told of: its lane is asked for, it touches the range, and it has begun by the day that the reader stands on.
fn is_told(board: Board, place: usize) -> bool {
    let timeline = board.timeline();
    let Era { lane, start, end, .. } = &timeline.eras[place];
    board.state.with(|state| {
        let is_known = state.filter.as_of.is_none_or(|day| *start <= day);
        let touches = state
            .range
            .map(Viewport::days)
            .is_none_or(|(first, last)| *start <= last && end.is_none_or(|end| end >= first));
        is_known && touches && state.filter.lanes.contains(lane)
    })
}

/// One era. An end that came after the day that the reader stands on is not told.
fn era(board: Board, place: usize) -> AnyView {
    let Era { link, lane, end, date, since, .. } = board.timeline().eras[place].clone();
    let as_of = move || board.state.with(|state| state.filter.as_of);
    let has_ended = move || end.is_some_and(|end| as_of().is_none_or(|day| end <= day));
    view! {
        <div class=lane_class("eras__era", Some(&lane)) hidden=move || !is_told(board, place)>
            <dt><span class="mark"></span><PageLink link/></dt>
            <dd>{move || if has_ended() { date.clone() } else { since.clone() }}</dd>
        </div>
    }
    .erase()
}

/// The events of each year, by place, in order of time or against it.
fn years(board: Board, is_backwards: bool) -> Vec<(i32, Vec<usize>)> {
    let timeline = board.timeline();
    let mut places: Vec<usize> = (0..timeline.events.len()).collect();
    if is_backwards {
        places.reverse();
    }
    let mut years: Vec<(i32, Vec<usize>)> = Vec::new();
    for place in places {
        let year = civil_from_day(timeline.events[place].entry.start).0;
        match years.last_mut() {
            Some((last, places)) if *last == year => places.push(place),
            _ => years.push((year, vec![place])),
        }
    }
    years
}

fn section(board: Board, (year, places): (i32, Vec<usize>)) -> AnyView {
    let entries = places.into_iter().map(|place| entry(board, place)).collect_any();
    view! {
        <section class="year">
            <h2 class="year__name">{year}</h2>
            <ol class="year__entries">{entries}</ol>
        </section>
    }
    .erase()
}

/// One event, in the list or in that of a cluster. Its title leads to its page; once the page is alive, a plain press opens it in place.
#[must_use]
pub fn entry(board: Board, place: usize) -> AnyView {
    let TimelineEvent { entry, .. } = board.event(place);
    let is_open = move || board.form.get() == Form::List && board.opened_event() == Some(place);
    let name = entry.lanes.first().map(|lane| board.words().lane(*lane).clone());
    let class = lane_class("entry", entry.lanes.first());
    view! {
        <li class=class data-place=place hidden=is_unlisted(board, place)>
            <time class="entry__when" datetime=Date::from_day(entry.start).to_string()>{date(board, place)}</time>
            <span class="mark" role="img" aria-label=name></span>
            <h3 class="entry__title">
                <EventLink board place/>
            </h3>
            <StatusBadge status=entry.status/>
            {move || is_open().then(|| view! { <Detail board place is_inline=true/> }).any()}
        </li>
    }
    .erase()
}

/// When an event was, as it is drawn; from then on [`keep_marked`] knows.
#[must_use]
pub fn date(board: Board, place: usize) -> String {
    let as_of = untrack(move || board.shown()).as_of();
    board.timeline().events[place].date_by(as_of).to_owned()
}

/// Whether the filter hides an event as it is drawn; from then on [`keep_marked`] knows.
#[must_use]
pub fn is_unlisted(board: Board, place: usize) -> bool {
    !untrack(move || board.shown()).listed[place]
}

/// Hides in list and table what is not asked for, marks what is open, and tells no end that came after the day that the reader stands on.
/// Only what changes is touched: a closure for each event, run at
/// each change, takes ten times as long.
pub fn keep_marked(board: Board) {
    let timeline = board.timeline();
    Effect::new(move || {
        let (shown, opened) = (board.shown(), board.opened_event());
        let Some(root) = board.root.get() else { return };
        let mark = |row: &Element, place: usize| {
            let row: &HtmlElement = row.unchecked_ref();
            if row.hidden() == shown.listed[place] {
                row.set_hidden(!shown.listed[place]);
            }
            let event = &timeline.events[place];
            if !event.since.is_empty()
                && let Ok(Some(time)) = row.query_selector("time")
            {
                time.set_text_content(Some(event.date_by(shown.as_of())));
            }
            let is_open = opened == Some(place);
            if let Ok(Some(link)) = row.query_selector("[data-event]")
                && link.has_attribute("aria-current") != is_open
            {
                mark_current(&link, is_open);
            }
        };
        for list in [".chronicle", "tbody"] {
            if let Ok(Some(list)) = root.query_selector(list) {
                each_row(&list, &mark);
            }
        }
    });
}

/// Does something with each row or entry below an element, and its place.
fn each_row(parent: &Element, act: &dyn Fn(&Element, usize)) {
    let mut next = parent.first_element_child();
    while let Some(child) = next {
        match child.get_attribute("data-place").and_then(|place| place.parse().ok()) {
            Some(place) => act(&child, place),
            None => each_row(&child, act),
        }
        next = child.next_element_sibling();
    }
}

/// The title of an event in list and table: a link to its page that, once it can, opens the event in place, and closes it again.
#[component]
pub fn EventLink(
    /// What the parts share.
    board: Board,
    /// The place of the event.
    place: usize,
) -> impl IntoView {
    let entry = board.event(place).entry;
    let is_open = move || board.opened_event() == Some(place);
    let id = entry.id.clone();
    let on_click = move |event: web_sys::MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            board.act(if is_open() { Action::Close } else { Action::Open(place) });
            // The list of a cluster gives way to the event, which is now drawn for itself.
            board.focus_soon(["[data-timeline] [data-event='", &id, "']"].concat());
        }
    };
    view! {
        <a
            href=record_path(Kind::Event, &entry.id)
            data-event=entry.id
            aria-current=untrack(is_open).then_some("true")
            on:click=on_click
        >
            {entry.title}
        </a>
    }
}
