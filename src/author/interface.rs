//! The words of the interface.

use super::documents::Documents;
use super::fault::FaultKind;
use super::nearest::nearest;
use crate::model::messages::Messages;
use std::collections::BTreeMap;

/// The table that holds them.
const TABLE: &str = "messages";

/// Reads the messages: the language's own, and the fallback's where it has none.
pub fn read<'a>(documents: &'a Documents<'a>) -> Messages {
    let mut last = None;
    let mut words = BTreeMap::new();
    for document in documents.words("messages.toml").into_iter().rev() {
        let mut root = document.table();
        let table = root.table(TABLE);
        root.finish();
        last.get_or_insert(table.spot());
        for (key, spot, value) in table.keys() {
            if !Messages::FIELDS.contains(&key) {
                let nearest = nearest(key, Messages::FIELDS.iter().copied());
                spot.fault(FaultKind::UnknownKey { key: key.to_owned(), nearest });
            }
            words.extend(value.text().map(|text| (key, text.words)));
        }
    }
    Messages::from_words(|field| {
        let word = words.get(field);
        if let Some(spot) = last.filter(|_| word.is_none()) {
            spot.fault(FaultKind::MissingKey { key: field.to_owned() });
        }
        word.map(|word| (*word).to_owned()).unwrap_or_default()
    })
}
