//! The words of the closed lists. A list that the code has must be complete; the others are what the vocabulary says they are.

use super::documents::{Documents, FALLBACK};
use super::fault::FaultKind;
use super::nearest::nearest;
use super::table::Table;
use super::value::Value;
use crate::model::library::{Entry, Vocabulary};
use crate::model::{Lane, Status};
use icu::locale::Locale;
use std::collections::BTreeMap;

/// The file with the lists.
pub const FILE: &str = "vocabulary.toml";

/// The lists that the facts draw on.
const LISTS: &[&str] = &[
    "accord_statuses",
    "actor_kinds",
    "basis",
    "changes",
    "confidence",
    "countries",
    "dispute_topics",
    "labels",
    "languages",
    "pillars",
    "place_kinds",
    "read",
    "relations",
    "scopes",
    "share",
    "sides",
    "source_kinds",
    "strength_kinds",
    "toll_groups",
    "toll_states",
];

/// Reads the vocabulary: the language's own words, and the fallback's where it has none.
pub fn read<'a>(documents: &'a Documents<'a>) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for document in documents.words(FILE).into_iter().rev() {
        let is_fallback = document.head().path() == format!("content/{FALLBACK}/{FILE}");
        for (list, spot, value) in document.table().keys() {
            let Some(table) = value.table() else { continue };
            if !is_fallback && !vocabulary.0.contains_key(list) {
                let nearest = nearest(list, vocabulary.0.keys().map(String::as_str));
                spot.fault(FaultKind::UnknownKey { key: list.to_owned(), nearest });
            }
            merge(vocabulary.0.entry(list.to_owned()).or_default(), &table, is_fallback);
            if list == "dates" {
                check_locale(&table);
            }
        }
        if is_fallback && document.is_sound() {
            check(&vocabulary, &mut document.table());
        }
    }
    vocabulary
}

/// Adds the entries of a list. Only the fallback may have keys that are new.
fn merge(list: &mut BTreeMap<String, Entry>, table: &Table, is_fallback: bool) {
    for (key, spot, value) in table.keys() {
        if !is_fallback && !list.contains_key(key) {
            let nearest = nearest(key, list.keys().map(String::as_str));
            spot.fault(FaultKind::UnknownKey { key: key.to_owned(), nearest });
        }
        list.extend(entry(value).map(|entry| (key.to_owned(), entry)));
    }
}

/// Reports a locale by which no dates can be written.
fn check_locale(dates: &Table) {
    let Some(value) = dates.entry("locale") else { return };
    if let Some(Entry { name, .. }) = entry(value)
        && name.parse::<Locale>().is_err()
    {
        value.spot().fault(FaultKind::NoLanguage { tag: name });
    }
}

/// An entry: its name alone, or a table with its name and more.
fn entry(value: Value) -> Option<Entry> {
    if value.as_str().is_some() {
        return value
            .text()
            .map(|text| Entry { name: text.words.to_owned(), more: BTreeMap::new() });
    }
    let mut table = value.table()?;
    let name = table.need("name");
    let others = table.keys().filter(|(key, ..)| *key != "name");
    let more =
        others.filter_map(|(key, _, value)| Some((key.to_owned(), value.text()?.words.to_owned())));
    Some(Entry { name, more: more.collect() })
}

/// Reports words of the code's own lists that the vocabulary lacks, and words in them that the code does not have.
fn check(vocabulary: &Vocabulary, root: &mut Table) {
    let lists: [(&'static str, Vec<&str>); 2] = [
        ("statuses", Status::ALL.iter().map(|word| word.word()).collect()),
        ("lanes", Lane::ALL.iter().map(|word| word.word()).collect()),
    ];
    for list in LISTS {
        root.demand(list);
    }
    for (list, words) in lists {
        let table = root.table(list);
        for word in
            words.iter().filter(|word| !table.is_blank() && vocabulary.entry(list, word).is_none())
        {
            table.spot().fault(FaultKind::MissingKey { key: (*word).to_owned() });
        }
        for (key, spot, _) in table.keys().filter(|(key, ..)| !words.contains(key)) {
            let nearest = nearest(key, words.iter().copied());
            spot.fault(FaultKind::UnknownKey { key: key.to_owned(), nearest });
        }
    }
}
