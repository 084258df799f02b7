//! The walk: its contents, its steps from first to last, two reading levels, the dial, the vote.

use crate::support::page::{Outcome, Page};
use fantoccini::error::CmdError;
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
    a_map_shows_the_places_of_its_step,
    a_map_is_explored_and_shown_whole_again,
    a_place_is_marked_on_the_map_and_in_its_list,
    buttons_move_a_map_that_is_shown_nearer,
    the_right_arrow_leads_from_the_first_step_to_the_last,
    a_year_leaves_the_map_where_it_was,
    dates_lead_to_the_timeline_and_back,
    fingers_turn_over_from_step_to_step: SMALL,
    all_places_are_on_the_map_and_in_its_list,
}

const CHAPTER: &str = "en/walk/ten-to-four";

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

async fn a_map_shows_the_places_of_its_step(page: &Page) -> Outcome {
    page.open_alive("en/walk/from-ber-to-kidal/camps-and-a-column/").await?;
    for place in ["Bourem", "Léré", "Kidal"] {
        page.shows("figure svg text", place).await?;
        page.shows("figure ol li", place).await?;
    }
    page.click("figure ol [data-place='kidal']").await?;
    page.shows("h1", "Kidal").await
}

async fn a_map_is_explored_and_shown_whole_again(page: &Page) -> Outcome {
    page.open_alive("en/walk/from-ber-to-kidal/camps-and-a-column/").await?;
    let sizes = "const frame = document.querySelector('[data-frame]');
        return [frame.scrollWidth / frame.clientWidth, frame.offsetHeight]";
    let size =
        async || Ok::<_, CmdError>(serde_json::from_value::<[f64; 2]>(page.ask(sizes).await?)?);
    let [_, height] = size().await?;
    page.press("Nearer").await?;
    page.until("the map to be twice as wide in its frame", async || {
        let [part, now] = size().await?;
        Ok(((1.95..2.05).contains(&part) && (now - height).abs() < 30.0).then_some(()))
    })
    .await?;
    // Arrows are the frame's then, and the page stays.
    page.tab_to("figure [data-frame]").await?;
    let before = page.ask("return document.activeElement.scrollLeft").await?.as_f64();
    for _ in 0..3 {
        page.key(Key::Right).await?;
    }
    page.until("the map to have moved", async || {
        let now = page.ask("return document.activeElement.scrollLeft").await?.as_f64();
        Ok((now > before).then_some(()))
    })
    .await?;
    page.shows("output", "Step 2 of 6").await?;
    page.press("Whole").await?;
    page.until("the whole map to be shown", async || {
        Ok(((0.99..1.01).contains(&size().await?[0])).then_some(()))
    })
    .await?;
    page.press("Next").await?;
    page.shows("output", "Step 3 of 6").await
}

async fn a_place_is_marked_on_the_map_and_in_its_list(page: &Page) -> Outcome {
    page.open_alive("en/walk/from-ber-to-kidal/camps-and-a-column/").await?;
    let marked = async |selector: &str| page.shows_as_many(selector, |count| count == 1).await;
    page.point_at("figure ol [data-place='anefis']").await?;
    marked("svg a[href$='/anefis/'][data-lit]").await?;
    page.tab_to("figure ol [data-place='gao']").await?;
    marked("svg a[href$='/gao/'][data-lit]").await?;
    page.point_at("figure svg a[href$='/kidal/']").await?;
    marked("figure ol [data-place='kidal'][data-lit]").await?;
    marked("svg a[data-lit]").await
}

async fn buttons_move_a_map_that_is_shown_nearer(page: &Page) -> Outcome {
    page.open_alive("en/map/").await?;
    page.hides("main button[aria-label='To the east']").await?;
    page.press("Nearer").await?;
    let place = "const frame = document.querySelector('[data-frame]');
        return [frame.scrollLeft, frame.scrollTop].map(Math.round)";
    for (name, axis, is_more) in [
        ("To the west", 0, false),
        ("To the east", 0, true),
        ("To the north", 1, false),
        ("To the south", 1, true),
    ] {
        let before = page.ask(place).await?[axis].as_i64();
        page.click(&format!("main button[aria-label='{name}']")).await?;
        page.until("the map to have moved", async || {
            let now = page.ask(place).await?[axis].as_i64();
            Ok((now != before && (now > before) == is_more).then_some(()))
        })
        .await?;
    }
    Ok(())
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

async fn a_year_leaves_the_map_where_it_was(page: &Page) -> Outcome {
    page.open_alive("en/map/").await?;
    let place = "const frame = document.querySelector('[data-frame]');
        return [frame.scrollLeft, frame.scrollTop].map(Math.round)";
    page.press("Nearest").await?;
    let near = page.until("the middle of the map", async || {
        let now = page.ask(place).await?;
        Ok((now[0].as_u64() > Some(100)).then_some(now))
    });
    let near = near.await?;
    page.press("2023").await?;
    page.shows("main a[href*='ber-clash-2023-08-11']", "Fighting on the way to Ber").await?;
    assert_eq!(page.ask(place).await?, near);
    Ok(())
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
    page.swipe("main .prose", -150.0).await?;
    page.shows("output", "Step 6 of 6").await?;
    page.swipe("main .prose", 150.0).await?;
    page.shows("output", "Step 5 of 6").await
}

async fn all_places_are_on_the_map_and_in_its_list(page: &Page) -> Outcome {
    page.open_alive("en/map/").await?;
    page.shows("svg text", "Timbuktu").await?;
    let width = "return document.querySelector('[data-frame]').lastElementChild.clientWidth";
    let whole = page.ask(width).await?.as_f64().unwrap_or_default();
    let named = "return [...document.querySelectorAll('svg a text')].filter(one => one.getClientRects().length).length";
    let few = page.ask(named).await?.as_u64();
    page.press("Nearest").await?;
    page.until("the map to be four times as wide", async || {
        let now = page.ask(width).await?.as_f64().unwrap_or_default();
        Ok(((3.9..4.1).contains(&(now / whole))).then_some(()))
    })
    .await?;
    assert!(page.ask(named).await?.as_u64() > few, "nearer, more places are named");
    page.hides("main a[href*='ber-clash-2023-08-11']").await?;
    page.press("2023").await?;
    page.shows("main a[href*='ber-clash-2023-08-11']", "Fighting on the way to Ber").await?;
    page.hides("main a[href*='coup-2012']").await?;
    let drawn = page.each("svg a", "href").await?;
    let listed = page.each("main li a[data-place]", "href").await?;
    assert!(drawn.len() > 60 && drawn.iter().all(|place| listed.contains(place)));
    Ok(())
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
    page.press("Full").await?;
    page.shows("main", "which settles how to read it").await?;
    let text = page.text("main").await?;
    assert!(!text.contains("Turn the dial from 11 to 16 August."), "the short text gives way");
    page.reload().await?;
    page.mounted().await?;
    page.shows("main", "which settles how to read it").await?;
    page.press("Next").await?;
    page.shows("output", "Step 6 of 6").await?;
    page.shows("button[aria-pressed=true]", "Full").await?;
    page.press("Core").await?;
    page.reload().await?;
    page.mounted().await?;
    page.shows("button[aria-pressed=true]", "Core").await
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
