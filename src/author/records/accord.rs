//! The peace accord: its parts and promises, who signed, how it was carried out, and why it failed by owner.

mod figure;
mod provision;

use crate::author::desk::{Desk, Record};
use crate::author::family::{Family, OWNERS};
use crate::author::fault::FaultKind;
use crate::author::prose::Manner;
use crate::author::value::Read;
use crate::model::Date;
use crate::model::record::{Accord, AccordStep, Mediator, Part, Signatory, View};

/// Reads the accord, of which there must be one.
pub fn accord(desk: &Desk) -> Accord {
    let accords = desk.each(Family::ACCORD, |Record { id, facts, words }| Accord {
        id: id.clone(),
        name: words.need("name"),
        other_names: words.list("other_names"),
        initialled: facts.list("initialled"),
        first_signature: facts.need("first_signature"),
        completed: facts.need("completed"),
        ended: facts.need("ended"),
        signed_at: desk.reference(facts, "signed_at", &[Family::PLACE]),
        negotiated_at: desk.reference(facts, "negotiated_at", &[Family::PLACE]),
        not_parties: desk.references(facts, "not_parties", &[Family::ACTOR]),
        structure_note: words.need("structure_note"),
        parts: parts(desk),
        provisions: provision::provisions(desk),
        signatories: signatories(desk),
        mediators: mediators(desk),
        steps: steps(desk),
        views: views(desk),
    });
    accords.into_iter().next().unwrap_or_else(|| missing(desk))
}

/// Reports that there is no accord, and stands in for it.
fn missing(desk: &Desk) -> Accord {
    if let Some(document) = desk.documents().facts(Family::ACCORD.file) {
        document.head().fault(FaultKind::MissingKey { key: Family::ACCORD.array.to_owned() });
    }
    let [id, name, signed_at, negotiated_at, structure_note] =
        std::array::from_fn(|_| String::new());
    Accord {
        id,
        name,
        signed_at,
        negotiated_at,
        structure_note,
        other_names: Vec::new(),
        initialled: Vec::new(),
        first_signature: Date::blank(),
        completed: Date::blank(),
        ended: Date::blank(),
        not_parties: Vec::new(),
        parts: Vec::new(),
        provisions: Vec::new(),
        signatories: Vec::new(),
        mediators: Vec::new(),
        steps: Vec::new(),
        views: Vec::new(),
    }
}

fn parts(desk: &Desk) -> Vec<Part> {
    desk.each(Family::PART, |Record { id, facts, words }| {
        let articles = facts.maybe("articles");
        Part {
            key: id.clone(),
            name: words.need("name"),
            articles,
            chapters: words.list("chapters"),
        }
    })
}

fn signatories(desk: &Desk) -> Vec<Signatory> {
    desk.each(Family::SIGNATORY, |Record { id, facts, words }| Signatory {
        key: id.clone(),
        actor: desk.reference(facts, "actor", &[Family::ACTOR]),
        when: facts.need("when"),
        role: words.need("role"),
        sources: desk.sources(facts),
    })
}

fn mediators(desk: &Desk) -> Vec<Mediator> {
    desk.each(Family::MEDIATOR, |Record { id, facts, words }| {
        let actor = desk.maybe_reference(facts, "actor", &[Family::ACTOR]);
        let name = words.maybe("name");
        if actor.is_none() && name.is_none() {
            words.demand("name");
        }
        let since = Some(facts.need("since"));
        Mediator {
            key: id.clone(),
            actor,
            name,
            role: words.need("role"),
            since,
            sources: desk.sources(facts),
        }
    })
}

fn steps(desk: &Desk) -> Vec<AccordStep> {
    desk.each(Family::ACCORD_STEP, |Record { id, facts, words }| {
        let sources = desk.sources(facts);
        let manner = Manner::own(id).owned(!sources.is_empty());
        AccordStep {
            key: id.clone(),
            when: facts.need("when"),
            pillar: desk.word(facts, "pillar", "pillars"),
            what: desk.prose(words, "what", manner),
            figure: figure::in_words(desk, facts, words),
            event: desk.maybe_reference(facts, "event", &[Family::EVENT]),
            sources,
        }
    })
}

fn views(desk: &Desk) -> Vec<View> {
    desk.each(Family::VIEW, |Record { id, facts, words }| View {
        key: id.clone(),
        by: desk.reference(facts, "by", OWNERS),
        label: words.need("label"),
        says: desk.prose(words, "says", Manner::reported(id)),
        sources: desk.sources(facts),
    })
}
