//! The shapes under every map: land, water and borders, as one drawing in kilometres that lies beside the pages.
//!
//! Read from `content/geo/sahel.topo.json`; `content/geo/README.md` says where that is from and what it lacks. A map shows a window of the
//! drawing and colours its layers, which are groups with an id each.

use super::projection::{Point, project};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

/// The data as it lies in the repository.
const DATA: &str = include_str!("../../content/geo/sahel.topo.json");

/// The layers in the order in which they are drawn, each the id of a group in the drawing.
pub const LAYERS: [&str; 9] = [
    "land",
    "mali",
    "disputed",
    "streams",
    "rivers",
    "lakes",
    "regions",
    "borders",
    "disputed-borders",
];

/// Where the name of a country stands, by its code in the content: Mali and those around it.
pub static COUNTRIES: LazyLock<Vec<(&'static str, Point)>> = LazyLock::new(|| {
    let topology = topology();
    let Some(Object::GeometryCollection { geometries }) = topology.objects.get("countries") else {
        return Vec::new();
    };
    let named = NAMED.iter().filter_map(|(code, id)| {
        let shape = geometries.iter().find(|shape| shape.id == *id)?;
        let [longitude, latitude] = shape.properties.label;
        Some((*code, project(latitude, longitude)))
    });
    named.collect()
});

/// The countries whose names are shown, by their codes of two and of three letters.
const NAMED: [(&str, &str); 8] = [
    ("ML", "MLI"),
    ("DZ", "DZA"),
    ("NE", "NER"),
    ("BF", "BFA"),
    ("CI", "CIV"),
    ("GN", "GIN"),
    ("SN", "SEN"),
    ("MR", "MRT"),
];

/// The drawing, and what its file is called: its name tells one from another, for browsers keep it.
pub static DRAWING: LazyLock<(String, String)> = LazyLock::new(|| {
    let drawing = draw(&topology());
    let digest = Sha256::digest(&drawing);
    (
        format!("map-{:02x}{:02x}{:02x}{:02x}.svg", digest[0], digest[1], digest[2], digest[3]),
        drawing,
    )
});

/// `TopoJSON`: shapes are chains of arcs that neighbours share.
#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    arcs: Vec<Vec<[f64; 2]>>,
    objects: BTreeMap<String, Object>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Object {
    GeometryCollection { geometries: Vec<Shape> },
    MultiLineString { arcs: Vec<Vec<i64>> },
}

#[derive(Deserialize)]
struct Shape {
    #[serde(default)]
    id: String,
    #[serde(flatten)]
    form: Form,
    #[serde(default)]
    properties: Properties,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Form {
    Polygon { arcs: Vec<Vec<i64>> },
    MultiPolygon { arcs: Vec<Vec<Vec<i64>>> },
    LineString { arcs: Vec<i64> },
    MultiLineString { arcs: Vec<Vec<i64>> },
    Point {},
}

#[derive(Default, Deserialize)]
struct Properties {
    #[serde(default)]
    rank: u8,
    /// Longitude and latitude.
    #[serde(default)]
    label: [f64; 2],
}

/// # Panics
/// If the data in the repository is not `TopoJSON`, which a test would notice.
fn topology() -> Topology {
    serde_json::from_str(DATA).expect("the map data is TopoJSON")
}

impl Topology {
    /// A chain of arcs as a path in whole kilometres. An arc that is run backwards is counted from -1.
    fn path(&self, chain: &[i64], is_closed: bool) -> String {
        let mut path = String::new();
        let mut before = None;
        for &arc in chain {
            let forward =
                usize::try_from(arc).unwrap_or_else(|_| usize::try_from(!arc).unwrap_or(0));
            let mut at = [0.0, 0.0];
            let mut points: Vec<[f64; 2]> = self.arcs[forward]
                .iter()
                .map(|step| {
                    at = [at[0] + step[0], at[1] + step[1]];
                    [0, 1].map(|axis| {
                        at[axis] * self.transform.scale[axis] + self.transform.translate[axis]
                    })
                })
                .collect();
            if arc < 0 {
                points.reverse();
            }
            for [longitude, latitude] in points {
                let [x, y] = project(latitude, longitude).map(f64::round);
                if before.replace([x, y]) != Some([x, y]) {
                    let sign = if path.is_empty() { 'M' } else { 'L' };
                    write!(path, "{sign}{x} {y}").expect("a string takes all that is written");
                }
            }
        }
        if is_closed {
            path.push('Z');
        }
        path
    }

    fn shape(&self, shape: &Shape) -> String {
        match &shape.form {
            Form::Polygon { arcs } => arcs.iter().map(|ring| self.path(ring, true)).collect(),
            Form::MultiPolygon { arcs } => {
                arcs.iter().flatten().map(|ring| self.path(ring, true)).collect()
            }
            Form::LineString { arcs } => self.path(arcs, false),
            Form::MultiLineString { arcs } => {
                arcs.iter().map(|line| self.path(line, false)).collect()
            }
            Form::Point {} => String::new(),
        }
    }

    /// The shapes of an object that are asked for, as one path.
    fn all(&self, object: &str, is_asked: impl Fn(&Shape) -> bool) -> String {
        match self.objects.get(object) {
            Some(Object::GeometryCollection { geometries }) => geometries
                .iter()
                .filter(|shape| is_asked(shape))
                .map(|shape| self.shape(shape))
                .collect(),
            Some(Object::MultiLineString { arcs }) => {
                arcs.iter().map(|line| self.path(line, false)).collect()
            }
            None => String::new(),
        }
    }
}

fn draw(topology: &Topology) -> String {
    let mut drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\">".to_owned();
    for layer in LAYERS {
        let path = match layer {
            "land" => {
                topology.all("countries", |shape| !["MLI", "ESH"].contains(&shape.id.as_str()))
            }
            "mali" => topology.all("countries", |shape| shape.id == "MLI"),
            "disputed" => {
                topology.all("countries", |shape| shape.id == "ESH")
                    + &topology.all("disputed_areas", |_| true)
            }
            "streams" => topology.all("rivers", |shape| shape.properties.rank > 1),
            "rivers" => topology.all("rivers", |shape| shape.properties.rank == 1),
            "lakes" => topology.all("lakes", |_| true),
            "regions" => topology.all("mali_region_lines", |_| true),
            "borders" => topology.all("borders", |_| true),
            _ => topology.all("disputed_borders", |_| true),
        };
        write!(drawing, "<path id=\"{layer}\" vector-effect=\"non-scaling-stroke\" d=\"{path}\"/>")
            .expect("a string takes all that is written");
    }
    drawing + "</svg>\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_layer_has_a_shape() {
        let (name, drawing) = &*DRAWING;
        assert!(name.starts_with("map-") && name.len() == "map-01234567.svg".len());
        for layer in LAYERS {
            let (_, rest) = drawing.split_once(&format!("id=\"{layer}\"")).expect(layer);
            let (_, path) = rest.split_once(" d=\"").expect("it has a path");
            assert!(path.starts_with('M') && path.find('"').is_some_and(|end| end > 30), "{layer}");
        }
    }

    #[test]
    fn mali_has_its_area() {
        let topology = topology();
        let path = topology.all("countries", |shape| shape.id == "MLI");
        let rings = path.split_terminator('Z').map(|ring| {
            let points: Vec<[f64; 2]> = ring
                .trim_start_matches('M')
                .split('L')
                .filter_map(|point| {
                    let (x, y) = point.split_once(' ')?;
                    Some([x.parse().ok()?, y.parse().ok()?])
                })
                .collect();
            let pairs = points.iter().zip(points.iter().cycle().skip(1));
            pairs.map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum::<f64>().abs() / 2.0
        });
        // 1,240,192 square kilometres by the United Nations; the outline of the data encloses 1,256,000.
        let area: f64 = rings.sum();
        assert!((1_235_000.0..1_265_000.0).contains(&area), "{area}");
    }
}
