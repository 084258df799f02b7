//! The picture: lanes along time, with what has a place in them, a map of the whole, and under it what is open. What stands in it is
//! drawn once its width is known.

use super::Board;
use super::detail::{Detail, Gathering};
use super::paint::Links;
use super::scene::{Material, Scene};
use super::surface::observe_size;
use crate::model::Kind;
use crate::timeline::minimap::{HEIGHT, WIDTH};
use crate::ui::erase::Erase;
use crate::ui::link::record_path;
use crate::ui::shell::message;
use leptos::html;
use leptos::prelude::*;

/// The picture, and what is open under it.
#[component]
pub fn Graphic(
    /// What the parts share.
    board: Board,
    /// Whether it is drawn to be printed with the list, which says itself what is open.
    is_for_paper: bool,
) -> impl IntoView {
    let (surface, map) = (NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new());
    let scene = StoredValue::new_local(None::<Scene<Board>>);
    // An id stands in a path as it is.
    let links = Links::of(&record_path(Kind::Event, "*"));
    let material = Material { timeline: board.timeline(), words: board.words(), links };
    Effect::new(move || {
        let (Some(surface), Some(map)) = (surface.get(), map.get()) else { return };
        scene.set_value(Scene::new(board, material.clone(), &surface, &map));
        observe_size(&surface, move || with(scene, Scene::measure));
        if is_for_paper {
            with(scene, Scene::measure); // there is no frame in which its size could be observed
        }
    });
    Effect::new(move || {
        board.state.track();
        board.moved.track();
        board.opened.track();
        with(scene, Scene::draw);
    });
    Effect::new(move || {
        board.frames.track();
        with(scene, Scene::glide);
    });
    let opened = move || {
        board.opened.with(|opened| match opened.event {
            _ if is_for_paper => None,
            _ if !opened.gathered.is_empty() => {
                let events = opened.gathered.clone();
                Some(view! { <Gathering board events/> }.erase())
            }
            Some(place) => Some(view! { <Detail board place/> }.erase()),
            None => None,
        })
    };
    let on_map = move |event: web_sys::PointerEvent| with(scene, |scene| scene.go_on_map(&event));
    view! {
        <div class="timeline__picture" class:timeline__picture--paper=is_for_paper>
            <h2 class="visually-hidden">{message(|m| &m.view_graphic)}</h2>
            <div
                class="timeline__surface"
                data-timeline
                node_ref=surface
                on:keydown=move |event| with(scene, |scene| scene.on_key(&event))
                on:click=move |event| with(scene, |scene| scene.press(&event))
                on:focusin=move |event| with(scene, |scene| scene.follow_focus(&event))
                on:pointerdown=move |event| with(scene, |scene| scene.down(&event))
                on:pointermove=move |event| with(scene, |scene| scene.go(&event))
                on:pointerup=move |event| with(scene, |scene| scene.lift(&event))
                on:pointercancel=move |event| with(scene, |scene| scene.lift(&event))
                on:wheel=move |event| with(scene, |scene| scene.wheel(&event))
            >
                <p class="timeline__before">
                    <button type="button" class="timeline__earlier" on:click=move |_| with(scene, Scene::show_earlier)></button>
                </p>
                <div class="timeline__axis" aria-hidden="true"><div class="timeline__ticks"></div></div>
                <div class="timeline__lanes" aria-hidden="true"></div>
                <div class="timeline__plot"><div class="timeline__eras" aria-hidden="true"></div><ol class="timeline__events"></ol></div>
            </div>
            <div class="minimap" aria-hidden="true" node_ref=map on:pointerdown=on_map on:pointermove=on_map>
                <svg class="minimap__bars" viewBox=format!("0 0 {WIDTH} {HEIGHT}") preserveAspectRatio="none"><path></path></svg>
                <div class="minimap__window"></div>
            </div>
            <p class="timeline__hint">{message(|m| &m.timeline_hint)}</p>
        </div>
        {move || opened()}
    }
}

/// Does something with the scene, if it is there.
fn with(
    scene: StoredValue<Option<Scene<Board>>, LocalStorage>,
    act: impl FnOnce(&mut Scene<Board>),
) {
    scene.try_update_value(|scene| {
        if let Some(scene) = scene {
            act(scene);
        }
    });
}
