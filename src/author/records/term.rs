//! Terms: the words of the glossary.

use crate::author::desk::{Desk, Record};
use crate::author::family::Family;
use crate::author::fault::FaultKind;
use crate::author::fields::lanes;
use crate::author::prose::Manner;
use crate::model::Lane;
use crate::model::record::Term;

/// The most words of a definition.
const DEFINITION: usize = 60;

/// The most words of a definition in plain words.
const SIMPLE: usize = 25;

/// Reads the terms.
pub fn terms(desk: &Desk) -> Vec<Term> {
    desk.each(Family::TERM, |Record { id, facts, words }| {
        let sources = desk.sources(facts);
        let manner = Manner::own(id).owned(!sources.is_empty());
        let see_also = desk.references(facts, "see_also", &[Family::TERM]);
        if see_also.contains(id) {
            facts.spot_of("see_also").fault(FaultKind::ToItself { id: id.clone() });
        }
        Term {
            id: id.clone(),
            term: words.need("term"),
            aliases: words.list("aliases"),
            definition: desk.prose(words, "definition", manner.at_most(DEFINITION)),
            simple: desk.prose(words, "simple", manner.at_most(SIMPLE)),
            pronunciation: words.maybe("pronunciation"),
            see_also,
            lanes: lanes(facts.values_needed("lanes", 1), Lane::ALL),
            sources,
        }
    })
}
