//! Turns the library into pages: picks, orders, links, and puts dates into words.
//!
//! First every page is composed with what it holds itself; then the pages are searched for the records that they mention, and each
//! record's page gains the list of what leads to it. Last they are put into bundles: the steps of a chapter into one, any other page
//! into one of its own; each bundle gains the definitions that its words open.

mod articles;
mod charts;
mod indexes;
mod maps;
mod mentions;
mod pieces;
mod records;
mod story;
mod ties;
mod timeline;
mod walk;

use crate::model::library::Library;
use crate::model::messages::Shell;
use crate::model::page::{Body, Definition, Definitions, Item, Link, Names, Page, Timeline};
use crate::model::{Kind, Room, Target};
use crate::publish::words::Words;
use crate::routes::Route;
use crate::ui::mark::kind_name;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// All that is drawn, in one language.
#[derive(Debug)]
pub struct Edition {
    /// What is said of each page, by what it shows.
    pub pages: BTreeMap<Target, Preview>,
    /// What they draw, by the path of the bundle.
    pub bundles: BTreeMap<String, Page>,
    /// The words around them.
    pub shell: Shell,
    /// All definitions.
    pub definitions: Definitions,
    /// The names of everything.
    pub names: Names,
}

impl Edition {
    /// The timeline of a language.
    #[must_use]
    pub fn timeline(&self, locale: &str) -> Option<&Timeline> {
        match &self.bundles.get(&Route::new(locale, Target::Room(Room::Timeline)).bundle())?.body {
            Body::Timeline(timeline) => Some(timeline),
            _ => None,
        }
    }
}

/// What search engines and link previews show of a page.
#[derive(Debug)]
pub struct Preview {
    /// Title of the document.
    pub title: String,
    /// What the page holds, in a sentence.
    pub description: String,
}

/// Words that the pages need and the vocabulary lacks, by list and key.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("vocabulary.toml lacks {}", .0.iter().cloned().collect::<Vec<_>>().join(", "))]
pub struct MissingWords(pub BTreeSet<String>);

/// Composes every page of a language.
///
/// # Errors
/// If the vocabulary lacks a word that a page needs; all of them are named.
pub fn compose(library: &Library, build: &str) -> Result<Edition, MissingWords> {
    let composer = Composer { library, words: Words::new(library), missing: RefCell::default() };
    let mut drafts = Drafts::new();
    composer.story_page(&mut drafts);
    composer.walk_page(&mut drafts);
    composer.record_pages(&mut drafts);
    composer.index_pages(&mut drafts);
    composer.article_pages(&mut drafts);
    let chapters = composer.chapters();
    mentions::add_backlinks(&composer, &mut drafts, &chapters);
    let definitions = composer.definitions();
    let (mut pages, mut bundles) = (BTreeMap::new(), BTreeMap::new());
    let mut bind = |target: &Target, title: String, body: Body| {
        let path = Route::new(&library.locale, target.clone()).bundle();
        let definitions = mentions::definitions_opened(&body, &definitions);
        bundles.insert(path, Page { build: build.to_owned(), title, definitions, body });
    };
    for (target, Draft { title, description, body }) in drafts {
        bind(&target, title.clone(), body);
        pages.insert(target, Preview { title, description: shorten(&description) });
    }
    for chapter in chapters {
        let steps = walk::previews(&chapter);
        if let Some((first, _)) = steps.first() {
            bind(first, chapter.chapter.title.clone(), Body::Steps(chapter));
        }
        pages.extend(steps);
    }
    let missing = composer.missing.take();
    if !missing.is_empty() {
        return Err(MissingWords(missing));
    }
    let shell = Shell {
        build: build.to_owned(),
        locale: library.locale.clone(),
        messages: library.messages.clone(),
        checked: composer.words.date(library.site.checked),
    };
    Ok(Edition {
        pages,
        bundles,
        shell,
        names: Names { build: build.to_owned(), names: composer.names() },
        definitions: Definitions { build: build.to_owned(), definitions },
    })
}

/// A page before it is in a bundle.
struct Draft {
    title: String,
    description: String,
    body: Body,
}

/// The longest description that search engines and link previews show whole, in characters.
const DESCRIPTION: usize = 300;

fn shorten(text: &str) -> String {
    if text.chars().count() <= DESCRIPTION {
        return text.to_owned();
    }
    let cut: String = text.chars().take(DESCRIPTION - 1).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{whole}…")
}

type Drafts = BTreeMap<Target, Draft>;

struct Composer<'a> {
    library: &'a Library,
    words: Words<'a>,
    missing: RefCell<BTreeSet<String>>,
}

impl Composer<'_> {
    /// A word of a closed list. One that is missing is noted, and shows as its key.
    fn word(&self, list: &str, key: &str) -> String {
        if self.library.vocabulary.entry(list, key).is_none() {
            self.missing.borrow_mut().insert(format!("{list}.{key}"));
        }
        self.library.vocabulary.name(list, key).to_owned()
    }

    /// A word that pages need: a label, a heading.
    fn label(&self, key: &str) -> String {
        self.word("page", key)
    }

    /// Every definition: each term's, and the summary of each actor and place without a term. Sorted by id.
    fn definitions(&self) -> Vec<Definition> {
        let library = self.library;
        let terms = library.terms.iter().map(|term| Definition {
            kind: self.home_of_term(&term.id),
            id: term.id.clone(),
            name: term.term.clone(),
            simple: term.simple.clone(),
            full: term.definition.clone(),
            pronunciation: term.pronunciation.clone(),
        });
        let actors =
            library.actors.iter().filter(|actor| library.terms.get(&actor.id).is_none()).map(
                |actor| Definition {
                    kind: Kind::Actor,
                    id: actor.id.clone(),
                    name: actor.name.clone(),
                    simple: Vec::new(),
                    full: actor.summary.clone(),
                    pronunciation: None,
                },
            );
        let places =
            library.places.iter().filter(|place| library.terms.get(&place.id).is_none()).map(
                |place| Definition {
                    kind: Kind::Place,
                    id: place.id.clone(),
                    name: place.name.clone(),
                    simple: Vec::new(),
                    full: place.why.clone(),
                    pronunciation: None,
                },
            );
        let mut definitions: Vec<_> = terms.chain(actors).chain(places).collect();
        definitions.sort_by(|one, other| one.id.cmp(&other.id));
        definitions
    }

    /// What an actor is called where there is little room.
    fn short_name(&self, id: &str) -> String {
        let actor = self.library.actors.get(id);
        actor.map_or(id, |actor| &actor.short).to_owned()
    }

    /// Where a term's facts are: with the actor or place of the same id, if there is one.
    fn home_of_term(&self, id: &str) -> Kind {
        if self.library.actors.get(id).is_some() {
            Kind::Actor
        } else if self.library.places.get(id).is_some() {
            Kind::Place
        } else {
            Kind::Term
        }
    }

    /// What a reader may look for: every record by its names, a term that has a home elsewhere under that, and the steps of the walk; the
    /// sources last, for there are many.
    fn names(&self) -> Vec<(Item, Vec<String>)> {
        let library = self.library;
        let mut names = Vec::new();
        for term in library.terms.iter() {
            let home = self.home_of_term(&term.id);
            let own =
                library.name(home, &term.id).filter(|name| *name != term.term).map(str::to_owned);
            let words =
                std::iter::once(term.term.clone()).chain(own).chain(term.aliases.iter().cloned());
            names.push((Target::record(home, &term.id), words.collect()));
        }
        for actor in library.actors.iter().filter(|actor| library.terms.get(&actor.id).is_none()) {
            names.push((
                Target::record(Kind::Actor, &actor.id),
                vec![actor.name.clone(), actor.short.clone()],
            ));
        }
        for place in library.places.iter().filter(|place| library.terms.get(&place.id).is_none()) {
            let words = std::iter::once(place.name.clone()).chain(place.aliases.iter().cloned());
            names.push((Target::record(Kind::Place, &place.id), words.collect()));
        }
        names.extend(
            library
                .events
                .iter()
                .map(|event| (Target::record(Kind::Event, &event.id), vec![event.title.clone()])),
        );
        names.extend(
            library
                .disputes
                .iter()
                .map(|one| (Target::record(Kind::Dispute, &one.id), vec![one.question.clone()])),
        );
        for chapter in library.chapters.iter() {
            let step = |step: &crate::model::walk::Step| {
                let target = Target::Step(chapter.id.clone(), step.id.clone());
                (target, vec![step.title.clone(), chapter.title.clone()])
            };
            names.extend(chapter.steps.iter().map(step));
        }
        let sources = library.sources.iter().map(|source| {
            let words = vec![source.title.clone(), source.publisher.clone()];
            let lang = Some(source.lang.clone()).filter(|lang| *lang != library.locale);
            (Target::record(Kind::Source, &source.id), words, lang)
        });
        let records =
            names.into_iter().map(|(target, words): (Target, Vec<String>)| (target, words, None));
        let item = |(to, mut words, lang): (Target, Vec<String>, Option<String>)| {
            let (kind, id) = match &to {
                Target::Record(kind, id) => (kind_name(&library.messages, *kind), id),
                Target::Step(_, id) => (&library.messages.nav_walk, id),
                _ => unreachable!("only records and steps are named above"),
            };
            words.push(id.clone());
            let mut seen = BTreeSet::new();
            words.retain(|word| !word.is_empty() && seen.insert(word.clone()));
            let aside = kind.clone();
            let link = Link { to, text: words[0].clone() };
            (Item { link, lang, aside, lane: None }, words)
        };
        records.chain(sources).map(item).collect()
    }

    fn room(pages: &mut Drafts, room: Room, draft: Draft) {
        pages.insert(Target::Room(room), draft);
    }
}
