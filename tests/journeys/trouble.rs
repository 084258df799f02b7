//! Files that do not come, or come broken: the page says so where they are missed, and goes on once they are there.

use crate::support::page::{Outcome, Page};
use fantoccini::key::Key;
use xtask::server::Fault;

journeys! {
    words_of_the_interface_that_do_not_come_leave_the_text_readable,
    a_bundle_that_does_not_come_leaves_the_text_readable,
    a_broken_bundle_leaves_the_text_readable,
    a_program_that_does_not_come_leaves_the_text_readable,
    a_bare_timeline_without_its_program_says_so_and_its_events_lead_to_their_texts: PLAIN,
    a_page_that_does_not_come_says_so_in_its_place_and_can_be_tried_again,
    a_page_that_comes_broken_says_so_in_its_place_and_can_be_tried_again,
    a_page_of_another_build_is_not_drawn,
    a_definition_that_does_not_come_leads_to_its_page,
    names_that_do_not_come_can_be_tried_again,
    a_program_that_stops_says_so,
    what_was_chosen_holds_before_the_program_comes,
}

async fn what_was_chosen_holds_before_the_program_comes(page: &Page) -> Outcome {
    let step = "en/walk/ten-to-four/numbers-have-owners/";
    page.open_alive(step).await?;
    page.press("Settings").await?;
    page.press("Dark").await?;
    page.key(Key::Escape).await?;
    page.press("Full text").await?;
    page.shows("main", "A full number has four parts").await?;
    page.expect_trouble();
    page.site().faults().set("mali-", Fault::Unavailable);
    page.open(step).await?;
    page.shows("[role=alert]", "Part of this page could not be loaded.").await?;
    page.find("html[data-theme=dark]").await?;
    page.shows("main", "A full number has four parts").await?;
    page.lacks("main", "Turn the dial from 11 to 16 August.").await
}

/// The story is opened while something is amiss with a file: its text is there, the page says what is wrong, and a press on its button
/// mends it once the file is there.
async fn first_page_with(page: &Page, file: &str, fault: Fault) -> Outcome {
    page.expect_trouble();
    page.site().faults().set(file, fault);
    page.open("en/").await?;
    page.shows("[role=alert]", "Part of this page could not be loaded.").await?;
    page.shows("[role=alert]", file).await?;
    page.shows("h1", "Fighting at Ber").await?;
    page.shows("main", "said that their fighters had come under attack").await?;
    page.press("Tuareg").await?;
    page.shows("h1", "Tuareg").await?;
    page.back().await?;
    page.shows("[role=alert]", "Part of this page could not be loaded.").await?;
    page.site().faults().clear();
    page.press("Try again").await?;
    page.mounted().await?;
    page.hides("[role=alert]").await
}

async fn words_of_the_interface_that_do_not_come_leave_the_text_readable(page: &Page) -> Outcome {
    first_page_with(page, "data/en/shell.json", Fault::Unavailable).await
}

async fn a_bundle_that_does_not_come_leaves_the_text_readable(page: &Page) -> Outcome {
    first_page_with(page, "data/en/page/story.json", Fault::Unavailable).await
}

async fn a_broken_bundle_leaves_the_text_readable(page: &Page) -> Outcome {
    first_page_with(page, "data/en/page/story.json", Fault::Truncated).await
}

async fn a_program_that_does_not_come_leaves_the_text_readable(page: &Page) -> Outcome {
    page.expect_trouble();
    page.site().faults().set("mali-", Fault::Unavailable);
    page.open("en/").await?;
    page.shows("[role=alert]", "Part of this page could not be loaded.").await?;
    page.shows("main", "said that their fighters had come under attack").await?;
    page.press("Tuareg").await?;
    page.shows("h1", "Tuareg").await?;
    page.back().await?;
    page.site().faults().clear();
    page.press("Try again").await?;
    page.mounted().await?;
    page.hides("[role=alert]").await
}

async fn a_bare_timeline_without_its_program_says_so_and_its_events_lead_to_their_texts(
    page: &Page,
) -> Outcome {
    page.expect_trouble();
    page.site().faults().set("embed-", Fault::Unavailable);
    page.open("en/embed/timeline/").await?;
    page.hides(".chronicle h3").await?;
    page.click("[data-timeline] [data-event='ber-clash-2023-08-11']").await?;
    page.shows(".chronicle h3", "Fighting on the way to Ber").await?;
    page.shows(".chronicle", "came under fire").await?;
    page.site().faults().clear();
    let script = page.ask("return document.querySelector('script[src]').src").await?;
    let name = script.as_str().and_then(|address| address.rsplit('/').next());
    let name = name.expect("the page has a program");
    page.site().faults().set(name.replace(".js", "_bg.wasm"), Fault::Truncated);
    page.open("en/embed/timeline/").await?;
    page.shows("[role=alert]", "Part of this page could not be loaded.").await?;
    page.site().faults().clear();
    page.press("Try again").await?;
    page.mounted().await?;
    page.hides("[role=alert]").await
}

/// The reader goes from the story to the glossary while something is amiss with that page's file, and tries again.
async fn next_page_with(page: &Page, fault: Fault) -> Outcome {
    page.expect_trouble();
    page.open_alive("en/").await?;
    page.site().faults().set("data/en/page/glossary.json", fault);
    page.press("Glossary").await?;
    page.shows("main [role=alert]", "This page could not be loaded.").await?;
    page.has_focus("h1").await?;
    page.press("Try again").await?;
    page.shows("main [role=alert]", "This page could not be loaded.").await?;
    page.press("Technical details").await?;
    page.shows("main details", "data/en/page/glossary.json").await?;
    page.site().faults().clear();
    page.press("Try again").await?;
    page.shows("main dt", "Tuareg").await?;
    page.hides("main [role=alert]").await?;
    page.is_at("en/glossary/").await
}

async fn a_page_that_does_not_come_says_so_in_its_place_and_can_be_tried_again(
    page: &Page,
) -> Outcome {
    next_page_with(page, Fault::Unavailable).await
}

async fn a_page_that_comes_broken_says_so_in_its_place_and_can_be_tried_again(
    page: &Page,
) -> Outcome {
    next_page_with(page, Fault::Truncated).await
}

async fn a_page_of_another_build_is_not_drawn(page: &Page) -> Outcome {
    page.expect_trouble();
    page.open("en/about/").await?;
    // As if the host had been given a new build between the document and its data.
    page.mounted().await?;
    page.ask("const fetched = window.fetch;
              window.fetch = async (...asked) => {
                  const answer = await fetched(...asked);
                  const text = await answer.text();
                  return new Response(text.replace(document.documentElement.dataset.build, '0123456789abcdef'), answer);
              }").await?;
    page.press("Glossary").await?;
    page.shows("main [role=alert]", "This page could not be loaded.").await?;
    page.press("Technical details").await?;
    page.shows("main details", "another version").await
}

async fn a_definition_that_does_not_come_leads_to_its_page(page: &Page) -> Outcome {
    page.expect_trouble();
    page.site().faults().set("data/en/definitions.json", Fault::Unavailable);
    page.open_alive("en/").await?;
    page.click("main [data-term='northern-mali']").await?;
    page.has_open(&["northern-mali"]).await?;
    page.click("[data-definition='northern-mali'] [data-term='songhay']").await?;
    page.is_at("en/term/songhay/").await?;
    page.shows("h1", "Songhay").await
}

async fn names_that_do_not_come_can_be_tried_again(page: &Page) -> Outcome {
    page.expect_trouble();
    page.site().faults().set("data/en/names.json", Fault::Unavailable);
    page.open_alive("en/search/").await?;
    page.shows("main [role=alert]", "could not be loaded").await?;
    page.site().faults().clear();
    page.press("Try again").await?;
    page.fill("Search by name", "kidal").await?;
    page.shows("main a[data-place]", "Kidal").await
}

/// A document without the place where the app begins ends the program.
async fn a_program_that_stops_says_so(page: &Page) -> Outcome {
    page.expect_trouble();
    page.site().faults().set("en/about/", Fault::Without("id=\"app\""));
    page.open("en/about/").await?;
    page.shows("[role=alert]", "Something went wrong").await?;
    page.shows("h1", "About").await?;
    page.site().faults().clear();
    page.press("Try again").await?;
    page.mounted().await?;
    page.hides("[role=alert]").await
}
