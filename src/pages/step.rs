//! A step of the walk: one idea at two lengths, its stage, and the way on.

use super::head::PageHead;
use crate::model::messages::fill;
use crate::model::page::{Chapter, Steps};
use crate::model::{Block, Rich, Room, Target};
use crate::ui::cites::CiteList;
use crate::ui::copy::CopyLink;
use crate::ui::erase::{CollectAny, Erase, MaybeAny};
use crate::ui::rich::{Blocks, items};
use crate::ui::settings::{Level, LevelSwitch, use_settings};
use crate::ui::shell::{message, path_to};
use crate::walk::StageView;
use crate::walk::walked;
use leptos::prelude::*;

/// A step with its stage.
#[component]
pub fn StepPage(
    /// The steps of its chapter.
    steps: Steps,
    /// Its place among them, from 0.
    place: usize,
) -> impl IntoView {
    let Steps { chapter, mut steps } = steps;
    let step = steps.swap_remove(place);
    let (id, title) = chapter.steps[place].clone();
    let number = fill(&message(|m| &m.chapter_n), &[("n", &chapter.number.to_string())]);
    let kicker = format!("{number} · {}", chapter.title);
    let crumb = move || {
        view! { <p class="kicker breadcrumb"><a href=path_to(Target::Room(Room::Walk))>{kicker.clone()}</a></p> }
    };
    let cites = step.cites;
    let path = [&*chapter.id, "/", &id].concat();
    Effect::new(move || walked::note(&path));
    let walked = chapter.clone();
    view! {
        <PageHead kicker=crumb heading=title>
            <Progress chapter=walked index=place/>
        </PageHead>
        <div class="walk" data-step=id>
            <section class="walk__text" aria-label=message(|m| &m.text)>
                <LevelSwitch/>
                <LevelText level=Level::Core blocks=step.core/>
                <LevelText level=Level::Full blocks=step.full/>
                <p class="walk__idea">{step.idea}</p>
                <Closing known=step.known unknown=step.unknown ask=step.ask/>
                <details class="walk__sources">
                    <summary>{message(|m| &m.sources_heading)}</summary>
                    <CiteList cites/>
                </details>
            </section>
            <figure class="walk__stage stage" aria-label=step.stage_short>
                <figcaption><h2 class="stage__title">{step.stage_title}</h2></figcaption>
                <StageView picture=step.picture told=step.told stage=step.stage/>
                <details class="stage__words">
                    <summary>{message(|m| &m.picture_in_words)}</summary>
                    <p>{step.stage_long}</p>
                </details>
            </figure>
            <Moves chapter index=place/>
        </div>
    }
}

/// The text at one level. The other level is hidden once there is script; without script both can be read.
#[component]
fn LevelText(level: Level, blocks: Vec<Block>) -> impl IntoView {
    let settings = use_settings();
    let (class, name) = match level {
        Level::Core => ("prose walk__words", message(|m| &m.core)),
        Level::Full => ("prose walk__words walk__words--full", message(|m| &m.full)),
    };
    view! {
        <div class=class hidden=move || settings.level() != level>
            <h2 class="walk__level-name">{name}</h2>
            <Blocks blocks/>
        </div>
    }
}

#[component]
fn Progress(chapter: Chapter, index: usize) -> impl IntoView {
    let total = chapter.steps.len();
    let place = fill(
        &message(|m| &m.step_of),
        &[("n", &(index + 1).to_string()), ("total", &total.to_string())],
    );
    let step = move |(place, (id, title)): (usize, (String, String))| {
        let href = path_to(Target::Step(chapter.id.clone(), id));
        view! {
            <li class="progress__item">
                <a
                    class="progress__step"
                    href=href
                    data-done=(place < index).then_some("")
                    aria-current=(place == index).then_some("step")
                >
                    <span class="visually-hidden">{format!("{}. {title}", place + 1)}</span>
                </a>
            </li>
        }
    };
    view! {
        <div class="progress">
            <output class="progress__text">{place}</output>
            <ol class="progress__steps">{chapter.steps.into_iter().enumerate().map(step).collect_any()}</ol>
            <CopyLink/>
        </div>
    }
}

/// What we know, do not know, and may ask at the end of a chapter.
#[component]
fn Closing(known: Vec<Rich>, unknown: Vec<Rich>, ask: Vec<Rich>) -> impl IntoView {
    let parts = [
        (message(|m| &m.chapter_known), known),
        (message(|m| &m.chapter_unknown), unknown),
        (message(|m| &m.chapter_ask), ask),
    ];
    let part = |(heading, entries): (String, Vec<Rich>)| {
        view! { <section class="part"><h2 class="part__title">{heading}</h2><ul>{items(entries)}</ul></section> }
    };
    parts.into_iter().filter(|(_, entries)| !entries.is_empty()).map(part).collect_any()
}

/// Back, contents, next.
#[component]
fn Moves(chapter: Chapter, index: usize) -> impl IntoView {
    let to = |place: Option<usize>, beyond: Option<(String, String)>| {
        let here = place.and_then(|place| chapter.steps.get(place));
        let here = here.map(|(step, _)| (chapter.id.clone(), step.clone()));
        here.or(beyond).map(|(chapter, step)| path_to(Target::Step(chapter, step)))
    };
    let contents = path_to(Target::Room(Room::Walk));
    let back = to(index.checked_sub(1), chapter.before.clone());
    let next = to(Some(index + 1), chapter.after.clone());
    view! {
        <nav class="walk__moves moves" aria-label=message(|m| &m.steps)>
            {back
                .map(|href| {
                    view! {
                        <a class="button" href=href rel="prev">
                            <span class="icon icon--back"></span>
                            {message(|m| &m.back)}
                        </a>
                    }
                }).any()}
            <a class="button button--quiet" href=contents.clone()>{message(|m| &m.contents)}</a>
            {match next {
                Some(href) => {
                    view! {
                        <a class="button button--primary" href=href rel="next">
                            {message(|m| &m.next)}
                            <span class="icon icon--next"></span>
                        </a>
                    }
                        .erase()
                }
                None => {
                    view! { <a class="button button--primary" href=contents>{message(|m| &m.walk_complete)}</a> }
                        .erase()
                }
            }}
        </nav>
    }
}
