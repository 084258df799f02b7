//! The contents of the walk.

use super::head::PageHead;
use crate::model::Target;
use crate::model::page::{Chapter, Walk};
use crate::ui::erase::{CollectAny, Erase, MaybeAny};
use crate::ui::rich::RichText;
use crate::ui::shell::{message, path_to};
use leptos::prelude::*;

/// Chapters with their steps.
#[component]
pub fn WalkPage(walk: Walk) -> impl IntoView {
    let begin = walk.chapters.first().and_then(|chapter| {
        let (step, _) = chapter.steps.first()?;
        Some(path_to(Target::Step(chapter.id.clone(), step.clone())))
    });
    view! {
        <PageHead kicker=|| view! { <p class="kicker">{message(|m| &m.nav_walk)}</p> } heading=walk.heading>
            <p class="standfirst"><RichText rich=walk.intro/></p>
            {begin
                .map(|href| {
                    view! {
                        <p class="section__foot">
                            <a class="button button--primary" href=href>
                                {message(|m| &m.begin_walk)}
                                <span class="icon icon--next"></span>
                            </a>
                        </p>
                    }
                }).any()}
        </PageHead>
        <ol class="hanging">{walk.chapters.into_iter().map(chapter).collect_any()}</ol>
    }
}

fn chapter(chapter: Chapter) -> AnyView {
    let id = chapter.id;
    let step = move |(step, title): (String, String)| {
        let href = path_to(Target::Step(id.clone(), step.clone()));
        view! { <li><a href=href data-step=step>{title}</a></li> }
    };
    view! {
        <li class="hanging__item" data-number=chapter.number>
            <div>
                <h2 class="hanging__title">{chapter.title}</h2>
                <p>{chapter.question}</p>
                <ol class="hanging__steps">{chapter.steps.into_iter().map(step).collect_any()}</ol>
                <p class="hanging__meta">{chapter.duration}</p>
            </div>
        </li>
    }
    .erase()
}
