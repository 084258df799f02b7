//! What was moved and let go glides on, ever slower, until it rests.
//!
//! Times are milliseconds from any one start, and never told backwards by more than a clock errs; pixels are counted towards the inline end.

/// After so long a glide is down to the e-th part of its velocity, and so is what is remembered of an earlier one while the pointer moves.
const FADE_MS: f64 = 325.0;
const FORGET_MS: f64 = 40.0;
/// A pointer that rested longer before it was lifted had come to its end.
const REST_MS: f64 = 80.0;
/// What is slower rests: 10 pixels a second.
const LEAST_PX_PER_MS: f64 = 0.01;

/// How fast the picture is being moved, and then glides.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Inertia {
    px_per_ms: f64,
    at_ms: f64,
    ahead_px: f64, // moved at the same moment as the last time, and not reckoned with yet
    is_gliding: bool,
}

impl Inertia {
    /// The picture was moved along by a pointer.
    pub fn go(&mut self, px: f64, now_ms: f64) {
        let past_ms = now_ms - self.at_ms;
        if !(0.0..=REST_MS).contains(&past_ms) || self.is_gliding {
            *self = Self { at_ms: now_ms, ..Self::default() };
            return;
        }
        self.ahead_px += px;
        if past_ms > 0.0 {
            let kept = (-past_ms / FORGET_MS).exp();
            self.px_per_ms = self.px_per_ms * kept + self.ahead_px / past_ms * (1.0 - kept);
            self.ahead_px = 0.0;
            self.at_ms = now_ms;
        }
    }

    /// The pointer is lifted. Says whether the picture glides on.
    pub fn let_go(&mut self, now_ms: f64) -> bool {
        self.is_gliding = now_ms - self.at_ms <= REST_MS && self.px_per_ms.abs() >= LEAST_PX_PER_MS;
        self.at_ms = now_ms;
        self.is_gliding
    }

    /// How far the picture has glided since the last time.
    pub fn glide(&mut self, now_ms: f64) -> f64 {
        if !self.is_gliding {
            return 0.0;
        }
        // The clock of a frame may stand before that of an event.
        let past_ms = (now_ms - self.at_ms).max(0.0);
        let kept = (-past_ms / FADE_MS).exp();
        let px = self.px_per_ms * FADE_MS * (1.0 - kept);
        self.px_per_ms *= kept;
        self.at_ms = self.at_ms.max(now_ms);
        self.is_gliding = self.px_per_ms.abs() >= LEAST_PX_PER_MS;
        px
    }

    /// Ends a glide. Says whether there was one.
    pub fn stop(&mut self) -> bool {
        std::mem::take(self).is_gliding
    }

    /// Whether it glides.
    #[must_use]
    pub fn is_gliding(self) -> bool {
        self.is_gliding
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Moved by `px` every 10 ms for 200 ms, from a moment that no clock begins at.
    fn moved(px: f64) -> (Inertia, f64) {
        let mut inertia = Inertia::default();
        let times = (0..=20).map(|step| 5000.0 + f64::from(step) * 10.0);
        times.for_each(|now_ms| inertia.go(px, now_ms));
        (inertia, 5200.0)
    }

    /// Glides to the end, with a frame each `frame_ms`: how far, and for how long.
    fn end(mut inertia: Inertia, mut now_ms: f64, frame_ms: f64) -> (f64, f64) {
        let (mut px, from_ms) = (0.0, now_ms);
        while inertia.is_gliding() {
            now_ms += frame_ms;
            px += inertia.glide(now_ms);
        }
        (px, now_ms - from_ms)
    }

    #[test]
    fn it_glides_about_as_far_as_the_velocity_lasts() {
        let (mut inertia, now_ms) = moved(10.0); // 1 px/ms
        assert!(inertia.let_go(now_ms + 5.0));
        let (px, ms) = end(inertia, now_ms + 5.0, 16.0);
        assert!((310.0..325.0).contains(&px), "{px}");
        assert!((1400.0..1600.0).contains(&ms), "{ms}");
    }

    #[test]
    fn what_rested_before_it_was_lifted_does_not_glide() {
        let (mut inertia, now_ms) = moved(10.0);
        assert!(!inertia.let_go(now_ms + 81.0));
        assert_eq!(end(inertia, now_ms, 16.0), (0.0, 0.0));
        let (mut inertia, now_ms) = moved(10.0);
        inertia.go(1.0, now_ms + 500.0); // a rest, then a jerk
        assert!(!inertia.let_go(now_ms + 510.0));
    }

    #[test]
    fn a_press_ends_it() {
        let (mut inertia, now_ms) = moved(-10.0);
        inertia.let_go(now_ms);
        assert!(inertia.glide(now_ms + 16.0) < 0.0);
        assert!(inertia.stop() && !inertia.stop());
        assert_eq!(end(inertia, now_ms + 16.0, 16.0), (0.0, 0.0));
    }

    #[test]
    fn movements_told_at_once_count_together() {
        let (mut inertia, now_ms) = moved(10.0);
        let mut halves = inertia;
        inertia.go(12.0, now_ms + 10.0);
        halves.go(5.0, now_ms);
        halves.go(7.0, now_ms + 10.0);
        assert_eq!(inertia, halves);
    }

    proptest! {
        #[test]
        fn a_glide_is_the_same_at_any_rate_of_frames(px in -60.0..60.0, frame_ms in 4.0..50.0) {
            let (mut inertia, now_ms) = moved(px);
            inertia.let_go(now_ms);
            let (smooth, rough) = (end(inertia, now_ms, 1.0), end(inertia, now_ms, frame_ms));
            prop_assert!((smooth.0 - rough.0).abs() < 1.0 && (smooth.1 - rough.1).abs() <= frame_ms);
        }

        #[test]
        fn it_ends_and_never_turns_back_whatever_the_clock_says(
            moves in proptest::collection::vec((-200.0..200.0, -5.0..120.0), 0..40), frames in proptest::collection::vec(-20.0..400.0, 1..60),
        ) {
            let (mut inertia, mut now_ms) = (Inertia::default(), 0.0);
            for (px, ms) in moves {
                now_ms += ms;
                inertia.go(px, now_ms);
            }
            inertia.let_go(now_ms);
            let mut signs = Vec::new();
            for ms in frames {
                now_ms += ms;
                signs.push(inertia.glide(now_ms));
            }
            prop_assert!(signs.iter().all(|px| px.is_finite()));
            prop_assert!(signs.iter().all(|px| *px >= 0.0) || signs.iter().all(|px| *px <= 0.0));
            inertia.glide(now_ms + 10_000.0);
            prop_assert!(!inertia.is_gliding());
        }
    }
}
