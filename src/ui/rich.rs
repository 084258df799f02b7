//! Rich text as elements. Words that open a definition are drawn by the glossary.

use super::cites::Notes;
use super::drawn::Drawn;
use super::link::PageLink;
use crate::glossary::trigger::Trigger;
use crate::model::page::Link;
use crate::model::rich::plain;
use crate::model::{Block, Inline, Kind, Rich, Target};
use crate::ui::erase::{CollectAny, Erase, MaybeAny};
use leptos::prelude::*;

/// Draws a run of words.
#[component]
pub fn RichText(
    /// The words.
    rich: Rich,
) -> impl IntoView {
    inlines(rich)
}

/// Draws the words of a definition, whose own triggers draw no definition before they are asked for.
#[must_use]
pub fn nested(rich: Rich) -> Vec<AnyView> {
    rich.into_iter().map(|piece| inline(piece, true)).collect()
}

fn inlines(rich: Rich) -> Vec<AnyView> {
    rich.into_iter().map(|piece| inline(piece, false)).collect()
}

fn inline(piece: Inline, is_nested: bool) -> AnyView {
    let inlines = if is_nested { nested } else { inlines };
    match piece {
        Inline::Text(words) => words.into_any(),
        Inline::Emphasis(inner) => view! { <em>{inlines(inner)}</em> }.erase(),
        Inline::Term(kind, id, inner) => view! { <Trigger kind id words=plain(&inner) is_nested/> }.erase(),
        Inline::Link(kind, id, inner) => {
            view! { <PageLink link=Link { to: Target::Record(kind, id), text: plain(&inner) }/> }.erase()
        }
        Inline::Said(actor, name, inner) => view! {
            <q class="said" data-actor=actor.clone()>{inlines(inner)}</q>
            <span class="said__owner">" ("<PageLink link=Link { to: Target::Record(Kind::Actor, actor), text: name }/>")"</span>
        }
        .erase(),
        Inline::File(path, words) => view! { <a href=path rel="external">{words}</a> }.erase(),
        Inline::Notes(numbers) => view! { <Notes numbers/> }.erase(),
        Inline::Foreign(lang, inner) => view! { <i lang=lang>{inlines(inner)}</i> }.erase(),
    }
}

/// Draws the blocks of a text.
#[component]
pub fn Blocks(
    /// The blocks in order.
    blocks: Vec<Block>,
) -> impl IntoView {
    blocks.into_iter().map(block).collect::<Vec<_>>()
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Heading(3, words) => view! { <h3>{words}</h3> }.erase(),
        Block::Heading(_, words) => view! { <h2>{words}</h2> }.erase(),
        Block::Paragraph(rich) => view! { <p>{inlines(rich)}</p> }.erase(),
        Block::List(true, entries) => view! { <ol>{items(entries)}</ol> }.erase(),
        Block::List(false, entries) => view! { <ul>{items(entries)}</ul> }.erase(),
        Block::Table(caption, columns, rows) => table(caption, columns, rows),
        Block::Drawn(picture) => view! { <Drawn picture/> }.erase(),
    }
}

/// A table that scrolls sideways in its own box where it is too wide.
fn table(caption: String, columns: Vec<String>, rows: Vec<Vec<Rich>>) -> AnyView {
    let name = caption.clone();
    view! {
        <div class="table" role="region" tabindex="0" aria-label=name>
            <table>
                <caption>{caption}</caption>
                <thead>
                    <tr>{columns.into_iter().map(|column| view! { <th scope="col">{column}</th> }).collect_any()}</tr>
                </thead>
                <tbody>{rows.into_iter().map(row).collect_any()}</tbody>
            </table>
        </div>
    }
    .erase()
}

/// The entries of a list.
pub fn items(entries: Vec<Rich>) -> Vec<AnyView> {
    entries.into_iter().map(|entry| view! { <li>{inlines(entry)}</li> }).collect_any()
}

fn row(cells: Vec<Rich>) -> AnyView {
    let mut cells = cells.into_iter();
    let head = cells.next().map(|cell| view! { <th scope="row">{inlines(cell)}</th> });
    view! {
        <tr>
            {head.any()}
            {cells.map(|cell| view! { <td>{inlines(cell)}</td> }).collect_any()}
        </tr>
    }
    .erase()
}
