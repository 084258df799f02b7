//! The walk: its contents, its steps from first to last, two reading levels, the dial, the vote.

use crate::support::page::{Outcome, Page};
use fantoccini::key::Key;
use xtask::server::Fault;

journeys! {
    the_chapter_is_walked_from_first_step_to_last_and_back,
    a_step_brings_its_whole_chapter,
    the_reading_level_changes_the_text_and_is_kept,
    the_dial_shows_what_was_public_by_a_day,
    a_vote_is_answered_with_reasons,
    a_change_of_mind_is_told,
    a_vote_asked_again_is_new_without_storage: NO_STORAGE,
    the_contents_lead_to_every_step,
    arrow_keys_turn_over_from_step_to_step,
    the_contents_know_where_the_reader_was,
    what_was_read_is_forgotten_without_storage: NO_STORAGE,
    the_right_arrow_leads_from_the_first_step_to_the_last,
    dates_lead_to_the_timeline_and_back,
    fingers_turn_over_from_step_to_step: SMALL,
    the_link_to_a_step_is_copied,
    a_link_is_shown_where_it_cannot_be_copied: PLAIN,
}

const CHAPTER: &str = "en/walk/ten-to-four";

async fn the_link_to_a_step_is_copied(page: &Page) -> Outcome {
    let step = format!("{CHAPTER}/numbers-have-owners/");
    page.open_alive(&step).await?;
    page.press("Copy link").await?;
    page.announces("Link copied").await?;
    page.open_alive("en/search/").await?;
    let field = page.find("main input").await?;
    field.click().await?;
    field.send_keys(&(Key::Control + "v")).await?;
    let address = page.site().url(&step);
    let look = async || {
        let pasted = page.ask("return document.querySelector('main input').value").await?;
        Ok((pasted == address.as_str()).then_some(()))
    };
    page.until("the address in the field", look).await
}

async fn a_link_is_shown_where_it_cannot_be_copied(page: &Page) -> Outcome {
    page.open_alive(&format!("{CHAPTER}/numbers-have-owners/")).await?;
    // As over plain HTTP, and with a dialog that a journey can read.
    let script = "Object.defineProperty(navigator, 'clipboard', { value: undefined });
        window.prompt = (words, address) => { document.querySelector('h1').textContent = words + address; }";
    page.ask(script).await?;
    page.press("Copy link").await?;
    page.shows("h1", "to copy:").await?;
    page.shows("h1", &page.site().url(&format!("{CHAPTER}/numbers-have-owners/"))).await
}

async fn arrow_keys_turn_over_from_step_to_step(page: &Page) -> Outcome {
    page.open_alive(&format!("{CHAPTER}/numbers-have-owners/")).await?;
    page.key(Key::Right).await?;
    page.shows("output", "Step 6 of 6").await?;
    page.has_focus("h1").await?;
    page.key(Key::Right).await?;
    page.shows("h1", "Mali asks the UN to leave").await?;
    page.key(Key::Left).await?;
    page.shows("output", "Step 6 of 6").await?;
    page.key(Key::Left).await?;
    page.shows("output", "Step 5 of 6").await?;
    // In a field an arrow is the field's: the dial turns, and the page stays.
    page.tab_to("figure input").await?;
    page.key(Key::Left).await?;
    page.key(Key::Right).await?;
    page.shows("output", "Step 5 of 6").await
}

async fn the_contents_know_where_the_reader_was(page: &Page) -> Outcome {
    page.open_alive("en/walk/").await?;
    assert_eq!(page.count("main [data-read]").await?, 0);
    page.press("Begin the walk").await?;
    page.press("Next").await?;
    page.shows("h1", "Fifty-seven kilometres of track").await?;
    page.open_alive("en/walk/").await?;
    page.shows_as_many("main [data-read=read]", |count| count == 2).await?;
    page.press("Go on: Fifty-seven kilometres of track").await?;
    page.shows("output", "Step 2 of 6").await
}

async fn what_was_read_is_forgotten_without_storage(page: &Page) -> Outcome {
    page.open_alive(&format!("{CHAPTER}/numbers-have-owners/")).await?;
    page.press("Contents").await?;
    page.shows("main a", "Begin the walk").await?;
    page.lacks("main a", "Go on:").await
}

async fn the_right_arrow_leads_from_the_first_step_to_the_last(page: &Page) -> Outcome {
    page.open_alive("en/walk/").await?;
    let steps = page.each("main li a[data-step]", "href").await?.len();
    page.press("Begin the walk").await?;
    page.shows("output", "Step 1 of 6").await?;
    let mut walked = 1;
    while page.count("a[rel=next]").await? > 0 {
        let before = page.text("h1").await?;
        page.key(Key::Right).await?;
        page.until("the next step", async || {
            Ok((page.seen("h1").await?.first() != Some(&before)).then_some(()))
        })
        .await?;
        walked += 1;
    }
    assert!(walked == steps && walked > 40, "{walked} of {steps} steps");
    page.shows("main h2", "What we do not know").await
}

async fn dates_lead_to_the_timeline_and_back(page: &Page) -> Outcome {
    page.open_alive("en/walk/from-ber-to-kidal/a-chain-not-a-leap/").await?;
    page.press("These dates on the timeline, with what else we record between them").await?;
    page.shows("main", "to Nov").await?;
    page.back().await?;
    page.shows("output", "Step 1 of 6").await
}

async fn fingers_turn_over_from_step_to_step(page: &Page) -> Outcome {
    page.open_alive(&format!("{CHAPTER}/numbers-have-owners/")).await?;
    page.swipe("main .prose", [-150.0, 0.0]).await?;
    page.shows("output", "Step 6 of 6").await?;
    page.swipe("main .prose", [150.0, 0.0]).await?;
    page.shows("output", "Step 5 of 6").await
}

async fn the_chapter_is_walked_from_first_step_to_last_and_back(page: &Page) -> Outcome {
    page.open_alive("en/walk/").await?;
    page.press("Begin the walk").await?;
    for step in 1..=6 {
        page.shows("output", &format!("Step {step} of 6")).await?;
        page.has_focus("h1").await?;
        if step < 6 {
            page.press("Next").await?;
        }
    }
    page.shows("main h2", "What we know now").await?;
    page.shows("main h2", "What we do not know").await?;
    page.press("Back").await?;
    page.shows("output", "Step 5 of 6").await?;
    page.press("Contents").await?;
    page.is_at("en/walk/").await
}

async fn a_step_brings_its_whole_chapter(page: &Page) -> Outcome {
    page.open_alive(&format!("{CHAPTER}/a-track-not-a-motorway/")).await?;
    page.site().faults().set("data/en/page/", Fault::Unavailable);
    for (way, step, title) in [
        ("Next", "Step 3 of 6", "One evening, three statements"),
        ("Back", "Step 2 of 6", "Fifty-seven kilometres of track"),
        ("Back", "Step 1 of 6", "Three sentences, three owners"),
    ] {
        page.press(way).await?;
        page.shows("output", step).await?;
        page.shows("h1", title).await?;
        page.has_focus("h1").await?;
        page.shows("[role=status]", title).await?;
        page.is_called(title).await?;
    }
    Ok(())
}

async fn the_reading_level_changes_the_text_and_is_kept(page: &Page) -> Outcome {
    page.open_alive(&format!("{CHAPTER}/numbers-have-owners/")).await?;
    page.shows("main", "Turn the dial from 11 to 16 August.").await?;
    page.press("Full text").await?;
    page.shows("main", "which settles how to read it").await?;
    let text = page.text("main").await?;
    assert!(!text.contains("Turn the dial from 11 to 16 August."), "the short text gives way");
    page.reload().await?;
    page.mounted().await?;
    page.shows("main", "which settles how to read it").await?;
    page.press("Next").await?;
    page.shows("output", "Step 6 of 6").await?;
    page.shows("button[aria-pressed=true]", "Full text").await?;
    page.press("Short text").await?;
    page.reload().await?;
    page.mounted().await?;
    page.shows("button[aria-pressed=true]", "Short text").await
}

async fn the_dial_shows_what_was_public_by_a_day(page: &Page) -> Outcome {
    page.open_alive(&format!("{CHAPTER}/numbers-have-owners/")).await?;
    page.shows("figure li", "no men lost, only equipment").await?;
    page.press("11 August 2023").await?;
    page.shows("figure li", "1 soldier dead").await?;
    page.shows_as_many("figure li", |number| number == 1).await?;
    page.press("13 August 2023").await?;
    page.shows("figure li", "MINUSMA, 13 August 2023").await?;
    let shown = page.text("figure").await?;
    assert!(!shown.contains("no men lost"), "what came later is not there yet");
    Ok(())
}

const AGAIN: &str = "en/walk/now-you/you-moved-say-why/";

async fn a_change_of_mind_is_told(page: &Page) -> Outcome {
    page.open_alive(&format!("{CHAPTER}/could-all-be-true/")).await?;
    page.press("No, at least one must be false.").await?;
    page.lacks("figure", "Before, you chose").await?;
    page.open_alive(AGAIN).await?;
    page.shows("figure", "Before, you chose: No, at least one must be false.").await?;
    page.press("No, at least one must be false.").await?;
    page.shows("figure", "You kept your answer. Say why.").await?;
    page.press("We cannot know from what is public.").await?;
    page.shows("figure", "You changed your answer. Say why.").await?;
    // What was chosen first stays what was chosen first.
    page.reload().await?;
    page.mounted().await?;
    page.shows("figure", "Before, you chose: No, at least one must be false.").await
}

async fn a_vote_asked_again_is_new_without_storage(page: &Page) -> Outcome {
    page.open_alive(&format!("{CHAPTER}/could-all-be-true/")).await?;
    page.press("Yes, all three could be true.").await?;
    page.open_alive(AGAIN).await?;
    page.shows("figure", "Could all three accounts be true?").await?;
    page.press("Yes, all three could be true.").await?;
    page.shows("figure", "This is possible, with care.").await?;
    page.lacks("figure", "Before, you chose").await
}

async fn a_vote_is_answered_with_reasons(page: &Page) -> Outcome {
    page.open_alive(&format!("{CHAPTER}/could-all-be-true/")).await?;
    let before = page.text("figure fieldset").await?;
    page.click("figure fieldset label").await?;
    let reasons = async || {
        Ok(page
            .seen("figure fieldset")
            .await?
            .into_iter()
            .find(|after| after.len() > before.len() + 40))
    };
    page.until("reasons", reasons).await?;
    assert_eq!(page.count("figure fieldset input:checked").await?, 1);
    Ok(())
}

async fn the_contents_lead_to_every_step(page: &Page) -> Outcome {
    page.open_alive("en/walk/").await?;
    assert_eq!(page.count("main a[data-step]").await?, 46);
    page.click("main a[data-step='numbers-have-owners']").await?;
    page.is_at(&format!("{CHAPTER}/numbers-have-owners/")).await?;
    page.shows("output", "Step 5 of 6").await
}
