//! The way between two places, laid out to scale. Pure.

/// Width and height of the box.
const SIZE: (f64, f64) = (640.0, 240.0);
/// What is left free at its sides.
const MARGIN: f64 = 90.0;

/// Where two places lie in the box, and how long a kilometre is.
#[derive(Debug, PartialEq)]
pub(super) struct Layout {
    pub(super) from: (i32, i32),
    pub(super) to: (i32, i32),
    pub(super) per_km: f64,
}

/// Puts two places, each at a latitude and longitude in degrees, at the sides of the box; north is up, and a degree of longitude is
/// shortened as it is at that latitude.
pub(super) fn layout(from: (f64, f64), to: (f64, f64), straight_km: f64) -> Layout {
    let east = (to.1 - from.1) * f64::midpoint(from.0, to.0).to_radians().cos();
    let width = SIZE.0 - 2.0 * MARGIN;
    let rise = (to.0 - from.0) * width / east.abs().max(f64::EPSILON) / 2.0;
    let middle = SIZE.1 / 2.0;
    let (start, end) =
        if east >= 0.0 { (MARGIN, SIZE.0 - MARGIN) } else { (SIZE.0 - MARGIN, MARGIN) };
    Layout {
        from: (whole(start), whole(middle + rise)),
        to: (whole(end), whole(middle - rise)),
        per_km: width.hypot(2.0 * rise) / straight_km,
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
}
