//! What could not be loaded, said in its place, with another try.

use super::erase::Erase;
use super::shell::message;
use crate::load::LoadError;
use leptos::prelude::*;

/// Says that a page did not load, why, and offers another try.
#[component]
pub fn LoadFailure(
    /// Why.
    error: LoadError,
    /// Whether it stands for the whole page, and has its heading.
    #[prop(optional)]
    is_page: bool,
    /// Runs when the reader wants another try.
    #[prop(into)]
    on_retry: Callback<()>,
) -> impl IntoView {
    let title = message(|m| &m.load_failed);
    let title = if is_page {
        view! { <h1 class="notice__title" tabindex="-1">{title}</h1> }.erase()
    } else {
        view! { <p class="notice__title">{title}</p> }.erase()
    };
    view! {
        <div class="notice" role="alert">
            {title}
            <p>{message(|m| &m.load_failed_help)}</p>
            <details>
                <summary>{message(|m| &m.load_failed_details)}</summary>
                <p>{error.to_string()}</p>
            </details>
            <button type="button" class="button button--primary" on:click=move |_| on_retry.run(())>{message(|m| &m.retry)}</button>
        </div>
    }
}
