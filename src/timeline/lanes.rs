//! Packing within one lane: what overlaps goes to different rows.
//!
//! ```text
//! row 0   ◆ War begins in the north        ◆ Suicide bombing at Gao
//! row 1     ◆ Siege of Aguelhok
//! row 2       ◆━━━━━━ Kidal, Gao and Timbuktu taken
//! ```

/// A stretch of the picture in CSS pixels from the inline start; `start_px` is at most `end_px`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Where it begins.
    pub start_px: f64,
    /// Where it ends.
    pub end_px: f64,
}

/// The rows of a lane, from the top, each with the extents that it holds in order and without overlap.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows(Vec<Vec<Extent>>);

impl Rows {
    /// Puts an extent into the first row where it is `gap_px` away from every other, among the first `limit` rows. None if all
    /// of them are taken there. Extents may come in any order.
    pub fn place(&mut self, extent: Extent, limit: usize, gap_px: f64) -> Option<usize> {
        let (row, next) = self.room(extent, limit, gap_px)?;
        if row == self.0.len() {
            self.0.push(Vec::new());
        }
        self.0[row].insert(next, extent);
        Some(row)
    }

    /// Whether an extent could be placed so.
    #[must_use]
    pub fn have_room(&self, extent: Extent, limit: usize, gap_px: f64) -> bool {
        self.room(extent, limit, gap_px).is_some()
    }

    /// The first row where an extent has room, and its place there.
    fn room(&self, extent: Extent, limit: usize, gap_px: f64) -> Option<(usize, usize)> {
        let clear = |taken: &Vec<Extent>| {
            let next = taken.partition_point(|other| other.start_px < extent.start_px);
            let is_clear_before = next == 0 || taken[next - 1].end_px + gap_px <= extent.start_px;
            let is_clear_after =
                taken.get(next).is_none_or(|other| extent.end_px + gap_px <= other.start_px);
            (is_clear_before && is_clear_after).then_some(next)
        };
        let mut rows = self.0.iter().take(limit).enumerate();
        let free = rows.find_map(|(row, taken)| Some((row, clear(taken)?)));
        free.or_else(|| (self.0.len() < limit).then_some((self.0.len(), 0)))
    }

    /// How many rows hold something.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.iter().filter(|row| !row.is_empty()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const GAP: f64 = 6.0;

    #[test]
    fn extents_share_a_row_only_with_the_gap_between_them() {
        let mut rows = Rows::default();
        let mut place = |start_px, end_px| rows.place(Extent { start_px, end_px }, 9, 8.0);
        assert_eq!(place(0.0, 50.0), Some(0));
        assert_eq!(place(20.0, 60.0), Some(1));
        assert_eq!(place(58.0, 90.0), Some(0));
        assert_eq!(place(97.0, 99.0), Some(1));
        assert_eq!(rows.count(), 2);
    }

    fn extents() -> impl Strategy<Value = Vec<Extent>> {
        proptest::collection::vec((0.0..1500.0, 1.0..300.0), 0..60).prop_map(|extents| {
            extents
                .into_iter()
                .map(|(start_px, length): (f64, f64)| Extent {
                    start_px,
                    end_px: start_px + length,
                })
                .collect()
        })
    }

    fn clear(one: Extent, other: Extent) -> bool {
        one.end_px + GAP <= other.start_px || other.end_px + GAP <= one.start_px
    }

    proptest! {
        #[test]
        fn nothing_overlaps_in_a_row(extents in extents(), limit in 1usize..8) {
            let mut rows = Rows::default();
            let placed: Vec<Option<usize>> = extents.iter().map(|extent| rows.place(*extent, limit, GAP)).collect();
            for (i, row) in placed.iter().enumerate().filter(|(_, row)| row.is_some()) {
                prop_assert!(row.unwrap() < limit);
                for j in (0..i).filter(|j| placed[*j] == *row) {
                    prop_assert!(clear(extents[i], extents[j]));
                }
            }
        }

        #[test]
        fn each_is_in_the_first_row_that_was_free(extents in extents()) {
            let mut rows = Rows::default();
            let mut placed: Vec<usize> = Vec::new();
            for (i, extent) in extents.iter().enumerate() {
                let row = rows.place(*extent, 99, GAP).unwrap();
                for above in 0..row {
                    prop_assert!((0..i).any(|j| placed[j] == above && !clear(*extent, extents[j])));
                }
                placed.push(row);
            }
        }
    }
}
