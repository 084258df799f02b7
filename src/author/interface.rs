//! The words of the interface: those of `messages.toml`, and the names of lanes and statuses, which the vocabulary has.

use super::documents::Documents;
use super::fault::FaultKind;
use super::nearest::nearest;
use crate::model::library::Vocabulary;
use crate::model::messages::Messages;
use std::collections::BTreeMap;

/// The table that holds them.
const TABLE: &str = "messages";

/// Fields that are names in a list of the vocabulary, by how they begin.
const NAMES: [(&str, &str); 2] = [("lane_", "lanes"), ("status_", "statuses")];

/// The list and the key of a field that the vocabulary has.
fn entry_of(field: &str) -> Option<(&'static str, &str)> {
    NAMES.iter().find_map(|(start, list)| Some((*list, field.strip_prefix(start)?)))
}

/// The fields that `messages.toml` has.
pub fn own_fields() -> impl Iterator<Item = &'static str> {
    Messages::FIELDS.iter().copied().filter(|field| entry_of(field).is_none())
}

/// Reads the messages: the language's own, and the fallback's where it has none.
pub fn read<'a>(documents: &'a Documents<'a>, vocabulary: &Vocabulary) -> Messages {
    let mut last = None;
    let mut words = BTreeMap::new();
    for document in documents.words("messages.toml").into_iter().rev() {
        let mut root = document.table();
        let table = root.table(TABLE);
        root.finish();
        last.get_or_insert(table.spot());
        for (key, spot, value) in table.keys() {
            if !own_fields().any(|field| field == key) {
                let nearest = nearest(key, own_fields());
                spot.fault(FaultKind::UnknownKey { key: key.to_owned(), nearest });
            }
            words.extend(value.text().map(|text| (key, text.words)));
        }
    }
    Messages::from_words(|field| {
        if let Some((list, key)) = entry_of(field) {
            return vocabulary.name(list, key).to_owned();
        }
        let word = words.get(field);
        if let Some(spot) = last.filter(|_| word.is_none()) {
            spot.fault(FaultKind::MissingKey { key: field.to_owned() });
        }
        word.map(|word| (*word).to_owned()).unwrap_or_default()
    })
}
