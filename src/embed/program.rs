//! A bare timeline alive: keeps its state, draws it into the prerendered page, and reads the reader's own files.
//!
//! What the reader does comes to two places, the picture and the root of the page; both ask [`Keeper::act`], and everything is drawn in the
//! next frame. Until this program has come, the links of the picture lead to the texts in the list.

mod desk;
mod draw;
mod files;

use super::parts::{find, listen, part};
use crate::timeline::file::FileWords;
use crate::timeline::query;
use crate::timeline::state::{Action, Form, State};
use crate::timeline::view::address::{WRITE_AFTER, show_query, shown_query};
use crate::timeline::view::paint::{Links, set};
use crate::timeline::view::room::watch_width;
use crate::timeline::view::scene::{Keeper, Material, Now, Scene, TAB_STOP, is_plain};
use crate::timeline::view::surface::{focus_soon, watch_size};
use crate::timeline::words::{DatePatterns, DateWords, PicturePatterns, Words};
use desk::{Desk, asked};
use draw::Drawn;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout, set_timeout_with_handle};
use leptos::prelude::{document, request_animation_frame};
use leptos::wasm_bindgen::JsCast;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, MouseEvent};

/// How many entries the list shows at once, and that of a cluster.
const MOST_LISTED: usize = 200;

/// Brings the page in this document to life; `on_drawn` runs whenever something has been drawn.
pub fn begin(on_drawn: fn()) {
    let Some(root) = document().query_selector("[data-bare]").ok().flatten() else { return };
    let program = Program(Rc::new(Inner {
        words: words(),
        desk: RefCell::new(None),
        scene: RefCell::new(None),
        drawn: RefCell::new(Drawn::default()),
        is_wide: Cell::new(false),
        is_asked: Cell::new(false),
        has_changed: Cell::new(true),
        timer: Cell::new(None),
        most_listed: Cell::new(MOST_LISTED),
        root,
        on_drawn,
    }));
    program.watch_width();
    program.listen();
    in_next_task(move || program.read_page());
}

/// Runs in a task of its own, so that the browser can draw and answer before.
fn in_next_task(act: impl FnOnce() + 'static) {
    set_timeout(act, Duration::ZERO);
}

/// All words of the program.
struct AllWords {
    picture: Words,
    file: FileWords,
    bad_address: String,
    load_failed: String,
}

/// Reads the words that the page carries: a line each, a name and what it stands for.
fn words() -> AllWords {
    let text = document()
        .query_selector("[data-words]")
        .ok()
        .flatten()
        .and_then(|words| words.text_content())
        .unwrap_or_default();
    let word = |name: &str| {
        let line = text.lines().find_map(|line| line.split_once('=').filter(|(of, _)| *of == name));
        line.map_or(String::new(), |(_, words)| words.to_owned())
    };
    let list = |name: &str| word(name).split('|').map(str::to_owned).collect::<Vec<_>>();
    AllWords {
        picture: Words {
            lanes: list("lanes").try_into().unwrap_or_default(),
            dates: DateWords { patterns: DatePatterns::from_words(word), months: list("months") },
            patterns: PicturePatterns::from_words(word),
        },
        file: FileWords::from_words(word),
        bad_address: word("bad_address"),
        load_failed: word("load_failed"),
    }
}

/// The program. Its clones are one.
#[derive(Clone)]
struct Program(Rc<Inner>);

struct Inner {
    root: Element,
    on_drawn: fn(),
    words: AllWords,
    desk: RefCell<Option<Desk>>, // none until the events are here
    scene: RefCell<Option<Scene<Program>>>,
    drawn: RefCell<Drawn>,
    is_wide: Cell<bool>,
    is_asked: Cell<bool>,    // whether the next frame draws
    has_changed: Cell<bool>, // whether it draws more than a movement of the picture
    timer: Cell<Option<TimeoutHandle>>,
    most_listed: Cell<usize>,
}

impl Keeper for Program {
    fn now(&self) -> Now {
        let desk = self.0.desk.borrow();
        let desk = desk.as_ref().expect("a picture is drawn once there are events");
        Now {
            shown: desk.shown.clone(),
            opened: desk.shown.opened(&desk.state),
            viewport: desk.state.viewport(&desk.timeline, desk.bounds),
        }
    }

    fn act(&self, action: Action) {
        let is_move = action.is_move();
        if let Some(desk) = &mut *self.0.desk.borrow_mut() {
            desk.state.apply(action, &desk.timeline, desk.bounds);
        }
        self.draw_soon(!is_move);
        self.write_soon();
    }

    fn on_frame(&self) {
        let program = self.clone();
        request_animation_frame(move || program.with_scene(Scene::glide));
    }
}

impl Program {
    /// The form in which the events are shown.
    fn form(&self) -> Form {
        let suited = if self.0.is_wide.get() { Form::Graphic } else { Form::List };
        let asked = self.0.desk.borrow().as_ref().and_then(|desk| desk.state.form);
        match asked.unwrap_or(suited) {
            Form::Graphic => Form::Graphic,
            Form::List | Form::Table => Form::List,
        }
    }

    /// Draws in the next frame; more than a movement of the picture if that is not all that has changed.
    fn draw_soon(&self, has_changed: bool) {
        self.0.has_changed.set(self.0.has_changed.get() || has_changed);
        if !self.0.is_asked.replace(true) {
            let program = self.clone();
            request_animation_frame(move || program.draw());
        }
    }

    /// Takes over other events, and what the address asks of them.
    fn take(&self, desk: Desk) {
        *self.0.desk.borrow_mut() = Some(desk);
        self.0.most_listed.set(MOST_LISTED);
        *self.0.drawn.borrow_mut() = Drawn::default();
        *self.0.scene.borrow_mut() = None;
        self.draw_soon(true);
    }

    fn make_scene(&self) -> Option<Scene<Self>> {
        let (surface, map) =
            (find(&self.0.root, "[data-timeline]")?, find(&self.0.root, ".minimap")?);
        let material = {
            let desk = self.0.desk.borrow();
            let desk = desk.as_ref()?;
            Material {
                timeline: desk.timeline.clone(),
                words: desk.words.clone(),
                links: Links::of("#event-*"),
            }
        };
        Scene::new(self.clone(), material, &surface, &map)
    }

    fn with_scene(&self, act: impl FnOnce(&mut Scene<Self>)) {
        if let Some(scene) = &mut *self.0.scene.borrow_mut() {
            act(scene);
        }
    }

    fn watch_width(&self) {
        let program = self.clone();
        let watch = watch_width(move |is_wide| {
            program.0.is_wide.set(is_wide);
            program.draw_soon(true);
        });
        std::mem::forget(watch); // the page and all that watches it end together
    }

    fn listen(&self) {
        let root = &self.0.root;
        if let Some(field) = part(root, "day") {
            set(&field, "type", "date");
        }
        let on = |program: &Self| program.clone();
        let program = on(self);
        listen(root, "click", move |event: MouseEvent| program.press(&event));
        let program = on(self);
        listen(root, "input", move |event: Event| program.fill_in(&event));
        let program = on(self);
        listen(root, "change", move |event: Event| program.choose(&event));
        let program = on(self);
        listen(root, "keydown", move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.default_prevented() {
                program.close();
            }
        });
        let Some(surface) = find(root, "[data-timeline]") else { return };
        let program = on(self);
        listen(&surface, "keydown", move |event| program.with_scene(|scene| scene.on_key(&event)));
        let program = on(self);
        listen(&surface, "click", move |event| program.with_scene(|scene| scene.press(&event)));
        let program = on(self);
        listen(&surface, "focusin", move |event: Event| {
            program.with_scene(|scene| scene.follow_focus(&event));
        });
        let program = on(self);
        listen(&surface, "pointerdown", move |event| {
            program.with_scene(|scene| scene.down(&event));
        });
        let program = on(self);
        listen(&surface, "pointermove", move |event| program.with_scene(|scene| scene.go(&event)));
        for kind in ["pointerup", "pointercancel"] {
            let program = on(self);
            listen(&surface, kind, move |event| program.with_scene(|scene| scene.lift(&event)));
        }
        let program = on(self);
        listen(&surface, "wheel", move |event| program.with_scene(|scene| scene.wheel(&event)));
        if let Some(map) = find(root, ".minimap") {
            for kind in ["pointerdown", "pointermove"] {
                let program = on(self);
                listen(&map, kind, move |event| {
                    program.with_scene(|scene| scene.go_on_map(&event));
                });
            }
        }
        let program = on(self);
        // The page and all that watches it end together.
        std::mem::forget(watch_size(&surface, move || program.with_scene(Scene::measure)));
    }

    /// Does what the pressed button says. What is pressed in the picture is the scene's.
    fn press(&self, event: &MouseEvent) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok())
        else {
            return;
        };
        if let Some(lane) = attribute_near(&target, "data-filter") {
            self.act(asked::filter(&lane));
            if lane == "all" {
                self.focus_soon("[data-filter]:not([hidden])"); // the button is gone
            }
        } else if let Some(word) = attribute_near(&target, "data-do") {
            self.do_word(&word);
        } else if let Ok(Some(link)) =
            target.closest("[data-part='entries'] a[data-event], .chronicle a[data-event]")
            && is_plain(event)
        {
            let id = link.get_attribute("data-event").unwrap_or_default();
            event.prevent_default();
            self.open(&id);
        }
    }

    fn do_word(&self, word: &str) {
        match word {
            "more" => self.list_more(),
            "close" => self.close(),
            "next" => self.go_on(true),
            "previous" => self.go_on(false),
            "earlier-events" => self.with_scene(Scene::show_earlier),
            _ => {
                if let Some(action) = asked::button(word) {
                    self.act(action);
                }
            }
        }
    }

    /// Takes over what is typed.
    fn fill_in(&self, event: &Event) {
        if let Some(field) = field(event).filter(|field| field.type_() == "search") {
            self.act(Action::Find(field.value()));
        }
    }

    /// Takes over what is chosen.
    fn choose(&self, event: &Event) {
        let Some(field) = field(event) else { return };
        match field.type_().as_str() {
            "date" => self.act(asked::day(&field.value())),
            "file" => self.read_file(&field),
            _ => {}
        }
    }

    /// Lists more, and goes on with the first of them: the button may be gone.
    fn list_more(&self) {
        let most = self.0.most_listed.get();
        self.0.most_listed.set(most + MOST_LISTED);
        *self.0.drawn.borrow_mut() = Drawn::default();
        self.draw_soon(true);
        let desk = self.0.desk.borrow();
        let Some(desk) = desk.as_ref() else { return };
        let gathered = desk.state.gathered.get(most).copied();
        let place = gathered.or_else(|| desk.shown.places().nth(most));
        if let Some(place) = place {
            let id = &desk.timeline.events[place].entry.id;
            self.focus_soon(
                &[":is([data-part='entries'], .chronicle) [data-event='", id, "']"].concat(),
            );
        }
    }

    /// Gives the focus to the first element that a selector finds in the page, once what has just been asked for is drawn.
    fn focus_soon(&self, selector: &str) {
        focus_soon(self.0.root.clone(), selector.to_owned());
    }

    fn open(&self, id: &str) {
        let place = {
            let desk = self.0.desk.borrow();
            let events = desk.as_ref().map(|desk| &desk.timeline.events);
            events.and_then(|events| events.iter().position(|event| event.entry.id == id))
        };
        let Some(place) = place else { return };
        let is_list = self.form() == Form::List;
        self.act(if is_list { Action::Open(place) } else { Action::GoTo(place) });
        if !is_list {
            // The list of a cluster gives way to the event, which is now drawn for itself.
            self.focus_soon(&["[data-timeline] [data-event='", id, "']"].concat());
        }
    }

    fn go_on(&self, is_next: bool) {
        let other =
            self.0.desk.borrow().as_ref().and_then(|desk| {
                desk.shown.neighbour(desk.shown.opened(&desk.state).event?, is_next)
            });
        if let Some(other) = other {
            self.act(Action::GoTo(other));
        }
    }

    /// Closes what is open, and gives the focus back to where it was opened.
    fn close(&self) {
        let has_any = self
            .0
            .desk
            .borrow()
            .as_ref()
            .is_some_and(|desk| desk.state.event.is_some() || !desk.state.gathered.is_empty());
        if has_any {
            self.act(Action::Close);
            if self.form() == Form::Graphic {
                self.focus_soon(TAB_STOP);
            }
        }
    }

    /// Writes the state into the address, a moment after the last change.
    fn write_soon(&self) {
        if let Some(running) = self.0.timer.take() {
            running.clear();
        }
        let program = self.clone();
        let write = move || {
            let desk = program.0.desk.borrow();
            let Some(desk) = desk.as_ref().filter(|desk| desk.is_in_address) else { return };
            let (kept, own) =
                (files::kept_of_address(true), query::write(&desk.state, &desk.timeline));
            let and = if kept.is_empty() || own.is_empty() { "" } else { "&" };
            show_query(&[&*kept, and, &own].concat());
        };
        self.0.timer.set(set_timeout_with_handle(write, WRITE_AFTER).ok());
    }

    /// What an address asks for, and its names that are not understood.
    fn state_in_address(desk: &Desk) -> (State, Vec<String>) {
        let query = shown_query();
        let ours: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with("data=")).collect();
        query::read(&ours.join("&"), &desk.timeline)
    }
}

fn field(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// An attribute of an element or the nearest around it that has it.
fn attribute_near(element: &Element, name: &str) -> Option<String> {
    element.closest(&["[", name, "]"].concat()).ok()??.get_attribute(name)
}
