//! The glossary's page: every word by letter, with a filter that forgives spelling.

use super::head::PageHead;
use crate::model::Room;
use crate::model::Target;
use crate::model::messages::fill;
use crate::model::page::{Glossary, GlossaryEntry};
use crate::search::{fold, nearest};
use crate::ui::erase::{CollectAny, Erase};
use crate::ui::rich::{RichText, nested};
use crate::ui::shell::{message, path_to, use_alive};
use leptos::prelude::*;
use std::collections::HashSet;

/// The words by letter.
#[component]
pub fn GlossaryPage(glossary: Glossary) -> impl IntoView {
    let entries = || glossary.letters.iter().flat_map(|(_, entries)| entries);
    let ids: Vec<String> = entries().map(|entry| entry.id.clone()).collect();
    let names: Vec<Vec<String>> = entries()
        .map(|entry| {
            std::iter::once(&entry.name).chain(&entry.aliases).map(|name| fold(name)).collect()
        })
        .collect();
    let total = ids.len();
    let query = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        query.with(|query| {
            (!fold(query).is_empty()).then(|| {
                nearest(query, &names, total)
                    .into_iter()
                    .map(|place| ids[place].clone())
                    .collect::<HashSet<_>>()
            })
        })
    });
    let count = move || {
        found.with(|found| {
            found
                .as_ref()
                .map(|found| fill(&message(|m| &m.matches), &[("n", &found.len().to_string())]))
        })
    };
    let path = path_to(Target::Room(Room::Glossary));
    let letters: Vec<String> = glossary.letters.iter().map(|(letter, _)| letter.clone()).collect();
    let alphabet = letters
        .into_iter()
        .map(|letter| {
            let href = format!("{path}#{}", letter.to_ascii_lowercase());
            view! { <a class="alphabet__letter" href=href>{letter}</a> }
        })
        .collect_any();
    view! {
        <PageHead kicker=|| () heading=glossary.heading>
            <p class="standfirst"><RichText rich=glossary.intro/></p>
        </PageHead>
        <Filter query count=Signal::derive(count)/>
        <nav class="alphabet" aria-label=message(|m| &m.letters)>{alphabet}</nav>
        {glossary.letters.into_iter().map(|(letter, entries)| section(letter, entries, found)).collect_any()}
    }
}

/// A field that filters what stands below it, and says how much is left.
#[component]
pub fn Filter(
    /// What the reader typed.
    query: RwSignal<String>,
    /// How much matches, in words; none while nothing is typed.
    #[prop(into)]
    count: Signal<Option<String>>,
) -> impl IntoView {
    let alive = use_alive();
    view! {
        <div class="tools">
            <label class="field">
                {message(|m| &m.filter_words)}
                <input
                    type="search"
                    disabled=move || !alive.get()
                    prop:value=query
                    on:input=move |event| query.set(event_target_value(&event))
                />
            </label>
            <p class="field__hint" role="status">{move || count.get().unwrap_or_default()}</p>
        </div>
    }
}

fn section(
    letter: String,
    entries: Vec<GlossaryEntry>,
    found: Memo<Option<HashSet<String>>>,
) -> AnyView {
    let ids: Vec<String> = entries.iter().map(|entry| entry.id.clone()).collect();
    let is_hidden = move || {
        found.with(|found| {
            found.as_ref().is_some_and(|found| !ids.iter().any(|id| found.contains(id)))
        })
    };
    let entry = move |entry: GlossaryEntry| {
        let id = entry.id.clone();
        let is_hidden =
            move || found.with(|found| found.as_ref().is_some_and(|found| !found.contains(&id)));
        let href = path_to(Target::record(entry.kind, &entry.id));
        view! {
            <div class="letter__entry" id=entry.id.clone() hidden=is_hidden>
                <dt><dfn><a href=href>{entry.name}</a></dfn></dt>
                <dd>{nested(entry.simple)}</dd>
            </div>
        }
    };
    let dom_id = letter.to_ascii_lowercase();
    view! {
        <section class="letter" id=dom_id hidden=is_hidden>
            <h2 class="letter__name">{letter}</h2>
            <dl class="letter__terms">{entries.into_iter().map(entry).collect_any()}</dl>
        </section>
    }
    .erase()
}
