//! The timeline in its three forms and on paper: what is asked of it, which all of them show, and the address that holds it.

use super::timeline::{BER, IS_TOO_WIDE};
use crate::support::dist;
use crate::support::page::{Failure, Outcome, Page};
use std::collections::BTreeSet;

journeys! {
    everywhere:
    the_three_forms_show_the_same_events,
    filters_and_the_open_event_are_kept_from_form_to_form,
    the_address_restores_what_was_asked_for,
    back_leads_to_what_was_asked_for_before_a_visit,
    garbage_in_the_address_is_named_and_does_no_harm,
    a_day_to_stand_on_hides_what_came_later,
    the_table_is_sorted,
    a_small_phone_begins_with_the_list: SMALL,
}

journeys! {
    days_are_asked_for,
    what_can_be_chosen_says_how_many_events_it_leaves,
    the_list_is_turned_round,
    paper_gets_the_picture_with_its_list,
    a_list_is_printed_with_its_picture: SMALL,
}

/// What went on for half a year.
const SOLDIERS: &str = "[data-event='ivorian-soldiers-2022']";

/// The events that the picture draws for themselves.
pub(super) const DRAWN: &str = "return [...document.querySelectorAll('[data-timeline] [data-event]')].map(one => one.dataset.event)";
/// How many more it counts in clusters, by what these are called.
pub(super) const COUNTED: &str =
    "return [...document.querySelectorAll('[data-timeline] button[data-key]:not([data-event])')]
    .reduce((sum, one) => sum + parseInt(one.getAttribute('aria-label')), 0)";

/// The ids of the events that are to be seen.
async fn ids(page: &Page, selector: &str) -> Result<BTreeSet<String>, Failure> {
    Ok(page.each(selector, "data-event").await?.into_iter().collect())
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

async fn what_can_be_chosen_says_how_many_events_it_leaves(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?view=list&lanes=accord").await?;
    page.press("More filters").await?;
    let count = "return document.querySelectorAll('.entry:not([hidden])').length";
    let all = page.ask(count).await?;
    let choose = "const select = document.querySelectorAll('.tools__fields select')[1];
        const most = [...select.options].slice(1).reduce((one, other) =>
            parseInt(other.text.split('(').pop()) > parseInt(one.text.split('(').pop()) ? other : one);
        select.value = most.value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        return parseInt(most.text.split('(').pop())";
    let told = page.ask(choose).await?.as_u64();
    assert!(told > Some(1) && told < all.as_u64(), "{told:?} of {all}");
    page.shows_as_many(".entry", |count| u64::try_from(count).ok() == told).await
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
    page.is_at("en/timeline/?view=list").await?;
    // The order of the table is none of the list's.
    page.open_alive("en/timeline/?view=list&sort=title").await?;
    page.press("Show newest first").await?;
    page.is_at("en/timeline/?view=list&sort=-date").await
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

async fn a_list_is_printed_with_its_picture(page: &Page) -> Outcome {
    page.open_alive("en/timeline/?asof=2023-08-12").await?;
    page.shows("main h3", "Fighting on the way to Ber").await?;
    page.hides(".timeline__picture").await?;
    page.ask("window.dispatchEvent(new Event('beforeprint'))").await?;
    if page.become_paper().await? {
        page.shows("main h3", "Fighting on the way to Ber").await?;
        page.shows(BER, "").await?;
    }
    page.ask("window.dispatchEvent(new Event('afterprint'))").await?;
    page.hides(".timeline__picture").await
}
