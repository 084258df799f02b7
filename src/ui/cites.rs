//! Sources as they are cited: a numbered list, and the numbers in a text that lead to it.

use super::link::PageLink;
use super::shell::{message, use_route};
use crate::model::messages::fill;
use crate::model::page::{Cite, Link};
use crate::model::{Kind, Target};
use crate::ui::erase::{CollectAny, MaybeAny};
use leptos::prelude::*;

/// The numbered sources of a page, under a heading of level 2.
#[component]
pub fn Cites(
    /// The sources in order.
    cites: Vec<Cite>,
) -> impl IntoView {
    (!cites.is_empty())
        .then(|| {
            view! {
                <section class="part">
                    <h2 class="part__title">{message(|m| &m.sources_heading)}</h2>
                    <CiteList cites/>
                </section>
            }
        })
        .any()
}

/// The numbered sources of a page.
#[component]
pub fn CiteList(
    /// The sources in order.
    cites: Vec<Cite>,
) -> impl IntoView {
    let cite = |(place, cite): (usize, Cite)| {
        let about = std::iter::once(cite.publisher).chain(cite.date).collect::<Vec<_>>().join(", ");
        view! {
            <li class="sources__item" id=anchor(place + 1)>
                <PageLink link=Link { to: Target::record(Kind::Source, &cite.id), text: cite.title } lang=cite.lang/>
                ". "
                {about}
                {cite.caution.map(|caution| view! { <span class="sources__note">{caution}</span> }).any()}
            </li>
        }
    };
    view! { <ol class="sources">{cites.into_iter().enumerate().map(cite).collect_any()}</ol> }
}

/// Numbers that lead to the sources of the page. They stand in brackets, for a bare one behind a count of dead would read as part of it.
#[component]
pub fn Notes(
    /// The numbers, from 1.
    numbers: Vec<usize>,
) -> impl IntoView {
    let path = use_route().get_untracked().path();
    let name = message(|m| &m.source_n);
    let note = move |number: usize| {
        let href = format!("{path}#{}", anchor(number));
        let name = fill(&name, &[("n", &number.to_string())]);
        view! { <a class="note" href=href aria-label=name>{format!("[{number}]")}</a> }
    };
    view! { <sup class="notes">{numbers.into_iter().map(note).collect_any()}</sup> }
}

fn anchor(number: usize) -> String {
    format!("source-{number}")
}
