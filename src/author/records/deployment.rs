//! Foreign forces in Mali, the resolutions they rest on, and who wants what.

use crate::author::desk::{Desk, Record};
use crate::author::family::Family;
use crate::author::fault::FaultKind;
use crate::author::fields::{check_span, stretch};
use crate::author::parts::Parts;
use crate::author::prose::Manner;
use crate::author::table::Table;
use crate::author::value::Read;
use crate::author::words;
use crate::model::Date;
use crate::model::record::{Deployment, Interest, Resolution, Strength};

/// The scope that a chart of Mali may show.
const MALI: &str = "mali";

/// Reads the deployments.
pub fn deployments(desk: &Desk) -> Vec<Deployment> {
    desk.each(Family::DEPLOYMENT, |Record { id, facts, words }| {
        let sources = desk.sources(facts);
        let manner = Manner::own(id).owned(!sources.is_empty());
        facts.demand("start");
        let (start, end) = stretch(facts, "start", "end");
        let subset_of = desk.maybe_reference(facts, "subset_of", &[Family::DEPLOYMENT]);
        if subset_of.as_ref() == Some(id) {
            facts.spot_of("subset_of").fault(FaultKind::ToItself { id: id.clone() });
        }
        Deployment {
            id: id.clone(),
            name: words.need("name"),
            actor: desk.reference(facts, "actor", &[Family::ACTOR]),
            mandate: desk.prose(words, "mandate", manner),
            legal_basis: desk.prose(words, "legal_basis", manner),
            start: start.unwrap_or_else(Date::blank),
            end,
            subset_of,
            places: desk.references(facts, "places", &[Family::PLACE]),
            strength: strength(desk, facts, words),
            departure: desk.maybe_prose(words, "departure", manner),
            chart_note: words.maybe("chart_note"),
            sources,
        }
    })
}

/// The strength over time. A count is drawn if it is for Mali alone; if it is not drawn, its words say why.
fn strength<'a>(desk: &Desk<'a>, facts: &mut Table<'a>, words: &mut Table<'a>) -> Vec<Strength> {
    let mut parts = Parts::new(words, "strength", "entry of the strength");
    let mut number = 0;
    let strength = facts.each("strength", |count| {
        number += 1;
        let mut words = parts.table(&number.to_string());
        let draw: bool = count.need("draw");
        let (value, max) = (count.maybe("value"), count.maybe("max"));
        check_span(value, max, count.spot_of("max"));
        let scope = desk.word(count, "scope", "scopes");
        let why_not: Option<String> = words.maybe("why_not");
        if draw && (value.is_none() || scope != MALI) {
            count.spot_of("draw").fault(FaultKind::NotDrawable);
        }
        if !draw && why_not.is_none() {
            count.spot_of("draw").fault(FaultKind::Hidden { number });
        }
        let note = words.maybe("note");
        words.finish();
        Strength {
            when: count.need("when"),
            value,
            max,
            kind: desk.word(count, "kind", "strength_kinds"),
            scope,
            draw,
            note,
            why_not,
            sources: desk.sources(count),
        }
    });
    parts.finish();
    strength
}

/// What charts of the deployments must say.
pub fn caveats(desk: &Desk) -> Vec<String> {
    let mut about = words::loose(desk, "deployments", "about");
    let notes = about.list("notes");
    about.finish();
    notes
}

/// Reads the resolutions.
pub fn resolutions(desk: &Desk) -> Vec<Resolution> {
    desk.each(Family::RESOLUTION, |Record { id, facts, words }| {
        let sources = desk.sources(facts);
        let manner = Manner::own(id).owned(!sources.is_empty());
        let (symbol, name) = (facts.maybe("symbol"), words.maybe("name"));
        if symbol.is_none() && name.is_none() {
            words.demand("name");
        }
        Resolution {
            key: id.clone(),
            symbol: symbol.or(name).unwrap_or_default(),
            when: facts.need("when"),
            decided: desk.prose(words, "decided", manner),
            vote: words.need("vote"),
            sources,
        }
    })
}

/// Reads the interests.
pub fn interests(desk: &Desk) -> Vec<Interest> {
    desk.each(Family::INTEREST, |Record { id, facts, words }| Interest {
        key: id.clone(),
        actor: desk.reference(facts, "actor", &[Family::ACTOR]),
        topic: words.need("topic"),
        stated: desk.prose(words, "stated", Manner::reported(id)),
        others_say: desk.prose(words, "others_say", Manner::reported(id)),
        sources: desk.sources(facts),
    })
}
