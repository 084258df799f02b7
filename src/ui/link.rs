//! Links to records.

use super::mark::lane_class;
use super::shell::path_to;
use crate::model::page::{Group, Item, Link};
use crate::model::{Kind, Target};
use crate::ui::erase::{CollectAny, Erase, MaybeAny};
use leptos::prelude::*;

/// The path of a record's page.
#[must_use]
pub fn record_path(kind: Kind, id: &str) -> String {
    path_to(Target::record(kind, id))
}

/// A link to a page; to a record's page it carries the id as a hook for scripts and tests.
#[component]
pub fn PageLink(
    /// What it leads to.
    link: Link,
    /// Language of its words, if it is not that of the page.
    #[prop(default = None)]
    lang: Option<String>,
) -> impl IntoView {
    let Link { to, text } = link;
    let hook = |of: Kind| match &to {
        Target::Record(kind, id) if *kind == of => Some(id.clone()),
        _ => None,
    };
    view! {
        <a
            lang=lang
            data-event=hook(Kind::Event)
            data-actor=hook(Kind::Actor)
            data-place=hook(Kind::Place)
            data-claim=hook(Kind::Dispute)
            data-source=hook(Kind::Source)
            href=path_to(to)
        >
            {text}
        </a>
    }
}

/// Links under headings of level 2.
#[component]
pub fn Groups(
    /// The groups, each with a heading.
    groups: Vec<Group>,
) -> impl IntoView {
    groups
        .into_iter()
        .map(|group| {
            view! {
                <section class="part">
                    <h2 class="part__title">{group.heading}</h2>
                    <Items items=group.items/>
                </section>
            }
        })
        .collect_any()
}

/// Links with what stands beside them.
#[component]
pub fn Items(
    /// The links.
    items: Vec<Item>,
) -> impl IntoView {
    view! { <ul class="index index--wide">{items.into_iter().map(item).collect_any()}</ul> }
}

fn item(item: Item) -> AnyView {
    let class = item.lane.map_or("index__item index__row".to_owned(), |lane| {
        lane_class("index__item index__row", Some(&lane))
    });
    view! {
        <li class=class>
            <span class="index__title">
                {item.lane.map(|_| view! { <span class="mark"></span>" " }).any()}
                <PageLink link=item.link lang=item.lang/>
            </span>
            <span class="index__note">{item.aside}</span>
        </li>
    }
    .erase()
}
