//! How much room the page has, and whether it is on its way to paper.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::MediaQueryList;
use web_sys::js_sys::Function;

/// Where the picture takes the place of the list.
const WIDE: &str = "(width >= 48em)";

/// True where the page is wide enough for the picture; false until it is mounted.
#[must_use]
pub fn use_is_wide() -> Signal<bool> {
    let is_wide = RwSignal::new(false);
    Effect::new(move || {
        let Some(watch) = watch_width(move |now| is_wide.set(now)) else { return };
        let kept = StoredValue::new_local(watch);
        on_cleanup(move || {
            kept.try_update_value(|(query, _)| query.set_onchange(None));
        });
    });
    is_wide.into()
}

/// True from just before the page is printed until it has been.
#[must_use]
pub fn use_is_printed() -> Signal<bool> {
    let is_printed = RwSignal::new(false);
    Effect::new(move || {
        let tell = move |event: web_sys::Event| is_printed.set(event.type_() == "beforeprint");
        let listener = Closure::<dyn Fn(_)>::new(tell);
        listen_to_printer(Some(listener.as_ref().unchecked_ref()));
        StoredValue::new_local(listener); // kept until this is cleaned up
        on_cleanup(|| listen_to_printer(None));
    });
    is_printed.into()
}

/// Runs at once and whenever it changes with whether the page is wide enough for the picture, for as long as what is returned is kept.
#[must_use]
pub fn watch_width(
    on_change: impl Fn(bool) + 'static,
) -> Option<(MediaQueryList, Closure<dyn Fn()>)> {
    let query = window().match_media(WIDE).ok()??;
    on_change(query.matches());
    let again = query.clone();
    // A sheet of paper is narrower: what is printed stays as it is shown.
    let listener = Closure::<dyn Fn()>::new(move || {
        if !is_printing() {
            on_change(again.matches());
        }
    });
    query.set_onchange(Some(listener.as_ref().unchecked_ref()));
    Some((query, listener))
}

fn listen_to_printer(listener: Option<&Function>) {
    window().set_onbeforeprint(listener);
    window().set_onafterprint(listener);
}

fn is_printing() -> bool {
    window().match_media("print").ok().flatten().is_some_and(|query| query.matches())
}
