//! A view for each kind of page: it takes a bundle, or one with a place in it, composes the rooms' views, and has one heading of level 1.
//!
//! What is drawn comes in the bundle; what the reader does on a page is the page's own state.

mod article;
#[cfg(feature = "ssr")]
pub mod chapter;
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
use crate::ui::erase::Erase;
use leptos::prelude::*;

/// Draws a page of a bundle.
#[component]
pub fn PageView(
    /// What it draws.
    page: PageText,
) -> impl IntoView {
    let place = page.place();
    let page = page.page();
    provide_glosses(Glosses::new(page.definitions));
    match page.body {
        Body::Story(story) => view! { <story::StoryPage story/> }.erase(),
        Body::Walk(walk) => view! { <walk::WalkPage walk/> }.erase(),
        Body::Steps(steps) => view! { <step::StepPage steps place/> }.erase(),
        Body::Timeline(timeline) => view! { <timeline::TimelinePage timeline/> }.erase(),
        Body::Glossary(glossary) => view! { <glossary::GlossaryPage glossary/> }.erase(),
        Body::Record(record) => view! { <record::RecordPage record/> }.erase(),
        Body::Index(index) => view! { <index::IndexPage index/> }.erase(),
        Body::Article(article) => view! { <article::ArticlePage article/> }.erase(),
        Body::Search(article) => view! { <search::SearchPage article/> }.erase(),
    }
}
