//! What is shown beside a step of the walk.

use crate::author::desk::Desk;
use crate::author::family::{Family, OWNERS};
use crate::author::fault::FaultKind;
use crate::author::fields::stretch;
use crate::author::ids::records;
use crate::author::parts::Parts;
use crate::author::prose::Manner;
use crate::author::table::Table;
use crate::author::value::Value;
use crate::map::ground::CLAIMED;
use crate::model::Date;
use crate::model::walk::{
    Count, Land, MapPlace, Naming, Pace, People, Seat, Side, Stage, VoteOption,
};

/// The kinds of stage.
const KINDS: &[&str] = &[
    "story", "dates", "route", "map", "promises", "dots", "voices", "sides", "seats", "naming",
    "counter", "vote", "again",
];
/// The parts of the map that a stage can show.
const WINDOWS: &[&str] = &["region", "mali", "north"];
/// The lands that the map can hatch.
const LANDS: &[&str] = &[CLAIMED];

/// Reads a stage; `words` is the head of the step's file.
pub fn stage<'a>(desk: &Desk<'a>, value: Value<'a>, words: &mut Table<'a>) -> Stage {
    let Some(mut table) = value.table() else { return Stage::Story { sentences: Vec::new() } };
    let kind = table.demand("kind").and_then(|kind| kind.one_of("the kinds of stage", KINDS));
    let facts = &mut table;
    let stage = match kind {
        Some("route") => {
            desk.references(facts, "sources", &[Family::SOURCE]); // the step shows its own, which hold these
            Stage::Route {
                from: desk.reference(facts, "from", &[Family::PLACE]),
                to: desk.reference(facts, "to", &[Family::PLACE]),
                straight_km: facts.need("straight_km"),
                track_km: facts.need("track_km"),
                paces: paces(desk, facts, words),
            }
        }
        Some("map") => Stage::Map {
            window: facts
                .demand("window")
                .and_then(|window| window.one_of("the parts of the map", WINDOWS))
                .unwrap_or("mali")
                .to_owned(),
            places: map_places(desk, facts, words),
            way: desk.references(facts, "way", &[Family::PLACE]),
            towards: desk.maybe_reference(facts, "towards", &[Family::PLACE]),
        },
        Some("promises") => Stage::Promises,
        Some("dots") => Stage::Dots {
            count: number(facts, "count"),
            each: number(facts, "each"),
            says: vec![MapPlace {
                place: String::new(),
                says: desk.prose(words, "says", Manner::reported("")),
                sources: desk.sources(facts),
            }],
        },
        Some("dates") => {
            Stage::Dates { events: desk.references_needed(facts, "events", &[Family::EVENT], 2) }
        }
        Some("voices") => voices(desk, facts, words),
        Some("sides") => Stage::Sides {
            between: desk.maybe_words(words, "between", Manner::own("")),
            sides: sides(desk, facts, words),
        },
        Some("seats") => Stage::Seats(seats(desk, facts, words)),
        Some("naming") => Stage::Naming(naming(desk, facts, words)),
        Some("counter") => Stage::Counter(counts(desk, facts, words)),
        Some("vote") => Stage::Vote {
            question: desk.words(words, "question", Manner::own("")),
            sentences: desk.references_needed(facts, "sentences", &[Family::SENTENCE], 1),
            pillars: desk.word_list(facts, "pillars", "pillars"),
            options: options(desk, facts, words),
        },
        Some("again") => again(desk, facts),
        Some("story") => Stage::Story {
            sentences: desk.references_needed(facts, "sentences", &[Family::SENTENCE], 1),
        },
        _ => return Stage::Story { sentences: Vec::new() }, // its keys are those of a kind that is not known
    };
    table.finish();
    stage
}

/// A number of people, at least 1.
fn number(facts: &mut Table<'_>, key: &'static str) -> u32 {
    u32::try_from(facts.need::<i64>(key)).unwrap_or(1).max(1)
}

/// Places on the map, each with what is said of it.
fn map_places<'a>(desk: &Desk<'a>, facts: &mut Table<'a>, words: &mut Table<'a>) -> Vec<MapPlace> {
    let mut parts = Parts::new(words, "places", "place");
    let places = facts.each("places", |place| {
        let id = desk.reference(place, "place", &[Family::PLACE]);
        let mut words = parts.table_needed(&id, place.spot_of("place"));
        let says = desk.prose(&mut words, "says", Manner::reported(""));
        words.finish();
        MapPlace { place: id, says, sources: desk.sources(place) }
    });
    parts.finish();
    places
}

/// How long a way takes, for each of those who go it.
fn paces<'a>(desk: &Desk<'a>, facts: &mut Table<'a>, words: &mut Table<'a>) -> Vec<Pace> {
    let mut parts = Parts::new(words, "paces", "pace");
    let paces = facts.each("paces", |pace| {
        let key: String = pace.need("key");
        let mut words = parts.table_needed(&key, pace.spot_of("key"));
        let label = desk.words(&mut words, "label", Manner::own(""));
        words.finish();
        Pace { label, hours: pace.need("hours") }
    });
    parts.finish();
    paces
}

/// The vote of another step once more; there must be one.
fn again<'a>(desk: &Desk<'a>, facts: &mut Table<'a>) -> Stage {
    let spot = facts.spot_of("step");
    let step = desk.reference(facts, "step", &[Family::STEP]);
    let is_vote = |facts: Table<'a>| {
        let kind =
            facts.entry("stage").and_then(Value::table).and_then(|stage| stage.entry("kind"));
        let id = facts.entry(Family::STEP.key).and_then(Value::as_str);
        id == Some(&step) && kind.and_then(Value::as_str) == Some("vote")
    };
    let document = desk.documents().facts(Family::STEP.file);
    let has_vote =
        document.is_some_and(|document| records(Family::STEP, &mut document.table()).any(is_vote));
    if !step.is_empty() && !has_vote {
        spot.fault(FaultKind::NoVote { step: step.clone() });
    }
    Stage::Again { step }
}

/// Sides next to each other.
fn sides<'a>(desk: &Desk<'a>, facts: &mut Table<'a>, words: &mut Table<'a>) -> Vec<Side> {
    let mut parts = Parts::new(words, "sides", "side");
    let sides = facts.each("sides", |side| {
        let key: String = side.need("key");
        let mut words = parts.table_needed(&key, side.spot_of("key"));
        let title = desk.words(&mut words, "title", Manner::own(""));
        let says = desk.prose_list(&mut words, "says", 1, Manner::reported(""));
        words.finish();
        Side { title, says, sources: desk.sources(side) }
    });
    parts.finish();
    sides
}

/// Seats at a table; whose words are under the id of who would sit there.
fn seats<'a>(desk: &Desk<'a>, facts: &mut Table<'a>, words: &mut Table<'a>) -> Vec<Seat> {
    let mut parts = Parts::new(words, "seats", "seat");
    let seats = facts.each("seats", |seat| {
        let who = desk.reference(seat, "who", &[Family::ACTOR]);
        let mut words = parts.table_needed(&who, seat.spot_of("who"));
        let says = desk.prose(&mut words, "says", Manner::reported(""));
        words.finish();
        let state = desk.word(seat, "state", "seats");
        Seat { who, state, when: seat.maybe("when"), says, sources: desk.sources(seat) }
    });
    parts.finish();
    seats
}

/// Claims side by side; their keys are those of the question's claims.
fn voices<'a>(desk: &Desk<'a>, facts: &mut Table<'a>, words: &mut Table<'a>) -> Stage {
    let dispute = desk.reference(facts, "dispute", &[Family::DISPUTE]);
    let known = desk.claims_of(&dispute);
    let mut claims = Vec::new();
    for value in facts.values_needed("claims", 1) {
        let Some(key) = value.string() else { continue };
        if let Some(known) = &known
            && !known.contains(&key)
        {
            value.one_of(&format!("the claims of {dispute}"), known);
        }
        claims.push(key.to_owned());
    }
    desk.maybe_reference(facts, "event", &[Family::EVENT]); // the question's events hold it
    let land = facts.entry("land").is_some().then(|| Land {
        layer: facts
            .demand("land")
            .and_then(|land| land.one_of("the lands of the map", LANDS))
            .unwrap_or_default()
            .to_owned(),
        says: desk.prose(words, "says", Manner::reported("")),
        sources: desk.sources(facts),
    });
    Stage::Voices { dispute, claims, land }
}

fn naming<'a>(desk: &Desk<'a>, facts: &mut Table<'a>, words: &mut Table<'a>) -> Vec<Naming> {
    let mut parts = Parts::new(words, "naming", "speaker");
    let naming = facts.each("links", |link| {
        let from = desk.reference(link, "from", &[Family::ACTOR]);
        let mut words = parts.table_needed(&from, link.spot_of("from"));
        let to = desk.references(link, "to", &[Family::ACTOR]);
        desk.maybe_reference(link, "to_word", &[Family::TERM]);
        let word = words.maybe("word");
        if to.is_empty() && word.is_none() {
            words.demand("word");
        }
        let says = desk.prose(&mut words, "says", Manner::reported(""));
        words.finish();
        Naming { from, to, word, says, sources: desk.sources(link) }
    });
    parts.finish();
    naming
}

/// Counts on a dial that runs from one date to another. Each says of whom, who says so and when.
fn counts<'a>(desk: &Desk<'a>, facts: &mut Table<'a>, words: &mut Table<'a>) -> Vec<Count> {
    let mut parts = Parts::new(words, "rows", "count");
    let (from, until) = stretch(facts, "from", "until");
    let counts = facts.each("tolls", |toll| {
        let key: String = toll.need("key");
        let mut words = parts.table_needed(&key, toll.spot_of("key"));
        let when: Date = toll.need("when");
        if let (Some(from), Some(until)) = (from, until)
            && (when.first_day() < from.first_day() || when.last_day() > until.last_day())
        {
            let [value, min, max] = [when, from, until].map(|date| date.to_string());
            toll.spot_of("when").fault(FaultKind::OutOfRange { value, min, max });
        }
        let mut people = vec![counted(desk, toll)];
        people.extend(toll.each("also", |also| counted(desk, also)));
        let says = desk.prose(&mut words, "says", Manner::reported(""));
        words.finish();
        Count {
            by: desk.reference(toll, "by", OWNERS),
            when,
            people,
            says,
            sources: desk.sources(toll),
        }
    });
    parts.finish();
    counts
}

/// Whom somebody counted, and how many.
fn counted<'a>(desk: &Desk<'a>, facts: &mut Table<'a>) -> People {
    People {
        of: desk.word(facts, "of", "toll_groups"),
        state: desk.word(facts, "state", "toll_states"),
        range: ["min", "max"]
            .map(|key| facts.maybe::<i64>(key).and_then(|number| u32::try_from(number).ok())),
    }
}

fn options<'a>(desk: &Desk<'a>, facts: &mut Table<'a>, words: &mut Table<'a>) -> Vec<VoteOption> {
    let mut parts = Parts::new(words, "options", "answer");
    let options = facts.values_needed("options", 2).into_iter().filter_map(|value| {
        let key = value.string()?;
        let mut words = parts.table_needed(key, value.spot());
        let manner = Manner::own("").owned(true);
        let option = VoteOption {
            key: key.to_owned(),
            label: desk.words(&mut words, "label", manner),
            feedback: desk.prose(&mut words, "feedback", manner),
        };
        words.finish();
        Some(option)
    });
    let options = options.collect();
    parts.finish();
    options
}
