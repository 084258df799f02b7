//! From page to page: links, the browser's buttons, deep links, a site deep within its host, addresses that no page has.

use crate::support::page::{Outcome, Page};

journeys! {
    a_link_brings_focus_title_and_word_of_the_new_page,
    back_and_forward_lead_through_what_was_seen,
    a_deep_link_reads_at_once_and_its_stepper_then_moves,
    a_site_deep_within_its_host_is_the_same: DEEP,
    the_doorstep_leads_to_the_story: DEEP,
    a_mistyped_address_suggests_what_was_meant,
    a_mistyped_address_deep_within_a_host_finds_the_site: DEEP_PLAIN,
    a_mistyped_link_suggests_what_was_meant,
    a_step_that_its_chapter_lacks_has_no_page,
    the_skip_link_leads_to_the_content,
    a_note_leads_to_its_source_in_the_page,
}

/// Leaves something in the window that a new document would not have.
const MARK: &str = "window.hasStayed = true";
const HAS_STAYED: &str = "return window.hasStayed === true";

async fn a_link_brings_focus_title_and_word_of_the_new_page(page: &Page) -> Outcome {
    page.open_alive("en/").await?;
    page.ask(MARK).await?;
    for name in ["Glossary", "Timeline", "Story"] {
        let before = page.text("h1").await?;
        page.press(name).await?;
        page.has_focus("h1").await?;
        let heading = page.text("h1").await?;
        assert_ne!(heading, before);
        page.is_called(&heading).await?;
        page.shows("[role=status]", &heading).await?;
    }
    assert_eq!(page.ask(HAS_STAYED).await?, true, "the links of the site load no new document");
    Ok(())
}

async fn back_and_forward_lead_through_what_was_seen(page: &Page) -> Outcome {
    page.open_alive("en/").await?;
    page.ask(MARK).await?;
    let story = page.text("h1").await?;
    page.press("Glossary").await?;
    page.is_at("en/glossary/").await?;
    page.has_focus("h1").await?;
    let glossary = page.text("h1").await?;
    page.press("Mercenary").await?;
    page.shows("h1", "Mercenary").await?;
    page.back().await?;
    page.is_at("en/glossary/").await?;
    page.shows("h1", &glossary).await?;
    page.back().await?;
    page.is_at("en/").await?;
    page.shows("h1", &story).await?;
    page.forward().await?;
    page.is_at("en/glossary/").await?;
    page.shows("h1", &glossary).await?;
    assert_eq!(page.ask(HAS_STAYED).await?, true);
    Ok(())
}

async fn a_deep_link_reads_at_once_and_its_stepper_then_moves(page: &Page) -> Outcome {
    page.open("en/walk/ten-to-four/three-accounts/").await?;
    assert!(!page.text("h1").await?.is_empty(), "the heading is prerendered");
    page.shows("output", "Step 3 of 6").await?;
    page.mounted().await?;
    page.press("Next").await?;
    page.shows("output", "Step 4 of 6").await?;
    page.is_at("en/walk/ten-to-four/the-word-hides-the-opponent/").await
}

async fn a_site_deep_within_its_host_is_the_same(page: &Page) -> Outcome {
    page.open_alive("en/").await?;
    page.ask(MARK).await?;
    page.press("Timeline").await?;
    page.is_at("en/timeline/").await?;
    page.has_focus("h1").await?;
    page.back().await?;
    page.is_at("en/").await?;
    page.shows("h1", "Fighting at Ber").await?;
    assert_eq!(page.ask(HAS_STAYED).await?, true);
    page.open_alive("en/walk/ten-to-four/three-accounts/").await?;
    page.press("Back").await?;
    page.shows("output", "Step 2 of 6").await?;
    page.reload().await?;
    page.mounted().await?;
    page.shows("output", "Step 2 of 6").await
}

async fn the_doorstep_leads_to_the_story(page: &Page) -> Outcome {
    page.open("").await?;
    page.is_at("en/").await?;
    page.mounted().await?;
    page.shows("h1", "Fighting at Ber").await
}

async fn a_mistyped_address_suggests_what_was_meant(page: &Page) -> Outcome {
    page.expect_trouble(); // the browser tells of the 404
    page.open_alive("en/event/kidal-battel-2023/").await?;
    page.shows("h1", "There is no page at this address").await?;
    page.shows("main a[data-event]", "Kidal").await?;
    page.click("main a[data-event]").await?;
    page.has_focus("h1").await?;
    page.hides("main [role=search]").await
}

async fn a_mistyped_address_deep_within_a_host_finds_the_site(page: &Page) -> Outcome {
    let font = "return getComputedStyle(document.querySelector('h1')).fontFamily";
    page.open_alive("en/").await?;
    let ours = page.ask(font).await?;
    page.expect_trouble(); // the browser tells of the 404
    for address in ["en/event/kidal-battel-2014/", "en/a/b/kidal-battel-2014"] {
        page.open_alive(address).await?;
        page.shows("h1", "There is no page at this address").await?;
        assert_eq!(page.ask(font).await?, ours, "the stylesheet applies");
        let home = page.site().url("");
        let asked = page.requests().await?;
        let strays =
            asked.iter().filter(|url| !url.starts_with(&home) && !url.starts_with("data:"));
        assert_eq!(strays.collect::<Vec<_>>(), [""; 0], "nothing is looked for outside the site");
        page.shows("main a[data-event='kidal-battle-2014']", "Kidal").await?;
        page.click("main a[data-event='kidal-battle-2014']").await?;
        page.is_at("en/event/kidal-battle-2014/").await?;
        page.has_focus("h1").await?;
        page.reload().await?;
        page.mounted().await?;
        page.press("Glossary").await?;
        page.is_at("en/glossary/").await?;
    }
    // Where nothing in the address tells, the root of the host is as good as any.
    page.open("nowhere/").await?;
    assert_eq!(page.ask("return new URL(document.baseURI).pathname").await?, "/");
    Ok(())
}

async fn a_mistyped_link_suggests_what_was_meant(page: &Page) -> Outcome {
    page.expect_trouble(); // the app learns of it from the 404 of the host, which the browser tells
    page.open_alive("en/").await?;
    page.ask(MARK).await?;
    page.ask("document.querySelector('nav a[href$=\"glossary/\"]').setAttribute('href', 'en/actor/fmaa/')").await?;
    page.press("Glossary").await?;
    page.shows("h1", "There is no page at this address").await?;
    page.has_focus("h1").await?;
    page.shows("main a[data-actor]", "FAMa").await?;
    assert_eq!(page.ask(HAS_STAYED).await?, true);
    page.back().await?;
    page.shows("h1", "Fighting at Ber").await
}

async fn a_step_that_its_chapter_lacks_has_no_page(page: &Page) -> Outcome {
    page.expect_trouble(); // the browser tells of the 404
    page.open_alive("en/walk/ten-to-four/fama/").await?;
    page.shows("h1", "There is no page at this address").await?;
    page.shows("main a[data-actor]", "FAMa").await?;
    page.open_alive("en/walk/ten-to-four/three-accounts/").await?;
    page.ask(
        "document.querySelector('a[rel=next]').setAttribute('href', 'en/walk/ten-to-four/fama/')",
    )
    .await?;
    page.press("Next").await?;
    page.shows("h1", "There is no page at this address").await?;
    page.has_focus("h1").await?;
    page.is_called("There is no page at this address").await?;
    page.shows("main a[data-actor]", "FAMa").await?;
    page.back().await?;
    page.shows("output", "Step 3 of 6").await
}

async fn the_skip_link_leads_to_the_content(page: &Page) -> Outcome {
    page.open_alive("en/timeline/").await?;
    page.tab_to("a[href$='#main']").await?;
    page.shows("a[href$='#main']", "Skip to the content").await?;
    page.key(fantoccini::key::Key::Enter).await?;
    page.is_at("en/timeline/#main").await?;
    page.tab_to("a, button, input").await?;
    page.has_focus("main :focus").await
}

async fn a_note_leads_to_its_source_in_the_page(page: &Page) -> Outcome {
    page.open_alive("en/accord/").await?;
    let note = page.find("main a[href*='#source-']").await?;
    let link = note.attr("href").await?.unwrap_or_default();
    page.click("main a[href*='#source-']").await?;
    page.is_at(&link).await?;
    let seen = async || {
        let script =
            "const box = document.getElementById(location.hash.slice(1)).getBoundingClientRect();
                      return box.top >= 0 && box.bottom <= innerHeight";
        Ok((page.ask(script).await? == true).then_some(()))
    };
    page.until("the source in the window", seen).await
}
