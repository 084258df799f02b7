//! The story and what leads on from it.

use super::pieces::Notes;
use super::{Composer, Draft, Drafts};
use crate::model::page::{Body, Door, Sentence, Sourced, Story};
use crate::model::rich::plain;
use crate::model::{Status, Target, record};

/// The strip beside the story begins with the war of 2012.
const STRIP_FROM: i32 = 2012;
/// How much an event must weigh to be in it.
const STRIP_WEIGHT: u8 = 3;

impl Composer<'_> {
    pub(super) fn story_page(&self, pages: &mut Drafts) {
        let story = &self.library.story;
        let mut notes = Notes::default();
        let paragraphs = self.paragraphs(&[], &mut notes);
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
        let is_in_strip = |event: &&record::Event| {
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

    /// The paragraphs of the story, with the numbers of their sources. Where the sentences that are lit stand close together, in half of
    /// the story or less, it is those from the first that holds one to the last.
    pub(super) fn paragraphs(&self, lit: &[String], notes: &mut Notes) -> Vec<Vec<Sentence>> {
        let sentences: Vec<&record::Sentence> = self.library.story.sentences.iter().collect();
        let paragraphs: Vec<_> =
            sentences.chunk_by(|one, next| paragraph(one) == paragraph(next)).collect();
        let is_lit =
            |sentences: &&[&record::Sentence]| sentences.iter().any(|one| lit.contains(&one.id));
        let first = paragraphs.iter().position(is_lit).unwrap_or(0);
        let end = paragraphs.iter().rposition(is_lit).map_or(paragraphs.len(), |last| last + 1);
        let is_close = 2 * (end - first) <= paragraphs.len();
        let shown = if is_close { &paragraphs[first..end] } else { &paragraphs[..] };
        let mut drawn = |one: &&record::Sentence| self.sentence(one, notes);
        shown.iter().map(|sentences| sentences.iter().map(&mut drawn).collect()).collect()
    }

    /// A sentence with its owner.
    pub(super) fn sentence(&self, sentence: &record::Sentence, notes: &mut Notes) -> Sentence {
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

/// The part of a sentence's id that names its paragraph.
fn paragraph(sentence: &record::Sentence) -> &str {
    sentence.id.split('s').next().unwrap_or_default()
}
