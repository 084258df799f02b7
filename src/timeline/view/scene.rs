//! The picture as it is drawn now: what was laid out, for what, and where the keyboard is in it.

use super::paint::{Links, Painter, set, set_px, set_whole};
use super::surface::{Ruler, focus_soon, has_popover, is_focus_lost, is_rtl, measure, scroll_soon};
use crate::model::messages::fill;
use crate::model::page::Timeline;
use crate::timeline::gesture::Gesture;
use crate::timeline::inertia::Inertia;
use crate::timeline::item::{Item, What};
use crate::timeline::keys::{Key, beyond, key, step};
use crate::timeline::layout::{Anchor, Layout, Metrics, Subject};
use crate::timeline::minimap::{Grip, bars, window};
use crate::timeline::picture::{Layers, Marks};
use crate::timeline::scale::whole;
use crate::timeline::shown::{Opened, Shown};
use crate::timeline::state::{Action, bounds};
use crate::timeline::viewport::{Bounds, Viewport};
use crate::timeline::words::{self, Words};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use std::sync::Arc;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

/// What the tab key stops at in the picture.
pub const TAB_STOP: &str = ".timeline__events [tabindex='0']";

/// With more marks than these, they take their places at once.
const MOST_GLIDING: usize = 200;

/// What the picture shows now.
#[derive(Clone)]
pub struct Now {
    /// What is shown of the events.
    pub shown: Arc<Shown>,
    /// What is open of it.
    pub opened: Opened,
    /// The part of time.
    pub viewport: Viewport,
}

/// Who keeps what the picture shows, and takes what the reader does in it.
pub trait Keeper: Clone + 'static {
    /// What to show now.
    fn now(&self) -> Now;
    /// Does what the reader asks for; calls [`Scene::draw`] once it is done.
    fn act(&self, action: Action);
    /// Calls [`Scene::glide`] in the next frame.
    fn on_frame(&self);
}

/// What a picture is made of.
#[derive(Clone)]
pub struct Material {
    /// The events.
    pub timeline: Arc<Timeline>,
    /// What it is written with.
    pub words: Arc<Words>,
    /// Where its events lead.
    pub links: Links,
}

/// The picture. It draws what its keeper says, and tells the keeper what keys and pointers ask for.
pub struct Scene<K> {
    pub(super) keeper: K,
    pub(super) surface: HtmlElement,
    pub(super) plot: HtmlElement,
    pub(super) map: HtmlElement,
    pub(super) gesture: Gesture,
    pub(super) inertia: Inertia,
    pub(super) ruler: Ruler,
    pub(super) rest: Option<TimeoutHandle>,
    pub(super) is_stirred: bool, // whether what is drawn next is one of many movements
    is_passing: bool,            // whether what is drawn now is one
    pub(super) metrics: Option<Metrics>,
    pub(super) viewport: Viewport,
    pub(super) glided: Viewport, // where a glide was at last
    pub(super) grip: Grip,       // what a pointer holds of the window on the map
    material: Material,
    bounds: Bounds,
    earlier: HtmlElement,
    painter: Painter,
    shown: Arc<Shown>,
    layout: Option<Layout>,
    marks: Marks,
    cursor: Option<usize>,       // the key that had the focus last
    reach_px: f64,               // how far beyond the window events are drawn
    height_px: f64,              // of the picture as it is drawn
    stretched: Option<Viewport>, // for what the picture was drawn out or pressed together, if it was since it was laid out
    earlier_words: String,
    has_many: bool,         // whether too many marks are drawn to glide
    mapped: Option<Bounds>, // the time of the bars that the map shows; none if they are others by now
}

impl<K: Keeper> Scene<K> {
    /// Takes over the elements of the picture. None if one is missing.
    #[must_use]
    pub fn new(
        keeper: K,
        material: Material,
        surface: &HtmlElement,
        map: &HtmlElement,
    ) -> Option<Self> {
        let part =
            |selector: &str| surface.query_selector(selector).ok()??.dyn_into::<HtmlElement>().ok();
        let bounds = bounds(&material.timeline);
        Some(Self {
            surface: surface.clone(),
            plot: part(".timeline__plot")?,
            map: map.clone(),
            earlier: part(".timeline__earlier")?,
            painter: Painter::new(surface, material.links.clone())?,
            gesture: Gesture::default(),
            inertia: Inertia::default(),
            ruler: Ruler::default(),
            rest: None,
            is_stirred: false,
            is_passing: false,
            metrics: None,
            viewport: Viewport::of(bounds),
            glided: Viewport::of(bounds),
            grip: Grip::MIDDLE,
            shown: keeper.now().shown,
            layout: None,
            marks: Marks::default(),
            cursor: None,
            reach_px: 0.0,
            height_px: -1.0, // that of the stylesheet, until it is painted
            stretched: None,
            earlier_words: String::new(),
            has_many: false,
            mapped: None,
            keeper,
            material,
            bounds,
        })
    }

    /// Takes note of the size, and draws if it has changed.
    pub fn measure(&mut self) {
        let now = measure(&self.plot);
        if now.is_some() && now != self.metrics {
            let is_first = self.metrics.is_none();
            self.metrics = now;
            set_whole(&self.surface, "--drawn-px", f64::from(self.surface.client_width())); // for paper
            self.stir(""); // what was prerendered for another width takes its places at once
            self.is_stirred = false; // and stands for what it stood for
            self.draw();
            if is_first && self.marks.opened.event.is_some() {
                // What was open before the picture was there must not be covered by what is told of it.
                scroll_soon(self.surface.clone().into(), "[aria-current]".to_owned());
            }
        }
    }

    /// Draws what is to be shown now: lays out anew only where what was laid out does not serve, and otherwise moves it.
    pub fn draw(&mut self) {
        let Some(metrics) = self.metrics else { return };
        let Now { shown, opened, viewport } = self.keeper.now();
        let as_of = shown.as_of();
        let now = Anchor { viewport, metrics };
        let is_same = Arc::ptr_eq(&shown, &self.shown);
        if !is_same {
            self.mapped = None;
            self.inertia.stop(); // other events are looked at where they stand
        }
        let before = self.layout.as_ref().map(|layout| layout.anchor);
        let serves = before.is_some_and(|anchor| anchor.serves(now))
            && is_same
            && opened.event == self.marks.opened.event;
        let is_stirred = std::mem::take(&mut self.is_stirred);
        let may_stretch = is_stirred && is_same && opened.event == self.marks.opened.event;
        if !serves && may_stretch && before.is_some_and(|anchor| anchor.stretches_to(now)) {
            self.stretch(now);
            return;
        }
        let is_stretched = self.stretched.take().is_some();
        if !serves {
            let subject = Subject {
                events: &self.material.timeline.events,
                index: &shown.index,
                eras: &self.material.timeline.eras,
                as_of,
                bounds: self.bounds,
            };
            self.layout = Some(Layout::new(subject, now, opened.event));
            // While one zooms each frame has a layout of its own, and what lies beyond the window is never seen.
            let is_zoomed = before.is_some_and(|anchor| !anchor.has_zoom_of(now));
            self.reach_px = if is_zoomed && is_stirred { 0.0 } else { now.reach_px() };
        }
        let is_passing = is_stirred && before.is_some();
        let anchor = before.filter(|_| serves).unwrap_or(now);
        let is_at_rest = self.is_passing && !is_passing;
        let reaches = anchor.shift_px(viewport).abs() <= self.reach_px && !is_at_rest;
        if !reaches {
            self.reach_px = now.reach_px();
        }
        (self.shown, self.viewport) = (shown, viewport);
        let stop = self.tab_stop(opened.event);
        let stop_before = std::mem::replace(&mut self.marks.stop, stop);
        let marks = Marks { stop, opened, as_of };
        let is_painted = serves && reaches && !is_stretched && marks == self.marks;
        // In a movement the tab stop often changes, and nothing else.
        if !is_painted || stop != stop_before && !stop.is_some_and(|key| self.painter.stop(key)) {
            self.marks = marks;
            self.is_passing = is_passing;
            self.paint();
        } else {
            self.painter.go_on();
        }
        self.painter.shift(anchor.shift_px(viewport));
        self.tell_earlier();
        self.draw_map();
    }

    /// Shows what was laid out for another zoom, near this one, until the movement rests or has gone on.
    fn stretch(&mut self, now: Anchor) {
        let Some(layout) = &self.layout else { return };
        let before = self.stretched.replace(now.viewport).unwrap_or(layout.anchor.viewport);
        let (from, to) = (before.scale(now.metrics.width_px), now.scale());
        let offset = |key| layout.get(key).map_or(0.0, |item: &Item| item.start_px - item.box_px());
        let ratio = before.span / now.viewport.span;
        self.painter.stretch(offset, |px| to.px_from_day(from.day_from_px(px)), ratio);
        self.painter.shift(0.0);
        (self.viewport, self.is_passing) = (now.viewport, true);
        self.tell_earlier();
        self.draw_map();
    }

    /// Where the tab key stops: where the focus was, else at the open event, else at the first in the window; not beyond it, where the focus
    /// would not be seen.
    fn tab_stop(&self, opened: Option<usize>) -> Option<usize> {
        let layout = self.layout.as_ref()?;
        let holder = |event: usize| layout.holder(&self.shown.index, event);
        let is_seen = |key: &usize| self.sees(*key);
        self.cursor
            .filter(|key| layout.find(*key).is_some())
            .or_else(|| self.cursor.map(Item::event_of).and_then(holder))
            .filter(is_seen)
            .or_else(|| opened.and_then(holder).filter(is_seen))
            .or_else(|| layout.first_shown(self.viewport))
    }

    /// Whether what has a key is in the window.
    fn sees(&self, key: usize) -> bool {
        self.layout.as_ref().is_some_and(|layout| {
            layout.get(key).is_some_and(|item| layout.is_in(item, self.viewport))
        })
    }

    fn paint(&mut self) {
        let Some(layout) = &self.layout else { return };
        let Material { timeline, words, .. } = &self.material;
        let layers = Layers::new(layout, words, timeline, self.bounds, &self.marks, self.reach_px);
        // Each mark that glides is a layer of its own: a few hundred would take longer to draw than the eye has patience.
        let has_many = layers.bars.len() > MOST_GLIDING;
        if has_many != self.has_many {
            set(&self.surface, "data-many", if has_many { "1" } else { "0" });
            self.has_many = has_many;
        }
        // It does not shrink from under a pointer, whose wheel would then turn something else.
        let is_held = self.is_passing || self.surface.matches(":hover").unwrap_or_default();
        let least_px = if is_held { self.height_px } else { 0.0 };
        let height_px = layout.height_px.max(least_px);
        if (self.height_px - height_px).abs() > 0.4 {
            // Handed down, a custom property would have every mark and title styled anew.
            set_px(&self.plot, "block-size", height_px);
            self.height_px = height_px;
        }
        self.painter.paint(layers, self.is_passing);
    }

    /// Counts what came before the window on its button.
    fn tell_earlier(&mut self) {
        let (first, last) = self.viewport.days();
        let count = self.shown.index.before(first);
        let words = &self.material.words;
        let date = words::day(words, first, last - first);
        let words =
            fill(&words.patterns.events_before, &[("n", &count.to_string()), ("date", &date)]);
        if self.earlier_words != words {
            self.earlier.set_hidden(count == 0);
            self.earlier.set_text_content(Some(&words));
            self.earlier_words = words;
        }
    }

    /// The time that the map shows: that of the opening, so long as the window stays in it; what came before would press it flat.
    #[must_use]
    pub fn map_bounds(&self) -> Bounds {
        let first = f64::from(self.material.timeline.opening.0);
        if self.viewport.start < first - 1.0 {
            self.bounds
        } else {
            Bounds { first, ..self.bounds }
        }
    }

    fn draw_map(&mut self) {
        let whole = self.map_bounds();
        let (start, length) = window(self.viewport, whole);
        set_whole(&self.map, "--start-mille", 1000.0 * start);
        set_whole(&self.map, "--length-mille", 1000.0 * length);
        if self.mapped.replace(whole) != Some(whole)
            && let Ok(Some(path)) = self.map.query_selector("path")
        {
            set(&path, "d", &bars(&self.shown.index, whole));
        }
    }

    /// Opens what was pressed, unless the press ended a drag.
    pub fn press(&mut self, event: &MouseEvent) {
        // A press without a pointer ends none, whatever a finger did before.
        let was_drag = self.gesture.take_drag() && event.detail() != 0;
        let Some(key) = key_of(event).filter(|_| was_drag || is_plain(event)) else { return };
        event.prevent_default();
        if was_drag {
            return;
        }
        let Some(layout) = &self.layout else { return };
        let action = match layout.get(key).map(|item| &item.what) {
            Some(What::Event(place)) => Action::Open(*place),
            Some(What::Cluster(lane, cluster)) => {
                let is_drawn = |event: usize| layout.find(Item::key_of(event)).is_some();
                let track = &self.shown.index.lanes[*lane].all;
                Action::Gather(cluster.members(track, is_drawn))
            }
            None => return,
        };
        self.keeper.act(action);
        self.cursor = Some(key);
        // What opens at the foot of the window must not cover what was pressed.
        let selector = [".timeline__events [data-key='", &key.to_string(), "']"].concat();
        scroll_soon(self.surface.clone().into(), selector);
    }

    /// Takes note of where the focus is, and shows it.
    pub fn follow_focus(&mut self, event: &Event) {
        let Some(key) = key_of(event) else { return };
        self.cursor = Some(key);
        self.draw();
        if !self.sees(key) {
            let day = self.material.timeline.events[Item::event_of(key)].entry.start;
            self.keeper.act(Action::Reveal(f64::from(day)));
        }
    }

    /// Shows all that came before the window. The button that asked for it is gone then.
    pub fn show_earlier(&mut self) {
        self.keeper.act(Action::Range(whole(self.bounds.first), self.viewport.days().1));
        focus_soon(self.surface.clone().into(), TAB_STOP.to_owned());
    }

    /// Does what a key means.
    pub fn on_key(&mut self, event: &KeyboardEvent) {
        self.inertia.stop();
        let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
        let Some(key) = key(&event.key(), is_rtl(&self.plot)).filter(|_| !has_modifier) else {
            return;
        };
        if !self.do_key(key) {
            return;
        }
        event.prevent_default();
        // What had the focus may have become part of a cluster, or have left the window.
        let surface: Element = self.surface.clone().into();
        request_animation_frame(move || {
            if is_focus_lost() {
                focus_soon(surface, TAB_STOP.to_owned());
            }
        });
    }

    fn do_key(&mut self, key: Key) -> bool {
        let Some(layout) = &self.layout else { return false };
        let here = self.marks.stop.and_then(|key| layout.find(key));
        match key {
            Key::Go(way) => {
                let events = &self.material.timeline.events;
                let far = |event: usize| (Item::key_of(event), events[event].entry.start);
                let near = |place: usize| (layout.items[place].key(), layout.items[place].day);
                let to = beyond(layout, &self.shown.index, here, way)
                    .map(far)
                    .or_else(|| step(layout, here?, way).map(near));
                let Some((key, day)) = to else { return true };
                if !self.viewport.shows(f64::from(day)) {
                    self.keeper.act(Action::Reveal(f64::from(day)));
                }
                self.cursor = Some(key);
                self.draw();
                focus_soon(self.surface.clone().into(), TAB_STOP.to_owned());
            }
            Key::Zoom(factor) => {
                let day = here.map(|here| f64::from(layout.items[here].day));
                self.keeper.act(Action::Zoom(factor, day.filter(|day| self.viewport.shows(*day))));
            }
            Key::Pan(part) => self.keeper.act(Action::PanBy(part)),
            Key::Fit => self.keeper.act(Action::Fit),
            Key::Close if self.marks.opened == Opened::default() || has_popover() => {
                return false;
            }
            Key::Close => self.keeper.act(Action::Close),
        }
        true
    }
}

/// The key of the bar that an event is about.
fn key_of(event: &Event) -> Option<usize> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest(".timeline__events [data-key]").ok()??.get_attribute("data-key")?.parse().ok()
}

/// Whether a press means this page, and not a new tab or window.
#[must_use]
pub fn is_plain(event: &MouseEvent) -> bool {
    !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}
