//! Where a popover lies that no anchor holds: pure geometry in the window, in CSS pixels from its top left.
//!
//! ```text
//!        ┌ window ───────────────┐
//!        │   the words           │   below the words if there is room, else above,
//!        │   ┌───────────────┐   │   never over them, and never past the edge
//!        │   │ the popover   │   │
//! ```

/// The least space between a popover and the edge of the window.
const EDGE_PX: f64 = 8.0;
/// The space between the words and their popover.
const GAP_PX: f64 = 6.0;

/// A box in the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// From the left edge of the window.
    pub left: f64,
    /// From its top.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Left and top of a popover beside the words it belongs to, in a window of this width and height.
///
/// Where there is room neither below nor above, it lies below, and the page scrolls.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "a place in a window is a small number")]
pub fn beside(words: Rect, popover: Rect, (width, height): (f64, f64)) -> (i32, i32) {
    let last_left = (width - EDGE_PX - popover.width).max(EDGE_PX);
    let left = words.left.clamp(EDGE_PX, last_left);
    let below = words.top + words.height + GAP_PX;
    let above = words.top - GAP_PX - popover.height;
    let fits_below = below + popover.height <= height - EDGE_PX;
    let top = if fits_below || above < EDGE_PX { below.ceil() } else { above.floor() };
    (left.floor() as i32, top as i32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_covers_no_words_and_stays_between_the_sides(
            left in 0.0..300.0f64, top in 0.0..600.0f64, width in 20.0..304.0f64, height in 20.0..500.0f64,
        ) {
            let words = Rect { left, top, width: 40.0, height: 20.0 };
            let popover = Rect { left: 0.0, top: 0.0, width, height };
            let (x, y) = beside(words, popover, (320.0, 640.0));
            let (x, y) = (f64::from(x), f64::from(y));
            prop_assert!(x >= EDGE_PX && x + width <= 320.0 - EDGE_PX + 1e-9);
            prop_assert!(y >= top + 20.0 || y + height <= top);
        }
    }
}
