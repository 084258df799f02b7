//! How much room the page has.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;

/// Where the picture takes the place of the list.
const WIDE: &str = "(width >= 48em)";

/// True where the page is wide enough for the picture; false until it is mounted.
#[must_use]
pub fn use_is_wide() -> Signal<bool> {
    let is_wide = RwSignal::new(false);
    Effect::new(move || {
        let Ok(Some(query)) = window().match_media(WIDE) else { return };
        is_wide.set(query.matches());
        let again = query.clone();
        // A sheet of paper is narrower: what is printed stays as it is shown.
        let listener = Closure::<dyn Fn()>::new(move || {
            if !is_printing() {
                is_wide.set(again.matches());
            }
        });
        query.set_onchange(Some(listener.as_ref().unchecked_ref()));
        let kept = StoredValue::new_local((query, listener));
        on_cleanup(move || {
            kept.try_update_value(|(query, _)| query.set_onchange(None));
        });
    });
    is_wide.into()
}

fn is_printing() -> bool {
    window().match_media("print").ok().flatten().is_some_and(|query| query.matches())
}
