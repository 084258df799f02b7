//! Which names a map has room for, at which width, and on which side of their places they stand.
//!
//! A map is drawn at many widths, on phones, on screens, zoomed; letters keep their size. So each name is given the least width of the map
//! from which it is shown. The weightiest places choose first. All widths at which a name is shown are looked at, so none collides at any of them.

/// The widths of a map that are looked at, in CSS pixels. Between two of them what the smaller one has room for is shown.
pub const WIDTHS_PX: [f64; 9] =
    [300.0, 420.0, 560.0, 760.0, 1040.0, 1440.0, 2000.0, 2800.0, 4000.0];
/// How high a line is.
const LINE_PX: f64 = 17.0;
/// Between a mark and its name.
pub const GAP_PX: f64 = 3.5;

/// A place with a name.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// Where it lies: parts of the map's width and height.
    pub at: [f64; 2],
    /// How long its name is, in CSS pixels.
    pub name_px: f64,
    /// Half of its mark, in CSS pixels.
    pub mark_px: f64,
    /// How much it weighs.
    pub weight: usize,
    /// Whether there is a number in its mark, which no name may cover.
    pub is_numbered: bool,
}

/// Room that is taken already, by words that stand in the middle of a point and have no mark.
#[derive(Clone, Copy, Debug)]
pub struct Taken {
    /// Where it is: parts of the map's width and height.
    pub at: [f64; 2],
    /// How wide it is, in CSS pixels.
    pub width_px: f64,
}

/// On which side of its place a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// To the east.
    East,
    /// To the west.
    West,
    /// Above it.
    North,
    /// Below it.
    South,
}

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// On which side.
    pub side: Side,
    /// From which of [`WIDTHS_PX`] it is shown.
    pub from: usize,
}

/// West, north, east and south edge, in CSS pixels.
type Room = [f64; 4];

fn meet(one: Room, other: Room) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

impl Taken {
    fn room(&self, width_px: f64, aspect: f64) -> Room {
        let [x, y] = [self.at[0] * width_px, self.at[1] * width_px * aspect];
        [x - self.width_px / 2.0, y - LINE_PX, x + self.width_px / 2.0, y + LINE_PX / 2.0]
    }
}

/// Where a place lies on a map of a width, in CSS pixels.
fn middle(spot: &Spot, width_px: f64, aspect: f64) -> [f64; 2] {
    [spot.at[0] * width_px, spot.at[1] * width_px * aspect]
}

fn room(spot: &Spot, side: Side, width_px: f64, aspect: f64) -> Room {
    let [x, y] = middle(spot, width_px, aspect);
    let half = spot.name_px / 2.0;
    let gap = spot.mark_px + GAP_PX;
    let [west, north] = match side {
        Side::East => [x + gap, y - LINE_PX / 2.0],
        Side::West => [x - gap - spot.name_px, y - LINE_PX / 2.0],
        Side::North => [x - half, y - gap - LINE_PX],
        Side::South => [x - half, y + gap],
    };
    [west, north, west + spot.name_px, north + LINE_PX]
}

fn mark(spot: &Spot, width_px: f64, aspect: f64) -> Room {
    let [x, y] = middle(spot, width_px, aspect);
    [x - spot.mark_px, y - spot.mark_px, x + spot.mark_px, y + spot.mark_px]
}

/// Finds room for the names; `aspect` is the height of the map for its width. None where there is no room at any width. On what is `crossed` a
/// name stands only where there is no other room.
#[must_use]
pub fn place(
    spots: &[Spot],
    taken: &[Taken],
    crossed: &[Taken],
    aspect: f64,
) -> Vec<Option<Label>> {
    let mut order: Vec<usize> = (0..spots.len()).collect();
    order.sort_by_key(|one| (std::cmp::Reverse(spots[*one].weight), *one));
    let mut labels: Vec<Option<Label>> = vec![None; spots.len()];
    for from in 0..WIDTHS_PX.len() {
        for &one in &order {
            if labels[one].is_none() {
                let sides = [Side::East, Side::West, Side::North, Side::South];
                let meets = |side: Side, width: usize, others: &[Taken]| {
                    let width_px = WIDTHS_PX[width];
                    let name = room(&spots[one], side, width_px, aspect);
                    others.iter().any(|other| meet(name, other.room(width_px, aspect)))
                };
                let fits = |side: &Side| {
                    (from..WIDTHS_PX.len()).all(|width| {
                        is_free(spots, aspect, &labels, one, *side, width)
                            && !meets(*side, width, taken)
                    })
                };
                let is_clear = |side: &Side| {
                    fits(side) && (from..WIDTHS_PX.len()).all(|width| !meets(*side, width, crossed))
                };
                let side =
                    sides.into_iter().find(is_clear).or_else(|| sides.into_iter().find(fits));
                labels[one] = side.map(|side| Label { side, from });
            }
        }
    }
    labels
}

/// Whether a name on a side of its place meets no other name on a map of a width, and no mark of a place that weighs as much or has a number, and
/// stays in it.
fn is_free(
    spots: &[Spot],
    aspect: f64,
    labels: &[Option<Label>],
    one: usize,
    side: Side,
    width: usize,
) -> bool {
    let width_px = WIDTHS_PX[width];
    let taken = room(&spots[one], side, width_px, aspect);
    let is_inside =
        taken[0] >= 0.0 && taken[1] >= 0.0 && taken[2] <= width_px && taken[3] <= width_px * aspect;
    is_inside
        && spots.iter().zip(labels).enumerate().all(|(other, (spot, label))| {
            let is_free_of_name = label
                .filter(|label| other != one && label.from <= width)
                .is_none_or(|label| !meet(taken, room(spot, label.side, width_px, aspect)));
            let may_cover = other == one || spot.weight < spots[one].weight && !spot.is_numbered;
            is_free_of_name && (may_cover || !meet(taken, mark(spot, width_px, aspect)))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spot(x: f64, y: f64, weight: usize) -> Spot {
        Spot { at: [x, y], name_px: 60.0, mark_px: 5.0, weight, is_numbered: false }
    }

    #[test]
    fn of_two_neighbours_the_weightier_is_named_first() {
        let labels = place(&[spot(0.5, 0.5, 1), spot(0.51, 0.5, 9)], &[], &[], 1.0);
        let from = |place: usize| labels[place].map(|label| label.from);
        assert_eq!(from(1), Some(0));
        assert!(from(0) > Some(0) || from(0) == Some(0) && labels[0] != labels[1]);
    }

    #[test]
    fn a_name_covers_a_lighter_mark_but_no_number() {
        let side = |is_numbered| {
            let lighter = Spot { is_numbered, ..spot(0.52, 0.5, 1) };
            place(&[spot(0.5, 0.5, 9), lighter], &[], &[], 1.0)[0].map(|label| label.side)
        };
        assert_eq!([side(false), side(true)], [Some(Side::East), Some(Side::West)]);
    }

    #[test]
    fn a_name_stands_on_a_way_only_where_there_is_no_other_room() {
        let way: Vec<Taken> = (50..=99)
            .map(|part| Taken { at: [f64::from(part) / 100.0, 0.5], width_px: 4.0 })
            .collect();
        let side = |x| place(&[spot(x, 0.5, 1)], &[], &way, 0.1)[0].map(|label| label.side);
        assert_eq!(side(0.5), Some(Side::West));
        // At the western edge of a map that is too low for a line more.
        let low =
            place(&[spot(0.01, 0.5, 1)], &[], &[Taken { at: [0.1, 0.5], width_px: 4.0 }], 0.06);
        assert_eq!(low[0], Some(Label { side: Side::East, from: 0 }));
    }

    #[test]
    fn a_name_at_the_eastern_edge_stands_to_the_west() {
        let labels = place(&[spot(0.99, 0.5, 1)], &[], &[], 1.0);
        assert_eq!(labels[0], Some(Label { side: Side::West, from: 0 }));
    }

    proptest! {
        #[test]
        fn no_two_names_collide_at_any_width(
            spots in proptest::collection::vec((0.0..1.0, 0.0..1.0, 20.0..120.0, 0_usize..9), 0..60),
            aspect in 0.4..1.6,
        ) {
            let spots: Vec<Spot> =
                spots.into_iter().map(|(x, y, name_px, weight)| Spot { at: [x, y], name_px, mark_px: 5.0, weight, is_numbered: weight > 6 }).collect();
            let labels = place(&spots, &[], &[], aspect);
            for (width, width_px) in WIDTHS_PX.into_iter().enumerate() {
                let shown: Vec<Room> = spots
                    .iter()
                    .zip(&labels)
                    .filter_map(|(spot, label)| Some((spot, (*label)?)))
                    .filter(|(_, label)| label.from <= width)
                    .map(|(spot, label)| room(spot, label.side, width_px, aspect))
                    .collect();
                for (place, one) in shown.iter().enumerate() {
                    prop_assert!(shown[..place].iter().all(|other| !meet(*one, *other)));
                }
            }
        }
    }
}
