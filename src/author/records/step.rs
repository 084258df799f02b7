//! The steps of the walk: facts in `walk.toml`, words in a file of each step's own.

use super::stage::stage;
use crate::author::desk::Desk;
use crate::author::document::Document;
use crate::author::documents::FALLBACK;
use crate::author::family::Family;
use crate::author::fault::FaultKind;
use crate::author::ids::records;
use crate::author::prose::{Manner, Part, PartKind};
use crate::author::table::Table;
use crate::author::value::Value;
use crate::model::Block;
use crate::model::walk::{Stage, Step};
use std::collections::HashMap;

/// The two texts of a step, by their headings.
const PARTS: [&str; 2] = ["Core", "Full"];

/// The steps by chapter, in the order of their file.
pub fn steps(desk: &Desk) -> HashMap<String, Vec<Step>> {
    let mut steps: HashMap<String, Vec<Step>> = HashMap::new();
    let Some(document) = desk.documents().facts(Family::STEP.file) else { return steps };
    for mut facts in records(Family::STEP, &mut document.table()) {
        let chapter = desk.reference(&mut facts, "chapter", &[Family::CHAPTER]);
        let step = step(desk, &mut facts, &chapter);
        facts.finish();
        steps.entry(chapter).or_default().push(step);
    }
    steps
}

/// The names of the files of all steps: `CHAPTER/STEP`.
pub fn step_names(desk: &Desk) -> Vec<String> {
    let Some(document) = desk.documents().facts(Family::STEP.file) else { return Vec::new() };
    let name = |facts: Table| {
        let word = |key| facts.entry(key).and_then(Value::as_str).unwrap_or_default();
        format!("{}/{}", word("chapter"), word(Family::STEP.key))
    };
    records(Family::STEP, &mut document.table()).map(name).collect()
}

fn step<'a>(desk: &Desk<'a>, facts: &mut Table<'a>, chapter: &str) -> Step {
    let id = facts.get(Family::STEP.key).and_then(Value::as_str).unwrap_or_default();
    let document = words_of(desk, facts, chapter, id);
    let mut words = document.map_or_else(|| Table::blank(facts.spot()), Document::table);
    let sources = desk.sources(facts);
    let manner = Manner::own("").owned(!sources.is_empty());
    let [core, full] = document.map(|document| texts(desk, document, manner)).unwrap_or_default();
    let step = Step {
        id: id.to_owned(),
        title: desk.words(&mut words, "title", manner),
        idea: desk.words(&mut words, "idea", manner),
        core,
        full,
        stage: shown(desk, facts, &mut words),
        stage_title: desk.words(&mut words, "stage_title", manner),
        stage_short: desk.words(&mut words, "stage_short", manner),
        stage_long: desk.words(&mut words, "stage_long", manner),
        sources,
    };
    words.finish();
    step
}

/// What is shown beside a step, which there must be.
fn shown<'a>(desk: &Desk<'a>, facts: &mut Table<'a>, words: &mut Table<'a>) -> Stage {
    let Some(value) = facts.get("stage") else {
        facts.spot().fault(FaultKind::NoStage);
        return Stage::Story { sentences: Vec::new() };
    };
    stage(desk, value, words)
}

/// The file with a step's words, which there must be.
fn words_of<'a>(
    desk: &Desk<'a>,
    facts: &Table<'a>,
    chapter: &str,
    id: &str,
) -> Option<&'a Document<'a>> {
    let file = format!("walk/{chapter}/{id}.md");
    let document = desk.documents().words(&file).into_iter().next();
    match document {
        None if !id.is_empty() && !chapter.is_empty() => {
            facts.spot().fault_in(&format!("content/{FALLBACK}/{file}"), FaultKind::MissingFile);
        }
        Some(document) if !desk.documents().is_own(document) => desk.note_gap(&file, ""),
        _ => {}
    }
    document
}

/// The two texts of a step; each is a section of its own.
fn texts<'a>(desk: &Desk<'a>, document: &Document<'a>, manner: Manner) -> [Vec<Block>; 2] {
    let text = document.body();
    let parts = desk.parts(&text, manner);
    let starts =
        parts.iter().enumerate().filter(|(_, part)| matches!(part.kind, PartKind::Heading(2, _)));
    let starts: Vec<usize> = starts.map(|(place, _)| place).collect();
    let head = &parts[..starts.first().copied().unwrap_or(parts.len())];
    if let Some(stray) = head.first() {
        text.at(stray.at).fault(FaultKind::StrayPart);
    }
    let mut found: [&[Part]; 2] = [&[], &[]];
    let ends = starts.iter().skip(1).copied().chain([parts.len()]);
    for (start, end) in starts.iter().copied().zip(ends) {
        let heading = &parts[start];
        let which = PARTS
            .iter()
            .position(|name| matches!(&heading.kind, PartKind::Heading(_, words) if words == name));
        match which.filter(|which| found[*which].is_empty()) {
            Some(which) => found[which] = &parts[start + 1..end],
            None => text.at(heading.at).fault(FaultKind::StrayPart),
        }
    }
    for (part, name) in found.iter().zip(PARTS) {
        if part.is_empty() {
            document.head().fault(FaultKind::NoPart { part: name });
        }
    }
    found.map(|part| desk.blocks(part, manner))
}
