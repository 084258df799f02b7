//! Where the marks of a rail of dates lie: to scale along a line, joined to words that are evenly spaced. Pure.
//!
//! ```text
//! 2012 ┤─╮            lead: from the day's place on the line …
//!      │ ╰── words 0
//!      ┤──── words 1  … to the middle of its row of words
//! 2016 ┤
//! ```

use crate::model::date::{civil_from_day, day_from_civil};

/// Height of a row of words, in CSS pixels.
pub const ROW_PX: i32 = 60;
/// Width of the rail, in CSS pixels.
pub const WIDTH_PX: i32 = 72;
/// Where the line is, from the inline start.
const LINE_PX: i32 = 40;
/// The middle of a row's first line of words, from its top.
const ROW_MIDDLE_PX: i32 = 22;
/// Between the names of two years.
const LEAST_PX: i32 = 28;
/// What is left free above and below the line.
const MARGIN_PX: i32 = 12;

/// A year on the line.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    /// The year.
    pub year: i32,
    /// Where it begins, from the top, in CSS pixels; the first where the line does.
    pub y_px: i32,
    /// Whether there is room to write it out.
    pub is_named: bool,
}

/// A rail of dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Rail {
    /// Its height in CSS pixels.
    pub height_px: i32,
    /// The line, as an SVG path.
    pub line: String,
    /// The years on it.
    pub years: Vec<Year>,
    /// From each day to its words, as SVG paths, in the order of the days.
    pub leads: Vec<String>,
}

/// Lays out a rail for days counted from 1970-01-01, in order of time: the line runs from the first to the last.
#[must_use]
pub fn rail(days: &[i32]) -> Rail {
    let (start, last) = match (days.first(), days.last()) {
        (Some(first), Some(last)) => (*first, *last),
        _ => (0, 0),
    };
    let row_px = |row: usize| ROW_PX * i32::try_from(row).unwrap_or(i32::MAX / ROW_PX);
    let height_px = row_px(days.len().max(1));
    let length_px = height_px - 2 * MARGIN_PX;
    let y_px = |day: i32| MARGIN_PX + (day - start).max(0) * length_px / (last - start).max(1);
    let mut named_px = -LEAST_PX;
    let years = (civil_from_day(start).0..=civil_from_day(last).0).map(|year| {
        let y_px = y_px(day_from_civil(year, 1, 1));
        let is_named = y_px >= named_px + LEAST_PX;
        if is_named {
            named_px = y_px;
        }
        Year { year, y_px, is_named }
    });
    let lead = |(row, day): (usize, &i32)| {
        let from = y_px(*day);
        let to = row_px(row) + ROW_MIDDLE_PX;
        format!("M{LINE_PX} {from}h5C56 {from} 54 {to} 69 {to}")
    };
    Rail {
        height_px,
        line: format!("M{LINE_PX} {MARGIN_PX}V{}", height_px - MARGIN_PX),
        years: years.collect(),
        leads: days.iter().enumerate().map(lead).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_lies_between_the_years_around_it() {
        let rail = rail(&[
            day_from_civil(2012, 1, 17),
            day_from_civil(2020, 8, 18),
            day_from_civil(2024, 1, 25),
        ]);
        let at = |year: i32| rail.years.iter().find(|one| one.year == year).unwrap().y_px;
        let second: i32 = rail.leads[1].split(['M', ' ', 'h']).nth(2).unwrap().parse().unwrap();
        assert!(at(2020) < second && second < at(2021));
        assert_eq!(rail.years.first().map(|one| (one.year, one.is_named)), Some((2012, true)));
        assert_eq!(rail.height_px, 180);
    }

    #[test]
    fn the_line_runs_from_the_first_day_to_the_last() {
        let rail = rail(&[day_from_civil(2023, 8, 10), day_from_civil(2023, 11, 14)]);
        assert!(rail.leads[0].starts_with("M40 12h") && rail.leads[1].starts_with("M40 108h"));
        let years: Vec<_> =
            rail.years.iter().map(|one| (one.year, one.y_px, one.is_named)).collect();
        assert_eq!(years, [(2023, 12, true)]);
    }

    #[test]
    fn no_days_make_an_empty_rail() {
        assert_eq!(rail(&[]).leads, Vec::<String>::new());
    }
}
