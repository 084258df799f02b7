//! Lambert's azimuthal equal-area projection: areas are true everywhere, and in Mali shapes are off by 0.3 % at most.
//!
//! Snyder, *Map Projections: A Working Manual* (USGS 1395), equations 22-4, 22-5 and 24-2, on a sphere.

/// The mean radius of the earth, in kilometres.
const RADIUS_KM: f64 = 6371.0088;
/// The middle of the map: 17° north, 4° west.
const MIDDLE: [f64; 2] = [17.0, -4.0];

/// A place on the map, in kilometres from its middle: to the east, and to the south.
pub type Point = [f64; 2];

/// Puts a place on the map, from its latitude and longitude in degrees.
#[must_use]
pub fn project(latitude: f64, longitude: f64) -> Point {
    let [middle, meridian] = MIDDLE;
    let (sin, cos) = latitude.to_radians().sin_cos();
    let (sin_middle, cos_middle) = middle.to_radians().sin_cos();
    let (sin_east, cos_east) = (longitude - meridian).to_radians().sin_cos();
    let k = RADIUS_KM * (2.0 / (1.0 + sin_middle * sin + cos_middle * cos * cos_east)).sqrt();
    [k * cos * sin_east, -k * (cos_middle * sin - sin_middle * cos * cos_east)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_places_lie_where_another_program_puts_them() {
        // Worked out with a script of the map data's own, which uses no library either.
        let known = [
            ((17.0, -4.0), [0.0, 0.0]),
            ((12.65, -8.0), [-434.2, 479.4]),
            ((18.44, 1.41), [570.5, -168.2]),
            ((16.77, -3.0), [106.5, 25.3]),
            ((36.76, 3.05), [636.8, -2201.1]),
        ];
        for ((latitude, longitude), [x, y]) in known {
            let at = project(latitude, longitude);
            assert!((at[0] - x).abs() < 0.1 && (at[1] - y).abs() < 0.1, "{at:?} for {x}, {y}");
        }
    }

    proptest! {
        #[test]
        fn a_field_has_the_same_area_wherever_it_lies(latitude in 5.0..35.0, longitude in -20.0..15.0) {
            let side: f64 = 0.05;
            let corners = [(0.0, 0.0), (0.0, side), (side, side), (side, 0.0)];
            let corners = corners.map(|(up, east)| project(latitude + up, longitude + east));
            let cross = |a: Point, b: Point| a[0] * b[1] - b[0] * a[1];
            let area: f64 = (0..4).map(|i| cross(corners[i], corners[(i + 1) % 4])).sum::<f64>().abs() / 2.0;
            let (south, north) = (f64::to_radians(latitude), f64::to_radians(latitude + side));
            let rise = north.sin() - south.sin();
            let on_earth = RADIUS_KM * RADIUS_KM * side.to_radians() * rise;
            prop_assert!((area / on_earth - 1.0).abs() < 1e-4, "{area} for {on_earth}");
        }
    }
}
