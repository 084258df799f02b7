//! What can be wrong with a file, with the place where it is.

/// The most faults that are told.
const MOST_FAULTS: usize = 20;
/// So much of a value is told, in characters.
const MOST_TOLD: usize = 60;

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The number of the record, from 1; 0 if it is the file as a whole.
    pub row: usize,
    /// The line of the file, from 1, on which the record begins, where that is known.
    pub line: Option<usize>,
    /// The field, by the name that the file has for it; empty if it is the record as a whole.
    pub field: &'static str,
    /// What it is.
    pub kind: FaultKind,
}

/// What is wrong. Values are cut if they are long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// It is not there; of the file as a whole: a column, or the list of records.
    Missing,
    /// It is no date, or a day that does not exist.
    NotADate(String),
    /// It has more characters than these.
    TooLong(usize),
    /// It is none of the words for how something is known.
    UnknownStatus(String),
    /// The end is wholly before the start.
    EndBeforeStart,
    /// Another record has this id.
    DoubleId(String),
    /// There are other characters in it than ids may have.
    BadId(String),
    /// A sixth lane.
    TooManyLanes(String),
    /// It is not 1, 2 or 3.
    NotAWeight(String),
    /// It is neither true nor false.
    NotYesOrNo(String),
    /// In the list of records stands something else.
    NotARecord,
    /// The row is longer than the heading of the table.
    TooManyCells,
    /// A quotation mark is never closed.
    OpenQuote,
    /// It is no JSON from here on.
    Syntax {
        /// From 1.
        line: usize,
        /// From 1, in bytes.
        column: usize,
    },
    /// There is no record.
    Empty,
    /// There are more records than these.
    TooMany(usize),
    /// So many more faults are not told.
    More(usize),
}

/// The faults found so far.
#[derive(Default)]
pub struct Faults {
    told: Vec<Fault>,
    count: usize,
}

impl Faults {
    /// Adds one: those of the file as a whole come first.
    pub fn add(&mut self, fault: Fault) {
        self.count += 1;
        let place = if fault.row == 0 { 0 } else { self.told.len() };
        if place < MOST_FAULTS {
            self.told.insert(place, fault);
            self.told.truncate(MOST_FAULTS);
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// What is told of them.
    pub fn told(mut self) -> Vec<Fault> {
        let more = self.count - self.told.len();
        if more > 0 {
            self.told.push(Fault { row: 0, line: None, field: "", kind: FaultKind::More(more) });
        }
        self.told
    }
}

/// A value as it is told.
pub fn told(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(MOST_TOLD) {
        text.truncate(end);
        text.push('…');
    }
    text
}
