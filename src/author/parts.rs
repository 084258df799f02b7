//! Words of the parts of a record, by key or by number: `[q-ber-first.claims.cma]`, `[dep-serval.strength]` with `1 = …`.

use super::fault::FaultKind;
use super::nearest::nearest;
use super::table::Table;
use super::text::Spot;
use super::value::Value;

/// The words of a record's parts. Those that no part asked for are reported at the end.
pub struct Parts<'a> {
    kind: &'static str,
    words: Table<'a>,
    is_blank: bool, // the record has no words at all, which has been reported
    asked: Vec<String>,
}

impl<'a> Parts<'a> {
    /// The parts under a key of a record's words; `kind` is what a fault calls one.
    pub fn new(words: &mut Table<'a>, key: &'static str, kind: &'static str) -> Self {
        let is_blank = words.is_blank();
        let parts = words.get(key).and_then(Value::table);
        Self {
            kind,
            words: parts.unwrap_or_else(|| Table::blank(words.spot())),
            is_blank,
            asked: Vec::new(),
        }
    }

    /// The words of a part, if there are any.
    pub fn maybe(&mut self, id: &str) -> Option<Value<'a>> {
        self.asked.push(id.to_owned());
        self.words.entry(id)
    }

    /// The words of a part, which there must be; `fact` is where the part stands.
    pub fn need(&mut self, id: &str, fact: Spot) -> Option<Value<'a>> {
        let words = self.maybe(id);
        if words.is_none() && !self.is_blank && !id.is_empty() {
            let file = self.words.spot().path().to_owned();
            fact.fault(FaultKind::NoWords { kind: self.kind.to_owned(), id: id.to_owned(), file });
        }
        words
    }

    /// The words of a part as a table; blank if there are none.
    pub fn table(&mut self, id: &str) -> Table<'a> {
        self.maybe(id).and_then(Value::table).unwrap_or_else(|| Table::blank(self.words.spot()))
    }

    /// The words of a part as a table, which there must be.
    pub fn table_needed(&mut self, id: &str, fact: Spot) -> Table<'a> {
        self.need(id, fact)
            .and_then(Value::table)
            .unwrap_or_else(|| Table::blank(self.words.spot()))
    }

    /// Reports the words that no part asked for.
    pub fn finish(self) {
        for (id, spot, _) in
            self.words.keys().filter(|(id, ..)| !self.asked.iter().any(|asked| asked == id))
        {
            let nearest = nearest(id, self.asked.iter().map(String::as_str));
            spot.fault(FaultKind::WordsForNothing {
                kind: self.kind.to_owned(),
                id: id.to_owned(),
                nearest,
            });
        }
    }
}
