//! What the words of pages open and where records are mentioned, found by searching the finished pages.
//!
//! A page is searched in the form in which it is published, so that no text of any kind of page can be forgotten.

use super::{Composer, Draft, Drafts, walk};
use crate::model::page::{Body, Definition, Group, Item, Steps};
use crate::model::{Inline, Kind, Target};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The definitions that the words of a bundle open, sorted by id.
pub(super) fn definitions_opened(body: &Body, definitions: &[Definition]) -> Vec<Definition> {
    if matches!(body, Body::Glossary(_)) {
        return Vec::new(); // they are what the page itself says
    }
    let mut ids = BTreeSet::new();
    each_inline(&published(body), &mut |inline| {
        if let Inline::Term(_, id, _) = inline {
            ids.insert(id);
        }
    });
    let find = |id: &String| definitions.binary_search_by(|one| one.id.cmp(id)).ok();
    ids.iter().filter_map(find).map(|place| definitions[place].clone()).collect()
}

/// Adds to each record's page what mentions it and is not listed there already: a page, or a step of a chapter.
pub(super) fn add_backlinks(composer: &Composer, drafts: &mut Drafts, chapters: &[Steps]) {
    let mut mentions: BTreeMap<Target, BTreeSet<Target>> = BTreeMap::new();
    let mut titles = BTreeMap::new();
    let mut search = |target: Target, title: &str, content: Value| {
        each_inline(&content, &mut |inline| {
            if let Inline::Term(kind, id, _) | Inline::Link(kind, id, _) = inline {
                let kind = if kind == Kind::Term { composer.home_of_term(&id) } else { kind };
                let mentioned = Target::Record(kind, id);
                if mentioned != target {
                    mentions.entry(mentioned).or_default().insert(target.clone());
                }
            }
        });
        titles.insert(target, title.to_owned());
    };
    for (target, draft) in &*drafts {
        search(target.clone(), &draft.title, published(&draft.body));
    }
    for (target, title, step) in chapters.iter().flat_map(walk::pages) {
        search(target, title, published(step));
    }
    for (target, from) in mentions {
        let Some(Draft { body: Body::Record(record), .. }) = drafts.get_mut(&target) else {
            continue;
        };
        let listed: BTreeSet<Target> = record
            .related
            .iter()
            .flat_map(|group| &group.items)
            .map(|item| item.link.to.clone())
            .collect();
        let items: Vec<Item> = from
            .into_iter()
            .filter(|source| !listed.contains(source) && !matches!(source, Target::Room(_)))
            .map(|source| composer.mention(source, &titles))
            .collect();
        if !items.is_empty() {
            record.related.push(Group { heading: composer.label("mentioned-in"), items });
        }
    }
}

impl Composer<'_> {
    fn mention(&self, from: Target, titles: &BTreeMap<Target, String>) -> Item {
        let aside = match &from {
            Target::Record(kind, _) => self.word("kinds", kind.word()),
            Target::Step(..) => self.word("kinds", "step"),
            _ => self.word("kinds", "page"),
        };
        let lane = match &from {
            Target::Record(Kind::Event, id) => {
                self.library.events.get(id).and_then(|event| event.lanes.first().copied())
            }
            _ => None,
        };
        let text = titles.get(&from).cloned().unwrap_or_default();
        Self::item(crate::model::page::Link { to: from, text }, &aside, lane)
    }
}

fn published(content: &impl Serialize) -> Value {
    serde_json::to_value(content).expect("a page is written as JSON")
}

/// Calls `visit` with every piece of rich text in a value that leads somewhere.
fn each_inline(value: &Value, visit: &mut impl FnMut(Inline)) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| each_inline(value, visit)),
        Value::Object(fields) => {
            if fields.len() == 1
                && ["def", "a"].iter().any(|tag| fields.contains_key(*tag))
                && let Ok(inline) = Inline::deserialize(value)
            {
                visit(inline);
            }
            fields.values().for_each(|value| each_inline(value, visit));
        }
        _ => {}
    }
}
