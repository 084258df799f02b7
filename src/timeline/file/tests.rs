//! Files that are read, files that are not, and what is said of these.

use super::{
    EventFile, Fault, FaultKind, FileWords, MOST_ROWS, MOST_SUMMARY, MOST_TITLE, read, to_csv,
};
use crate::model::{Date, Lane, Status};
use crate::timeline::words::{DatePatterns, DateWords};
use proptest::prelude::*;
use serde_json::{Value, json};

mod faults;
mod json;

/// A word of the interface in English.
fn word(name: &str) -> String {
    let messages = include_str!("../../../content/en/messages.toml");
    let word = |line: &'static str| line.strip_prefix(name)?.strip_prefix(" = \"");
    let word = messages.lines().find_map(word);
    word.unwrap_or_else(|| panic!("there is a message {name}")).trim_end_matches('"').to_owned()
}

fn words() -> DateWords {
    let months = "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec";
    DateWords {
        patterns: DatePatterns::from_words(word),
        months: months.split(' ').map(str::to_owned).collect(),
    }
}

fn file(text: &str) -> EventFile {
    read(text, &words()).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn faults(text: &str) -> Vec<Fault> {
    read(text, &words()).expect_err("it has faults")
}

/// The faults of a file: row, line, field and kind.
fn told(text: &str) -> Vec<(usize, Option<usize>, &'static str, FaultKind)> {
    let parts = |fault: Fault| (fault.row, fault.line, fault.field, fault.kind);
    faults(text).into_iter().map(parts).collect()
}

/// The one fault of a JSON file whose second record has these fields.
fn fault_of(record: Value) -> (usize, &'static str, FaultKind) {
    let text = json!([{ "title": "One", "date": "2012", "id": "one" }, record]).to_string();
    let found = told(&text);
    let [(row, None, field, kind)] = found.as_slice() else { panic!("{found:?}") };
    (*row, *field, kind.clone())
}

fn titles(file: &EventFile) -> Vec<&str> {
    file.timeline.events.iter().map(|event| event.entry.title.as_str()).collect()
}

/// A file of random records, with all that a record can say.
fn files() -> impl Strategy<Value = Value> {
    let words = || "[a-zé\"',\n ]{1,12}[a-z]";
    let lanes = ["accord", "foreign", "people"];
    let lanes = prop::collection::vec(prop::sample::select(lanes.to_vec()), 0..3);
    let actors = prop::collection::vec("[a-z]{1,6}", 0..3);
    let when = (1950..2030i32, 0..20i32, any::<bool>(), any::<bool>());
    let record = (words(), words(), when, lanes, 1..4u8, actors);
    let record = record.prop_map(|(title, summary, when, lanes, weight, actors)| {
        let (year, more, circa, between) = when;
        json!({
            "title": title, "summary": summary, "lanes": lanes, "weight": weight, "actors": actors,
            "when": { "start": year.to_string(), "end": (year + more).to_string(), "circa": circa, "between": between },
        })
    });
    prop::collection::vec(record, 1..12).prop_map(|records| json!({ "events": records }))
}

proptest! {
    #[test]
    fn a_table_says_what_the_file_says_and_comes_back_the_same(file_of in files()) {
        let text = file_of.to_string();
        let table = to_csv(&text, &words()).unwrap();
        prop_assert_eq!(file(&table), file(&text), "{}", table);
        prop_assert_eq!(&to_csv(&table, &words()).unwrap(), &table);
    }
}

#[test]
fn a_file_with_faults_is_no_table() {
    assert_eq!(
        to_csv("title,date\nOne,tomorrow", &words()).unwrap_err(),
        faults("title,date\nOne,tomorrow")
    );
}

#[test]
fn a_record_of_our_data_has_all_that_it_says() {
    let text = json!({
        "build": "x", "licence": { "name": "CC BY-SA 4.0" }, "title": " Mali ",
        "events": [{
            "id": "ber-2023",
            "when": { "start": "2023-08-11", "end": "2023-08-13", "circa": true, "time": "at dawn" },
            "title": "Fighting at Ber",
            "summary": "A camp changes hands.",
            "lanes": ["fighting", "accord"],
            "weight": 3, "status": "disputed", "confidence": "high", "review": false,
            "actors": ["fama", "cma"], "place": "ber", "known_from": "2023-09",
            "claims": [{ "by": "cma", "says": "…", "title": "not this" }], "note": null, "sources": ["a", "b"],
        }],
    });
    let EventFile { title, timeline, lanes, is_own_lanes, summaries } = file(&text.to_string());
    let event = &timeline.events[0];
    assert_eq!((title.as_deref(), timeline.heading.as_str()), (Some("Mali"), "Mali"));
    assert_eq!(
        (event.entry.id.as_str(), event.entry.title.as_str()),
        ("ber-2023", "Fighting at Ber")
    );
    assert_eq!(event.entry.date, "about 11 Aug to 13 Aug 2023");
    assert_eq!(event.entry.end - event.entry.start, 2);
    assert_eq!(timeline.opening, (event.entry.start, event.entry.end));
    assert_eq!(event.entry.lanes, [Lane::Fighting, Lane::Accord]);
    assert_eq!((event.entry.weight, event.entry.status), (3, Status::Disputed));
    assert!(event.lasts && event.doubt == 1);
    let known = "2023-09".parse().map(Date::first_day).unwrap();
    assert_eq!((event.known, event.settled), (known, known));
    let names: Vec<&str> = timeline.actors.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!((names, event.actors.as_slice()), (vec!["cma", "fama"], &[1, 0][..]));
    assert_eq!((timeline.places[0].1.as_str(), event.place), ("ber", Some(0)));
    assert!(is_own_lanes);
    assert_eq!(lanes, ["accord", "", "", "fighting", ""]);
    assert_eq!(summaries, ["A camp changes hands."]);
}

#[test]
fn a_record_needs_a_title_and_a_start_only() {
    let file =
        file(r#"[{ "title": "Then", "date": 2013 }, { "title": "First", "start": "18xx" }]"#);
    assert_eq!(titles(&file), ["First", "Then"]);
    let [first, then] = file.timeline.events.as_slice() else { panic!("there are two") };
    assert_eq!([&first.entry.date, &then.entry.date], ["1800 to 1899", "2013"]);
    assert_eq!([&first.entry.id, &then.entry.id], ["row-2", "row-1"]);
    assert_eq!((then.entry.weight, then.entry.status), (1, Status::Documented));
    assert_eq!((then.known, then.lasts, then.doubt), (then.entry.end, false, 0));
    assert_eq!((file.lanes.concat().as_str(), file.is_own_lanes), ("", false));
    assert_eq!(then.entry.lanes, [Lane::ALL[0]]);
    assert_eq!((file.title, file.timeline.heading.as_str()), (None, ""));
}

#[test]
fn dates_are_said_as_exactly_as_they_are_known() {
    let rows = [
        ("2012-05,,,,", "May 2012"),
        ("2012-05-17,,,,", "17 May 2012"),
        ("2012-05-17,2012-06-01,,,", "17 May to 1 Jun 2012"),
        ("2012-05-17,2013-06-01,false,FALSE,", "17 May 2012 to 1 Jun 2013"),
        ("2012-05,2012-06,true,,", "between May 2012 and Jun 2012"),
        ("2012,2012,,TRUE,", "about 2012"),
        ("2012,,,,true", "2012 (accounts differ on the date)"),
    ];
    for (row, date) in rows {
        let text = format!("start,end,when.between,when.circa,when.disputed,title\n{row},x");
        assert_eq!(file(&text).timeline.events[0].entry.date, date);
    }
}

#[test]
fn other_words_for_lanes_take_the_five_places_in_their_order() {
    let text = "title,date,group\na,2012,Sea\nb,2013,accord; Sea; Sea\nc,2014,";
    let other = file(text);
    assert_eq!(
        (other.is_own_lanes, other.lanes),
        (false, ["Sea", "accord", "", "", ""].map(str::to_owned))
    );
    let lanes: Vec<&[Lane]> =
        other.timeline.events.iter().map(|event| event.entry.lanes.as_slice()).collect();
    let [first, second, ..] = Lane::ALL else { panic!("there are five") };
    assert_eq!(lanes, [&[*first][..], &[*second, *first], &[*first]]);
    let own = file("title,date,lane\na,2012,foreign\nb,2013,");
    assert_eq!((own.is_own_lanes, own.lanes[2].as_str()), (true, "foreign"));
    assert_eq!(own.timeline.events[0].entry.lanes, [Lane::Foreign]);
    assert_eq!(own.timeline.events[1].entry.lanes, [Lane::Accord]);
}

#[test]
fn a_table_may_come_from_any_program() {
    let plain = file("title,date,summary,actors\n\"a, \"\"b\"\"\",2012,\"x\r\ny\",A; B\n");
    assert_eq!(titles(&plain), ["a, \"b\""]);
    assert_eq!(plain.summaries, ["x\r\ny"]);
    assert_eq!(plain.timeline.actors.len(), 2);
    let others = [
        "\u{feff}title;date;summary;actors\r\n\"a, \"\"b\"\"\";2012;\"x\r\ny\";\"A; B\"",
        "\n\nTitle\tDATE\tSummary\tactors\rnothing\r\r\n\t\t\t\n",
        "title\tdate\tsummary\tactors\ta;b,c,d\n\"a, \"\"b\"\"\"\t2012\t\"x\r\ny\"\tA; B\n\n\t\t\t\t\t\t\n",
    ];
    assert_eq!(file(others[0]), plain);
    assert_eq!(file(others[2]), plain);
    assert_eq!(
        told(others[1]),
        [(1, Some(4), "when.start", FaultKind::Missing)],
        "a row may be short, and rows without a word are none"
    );
}

#[test]
fn a_hundred_thousand_records_are_read() {
    let row = |number: usize| {
        let (year, month) = (1990 + number % 36, 1 + number % 12);
        let (lane, place) = (number % 5, number % 999);
        format!(
            "Event {number},{year}-{month:02},lane {lane},Actor {number}; Actor 7,Place {place}\n"
        )
    };
    let rows: Vec<String> = (0..100_000).map(row).collect();
    let text = "title,start,lanes,actors,place\n".to_owned() + &rows.concat();
    let file = file(&text);
    assert_eq!(file.timeline.events.len(), 100_000);
    assert_eq!((file.timeline.actors.len(), file.timeline.places.len()), (100_000, 999));
    assert!(file.timeline.events.is_sorted_by_key(|event| event.entry.start));
    let of = |number: usize| {
        file.timeline
            .events
            .iter()
            .position(|event| event.entry.title == format!("Event {number}"))
            .unwrap()
    };
    let event = &file.timeline.events[of(77_777)];
    let names = |places: &[usize]| {
        places.iter().map(|place| file.timeline.actors[*place].1.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&event.actors), ["Actor 77777", "Actor 7"]);
    assert!(of(0) < of(36), "what begins on one day stays as it is in the file");
}

#[test]
fn there_may_be_too_many_records() {
    let text = "title,date\n".to_owned() + &"a,2012\n".repeat(MOST_ROWS);
    assert_eq!(file(&text).timeline.events.len(), MOST_ROWS);
    assert_eq!(told(&(text + "a,2012\na,b")), [(0, None, "", FaultKind::TooMany(MOST_ROWS))]);
}

/// A record as a file has it: a text for each of [`COLUMNS`].
type Record = [String; 14];

const COLUMNS: [&str; 14] = [
    "title",
    "when.start",
    "when.end",
    "when.between",
    "when.circa",
    "when.disputed",
    "id",
    "lanes",
    "weight",
    "status",
    "summary",
    "place",
    "actors",
    "known_from",
];

fn records() -> impl Strategy<Value = Vec<Record>> {
    let day = || (-200_000i32..100_000).prop_map(Date::from_day);
    let flag = || proptest::sample::select(&["", "true", "false"][..]);
    let text = || "[^\\s\u{0}]{1,8}[\\PC\n\"]{0,20}[^\\s\u{0}]";
    let list = |part: &'static str, most: usize| {
        proptest::collection::vec(part, 0..most).prop_map(|parts| parts.join("; "))
    };
    let one = (
        (text(), day(), proptest::option::of(0i32..4000), 0usize..3),
        (flag(), flag(), flag()),
        (
            list("[a-e]", 4),
            proptest::sample::select(&["", "1", "2", "3"][..]),
            proptest::sample::select(Status::ALL),
        ),
        (text(), "[A-Za-zé ]{0,9}", list("[A-Zé]{1,3}", 5), proptest::option::of(day())),
    );
    let record = |(
        number,
        (
            (title, start, days, exactness),
            (between, circa, disputed),
            (lanes, weight, status),
            (summary, place, actors, known),
        ),
    ): (usize, (_, _, _, _))| {
        let start: Date = start;
        let days: Option<i32> = days;
        let known: Option<Date> = known;
        let status: Status = status;
        let written =
            |date: Date| date.to_string().chars().take([4, 7, 10][exactness]).collect::<String>();
        let end = days.map(|days| written(Date::from_day(start.first_day() + days)));
        let texts: [&str; 3] = [between, circa, disputed];
        let id = if number % 2 == 0 { format!("id_{number}") } else { String::new() };
        let [between, circa, disputed] = texts.map(str::to_owned);
        let weight: &str = weight;
        [
            title,
            written(start),
            end.unwrap_or_default(),
            between,
            circa,
            disputed,
            id,
            lanes,
            weight.to_owned(),
            status.word().to_owned(),
            summary,
            place,
            actors,
            known.map(|known| known.to_string()).unwrap_or_default(),
        ]
    };
    proptest::collection::vec(one, 1..12)
        .prop_map(move |raw| raw.into_iter().enumerate().map(record).collect())
}

/// Records as JSON: with objects, lists, numbers and nulls where they may be.
fn as_json(records: &[Record]) -> String {
    let mut list = Vec::new();
    for record in records {
        let mut fields = json!({ "when": {}, "claims": [{ "says": "x" }] });
        for (name, text) in COLUMNS.iter().zip(record) {
            let value = match *name {
                "lanes" | "actors" => text.split("; ").filter(|part| !part.is_empty()).collect(),
                _ if text.is_empty() => Value::Null,
                "weight" | "when.between" | "when.circa" | "when.disputed" => {
                    serde_json::from_str(text).unwrap()
                }
                _ => json!(text),
            };
            match name.split_once('.') {
                Some((outer, inner)) => fields[outer][inner] = value,
                None => fields[*name] = value,
            }
        }
        list.push(fields);
    }
    json!({ "build": [1, { "events": 2 }], "events": list }).to_string()
}

/// Records as a table.
fn as_csv(records: &[Record], separator: char, end: &str) -> String {
    let row = |cells: Vec<&str>| {
        let cell = |cell: &str| {
            let is_bare = !cell.contains(['"', '\n', '\r', ',', ';', '\t']);
            if is_bare { cell.to_owned() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
        };
        let cells: Vec<String> = cells.into_iter().map(cell).collect();
        cells.join(&separator.to_string()) + end
    };
    let rows = records.iter().map(|record| row(record.iter().map(String::as_str).collect()));
    row(COLUMNS.to_vec()) + &rows.collect::<String>()
}

proptest! {
    #[test]
    fn a_timeline_is_the_same_from_json_and_from_a_table(
        records in records(), separator in proptest::sample::select(&[',', ';', '\t'][..]), end in proptest::sample::select(&["\n", "\r\n"][..]),
    ) {
        let [json, csv] = [as_json(&records), as_csv(&records, separator, end)].map(|text| read(&text, &words()));
        prop_assert!(json.is_ok(), "{:?}", json);
        prop_assert_eq!(&json, &csv);
        let EventFile { timeline, summaries, .. } = json.unwrap();
        prop_assert_eq!((timeline.events.len(), summaries.len()), (records.len(), records.len()));
        prop_assert!(timeline.events.is_sorted_by_key(|event| event.entry.start));
        prop_assert!(timeline.actors.is_sorted_by_key(|(_, name)| crate::search::fold(name)));
        for event in &timeline.events {
            let number = |record: &&Record| record[0] == event.entry.title && record[10] == summaries[timeline.events.iter().position(|other| other == event).unwrap()];
            let record = records.iter().find(number).expect("it is one of the records");
            let actors: Vec<&str> = event.actors.iter().map(|place| timeline.actors[*place].1.as_str()).collect();
            prop_assert_eq!(actors.join("; "), record[12].as_str());
            prop_assert_eq!(event.place.map_or("", |place| &timeline.places[place].1), record[11].trim());
        }
    }

    #[test]
    fn garbage_is_a_file_or_has_faults_that_can_be_said(
        text in prop_oneof![
            "\\PC{0,60}",
            "[\\[{\"title,:date2012}\\]\n;]{0,60}",
            "title,date\n[\"a2, \n\r;]{0,40}",
            "\\[\\{\"title\": \"a\", \"date\": [\"\\[\\]{}:,a0-9]{0,30}",
        ],
    ) {
        if let Err(faults) = read(&text, &words()) {
            prop_assert!((1..=21).contains(&faults.len()));
            let words = FileWords::from_words(word);
            for fault in faults {
                prop_assert!(!words.say(&fault).is_empty());
            }
        }
    }
}
