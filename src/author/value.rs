//! A value of a document, and what can be read from it.

use super::fault::FaultKind;
use super::nearest::nearest;
use super::table::Table;
use super::text::{Spot, Text};
use crate::model::date::DateError;
use crate::model::{Date, Status, Voice};
use toml::Spanned;
use toml::de::DeValue;

/// A value and its place.
#[derive(Clone, Copy)]
pub struct Value<'a> {
    spot: Spot<'a>,
    value: &'a Spanned<DeValue<'a>>,
}

impl<'a> Value<'a> {
    /// A value in the file of a spot.
    pub fn new(spot: Spot<'a>, value: &'a Spanned<DeValue<'a>>) -> Self {
        Self { spot: spot.to(value.span().start), value }
    }

    /// Where it stands.
    pub fn spot(self) -> Spot<'a> {
        self.spot
    }

    /// The value as a list, empty if it is none.
    pub fn list(self) -> Vec<Self> {
        match self.value.get_ref() {
            DeValue::Array(values) => {
                values.iter().map(|value| Self::new(self.spot, value)).collect()
            }
            _ => self.mistyped("a list").unwrap_or_default(),
        }
    }

    /// True if the value is a list.
    pub fn is_list(self) -> bool {
        self.value.get_ref().is_array()
    }

    /// The value as a table.
    pub fn table(self) -> Option<Table<'a>> {
        match self.value.get_ref() {
            DeValue::Table(entries) => Some(Table::new(self.spot, entries)),
            _ => self.mistyped("a table"),
        }
    }

    /// The value as a text with words in it.
    pub fn text(self) -> Option<Text<'a>> {
        let words = self.string()?;
        let text = Text::literal(self.spot, self.value.span(), words);
        text.check().then_some(text)
    }

    /// The value as a bare string.
    pub fn string(self) -> Option<&'a str> {
        match self.value.get_ref() {
            DeValue::String(words) => Some(words),
            _ => self.mistyped("a text"),
        }
    }

    /// The value if it is a string; anything else is left for others to report.
    pub fn as_str(self) -> Option<&'a str> {
        self.value.get_ref().as_str()
    }

    fn number(self) -> Option<f64> {
        match self.value.get_ref() {
            DeValue::Float(number) => {
                number.as_str().parse().ok().or_else(|| self.mistyped("a number"))
            }
            DeValue::Integer(_) => i32::read(self).map(f64::from),
            _ => self.mistyped("a number"),
        }
    }

    fn integer(self) -> Option<i64> {
        let DeValue::Integer(number) = self.value.get_ref() else {
            return self.mistyped("a whole number");
        };
        let read = i64::from_str_radix(number.as_str(), number.radix()).ok();
        if read.is_none() {
            self.out_of_range(number, i64::MIN, i64::MAX);
        }
        read
    }

    fn mistyped<T>(self, expected: &'static str) -> Option<T> {
        let found = match self.value.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "`true` or `false`",
            DeValue::Datetime(_) => "a date without quotation marks",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.spot.fault(FaultKind::WrongType { expected, found });
        None
    }

    fn out_of_range(self, value: impl ToString, min: impl ToString, max: impl ToString) {
        let [value, min, max] = [value.to_string(), min.to_string(), max.to_string()];
        self.spot.fault(FaultKind::OutOfRange { value, min, max });
    }

    /// A number, which is a fault if it is not in the range.
    pub fn number_within(self, min: f64, max: f64) -> Option<f64> {
        let number = self.number()?;
        if !(min..=max).contains(&number) {
            self.out_of_range(number, min, max);
        }
        Some(number)
    }

    /// A whole number, which is a fault if it is not in the range.
    pub fn integer_within(self, min: i64, max: i64) -> Option<i64> {
        let number = self.integer()?;
        if !(min..=max).contains(&number) {
            self.out_of_range(number, min, max);
        }
        Some(number)
    }

    /// One of the words of a closed list; any other is a fault.
    pub fn one_of(self, list: &str, words: &[&str]) -> Option<&'a str> {
        let word = self.string()?;
        if !words.contains(&word) {
            let nearest = nearest(word, words.iter().copied());
            self.spot.fault(FaultKind::UnknownWord {
                list: list.to_owned(),
                word: word.to_owned(),
                nearest,
            });
        }
        Some(word)
    }
}

/// A type that can be read from a value.
pub trait Read: Sized {
    /// Reads a value, or reports why it cannot.
    fn read(value: Value) -> Option<Self>;

    /// What stands in after a fault.
    fn blank() -> Self;
}

impl Read for String {
    fn read(value: Value) -> Option<Self> {
        value.text().map(|text| text.words.to_owned())
    }

    fn blank() -> Self {
        Self::new()
    }
}

impl Read for bool {
    fn read(value: Value) -> Option<Self> {
        match value.value.get_ref() {
            DeValue::Boolean(flag) => Some(*flag),
            _ => value.mistyped("`true` or `false`"),
        }
    }

    fn blank() -> Self {
        false
    }
}

impl Read for f64 {
    fn read(value: Value) -> Option<Self> {
        value.number_within(f64::MIN, f64::MAX)
    }

    fn blank() -> Self {
        0.0
    }
}

impl Read for Date {
    fn read(value: Value) -> Option<Self> {
        let parsed = value.string()?.parse();
        let fault = |error| match error {
            DateError::Form(text) => FaultKind::DateForm { text },
            DateError::NoSuchDay(text) => FaultKind::NoSuchDay { text },
        };
        parsed.map_err(|error| value.spot.fault(fault(error))).ok()
    }

    fn blank() -> Self {
        Self::from_day(0)
    }
}

macro_rules! integers {
    ($($name:ident),+) => {$(
        impl Read for $name {
            fn read(value: Value) -> Option<Self> {
                let number = value.integer()?;
                let small = Self::try_from(number).ok();
                if small.is_none() {
                    value.out_of_range(number, Self::MIN, Self::MAX);
                }
                small
            }

            fn blank() -> Self {
                0
            }
        }
    )+};
}
integers!(u8, u16, i32, i64);

macro_rules! closed {
    ($($name:ident = $list:literal),+) => {$(
        impl Read for $name {
            fn read(value: Value) -> Option<Self> {
                let words: Vec<&str> = Self::ALL.iter().map(|entry| entry.word()).collect();
                Self::from_word(value.one_of($list, &words)?)
            }

            fn blank() -> Self {
                Self::ALL[0]
            }
        }
    )+};
}
closed!(Status = "the statuses", Voice = "the voices");
