//! Pictures that were drawn when the site was built, and come as they are.

use leptos::prelude::*;

/// A part of the width or height of a picture, as its elements tell their places.
#[must_use]
pub fn percent(part: f64) -> String {
    format!("{:.2}%", 100.0 * part)
}

/// The class of what belongs to a year, which is the value of the year's radio button too.
#[cfg(feature = "ssr")]
#[must_use]
pub fn year_class(year: &str) -> String {
    format!("y{year}")
}

/// Options of which one is chosen. The stylesheet sees which, so that they work without a program.
#[cfg(feature = "ssr")]
#[must_use]
pub fn group(class: &str, name: String, options: Vec<AnyView>) -> AnyView {
    view! {
        <fieldset class=format!("segmented {class}")>
            <legend class="visually-hidden">{name}</legend>
            {options}
        </fieldset>
    }
    .into_any()
}

/// One of the options of a name.
#[cfg(feature = "ssr")]
#[must_use]
pub fn option(name: &str, value: String, words: String, is_chosen: bool) -> AnyView {
    view! {
        <label class="segmented__option">
            <input class="segmented__input" type="radio" name=name.to_owned() value=value checked=is_chosen/>
            {words}
        </label>
    }
    .into_any()
}

/// A picture.
#[component]
pub fn Drawn(
    /// The picture in HTML.
    picture: String,
) -> impl IntoView {
    view! { <div class="drawn" inner_html=picture></div> }
}
