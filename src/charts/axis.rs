//! A stretch of time across the width of a chart.

use crate::model::date::{civil_from_day, day_from_civil};

/// From the first day to the last, both days since 1970-01-01.
#[derive(Clone, Copy, Debug)]
pub struct Axis {
    /// The first day.
    pub first: i32,
    /// The last.
    pub last: i32,
}

impl Axis {
    /// Whole years, so that some days lie in it.
    #[must_use]
    pub fn around(days: impl Iterator<Item = i32> + Clone) -> Self {
        let year = |day: i32| civil_from_day(day).0;
        let first = days.clone().min().map_or(1970, year);
        let last = days.max().map_or(1970, year);
        Self { first: day_from_civil(first, 1, 1), last: day_from_civil(last + 1, 1, 1) }
    }

    /// Where a day lies: 0 at the beginning, 1 at the end; what lies beyond is at the nearer of the two.
    #[must_use]
    pub fn part(self, day: i32) -> f64 {
        let of = |day: i32| f64::from(day) - f64::from(self.first);
        (of(day) / of(self.last).max(1.0)).clamp(0.0, 1.0)
    }

    /// The beginnings of years that are named, at most `most` of them, and where they lie.
    #[must_use]
    pub fn years(self, most: usize) -> Vec<(i32, f64)> {
        let [first, last] = [self.first, self.last].map(|day| civil_from_day(day).0);
        let most = i32::try_from(most).unwrap_or(i32::MAX).max(1);
        let step = (last - first) / most + 1;
        (first..last)
            .filter(|year| year % step == 0)
            .map(|year| (year, self.part(day_from_civil(year, 1, 1))))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_whole_and_no_more_than_asked_for() {
        let days = [day_from_civil(2013, 6, 1), day_from_civil(2026, 2, 3)];
        let axis = Axis::around(days.into_iter());
        assert_eq!(
            (axis.first, axis.last),
            (day_from_civil(2013, 1, 1), day_from_civil(2027, 1, 1))
        );
        let years = |most| axis.years(most).into_iter().map(|(year, _)| year).collect::<Vec<_>>();
        assert_eq!(years(7), [2013, 2016, 2019, 2022, 2025]);
        assert_eq!(years(20).len(), 14);
    }

    #[test]
    fn days_lie_in_order_between_the_ends() {
        let axis = Axis { first: 0, last: 100 };
        assert_eq!([-5, 0, 25, 100, 200].map(|day| axis.part(day)), [0.0, 0.0, 0.25, 1.0, 1.0]);
    }
}
