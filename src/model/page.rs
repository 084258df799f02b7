//! What pages draw: bundles, complete, ordered and already in words. A page has one of its own, the steps of a chapter one together.
//!
//! `publish` makes these from the library; the prerenderer and the browser draw the same bundle, so a page's text is in its
//! HTML once and in its bundle once. Dates are in words here, except where a view must place or compare them.

mod walk;

pub use walk::{Chapter, Count, Naming, Side, Stage, Step, Steps, Vote, VoteOption, Walk};

use super::bundle::bundles;
use super::kind::{Kind, Lane, Status, Voice};
use super::rich::{Block, Rich};
use super::target::Target;
use serde::{Deserialize, Serialize};

/// The part of a bundle that differs from kind to kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(clippy::large_enum_variant, reason = "there is one per page")]
pub enum Body {
    /// The story.
    Story(Story),
    /// The contents of the walk.
    Walk(Walk),
    /// The steps of a chapter, each a page.
    Steps(Steps),
    /// The timeline.
    Timeline(Timeline),
    /// The glossary.
    Glossary(Glossary),
    /// A record: event, term, actor, place, source or contested question.
    Record(Record),
    /// Groups of links to records.
    Index(Index),
    /// A text.
    Article(Article),
    /// The search page; what it searches comes with the names.
    Search(Article),
}

bundles! {
    /// Everything that one page draws, or each step of one chapter.
    Page {
        /// The build it belongs to; one of another build is not drawn.
        build: String,
        /// Title of the document; for steps that of their chapter, which has theirs.
        title: String,
        /// Definitions that its words open.
        definitions: Vec<Definition>,
        /// What it shows.
        body: Body,
    }

    /// A definition, as a popover shows it.
    Definition {
        /// Where it leads: a term, actor or place.
        kind: Kind,
        /// Its id.
        id: String,
        /// The words defined.
        name: String,
        /// In plain words.
        simple: Rich,
        /// In full.
        full: Rich,
        /// How to say it.
        pronunciation: Option<String>,
    }

    /// All definitions, for those that other definitions open.
    Definitions {
        /// The build it belongs to.
        build: String,
        /// Sorted by id.
        definitions: Vec<Definition>,
    }

    /// A link to a page of the site.
    Link {
        /// What it leads to.
        to: Target,
        /// Its name.
        text: String,
    }

    /// A source as it is cited.
    Cite {
        /// Id of the source.
        id: String,
        /// Title.
        title: String,
        /// Publisher.
        publisher: String,
        /// Language of the title and text, if it is not that of the page.
        lang: Option<String>,
        /// When it was published, in words.
        date: Option<String>,
        /// How it was read, in words, unless it was read in full.
        caution: Option<String>,
    }

    /// A statement with its sources.
    Sourced {
        /// The statement.
        text: Rich,
        /// Its sources.
        cites: Vec<Cite>,
    }

    /// The story, with all that leads on from it.
    Story {
        /// The line above the title.
        kicker: String,
        /// The heading.
        heading: String,
        /// What this is and where to begin.
        standfirst: Rich,
        /// When and where the story appeared.
        dateline: String,
        /// The sentences by paragraph.
        paragraphs: Vec<Vec<Sentence>>,
        /// What leads on.
        doors: Vec<Door>,
        /// The heading above what is left out.
        left_out_heading: String,
        /// What the story leaves out.
        left_out: Vec<Sourced>,
        /// The heaviest events, as a strip.
        strip: Vec<Entry>,
        /// Sources of the sentences.
        cites: Vec<Cite>,
    }

    /// A sentence of the story.
    Sentence {
        /// Its id: `p2s1` is the first sentence of the second paragraph.
        id: String,
        /// Its words.
        text: Rich,
        /// Whose words.
        voice: Voice,
        /// The owner in words.
        attribution: String,
        /// The owner.
        by: Link,
        /// Numbers of its sources in the page's list, from 1.
        notes: Vec<usize>,
    }

    /// One of the three ways into the history.
    Door {
        /// Which.
        lane: Lane,
        /// Its title.
        title: String,
        /// What is behind it.
        text: Rich,
        /// The words of the link.
        link: String,
    }

    /// An owner's claim.
    Claim {
        /// The owner as named.
        label: String,
        /// The owner.
        by: Link,
        /// When it was said, in words.
        said: Option<String>,
        /// What was said.
        says: Rich,
        /// What it rests on.
        evidence: Rich,
        /// What the owner stands to gain.
        interest: Rich,
    }

    /// An event as a list, a strip or the timeline shows it.
    Entry {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// Its first day, from 1970-01-01.
        start: i32,
        /// Its last day.
        end: i32,
        /// When, in words.
        date: String,
        /// Its lanes; it is drawn in the first.
        lanes: Vec<Lane>,
        /// How much it weighs, 1 to 3.
        weight: u8,
        /// How it is known.
        status: Status,
    }

    /// An event on the timeline, with all that it is filtered by.
    TimelineEvent {
        /// What a list shows of it.
        entry: Entry,
        /// True if it lasted from its first day to its last; else it is one moment, somewhere between them.
        lasts: bool,
        /// What is doubtful about its date: 0 nothing, 1 it is only about right, 2 accounts differ on it.
        doubt: u8,
        /// The day, from 1970-01-01, from which it was public.
        known: i32,
        /// The day from which all was public that is said of it here.
        settled: i32,
        /// When it began, in words; empty if it was over by the day from which it was public.
        since: String,
        /// Places of its actors in the timeline's list.
        actors: Vec<usize>,
        /// Place of its place in the timeline's list.
        place: Option<usize>,
    }

    /// A stretch of time behind the events: somebody in office, a force, the accord.
    Era {
        /// What it is, and where that leads.
        link: Link,
        /// The lane that it stands in.
        lane: Lane,
        /// Its first day, from 1970-01-01.
        start: i32,
        /// Its last day; none if it lasts.
        end: Option<i32>,
        /// When, in words.
        date: String,
        /// The same while its end is not known.
        since: String,
    }

    /// The timeline.
    Timeline {
        /// The heading.
        heading: String,
        /// What it shows.
        intro: Rich,
        /// Its events in order of time.
        events: Vec<TimelineEvent>,
        /// What lies behind them, in order of time.
        eras: Vec<Era>,
        /// The first and last day shown at first, from 1970-01-01; the last is the one that the content reaches.
        opening: (i32, i32),
        /// The twelve months, short.
        months: Vec<String>,
        /// Ids and names of the actors in its events, by name.
        actors: Vec<(String, String)>,
        /// Ids and names of the places of its events, by name.
        places: Vec<(String, String)>,
    }

    /// The glossary.
    Glossary {
        /// The heading.
        heading: String,
        /// What it is.
        intro: Rich,
        /// Its words by first letter.
        letters: Vec<(String, Vec<GlossaryEntry>)>,
    }

    /// A word of the glossary.
    GlossaryEntry {
        /// What it leads to.
        kind: Kind,
        /// Its id.
        id: String,
        /// The word.
        name: String,
        /// Other forms of it.
        aliases: Vec<String>,
        /// In plain words.
        simple: Rich,
    }

    /// A fact with its label.
    Fact {
        /// What it says.
        label: String,
        /// The fact.
        value: Rich,
    }

    /// A tie between the record's actor and another.
    Tie {
        /// What ties them, in words.
        relation: String,
        /// The other.
        with: Link,
        /// How long, in words.
        span: String,
    }

    /// A record's page.
    Record {
        /// What it is.
        kind: Kind,
        /// Its id.
        id: String,
        /// The line above its name.
        kicker: String,
        /// Its lanes.
        lanes: Vec<Lane>,
        /// Its name.
        name: String,
        /// Language of the name, if it is not that of the page.
        lang: Option<String>,
        /// How it is known.
        status: Option<Status>,
        /// In plain words.
        simple: Rich,
        /// What it is.
        lead: Rich,
        /// Facts with labels.
        facts: Vec<Fact>,
        /// Tables that belong to it.
        tables: Vec<Block>,
        /// The claims about it.
        claims: Vec<Claim>,
        /// What is established.
        established: Vec<Rich>,
        /// What is not known.
        unknown: Vec<Rich>,
        /// A remark with its heading.
        remark: Option<(String, Rich)>,
        /// Its ties.
        ties: Vec<Tie>,
        /// Its sources.
        cites: Vec<Cite>,
        /// What links to it, in groups.
        related: Vec<Group>,
        /// An address on the web, for a source.
        url: Option<String>,
        /// The record before it in order.
        previous: Option<Link>,
        /// The record after it in order.
        next: Option<Link>,
    }

    /// Links under a heading.
    Group {
        /// The heading.
        heading: String,
        /// The links.
        items: Vec<Item>,
    }

    /// A link with what stands beside it.
    Item {
        /// The link.
        link: Link,
        /// Language of its words, if it is not that of the page.
        lang: Option<String>,
        /// What stands beside it: a date, a kind, a publisher.
        aside: String,
        /// The lane whose mark it bears.
        lane: Option<Lane>,
    }

    /// Groups of links to records.
    Index {
        /// The heading.
        heading: String,
        /// What it lists.
        intro: Rich,
        /// The groups.
        groups: Vec<Group>,
        /// A picture of the same, drawn; empty if there is none.
        picture: String,
    }

    /// A text with what belongs to it.
    Article {
        /// The line above the heading.
        kicker: String,
        /// The heading.
        heading: String,
        /// The text.
        blocks: Vec<Block>,
        /// Its sources.
        cites: Vec<Cite>,
        /// Events that belong to it.
        events: Vec<Entry>,
        /// Links that lead on.
        related: Vec<Group>,
    }

    /// What a reader may look for by name.
    Names {
        /// The build it belongs to.
        build: String,
        /// What is found, and the spellings by which it is.
        names: Vec<(Item, Vec<String>)>,
    }
}

impl TimelineEvent {
    /// When it was, in words. If the reader stands on a day before its end, the end is not told.
    #[must_use]
    pub fn date_by(&self, as_of: Option<i32>) -> &str {
        let is_told = self.since.is_empty() || as_of.is_none_or(|day| day >= self.entry.end);
        if is_told { &self.entry.date } else { &self.since }
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::Index(Index::default())
    }
}
