//! Search by name over all records. The names come when the page is alive.

use super::head::PageHead;
use crate::load::{LoadError, use_bundles};
use crate::model::messages::fill;
use crate::model::page::{Article, Names};
use crate::search::{fold, nearest};
use crate::ui::erase::Erase;
use crate::ui::failure::LoadFailure;
use crate::ui::link::Items;
use crate::ui::shell::{message, use_alive, use_shell};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use std::sync::Arc;

/// How many results are shown.
const LIMIT: usize = 30;

/// The search page: a field, and what it finds. `?q=` fills the field.
#[component]
pub fn SearchPage(article: Article) -> impl IntoView {
    let alive = use_alive();
    let asked = use_query_map();
    let query = RwSignal::new(String::new());
    Effect::new(move || {
        if let Some(words) = asked.with(|asked| asked.get("q")) {
            query.set(words);
        }
    });
    view! {
        <PageHead kicker=|| () heading=article.heading/>
        <form class="tools" role="search" on:submit=|event| event.prevent_default()>
            <label class="field">
                {message(|m| &m.search_label)}
                <input
                    type="search"
                    name="q"
                    disabled=move || !alive.get()
                    prop:value=query
                    on:input=move |event| query.set(event_target_value(&event))
                />
            </label>
            <p class="field__hint">{message(|m| &m.search_hint)}</p>
        </form>
        <NamesAtHand draw=move |names| view! { <Found names query/> }.erase()/>
    }
}

/// Draws what needs them once the names of everything are here, and says so if they do not come.
#[component]
pub fn NamesAtHand(
    /// Draws with the names.
    #[prop(into)]
    draw: Callback<Arc<Names>, AnyView>,
) -> impl IntoView {
    let bundles = use_bundles();
    let locale = StoredValue::new(use_shell().locale.clone());
    let names = RwSignal::new(None::<Result<Arc<Names>, LoadError>>);
    let load = move || {
        leptos::task::spawn_local(async move {
            let loaded = bundles.names(&locale.get_value()).await;
            names.set(Some(loaded.map(Arc::new)));
        });
    };
    Effect::new(load);
    let shown = move |loaded| match loaded {
        Ok(names) => draw.run(names),
        Err(error) => view! { <LoadFailure error on_retry=move |()| load()/> }.erase(),
    };
    view! { {move || names.get().map(shown)} }
}

/// What a query finds, nearest first.
#[component]
pub fn Found(
    /// The names of everything.
    names: Arc<Names>,
    /// What is looked for.
    #[prop(into)]
    query: Signal<String>,
) -> impl IntoView {
    let folded: Vec<Vec<String>> = names
        .names
        .iter()
        .map(|(_, words)| words.iter().map(|word| fold(word)).collect())
        .collect();
    let found = Memo::new(move |_| query.with(|query| nearest(query, &folded, LIMIT)));
    let items = move || {
        let item = |place: usize| names.names[place].0.clone();
        found.get().into_iter().map(item).collect::<Vec<_>>()
    };
    let count = move || {
        let count = found.with(Vec::len);
        query.with(|query| !fold(query).is_empty()).then(|| match count {
            0 => message(|m| &m.no_results),
            count => fill(&message(|m| &m.matches), &[("n", &count.to_string())]),
        })
    };
    view! {
        <p class="field__hint" role="status">{move || count().unwrap_or_default()}</p>
        {move || view! { <Items items=items()/> }}
    }
}
