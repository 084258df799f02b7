//! The guided walk: chapters, steps, and the stage beside each step, as `author` reads them.

use super::date::Date;
use super::rich::{Block, Rich};
use serde::Serialize;

/// A chapter: one question, walked through in steps.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Chapter {
    /// Identifier, part of its address.
    pub id: String,
    /// Its place in the walk, from 1.
    pub number: u8,
    /// How long it takes in class.
    pub minutes: u16,
    /// Title.
    pub title: String,
    /// The question it opens with.
    pub question: String,
    /// What we know at its end.
    pub known: Vec<Rich>,
    /// What we do not know.
    pub unknown: Vec<Rich>,
    /// Questions to talk about.
    pub ask: Vec<Rich>,
    /// Its steps in order.
    pub steps: Vec<Step>,
}

/// A step: one idea, told at two lengths, with a stage beside it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    /// Identifier, part of its address.
    pub id: String,
    /// Title.
    pub title: String,
    /// The idea in one line.
    pub idea: String,
    /// The short text.
    pub core: Vec<Block>,
    /// The long text, with sources.
    pub full: Vec<Block>,
    /// What is shown beside it.
    pub stage: Stage,
    /// The heading of the stage.
    pub stage_title: String,
    /// The picture in a line.
    pub stage_short: String,
    /// The picture in words, complete.
    pub stage_long: String,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

/// What is shown beside a step, by ids.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Stage {
    /// The story with these sentences lit.
    Story {
        /// Ids of sentences.
        sentences: Vec<String>,
    },
    /// Events along a line of time.
    Dates {
        /// Their ids.
        events: Vec<String>,
    },
    /// The way between two places.
    Route {
        /// Id of the place it starts from.
        from: String,
        /// Id of the place it leads to.
        to: String,
        /// In a straight line.
        straight_km: f64,
        /// By track.
        track_km: f64,
        /// How long the way takes.
        paces: Vec<Pace>,
    },
    /// A part of the map.
    Map {
        /// Which: `region`, `mali` or `north`.
        window: String,
        /// Places on it, in the order in which they are told of.
        places: Vec<MapPlace>,
        /// Ids of the places along a way, if one is drawn.
        way: Vec<String>,
        /// Id of the place to which a line leads from each of them, if lines are drawn.
        towards: Option<String>,
    },
    /// The promised ends of the transition, each with the way from its day to the day it named.
    Promises,
    /// A number of people as dots.
    Dots {
        /// How many people.
        count: u32,
        /// For how many a dot stands.
        each: u32,
        /// Whose number it is and what it counts.
        says: Vec<MapPlace>,
    },
    /// Claims of one contested question, side by side.
    Voices {
        /// Id of the question.
        dispute: String,
        /// Keys of its claims, in order.
        claims: Vec<String>,
        /// The land that the question is about, if it is drawn.
        land: Option<Land>,
    },
    /// Sides next to each other, each with what belongs to it.
    Sides {
        /// What lies between the first two and is pulled by both, if there is such a thing.
        between: Option<String>,
        /// The sides in order.
        sides: Vec<Side>,
    },
    /// Seats at a table, taken and empty.
    Seats(Vec<Seat>),
    /// Who names whom.
    Naming(Vec<Naming>),
    /// Counts by owner and date.
    Counter(Vec<Count>),
    /// A question to vote on, with the sentences it is about.
    Vote {
        /// The question.
        question: String,
        /// Ids of sentences.
        sentences: Vec<String>,
        /// Parts of the accord of which it is drawn how many of their promises were kept.
        pillars: Vec<String>,
        /// The answers.
        options: Vec<VoteOption>,
    },
    /// The vote of an earlier step once more, with the answer that was given then.
    Again {
        /// Id of the step.
        step: String,
    },
}

/// A place on the map of a step.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MapPlace {
    /// Id of the place.
    pub place: String,
    /// What happened there, in our words.
    pub says: Rich,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

/// How long a way takes somebody.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pace {
    /// Whom, and how long, in words.
    pub label: String,
    /// In hours.
    pub hours: f64,
}

/// A land that somebody claims, hatched on the map.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Land {
    /// The layer of the map.
    pub layer: String,
    /// Who claims it, and who does not agree.
    pub says: Rich,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

/// One of several sides.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Side {
    /// What it is called.
    pub title: String,
    /// What belongs to it, a line each.
    pub says: Vec<Rich>,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

/// A seat at a table, and whose it is or would be.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Seat {
    /// Id of the actor.
    pub who: String,
    /// Whether it sits there: `signed`, `mediated` or `absent`.
    pub state: String,
    /// When it signed.
    pub when: Option<Date>,
    /// What is known of it.
    pub says: Rich,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

/// One speaker and whom it names.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Naming {
    /// Id of the actor who speaks.
    pub from: String,
    /// Ids of the actors it names.
    pub to: Vec<String>,
    /// The word it uses, where it names no one.
    pub word: Option<String>,
    /// What it says, in our words.
    pub says: Rich,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

/// One count: who says what, when.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Count {
    /// Id of the actor or source who says so.
    pub by: String,
    /// When it was said.
    pub when: Date,
    /// Whom it counts, the main group first.
    pub people: Vec<People>,
    /// The count in words.
    pub says: Rich,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

/// People that somebody counted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct People {
    /// Of whom: a word of the content.
    pub of: String,
    /// What happened to them: a word of the content.
    pub state: String,
    /// The least number, and the greatest; none if there is none.
    pub range: [Option<u32>; 2],
}

/// An answer to vote for, which explains itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct VoteOption {
    /// Identifier within the step.
    pub key: String,
    /// The answer.
    pub label: String,
    /// What speaks for and against it.
    pub feedback: Rich,
}
