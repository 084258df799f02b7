//! Two fields for the time that is shown.

use super::Board;
use crate::model::Date;
use crate::timeline::state::{Action, Form};
use crate::timeline::viewport::Viewport;
use crate::ui::erase::Erase;
use crate::ui::shell::message;
use leptos::prelude::*;

/// The first day and the last. What would be no span of the time there is changes nothing, and is said to be none.
pub fn fields(board: Board) -> AnyView {
    let is_refused = RwSignal::new(false);
    let field = |name: String, is_last: bool| {
        let written = move || {
            let (first, last) = days(board);
            Date::from_day(if is_last { last } else { first }).to_string()
        };
        let ask = move |event: web_sys::Event| {
            let day = event_target_value(&event).parse::<Date>().ok().map(Date::first_day);
            let (first, last) = untrack(move || days(board));
            let (first, last) = if is_last { (Some(first), day) } else { (day, Some(last)) };
            let (begin, end) = Viewport::of(board.bounds).days();
            let asked = first.zip(last);
            let asked =
                asked.filter(|(first, last)| begin <= *first && first <= last && *last <= end);
            is_refused.set(asked.is_none());
            if let Some((first, last)) = asked {
                board.act(Action::Range(first, last));
            }
        };
        view! {
            <label class="tools__group">
                <span class="tools__label">{name}</span>
                <input type="date" prop:value=written on:change=ask/>
            </label>
        }
        .erase()
    };
    let no_span = message(|m| &m.no_span);
    view! {
        {field(message(|m| &m.from_day), false)}
        {field(message(|m| &m.to_day), true)}
        <p class="tools__refused" role="alert">
            {move || if is_refused.get() { no_span.clone() } else { String::new() }}
        </p>
    }
    .erase()
}

/// The days that are shown: those of the window, or, in list and table, all of them until some are asked for. Tracks.
fn days(board: Board) -> (i32, i32) {
    board.moved.track();
    let is_picture = board.form.get() == Form::Graphic;
    board
        .state
        .with(|state| match state.range {
            None if !is_picture => Viewport::of(board.bounds),
            _ => state.viewport(&board.timeline(), board.bounds),
        })
        .days()
}
