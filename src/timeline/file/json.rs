//! Reads JSON: a list of records, or an object with such a list as `events` and perhaps a `title`.
//!
//! One visitor, which knows where it stands, walks through all of it and fills a row after the other, so that neither a tree nor a
//! record is ever built. Fields of objects within a record are read under dotted names, as `when.start`; lists of objects are passed over.

use super::builder::Builder;
use super::fault::FaultKind;
use super::row::named;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// Reads a text, and says if it is no JSON.
pub fn read(text: &str, builder: &mut Builder) {
    let mut json = serde_json::Deserializer::from_str(text);
    let mut reader = Reader { builder, path: String::new(), has_events: false };
    let read = reader.at(Place::Top).deserialize(&mut json).and_then(|()| json.end());
    let has_events = reader.has_events;
    if let Err(error) = read {
        let (line, column) = (error.line(), error.column());
        builder.fault_of_file(Some(line), "", FaultKind::Syntax { line, column });
    } else if !has_events {
        builder.fault_of_file(None, "events", FaultKind::Missing);
    }
}

struct Reader<'a, 'b> {
    builder: &'a mut Builder<'b>,
    path: String, // the dotted name of where it stands
    has_events: bool,
}

impl<'a, 'b> Reader<'a, 'b> {
    fn at<'c>(&'c mut self, place: Place) -> Node<'a, 'b, 'c> {
        Node { reader: self, place }
    }
}

/// Where a value stands.
#[derive(Clone, Copy)]
enum Place {
    /// It is the whole file.
    Top,
    /// It is the title of the file.
    Title,
    /// It is the list of records.
    Events,
    /// It is a record.
    Record,
    /// It is a name; that around it has so many bytes.
    Name(usize),
    /// It is the value of a field.
    Field,
    /// It stands in the list that is the value of a field.
    Part,
}

/// A value that is about to be read.
struct Node<'a, 'b, 'c> {
    reader: &'c mut Reader<'a, 'b>,
    place: Place,
}

impl Node<'_, '_, '_> {
    /// Takes over a text, or a number or the like as text.
    fn text(self, text: &str) {
        let Reader { builder, path, .. } = self.reader;
        match self.place {
            Place::Title => builder.title(text),
            Place::Record => builder.end_row_with(FaultKind::NotARecord),
            Place::Name(around) => {
                path.truncate(around);
                if around > 0 {
                    path.push('.');
                }
                path.push_str(text);
            }
            Place::Field => {
                if let Some(name) = named(path) {
                    builder.row.push(name, text);
                }
            }
            Place::Part => {
                if let Some(name) = named(path) {
                    builder.row.push_part(name, text);
                }
            }
            Place::Top | Place::Events => {}
        }
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.text(if value { "true" } else { "false" });
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.text(&value.to_string());
        Ok(())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.text(&value.to_string());
        Ok(())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.text(&value.to_string());
        Ok(())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.text(value);
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.text("");
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<(), A::Error> {
        let Self { reader, place } = self;
        let inner = match place {
            Place::Top | Place::Events => {
                reader.has_events = true;
                Some(Place::Record)
            }
            Place::Field if named(&reader.path).is_some() => Some(Place::Part),
            _ => None,
        };
        if let Some(inner) = inner {
            while parts.next_element_seed(reader.at(inner))?.is_some() {}
            return Ok(());
        }
        if let Place::Record = place {
            reader.builder.end_row_with(FaultKind::NotARecord);
        }
        while parts.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        let Self { reader, place } = self;
        let around = if let Place::Field = place { reader.path.len() } else { 0 };
        while fields.next_key_seed(reader.at(Place::Name(around)))?.is_some() {
            let inner = match (place, reader.path.as_str()) {
                (Place::Top, "events") => Place::Events,
                (Place::Top, "title") => Place::Title,
                (Place::Record | Place::Field, _) => Place::Field,
                _ => {
                    fields.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            fields.next_value_seed(reader.at(inner))?;
        }
        reader.path.truncate(around);
        if let Place::Record = place {
            reader.builder.end_row();
        }
        Ok(())
    }
}
