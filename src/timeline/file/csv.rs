//! Reads a table: CSV as RFC 4180 has it, with commas, semicolons or tabs between the cells, whichever the heading has most of.
//!
//! The `csv` crate reads more kinds of tables, but is too large for the small program that reads these. Lines may end in any way, and those
//! without a word are passed over. A quotation mark counts if it is the first in its cell.

use super::builder::Builder;
use super::fault::FaultKind;
use super::row::{Field, Name, START, TITLE, named};

/// What may stand between the cells.
const SEPARATORS: [u8; 3] = *b",;\t";

/// Reads a text.
pub fn read(text: &str, builder: &mut Builder) {
    let mut table = Table::new(text);
    let mut cell = String::new();
    let mut columns: Vec<Option<Name>> = Vec::new();
    let mut line = table.line;
    loop {
        let Some(is_last) = table.cell(&mut cell) else {
            return builder.fault_of_file(Some(line), "", FaultKind::OpenQuote);
        };
        columns.push(named(cell.trim()));
        if is_last {
            break;
        }
    }
    let has = |field| columns.iter().flatten().any(|name| name.field == field);
    let has = [(TITLE, has(Field::Title)), (START, has(Field::Start))];
    for (name, _) in has.into_iter().filter(|(_, has)| !has) {
        builder.fault_of_file(Some(line), name, FaultKind::Missing);
    }
    if has.iter().any(|(_, has)| !has) {
        return;
    }
    while !table.rest.is_empty() {
        line = table.line;
        builder.line = Some(line);
        let (mut column, mut has_words, mut is_too_long, mut is_last) = (0, false, false, false);
        while !is_last {
            let name = columns.get(column);
            builder.line = Some(table.line);
            let Some(last) = table.cell(&mut cell) else {
                let field = name.copied().flatten().map_or("", |name| name.name);
                return builder.fault(field, FaultKind::OpenQuote);
            };
            let is_filled = !cell.trim().is_empty();
            has_words |= is_filled;
            match name {
                Some(Some(name)) => builder.row.push(*name, &cell),
                Some(None) => {}
                None => is_too_long |= is_filled,
            }
            column += 1;
            is_last = last;
        }
        builder.line = Some(line);
        if is_too_long {
            // What stands in which column is not known then.
            builder.end_row_with(FaultKind::TooManyCells);
        } else if has_words {
            builder.end_row();
        }
    }
}

/// A table, read from its beginning.
struct Table<'a> {
    rest: &'a str,
    separator: u8,
    line: usize, // from 1
}

impl<'a> Table<'a> {
    fn new(text: &'a str) -> Self {
        let rest = text.trim_start_matches(['\r', '\n']);
        let before = &text[..text.len() - rest.len()];
        let mut counts = [0; SEPARATORS.len()];
        let mut is_quoted = false;
        for byte in rest.bytes() {
            match byte {
                b'"' => is_quoted = !is_quoted,
                _ if is_quoted => {}
                b'\r' | b'\n' => break,
                _ => {
                    for (count, _) in
                        counts.iter_mut().zip(SEPARATORS).filter(|(_, one)| *one == byte)
                    {
                        *count += 1;
                    }
                }
            }
        }
        let [comma, semicolon, tab] = counts;
        let most = match comma.max(semicolon).max(tab) {
            most if most == comma => 0,
            most if most == semicolon => 1,
            _ => 2,
        };
        Self { rest, separator: SEPARATORS[most], line: 1 + lines(before) }
    }

    /// Reads a cell, and says whether it is the last of its row; none if its quotation mark is never closed.
    fn cell(&mut self, cell: &mut String) -> Option<bool> {
        cell.clear();
        let mut is_quoted = self.skip(b'"');
        while is_quoted {
            let end = self.rest.bytes().position(|byte| byte == b'"')?;
            let (part, rest) = self.rest.split_at(end);
            cell.push_str(part);
            self.line += lines(part);
            self.rest = &rest[1..];
            is_quoted = self.skip(b'"');
            if is_quoted {
                cell.push('"');
            }
        }
        let ends = |byte| byte == self.separator || byte == b'\r' || byte == b'\n';
        let end = self.rest.bytes().position(ends).unwrap_or(self.rest.len());
        let (part, rest) = self.rest.split_at(end);
        cell.push_str(part);
        self.rest = rest;
        if self.skip(self.separator) {
            return Some(false);
        }
        let is_return = self.skip(b'\r');
        if self.skip(b'\n') || is_return {
            self.line += 1;
        }
        Some(true)
    }

    /// Passes over an ASCII character, if it comes next.
    fn skip(&mut self, byte: u8) -> bool {
        let is_next = self.rest.as_bytes().first() == Some(&byte);
        if is_next {
            self.rest = &self.rest[1..];
        }
        is_next
    }
}

/// How many lines end in a text.
fn lines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}
