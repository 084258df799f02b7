//! The timeline's picture, by press and keyboard. What a hand does that drags, swipes or turns a wheel is in [`hands`](super::hands).

use crate::support::browser::{Browser, Visit};
use crate::support::journey::travel;
use crate::support::page::{Outcome, Page};
use fantoccini::error::CmdError;
use fantoccini::key::Key;

journeys! {
    everywhere:
    an_event_opens_in_the_picture_and_closes,
    a_cluster_opens_to_its_events,
    the_focus_is_always_to_be_seen,
    the_keyboard_reaches_opens_and_leaves_an_event,
    keys_lead_across_the_lanes_and_close_what_is_open,
    keys_move_and_zoom_the_picture,
    buttons_move_and_zoom_the_picture,
    a_mirrored_page_runs_from_right_to_left,
    the_picture_fits_every_width,
}

journeys! {
    nothing_moves_when_the_program_comes,
    where_no_event_fits_the_picture_takes_no_room,
    every_title_is_whole_at_every_zoom,
    marks_travel_unless_less_motion_is_wanted,
    what_came_before_is_counted_and_shown,
    the_focus_stays_at_the_end_of_time,
}

/// What has the only tab stop of the picture.
const TAB_STOP: &str = "[data-timeline] [tabindex='0']";
pub(super) const BER: &str = "[data-timeline] [data-event='ber-clash-2023-08-11']";

/// What stands for several events.
const CLUSTER: &str = "[data-timeline] button[data-key]:not([data-event])";

/// Whether the page scrolls sideways.
pub(super) const IS_TOO_WIDE: &str =
    "return document.documentElement.scrollWidth > document.documentElement.clientWidth";

async fn nothing_moves_when_the_program_comes(page: &Page) -> Outcome {
    for width in [1280, 1000, 768, 360] {
        page.resize(width, 800).await?;
        page.open_alive("en/timeline/").await?;
        nothing_moved(page, width).await?;
    }
    Ok(())
}

async fn nothing_moved(page: &Page, width: u32) -> Outcome {
    if width >= 768 {
        page.find("[data-timeline] [data-event][style]").await?; // the painter has been there
    }
    let shifts = "const done = arguments[0];
        let sum = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((shift) => (sum += shift.value)))
            .observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum))))";
    let sum = page.ask_slowly(shifts).await?.as_f64().unwrap_or(1.0);
    // Letters that change their face move their neighbours by some pixels, and rows are as many as the width allows.
    assert!(sum < 0.005, "at {width} px things moved by {sum}");
    Ok(())
}

async fn where_no_event_fits_the_picture_takes_no_room(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?q=zzzz").await?;
    page.shows(".timeline", "No event fits").await?;
    let height = "return document.querySelector('.timeline__plot').offsetHeight";
    page.until("a low picture", async || Ok((page.ask(height).await? == 0).then_some(()))).await?;
    page.press("Show all events").await?;
    page.hides(".empty").await?;
    page.find(BER).await?;
    page.until("room", async || Ok((page.ask(height).await? != 0).then_some(()))).await
}

async fn every_title_is_whole_at_every_zoom(page: &Page) -> Outcome {
    page.open_alive("en/timeline/").await?;
    titles_are_whole(page).await
}

/// Goes nearer and nearer, and finds no title in the picture that has less room than it needs.
pub async fn titles_are_whole(page: &Page) -> Outcome {
    let cut = "return [...document.querySelectorAll('.event-bar__label')]
        .filter(label => label.scrollWidth > label.clientWidth + 1).map(label => label.textContent)";
    page.find("[data-timeline] [data-event][style]").await?; // the painter has been there
    for zoom in 0..8 {
        assert!(page.count(".event-bar__label").await? > 0, "there are no titles");
        assert_eq!(page.ask(cut).await?, serde_json::json!([]), "{zoom} times nearer");
        page.click("[aria-label='Zoom in']").await?;
    }
    Ok(())
}

async fn marks_travel_unless_less_motion_is_wanted(page: &Page) -> Outcome {
    page.open_alive("en/timeline/").await?;
    let travels = "return getComputedStyle(document.querySelector('.timeline__events > li')).transitionDuration !== '0s'";
    let do_travel = async || Ok((page.ask(travels).await? == true).then_some(()));
    page.until("marks that travel", do_travel).await?;
    if page.prefer("light").await.is_ok() {
        assert_eq!(page.ask(travels).await?, false);
    }
    Ok(())
}

async fn an_event_opens_in_the_picture_and_closes(page: &Page) -> Outcome {
    page.open_alive("en/timeline/").await?;
    page.click(BER).await?;
    page.shows("[data-detail='ber-clash-2023-08-11']", "came under fire").await?;
    page.shows("[data-detail] h3", "FAMa").await?;
    page.shows("[data-detail] [data-place='timbuktu-ber-road']", "Timbuktu–Ber road").await?;
    page.shows("[data-detail] dd [data-actor='wagner']", "Wagner").await?;
    page.click("[data-detail] summary").await?;
    page.shows("[data-detail] [data-source]", "The army recovers a UN").await?;
    page.announces("Fighting on the way to Ber").await?;
    page.is_at("en/timeline/?event=ber-clash-2023-08-11").await?;
    page.click("[data-detail] [data-term]").await?;
    page.shows("[data-definition]", "").await?;
    page.key(Key::Escape).await?;
    page.hides("[data-definition]").await?;
    page.shows("[data-detail] button", "Close").await?;
    page.press("Close").await?;
    page.hides("[data-detail]").await?;
    page.has_focus(TAB_STOP).await?;
    page.is_at("en/timeline/").await
}

async fn a_cluster_opens_to_its_events(page: &Page) -> Outcome {
    page.open_alive("en/timeline/").await?;
    page.click(CLUSTER).await?;
    page.shows("[data-cluster] h2", "events").await?;
    page.announces("events").await?;
    let events = page.seen("[data-cluster] h3").await?;
    assert!(events.len() > 1, "a cluster holds several events: {events:?}");
    page.click("[data-cluster] [data-event]").await?;
    page.shows("[data-detail] h2", &events[0]).await?;
    page.hides("[data-cluster]").await
}

async fn the_keyboard_reaches_opens_and_leaves_an_event(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?lanes=fighting&from=2023-08").await?;
    page.tab_to(TAB_STOP).await?;
    page.key(Key::Home).await?;
    page.press_until(Key::Right, BER).await?;
    page.key(Key::Enter).await?;
    page.shows("[data-detail] h2", "Fighting on the way to Ber").await?;
    page.tab_to("[data-detail] a").await?;
    page.key(Key::Escape).await?;
    page.hides("[data-detail]").await?;
    page.has_focus(BER).await?;
    assert_eq!(page.count(".timeline__events [tabindex='0']").await?, 1);
    page.key(Key::Tab).await?;
    page.has_focus(":is(a, body, button, [tabindex]):not(.timeline__events *)").await
}

/// What has the focus, if that is not to be seen within the window of the picture.
const OUT_OF_SIGHT: &str = "const focused = document.activeElement, box = focused.getBoundingClientRect();
    const plot = document.querySelector('.timeline__plot').getBoundingClientRect();
    return focused.closest('.timeline__events') && box.right > plot.left && box.left < plot.right ? '' : focused.outerHTML";

async fn the_focus_is_always_to_be_seen(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?from=2020&to=2021").await?;
    page.tab_to(TAB_STOP).await?;
    // A page further, the event that had it has left the window.
    for _ in 0..2 {
        page.key(Key::PageDown).await?;
    }
    let is_seen = async || Ok((page.ask(OUT_OF_SIGHT).await? == "").then_some(()));
    page.until("the focus in the window", is_seen).await?;
    // So it has when buttons move the window, and the tab key comes back.
    for _ in 0..4 {
        page.click("[aria-label='Earlier']").await?;
    }
    page.tab_to(TAB_STOP).await?;
    page.until("the focus in the window", is_seen).await?;
    page.lacks("output", "2023").await?;
    // A button that goes leaves it to what it has brought.
    page.click(".timeline__earlier").await?;
    page.has_focus(TAB_STOP).await?;
    page.fill("Filter by a word", "zzzz").await?;
    page.press("Show all events").await?;
    page.has_focus(TAB_STOP).await
}

/// The lane of what has the focus.
const LANE: &str = "return document.activeElement.closest('.timeline__events [data-key]')?.className.match(/lane--\\w+/)[0] ?? ''";

async fn keys_lead_across_the_lanes_and_close_what_is_open(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?from=2022&to=2023").await?;
    page.tab_to(TAB_STOP).await?;
    page.press_until(Key::Up, ".timeline__events .lane--accord").await?;
    let mut lanes = vec![page.ask(LANE).await?];
    for key in [Key::Down, Key::Down, Key::Up] {
        page.key(key).await?;
        let last = lanes.last().cloned();
        let other = async || {
            let lane = page.ask(LANE).await?;
            Ok((lane != "" && Some(&lane) != last.as_ref()).then_some(lane))
        };
        lanes.push(page.until("an event of another lane", other).await?);
    }
    assert!(lanes[0] != lanes[2] && lanes[1] == lanes[3], "{lanes:?}");
    page.press_until(Key::Right, "[data-timeline] [data-event]").await?;
    page.key(Key::Enter).await?;
    page.shows("[data-detail]", "").await?;
    page.has_focus("[data-timeline] [data-event][aria-current]").await?;
    page.key(Key::Escape).await?;
    page.hides("[data-detail]").await?;
    page.has_focus(TAB_STOP).await
}

async fn keys_move_and_zoom_the_picture(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?from=2018&to=2019").await?;
    page.tab_to(TAB_STOP).await?;
    for (there, back) in [(Key::PageUp, Key::PageDown), (Key::PageDown, Key::PageUp)] {
        page.key(there).await?;
        page.lacks("output", "Jan 2018 to Dec 2019").await?;
        page.key(back).await?;
        page.shows("output", "Jan 2018 to Dec 2019").await?;
    }
    page.write("-").await?;
    page.lacks("output", "2018").await?;
    page.open_alive("en/timeline/").await?;
    page.shows("output", "2012 to 2026").await?;
    page.tab_to(TAB_STOP).await?;
    page.key(Key::End).await?;
    page.write("+++").await?;
    page.shows("output", "2026").await?;
    page.lacks("output", "2012").await?;
    page.has_focus(TAB_STOP).await?; // where the event went that had it, the next one has it
    page.write("0").await?;
    page.shows("output", "1890").await
}

async fn buttons_move_and_zoom_the_picture(page: &Page) -> Outcome {
    page.open_alive("en/timeline/").await?;
    for button in ["Zoom in", "Earlier", "Later", "Zoom out"] {
        let before = page.text("output").await?;
        page.click(&format!("[aria-label='{button}']")).await?;
        page.lacks("output", &before).await?;
    }
    page.press("Show all years").await?;
    page.shows("output", "1890").await?;
    // What is latest is shown as near as before.
    page.open_alive("en/timeline/?from=2015&to=2016").await?;
    page.shows("output", "Jan 2015 to Dec 2016").await?;
    page.press("Latest").await?;
    page.shows("output", "2024 to ").await?;
    page.lacks("output", "2015").await
}

async fn what_came_before_is_counted_and_shown(page: &Page) -> Outcome {
    page.open_alive("en/timeline/").await?;
    page.shows(".timeline__earlier", "before 2012").await?;
    page.click(".timeline__earlier").await?;
    page.shows("output", "1890").await?;
    page.hides(".timeline__earlier").await
}

async fn the_focus_stays_at_the_end_of_time(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?lanes=accord&event=dialogue-announced-2023").await?;
    page.tab_to("[data-detail] .detail__next").await?;
    page.until("the last event", async || {
        page.key(Key::Enter).await.map_err(|_| CmdError::WaitTimeout)?;
        let focused = page.ask("return document.activeElement.className").await?;
        Ok(focused.as_str().is_some_and(|class| class.contains("detail__close")).then_some(()))
    })
    .await?;
    page.hides("[data-detail] .detail__next").await
}

mod the_picture_is_the_same_in_every_time_zone {
    use super::*;

    #[test]
    fn in_chromium() -> Outcome {
        compare(Browser::Chromium)
    }

    #[test]
    fn in_firefox() -> Outcome {
        compare(Browser::Firefox)
    }

    #[test]
    fn in_webkit() -> Outcome {
        compare(Browser::WebKit)
    }

    fn compare(browser: Browser) -> Outcome {
        let mut pictures = Vec::new();
        for zone in ["Pacific/Auckland", "America/Los_Angeles"] {
            let visit = Visit { zone: Some(zone), ..Visit::USUAL };
            travel(browser, visit, async |page: &Page| {
                page.open_alive("en/timeline/?from=2023-08&to=2023-08&asof=2023-08-31").await?;
                let here = "return Intl.DateTimeFormat().resolvedOptions().timeZone";
                assert_eq!(page.ask(here).await?, zone, "the device is where it was put");
                page.find("[data-timeline] [data-event][style]").await?; // the painter has been there
                page.shows(BER, "").await?;
                let mut picture = page.each("[data-timeline] [style]", "style").await?;
                picture.extend(page.each("[data-timeline] [data-key]", "text").await?);
                pictures.push(picture);
                Ok(())
            })?;
        }
        assert!(pictures[0].len() > 20);
        assert_eq!(pictures[0], pictures[1]);
        Ok(())
    }
}

async fn a_mirrored_page_runs_from_right_to_left(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?lanes=fighting&from=2023-08&to=2023-09").await?;
    page.ask("document.documentElement.dir = 'rtl'").await?;
    let is_mirrored =
        "const bars = [...document.querySelectorAll('[data-timeline] [data-event] .mark')];
                       const at = (bar) => bar.getBoundingClientRect().left;
                       return bars.length > 3 && at(bars[0]) > at(bars.at(-1)) + 100";
    page.until("a picture that begins at the right", async || {
        Ok((page.ask(is_mirrored).await? == true).then_some(()))
    })
    .await?;
    page.tab_to(TAB_STOP).await?;
    page.key(Key::Home).await?;
    page.press_until(Key::Left, BER).await?;
    page.lacks("output", "Sept 2023").await?;
    // An engine may leave a movement out of a drag, so how far it leads is not told, but which way.
    let last_day = "return new URL(location).searchParams.get('to')";
    let last_day =
        async || Ok::<_, CmdError>(page.ask(last_day).await?.as_str().map(str::to_owned));
    let before = page
        .until("the address to follow the keys", async || {
            Ok(last_day().await?.filter(|day| day.starts_with("2023-08-")))
        })
        .await?;
    page.drag("[data-timeline]", 300.0).await?; // to the right, where the past is: what is later comes in
    page.until("a later day at the end", async || {
        Ok(last_day().await?.filter(|day| *day > before))
    })
    .await?;
    assert_eq!(page.ask(IS_TOO_WIDE).await?, false);
    Ok(())
}

async fn the_picture_fits_every_width(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?view=graphic").await?;
    for width in [320, 768, 1280, 2560] {
        page.resize(width, 900).await?;
        is_as_wide_as_asked(page, width).await?;
        let fits = "const surface = document.querySelector('[data-timeline]').getBoundingClientRect();
                    const marks = [...document.querySelectorAll('[data-timeline] [data-key]:is(a, button)')];
                    return marks.length > 40 && surface.width > 0.8 * Math.min(innerWidth, 1200) - 40
                        && document.documentElement.scrollWidth <= innerWidth";
        page.until("a picture as wide as the page", async || {
            Ok((page.ask(fits).await? == true).then_some(()))
        })
        .await?;
    }
    // So do the two forms that are read.
    for form in ["List", "Table"] {
        page.press(form).await?;
        for width in [320, 2560] {
            page.resize(width, 900).await?;
            is_as_wide_as_asked(page, width).await?;
            page.shows("main [data-event]", "Fighting on the way to Ber").await?;
            let fits = async || Ok((page.ask(IS_TOO_WIDE).await? == false).then_some(()));
            page.until(&format!("a {form} that fits {width} px"), fits).await?;
        }
    }
    Ok(())
}

/// Waits for the window to have the width that it was given: it does all that is beyond the least of its browser, which is 500 px at most.
async fn is_as_wide_as_asked(page: &Page, width: u32) -> Outcome {
    let width = width.max(500);
    let is_so = format!(
        "return Math.abs(innerWidth - {width}) < 40 || innerWidth < {width} && innerWidth <= 500"
    );
    page.until(&format!("{width} px"), async || Ok((page.ask(&is_so).await? == true).then_some(())))
        .await
}
