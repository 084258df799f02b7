//! The walk: its chapters, and those still to come.

use super::step::steps;
use crate::author::desk::{Desk, Record};
use crate::author::family::Family;
use crate::author::fault::FaultKind;
use crate::author::prose::Manner;
use crate::author::table::each;
use crate::author::words;
use crate::model::walk::{Chapter, Coming};

/// How many questions a chapter asks at its end.
const QUESTIONS: usize = 3;

/// Reads the chapters that are written, in order, each with its steps.
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

/// Reads the chapters to come, in order; none of them may have the number of one that is written.
pub fn coming(desk: &Desk, written: &[Chapter]) -> Vec<Coming> {
    let Some(table) = words::maybe_loose(desk, "walk", "chapters") else { return Vec::new() };
    let numbered = table.keys().filter_map(|(key, spot, value)| match key.parse() {
        Ok(number) if written.iter().all(|chapter| chapter.number != number) => {
            Some((number, value))
        }
        Ok(number) => {
            spot.fault(FaultKind::SharedNumber { number: u8::to_string(&number) });
            None
        }
        Err(_) => {
            spot.fault(FaultKind::OutOfRange {
                value: key.to_owned(),
                min: "1".to_owned(),
                max: u8::MAX.to_string(),
            });
            None
        }
    });
    let read = |(number, value)| {
        each(vec![value], |words| Coming {
            number,
            title: desk.words(words, "title", Manner::own("")),
            question: desk.words(words, "question", Manner::own("")),
        })
    };
    let mut coming: Vec<Coming> = numbered.flat_map(read).collect();
    coming.sort_by_key(|chapter| chapter.number);
    coming
}
