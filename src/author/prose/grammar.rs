//! What the grammar of prose has, among all that Markdown has.

use crate::author::fault::FaultKind;
use pulldown_cmark::{Event, Tag};

/// True for what stands inside a line; a line ends before anything else.
pub fn is_inline(event: &Event) -> bool {
    match event {
        Event::Start(tag) => {
            matches!(
                tag,
                Tag::Emphasis
                    | Tag::Strong
                    | Tag::Strikethrough
                    | Tag::Link { .. }
                    | Tag::Image { .. }
            )
        }
        Event::End(_) | Event::Rule | Event::Html(_) => false,
        _ => true,
    }
}

/// The fault of an event that the grammar does not have.
pub fn fault(event: &Event) -> FaultKind {
    let what = match event {
        Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => {
            return FaultKind::Html;
        }
        Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => "code or indented paragraph",
        Event::Start(Tag::Strong) => "strong emphasis",
        Event::Start(Tag::Strikethrough) => "struck-out text",
        Event::Start(Tag::Image { .. }) => "image",
        Event::Start(Tag::Table(_)) => "table",
        Event::Start(Tag::BlockQuote(_)) => "block quotation",
        Event::Start(Tag::List(_)) => "list in a list",
        Event::FootnoteReference(_) | Event::Start(Tag::FootnoteDefinition(_)) => "footnote",
        Event::HardBreak => "forced line break",
        Event::Rule => "rule",
        _ => "such markup",
    };
    FaultKind::Markup { what }
}
