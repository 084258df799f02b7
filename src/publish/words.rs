//! Dates and numbers in words, by the rules of a language (ICU4X).

use crate::model::date::day_from_civil;
use crate::model::library::{Library, Vocabulary};
use crate::model::messages::fill;
use crate::model::{Date, Precision, When};
use icu::calendar::Gregorian;
use icu::calendar::Iso;
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{M, MD, Y, YM, YMD};
use icu::decimal::DecimalFormatter;
use icu::locale::Locale;

/// Writes dates and numbers in one language.
pub struct Words<'a> {
    vocabulary: &'a Vocabulary,
    day: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    day_of_year: FixedCalendarDateTimeFormatter<Gregorian, MD>,
    month: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    month_alone: FixedCalendarDateTimeFormatter<Gregorian, M>,
    year: FixedCalendarDateTimeFormatter<Gregorian, Y>,
    number: DecimalFormatter,
}

impl<'a> Words<'a> {
    /// Prepares the language of a library. The vocabulary's `dates.locale` may name a regional form of it.
    ///
    /// # Panics
    /// If the vocabulary's locale is no BCP 47 tag.
    #[must_use]
    pub fn new(library: &'a Library) -> Self {
        let tag = library
            .vocabulary
            .entry("dates", "locale")
            .map_or(library.locale.as_str(), |entry| &entry.name);
        let locale: Locale = tag.parse().expect("the vocabulary's dates.locale is a BCP 47 tag");
        let data = "ICU4X carries data for every locale, if only that of its root";
        Self {
            vocabulary: &library.vocabulary,
            day: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long())
                .expect(data),
            day_of_year: FixedCalendarDateTimeFormatter::try_new((&locale).into(), MD::long())
                .expect(data),
            month: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YM::long())
                .expect(data),
            month_alone: FixedCalendarDateTimeFormatter::try_new((&locale).into(), M::medium())
                .expect(data),
            year: FixedCalendarDateTimeFormatter::try_new((&locale).into(), Y::long()).expect(data),
            number: DecimalFormatter::try_new(
                (&locale).into(),
                icu::decimal::options::DecimalFormatterOptions::default(),
            )
            .expect(data),
        }
    }

    /// A date, as exact as it is known.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let civil = civil(date);
        match date.precision() {
            Precision::Century => {
                self.pattern("century", &[("n", &(date.year() / 100 + 1).to_string())])
            }
            Precision::Year => self.year.format(&civil).to_string(),
            Precision::Month => self.month.format(&civil).to_string(),
            Precision::Day => self.day.format(&civil).to_string(),
        }
    }

    /// The twelve months, short.
    #[must_use]
    pub fn months(&self) -> Vec<String> {
        let first = |month: u8| Date::from_day(day_from_civil(2001, month, 1));
        (1..=12).map(|month| self.month_alone.format(&civil(first(month))).to_string()).collect()
    }

    /// When something happened, with its doubts.
    #[must_use]
    pub fn when(&self, when: &When) -> String {
        let dates = match when.end {
            Some(end) if when.between => self.pattern(
                "between",
                &[("from", &self.date(when.start)), ("until", &self.date(end))],
            ),
            Some(end) => self.range(when.start, end),
            None => self.date(when.start),
        };
        let dates = if when.circa { self.pattern("about", &[("date", &dates)]) } else { dates };
        let dates =
            if when.disputed { self.pattern("disputed", &[("date", &dates)]) } else { dates };
        match &when.time {
            Some(time) => self.pattern("time", &[("date", &dates), ("time", time)]),
            None => dates,
        }
    }

    /// A stretch of time that may be open at either end; empty if it is open at both.
    #[must_use]
    pub fn span(&self, from: Option<Date>, until: Option<Date>) -> String {
        match (from, until) {
            (Some(from), Some(until)) if from == until => self.date(from),
            (Some(from), Some(until)) => self.range(from, until),
            (Some(from), None) => self.pattern("since", &[("date", &self.date(from))]),
            (None, Some(until)) => self.pattern("until", &[("date", &self.date(until))]),
            (None, None) => String::new(),
        }
    }

    /// A whole number or a decimal fraction.
    ///
    /// # Panics
    /// If it is infinite or no number.
    #[must_use]
    pub fn number(&self, number: f64) -> String {
        let decimal: icu::decimal::input::Decimal =
            number.to_string().parse().expect("a finite number is written as a decimal");
        self.number.format(&decimal).to_string()
    }

    fn range(&self, from: Date, until: Date) -> String {
        let in_one_year =
            from.year() == until.year() && from.day().is_some() && until.day().is_some();
        let from = if in_one_year {
            self.day_of_year.format(&civil(from)).to_string()
        } else {
            self.date(from)
        };
        self.pattern("range", &[("from", &from), ("until", &self.date(until))])
    }

    fn pattern(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.vocabulary.name("dates", key), values)
    }
}

fn civil(date: Date) -> icu::calendar::Date<Gregorian> {
    let iso: icu::calendar::Date<Iso> = icu::calendar::Date::try_new_iso(
        date.year(),
        date.month().unwrap_or(1),
        date.day().unwrap_or(1),
    )
    .expect("a date that was read exists");
    iso.to_calendar(Gregorian)
}
