//! Maps: of a step, explored and whole again, and of all places, with their lists.

use crate::support::page::{Outcome, Page};
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use serde_json::Value;

journeys! {
    everywhere:
    a_map_shows_the_places_of_its_step,
    a_map_is_explored_and_shown_whole_again,
    a_place_is_marked_on_the_map_and_in_its_list,
    buttons_move_a_map_that_is_shown_nearer,
    a_year_leaves_the_map_where_it_was,
    all_places_are_on_the_map_and_in_its_list,
}

const STEP: &str = "en/walk/from-ber-to-kidal/camps-and-a-column/";

/// How far the map is scrolled in its frame, along and down.
async fn place(page: &Page) -> Result<Value, CmdError> {
    let script = "const frame = document.querySelector('[data-frame]');
        return [frame.scrollLeft, frame.scrollTop].map(Math.round)";
    page.ask(script).await
}

async fn a_map_shows_the_places_of_its_step(page: &Page) -> Outcome {
    page.open_alive(STEP).await?;
    for place in ["Bourem", "Léré", "Kidal"] {
        page.shows("figure svg text", place).await?;
        page.shows("figure ol li", place).await?;
    }
    page.click("figure ol [data-place='kidal']").await?;
    page.shows("h1", "Kidal").await
}

async fn a_map_is_explored_and_shown_whole_again(page: &Page) -> Outcome {
    page.open_alive(STEP).await?;
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
    page.open_alive(STEP).await?;
    let marked = async |selector: &str| page.shows_as_many(selector, |count| count == 1).await;
    let on_map = "svg a[href$='/anefis/'][data-lit]";
    page.point_until("figure ol [data-place='anefis']", on_map).await?;
    page.tab_to("figure ol [data-place='gao']").await?;
    marked("svg a[href$='/gao/'][data-lit]").await?;
    let in_list = "figure ol [data-place='kidal'][data-lit]";
    page.point_until("figure svg a[href$='/kidal/'] circle", in_list).await?;
    marked("svg a[data-lit]").await
}

async fn buttons_move_a_map_that_is_shown_nearer(page: &Page) -> Outcome {
    page.open_alive("en/map/").await?;
    page.hides("main button[aria-label='To the east']").await?;
    page.press("Nearer").await?;
    for (name, axis, is_more) in [
        ("To the west", 0, false),
        ("To the east", 0, true),
        ("To the north", 1, false),
        ("To the south", 1, true),
    ] {
        let before = place(page).await?[axis].as_i64();
        page.click(&format!("main button[aria-label='{name}']")).await?;
        page.until("the map to have moved", async || {
            let now = place(page).await?[axis].as_i64();
            Ok((now != before && (now > before) == is_more).then_some(()))
        })
        .await?;
    }
    Ok(())
}

async fn a_year_leaves_the_map_where_it_was(page: &Page) -> Outcome {
    page.open_alive("en/map/").await?;
    page.press("Nearest").await?;
    let near = page.until("the middle of the map", async || {
        let now = place(page).await?;
        Ok((now[0].as_u64() > Some(100)).then_some(now))
    });
    let near = near.await?;
    page.press("2023").await?;
    page.shows("main a[href*='ber-clash-2023-08-11']", "Fighting on the way to Ber").await?;
    assert_eq!(place(page).await?, near);
    Ok(())
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
