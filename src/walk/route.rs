//! The way between two places, drawn to scale, with its length by track. A map of the country is for the map room.

use crate::model::page::Route;
use crate::ui::shell::message;
use leptos::prelude::*;

/// How far the scale bar stands from a side of the box, and how wide that is.
const SCALE_X: i32 = 90;
const WIDTH: i32 = 640;

/// Two places, the straight line and the track between them, and a scale.
#[component]
pub fn RouteStage(
    /// The way.
    route: Route,
    /// The picture in a line.
    short: String,
) -> impl IntoView {
    let (from, from_x, from_y) = route.from;
    let (to, to_x, to_y) = route.to;
    let third = (to_x - from_x) / 3;
    let track = format!(
        "M{from_x} {from_y}C{} {} {} {} {to_x} {to_y}",
        from_x + third,
        from_y - 60,
        to_x - third,
        to_y + 60
    );
    let (scale, scale_name) = route.scale;
    let begins_low = (from_x < to_x) == (from_y > to_y); // the place on the left lies low
    let scale_x = if begins_low { WIDTH - SCALE_X - scale } else { SCALE_X };
    let place = |x: i32, y: i32, name: String| {
        view! {
            <circle class="map__place map__place--main" cx=x cy=y r="7"></circle>
            <text class="map__label map__label--main" x=x y=y + 34 text-anchor="middle">{name}</text>
        }
    };
    view! {
        <svg class="map map--route" viewBox="0 0 640 240" role="img" aria-label=short>
            <path class="map__border map__border--faint" d=format!("M{from_x} {from_y}L{to_x} {to_y}")></path>
            <path class="map__route" d=track></path>
            {place(from_x, from_y, from)}
            {place(to_x, to_y, to)}
            <path class="map__scale" d=format!("M{scale_x} 222h{scale}")></path>
            <text class="map__label" x=scale_x y="212">{scale_name}</text>
        </svg>
        <dl class="facts">
            <dt>{message(|m| &m.straight_line)}</dt>
            <dd>{route.straight}</dd>
            <dt>{message(|m| &m.by_track)}</dt>
            <dd>{route.track}</dd>
        </dl>
    }
}
