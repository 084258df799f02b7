//! The contents of the walk.

use super::head::PageHead;
use crate::model::Target;
use crate::model::messages::fill;
use crate::model::page::{Chapter, Walk};
use crate::ui::erase::{CollectAny, Erase};
use crate::ui::rich::RichText;
use crate::ui::shell::{message, path_to};
use crate::walk::walked;
use leptos::prelude::*;

/// Chapters with their steps.
#[component]
pub fn WalkPage(walk: Walk) -> impl IntoView {
    let path =
        |chapter: &str, step: &str| path_to(Target::Step(chapter.to_owned(), step.to_owned()));
    // Where the button leads, and its words: to the first step, and once the storage has been read to where the reader was last.
    let first = walk
        .chapters
        .first()
        .and_then(|chapter| Some(path(&chapter.id, &chapter.steps.first()?.0)));
    let begin = RwSignal::new((first.unwrap_or_default(), message(|m| &m.begin_walk)));
    let walked = RwSignal::new(Vec::new());
    let chapters = walk.chapters.clone();
    let go_on = message(|m| &m.walk_on);
    Effect::new(move || {
        let steps = walked::steps();
        for chapter in &chapters {
            for (step, title) in &chapter.steps {
                if steps.last() == Some(&[&chapter.id, "/", step].concat()) {
                    begin.set((path(&chapter.id, step), fill(&go_on, &[("title", title)])));
                }
            }
        }
        walked.set(steps);
    });
    view! {
        <PageHead kicker=|| view! { <p class="kicker">{message(|m| &m.nav_walk)}</p> } heading=walk.heading>
            <p class="standfirst"><RichText rich=walk.intro/></p>
            <p class="section__foot">
                <a class="button button--primary" href=move || begin.get().0>
                    {move || begin.get().1}
                    <span class="icon icon--next"></span>
                </a>
            </p>
        </PageHead>
        <ol class="hanging">{walk.chapters.into_iter().map(|one| chapter(one, walked)).collect_any()}</ol>
    }
}

fn chapter(chapter: Chapter, walked: RwSignal<Vec<String>>) -> AnyView {
    let id = chapter.id;
    let step = move |(step, title): (String, String)| {
        let href = path_to(Target::Step(id.clone(), step.clone()));
        let path = [&*id, "/", &step].concat();
        let read = message(|m| &m.step_read);
        let is_read = move || walked.with(|walked| walked.contains(&path)).then(|| read.clone());
        view! { <li data-read=is_read><a href=href data-step=step>{title}</a></li> }
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
