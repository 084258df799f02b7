//! The chapters of the walk.

use super::step::steps;
use crate::author::desk::{Desk, Record};
use crate::author::family::Family;
use crate::author::fault::FaultKind;
use crate::author::prose::Manner;
use crate::model::walk::Chapter;

/// How many questions a chapter asks at its end.
const QUESTIONS: usize = 3;

/// Reads the chapters in order, each with its steps.
pub fn chapters(desk: &Desk) -> Vec<Chapter> {
    let mut all_steps = steps(desk);
    let mut numbers = Vec::new();
    let mut chapters = desk.each(Family::CHAPTER, |Record { id, facts, words }| {
        let number: u8 = facts.need("number");
        if numbers.contains(&number) {
            facts.spot_of("number").fault(FaultKind::SharedNumber { number: number.to_string() });
        }
        numbers.push(number);
        let manner = Manner::own("").owned(true);
        let ask = desk.prose_list(words, "ask", 1, manner);
        if !words.is_blank() && ask.len() != QUESTIONS {
            words
                .spot_of("ask")
                .fault(FaultKind::ListLength { found: ask.len(), needed: QUESTIONS });
        }
        Chapter {
            id: id.clone(),
            number,
            minutes: facts.need("minutes"),
            title: desk.words(words, "title", manner),
            question: desk.words(words, "question", manner),
            known: desk.prose_list(words, "known", 1, manner),
            unknown: desk.prose_list(words, "unknown", 1, manner),
            ask,
            steps: all_steps.remove(id).unwrap_or_default(),
        }
    });
    chapters.sort_by_key(|chapter| chapter.number);
    chapters
}
