//! Reads JSON: a list of records, or an object with such a list as `events` and perhaps a `title`.
//!
//! The text is walked through once and fills a row after the other, so that neither a tree nor a record is ever built. Fields of objects
//! within a record are read under dotted names, as `when.start`; lists of objects are passed over, and numbers stay the text
//! that they are. A reader of our own, because that of `serde_json` brings the parsing and the writing of decimal numbers with it: 12 kB of
//! the 80 that a bare page may weigh, packed.

use super::builder::Builder;
use super::fault::FaultKind;
use super::row::named;
use std::borrow::Cow;

/// Objects and lists may stand so deep in each other.
const MOST_DEEP: usize = 60;

/// Reads a text, and says if it is no JSON.
pub fn read(text: &str, builder: &mut Builder) {
    let mut reader =
        Reader { text, at: 0, deep: 0, builder, path: String::new(), has_events: false };
    let is_sound = reader.value(Place::Top).is_some() && {
        reader.skip_space();
        reader.at == text.len()
    };
    let (at, has_events) = (reader.at.min(text.len()), reader.has_events);
    if !is_sound {
        let before = &text.as_bytes()[..at];
        let line = before.split(|byte| *byte == b'\n').count();
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let column = String::from_utf8_lossy(&before[start..]).chars().count() + 1;
        builder.fault_of_file(Some(line), "", FaultKind::Syntax { line, column });
    } else if !has_events {
        builder.fault_of_file(None, "events", FaultKind::Missing);
    }
}

/// Where a value stands.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// It is the whole file.
    Top,
    /// It is the title of the file.
    Title,
    /// It is the list of records.
    Events,
    /// It is a record.
    Record,
    /// It is the value of a field.
    Field,
    /// It stands in the list that is the value of a field.
    Part,
    /// It is passed over.
    Nowhere,
}

struct Reader<'t, 'a, 'b> {
    text: &'t str,
    at: usize, // the next byte
    deep: usize,
    builder: &'a mut Builder<'b>,
    path: String, // the dotted name of where it stands
    has_events: bool,
}

/// Each step gives none where the text is no JSON; where that is, it stands still.
impl<'t> Reader<'t, '_, '_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\r' | b'\n') = self.peek() {
            self.at += 1;
        }
    }

    /// Steps over a sign, after any space, if it is there.
    fn has(&mut self, sign: u8) -> bool {
        self.skip_space();
        let is_there = self.peek() == Some(sign);
        self.at += usize::from(is_there);
        is_there
    }

    fn value(&mut self, place: Place) -> Option<()> {
        self.skip_space();
        match self.peek()? {
            b'{' => self.within(|reader| reader.object(place)),
            b'[' => self.within(|reader| reader.list(place)),
            b'"' => {
                let text = self.string()?;
                self.take(place, &text);
                Some(())
            }
            b'-' | b'0'..=b'9' => {
                let text = self.number()?;
                self.take(place, text);
                Some(())
            }
            _ => {
                let rest = &self.text[self.at..];
                let word =
                    ["true", "false", "null"].into_iter().find(|word| rest.starts_with(word))?;
                self.at += word.len();
                self.take(place, if word == "null" { "" } else { word });
                Some(())
            }
        }
    }

    fn within(&mut self, read: impl FnOnce(&mut Self) -> Option<()>) -> Option<()> {
        if self.deep == MOST_DEEP {
            return None;
        }
        self.at += 1;
        self.deep += 1;
        read(self)?;
        self.deep -= 1;
        Some(())
    }

    /// The fields of an object, behind its brace.
    fn object(&mut self, place: Place) -> Option<()> {
        let around = if place == Place::Field { self.path.len() } else { 0 };
        let mut is_first = true;
        while !self.has(b'}') {
            if !is_first && !self.has(b',') {
                return None;
            }
            is_first = false;
            self.skip_space();
            let name = self.string()?;
            if !self.has(b':') {
                return None;
            }
            let inner = match (place, &*name) {
                (Place::Top, "events") => Place::Events,
                (Place::Top, "title") => Place::Title,
                (Place::Record | Place::Field, name) => {
                    self.path.truncate(around);
                    if around > 0 {
                        self.path.push('.');
                    }
                    self.path.push_str(name);
                    Place::Field
                }
                _ => Place::Nowhere,
            };
            self.value(inner)?;
        }
        if let Place::Record | Place::Field = place {
            self.path.truncate(around);
        }
        if place == Place::Record {
            self.builder.end_row();
        }
        Some(())
    }

    /// The parts of a list, behind its bracket.
    fn list(&mut self, place: Place) -> Option<()> {
        let inner = match place {
            Place::Top | Place::Events => {
                self.has_events = true;
                Place::Record
            }
            Place::Field if named(&self.path).is_some() => Place::Part,
            _ => Place::Nowhere,
        };
        if place == Place::Record {
            self.builder.end_row_with(FaultKind::NotARecord);
        }
        let mut is_first = true;
        while !self.has(b']') {
            if !is_first && !self.has(b',') {
                return None;
            }
            is_first = false;
            self.value(inner)?;
        }
        Some(())
    }

    /// A text in quotation marks.
    fn string(&mut self) -> Option<Cow<'t, str>> {
        if self.peek() != Some(b'"') {
            return None;
        }
        self.at += 1;
        let mut start = self.at;
        let mut text = Cow::Borrowed("");
        loop {
            match self.peek()? {
                b'"' => {
                    text += &self.text[start..self.at];
                    self.at += 1;
                    return Some(text);
                }
                b'\\' => {
                    text += &self.text[start..self.at];
                    self.at += 1;
                    let letter = self.escaped()?;
                    text.to_mut().push(letter);
                    start = self.at;
                }
                0..=0x1f => return None,
                _ => self.at += 1,
            }
        }
    }

    /// What a backslash stands for; the next byte is that behind it.
    fn escaped(&mut self) -> Option<char> {
        let sign = self.peek()?;
        self.at += 1;
        Some(match sign {
            b'"' | b'\\' | b'/' => char::from(sign),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                if !(0xd800..0xdc00).contains(&unit) {
                    return char::from_u32(unit);
                }
                // The first half of a pair.
                self.at += usize::from(self.peek()? == b'\\');
                self.at += usize::from(self.peek()? == b'u');
                let low = self.unit()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                return char::from_u32(0x10000 + ((unit - 0xd800) << 10) + low);
            }
            _ => {
                self.at -= 1;
                return None;
            }
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let unit = u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)?;
        self.at += 4;
        Some(unit)
    }

    /// A number, as it is written.
    fn number(&mut self) -> Option<&'t str> {
        let start = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
        }
        Some(&self.text[start..self.at])
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_some_and(|digit| digit.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    /// Takes over a text, or a number or the like as text.
    fn take(&mut self, place: Place, text: &str) {
        match place {
            Place::Title => self.builder.title(text),
            Place::Record => self.builder.end_row_with(FaultKind::NotARecord),
            Place::Field => {
                if let Some(name) = named(&self.path) {
                    self.builder.row.push(name, text);
                }
            }
            Place::Part => {
                if let Some(name) = named(&self.path) {
                    self.builder.row.push_part(name, text);
                }
            }
            Place::Top | Place::Events | Place::Nowhere => {}
        }
    }
}
