//! How what is shown gives way to something else: at once, or, where the engine can, in a view transition, whose motion the stylesheet tells.

use leptos::wasm_bindgen::closure::Closure;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Calls back once it has a picture of what is shown. Fails in engines that do not know it.
    #[wasm_bindgen(catch, js_namespace = document, js_name = startViewTransition)]
    fn start_view_transition(change: &JsValue) -> Result<JsValue, JsValue>;
}

/// Makes a change of what is shown.
pub fn change<F: FnOnce() + 'static>(change: F) {
    let change = Rc::new(Cell::new(Some(change)));
    let make = |change: Rc<Cell<Option<F>>>| {
        if let Some(change) = change.take() {
            change();
        }
    };
    let later = change.clone();
    if start_view_transition(&Closure::once_into_js(move || make(later))).is_err() {
        make(change);
    }
}
