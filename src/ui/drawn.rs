//! Pictures that were drawn when the site was built, and come as they are.

use leptos::prelude::*;

/// A picture.
#[component]
pub fn Drawn(
    /// The picture in HTML.
    picture: String,
) -> impl IntoView {
    view! { <div class="drawn" inner_html=picture></div> }
}
