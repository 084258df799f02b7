//! The names that become links by themselves: of terms, actors and places, with their aliases.

use super::documents::Documents;
use super::family::Family;
use super::fault::FaultKind;
use super::ids::Ids;
use super::style::Style;
use super::table::Table;
use super::value::Value;
use crate::model::Kind;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Names shorter than this are never linked.
const SHORTEST: usize = 3;

/// A name and what it leads to.
pub struct Name {
    /// The words.
    pub words: String,
    /// The kind and id of what it is the name of, by its term if there is one; none for words that stay plain.
    pub target: Option<(Kind, String)>,
    is_opening: bool, // it has its capital only at the head of a sentence
}

/// All names, found by their first word.
#[derive(Default)]
pub struct Names {
    by_first: HashMap<String, Vec<Name>>,
    shorts: HashMap<String, String>,
}

impl Names {
    /// Gathers the names. Where several records have one, it is the term's, then the actor's; two terms may not share one.
    pub fn gather<'a>(documents: &'a Documents<'a>, ids: &Ids<'a>, style: &Style) -> Self {
        let mut names = Self::default();
        let mut owners = HashMap::new();
        for words in style.plain() {
            owners.insert(words.to_lowercase(), "");
            names.add(words, None);
        }
        let sorts = [
            (Family::TERM, Kind::Term),
            (Family::ACTOR, Kind::Actor),
            (Family::PLACE, Kind::Place),
        ];
        for (family, kind) in sorts {
            for (id, _) in ids.of(family) {
                let Some((words, _)) = documents.words_of(family, id) else { continue };
                let is_term = ids.has(&[Family::TERM], id);
                names.add_record(&words, id, kind, is_term, &mut owners);
            }
        }
        for same_first in names.by_first.values_mut() {
            same_first.sort_by_key(|name| Reverse(name.words.len()));
        }
        names
    }

    /// The short name of an actor; its id if it has none.
    pub fn short<'n>(&'n self, id: &'n str) -> &'n str {
        self.shorts.get(id).map_or(id, String::as_str)
    }

    /// The longest name that begins at a byte of a text, where a word begins, and ends with a word.
    pub fn at(&self, text: &str, at: usize, opens_sentence: bool) -> Option<&Name> {
        let rest = &text[at..];
        let same_first = self.by_first.get(first_word(rest))?;
        same_first.iter().find(|name| {
            (opens_sentence || !name.is_opening)
                && rest.strip_prefix(name.words.as_str()).is_some_and(|after| !continues(after))
        })
    }

    /// Adds the names of a record; `owners` holds whose the names so far are, by the name in small letters.
    fn add_record<'a>(
        &mut self,
        words: &Table<'a>,
        id: &'a str,
        kind: Kind,
        is_term: bool,
        owners: &mut HashMap<String, &'a str>,
    ) {
        let target = Some((if is_term { Kind::Term } else { kind }, id.to_owned()));
        for (value, name) in written(words) {
            let owner = *owners.entry(name.to_lowercase()).or_insert(id);
            if owner == id {
                self.add(name, target.clone());
            } else if kind == Kind::Term && !owner.is_empty() {
                let (name, other) = (name.to_owned(), owner.to_owned());
                value.spot().fault(FaultKind::SharedName { name, other });
            }
        }
        let word = |key| words.entry(key).and_then(Value::as_str);
        if let Some(heading) =
            word("term").filter(|name| owners.get(&name.to_lowercase()) == Some(&id))
        {
            self.insert(with_first(heading, char::to_lowercase), target, false);
        }
        if kind == Kind::Actor {
            let short = word("short").or_else(|| word("name")).unwrap_or(id);
            self.shorts.insert(id.to_owned(), short.to_owned());
        }
    }

    /// Adds a name as it is written and as it stands at the head of a sentence.
    fn add(&mut self, name: &str, target: Option<(Kind, String)>) {
        let opening = with_first(name, char::to_uppercase);
        if opening != name {
            self.insert(opening, target.clone(), true);
        }
        self.insert(name.to_owned(), target, false);
    }

    fn insert(&mut self, words: String, target: Option<(Kind, String)>, is_opening: bool) {
        let first = first_word(&words);
        if words.chars().count() >= SHORTEST && !first.is_empty() {
            let same_first = self.by_first.entry(first.to_owned()).or_default();
            same_first.push(Name { words, target, is_opening });
        }
    }
}

/// The names that a record's words give it: its name, a short one, and aliases.
fn written<'a>(words: &Table<'a>) -> Vec<(Value<'a>, &'a str)> {
    let fields =
        ["term", "name", "short", "aliases"].into_iter().filter_map(|key| words.entry(key));
    let values =
        fields.flat_map(|value| if value.as_str().is_some() { vec![value] } else { value.list() });
    values.filter_map(|value| Some((value, value.as_str()?))).collect()
}

/// The letters and digits at the head of a text.
fn first_word(text: &str) -> &str {
    let end = text.find(|character: char| !character.is_alphanumeric()).unwrap_or(text.len());
    &text[..end]
}

/// True if a text goes on with the same word: a letter or digit, or a hyphen before one.
fn continues(text: &str) -> bool {
    let mut characters = text.chars();
    match characters.next() {
        Some('-') => characters.next().is_some_and(char::is_alphanumeric),
        first => first.is_some_and(char::is_alphanumeric),
    }
}

/// The text with another first character.
fn with_first<I: Iterator<Item = char>>(text: &str, change: fn(char) -> I) -> String {
    let mut characters = text.chars();
    characters.next().into_iter().flat_map(change).chain(characters).collect()
}
