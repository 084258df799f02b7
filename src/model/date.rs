//! Civil dates that say how exactly they are known. Proleptic Gregorian, without clock or time zone.

use serde::{Deserialize, Serialize};
use std::fmt;

/// How exactly a date is known, which is how exactly it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// `18xx`: the years 1800 to 1899.
    Century,
    /// `2023`.
    Year,
    /// `2023-08`.
    Month,
    /// `2023-08-11`.
    Day,
}

/// A date as exact as it is known; written `18xx`, `2023`, `2023-08` or `2023-08-11`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: i32,
    month: u8,     // 0: only the year is known
    day: u8,       // 0: only the month is known
    century: bool, // `year` is the first of a hundred
}

/// Why a text is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// It is not written in one of the four forms.
    #[error("`{0}` is not written as a date")]
    Form(String),
    /// It is written as a date, but there is no such day or month.
    #[error("`{0}` names a day or month that does not exist")]
    NoSuchDay(String),
}

impl Date {
    /// The first day of the date, counted from 1970-01-01.
    #[must_use]
    pub fn first_day(self) -> i32 {
        day_from_civil(self.year, self.month.max(1), self.day.max(1))
    }

    /// The last day of the date, counted from 1970-01-01.
    #[must_use]
    pub fn last_day(self) -> i32 {
        match self.precision() {
            Precision::Century => day_from_civil(self.year + 100, 1, 1) - 1,
            Precision::Year => day_from_civil(self.year + 1, 1, 1) - 1,
            Precision::Month if self.month == 12 => day_from_civil(self.year + 1, 1, 1) - 1,
            Precision::Month => day_from_civil(self.year, self.month + 1, 1) - 1,
            Precision::Day => self.first_day(),
        }
    }

    /// How exactly it is known.
    #[must_use]
    pub fn precision(self) -> Precision {
        match (self.century, self.month, self.day) {
            (true, ..) => Precision::Century,
            (_, 0, _) => Precision::Year,
            (_, _, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// The year; the first of the hundred for a century.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12, if it is known.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month, 1 to 31, if it is known.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// The date of a day counted from 1970-01-01.
    #[must_use]
    pub fn from_day(day: i32) -> Self {
        let (year, month, day) = civil_from_day(day);
        Self { year, month, day, century: false }
    }
}

impl std::str::FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let form = || DateError::Form(text.to_owned());
        let digits = |part: &str, count: usize| {
            (part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse::<u16>().unwrap_or_default())
                .ok_or_else(form)
        };
        if let Some(hundreds) = text.strip_suffix("xx") {
            let year = i32::from(digits(hundreds, 2)?) * 100;
            return Ok(Self { year, month: 0, day: 0, century: true });
        }
        let mut parts = text.split('-');
        let year = i32::from(digits(parts.next().unwrap_or_default(), 4)?);
        let month = parts.next().map(|part| digits(part, 2)).transpose()?;
        let day = parts.next().map(|part| digits(part, 2)).transpose()?;
        if parts.next().is_some() {
            return Err(form());
        }
        let small = |part: Option<u16>| u8::try_from(part.unwrap_or(0)).unwrap_or(u8::MAX);
        let date = Self { year, month: small(month), day: small(day), century: false };
        let exists = month != Some(0)
            && day != Some(0)
            && date.month <= 12
            && (date.day == 0
                || civil_from_day(date.first_day()) == (date.year, date.month, date.day));
        if exists { Ok(date) } else { Err(DateError::NoSuchDay(text.to_owned())) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.precision() {
            Precision::Century => write!(f, "{:02}xx", self.year / 100),
            Precision::Year => write!(f, "{:04}", self.year),
            Precision::Month => write!(f, "{:04}-{:02}", self.year, self.month),
            Precision::Day => write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day),
        }
    }
}

impl Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "ssr")]
impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": r"^([0-9]{2}xx|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)$",
            "description": "A civil date, written as exactly as it is known: 18xx, 2023, 2023-08 or 2023-08-11."
        })
    }
}

/// When something happened: a moment or a stretch, and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub struct When {
    /// When it began.
    pub start: Date,
    /// When it ended, if it lasted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// True if the date is only about right.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub circa: bool,
    /// True if `start` and `end` are the limits between which one moment lies.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub between: bool,
    /// True if accounts differ on the date.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub disputed: bool,
    /// The time of day as the source gives it; text only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
}

impl When {
    /// A date that is known and does not last.
    #[must_use]
    pub fn on(start: Date) -> Self {
        Self { start, end: None, circa: false, between: false, disputed: false, time: None }
    }

    /// What is doubtful about it, as drawn on a timeline: 0 nothing, 1 it is only about right, 2 accounts differ on it.
    #[must_use]
    pub fn doubt(&self) -> u8 {
        if self.disputed { 2 } else { u8::from(self.circa) }
    }

    /// The last day that it may have touched, counted from 1970-01-01.
    #[must_use]
    pub fn last_day(&self) -> i32 {
        self.end.unwrap_or(self.start).last_day()
    }
}

/// The days from 1970-01-01 to a civil date. `month` is 1 to 12.
///
/// Howard Hinnant, "chrono-compatible low-level date algorithms": the year is turned so that it begins in March, which puts
/// the leap day last, and is counted in eras of 400 years or 146 097 days.
#[must_use]
pub fn day_from_civil(year: i32, month: u8, day: u8) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((i32::from(month) + 9) % 12) + 2) / 5 + i32::from(day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The year, month (1 to 12) and day (1 to 31) of a day counted from 1970-01-01.
///
/// # Panics
/// Never: the algorithm yields months and days below 32.
#[must_use]
pub fn civil_from_day(day: i32) -> (i32, u8, u8) {
    let day = day + 719_468;
    let era = day.div_euclid(146_097);
    let day_of_era = day.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let small =
        |number: i32| u8::try_from(number).expect("a month or a day of the month is below 32");
    let month = small((from_march + 2) % 12 + 1);
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month, small(day_of_year - (153 * from_march + 2) / 5 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn precision_is_the_written_form() {
        let forms = [
            ("18xx", Precision::Century),
            ("2023", Precision::Year),
            ("2023-08", Precision::Month),
        ];
        for (text, precision) in forms {
            assert_eq!(date(text).precision(), precision);
            assert_eq!(date(text).to_string(), text);
        }
        assert_eq!(date("2023-08-11").precision(), Precision::Day);
    }

    #[test]
    fn a_date_covers_all_the_days_it_may_mean() {
        assert_eq!(date("1970-01-01").first_day(), 0);
        assert_eq!(date("2024-02").last_day() - date("2024-02").first_day(), 28);
        assert_eq!(date("2023").last_day() - date("2023").first_day(), 364);
        assert_eq!(date("18xx").last_day() + 1, date("1900").first_day());
        assert_eq!(date("2023-12").last_day() + 1, date("2024").first_day());
    }

    #[test]
    fn days_and_forms_that_do_not_exist_are_refused() {
        for text in ["2023-02-29", "2023-13", "2023-00-01", "2023-01-00"] {
            assert_eq!(text.parse::<Date>(), Err(DateError::NoSuchDay(text.to_owned())));
        }
        for text in ["", "23-08-11", "2023-8-1", "11.08.2023", "2023-08-11-01", "xx", "２０２３"]
        {
            assert_eq!(text.parse::<Date>(), Err(DateError::Form(text.to_owned())));
        }
    }

    proptest! {
        #[test]
        fn every_day_has_one_civil_date(day in -1_000_000i32..1_000_000) {
            let (year, month, day_of_month) = civil_from_day(day);
            prop_assert_eq!(day_from_civil(year, month, day_of_month), day);
            prop_assert!((1..=12).contains(&month) && (1..=31).contains(&day_of_month));
        }

        #[test]
        fn a_written_date_reads_back(day in -700_000i32..2_900_000) {
            let date = Date::from_day(day);
            prop_assert_eq!(date.to_string().parse::<Date>(), Ok(date));
        }
    }
}
