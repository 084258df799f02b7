//! The popover of one trigger: a definition with its own triggers.

use crate::model::messages::fill;
use crate::model::page::Definition;
use crate::ui::erase::MaybeAny;
use crate::ui::link::record_path;
use crate::ui::rich::nested;
use crate::ui::shell::use_shell;
use leptos::html;
use leptos::prelude::*;

/// A definition that opens beside its trigger. The browser closes it: by Esc one level, by a click outside all.
#[component]
pub fn Popover(
    /// What it shows.
    definition: Definition,
    /// Its id in the document.
    dom_id: String,
    /// Set while it is open.
    is_open: RwSignal<bool>,
    /// The element, for its trigger.
    node: NodeRef<html::Span>,
    /// Runs when it has closed while it held the focus.
    #[prop(into)]
    on_focus_lost: Callback<()>,
    /// Runs when the pointer enters (true) or leaves it.
    #[prop(into)]
    on_hover: Callback<bool>,
) -> impl IntoView {
    let shell = use_shell();
    let Definition { kind, id, name, simple, full, pronunciation } = definition;
    let held_focus = StoredValue::new(false);
    // `beforetoggle` comes at once and while the focus is still inside, `toggle` some time after the popover has opened or closed: a key pressed
    // between the two is to open it again.
    let remember = move |_: web_sys::Event| {
        is_open.set(false);
        held_focus.set_value(node.get_untracked().is_some_and(|element| holds_focus(&element)));
    };
    let follow = move |_: web_sys::Event| {
        let Some(element) = node.get_untracked() else { return };
        let open = element.matches(":popover-open").unwrap_or(false);
        is_open.set(open);
        if !open && held_focus.get_value() {
            held_focus.set_value(false);
            on_focus_lost.run(());
        }
    };
    let name_of_link = fill(&shell.messages.read_more, &[("term", &name)]);
    let label = name.clone();
    let marker = id.clone();
    let closes = dom_id.clone();
    view! {
        <span
            popover="auto"
            class="definition"
            id=dom_id
            role="group"
            aria-label=label
            data-definition=move || is_open.get().then(|| marker.clone())
            node_ref=node
            on:beforetoggle=remember
            on:toggle=follow
            on:pointerenter=move |_| on_hover.run(true)
            on:pointerleave=move |_| on_hover.run(false)
        >
            <span class="definition__head">
                <dfn class="definition__name">{name}</dfn>
                {pronunciation.map(|sound| view! { <span class="definition__said">{sound}</span> }).any()}
                <button type="button" class="definition__close" popovertarget=closes popovertargetaction="hide">
                    <span class="visually-hidden">{shell.messages.close.clone()}</span>
                    <span class="icon icon--close"></span>
                </button>
            </span>
            <span class="definition__simple">{nested(simple)}</span>
            <span class="definition__full">{nested(full)}</span>
            <span class="definition__foot">
                <a class="definition__more" href=record_path(kind, &id)>{name_of_link}</a>
            </span>
        </span>
    }
}

/// Whether the focus is in an element.
fn holds_focus(element: &web_sys::HtmlElement) -> bool {
    document().active_element().is_some_and(|active| element.contains(Some(&active)))
}
