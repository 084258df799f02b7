//! How what is shown gives way to something else: at once, or, where the engine can, in a view transition, whose motion the stylesheet tells.

use leptos::task::spawn_local;
use leptos::wasm_bindgen::closure::Closure;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_futures::js_sys::Promise;

#[wasm_bindgen]
extern "C" {
    type ViewTransition;

    /// Calls back once it has a picture of what is shown. Fails in engines that do not know it.
    #[wasm_bindgen(catch, js_namespace = document, js_name = startViewTransition)]
    fn start_view_transition(change: &JsValue) -> Result<ViewTransition, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn ready(this: &ViewTransition) -> Promise;
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
    match start_view_transition(&Closure::once_into_js(move || make(later))) {
        // It is not ready if the next one starts before, which is no error, but would be one if nobody listened.
        Ok(transition) => {
            spawn_local(async move { drop(JsFuture::from(transition.ready()).await) });
        }
        Err(_) => make(change),
    }
}
