//! What could not be loaded, said in its place, with another try.

use super::shell::message;
use crate::load::LoadError;
use leptos::prelude::*;

/// Says that a page did not load, why, and offers another try.
#[component]
pub fn LoadFailure(
    /// Why.
    error: LoadError,
    /// Runs when the reader wants another try.
    #[prop(into)]
    on_retry: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="notice" role="alert">
            <p class="notice__title">{message(|m| &m.load_failed)}</p>
            <p>{message(|m| &m.load_failed_help)}</p>
            <details>
                <summary>{message(|m| &m.load_failed_details)}</summary>
                <p>{error.to_string()}</p>
            </details>
            <button type="button" class="button button--primary" on:click=move |_| on_retry.run(())>{message(|m| &m.retry)}</button>
        </div>
    }
}
