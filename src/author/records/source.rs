//! Sources: the texts that facts rest on.

use crate::author::desk::{Desk, Record};
use crate::author::family::Family;
use crate::author::fault::FaultKind;
use crate::author::text::Text;
use crate::author::value::Value;
use crate::model::record::Source;
use std::collections::HashMap;

/// Reads the sources; no two may have one address.
pub fn sources(desk: &Desk) -> Vec<Source> {
    let mut taken = HashMap::new();
    desk.each(Family::SOURCE, |Record { id, facts, words }| {
        let url = facts.maybe_text("url");
        let also_at: Vec<Text> =
            facts.values("also_at").into_iter().filter_map(Value::text).collect();
        for address in url.iter().chain(&also_at) {
            check_address(address, id, &mut taken);
        }
        Source {
            id: id.clone(),
            title: words.need("title"),
            publisher: facts.need("publisher"),
            kind: desk.word(facts, "kind", "source_kinds"),
            lang: desk.word(facts, "lang", "languages"),
            date: facts.maybe("date"),
            url: url.map(|url| url.words.to_owned()),
            also_at: also_at.into_iter().map(|url| url.words.to_owned()).collect(),
            read: desk.word(facts, "read", "read"),
            origin: facts.maybe("origin"),
            note: words.maybe("note"),
        }
    })
}

/// Reports an address that is none, and one that another source has.
fn check_address(address: &Text, id: &str, taken: &mut HashMap<String, String>) {
    let url = address.words;
    let Some(rest) = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) else {
        return address.start().fault(FaultKind::NoAddress { url: url.to_owned() });
    };
    let bare = rest.trim_start_matches("www.").trim_end_matches('/');
    if let Some(other) = taken.insert(bare.to_owned(), id.to_owned()) {
        address.start().fault(FaultKind::SharedAddress { other });
    }
}
