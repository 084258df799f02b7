//! What the pages of the walk draw: its contents, a chapter with its steps, and what stands beside each.

use super::{Cite, Claim, Entry, Link, Sentence};
use crate::model::bundle::bundles;
use crate::model::rich::{Block, Rich};
use serde::{Deserialize, Serialize};

bundles! {
    /// The contents of the walk.
    Walk {
        /// The heading.
        heading: String,
        /// What the walk is.
        intro: Rich,
        /// Its chapters.
        chapters: Vec<Chapter>,
    }

    /// A chapter of the walk.
    Chapter {
        /// Its id.
        id: String,
        /// Its place, from 1.
        number: u8,
        /// Title.
        title: String,
        /// The question it opens with.
        question: String,
        /// How long it takes, in words.
        duration: String,
        /// Ids and titles of its steps.
        steps: Vec<(String, String)>,
        /// The last step of the chapter before: ids of chapter and step.
        before: Option<(String, String)>,
        /// The first step of the chapter after it.
        after: Option<(String, String)>,
    }

    /// The steps of a chapter, with what they share.
    Steps {
        /// The chapter.
        chapter: Chapter,
        /// One for each that the chapter names, in its order.
        steps: Vec<Step>,
    }

    /// A step of the walk.
    Step {
        /// The idea in one line.
        idea: String,
        /// The short text.
        core: Vec<Block>,
        /// The long text.
        full: Vec<Block>,
        /// A picture beside it, drawn; empty if there is none.
        picture: String,
        /// What is said of what the picture numbers, in that order.
        told: Vec<Rich>,
        /// What else is shown beside it.
        stage: Stage,
        /// Heading of the stage.
        stage_title: String,
        /// The picture in a line.
        stage_short: String,
        /// The picture in words, complete.
        stage_long: String,
        /// Sources of the step.
        cites: Vec<Cite>,
        /// What we know at the end of the chapter; empty before its last step.
        known: Vec<Rich>,
        /// What we do not know then.
        unknown: Vec<Rich>,
        /// Questions to talk about then.
        ask: Vec<Rich>,
    }

    /// One of several sides.
    Side {
        /// What it is called.
        title: String,
        /// What belongs to it, a line each.
        says: Vec<Rich>,
    }

    /// One speaker and whom it names.
    Naming {
        /// The speaker.
        from: Link,
        /// Those it names.
        to: Vec<Link>,
        /// The word it uses where it names no one.
        word: Option<String>,
        /// What it says.
        says: Rich,
    }

    /// One count: who says what, when.
    Count {
        /// The owner.
        by: Link,
        /// The day it was said, from 1970-01-01.
        day: i32,
        /// The same in words.
        date: String,
        /// The count.
        says: Rich,
        /// As many people as it tells of, drawn; empty if it names no number.
        picture: String,
    }

    /// A question to vote on.
    Vote {
        /// The question.
        question: String,
        /// The sentences that it is about.
        sentences: Vec<Sentence>,
        /// The answers.
        options: Vec<VoteOption>,
        /// The step in which it was asked first.
        step: String,
        /// Whether it is asked again, so that what was answered before is told.
        is_again: bool,
    }

    /// An answer to vote for.
    VoteOption {
        /// The answer, which is kept as it is written.
        label: String,
        /// What speaks for and against it.
        feedback: Rich,
    }
}

/// What is shown beside a step besides its picture.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Stage {
    /// Nothing.
    #[default]
    Picture,
    /// The story; ids of the sentences that are lit.
    Story(Vec<Vec<Sentence>>, Vec<String>),
    /// Events along a line of time.
    Dates(Vec<Entry>),
    /// Claims side by side.
    Voices(Vec<Claim>),
    /// Sides next to each other, and what lies between the first two.
    Sides(Option<String>, Vec<Side>),
    /// Who names whom.
    Naming(Vec<Naming>),
    /// Counts by owner and date.
    Counter(Vec<Count>),
    /// A vote.
    Vote(Vote),
}
