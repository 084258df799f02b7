//! The story and what leads on from it.

use super::pieces::Notes;
use super::{Composer, Draft, Drafts};
use crate::model::page::{Body, Door, Sentence, Sourced, Story};
use crate::model::rich::plain;
use crate::model::{Status, Target};

/// The strip beside the story begins with the war of 2012.
const STRIP_FROM: i32 = 2012;
/// How much an event must weigh to be in it.
const STRIP_WEIGHT: u8 = 3;

impl Composer<'_> {
    pub(super) fn story_page(&self, pages: &mut Drafts) {
        let story = &self.library.story;
        let mut notes = Notes::default();
        let paragraphs = self.paragraphs(&mut notes);
        let doors = self.library.doors.iter().map(|door| Door {
            lane: door.lane,
            title: door.title.clone(),
            text: door.text.clone(),
            link: door.link.clone(),
        });
        let left_out = story
            .left_out
            .iter()
            .map(|statement| Sourced { text: notes.statement(statement), cites: Vec::new() });
        let left_out = left_out.collect();
        let is_in_strip = |event: &&crate::model::record::Event| {
            event.weight >= STRIP_WEIGHT && event.when.start.year() >= STRIP_FROM
        };
        let body = Story {
            kicker: story.kicker.clone(),
            heading: story.title.clone(),
            standfirst: story.standfirst.clone(),
            dateline: story.dateline.clone(),
            paragraphs,
            doors: doors.collect(),
            left_out_heading: self.label("left-out"),
            left_out,
            strip: self
                .library
                .events
                .iter()
                .filter(is_in_strip)
                .map(|event| self.entry(event))
                .collect(),
            cites: notes.cites(self),
        };
        let draft = Draft {
            title: story.title.clone(),
            description: plain(&story.standfirst),
            body: Body::Story(body),
        };
        pages.insert(Target::Story, draft);
    }

    /// The sentences by paragraph, with the numbers of their sources.
    pub(super) fn paragraphs(&self, notes: &mut Notes) -> Vec<Vec<Sentence>> {
        let mut paragraphs: Vec<(String, Vec<Sentence>)> = Vec::new();
        for sentence in self.library.story.sentences.iter() {
            let paragraph = sentence.id.split('s').next().unwrap_or_default().to_owned();
            let drawn = self.sentence(sentence, notes);
            match paragraphs.last_mut() {
                Some((id, sentences)) if *id == paragraph => sentences.push(drawn),
                _ => paragraphs.push((paragraph, vec![drawn])),
            }
        }
        paragraphs.into_iter().map(|(_, sentences)| sentences).collect()
    }

    /// A sentence with its owner.
    pub(super) fn sentence(
        &self,
        sentence: &crate::model::record::Sentence,
        notes: &mut Notes,
    ) -> Sentence {
        Sentence {
            id: sentence.id.clone(),
            text: sentence.text.clone(),
            voice: sentence.voice,
            attribution: sentence.attribution.clone(),
            by: self.owner(&sentence.by),
            notes: notes.numbers(&sentence.sources),
        }
    }

    /// The words for how something is known.
    pub(super) fn status(&self, status: Status) -> String {
        self.word("statuses", status.word())
    }
}
