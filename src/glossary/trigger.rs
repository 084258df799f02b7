//! The words that open a definition.

use super::glosses::{find, use_glosses};
use super::place::{Rect, beside};
use super::popover::Popover;
use crate::load::{Bundles, use_bundles};
use crate::model::Kind;
use crate::model::page::Definition;
use crate::ui::erase::MaybeAny;
use crate::ui::link::record_path;
use crate::ui::settings::use_settings;
use crate::ui::shell::{use_alive, use_shell};
use leptos::html;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use std::time::Duration;

/// How long a pointer must rest on the words before they open.
const HOVER_OPENS: Duration = Duration::from_millis(300);
/// How long a pointer may be on its way between the words and their definition.
const HOVER_CLOSES: Duration = Duration::from_millis(250);

/// How a popover came to be open.
#[derive(Clone, Copy, PartialEq)]
enum OpenedBy {
    Press,
    Hover,
}

/// Words that open a definition: a link to its page, and with script a disclosure of the popover that follows it.
///
/// The first trigger of a word on a page carries its popover in the HTML; any other makes it when it is first opened.
#[component]
#[expect(clippy::too_many_lines, reason = "its handlers share one small state")]
pub fn Trigger(
    /// Where the link leads: a term, actor or place.
    kind: Kind,
    /// Its id.
    id: String,
    /// The words.
    words: String,
    /// True inside a definition, which draws no further definition before it is asked for.
    #[prop(optional)]
    is_nested: bool,
) -> impl IntoView {
    let glosses = use_glosses();
    let bundles = use_bundles();
    let settings = use_settings();
    let alive = use_alive();
    let locale = use_shell().locale.clone();
    // The words lead where their definition leads: a term may be at home with an actor or place.
    let kind = glosses.find(&id).map_or(kind, |definition| definition.kind);
    let dom_id = format!("definition-{id}-{}", glosses.next_trigger());
    let drawn_first = if is_nested { None } else { glosses.draw_once(&id) };

    let is_open = RwSignal::new(false);
    let definition = RwSignal::new(drawn_first);
    let anchor = NodeRef::<html::A>::new();
    let popover = NodeRef::<html::Span>::new();
    let opened_by = StoredValue::new(OpenedBy::Press);
    let before_press = StoredValue::new(None::<OpenedBy>);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop_timer = move || {
        if let Some(running) = timer.get_value() {
            running.clear();
        }
    };
    on_cleanup(stop_timer);

    let show = move || {
        if let (Some(anchor), Some(popover)) = (anchor.get_untracked(), popover.get_untracked()) {
            open_beside(&anchor, &popover);
        }
    };
    let hide = move || {
        if let Some(popover) = popover.get_untracked() {
            // Closing one that has closed meanwhile fails, which is as well.
            let _ = popover.hide_popover();
        }
    };
    let open = {
        let id = id.clone();
        move |by: OpenedBy| {
            opened_by.set_value(by);
            if definition.with_untracked(Option::is_some) {
                show();
                return;
            }
            if let Some(found) = glosses.find(&id) {
                definition.set(Some(found));
                request_animation_frame(show);
                return;
            }
            let (id, locale) = (id.clone(), locale.clone());
            leptos::task::spawn_local(async move {
                match definition_of(bundles, &id, &locale).await {
                    Some(found) => {
                        definition.set(Some(found));
                        request_animation_frame(show);
                    }
                    None if by == OpenedBy::Press => follow_link(anchor),
                    None => {}
                }
            });
        }
    };
    let toggle = {
        let open = open.clone();
        move || {
            let was_open = before_press
                .get_value()
                .or_else(|| is_open.get_untracked().then(|| opened_by.get_value()));
            before_press.set_value(None);
            stop_timer();
            // A press on what only hovers pins it; the browser has closed it on the way, as a press outside.
            if was_open == Some(OpenedBy::Press) { hide() } else { open(OpenedBy::Press) }
        }
    };
    let on_click = {
        let toggle = toggle.clone();
        move |event: web_sys::MouseEvent| {
            if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
                return;
            }
            event.prevent_default();
            toggle();
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == " " {
            event.prevent_default();
            toggle();
        }
    };
    let on_enter = move |event: web_sys::PointerEvent| {
        if event.pointer_type() == "mouse" && settings.opens_on_hover() && !is_open.get_untracked()
        {
            stop_timer();
            let open = open.clone();
            timer.set_value(
                set_timeout_with_handle(move || open(OpenedBy::Hover), HOVER_OPENS).ok(),
            );
        }
    };
    let close_soon = move || {
        stop_timer();
        if opened_by.get_value() == OpenedBy::Hover {
            timer.set_value(set_timeout_with_handle(hide, HOVER_CLOSES).ok());
        }
    };
    let on_popover_hover = move |inside: bool| if inside { stop_timer() } else { close_soon() };
    let take_focus = move |()| {
        if let Some(anchor) = anchor.get_untracked() {
            // An element in the document takes focus or leaves it where it was.
            let _ = anchor.focus();
        }
    };
    let controls = dom_id.clone();
    view! {
        <a
            class="term"
            href=record_path(kind, &id)
            data-term=id.clone()
            role=move || alive.get().then_some("button")
            aria-expanded=move || alive.get().then(|| if is_open.get() { "true" } else { "false" })
            aria-controls=move || is_open.get().then(|| controls.clone())
            node_ref=anchor
            on:pointerdown=move |_| {
                before_press.set_value(is_open.get_untracked().then(|| opened_by.get_value()));
            }
            on:click=on_click
            on:keydown=on_key
            on:pointerenter=on_enter
            on:pointerleave=move |_| close_soon()
        >
            {words}
        </a>
        {move || {
            definition.get().map(|definition| {
                view! {
                    <Popover
                        definition
                        dom_id=dom_id.clone()
                        is_open
                        node=popover
                        on_focus_lost=take_focus
                        on_hover=on_popover_hover
                    />
                }
            }).any()
        }}
    }
}

/// Opens a popover and lets it hang from its trigger: by anchors where the browser has them, else at a place in the window.
fn open_beside(anchor: &web_sys::HtmlElement, popover: &web_sys::HtmlElement) {
    let set = |element: &web_sys::HtmlElement, property: &str, value: &str| {
        // A property that the browser does not know is ignored.
        let _ = element.style().set_property(property, value);
    };
    let name = format!("--{}", popover.id());
    set(anchor, "anchor-name", &name);
    set(popover, "position-anchor", &name);
    if popover.show_popover().is_err() || has_anchors() {
        return;
    }
    let Some(root) = document().document_element() else { return };
    let rect = |element: &web_sys::HtmlElement| {
        let rect = element.get_bounding_client_rect();
        Rect { left: rect.left(), top: rect.top(), width: rect.width(), height: rect.height() }
    };
    let window = (f64::from(root.client_width()), f64::from(root.client_height()));
    let (left, top) = beside(rect(anchor), rect(popover), window);
    let is_mirrored = root.get_attribute("dir").as_deref() == Some("rtl");
    let start =
        if is_mirrored { root.client_width() - left - popover.offset_width() } else { left };
    set(popover, "--start-px", &start.to_string());
    set(popover, "--top-px", &top.to_string());
    // Setting a data attribute of an element that exists does not fail.
    let _ = popover.set_attribute("data-placed", "");
}

/// Whether the browser can hang one element from another.
fn has_anchors() -> bool {
    web_sys::css::supports_with_value("position-area", "block-end").unwrap_or(false)
}

/// The definition of an id, from those of all pages.
async fn definition_of(bundles: Bundles, id: &str, locale: &str) -> Option<Definition> {
    bundles.request_definitions(locale).await;
    find(&bundles.definitions()?.definitions, id)
}

/// What the trigger does where its definition cannot be had: it leads to its page.
fn follow_link(anchor: NodeRef<html::A>) {
    if let Some(anchor) = anchor.get_untracked() {
        // Leaving the page cannot fail in a way that could be told here.
        let _ = window().location().set_href(&anchor.href());
    }
}
