//! The state as the query of an address, and back.
//!
//! `from to lanes status actor place q asof event view sort`, all optional. Days are written as briefly as they allow: `2012` as `from` is the
//! first day of that year, as `to` its last. What is not understood is left out and named, and the rest still counts.

use super::filter::Filter;
use super::order::Order;
use super::state::{Form, State, bounds};
use super::viewport::Viewport;
use crate::model::date::civil_from_day;
use crate::model::page::Timeline;
use crate::model::{Date, Lane, Status};

/// The longest search that is read, in characters.
const MOST_WORDS: usize = 100;
/// At most so many names are told of what was not understood, and so much of each: more would be read out for too long.
const MOST_NAMES: usize = 5;
const MOST_NAME: usize = 10;

/// Reads a query, without its question mark: the state, and the names of the parameters that were not understood.
#[must_use]
pub fn read(query: &str, timeline: &Timeline) -> (State, Vec<String>) {
    let mut state = State::default();
    let mut ignored: Vec<String> = Vec::new();
    let (mut from, mut to) = (None, None);
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decode(name), decode(value));
        let date = || value.parse::<Date>().ok();
        let place_in = |named: &[(String, String)]| named.iter().position(|(id, _)| *id == value);
        let filter = &mut state.filter;
        let is_understood = match name.as_str() {
            "from" => note(&mut from, date().map(Date::first_day)),
            "to" => note(&mut to, date().map(Date::last_day)),
            "lanes" => read_lanes(&value, filter),
            "status" => note(&mut filter.status, Status::from_word(&value)),
            "actor" => note(&mut filter.actor, place_in(&timeline.actors)),
            "place" => note(&mut filter.place, place_in(&timeline.places)),
            "q" => {
                filter.words = value.chars().take(MOST_WORDS).collect();
                value.chars().nth(MOST_WORDS).is_none()
            }
            "asof" => note(&mut filter.as_of, date().map(Date::last_day)),
            "event" => note(
                &mut state.event,
                timeline.events.iter().position(|event| event.entry.id == value),
            ),
            "view" => note(&mut state.form, Form::from_word(&value)),
            "sort" => Order::from_word(&value).is_some_and(|order| {
                state.order = order;
                true
            }),
            name => is_of_others(name),
        };
        if !is_understood {
            ignored.push(name);
        }
    }
    if from.is_some() || to.is_some() {
        let (first, last) = Viewport::of(bounds(timeline)).days();
        let (from, to) = (from.unwrap_or(first), to.unwrap_or(last));
        if from <= to && from <= last && to >= first {
            state.range = Some(Viewport::of_days(from, to).clamp(bounds(timeline)));
        } else {
            ignored.extend(["from".to_owned(), "to".to_owned()]);
        }
    }
    (state, told(ignored))
}

/// Whether a parameter is not ours to speak of: what senders of links add to count them, and what is asked of the looks of a frame.
#[must_use]
pub fn is_of_others(name: &str) -> bool {
    ["utm_", "theme", "height", "speak", "token", "childId", "initialWidth", "parent"]
        .iter()
        .any(|start| name.starts_with(start))
        || name.ends_with("clid")
}

/// Writes a state as a query, without its question mark; empty for the default.
#[must_use]
pub fn write(state: &State, timeline: &Timeline) -> String {
    let filter = &state.filter;
    let mut pairs: Vec<String> = Vec::new();
    let mut add = |name: &str, value: &str| pairs.push([name, "=", value].concat());
    if let Some(range) = state.range {
        let (first, last) = range.days();
        add("from", &brief(first, Date::first_day));
        add("to", &brief(last, Date::last_day));
    }
    if filter.lanes != Filter::default().lanes {
        let words: Vec<&str> = filter.lanes.iter().map(|lane| lane.word()).collect();
        add("lanes", &words.join(","));
    }
    if let Some(status) = filter.status {
        add("status", status.word());
    }
    let id = |named: &[(String, String)], place: usize| named.get(place).map(|(id, _)| encode(id));
    if let Some(actor) = filter.actor.and_then(|actor| id(&timeline.actors, actor)) {
        add("actor", &actor);
    }
    if let Some(place) = filter.place.and_then(|place| id(&timeline.places, place)) {
        add("place", &place);
    }
    if !filter.words.is_empty() {
        add("q", &encode(&filter.words));
    }
    if let Some(day) = filter.as_of {
        add("asof", &brief(day, Date::last_day));
    }
    if let Some(event) = state.event.and_then(|place| timeline.events.get(place)) {
        add("event", &encode(&event.entry.id));
    }
    if let Some(form) = state.form {
        add("view", form.word());
    }
    if state.order != Order::default() {
        add("sort", &state.order.word());
    }
    pairs.join("&")
}

/// Takes over a value, if there is one, and says whether there was.
fn note<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let is_there = value.is_some();
    if is_there {
        *place = value;
    }
    is_there
}

/// Takes over the lanes that are known; says whether all are.
fn read_lanes(value: &str, filter: &mut Filter) -> bool {
    let asked: Vec<Option<Lane>> = value.split(',').map(Lane::from_word).collect();
    let lanes: Vec<Lane> =
        Lane::ALL.iter().copied().filter(|lane| asked.contains(&Some(*lane))).collect();
    if !lanes.is_empty() {
        filter.lanes = lanes;
    }
    asked.iter().all(Option::is_some)
}

/// The briefest date of which `day_of` is this day; of those that are written with four digits.
fn brief(day: i32, day_of: fn(Date) -> i32) -> String {
    let (year, month, _) = civil_from_day(day);
    let forms = [format!("{year:04}"), format!("{year:04}-{month:02}")];
    let is_the_day = |form: &&String| form.parse::<Date>().is_ok_and(|date| day_of(date) == day);
    forms.iter().find(is_the_day).cloned().unwrap_or_else(|| Date::from_day(day).to_string())
}

/// The names worth telling: each once, short, and not too many.
fn told(names: Vec<String>) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for name in names {
        let short: String =
            name.chars().filter(|letter| !letter.is_control()).take(MOST_NAME).collect();
        if !told.contains(&short) && told.len() < MOST_NAMES {
            told.push(short);
        }
    }
    told
}

/// Writes a text so that it can stand in a query.
fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
                encoded.push(char::from(byte));
            }
            b' ' => encoded.push('+'),
            _ => {
                let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
                encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
    encoded
}

/// Reads a text that stands in a query; what is not well written stays as it is.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after
            .get(..2)
            .filter(|_| *first == b'%')
            .and_then(|code| std::str::from_utf8(code).ok());
        if let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(if *first == b'+' { b' ' } else { *first });
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::order::Column;
    use crate::timeline::order::samples::{timeline, timelines};
    use proptest::prelude::*;

    fn filters() -> impl Strategy<Value = Filter> {
        (
            proptest::sample::subsequence(Lane::ALL.to_vec(), 1..=5),
            proptest::option::of(proptest::sample::select(Status::ALL)),
            proptest::option::of(0usize..3),
            proptest::option::of(0usize..2),
            "\\PC{0,20}",
            proptest::option::of(0i32..6000),
        )
            .prop_map(|(lanes, status, actor, place, words, as_of)| Filter {
                lanes,
                status,
                actor,
                place,
                words,
                as_of,
            })
    }

    fn states() -> impl Strategy<Value = State> {
        (
            filters(),
            proptest::option::of((1000i32..5000, 13i32..1000)),
            proptest::option::of(proptest::sample::select(&Form::ALL[..])),
            (proptest::sample::select(&Column::ALL[..]), any::<bool>()),
            proptest::option::of(0usize..5),
        )
            .prop_map(|(filter, range, form, (by, backwards), event)| State {
                filter,
                range: range.map(|(first, days)| Viewport::of_days(first, first + days)),
                form,
                order: Order { by, backwards },
                event,
                gathered: Vec::new(),
            })
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(mut timeline in timelines(9), state in states()) {
            timeline.opening = (-100, 7000);
            let state = State { event: state.event.filter(|place| *place < timeline.events.len()), ..state };
            let query = write(&state, &timeline);
            prop_assert_eq!(read(&query, &timeline), (state, Vec::new()), "{}", query);
        }

        #[test]
        fn any_garbage_gives_a_state_that_can_be_written(timeline in timelines(5), query in "\\PC{0,60}") {
            let (state, ignored) = read(&query, &timeline);
            prop_assert!(ignored.len() <= MOST_NAMES);
            let again = read(&write(&state, &timeline), &timeline);
            prop_assert_eq!(again, (state, Vec::new()));
        }

        #[test]
        fn garbage_for_what_we_know_is_named(
            timeline in timelines(5),
            name in proptest::sample::select(&["from", "to", "lanes", "status", "actor", "place", "asof", "event", "view", "sort"][..]),
            value in "[^&=]{0,12}",
        ) {
            let query = format!("{name}={value}");
            let (state, ignored) = read(&query, &timeline);
            prop_assert!(state != State::default() || ignored == [name] || value == "date" || value.starts_with("accord,"));
        }
    }

    #[test]
    fn the_example_of_the_design_is_understood() {
        let timeline = Timeline { opening: (15_340, 20_644), ..timeline(Vec::new()) };
        let (state, ignored) =
            read("from=2012&to=2024&lanes=accord,foreign&asof=2023-08-12", &timeline);
        assert_eq!(ignored, Vec::<String>::new());
        assert_eq!(state.filter.lanes, [Lane::Accord, Lane::Foreign]);
        assert_eq!(state.filter.as_of, Some(19_581));
        assert_eq!(
            write(&state, &timeline),
            "from=2012&to=2024&lanes=accord,foreign&asof=2023-08-12"
        );
        let (state, ignored) =
            read("from=2025&to=2012&lanes=accord,moon&event=%%%&q=a+b&utm_source=x", &timeline);
        assert_eq!(ignored, ["lanes", "event", "from", "to"]);
        assert_eq!((state.range, state.filter.words.as_str()), (None, "a b"));
    }
}
