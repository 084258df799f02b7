//! What surrounds the app in the document: where it begins, what the document says of itself, and how to say that the
//! page cannot come alive. The prerendered page stays readable under that notice; a panic is noticed by the script that started the program.

use crate::load::LoadError;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
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

/// Shows the notice that what the page needs to come alive did not load.
pub fn say_load_failed(error: &LoadError) {
    say(&error.to_string());
}

#[wasm_bindgen]
extern "C" {
    /// Of the script that started this program.
    #[wasm_bindgen(js_name = sayLoadFailed)]
    fn say(reason: &str);
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
