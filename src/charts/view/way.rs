//! A way: how long it is, and how long it takes somebody. Where it lies is for the map.

use super::drawn;
use crate::ui::drawn::percent;
use crate::ui::erase::{CollectAny, Erase, MaybeAny};
use leptos::prelude::*;

/// How long a way takes somebody.
#[derive(Clone, Debug)]
pub struct Pace {
    /// Whom, and how long, in words.
    pub words: String,
    /// In hours.
    pub hours: f64,
}

/// What is known of a way: names and lengths, and a bar for each who goes it, with a cut at every hour.
#[must_use]
pub fn way(lengths: &[(String, String)], paces: &[Pace]) -> String {
    let most = paces.iter().map(|pace| pace.hours).fold(0.0, f64::max);
    let bar = |pace: &Pace| {
        let hours = (1..).map(f64::from).take_while(|hour| *hour < pace.hours);
        let cut = |hour: f64| {
            let x = percent(hour / most);
            view! { <line class="pace__hour" x1=x.clone() x2=x y1="0" y2="100%"></line> }.erase()
        };
        view! {
            <li class="pace">
                {pace.words.clone()}
                <svg class="pace__bar" aria-hidden="true">
                    <rect width=percent(pace.hours / most) height="100%"></rect>
                    {hours.map(cut).collect_any()}
                </svg>
            </li>
        }
        .erase()
    };
    let length = |(name, length): &(String, String)| {
        view! { <dt>{name.clone()}</dt><dd>{length.clone()}</dd> }.erase()
    };
    let lengths = lengths.iter().map(length).collect_any();
    let paces = (!paces.is_empty())
        .then(|| view! { <ul class="paces">{paces.iter().map(bar).collect_any()}</ul> });
    drawn(view! { <dl class="facts">{lengths}</dl>{paces.any()} }.erase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_of_a_way_is_as_long_as_it_takes_and_is_cut_at_every_hour() {
        let pace = |hours| Pace { words: "A < B".to_owned(), hours };
        let html = way(&[("By track".to_owned(), "57 km".to_owned())], &[pace(51.0), pace(11.5)]);
        assert_eq!(html.matches("pace__hour").count(), 50 + 11);
        assert!(html.contains("width=\"100.00%\"") && html.contains("width=\"22.55%\""), "{html}");
        assert!(html.contains("57 km") && html.contains("A &lt; B"));
        assert!(!way(&[], &[]).contains("paces"));
    }
}
