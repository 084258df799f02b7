//! The words of the picture: days and spans, counts, and what is announced, from the patterns of the interface.

use super::ticks::TickLabel;
use crate::model::Lane;
use crate::model::date::civil_from_day;
use crate::model::messages::{Messages, fill};
use crate::model::page::TimelineEvent;

/// The longest text that is announced, in characters.
const MOST_SAID: usize = 120;
/// From how many days on only years are named, and from how many only months.
const IN_YEARS: i32 = 1000;
const IN_MONTHS: i32 = 90;

/// What the picture is written with; a small part of the interface, so that a page that shows nothing else carries no more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "most are named after the words themselves")]
pub struct Words {
    /// The names of the lanes, in their order.
    pub lanes: [String; 5],
    /// The twelve months, short.
    pub months: Vec<String>,
    pub cluster: String,
    pub event_of: String,
    pub events_before: String,
    pub events_shown: String,
    pub as_of_hides: String,
    pub date_month_day: String,
    pub date_year_month: String,
    pub date_full: String,
    pub date_range: String,
}

impl Words {
    /// Those of the interface. The months are the timeline's.
    #[must_use]
    pub fn new(messages: &Messages, months: &[String]) -> Self {
        Self {
            lanes: [
                messages.lane_accord.clone(),
                messages.lane_government.clone(),
                messages.lane_foreign.clone(),
                messages.lane_fighting.clone(),
                messages.lane_civilians.clone(),
            ],
            months: months.to_vec(),
            cluster: messages.cluster.clone(),
            event_of: messages.event_of.clone(),
            events_before: messages.events_before.clone(),
            events_shown: messages.events_shown.clone(),
            as_of_hides: messages.as_of_hides.clone(),
            date_month_day: messages.date_month_day.clone(),
            date_year_month: messages.date_year_month.clone(),
            date_full: messages.date_full.clone(),
            date_range: messages.date_range.clone(),
        }
    }

    /// The name of a lane.
    #[must_use]
    pub fn lane(&self, lane: Lane) -> &String {
        &self.lanes[lane as usize]
    }

    fn month(&self, month: u8) -> &str {
        self.months.get(usize::from(month) - 1).map_or("", String::as_str)
    }
}

/// What stands at a tick.
#[must_use]
pub fn tick(words: &Words, label: TickLabel) -> String {
    match label {
        TickLabel::Year(year) => year.to_string(),
        TickLabel::Month(month) => words.month(month).to_owned(),
        TickLabel::Day(month, day) => {
            let values = [("day", &*day.to_string()), ("month", words.month(month))];
            fill(&words.date_month_day, &values)
        }
    }
}

/// A day, as exactly as a span of so many days asks for.
#[must_use]
pub fn day(words: &Words, day: i32, span: i32) -> String {
    let (year, month, day) = civil_from_day(day);
    let pattern = match span {
        IN_YEARS.. => return year.to_string(),
        IN_MONTHS.. => &words.date_year_month,
        _ => &words.date_full,
    };
    let values =
        [("day", &*day.to_string()), ("month", words.month(month)), ("year", &year.to_string())];
    fill(pattern, &values)
}

/// A span of days, the less exactly the longer it is.
#[must_use]
pub fn span(words: &Words, first: i32, last: i32) -> String {
    let [from, until] = [first, last].map(|one| day(words, one, last - first));
    if from == until {
        from
    } else {
        fill(&words.date_range, &[("from", &from), ("until", &until)])
    }
}

/// How many events, and when: a cluster, given by the places of its first and last event.
#[must_use]
pub fn cluster(words: &Words, events: &[TimelineEvent], count: usize, ends: [usize; 2]) -> String {
    let [first, last] = ends.map(|place| events[place].entry.start);
    let dates = span(words, first, last);
    fill(&words.cluster, &[("n", &count.to_string()), ("dates", &dates)])
}

/// What is announced of an event, at most 120 characters. `numbers` are its own and that of all.
#[must_use]
pub fn announcement(words: &Words, numbers: [usize; 2], date: &str, title: &str) -> String {
    let [number, total] = numbers.map(|number| number.to_string());
    let values = [("n", number.as_str()), ("total", &total), ("date", date), ("title", title)];
    let whole = fill(&words.event_of, &values);
    if whole.chars().count() <= MOST_SAID {
        return whole;
    }
    let cut: String = whole.chars().take(MOST_SAID - 1).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head))
}

/// How many events of all are shown, and how many the day that the reader stands on hides, if there is one.
#[must_use]
pub fn hidden(words: &Words, numbers: [usize; 2], as_of: Option<(i32, usize)>) -> String {
    let [count, total] = numbers.map(|number| number.to_string());
    let mut said = fill(&words.events_shown, &[("n", &count), ("total", &total)]);
    if let Some((on, later)) = as_of {
        let values = [("date", &*day(words, on, 0)), ("n", &later.to_string())];
        said.push_str(". ");
        said.push_str(&fill(&words.as_of_hides, &values));
    }
    said
}
