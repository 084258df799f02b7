//! Reads a file of events, whoever wrote it, into a timeline.
//!
//! A file is JSON or a table as CSV, told apart by its first character: `{` and `[` begin JSON. Both have the fields of our public data in
//! `data/en/events.json` and `events.csv`, so these are files like any other; of the fields only `title` and `when.start` are needed.
//! `row` knows their names, `json` and `csv` fill a row after the other, `builder` makes an event of each, and `fault` and
//! `words` say what is wrong. `table` writes the events as CSV (native). Time and memory grow with the length of the file and no faster.
//!
//! This is read by a program whose every kilobyte counts, so nothing is derived, and each reader is made once.
//! How the file comes here, and what the five lanes are called, is left to the caller.

mod builder;
mod csv;
mod fault;
mod json;
mod row;
#[cfg(feature = "ssr")]
mod table;
#[cfg(test)]
mod tests;
mod words;

pub use fault::{Fault, FaultKind};
#[cfg(feature = "ssr")]
pub use table::to_csv;
pub use words::FileWords;

use super::words::DateWords;
use crate::model::page::Timeline;
use builder::Builder;

/// The most records that a file may have.
pub const MOST_ROWS: usize = 200_000;
/// The longest title or name, in characters.
pub const MOST_TITLE: usize = 200;
/// The longest summary, in characters.
pub const MOST_SUMMARY: usize = 2000;

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct EventFile {
    /// Its title, if it says one; only JSON can.
    pub title: Option<String>,
    /// Its events by their first day, then as in the file; without intro and eras, and opening with all of time.
    pub timeline: Timeline,
    /// What the file calls the lanes, in the order of `Lane::ALL`; empty if it has no name for one. Events without a lane stand in the first,
    /// which then may have events and no name.
    pub lanes: [String; 5],
    /// Whether the lanes are called as ours are, each by its word.
    pub is_own_lanes: bool,
    /// What is known of each event, in plain words and in the order of the events; empty if nothing is said.
    pub summaries: Vec<String>,
}

/// Reads a file.
///
/// # Errors
/// What is wrong with it: of the file as a whole first, then row by row; at most 20 faults, and then how many more there are.
pub fn read(text: &str, words: &DateWords) -> Result<EventFile, Vec<Fault>> {
    let mut builder = Builder::new(words);
    fill(text, &mut builder);
    builder.finish()
}

fn fill(text: &str, builder: &mut Builder) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text); // a mark that some programs put before their text
    match text.trim_start().bytes().next() {
        None => {}
        Some(b'{' | b'[') => json::read(text, builder),
        Some(_) => csv::read(text, builder),
    }
}
