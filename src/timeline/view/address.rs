//! The query in the address of a page that shows a timeline.

use leptos::prelude::window;
use std::time::Duration;

/// How long the state rests before the address takes it over: `WebKit` refuses more than a hundred changes in half a minute.
pub const WRITE_AFTER: Duration = Duration::from_millis(200);

/// The query in the address, without its question mark.
#[must_use]
pub fn shown_query() -> String {
    window().location().search().unwrap_or_default().trim_start_matches('?').to_owned()
}

/// Puts a query into the address in place of the one there. This goes past any router, which scrolls and cannot be refused.
pub fn show_query(query: &str) {
    let location = window().location();
    let (Ok(path), Ok(history)) = (location.pathname(), window().history()) else { return };
    let mark = if query.is_empty() { "" } else { "?" };
    let state = history.state().unwrap_or_default();
    // Where the browser refuses, the address is one change behind, and the page goes on.
    let _ = history.replace_state_with_url(&state, "", Some(&[&*path, mark, query].concat()));
}
