//! A table of a document and the reader that goes through it.
//!
//! Every getter gives a value, reports what is wrong with it at its place, and goes on: after a fault the value is a blank that
//! never leaves, since content with faults is not handed out. The keys that were asked for are the keys that are known, so a
//! reader ends with [`Table::finish`], which reports the rest.

use super::fault::FaultKind;
use super::nearest::nearest;
use super::text::{Spot, Text};
use super::value::{Read, Value};
use toml::de::DeTable;

/// A table being read.
pub struct Table<'a> {
    spot: Spot<'a>,
    entries: Option<&'a DeTable<'a>>,
    known: Vec<&'static str>,
}

impl<'a> Table<'a> {
    /// A table that stands at a place.
    pub fn new(spot: Spot<'a>, entries: &'a DeTable<'a>) -> Self {
        Self { spot, entries: Some(entries), known: Vec::new() }
    }

    /// Stands in for a table that is missing, which has been reported: all its values are blank, and no fault.
    pub fn blank(spot: Spot<'a>) -> Self {
        Self { spot, entries: None, known: Vec::new() }
    }

    /// True if it stands in for a table that is missing.
    pub fn is_blank(&self) -> bool {
        self.entries.is_none()
    }

    /// Where the table stands: at its header or bracket.
    pub fn spot(&self) -> Spot<'a> {
        self.spot
    }

    /// The value of a key, if it is there.
    pub fn get(&mut self, key: &'static str) -> Option<Value<'a>> {
        self.known.push(key);
        self.entry(key)
    }

    /// The value of a key that is an id, if it is there.
    pub fn entry(&self, id: &str) -> Option<Value<'a>> {
        self.entries?.get(id).map(|value| Value::new(self.spot, value))
    }

    /// The place of a key's value; that of the table if it is not there.
    pub fn spot_of(&self, key: &str) -> Spot<'a> {
        let value = self.entries.and_then(|entries| entries.get(key));
        value.map_or(self.spot, |value| self.spot.to(value.span().start))
    }

    /// The value of a key that must be there.
    pub fn demand(&mut self, key: &'static str) -> Option<Value<'a>> {
        let value = self.get(key);
        if value.is_none() && !self.is_blank() {
            self.spot.fault(FaultKind::MissingKey { key: key.to_owned() });
        }
        value
    }

    /// A value that must be there.
    pub fn need<T: Read>(&mut self, key: &'static str) -> T {
        self.demand(key).and_then(T::read).unwrap_or_else(T::blank)
    }

    /// A value that may be left out.
    pub fn maybe<T: Read>(&mut self, key: &'static str) -> Option<T> {
        self.get(key).map(|value| T::read(value).unwrap_or_else(T::blank))
    }

    /// A yes or no that is no if it is left out.
    pub fn flag(&mut self, key: &'static str) -> bool {
        self.maybe(key).unwrap_or_default()
    }

    /// A list, empty if it is left out.
    pub fn list<T: Read>(&mut self, key: &'static str) -> Vec<T> {
        self.values(key).into_iter().filter_map(T::read).collect()
    }

    /// The values of a list, none if it is left out.
    pub fn values(&mut self, key: &'static str) -> Vec<Value<'a>> {
        self.get(key).map(Value::list).unwrap_or_default()
    }

    /// The values of a list that needs `least` of them.
    pub fn values_needed(&mut self, key: &'static str, least: usize) -> Vec<Value<'a>> {
        let Some(value) = self.demand(key) else { return Vec::new() };
        let values = value.list();
        if values.len() < least && value.is_list() {
            value.spot().fault(FaultKind::ShortList { least });
        }
        values
    }

    /// A text that must be there and have words.
    pub fn text(&mut self, key: &'static str) -> Option<Text<'a>> {
        self.demand(key)?.text()
    }

    /// A text that may be left out, but not be empty.
    pub fn maybe_text(&mut self, key: &'static str) -> Option<Text<'a>> {
        self.get(key)?.text()
    }

    /// A text for editors, which no reader sees: checked and left where it is.
    pub fn for_editors(&mut self, key: &'static str) {
        self.maybe_text(key);
    }

    /// A table that must be there.
    pub fn table(&mut self, key: &'static str) -> Self {
        self.demand(key).and_then(Value::table).unwrap_or_else(|| Self::blank(self.spot))
    }

    /// A list of tables, each read by `read` and finished after it; empty if it is left out.
    pub fn each<T>(&mut self, key: &'static str, read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        each(self.values(key), read)
    }

    /// The keys as they stand, for a table whose keys are ids or words.
    pub fn keys(&self) -> impl Iterator<Item = (&'a str, Spot<'a>, Value<'a>)> + use<'a> {
        let spot = self.spot;
        self.entries.into_iter().flatten().map(move |(key, value)| {
            let (name, at): (&'a str, _) = (key.get_ref(), key.span().start);
            (name, spot.to(at), Value::new(spot, value))
        })
    }

    /// Reports the keys that nobody asked for.
    pub fn finish(self) {
        for (key, spot, _) in self.keys().filter(|(key, ..)| !self.known.contains(key)) {
            let nearest = nearest(key, self.known.iter().copied());
            spot.fault(FaultKind::UnknownKey { key: key.to_owned(), nearest });
        }
    }
}

/// Reads each of the values as a table and finishes it.
pub fn each<'a, T>(values: Vec<Value<'a>>, mut read: impl FnMut(&mut Table<'a>) -> T) -> Vec<T> {
    let tables = values.into_iter().filter_map(Value::table);
    let finished = tables.map(|mut table| {
        let record = read(&mut table);
        table.finish();
        record
    });
    finished.collect()
}
