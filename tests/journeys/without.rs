//! Readers whose browsers have script off, or forbid storage.

use crate::support::dist;
use crate::support::page::{Outcome, Page};
use fantoccini::key::Key;

journeys! {
    the_story_reads_without_script: NO_SCRIPT,
    the_first_chapter_reads_without_script_at_both_levels: NO_SCRIPT,
    the_timeline_lists_every_event_without_script: NO_SCRIPT,
    the_picture_leads_to_its_events_without_script: NO_SCRIPT,
    the_glossary_and_a_record_read_without_script: NO_SCRIPT,
    the_ties_of_a_year_are_chosen_without_script: NO_SCRIPT,
    settings_hold_for_the_visit_without_storage: NO_STORAGE,
}

async fn the_story_reads_without_script(page: &Page) -> Outcome {
    page.open("en/").await?;
    let text = page.text("main").await?;
    for words in [
        "had come under attack",
        "had beaten back a many-sided attack",
        "attempted incursion",
        "ruled since 2020",
        "guards those in power",
        "regular Russian army",
    ] {
        assert!(text.contains(words), "{words:?} is not seen in\n{text}");
    }
    page.press("Who says this?").await?;
    page.shows("[popover]", "The former rebels (the CMA) say this.").await?;
    page.key(Key::Escape).await?;
    page.hides("[popover]").await?;
    page.press("Tuareg").await?;
    page.is_at("en/term/tuareg/").await?;
    page.shows("h1", "Tuareg").await
}

async fn the_first_chapter_reads_without_script_at_both_levels(page: &Page) -> Outcome {
    page.open("en/walk/").await?;
    page.press("Begin the walk").await?;
    for step in 1..=6 {
        page.shows("output", &format!("Step {step} of 6")).await?;
        page.shows("main h2", "Short text").await?;
        page.shows("main h2", "Full text").await?;
        let levels = page.seen("main section p").await?;
        assert!(levels.len() >= 4, "both texts are there: {levels:#?}");
        if step < 6 {
            page.press("Next").await?;
        }
    }
    page.shows("figure", "Could all three accounts be true?").await?;
    page.shows("main h2", "What we know now").await
}

async fn the_timeline_lists_every_event_without_script(page: &Page) -> Outcome {
    page.open("en/timeline/").await?;
    let text = page.text("main").await?;
    let events = dist::json("data/en/events.json");
    let titles = events["events"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|event| event["title"].as_str());
    let missing: Vec<&str> = titles.filter(|title| !text.contains(title)).collect();
    assert!(missing.is_empty(), "not seen: {missing:#?}");
    Ok(())
}

async fn the_picture_leads_to_its_events_without_script(page: &Page) -> Outcome {
    page.open("en/timeline/").await?;
    page.shows("[data-timeline]", "Fighting on the way to Ber").await?;
    page.click("[data-timeline] [data-event='ber-clash-2023-08-11']").await?;
    page.is_at("en/event/ber-clash-2023-08-11/").await
}

async fn the_glossary_and_a_record_read_without_script(page: &Page) -> Outcome {
    page.open("en/glossary/").await?;
    page.press("Mercenary").await?;
    page.is_at("en/term/mercenary/").await?;
    page.shows("h1", "Mercenary").await?;
    page.press("Settings").await?;
    page.shows("[popover]", "Settings stay in this browser.").await
}

async fn settings_hold_for_the_visit_without_storage(page: &Page) -> Outcome {
    let storage = "try { return String(localStorage) } catch (error) { return error.name }";
    page.open_alive("en/walk/ten-to-four/three-accounts/").await?;
    assert_eq!(page.ask(storage).await?, "SecurityError");
    page.press("Full text").await?;
    page.shows("button[aria-pressed=true]", "Full text").await?;
    page.press("Settings").await?;
    page.press("Dark").await?;
    page.find("html[data-theme=dark]").await?;
    page.key(Key::Escape).await?;
    page.press("Next").await?;
    page.shows("output", "Step 4 of 6").await?;
    page.shows("button[aria-pressed=true]", "Full text").await?;
    page.find("html[data-theme=dark]").await.map(drop)
}

async fn the_ties_of_a_year_are_chosen_without_script(page: &Page) -> Outcome {
    page.open("en/people/").await?;
    let beside = ".ties__group:first-child";
    page.shows(beside, "EUTM").await?;
    page.shows(beside, "Africa Corps").await?;
    page.click(".ties__years label:nth-of-type(4)").await?; // 2014
    page.lacks(beside, "Africa Corps").await?;
    page.shows(beside, "EUTM").await
}
