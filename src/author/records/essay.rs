//! Written pages: about, teach.

use crate::author::desk::Desk;
use crate::author::prose::{Manner, PartKind};
use crate::model::library::Essay;

/// Reads a page: its keys are its title and what it holds, its text is in sections by headings of level 2.
pub fn essay(desk: &Desk, name: &str) -> Essay {
    let file = format!("{name}.md");
    let documents = desk.documents().words(&file);
    let document =
        documents.first().expect("a file that the fallback lacks has a page in its place");
    if !desk.documents().is_own(document) {
        desk.note_gap(&file, "");
    }
    let manner = Manner::own("");
    let mut keys = document.table();
    let (title, description) =
        (desk.words(&mut keys, "title", manner), desk.words(&mut keys, "description", manner));
    keys.finish();
    let text = document.body();
    let parts = desk.parts(&text, manner);
    let mut blocks = Vec::new();
    let mut rest = parts.as_slice();
    while !rest.is_empty() {
        let next =
            rest.iter().skip(1).position(|part| matches!(part.kind, PartKind::Heading(2, _)));
        let (section, after) = rest.split_at(next.map_or(rest.len(), |place| place + 1));
        blocks.extend(desk.blocks(section, manner));
        rest = after;
    }
    if document.is_sound() {
        text.check();
    }
    Essay { title, description, blocks }
}
