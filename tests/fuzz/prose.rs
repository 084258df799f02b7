//! Whatever stands in a line of prose: it is read as it was written, or has faults where it was written.

use crate::edits::PIECES;
use crate::run::fuzz;
use crate::seeds::{LOCALE, SMALL};
use mali_explained::author::{Fault, Tree, compile};
use mali_explained::model::{Inline, Kind, Rich};
use proptest::prelude::*;
use proptest::sample::select;
use std::fmt::Write;

const FILE: &str = "en/places.toml";
/// The line of the file in which the prose stands, from 1, and the character at which it begins.
const PLACE: (usize, usize) = (4, 7);

/// The small content with another text in the line about Ber.
fn with(prose: &str) -> Tree {
    let mut tree = SMALL.clone();
    let text = std::str::from_utf8(&tree[FILE]).expect("the content is UTF-8");
    let before = "\"A town with a camp of the UN.\"";
    assert_eq!(text.lines().nth(PLACE.0 - 1), Some(format!("why = {before}").as_str()));
    let text = text.replace(before, &literal(prose));
    tree.insert(FILE.to_owned(), text.into_bytes());
    tree
}

/// A text as a TOML string that stands in one line.
fn literal(text: &str) -> String {
    let mut literal = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            control if control.is_control() => {
                write!(literal, "\\u{:04X}", u32::from(control))
                    .expect("writing to a string does not fail");
            }
            other => literal.push(other),
        }
    }
    literal + "\""
}

#[test]
fn a_fault_is_where_it_was_written() {
    let words = vec!["the", "CMA", "retook", "six", "dead", "was", " ", " ", "."];
    let piece = prop_oneof![
        2 => select(PIECES).prop_map(str::to_owned),
        2 => select(words).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    let prose = prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat());
    fuzz(prose, |prose| {
        let end = PLACE.1 + literal(&prose).chars().count();
        for fault in compile(&with(&prose), LOCALE).err().unwrap_or_default() {
            let Fault { file, line, column, .. } = &fault;
            prop_assert_eq!(file.as_str(), format!("content/{FILE}"));
            prop_assert!(*line == PLACE.0 && (PLACE.1..=end).contains(column), "{fault}");
        }
        Ok(())
    });
}

/// A piece of a line. Between two pieces stands a space.
#[derive(Clone, Debug)]
enum Piece {
    Words(String),
    Emphasis(String),
    /// The target of a link, and its words.
    Link(&'static str, String),
}

/// Words that are nobody's name.
fn words() -> impl Strategy<Value = String> {
    let word = select(&["water", "années", "x1", "of", "العربية", "l’eau"][..]);
    prop::collection::vec(word, 1..4).prop_map(|words| words.join(" "))
}

fn pieces() -> impl Strategy<Value = Piece> {
    let targets = [
        "term:cma",
        "term:ceasefire",
        "actor:a-person",
        "place:algiers",
        "event:ber-clash",
        "source:agency-copy",
        "claim:q-first",
        "said:a-person",
        "lang:fr",
        "nolink:",
    ];
    let signs = "[-!#$%&'()*+,./:;<=>?@\\[\\\\\\]^_`{|}~“”–…0-9]{1,4}";
    prop_oneof![
        words().prop_map(Piece::Words),
        signs.prop_map(Piece::Words),
        words().prop_map(Piece::Emphasis),
        (select(targets.to_vec()), words()).prop_map(|(target, words)| Piece::Link(target, words)),
    ]
}

/// How a line is written. Each sign that could be markup is meant as itself.
fn written(pieces: &[Piece]) -> String {
    let escaped = |words: &str| {
        let escape = |character: char| {
            let backslash = character.is_ascii_punctuation().then_some('\\');
            backslash.into_iter().chain([character])
        };
        words.chars().flat_map(escape).collect::<String>()
    };
    let piece = |piece: &Piece| match piece {
        Piece::Words(words) => escaped(words),
        Piece::Emphasis(words) => format!("*{}*", escaped(words)),
        Piece::Link(target, words) => format!("[{}]({target})", escaped(words)),
    };
    pieces.iter().map(piece).collect::<Vec<_>>().join(" ")
}

/// How a line is read.
fn read(pieces: &[Piece]) -> Rich {
    let mut rich = Rich::new();
    let mut words = String::new(); // plain words that have not been put into the line
    for (place, piece) in pieces.iter().enumerate() {
        if place > 0 {
            words.push(' ');
        }
        let marked = match piece {
            Piece::Words(more) => {
                words.push_str(more);
                continue;
            }
            Piece::Emphasis(inner) => Inline::Emphasis(vec![Inline::Text(inner.clone())]),
            Piece::Link(target, inner) => linked(target, inner),
        };
        if !words.is_empty() {
            rich.push(Inline::Text(std::mem::take(&mut words)));
        }
        rich.push(marked);
    }
    if !words.is_empty() {
        rich.push(Inline::Text(words));
    }
    rich
}

/// How a link is read.
fn linked(target: &str, words: &str) -> Inline {
    let inner = vec![Inline::Text(words.to_owned())];
    let (scheme, id) = target.split_once(':').expect("a target has a scheme");
    let id = id.to_owned();
    match scheme {
        "said" => Inline::Said(id, "Ada Person".to_owned(), inner),
        "lang" => Inline::Foreign(id, inner),
        "nolink" => Inline::Text(words.to_owned()),
        _ => match Kind::from_word(scheme).expect("the other schemes are kinds") {
            kind @ (Kind::Term | Kind::Actor | Kind::Place) => Inline::Term(kind, id, inner),
            kind => Inline::Link(kind, id, inner),
        },
    }
}

#[test]
fn a_line_is_read_as_it_was_written() {
    fuzz(prop::collection::vec(pieces(), 1..8), |pieces| {
        match compile(&with(&written(&pieces)), LOCALE) {
            Ok(library) => {
                let place = library.places.get("ber").expect("the place is there");
                prop_assert_eq!(&place.why, &read(&pieces));
            }
            Err(faults) => prop_assert!(false, "{faults:?}"),
        }
        Ok(())
    });
}
