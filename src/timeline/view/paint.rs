//! Puts sprites into the document. What stays keeps its element, and with it focus and motion; this is why it is not left to a list that is
//! drawn anew, and it costs a fraction of it.

use crate::timeline::picture::Layers;
use crate::timeline::scale::whole;
use crate::timeline::sprite::Sprite;
use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Names of the custom properties for a sprite's places.
pub const PROPERTIES: [&str; 4] = ["--start-px", "--top-px", "--length-px", "--title-px"];

/// Where the events of a picture lead: what stands in an address before the id and after it.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// Before the id.
    pub before: String,
    /// After the id.
    pub after: String,
}

impl Links {
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

    /// Draws what is given and nothing else.
    pub fn paint(&mut self, layers: Layers) {
        let Layers { ticks, lanes, eras, bars } = layers;
        for (layer, sprites) in self.layers.iter_mut().zip([ticks, lanes, eras, bars]) {
            layer.paint(sprites);
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

    /// Moves all but the lanes so many pixels from where they were drawn, towards the inline end if above 0.
    pub fn shift(&self, px: f64) {
        for place in [0, 2, 3] {
            set_whole(&self.layers[place].parent, "--shift-px", px);
        }
    }
}

/// One layer: an element and the sprites that are drawn in it. With links, it is a list.
struct Layer {
    parent: HtmlElement,
    links: Option<Links>,
    drawn: Vec<Drawn>,
}

/// A sprite in the document.
struct Drawn {
    key: usize,
    sprite: Option<Sprite>, // none if it was prerendered
    outer: Element,
    inner: HtmlElement, // the same where there is no list
}

impl Layer {
    fn new(parent: HtmlElement, links: Option<Links>) -> Self {
        let mut drawn = Vec::new();
        let mut next = parent.first_element_child();
        while let Some(outer) = next {
            next = outer.next_element_sibling();
            let inner =
                if links.is_some() { outer.first_element_child() } else { Some(outer.clone()) };
            let inner = inner.and_then(|inner| inner.dyn_into::<HtmlElement>().ok());
            let key =
                inner.as_ref().and_then(|inner| inner.get_attribute("data-key")?.parse().ok());
            match (key, inner) {
                (Some(key), Some(inner)) => drawn.push(Drawn { key, sprite: None, outer, inner }),
                _ => outer.remove(),
            }
        }
        Self { parent, links, drawn }
    }

    /// Draws these sprites, in this order, and no others. Their keys must differ.
    fn paint(&mut self, sprites: Vec<Sprite>) {
        let mut before: Vec<Option<Drawn>> = self.drawn.drain(..).map(Some).collect();
        before.sort_unstable_by_key(|drawn| drawn.as_ref().map(|drawn| drawn.key));
        let keys: Vec<usize> = before.iter().flatten().map(|drawn| drawn.key).collect();
        for sprite in sprites {
            let kept = keys.binary_search(&sprite.key).ok().and_then(|place| before[place].take());
            let Some(mut drawn) = kept.or_else(|| self.make(&sprite)) else { continue };
            write(&drawn.inner, drawn.sprite.as_ref(), &sprite, self.links.is_some());
            drawn.sprite = Some(sprite);
            self.drawn.push(drawn);
        }
        for drawn in before.into_iter().flatten() {
            drawn.outer.remove();
        }
        let mut next = self.parent.first_child();
        for Drawn { outer, .. } in &self.drawn {
            if next.as_ref().is_some_and(|next| next.is_same_node(Some(outer))) {
                next = outer.next_sibling();
            } else {
                // Both are elements of this document, and neither holds the other.
                let _ = self.parent.insert_before(outer, next.as_ref());
            }
        }
    }

    fn make(&self, sprite: &Sprite) -> Option<Drawn> {
        let make = |tag: &str| document().create_element(tag).ok();
        let Some(links) = &self.links else {
            let outer = make("div")?;
            set(&outer, "data-key", &sprite.key.to_string());
            let inner = outer.clone().dyn_into().ok()?;
            return Some(Drawn { key: sprite.key, sprite: None, outer, inner });
        };
        let inner: HtmlElement = if let Some(id) = &sprite.event {
            let link = make("a")?;
            set(&link, "href", &links.to(id));
            set(&link, "draggable", "false"); // what is dragged is the picture
            set(&link, "data-event", id);
            link
        } else {
            let button = make("button")?;
            set(&button, "type", "button");
            button
        }
        .dyn_into()
        .ok()?;
        set(&inner, "data-key", &sprite.key.to_string());
        let outer = make("li")?;
        // A new element takes a child.
        let _ = outer.append_child(&inner);
        Some(Drawn { key: sprite.key, sprite: None, outer, inner })
    }
}

/// Writes what has changed of a sprite.
fn write(element: &HtmlElement, old: Option<&Sprite>, new: &Sprite, can_focus: bool) {
    let differs = |is_same: fn(&Sprite, &Sprite) -> bool| old.is_none_or(|old| !is_same(old, new));
    if differs(|old, new| old.class == new.class) {
        set(element, "class", &new.class);
    }
    if can_focus && differs(|old, new| old.is_stop == new.is_stop) {
        set_stop(element, new.is_stop);
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

fn set_stop(element: &Element, is_stop: bool) {
    set(element, "tabindex", if is_stop { "0" } else { "-1" });
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
