//! Places: points on the map.

use crate::author::desk::{Desk, Record};
use crate::author::family::Family;
use crate::author::fault::FaultKind;
use crate::author::prose::Manner;
use crate::author::table::Table;
use crate::author::text::Spot;
use crate::model::record::Place;
use std::ops::RangeInclusive;

/// The country whose limits are known here.
const MALI: &str = "ML";

/// The latitudes and longitudes between which Mali lies.
const LIMITS: (RangeInclusive<f64>, RangeInclusive<f64>) = (10.0..=25.1, -12.4..=4.4);

/// Reads the places.
pub fn places(desk: &Desk) -> Vec<Place> {
    desk.each(Family::PLACE, |Record { id, facts, words }| {
        let country = desk.word(facts, "country", "countries");
        let (lat, lon) = (degrees(facts, "lat", 90.0), degrees(facts, "lon", 180.0));
        if let (Some(lat), Some(lon)) = (lat, lon)
            && country == MALI
        {
            check_in_mali(lat, lon, facts.spot_of("lat"));
        }
        Place {
            id: id.clone(),
            name: words.need("name"),
            aliases: words.list("aliases"),
            lat: lat.unwrap_or_default(),
            lon: lon.unwrap_or_default(),
            country,
            region: words.maybe("region"),
            kind: desk.word(facts, "kind", "place_kinds"),
            approximate: facts.flag("approximate"),
            why: desk.prose(words, "why", Manner::own(id)),
            coordinate_source: words.maybe("coordinate_source"),
            coordinate_note: words.maybe("coordinate_note"),
        }
    })
}

/// Degrees either side of zero, up to a limit.
fn degrees(facts: &mut Table, key: &'static str, limit: f64) -> Option<f64> {
    facts.demand(key).and_then(|value| value.number_within(-limit, limit))
}

fn check_in_mali(lat: f64, lon: f64, spot: Spot) {
    let (lats, lons) = LIMITS;
    let is_on_earth = lat.abs() <= 90.0 && lon.abs() <= 180.0;
    if is_on_earth && !(lats.contains(&lat) && lons.contains(&lon)) {
        spot.fault(FaultKind::OutsideMali { lat: lat.to_string(), lon: lon.to_string() });
    }
}
