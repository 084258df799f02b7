//! The timeline that stands alone: all its events are in the page, the picture of them has its places, and each leads to its text.

use crate::dist;
use crate::html::{Document, site, words};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use mali_explained::model::page::{Body, Page};
use mali_explained::publish::opening::guest_policy;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

const PATH: &str = "en/embed/timeline/index.html";

fn ids(document: &Document, selector: &str, attribute: &str) -> BTreeSet<String> {
    let values = document.all(selector).into_iter().filter_map(|one| one.attr(attribute));
    values.map(str::to_owned).collect()
}

#[test]
fn it_lists_the_events_of_the_timeline_with_their_texts() {
    let page: Page = serde_json::from_value(dist::json("data/en/page/timeline.json")).unwrap();
    let Body::Timeline(timeline) = page.body else {
        panic!("the timeline's bundle holds a timeline")
    };
    let site = site();
    let page = site.at(PATH);
    let listed = ids(page, ".chronicle [data-event]", "data-event");
    assert_eq!(listed, timeline.events.iter().map(|event| event.entry.id.clone()).collect());
    for event in &timeline.events {
        let entry = page.only(&format!("[id=\"event-{}\"]", event.entry.id)).expect("it is there");
        let text = words(entry);
        assert!(text.contains(&event.entry.title), "{text}");
    }
    assert!(page.all(".entry__summary").len() > timeline.events.len() / 2);
}

#[test]
fn what_the_picture_shows_has_a_place_and_leads_to_its_text() {
    let site = site();
    let page = site.at(PATH);
    let style: String = page.only("style").expect("it has a stylesheet").text().collect();
    let drawn = page.all(".timeline__events [data-key]");
    assert!(drawn.len() > 40, "{} are drawn", drawn.len());
    for element in drawn {
        let key = element.attr("data-key").unwrap();
        assert!(style.contains(&format!(".timeline__events .k{key}{{translate:")));
        if let Some(link) = element.attr("href") {
            let id = link.strip_prefix('#').expect("it leads within the page");
            assert!(page.only(&format!("[id=\"{id}\"]")).is_some(), "{link} leads nowhere");
        }
    }
}

#[test]
fn it_needs_nothing_from_elsewhere() {
    let site = site();
    let page = site.at(PATH);
    for element in page.all("link[href], script[src], img[src]") {
        let path = element.attr("href").or_else(|| element.attr("src")).unwrap();
        let is_here = dist::folder().join("en/embed/timeline").join(path).is_file();
        assert!(is_here, "{path}");
    }
    assert_eq!(page.all("[style]").len(), 0);
}

#[test]
fn its_stylesheet_is_allowed_by_the_page_and_lies_beside_it_for_hosts_that_forbid_it() {
    let site = site();
    let page = site.at(PATH);
    let style = page.only("style").expect("it has one stylesheet");
    let text: String = style.text().collect();
    let hash = STANDARD.encode(Sha256::digest(&text));
    let policy =
        page.only("meta[http-equiv=\"Content-Security-Policy\"] + meta[name=\"viewport\"] ~ style");
    assert!(policy.is_some(), "the policy stands before the style");
    let policy = page.only("meta[http-equiv=\"Content-Security-Policy\"]").unwrap();
    let wanted = guest_policy(None)
        .replace("style-src 'self'", &format!("style-src 'self' 'sha256-{hash}'"));
    assert_eq!(policy.attr("content"), Some(wanted.as_str()));
    let sheet = style.attr("data-sheet").unwrap();
    assert_eq!(dist::read(&format!("en/embed/timeline/{sheet}")), text);
    let link = format!("<noscript><link rel=\"stylesheet\" href=\"{sheet}\"></noscript>");
    assert!(dist::read(PATH).contains(&link));
}
