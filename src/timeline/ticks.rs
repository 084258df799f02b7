//! The marks along the axis of time: from days to centuries, never so many that their labels touch.

use super::label::text_px;
use super::scale::Scale;
use crate::model::date::{civil_from_day, day_from_civil};

/// What stands at a tick. Putting it into words is for the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TickLabel {
    /// A year.
    Year(i32),
    /// A month, 1 to 12.
    Month(u8),
    /// A month and its day.
    Day(u8, u8),
}

/// A mark on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// The day, since 1970-01-01.
    pub day: i32,
    /// Where it is, in CSS pixels from the inline start.
    pub px: f64,
    /// What stands there.
    pub label: TickLabel,
    /// Whether a larger unit begins with it: a month among days, a year among months, any year.
    pub is_major: bool,
}

/// The distance of ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Days, counted anew from the first of each month.
    Days(u8),
    /// Months, counted anew from January.
    Months(u8),
    /// Years that it divides.
    Years(i32),
}

const STEPS: [Step; 17] = [
    Step::Days(1),
    Step::Days(5),
    Step::Days(10),
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(200),
    Step::Years(500),
    Step::Years(1000),
    Step::Years(5000),
];

/// Between a label and the next tick, in CSS pixels.
const LABEL_GAP_PX: f64 = 12.0;

impl Step {
    /// The fewest days between two ticks.
    fn least_days(self) -> i32 {
        match self {
            Self::Days(days) => i32::from(days),
            Self::Months(1) => 28,
            Self::Months(months) => i32::from(months) * 30 - 1,
            Self::Years(years) => years * 365,
        }
    }

    /// The longest label, in letters of ordinary width.
    fn longest(self) -> &'static str {
        match self {
            Self::Days(_) => "30 Sept.",
            Self::Months(_) => "Sept.",
            Self::Years(_) => "20000",
        }
    }
}

/// The room that a step's labels need between ticks, in CSS pixels.
fn room_px(step: Step, font_px: f64) -> f64 {
    text_px(step.longest(), font_px, true) + LABEL_GAP_PX
}

/// The ticks from one day to another, in order, as close as their labels allow at a font size in CSS pixels.
#[must_use]
pub fn ticks(scale: Scale, first_day: i32, last_day: i32, font_px: f64) -> Vec<Tick> {
    let fits =
        |step: &&Step| f64::from(step.least_days()) * scale.px_per_day >= room_px(**step, font_px);
    let step = *STEPS.iter().find(fits).unwrap_or(&STEPS[STEPS.len() - 1]);
    let (first_year, first_month, _) = civil_from_day(first_day);
    let (last_year, last_month, _) = civil_from_day(last_day);
    let mut ticks = Vec::new();
    let mut add = |year: i32, month: u8, day: u8| {
        let at = day_from_civil(year, month, day);
        if (first_day..=last_day).contains(&at) {
            let (label, is_major) = match step {
                Step::Days(_) => (TickLabel::Day(month, day), day == 1),
                Step::Months(_) if month > 1 => (TickLabel::Month(month), false),
                _ => (TickLabel::Year(year), true),
            };
            ticks.push(Tick { day: at, px: scale.px_of(at), label, is_major });
        }
    };
    if let Step::Years(years) = step {
        let mut year = first_year.div_euclid(years) * years;
        while year <= last_year {
            add(year, 1, 1);
            year += years;
        }
        return ticks;
    }
    let (mut year, mut month) = (first_year, first_month);
    while (year, month) <= (last_year, last_month) {
        match step {
            Step::Months(months) if (month - 1) % months == 0 => add(year, month, 1),
            Step::Days(days) => {
                let length = month_days(year, month);
                let is_clear = |day: &u8| *day == 1 || length + 1 - day >= days;
                (1..=length)
                    .step_by(usize::from(days))
                    .filter(is_clear)
                    .for_each(|day| add(year, month, day));
            }
            _ => {}
        }
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
    ticks
}

/// How many days a month has.
fn month_days(year: i32, month: u8) -> u8 {
    let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    let days = day_from_civil(next_year, next_month, 1) - day_from_civil(year, month, 1);
    u8::try_from(days).expect("a month has at most 31 days")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::viewport::Viewport;
    use proptest::prelude::*;

    fn labels(first: (i32, u8, u8), last: (i32, u8, u8), width_px: f64) -> Vec<TickLabel> {
        let day = |(year, month, day)| day_from_civil(year, month, day);
        let (first, last) = (day(first), day(last));
        let scale = Viewport::of_days(first, last).scale(width_px);
        ticks(scale, first, last, 15.0).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn the_unit_follows_the_zoom() {
        use TickLabel::{Day, Month, Year};
        assert_eq!(
            labels((1800, 1, 1), (2026, 7, 10), 300.0),
            [Year(1800), Year(1850), Year(1900), Year(1950), Year(2000)]
        );
        assert_eq!(
            labels((2012, 1, 1), (2014, 7, 10), 170.0),
            [Year(2012), Year(2013), Year(2014)]
        );
        assert_eq!(
            labels((2023, 7, 1), (2024, 2, 1), 700.0)[5..],
            [Month(12), Year(2024), Month(2)]
        );
        assert_eq!(labels((2024, 2, 18), (2024, 3, 2), 500.0), [Day(2, 21), Day(3, 1)]);
        assert_eq!(
            labels((2024, 2, 28), (2024, 3, 2), 500.0),
            [Day(2, 28), Day(2, 29), Day(3, 1), Day(3, 2)]
        );
    }

    proptest! {
        #[test]
        fn labels_never_touch(
            first in -700_000i32..700_000, days in 13i32..700_000, width_px in 200.0..4000.0, font_px in 10.0..30.0,
        ) {
            let scale = Viewport::of_days(first, first + days).scale(width_px);
            let ticks = ticks(scale, first, first + days, font_px);
            for pair in ticks.windows(2) {
                let text = match pair[0].label {
                    TickLabel::Year(year) => year.to_string(),
                    TickLabel::Month(_) => "Sept".to_owned(),
                    TickLabel::Day(_, day) => format!("{day} Sept"),
                };
                prop_assert!(pair[0].px + text_px(&text, font_px, true) < pair[1].px);
            }
        }

        #[test]
        fn ticks_lie_within_the_days_asked_for_and_are_there(
            first in -700_000i32..700_000, days in 13i32..700_000, width_px in 200.0..4000.0,
        ) {
            let scale = Viewport::of_days(first, first + days).scale(width_px);
            let ticks = ticks(scale, first, first + days, 15.0);
            prop_assert!(ticks.iter().all(|tick| tick.day >= first && tick.day <= first + days));
            // A picture at least as wide as a few labels has at least one, unless the year is worth more than the picture.
            prop_assert!(width_px < 400.0 || days > 400_000 || !ticks.is_empty());
            prop_assert!(ticks.len() < 200);
        }
    }
}
