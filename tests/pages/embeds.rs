//! What stands in frames of others, and what is said about citing and sharing: which there are, what they may load, and where they lead.

use crate::html::{Document, site, words};
use crate::{assert_none, dist};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use mali_explained::model::{Kind, Room, Target};
use mali_explained::publish::opening::guest_policy;
use mali_explained::routes::Route;
use sha2::{Digest, Sha256};

const WHOLE: &str = "mali-explained.en.html";

#[test]
fn whatever_can_be_framed_is() {
    let site = site();
    let mut found = Vec::new();
    for page in site.pages() {
        let target = Route::parse(&page.path, &["en"]).target;
        let is_framed = match target {
            Target::Step(..) => true,
            Target::Record(kind, _) => [Kind::Term, Kind::Dispute].contains(&kind),
            Target::Room(room) => [
                Room::Timeline,
                Room::Map,
                Room::Accord,
                Room::Government,
                Room::Foreign,
                Room::Forces,
            ]
            .contains(&room),
            _ => false,
        };
        for (of, is_there) in [("embed", is_framed), ("share", true)] {
            let path = page.path.replacen("en/", &format!("en/{of}/"), 1);
            let is_choice = path == "en/embed/index.html"; // which is no form of the story
            if !is_choice && is_there != dist::folder().join(&path).exists() {
                found.push(format!("{path}: there should be one: {is_there}"));
            }
        }
    }
    assert_none(&found, "Each page has one about it, and a form for frames if it may have one:");
}

/// Those in frames, but for the timeline, which has tests of its own.
fn is_guest(document: &Document) -> bool {
    document.path.starts_with("en/embed/")
        && !["en/embed/index.html", "en/embed/timeline/index.html"]
            .contains(&document.path.as_str())
}

#[test]
fn a_guest_says_where_it_is_from_and_loads_what_a_frame_without_origin_can() {
    let site = site();
    let mut found = Vec::new();
    for guest in site.all().filter(|document| is_guest(document)) {
        let mut check = |is_right: bool, what: &str| {
            if !is_right {
                found.push(format!("{}: {what}", guest.path));
            }
        };
        let policy = guest
            .only("meta[http-equiv=\"Content-Security-Policy\"]")
            .and_then(|meta| meta.attr("content"));
        check(policy == Some(guest_policy(None).as_str()), "another policy");
        check(guest.all("[integrity]").is_empty(), "a sum that such a frame cannot check");
        check(guest.all("script[type=module], script:not([src]), link[rel=preload], link[rel=modulepreload], style").is_empty(), "more than a script and a sheet");
        let line = guest.only(".source-line").map(words).unwrap_or_default();
        check(
            ["Mali, explained", "Facts checked", "CC BY-SA"].iter().all(|part| line.contains(part)),
            "no full line of its source",
        );
        let page = guest.path.replacen("en/embed/", "en/", 1);
        let page = page.trim_end_matches("index.html");
        let leads = |path: String| {
            guest
                .all(".source-line a[target=_blank]")
                .iter()
                .any(|link| link.attr("href") == Some(&path))
        };
        check(
            leads(page.to_owned()) && leads(page.replacen("en/", "en/share/", 1)),
            "no way to its page",
        );
        let blank = guest.only("base[target=_blank]").is_some();
        check(blank, "links would open in the frame");
    }
    assert_none(&found, "Guests:");
}

#[test]
fn what_is_said_about_a_page_is_whole_without_script() {
    let site = site();
    let page = site.at("en/share/claim/q-ber-first/index.html");
    let text = words(page.only("main").expect("it has words"));
    for part in [
        "APA",
        "MLA",
        "Chicago",
        "BibTeX",
        "en/embed/claim/q-ber-first/",
        "mali-embed.js",
        "sandbox=\"allow-scripts",
    ] {
        assert!(text.contains(part), "no {part}");
    }
    // Nobody said where this site lies, so its address is drawn in the browser.
    assert!(page.only("[data-qr=\"en/claim/q-ber-first/\"][hidden] > svg[role=img]").is_some());
    assert!(
        !words(
            site.at("en/share/source/oe-mag-2023-08-29-guterres/index.html").only("main").unwrap()
        )
        .contains("<iframe")
    );
}

#[test]
fn the_builder_is_shown_on_the_page_for_teachers_and_nowhere_else() {
    let site = site();
    let frame = "[data-builder-within] > iframe[src=\"en/embed/\"]";
    let shown = site.pages().filter(|page| page.only(frame).is_some());
    let shown: Vec<&str> = shown.map(|page| page.path.as_str()).collect();
    assert_eq!(shown, ["en/teach/index.html"]);
    let whole = words(site.at(WHOLE).only("main").expect("it has words"));
    assert!(whole.contains("Use it in your course") && !whole.contains("<iframe"));
}

#[test]
fn no_key_stands_for_its_words() {
    let keys = [
        "builder-",
        "embed-code",
        "embed-note",
        "one-page-",
        "carry-",
        "offline-keep",
        "lms-",
        "copy-by-hand",
    ];
    for path in [
        "en/embed/index.html",
        "en/share/claim/q-ber-first/index.html",
        "en/index.html",
        "lms/cmi5.en.html",
        WHOLE,
    ] {
        let text = dist::read(path);
        for key in keys {
            let is_said =
                [">", "=\""].iter().any(|before| text.contains(&format!("{before}{key}")));
            assert!(!is_said, "{path} says {key}");
        }
    }
}

#[test]
fn the_one_page_edition_allows_its_own_script_and_asks_for_nothing() {
    let site = site();
    let page = site.at(WHOLE);
    let policy = page
        .only("meta[http-equiv=\"Content-Security-Policy\"]")
        .and_then(|meta| meta.attr("content"))
        .unwrap_or_default();
    let hash = |selector: &str| {
        let text: String = page.only(selector).expect("it stands there once").text().collect();
        format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
    };
    assert!(policy.starts_with("default-src 'none';"), "{policy}");
    assert!(
        policy.contains(&format!("script-src {} 'wasm-unsafe-eval';", hash("script:not([type])"))),
        "{policy}"
    );
    assert!(policy.contains(&format!("style-src {};", hash("style"))), "{policy}");
    assert!(page.all("[src], link, base, [style]").is_empty(), "it asks for a file");
    let style: String = page.only("style").unwrap().text().collect();
    assert!(!style.contains("url(fonts") && !style.contains("url(\"fonts"), "a face is not inside");
    assert_eq!(style.matches("data:font/woff2").count(), 4);
}

#[test]
fn the_one_page_edition_holds_what_the_site_holds() {
    let site = site();
    let page = site.at(WHOLE);
    let text = words(page.only("main").expect("it has words"));
    let mut found = Vec::new();
    let lists =
        [("events", "title"), ("terms", "term"), ("claims", "question"), ("sources", "title")];
    for (list, field) in lists {
        let download = dist::json(&format!("data/en/{list}.json"));
        let records = download[list].as_array().unwrap_or_else(|| panic!("there are {list}"));
        for record in records {
            let name = record[field].as_str().unwrap_or_default();
            if name.is_empty() || !text.contains(name) {
                found.push(format!("{list}: {}", record["id"]));
            }
        }
    }
    for step in dist::kinds().remove("step").expect("there are steps") {
        let name = step.trim_start_matches("en/").trim_end_matches('/');
        if page.all("section[id]").iter().all(|section| section.attr("id") != Some(name)) {
            found.push(step);
        }
    }
    assert_none(&found, "In the file too:");
    assert_eq!(page.all("h1").len(), 1);
    for (place, parts) in [
        (".whole > .source-line", ["Mali, explained. (", "Version"]),
        ("main > .page-head > .dateline", ["Facts checked", "CC BY-SA"]),
    ] {
        let line = words(page.only(place).expect("it stands there once"));
        assert!(parts.iter().all(|part| line.contains(part)), "{place}: {line}");
    }
}
