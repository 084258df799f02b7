//! The timeline's picture under a hand: a mouse that drags, a finger that swipes, a wheel, the map of the whole.

use super::timeline::BER;
use crate::support::page::{Failure, Outcome, Page};
use fantoccini::error::CmdError;

journeys! {
    everywhere:
    the_picture_is_dragged,
}

journeys! {
    a_wheel_goes_in_and_out_over_the_lowest_lane,
    a_wheel_alone_scrolls_the_page,
    a_finger_moves_the_picture_or_scrolls_the_page,
    the_map_of_the_whole_moves_the_window,
    an_edge_of_the_window_on_the_map_is_dragged,
    a_flick_moves_on_until_it_rests,
}

async fn a_wheel_goes_in_and_out_over_the_lowest_lane(page: &Page) -> Outcome {
    page.open_alive("en/timeline/").await?;
    let shown = ".timeline__time .tools__label";
    let before = page.text(shown).await?;
    let place = page.middle(".timeline__lanes > :last-child .timeline__name").await?;
    page.zoom_at(place, 14, -50).await?;
    let nearer = async || Ok((page.text(shown).await.ok() != Some(before.clone())).then_some(()));
    page.until("the picture shows less", nearer).await?;
    // Fewer events need fewer rows, and what is pointed at stays below the pointer nevertheless.
    page.zoom_at(place, 40, 50).await?;
    page.shows(shown, "1890 to 2026").await
}

async fn a_wheel_alone_scrolls_the_page(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?from=2018&to=2019").await?;
    page.shows("output", "2018 to ").await?;
    let place = page.middle(".timeline__lanes > :nth-child(2) .timeline__name").await?;
    let before = scrolled(page).await?;
    page.wheel(place, [0, 60]).await?;
    page.until("the page to scroll", async || Ok((scrolled(page).await? > before).then_some(())))
        .await?;
    page.shows("output", "Jan 2018 to Dec 2019").await?;
    // Sideways it moves the picture.
    let place = page.middle(".timeline__lanes > :nth-child(2) .timeline__name").await?;
    page.wheel(place, [200, 0]).await?;
    page.lacks("output", "2018").await?;
    page.shows("output", "2021").await
}

/// How far the page is scrolled, in CSS pixels.
async fn scrolled(page: &Page) -> Result<f64, CmdError> {
    Ok(page.ask("return scrollY").await?.as_f64().unwrap_or_default())
}

async fn the_picture_is_dragged(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?from=2022-01&to=2022-12").await?;
    page.shows("output", "Jan 2022").await?;
    page.drag("[data-timeline]", -200.0).await?;
    page.lacks("output", "Jan 2022").await?;
    page.drag("[data-timeline]", 400.0).await?;
    page.shows("output", "2021").await
}

async fn a_flick_moves_on_until_it_rests(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?from=2023-08&to=2023-08").await?;
    page.shows(BER, "").await?;
    let mut flicked = 0.0;
    for _ in 0..5 {
        // A browser that is kept waiting sees the mouse rest before it lets go, which is no flick.
        let before = at_rest(page).await?;
        page.flick("[data-timeline]", -80.0).await?;
        flicked = before - at_rest(page).await?;
        if flicked > 100.0 {
            break;
        }
        page.drag("[data-timeline]", 80.0).await?;
    }
    assert!((100.0..900.0).contains(&flicked), "moved by {flicked} px in all");
    page.shows(BER, "").await?;

    // Where the reader wants less motion, it moves as far as the mouse. Only Chromium can be told so.
    if page.prefer("light").await.is_err() {
        return Ok(());
    }
    let before = at_rest(page).await?;
    page.flick("[data-timeline]", 80.0).await?;
    let moved = at_rest(page).await? - before;
    assert!((70.0..90.0).contains(&moved), "moved by {moved} px");
    Ok(())
}

/// Where the fighting near Ber stands in the window once it stays for a while, in CSS pixels.
async fn at_rest(page: &Page) -> Result<f64, Failure> {
    page.until("the picture to rest", async || {
        let script = format!(
            "const done = arguments[0], bar = document.querySelector(\"{BER} .mark\"), x = () => bar.getBoundingClientRect().x;
             const before = x();
             setTimeout(() => done(x() === before ? before : null), 250)"
        );
        Ok(page.ask_slowly(&script).await.ok().and_then(|x| x.as_f64()))
    })
    .await
}

async fn a_finger_moves_the_picture_or_scrolls_the_page(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?from=2022-01&to=2022-12").await?;
    page.shows("output", "Jan 2022").await?;
    let before = scrolled(page).await?;
    page.swipe(".timeline__lanes > :nth-child(2) .timeline__name", [0.0, -150.0]).await?;
    page.until("the page to scroll", async || Ok((scrolled(page).await? > before).then_some(())))
        .await?;
    page.shows("output", "Jan 2022").await?;
    page.swipe("[data-timeline]", [-200.0, 0.0]).await?;
    page.lacks("output", "Jan 2022").await
}

async fn the_map_of_the_whole_moves_the_window(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?from=2018&to=2019").await?;
    page.shows("output", "Jan 2018 to Dec 2019").await?;
    page.drag(".minimap__window", 150.0).await?;
    page.lacks("output", "2018").await?;
    // A window that is taken hold of goes along with the hand, and does not jump to it.
    page.open_alive("en/timeline/?from=2013&to=2024").await?;
    let before = page.text("output").await?;
    page.ask("const map = document.querySelector('.minimap'), box = map.querySelector('.minimap__window').getBoundingClientRect();
        map.dispatchEvent(new PointerEvent('pointerdown', { pointerId: 7, buttons: 1, bubbles: true, clientX: box.left + box.width * .2, clientY: box.top + 5 }))")
        .await?;
    page.ask(
        "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
    )
    .await?;
    assert_eq!(page.text("output").await?, before);
    Ok(())
}

async fn an_edge_of_the_window_on_the_map_is_dragged(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?from=2018&to=2021").await?;
    page.shows("output", "2018 to 2021").await?;
    let drag = |from: &str, to: &str| {
        format!(
            "const map = document.querySelector('.minimap'), box = map.querySelector('.minimap__window').getBoundingClientRect();
             const at = (kind, clientX) => map.dispatchEvent(new PointerEvent(kind,
                 {{ pointerId: 7, buttons: 1, bubbles: true, clientX, clientY: box.top + 5 }}));
             at('pointerdown', {from}); at('pointermove', {to})"
        )
    };
    page.ask(&drag("box.right - 2", "box.right + box.width / 4")).await?;
    page.lacks("output", "2021").await?;
    page.shows("output", "2018 to ").await?;
    page.ask(&drag("box.left + 2", "box.left + box.width / 2")).await?;
    page.lacks("output", "2018").await?;
    page.lacks("output", "2021").await
}
