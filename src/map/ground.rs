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

/// The layer of what the MNLA claimed in 2012, which no map shows unless it speaks of that.
pub const CLAIMED: &str = "claimed-2012";
/// The regions of it, as they were then; for the part of the region of Mopti that belonged to the claim there is no line.
const CLAIMED_REGIONS: [&str; 3] = ["Timbuktu", "Gao", "Kidal"];
/// How far the lines of a hatched land are from each other, in kilometres along both axes.
const HATCH_KM: f64 = 44.0;

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

/// The points of the river Niger.
pub static NIGER: LazyLock<Vec<Point>> = LazyLock::new(|| {
    let topology = topology();
    let Some(Object::GeometryCollection { geometries }) = topology.objects.get("rivers") else {
        return Vec::new();
    };
    let niger = geometries.iter().filter(|shape| shape.properties.name == "Niger");
    let chains = niger.flat_map(|shape| match &shape.form {
        Form::LineString { arcs } => vec![arcs],
        Form::MultiLineString { arcs } => arcs.iter().collect(),
        _ => Vec::new(),
    });
    chains.flat_map(|chain| topology.points(chain)).collect()
});

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
    #[serde(default)]
    name: String,
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
    /// A chain of arcs as points in whole kilometres. An arc that is run backwards is counted from -1.
    fn points(&self, chain: &[i64]) -> Vec<Point> {
        let mut chained = Vec::new();
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
            chained.extend(
                points
                    .into_iter()
                    .map(|[longitude, latitude]| project(latitude, longitude).map(f64::round)),
            );
        }
        chained.dedup();
        chained
    }

    /// A chain of arcs as a path.
    fn path(&self, chain: &[i64], is_closed: bool) -> String {
        let mut path = String::new();
        for [x, y] in self.points(chain) {
            let sign = if path.is_empty() { 'M' } else { 'L' };
            write!(path, "{sign}{x} {y}").expect("a string takes all that is written");
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

    /// The rings around some regions of Mali.
    fn regions(&self, names: &[&str]) -> Vec<Vec<Point>> {
        let Some(Object::GeometryCollection { geometries }) = self.objects.get("mali_regions")
        else {
            return Vec::new();
        };
        let asked = geometries.iter().filter(|shape| names.contains(&&*shape.properties.name));
        let rings = asked.flat_map(|shape| match &shape.form {
            Form::Polygon { arcs } => arcs.iter().collect(),
            Form::MultiPolygon { arcs } => arcs.iter().flatten().collect(),
            _ => Vec::new(),
        });
        rings.map(|ring| self.points(ring)).collect()
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
    let claimed = hatch(&topology.regions(&CLAIMED_REGIONS), HATCH_KM);
    write!(
        drawing,
        "<path id=\"{CLAIMED}\" vector-effect=\"non-scaling-stroke\" d=\"{claimed}\"/>"
    )
    .expect("a string takes all that is written");
    drawing + "</svg>\n"
}

/// The lines that hatch what lies within rings, aslant from the north-west to the south-east, as a path. They are as far apart along both axes
/// as is given, and go on from one ring to the next.
fn hatch(rings: &[Vec<Point>], apart: f64) -> String {
    let beside = |[x, y]: Point| y - x; // alike for all points of a line
    let all = rings.iter().flatten().map(|point| beside(*point));
    let (least, most) =
        all.fold((f64::MAX, f64::MIN), |(least, most), line| (least.min(line), most.max(line)));
    let mut path = String::new();
    let mut line = (least / apart).ceil() * apart + 0.5; // points lie on whole kilometres, and so on no line
    while line < most {
        let edges = rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)));
        let mut crossed: Vec<f64> = edges
            .filter_map(|(from, to)| {
                let (before, after) = (beside(*from) - line, beside(*to) - line);
                (before * after < 0.0)
                    .then(|| from[0] + before / (before - after) * (to[0] - from[0]))
            })
            .collect();
        crossed.sort_by(f64::total_cmp);
        for ends in crossed.as_chunks::<2>().0 {
            for (sign, x) in ['M', 'L'].into_iter().zip(ends) {
                write!(path, "{sign}{} {}", x.round(), (x + line).round())
                    .expect("a string takes all that is written");
            }
        }
        line += apart;
    }
    path
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
    fn lines_fill_what_lies_within_and_leave_out_a_hole() {
        let square = |from: f64, to: f64| vec![[from, from], [to, from], [to, to], [from, to]];
        // Through the middle, which is a line of its own: half a kilometre beside it.
        assert_eq!(hatch(&[square(0.0, 100.0)], 400.0), "M0 1L100 100");
        assert_eq!(
            hatch(&[square(0.0, 100.0), square(40.0, 60.0)], 400.0),
            "M0 1L40 41M60 60L100 100"
        );
        assert_eq!(hatch(&[], 10.0), "");
    }

    #[test]
    fn what_was_claimed_is_hatched_as_densely_as_its_area_asks() {
        let path = hatch(&topology().regions(&CLAIMED_REGIONS), HATCH_KM);
        let lengths = path.split_terminator('M').filter_map(|line| {
            let ends: Vec<f64> =
                line.split(['L', ' ']).filter_map(|part| part.parse().ok()).collect();
            let [x1, y1, x2, y2] = ends.try_into().ok()?;
            Some(f64::hypot(x2 - x1, y2 - y1))
        });
        // Lines of a length, each standing for a strip as wide as they are apart across.
        let area = lengths.sum::<f64>() * HATCH_KM / f64::sqrt(2.0);
        // Timbuktu 496,611, Gao 170,572 and Kidal 151,430 square kilometres, as reference works give them.
        assert!((780_000.0..860_000.0).contains(&area), "{area}");
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
