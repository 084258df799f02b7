//! Fields whose value means something beyond itself: ids of other records, words of closed lists, and pairs in order.

use super::desk::Desk;
use super::family::Family;
use super::fault::FaultKind;
use super::table::Table;
use super::text::Spot;
use super::value::Value;
use crate::model::{Date, Lane};

impl<'a> Desk<'a> {
    /// An id of another record.
    pub fn reference(
        &self,
        table: &mut Table<'a>,
        key: &'static str,
        families: &[Family],
    ) -> String {
        table.demand(key).and_then(|value| self.referred(value, families)).unwrap_or_default()
    }

    /// An id of another record that may be left out.
    pub fn maybe_reference(
        &self,
        table: &mut Table<'a>,
        key: &'static str,
        families: &[Family],
    ) -> Option<String> {
        table.get(key).and_then(|value| self.referred(value, families))
    }

    /// Ids of other records, each once; none if they are left out.
    pub fn references(
        &self,
        table: &mut Table<'a>,
        key: &'static str,
        families: &[Family],
    ) -> Vec<String> {
        self.all_referred(table.values(key), families)
    }

    /// Ids of other records, of which there must be at least so many.
    pub fn references_needed(
        &self,
        table: &mut Table<'a>,
        key: &'static str,
        families: &[Family],
        least: usize,
    ) -> Vec<String> {
        let values = table.values_needed(key, least);
        self.all_referred(values, families)
    }

    /// The ids of the sources of a statement, of which there must be one.
    pub fn sources(&self, table: &mut Table<'a>) -> Vec<String> {
        let values = table.values("sources");
        if values.is_empty() && !table.is_blank() {
            table.spot_of("sources").fault(FaultKind::WithoutSource);
        }
        self.all_referred(values, &[Family::SOURCE])
    }

    fn all_referred(&self, values: Vec<Value<'a>>, families: &[Family]) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for value in values {
            let Some(id) = self.referred(value, families) else { continue };
            if ids.contains(&id) {
                value.spot().fault(FaultKind::Twice { entry: id.clone() });
            }
            ids.push(id);
        }
        ids
    }

    fn referred(&self, value: Value<'a>, families: &[Family]) -> Option<String> {
        let id = value.string()?;
        self.check(families, id, value.spot());
        Some(id.to_owned())
    }

    /// A word of a list of the vocabulary.
    pub fn word(&self, table: &mut Table<'a>, key: &'static str, list: &str) -> String {
        table.demand(key).and_then(|value| self.listed(value, list)).unwrap_or_default()
    }

    /// A word of a list of the vocabulary that may be left out.
    pub fn maybe_word(
        &self,
        table: &mut Table<'a>,
        key: &'static str,
        list: &str,
    ) -> Option<String> {
        table.get(key).and_then(|value| self.listed(value, list))
    }

    /// Words of a list of the vocabulary.
    pub fn word_list(&self, table: &mut Table<'a>, key: &'static str, list: &str) -> Vec<String> {
        let values = table.values(key).into_iter();
        values.filter_map(|value| self.listed(value, list)).collect()
    }

    fn listed(&self, value: Value<'a>, list: &str) -> Option<String> {
        let Some(words) = self.listed_words(list) else { return value.string().map(str::to_owned) };
        value.one_of(&format!("`{list}`"), &words).map(str::to_owned)
    }
}

/// Lanes, each once and one of those allowed.
pub fn lanes(values: Vec<Value>, allowed: &[Lane]) -> Vec<Lane> {
    let mut lanes = Vec::new();
    for value in values {
        let Some(lane) = lane(value, allowed) else { continue };
        if lanes.contains(&lane) {
            value.spot().fault(FaultKind::Twice { entry: lane.word().to_owned() });
        }
        lanes.push(lane);
    }
    lanes
}

/// A lane, one of those allowed.
pub fn lane(value: Value, allowed: &[Lane]) -> Option<Lane> {
    let words: Vec<&str> = allowed.iter().map(|lane| lane.word()).collect();
    value.one_of("the lanes", &words).and_then(Lane::from_word)
}

/// The dates of two keys, the second of which may not be before the first.
pub fn stretch(
    table: &mut Table,
    from: &'static str,
    until: &'static str,
) -> (Option<Date>, Option<Date>) {
    let dates = (table.maybe(from), table.maybe(until));
    if let (Some(start), Some(end)) = dates {
        check_order(start, end, table.spot_of(until));
    }
    dates
}

/// Reports an end that is wholly before its start.
pub fn check_order(start: Date, end: Date, spot: Spot) {
    if end.last_day() < start.first_day() {
        spot.fault(FaultKind::EndBeforeStart { start: start.to_string(), end: end.to_string() });
    }
}

/// Reports a span of numbers whose end is below its start.
pub fn check_span(min: Option<i64>, max: Option<i64>, spot: Spot) {
    if let (Some(min), Some(max)) = (min, max)
        && max < min
    {
        spot.fault(FaultKind::Backwards { min, max });
    }
}
