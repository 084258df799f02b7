//! The button that copies the address of the page, or of what is open on it.

use super::shell::message;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_futures::js_sys::Promise;

#[wasm_bindgen]
extern "C" {
    /// Fails where the page is not trusted with a clipboard: over plain HTTP, or in a frame.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_to_clipboard(text: &str) -> Result<Promise, JsValue>;
}

async fn is_copied(text: &str) -> bool {
    match write_to_clipboard(text) {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        Err(_) => false,
    }
}

/// Copies the address that the window shows, and says so; where it may not, it shows the address, ready to be copied by hand.
#[component]
pub fn CopyLink() -> impl IntoView {
    let said = RwSignal::new(String::new());
    let (copied, by_hand) = (message(|m| &m.link_copied), message(|m| &m.copy_by_hand));
    let copy = move || {
        let (copied, by_hand) = (copied.clone(), by_hand.clone());
        spawn_local(async move {
            let address = window().location().href().unwrap_or_default();
            if is_copied(&address).await {
                said.set(copied);
            } else {
                // What the reader does with it does not matter.
                let _ = window().prompt_with_message_and_default(&by_hand, &address);
            }
        });
    };
    view! {
        <span class="copy">
            <button type="button" class="button button--quiet" on:click=move |_| copy()>
                {message(|m| &m.copy_link)}
            </button>
            <span class="copy__said" role="status">{move || said.get()}</span>
        </span>
    }
}
