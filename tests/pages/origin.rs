//! What a page says of its address: nothing where the site may lie anywhere, the whole address where that is known.
//!
//! `MALI_DIST_ORIGIN` says where a site lies that was built for an address.

use crate::html::{Document, read, site};
use crate::{assert_none, dist};
use mali_explained::publish::cards::CARD;
use std::collections::HashSet;
use std::path::Path;

#[test]
fn a_site_for_anywhere_says_no_address() {
    let site = site();
    let says = |document: &&Document| {
        !document
            .all("link[rel=\"canonical\"], meta[property=\"og:url\"], meta[property=\"og:image\"]")
            .is_empty()
    };
    let found: Vec<String> =
        site.pages().filter(says).map(|document| document.path.clone()).collect();
    assert_none(&found, "These name an address, though nobody said where the site will be:");
    assert!(!dist::folder().join("sitemap.xml").exists(), "a sitemap needs whole addresses");
    assert!(site.at("404.html").only("meta[name=\"robots\"][content=\"noindex\"]").is_some());
}

#[test]
fn a_site_for_an_address_says_it_on_every_page() {
    let folder = dist::place("MALI_DIST_ORIGIN");
    let documents = read(&folder);
    let of_site =
        || documents.iter().filter(|document| document.path.contains('/') && !document.is_alone());
    let canonical = |document: &Document| {
        Some(document.only("link[rel=\"canonical\"]")?.attr("href")?.to_owned())
    };
    let story = of_site()
        .find(|document| document.path == "en/index.html")
        .and_then(canonical)
        .expect("the story has an address");
    let origin = story.strip_suffix("en/").expect("the story is en/");

    let feed = std::fs::read_to_string(folder.join("en/changes.xml")).expect("there is a feed");
    assert!(
        feed.contains(&format!("<link rel=\"self\" href=\"{origin}en/changes.xml\"/>"))
            && feed.contains("<entry>")
    );
    let told = std::fs::read_to_string(folder.join("en/share/term/azawad/oembed.json"))
        .expect("a term can be framed");
    let told: serde_json::Value = serde_json::from_str(&told).expect("it is JSON");
    let frame = told["html"].as_str().unwrap_or_default();
    assert!(
        frame.starts_with("<iframe src=\"")
            && frame.contains(&format!("{origin}en/embed/term/azawad/")),
        "{told}"
    );
    assert!(
        told["width"].is_u64() && told["height"].is_u64() && told["version"] == "1.0",
        "{told}"
    );
    assert!(folder.join("en/share/term/azawad/qr.svg").is_file());

    let sitemap = std::fs::read_to_string(folder.join("sitemap.xml")).expect("there is a sitemap");
    let listed: HashSet<&str> =
        sitemap.split("<loc>").skip(1).filter_map(|entry| entry.split("</loc>").next()).collect();
    let mut found = Vec::new();
    for document in of_site() {
        let address = format!("{origin}{}", document.path.trim_end_matches("index.html"));
        if canonical(document).as_ref() != Some(&address)
            || document.meta("og:url") != Some(&address)
        {
            found.push(format!("{} does not say {address}", document.path));
        }
        if document.meta("og:image") != Some(&*format!("{address}{CARD}")) {
            found.push(format!("{} has no picture for previews", document.path));
        }
        if !oembed(document, &folder, origin).is_some_and(|told| is_whole(&told)) {
            found.push(format!("{} has no answer for oEmbed", document.path));
        }
        if document.only("head > link[type=\"application/atom+xml\"]").is_none() {
            found.push(format!("{} does not lead to the feed", document.path));
        }
        if !listed.contains(address.as_str()) {
            found.push(format!("{address} is not in the sitemap"));
        }
    }
    assert_none(&found, "Addresses:");
    let cards = of_site().map(|document| folder.join(document.path.replace("index.html", CARD)));
    let cards: Vec<_> = cards.filter_map(|card| std::fs::read(card).ok()).collect();
    assert!(cards.len() > 20 && cards.iter().all(|card| card.starts_with(b"\x89PNG")));
    assert_eq!(listed.len(), of_site().count(), "the sitemap lists pages that do not exist");
}

/// What consumers of oEmbed are told of a page, if it leads to that.
fn oembed(document: &Document, folder: &Path, origin: &str) -> Option<serde_json::Value> {
    let link = document.only("head > link[type=\"application/json+oembed\"]")?.attr("href")?;
    let text = std::fs::read_to_string(folder.join(link.strip_prefix(origin)?)).ok()?;
    serde_json::from_str(&text).ok()
}

/// Whether they are told what oEmbed asks for: of a frame, its size too.
fn is_whole(told: &serde_json::Value) -> bool {
    let is_frame = told["html"].is_string() && told["width"].is_u64() && told["height"].is_u64();
    told["version"] == "1.0" && (told["type"] == "link" || told["type"] == "rich" && is_frame)
}
