//! The part of time that is shown, and how a reader moves it.
//!
//! ```text
//! bounds.first                                   bounds.last
//!      ├───────────────┬──────────────────┬───────────┤
//!                   start   ── span ──▶  end
//! ```

use super::scale::{Scale, whole};

/// The least that can be shown, in days.
pub const LEAST_DAYS: f64 = 14.0;
/// What stays free at both ends of the picture, so that a mark on the first or last day is whole.
pub const EDGE_PX: f64 = 14.0;

/// All of time that can be shown, in days since 1970-01-01. Never shorter than [`LEAST_DAYS`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Where it begins.
    pub first: f64,
    /// Where it ends.
    pub last: f64,
}

impl Bounds {
    /// From the first day to the last, both whole. If they are less than can be shown, the days before are added.
    #[must_use]
    pub fn of_days(first: i32, last: i32) -> Self {
        let last = f64::from(last) + 1.0;
        Self { first: f64::from(first).min(last - LEAST_DAYS), last }
    }
}

/// The part of time that is shown, in days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Where it begins.
    pub start: f64,
    /// How long it is; above 0.
    pub span: f64,
}

impl Viewport {
    /// From a first day to a last, both whole and in order.
    #[must_use]
    pub fn of_days(first: i32, last: i32) -> Self {
        Self { start: f64::from(first), span: f64::from(last) + 1.0 - f64::from(first) }
    }

    /// All there is.
    #[must_use]
    pub fn of(bounds: Bounds) -> Self {
        Self { start: bounds.first, span: bounds.last - bounds.first }
    }

    /// Where it ends.
    #[must_use]
    pub fn end(self) -> f64 {
        self.start + self.span
    }

    /// Where its middle is.
    #[must_use]
    pub fn middle(self) -> f64 {
        self.start + self.span / 2.0
    }

    /// The first and the last whole day.
    #[must_use]
    pub fn days(self) -> (i32, i32) {
        let first = whole(self.start);
        (first, whole(self.end() - 1.0).max(first))
    }

    /// Whether a moment is shown.
    #[must_use]
    pub fn shows(self, day: f64) -> bool {
        self.start <= day && day <= self.end()
    }

    /// The nearest that lies within the bounds and shows enough.
    #[must_use]
    pub fn clamp(self, bounds: Bounds) -> Self {
        let span = self.span.max(LEAST_DAYS).min(bounds.last - bounds.first);
        let start = self.start.min(bounds.last - span).max(bounds.first);
        Self { start, span }
    }

    /// Moved by some days, later if above 0.
    #[must_use]
    pub fn pan(self, days: f64, bounds: Bounds) -> Self {
        Self { start: self.start + days, ..self }.clamp(bounds)
    }

    /// Nearer by a factor (farther if below 1) while the day `about` stays where it is, as far as the bounds allow.
    #[must_use]
    pub fn zoom(self, factor: f64, about: f64, bounds: Bounds) -> Self {
        let span = (self.span / factor).max(LEAST_DAYS).min(bounds.last - bounds.first);
        let start = about - (about - self.start) * (span / self.span);
        Self { start, span }.clamp(bounds)
    }

    /// Moved by as little as it takes to show a day, a tenth away from the ends.
    #[must_use]
    pub fn reveal(self, day: f64, bounds: Bounds) -> Self {
        let inset = self.span / 10.0;
        let start = self.start.min(day - inset).max(day - self.span + inset);
        Self { start, ..self }.clamp(bounds)
    }

    /// How it is drawn at a width, [`EDGE_PX`] from either end.
    #[must_use]
    pub fn scale(self, width_px: f64) -> Scale {
        let px_per_day = (width_px - 2.0 * EDGE_PX).max(1.0) / self.span;
        Scale { start_day: self.start, start_px: EDGE_PX, px_per_day }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bounds() -> impl Strategy<Value = Bounds> {
        (-700_000i32..20_000, 0i32..500_000)
            .prop_map(|(first, days)| Bounds::of_days(first, first + days))
    }

    fn viewports() -> impl Strategy<Value = (Bounds, Viewport)> {
        (bounds(), -800_000.0..800_000.0, 0.001..900_000.0)
            .prop_map(|(bounds, start, span)| (bounds, Viewport { start, span }.clamp(bounds)))
    }

    fn lies_within(viewport: Viewport, bounds: Bounds) -> bool {
        viewport.start >= bounds.first - 1e-6
            && viewport.end() <= bounds.last + 1e-6
            && viewport.span > LEAST_DAYS - 1e-6
    }

    proptest! {
        #[test]
        fn whatever_is_done_stays_within_the_bounds(
            (bounds, viewport) in viewports(), days in -1e6..1e6, factor in 0.01..100.0, at in 0.0..1.0,
        ) {
            prop_assert!(lies_within(viewport, bounds));
            prop_assert!(lies_within(viewport.pan(days, bounds), bounds));
            let about = viewport.start + at * viewport.span;
            prop_assert!(lies_within(viewport.zoom(factor, about, bounds), bounds));
            prop_assert!(lies_within(viewport.reveal(days, bounds), bounds));
        }

        #[test]
        fn clamping_twice_is_clamping_once((bounds, viewport) in viewports()) {
            prop_assert_eq!(viewport.clamp(bounds), viewport);
        }

        #[test]
        fn the_day_zoomed_about_stays_where_it_is((bounds, viewport) in viewports(), factor in 1.0..20.0, at in 0.0..1.0) {
            let about = viewport.start + at * viewport.span;
            let before = viewport.scale(1000.0).px_from_day(about);
            let after = viewport.zoom(factor, about, bounds).scale(1000.0).px_from_day(about);
            prop_assert!((before - after).abs() < 0.01, "{} then {}", before, after);
        }

        #[test]
        fn a_revealed_day_is_shown((bounds, viewport) in viewports(), at in 0.0..1.0) {
            let day = bounds.first + at * (bounds.last - bounds.first);
            prop_assert!(viewport.reveal(day, bounds).shows(day));
        }

        #[test]
        fn what_is_shown_well_inside_is_revealed_by_doing_nothing((bounds, viewport) in viewports(), at in 0.11..0.89) {
            let day = viewport.start + at * viewport.span;
            let revealed = viewport.reveal(day, bounds);
            prop_assert!((revealed.start - viewport.start).abs() < 1e-6);
        }

        #[test]
        fn wholes_come_back(first in -700_000i32..700_000, days in 0i32..400_000) {
            prop_assert_eq!(Viewport::of_days(first, first + days).days(), (first, first + days));
        }
    }
}
