//! Puts sprites into the document. What stays keeps its element, and with it focus and motion; this is why it is not left to a list that is
//! drawn anew, and it costs a fraction of it.

use super::sprite::Sprite;
use crate::timeline::scale::whole;
use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Names of the custom properties for a sprite's places.
const PROPERTIES: [&str; 4] = ["--start-px", "--top-px", "--length-px", "--title-px"];

/// One layer of the picture: an element and the sprites that are drawn in it.
pub struct Layer {
    parent: HtmlElement,
    is_list: bool,
    drawn: Vec<(Sprite, Element, HtmlElement)>, // with the outer element and the inner, which are one where there is no list
}

impl Layer {
    /// An empty layer. In a list each sprite is an item with a button; otherwise it is a plain box.
    #[must_use]
    pub fn new(parent: HtmlElement, is_list: bool) -> Self {
        Self { parent, is_list, drawn: Vec::new() }
    }

    /// Draws these sprites, in this order, and no others. Their keys must differ.
    pub fn paint(&mut self, sprites: Vec<Sprite>) {
        let mut before = std::mem::take(&mut self.drawn);
        for sprite in sprites {
            let kept = before
                .iter()
                .position(|(other, ..)| other.key == sprite.key)
                .map(|place| before.remove(place));
            let (old, outer, inner) = match kept {
                Some((old, outer, inner)) => (Some(old), outer, inner),
                None => match self.make() {
                    Some((outer, inner)) => (None, outer, inner),
                    None => continue,
                },
            };
            write(&inner, old.as_ref(), &sprite, self.is_list);
            self.drawn.push((sprite, outer, inner));
        }
        for (_, outer, _) in before {
            outer.remove();
        }
        let mut next = self.parent.first_child();
        for (_, outer, _) in &self.drawn {
            if next.as_ref().is_some_and(|next| next.is_same_node(Some(outer))) {
                next = outer.next_sibling();
            } else {
                // Both are elements of this document, and neither holds the other.
                let _ = self.parent.insert_before(outer, next.as_ref());
            }
        }
    }

    /// Moves the whole layer to where it was drawn for and so many pixels on, towards the inline end if above 0.
    pub fn shift(&self, px: f64) {
        set_whole(&self.parent, "--shift-px", px);
    }

    fn make(&self) -> Option<(Element, HtmlElement)> {
        let make = |tag: &str| document().create_element(tag).ok();
        let inner: HtmlElement =
            make(if self.is_list { "button" } else { "div" })?.dyn_into().ok()?;
        if !self.is_list {
            return Some((inner.clone().into(), inner));
        }
        set(&inner, "type", "button");
        let outer = make("li")?;
        // A new element takes a child.
        let _ = outer.append_child(&inner);
        Some((outer, inner))
    }
}

/// Writes what has changed of a sprite.
fn write(element: &HtmlElement, old: Option<&Sprite>, new: &Sprite, can_focus: bool) {
    let differs = |is_same: fn(&Sprite, &Sprite) -> bool| old.is_none_or(|old| !is_same(old, new));
    if old.is_none() {
        set(element, "data-key", &new.key.to_string());
        if let Some(id) = &new.event {
            set(element, "data-event", id);
        }
    }
    if differs(|old, new| old.class == new.class) {
        set(element, "class", &new.class);
    }
    if can_focus && differs(|old, new| old.is_stop == new.is_stop) {
        set(element, "tabindex", if new.is_stop { "0" } else { "-1" });
    }
    if new.is_current != old.is_some_and(|old| old.is_current) {
        // Setting or removing an attribute of this name does not fail.
        let _ = if new.is_current {
            element.set_attribute("aria-current", "true")
        } else {
            element.remove_attribute("aria-current")
        };
    }
    for (place, name) in PROPERTIES.iter().enumerate() {
        let px = new.places[place];
        if old.is_none_or(|old| (old.places[place] - px).abs() > 0.4) {
            set_whole(element, name, px);
        }
    }
    if differs(|old, new| old.parts == new.parts) {
        element.set_text_content(None);
        for (class, words) in &new.parts {
            append(element, class, words);
        }
    }
}

fn append(parent: &Element, class: &str, words: &str) {
    let Ok(part) = document().create_element("span") else { return };
    set(&part, "class", class);
    if class == "event-bar__count" {
        set(&part, "aria-hidden", "true"); // the title begins with the same number
    }
    part.set_text_content(Some(words));
    // A new element has no children and can be one.
    let _ = parent.append_child(&part);
}

/// Sets an attribute.
pub fn set(element: &Element, name: &str, value: &str) {
    // The names are ours and well formed.
    let _ = element.set_attribute(name, value);
}

/// Sets a custom property to a number, rounded to a whole one, to which the stylesheet gives a unit and a side.
pub fn set_whole(element: &HtmlElement, name: &str, number: f64) {
    // A custom property takes any value.
    let _ = element.style().set_property(name, &whole(number).to_string());
}
