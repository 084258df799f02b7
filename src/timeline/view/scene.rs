//! The picture as it is drawn now: what was laid out, for what, and where the keyboard is in it.

use super::paint::{Layer, set, set_whole};
use super::sprite::{self, Sprite};
use super::surface::{Ruler, has_popover, is_focus_lost, is_rtl, measure};
use super::{Board, words};
use crate::model::messages::{Shell, fill};
use crate::model::page::Timeline;
use crate::timeline::gesture::Gesture;
use crate::timeline::item::{Item, What};
use crate::timeline::keys::{Key, key, step};
use crate::timeline::layout::{Anchor, Layout, Metrics, Subject};
use crate::timeline::minimap::{bars, window};
use crate::timeline::scale::whole;
use crate::timeline::shown::Shown;
use crate::timeline::state::{Action, bounds};
use crate::timeline::ticks::ticks;
use crate::timeline::viewport::{Bounds, Viewport};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use std::sync::Arc;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// What is marked in the picture.
#[derive(Clone, Default, PartialEq)]
struct Marks {
    stop: Option<usize>, // the key at which the tab key stops
    opened: super::Opened,
    as_of: Option<i32>,
}

/// The picture. It draws what the board says, and tells the board what keys and pointers ask for.
pub struct Scene {
    pub(super) board: Board,
    pub(super) surface: HtmlElement,
    pub(super) plot: HtmlElement,
    pub(super) map: HtmlElement,
    pub(super) gesture: Gesture,
    pub(super) ruler: Ruler,
    pub(super) rest: Option<TimeoutHandle>,
    pub(super) metrics: Option<Metrics>,
    pub(super) viewport: Viewport,
    timeline: Arc<Timeline>,
    shell: Arc<Shell>,
    earlier: HtmlElement,
    layers: [Layer; 4], // ticks, stripes, eras, bars
    shown: Arc<Shown>,
    layout: Option<Layout>,
    marks: Marks,
    cursor: Option<usize>, // the key that had the focus last
}

impl Scene {
    /// Takes over the elements of the picture. None if one is missing.
    #[must_use]
    pub fn new(
        board: Board,
        shell: Arc<Shell>,
        surface: &HtmlElement,
        map: &HtmlElement,
    ) -> Option<Self> {
        let part =
            |selector: &str| surface.query_selector(selector).ok()??.dyn_into::<HtmlElement>().ok();
        let timeline = board.timeline();
        let layer = |selector: &str, is_list: bool| Some(Layer::new(part(selector)?, is_list));
        Some(Self {
            surface: surface.clone(),
            plot: part(".timeline__plot")?,
            map: map.clone(),
            earlier: part(".timeline__earlier")?,
            layers: [
                layer(".timeline__ticks", false)?,
                layer(".timeline__lanes", false)?,
                layer(".timeline__eras", false)?,
                layer(".timeline__events", true)?,
            ],
            gesture: Gesture::default(),
            ruler: Ruler::default(),
            rest: None,
            metrics: None,
            viewport: Viewport::of(bounds(&timeline)),
            shown: untrack(move || board.shown()),
            layout: None,
            marks: Marks::default(),
            cursor: None,
            board,
            timeline,
            shell,
        })
    }

    /// Takes note of the size, and draws if it has changed.
    pub fn measure(&mut self) {
        let now = measure(&self.plot);
        if now.is_some() && now != self.metrics {
            let is_first = self.metrics.is_none();
            self.metrics = now;
            self.draw();
            if is_first && self.marks.opened.event.is_some() {
                // What was open before the picture was there must not be covered by what is told of it.
                self.board.scroll_soon("[data-timeline] [aria-current]".to_owned());
            }
        }
    }

    fn bounds(&self) -> Bounds {
        self.board.bounds
    }

    /// Draws what the board says now: lays out anew only where what was laid out does not serve, and otherwise moves it.
    pub fn draw(&mut self) {
        let Some(metrics) = self.metrics else { return };
        let (board, bounds, timeline) = (self.board, self.bounds(), self.timeline.clone());
        let (shown, opened) = untrack(move || (board.shown(), board.opened.get()));
        let (viewport, as_of) = board
            .state
            .with_untracked(|state| (state.viewport(&timeline, bounds), state.filter.as_of));
        let now = Anchor { viewport, metrics };
        let serves = self.layout.as_ref().is_some_and(|layout| layout.anchor.serves(now))
            && Arc::ptr_eq(&shown, &self.shown)
            && opened.event == self.marks.opened.event;
        if !serves {
            let subject = Subject {
                events: &timeline.events,
                index: &shown.index,
                eras: &timeline.eras,
                as_of,
                bounds,
            };
            self.layout = Some(Layout::new(subject, now, opened.event));
        }
        (self.shown, self.viewport) = (shown, viewport);
        let marks = Marks { stop: self.tab_stop(opened.event), opened, as_of };
        if !serves || marks != self.marks {
            self.marks = marks;
            self.paint();
        }
        if let Some(layout) = &self.layout {
            let shift_px = layout.anchor.shift_px(viewport);
            self.layers[0].shift(shift_px);
            self.layers[2].shift(shift_px);
            self.layers[3].shift(shift_px);
        }
        self.tell_earlier();
        self.draw_map();
    }

    /// Where the tab key stops: where the focus was, else at the open event, else at the first in the window.
    fn tab_stop(&self, opened: Option<usize>) -> Option<usize> {
        let layout = self.layout.as_ref()?;
        let holder = |event: usize| layout.holder(&self.shown.index, event);
        self.cursor
            .filter(|key| layout.find(*key).is_some())
            .or_else(|| self.cursor.map(Item::event_of).and_then(holder))
            .or_else(|| opened.and_then(holder))
            .or_else(|| layout.first_shown(self.viewport))
    }

    fn paint(&mut self) {
        let Some(layout) = &self.layout else { return };
        let (messages, timeline, anchor) = (&self.shell.messages, &*self.timeline, layout.anchor);
        let (scale, width_px) = (anchor.scale(), anchor.metrics.width_px);
        let first = scale.day_from_px(-width_px).max(self.board.bounds.first);
        let last = scale.day_from_px(2.0 * width_px).min(self.board.bounds.last);
        let marks = ticks(scale, whole(first.ceil()), whole(last.floor()), anchor.metrics.font_px);
        let mut axis: Vec<Sprite> =
            marks.iter().map(|tick| sprite::tick(messages, timeline, tick)).collect();
        axis.extend(self.marks.as_of.map(|day| sprite::as_of(scale.px_of(day + 1))));
        let stripes =
            layout.stripes.iter().map(|stripe| sprite::stripe(messages, *stripe)).collect();
        let eras = layout.bands.iter().map(|band| sprite::era(timeline, band)).collect();
        let stop = self.marks.stop.and_then(|key| layout.find(key));
        let mut near: Vec<usize> = layout.near().collect();
        if let Some(stop) = stop.filter(|stop| !near.contains(stop)) {
            near.insert(near.partition_point(|place| *place < stop), stop);
        }
        let bars = near.into_iter().map(|place| {
            let item = &layout.items[place];
            let mut bar = sprite::bar(messages, timeline, item);
            bar.is_stop = stop == Some(place);
            bar.is_current = match &item.what {
                What::Event(event) => self.marks.opened.event == Some(*event),
                What::Cluster(_, cluster) => {
                    self.marks.opened.gathered.first() == Some(&cluster.first)
                }
            };
            bar
        });
        let bars: Vec<Sprite> = bars.collect();
        set_whole(&self.surface, "--height-px", layout.height_px);
        for (layer, sprites) in self.layers.iter_mut().zip([axis, stripes, eras, bars]) {
            layer.paint(sprites);
        }
    }

    /// Counts what came before the window on its button.
    fn tell_earlier(&self) {
        let (first, last) = self.viewport.days();
        let count = self.shown.index.before(first);
        let messages = &self.shell.messages;
        let date = words::day(messages, &self.timeline, first, last - first);
        let words = fill(&messages.events_before, &[("n", &count.to_string()), ("date", &date)]);
        if self.earlier.text_content().as_deref() != Some(&words) {
            self.earlier.set_hidden(count == 0);
            self.earlier.set_text_content(Some(&words));
        }
    }

    /// The time that the map shows: that of the opening, so long as the window stays in it; what came before would press it flat.
    #[must_use]
    pub fn map_bounds(&self) -> Bounds {
        let first = f64::from(self.timeline.opening.0);
        if self.viewport.start < first - 1.0 {
            self.bounds()
        } else {
            Bounds { first, ..self.bounds() }
        }
    }

    fn draw_map(&self) {
        let whole = self.map_bounds();
        let (start, length) = window(self.viewport, whole);
        set_whole(&self.map, "--start-mille", 1000.0 * start);
        set_whole(&self.map, "--length-mille", 1000.0 * length);
        if let Ok(Some(path)) = self.map.query_selector("path") {
            let drawn = bars(&self.shown.index, whole);
            if path.get_attribute("d").as_deref() != Some(&drawn) {
                set(&path, "d", &drawn);
            }
        }
    }

    /// Opens what was pressed, unless the press ended a drag.
    pub fn press(&mut self, event: &Event) {
        let Some(key) = key_of(event).filter(|_| !self.gesture.take_drag()) else { return };
        let Some(layout) = &self.layout else { return };
        match layout.get(key).map(|item| &item.what) {
            Some(What::Event(place)) => self.board.act(Action::Open(*place)),
            Some(What::Cluster(lane, cluster)) => {
                let is_drawn = |event: usize| layout.find(Item::key_of(event)).is_some();
                let members = self.shown.index.lanes[*lane].all.clone();
                self.board.act(Action::Gather(cluster.members(&members, is_drawn)));
            }
            None => return,
        }
        self.cursor = Some(key);
        // What opens at the foot of the window must not cover what was pressed.
        self.board.scroll_soon(format!("[data-timeline] [data-key='{key}']"));
    }

    /// Takes note of where the focus is.
    pub fn follow_focus(&mut self, event: &Event) {
        if let Some(key) = key_of(event) {
            self.cursor = Some(key);
            self.draw();
        }
    }

    /// Shows all that came before the window.
    pub fn show_earlier(&mut self) {
        self.board.act(Action::Range(whole(self.bounds().first), self.viewport.days().1));
    }

    /// Does what a key means.
    pub fn on_key(&mut self, event: &KeyboardEvent) {
        let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
        let Some(key) = key(&event.key(), is_rtl(&self.plot)).filter(|_| !has_modifier) else {
            return;
        };
        if !self.do_key(key) {
            return;
        }
        event.prevent_default();
        // What had the focus may have become part of a cluster.
        let board = self.board;
        request_animation_frame(move || {
            if is_focus_lost() {
                board.focus_soon("[data-timeline] [tabindex='0']".to_owned());
            }
        });
    }

    fn do_key(&mut self, key: Key) -> bool {
        let Some(layout) = &self.layout else { return false };
        let here = self.marks.stop.and_then(|key| layout.find(key));
        match key {
            Key::Go(way) => {
                let Some(item) =
                    here.and_then(|here| step(layout, here, way)).map(|place| &layout.items[place])
                else {
                    return true;
                };
                if !self.viewport.shows(f64::from(item.day)) {
                    self.board.act(Action::Reveal(f64::from(item.day)));
                }
                self.board.focus_soon(format!("[data-timeline] [data-key='{}']", item.key()));
                self.cursor = Some(item.key());
                self.draw();
            }
            Key::Zoom(factor) => {
                let day = here.map(|here| f64::from(layout.items[here].day));
                self.board.act(Action::Zoom(factor, day.filter(|day| self.viewport.shows(*day))));
            }
            Key::Pan(part) => self.board.act(Action::PanBy(part)),
            Key::Fit => self.board.act(Action::Fit),
            Key::Close if self.marks.opened == super::Opened::default() || has_popover() => {
                return false;
            }
            Key::Close => self.board.act(Action::Close),
        }
        true
    }
}

/// The key of the bar that an event is about.
fn key_of(event: &Event) -> Option<usize> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest("[data-key]").ok()??.get_attribute("data-key")?.parse().ok()
}
