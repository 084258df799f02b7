//! Whatever file of events a reader brings: it is a timeline in order, or it has faults, and both in the time that its length asks for.

use crate::edits::{Edit, edited, edits};
use crate::run::fuzz;
use crate::seeds::{BUILD, CONTENT, EDITION, LOCALE};
use mali_explained::author;
use mali_explained::model::page::Body;
use mali_explained::publish::download::downloads;
use mali_explained::timeline::file::{EventFile, read};
use mali_explained::timeline::words::DateWords;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Small files that have what files may have.
const SMALL: [&str; 3] = [
    r#"{"title":"T","events":[{"title":"a","when":{"start":"2012-05","end":"2013","between":true},"lanes":["x","y"]},{"title":"b","date":2014}]}"#,
    "title,date,lanes,actors,weight\r\n\"a, \"\"b\"\"\",2012-05-17,x; y,C; D,3\r\nb,18xx,z,,\r\n",
    "\u{feff}title;start;end;status;id\nc;2012;2013;claimed;one\nd;2014;;;two\n",
];

/// Our own files.
static OWN: LazyLock<Vec<String>> = LazyLock::new(|| {
    let library = author::compile(&CONTENT, LOCALE).expect("the content has no fault");
    let ours = |path: &str| path.ends_with("/events.json") || path.ends_with("/events.csv");
    let files = downloads(&library, BUILD).into_iter().filter(|(path, _)| ours(path));
    files.map(|(_, text)| text).collect()
});

fn damaged() -> impl Strategy<Value = (String, Vec<Edit>)> {
    let texts = prop_oneof![
        8 => select(&SMALL[..]).prop_map(str::to_owned),
        1 => select(OWN.as_slice()),
    ];
    texts.prop_flat_map(|text| {
        let length = text.len();
        (Just(text), edits(length))
    })
}

#[test]
fn our_own_files_have_no_fault() {
    let timeline = EDITION.bundles.values().find_map(|page| match &page.body {
        Body::Timeline(timeline) => Some(timeline),
        _ => None,
    });
    let timeline = timeline.expect("there is a timeline");
    assert_eq!(OWN.len(), 2);
    for text in OWN.iter() {
        let file = read(text, &DateWords::default()).unwrap_or_else(|faults| panic!("{faults:?}"));
        assert_eq!(file.timeline.events.len(), timeline.events.len());
        assert!(file.is_own_lanes);
    }
}

#[test]
fn a_file_is_a_timeline_or_has_faults() {
    fuzz(damaged(), |(text, edits)| {
        let text = edited(text.as_bytes(), &edits);
        match read(&String::from_utf8_lossy(&text), &DateWords::default()) {
            Err(faults) => prop_assert!((1..=21).contains(&faults.len())),
            Ok(EventFile { timeline, summaries, .. }) => {
                let events = &timeline.events;
                prop_assert!(!events.is_empty() && events.len() == summaries.len());
                prop_assert!(events.is_sorted_by_key(|event| event.entry.start));
                let ids: HashSet<&str> = events.iter().map(|event| &*event.entry.id).collect();
                prop_assert_eq!(ids.len(), events.len());
                for event in events {
                    let entry = &event.entry;
                    prop_assert!(!entry.title.is_empty() && !entry.lanes.is_empty());
                    prop_assert!(timeline.opening.0 <= entry.start && entry.start <= entry.end);
                    prop_assert!(entry.end <= timeline.opening.1);
                    prop_assert!((1..=3).contains(&entry.weight));
                    let known = |list: &[(String, String)], place: usize| place < list.len();
                    prop_assert!(event.place.is_none_or(|place| known(&timeline.places, place)));
                    prop_assert!(event.actors.iter().all(|place| known(&timeline.actors, *place)));
                }
            }
        }
        Ok(())
    });
}
