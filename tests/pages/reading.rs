//! What can be read and opened while no script runs: the story with its words, the first chapter, every event.

use crate::html::{line, site, words};
use crate::{assert_none, dist, facts};
use mali_explained::model::page::Definitions;
use scraper::ElementRef;

/// The concepts that issue 2 asks for, with the ids of the words that open them.
const CONCEPTS: [(&str, &[&str]); 20] = [
    ("CMA", &["cma"]),
    ("Tuareg", &["tuareg"]),
    ("former rebels", &["former-rebels"]),
    ("autonomy or independence", &["autonomy", "independence"]),
    ("the Malian army", &["fama"]),
    ("Wagner", &["wagner"]),
    ("Ber", &["ber"]),
    ("Timbuktu region", &["timbuktu-region"]),
    ("the CMA's spokesman and his words", &["spokesman", "security-arrangements"]),
    ("the international community as witness", &["international-community"]),
    ("the army's words", &["attempted-incursion", "terrorist"]),
    ("the withdrawal of delegates", &["delegates-leave-bamako"]),
    ("the military government", &["military-government"]),
    ("the accord and its signatories", &["algiers-accord-2015", "signatory-groups"]),
    ("France as former colonial power", &["former-colonial-power"]),
    ("the turn to Russia", &["turn-to-russia"]),
    ("Wagner elsewhere, minerals and access", &["wagner-elsewhere", "minerals-for-security"]),
    ("security, training and fighting", &["security-for-the-government", "training-and-fighting"]),
    (
        "advice on the mining code and the constitution",
        &["advice-on-laws", "mining-code", "constitution-2023"],
    ),
    ("the official answer", &["instructor", "regular-russian-army"]),
];

#[test]
fn every_concept_opens_in_the_story() {
    let site = site();
    let page = site.at("en/index.html");
    let mut found = Vec::new();
    for (concept, ids) in CONCEPTS {
        for id in ids {
            let triggers = page.all(&format!("main article.story a[data-term=\"{id}\"]"));
            if triggers.is_empty() {
                found.push(format!("{concept}: nothing in the story opens {id}"));
                continue;
            }
            let everywhere = page.all(&format!("main a[data-term=\"{id}\"]"));
            let Some(popover) = everywhere.into_iter().find_map(definition_after) else {
                found.push(format!("{concept}: {id} has no definition in the page"));
                continue;
            };
            let link = triggers[0].attr("href").unwrap_or_default();
            let leads_on = popover
                .descendent_elements()
                .any(|inner| inner.value().name() == "a" && inner.attr("href") == Some(link));
            let is_page = dist::folder().join(link).join("index.html").is_file();
            if !leads_on || !is_page || words(popover).split(' ').count() < 8 {
                found.push(format!(
                    "{concept}: the definition of {id} is short or leads to no page ({link})"
                ));
            }
        }
    }
    assert_none(&found, "Concepts of the story (issue 2, 5):");
}

/// The definition that stands right after a trigger.
fn definition_after(trigger: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let next = trigger.next_siblings().find_map(ElementRef::wrap)?;
    next.attr("popover").is_some().then_some(next)
}

#[test]
fn every_sentence_of_the_story_has_an_owner_at_hand() {
    let site = site();
    let page = site.at("en/index.html");
    let story: toml::Table =
        toml::from_str(&facts::content("en/story.toml")).expect("the story is valid");
    let sentences = facts::ids("sentence", &["story"]);
    let mut found = Vec::new();
    for id in &sentences {
        let attribution = story[id]["attribution"].as_str().unwrap_or_default();
        let owners = page
            .all("article.story button[popovertarget]")
            .into_iter()
            .filter_map(|button| button.attr("popovertarget"));
        let mut texts =
            owners.filter_map(|target| page.only(&format!("[id=\"{target}\"]"))).map(words);
        if attribution.is_empty() || !texts.any(|text| text.contains(attribution)) {
            found.push(format!("{id}: {attribution:?}"));
        }
    }
    assert_none(&found, "These sentences do not say whose they are:");
}

#[test]
fn the_first_chapter_reads_in_full_at_both_levels() {
    let site = site();
    let walk: toml::Table =
        toml::from_str(&facts::content("facts/walk.toml")).expect("the walk is valid");
    let chapter = walk["chapter"][0]["id"].as_str().expect("a chapter has an id");
    let steps = walk["step"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|step| step["chapter"].as_str() == Some(chapter));
    let ids: Vec<&str> = steps.filter_map(|step| step["id"].as_str()).collect();
    assert_eq!(ids.len(), 6, "the steps of the first chapter");
    let mut found = Vec::new();
    for step in ids {
        let page = site.at(&format!("en/walk/{chapter}/{step}/index.html"));
        let text = line(page.only("main").expect("it has a main"));
        let source = facts::content(&format!("en/walk/{chapter}/{step}.md"));
        let (_, levels) = source.split_once("\n## Core\n").expect("a step has a text");
        let (core, full) = levels.split_once("\n## Full\n").expect("a step has a long text");
        for (name, level) in [("core", core), ("full", full)] {
            found.extend(
                unread(level, &text).into_iter().map(|piece| format!("{step}, {name}: {piece:?}")),
            );
        }
    }
    assert_none(&found, "These pieces of the first chapter are not in its pages:");
}

/// The pieces of a Markdown text, between its links and marks, that a line of words does not hold in that order.
fn unread(markdown: &str, line: &str) -> Vec<String> {
    let is_mark = |letter: char| "[]*#\n".contains(letter);
    let mut rest = line;
    let mut missing = Vec::new();
    for piece in markdown.split(is_mark) {
        // What follows a link's words is its address.
        let piece = if piece.starts_with('(') {
            piece.split_once(')').map_or("", |(_, after)| after)
        } else {
            piece
        };
        let piece = piece.trim().trim_start_matches("- ");
        match rest.find(piece) {
            Some(place) => rest = &rest[place + piece.len()..],
            None => missing.push(piece.to_owned()),
        }
    }
    missing
}

#[test]
fn the_timeline_lists_every_event() {
    let site = site();
    let page = site.at("en/timeline/index.html");
    let listed = page.all("main a[data-event]");
    let is_listed = |id: &String| {
        listed.iter().any(|link| link.attr("data-event") == Some(id) && !words(*link).is_empty())
    };
    let found: Vec<String> =
        facts::ids("event", &["events"]).into_iter().filter(|id| !is_listed(id)).collect();
    assert_none(&found, "The timeline does not list:");
}

#[test]
fn the_glossary_has_every_word() {
    let site = site();
    let page = site.at("en/glossary/index.html");
    let found: Vec<String> = facts::ids("term", &["terms"])
        .into_iter()
        .filter(|id| {
            page.only(&format!("main [id=\"{id}\"]"))
                .is_none_or(|entry| words(entry).split(' ').count() < 2)
        })
        .collect();
    assert_none(&found, "The glossary does not have:");
}

#[test]
fn every_word_has_a_definition_to_open() {
    let definitions: Definitions = serde_json::from_str(&dist::read("data/en/definitions.json"))
        .expect("definitions are valid");
    let terms = facts::ids("term", &["terms"]);
    let found: Vec<String> = terms
        .into_iter()
        .filter(|id| !definitions.definitions.iter().any(|definition| definition.id == *id))
        .collect();
    assert_none(&found, "These words have no definition to open:");
}

#[test]
fn the_number_of_a_source_cannot_be_taken_for_part_of_the_text() {
    let mut found = Vec::new();
    for document in site().all() {
        let bare = document.all(".note").into_iter().filter(|note| {
            let text = words(*note);
            let number = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
            number.is_none_or(|number| number.parse::<usize>().is_err())
                || note.attr("aria-label").is_none()
        });
        found.extend(bare.map(|note| format!("{}: {}", document.path, words(note))));
    }
    assert_none(&found, "A bare number behind a count of dead reads as part of it:");
}

#[test]
fn no_words_stand_in_two_pairs_of_quotes() {
    let site = site();
    let doubled = |text: &String| text.contains("““") || text.contains("””");
    let pages = site
        .all()
        .filter(|document| document.all("main").into_iter().map(words).any(|text| doubled(&text)));
    let found: Vec<String> = pages.map(|document| document.path.clone()).collect();
    assert_none(&found, "Quoted words have one pair of quotes:");
}

#[test]
fn every_chapter_has_its_own_number() {
    let site = site();
    let page = site.at("en/walk/index.html");
    let numbers: Vec<&str> = page
        .all("main [data-number]")
        .into_iter()
        .filter_map(|item| item.attr("data-number"))
        .collect();
    assert_eq!(numbers, ["1", "2", "3", "4", "5", "6", "7", "8"]);
}
