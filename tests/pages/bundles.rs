//! What belongs to one build, and that no text travels twice.

use crate::html::{Document, site};
use crate::{assert_none, dist};
use mali_explained::model::messages::Shell;
use mali_explained::model::page::{Definitions, Names, Page};
use serde_json::Value;

/// The build that a document says it is of.
fn build(document: &Document) -> &str {
    document.only("html").and_then(|html| html.attr("data-build")).unwrap_or_default()
}

/// The bundle that a page loads beforehand, beside the words of the interface.
fn bundle(document: &Document) -> Option<&str> {
    let loads = document
        .all("head > link[rel=\"preload\"][as=\"fetch\"]")
        .into_iter()
        .filter_map(|link| link.attr("href"));
    loads.into_iter().find(|path| path.contains("/page/"))
}

#[test]
fn all_files_are_of_one_build() {
    let site = site();
    let first = site.prerendered().map(build).next().expect("there is a page");
    assert!(!first.is_empty(), "a document says which build it is of");
    let mut found: Vec<String> = site
        .prerendered()
        .filter(|page| build(page) != first)
        .map(|page| page.path.clone())
        .collect();
    let shell: Shell = parsed("data/en/shell.json");
    let names: Names = parsed("data/en/names.json");
    let definitions: Definitions = parsed("data/en/definitions.json");
    assert_eq!([&shell.build, &names.build, &definitions.build], [first; 3]);
    for page in site.pages() {
        match bundle(page) {
            None => found.push(format!("{} loads no bundle beforehand", page.path)),
            Some(path) if parsed::<Page>(path).build != first => found.push(path.to_owned()),
            Some(_) => {}
        }
    }
    assert_none(&found, "These are of another build:");
}

fn parsed<T: serde::de::DeserializeOwned>(path: &str) -> T {
    serde_json::from_str(&dist::read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn a_page_is_called_as_its_bundle_says() {
    let site = site();
    let is_other = |page: &&Document| {
        let title = page.only("head > title").map(crate::html::words).unwrap_or_default();
        bundle(page).is_none_or(|path| !title.starts_with(&parsed::<Page>(path).title))
    };
    let found: Vec<String> = site.pages().filter(is_other).map(|page| page.path.clone()).collect();
    assert_none(&found, "Title of the document and of its bundle differ:");
}

#[test]
fn no_text_travels_in_a_script_of_the_document() {
    let site = site();
    let mut found = Vec::new();
    for page in site.pages() {
        let scripts: String =
            page.all("script").into_iter().flat_map(|script| script.text()).collect();
        let Some(path) = bundle(page) else { continue };
        let is_described = |text: &str| {
            let metas = ["description", "og:title"].into_iter().filter_map(|name| page.meta(name));
            metas.into_iter().any(|meta| meta.contains(text))
        };
        let texts = long_texts(&dist::json(path)).into_iter();
        let twice = texts.filter(|text| scripts.contains(text.as_str()) && !is_described(text));
        found.extend(twice.map(|text| format!("{}: {text:?}", page.path)));
    }
    assert_none(&found, "What the bundle holds stands in a script of the document, too:");
}

#[test]
fn no_long_text_stands_twice_in_a_document() {
    let site = site();
    let mut found = Vec::new();
    for page in site.pages() {
        let Some(path) = bundle(page) else { continue };
        let body: String = page.only("body").into_iter().flat_map(|body| body.text()).collect();
        let mut texts = long_texts(&dist::json(path));
        texts.sort();
        texts.dedup();
        let twice = texts.into_iter().filter(|text| body.matches(text.as_str()).count() > 1);
        found.extend(twice.map(|text| format!("{}: {text:?}", page.path)));
    }
    assert_none(&found, "A page's text is in its HTML once:");
}

/// The texts of a bundle that are long enough to be no coincidence.
fn long_texts(bundle: &Value) -> Vec<String> {
    match bundle {
        Value::String(text) if text.len() >= 100 => vec![text.clone()],
        Value::Array(values) => values.iter().flat_map(long_texts).collect(),
        Value::Object(fields) => fields.values().flat_map(long_texts).collect(),
        _ => Vec::new(),
    }
}
