//! Where links lead: each to a file of the site, and each fragment to an id in it, by the document's own `<base>`.

use crate::html::{Document, site};
use crate::{assert_none, dist};
use std::collections::{HashMap, HashSet};

/// The address of the site while its links are followed. What does not begin with it is another site.
const ROOT: &str = "https://mali.invalid/a/b/";

/// Where a link in a document leads, as a browser finds it.
fn target(document: &Document, link: &str) -> Option<url::Url> {
    let own =
        url::Url::parse(ROOT).ok()?.join(document.path.trim_end_matches("index.html")).ok()?;
    // The document for unknown addresses is shown at any depth, so it counts from the root of the host.
    let base = match document.only("head > base").and_then(|base| base.attr("href")) {
        Some("/") => url::Url::parse(ROOT).ok()?,
        Some(base) => own.join(base).ok()?,
        None => own,
    };
    base.join(link).ok()
}

/// The file of the site that an address inside it means, and the fragment.
fn inside(address: &url::Url) -> Option<(String, Option<String>)> {
    let path = address.as_str().split(['?', '#']).next()?.strip_prefix(ROOT)?;
    let file = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    Some((file, address.fragment().map(str::to_owned)))
}

#[test]
fn the_base_of_a_page_is_the_root_of_the_site() {
    let site = site();
    let is_root = |document: &Document| {
        let base = document.all("base");
        base.len() == 1 && target(document, "").is_some_and(|address| address.as_str() == ROOT)
    };
    let found: Vec<String> = site
        .prerendered()
        .filter(|document| !is_root(document))
        .map(|document| document.path.clone())
        .collect();
    assert_none(&found, "One <base>, which leads from the page to the root:");
}

#[test]
fn links_inside_the_site_are_relative() {
    let site = site();
    let is_absolute = |link: &&str| {
        link.starts_with('/') || link.contains("127.0.0.1") || link.contains("localhost")
    };
    let mut found = Vec::new();
    for document in site.all() {
        let linked = document
            .all("[href], [src]")
            .into_iter()
            .filter(|element| element.value().name() != "base");
        let links = linked.filter_map(|element| element.attr("href").or(element.attr("src")));
        found.extend(links.filter(is_absolute).map(|link| format!("{}: {link}", document.path)));
    }
    assert_none(&found, "The site lies anywhere (Q-51):");
}

/// The path of a document and the ids in it.
fn ids(document: &Document) -> (&str, HashSet<&str>) {
    let ids = document.all("[id]").into_iter().filter_map(|element| element.attr("id"));
    (document.path.as_str(), ids.collect())
}

#[test]
fn every_link_leads_somewhere() {
    let site = site();
    let files: HashSet<String> = dist::files(&dist::folder(), "").into_iter().collect();
    let ids: HashMap<&str, HashSet<&str>> = site.all().map(ids).collect();
    let mut drawings: HashMap<String, String> = HashMap::new();
    let mut found = Vec::new();
    for document in site.all() {
        for element in document.all("[href], [src]") {
            let link = element.attr("href").or(element.attr("src")).unwrap_or_default();
            let Some(address) = target(document, link) else {
                found.push(format!("{}: {link:?} is no address", document.path));
                continue;
            };
            match inside(&address) {
                None if !address.scheme().starts_with("http") => {
                    found.push(format!("{}: {link:?} is no page", document.path));
                }
                Some((file, _)) if !files.contains(&file) => {
                    found.push(format!("{}: {link:?} leads to no file", document.path));
                }
                Some((file, Some(id))) if file.contains(".svg") => {
                    if !drawings
                        .entry(file.clone())
                        .or_insert_with(|| dist::read(&file))
                        .contains(&format!(" id=\"{id}\""))
                    {
                        found.push(format!("{}: {link:?} leads to no shape", document.path));
                    }
                }
                Some((file, Some(id)))
                    if !ids.get(file.as_str()).is_some_and(|ids| ids.contains(id.as_str())) =>
                {
                    found.push(format!("{}: {link:?} leads to no id", document.path));
                }
                None | Some(_) => {}
            }
        }
    }
    assert_none(&found, "Links, scripts, styles and what is loaded beforehand exist:");
}

#[test]
fn what_the_stylesheet_asks_for_exists() {
    let mut found = Vec::new();
    for path in dist::files(&dist::folder(), ".css") {
        let folder =
            path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let text = dist::read(&path);
        for (place, start) in text.match_indices("url(") {
            let link = text[place + start.len()..]
                .split(')')
                .next()
                .unwrap_or_default()
                .trim_matches(['"', '\''])
                .to_owned();
            if !link.starts_with("data:")
                && !dist::folder().join(format!("{folder}{link}")).is_file()
            {
                found.push(format!("{path}: {link}"));
            }
        }
    }
    assert_none(&found, "Fonts and pictures of the stylesheet:");
}

#[test]
fn nothing_is_loaded_from_another_site() {
    let site = site();
    let loads = "script[src], img[src], iframe[src], source[src], link[rel=\"stylesheet\"], link[rel=\"preload\"], link[rel=\"icon\"], link[rel=\"modulepreload\"]";
    let found = site.all().flat_map(|document| {
        let links = document
            .all(loads)
            .into_iter()
            .filter_map(|element| element.attr("href").or(element.attr("src")));
        let foreign = links.filter(|link| {
            target(document, link).is_some_and(|address| inside(&address).is_none())
        });
        foreign.map(|link| format!("{}: {link}", document.path)).collect::<Vec<_>>()
    });
    assert_none(&found.collect::<Vec<_>>(), "No request leaves the origin (Q-6):");
}

#[test]
fn every_page_can_be_reached_from_the_doorstep() {
    let site = site();
    let by_path: HashMap<&str, &Document> =
        site.all().map(|document| (document.path.as_str(), document)).collect();
    let mut reached = HashSet::new();
    let mut next = vec!["index.html".to_owned()];
    while let Some(path) = next.pop() {
        let Some(document) = by_path.get(path.as_str()) else { continue };
        if reached.insert(path) {
            let links = document
                .all("a[href]")
                .into_iter()
                .filter_map(|link| target(document, link.attr("href")?));
            next.extend(links.filter_map(|address| inside(&address)).map(|(file, _)| file));
        }
    }
    let found: Vec<String> = site
        .prerendered()
        .map(|page| page.path.clone())
        .filter(|path| path != "404.html" && !reached.contains(path))
        .collect();
    assert_none(&found, "No page without a way to it:");
}
