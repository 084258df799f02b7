//! A page of text and tables.

use super::head::PageHead;
use crate::model::page::Article;
use crate::ui::cites::Cites;
use crate::ui::entries::Entries;
use crate::ui::erase::MaybeAny;
use crate::ui::link::Groups;
use crate::ui::rich::Blocks;
use crate::ui::shell::message;
use leptos::prelude::*;

/// The text with its events, links and sources.
#[component]
pub fn ArticlePage(article: Article) -> impl IntoView {
    let kicker = article.kicker;
    let kicker = move || {
        (!kicker.is_empty()).then(|| view! { <p class="kicker">{kicker.clone()}</p> }).any()
    };
    view! {
        <PageHead kicker heading=article.heading/>
        <div class="prose prose--wide"><Blocks blocks=article.blocks/></div>
        {(!article.events.is_empty())
            .then(|| {
                view! {
                    <section class="part">
                        <h2 class="part__title">{message(|m| &m.events_heading)}</h2>
                        <Entries entries=article.events/>
                    </section>
                }
            }).any()}
        <Groups groups=article.related/>
        <Cites cites=article.cites/>
    }
}
