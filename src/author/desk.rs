//! What every reader of records needs: the documents, what is known of the whole, and a record with its words beside it.
//!
//! `fields` adds the fields that need it, `prose` the texts.

use super::documents::{Documents, FALLBACK};
use super::family::Family;
use super::fault::FaultKind;
use super::ids::{Ids, records};
use super::names::Names;
use super::style::Style;
use super::table::Table;
use super::text::Spot;
use super::value::Value;
use super::vocabulary;
use crate::model::Kind;
use crate::model::library::{Gap, Vocabulary};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashSet};

/// What is known before the records are read, and what is learnt of the whole on the way.
pub struct Desk<'a> {
    documents: &'a Documents<'a>,
    ids: Ids<'a>,
    vocabulary: Vocabulary,
    style: Style,
    names: Names,
    used: RefCell<HashSet<String>>, // sources that something rests on
    gaps: RefCell<BTreeSet<Gap>>,   // records whose words are the fallback's
}

/// A record being read: its id, its facts and its words.
pub struct Record<'a> {
    /// The id.
    pub id: String,
    /// The facts.
    pub facts: Table<'a>,
    /// The words.
    pub words: Table<'a>,
}

impl<'a> Desk<'a> {
    /// Makes ready: gathers the ids, then the vocabulary and the style, then the names.
    pub fn new(documents: &'a Documents<'a>) -> Self {
        let ids = Ids::gather(documents);
        let vocabulary = vocabulary::read(documents);
        let style = Style::read(documents);
        let names = Names::gather(documents, &ids, &style);
        Self {
            documents,
            ids,
            vocabulary,
            style,
            names,
            used: RefCell::default(),
            gaps: RefCell::default(),
        }
    }

    /// The documents.
    pub fn documents(&self) -> &'a Documents<'a> {
        self.documents
    }

    /// The ids.
    pub fn ids(&self) -> &Ids<'a> {
        &self.ids
    }

    /// The rules of style.
    pub fn style(&self) -> &Style {
        &self.style
    }

    /// The names that are linked.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// The words of the closed lists.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The words of a closed list; none if it is missing or may be incomplete, which has been reported.
    pub fn listed_words(&self, list: &str) -> Option<Vec<&str>> {
        let entries = self.vocabulary.0.get(list)?;
        let is_sound = self.documents.are_words_sound(vocabulary::FILE);
        is_sound.then(|| entries.keys().map(String::as_str).collect())
    }

    /// The tag by whose rules numbers are written: the vocabulary may name a regional form of the language.
    pub fn regional_locale(&self) -> &str {
        self.vocabulary
            .entry("dates", "locale")
            .map_or(self.documents.locale(), |entry| &entry.name)
    }

    /// The records and texts, met so far, whose words are the fallback's.
    pub fn gaps(&self) -> Vec<Gap> {
        self.gaps.borrow().iter().cloned().collect()
    }

    /// The keys of a contested question's claims, if there is such a question.
    pub fn claims_of(&self, dispute: &str) -> Option<Vec<&'a str>> {
        let root = self.documents.facts(Family::DISPUTE.file)?.table();
        let mut all =
            root.entry(Family::DISPUTE.array)?.list().into_iter().filter_map(Value::table);
        let record = all.find(|record| {
            record.entry(Family::DISPUTE.key).and_then(Value::as_str) == Some(dispute)
        })?;
        let claims = record
            .entry("claims")
            .map(Value::list)
            .unwrap_or_default()
            .into_iter()
            .filter_map(Value::table);
        Some(claims.filter_map(|claim| claim.entry("key").and_then(Value::as_str)).collect())
    }

    /// Reads every record of a family, in the order of its file.
    pub fn each<T>(&self, family: Family, mut read: impl FnMut(&mut Record<'a>) -> T) -> Vec<T> {
        let Some(document) = self.documents.facts(family.file) else { return Vec::new() };
        let tables = records(family, &mut document.table());
        let finished = tables.map(|mut facts| {
            let id = facts.get(family.key).and_then(Value::as_str).unwrap_or_default();
            let words = self.words_of(family, id, facts.spot_of(family.key));
            let mut record = Record { id: id.to_owned(), facts, words };
            let made = read(&mut record);
            record.facts.finish();
            record.words.finish();
            made
        });
        finished.collect()
    }

    /// The words of a record, which there must be.
    fn words_of(&self, family: Family, id: &str, spot: Spot<'a>) -> Table<'a> {
        let file = format!("{}.toml", family.file);
        let path = format!("content/{FALLBACK}/{file}");
        let Some((words, is_fallback)) = self.documents.words_of(family, id) else {
            if !id.is_empty() && !family.may_be_wordless {
                spot.fault(FaultKind::NoWords {
                    kind: family.name.to_owned(),
                    id: id.to_owned(),
                    file: path,
                });
            }
            return Table::blank(spot);
        };
        if is_fallback {
            self.note_gap(&file, id);
        }
        words
    }

    /// Takes note that words are the fallback's.
    pub fn note_gap(&self, file: &str, id: &str) {
        self.gaps.borrow_mut().insert(Gap { file: file.to_owned(), id: id.to_owned() });
    }

    /// Reports an id that none of the families has; a source that has it is used.
    pub fn check(&self, families: &[Family], id: &str, spot: Spot) {
        self.ids.check(families, id, spot);
        if families.contains(&Family::SOURCE) {
            self.used.borrow_mut().insert(id.to_owned());
        }
    }

    /// The kind whose definition an id opens: a term's if there is one, else the actor's or place's, else the one expected.
    pub fn defined_as(&self, id: &str, expected: Kind) -> Kind {
        let kinds = [
            (Family::TERM, Kind::Term),
            (Family::ACTOR, Kind::Actor),
            (Family::PLACE, Kind::Place),
        ];
        kinds
            .iter()
            .find(|(family, _)| self.ids.has(&[*family], id))
            .map_or(expected, |(_, kind)| *kind)
    }

    /// Reports sources that nothing rests on, unless a file is broken and they may be used there.
    pub fn check_sources_used(&self) {
        if self.documents.unsound().next().is_some() {
            return;
        }
        let used = self.used.borrow();
        for (id, spot) in self.ids.of(Family::SOURCE).filter(|(id, _)| !used.contains(*id)) {
            spot.fault(FaultKind::UnusedSource { id: id.to_owned() });
        }
    }
}
