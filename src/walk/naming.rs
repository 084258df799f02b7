//! Who names whom: speakers on one side, those they name on the other, and the same as sentences.

use crate::model::page::{Link, Naming};
use crate::ui::erase::{CollectAny, MaybeAny};
use crate::ui::rich::RichText;
use crate::ui::shell::message;
use leptos::prelude::*;

/// Height of a row, in units of the drawing.
const ROW: usize = 100;

/// The picture, and under it what each speaker says.
#[component]
pub fn NamingStage(
    /// The speakers.
    namings: Vec<Naming>,
) -> impl IntoView {
    let named = named(&namings);
    let lines = lines(&namings, &named);
    let height = ROW * namings.len().max(named.len());
    let node = |word: String, note: Option<String>| {
        view! {
            <li class="naming__node">
                <span class="naming__word">{word}</span>
                {note.map(|note| view! { <span class="naming__note">{note}</span> }).any()}
            </li>
        }
    };
    let from = namings.iter().map(|naming| node(naming.from.text.clone(), None)).collect_any();
    let to = named
        .into_iter()
        .map(|name| match name {
            Name::Actor(link) => node(link.text, None),
            Name::Word(word) => node(word, Some(message(|m| &m.names_nobody))),
        })
        .collect_any();
    let says = |naming: Naming| view! { <li><RichText rich=naming.says/></li> };
    view! {
        <div class="naming" aria-hidden="true">
            <ul class="naming__from">{from}</ul>
            <svg class="naming__lines" viewBox=format!("0 0 100 {height}") preserveAspectRatio="none">
                {lines.into_iter().map(|line| view! { <path class="naming__line" d=line></path> }).collect_any()}
            </svg>
            <ul class="naming__to">{to}</ul>
        </div>
        <ul class="naming__list">{namings.into_iter().map(says).collect_any()}</ul>
    }
}

/// What stands on the side of those who are named.
#[derive(Clone, Debug, PartialEq)]
enum Name {
    Actor(Link),
    Word(String),
}

fn names_of(naming: &Naming) -> impl Iterator<Item = Name> + '_ {
    naming.word.iter().cloned().map(Name::Word).chain(naming.to.iter().cloned().map(Name::Actor))
}

/// All that is named, each once, in the order in which it is first named.
fn named(namings: &[Naming]) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for name in namings.iter().flat_map(names_of) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Lines from each speaker to what it names, as SVG paths in a drawing 100 units wide.
fn lines(namings: &[Naming], named: &[Name]) -> Vec<String> {
    let middle = |row: usize| row * ROW + ROW / 2;
    let from = |(row, naming)| {
        names_of(naming).filter_map(move |name| {
            let to = middle(named.iter().position(|other| *other == name)?);
            let from = middle(row);
            Some(format!("M0 {from}C50 {from} 50 {to} 100 {to}"))
        })
    };
    namings.iter().enumerate().flat_map(from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kind, Target};

    fn link(id: &str) -> Link {
        Link { to: Target::record(Kind::Actor, id), text: id.to_owned() }
    }

    #[test]
    fn each_name_stands_once_and_each_naming_has_its_line() {
        let naming = |from: &str, to: &[&str], word: Option<&str>| Naming {
            from: link(from),
            to: to.iter().map(|id| link(id)).collect(),
            word: word.map(str::to_owned),
            says: Vec::new(),
        };
        let namings = [
            naming("a", &[], Some("w")),
            naming("b", &["a", "c"], None),
            naming("d", &["a", "c"], None),
        ];
        let named = named(&namings);
        assert_eq!(named, [Name::Word("w".into()), Name::Actor(link("a")), Name::Actor(link("c"))]);
        let lines = lines(&namings, &named);
        assert_eq!(lines.len(), 5);
        assert_eq!(lines[0], "M0 50C50 50 50 50 100 50");
        assert_eq!(lines[2], "M0 150C50 150 50 250 100 250");
    }
}
