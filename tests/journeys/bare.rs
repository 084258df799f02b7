//! The timeline that stands alone: with its own events, and with anybody's.

use super::forms::{COUNTED, DRAWN};
use crate::support::dist;
use crate::support::host::Host;
use crate::support::page::{Outcome, Page};
use fantoccini::key::Key;
use mali_explained::author;
use mali_explained::publish::files::publish_timeline;
use std::collections::BTreeSet;
use std::path::Path;

journeys! {
    everywhere:
    an_event_opens_closes_and_stands_in_the_address: PLAIN,
    keys_lead_through_the_picture: PLAIN,
    keys_lead_into_a_cluster_and_out: PLAIN,
    lanes_and_words_filter: PLAIN,
    a_lane_pressed_during_a_glide_ends_it: PLAIN,
    what_the_address_asks_for_is_shown: PLAIN,
    a_phone_reads_the_list: SMALL_PLAIN,
    a_file_of_ones_own_is_shown: PLAIN,
    many_marks_take_their_places_at_once: PLAIN,
    more_events_than_a_page_carries_are_fetched: PLAIN,
    a_file_with_faults_is_told_of_and_changes_nothing: PLAIN,
    a_file_that_the_address_names_is_shown: PLAIN,
    a_host_that_forbids_styles_in_pages_shows_it_dressed,
}

journeys! {
    an_event_leads_to_its_text_without_script: NO_SCRIPT,
    paper_gets_the_picture_with_the_texts: PLAIN,
    every_title_is_whole_at_every_zoom: PLAIN,
}

const PATH: &str = "en/embed/timeline/";
const BER: &str = "[data-timeline] [data-event='ber-clash-2023-08-11']";
const PANEL: &str = "[data-part='detail']";

async fn an_event_opens_closes_and_stands_in_the_address(page: &Page) -> Outcome {
    page.open_alive(PATH).await?;
    page.click(BER).await?;
    page.shows(PANEL, "Fighting on the way to Ber").await?;
    page.announces("Fighting on the way to Ber").await?;
    let clip = "return getComputedStyle(document.querySelector('[data-part=said]')).clipPath";
    assert_eq!(page.ask(clip).await?, "inset(50%)", "what is said is not to be seen");
    page.is_at("en/embed/timeline/?event=ber-clash-2023-08-11").await?;
    // In the list it is marked, and its text stands there; back in the picture it is open still.
    page.press("List").await?;
    page.find(".chronicle [data-event='ber-clash-2023-08-11'][aria-current]").await?;
    page.hides(PANEL).await?;
    page.press("Picture").await?;
    page.shows(PANEL, "Fighting on the way to Ber").await?;
    page.is_at("en/embed/timeline/?event=ber-clash-2023-08-11&view=graphic").await?;
    page.press("Next").await?;
    page.lacks(PANEL, "Fighting on the way to Ber").await?;
    page.press("Previous").await?;
    page.shows(PANEL, "Fighting on the way to Ber").await?;
    page.press("Close").await?;
    page.hides(PANEL).await?;
    page.has_focus("[data-timeline] [tabindex='0']").await?;
    page.is_at("en/embed/timeline/?view=graphic").await?;
    // What the frame was asked to look like stays in the address.
    page.open_alive("en/embed/timeline/?theme=dark").await?;
    page.click(BER).await?;
    page.is_at("en/embed/timeline/?theme=dark&event=ber-clash-2023-08-11").await
}

async fn keys_lead_through_the_picture(page: &Page) -> Outcome {
    page.open_alive("en/embed/timeline/?lanes=fighting&from=2023-08").await?;
    page.tab_to("[data-timeline] [tabindex='0']").await?;
    page.key(Key::Home).await?;
    page.press_until(Key::Right, BER).await?;
    page.key(Key::Enter).await?;
    page.shows(PANEL, "Fighting on the way to Ber").await?;
    page.key(Key::Escape).await?;
    page.hides(PANEL).await?;
    page.has_focus(BER).await
}

async fn keys_lead_into_a_cluster_and_out(page: &Page) -> Outcome {
    page.open_alive(PATH).await?;
    page.press("Show all years").await?;
    page.tab_to("[data-timeline] [tabindex='0']").await?;
    page.press_until(Key::Right, "[data-timeline] button[data-key]").await?;
    page.key(Key::Enter).await?;
    page.shows("[data-part='heading']", "events").await?;
    page.announces("events").await?;
    let events = page.seen("[data-part='entries'] h3").await?;
    page.tab_to("[data-part='entries'] a").await?;
    page.key(Key::Enter).await?;
    page.shows("[data-part='heading']", &events[0]).await?;
    page.hides("[data-part='entries'] h3").await?;
    page.has_focus("[data-timeline] a[aria-current]").await?;
    page.tab_to("[data-do='close']").await?;
    page.key(Key::Escape).await?;
    page.hides(PANEL).await?;
    page.has_focus("[data-timeline] [tabindex='0']").await
}

async fn lanes_and_words_filter(page: &Page) -> Outcome {
    page.open_alive(PATH).await?;
    page.press("List").await?;
    page.shows(".entry", "Coup against President Touré").await?;
    page.fill("Filter by a word", "minusma").await?;
    page.lacks(".entry", "Coup against President Touré").await?;
    page.shows(".entry", "MINUSMA").await?;
    page.shows("[role='status']", " of ").await?;
    page.press("Show all events").await?;
    page.has_focus("[data-filter]").await?;
    page.click("[data-filter='government']").await?;
    page.lacks(".entry", "Coup against President Touré").await?;
    page.press("Picture").await?;
    page.lacks("[data-timeline]", "Coup against President Touré").await?;
    page.shows("[data-timeline]", "France launches Operation Serval").await
}

async fn a_lane_pressed_during_a_glide_ends_it(page: &Page) -> Outcome {
    page.open_alive("en/embed/timeline/?from=2021&to=2022").await?;
    page.shows("[data-part='time']", "2021").await?;
    // What is let go in the middle of a drag would glide for more than a second.
    let let_go = "const surface = document.querySelector('[data-timeline]'), box = surface.getBoundingClientRect();
        const send = (type, x, buttons) => surface.dispatchEvent(new PointerEvent(type,
            { pointerId: 1, isPrimary: true, bubbles: true, button: type === 'pointermove' ? -1 : 0, buttons, clientX: x, clientY: box.y + 60 }));
        const done = arguments[0], start = box.x + 200;
        let moves = 0;
        send('pointerdown', start, 1);
        const go = () => {
            moves += 1;
            send('pointermove', start + 40 * moves, 1);
            if (moves < 6) return requestAnimationFrame(go);
            send('pointerup', start + 40 * moves, 0);
            document.querySelector('[data-filter=\"foreign\"]').click();
            requestAnimationFrame(() => requestAnimationFrame(() => {
                // What of it is drawn anew settles by itself; the days and the shift of all of it would go on.
                const place = () => document.querySelector('[data-part=\"time\"]').textContent
                    + document.querySelector('.timeline__events').style.cssText;
                const before = place();
                let frames = 0;
                const look = () => ++frames < 12 ? requestAnimationFrame(look) : done(place() === before);
                requestAnimationFrame(look);
            }));
        };
        requestAnimationFrame(go)";
    assert_eq!(page.ask_slowly(let_go).await?, true, "the picture stands still");
    page.find("[data-filter='foreign'][aria-pressed='false']").await?;
    Ok(())
}

async fn a_host_that_forbids_styles_in_pages_shows_it_dressed(page: &Page) -> Outcome {
    page.expect_trouble();
    page.open_alive(PATH).await?;
    page.hides(".chronicle h3").await?;
    page.click(BER).await?;
    page.shows(PANEL, "Fighting on the way to Ber").await
}

async fn what_the_address_asks_for_is_shown(page: &Page) -> Outcome {
    page.open_alive("en/embed/timeline/?asof=2023-08-12&view=list&moon=1").await?;
    page.shows("[role='alert']", "moon").await?;
    page.lacks(".entry", "Mali ends the 2015 accord").await?;
    page.shows("[role='status']", "12 Aug 2023").await
}

async fn a_phone_reads_the_list(page: &Page) -> Outcome {
    page.open_alive(PATH).await?;
    page.hides("[data-timeline]").await?;
    page.shows(".entry", "France organises the colony of French Sudan").await?;
    // What is pressed is marked, and no year goes.
    page.tab_to(".chronicle [data-event]").await?;
    page.key(Key::Enter).await?;
    page.find(".chronicle [data-event][aria-current]").await?;
    page.shows(".entry", "Fighting on the way to Ber").await?;
    page.press("Picture").await?;
    page.shows("[data-part='time']", "1890").await?;
    page.shows_as_many("[data-timeline] [data-event]", |count| count > 0).await?;
    page.hides(".chronicle").await
}

async fn a_file_of_ones_own_is_shown(page: &Page) -> Outcome {
    page.open_alive(PATH).await?;
    let table = "title;start;lane;summary\nThe school opens;1998-09;Our school;With 40 pupils\nThe new library;2011;Our town;\n";
    page.shows("[data-part='table']", "Download these events (CSV)").await?;
    page.requests().await?;
    page.choose("own.csv", table).await?;
    page.hides("[data-part='table']").await?;
    let asked = page.requests().await?;
    assert!(
        asked.iter().all(|asked| asked.contains("/fonts/")),
        "a file of one's own goes nowhere: {asked:?}"
    );
    page.shows("[data-timeline]", "The school opens").await?;
    page.shows("[data-filter]", "Our town").await?;
    page.lacks("[data-filter]", "Fighting").await?;
    page.click("[data-timeline] [data-event='row-1']").await?;
    page.shows(PANEL, "With 40 pupils").await?;
    page.hides("[data-part='page']").await
}

async fn many_marks_take_their_places_at_once(page: &Page) -> Outcome {
    page.open_alive(PATH).await?;
    let travels = "return getComputedStyle(document.querySelector('.timeline__events > li')).transitionDuration !== '0s'";
    let is_moving = async || Ok((page.ask(travels).await? == true).then_some(()));
    page.until("the few marks of the site to travel", is_moving).await?;
    // Ten years in five lanes, an event every fifth day; the last weighs most.
    let day = |n: u32| format!("{}-{:02}-{:02}", 2012 + n / 72, n / 6 % 12 + 1, n % 6 * 5 + 1);
    let weight = |n: u32| if n == 719 { 3 } else { 1 };
    let row = |n: u32| format!("Nr. {n},{},Lane {},{}\n", day(n), n % 5, weight(n));
    let table: String = (0..720).map(row).collect();
    page.choose("many.csv", &["title,start,lane,weight\n", &table].concat()).await?;
    page.shows_as_many("[data-timeline] .timeline__events > li", |count| count > 200).await?;
    let is_still = async || Ok((page.ask(travels).await? == false).then_some(()));
    page.until("marks that do not travel", is_still).await?;
    // The list shows so many, then more, with the focus on the first of them; and what is open, however far down.
    page.tab_to("[data-timeline] [tabindex='0']").await?;
    page.press_until(Key::End, "[data-timeline] [data-event='row-720']").await?;
    page.key(Key::Enter).await?;
    page.shows(PANEL, "Nr. 719").await?;
    page.press("List").await?;
    page.shows(".chronicle [aria-current]", "Nr. 719").await?;
    page.shows_as_many(".entry", |count| count == 201).await?;
    page.press("Show more").await?;
    page.has_focus(".chronicle [data-event='row-201']").await?;
    page.shows_as_many(".entry", |count| count == 401).await
}

async fn more_events_than_a_page_carries_are_fetched(page: &Page) -> Outcome {
    const COUNT: u32 = 1200;
    let event = |n: u32| {
        let day = format!("{}-{:02}-{:02}", 1900 + n / 12, n % 12 + 1, n % 28 + 1);
        serde_json::json!({ "id": format!("e{n}"), "title": format!("Nr. {n}"), "start": day, "lane": format!("Lane {}", n % 3), "weight": n % 3 + 1 })
    };
    let events: Vec<_> = (0..COUNT).map(event).collect();
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("many.json");
    std::fs::write(&file, serde_json::json!({ "title": "Many", "events": events }).to_string())?;
    let library =
        author::read(Path::new("content"), "en").map_err(|faults| format!("{faults:?}"))?;
    publish_timeline(&library, &file, folder.path(), &dist::folder())?;
    let host = Host::of(folder);
    page.go_abroad(&host.url("")).await?;
    page.mounted().await?;
    page.until("every event to be drawn or counted", async || {
        let drawn: BTreeSet<String> = serde_json::from_value(page.ask(DRAWN).await?)?;
        let counted = page.ask(COUNTED).await?.as_u64().unwrap_or_default();
        let all = drawn.len() as u64 + counted;
        Ok((drawn.len() > 20 && all == u64::from(COUNT)).then_some(()))
    })
    .await?;
    page.press("List").await?;
    page.shows_as_many(".entry", |count| count == 200).await?;
    page.press("Show more").await?;
    page.shows_as_many(".entry", |count| count == 400).await?;
    page.fill("Filter by a word", "Nr. 1199").await?;
    page.shows_as_many(".entry", |count| count == 1).await?;
    // Where the rest does not come, what is there stays, and it is said what is missing.
    page.expect_trouble();
    host.lose("events.json");
    page.go_abroad(&host.url("?again=")).await?;
    page.shows("[role='alert']", "events.json").await?;
    page.shows("[data-timeline]", "Nr. 0").await
}

async fn a_file_with_faults_is_told_of_and_changes_nothing(page: &Page) -> Outcome {
    page.open_alive(PATH).await?;
    let table = "title,start\nThe school opens,soon\n,2011\n";
    page.choose("own.csv", table).await?;
    page.shows("[role='alert']", "Row 1 (line 2), start: “soon” is not a date.").await?;
    page.shows("[role='alert']", "Row 2 (line 3), title").await?;
    page.shows("[data-timeline]", "Fighting on the way to Ber").await?;
    page.choose("own.json", "[{\"title\": \"The school opens\", \"start\": \"1998-09-01\"}]")
        .await?;
    page.hides("[role='alert']").await?;
    page.shows("[data-timeline]", "The school opens").await
}

async fn a_file_that_the_address_names_is_shown(page: &Page) -> Outcome {
    page.open_alive("en/embed/timeline/?data=../../../data/en/events.csv&lanes=accord").await?;
    page.shows("[data-timeline]", "Mali ends the 2015 accord").await?;
    page.lacks("[data-timeline]", "Coup against President Touré").await?;
    page.open("en/embed/timeline/?data=https://example.org/events.csv").await?;
    page.shows("[role='alert']", "data").await
}

async fn paper_gets_the_picture_with_the_texts(page: &Page) -> Outcome {
    page.resize(1900, 900).await?; // much wider than paper
    page.open_alive(PATH).await?;
    page.hides(".chronicle h3").await?;
    if page.become_paper().await? {
        page.shows(BER, "").await?;
        page.shows(".chronicle h3", "Fighting on the way to Ber").await?;
        page.shows(".entry__summary", "came under fire").await?;
        page.hides("[data-filter]").await?;
        // Between margins A4 has 688 CSS pixels.
        let width = "const box = document.querySelector('[data-timeline]').getBoundingClientRect();
            const ends = [...document.querySelectorAll('[data-timeline] [data-key]')].map(bar => bar.getBoundingClientRect().right);
            return Math.max(box.right, ...ends) - box.left";
        let width = page.ask(width).await?.as_f64();
        assert!(width.is_some_and(|px| (600.0..=688.0).contains(&px)), "{width:?} px");
    }
    Ok(())
}

async fn every_title_is_whole_at_every_zoom(page: &Page) -> Outcome {
    page.open_alive(PATH).await?;
    super::timeline::titles_are_whole(page).await
}

async fn an_event_leads_to_its_text_without_script(page: &Page) -> Outcome {
    page.expect_trouble(); // the host forbids the style in the page, which asks for the one beside it
    page.open(PATH).await?;
    page.shows(BER, "Fighting on the way to Ber").await?;
    page.click(BER).await?;
    page.is_at("en/embed/timeline/#event-ber-clash-2023-08-11").await?;
    page.shows("#event-ber-clash-2023-08-11", "came under fire").await
}
