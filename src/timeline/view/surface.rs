//! What only the browser knows of the picture: its size, its direction, where a pointer is on it.

use crate::timeline::layout::Metrics;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Runs when an element is laid out and whenever its size changes, until the owner is gone.
pub fn observe_size(element: &Element, on_size: impl Fn() + 'static) {
    if let Some(watch) = watch_size(element, on_size) {
        let kept = StoredValue::new_local(watch);
        on_cleanup(move || {
            kept.try_update_value(|(observer, _)| observer.disconnect());
        });
    }
}

/// The same for as long as what is returned is kept.
#[must_use]
pub fn watch_size(
    element: &Element,
    on_size: impl Fn() + 'static,
) -> Option<(ResizeObserver, Closure<dyn Fn()>)> {
    let listener = Closure::<dyn Fn()>::new(on_size);
    let observer = ResizeObserver::new(listener.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some((observer, listener))
}

/// What the picture is drawn with: the width of its plot, the size of its type, and what the stylesheet says about lane names.
#[must_use]
pub fn measure(plot: &HtmlElement) -> Option<Metrics> {
    let style = window().get_computed_style(plot).ok()??;
    let property = |name: &str| style.get_property_value(name).unwrap_or_default();
    // Whole pixels are as exact as the room for words is estimated.
    let font_px = property("font-size")
        .split(['.', 'p'])
        .next()
        .and_then(|px| px.parse::<u32>().ok())
        .unwrap_or(16);
    let width_px = f64::from(plot.client_width());
    let names_above = property("--names-above").trim() == "1";
    (width_px > 0.0).then_some(Metrics { width_px, font_px: f64::from(font_px), names_above })
}

/// Whether time runs to the left.
#[must_use]
pub fn is_rtl(element: &Element) -> bool {
    let style = window().get_computed_style(element).ok().flatten();
    style.is_some_and(|style| {
        style.get_property_value("direction").is_ok_and(|direction| direction == "rtl")
    })
}

/// Where the inline start of an element is, to find pointers from there.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ruler {
    edge: f64,
    is_rtl: bool,
}

impl Ruler {
    /// Takes note of where an element is.
    #[must_use]
    pub fn of(element: &Element) -> Self {
        let place = element.get_bounding_client_rect();
        let is_rtl = is_rtl(element);
        Self { edge: if is_rtl { place.right() } else { place.left() }, is_rtl }
    }

    /// Where a pointer is, in CSS pixels from the inline start.
    #[must_use]
    pub fn px(self, client_x: i32) -> f64 {
        let px = f64::from(client_x) - self.edge;
        if self.is_rtl { -px } else { px }
    }

    /// A movement to the right as one towards the inline end.
    #[must_use]
    pub fn along(self, px: f64) -> f64 {
        if self.is_rtl { -px } else { px }
    }
}

/// Gives the focus to the first element that a selector finds in a root, once what has just been asked for is drawn.
pub fn focus_soon(root: Element, selector: String) {
    request_animation_frame(move || {
        let found = root.query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            // An element in the document takes focus or leaves it where it was.
            let _ = element.focus();
        }
    });
}

/// Scrolls as little as it takes to see the first element that a selector finds in a root, once what has just been asked for is drawn.
pub fn scroll_soon(root: Element, selector: String) {
    request_animation_frame(move || {
        let Some(element) = root.query_selector(&selector).ok().flatten() else { return };
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    });
}

/// Whether something is open above the page: a key that closes is meant for that.
#[must_use]
pub fn has_popover() -> bool {
    document().query_selector(":popover-open").is_ok_and(|open| open.is_some())
}

/// Whether the focus is on nothing in particular, as it is when what had it is gone, or in the picture where the tab key stops no more.
#[must_use]
pub fn is_focus_lost() -> bool {
    document().active_element().is_none_or(|element| {
        element.matches("body, .timeline__events [tabindex='-1']").unwrap_or_default()
    })
}
