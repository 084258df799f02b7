//! The whole of time in small: how many events there are, and where the window is.

use super::index::Index;
use super::scale::{factor, whole};
use super::viewport::{Bounds, Viewport};

/// Into how many columns time is cut.
const COLUMNS: usize = 160;
/// The width of a column and its bar, in the units of the picture.
const COLUMN: usize = 6;
const BAR: usize = 5;
/// The height of the picture, in its units.
pub const HEIGHT: usize = 40;
/// The width of the picture, in its units.
pub const WIDTH: usize = COLUMNS * COLUMN;

/// The bars as the path of an SVG of [`WIDTH`] by [`HEIGHT`]; the highest fills it.
#[must_use]
pub fn bars(index: &Index, bounds: Bounds) -> String {
    let days = (bounds.last - bounds.first) / factor(COLUMNS);
    let edge = |column: usize| whole((bounds.first + days * factor(column)).ceil());
    // What lies beyond the last day is counted with it, what lies before the first is not.
    let counts: Vec<usize> = (0..COLUMNS)
        .map(|column| {
            let end = if column + 1 == COLUMNS { i32::MAX } else { edge(column + 1) - 1 };
            index.between(edge(column), end)
        })
        .collect();
    let most = counts.iter().copied().max().unwrap_or_default().max(1);
    let bar = |(column, count): (usize, &usize)| {
        let height = (count * HEIGHT).div_ceil(most);
        format!("M{} {HEIGHT}v-{height}h{BAR}v{height}z", column * COLUMN)
    };
    counts.iter().enumerate().filter(|(_, count)| **count > 0).map(bar).collect()
}

/// Where the window is in the whole: its start and length as parts of it.
#[must_use]
pub fn window(viewport: Viewport, bounds: Bounds) -> (f64, f64) {
    let all = bounds.last - bounds.first;
    ((viewport.start - bounds.first) / all, viewport.span / all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::index::samples::events;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_window_lies_in_the_whole(start in -100.0..7000.0, span in 1.0..9000.0) {
            let bounds = Bounds { first: 0.0, last: 6000.0 };
            let (from, length) = window(Viewport { start, span }.clamp(bounds), bounds);
            prop_assert!(from >= 0.0 && length > 0.0 && from + length <= 1.0 + 1e-9);
        }

        #[test]
        fn there_is_a_bar_where_there_is_an_event(events in events(60)) {
            let index = Index::new(&events, &vec![true; events.len()]);
            let path = bars(&index, Bounds { first: 0.0, last: 6000.0 });
            prop_assert_eq!(path.is_empty(), events.is_empty());
            let full = format!("v-{HEIGHT}h");
            prop_assert_eq!(path.contains(&full), !events.is_empty());
        }
    }
}
