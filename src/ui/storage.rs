//! The reader's settings in the browser's storage, which may be absent, full or forbidden: nothing here can fail.

/// Reads a setting; none if there is none or no storage.
#[must_use]
pub fn read(key: &str) -> Option<String> {
    storage()?.get_item(&named(key)).ok()?
}

/// Keeps a setting if there is storage.
pub fn write(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // A full or forbidden storage loses the setting at the end of the visit, which is all it can do.
        let _ = storage.set_item(&named(key), value);
    }
}

/// Several sites of one host share a storage.
fn named(key: &str) -> String {
    format!("mali-explained.{key}")
}

/// Reading the property itself throws in a sandboxed frame, which the binding hands over as an error.
fn storage() -> Option<web_sys::Storage> {
    leptos::prelude::window().local_storage().ok()?
}
