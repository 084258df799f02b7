//! The story: read, with its owners.

use crate::support::page::{Outcome, Page};
use fantoccini::key::Key;

journeys! {
    the_story_reads_at_once_and_then_answers,
    the_owner_of_a_sentence_opens_by_keyboard,
    all_owners_show_at_a_press,
    a_door_leads_to_its_history_and_the_reader_comes_back,
    coming_back_leads_to_where_the_reader_was,
}

journeys! {
    on_paper_each_number_has_its_note,
    paper_cuts_nothing,
}

async fn the_story_reads_at_once_and_then_answers(page: &Page) -> Outcome {
    page.open("en/").await?;
    assert_eq!(page.text("h1").await?, "Fighting at Ber, and two accounts of it");
    page.shows("main", "said that their fighters had come under attack").await?;
    page.shows("main", "instructors of the regular Russian army").await?;
    page.mounted().await?;
    page.shows("main", "said that their fighters had come under attack").await?;
    page.has_open(&[]).await
}

async fn the_owner_of_a_sentence_opens_by_keyboard(page: &Page) -> Outcome {
    page.open_alive("en/").await?;
    page.tab_to("button.owner").await?;
    page.key(Key::Enter).await?;
    page.shows("[role=group]", "The former rebels (the CMA) say this.").await?;
    page.key(Key::Escape).await?;
    page.hides("[role=group]").await?;
    page.has_focus("button.owner").await?;
    page.key(Key::Space).await?;
    page.shows("[role=group]", "The former rebels (the CMA) say this.").await?;
    page.tab_to("[role=group] button").await?;
    page.key(Key::Enter).await?;
    page.hides("[role=group]").await
}

async fn all_owners_show_at_a_press(page: &Page) -> Outcome {
    page.open_alive("en/").await?;
    page.press("Show who says what").await?;
    page.shows("button[aria-pressed=true]", "Hide who says what").await?;
    page.press("Hide who says what").await?;
    page.shows("button[aria-pressed=false]", "Show who says what").await
}

async fn a_door_leads_to_its_history_and_the_reader_comes_back(page: &Page) -> Outcome {
    page.open_alive("en/").await?;
    for (door, path) in [
        ("The peace accord", "en/accord/"),
        ("The military government", "en/government/"),
        ("Foreign powers", "en/foreign/"),
    ] {
        page.press(door).await?;
        page.is_at(path).await?;
        page.has_focus("h1").await?;
        page.back().await?;
        page.shows("h1", "Fighting at Ber").await?;
        page.has_focus(&format!("a[href='{path}']")).await?;
    }
    page.press("Begin the walk").await?;
    page.shows("h1", "From one story").await?;
    page.has_focus("h1").await
}

async fn coming_back_leads_to_where_the_reader_was(page: &Page) -> Outcome {
    page.open_alive("en/claims/").await?;
    let question = page.each("main li a[href*='/claim/']", "href").await?.pop();
    let link = format!("main li a[href='{}']", question.ok_or("no question")?);
    page.click(&link).await?;
    page.shows("h2", "Who says what").await?;
    page.has_focus("h1").await?;
    page.back().await?;
    page.has_focus(&link).await?;
    let script = format!(
        "const {{ top, bottom }} = document.querySelector(\"{link}\").getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight"
    );
    page.until("the link in view", async || Ok((page.ask(&script).await? == true).then_some(())))
        .await?;
    // Going on is not coming back.
    page.press("Story").await?;
    page.has_focus("h1").await
}

/// On paper a term has a number, and the note of that number stands in the margin.
async fn on_paper_each_number_has_its_note(page: &Page) -> Outcome {
    page.open_alive("en/claim/q-ber-first/").await?;
    if !page.become_paper().await? {
        return Ok(());
    }
    let numbers = "const numbered = [...document.querySelectorAll('main [data-term]')]
            .filter(term => getComputedStyle(term, '::after').content.includes('counter'));
        const bare = numbered.filter(term => !term.nextElementSibling?.checkVisibility());
        // A box that is a container counts for itself, and would begin again at 1.
        const apart = numbered.filter(term => [...document.querySelectorAll('main *')]
            .some(box => box.contains(term) && getComputedStyle(box).containerType !== 'normal'));
        return [numbered.length > 5, bare.length, apart.length]";
    assert_eq!(page.ask(numbers).await?, serde_json::json!([true, 0, 0]));
    Ok(())
}

/// What would scroll on a screen stands on paper whole, and no definition lies over a cell.
async fn paper_cuts_nothing(page: &Page) -> Outcome {
    page.resize(720, 900).await?;
    for path in [
        "en/foreign/",
        "en/accord/",
        "en/government/",
        "en/forces/",
        "en/people/",
        "en/embed/accord/",
        "en/embed/forces/",
        "en/embed/map/",
        "en/embed/claim/q-ber-dead/",
    ] {
        page.open_alive(path).await?;
        if !page.become_paper().await? {
            return Ok(());
        }
        let cut = "return [...document.querySelectorAll('.table, .lane, .strips, .ties')]
            .filter(box => box.scrollWidth > box.clientWidth + 1).map(box => box.className)";
        assert_eq!(page.ask(cut).await?, serde_json::json!([]), "{path}");
        page.hides(".table .definition").await?;
    }
    Ok(())
}
