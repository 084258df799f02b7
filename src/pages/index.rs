//! Groups of links to records, with a filter that forgives spelling.

use super::glossary::Filter;
use super::head::PageHead;
use crate::model::messages::fill;
use crate::model::page::{Group, Index, Item};
use crate::search::{distance, fold};
use crate::ui::drawn::Drawn;
use crate::ui::erase::CollectAny;
use crate::ui::link::Items;
use crate::ui::rich::RichText;
use crate::ui::shell::message;
use leptos::prelude::*;

/// The groups. While something is typed, what does not match is left out.
#[component]
pub fn IndexPage(index: Index) -> impl IntoView {
    let groups = StoredValue::new(index.groups);
    let query = RwSignal::new(String::new());
    let shown =
        Memo::new(move |_| query.with(|query| groups.with_value(|groups| matching(groups, query))));
    let count = move || {
        let total: usize = shown.with(|groups| groups.iter().map(|group| group.items.len()).sum());
        (!query.with(|query| fold(query).is_empty()))
            .then(|| fill(&message(|m| &m.matches), &[("n", &total.to_string())]))
    };
    let group = |group: Group| {
        view! {
            <section class="part">
                <h2 class="part__title">{group.heading}</h2>
                <Items items=group.items/>
            </section>
        }
    };
    view! {
        <PageHead kicker=|| () heading=index.heading>
            <p class="standfirst"><RichText rich=index.intro/></p>
        </PageHead>
        {(!index.picture.is_empty()).then(|| view! { <Drawn picture=index.picture/> })}
        <Filter query count=Signal::derive(count)/>
        {move || shown.get().into_iter().map(group).collect_any()}
    }
}

/// The groups with those of their items that match a query by name or what stands beside it.
fn matching(groups: &[Group], query: &str) -> Vec<Group> {
    let query = fold(query);
    if query.is_empty() {
        return groups.to_vec();
    }
    let matches = |item: &&Item| {
        distance(&query, &fold(&item.link.text)).is_some()
            || distance(&query, &fold(&item.aside)).is_some()
    };
    let narrowed = groups.iter().map(|group| Group {
        heading: group.heading.clone(),
        items: group.items.iter().filter(matches).cloned().collect(),
    });
    narrowed.filter(|group| !group.items.is_empty()).collect()
}
