//! Actors: states, groups, persons and bodies, with their ties.

use crate::author::desk::{Desk, Record};
use crate::author::family::Family;
use crate::author::fault::FaultKind;
use crate::author::fields::stretch;
use crate::author::prose::Manner;
use crate::author::table::Table;
use crate::model::record::{Actor, Label, Tie};

/// The most words of a summary.
const SUMMARY: usize = 50;

/// The side of persons, who belong to a body of another side.
const PERSON: &str = "person";

/// Reads the actors.
pub fn actors(desk: &Desk) -> Vec<Actor> {
    desk.each(Family::ACTOR, |Record { id, facts, words }| {
        let sources = desk.sources(facts);
        let manner = Manner::own(id).owned(!sources.is_empty());
        let (from, until) = stretch(facts, "from", "until");
        let side = desk.word(facts, "side", "sides");
        let affiliation = desk.maybe_word(facts, "affiliation", "sides");
        if side == PERSON && affiliation.is_none() {
            facts.spot().fault(FaultKind::MissingKey { key: "affiliation".to_owned() });
        }
        let name = desk.words(words, "name", manner);
        Actor {
            id: id.clone(),
            short: words.maybe("short").unwrap_or_else(|| name.clone()),
            name,
            kind: desk.word(facts, "kind", "actor_kinds"),
            side,
            affiliation,
            summary: desk.prose(words, "summary", manner.at_most(SUMMARY)),
            from,
            until,
            labels: facts.each("labels", |table| label(desk, table)),
            ties: facts.each("ties", |table| tie(desk, table, id)),
            sources,
        }
    })
}

fn tie<'a>(desk: &Desk<'a>, table: &mut Table<'a>, id: &str) -> Tie {
    let (from, until) = stretch(table, "from", "until");
    let to = desk.reference(table, "to", &[Family::ACTOR]);
    if to == id {
        table.spot_of("to").fault(FaultKind::ToItself { id: to.clone() });
    }
    Tie { to, kind: desk.word(table, "kind", "relations"), from, until }
}

fn label<'a>(desk: &Desk<'a>, table: &mut Table<'a>) -> Label {
    let (from, until) = stretch(table, "from", "until");
    Label { label: desk.word(table, "label", "labels"), from, until }
}
