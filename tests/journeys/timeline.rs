//! The timeline: its picture by mouse, finger and keyboard, its three forms, its filters, and the address that holds it all.

use crate::support::dist;
use crate::support::page::{Failure, Outcome, Page};
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use std::collections::BTreeSet;

journeys! {
    everywhere:
    an_event_opens_in_the_picture_and_closes,
    a_cluster_opens_to_its_events,
    the_keyboard_reaches_opens_and_leaves_an_event,
    keys_move_and_zoom_the_picture,
    buttons_move_and_zoom_the_picture,
    the_picture_is_dragged,
    the_three_forms_show_the_same_events,
    filters_and_the_open_event_are_kept_from_form_to_form,
    the_address_restores_what_was_asked_for,
    back_leads_to_what_was_asked_for_before_a_visit,
    garbage_in_the_address_is_named_and_does_no_harm,
    a_day_to_stand_on_hides_what_came_later,
    the_table_is_sorted,
    a_small_phone_begins_with_the_list: SMALL,
    a_mirrored_page_runs_from_right_to_left,
    the_picture_fits_every_width,
}

journeys! {
    nothing_moves_when_the_program_comes,
    where_no_event_fits_the_picture_takes_no_room,
    a_wheel_goes_in_and_out_over_the_lowest_lane,
    every_title_is_whole_at_every_zoom,
    days_are_asked_for,
    a_finger_moves_the_picture,
    the_map_of_the_whole_moves_the_window,
    what_came_before_is_counted_and_shown,
    the_list_is_turned_round,
    the_focus_stays_at_the_end_of_time,
    a_flick_moves_on_until_it_rests,
    paper_gets_the_picture_with_its_list,
    the_picture_is_the_same_in_every_time_zone,
}

/// What has the only tab stop of the picture.
const TAB_STOP: &str = "[data-timeline] [tabindex='0']";
const BER: &str = "[data-timeline] [data-event='ber-clash-2023-08-11']";

/// What went on for half a year.
const SOLDIERS: &str = "[data-event='ivorian-soldiers-2022']";

/// What stands for several events.
const CLUSTER: &str = "[data-timeline] button[data-key]:not([data-event])";

/// The events that the picture draws for themselves.
const DRAWN: &str = "return [...document.querySelectorAll('[data-timeline] [data-event]')].map(one => one.dataset.event)";
/// How many more it counts in clusters, by what these are called.
const COUNTED: &str =
    "return [...document.querySelectorAll('[data-timeline] button[data-key]:not([data-event])')]
    .reduce((sum, one) => sum + parseInt(one.getAttribute('aria-label')), 0)";
/// Whether the page scrolls sideways.
const IS_TOO_WIDE: &str =
    "return document.documentElement.scrollWidth > document.documentElement.clientWidth";

/// The ids of the events that are to be seen.
async fn ids(page: &Page, selector: &str) -> Result<BTreeSet<String>, Failure> {
    Ok(page.each(selector, "data-event").await?.into_iter().collect())
}

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

async fn days_are_asked_for(page: &Page) -> Outcome {
    page.open_alive("en/timeline/").await?;
    page.press("More filters").await?;
    let value = |field| {
        format!("return document.querySelectorAll('.tools__fields [type=date]')[{field}].value")
    };
    let set = |field, day: &str| {
        format!(
            "const field = document.querySelectorAll('.tools__fields [type=date]')[{field}];
             field.value = '{day}';
             field.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        )
    };
    assert_eq!(page.ask(&value(0)).await?, "2012-01-01");
    let last = page.ask(&value(1)).await?;
    page.ask(&set(0, "2020-01-01")).await?;
    page.is_at(&format!("en/timeline/?from=2020&to={}", last.as_str().unwrap_or_default())).await?;
    page.ask(&set(1, "2021-12-31")).await?;
    page.is_at("en/timeline/?from=2020&to=2021").await?;
    page.shows("output", "Dec 2021").await?;
    for day in ["2019-01-01", ""] {
        page.ask(&set(1, day)).await?;
        page.shows("[role=alert]", "earlier one first").await?;
        page.is_at("en/timeline/?from=2020&to=2021").await?;
    }
    page.press("Show all years").await?;
    page.shows("output", "1890").await?;
    assert_eq!(page.ask(&value(0)).await?, "1890-01-01");
    page.ask(&set(1, "2021-12-31")).await?;
    page.is_at("en/timeline/?from=1890&to=2021").await?;
    page.lacks("[role=alert]", "earlier one first").await?;
    Ok(())
}

async fn an_event_opens_in_the_picture_and_closes(page: &Page) -> Outcome {
    page.open_alive("en/timeline/").await?;
    page.click(BER).await?;
    page.shows("[data-detail='ber-clash-2023-08-11']", "came under fire").await?;
    page.shows("[data-detail] h3", "FAMa").await?;
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

async fn keys_move_and_zoom_the_picture(page: &Page) -> Outcome {
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
    page.press("Latest").await?;
    page.shows("output", "2026").await
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

async fn the_three_forms_show_the_same_events(page: &Page) -> Outcome {
    let all: BTreeSet<String> = dist::json("data/en/events.json")["events"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|event| event["id"].as_str().map(str::to_owned))
        .collect();
    page.open_alive("en/timeline/?view=list").await?;
    assert_eq!(ids(page, "main [data-event]").await?, all);
    page.press("Table").await?;
    page.shows("main table", "").await?;
    assert_eq!(ids(page, "main table [data-event]").await?, all);
    let total = u64::try_from(all.len())?;
    page.press("Picture").await?;
    page.press("Show all years").await?;
    page.shows("output", "1890").await?;
    page.until("every event to be drawn or counted", async || {
        let drawn = page.ask(DRAWN).await?;
        let counted = page.ask(COUNTED).await?.as_u64().unwrap_or_default();
        let drawn: BTreeSet<String> = serde_json::from_value(drawn)?;
        let is_whole = u64::try_from(drawn.len()).is_ok_and(|drawn| drawn + counted == total);
        Ok((is_whole && drawn.is_subset(&all)).then_some(()))
    })
    .await?;
    Ok(())
}

async fn filters_and_the_open_event_are_kept_from_form_to_form(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?event=ber-clash-2023-08-11").await?;
    page.click("[data-filter=civilians]").await?;
    page.click("[data-filter=government]").await?;
    page.fill("Filter by a word", "ber").await?;
    let is_right = "[data-detail='ber-clash-2023-08-11']";
    for form in ["List", "Table", "Picture"] {
        page.press(form).await?;
        page.shows(is_right, "came under fire").await?;
        page.find("[data-filter=civilians][aria-pressed=false]").await?;
        page.find("[data-filter=government][aria-pressed=false]").await?;
        page.find("[data-filter=fighting][aria-pressed=true]").await?;
    }
    page.is_at(
        "en/timeline/?lanes=accord,foreign,fighting&q=ber&event=ber-clash-2023-08-11&view=graphic",
    )
    .await?;
    page.press("Show all events").await?;
    page.find("[data-filter=civilians][aria-pressed=true]").await?;
    page.is_at("en/timeline/?event=ber-clash-2023-08-11&view=graphic").await
}

async fn the_address_restores_what_was_asked_for(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?from=2021&to=2023&lanes=foreign&view=list&status=disputed")
        .await?;
    page.find("[data-filter=foreign][aria-pressed=true]").await?;
    page.find("[data-filter=accord][aria-pressed=false]").await?;
    page.shows("main", "Wagner").await?;
    page.reload().await?;
    page.mounted().await?;
    page.find("[data-filter=accord][aria-pressed=false]").await?;
    page.shows_as_many("main [data-event]", |count| (1..40).contains(&count)).await?;
    let headings = page.seen("main h2").await?;
    let mut years = headings.iter().filter_map(|heading| heading.parse::<u16>().ok());
    assert!(years.all(|year| (2021..=2023).contains(&year)), "{headings:?}");
    page.shows("main dt", "MINUSMA").await?;
    page.lacks("main dt", "Serval").await?;
    page.lacks("main dt", "accord").await
}

async fn back_leads_to_what_was_asked_for_before_a_visit(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?view=list").await?;
    page.click("[data-filter=foreign]").await?;
    page.is_at("en/timeline/?lanes=accord,government,fighting,civilians&view=list").await?;
    page.press("Glossary").await?;
    page.shows("h1", "Glossary").await?;
    page.back().await?;
    page.is_at("en/timeline/?lanes=accord,government,fighting,civilians&view=list").await?;
    page.find("[data-filter=foreign][aria-pressed=false]").await.map(drop)
}

async fn garbage_in_the_address_is_named_and_does_no_harm(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?from=x&lanes=moon&event=nope&asof=2023-99&view=pie&%ff=%")
        .await?;
    page.shows("[role=status]", "from, lanes, event, asof, view").await?;
    page.click(BER).await?;
    page.shows("[data-detail]", "came under fire").await
}

async fn a_day_to_stand_on_hides_what_came_later(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?asof=2023-08-12&view=list").await?;
    page.shows("[role=status]", "Events hidden, because they became public after").await?;
    page.shows("main", "Fighting on the way to Ber").await?;
    for later in ["Mali ends the 2015 accord", "The army and Wagner take Kidal"] {
        page.lacks("main h3", later).await?;
    }
    page.shows("main dl", "since December 2021").await?;
    page.lacks("main dt", "Africa Corps").await?;
    page.press("Show all events").await?;
    page.shows("main", "Mali ends the 2015 accord").await?;
    page.is_at("en/timeline/?view=list").await?;
    // How something ended that was going on that day is not told either, in any form.
    page.open_alive("en/timeline/?asof=2022-08-01&event=ivorian-soldiers-2022").await?;
    page.shows("[data-detail]", "The 49 Ivorian soldiers").await?;
    let told = page.ask("return document.querySelector('[data-detail]').textContent").await?;
    let told = told.as_str().unwrap_or_default();
    assert!(told.contains("since 10 July 2022") && !told.contains("2023"), "{told}");
    let names = page.each(&format!("[data-timeline] {SOLDIERS}"), "aria-label").await?;
    assert!(names.len() == 1 && !names[0].contains("2023"), "{names:?}");
    page.open_alive("en/timeline/?asof=2022-08-01&view=list").await?;
    for form in ["List", "Table"] {
        page.press(form).await?;
        page.shows("[data-place]", "since 10 July 2022").await?;
        page.lacks(&format!("[data-place]:has({SOLDIERS})"), "2023").await?;
    }
    Ok(())
}

async fn a_finger_moves_the_picture(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?from=2022-01&to=2022-12").await?;
    page.shows("output", "Jan 2022").await?;
    page.swipe("[data-timeline]", -200.0).await?;
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

async fn what_came_before_is_counted_and_shown(page: &Page) -> Outcome {
    page.open_alive("en/timeline/").await?;
    page.shows(".timeline__earlier", "before 2012").await?;
    page.click(".timeline__earlier").await?;
    page.shows("output", "1890").await?;
    page.hides(".timeline__earlier").await
}

async fn the_list_is_turned_round(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?view=list").await?;
    page.press("Show newest first").await?;
    page.is_at("en/timeline/?view=list&sort=-date").await?;
    page.until("the newest year first", async || {
        let years = page.seen("main .year__name").await?;
        let years: Vec<u16> = years.iter().filter_map(|year| year.parse().ok()).collect();
        Ok((years.len() > 10 && years.is_sorted_by(|one, next| one > next)).then_some(()))
    })
    .await?;
    page.press("Show oldest first").await?;
    page.is_at("en/timeline/?view=list").await
}

async fn the_focus_stays_at_the_end_of_time(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?lanes=accord&event=accord-completed-2015").await?;
    page.tab_to("[data-detail] .detail__next").await?;
    page.until("the last event", async || {
        page.key(Key::Enter).await.map_err(|_| CmdError::WaitTimeout)?;
        let focused = page.ask("return document.activeElement.className").await?;
        Ok(focused.as_str().is_some_and(|class| class.contains("detail__close")).then_some(()))
    })
    .await?;
    page.hides("[data-detail] .detail__next").await
}

async fn the_table_is_sorted(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?view=table").await?;
    let first = page.text("main tbody tr").await?;
    page.find("th[aria-sort=ascending]").await?;
    page.click("main th button").await?;
    page.find("th[aria-sort=descending]").await?;
    assert_ne!(page.text("main tbody tr").await?, first);
    page.click("main th:nth-of-type(2) button").await?;
    page.find("th:nth-of-type(2)[aria-sort=ascending]").await?;
    let titles = page.seen("main tbody th").await?;
    assert!(titles.len() > 200);
    page.is_at("en/timeline/?view=table&sort=title").await
}

async fn a_small_phone_begins_with_the_list(page: &Page) -> Outcome {
    page.open_alive("en/timeline/").await?;
    page.shows("main h2", "2012").await?;
    page.tap("main [data-event='ber-clash-2023-08-11']").await?;
    page.shows("[data-detail]", "came under fire").await?;
    assert_eq!(page.ask(IS_TOO_WIDE).await?, false);
    page.press("Picture").await?;
    page.shows(BER, "").await?;
    assert_eq!(page.ask(IS_TOO_WIDE).await?, false);
    page.is_at("en/timeline/?event=ber-clash-2023-08-11&view=graphic").await
}

async fn the_picture_is_the_same_in_every_time_zone(page: &Page) -> Outcome {
    let mut pictures = Vec::new();
    for zone in ["Pacific/Auckland", "America/Los_Angeles"] {
        page.live_in(zone).await?;
        page.open_alive("en/timeline/?from=2023-08&to=2023-08&asof=2023-08-31").await?;
        page.shows(BER, "").await?;
        let mut picture = page.each("[data-timeline] [style]", "style").await?;
        picture.extend(page.each("[data-timeline] [data-key]", "text").await?);
        pictures.push(picture);
    }
    assert!(pictures[0].len() > 20);
    assert_eq!(pictures[0], pictures[1]);
    Ok(())
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
        let fits = "const surface = document.querySelector('[data-timeline]').getBoundingClientRect();
                    const marks = [...document.querySelectorAll('[data-timeline] [data-key]:is(a, button)')];
                    return marks.length > 40 && surface.width > 0.8 * Math.min(innerWidth, 1200) - 40
                        && document.documentElement.scrollWidth <= innerWidth";
        page.until("a picture as wide as the page", async || {
            Ok((page.ask(fits).await? == true).then_some(()))
        })
        .await?;
    }
    Ok(())
}

async fn paper_gets_the_picture_with_its_list(page: &Page) -> Outcome {
    page.open_alive("en/timeline/").await?;
    page.shows(BER, "").await?;
    page.hides("main h3").await?;
    if page.become_paper().await? {
        page.shows("main h3", "Fighting on the way to Ber").await?;
        page.shows("main h3", "Goïta takes the defence ministry").await?;
        page.shows(BER, "").await?;
        page.hides("[data-filter]").await?;
    }
    Ok(())
}
