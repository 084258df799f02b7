//! What belongs to one build, that no text travels twice, and that what devices are told of is there.

use crate::html::{Document, site};
use crate::{assert_none, dist};
use mali_explained::load::PageText;
use mali_explained::model::Target;
use mali_explained::model::messages::Shell;
use mali_explained::model::page::{Definitions, Names, Page};
use mali_explained::routes::Route;
use serde_json::Value;
use std::collections::BTreeSet;

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
        let text =
            bundle(page).and_then(|path| PageText::new(path, dist::read(path), build(page)).ok());
        let opened = text.and_then(|text| text.at(&Route::parse(&page.path, &["en"]).target));
        opened.is_none_or(|text| !title.starts_with(text.title()))
    };
    let found: Vec<String> = site.pages().filter(is_other).map(|page| page.path.clone()).collect();
    assert_none(&found, "Title of the document and of its bundle differ:");
}

#[test]
fn a_chapter_has_one_bundle_and_lacks_what_is_no_step_of_it() {
    let site = site();
    let mut chapters = BTreeSet::new();
    for page in site.pages() {
        let Target::Step(chapter, _) = Route::parse(&page.path, &["en"]).target else { continue };
        let path = format!("data/en/page/walk/{chapter}.json");
        assert_eq!(bundle(page), Some(path.as_str()), "{} loads its chapter", page.path);
        chapters.insert((chapter, path));
    }
    assert!(!chapters.is_empty(), "there is a step");
    for (chapter, path) in chapters {
        let text = PageText::new(&path, dist::read(&path), &parsed::<Page>(&path).build);
        let text = text.expect("the bundle is valid");
        assert!(text.at(&Target::Step(chapter, "no-such-step".to_owned())).is_none());
    }
}

#[test]
fn every_bundle_is_loaded_by_a_page() {
    let site = site();
    let loaded: BTreeSet<&str> = site.pages().filter_map(bundle).collect();
    let files = dist::files(&dist::folder().join("data/en/page"), ".json").into_iter();
    let found: Vec<String> = files
        .map(|file| format!("data/en/page/{file}"))
        .filter(|path| !loaded.contains(path.as_str()))
        .collect();
    assert_none(&found, "No page loads these bundles:");
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

#[test]
fn what_devices_are_told_of_is_there() {
    let manifest = dist::json("manifest.webmanifest");
    let start = manifest["start_url"].as_str().expect("it says where to start");
    assert!(dist::folder().join(start).join("index.html").is_file(), "no page at {start}");
    let mut sizes = BTreeSet::new();
    for icon in manifest["icons"].as_array().expect("there are pictures") {
        let path = icon["src"].as_str().expect("a picture is a file");
        let bytes = std::fs::read(dist::folder().join(path)).expect("the picture is there");
        assert!(bytes.starts_with(b"\x89PNG"), "{path} is no PNG");
        // Where a PNG says how wide and how high it is.
        let pixels = |at: usize| {
            u32::from_be_bytes(bytes[at..at + 4].try_into().expect("these are four bytes"))
        };
        let size = format!("{}x{}", pixels(16), pixels(20));
        assert_eq!(icon["sizes"], size, "{path}");
        sizes.insert(size);
    }
    for size in ["192x192", "512x512"] {
        assert!(sizes.contains(size), "no picture of {size}");
    }
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
