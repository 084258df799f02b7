//! Who governed, and which end of the transition was promised when.

use crate::author::desk::{Desk, Record};
use crate::author::family::Family;
use crate::author::fields::stretch;
use crate::author::prose::Manner;
use crate::author::value::Read;
use crate::author::words;
use crate::model::Date;
use crate::model::record::{Office, Promise};

/// Reads the heads of state.
pub fn heads_of_state(desk: &Desk) -> Vec<Office> {
    offices(desk, Family::HEAD_OF_STATE)
}

/// Reads the prime ministers.
pub fn prime_ministers(desk: &Desk) -> Vec<Office> {
    offices(desk, Family::PRIME_MINISTER)
}

fn offices(desk: &Desk, family: Family) -> Vec<Office> {
    desk.each(family, |Record { id, facts, words }| {
        let sources = desk.sources(facts);
        facts.demand("from");
        let (from, until) = stretch(facts, "from", "until");
        Office {
            name: words.need("name"),
            actor: desk.maybe_reference(facts, "actor", &[Family::ACTOR]),
            from: from.unwrap_or_else(Date::blank),
            until,
            how: desk.prose(words, "how", Manner::own(id).owned(!sources.is_empty())),
            event: desk.maybe_reference(facts, "event", &[Family::EVENT]),
            key: id.clone(),
            sources,
        }
    })
}

/// Reads the promised ends of the transition.
pub fn promises(desk: &Desk) -> Vec<Promise> {
    desk.each(Family::PROMISE, |Record { id, facts, words }| {
        let sources = desk.sources(facts);
        let manner = Manner::own(id).owned(!sources.is_empty());
        let (from, until) = stretch(facts, "from", "until");
        Promise {
            announced: facts.need("announced"),
            from,
            until,
            conditional: facts.flag("conditional"),
            promised: desk.prose(words, "promised", manner),
            happened: desk.prose(words, "happened", manner),
            event: desk.maybe_reference(facts, "event", &[Family::EVENT]),
            key: id.clone(),
            sources,
        }
    })
}

/// Remarks on the tables.
pub fn notes(desk: &Desk) -> Vec<String> {
    let mut about = words::loose(desk, "government", "about");
    let notes = about.list("notes");
    about.finish();
    notes
}
