//! What every document holds: one heading of level 1, headings in order, landmarks, names for what has no words, no script of its own.

use crate::assert_none;
use crate::html::{Document, site, words};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use mali_explained::publish::opening::CONTENT_SECURITY_POLICY;
use scraper::ElementRef;
use sha2::{Digest, Sha256};
use std::collections::HashSet;

/// Runs a check over documents and gathers what it finds, each with its document.
fn found<'a>(
    documents: impl Iterator<Item = &'a Document>,
    check: impl Fn(&'a Document) -> Vec<String>,
) -> Vec<String> {
    let mut found = Vec::new();
    for document in documents {
        found
            .extend(check(document).into_iter().map(|fault| format!("{}: {fault}", document.path)));
    }
    found
}

/// Says what is missing.
fn missing(is_there: bool, what: &str) -> Vec<String> {
    if is_there { Vec::new() } else { vec![what.to_owned()] }
}

#[test]
fn each_has_one_heading_of_level_one_in_main() {
    let site = site();
    let found = found(site.all(), |document| {
        let is_one = document.all("h1").len() == 1
            && document.only("main h1").is_some_and(|heading| !words(heading).is_empty());
        missing(is_one, "not exactly one h1 in main")
    });
    assert_none(&found, "One h1, in main:");
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    let site = site();
    let found = found(site.all(), |document| {
        let mut before = 0;
        let mut faults = Vec::new();
        for heading in document.all("main h1, main h2, main h3, main h4, main h5, main h6") {
            let level = heading.value().name()[1..].parse::<u8>().expect("a heading has a level");
            if level > before + 1 {
                faults.push(format!("h{level} {:?} after h{before}", words(heading)));
            }
            before = level;
        }
        faults
    });
    assert_none(&found, "No level is skipped on the way down:");
}

#[test]
fn ids_are_unique() {
    let site = site();
    let found = found(site.all(), |document| {
        let mut seen = HashSet::new();
        let ids = document.all("[id]").into_iter().filter_map(|element| element.attr("id"));
        ids.filter(|id| !seen.insert(*id)).map(|id| format!("{id:?} stands twice")).collect()
    });
    assert_none(&found, "An id stands once in a document:");
}

#[test]
fn what_points_to_an_id_finds_it() {
    let site = site();
    let found = found(site.all(), |document| {
        let ids: HashSet<&str> =
            document.all("[id]").into_iter().filter_map(|element| element.attr("id")).collect();
        let mut faults = Vec::new();
        for name in ["popovertarget", "aria-labelledby", "aria-describedby", "aria-controls", "for"]
        {
            for element in document.all(&format!("[{name}]")) {
                let wanted = element.attr(name).unwrap_or_default().split_whitespace();
                faults.extend(
                    wanted
                        .filter(|id| !ids.contains(id))
                        .map(|id| format!("{name}={id:?} finds nothing")),
                );
            }
        }
        faults
    });
    assert_none(&found, "What is named by id is in the document:");
}

#[test]
fn each_has_its_landmarks() {
    let site = site();
    let found = found(site.prerendered(), |document| {
        let mut faults = missing(document.only("main").is_some(), "not one main");
        faults.extend(missing(document.only("#app > header").is_some(), "no header of the page"));
        faults.extend(missing(document.only("#app > footer").is_some(), "no footer of the page"));
        let navs = document.all("nav");
        let names: HashSet<_> = navs
            .iter()
            .filter_map(|nav| nav.attr("aria-label"))
            .filter(|name| !name.is_empty())
            .collect();
        faults.extend(missing(
            !navs.is_empty() && names.len() == navs.len(),
            "a nav without a name of its own",
        ));
        faults
    });
    assert_none(&found, "Landmarks:");
}

#[test]
fn each_says_its_language_and_title() {
    let site = site();
    let found = found(site.all(), |document| {
        let mut faults = missing(document.only("html[lang=\"en\"]").is_some(), "no lang");
        let title = document.only("head > title").map(words).unwrap_or_default();
        faults.extend(missing(!title.is_empty(), "no title"));
        faults.extend(missing(
            document.only("head > meta[charset=\"utf-8\"]").is_some(),
            "no charset",
        ));
        let viewport = document.meta("viewport");
        faults.extend(missing(viewport.is_some(), "no viewport"));
        let may_zoom = viewport.is_none_or(|viewport| {
            !["maximum-scale", "user-scalable"].iter().any(|word| viewport.contains(word))
        });
        faults.extend(missing(may_zoom, "it cannot be made larger"));
        let has_keys = document.all("[role=application]").is_empty();
        faults.extend(missing(has_keys, "it takes the keys of those who read by ear"));
        faults
    });
    assert_none(&found, "Language and title:");
}

#[test]
fn each_page_says_what_it_holds() {
    let site = site();
    let found = found(site.pages(), |document| {
        let is_said =
            |name: &&str| document.meta(name).is_some_and(|content| !content.trim().is_empty());
        let names =
            ["description", "og:title", "og:description", "og:type", "og:site_name", "og:locale"];
        names.iter().filter(|name| !is_said(name)).map(|name| format!("no {name}")).collect()
    });
    assert_none(&found, "Title and description for those who link here:");
}

#[test]
fn a_policy_allows_nothing_but_the_script_by_which_a_document_finds_its_base() {
    let site = site();
    let found = found(site.prerendered(), |document| {
        let policy = document.only("head > meta[http-equiv=\"Content-Security-Policy\"]");
        let policy = policy.and_then(|policy| policy.attr("content")).unwrap_or_default();
        let wanted = match own_script(document) {
            None => CONTENT_SECURITY_POLICY.to_owned(),
            Some(script) => {
                let hash = STANDARD.encode(Sha256::digest(script.text().collect::<String>()));
                CONTENT_SECURITY_POLICY.replacen("'self'", &format!("'self' 'sha256-{hash}'"), 1)
            }
        };
        missing(policy == wanted, &format!("the policy is not {wanted}"))
    });
    assert_none(&found, "Policies:");
    let has_script = |document: &&Document| own_script(document).is_some();
    let with_script: Vec<&str> =
        site.all().filter(has_script).map(|document| document.path.as_str()).collect();
    assert_eq!(with_script, ["404.html"]);
}

/// The script in a document, if it stands where it may: behind the base and the policy, before all that loads.
fn own_script(document: &Document) -> Option<ElementRef<'_>> {
    document.only(
        "head > meta[charset]:first-child + base + meta[http-equiv=\"Content-Security-Policy\"] + script:not([src])",
    )
}

#[test]
fn no_document_brings_script_or_style_of_its_own() {
    let site = site();
    let found = found(site.all().filter(|document| !document.is_alone()), |document| {
        let mut faults: Vec<String> = document
            .all("[style], style")
            .into_iter()
            .map(|element| format!("style at {}", name(element)))
            .collect();
        for script in document.all("script") {
            let is_data = script.attr("type") == Some("application/ld+json");
            let comes_from = |file| script.attr("src").is_some_and(|path| path.starts_with(file));
            let is_module = script.attr("type") == Some("module");
            let is_start = is_module && comes_from("start-") || comes_from("early-");
            let is_allowed = own_script(document) == Some(script); // by the policy, which has a test
            if !is_data && !is_allowed && (!is_start || !words(script).is_empty()) {
                faults.push(format!("script {:?}", script.attr("src")));
            }
        }
        for element in document.all("*") {
            let handlers =
                element.value().attrs().map(|(name, _)| name).filter(|name| name.starts_with("on"));
            faults.extend(handlers.map(|handler| format!("{handler} at {}", name(element))));
        }
        faults
    });
    assert_none(
        &found,
        "The strict policy blocks styles and scripts in a document (platform.md section 10):",
    );
}

#[test]
fn each_page_is_described_as_a_learning_resource() {
    let site = site();
    let found = found(site.pages(), |document| {
        let Some(script) = document.only("head > script[type=\"application/ld+json\"]") else {
            return vec!["no ld+json".to_owned()];
        };
        let text: String = script.text().collect();
        let resource: serde_json::Value = match serde_json::from_str(&text) {
            Ok(resource) => resource,
            Err(error) => return vec![error.to_string()],
        };
        let mut faults = missing(resource["@type"] == "LearningResource", "not a LearningResource");
        let fields = [
            "name",
            "description",
            "inLanguage",
            "learningResourceType",
            "isAccessibleForFree",
            "license",
            "dateModified",
            "educationalLevel",
            "teaches",
            "creditText",
        ];
        faults.extend(
            fields
                .iter()
                .filter(|field| resource[**field].is_null())
                .map(|field| format!("no {field}")),
        );
        faults
    });
    assert_none(&found, "JSON-LD:");
}

#[test]
fn each_page_leads_to_how_it_is_cited() {
    let site = site();
    let found = found(site.pages(), |document| {
        let path = document.path.trim_end_matches("index.html");
        let link = format!("a[href=\"{}\"]", path.replacen("en/", "en/share/", 1));
        missing(!document.all(&link).is_empty(), "no way to how it is cited")
    });
    assert_none(&found, "Cite or share:");
}

#[test]
fn what_can_be_pressed_or_seen_has_a_name() {
    let site = site();
    let found = found(site.all(), |document| {
        let is_named = |element: &ElementRef<'_>| {
            let label = element
                .attr("aria-label")
                .or(element.attr("alt"))
                .or(element.attr("aria-labelledby"));
            label.is_some_and(|label| !label.trim().is_empty()) || !words(*element).is_empty()
        };
        let pressed =
            document.all("a, button, summary").into_iter().filter(|element| !is_named(element));
        let is_hidden = |element: &ElementRef<'_>| {
            element.attr("aria-hidden") == Some("true")
                || element
                    .ancestors()
                    .filter_map(ElementRef::wrap)
                    .any(|outer| outer.attr("aria-hidden") == Some("true"))
        };
        let is_label = |element: &ElementRef<'_>| {
            element.attr("aria-label").or(element.attr("aria-labelledby")).is_some()
        };
        let pictures = document
            .all("svg")
            .into_iter()
            .filter(|svg| !is_hidden(svg) && (!is_label(svg) || svg.attr("role") != Some("img")));
        let images = document.all("img").into_iter().filter(|image| image.attr("alt").is_none());
        let fields = document.all("input, select, textarea").into_iter().filter(|field| {
            let is_in_label = field
                .ancestors()
                .filter_map(ElementRef::wrap)
                .any(|outer| outer.value().name() == "label");
            !is_in_label && !is_label(field)
        });
        pressed
            .chain(pictures)
            .chain(images)
            .chain(fields)
            .map(|element| format!("{} has no name", name(element)))
            .collect()
    });
    assert_none(&found, "Names for links, buttons, fields and pictures:");
}

/// An element in a few letters.
fn name(element: ElementRef<'_>) -> String {
    element.html().chars().take(80).collect()
}
