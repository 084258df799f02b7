//! The timeline's views. They draw what the engine has placed and pass on what the reader does; the state is the page's.
//!
//! The first render, prerendered or in the browser, is the picture, into which what it shows is put natively ([`still`]), and the whole list by
//! year; the stylesheet shows one of them by the width. Once the page is alive, the form is decided by the address or by the width.
//! The list stays in the document under the other forms, for paper and for what the picture leaves out; and the picture comes to the list
//! while that is printed.

pub mod address;
pub mod chronicle;
pub mod detail;
pub mod filters;
pub mod graphic;
pub mod paint;
pub mod room;
pub mod scene;
pub mod span;
#[cfg(feature = "ssr")]
pub mod still;
pub mod surface;
pub mod table;
pub mod tools;
pub mod touch;

use self::scene::{Keeper, Now};
use super::filter::Titles;
use super::shown::{Opened, Shown};
use super::state::{Action, Form, State, bounds};
use super::viewport::Bounds;
use super::words::{self, Words};
use crate::model::page::{Timeline, TimelineEvent};
use crate::ui::erase::Erase;
use crate::ui::shell::{message, use_alive, use_shell};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use std::sync::Arc;
use web_sys::Element;

/// What the parts of the timeline share: the events, what the reader asked for, and the way to ask for more.
#[derive(Clone, Copy)]
pub struct Board {
    timeline: StoredValue<Arc<Timeline>>,
    words: StoredValue<Arc<Words>>,
    shown: Memo<Latest>,
    /// What the reader asked for. It tells of every change but those of the range, which come with each frame of a movement.
    pub state: Signal<State>,
    /// Tells of the changes of the range.
    pub moved: Trigger,
    /// The form in which the events are shown now; the picture until the page is alive.
    pub form: Memo<Form>,
    /// What is open.
    pub opened: Memo<Opened>,
    /// The whole of the timeline in the document.
    pub root: NodeRef<html::Section>,
    /// The time there is.
    pub bounds: Bounds,
    /// Tells of the frames that the picture has asked for.
    pub frames: Trigger,
    /// Whether the page answers.
    pub alive: Signal<bool>,
    on_action: Callback<Action>,
    more: Callback<usize, AnyView>,
}

/// What is shown; the same as before only if nothing was worked out anew.
#[derive(Clone)]
struct Latest(Arc<Shown>);

impl PartialEq for Latest {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Board {
    /// The events and what they are filtered by.
    #[must_use]
    pub fn timeline(self) -> Arc<Timeline> {
        self.timeline.get_value()
    }

    /// What the picture is written with.
    #[must_use]
    pub fn words(self) -> Arc<Words> {
        self.words.get_value()
    }

    /// One event.
    #[must_use]
    pub fn event(self, place: usize) -> TimelineEvent {
        self.timeline().events[place].clone()
    }

    /// What is shown of the events. Tracks.
    #[must_use]
    pub fn shown(self) -> Arc<Shown> {
        self.shown.get().0
    }

    /// The open event. Tracks.
    #[must_use]
    pub fn opened_event(self) -> Option<usize> {
        self.opened.with(|opened| opened.event)
    }

    /// Whether another form is shown than this. Not before the page is alive: until then the stylesheet knows. Tracks.
    #[must_use]
    pub fn hides(self, form: Form) -> bool {
        self.alive.get() && self.form.get() != form
    }

    /// Asks for something.
    pub fn act(self, action: Action) {
        self.on_action.run(action);
    }

    /// What the page has to say about an event.
    #[must_use]
    pub fn more(self, place: usize) -> AnyView {
        self.more.run(place)
    }

    /// Gives the focus to the first element that a selector finds in the timeline, once what has just been asked for is drawn.
    pub fn focus_soon(self, selector: String) {
        self.soon(selector, surface::focus_soon);
    }

    /// Scrolls as little as it takes to see an element, once what has just been asked for is drawn.
    pub fn scroll_soon(self, selector: String) {
        self.soon(selector, surface::scroll_soon);
    }

    fn soon(self, selector: String, act: fn(Element, String)) {
        if let Some(root) = self.root.get_untracked() {
            act(root.unchecked_into(), selector);
        }
    }
}

impl Keeper for Board {
    fn now(&self) -> Now {
        let board = *self;
        let (shown, opened) = untrack(move || (board.shown(), board.opened.get()));
        let timeline = self.timeline();
        let viewport = self.state.with_untracked(|state| state.viewport(&timeline, self.bounds));
        Now { shown, opened, viewport }
    }

    fn act(&self, action: Action) {
        self.on_action.run(action);
    }

    fn on_frame(&self) {
        let frames = self.frames;
        request_animation_frame(move || frames.notify());
    }
}

/// The events in three forms, with the tools for them.
#[component]
pub fn TimelineView(
    /// The events and what they are filtered by.
    timeline: Arc<Timeline>,
    /// What the reader asked for.
    state: Signal<State>,
    /// Tells of the moves of the picture, of which `state` does not: nothing but the picture is to be looked at again for each.
    moved: Trigger,
    /// Runs with what the reader does.
    on_action: Callback<Action>,
    /// Draws what there is to say about an event beyond its title, by its place.
    more: Callback<usize, AnyView>,
) -> impl IntoView {
    let alive = use_alive();
    let is_wide = room::use_is_wide();
    let form = Memo::new(move |_| {
        let suited = if is_wide.get() { Form::Graphic } else { Form::List };
        if alive.get() { state.with(|state| state.form).unwrap_or(suited) } else { Form::Graphic }
    });
    let titles = Titles::default();
    let events = timeline.clone();
    let shown = Memo::new(move |before: Option<&Latest>| {
        let is_picture = form.get() == Form::Graphic;
        state.with(|state| {
            let range = state.range.filter(|_| !is_picture);
            let kept = before.filter(|before| before.0.serves(&state.filter, range)).cloned();
            kept.unwrap_or_else(|| {
                Latest(Arc::new(Shown::new(&events, &titles, &state.filter, range)))
            })
        })
    });
    let opened = Memo::new(move |_| {
        let shown = shown.get().0;
        state.with(|state| shown.opened(state))
    });
    let bounds = bounds(&timeline);
    let words = StoredValue::new(Arc::new(Words::new(&use_shell().messages, &timeline.months)));
    let timeline = StoredValue::new(timeline);
    let board = Board {
        timeline,
        words,
        shown,
        state,
        moved,
        form,
        opened,
        root: NodeRef::new(),
        bounds,
        frames: Trigger::new(),
        alive,
        on_action,
        more,
    };
    chronicle::keep_marked(board);
    let is_printed = room::use_is_printed();
    let picture = move || match form.get() {
        Form::Graphic => Some(view! { <graphic::Graphic board is_for_paper=false/> }.erase()),
        Form::List if is_printed.get() => {
            Some(view! { <graphic::Graphic board is_for_paper=true/> }.erase())
        }
        Form::Table => Some(view! { <table::EventTable board/> }.erase()),
        Form::List => None,
    };
    let has_any = move || board.shown().picked.count > 0;
    view! {
        <tools::Tools board/>
        <section class="timeline" aria-label=message(|m| &m.nav_timeline) node_ref=board.root>
            <p class="empty" hidden=has_any>{message(|m| &m.no_events)}</p>
            {move || picture()}
            <chronicle::Chronicle board/>
        </section>
        <p class="visually-hidden" role="status">{move || said(board).unwrap_or_default()}</p>
    }
}

/// What is announced when an event is opened: its number, date and title, cut to a length that can be listened to; and of a cluster how many
/// it has.
fn said(board: Board) -> Option<String> {
    let Opened { event, gathered } = board.opened.get();
    if let (Some(first), Some(last)) = (gathered.first(), gathered.last()) {
        let events = &board.timeline().events;
        return Some(words::cluster(&board.words(), events, gathered.len(), [*first, *last]));
    }
    let place = event?;
    let shown = untrack(move || board.shown());
    let event = board.event(place).entry;
    Some(words::announcement(
        &board.words(),
        [shown.number(place), shown.picked.count],
        &event.date,
        &event.title,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lane;
    use crate::model::messages::{Messages, Shell};
    use crate::timeline::index::samples::event;
    use crate::timeline::order::samples::timeline;
    use crate::ui::shell::{provide_alive, provide_shell};
    use leptos::prelude::Trigger;

    /// The timeline as it is prerendered, in words that are the names of the messages.
    fn prerendered(timeline: Timeline) -> String {
        let shell = Shell {
            build: String::new(),
            locale: "en".to_owned(),
            messages: Messages::from_words(str::to_owned),
            checked: String::new(),
        };
        let state = Signal::derive(State::default);
        let nothing = Callback::new(|_: usize| ().into_any());
        Owner::new().with(|| {
            provide_shell(shell);
            provide_alive();
            let timeline = Arc::new(timeline);
            view! { <TimelineView timeline state moved=Trigger::new() on_action=Callback::new(|_| ()) more=nothing/> }
                .to_html()
        })
    }

    #[test]
    fn what_is_prerendered_is_an_empty_picture_and_the_whole_list_and_has_no_style_of_its_own() {
        let days = [(0, 3), (200, 1), (400, 2), (19_000, 1)];
        let events: Vec<TimelineEvent> = days
            .into_iter()
            .enumerate()
            .map(|(id, (day, weight))| event(id, day, 30, weight, Lane::ALL[id]))
            .collect();
        let html = prerendered(timeline(events.clone()));
        for TimelineEvent { entry, .. } in events {
            assert!(html.contains(&format!("href=\"en/event/{}/\"", entry.id)), "{html}");
            assert!(html.contains(&entry.title) && html.contains(&entry.date));
        }
        assert_eq!(html.matches("year__name").count(), 3); // 1970, 1971, 2022
        assert_eq!(html.matches("class=\"entry ").count(), 4);
        assert!(!html.contains("style=") && !html.contains("data-key"));
        // This is where the picture is put.
        for part in ["earlier", "ticks", "lanes", "eras", "events"] {
            let (_, rest) = html.split_once(&format!("\"timeline__{part}\"")).expect(part);
            assert!(rest.split_once('>').is_some_and(|(_, inside)| inside.starts_with("</")));
        }
        assert!(html.contains("<path></path>"));
        assert_eq!(html.matches("data-filter=").count(), 5);
    }

    #[test]
    fn what_is_announced_can_be_listened_to() {
        let messages = Messages::from_words(|_| "{n} of {total}: {date}, {title}".to_owned());
        let words = Words::new(&messages, &[]);
        let said = |title: &str| words::announcement(&words, [1, 2], "1 May", title);
        assert_eq!(said("Short"), "1 of 2: 1 May, Short");
        let long = said(&"Long title ".repeat(30));
        assert!(long.chars().count() <= 120 && long.ends_with('…'));
    }
}
