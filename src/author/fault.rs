//! What can be wrong with the content, each fault with its place, what is wrong and what would be right.

use super::nearest::Nearest;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;

/// Something wrong at a place of the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, from `content/` on.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// What is wrong.
    pub kind: FaultKind,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.kind)
    }
}

/// What is wrong. Its text says so, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "the fields are the parts of the text")]
pub enum FaultKind {
    // ---- files
    /// A file that is not TOML.
    #[error("not valid TOML: {reason}")]
    Syntax { reason: String },
    /// A file that is not UTF-8.
    #[error("not UTF-8 from here on; save the file as UTF-8")]
    Encoding,
    /// A file that must be there.
    #[error("this file is missing")]
    MissingFile,
    /// A file that the system refuses to read.
    #[error("the file cannot be read: {reason}")]
    Unreadable { reason: String },
    /// A file that nobody asked for.
    #[error("nothing reads this file{nearest}")]
    StrayFile { nearest: Nearest },
    /// A Markdown file that does not open with its keys.
    #[error("the keys of the file belong between two lines `+++` at its head")]
    NoFrontMatter,

    // ---- keys and values
    /// A key that no reader asked for.
    #[error("unknown key `{key}`{nearest}")]
    UnknownKey { key: String, nearest: Nearest },
    /// A key that must be there.
    #[error("`{key}` is missing")]
    MissingKey { key: String },
    /// A value of another type.
    #[error("{found} stands where {expected} belongs")]
    WrongType { expected: &'static str, found: &'static str },
    /// A number that is too small or too large.
    #[error("{value} is not between {min} and {max}")]
    OutOfRange { value: String, min: String, max: String },
    /// A text without words.
    #[error("the text is empty; write it, or leave the key out if it may be left out")]
    EmptyText,
    /// A list without entries.
    #[error("the list is empty; it needs {least} or more")]
    ShortList { least: usize },
    /// A list of another length.
    #[error("{found} in a list that needs {needed}")]
    ListLength { found: usize, needed: usize },
    /// A text that is too long.
    #[error("{words} words, {limit} at most")]
    TooLong { words: usize, limit: usize },
    /// A character that nobody sees.
    #[error("invisible character U+{code:04X}; delete it")]
    Invisible { code: u32 },
    /// Straight and curly quotation marks in one text.
    #[error("straight and curly quotation marks are mixed; use “ and ” here")]
    MixedQuotes,
    /// A word that is not on its list.
    #[error("`{word}` is not one of {list}{nearest}")]
    UnknownWord { list: String, word: String, nearest: Nearest },
    /// The same entry twice in a list.
    #[error("`{entry}` stands twice in this list")]
    Twice { entry: String },

    // ---- ids
    /// An id that is also another record's.
    #[error("`{id}` is already taken in line {line}")]
    DuplicateId { id: String, line: usize },
    /// An id that cannot be part of an address.
    #[error("`{id}` is no id: use a to z, 0 to 9 and single hyphens between them")]
    MalformedId { id: String },
    /// An id that no record has.
    #[error("unknown {kind} `{id}`{nearest}")]
    UnknownReference { kind: String, id: String, nearest: Nearest },
    /// A record that refers to itself.
    #[error("`{id}` refers to itself")]
    ToItself { id: String },
    /// Words that belong to no record.
    #[error("words for `{id}`, but there is no such {kind}{nearest}")]
    WordsForNothing { kind: String, id: String, nearest: Nearest },
    /// A record, or a part of one, without words.
    #[error("no words for the {kind} `{id}` in {file}")]
    NoWords { kind: String, id: String, file: String },

    // ---- dates
    /// A text that is not written as a date.
    #[error("`{text}` is not written as a date; write `2023-08-11`, `2023-08`, `2023` or `18xx`")]
    DateForm { text: String },
    /// A date that the calendar does not have.
    #[error("there is no `{text}` in the calendar")]
    NoSuchDay { text: String },
    /// A stretch that ends before it begins.
    #[error("ends in {end}, before its start in {start}")]
    EndBeforeStart { start: String, end: String },
    /// Forms of a date that exclude each other.
    #[error("{reason}")]
    DateMisfit { reason: &'static str },
    /// A history that goes back in time.
    #[error("{later} comes after {earlier} in time but before it in the list")]
    OutOfOrder { later: String, earlier: String },
    /// An event that became known late, but not late enough to say so.
    #[error("`known_from` is within a week of the event; leave it out")]
    KnownAtOnce,

    // ---- records
    /// A span of numbers that ends before it begins.
    #[error("`max` is {max}, below `min`, which is {min}")]
    Backwards { min: i64, max: i64 },
    /// A language without a folder of words.
    #[error("there is no folder `{language}` with the words of this language")]
    NoFolder { language: String },
    /// A place in Mali that lies elsewhere.
    #[error("{lat}, {lon} lies outside Mali (10.0 to 25.1 north, 12.4 west to 4.4 east)")]
    OutsideMali { lat: String, lon: String },
    /// A contested statement that nobody makes.
    #[error("the status is `{status}`, so it needs a claim: who says what")]
    WithoutClaim { status: &'static str },
    /// A question that only one side answers.
    #[error("a contested question needs the claims of two or more; this has {found}")]
    OneVoice { found: usize },
    /// A statement that rests on nothing.
    #[error("no source; name at least one")]
    WithoutSource,
    /// An event of weight 3 that rests on one maker of texts.
    #[error("an event of weight 3 needs sources of two origins; all of these go back to {origin}")]
    OneOrigin { origin: String },
    /// An event that rests on texts that nobody read.
    #[error("none of these sources was read; add one that was")]
    Unread,
    /// A source that nothing rests on.
    #[error("nothing uses the source `{id}`; use it or delete it")]
    UnusedSource { id: String },
    /// Two sources that are one.
    #[error("the same address as `{other}`")]
    SharedAddress { other: String },
    /// An address that a browser cannot open.
    #[error("`{url}` is no web address; it must begin with `https://` or `http://`")]
    NoAddress { url: String },
    /// A number left out of a chart without a reason.
    #[error("entry {number} is not drawn; say why in `why_not` of its words")]
    Hidden { number: usize },
    /// A number that a chart of Mali may not show.
    #[error("may be drawn only with a `value` and the scope `mali`")]
    NotDrawable,
    /// A figure that is neither a number nor a span.
    #[error("a figure has a `value`, or `min` and `max`, or one of the two")]
    Figure,
    /// A count without a number, and without words in its place.
    #[error("a count without `min` and `max` needs a `note` with its words")]
    Unnumbered,
    /// Two terms with one name.
    #[error("`{name}` is also a name of the term `{other}`")]
    SharedName { name: String, other: String },
    /// A chapter number that is taken.
    #[error("chapter {number} is there twice")]
    SharedNumber { number: String },
    /// A step without its picture.
    #[error("a step needs a stage: `[step.stage]` with a `kind`")]
    NoStage,
    /// A vote to be asked again that no step has.
    #[error("`{step}` has no vote that could be asked again: name a step whose stage is a `vote`")]
    NoVote { step: String },
    /// A step without one of its texts.
    #[error("a step needs a part `## {part}` with text")]
    NoPart { part: &'static str },
    /// Text before the first part of a step, or in a part that a step has not.
    #[error("a step has two parts, `## Core` and `## Full`; this belongs to neither")]
    StrayPart,

    // ---- prose
    /// HTML.
    #[error("HTML in prose; only `*emphasis*` and `[words](scheme:ID)` are allowed")]
    Html,
    /// Markdown that the grammar does not have.
    #[error("the grammar of prose has no {what} (see content/README.md)")]
    Markup { what: &'static str },
    /// A sign of markup that nothing closes.
    #[error(
        "`{sign}` is left over: the markup is not closed; to mean the sign itself write `\\{sign}`"
    )]
    Unclosed { sign: char },
    /// A link of an unknown sort.
    #[error("unknown scheme `{scheme}`{nearest}")]
    UnknownScheme { scheme: String, nearest: Nearest },
    /// A link to the web.
    #[error("a link to a web address; make it a source and write `source:ID`")]
    WebLink,
    /// An address in the words.
    #[error("a bare address; make it a source and write `[words](source:ID)`")]
    BareAddress,
    /// A link without words or without a target.
    #[error("a link needs words and a target: `[words](scheme:ID)`")]
    EmptyLink,
    /// A language that cannot be one.
    #[error("`{tag}` is no language tag; write one such as `fr` or `ar`")]
    NoLanguage { tag: String },
    /// Markup in a field that is plain words.
    #[error("a link in a field of plain words")]
    PlainText,
    /// A word that takes sides.
    #[error("“{word}” takes sides in the site's own voice; {better}, or quote it with its owner")]
    OwnVoice { word: String, better: String },
    /// A number of dead that nobody owns.
    #[error("a number of dead without an owner; add a source, a claim or `said:`")]
    UnownedNumber,
}

/// The faults found so far. All readers write to it, so it is shared.
#[derive(Default)]
pub struct Faults(RefCell<Vec<Fault>>);

impl Faults {
    /// Adds a fault.
    pub fn push(&self, fault: Fault) {
        self.0.borrow_mut().push(fault);
    }

    /// All faults by file, line and column, each once; without those that only follow from files that are not sound.
    pub fn sorted(self, unsound: &BTreeSet<String>) -> Vec<Fault> {
        let mut faults = self.0.into_inner();
        faults.retain(|fault| !fault.is_consequence(unsound));
        faults.sort_by_cached_key(|fault| {
            (fault.file.clone(), fault.line, fault.column, fault.kind.to_string())
        });
        faults.dedup();
        faults
    }
}

impl Fault {
    /// True if the fault is one of a broken file that may be whole but for what broke it, or of words that may be there.
    fn is_consequence(&self, unsound: &BTreeSet<String>) -> bool {
        match &self.kind {
            FaultKind::Syntax { .. }
            | FaultKind::Encoding
            | FaultKind::MissingFile
            | FaultKind::NoFrontMatter
            | FaultKind::StrayFile { .. } => false,
            FaultKind::NoWords { file, .. } => unsound.contains(file),
            FaultKind::WordsForNothing { .. } => {
                let facts =
                    self.file.rsplit('/').next().map(|name| format!("content/facts/{name}"));
                unsound.contains(&self.file) || facts.is_some_and(|facts| unsound.contains(&facts))
            }
            _ => unsound.contains(&self.file),
        }
    }
}
