//! The records of the fact base, each whole: facts and words together, in one language.
//!
//! These are what `author` makes of `content/`, and what the public downloads carry; the doc comments here are the data
//! dictionary that readers see. Ids are the same in every language. Rich texts are lists of pieces.

use super::date::{Date, When};
use super::kind::{Lane, Status, Voice};
use super::rich::Rich;
use serde::Serialize;

/// Declares records: structs that can be written as data and that carry their own dictionary.
macro_rules! records {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $kind,)+
        }
    )+};
}

mod accord;

pub use accord::{Accord, AccordStep, Mediator, Part, Progress, Provision, Signatory, View};

records! {
    /// A text that facts rest on.
    Source {
        /// Identifier, the same in every language.
        id: String,
        /// Title as published, or ours where it has none.
        title: String,
        /// Who published it.
        publisher: String,
        /// What kind of publisher: un, government, armed-group, press, ngo, academic, reference, other.
        kind: String,
        /// Language of the text (BCP 47).
        lang: String,
        /// When it was published.
        date: Option<Date>,
        /// Its address on the web.
        url: Option<String>,
        /// Other addresses of the same text.
        also_at: Vec<String>,
        /// Whether we read it: read, second-hand, not-read.
        read: String,
        /// Who made the text, where the page is a copy.
        origin: Option<String>,
        /// A remark on the source.
        note: Option<String>,
    }

    /// A tie between two actors, read from the one that holds it.
    Tie {
        /// Id of the other actor.
        to: String,
        /// What ties them, a key of the vocabulary.
        kind: String,
        /// When it began.
        from: Option<Date>,
        /// When it ended.
        until: Option<Date>,
    }

    /// A word that is true of an actor for some time.
    Label {
        /// The word.
        label: String,
        /// From when.
        from: Option<Date>,
        /// Until when.
        until: Option<Date>,
    }

    /// A state, group, person or body.
    Actor {
        /// Identifier, the same in every language.
        id: String,
        /// Full name.
        name: String,
        /// Short name.
        short: String,
        /// What it is: state, armed-group, coalition, person and so on.
        kind: String,
        /// Where it stands: state, signatory-armed-group, un, person and so on.
        side: String,
        /// For a person, the side of the body it belongs to.
        affiliation: Option<String>,
        /// What a newcomer needs to know.
        summary: Rich,
        /// Since when it has existed or acted.
        from: Option<Date>,
        /// Until when.
        until: Option<Date>,
        /// Which word was true of it when.
        labels: Vec<Label>,
        /// Its ties to other actors.
        ties: Vec<Tie>,
        /// Ids of its sources.
        sources: Vec<String>,
    }

    /// A point on the map.
    Place {
        /// Identifier, the same in every language.
        id: String,
        /// Name.
        name: String,
        /// Other names and spellings.
        aliases: Vec<String>,
        /// Latitude in degrees north (WGS 84).
        lat: f64,
        /// Longitude in degrees east (WGS 84).
        lon: f64,
        /// Country.
        country: String,
        /// Region, with changes of the map in brackets.
        region: Option<String>,
        /// What it is: town, camp, border-post and so on.
        kind: String,
        /// True if the coordinates are rough.
        approximate: bool,
        /// Why it matters here.
        why: Rich,
        /// Where the coordinates come from.
        coordinate_source: Option<String>,
        /// A remark on the coordinates.
        coordinate_note: Option<String>,
    }

    /// What one owner says about an event.
    EventClaim {
        /// Identifier within the event.
        key: String,
        /// Id of the actor or source whose statement it is.
        by: String,
        /// When it was said.
        when: Option<Date>,
        /// What was said, in our words.
        says: Rich,
    }

    /// Something that happened.
    Event {
        /// Identifier, the same in every language.
        id: String,
        /// When it happened.
        when: When,
        /// What happened, in at most twelve words.
        title: String,
        /// What is known of it, in at most sixty words.
        summary: Rich,
        /// The threads it belongs to; it is drawn in the first.
        lanes: Vec<Lane>,
        /// How much it weighs in the history, 1 to 3.
        weight: u8,
        /// How it is known.
        status: Status,
        /// How sure the record is: high, medium, low.
        confidence: String,
        /// True if the record needs another look.
        review: bool,
        /// Ids of the actors in it.
        actors: Vec<String>,
        /// Id of the place.
        place: Option<String>,
        /// When it became public, if that was later.
        known_from: Option<Date>,
        /// How it became public.
        known_note: Option<String>,
        /// What its owners say about it.
        claims: Vec<EventClaim>,
        /// A remark of the editors.
        note: Option<String>,
        /// Ids of its sources.
        sources: Vec<String>,
    }

    /// A word of the glossary.
    Term {
        /// Identifier, the same in every language; that of an actor or place if it defines one.
        id: String,
        /// The word.
        term: String,
        /// Other forms of it.
        aliases: Vec<String>,
        /// What it means, in at most sixty words.
        definition: Rich,
        /// The same in at most twenty-five plain words.
        simple: Rich,
        /// How to say it.
        pronunciation: Option<String>,
        /// Ids of related terms.
        see_also: Vec<String>,
        /// The threads it belongs to.
        lanes: Vec<Lane>,
        /// Ids of its sources.
        sources: Vec<String>,
    }

    /// One owner's answer to a contested question.
    Claim {
        /// Identifier within the question.
        key: String,
        /// Id of the actor or source whose statement it is.
        by: String,
        /// The owner as named there.
        label: String,
        /// What was said, in our words.
        says: Rich,
        /// When it was said first.
        from: Option<Date>,
        /// When it was said last.
        until: Option<Date>,
        /// True if these dates are only about right.
        circa: bool,
        /// When and where it was said, in words.
        said: String,
        /// What it rests on.
        evidence: Rich,
        /// What its owner stands to gain.
        interest: Rich,
    }

    /// A contested question.
    Dispute {
        /// Identifier, the same in every language.
        id: String,
        /// The question.
        question: String,
        /// What it belongs to: a lane, or `ber`.
        topic: String,
        /// How the answers stand.
        status: Status,
        /// The answers, each with its owner.
        claims: Vec<Claim>,
        /// What is established.
        established: Vec<Rich>,
        /// What is not known.
        unknown: Vec<Rich>,
        /// How to use it in class.
        classroom_note: Rich,
        /// Ids of the events it is about.
        events: Vec<String>,
        /// Ids of its sources.
        sources: Vec<String>,
    }

    /// The strength of a force at a date.
    Strength {
        /// The date.
        when: Date,
        /// How many people; the least, where a range was said.
        value: Option<i64>,
        /// The most that was said, where it was a range.
        max: Option<i64>,
        /// Which count: authorised, deployed, estimate. The three never mix.
        kind: String,
        /// What area the number covers.
        scope: String,
        /// True if it may be drawn in a chart of Mali.
        draw: bool,
        /// A remark.
        note: Option<String>,
        /// Why it may not be drawn.
        why_not: Option<String>,
        /// Ids of its sources.
        sources: Vec<String>,
    }

    /// A foreign force in Mali.
    Deployment {
        /// Identifier, the same in every language.
        id: String,
        /// Name.
        name: String,
        /// Id of the actor that sent it.
        actor: String,
        /// What it was to do.
        mandate: Rich,
        /// On what legal ground.
        legal_basis: Rich,
        /// When it came.
        start: Date,
        /// When it left.
        end: Option<Date>,
        /// Id of the deployment that counts it already.
        subset_of: Option<String>,
        /// Ids of the places where it was.
        places: Vec<String>,
        /// Its strength over time.
        strength: Vec<Strength>,
        /// How it left.
        departure: Option<Rich>,
        /// What a chart must say.
        chart_note: Option<String>,
        /// Ids of its sources.
        sources: Vec<String>,
    }

    /// A resolution of the UN Security Council.
    Resolution {
        /// Identifier.
        key: String,
        /// Its symbol; for a draft that has none, its name.
        symbol: String,
        /// When it was adopted or voted on.
        when: Date,
        /// What it decided.
        decided: Rich,
        /// How the vote went.
        vote: String,
        /// Ids of its sources.
        sources: Vec<String>,
    }

    /// What an actor from abroad, or the government, wants.
    Interest {
        /// Identifier.
        key: String,
        /// Id of the actor.
        actor: String,
        /// What it is about.
        topic: String,
        /// What the actor says.
        stated: Rich,
        /// What others say.
        others_say: Rich,
        /// Ids of its sources.
        sources: Vec<String>,
    }

    /// A head of state or prime minister.
    Office {
        /// Identifier.
        key: String,
        /// Name.
        name: String,
        /// Id of the actor, if there is a record.
        actor: Option<String>,
        /// From when.
        from: Date,
        /// Until when.
        until: Option<Date>,
        /// How the office was won and lost.
        how: Rich,
        /// Id of the event.
        event: Option<String>,
        /// Ids of its sources.
        sources: Vec<String>,
    }

    /// A promised end of the transition.
    Promise {
        /// Identifier.
        key: String,
        /// When it was promised.
        announced: Date,
        /// The earliest end promised.
        from: Option<Date>,
        /// The latest end promised.
        until: Option<Date>,
        /// True if it hangs on a condition.
        conditional: bool,
        /// What was promised.
        promised: Rich,
        /// What happened.
        happened: Rich,
        /// Id of the event.
        event: Option<String>,
        /// Ids of its sources.
        sources: Vec<String>,
    }

    /// A point of a series.
    FigurePoint {
        /// When it was counted.
        when: Date,
        /// The end of the stretch that it counts.
        until: Option<Date>,
        /// The number.
        value: Option<f64>,
        /// The count in words, where it is no single number.
        text: Option<String>,
        /// Who says so, or what it covers.
        label: Option<String>,
        /// True if it may be drawn.
        draw: bool,
        /// Why it may not be drawn.
        why_not: Option<String>,
        /// Ids of its sources.
        sources: Vec<String>,
    }

    /// A series of numbers.
    Figure {
        /// Identifier, the same in every language.
        id: String,
        /// What is counted.
        what: String,
        /// In what unit.
        unit: String,
        /// How it may be shown: number, points, bars, table, text-only.
        form: String,
        /// True if it may be drawn.
        draw: bool,
        /// What must be said with it.
        caveat: String,
        /// The points.
        points: Vec<FigurePoint>,
    }

    /// A count of dead, wounded or captured: number, of whom, who says, when. Never added up, never averaged.
    Toll {
        /// Identifier.
        key: String,
        /// Id of the event, question or deployment it is about.
        about: String,
        /// When it was said.
        when: Date,
        /// True if the count is only about right.
        circa: bool,
        /// Id of the actor or source who says so.
        by: String,
        /// Of whom: soldiers, attackers, civilians and so on.
        of: String,
        /// What happened to them: dead, wounded, dead-or-wounded, captured.
        state: String,
        /// The least that was said.
        min: Option<i64>,
        /// The most that was said.
        max: Option<i64>,
        /// A remark, or the count in words.
        note: Option<String>,
        /// Ids of its sources.
        sources: Vec<String>,
    }

    /// A sentence of the story, with its owner.
    Sentence {
        /// Identifier: `p2s1` is the first sentence of the second paragraph.
        id: String,
        /// The sentence.
        text: Rich,
        /// Whose words it is.
        voice: Voice,
        /// Id of the actor or source whose statement it is.
        by: String,
        /// The owner in words.
        attribution: String,
        /// The doors it leads to: accord, government, foreign.
        doors: Vec<Lane>,
        /// Ids of its sources.
        sources: Vec<String>,
    }

    /// A statement with its sources.
    Statement {
        /// Identifier.
        key: String,
        /// The statement.
        text: Rich,
        /// Ids of its sources.
        sources: Vec<String>,
    }
}
