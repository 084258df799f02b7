//! A window on the map: the part that is shown.

use super::projection::Point;

/// A part of the map, in kilometres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Its western and its northern edge.
    pub corner: Point,
    /// How wide and how high it is.
    pub size: [f64; 2],
}

/// What lies within the data: Mali and its seven neighbours, from Algiers to Abidjan.
pub const REGION: Window = Window { corner: [-1480.0, -2330.0], size: [3620.0, 3840.0] };
/// All of Mali.
pub const MALI: Window = Window { corner: [-960.0, -960.0], size: [1900.0, 1780.0] };
/// The north of Mali: Timbuktu, Kidal, Gao, Ménaka.
pub const NORTH: Window = Window { corner: [-180.0, -500.0], size: [1120.0, 800.0] };

impl Window {
    /// One of those that have a name in the content: `region`, `mali`, `north`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "region" => REGION,
            "mali" => MALI,
            "north" => NORTH,
            _ => return None,
        })
    }

    /// Around the way between two places, twice as wide as high.
    #[must_use]
    pub fn of_way(from: Point, to: Point) -> Self {
        let [east, south] = [0, 1].map(|axis| (to[axis] - from[axis]).abs());
        let width = (1.8 * east).max(3.2 * south);
        let size = [width, width / 2.0];
        Self {
            corner: [0, 1].map(|axis| f64::midpoint(from[axis], to[axis]) - size[axis] / 2.0),
            size,
        }
    }

    /// Where a place lies in it: 0 at the western and northern edge, 1 at the others.
    #[must_use]
    pub fn part(&self, at: Point) -> [f64; 2] {
        [0, 1].map(|axis| (at[axis] - self.corner[axis]) / self.size[axis])
    }

    /// Whether a place lies in it.
    #[must_use]
    pub fn shows(&self, at: Point) -> bool {
        self.part(at).iter().all(|part| (0.0..=1.0).contains(part))
    }

    /// A place as it is seen from another that lies in the window: itself, or if it lies outside where the straight line to it leaves an inner frame,
    /// which is a twentieth of the width within the window.
    #[must_use]
    pub fn seen_from(&self, here: Point, there: Point) -> Point {
        let rim = self.size[0] / 20.0;
        let within = |part: f64| {
            (0..2).all(|axis| {
                let at = here[axis] + part * (there[axis] - here[axis]);
                (rim..=self.size[axis] - rim).contains(&(at - self.corner[axis]))
            })
        };
        if within(1.0) {
            return there;
        }
        // The part of the way that lies in the frame, halved until it is known to some metres.
        let (mut near, mut far) = (0.0, 1.0);
        for _ in 0..24 {
            let middle = f64::midpoint(near, far);
            if within(middle) {
                near = middle;
            } else {
                far = middle;
            }
        }
        [0, 1].map(|axis| here[axis] + near * (there[axis] - here[axis]))
    }

    /// How high it is for its width.
    #[must_use]
    pub fn aspect(&self) -> f64 {
        self.size[1] / self.size[0]
    }

    /// The whole kilometres that a scale bar shows: 1, 2 or 5 times a power of ten, and at most a quarter of the width.
    #[must_use]
    pub fn scale_km(&self) -> f64 {
        let most = self.size[0] / 4.0;
        let power = 10_f64.powf(most.log10().floor());
        [5.0, 2.0].into_iter().map(|times| times * power).find(|km| *km <= most).unwrap_or(power)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_and_middle_are_where_they_are() {
        assert_eq!(NORTH.part(NORTH.corner), [0.0, 0.0]);
        assert_eq!(NORTH.part([380.0, -100.0]), [0.5, 0.5]);
        assert!(NORTH.shows([0.0, 0.0]) && !NORTH.shows([0.0, 301.0]));
        assert!(Window::named("moon").is_none());
    }

    #[test]
    fn what_lies_outside_is_seen_at_the_edge() {
        assert_eq!(REGION.seen_from([0.0, 0.0], [100.0, -200.0]), [100.0, -200.0]);
        let [x, y] = REGION.seen_from([0.0, 0.0], [0.0, -9000.0]);
        assert!(x.abs() < 1e-9 && (y - (-2330.0 + 181.0)).abs() < 0.01, "{x}, {y}");
        let west = REGION.seen_from([0.0, 0.0], [-9000.0, -4500.0]);
        assert!(REGION.shows(west) && (west[1] / west[0] - 0.5).abs() < 1e-6, "{west:?}");
    }

    #[test]
    fn a_way_lies_in_the_middle_of_its_window() {
        for to in [[50.0, -8.0], [3.0, 70.0], [-40.0, 40.0]] {
            let window = Window::of_way([0.0, 0.0], to);
            let ends = [[0.0, 0.0], to].map(|end| window.part(end));
            for axis in 0..2 {
                assert!((ends[0][axis] + ends[1][axis] - 1.0).abs() < 1e-9, "{ends:?}");
                assert!(ends.iter().all(|end| (0.15..=0.85).contains(&end[axis])), "{ends:?}");
            }
        }
    }

    #[test]
    fn a_scale_is_a_round_number() {
        assert_eq!([REGION, MALI, NORTH].map(|window| window.scale_km()), [500.0, 200.0, 200.0]);
    }
}
