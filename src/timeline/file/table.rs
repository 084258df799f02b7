//! Writes what a file says of its events as a table, which says the same when it is read.

use super::builder::Builder;
use super::fault::Fault;
use super::fill;
use super::row::{Cell, Row, columns, is_list};
use crate::timeline::words::DateWords;

/// A file of events as CSV: a column for each field that it uses, under the first of the field's names, and a row for each record. What is
/// no field of an event is left out, and the title of a JSON file too, for which a table has no place. Within the part of a list `;`
/// begins a new part.
///
/// # Errors
/// What is wrong with the file, as [`read`](super::read) tells it.
///
/// # Panics
/// Never: writing to memory does not fail.
pub fn to_csv(text: &str, words: &DateWords) -> Result<String, Vec<Fault>> {
    let mut builder = Builder::new(words);
    builder.kept = Some(Vec::new());
    fill(text, &mut builder);
    let rows = builder.kept.take().unwrap_or_default();
    builder.finish()?;
    let is_used =
        |field| rows.iter().any(|row: &Row| row.cells.iter().any(|cell| cell.name.field == field));
    let columns: Vec<_> = columns().filter(|column| is_used(column.field)).collect();
    let write = "writing to memory does not fail";
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    writer.write_record(columns.iter().map(|column| column.name)).expect(write);
    for row in &rows {
        let cells = columns.iter().map(|column| {
            let mut texts = row.cells.iter().filter(|cell| cell.name.field == column.field);
            if is_list(column.field) {
                texts.map(|cell| &*cell.text).collect::<Vec<_>>().join("; ")
            } else {
                // Of several, the last is what counts.
                texts.next_back().map_or(String::new(), |Cell { text, .. }| text.clone())
            }
        });
        writer.write_record(cells).expect(write);
    }
    Ok(String::from_utf8(writer.into_inner().expect(write)).expect("CSV of text is text"))
}
