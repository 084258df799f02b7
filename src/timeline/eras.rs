//! The stretches of time behind the events of a lane: who governed, which force was there, how long the accord held.
//!
//! ```text
//! band 0   ┃Keïta                          ┃Goïta
//! band 1            ┃MINUSMA
//! row 0      ◆ event      ◆ event
//! ```

use super::lanes::{Extent, Rows};
use super::layout::Anchor;
use super::scale::factor;
use super::viewport::Bounds;
use crate::model::Lane;
use crate::model::page::Era;

/// The bands that a lane may have; an era that fits in none of them is left to the list.
const MOST_BANDS: usize = 4;
/// Between two eras of a band.
const GAP_PX: f64 = 2.0;

/// An era as it is drawn: places are CSS pixels from the inline start of the picture and the top of its lane's bands.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Its place among the eras.
    pub era: usize,
    /// Where it begins.
    pub start_px: f64,
    /// How long it is.
    pub length_px: f64,
    /// From the top.
    pub top_px: f64,
    /// How far its name is moved in, so that it stands in the window.
    pub name_px: f64,
}

/// The bands of a lane and how many of them there are. They last to the end of time, or to the day that the reader stands on; what
/// begins after it is left out.
#[must_use]
pub fn bands(
    eras: &[Era],
    lane: Lane,
    anchor: Anchor,
    bounds: Bounds,
    as_of: Option<i32>,
) -> (Vec<Band>, usize) {
    let mut rows = Rows::default();
    let mut bands = Vec::new();
    let scale = anchor.scale();
    let is_known = |era: &Era| as_of.is_none_or(|day| era.start <= day);
    for (place, era) in eras.iter().enumerate().filter(|(_, era)| era.lane == lane && is_known(era))
    {
        let last = as_of.map_or(f64::INFINITY, f64::from).min(bounds.last - 1.0);
        let end_day = era.end.map_or(last, f64::from).min(last) + 1.0;
        let extent = Extent {
            start_px: scale.px_of(era.start),
            end_px: scale.px_from_day(end_day) - GAP_PX,
        };
        if extent.end_px <= extent.start_px {
            continue;
        }
        if let Some(row) = rows.place(extent, MOST_BANDS, GAP_PX) {
            bands.push(Band {
                era: place,
                start_px: extent.start_px,
                length_px: extent.end_px - extent.start_px,
                top_px: factor(row) * anchor.metrics.band_px(),
                name_px: (-extent.start_px).max(0.0),
            });
        }
    }
    let count = rows.count();
    (bands, count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Target;
    use crate::model::page::Link;
    use crate::timeline::layout::Metrics;
    use crate::timeline::viewport::Viewport;
    use proptest::prelude::*;

    const ALL: Bounds = Bounds { first: 0.0, last: 1000.0 };

    fn era(start: i32, end: Option<i32>) -> Era {
        let link = Link { to: Target::Story, text: format!("from {start}") };
        Era { link, lane: Lane::Foreign, start, end, ..Era::default() }
    }

    fn anchor(start: f64, span: f64) -> Anchor {
        let metrics = Metrics { width_px: 1028.0, font_px: 15.0, names_above: false };
        Anchor { viewport: Viewport { start, span }, metrics }
    }

    #[test]
    fn those_that_follow_each_other_share_a_band_and_an_open_one_lasts() {
        let eras = [era(0, Some(99)), era(50, Some(300)), era(100, None)];
        let (bands, count) = bands(&eras, Lane::Foreign, anchor(0.0, 1000.0), ALL, None);
        assert_eq!(count, 2);
        assert_eq!(
            bands.iter().map(|band| band.top_px > 0.0).collect::<Vec<_>>(),
            [false, true, false]
        );
        assert!((bands[2].start_px + bands[2].length_px - 1012.0).abs() < 0.01); // day 1000, less the gap
    }

    #[test]
    fn of_a_day_to_stand_on_only_what_had_begun_is_known() {
        let eras = [era(0, Some(400)), era(500, None)];
        let (bands, _) = bands(&eras, Lane::Foreign, anchor(0.0, 1000.0), ALL, Some(200));
        assert_eq!(bands.len(), 1);
        let day_px = anchor(0.0, 1000.0).scale().px_per_day;
        assert!((bands[0].length_px - (201.0 * day_px - GAP_PX)).abs() < 0.01, "it tells no more");
    }

    #[test]
    fn a_name_stands_in_the_window() {
        let (bands, _) = bands(&[era(0, None)], Lane::Foreign, anchor(500.0, 250.0), ALL, None);
        assert!((bands[0].start_px + bands[0].name_px).abs() < 0.01);
    }

    proptest! {
        #[test]
        fn no_two_of_a_band_overlap(spans in proptest::collection::vec((0i32..900, 0i32..400), 0..20)) {
            let eras: Vec<Era> = spans.iter().map(|(start, days)| era(*start, Some(start + days))).collect();
            let (bands, count) = bands(&eras, Lane::Foreign, anchor(0.0, 1000.0), ALL, None);
            prop_assert!(count <= MOST_BANDS);
            for (i, one) in bands.iter().enumerate() {
                for other in &bands[..i] {
                    let is_apart = one.start_px + one.length_px <= other.start_px || other.start_px + other.length_px <= one.start_px;
                    prop_assert!(is_apart || (one.top_px - other.top_px).abs() > 1.0);
                }
            }
        }
    }
}
