//! All documents of the content: which there must be, which there are, and where the words of a language are.

use super::document::{Document, Page};
use super::family::{ESSAYS, FACTS_ONLY, Family, PAIRED, WORDS_ONLY};
use super::fault::{FaultKind, Faults};
use super::nearest::nearest;
use super::table::Table;
use super::tree::Tree;
use std::collections::BTreeMap;

/// The language that is complete by rule and lends its words to the others.
pub const FALLBACK: &str = "en";

/// The files that matter for a language, as text.
pub struct Pages(BTreeMap<String, Page>);

impl Pages {
    /// Takes the files of the facts, of the language and of the fallback out of a tree; reports those that are missing.
    pub fn load(tree: &Tree, locale: &str, faults: &Faults) -> Self {
        let ours = |path: &&str| {
            ["facts", FALLBACK, locale].contains(&path.split('/').next().unwrap_or_default())
        };
        let there = tree.iter().filter(|(path, _)| ours(&path.as_str()));
        let mut pages: BTreeMap<_, _> =
            there.map(|(path, bytes)| (path.clone(), Page::new(path, bytes, faults))).collect();
        for path in required() {
            pages.entry(path).or_insert_with_key(|path| Page::missing(path, faults));
        }
        Self(pages)
    }
}

/// The files that there must be, beside the steps of the walk.
fn required() -> impl Iterator<Item = String> {
    let facts = PAIRED.iter().chain(FACTS_ONLY).map(|name| format!("facts/{name}.toml"));
    let words = PAIRED.iter().chain(WORDS_ONLY).map(|name| format!("{FALLBACK}/{name}.toml"));
    let essays = ESSAYS.iter().map(|name| format!("{FALLBACK}/{name}.md"));
    facts.chain(words).chain(essays)
}

/// The same files, parsed.
pub struct Documents<'a> {
    documents: BTreeMap<&'a str, Document<'a>>,
    locale: &'a str,
}

impl<'a> Documents<'a> {
    /// Parses all pages.
    pub fn parse(pages: &'a Pages, locale: &'a str, faults: &'a Faults) -> Self {
        let documents = pages
            .0
            .iter()
            .map(|(path, page)| (path.as_str(), Document::new(page, faults)))
            .collect();
        Self { documents, locale }
    }

    /// The language asked for.
    pub fn locale(&self) -> &'a str {
        self.locale
    }

    /// A document of the facts.
    pub fn facts(&'a self, name: &str) -> Option<&'a Document<'a>> {
        self.documents.get(format!("facts/{name}.toml").as_str())
    }

    /// The documents with the words of a file: the language's own, then the fallback's.
    pub fn words(&'a self, file: &str) -> Vec<&'a Document<'a>> {
        let fallback = (self.locale != FALLBACK).then_some(FALLBACK);
        let folders = [Some(self.locale), fallback].into_iter().flatten();
        folders
            .filter_map(|folder| self.documents.get(format!("{folder}/{file}").as_str()))
            .collect()
    }

    /// The words of a record, and true if they are the fallback's.
    pub fn words_of(&'a self, family: Family, id: &str) -> Option<(Table<'a>, bool)> {
        self.words(&format!("{}.toml", family.file)).into_iter().find_map(|document| {
            let table = match family.under {
                Some(under) => document.table().entry(under)?.table()?,
                None => document.table(),
            };
            Some((table.entry(id)?.table()?, !self.is_own(document)))
        })
    }

    /// True if a document of words is in the language asked for.
    pub fn is_own(&self, document: &Document) -> bool {
        document.head().path().starts_with(&format!("content/{}/", self.locale))
    }

    /// True if every document with the words of a file is whole.
    pub fn are_words_sound(&'a self, file: &str) -> bool {
        self.words(file).into_iter().all(Document::is_sound)
    }

    /// The files that are broken or missing.
    pub fn unsound(&self) -> impl Iterator<Item = &Document<'a>> {
        self.documents.values().filter(|document| !document.is_sound())
    }

    /// Reports the files that are neither required nor steps of the walk; `steps` are `CHAPTER/STEP`.
    pub fn check_strays(&self, steps: &[String]) {
        let steps = steps.iter().map(|step| format!("/walk/{step}.md"));
        let required = required().map(|path| path.trim_start_matches(FALLBACK).to_owned());
        let right: Vec<String> = steps.chain(required).collect();
        for (path, document) in &self.documents {
            let name = if path.starts_with("facts/") {
                path
            } else {
                path.find('/').map_or(*path, |at| &path[at..])
            };
            if !right.iter().any(|right| right == name) {
                let folder = &path[..path.len() - name.len()];
                let near = nearest(name, right.iter().map(String::as_str))
                    .map(|name| format!("{folder}{name}"));
                document.head().fault(FaultKind::StrayFile { nearest: near });
            }
        }
    }
}
