//! What surrounds the app in the document: where it begins, what the document says of itself, and the notice that appears when the
//! program cannot run. The prerendered page stays readable under it.

use crate::load::LoadError;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, closure::Closure};
use web_sys::HtmlElement;

/// What a prerendered document says of itself.
#[derive(Clone, Debug)]
pub struct Document {
    /// The path of the site's root on its host, without a slash at its end.
    pub base: String,
    /// The path of the page, relative to the root of the site.
    pub path: String,
    /// Its language.
    pub locale: String,
    /// The build that wrote it.
    pub build: String,
    /// Whether it is the one for addresses that no page has.
    pub is_missing: bool,
}

/// Reads the document that this program runs in.
///
/// # Panics
/// If the document has no root element.
#[must_use]
pub fn page() -> Document {
    let document = document();
    let root = document.document_element().expect("an HTML document has a root element");
    let base = document.base_uri().ok().flatten().and_then(|uri| web_sys::Url::new(&uri).ok());
    let base = base.map_or_else(String::new, |url| url.pathname().trim_end_matches('/').to_owned());
    let path = window().location().pathname().unwrap_or_default();
    Document {
        path: path.strip_prefix(&base).unwrap_or(&path).to_owned(),
        base,
        locale: root.get_attribute("lang").unwrap_or_default(),
        build: root.get_attribute("data-build").unwrap_or_default(),
        is_missing: root.has_attribute("data-missing"),
    }
}

/// The element that holds the app.
///
/// # Panics
/// If the prerendered document lacks it.
#[must_use]
pub fn app_element() -> HtmlElement {
    element("app").expect("each prerendered document has #app")
}

/// Says that the page answers now, for scripts and tests.
pub fn mark_mounted() {
    if let Some(root) = document().document_element() {
        // Setting a data attribute of an element that exists does not fail.
        let _ = root.set_attribute("data-mounted", "");
    }
}

/// Shows a notice if the program panics, after which it answers no more.
pub fn watch_for_panics() {
    std::panic::set_hook(Box::new(|info| {
        #[cfg(feature = "hydrate")]
        console_error_panic_hook::hook(info);
        #[cfg(not(feature = "hydrate"))]
        let _ = info;
        show_notice("notice-crashed", "");
    }));
}

/// Shows a notice that what the page needs to come alive did not load.
pub fn say_load_failed(error: &LoadError) {
    show_notice("notice-load", &error.to_string());
}

/// Shows one of the notices that each document carries hidden, and lets its button load the page anew.
fn show_notice(id: &str, reason: &str) {
    let Some(notice) = element(id) else { return };
    notice.set_hidden(false);
    if let Ok(Some(place)) = notice.query_selector("[data-reason]") {
        place.set_text_content(Some(reason));
    }
    if let Ok(Some(button)) = notice.query_selector("button") {
        let reload = Closure::<dyn Fn()>::new(|| {
            // The browser either loads the page or says itself why not.
            let _ = window().location().reload();
        });
        // Listening to an element that exists does not fail.
        let _ = button.add_event_listener_with_callback("click", reload.as_ref().unchecked_ref());
        reload.forget();
    }
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
