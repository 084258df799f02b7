//! The way between two places, laid out to scale. Pure.

/// Width and height of the box.
const SIZE: (f64, f64) = (640.0, 240.0);
/// What is left free at its sides.
const MARGIN: f64 = 90.0;
/// How far a place may lie above or below the middle, so that there is room for its name.
const MOST_RISE: f64 = 70.0;

/// Where two places lie in the box, and how long a kilometre is.
#[derive(Debug, PartialEq)]
pub(super) struct Layout {
    pub(super) from: (i32, i32),
    pub(super) to: (i32, i32),
    pub(super) per_km: f64,
}

/// Puts two places, each at a latitude and longitude in degrees, at the sides of the box, or nearer where the way is steep; north is
/// up, and a degree of longitude is shortened as it is at that latitude.
pub(super) fn layout(from: (f64, f64), to: (f64, f64), straight_km: f64) -> Layout {
    let east = (to.1 - from.1) * f64::midpoint(from.0, to.0).to_radians().cos();
    let north = to.0 - from.0;
    let half = (SIZE.0 / 2.0 - MARGIN, MOST_RISE);
    let per_degree = (half.0 / (east.abs() / 2.0)).min(half.1 / (north.abs() / 2.0));
    let (run, rise) = (per_degree * east / 2.0, per_degree * north / 2.0);
    let middle = (SIZE.0 / 2.0, SIZE.1 / 2.0);
    Layout {
        from: (whole(middle.0 - run), whole(middle.1 + rise)),
        to: (whole(middle.0 + run), whole(middle.1 - rise)),
        per_km: 2.0 * run.hypot(rise) / straight_km,
    }
}

/// The nearest whole number.
#[expect(clippy::cast_possible_truncation, reason = "a place in a box of 640 by 240")]
pub(super) fn whole(number: f64) -> i32 {
    number.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn east_is_at_the_end_north_is_up_and_the_scale_is_that_of_the_line() {
        let layout = layout((16.773, -3.007), (16.837, -2.525), 52.0);
        assert!(layout.from.0 < layout.to.0 && layout.from.1 > layout.to.1);
        let length =
            f64::from(layout.to.0 - layout.from.0).hypot(f64::from(layout.to.1 - layout.from.1));
        assert!((layout.per_km * 52.0 - length).abs() < 1.0);
    }

    #[test]
    fn a_steep_way_stays_in_the_box() {
        let layout = layout((18.04, 0.604), (18.441, 1.408), 96.0);
        for (x, y) in [layout.from, layout.to] {
            assert!((90..=550).contains(&x) && (50..=190).contains(&y), "{layout:?}");
        }
        assert!(layout.from.1 > layout.to.1 && layout.from.0 < layout.to.0);
    }
}
