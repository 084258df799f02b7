//! Who was tied to whom, and when: a row for each tie with a bar of its time, and a choice of the year.

use super::{drawn, years};
use crate::charts::axis::Axis;
use crate::ui::drawn::{group, option, percent, year_class};
use crate::ui::erase::{CollectAny, Erase};
use leptos::prelude::*;

/// A tie between two.
#[derive(Clone, Debug)]
pub struct Tie {
    /// Names and addresses of both.
    pub ends: [(String, String); 2],
    /// What ties the first to the second, in words.
    pub words: String,
    /// When, in words.
    pub span: String,
    /// Its first day and its last, from 1970-01-01.
    pub days: (i32, i32),
    /// The years in which it held.
    pub years: Vec<i32>,
}

/// Ties under headings. `choice` are the words for the choice of a year and for all of them, `all` the years to choose from.
#[must_use]
pub fn ties(
    groups: &[(String, Vec<Tie>)],
    choice: &[String; 2],
    all: &[i32],
    axis: Axis,
) -> String {
    let [name, every] = choice.clone();
    let year = |year: &i32| option("year", year_class(&year.to_string()), year.to_string(), false);
    let options =
        [option("year", "all".to_owned(), every, true)].into_iter().chain(all.iter().map(year));
    let row = |tie: &Tie| {
        let [from, to] = tie.ends.clone();
        let years: String = tie
            .years
            .iter()
            .flat_map(|year| [" ".to_owned(), year_class(&year.to_string())])
            .collect();
        let (start, end) = (axis.part(tie.days.0), axis.part(tie.days.1));
        view! {
            <li class=format!("tie{years}")>
                <p>
                    <a href=from.1>{from.0}</a>" "{tie.words.clone()}" "<a href=to.1>{to.0}</a>" "
                    <span class="strips__when">{tie.span.clone()}</span>
                </p>
                <svg class="tie__strip" aria-hidden="true"><rect x=percent(start) y="0" width=percent((end - start).max(0.004)) height="100%"></rect></svg>
            </li>
        }
        .erase()
    };
    let part = |(heading, ties): &(String, Vec<Tie>)| {
        view! { <section class="ties__group"><h2 class="part__title">{heading.clone()}</h2><ul>{ties.iter().map(row).collect_any()}</ul>{years(axis)}</section> }.erase()
    };
    let groups = groups.iter().map(part).collect_any();
    drawn(
        view! { <div class="ties">{group("ties__years", name, options.collect())}<div class="ties__groups">{groups}</div></div> }
            .erase(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_has_a_bar_of_its_time_and_the_classes_of_its_years() {
        let end = |name: &str| (name.to_owned(), format!("en/actor/{name}/"));
        let tie = Tie {
            ends: [end("a<b"), end("c")],
            words: "partner of".to_owned(),
            span: "2013 to 2014".to_owned(),
            days: (0, 3650),
            years: vec![2013, 2014],
        };
        let html = ties(
            &[("With".to_owned(), vec![tie])],
            &["Year", "All"].map(str::to_owned),
            &[2013],
            Axis { first: 0, last: 7300 },
        );
        assert!(html.contains("class=\"tie y2013 y2014\""), "{html}");
        assert!(html.contains("x=\"0.00%\"") && html.contains("width=\"50.00%\""), "{html}");
        assert!(
            html.contains("a&lt;b")
                && html.contains("value=\"y2013\"")
                && html.contains("value=\"all\"")
        );
    }
}
