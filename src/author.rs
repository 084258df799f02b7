//! Reads `content/` into the [`Library`], and says everything that is wrong with it at once.
//!
//! The passes, each of which needs those before it:
//!
//! 1. `tree` and `document`: the files, as text and as tables. A file that is missing, not UTF-8 or not TOML is a fault; what
//!    can be read of it is.
//! 2. `ids`: every id there is, so that a reference to one that is not is found where it stands.
//! 3. `vocabulary`, `style` and `names`: the words of the closed lists, what the site does not say, and which names are linked.
//! 4. `records`: facts and words together, record by record; sources first, since others ask what they rest on. The getters of
//!    `table` report what is wrong and go on with a blank, and know at the end which keys nobody asked for. Prose is parsed,
//!    checked and linked on the way.
//! 5. What only the whole shows: words of no record, files of no step, sources that nothing rests on.
//!
//! A library is handed out only if no pass found a fault, so the blanks of the readers never leave this room.
//!
//! What is drawn from the library is for `publish`, how it looks is for the views.

mod desk;
mod document;
mod documents;
mod family;
mod fault;
mod fields;
mod ids;
mod interface;
mod link;
mod literal;
mod names;
mod nearest;
mod parts;
mod prose;
mod records;
mod style;
mod table;
mod text;
mod tree;
mod value;
mod vocabulary;
mod words;

#[cfg(test)]
mod tests;

pub use fault::{Fault, FaultKind};
pub use nearest::Nearest;
pub use tree::{Tree, from_disk};

use crate::model::library::{Catalog, Library};
use desk::Desk;
use documents::{Documents, Pages};
use fault::Faults;
use std::collections::BTreeSet;
use std::path::Path;

/// Reads the content in a folder, in one language.
///
/// # Errors
///
/// All faults of the content, by file, line and column.
pub fn read(content: &Path, locale: &str) -> Result<Library, Vec<Fault>> {
    let (tree, unreadable) = tree::from_disk(content);
    let faults = Faults::default();
    for fault in unreadable {
        faults.push(fault);
    }
    compile_after(faults, &tree, locale)
}

/// Reads content that is in memory, in one language. Pure.
///
/// # Errors
///
/// All faults of the content, by file, line and column.
pub fn compile(tree: &Tree, locale: &str) -> Result<Library, Vec<Fault>> {
    compile_after(Faults::default(), tree, locale)
}

/// Reads content with faults that were found before.
fn compile_after(faults: Faults, tree: &Tree, locale: &str) -> Result<Library, Vec<Fault>> {
    let pages = Pages::load(tree, locale, &faults);
    let documents = Documents::parse(&pages, locale, &faults);
    let library = library(&Desk::new(&documents), tree, locale);
    let unsound: BTreeSet<String> =
        documents.unsound().map(|document| document.head().path().to_owned()).collect();
    drop(documents);
    drop(pages);
    let faults = faults.sorted(&unsound);
    if faults.is_empty() { Ok(library) } else { Err(faults) }
}

/// Reads all records, and then checks the whole.
fn library(desk: &Desk, tree: &Tree, locale: &str) -> Library {
    let folders: BTreeSet<&str> =
        tree.keys().filter_map(|path| path.split_once('/')).map(|(folder, _)| folder).collect();
    let folders: Vec<&str> = folders.into_iter().collect();
    let sources = Catalog::from(records::sources(desk));
    let chapters = records::chapters(desk);
    let library = Library {
        locale: locale.to_owned(),
        site: records::site(desk, &folders),
        messages: interface::read(desk.documents(), desk.vocabulary()),
        actors: records::actors(desk).into(),
        places: records::places(desk).into(),
        events: records::events(desk, &sources).into(),
        terms: records::terms(desk).into(),
        disputes: records::disputes(desk).into(),
        accord: records::accord(desk),
        deployments: records::deployments(desk).into(),
        deployment_caveats: records::caveats(desk),
        resolutions: records::resolutions(desk),
        interests: records::interests(desk),
        heads_of_state: records::heads_of_state(desk),
        prime_ministers: records::prime_ministers(desk),
        promises: records::promises(desk),
        government_notes: records::notes(desk),
        figures: records::figures(desk).into(),
        tolls: records::tolls(desk),
        story: records::story(desk),
        doors: records::doors(desk),
        chapters: chapters.into(),
        about: records::essay(desk, "about"),
        teach: records::essay(desk, "teach"),
        vocabulary: desk.vocabulary().clone(),
        gaps: desk.gaps(),
        sources,
    };
    words::check(desk);
    desk.documents().check_strays(&records::step_names(desk));
    desk.check_sources_used();
    library
}
