//! The words of the picture: days and spans, counts, and what is announced, from the patterns of the interface.

use super::ticks::TickLabel;
use crate::model::date::civil_from_day;
use crate::model::messages::{Messages, fill};
use crate::model::page::TimelineEvent;
use crate::model::{Date, Lane, Precision, When};

/// The longest text that is announced, in characters.
const MOST_SAID: usize = 120;
/// From how many days on only years are named, and from how many only months.
const IN_YEARS: i32 = 1000;
const IN_MONTHS: i32 = 90;

/// Declares words that are called as messages are, and are taken from these, or from a look-up by name where the messages are not at hand.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($field:ident,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        #[allow(missing_docs, clippy::struct_field_names, reason = "as the messages are")]
        pub struct $name {
            $(pub $field: String,)+
        }

        impl $name {
            /// Takes them from the messages.
            #[must_use]
            pub fn of(messages: &Messages) -> Self {
                Self { $($field: messages.$field.clone(),)+ }
            }

            /// Makes them from a look-up by name.
            pub fn from_words(mut word: impl FnMut(&'static str) -> String) -> Self {
                Self { $($field: word(stringify!($field)),)+ }
            }
        }
    )+};
}

pub(super) use words;

words! {
    /// The patterns of dates.
    DatePatterns { date_full, date_year_month, date_month_day, date_range, date_between, date_about, date_disputed, }

    /// The patterns of what is said of the picture.
    PicturePatterns { cluster, event_of, events_before, events_shown, as_of_hides, }
}

/// What it takes to write a date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateWords {
    /// The patterns.
    pub patterns: DatePatterns,
    /// The twelve months, short.
    pub months: Vec<String>,
}

impl DateWords {
    /// When something happened, each date as exactly as it is known.
    #[must_use]
    pub fn when(&self, when: &When) -> String {
        let patterns = &self.patterns;
        let mut words = match when.end.filter(|end| *end != when.start) {
            None => self.date(when.start),
            Some(end) => {
                let is_in_one_year = when.start.year() == end.year()
                    && when.start.day().is_some()
                    && end.day().is_some();
                let from = match (when.between, is_in_one_year) {
                    (false, true) => self.fill(&patterns.date_month_day, when.start),
                    _ => self.date(when.start),
                };
                let pattern =
                    if when.between { &patterns.date_between } else { &patterns.date_range };
                fill(pattern, &[("from", &from), ("until", &self.date(end))])
            }
        };
        for (is_so, pattern) in
            [(when.circa, &patterns.date_about), (when.disputed, &patterns.date_disputed)]
        {
            if is_so {
                words = fill(pattern, &[("date", &words)]);
            }
        }
        words
    }

    fn date(&self, date: Date) -> String {
        match date.precision() {
            Precision::Century => {
                let [from, until] = [date.year(), date.year() + 99].map(|year| year.to_string());
                fill(&self.patterns.date_range, &[("from", &from), ("until", &until)])
            }
            Precision::Year => date.year().to_string(),
            Precision::Month => self.fill(&self.patterns.date_year_month, date),
            Precision::Day => self.fill(&self.patterns.date_full, date),
        }
    }

    fn fill(&self, pattern: &str, date: Date) -> String {
        let month = usize::from(date.month().unwrap_or(1)) - 1;
        let values = [
            ("day", &*date.day().unwrap_or(1).to_string()),
            ("month", self.months.get(month).map_or("", String::as_str)),
            ("year", &date.year().to_string()),
        ];
        fill(pattern, &values)
    }
}

/// What the picture is written with: a small part of the interface, so that a page that shows nothing else carries no more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The names of the lanes, in their order.
    pub lanes: [String; 5],
    /// How dates are written.
    pub dates: DateWords,
    /// What is said of it.
    pub patterns: PicturePatterns,
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
            dates: DateWords { patterns: DatePatterns::of(messages), months: months.to_vec() },
            patterns: PicturePatterns::of(messages),
        }
    }

    /// The name of a lane.
    #[must_use]
    pub fn lane(&self, lane: Lane) -> &String {
        &self.lanes[lane as usize]
    }

    fn month(&self, month: u8) -> &str {
        self.dates.months.get(usize::from(month) - 1).map_or("", String::as_str)
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
            fill(&words.dates.patterns.date_month_day, &values)
        }
    }
}

/// A day, as exactly as a span of so many days asks for.
#[must_use]
pub fn day(words: &Words, day: i32, span: i32) -> String {
    let (year, month, day) = civil_from_day(day);
    let pattern = match span {
        IN_YEARS.. => return year.to_string(),
        IN_MONTHS.. => &words.dates.patterns.date_year_month,
        _ => &words.dates.patterns.date_full,
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
        fill(&words.dates.patterns.date_range, &[("from", &from), ("until", &until)])
    }
}

/// How many events, and when: a cluster, given by the places of its first and last event.
#[must_use]
pub fn cluster(words: &Words, events: &[TimelineEvent], count: usize, ends: [usize; 2]) -> String {
    let [first, last] = ends.map(|place| events[place].entry.start);
    let dates = span(words, first, last);
    fill(&words.patterns.cluster, &[("n", &count.to_string()), ("dates", &dates)])
}

/// What is announced of an event, at most 120 characters. `numbers` are its own and that of all.
#[must_use]
pub fn announcement(words: &Words, numbers: [usize; 2], date: &str, title: &str) -> String {
    let [number, total] = numbers.map(|number| number.to_string());
    let values = [("n", number.as_str()), ("total", &total), ("date", date), ("title", title)];
    let whole = fill(&words.patterns.event_of, &values);
    if whole.chars().count() <= MOST_SAID {
        return whole;
    }
    let cut: String = whole.chars().take(MOST_SAID - 1).collect();
    [cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head), "…"].concat()
}

/// How many events of all are shown, and how many the day that the reader stands on hides, if there is one.
#[must_use]
pub fn hidden(words: &Words, numbers: [usize; 2], as_of: Option<(i32, usize)>) -> String {
    let [count, total] = numbers.map(|number| number.to_string());
    let mut said = fill(&words.patterns.events_shown, &[("n", &count), ("total", &total)]);
    if let Some((on, later)) = as_of {
        let values = [("date", &*day(words, on, 0)), ("n", &later.to_string())];
        said.push_str(". ");
        said.push_str(&fill(&words.patterns.as_of_hides, &values));
    }
    said
}
