//! Words with links in them, as a tree: no page ever holds HTML as text.

use super::kind::Kind;
use serde::{Deserialize, Serialize};

/// A run of words with links in it.
pub type Rich = Vec<Inline>;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub enum Inline {
    /// Plain words.
    #[serde(rename = "t")]
    Text(String),
    /// Stressed words.
    #[serde(rename = "em")]
    Emphasis(Rich),
    /// Words that open a definition: of a term, an actor or a place.
    #[serde(rename = "def")]
    Term(Kind, String, Rich),
    /// Words that lead to a record's page.
    #[serde(rename = "a")]
    Link(Kind, String, Rich),
    /// Quoted speech: the id and the name of the actor whose words these are.
    #[serde(rename = "q")]
    Said(String, String, Rich),
    /// Words that lead to a file of the site, by its path from the site's root.
    #[serde(rename = "file")]
    File(String, String),
    /// Numbers of sources in the page's list, from 1.
    #[serde(rename = "n")]
    Notes(Vec<usize>),
    /// Words in another language (a BCP 47 tag).
    #[serde(rename = "lang")]
    Foreign(String, Rich),
}

/// A block of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub enum Block {
    /// A heading of level 2 or 3.
    #[serde(rename = "h")]
    Heading(u8, String),
    /// A paragraph.
    #[serde(rename = "p")]
    Paragraph(Rich),
    /// A list; true if its entries are numbered.
    #[serde(rename = "list")]
    List(bool, Vec<Rich>),
    /// A table: caption, column heads, rows. The first cell of a row heads it.
    #[serde(rename = "table")]
    Table(String, Vec<String>, Vec<Vec<Rich>>),
    /// A picture, drawn when the site is built: what stands near it tells the same.
    #[serde(rename = "d")]
    Drawn(String),
}

/// The words alone.
#[must_use]
pub fn plain(rich: &[Inline]) -> String {
    let mut text = String::new();
    gather(rich, &mut text);
    text
}

fn gather(rich: &[Inline], text: &mut String) {
    for piece in rich {
        match piece {
            Inline::Text(words) | Inline::File(_, words) => text.push_str(words),
            Inline::Notes(_) => {}
            Inline::Emphasis(inner)
            | Inline::Term(_, _, inner)
            | Inline::Link(_, _, inner)
            | Inline::Said(_, _, inner)
            | Inline::Foreign(_, inner) => gather(inner, text),
        }
    }
}

/// Calls `visit` with every piece, outer before inner.
pub fn walk<'a>(rich: &'a [Inline], visit: &mut impl FnMut(&'a Inline)) {
    for piece in rich {
        visit(piece);
        match piece {
            Inline::Text(_) | Inline::File(..) | Inline::Notes(_) => {}
            Inline::Emphasis(inner)
            | Inline::Term(_, _, inner)
            | Inline::Link(_, _, inner)
            | Inline::Said(_, _, inner)
            | Inline::Foreign(_, inner) => walk(inner, visit),
        }
    }
}

/// The rich texts of a block, in reading order.
#[must_use]
pub fn texts(block: &Block) -> Vec<&Rich> {
    match block {
        Block::Heading(..) | Block::Drawn(_) => Vec::new(),
        Block::Paragraph(rich) => vec![rich],
        Block::List(_, entries) => entries.iter().collect(),
        Block::Table(_, _, rows) => rows.iter().flatten().collect(),
    }
}

/// A text without links.
#[must_use]
pub fn text(words: impl Into<String>) -> Rich {
    vec![Inline::Text(words.into())]
}
