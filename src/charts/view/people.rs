//! People as they are counted: dots, squares in a row, and who sits on a chair.

use super::drawn;
use crate::ui::erase::{CollectAny, Erase, MaybeAny};
use leptos::prelude::*;

/// A chair at a table.
#[derive(Clone, Debug)]
pub struct Chair {
    /// Who sits there, or does not.
    pub name: String,
    /// Whether it does, in words.
    pub state: String,
    /// When it signed, in words.
    pub date: Option<String>,
    /// Whether it does.
    pub is_taken: bool,
}

/// Chairs in rows, taken and empty, numbered from 1.
#[must_use]
pub fn seats(chairs: &[Chair]) -> String {
    let chair = |(place, chair): (usize, &Chair)| {
        let class = if chair.is_taken { "seat" } else { "seat seat--empty" };
        let sitter = chair.is_taken.then(|| {
            view! { <circle class="seat__head" cx="21" cy="10" r="6"></circle><path class="seat__body" d="M15 20h12v18h15v8H15z"></path> }
        });
        view! {
            <li class=class>
                <svg class="seat__chair" viewBox="0 0 56 72" aria-hidden="true">
                    <path d="M8 14V70M8 46H42V70"></path>
                    {sitter}
                </svg>
                <b><span class="seat__number">{place + 1}"."</span>" "{chair.name.clone()}</b>
                <span>{chair.state.clone()}</span>
                {chair.date.clone().map(|date| view! { <span>{date}</span> }).any()}
            </li>
        }
        .erase()
    };
    drawn(
        view! { <ul class="seats">{chairs.iter().enumerate().map(chair).collect_any()}</ul> }
            .erase(),
    )
}

/// So many dots, all alike, in rows.
#[must_use]
pub fn dots(count: u32, caption: &str) -> String {
    let row = (f64::from(count) * 1.6).sqrt().ceil().max(1.0);
    let place = |dot: u32| {
        let (line, column) = ((f64::from(dot) / row).floor(), f64::from(dot) % row);
        view! { <circle cx=column + 0.5 cy=line + 0.5 r="0.3"></circle> }.erase()
    };
    let lines = (f64::from(count) / row).ceil().max(1.0);
    drawn(
        view! {
            <svg class="dots" viewBox=format!("0 0 {row} {lines}") aria-hidden="true">{(0..count).map(place).collect_any()}</svg>
            <p class="strips__note">{caption.to_owned()}</p>
        }
        .erase(),
    )
}

/// People that somebody counted, in a row, with a note behind them. Those that there are at least are filled, those that there may
/// be besides hollow; `look` is the state of all, and each that is drawn stands for `each`.
#[must_use]
pub fn people([least, most]: [u32; 2], each: u32, look: &str, note: &str) -> String {
    let one = |place: u32| {
        let hollow = if place < least.div_ceil(each) { "" } else { " people__one--maybe" };
        view! { <span class=format!("people__one people__one--{look}{hollow}")></span> }.erase()
    };
    let all = (0..most.div_ceil(each)).map(one).collect_any();
    let all = (most > 0).then(|| view! { <span class="people__all">{all}</span> });
    drawn(view! { <p class="people" aria-hidden="true">{all.any()}<span class="people__note">{note.to_owned()}</span></p> }.erase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_dots_as_were_asked_for() {
        for count in [0, 1, 2, 331] {
            assert_eq!(dots(count, "").matches("<circle").count(), count as usize);
        }
        assert!(dots(331, "a < b").contains("a &lt; b"));
    }

    #[test]
    fn there_are_as_many_people_as_somebody_counted() {
        let count = |range, each| {
            let html = people(range, each, "dead", "Soldiers: dead");
            let all = html.matches("people__one ").count();
            [all, html.matches("people__one--maybe").count(), html.matches("Soldiers").count()]
        };
        assert_eq!(count([6, 6], 1), [6, 0, 1]);
        assert_eq!(count([14, 20], 1), [20, 6, 1]);
        assert_eq!(count([500, 500], 10), [50, 0, 1]);
        assert_eq!(count([203, 203], 10), [21, 0, 1]);
        assert_eq!(count([0, 0], 1), [0, 0, 1]);
    }

    #[test]
    fn an_empty_chair_has_nobody_on_it() {
        let chair = |is_taken| Chair {
            name: "A < B".to_owned(),
            state: String::new(),
            date: None,
            is_taken,
        };
        let html = seats(&[chair(true), chair(false), chair(false)]);
        assert_eq!(
            (html.matches("seat__chair").count(), html.matches("seat__head").count()),
            (3, 1)
        );
        assert!(html.contains("A &lt; B") && !html.contains("A < B"));
    }
}
