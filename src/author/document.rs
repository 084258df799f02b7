//! Files as documents: bytes to text, text to tables, with the faults of both.
//!
//! A document that is broken is read as far as it can be, and says that it is not sound: what it lacks is then not held against
//! the rest of the content.

use super::fault::{FaultKind, Faults};
use super::table::Table;
use super::text::{File, Spot, Text};
use super::tree;
use std::ops::Range;
use toml::de::DeTable;

/// The line that opens and closes the keys of a Markdown file.
const FENCE: &str = "+++";

/// A file as text: its keys, and for Markdown the prose after them.
pub struct Page {
    file: File,
    keys: String, // the TOML; in a Markdown file all before it is blank, so that places are those of the file
    body: Range<usize>,
    is_sound: bool,
}

impl Page {
    /// Makes a page of the bytes of a file.
    pub fn new(path: &str, bytes: &[u8], faults: &Faults) -> Self {
        let file = File::new(tree::display(path), String::from_utf8_lossy(bytes).into_owned());
        let head = Spot::head(&file, faults);
        if let Err(error) = std::str::from_utf8(bytes) {
            head.to(error.valid_up_to()).fault(FaultKind::Encoding);
        }
        if !tree::is_markdown(path) {
            return Self { keys: file.text.clone(), file, body: 0..0, is_sound: true };
        }
        let Some((front, body)) = split(&file.text) else {
            head.fault(FaultKind::NoFrontMatter);
            return Self { file, keys: String::new(), body: 0..0, is_sound: false };
        };
        let keys = " ".repeat(front.start) + &file.text[front];
        Self { file, keys, body, is_sound: true }
    }

    /// Stands in for a file that should have been there.
    pub fn missing(path: &str, faults: &Faults) -> Self {
        let file = File::new(tree::display(path), String::new());
        Spot::head(&file, faults).fault(FaultKind::MissingFile);
        Self { file, keys: String::new(), body: 0..0, is_sound: false }
    }
}

/// The ranges of the keys and of the prose of a Markdown file.
fn split(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let mut at = 0;
    let mut start = None;
    for line in text.split_inclusive('\n') {
        let next = at + line.len();
        match (line.trim_end() == FENCE, start) {
            (true, None) if at == 0 => start = Some(next),
            (true, Some(start)) => return Some((start..at, next..text.len())),
            (_, None) => return None,
            (false, Some(_)) => {}
        }
        at = next;
    }
    None
}

/// A page, parsed.
pub struct Document<'a> {
    head: Spot<'a>,
    keys: DeTable<'a>,
    body: Range<usize>,
    is_sound: bool,
}

impl<'a> Document<'a> {
    /// Parses a page; every syntax error is a fault.
    pub fn new(page: &'a Page, faults: &'a Faults) -> Self {
        let head = Spot::head(&page.file, faults);
        let (keys, errors) = DeTable::parse_recoverable(&page.keys);
        let mut line = 0; // an error draws others after it; the first of a line tells what is wrong
        for error in &errors {
            let spot = head.to(error.span().map_or(0, |span| span.start));
            if std::mem::replace(&mut line, spot.line()) == spot.line() {
                continue;
            }
            spot.fault(FaultKind::Syntax { reason: error.message().to_owned() });
        }
        let is_sound = page.is_sound && errors.is_empty();
        Self { head, keys: keys.into_inner(), body: page.body.clone(), is_sound }
    }

    /// The head of the file.
    pub fn head(&self) -> Spot<'a> {
        self.head
    }

    /// The keys.
    pub fn table(&'a self) -> Table<'a> {
        Table::new(self.head, &self.keys)
    }

    /// The prose of a Markdown file.
    pub fn body(&self) -> Text<'a> {
        Text::part(self.head, self.body.clone())
    }

    /// False if the file is missing or not valid, so that what it lacks may be there after all.
    pub fn is_sound(&self) -> bool {
        self.is_sound
    }
}
