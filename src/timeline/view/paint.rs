//! Puts sprites into the document. What stays keeps its element, and with it focus and motion; this is why it is not left to a list that is
//! drawn anew, and it costs a fraction of it.

use crate::timeline::item::Item;
use crate::timeline::picture::Layers;
use crate::timeline::scale::whole;
use crate::timeline::sprite::Sprite;
use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// How many of a layer are given words in one frame of a movement, so that a browser lays them out in time. The others follow while one pans, with
/// the next layout, or at rest; not while the picture is drawn out, which alone fills a frame.
const MOST_NEW: usize = 12;

/// Names of the custom properties for a sprite's lengths.
pub const LENGTHS: [&str; 3] = ["--length-px", "--title-px", "--over-px"];

/// Where the events of a picture lead: what stands in an address before the id and after it.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// Before the id.
    pub before: String,
    /// After the id.
    pub after: String,
}

impl Links {
    /// Those of which a path tells that has `*` for the id.
    #[must_use]
    pub fn of(path: &str) -> Self {
        let (before, after) = path.split_once('*').unwrap_or_default();
        Self { before: before.to_owned(), after: after.to_owned() }
    }

    /// Where an event leads.
    #[must_use]
    pub fn to(&self, id: &str) -> String {
        [&*self.before, id, &self.after].concat()
    }
}

/// The layers of the picture in the document.
pub struct Painter {
    layers: [Layer; 4], // ticks, lanes, eras, bars
}

impl Painter {
    /// Takes over the layers of a surface, with what is drawn in them. None if one is missing.
    #[must_use]
    pub fn new(surface: &Element, links: Links) -> Option<Self> {
        let layer = |name: &str, links: Option<Links>| {
            let parent = surface.query_selector(name).ok()??.dyn_into().ok()?;
            Some(Layer::new(parent, links))
        };
        Some(Self {
            layers: [
                layer(".timeline__ticks", None)?,
                layer(".timeline__lanes", None)?,
                layer(".timeline__eras", None)?,
                layer(".timeline__events", Some(links))?,
            ],
        })
    }

    /// Draws what is given and nothing else. In passing, elements that are left over stand for what is new, some of what is new waits for
    /// [`Painter::go_on`], and the order in which they are read is left for the next time.
    pub fn paint(&mut self, layers: Layers, is_passing: bool) {
        let Layers { ticks, lanes, eras, bars } = layers;
        for (layer, sprites) in self.layers.iter_mut().zip([ticks, lanes, eras, bars]) {
            layer.paint(sprites, is_passing);
        }
    }

    /// Draws some more of what waits.
    pub fn go_on(&mut self) {
        for layer in &mut self.layers {
            layer.go_on();
        }
    }

    /// Has the tab key stop at a bar and at no other. Says whether that is drawn.
    pub fn stop(&mut self, key: usize) -> bool {
        let mut is_drawn = false;
        let [.., bars] = &mut self.layers;
        for Drawn { sprite, inner, .. } in &mut bars.drawn {
            let Some(sprite) = sprite else { continue };
            let is_stop = sprite.key == key;
            if sprite.is_stop != is_stop {
                sprite.is_stop = is_stop;
                set_stop(inner, is_stop);
            }
            is_drawn |= is_stop;
        }
        is_drawn
    }

    /// Draws the picture out or presses it together: each tick, era, event and cluster moves to where `to` has its day, which stands so far
    /// from its inline start as `offset` says of the key of an event or cluster. What lasts becomes longer by `ratio`. Nothing comes or goes.
    pub fn stretch(&mut self, offset: impl Fn(usize) -> f64, to: impl Fn(f64) -> f64, ratio: f64) {
        for at in [0, 2, 3] {
            for Drawn { sprite, outer, inner, .. } in &mut self.layers[at].drawn {
                let Some(sprite) = sprite else { continue };
                let offset_px = if at == 3 { offset(sprite.key) } else { 0.0 };
                let ([x, _], [length_px, ..]) = (&mut sprite.place, &mut sprite.lengths);
                *x = to(*x + offset_px) - offset_px;
                move_to(outer, sprite.place);
                if *length_px > 0.0 {
                    *length_px *= ratio;
                    set_whole(inner, LENGTHS[0], *length_px);
                }
            }
            for Sprite { key, place: [x, _], lengths: [length_px, ..], .. } in
                &mut self.layers[at].waiting
            {
                let offset_px = if at == 3 { offset(*key) } else { 0.0 };
                *x = to(*x + offset_px) - offset_px;
                *length_px *= ratio;
            }
        }
    }

    /// Moves all but the lanes so many pixels from where they were drawn, towards the inline end if above 0. Titles over bars stay in the window.
    pub fn shift(&mut self, px: f64) {
        let [.., bars] = &mut self.layers;
        for Drawn { sprite, inner, .. } in &mut bars.drawn {
            let Some(Sprite { place: [x, _], lengths: [length_px, title_px, over_px], .. }) =
                sprite.as_mut().filter(|sprite| sprite.lengths[2] > 0.0)
            else {
                continue;
            };
            let now_px = Item::over_px(*x + px).min(*length_px - *title_px).max(1.0);
            if whole(now_px) != whole(*over_px) {
                set_whole(inner, LENGTHS[2], now_px);
                *over_px = now_px;
            }
        }
        for place in [0, 2, 3] {
            move_to(&self.layers[place].parent, [px, 0.0]);
        }
    }
}

/// One layer: an element and the sprites that are drawn in it. With links, it is a list.
struct Layer {
    parent: HtmlElement,
    links: Option<Links>,
    drawn: Vec<Drawn>,
    waiting: Vec<Sprite>, // to be drawn in one of the next frames
}

/// A sprite in the document.
struct Drawn {
    key: usize,
    sprite: Option<Sprite>, // none if it was prerendered
    outer: HtmlElement, // it has a place and no other style: then the browser changes nothing else about it
    inner: HtmlElement, // what has the lengths; the same where there is no list
}

impl Layer {
    fn new(parent: HtmlElement, links: Option<Links>) -> Self {
        let mut drawn = Vec::new();
        let mut next = parent.first_element_child();
        while let Some(outer) = next {
            next = outer.next_element_sibling();
            let outer: HtmlElement = outer.unchecked_into();
            let inner =
                links.as_ref().map_or(Some(outer.clone().into()), |_| outer.first_element_child());
            let key =
                inner.as_ref().and_then(|inner| inner.get_attribute("data-key")?.parse().ok());
            if let (Some(key), Some(inner)) = (key, inner) {
                drawn.push(Drawn { key, sprite: None, outer, inner: inner.unchecked_into() });
            } else {
                outer.remove();
            }
        }
        Self { parent, links, drawn, waiting: Vec::new() }
    }

    /// Draws these sprites, in this order, and no others. Their keys must differ.
    fn paint(&mut self, sprites: Vec<Sprite>, is_passing: bool) {
        let mut spare = std::mem::take(&mut self.drawn);
        let mut take =
            |fits: &dyn Fn(&Drawn) -> bool| Some(spare.swap_remove(spare.iter().position(fits)?));
        let kept: Vec<Option<Drawn>> =
            sprites.iter().map(|sprite| take(&|drawn| drawn.key == sprite.key)).collect();
        let is_said = |kept: Option<&Drawn>, sprite: &Sprite| {
            kept.and_then(|kept| kept.sprite.as_ref()).is_some_and(|old| old.parts == sprite.parts)
        };
        let new_count = sprites
            .iter()
            .zip(&kept)
            .filter(|(sprite, kept)| !is_said(kept.as_ref(), sprite))
            .count();
        // One of so many is drawn at once, so that what is drawn is spread over the picture.
        let part = if is_passing { new_count.div_ceil(MOST_NEW) } else { 1 };
        let mut number = 0;
        self.waiting.clear();
        for (sprite, kept) in sprites.into_iter().zip(kept) {
            number += usize::from(!is_said(kept.as_ref(), &sprite));
            if kept.is_none() && !sprite.is_stop && number % part != 0 {
                self.waiting.push(sprite);
                continue;
            }
            let can_be =
                |drawn: &Drawn| drawn.sprite.as_ref().is_some_and(|old| old.can_become(&sprite));
            let found = if is_passing { kept.or_else(|| take(&can_be)) } else { kept };
            self.draw(found, sprite);
        }
        for drawn in spare {
            drawn.outer.remove();
        }
        if !is_passing {
            self.sort();
        }
    }

    /// Draws some of what waits.
    fn go_on(&mut self) {
        let waiting = self.waiting.split_off(MOST_NEW.min(self.waiting.len()));
        for sprite in std::mem::replace(&mut self.waiting, waiting) {
            self.draw(None, sprite);
        }
    }

    /// Draws a sprite with an element, or a new one.
    fn draw(&mut self, found: Option<Drawn>, sprite: Sprite) {
        let Some(mut drawn) = found.or_else(|| self.make(&sprite)) else { return };
        self.write(&drawn, &sprite);
        (drawn.key, drawn.sprite) = (sprite.key, Some(sprite));
        self.drawn.push(drawn);
    }

    /// Brings the elements into the order of what is drawn. The one at which the tab key stops stays in the document, lest it lose the focus.
    fn sort(&self) {
        let mut next = self.parent.first_element_child();
        for Drawn { outer, sprite, .. } in &self.drawn {
            if sprite.as_ref().is_some_and(|sprite| sprite.is_stop) {
                while let Some(other) = next.take_if(|next| *next != **outer) {
                    next = other.next_element_sibling();
                    // Both are elements of this document, and neither holds the other.
                    let _ = self.parent.append_child(&other);
                }
            }
            if next.as_ref() == Some(&**outer) {
                next = outer.next_element_sibling();
            } else {
                let _ = self.parent.insert_before(outer, next.as_deref());
            }
        }
    }

    /// A new element, as the last of the layer.
    fn make(&self, sprite: &Sprite) -> Option<Drawn> {
        let make = |tag: &str| document().create_element(tag).ok();
        let outer = make(if self.links.is_some() { "li" } else { "div" })?;
        let inner = if self.links.is_none() {
            outer.clone()
        } else if sprite.event.is_some() {
            let link = make("a")?;
            set(&link, "draggable", "false"); // what is dragged is the picture
            link
        } else {
            let button = make("button")?;
            set(&button, "type", "button");
            button
        };
        // A new element takes a child, and can be one.
        if self.links.is_some() {
            let _ = outer.append_child(&inner);
        }
        let _ = self.parent.append_child(&outer);
        let [outer, inner] = [outer, inner].map(JsCast::unchecked_into);
        Some(Drawn { key: sprite.key, sprite: None, outer, inner })
    }

    /// Writes what has changed of a sprite.
    fn write(&self, drawn: &Drawn, new: &Sprite) {
        let Drawn { sprite: old, outer, inner, .. } = drawn;
        let differs = |is_same: fn(&Sprite, &Sprite) -> bool| {
            old.as_ref().is_none_or(|old| !is_same(old, new))
        };
        if old.is_none() {
            outer.set_class_name(""); // of the place that was prerendered
        }
        if differs(|old, new| old.key == new.key) {
            set(inner, "data-key", &new.key.to_string());
        }
        if differs(|old, new| old.event == new.event)
            && let (Some(id), Some(links)) = (&new.event, &self.links)
        {
            set(inner, "href", &links.to(id));
            set(inner, "data-event", id);
        }
        if differs(|old, new| old.class == new.class) {
            set(inner, "class", &new.class);
        }
        if differs(|old, new| old.name == new.name)
            && let Some(name) = &new.name
        {
            set(inner, "aria-label", name);
        }
        if self.links.is_some() && differs(|old, new| old.is_stop == new.is_stop) {
            set_stop(inner, new.is_stop);
        }
        // What is taken over may be marked from before.
        if differs(|old, new| old.is_current == new.is_current) {
            mark_current(inner, new.is_current);
        }
        if differs(|old, new| old.place.map(whole) == new.place.map(whole)) {
            move_to(outer, new.place);
        }
        for (at, name) in LENGTHS.iter().enumerate() {
            let px = new.lengths[at];
            if (old.as_ref().map_or(0.0, |old| old.lengths[at]) - px).abs() > 0.4 {
                set_whole(inner, name, px);
            }
        }
        let is_said = old.is_none() && says(inner, new);
        if differs(Sprite::has_parts_of) && !is_said {
            inner.set_text_content(None);
            for (class, words) in &new.parts {
                append(inner, class, words);
            }
        } else if !is_said
            && differs(|old, new| old.parts == new.parts)
            && let Some((_, words)) = new.parts.last()
        {
            // No part but the last has words.
            let mut last = inner.first_element_child();
            while let Some(next) = last.as_ref().and_then(Element::next_element_sibling) {
                last = Some(next);
            }
            if let Some(last) = last {
                last.set_text_content(Some(words));
            }
        }
    }
}

/// Whether what was prerendered says the same. To write it again would have it laid out again.
fn says(element: &Element, sprite: &Sprite) -> bool {
    let words: String = sprite.parts.iter().map(|(_, words)| &**words).collect();
    usize::try_from(element.child_element_count()) == Ok(sprite.parts.len())
        && element.text_content() == Some(words)
}

fn set_stop(element: &Element, is_stop: bool) {
    set(element, "tabindex", if is_stop { "0" } else { "-1" });
}

fn append(parent: &Element, class: &str, words: &str) {
    let Ok(part) = document().create_element("span") else { return };
    set(&part, "class", class);
    part.set_text_content(Some(words));
    // A new element has no children and can be one.
    let _ = parent.append_child(&part);
}

/// Marks what is open, or no more.
pub fn mark_current(element: &Element, is_current: bool) {
    // Setting or removing an attribute of this name does not fail.
    let _ = if is_current {
        element.set_attribute("aria-current", "true")
    } else {
        element.remove_attribute("aria-current")
    };
}

/// Sets an attribute.
pub fn set(element: &Element, name: &str, value: &str) {
    // The names are ours and well formed.
    let _ = element.set_attribute(name, value);
}

/// Moves an element to a place: so many pixels towards the inline end, which the stylesheet mirrors where that is on the left, and down.
fn move_to(element: &HtmlElement, place: [f64; 2]) {
    let [x, y] = place.map(|px| whole(px).to_string());
    // These are lengths.
    let _ = element.style().set_property("translate", &[&x, "px ", &y, "px"].concat());
}

/// Sets a length, rounded to whole pixels.
pub fn set_px(element: &HtmlElement, name: &str, px: f64) {
    let _ = element.style().set_property(name, &[&whole(px).to_string(), "px"].concat());
}

/// Sets a custom property to a number, rounded to a whole one, to which the stylesheet gives a unit and a side.
pub fn set_whole(element: &HtmlElement, name: &str, number: f64) {
    // A custom property takes any value.
    let _ = element.style().set_property(name, &whole(number).to_string());
}
