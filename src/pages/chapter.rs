//! A chapter on one page, for reading in one go and for paper: what belongs to each step below that of the step before. It has no program;
//! which of the two texts is shown is chosen in the page, where the stylesheet sees it.

use crate::model::messages::fill;
use crate::model::page::{Chapter, Step};
use crate::model::{Room, Target};
use crate::ui::erase::{CollectAny, Erase};
use crate::ui::rich::{Blocks, items};
use crate::ui::shell::{message, path_to};
use crate::walk::StageView;
use leptos::prelude::*;

/// What stands above the steps: the chapter's question, and the choice of the text.
#[component]
pub fn ChapterHead(
    /// The chapter.
    chapter: Chapter,
) -> impl IntoView {
    let number = fill(&message(|m| &m.chapter_n), &[("n", &chapter.number.to_string())]);
    let level = |(value, name, is_first): (&'static str, String, bool)| {
        view! {
            <label class="segmented__option">
                <input class="segmented__input" type="radio" name="level" value=value checked=is_first/>
                {name}
            </label>
        }
        .erase()
    };
    let levels = [("core", message(|m| &m.core), true), ("full", message(|m| &m.full), false)];
    view! {
        <header class="page-head">
            <p class="kicker breadcrumb"><a href=path_to(Target::Room(Room::Walk))>{number}</a></p>
            <h1 class="page-head__title">{chapter.title}</h1>
            <p class="standfirst">{chapter.question}</p>
            <fieldset class="segmented walk__level">
                <legend class="visually-hidden">{message(|m| &m.reading_level)}</legend>
                {levels.into_iter().map(level).collect_any()}
            </fieldset>
        </header>
    }
}

/// All that belongs to a step; its sources are numbered as on its own page, to which the numbers lead.
#[component]
pub fn ChapterStep(
    /// Its place in the chapter, from 1.
    number: usize,
    /// Its address.
    target: Target,
    /// Its title.
    title: String,
    /// The step.
    step: Step,
) -> impl IntoView {
    let cite = |cite: crate::model::page::Cite| {
        let about = std::iter::once(cite.publisher).chain(cite.date).collect::<Vec<_>>().join(", ");
        view! { <li><cite lang=cite.lang>{cite.title}</cite>". "{about}</li> }.erase()
    };
    let closing = [
        (message(|m| &m.chapter_known), step.known),
        (message(|m| &m.chapter_unknown), step.unknown),
        (message(|m| &m.chapter_ask), step.ask),
    ];
    let closing =
        closing.into_iter().filter(|(_, entries)| !entries.is_empty()).map(|(heading, entries)| {
            view! { <section class="part"><h3>{heading}</h3><ul>{items(entries)}</ul></section> }
                .erase()
        });
    let id = match &target {
        Target::Step(chapter, step) => format!("walk/{chapter}/{step}"),
        _ => String::new(),
    };
    view! {
        <section class="chapter__step" id=id>
            <h2><a href=path_to(target)>{format!("{number}. {title}")}</a></h2>
            <div class="prose chapter__core"><Blocks blocks=step.core/></div>
            <div class="prose chapter__full"><Blocks blocks=step.full/></div>
            <p class="walk__idea">{step.idea}</p>
            <figure class="stage" aria-label=step.stage_short>
                <figcaption class="stage__title">{step.stage_title}</figcaption>
                <StageView picture=step.picture told=step.told stage=step.stage/>
                <p class="stage__note">{step.stage_long}</p>
            </figure>
            {closing.collect_any()}
            <details class="walk__sources chapter__full">
                <summary>{message(|m| &m.sources_heading)}</summary>
                <ol class="sources">{step.cites.into_iter().map(cite).collect_any()}</ol>
            </details>
        </section>
    }
}
