//! What is open: an event with what there is to say about it and the way to the one before and after, or the events of a cluster.

use super::Board;
use super::chronicle::entry;
use super::surface::has_popover;
use super::tools::push_button;
use crate::model::Kind;
use crate::model::page::TimelineEvent;
use crate::timeline::state::{Action, Form};
use crate::timeline::words;
use crate::ui::copy::CopyLink;
use crate::ui::erase::CollectAny;
use crate::ui::link::record_path;
use crate::ui::mark::{LaneTag, StatusBadge, lane_class};
use crate::ui::shell::message;
use leptos::prelude::*;

/// The open event. In list and table it stands under the event, whose title and date it does not repeat.
#[component]
pub fn Detail(
    /// What the parts share.
    board: Board,
    /// The place of the event.
    place: usize,
    /// Whether it stands under the event.
    #[prop(optional)]
    is_inline: bool,
) -> impl IntoView {
    let TimelineEvent { entry, settled, .. } = board.event(place);
    let date = move || board.timeline().events[place].date_by(board.shown().as_of()).to_owned();
    let href = record_path(Kind::Event, &entry.id);
    let page = href.clone();
    let lanes = entry.lanes.iter().map(|lane| view! { " · " <LaneTag lane=*lane/> });
    let is_settled = move || board.shown().as_of().is_none_or(|day| settled <= day);
    let class = if is_inline { "detail detail--inline" } else { "detail" };
    let class = lane_class(class, entry.lanes.first());
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() && !has_popover() {
            event.prevent_default();
            close(board, place);
        }
    };
    if is_inline {
        // Opened by the address, it may be far down; opened by a press, what comes of it needs room.
        Effect::new(move || board.scroll_soon("[data-detail]".to_owned()));
    }
    view! {
        <article class=class data-detail=entry.id on:keydown=on_key>
            <div class="detail__head">
                <div hidden=is_inline>
                    <p class="kicker">{date}{lanes.collect_any()}</p>
                    <h2 class="detail__title"><a href=href>{entry.title}</a></h2>
                    <StatusBadge status=entry.status/>
                </div>
                <nav class="detail__moves" aria-label=message(|m| &m.neighbours)>
                    {neighbour(board, place, false)}
                    {neighbour(board, place, true)}
                    <a class="detail__page" href=page>{message(|m| &m.event_page)}</a>
                    <CopyLink/>
                    {close_button(Callback::new(move |()| close(board, place)))}
                </nav>
            </div>
            <div class="detail__more">
                <p class="detail__doubt" hidden=is_settled>{message(|m| &m.as_of_hidden)}</p>
                {move || is_settled().then(|| board.more(place))}
            </div>
        </article>
    }
}

/// Closes the event and gives the focus back to where it was opened.
fn close(board: Board, place: usize) {
    let id = board.event(place).entry.id;
    board.act(Action::Close);
    board.focus_soon(match board.form.get_untracked() {
        Form::Graphic => "[data-timeline] [tabindex='0']".to_owned(),
        Form::List => [".chronicle [data-event='", &id, "']"].concat(),
        Form::Table => ["table [data-event='", &id, "']"].concat(),
    });
}

/// A button that opens the event before or after, among those that are shown, and keeps the focus; past the last it goes to the one that closes.
fn neighbour(board: Board, place: usize, is_next: bool) -> Option<AnyView> {
    let other = untrack(move || board.shown()).neighbour(place, is_next)?;
    let (word, class) = if is_next {
        (message(|m| &m.next_one), "detail__move detail__next")
    } else {
        (message(|m| &m.previous_one), "detail__move detail__previous")
    };
    let go = move |()| {
        board.act(match board.form.get_untracked() {
            Form::Graphic => Action::GoTo(other),
            Form::List | Form::Table => Action::Open(other),
        });
        let kept = &class["detail__move ".len()..];
        board.focus_soon(["[data-detail] :is(.", kept, ", .detail__close)"].concat());
    };
    let words = [&*word, ": ", &board.event(other).entry.title].concat();
    Some(push_button(class, words, None, Callback::new(go)))
}

/// The events of a cluster. One that is pressed is opened; all can be seen nearer.
#[component]
pub fn Gathering(
    /// What the parts share.
    board: Board,
    /// The places of the events, in order of time; at least one.
    events: Vec<usize>,
) -> impl IntoView {
    const TAB_STOP: &str = "[data-timeline] [tabindex='0']";
    let timeline = board.timeline();
    let [first, last] =
        [events.first(), events.last()].map(|place| place.copied().unwrap_or_default());
    let heading = words::cluster(&board.words(), &timeline.events, events.len(), [first, last]);
    let class = lane_class("detail", timeline.events[first].entry.lanes.first());
    let [start, end] = [first, last].map(|place| timeline.events[place].entry.start);
    let nearer = move |()| {
        let margin = 3 + (end - start) / 8;
        board.act(Action::Range(start - margin, end + margin));
        board.focus_soon(TAB_STOP.to_owned());
    };
    let close = move || {
        board.act(Action::Close);
        board.focus_soon(TAB_STOP.to_owned());
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && !has_popover() {
            event.prevent_default();
            close();
        }
    };
    let label = heading.clone();
    view! {
        <section class=class data-cluster aria-label=label on:keydown=on_key>
            <h2 class="detail__title">{heading}</h2>
            <ol class="detail__entries">{events.into_iter().map(|place| entry(board, place)).collect_any()}</ol>
            <div class="detail__moves">
                {push_button("button", message(|m| &m.zoom_to_cluster), None, Callback::new(nearer))}
                {close_button(Callback::new(move |()| close()))}
            </div>
        </section>
    }
}

fn close_button(on_close: Callback<()>) -> AnyView {
    push_button("button detail__close", message(|m| &m.close), None, on_close)
}
