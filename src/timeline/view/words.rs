//! Days and spans in words, from the patterns of the interface.

use crate::model::date::civil_from_day;
use crate::model::messages::{Messages, fill};
use crate::model::page::Timeline;
use crate::timeline::ticks::TickLabel;

/// The longest text that is announced, in characters.
const MOST_SAID: usize = 120;
/// From how many days on only years are named, and from how many only months.
const IN_YEARS: i32 = 1000;
const IN_MONTHS: i32 = 90;

fn month_of(timeline: &Timeline, month: u8) -> &str {
    timeline.months.get(usize::from(month) - 1).map_or("", String::as_str)
}

/// What stands at a tick.
#[must_use]
pub fn tick(messages: &Messages, timeline: &Timeline, label: TickLabel) -> String {
    match label {
        TickLabel::Year(year) => year.to_string(),
        TickLabel::Month(month) => month_of(timeline, month).to_owned(),
        TickLabel::Day(month, day) => {
            let values = [("day", &*day.to_string()), ("month", month_of(timeline, month))];
            fill(&messages.date_month_day, &values)
        }
    }
}

/// A day, as exactly as a span of so many days asks for.
#[must_use]
pub fn day(messages: &Messages, timeline: &Timeline, day: i32, span: i32) -> String {
    let (year, month, day) = civil_from_day(day);
    let pattern = match span {
        IN_YEARS.. => return year.to_string(),
        IN_MONTHS.. => &messages.date_year_month,
        _ => &messages.date_full,
    };
    let values = [
        ("day", &*day.to_string()),
        ("month", month_of(timeline, month)),
        ("year", &year.to_string()),
    ];
    fill(pattern, &values)
}

/// A span of days, the less exactly the longer it is.
#[must_use]
pub fn span(messages: &Messages, timeline: &Timeline, first: i32, last: i32) -> String {
    let [from, until] = [first, last].map(|one| day(messages, timeline, one, last - first));
    if from == until {
        from
    } else {
        fill(&messages.date_range, &[("from", &from), ("until", &until)])
    }
}

/// How many events, and when: a cluster, given by the places of its first and last event.
#[must_use]
pub fn cluster(messages: &Messages, timeline: &Timeline, count: usize, ends: [usize; 2]) -> String {
    let [first, last] = ends.map(|place| timeline.events[place].entry.start);
    let dates = span(messages, timeline, first, last);
    fill(&messages.cluster, &[("n", &count.to_string()), ("dates", &dates)])
}

/// What is announced of an event, at most 120 characters. `numbers` are its own and that of all.
#[must_use]
pub fn announcement(messages: &Messages, numbers: [usize; 2], date: &str, title: &str) -> String {
    let [number, total] = numbers.map(|number| number.to_string());
    let values = [("n", number.as_str()), ("total", &total), ("date", date), ("title", title)];
    let whole = fill(&messages.event_of, &values);
    if whole.chars().count() <= MOST_SAID {
        return whole;
    }
    let cut: String = whole.chars().take(MOST_SAID - 1).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head))
}
