//! The picture as it is prerendered: what stands in its layers, and where.
//!
//! Pictures need places, and a page with a strict policy has no `style` attributes; so the places are rules of a stylesheet that goes with
//! the page ([`Still::style`]), each for the key of what it places. The painter takes over what is drawn here once the program has come.

use super::paint::{LENGTHS, Links};
use crate::model::messages::fill;
use crate::model::page::Timeline;
use crate::timeline::filter::Titles;
use crate::timeline::layout::{Anchor, Layout, Metrics, Subject};
use crate::timeline::minimap::{bars, window};
use crate::timeline::picture::{Layers, Marks};
use crate::timeline::scale::whole;
use crate::timeline::shown::Shown;
use crate::timeline::sprite::Sprite;
use crate::timeline::state::{State, bounds};
use crate::timeline::viewport::{Bounds, Viewport};
use crate::timeline::words::{self, Words};
use crate::ui::erase::{CollectAny, Erase};
use leptos::prelude::*;
use std::fmt::Write;

/// The room of the lane names beside the plot, in CSS pixels.
const NAMES_PX: f64 = 136.0;

/// The picture of a timeline as it opens.
pub struct Still {
    /// The part of time.
    pub viewport: Viewport,
    /// What is shown of the events.
    pub shown: Shown,
    /// What is drawn.
    pub layers: Layers,
    width_px: f64,
    height_px: f64,
    map: Bounds,
}

impl Still {
    /// Draws it for a plot of this width, in CSS pixels, with the lane names beside it.
    #[must_use]
    pub fn new(timeline: &Timeline, words: &Words, width_px: f64) -> Self {
        let bounds = bounds(timeline);
        let state = State::default();
        let viewport = state.viewport(timeline, bounds);
        let shown = Shown::new(timeline, &Titles::default(), &state.filter, None);
        let (events, eras) = (&timeline.events, &timeline.eras);
        let subject = Subject { events, index: &shown.index, eras, as_of: None, bounds };
        let metrics = Metrics { width_px, font_px: 15.0, names_above: false };
        let layout = Layout::new(subject, Anchor { viewport, metrics }, None);
        let marks = Marks { stop: layout.first_shown(viewport), ..Marks::default() };
        let reach_px = layout.anchor.reach_px();
        let layers = Layers::new(&layout, words, timeline, bounds, &marks, reach_px);
        let map = Bounds { first: f64::from(timeline.opening.0), ..bounds };
        Self { viewport, shown, layers, width_px, height_px: layout.height_px, map }
    }

    /// The rules that place what is drawn.
    ///
    /// # Panics
    /// Never: writing to a string does not fail.
    #[must_use]
    pub fn style(&self) -> String {
        let mut style = String::new();
        let write = "writing to a string does not fail";
        let (width, height) = (self.width_px + NAMES_PX, self.height_px.round());
        let (start, length) = window(self.viewport, self.map);
        let [start, length] = [start, length].map(|part| (1000.0 * part).round());
        write!(
            style,
            ".timeline__picture{{--drawn-px:{width}}}.timeline__plot{{block-size:{height}px}}\
             .minimap{{--start-mille:{start};--length-mille:{length}}}"
        )
        .expect(write);
        let Layers { ticks, lanes, eras, bars } = &self.layers;
        let layers = [("ticks", ticks), ("lanes", lanes), ("eras", eras), ("events", bars)];
        for (layer, sprites) in layers {
            for sprite in sprites {
                let [x, y] = sprite.place.map(whole);
                write!(style, ".timeline__{layer} .k{}{{translate:{x}px {y}px", sprite.key)
                    .expect(write);
                for (name, px) in LENGTHS.iter().zip(sprite.lengths).filter(|(_, px)| *px > 0.0) {
                    write!(style, ";{name}:{}", whole(px)).expect(write);
                }
                style.push('}');
            }
        }
        style
    }

    /// How many events came before, and the words for it.
    #[must_use]
    pub fn earlier(&self, words: &Words) -> (usize, String) {
        let (first, last) = self.viewport.days();
        let count = self.shown.index.before(first);
        let date = words::day(words, first, last - first);
        let values = [("n", &*count.to_string()), ("date", &date)];
        (count, fill(&words.patterns.events_before, &values))
    }

    /// The bars of the map, as the path of an SVG.
    #[must_use]
    pub fn map(&self) -> String {
        bars(&self.shown.index, self.map)
    }

    /// The events and clusters.
    #[must_use]
    pub fn bars(&self, links: &Links) -> Vec<AnyView> {
        self.layers.bars.iter().map(|sprite| bar(sprite, links)).collect()
    }
}

/// Sprites that nobody presses.
#[must_use]
pub fn still(sprites: &[Sprite]) -> Vec<AnyView> {
    let one = |sprite: &Sprite| {
        let class = format!("{} k{}", sprite.class, sprite.key);
        view! { <div class=class data-key=sprite.key>{parts(sprite)}</div> }
    };
    sprites.iter().map(one).collect_any()
}

/// An event of the picture, or a cluster.
fn bar(sprite: &Sprite, links: &Links) -> AnyView {
    let tabindex = if sprite.is_stop { "0" } else { "-1" };
    let (class, key) = (sprite.class.clone(), sprite.key);
    let (place, name) = (format!("k{key}"), sprite.name.clone());
    match &sprite.event {
        Some(id) => view! {
            <li class=place>
                <a class=class data-key=key aria-label=name data-event=id.clone() href=links.to(id) draggable="false" tabindex=tabindex>{parts(sprite)}</a>
            </li>
        }
        .erase(),
        None => view! {
            <li class=place>
                <button type="button" class=class data-key=key aria-label=name tabindex=tabindex>{parts(sprite)}</button>
            </li>
        }
        .erase(),
    }
}

fn parts(sprite: &Sprite) -> Vec<AnyView> {
    let part = |(class, words): &(&'static str, String)| view! { <span class=*class>{words.clone()}</span> };
    sprite.parts.iter().map(part).collect_any()
}
