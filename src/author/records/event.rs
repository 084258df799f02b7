//! Events: what happened, and what its owners say about it.

use crate::author::desk::{Desk, Record};
use crate::author::family::{Family, OWNERS};
use crate::author::fault::FaultKind;
use crate::author::fields::{check_order, lanes};
use crate::author::parts::Parts;
use crate::author::prose::Manner;
use crate::author::table::Table;
use crate::author::text::Spot;
use crate::author::value::Read;
use crate::model::date::{Precision, When};
use crate::model::library::Catalog;
use crate::model::record::{Event, EventClaim, Source};
use crate::model::{Date, Lane, Status};
use std::collections::BTreeSet;

/// The most words of a title.
const TITLE: usize = 12;

/// The most words of a summary.
const SUMMARY: usize = 60;

/// How an event can be known; what nobody knows is no event.
const STATUSES: &[&str] = &["documented", "claimed", "reported", "disputed"];

/// The weight that needs sources of two origins.
const HEAVY: u8 = 3;

/// Days after an event within which it counts as known at once.
const AT_ONCE: i32 = 7;

/// Reads the events, in order of time.
pub fn events(desk: &Desk, sources: &Catalog<Source>) -> Vec<Event> {
    let mut events = desk.each(Family::EVENT, |record| event(desk, record, sources));
    events.sort_by_key(|event| (event.when.start.first_day(), event.when.last_day()));
    events
}

fn event<'a>(desk: &Desk<'a>, record: &mut Record<'a>, catalog: &Catalog<Source>) -> Event {
    let Record { id, facts, words } = record;
    let when = when(facts);
    let sources = desk.sources(facts);
    let claims = claims(desk, facts, words, id);
    let status = status(facts, &claims);
    let weight = weight(facts);
    check_sources(&sources, catalog, weight, facts.spot_of("sources"));
    let known_from: Option<Date> = facts.maybe("known_from");
    if known_from.is_some_and(|known| is_at_once(known, &when)) {
        facts.spot_of("known_from").fault(FaultKind::KnownAtOnce);
    }
    let manner = Manner::own(id).owned(!sources.is_empty() || !claims.is_empty());
    Event {
        title: desk.words(words, "title", manner.at_most(TITLE)),
        summary: desk.prose(words, "summary", manner.at_most(SUMMARY)),
        lanes: lanes(facts.values_needed("lanes", 1), Lane::ALL),
        weight,
        status,
        confidence: desk.word(facts, "confidence", "confidence"),
        review: facts.flag("review"),
        actors: desk.references(facts, "actors", &[Family::ACTOR]),
        place: desk.maybe_reference(facts, "place", &[Family::PLACE]),
        known_from,
        known_note: desk.maybe_words(words, "known_note", manner),
        note: desk.maybe_words(words, "note", manner),
        id: id.clone(),
        when,
        claims,
        sources,
    }
}

/// The date fields: `start` and `end`, or `between`.
fn when(facts: &mut Table) -> When {
    let start: Option<Date> = facts.maybe("start");
    let end: Option<Date> = facts.maybe("end");
    let limits: Vec<Date> = facts.list("between");
    let is_between = facts.entry("between").is_some();
    let misfit = |key: &str, reason| facts.spot_of(key).fault(FaultKind::DateMisfit { reason });
    let (start, end) = match (start, limits.as_slice()) {
        (Some(start), []) => (start, end),
        (None, [first, last]) => {
            if first.precision() != last.precision() {
                misfit("between", "the two dates of `between` must be known equally well");
            }
            if end.is_some() {
                misfit("end", "`between` is for one moment; it has no `end`");
            }
            (*first, Some(*last))
        }
        (Some(start), _) => {
            misfit("between", "`between` stands in place of `start`; leave one of them out");
            (start, end)
        }
        (None, _) => {
            if is_between {
                misfit(
                    "between",
                    "`between` needs two dates: the first and the last that it may have been",
                );
            } else {
                facts.demand("start");
            }
            (Date::blank(), None)
        }
    };
    if let Some(end) = end {
        check_order(start, end, facts.spot_of(if is_between { "between" } else { "end" }));
    }
    let time: Option<String> = facts.maybe("time");
    if time.is_some() && start.precision() != Precision::Day {
        facts
            .spot_of("time")
            .fault(FaultKind::DateMisfit { reason: "a `time` needs a date known to the day" });
    }
    let (circa, disputed) = (facts.flag("circa"), facts.flag("date_disputed"));
    When { start, end, circa, between: is_between, disputed, time }
}

fn claims<'a>(
    desk: &Desk<'a>,
    facts: &mut Table<'a>,
    words: &mut Table<'a>,
    id: &str,
) -> Vec<EventClaim> {
    let mut says = Parts::new(words, "claims", "claim");
    let mut keys = BTreeSet::new();
    let claims = facts.each("claims", |claim| {
        let key: String = claim.need("key");
        if !key.is_empty() && !keys.insert(key.clone()) {
            claim.spot_of("key").fault(FaultKind::Twice { entry: key.clone() });
        }
        let text =
            says.need(&key, claim.spot_of("key")).and_then(crate::author::value::Value::text);
        EventClaim {
            by: desk.reference(claim, "by", OWNERS),
            when: claim.maybe("when"),
            says: text.map(|text| desk.line(&text, Manner::reported(id))).unwrap_or_default(),
            key,
        }
    });
    says.finish();
    claims
}

/// The status; a contested one needs a claim.
fn status(facts: &mut Table, claims: &[EventClaim]) -> Status {
    let word = facts
        .demand("status")
        .and_then(|status| status.one_of("the statuses of an event", STATUSES));
    let status = word.and_then(Status::from_word).unwrap_or_else(Status::blank);
    if matches!(status, Status::Claimed | Status::Disputed) && claims.is_empty() {
        facts.spot_of("status").fault(FaultKind::WithoutClaim { status: status.word() });
    }
    status
}

fn weight(facts: &mut Table) -> u8 {
    let number =
        facts.demand("weight").and_then(|weight| weight.integer_within(1, i64::from(HEAVY)));
    number.and_then(|weight| u8::try_from(weight).ok()).unwrap_or(1)
}

/// Reports an event that rests on texts nobody read, and a heavy one that rests on one maker of texts.
fn check_sources(ids: &[String], catalog: &Catalog<Source>, weight: u8, spot: Spot) {
    let Some(sources) = ids.iter().map(|id| catalog.get(id)).collect::<Option<Vec<_>>>() else {
        return;
    };
    if !sources.is_empty() && sources.iter().all(|source| source.read == "not-read") {
        spot.fault(FaultKind::Unread);
    }
    let origins: BTreeSet<&String> =
        sources.iter().map(|source| source.origin.as_ref().unwrap_or(&source.publisher)).collect();
    if let (Some(origin), true, HEAVY) = (origins.first(), origins.len() == 1, weight) {
        spot.fault(FaultKind::OneOrigin { origin: (*origin).clone() });
    }
}

/// True if an event became known within days, where both dates are known to the day.
fn is_at_once(known: Date, when: &When) -> bool {
    let are_days = [known, when.start].iter().all(|date| date.precision() == Precision::Day);
    are_days && known.first_day() - when.start.first_day() <= AT_ONCE
}
