//! The charts as pieces of HTML.

pub mod lane;
pub mod people;
pub mod ties;
pub mod way;

use super::axis::Axis;
use crate::ui::drawn::percent;
use crate::ui::erase::{CollectAny, Erase, MaybeAny};
use leptos::prelude::*;

/// How many years are named under a chart.
const YEARS: usize = 7;
/// Between two numbers over a strip, as parts of its width, so that they do not meet on a phone.
const NUMBER_PART: f64 = 0.17;
/// How long the needle of the greatest number is, and what is left free over and under needles, in CSS pixels.
const NEEDLE_PX: f64 = 76.0;
const HEAD_PX: f64 = 22.0;
const FOOT_PX: f64 = 12.0;
/// The width of a narrow strip, and of a letter, in CSS pixels; words are placed for these.
const NARROW_PX: f64 = 330.0;
const LETTER_PX: f64 = 7.0;

/// Height of a layer in a jar, in units of the drawing.
const JAR: usize = 14;

/// A promise to end something, and what it named as the end.
#[derive(Clone, Debug)]
pub struct Promise {
    /// The day it was made, from 1970-01-01.
    pub made: i32,
    /// The same in words.
    pub date: String,
    /// What was promised.
    pub words: String,
    /// The earliest end and the latest; none if it named no day.
    pub end: Option<(i32, i32)>,
    /// Whether the end may move on.
    pub is_open: bool,
}

/// A force, and the numbers that were said of it.
#[derive(Clone, Debug)]
pub struct Force {
    /// Its name.
    pub name: String,
    /// When it was there, in words.
    pub dates: String,
    /// Its first day, and its last if it has left.
    pub days: (i32, Option<i32>),
    /// Its numbers.
    pub numbers: Vec<Number>,
    /// What has to be said of them.
    pub note: Option<String>,
}

/// A number of people.
#[derive(Clone, Debug)]
pub struct Number {
    /// The day it is of.
    pub day: i32,
    /// How many.
    pub value: i64,
    /// The same in words.
    pub words: String,
    /// Which count: `authorised`, `deployed`, `estimate`.
    pub kind: String,
}

/// The years under the strips, and lines through all of them.
fn years(axis: Axis) -> AnyView {
    let year = |(year, part): (i32, f64)| {
        view! { <text class="strip__year" x=percent(part) y="1em" dx="3">{year}</text> }.erase()
    };
    view! { <svg class="strip strip--years" aria-hidden="true">{axis.years(YEARS).into_iter().map(year).collect_any()}</svg> }.erase()
}

fn lines(axis: Axis) -> Vec<AnyView> {
    let line = |(_, part): (i32, f64)| {
        let x = percent(part);
        view! { <line class="strip__line" x1=x.clone() x2=x y1="0" y2="100%"></line> }.erase()
    };
    axis.years(YEARS).into_iter().map(line).collect_any()
}

/// Promises from the first to the last, each with the way from its day to the end that it named. `beyond` is the day where the chart ends at
/// the earliest.
#[must_use]
pub fn promises(promises: &[Promise], beyond: i32) -> String {
    let days = promises
        .iter()
        .flat_map(|one| [Some(one.made), one.end.map(|end| end.1)].into_iter().flatten());
    let axis = Axis::around(days.chain([beyond]));
    let row = |one: &Promise| {
        let made = percent(axis.part(one.made));
        let (from, until) =
            one.end.map_or((1.0, 1.0), |(from, until)| (axis.part(from), axis.part(until)));
        let class = if one.end.is_none() || one.is_open {
            "strip__way strip__way--open"
        } else {
            "strip__way"
        };
        let end = one.end.map(|_| {
            let width = percent((until - from).max(0.0));
            view! {
                <rect class="strip__span" x=percent(from) y="25%" width=width height="50%"></rect>
                <circle class="strip__end" cx=percent(from) cy="50%" r="5"></circle>
            }
        });
        view! {
            <li class="strips__row">
                <p><b>{one.date.clone()}</b>" "{one.words.clone()}</p>
                <svg class="strip" aria-hidden="true">
                    {lines(axis)}
                    <line class=class x1=made.clone() x2=percent(from) y1="50%" y2="50%"></line>
                    <circle class="strip__dot" cx=made cy="50%" r="5"></circle>
                    {end}
                </svg>
            </li>
        }
        .erase()
    };
    let rows = promises.iter().map(row).collect_any();
    drawn(view! { <ol class="strips">{rows}</ol>{years(axis)} }.erase())
}

/// A point of a list, and how it stood on the days on which somebody looked.
#[derive(Clone, Debug)]
pub struct Check {
    /// What was to be done.
    pub name: String,
    /// The day, from 1970-01-01; how it stood, a word; and what that is drawn as: `done`, `half`, `undone` or `open`.
    pub states: Vec<(i32, String, &'static str)>,
}

/// A list of points, each with how it stood and when, along a stretch of time. Between two days nothing is drawn, for nothing is known.
#[must_use]
pub fn checks(checks: &[Check], axis: Axis) -> String {
    let row = |one: &Check| {
        let parts: Vec<f64> = one.states.iter().map(|(day, ..)| axis.part(*day)).collect();
        // What is taken of each of three lines, as parts of the width: the marks of the middle one, and words.
        let radius = 9.0 / NARROW_PX;
        let mut taken: [Vec<[f64; 2]>; 3] = [
            parts.iter().map(|part| [part - radius, part + radius]).collect(),
            Vec::new(),
            Vec::new(),
        ];
        let state = |(part, (_, word, look)): (f64, &(i32, String, &'static str))| {
            let x = percent(part);
            #[expect(clippy::cast_precision_loss, reason = "a word has few letters")]
            let length = word.chars().count() as f64 * LETTER_PX / NARROW_PX;
            let places = [(radius, "start", "9"), (-radius - length, "end", "-9")];
            let rooms = places.into_iter().flat_map(|place| [(0, place), (1, place), (2, place)]);
            let is_free = |(line, (from, ..)): &(usize, (f64, &str, &str))| {
                let room = [part + from, part + from + length];
                room[0] >= 0.0
                    && room[1] <= 1.0
                    && taken[*line].iter().all(|other| room[1] <= other[0] || other[1] <= room[0])
            };
            let (line, (from, anchor, dx)) =
                rooms.into_iter().find(is_free).unwrap_or((1, places[1]));
            taken[line].push([part + from, part + from + length]);
            let y = ["50%", "18%", "82%"][line];
            view! {
                <circle class=format!("strip__check strip__check--{look}") cx=x.clone() cy="50%" r="5"></circle>
                <text class="strip__number" x=x y=y dx=dx dy="4" text-anchor=anchor>{word.clone()}</text>
            }
            .erase()
        };
        let states = parts.iter().copied().zip(&one.states).map(state).collect_any();
        view! {
            <li class="strips__row">
                <p>{one.name.clone()}</p>
                <svg class="strip strip--words" aria-hidden="true">{lines(axis)}{states}</svg>
            </li>
        }
        .erase()
    };
    let rows = checks.iter().map(row).collect_any();
    drawn(view! { <ol class="strips">{rows}</ol>{years(axis)} }.erase())
}

/// A part of a list of promises, and how each stood.
#[derive(Clone, Debug)]
pub struct Jar {
    /// Its name.
    pub name: String,
    /// What each promise is drawn as: `done`, `half`, `undone` or `open`.
    pub looks: Vec<&'static str>,
}

/// Jars with a layer for each promise: what was kept lies at the bottom. `kinds` are the looks in this order from the bottom, with their words.
#[must_use]
pub fn jars(jars: &[Jar], kinds: &[(&str, String)], note: &str) -> String {
    let most = jars.iter().map(|jar| jar.looks.len()).max().unwrap_or_default();
    let jar = |jar: &Jar| {
        let sorted =
            kinds.iter().flat_map(|(kind, _)| jar.looks.iter().filter(move |look| *look == kind));
        let layers = sorted.enumerate().map(|(place, look)| {
            view! { <rect class=format!("jar__layer jar__layer--{look}") x="4" y=JAR * (most - place) - JAR + 6 width="52" height=JAR - 3></rect> }.erase()
        });
        let bottom = JAR * most + 6;
        view! {
            <li>
                <svg class="jar" viewBox=format!("0 0 60 {}", bottom + 2) aria-hidden="true">
                    {layers.collect_any()}
                    <path class="jar__glass" d=format!("M1 1V{bottom}H59V1")></path>
                </svg>
                <span class="jars__name">{jar.name.clone()}</span>
            </li>
        }
        .erase()
    };
    let key = |(kind, words): &(&str, String)| {
        let count = jars.iter().flat_map(|jar| &jar.looks).filter(|look| *look == kind).count();
        view! {
            <li>
                <svg class="strip__key" viewBox="0 0 16 16" aria-hidden="true"><rect class=format!("jar__layer jar__layer--{kind}") x="1" y="3" width="14" height="10"></rect></svg>
                {format!("{words}: {count}")}
            </li>
        }
        .erase()
    };
    let (all, kinds) = (jars.iter().map(jar).collect_any(), kinds.iter().map(key).collect_any());
    drawn(view! { <ul class="jars">{all}</ul><ul class="strips__kinds">{kinds}</ul><p class="strips__note">{note.to_owned()}</p> }.erase())
}

/// A link to a part of the timeline.
#[must_use]
pub fn timeline_link(href: &str, words: &str) -> String {
    drawn(
        view! { <p class="stage__way"><a href=href.to_owned()>{words.to_owned()}</a></p> }.erase(),
    )
}

/// Forces by their first day, each with its numbers as needles of one scale. `kinds` are the words for the three counts, `until` the day where
/// a force that has not left is drawn to.
#[must_use]
pub fn forces(forces: &[Force], kinds: &[(String, String)], until: i32) -> String {
    let axis = Axis::around(forces.iter().map(|one| one.days.0).chain([until]));
    let most =
        forces.iter().flat_map(|one| &one.numbers).map(|number| number.value).max().unwrap_or(1);
    #[expect(clippy::cast_precision_loss, reason = "counts of people are far below 2^52")]
    let height = |value: i64| value as f64 / most as f64;
    let row = |one: &Force| {
        let (from, to) = (axis.part(one.days.0), axis.part(one.days.1.unwrap_or(until)));
        let numbers: Vec<&Number> = one.numbers.iter().filter(|number| number.value > 0).collect();
        let tallest = numbers.iter().map(|number| height(number.value)).fold(0.0, f64::max);
        let all_px = FOOT_PX + HEAD_PX + NEEDLE_PX * tallest;
        let top = |number: &Number| all_px - FOOT_PX - NEEDLE_PX * height(number.value);
        // Of numbers that are near each other the greatest is named.
        let mut order: Vec<usize> = (0..numbers.len()).collect();
        order.sort_by_key(|place| std::cmp::Reverse(numbers[*place].value));
        let mut told: Vec<f64> = Vec::new();
        let mut names = Vec::new();
        for number in order.into_iter().map(|place| numbers[place]) {
            let part = axis.part(number.day);
            if told.iter().all(|other| (part - other).abs() >= NUMBER_PART) {
                told.push(part);
                let (dx, anchor) = if part > 0.85 { ("4", "end") } else { ("-4", "start") };
                names.push(view! { <text class="strip__number" x=percent(part) y=top(number) dy="-7" dx=dx text-anchor=anchor>{number.words.clone()}</text> }.erase());
            }
        }
        let needle = |number: &&Number| {
            let x = percent(axis.part(number.day));
            view! {
                <g class=format!("strip__needle strip__needle--{}", number.kind)>
                    <line x1=x.clone() x2=x.clone() y1=all_px - FOOT_PX y2=top(number)></line>
                    <circle cx=x cy=top(number) r="3.5"></circle>
                </g>
            }
            .erase()
        };
        view! {
            <li class="strips__row">
                <p><b>{one.name.clone()}</b>" "<span class="strips__when">{one.dates.clone()}</span></p>
                <svg class="strip strip--own" height=all_px aria-hidden="true">
                    {lines(axis)}
                    <rect class="strip__stay" x=percent(from) y=all_px - FOOT_PX width=percent(to - from) height="5"></rect>
                    {numbers.iter().map(needle).collect_any()}
                    {names}
                </svg>
                {one.note.clone().map(|note| view! { <p class="strips__note">{note}</p> }).any()}
            </li>
        }
        .erase()
    };
    let rows = forces.iter().map(row).collect_any();
    let key = |(kind, words): &(String, String)| {
        view! {
            <li>
                <svg class="strip__key" aria-hidden="true">
                    <g class=format!("strip__needle strip__needle--{kind}")>
                        <line x1="50%" x2="50%" y1="100%" y2="35%"></line>
                        <circle cx="50%" cy="35%" r="3.5"></circle>
                    </g>
                </svg>
                {words.clone()}
            </li>
        }
        .erase()
    };
    let key = kinds.iter().map(key).collect_any();
    drawn(
        view! { <ul class="strips__kinds">{key}</ul><ol class="strips">{rows}</ol>{years(axis)} }
            .erase(),
    )
}

/// Without the marks between which a browser would find its place, for nothing in it changes.
fn drawn(view: AnyView) -> String {
    view.to_html().replace("<!>", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(day: i32, value: i64) -> Number {
        Number { day, value, words: format!("{value} people"), kind: "deployed".to_owned() }
    }

    fn force(numbers: Vec<Number>) -> Force {
        Force {
            name: "A < B".to_owned(),
            dates: String::new(),
            days: (0, None),
            numbers,
            note: None,
        }
    }

    #[test]
    fn of_numbers_that_are_near_each_other_the_greatest_is_named() {
        let html =
            forces(&[force(vec![number(10, 5), number(20, 900), number(3000, 7)])], &[], 3650);
        assert!(
            html.contains("900 people")
                && html.contains(">7 people")
                && !html.contains(">5 people")
        );
        assert_eq!(html.matches("strip__needle--deployed").count(), 3);
        assert!(html.contains("A &lt; B") && !html.contains("A < B"));
    }

    #[test]
    fn a_jar_holds_every_promise_and_what_was_kept_lies_lowest() {
        let kinds = [("done", "Kept".to_owned()), ("undone", "Not".to_owned())];
        let of = |looks: &[&'static str]| Jar { name: String::new(), looks: looks.to_vec() };
        let html = jars(&[of(&["undone", "done", "undone"]), of(&["done"])], &kinds, "");
        let layer = |kind: &str, y: usize| {
            let with = format!(
                "x=\"4\" y=\"{y}\" width=\"52\" height=\"{}\" class=\"jar__layer jar__layer--{kind}\"",
                JAR - 3
            );
            html.matches(&with).count()
        };
        let lowest = JAR * 3 - JAR + 6;
        assert_eq!([layer("done", lowest), layer("undone", lowest)], [2, 0], "{html}");
        assert_eq!([layer("undone", lowest - JAR), layer("undone", lowest - 2 * JAR)], [1, 1]);
        assert!(html.contains("Kept: 2") && html.contains("Not: 2"));
    }

    #[test]
    fn nobody_is_no_needle() {
        let html = forces(&[force(vec![number(10, 0)])], &[], 3650);
        assert!(!html.contains("strip__needle--deployed"));
    }

    #[test]
    fn a_promise_without_a_day_is_open_to_the_end() {
        let promise = |end| Promise {
            made: 0,
            date: String::new(),
            words: String::new(),
            end,
            is_open: false,
        };
        let html = promises(&[promise(None), promise(Some((100, 200)))], 400);
        assert_eq!(html.matches("strip__way--open").count(), 1);
        assert_eq!(html.matches("strip__end").count(), 1);
        assert!(html.contains("x2=\"100.00%\""));
    }

    #[test]
    fn words_of_near_days_do_not_share_a_line() {
        let state = |day| (day, "Partly done".to_owned(), "half");
        let check = Check { name: String::new(), states: vec![state(100), state(160), state(220)] };
        let html = checks(&[check], Axis { first: 0, last: 3650 });
        let lines: Vec<&str> = ["y=\"18%\"", "y=\"50%\"", "y=\"82%\""]
            .into_iter()
            .filter(|line| html.contains(line))
            .collect();
        assert!(lines.len() == 3, "{lines:?} of {html}");
    }
}
