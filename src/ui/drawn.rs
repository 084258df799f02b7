//! Pictures that were drawn when the site was built, and come as they are.

use leptos::prelude::*;

/// A part of the width or height of a picture, as its elements tell their places.
#[must_use]
pub fn percent(part: f64) -> String {
    format!("{:.2}%", 100.0 * part)
}

/// A picture.
#[component]
pub fn Drawn(
    /// The picture in HTML.
    picture: String,
) -> impl IntoView {
    view! { <div class="drawn" inner_html=picture></div> }
}
