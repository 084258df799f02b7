//! The head of a page: what stands above and below its heading.

use leptos::prelude::*;

/// The head of a page with its one heading of level 1.
#[component]
pub fn PageHead(
    /// What stands above the heading.
    #[prop(into)]
    kicker: ViewFn,
    /// The heading.
    heading: String,
    /// Language of the heading, if it is not that of the page.
    #[prop(default = None)]
    lang: Option<String>,
    /// What stands below.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <header class="page-head">
            {kicker.run()}
            <h1 class="page-head__title" tabindex="-1" lang=lang>{heading}</h1>
            {children.map(|children| children())}
        </header>
    }
}
