//! The public data: whole, as its schema says, and the same as JSON and as CSV.

use crate::{assert_none, dist, facts, html, schema};
use mali_explained::model::page::{Body, Page};
use mali_explained::timeline::file::{EventFile, read};
use mali_explained::timeline::words::DateWords;
use serde_json::Value;
use std::collections::HashSet;

/// The name of a dataset, the table of its records in the fact base, and the files in which they are written.
const DATASETS: [(&str, &str, &[&str]); 6] = [
    ("events", "event", &["events"]),
    ("actors", "actor", &["actors"]),
    ("places", "place", &["places"]),
    ("terms", "term", &["terms"]),
    ("sources", "source", &["sources"]),
    ("claims", "dispute", &["disputes"]),
];

/// The records of a dataset as published.
fn records(name: &str) -> Vec<Value> {
    let data = dist::json(&format!("data/en/{name}.json"));
    data[name]
        .as_array()
        .unwrap_or_else(|| panic!("data/en/{name}.json has no list {name:?}"))
        .clone()
}

#[test]
fn every_record_of_the_fact_base_is_published() {
    let mut found = Vec::new();
    for (name, table, files) in DATASETS {
        let published = records(name);
        let ids: HashSet<&str> =
            published.iter().filter_map(|record| record["id"].as_str()).collect();
        assert_eq!(ids.len(), published.len(), "an id stands twice in {name}");
        found.extend(
            facts::ids(table, files)
                .into_iter()
                .filter(|id| !ids.contains(id.as_str()))
                .map(|id| format!("{name}: {id}")),
        );
    }
    assert_none(&found, "These records are not in the public data:");
}

#[test]
fn every_record_has_a_page() {
    let mut found = Vec::new();
    for (name, ..) in DATASETS {
        let kind = name.trim_end_matches('s');
        let page = |record: &Value| {
            format!("en/{kind}/{}/index.html", record["id"].as_str().unwrap_or_default())
        };
        found.extend(
            records(name).iter().map(page).filter(|page| !dist::folder().join(page).is_file()),
        );
    }
    assert_none(&found, "These pages are missing:");
}

#[test]
fn the_data_keeps_to_its_schema() {
    let mut found = Vec::new();
    for (name, ..) in DATASETS {
        let data = dist::json(&format!("data/en/{name}.json"));
        let named = data["schema"].as_str().expect("the data says which schema it has");
        let schema = dist::json(&format!("data/en/{named}"));
        for record in records(name) {
            let faults = schema::faults(&record, &schema, &schema).into_iter();
            found.extend(faults.map(|fault| format!("{name} {}{fault}", record["id"])));
        }
    }
    assert_none(&found, "The data is not as its schema says:");
}

#[test]
fn the_table_has_a_row_for_every_record() {
    for (name, ..) in DATASETS {
        let text = dist::read(&format!("data/en/{name}.csv"));
        let mut table = csv::Reader::from_reader(text.as_bytes());
        let columns = table.headers().expect("the table has a head").clone();
        let names: HashSet<&str> = columns.iter().collect();
        assert_eq!(names.len(), columns.len(), "a column of {name}.csv stands twice");
        let place =
            columns.iter().position(|column| column == "id").expect("the table has a column `id`");
        let rows: Vec<csv::StringRecord> =
            table.records().collect::<Result<_, _>>().expect("every row is whole");
        let in_table: Vec<&str> = rows.iter().map(|row| &row[place]).collect();
        let published = records(name);
        let in_data: Vec<&str> =
            published.iter().filter_map(|record| record["id"].as_str()).collect();
        assert_eq!(
            in_table, in_data,
            "{name}.csv and {name}.json hold the same records in the same order"
        );
    }
}

/// The timeline reads anybody's events, so it reads ours.
#[test]
fn the_events_are_read_as_any_file_of_events_is() {
    let page: Page = serde_json::from_value(dist::json("data/en/page/timeline.json")).unwrap();
    let Body::Timeline(timeline) = page.body else {
        panic!("the timeline's bundle holds a timeline")
    };
    let [json, csv] = ["json", "csv"].map(|ending| -> EventFile {
        let text = dist::read(&format!("data/en/events.{ending}"));
        read(&text, &DateWords::default()).unwrap_or_else(|faults| panic!("{ending}: {faults:#?}"))
    });
    assert_eq!(json, csv);
    assert!(json.is_own_lanes);
    assert_eq!(json.timeline.events.len(), timeline.events.len());
    // Claims tell of when it was known, and are passed over; names are ids in the data.
    for event in timeline.events {
        let mut entries = json.timeline.events.iter().map(|read| &read.entry);
        let read = entries.find(|read| read.id == event.entry.id);
        let read = read.unwrap_or_else(|| panic!("{} is not in the data", event.entry.id));
        assert_eq!(
            (read.start, read.end, &read.lanes),
            (event.entry.start, event.entry.end, &event.entry.lanes)
        );
        assert_eq!(
            (&read.title, read.weight, read.status),
            (&event.entry.title, event.entry.weight, event.entry.status)
        );
    }
}

#[test]
fn the_data_says_what_may_be_done_with_it_and_how_old_it_is() {
    for (name, ..) in DATASETS {
        let data = dist::json(&format!("data/en/{name}.json"));
        assert!(
            data["licence"].as_str().is_some_and(|licence| licence.starts_with("CC BY-SA")),
            "{name}: {}",
            data["licence"]
        );
        assert!(
            data["checked"].as_str().is_some_and(|day| day.len() == "2026-11-22".len()),
            "{name}: {}",
            data["checked"]
        );
        assert_eq!(data["language"], "en", "{name}");
    }
}

#[test]
fn the_dictionary_tells_of_every_field() {
    let site = html::site();
    let page = html::words(site.at("en/data/index.html").only("main").expect("it has a main"));
    let mut found = Vec::new();
    for (name, ..) in DATASETS {
        let schema = dist::json(&format!("data/en/{name}.schema.json"));
        let fields = schema["properties"].as_object().expect("a record has fields").keys();
        found.extend(
            fields
                .filter(|field| !page.contains(field.as_str()))
                .map(|field| format!("{name}.{field}")),
        );
    }
    assert_none(&found, "The page of the data does not tell of:");
}
