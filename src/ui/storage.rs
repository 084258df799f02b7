//! What the browser keeps for the reader, if it keeps anything: storage may be absent, full or forbidden, and nothing here can fail.

/// How long something is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// From visit to visit.
    Always,
    /// Until the tab is closed: what the next one at this computer has no business to see.
    Visit,
}

/// Reads what is kept under a name; none if there is none or no storage.
#[must_use]
pub fn read(kept: Kept, key: &str) -> Option<String> {
    storage(kept)?.get_item(&named(key)).ok()?
}

/// Keeps something if there is storage.
pub fn write(kept: Kept, key: &str, value: &str) {
    if let Some(storage) = storage(kept) {
        // A full or forbidden storage loses it at the end of the visit, which is all it can do.
        let _ = storage.set_item(&named(key), value);
    }
}

/// Several sites of one host share a storage.
fn named(key: &str) -> String {
    ["mali-explained.", key].concat()
}

/// Reading the property itself throws in a sandboxed frame, which the binding hands over as an error.
fn storage(kept: Kept) -> Option<web_sys::Storage> {
    let window = leptos::prelude::window();
    if kept == Kept::Always { window.local_storage() } else { window.session_storage() }.ok()?
}
