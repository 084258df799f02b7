//! A view for each kind of page: it takes a bundle, composes the rooms' views, and has one heading of level 1.
//!
//! What is drawn comes in the bundle; what the reader does on a page is the page's own state.

mod article;
mod glossary;
mod head;
mod index;
mod missing;
mod record;
mod search;
mod step;
mod story;
mod timeline;
mod walk;

pub use missing::Missing;

use crate::glossary::glosses::{Glosses, provide_glosses};
use crate::load::PageText;
use crate::model::page::Body;
use leptos::prelude::*;

/// Draws the page of a bundle.
#[component]
pub fn PageView(
    /// What it draws.
    page: PageText,
) -> impl IntoView {
    let page = page.page();
    provide_glosses(Glosses::new(page.definitions));
    match page.body {
        Body::Story(story) => view! { <story::StoryPage story/> }.into_any(),
        Body::Walk(walk) => view! { <walk::WalkPage walk/> }.into_any(),
        Body::Step(step) => view! { <step::StepPage step/> }.into_any(),
        Body::Timeline(timeline) => view! { <timeline::TimelinePage timeline/> }.into_any(),
        Body::Glossary(glossary) => view! { <glossary::GlossaryPage glossary/> }.into_any(),
        Body::Record(record) => view! { <record::RecordPage record/> }.into_any(),
        Body::Index(index) => view! { <index::IndexPage index/> }.into_any(),
        Body::Article(article) => view! { <article::ArticlePage article/> }.into_any(),
        Body::Search(article) => view! { <search::SearchPage article/> }.into_any(),
    }
}
