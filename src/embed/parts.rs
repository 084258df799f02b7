//! The elements of a bare page, found by their names, and small hands to write in them.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlElement};

/// Runs for each event of a kind in an element, for as long as the page lives.
pub fn listen<E: JsCast + 'static>(
    element: &Element,
    kind: &str,
    mut act: impl FnMut(E) + 'static,
) {
    let listener =
        Closure::<dyn FnMut(Event)>::new(move |event: Event| act(event.unchecked_into()));
    // Listening to an element that exists does not fail.
    let _ = element.add_event_listener_with_callback(kind, listener.as_ref().unchecked_ref());
    listener.forget();
}

/// The first element that a selector finds.
#[must_use]
pub fn find(root: &Element, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).ok()??.dyn_into().ok()
}

/// The part of the page with a name.
#[must_use]
pub fn part(root: &Element, name: &str) -> Option<HtmlElement> {
    find(root, &["[data-part='", name, "']"].concat())
}

/// Writes the words of a part, unless they are there already.
pub fn write(root: &Element, name: &str, words: &str) {
    if let Some(part) = part(root, name)
        && part.text_content().as_deref() != Some(words)
    {
        part.set_text_content(Some(words));
    }
}

/// Shows a part or hides it.
pub fn show(root: &Element, name: &str, is_shown: bool) {
    if let Some(part) = part(root, name) {
        part.set_hidden(!is_shown);
    }
}

/// Sets an attribute to `true` or `false`.
pub fn mark(element: &Element, name: &str, is_so: bool) {
    // The names are ours and well formed.
    let _ = element.set_attribute(name, if is_so { "true" } else { "false" });
}

/// A new element with a class and words, as the last child of another.
pub fn add(parent: &Element, tag: &str, class: &str, words: &str) -> Option<HtmlElement> {
    let element = document().create_element(tag).ok()?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    if !words.is_empty() {
        element.set_text_content(Some(words));
    }
    // A new element has no children and can be one.
    let _ = parent.append_child(&element);
    element.dyn_into().ok()
}
