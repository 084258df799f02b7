//! The timeline as it opens: its picture tells the three stories, and says nothing that its list does not.

use crate::dist;
use crate::html::{site, words};
use mali_explained::model::page::{Body, Page, Timeline};
use mali_explained::timeline::index::Index;
use mali_explained::timeline::item::{Item, Title, What};
use mali_explained::timeline::layout::{Anchor, Layout, Metrics, Subject};
use mali_explained::timeline::state::{State, bounds};

#[test]
fn what_is_said_of_an_event_is_not_public_before_it_has_ended() {
    for event in timeline().events {
        let id = &event.entry.id;
        assert!(event.settled >= event.entry.end.max(event.known), "{id}");
        let goes_on = event.lasts && event.known < event.entry.end;
        assert_eq!(event.since.is_empty(), !goes_on, "{id}");
        assert_eq!(event.date_by(Some(event.entry.end)), event.entry.date, "{id}");
        assert_eq!(event.date_by(Some(event.entry.end - 1)) == event.entry.date, !goes_on, "{id}");
    }
}

#[test]
fn what_the_picture_shows_has_a_place_and_leads_to_a_page() {
    let site = site();
    let page = site.at("en/timeline/index.html");
    let sheets = page.all("link[rel=\"stylesheet\"]");
    let sheet =
        sheets.iter().find_map(|link| link.attr("href").filter(|path| path.contains("/timeline-")));
    let style = dist::read(sheet.expect("the places have a stylesheet"));
    let drawn = page.all(".timeline__events [data-key]");
    assert!(drawn.len() > 40, "{} are drawn", drawn.len());
    for element in drawn {
        let key = element.attr("data-key").unwrap();
        assert!(style.contains(&format!(".timeline__events .k{key}{{translate:")));
        if let Some(id) = element.attr("data-event") {
            assert_eq!(element.attr("href"), Some(&*format!("en/event/{id}/")));
        }
    }
    for layer in ["ticks", "lanes", "eras"] {
        assert!(!page.all(&format!(".timeline__{layer} [data-key]")).is_empty(), "no {layer}");
    }
    assert!(page.only(".minimap path[d]").is_some());
    assert_ne!(words(page.only(".timeline__earlier").unwrap()), "");
}

#[test]
fn what_the_picture_says_of_an_event_stands_in_the_list() {
    let site = site();
    let page = site.at("en/timeline/index.html");
    let drawn = page.all(".timeline__events a[data-event]");
    assert!(drawn.len() > 30, "{} are drawn", drawn.len());
    for mark in drawn {
        let id = mark.attr("data-event").unwrap();
        let name = mark.attr("aria-label").unwrap();
        let entry = page
            .only(&format!(".chronicle .entry:has([data-event=\"{id}\"])"))
            .unwrap_or_else(|| panic!("{id} is in the list, once"));
        let within = |selector: &str| {
            let selector = scraper::Selector::parse(selector).unwrap();
            entry.select(&selector).next().unwrap_or_else(|| panic!("{id} has {selector:?}"))
        };
        let lane = within(".mark").attr("aria-label").unwrap();
        let told = [&words(within("h3")), &words(within("time")), lane].join(", ");
        assert_eq!(name, told);
        let title = words(mark);
        assert!(title.is_empty() || title == words(within("h3")), "{title}");
    }
}

/// The picture's width in a window of 1280 CSS pixels, and the size of its type.
const METRICS: Metrics = Metrics { width_px: 1016.0, font_px: 15.0, names_above: false };

fn timeline() -> Timeline {
    let page: Page = serde_json::from_value(dist::json("data/en/page/timeline.json")).unwrap();
    let Body::Timeline(timeline) = page.body else {
        panic!("the timeline's bundle holds a timeline")
    };
    timeline
}

fn layout(timeline: &Timeline) -> Layout {
    let bounds = bounds(timeline);
    let index = Index::new(&timeline.events, &vec![true; timeline.events.len()]);
    let subject = Subject {
        events: &timeline.events,
        index: &index,
        eras: &timeline.eras,
        as_of: None,
        bounds,
    };
    let viewport = State::default().viewport(timeline, bounds);
    Layout::new(subject, Anchor { viewport, metrics: METRICS }, None)
}

#[test]
fn its_heaviest_events_are_named_at_first_sight() {
    let timeline = timeline();
    let layout = layout(&timeline);
    let named = |place: usize| {
        let is_it = |item: &&Item| item.what == What::Event(place);
        layout.items.iter().find(is_it).is_some_and(|item| item.title != Title::None)
    };
    let heavy = timeline.events.iter().enumerate().filter(|(_, event)| event.entry.weight == 3);
    let heavy = heavy.filter(|(_, event)| event.entry.start >= timeline.opening.0);
    let unnamed: Vec<&str> = heavy
        .clone()
        .filter(|(place, _)| !named(*place))
        .map(|(_, event)| event.entry.title.as_str())
        .collect();
    assert!(heavy.count() >= 10);
    assert!(unnamed.is_empty(), "without a title at first sight: {unnamed:#?}");
}

#[test]
fn every_era_of_the_picture_stands_in_the_list() {
    let timeline = timeline();
    let drawn = layout(&timeline).bands.len();
    assert!(drawn >= timeline.eras.len() / 2 && drawn > 5, "{drawn} eras are drawn");
    let site = site();
    let text = words(site.at("en/timeline/index.html").only("main").unwrap());
    for era in &timeline.eras {
        assert!(text.contains(&era.link.text) && text.contains(&era.date), "{era:?}");
    }
}
