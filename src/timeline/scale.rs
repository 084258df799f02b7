//! Between time and picture: a linear scale.
//!
//! The domain is days since 1970-01-01, where day `d` lasts from `d` to `d + 1`; the range is CSS pixels from the inline start.

/// Where days lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The day that lies at `start_px`.
    pub start_day: f64,
    /// Where `start_day` lies, in CSS pixels.
    pub start_px: f64,
    /// The length of a day in CSS pixels; above 0.
    pub px_per_day: f64,
}

impl Scale {
    /// Where a day begins, in CSS pixels.
    #[must_use]
    pub fn px_from_day(self, day: f64) -> f64 {
        self.start_px + (day - self.start_day) * self.px_per_day
    }

    /// The day at a place given in CSS pixels.
    #[must_use]
    pub fn day_from_px(self, px: f64) -> f64 {
        self.start_day + (px - self.start_px) / self.px_per_day
    }

    /// Where a whole day begins.
    #[must_use]
    pub fn px_of(self, day: i32) -> f64 {
        self.px_from_day(f64::from(day))
    }
}

/// The whole day or pixel nearest to a fraction; what lies beyond what can be counted becomes the last of it.
#[must_use]
pub fn whole(number: f64) -> i32 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the cast saturates, and the value is whole"
    )]
    let whole = number.round() as i32;
    whole
}

/// A count as a factor of lengths.
#[must_use]
pub fn factor(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn scales() -> impl Strategy<Value = Scale> {
        (-800_000.0..800_000.0, -500.0..500.0, 0.001..120.0)
            .prop_map(|(start_day, start_px, px_per_day)| Scale { start_day, start_px, px_per_day })
    }

    proptest! {
        #[test]
        fn a_day_comes_back_from_its_pixel(scale in scales(), day in -800_000i32..800_000) {
            prop_assert_eq!(whole(scale.day_from_px(scale.px_of(day))), day);
        }

        #[test]
        fn a_pixel_comes_back_from_its_day(scale in scales(), px in -4000.0..4000.0) {
            prop_assert!((scale.px_from_day(scale.day_from_px(px)) - px).abs() < 0.01);
        }

        #[test]
        fn later_lies_farther(scale in scales(), day in -800_000i32..800_000, more in 1i32..1000) {
            prop_assert!(scale.px_of(day) < scale.px_of(day + more));
        }
    }

    #[test]
    fn what_cannot_be_counted_is_the_last_day() {
        assert_eq!(whole(1e300), i32::MAX);
        assert_eq!(whole(f64::NAN), 0);
    }
}
