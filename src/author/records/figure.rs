//! Series of numbers, and counts of dead, wounded and captured.

use crate::author::desk::{Desk, Record};
use crate::author::family::{COUNTED, Family, OWNERS};
use crate::author::fault::FaultKind;
use crate::author::fields::{check_span, stretch};
use crate::author::parts::Parts;
use crate::author::table::Table;
use crate::author::value::Read;
use crate::model::Date;
use crate::model::record::{Figure, FigurePoint, Toll};

/// How a series may be shown.
const FORMS: &[&str] = &["number", "points", "bars", "table", "text-only"];

/// Reads the series.
pub fn figures(desk: &Desk) -> Vec<Figure> {
    desk.each(Family::FIGURE, |Record { id, facts, words }| {
        let form = facts.demand("form").and_then(|form| form.one_of("forms", FORMS));
        Figure {
            id: id.clone(),
            what: words.need("what"),
            unit: words.need("unit"),
            form: form.unwrap_or_default().to_owned(),
            draw: facts.need("draw"),
            caveat: words.need("caveat"),
            points: points(desk, facts, words),
        }
    })
}

fn points<'a>(desk: &Desk<'a>, facts: &mut Table<'a>, words: &mut Table<'a>) -> Vec<FigurePoint> {
    let mut parts = Parts::new(words, "points", "point");
    let mut number = 0;
    let points = facts.each("points", |point| {
        number += 1;
        let mut words = parts.table(&number.to_string());
        let draw: bool = point.need("draw");
        let why_not: Option<String> = words.maybe("why_not");
        if !draw && why_not.is_none() {
            point.spot_of("draw").fault(FaultKind::Hidden { number });
        }
        let (text, label) = (words.maybe("text"), words.maybe("label"));
        words.finish();
        point.demand("when");
        let (when, until) = stretch(point, "when", "until");
        FigurePoint {
            when: when.unwrap_or_else(Date::blank),
            until,
            value: point.maybe("value"),
            text,
            label,
            draw,
            why_not,
            sources: desk.sources(point),
        }
    });
    parts.finish();
    points
}

/// Reads the counts. Each says how many, of whom, who says so and when.
pub fn tolls(desk: &Desk) -> Vec<Toll> {
    desk.each(Family::TOLL, |Record { id, facts, words }| {
        let (min, max) = (facts.maybe("min"), facts.maybe("max"));
        let note: Option<String> = words.maybe("note");
        if min.is_none() && max.is_none() && note.is_none() {
            facts.spot().fault(FaultKind::Unnumbered);
        }
        check_span(min, max, facts.spot_of("max"));
        Toll {
            key: id.clone(),
            about: desk.reference(facts, "about", COUNTED),
            when: facts.need("when"),
            circa: facts.flag("circa"),
            by: desk.reference(facts, "by", OWNERS),
            of: desk.word(facts, "of", "toll_groups"),
            state: desk.word(facts, "state", "toll_states"),
            min,
            max,
            note,
            sources: desk.sources(facts),
        }
    })
}
