//! The ids that exist, gathered before anything refers to them.

use super::documents::Documents;
use super::family::{Family, PAIRED};
use super::fault::FaultKind;
use super::nearest::{Nearest, nearest};
use super::table::Table;
use super::text::Spot;
use super::value::Value;
use std::collections::{BTreeMap, HashMap};

/// Every id with its place.
#[derive(Default)]
pub struct Ids<'a> {
    known: HashMap<Family, BTreeMap<&'a str, Spot<'a>>>,
    open: Vec<Family>, // their file is not sound, so they may have ids that were not seen
}

impl<'a> Ids<'a> {
    /// Gathers the ids of all facts; reports those that are malformed or taken, and tables that hold no records.
    pub fn gather(documents: &'a Documents<'a>) -> Self {
        let mut ids = Self::default();
        for document in PAIRED.iter().filter_map(|name| documents.facts(name)) {
            let mut taken = HashMap::new();
            let mut table = document.table();
            for family in
                Family::every().filter(|family| document.head().path() == family.facts_path())
            {
                let records = records(family, &mut table);
                ids.known.insert(
                    family,
                    records.filter_map(|record| identify(family, record, &mut taken)).collect(),
                );
                if !document.is_sound() {
                    ids.open.push(family);
                }
            }
            table.finish();
        }
        ids
    }

    /// The ids of a family with their places, in order of the alphabet.
    pub fn of(&self, family: Family) -> impl Iterator<Item = (&'a str, Spot<'a>)> {
        self.known.get(&family).into_iter().flatten().map(|(id, spot)| (*id, *spot))
    }

    /// True if one of the families has the id.
    pub fn has(&self, families: &[Family], id: &str) -> bool {
        families
            .iter()
            .any(|family| self.known.get(family).is_some_and(|known| known.contains_key(id)))
    }

    /// True if one of the families may have ids that were not seen.
    pub fn is_open(&self, families: &[Family]) -> bool {
        families.iter().any(|family| self.open.contains(family))
    }

    /// The id nearest to one that none of the families has.
    pub fn nearest(&self, families: &[Family], id: &str) -> Nearest {
        nearest(id, families.iter().flat_map(|family| self.of(*family)).map(|(known, _)| known))
    }

    /// Reports an id that none of the families has.
    pub fn check(&self, families: &[Family], id: &str, spot: Spot) {
        if !self.has(families, id) && !self.is_open(families) {
            let kind = either(families);
            let nearest = self.nearest(families, id);
            spot.fault(FaultKind::UnknownReference { kind, id: id.to_owned(), nearest });
        }
    }
}

/// The names of families, for a fault: `actor or source`.
fn either(families: &[Family]) -> String {
    let names: Vec<&str> = families.iter().map(|family| family.name).collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

/// The tables of a family's records in the root of its file. The accord, of which there is one, is a plain table.
pub fn records<'a>(
    family: Family,
    root: &mut Table<'a>,
) -> impl Iterator<Item = Table<'a>> + use<'a> {
    let values = match root.get(family.array) {
        Some(value) if family == Family::ACCORD => vec![value],
        value => value.map(Value::list).unwrap_or_default(),
    };
    values.into_iter().filter_map(Value::table)
}

/// The id of a record and its place, which must be well formed and its own in the file.
fn identify<'a>(
    family: Family,
    mut record: Table<'a>,
    taken: &mut HashMap<&'a str, usize>,
) -> Option<(&'a str, Spot<'a>)> {
    let value = record.demand(family.key)?;
    let id = value.string()?;
    if !is_well_formed(id) {
        value.spot().fault(FaultKind::MalformedId { id: id.to_owned() });
    }
    if let Some(line) = taken.insert(id, value.spot().line()) {
        value.spot().fault(FaultKind::DuplicateId { id: id.to_owned(), line });
    }
    Some((id, value.spot()))
}

/// True for small letters and digits with single hyphens between them.
fn is_well_formed(id: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    id.split('-').all(|part| !part.is_empty() && part.bytes().all(is_plain))
}
