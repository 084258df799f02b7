//! The documents of the site, parsed as a browser would.

use crate::dist;
use scraper::{ElementRef, Html, Node, Selector};
use std::path::Path;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

/// A parsed document.
pub struct Document {
    /// Its file in the built site, as `en/about/index.html`.
    pub path: String,
    /// What it holds.
    pub html: Html,
}

/// The documents of the built site, parsed once for all tests. A parsed document is for one thread at a time, so while a test
/// holds them the others wait.
pub struct Documents(MutexGuard<'static, Vec<Document>>);

/// Every document of the built site.
pub fn site() -> Documents {
    static DOCUMENTS: LazyLock<Mutex<Vec<Document>>> =
        LazyLock::new(|| Mutex::new(read(&dist::folder())));
    Documents(DOCUMENTS.lock().unwrap_or_else(PoisonError::into_inner)) // they do not change, so a failed test breaks nothing
}

impl Documents {
    /// Every document, in order of their paths.
    pub fn all(&self) -> impl Iterator<Item = &Document> {
        self.0.iter()
    }

    /// The pages in a language: each document but the doorstep at the root, the one for addresses that no page has, and what stands alone.
    pub fn pages(&self) -> impl Iterator<Item = &Document> {
        self.prerendered().filter(|document| document.path.contains('/'))
    }

    /// The pages, and the document for addresses that no page has.
    pub fn prerendered(&self) -> impl Iterator<Item = &Document> {
        self.all().filter(|document| document.path != "index.html" && !document.is_alone())
    }

    /// The document at a path.
    ///
    /// # Panics
    /// If there is none.
    pub fn at(&self, path: &str) -> &Document {
        let found = self.all().find(|document| document.path == path);
        found.unwrap_or_else(|| panic!("the site has no {path}"))
    }
}

/// Parses the documents of a built site.
pub fn read(folder: &Path) -> Vec<Document> {
    let parse = |path: String| {
        let text = std::fs::read_to_string(folder.join(&path)).expect("the document can be read");
        Document { path, html: Html::parse_document(&text) }
    };
    // What is said about each page, of citing and sharing it, is drawn alike: one of twenty stands for all.
    let is_one_of_many = |(place, path): &(usize, String)| {
        !path.contains("/share/")
            || path.contains("q-ber-first")
            || path.contains("oe-mag")
            || place % 20 == 0
    };
    let paths = dist::files(folder, ".html").into_iter().enumerate().filter(is_one_of_many);
    let documents: Vec<Document> = paths.map(|(_, path)| parse(path)).collect();
    assert!(documents.len() > 2, "{} holds no site", folder.display());
    documents
}

impl Document {
    /// Whether it stands alone: it is no page of the app, and brings what it needs.
    pub fn is_alone(&self) -> bool {
        ["/embed/", "/print/", "/share/"].iter().any(|part| self.path.contains(part))
            || ["mali-explained.", "lms/"].iter().any(|start| self.path.starts_with(start))
    }

    /// The elements that a selector finds.
    ///
    /// # Panics
    /// If the selector is not valid.
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector).expect("the selector is valid");
        self.html.select(&selector).collect()
    }

    /// The only element that a selector finds; none if there are more or fewer.
    pub fn only(&self, selector: &str) -> Option<ElementRef<'_>> {
        match self.all(selector).as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// The content of the only `meta` element with a name or property.
    pub fn meta(&self, name: &str) -> Option<&str> {
        self.only(&format!("head > meta[name=\"{name}\"], head > meta[property=\"{name}\"]"))?
            .attr("content")
    }
}

/// The words of an element, spaces in order.
pub fn words(element: ElementRef<'_>) -> String {
    in_order(&element.text().collect::<String>())
}

/// The words of an element as they are read in a line: without the definitions, buttons and notes that stand between them.
pub fn line(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    gather(element, &mut text);
    in_order(&text)
}

fn gather(element: ElementRef<'_>, text: &mut String) {
    let is_aside = element.attr("popover").is_some()
        || element.value().name() == "button"
        || element.attr("class") == Some("notes");
    if is_aside {
        return;
    }
    for child in element.children() {
        match child.value() {
            Node::Text(words) => text.push_str(words),
            Node::Element(_) => gather(ElementRef::wrap(child).expect("it is an element"), text),
            _ => {}
        }
    }
    if ["p", "li", "h1", "h2", "h3", "td", "th", "dt", "dd", "div"]
        .contains(&element.value().name())
    {
        text.push(' ');
    }
}

fn in_order(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
