//! Each chapter on one page: all its words, and nothing that needs a program.

use crate::assert_none;
use crate::html::{line, site};

#[test]
fn a_chapter_on_one_page_has_the_words_of_all_its_steps() {
    let site = site();
    let (mut chapters, mut steps) = (0, 0);
    let mut found = Vec::new();
    for document in site.all().filter(|document| document.path.contains("/print/")) {
        chapters += 1;
        let whole = line(document.only("main").expect("it has a main part"));
        let chapter = document.path.trim_start_matches("en/print/").trim_end_matches("index.html");
        let of_chapter = format!("en/walk/{chapter}");
        for step in site.all().filter(|step| step.path.starts_with(&of_chapter)) {
            steps += 1;
            let texts = step.all(".walk__words p, .walk__idea, .stage__title, .walk__sources li");
            let missing = texts.into_iter().map(line).filter(|text| {
                let text = text.split_once(". ").map_or(text.as_str(), |(title, _)| title);
                !whole.contains(text)
            });
            found.extend(missing.map(|text| format!("{}: {text}", step.path)));
        }
    }
    assert_none(&found, "What a step says, its chapter on one page says too:");
    assert_eq!((chapters, steps), (8, 46));
}

#[test]
fn a_chapter_on_one_page_needs_no_program() {
    let site = site();
    for document in site.all().filter(|document| document.path.contains("/print/")) {
        assert!(
            document.all("script:not([src^=early-]), [style], style").is_empty(),
            "{}",
            document.path
        );
        let levels = document.all("input[type=\"radio\"][name=\"level\"]");
        assert_eq!(levels.iter().filter(|level| level.attr("checked").is_some()).count(), 1);
        assert_eq!(document.all("h1").len(), 1);
        let steps = document.all("main > .chapter__step > h2").len();
        assert!((5..=7).contains(&steps), "{}: {steps} steps", document.path);
    }
}
