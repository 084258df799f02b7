//! The story, sentence by sentence, and the three doors behind it.

use crate::author::desk::{Desk, Record};
use crate::author::family::{Family, OWNERS};
use crate::author::fields::{lane, lanes};
use crate::author::link::{Node, Section};
use crate::author::prose::Manner;
use crate::author::table::Table;
use crate::author::words;
use crate::model::library::{Catalog, Door, Story};
use crate::model::record::{Sentence, Statement};
use crate::model::{Lane, Rich};

/// The lanes that have a door.
const DOORS: &[Lane] = &[Lane::Accord, Lane::Government, Lane::Foreign];

/// Reads the story.
pub fn story(desk: &Desk) -> Story {
    let mut page = words::loose(desk, "story", "page");
    let story = Story {
        kicker: desk.words(&mut page, "kicker", Manner::own("")),
        title: desk.words(&mut page, "title", Manner::own("")),
        standfirst: desk.prose(&mut page, "standfirst", Manner::own("")),
        dateline: desk.words(&mut page, "dateline", Manner::own("")),
        sentences: Catalog::from(sentences(desk)),
        left_out: statements(desk, Family::LEFT_OUT, |_| ())
            .into_iter()
            .map(|((), statement)| statement)
            .collect(),
    };
    page.finish();
    story
}

/// The sentences. The story is one section, so each name in it is linked once.
fn sentences(desk: &Desk) -> Vec<Sentence> {
    let mut written: Vec<Vec<Node>> = Vec::new();
    let mut sentences = desk.each(Family::SENTENCE, |Record { id, facts, words }| {
        let sources = desk.sources(facts);
        let manner = Manner::own("").owned(!sources.is_empty());
        written.push(words.text("text").map(|text| desk.nodes(&text, manner)).unwrap_or_default());
        Sentence {
            id: id.clone(),
            text: Rich::new(),
            voice: facts.need("voice"),
            by: desk.reference(facts, "by", OWNERS),
            attribution: desk.words(words, "attribution", manner),
            doors: lanes(facts.values("doors"), DOORS),
            sources,
        }
    });
    let mut section = Section::new(desk.names(), "");
    for nodes in &written {
        section.note(nodes);
    }
    for (sentence, nodes) in sentences.iter_mut().zip(&written) {
        sentence.text = section.link(nodes);
    }
    sentences
}

/// The statements of a family, each with what `facts` reads of it beside its sources.
fn statements<T>(
    desk: &Desk,
    family: Family,
    mut facts: impl FnMut(&mut Table) -> T,
) -> Vec<(T, Statement)> {
    desk.each(family, |record| {
        let sources = desk.sources(&mut record.facts);
        let manner = Manner::own("").owned(!sources.is_empty());
        let text = desk.prose(&mut record.words, "text", manner);
        (facts(&mut record.facts), Statement { key: record.id.clone(), text, sources })
    })
}

/// Reads the three doors, each with its history.
pub fn doors(desk: &Desk) -> Vec<Door> {
    let history = statements(desk, Family::DOOR_SENTENCE, |facts| {
        facts.demand("door").and_then(|value| lane(value, DOORS))
    });
    let mut titles = words::loose(desk, "story", "doors");
    let doors = DOORS.iter().map(|lane| {
        let mut words = titles.table(lane.word());
        let door = Door {
            lane: *lane,
            title: desk.words(&mut words, "title", Manner::own("")),
            text: desk.prose(&mut words, "text", Manner::own("")),
            link: desk.words(&mut words, "link", Manner::own("")),
            history: history
                .iter()
                .filter(|(door, _)| *door == Some(*lane))
                .map(|(_, line)| line.clone())
                .collect(),
        };
        words.finish();
        door
    });
    let doors = doors.collect();
    titles.finish();
    doors
}
