//! Everything there is, in one language: the records, the walk, and the words around them.

use super::date::Date;
use super::messages::Messages;
use super::record::{
    Accord, Actor, Deployment, Dispute, Event, Figure, Interest, Office, Place, Promise,
    Resolution, Sentence, Source, Statement, Term, Toll,
};
use super::rich::{Block, Rich};
use super::walk::Chapter;
use super::{Kind, Lane};
use std::collections::{BTreeMap, HashMap};

/// A record with an id.
pub trait Identified {
    /// The id.
    fn id(&self) -> &str;
}

macro_rules! identified {
    ($($name:ident),+) => {$(
        impl Identified for $name {
            fn id(&self) -> &str {
                &self.id
            }
        }
    )+};
}
identified!(Source, Actor, Place, Event, Term, Dispute, Deployment, Figure, Sentence, Chapter);

/// Records of one kind in their order, found by id.
#[derive(Clone, Debug)]
pub struct Catalog<T> {
    records: Vec<T>,
    index: HashMap<String, usize>,
}

impl<T> Default for Catalog<T> {
    fn default() -> Self {
        Self { records: Vec::new(), index: HashMap::new() }
    }
}

impl<T: Identified> From<Vec<T>> for Catalog<T> {
    fn from(records: Vec<T>) -> Self {
        let index = records
            .iter()
            .enumerate()
            .map(|(place, record)| (record.id().to_owned(), place))
            .collect();
        Self { records, index }
    }
}

impl<T> Catalog<T> {
    /// The record with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&T> {
        self.index.get(id).map(|place| &self.records[*place])
    }

    /// Its place in the order.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.index.get(id).copied()
    }
}

impl<T> std::ops::Deref for Catalog<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.records
    }
}

/// Facts about the content itself.
#[derive(Clone, Debug)]
pub struct Site {
    /// The day the facts were last checked.
    pub checked: Date,
    /// The last day that the content reaches.
    pub content_until: Date,
    /// The licence of the content.
    pub licence: String,
    /// The languages there are.
    pub languages: Vec<String>,
}

/// The words for closed lists, by list and key: `words("relations", "member-of")`.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary(pub BTreeMap<String, BTreeMap<String, Entry>>);

/// A word of a closed list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The word or words.
    pub name: String,
    /// What it means, or the same from the other side, or a short form: fields of the entry beside its name.
    pub more: BTreeMap<String, String>,
}

impl Vocabulary {
    /// The words for a key; the key itself if there are none.
    #[must_use]
    pub fn name<'a>(&'a self, list: &str, key: &'a str) -> &'a str {
        self.entry(list, key).map_or(key, |entry| &entry.name)
    }

    /// A field beside the name; the name if there is none.
    #[must_use]
    pub fn more<'a>(&'a self, list: &str, key: &'a str, field: &str) -> &'a str {
        self.entry(list, key)
            .and_then(|entry| entry.more.get(field))
            .map_or_else(|| self.name(list, key), String::as_str)
    }

    /// The entry of a key.
    #[must_use]
    pub fn entry(&self, list: &str, key: &str) -> Option<&Entry> {
        self.0.get(list)?.get(key)
    }
}

/// The story and what stands around it.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// Line above the title.
    pub kicker: String,
    /// Title.
    pub title: String,
    /// What this is, why it matters, where to begin.
    pub standfirst: Rich,
    /// When and where the story appeared.
    pub dateline: String,
    /// Its sentences in order.
    pub sentences: Catalog<Sentence>,
    /// What it leaves out.
    pub left_out: Vec<Statement>,
}

/// One of the three ways into the history.
#[derive(Clone, Debug)]
pub struct Door {
    /// Which.
    pub lane: Lane,
    /// Its title.
    pub title: String,
    /// What is behind it.
    pub text: Rich,
    /// The words of the link on the story's page.
    pub link: String,
    /// Its history in about ten statements.
    pub history: Vec<Statement>,
}

/// A written page: about, teach.
#[derive(Clone, Debug)]
pub struct Essay {
    /// Title.
    pub title: String,
    /// What it holds, in a sentence.
    pub description: String,
    /// The text.
    pub blocks: Vec<Block>,
}

/// A record, or a text, whose words are those of the fallback language, since its own are not written yet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gap {
    /// The file that lacks them, inside the folder of the language.
    pub file: String,
    /// The id they would have there; empty if the file itself is missing.
    pub id: String,
}

/// Everything there is, in one language.
#[derive(Clone, Debug)]
pub struct Library {
    /// The language, a folder of `content/`.
    pub locale: String,
    /// Facts about the content.
    pub site: Site,
    /// Words for closed lists.
    pub vocabulary: Vocabulary,
    /// Words of the interface.
    pub messages: Messages,
    /// Sources.
    pub sources: Catalog<Source>,
    /// Actors.
    pub actors: Catalog<Actor>,
    /// Places.
    pub places: Catalog<Place>,
    /// Events in order of time.
    pub events: Catalog<Event>,
    /// Terms.
    pub terms: Catalog<Term>,
    /// Contested questions.
    pub disputes: Catalog<Dispute>,
    /// The accord.
    pub accord: Accord,
    /// Foreign forces.
    pub deployments: Catalog<Deployment>,
    /// What charts of them must say.
    pub deployment_caveats: Vec<String>,
    /// Resolutions of the Security Council.
    pub resolutions: Vec<Resolution>,
    /// Interests.
    pub interests: Vec<Interest>,
    /// Heads of state.
    pub heads_of_state: Vec<Office>,
    /// Prime ministers.
    pub prime_ministers: Vec<Office>,
    /// Promised ends of the transition.
    pub promises: Vec<Promise>,
    /// Remarks on the government's tables.
    pub government_notes: Vec<String>,
    /// Series of numbers.
    pub figures: Catalog<Figure>,
    /// Counts of dead, wounded and captured.
    pub tolls: Vec<Toll>,
    /// The story.
    pub story: Story,
    /// The three doors.
    pub doors: Vec<Door>,
    /// The chapters of the walk.
    pub chapters: Catalog<Chapter>,
    /// The about page.
    pub about: Essay,
    /// The page for teachers.
    pub teach: Essay,
    /// What is still in the fallback language.
    pub gaps: Vec<Gap>,
}

impl Library {
    /// The name of a record, if there is one of this kind and id. A term that shares its id with an actor or place is found as a term.
    #[must_use]
    pub fn name(&self, kind: Kind, id: &str) -> Option<&str> {
        match kind {
            Kind::Event => self.events.get(id).map(|event| event.title.as_str()),
            Kind::Term => self.terms.get(id).map(|term| term.term.as_str()),
            Kind::Actor => self.actors.get(id).map(|actor| actor.name.as_str()),
            Kind::Place => self.places.get(id).map(|place| place.name.as_str()),
            Kind::Source => self.sources.get(id).map(|source| source.title.as_str()),
            Kind::Dispute => self.disputes.get(id).map(|dispute| dispute.question.as_str()),
        }
    }
}
