//! What goes wrong on purpose, so that tests can see how the site bears it.

use std::sync::{Arc, Mutex, MutexGuard};

/// A way for an answer to go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// `503 Service Unavailable`, with nothing of the file.
    Unavailable,
    /// A well-formed answer with the first half of the file, as a broken copy on the host would give.
    Truncated,
    /// A well-formed answer with these words left out wherever they stand.
    Without(&'static str),
    /// A well-formed answer with this text instead of the file.
    Instead(&'static str),
}

/// The faults of a running server, by path. A clone is the same switch.
///
/// A path is given as it stands in the URL after the base: `data/en/` is a fault of all data in English, the empty
/// path one of the whole site. Where several match, the one that was set first holds.
#[derive(Clone, Debug, Default)]
pub struct Faults(Arc<Mutex<Vec<(String, Fault)>>>);

impl Faults {
    /// From now on, every path that begins with `prefix` answers with `fault`.
    pub fn set(&self, prefix: impl Into<String>, fault: Fault) {
        self.lock().push((prefix.into(), fault));
    }

    /// From now on, all is well.
    pub fn clear(&self) {
        self.lock().clear();
    }

    pub(super) fn at(&self, path: &str) -> Option<Fault> {
        self.lock().iter().find(|(prefix, _)| path.starts_with(prefix)).map(|(_, fault)| *fault)
    }

    fn lock(&self) -> MutexGuard<'_, Vec<(String, Fault)>> {
        self.0.lock().expect("nothing panics while it holds the faults")
    }
}
