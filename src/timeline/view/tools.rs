//! The tools above the events: form, lanes, words, day, and what belongs to the form.

use super::Board;
use super::filters::{AsOf, MoreFilters, Words};
use super::scene::is_plain;
use crate::model::messages::Messages;
use crate::model::{Lane, Room, Target};
use crate::timeline::keys::ZOOM;
use crate::timeline::order::Column;
use crate::timeline::state::{Action, Form};
use crate::timeline::words;
use crate::ui::erase::{CollectAny, Erase};
use crate::ui::mark::lane_class;
use crate::ui::shell::{message, path_to, use_alive};
use leptos::prelude::*;

/// All tools, in two rows.
#[component]
pub fn Tools(
    /// What the parts share.
    board: Board,
) -> impl IntoView {
    let words = move || note(board).unwrap_or_default();
    let is_whole = move || note(board).is_none();
    let show_all = Callback::new(move |()| {
        board.act(Action::ShowAll);
        board.focus_soon("[tabindex='0'], a:not([tabindex])".to_owned()); // the button is gone
    });
    view! {
        <div class="timeline-tools">
            <div class="tools">
                <FormSwitch board/>
                <LaneChips board/>
            </div>
            <div class="tools">
                <Words board/>
                <AsOf board/>
                <MoreFilters board/>
                <TimeTools board/>
                <OrderTool board/>
            </div>
        </div>
        <div class="timeline__note" hidden=is_whole>
            <p role="status">{move || words()}</p>
            {push_button("button", message(|m| &m.show_all_events), None, show_all)}
        </div>
    }
}

/// A button with words, and a name if they are only a sign. One type for all of them: each costs the browser some code.
#[must_use]
pub fn push_button(
    class: &'static str,
    words: String,
    name: Option<String>,
    on_press: Callback<()>,
) -> AnyView {
    view! { <button type="button" class=class aria-label=name on:click=move |_| on_press.run(())>{words}</button> }.erase()
}

/// The three forms: links that work before the script does, and from then on switch in place.
#[component]
fn FormSwitch(board: Board) -> impl IntoView {
    let path = path_to(Target::Room(Room::Timeline));
    let option = |form: Form| {
        let name = message(match form {
            Form::Graphic => |m: &Messages| &m.view_graphic,
            Form::List => |m: &Messages| &m.view_list,
            Form::Table => |m: &Messages| &m.view_table,
        });
        let on_click = move |event: web_sys::MouseEvent| {
            if is_plain(&event) {
                event.prevent_default();
                board.act(Action::Switch(form));
            }
        };
        view! {
            <a
                class="segmented__option"
                href=[&*path, "?view=", form.word()].concat()
                aria-current=move || (board.alive.get() && board.form.get() == form).then_some("true")
                on:click=on_click
            >
                {name}
            </a>
        }
    };
    view! {
        <div class="segmented" role="group" aria-label=message(|m| &m.view)>
            {Form::ALL.into_iter().map(option).collect_any()}
        </div>
    }
}

/// A switch for each lane, with how many events it has.
#[component]
fn LaneChips(board: Board) -> impl IntoView {
    let alive = use_alive();
    let chip = |(place, lane): (usize, Lane)| {
        let is_on = move || board.state.with(|state| state.filter.lanes.contains(&lane));
        view! {
            <button
                type="button"
                class=lane_class("chip", Some(&lane))
                data-filter=lane.word()
                disabled=move || !alive.get()
                aria-pressed=move || if is_on() { "true" } else { "false" }
                on:click=move |_| board.act(Action::ToggleLane(lane))
            >
                <span class="mark"></span>
                {board.words().lane(lane).clone()}
                <span class="chip__count">{move || board.shown().picked.lanes[place].to_string()}</span>
            </button>
        }
    };
    view! {
        <div class="chips" role="group" aria-label=message(|m| &m.filter_lanes)>
            {Lane::ALL.iter().copied().enumerate().map(chip).collect_any()}
        </div>
    }
}

/// What time the picture shows, and buttons that move it.
#[component]
fn TimeTools(board: Board) -> impl IntoView {
    let (timeline, words) = (board.timeline(), board.words());
    let shown = move || {
        board.moved.track();
        let (first, last) =
            board.state.with(|state| state.viewport(&timeline, board.bounds)).days();
        words::span(&words, first, last)
    };
    let button = |words: String, name: Option<String>, action: Action| {
        push_button("button", words, name, Callback::new(move |()| board.act(action.clone())))
    };
    let sign =
        |sign: &str, name: String, action: Action| button(sign.to_owned(), Some(name), action);
    let buttons = vec![
        sign("‹", message(|m| &m.pan_earlier), Action::PanBy(-0.5)),
        sign("›", message(|m| &m.pan_later), Action::PanBy(0.5)),
        sign("−", message(|m| &m.zoom_out), Action::Zoom(1.0 / ZOOM, None)),
        sign("+", message(|m| &m.zoom_in), Action::Zoom(ZOOM, None)),
        button(message(|m| &m.zoom_fit), None, Action::Fit),
        button(message(|m| &m.latest), None, Action::Latest),
    ];
    view! {
        <div
            class="tools__group tools__end timeline__time"
            role="group"
            aria-label=message(|m| &m.time_shown)
            hidden=move || board.hides(Form::Graphic)
        >
            <output class="tools__label">{move || shown()}</output>
            {buttons}
        </div>
    }
}

/// A button that turns the list round.
#[component]
fn OrderTool(board: Board) -> impl IntoView {
    let is_backwards = move || board.state.with(|state| state.order.word() == "-date");
    let turn = Callback::new(move |()| {
        // While the table has another order, the list is in order of time.
        let is_other = board.state.with_untracked(|state| state.order.by != Column::Date);
        for _ in 0..=usize::from(is_other) {
            board.act(Action::Press(Column::Date));
        }
    });
    let words = move || {
        if is_backwards() { message(|m| &m.oldest_first) } else { message(|m| &m.newest_first) }
    };
    view! {
        <div class="tools__group tools__end timeline__order" hidden=move || board.hides(Form::List)>
            {move || push_button("button", words(), None, turn)}
        </div>
    }
}

/// What is hidden and why; nothing if all is shown.
fn note(board: Board) -> Option<String> {
    let shown = board.shown();
    let (total, count) = (board.timeline().events.len(), shown.listed_count());
    let as_of = shown.as_of().map(|day| (day, shown.picked.later));
    (count < total).then(|| words::hidden(&board.words(), [count, total], as_of))
}
