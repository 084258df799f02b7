//! The way between two places, drawn to scale, with its length by track. A map of the country is for the map room.

use crate::model::page::Route;
use crate::ui::shell::message;
use leptos::prelude::*;

/// Width and height of the drawing, in its units.
const SIZE: (f64, f64) = (640.0, 240.0);
/// What is left free at its sides.
const MARGIN: f64 = 90.0;
/// The length that the scale bar stands for.
const SCALE_KM: f64 = 10.0;

/// Two places, the straight line and the track between them, and a scale.
#[component]
pub fn RouteStage(
    /// The way.
    route: Route,
    /// The picture in a line.
    short: String,
) -> impl IntoView {
    let drawing = draw(&route);
    let ((from_x, from_y), (to_x, to_y)) = (drawing.from, drawing.to);
    let label = |x: f64, y: f64, words: String| view! { <text class="map__name" x=x y=y text-anchor="middle">{words}</text> };
    view! {
        <svg class="map" viewBox=format!("0 0 {} {}", SIZE.0, SIZE.1) role="img" aria-label=short>
            <path class="map__straight" d=format!("M{from_x:.0} {from_y:.0}L{to_x:.0} {to_y:.0}")></path>
            <path class="map__route" d=drawing.track></path>
            <circle class="map__place" cx=from_x cy=from_y r="7"></circle>
            <circle class="map__place" cx=to_x cy=to_y r="7"></circle>
            {label(from_x, from_y + 34.0, route.from.0)}
            {label(to_x, to_y + 34.0, route.to.0)}
            <path class="map__scale" d=format!("M{MARGIN} 222h{:.0}", drawing.scale)></path>
            <text class="map__scale-name" x=MARGIN y="212">{format!("{SCALE_KM} km")}</text>
        </svg>
        <dl class="facts">
            <dt>{message(|m| &m.straight_line)}</dt>
            <dd>{route.straight}</dd>
            <dt>{message(|m| &m.by_track)}</dt>
            <dd>{route.track}</dd>
        </dl>
    }
}

/// Where things lie, in units of the drawing.
struct Drawing {
    from: (f64, f64),
    to: (f64, f64),
    track: String,
    scale: f64,
}

/// Puts the two places at the sides; north is up, and a degree of longitude is shortened as it is at that latitude.
fn draw(route: &Route) -> Drawing {
    let (_, from_lat, from_lon) = route.from;
    let (_, to_lat, to_lon) = route.to;
    let east = (to_lon - from_lon) * ((from_lat + to_lat) / 2.0).to_radians().cos();
    let north = to_lat - from_lat;
    let width = SIZE.0 - 2.0 * MARGIN;
    let unit = width / east.abs().max(f64::EPSILON);
    let middle = SIZE.1 / 2.0;
    let rise = north * unit / 2.0;
    let (start, end) = if east >= 0.0 { (MARGIN, SIZE.0 - MARGIN) } else { (SIZE.0 - MARGIN, MARGIN) };
    let from = (start, middle + rise);
    let to = (end, middle - rise);
    let third = (end - start) / 3.0;
    Drawing {
        from,
        to,
        track: format!(
            "M{:.0} {:.0}C{:.0} {:.0} {:.0} {:.0} {:.0} {:.0}",
            from.0,
            from.1,
            start + third,
            from.1 - 60.0,
            start + 2.0 * third,
            to.1 + 60.0,
            to.0,
            to.1
        ),
        scale: SCALE_KM * width.hypot(2.0 * rise) / route.straight_km,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn east_is_at_the_end_north_is_up_and_the_scale_is_that_of_the_line() {
        let route = Route {
            from: ("Timbuktu".into(), 16.773, -3.007),
            to: ("Ber".into(), 16.837, -2.525),
            straight: String::new(),
            track: String::new(),
            straight_km: 52.0,
        };
        let drawing = draw(&route);
        assert!(drawing.from.0 < drawing.to.0 && drawing.from.1 > drawing.to.1);
        let length = (drawing.to.0 - drawing.from.0).hypot(drawing.to.1 - drawing.from.1);
        assert!((drawing.scale * 5.2 - length).abs() < 1.0);
    }
}
