//! Whole records as downloads: JSON with its schema, and CSV, both with texts in plain words.
//!
//! The schema is derived from the record types and their doc comments, and leads the writing: where it says rich text, the downloads have
//! a string. A CSV column is a field; a list of words is joined by `; `, and a list of records stands as JSON in its cell.

use crate::model::library::Library;
use crate::model::record::{Actor, Dispute, Event, Place, Source, Term};
use crate::model::{Inline, rich::plain};
use schemars::{JsonSchema, schema_for};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// A dataset: its name, and its fields with what they hold.
pub struct Dataset {
    /// Its name, that of its files.
    pub name: &'static str,
    /// Field and meaning.
    pub fields: Vec<(String, String)>,
    schema: Value,
}

/// The datasets with their fields, from the record types.
#[must_use]
pub fn dictionary() -> Vec<Dataset> {
    vec![
        dataset::<Event>("events"),
        dataset::<Actor>("actors"),
        dataset::<Place>("places"),
        dataset::<Term>("terms"),
        dataset::<Source>("sources"),
        dataset::<Dispute>("claims"),
    ]
}

fn dataset<T: JsonSchema>(name: &'static str) -> Dataset {
    let schema = plain_schema(schema_for!(T).to_value());
    let about = |field: &Value| field["description"].as_str().unwrap_or_default().to_owned();
    let properties = schema["properties"].as_object().cloned().unwrap_or_default();
    Dataset {
        name,
        fields: properties.iter().map(|(name, field)| (name.clone(), about(field))).collect(),
        schema,
    }
}

/// A file to publish: its path below the site's root, and its text.
pub type File = (String, String);

/// All downloads of a language.
///
/// # Panics
/// If a record cannot be written as JSON, which no record type allows.
#[must_use]
pub fn downloads(library: &Library, build: &str) -> Vec<File> {
    let mut files = Vec::new();
    for dataset in dictionary() {
        let records = match dataset.name {
            "events" => values(&library.events),
            "actors" => values(&library.actors),
            "places" => values(&library.places),
            "terms" => values(&library.terms),
            "sources" => values(&library.sources),
            _ => values(&library.disputes),
        };
        let path = |ending: &str| format!("data/{}/{}.{ending}", library.locale, dataset.name);
        let (name, schema) = (dataset.name, &dataset.schema);
        let records: Vec<Value> =
            records.into_iter().map(|record| plain_value(record, schema, schema)).collect();
        files.push((path("csv"), csv(&records, schema)));
        let document = json!({
            "build": build,
            "language": library.locale,
            "licence": library.site.licence,
            "checked": library.site.checked,
            "schema": format!("{name}.schema.json"),
            name: records,
        });
        files.push((path("json"), document.to_string()));
        files.push((path("schema.json"), schema.to_string()));
    }
    files
}

fn values<T: Serialize>(records: &[T]) -> Vec<Value> {
    records
        .iter()
        .map(|record| serde_json::to_value(record).expect("a record is written as JSON"))
        .collect()
}

const RICH: &str = "#/$defs/Inline";

fn is_rich(schema: &Value) -> bool {
    schema["items"]["$ref"] == RICH
}

/// The schema of the published form: rich text is a string.
fn plain_schema(schema: Value) -> Value {
    match schema {
        Value::Object(mut fields) if is_rich(&Value::Object(fields.clone())) => {
            fields.remove("items");
            fields.insert("type".to_owned(), json!("string"));
            fields.insert("x-rich".to_owned(), json!(true));
            Value::Object(fields)
        }
        Value::Object(mut fields) => {
            if let Some(Value::Object(definitions)) = fields.get_mut("$defs") {
                definitions.remove("Inline");
                definitions.remove("Kind");
            }
            Value::Object(
                fields.into_iter().map(|(name, value)| (name, plain_schema(value))).collect(),
            )
        }
        Value::Array(values) => Value::Array(values.into_iter().map(plain_schema).collect()),
        value => value,
    }
}

/// The published form of a value: its rich texts in plain words.
fn plain_value(value: Value, schema: &Value, root: &Value) -> Value {
    let schema = resolve(schema, root);
    match value {
        value if schema["x-rich"] == true => {
            let rich = Vec::<Inline>::deserialize(value).unwrap_or_default();
            Value::String(plain(&rich))
        }
        Value::Array(values) => Value::Array(
            values.into_iter().map(|value| plain_value(value, &schema["items"], root)).collect(),
        ),
        Value::Object(fields) => {
            let plain = |(name, value): (String, Value)| {
                let value = plain_value(value, &schema["properties"][&name], root);
                (name, value)
            };
            Value::Object(fields.into_iter().map(plain).collect::<Map<_, _>>())
        }
        value => value,
    }
}

/// Follows a reference to a definition, also one that may be null.
fn resolve<'a>(schema: &'a Value, root: &'a Value) -> &'a Value {
    let name = schema["$ref"].as_str().or_else(|| {
        let options = schema["anyOf"].as_array()?;
        options.iter().find_map(|option| option["$ref"].as_str())
    });
    match name.and_then(|name| name.strip_prefix("#/$defs/")) {
        Some(name) => &root["$defs"][name],
        None => schema,
    }
}

fn csv(records: &[Value], schema: &Value) -> String {
    let columns = columns(schema);
    let mut writer = csv::Writer::from_writer(Vec::new());
    let write = "writing to memory does not fail";
    writer.write_record(&columns).expect(write);
    for record in records {
        let cell = |column: &String| column.split('.').fold(record, |value, name| &value[name]);
        writer.write_record(columns.iter().map(|column| text(cell(column)))).expect(write);
    }
    String::from_utf8(writer.into_inner().expect(write)).expect("CSV of text is text")
}

/// The columns of a dataset: its fields, and for a field that is one object that object's fields, as `when.start`.
fn columns(schema: &Value) -> Vec<String> {
    let properties = schema["properties"].as_object().into_iter().flatten();
    let columns = properties.flat_map(|(name, field)| {
        match resolve(field, schema)["properties"].as_object() {
            Some(inner) => inner.keys().map(|inner| format!("{name}.{inner}")).collect(),
            None => vec![name.clone()],
        }
    });
    columns.collect()
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) if values.iter().all(Value::is_string) => {
            values.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("; ")
        }
        value => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_says_what_it_holds() {
        for dataset in dictionary() {
            assert!(!dataset.fields.is_empty(), "{} has no fields", dataset.name);
            for (field, about) in dataset.fields {
                assert!(!about.is_empty(), "{}.{field} has no description", dataset.name);
            }
        }
    }

    #[test]
    fn rich_text_is_published_as_plain_words() {
        let term = Term {
            id: "cma".into(),
            term: "CMA".into(),
            aliases: vec!["a".into(), "b".into()],
            definition: vec![
                Inline::Text("Of ".into()),
                Inline::Emphasis(vec![Inline::Text("rebels".into())]),
            ],
            simple: Vec::new(),
            pronunciation: None,
            see_also: Vec::new(),
            lanes: Vec::new(),
            sources: Vec::new(),
        };
        let schema = &dataset::<Term>("terms").schema;
        let value = plain_value(serde_json::to_value(term).unwrap(), schema, schema);
        assert_eq!(value["definition"], "Of rebels");
        assert_eq!(value["simple"], "");
        let table = csv(&[value], schema);
        let mut rows = table.lines();
        let place = rows.next().unwrap().split(',').position(|column| column == "aliases").unwrap();
        assert_eq!(rows.next().unwrap().split(',').nth(place), Some("a; b"));
    }
}
