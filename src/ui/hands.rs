//! What hands do anywhere on a page: arrow keys and fingers turn over to the next step of the walk or back, as pages are turned, and a mouse drags
//! what is too large for its frame.
//!
//! One listener for all of it; it also moves a map by its buttons, keeps the middle of one that is shown nearer, and marks a place on it and in
//! its list at once. Arrows are left to what has a use for them: fields, and what scrolls or has a tab stop for itself. Fingers, wheels and keys
//! scroll a frame by themselves.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use std::cell::{Cell, RefCell};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent};

/// How far a finger has to go, in CSS pixels, and how many times further along than across.
const LEAST_PX: i32 = 60;
const STEEPEST: i32 = 2;
/// What has a use of its own for arrows and fingers.
const OTHERS: &str = "input, select, textarea, [data-frame], [tabindex='0']";

/// What leads to a place, in the list beside a map or on it.
const PLACE: &str = ".atlas__spot, .drawn ~ * a[data-place]";

/// What is listened for.
const KINDS: [&str; 8] = [
    "keydown",
    "pointerdown",
    "pointerup",
    "pointermove",
    "pointerover",
    "focusin",
    "click",
    "change",
];

/// Listens for as long as the page lives.
pub fn listen() {
    let finger = Cell::new(None);
    let lit = RefCell::new(Vec::new());
    // Turning over clicks a link, which comes back here before it is done: so it must not be one that changes what it holds.
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let within = |selector: &str| element.as_ref()?.closest(selector).ok()?;
        let frame = || within(".atlas")?.query_selector("[data-frame]").ok()?;
        match event.type_().as_str() {
            "keydown" if within(OTHERS).is_none() => turn_by_key(&event),
            "pointerdown" => {
                let at = finger_at(&event).filter(|_| within(OTHERS).is_none());
                finger.set(at);
            }
            "pointerup" => {
                if let (Some([x, y]), Some(now)) = (finger.take(), finger_at(&event)) {
                    let (along, across) = (now[0] - x, now[1] - y);
                    if along.abs() >= LEAST_PX && along.abs() > STEEPEST * across.abs() {
                        turn(-along.signum());
                    }
                }
            }
            "pointermove" => {
                if let (Some(frame), Some(by)) = (within("[data-frame]"), dragged(&event)) {
                    frame.scroll_by_with_x_and_y(by[0], by[1]);
                }
            }
            "pointerover" | "focusin" => light(&mut lit.borrow_mut(), within(PLACE)),
            // A key presses a button as a pointer does, and not every engine tells of it as of a pointer.
            "click" => {
                if let (Some(button), Some(frame)) = (within("[data-move]"), frame()) {
                    move_map(&frame, &button);
                }
            }
            "change" => {
                if let Some(frame) = frame() {
                    keep_middle(&frame, element.as_ref());
                }
            }
            _ => {}
        }
    });
    for kind in KINDS {
        // Listening to a window that exists does not fail.
        let _ = window().add_event_listener_with_callback(kind, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

/// Turns over if this is an arrow along the line that nothing else has used.
fn turn_by_key(event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
    if !has_modifier && !event.default_prevented() {
        match event.key().as_str() {
            "ArrowRight" => turn(1),
            "ArrowLeft" => turn(-1),
            _ => {}
        }
    }
}

/// Where a finger is, in CSS pixels; none if it is none.
fn finger_at(event: &Event) -> Option<[i32; 2]> {
    let event: &PointerEvent = event.dyn_ref()?;
    (event.pointer_type() == "touch").then(|| [event.client_x(), event.client_y()])
}

/// How far a mouse drags what it is on, in CSS pixels; none if it drags nothing.
fn dragged(event: &Event) -> Option<[f64; 2]> {
    let event: &PointerEvent = event.dyn_ref()?;
    let is_drag = event.buttons() == 1 && event.pointer_type() != "touch";
    is_drag.then(|| [event.movement_x(), event.movement_y()].map(|by| -f64::from(by)))
}

/// Marks all links on maps and in lists that lead to the place to which this one leads, and no others.
fn light(lit: &mut Vec<Element>, link: Option<Element>) {
    for one in lit.drain(..) {
        // Removing an attribute does not fail.
        let _ = one.remove_attribute("data-lit");
    }
    let Some(href) = link.and_then(|link| link.get_attribute("href")) else { return };
    let Ok(alike) = document().query_selector_all(&["main a[href='", &href, "']"].concat()) else {
        return;
    };
    for one in (0..alike.length()).filter_map(|place| alike.item(place)) {
        let one: Element = one.unchecked_into();
        // Nor does setting a data attribute.
        let _ = one.set_attribute("data-lit", "");
        lit.push(one);
    }
}

/// Moves a map in its frame by half of what is seen of it.
fn move_map(frame: &Element, button: &Element) {
    let way = button.get_attribute("data-move").unwrap_or_default();
    // To read numbers with a point the program would grow by 13 kB.
    let mut way = way.split(' ').filter_map(|part| part.parse::<i32>().ok());
    let mut by = |size: i32| f64::from(way.next().unwrap_or_default() * size / 2);
    let (across, down) = (by(frame.client_width()), by(frame.client_height()));
    frame.scroll_by_with_x_and_y(across, down);
}

/// How near a map is shown has been chosen: what was in the middle of its frame is there again.
fn keep_middle(frame: &Element, choice: Option<&Element>) {
    let zoom = |word: &str| word.parse::<i32>().unwrap_or(1);
    let chosen = choice.and_then(|choice| choice.get_attribute("value"));
    let Some(chosen) = chosen.filter(|chosen| chosen.parse::<i32>().is_ok()) else { return }; // a year
    let before = zoom(&frame.get_attribute("data-frame").unwrap_or_default());
    let moved = |at: i32, size: i32| (at + size / 2) * zoom(&chosen) / before - size / 2;
    let (left, top) = (frame.scroll_left(), frame.scroll_top());
    frame.set_scroll_left(moved(left, frame.client_width()));
    frame.set_scroll_top(moved(top, frame.client_height()));
    // Setting a data attribute of an element that exists does not fail.
    let _ = frame.set_attribute("data-frame", &chosen);
}

/// Goes to the right, or to the left if `way` is below 0, by the link that stands there, if this is a step of the walk.
fn turn(way: i32) {
    let is_on = (way > 0) == (document().dir() != "rtl");
    let link = if is_on { ".walk__moves [rel='next']" } else { ".walk__moves [rel='prev']" };
    let link = document().query_selector(link).ok().flatten();
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        link.click();
    }
}
