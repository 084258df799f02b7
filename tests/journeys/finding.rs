//! Looking things up: the filters of glossary and lists, and search, which forgive spelling.

use crate::support::page::{Outcome, Page};

journeys! {
    the_glossary_is_filtered_as_one_types,
    a_list_is_filtered_as_one_types,
    search_forgives_spelling_and_leads_to_the_page,
    a_search_can_be_linked_to,
}

async fn the_glossary_is_filtered_as_one_types(page: &Page) -> Outcome {
    page.open_alive("en/glossary/").await?;
    let all = page.seen("main dt").await?.len();
    page.fill("Filter by a word", "toureg").await?;
    page.shows("main dt", "Tuareg").await?;
    page.shows_as_many("main dt", |number| number < 8).await?;
    page.shows("main [role=status]", "found").await?;
    page.fill("Filter by a word", "zzzzzz").await?;
    page.shows("main [role=status]", "0 found").await?;
    page.hides("main dt, main section h2").await?;
    page.fill("Filter by a word", "").await?;
    page.shows_as_many("main dt", |number| number == all).await
}

async fn a_list_is_filtered_as_one_types(page: &Page) -> Outcome {
    page.open_alive("en/people/").await?;
    page.fill("Filter by a word", "goita").await?;
    page.shows("main li", "Assimi Goïta").await?;
    page.shows_as_many("main a[data-actor]", |number| number < 8).await?;
    page.click("main a[data-actor]").await?;
    page.shows("h1", "Goïta").await
}

async fn search_forgives_spelling_and_leads_to_the_page(page: &Page) -> Outcome {
    page.open_alive("en/search/").await?;
    page.fill("Search by name", "tombouktou").await?;
    page.shows("main a[data-place]", "Timbuktu").await?;
    page.fill("Search by name", "zzzzzzzz").await?;
    page.shows("main [role=status]", "Nothing found").await?;
    page.fill("Search by name", "fifty seven kilometres").await?;
    page.shows("main a", "Fifty-seven kilometres of track").await?;
    page.fill("Search by name", "resolution 2690").await?;
    page.shows("main a[data-source]", "2690").await?;
    page.fill("Search by name", "Assimi Goita").await?;
    page.shows("main a[data-actor]", "Assimi Goïta").await?;
    page.click("main a[data-actor]").await?;
    page.shows("h1", "Assimi Goïta").await?;
    page.has_focus("h1").await
}

async fn a_search_can_be_linked_to(page: &Page) -> Outcome {
    page.open_alive("en/search/?q=kidal").await?;
    page.shows("main a", "Kidal").await
}
