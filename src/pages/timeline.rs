//! The timeline's page: owns its state, keeps it in the address, and draws what there is to say about an open event.

use super::head::PageHead;
use crate::glossary::glosses::{Glosses, provide_glosses};
use crate::load::use_bundles;
use crate::model::messages::fill;
use crate::model::page::{Body, Page, Timeline};
use crate::model::{Kind, Target};
use crate::routes::{Route, bare_timeline};
use crate::timeline::query;
use crate::timeline::state::{Action, State, bounds};
use crate::timeline::view::TimelineView;
use crate::timeline::view::address::{WRITE_AFTER, show_query, shown_query};
use crate::ui::account::Accounts;
use crate::ui::cites::CiteList;
use crate::ui::erase::{CollectAny, Erase, MaybeAny};
use crate::ui::failure::LoadFailure;
use crate::ui::rich::RichText;
use crate::ui::shell::{message, use_route, use_shell};
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use leptos_router::hooks::use_url;
use std::sync::Arc;

/// The timeline with its heading.
#[component]
pub fn TimelinePage(timeline: Timeline) -> impl IntoView {
    let (heading, intro) = (timeline.heading.clone(), timeline.intro.clone());
    let timeline = Arc::new(timeline);
    let state = RwSignal::new(State::default());
    let ignored = RwSignal::new(Vec::<String>::new());
    let bounds = bounds(&timeline);
    let write_soon = keep_in_address(timeline.clone(), state, ignored);
    let moved = Trigger::new();
    let on_action = Callback::new({
        let timeline = timeline.clone();
        move |action: Action| {
            let is_move = action.is_move();
            state.update_untracked(|state| state.apply(action, &timeline, bounds));
            if is_move {
                moved.notify();
            } else {
                state.notify();
            }
            write_soon.run(());
        }
    });
    let more = Callback::new({
        let timeline = timeline.clone();
        move |place: usize| about(&timeline.events[place].entry.id)
    });
    let complaint = move || {
        let names = ignored.with(|names| names.join(", "));
        if names.is_empty() {
            names
        } else {
            fill(&message(|m| &m.bad_address), &[("names", &names)])
        }
    };
    view! {
        <PageHead kicker=|| () heading>
            <p class="standfirst"><RichText rich=intro/></p>
        </PageHead>
        <p class="notice" role="status" hidden=move || ignored.with(Vec::is_empty)>{move || complaint()}</p>
        <TimelineView timeline state=state.into() moved on_action more/>
        <p class="timeline__own"><a rel="external" href=bare_timeline(&use_shell().locale)>{message(|m| &m.own_timeline)}</a></p>
    }
}

/// Takes the state from the address when that changes; the callback writes it back, a moment after the last change.
fn keep_in_address(
    timeline: Arc<Timeline>,
    state: RwSignal<State>,
    ignored: RwSignal<Vec<String>>,
) -> Callback<()> {
    let url = use_url();
    let known = StoredValue::new(None::<String>); // the query that the state was read from or written to
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop_timer = move || {
        if let Some(Some(running)) = timer.try_get_value() {
            running.clear();
        }
    };
    on_cleanup(stop_timer);
    let path = use_route().get_untracked().path();
    let read_from = timeline.clone();
    Effect::new(move |is_again: Option<()>| {
        let asked = url.with(|url| {
            // A link within the page says nothing of the state; one to another page has left this one behind.
            let is_ours =
                url.path().ends_with(&path) && (url.hash().is_empty() || !url.search().is_empty());
            is_ours.then(|| url.search().to_owned())
        });
        let shown = shown_query();
        // When the page is new, the router may still tell of the page before.
        let query = if is_again.is_some() { asked } else { Some(shown.clone()) };
        let Some(query) = query.filter(|query| known.get_value().as_ref() != Some(query)) else {
            return;
        };
        stop_timer();
        let (restored, names) = query::read(&query, &read_from);
        if shown != query {
            // A link to where the router believes to be changes nothing in the address.
            show_query(&query);
        }
        known.set_value(Some(query));
        ignored.set(names);
        state.set(restored);
    });
    Callback::new(move |()| {
        stop_timer();
        let timeline = timeline.clone();
        let write = move || {
            let query = state.with_untracked(|state| query::write(state, &timeline));
            if known.get_value().as_ref() != Some(&query) {
                show_query(&query);
                known.set_value(Some(query));
            }
        };
        timer.set_value(set_timeout_with_handle(write, WRITE_AFTER).ok());
    })
}

/// What there is to say about an event: what its own page says, once that has come.
fn about(id: &str) -> AnyView {
    let bundles = use_bundles();
    let route = Route::new(&use_shell().locale, Target::record(Kind::Event, id));
    bundles.request(route.bundle());
    let draw = move || match bundles.page(&route) {
        None => view! { <p class="detail__loading">{message(|m| &m.loading)}</p> }.erase(),
        Some(Ok(page)) => summary(page.page()),
        Some(Err(error)) => {
            let bundle = route.bundle();
            view! { <LoadFailure error on_retry=move |()| bundles.retry(bundle.clone())/> }.erase()
        }
    };
    view! { <div class="detail__more">{move || draw()}</div> }.erase()
}

/// The summary of an event, its claims, its facts, and its sources.
fn summary(page: Page) -> AnyView {
    provide_glosses(Glosses::new(page.definitions));
    let Body::Record(record) = page.body else { return ().into_any() };
    let facts = record
        .facts
        .into_iter()
        .map(|fact| view! { <dt>{fact.label}</dt><dd><RichText rich=fact.value/></dd> });
    let claims = (!record.claims.is_empty()).then(|| view! { <Accounts claims=record.claims/> });
    view! {
        <p class="prose"><RichText rich=record.lead/></p>
        {claims.any()}
        <dl class="facts">{facts.collect_any()}</dl>
        <details class="detail__sources">
            <summary>{message(|m| &m.sources_heading)}</summary>
            <CiteList cites=record.cites/>
        </details>
    }
    .erase()
}
