//! Which steps the reader has been at, the latest last: kept in the browser's storage, if there is one, and nowhere else.

use crate::ui::storage::{self, Kept};

const KEY: &str = "walked";

/// The steps as `chapter/step`, the latest last.
#[must_use]
pub fn steps() -> Vec<String> {
    let kept = storage::read(Kept::Always, KEY).unwrap_or_default();
    kept.split_whitespace().map(str::to_owned).collect()
}

/// Keeps that the reader is at a step.
pub fn note(step: &str) {
    let mut steps = steps();
    steps.retain(|one| one != step);
    steps.push(step.to_owned());
    storage::write(Kept::Always, KEY, &steps.join(" "));
}
