//! What comes out of content without a fault, and of content with many.

use super::{edit, faults, library, valid};
use crate::author::compile;
use crate::model::library::Gap;
use crate::model::walk::Stage;
use crate::model::{Inline, Kind, Rich, rich};

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn term(kind: Kind, id: &str, words: &str) -> Inline {
    Inline::Term(kind, id.to_owned(), vec![text(words)])
}

#[test]
fn the_story_is_one_section_and_links_each_name_once() {
    let story = library().story;
    let first: Rich = vec![
        text("The "),
        term(Kind::Term, "cma", "CMA"),
        text(" spoke of "),
        Inline::Said("a-person".to_owned(), "Ada Person".to_owned(), vec![text("“an attack”")]),
        text(" at "),
        term(Kind::Place, "ber", "Ber"),
        text("."),
    ];
    assert_eq!(story.sentences[0].text, first);
    let second: Rich = vec![
        text("The CMA had signed a "),
        term(Kind::Term, "ceasefire", "ceasefire"),
        text(" in "),
        term(Kind::Place, "algiers", "Algiers"),
        text("."),
    ];
    assert_eq!(story.sentences[1].text, second);
}

#[test]
fn the_two_texts_of_a_step_are_two_sections() {
    let library = library();
    let step = &library.chapters[0].steps[0];
    let links = |blocks: &[crate::model::Block]| {
        let mut links = Vec::new();
        for line in blocks.iter().flat_map(rich::texts) {
            rich::walk(line, &mut |piece| {
                if let Inline::Term(_, id, _) | Inline::Link(_, id, _) = piece {
                    links.push(id.clone());
                }
            });
        }
        links
    };
    assert_eq!(links(&step.core), ["ber"]);
    assert_eq!(links(&step.full), ["ber", "army-text", "cma"]);
    assert!(matches!(&step.stage, Stage::Counter(counts) if counts.len() == 1));
}

#[test]
fn events_are_in_order_of_time_and_a_moment_between_two_dates_has_both() {
    let events = library().events;
    let ids: Vec<&str> = events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(ids, ["signature", "ber-clash"]);
    assert!(events[0].when.between && events[0].when.end.is_some());
    assert_eq!(rich::plain(&events[0].summary), "The accord was signed in two steps.");
}

#[test]
fn figures_are_put_into_words() {
    assert_eq!(library().accord.steps[0].figure.as_deref(), Some("1,200–1,500 fighters"));
}

#[test]
fn a_record_is_not_linked_in_its_own_words() {
    let library = library();
    let definition = &library.terms.get("cma").unwrap().definition;
    assert_eq!(definition, &vec![text("An alliance of the north. It signed the accord.")]);
    let summary = &library.actors.get("a-person").unwrap().summary;
    assert_eq!(summary, &vec![text("Spoke for the "), term(Kind::Term, "cma", "CMA"), text(".")]);
}

#[test]
fn the_faults_of_several_files_come_at_once() {
    let mut tree = valid();
    edit(&mut tree, "facts/events.toml", "weight = 3", "weight = 4");
    edit(&mut tree, "facts/events.toml", "place = \"ber\"", "place = \"berr\"");
    edit(&mut tree, "en/terms.toml", "simple = \"An alliance.\"", "simple = \"\"");
    assert_eq!(
        faults(&tree),
        [
            "content/en/terms.toml:5:10: the text is empty; write it, or leave the key out if it may be left out",
            "content/facts/events.toml:7:10: 4 is not between 1 and 3",
            "content/facts/events.toml:11:9: unknown place `berr`; did you mean `ber`?",
        ]
    );
}

#[test]
fn another_language_borrows_the_words_it_lacks() {
    let mut tree = valid();
    edit(&mut tree, "facts/site.toml", "[\"en\"]", "[\"en\", \"fr\"]");
    tree.insert(
        "fr/places.toml".to_owned(),
        "[ber]\nname = \"Ber\"\nwhy = \"Une ville.\"\n".into(),
    );
    let library = compile(&tree, "fr").unwrap();
    assert_eq!(rich::plain(&library.places.get("ber").unwrap().why), "Une ville.");
    assert_eq!(
        rich::plain(&library.places.get("algiers").unwrap().why),
        "The capital where the talks were held."
    );
    let gap = |file: &str, id: &str| {
        library.gaps.contains(&Gap { file: file.to_owned(), id: id.to_owned() })
    };
    assert!(gap("places.toml", "algiers") && gap("about.md", "") && !gap("places.toml", "ber"));
    tree.insert(
        "fr/places.toml".to_owned(),
        "[berr]\nname = \"Ber\"\nwhy = \"Une ville.\"\n".into(),
    );
    let faults = compile(&tree, "fr").unwrap_err();
    let shown = "content/fr/places.toml:1:2: words for `berr`, but there is no such place; did you mean `ber`?";
    assert_eq!(faults.iter().map(ToString::to_string).collect::<Vec<_>>(), [shown]);
}
