//! The story: its sentences with their owners, and what leads on.

use super::head::PageHead;
use crate::model::Target;
use crate::model::page::{Door, Entry, Story};
use crate::model::{Room, Voice};
use crate::story::dates::DatesRail;
use crate::story::sentences::{Paragraphs, VoiceKey};
use crate::ui::cites::Cites;
use crate::ui::erase::{CollectAny, Erase};
use crate::ui::mark::lane_class;
use crate::ui::rich::RichText;
use crate::ui::shell::{message, path_to, use_alive};
use leptos::prelude::*;

/// The story's page.
#[component]
pub fn StoryPage(story: Story) -> impl IntoView {
    let shows_voices = RwSignal::new(false);
    let kicker = story.kicker;
    view! {
        <div class="split">
            <div>
                <PageHead kicker=move || view! { <p class="kicker">{kicker.clone()}</p> } heading=story.heading>
                    <p class="standfirst"><RichText rich=story.standfirst/></p>
                    <p class="page-head__begin"><BeginTheWalk/></p>
                    <p class="dateline">{story.dateline}</p>
                </PageHead>
                <article class="story" class:story--voices=shows_voices>
                    <VoiceTools shows_voices/>
                    <div class="story__text"><Paragraphs paragraphs=story.paragraphs lit=Vec::new()/></div>
                </article>
            </div>
            <Aside strip=story.strip/>
        </div>
        <section class="section" aria-labelledby="doors">
            <div class="section__head"><h2 id="doors">{message(|m| &m.doors_heading)}</h2></div>
            <div class="doors">{story.doors.into_iter().map(door).collect_any()}</div>
        </section>
        <section class="section" aria-labelledby="left-out">
            <div class="section__head"><h2 id="left-out">{story.left_out_heading}</h2></div>
            <ol class="hanging">
                {story
                    .left_out
                    .into_iter()
                    .map(|one| view! { <li class="hanging__item"><p><RichText rich=one.text/></p></li> })
                    .collect_any()}
            </ol>
        </section>
        <section class="section section--lead" aria-labelledby="walk">
            <div class="section__head"><h2 id="walk">{message(|m| &m.walk_heading)}</h2></div>
            <p class="prose">{message(|m| &m.walk_invitation)}</p>
            <p class="section__foot"><BeginTheWalk/></p>
        </section>
        <Cites cites=story.cites/>
    }
}

/// The link that leads to the guided walk.
#[component]
fn BeginTheWalk() -> impl IntoView {
    view! {
        <a class="button button--primary" href=path_to(Target::Room(Room::Walk))>
            {message(|m| &m.begin_walk)}
            <span class="icon icon--next"></span>
        </a>
    }
}

/// The button that shows whose words each sentence is, and what the tints mean.
#[component]
fn VoiceTools(shows_voices: RwSignal<bool>) -> impl IntoView {
    let alive = use_alive();
    let label = move || {
        if shows_voices.get() { message(|m| &m.hide_owners) } else { message(|m| &m.show_owners) }
    };
    view! {
        <div class="story__tools">
            <button
                type="button"
                class="button"
                disabled=move || !alive.get()
                aria-pressed=move || if shows_voices.get() { "true" } else { "false" }
                on:click=move |_| shows_voices.update(|shows| *shows = !*shows)
            >
                {move || label()}
            </button>
            <VoiceKey voices=Voice::ALL/>
        </div>
    }
}

#[component]
fn Aside(strip: Vec<Entry>) -> impl IntoView {
    view! {
        <div class="aside">
            <section class="figure" aria-labelledby="dates">
                <h2 class="figure__title" id="dates">{message(|m| &m.strip_heading)}</h2>
                <DatesRail entries=strip/>
                <p class="figure__note">
                    <a href=path_to(Target::Room(Room::Timeline))>{message(|m| &m.whole_timeline)}</a>
                </p>
            </section>
        </div>
    }
}

fn door(door: Door) -> AnyView {
    let href = path_to(Target::Room(Room::of_door(door.lane)));
    view! {
        <article class=lane_class("door", Some(&door.lane))>
            <h3 class="door__title">
                <span class="mark"></span>
                " "
                <a class="door__link" href=href>{door.title}</a>
            </h3>
            <p class="door__text"><RichText rich=door.text/></p>
            <p class="door__more">{door.link}" "<span class="icon icon--next"></span></p>
        </article>
    }
    .erase()
}
