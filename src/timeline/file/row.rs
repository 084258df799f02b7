//! The fields of a record by their names, and a row: what a record has in them, as text.

/// A field that is read. All others are passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Its own name, for addresses.
    Id,
    /// What happened.
    Title,
    /// When it began.
    Start,
    /// When it ended.
    End,
    /// Whether `start` and `end` are limits of one moment.
    Between,
    /// Whether the date is only about right.
    Circa,
    /// Whether accounts differ on the date.
    Disputed,
    /// Its lanes, a list.
    Lanes,
    /// How much it weighs.
    Weight,
    /// How it is known.
    Status,
    /// What is known of it.
    Summary,
    /// Where it was.
    Place,
    /// Who was in it, a list.
    Actors,
    /// When it became public.
    Known,
    /// When all of what is said of it had.
    Settled,
}

/// A field with one of its names.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    /// The name, as faults tell it.
    pub name: &'static str,
    /// The field.
    pub field: Field,
}

const fn name(name: &'static str, field: Field) -> Name {
    Name { name, field }
}

/// Every name that is understood.
const NAMES: [Name; 20] = [
    name("id", Field::Id),
    name(TITLE, Field::Title),
    name(START, Field::Start),
    name("start", Field::Start),
    name("date", Field::Start),
    name("when.end", Field::End),
    name("end", Field::End),
    name("when.between", Field::Between),
    name("when.circa", Field::Circa),
    name("when.disputed", Field::Disputed),
    name("lanes", Field::Lanes),
    name("lane", Field::Lanes),
    name("group", Field::Lanes),
    name("weight", Field::Weight),
    name("status", Field::Status),
    name("summary", Field::Summary),
    name("place", Field::Place),
    name("actors", Field::Actors),
    name("known_from", Field::Known),
    name("settled_from", Field::Settled),
];

/// The name of a field that every record needs.
pub const TITLE: &str = "title";
/// The first name of the other field that every record needs.
pub const START: &str = "when.start";

/// The field of a name; capitals do not matter, for a table may have its heading from anywhere.
pub fn named(name: &str) -> Option<Name> {
    NAMES.into_iter().find(|known| known.name.eq_ignore_ascii_case(name))
}

/// The first name of each field.
#[cfg(feature = "ssr")]
pub fn columns() -> impl Iterator<Item = Name> {
    let is_first = |at: &usize| NAMES[..*at].iter().all(|before| before.field != NAMES[*at].field);
    (0..NAMES.len()).filter(is_first).map(|at| NAMES[at])
}

/// Whether a field holds a list.
pub fn is_list(field: Field) -> bool {
    matches!(field, Field::Lanes | Field::Actors)
}

/// A text in a field, not empty.
#[derive(Clone)]
pub struct Cell {
    /// The field, by the name that the file has for it.
    pub name: Name,
    /// The text, without spaces around it.
    pub text: String,
}

/// What a record has in its fields, in the order of the file.
#[derive(Clone, Default)]
pub struct Row {
    /// The texts; a list is one behind the other.
    pub cells: Vec<Cell>,
}

impl Row {
    /// Adds what a cell holds, which is a list with `;` between its parts if the field is one.
    pub fn push(&mut self, name: Name, text: &str) {
        if is_list(name.field) {
            text.split(';').for_each(|part| self.push_part(name, part));
        } else {
            self.push_part(name, text);
        }
    }

    /// Adds a text as it is; nothing if it is empty.
    pub fn push_part(&mut self, name: Name, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.cells.push(Cell { name, text: text.to_owned() });
        }
    }
}
