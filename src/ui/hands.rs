//! What hands do anywhere on a page: arrow keys and fingers turn over to the next step of the walk or back, as pages are turned, and a mouse drags
//! what is too large for its frame.
//!
//! One listener for all of it; it also moves a map by its buttons, keeps the middle of one that is shown nearer, and marks a place on it and in its list at once. Arrows are left to what has a use for them: fields, and what scrolls or has a tab stop for itself. Fingers, wheels
//! and keys scroll a frame by themselves.

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

/// Listens for as long as the page lives.
pub fn listen() {
    let finger = Cell::new(None);
    let lit = RefCell::new(Vec::new());
    // Turning over clicks a link, which comes back here before it is done: so it must not be one that changes what it holds.
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let within = |selector: &str| element.as_ref()?.closest(selector).ok()?;
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            let has_modifier =
                event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
            if !has_modifier && !event.default_prevented() && within(OTHERS).is_none() {
                match event.key().as_str() {
                    "ArrowRight" => turn(1),
                    "ArrowLeft" => turn(-1),
                    _ => {}
                }
            }
        } else if let Some(event) = event.dyn_ref::<PointerEvent>() {
            match event.type_().as_str() {
                "pointerover" => {
                    light(&mut lit.borrow_mut(), within(PLACE));
                    return;
                }
                // A key presses a button as a pointer does.
                "click" => {
                    if let (Some(button), Some(atlas)) = (within("[data-move]"), within(".atlas")) {
                        move_map(&atlas, &button);
                    }
                    return;
                }
                _ => {}
            }
            let at = [event.client_x(), event.client_y()];
            let is_finger = event.pointer_type() == "touch";
            match event.type_().as_str() {
                "pointerdown" => {
                    finger.set((is_finger && within(OTHERS).is_none()).then_some(at));
                }
                "pointerup" => {
                    if let Some([x, y]) = finger.take() {
                        let (along, across) = (at[0] - x, at[1] - y);
                        if along.abs() >= LEAST_PX && along.abs() > STEEPEST * across.abs() {
                            turn(-along.signum());
                        }
                    }
                }
                _ if event.buttons() == 1 && !is_finger => {
                    if let Some(frame) = within("[data-frame]") {
                        let by = [event.movement_x(), event.movement_y()].map(|by| -f64::from(by));
                        frame.scroll_by_with_x_and_y(by[0], by[1]);
                    }
                }
                _ => {}
            }
        } else if event.type_() == "focusin" {
            light(&mut lit.borrow_mut(), within(PLACE));
        } else if let Some(frame) = within(".atlas").and_then(|atlas| frame_of(&atlas)) {
            keep_middle(&frame, element.as_ref());
        }
    });
    for kind in [
        "keydown",
        "pointerdown",
        "pointerup",
        "pointermove",
        "pointerover",
        "click",
        "focusin",
        "change",
    ] {
        // Listening to a window that exists does not fail.
        let _ = window().add_event_listener_with_callback(kind, listener.as_ref().unchecked_ref());
    }
    listener.forget();
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

/// Moves a map by half of what is seen of it.
fn move_map(atlas: &Element, button: &Element) {
    let Some(frame) = frame_of(atlas) else { return };
    let way = button.get_attribute("data-move").unwrap_or_default();
    // To read numbers with a point the program would grow by 13 kB.
    let mut way = way.split(' ').filter_map(|part| part.parse::<i32>().ok());
    let mut by = |size: i32| f64::from(way.next().unwrap_or_default() * size / 2);
    let (across, down) = (by(frame.client_width()), by(frame.client_height()));
    frame.scroll_by_with_x_and_y(across, down);
}

fn frame_of(atlas: &Element) -> Option<Element> {
    atlas.query_selector("[data-frame]").ok()?
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
