//! The files of words as wholes: every table in them belongs to a record, or to one of the few loose texts.

use super::desk::Desk;
use super::family::{Family, LOOSE, PAIRED};
use super::fault::FaultKind;
use super::nearest::{Nearest, nearest};
use super::table::Table;

/// Reports the tables that belong to nothing.
pub fn check(desk: &Desk) {
    for file in PAIRED {
        let families: Vec<Family> = Family::every().filter(|family| family.file == *file).collect();
        let (top, under): (Vec<Family>, Vec<Family>) =
            families.into_iter().partition(|family| family.under.is_none());
        let loose = LOOSE.iter().filter(|(home, _)| home == file).map(|(_, name)| *name);
        for document in desk.documents().words(&format!("{file}.toml")) {
            check_keys(desk, &top, loose.clone(), &document.table());
            for family in &under {
                let table = family.under.and_then(|under| document.table().entry(under)?.table());
                if let Some(table) = table {
                    check_keys(desk, &[*family], std::iter::empty(), &table);
                }
            }
        }
    }
}

fn check_keys(
    desk: &Desk,
    families: &[Family],
    loose: impl Iterator<Item = &'static str> + Clone,
    words: &Table,
) {
    let ids = desk.ids();
    for (id, spot, _) in words.keys() {
        if ids.has(families, id) || ids.is_open(families) || loose.clone().any(|name| name == id) {
            continue;
        }
        let kind = if let [family] = families { family.name } else { "record" }.to_owned();
        let Nearest(near) = ids.nearest(families, id);
        let nearest = near.map_or_else(|| nearest(id, loose.clone()), |near| Nearest(Some(near)));
        spot.fault(FaultKind::WordsForNothing { kind, id: id.to_owned(), nearest });
    }
}

/// A loose table of a file of words, which there must be: the language's own or the fallback's.
pub fn loose<'a>(desk: &Desk<'a>, file: &str, name: &'static str) -> Table<'a> {
    let documents = desk.documents().words(&format!("{file}.toml"));
    let fallback =
        documents.last().expect("a file that the fallback lacks has a page in its place");
    let mut own = documents.iter().filter_map(|document| document.table().entry(name)?.table());
    own.next().unwrap_or_else(|| fallback.table().table(name))
}
