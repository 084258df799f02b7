//! What the accord promises, and how each promise stood over time.

use crate::author::desk::{Desk, Record};
use crate::author::family::Family;
use crate::author::fault::FaultKind;
use crate::author::parts::Parts;
use crate::author::prose::Manner;
use crate::author::table::Table;
use crate::author::value::Value;
use crate::model::Date;
use crate::model::record::{Progress, Provision};

/// The most words of a title.
const TITLE: usize = 8;

/// Reads the provisions.
pub fn provisions(desk: &Desk) -> Vec<Provision> {
    desk.each(Family::PROVISION, |Record { id, facts, words }| {
        let sources = desk.sources(facts);
        let manner = Manner::own(id).owned(!sources.is_empty());
        words.for_editors("note");
        Provision {
            id: id.clone(),
            title: desk.words(words, "title", manner.at_most(TITLE)),
            text: desk.prose(words, "text", manner),
            part: desk.reference(facts, "part", &[Family::PART]),
            pillar: desk.word(facts, "pillar", "pillars"),
            basis: desk.word(facts, "basis", "basis"),
            history: history(desk, facts, words, manner),
            events: desk.references(facts, "events", &[Family::EVENT]),
            sources,
        }
    })
}

fn history<'a>(
    desk: &Desk<'a>,
    facts: &mut Table<'a>,
    words: &mut Table<'a>,
    manner: Manner,
) -> Vec<Progress> {
    let mut notes = Parts::new(words, "notes", "entry of the history");
    let mut number = 0;
    let mut latest: Option<Date> = None;
    let history = facts.each("history", |entry| {
        number += 1;
        let when: Date = entry.need("when");
        if let Some(earlier) = latest.filter(|latest| when.last_day() < latest.first_day()) {
            let kind =
                FaultKind::OutOfOrder { later: earlier.to_string(), earlier: when.to_string() };
            entry.spot_of("when").fault(kind);
        }
        latest = Some(when);
        let note = notes.maybe(&format!("{number}")).and_then(Value::text);
        Progress {
            when,
            status: desk.word(entry, "status", "accord_statuses"),
            note: note.map(|text| desk.line(&text, manner)),
            sources: desk.sources(entry),
        }
    });
    notes.finish();
    history
}
