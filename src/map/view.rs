//! A map as a piece of HTML: a window on the shapes, and over it places and ways.
//!
//! The shapes scale with the map; marks and names keep their size, for they are placed by percentages in a drawing that does not scale. All
//! that it tells is also told beside it, so those who hear the page are not led through it.

use super::ground::{DRAWING, LAYERS};
use super::labels::{GAP_PX, Label, Side, Spot, Taken, place};
use super::projection::Point;
use super::window::Window;
use crate::timeline::label::text_px;
use crate::ui::drawn::{group, option, percent, year_class};
use crate::ui::erase::CollectAny;
use leptos::prelude::*;

/// The size of the letters, in CSS pixels.
const FONT_PX: f64 = 13.0;
/// Half of a mark, and of one with a number in it, in CSS pixels.
const MARK_PX: f64 = 4.5;
const NUMBERED_PX: f64 = 8.0;
/// Names of countries are set in capitals with air between them.
const COUNTRY_WIDER: f64 = 1.5;

/// What a map shows.
#[derive(Clone, Debug)]
pub struct Map {
    /// The part of the land.
    pub window: Window,
    /// Places.
    pub places: Vec<Place>,
    /// Names of countries, and where they stand.
    pub countries: Vec<(String, Point)>,
    /// The name of a river, and where it stands.
    pub river: Option<(String, Point)>,
    /// A way from point to point.
    pub way: Vec<Point>,
    /// What is written on it; empty if nothing is.
    pub way_name: String,
    /// A layer that lies over the others, if one does.
    pub hatched: Option<String>,
    /// What its scale bar says.
    pub scale: String,
    /// What is said under it: the vintage of its lines, and what they do not say.
    pub caption: String,
    /// How near it is shown, if a reader may choose that.
    pub zooms: Option<Zooms>,
    /// What else a reader may choose, if anything.
    pub choices: Option<Choices>,
}

/// How near a map may be shown. It works without script, as all choices here: the stylesheet sees what is chosen.
#[derive(Clone, Debug)]
pub struct Zooms {
    /// Tells its choice from that of another map on the same page.
    pub name: String,
    /// What is chosen.
    pub what: String,
    /// The words of each.
    pub words: [String; 3],
    /// What is moved by the buttons, and the words of each: to the west, north, south and east.
    pub moves: (String, [String; 4]),
}

/// The choice of a year.
#[derive(Clone, Debug)]
pub struct Choices {
    /// The words of the choice of a year, and of all years together.
    pub years: [String; 2],
    /// The years, each with its words and its events.
    pub events: Vec<(String, String, Vec<Event>)>,
    /// The words that lead to the timeline of a year, and where they lead, with `*` for the year.
    pub timeline: [String; 2],
}

/// An event of a year, in the list under the map.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its title.
    pub title: String,
    /// When, in words.
    pub date: String,
    /// Where, by name.
    pub place: String,
    /// Where it leads.
    pub href: String,
}

/// A place on a map.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its name.
    pub name: String,
    /// Where it leads.
    pub href: String,
    /// Where it lies.
    pub at: Point,
    /// What is drawn for it, a class.
    pub kind: &'static str,
    /// How much it weighs: the weightiest are named first.
    pub weight: usize,
    /// Its number in the key beside the map.
    pub number: Option<usize>,
    /// The years in which something happened there, as classes.
    pub years: String,
}

/// Draws it. What lies outside its window is left out.
#[must_use]
pub fn html(map: &Map) -> String {
    let Window { corner: [x, y], size: [width, height] } = map.window;
    let mut places: Vec<&Place> =
        map.places.iter().filter(|place| map.window.shows(place.at)).collect();
    places.sort_by_key(|place| place.weight); // what is drawn last lies on top
    let spots: Vec<Spot> = places
        .iter()
        .map(|place| Spot {
            at: map.window.part(place.at),
            name_px: text_px(&place.name, FONT_PX, true),
            mark_px: if place.number.is_some() { NUMBERED_PX } else { MARK_PX },
            weight: place.weight,
            is_numbered: place.number.is_some(),
        })
        .collect();
    let countries: Vec<&(String, Point)> =
        map.countries.iter().filter(|(_, at)| map.window.shows(*at)).collect();
    let taken: Vec<Taken> = countries
        .iter()
        .map(|(name, at)| Taken {
            at: map.window.part(*at),
            width_px: COUNTRY_WIDER * text_px(name, FONT_PX, false),
        })
        .collect();
    let river = map.river.as_ref().map(|(name, at)| Taken {
        at: map.window.part(*at),
        width_px: text_px(name, FONT_PX, false),
    });
    let scale_km = map.window.scale_km();
    let (scale, scale_room) = scale(scale_km / width, &spots, &taken);
    let way: Vec<Taken> =
        map.way.windows(2).flat_map(|ends| along(map.window, ends[0], ends[1])).collect();
    let rooms: Vec<Taken> = taken.iter().copied().chain([scale_room]).chain(river).collect();
    let labels = self::place(&spots, &rooms, &way, map.window.aspect());
    let file = &DRAWING.0;
    let ground = LAYERS.into_iter().chain(map.hatched.as_deref()).map(|layer| {
        view! { <use class=format!("atlas__{layer}") href=format!("{file}#{layer}")></use> }
            .into_any()
    });
    let river_name = map.river.as_ref().zip(river).map(|((name, _), river)| {
        let [x, y] = river.at.map(percent);
        view! { <text class="atlas__label atlas__label--water" x=x y=y dy="22" text-anchor="middle">{name.clone()}</text> }
    });
    let middle = map.way.first().zip(map.way.last()).filter(|_| !map.way_name.is_empty());
    let way_name = middle.map(|(from, to)| {
        let middle = [0, 1].map(|axis| f64::midpoint(from[axis], to[axis]));
        let [x, y] = map.window.part(middle).map(percent);
        view! { <text class="atlas__label" x=x y=y dy="-12" text-anchor="middle">{map.way_name.clone()}</text> }
    });
    let marks = places
        .iter()
        .zip(&spots)
        .zip(&labels)
        .map(|((place, spot), label)| mark(place, spot, *label));
    let way = map.way.windows(2).map(|ends| line(map.window, ends[0], ends[1]));
    let countries = countries.iter().zip(&taken).map(|((name, _), taken)| {
        let [x, y] = taken.at.map(percent);
        view! { <text class="atlas__country" x=x y=y text-anchor="middle">{name.clone()}</text> }
            .into_any()
    });
    let zooms = map.zooms.as_ref().map(zooms);
    let (years, lists) = match &map.choices {
        Some(choices) => (Some(years(choices)), list(choices)),
        None => (None, Vec::new()),
    };
    // Where it can be shown nearer, it is moved in its frame, which keeps the height that it has as a whole.
    let frame = map.zooms.as_ref().map(|zooms| zooms.moves.0.clone());
    let whole = frame.is_some().then(|| {
        view! { <svg class="atlas__whole" viewBox=format!("0 0 {width} {height}") aria-hidden="true"></svg> }
    });
    let tab_stop = frame.is_some().then_some("0");
    let role = frame.is_some().then_some("group");
    view! {
        <div class="atlas">
            {zooms}
            {years}
            <div class="atlas__frame" data-frame tabindex=tab_stop role=role aria-label=frame>
                {whole}
                <div class="atlas__sheet">
                    <svg class="atlas__ground" viewBox=format!("{x} {y} {width} {height}") aria-hidden="true">{ground.collect_any()}</svg>
                    <svg class="atlas__marks" aria-hidden="true">
                        {countries.collect_any()}
                        {river_name}
                        {way.collect_any()}
                        {way_name}
                        {marks.collect_any()}
                        <line class="atlas__scale" x1=percent(scale[0]) y1=percent(scale[1]) x2=percent(scale[0] + scale_km / width) y2=percent(scale[1])></line>
                        <text class="atlas__label" x=percent(scale[0]) y=percent(scale[1]) dy="-6">{map.scale.clone()}</text>
                    </svg>
                </div>
            </div>
            <p class="atlas__caption">{map.caption.clone()}</p>
            {lists}
        </div>
    }
    .to_html()
    .replace("<!>", "")
}

/// Where the scale bar begins: in the corner with the fewest places, as parts of the map's width and height; and the room that it takes.
fn scale(length: f64, spots: &[Spot], taken: &[Taken]) -> ([f64; 2], Taken) {
    let corners = [[0.03, 0.96], [0.97 - length, 0.96], [0.03, 0.06], [0.97 - length, 0.06]];
    let near = |corner: &[f64; 2]| {
        let points = spots.iter().map(|spot| spot.at).chain(taken.iter().map(|taken| taken.at));
        let is_near = |at: &[f64; 2]| {
            (at[0] - corner[0] - length / 2.0).abs() < length.max(0.2)
                && (at[1] - corner[1]).abs() < 0.15
        };
        points.filter(is_near).count()
    };
    let corner = corners.into_iter().min_by_key(near).unwrap_or(corners[0]);
    (corner, Taken { at: [corner[0] + length / 2.0, corner[1]], width_px: 100.0 })
}

fn line(window: Window, from: Point, to: Point) -> AnyView {
    let ([x1, y1], [x2, y2]) = (window.part(from).map(percent), window.part(to).map(percent));
    view! { <line class="atlas__way" x1=x1 y1=y1 x2=x2 y2=y2></line> }.into_any()
}

/// What a line takes, so that no name lies on it.
fn along(window: Window, from: Point, to: Point) -> impl Iterator<Item = Taken> {
    const PARTS: u8 = 24;
    (1..PARTS).map(move |part| {
        let part = f64::from(part) / f64::from(PARTS);
        let at = [0, 1].map(|axis| from[axis] + part * (to[axis] - from[axis]));
        Taken { at: window.part(at), width_px: 4.0 }
    })
}

/// A mark with its name, if there is room for it at some width; otherwise a pointer that rests on it is told the name.
fn mark(place: &Place, spot: &Spot, label: Option<Label>) -> AnyView {
    let [x, y] = spot.at.map(percent);
    let gap_px = spot.mark_px + GAP_PX;
    let name = label.map(|label| {
        let (dx, dy, anchor) = match label.side {
            Side::East => (gap_px, 4.5, "start"),
            Side::West => (-gap_px, 4.5, "end"),
            Side::North => (0.0, -gap_px - 4.0, "middle"),
            Side::South => (0.0, gap_px + 13.0, "middle"),
        };
        view! {
            <text class=format!("atlas__label atlas__label--{}", label.from) x=x.clone() y=y.clone() dx=dx.to_string() dy=dy.to_string() text-anchor=anchor>
                {place.name.clone()}
            </text>
        }
    });
    let number = place.number.map(|number| {
        view! { <text class="atlas__number" x=x.clone() y=y.clone() dy="4" text-anchor="middle">{number}</text> }
    });
    view! {
        <a href=place.href.clone() tabindex="-1" class=format!("atlas__spot atlas__spot--{}{}", place.kind, place.years)>
            <circle cx=x.clone() cy=y.clone() r=spot.mark_px.to_string()></circle>
            {number}
            {name}
            <title>{place.name.clone()}</title>
        </a>
    }
    .into_any()
}

fn zooms(zooms: &Zooms) -> AnyView {
    let Zooms { name, what, words, moves } = zooms.clone();
    let ways = [("-1 0", "west"), ("0 -1", "north"), ("0 1", "south"), ("1 0", "east")];
    let button = |((way, side), words): ((&'static str, &'static str), String)| {
        view! {
            <button type="button" class="button atlas__move" data-move=way aria-label=words>
                <span class=format!("icon icon--next atlas__to-{side}")></span>
            </button>
        }
        .into_any()
    };
    let buttons: Vec<AnyView> = ways.into_iter().zip(moves.1).map(button).collect();
    let each = words
        .into_iter()
        .enumerate()
        .map(|(place, words)| option(&name, (1 << place).to_string(), words, place == 0));
    let zooms = group("atlas__zoom", what, each.collect());
    view! { {zooms}<div class="atlas__moves" role="group" aria-label=moves.0>{buttons}</div> }
        .into_any()
}

fn years(choices: &Choices) -> AnyView {
    let [years, all] = choices.years.clone();
    let each = choices
        .events
        .iter()
        .map(|(year, words, _)| option("year", year_class(year), words.clone(), false));
    let all = option("year", "all".to_owned(), all, true);
    group("atlas__years", years, [all].into_iter().chain(each).collect())
}

/// The events of each year, of which the stylesheet shows those of the year that is chosen.
fn list(choices: &Choices) -> Vec<AnyView> {
    let [words, path] = &choices.timeline;
    let event = |event: &Event| {
        view! {
            <li class="atlas__event">
                <span class="atlas__when">{event.date.clone()}</span>
                <a href=event.href.clone()>{event.title.clone()}</a>
                <span class="atlas__where">{event.place.clone()}</span>
            </li>
        }
        .into_any()
    };
    let year = |(year, name, events): &(String, String, Vec<Event>)| {
        let lead = (year != "0").then(|| {
            view! { <p><a href=path.replace('*', year)>{words.replace("{n}", name)}</a></p> }
        });
        view! {
            <div class=format!("atlas__year {}", year_class(year))>
                <ol class="atlas__events">{events.iter().map(event).collect::<Vec<_>>()}</ol>
                {lead}
            </div>
        }
        .into_any()
    };
    choices.events.iter().map(year).collect()
}

#[cfg(test)]
mod tests {
    use super::super::window::NORTH;
    use super::*;

    fn map(name: &str, at: Point) -> String {
        let place = Place {
            name: name.to_owned(),
            href: "en/place/x/".to_owned(),
            at,
            kind: "usual",
            weight: 1,
            number: Some(3),
            years: String::new(),
        };
        html(&Map {
            window: NORTH,
            places: vec![place],
            countries: vec![("A & B".to_owned(), [100.0, 0.0])],
            river: None,
            way: vec![[0.0, 0.0], [100.0, 100.0]],
            way_name: String::new(),
            hatched: None,
            scale: "200 km".to_owned(),
            caption: "As of <then>".to_owned(),
            zooms: None,
            choices: None,
        })
    }

    #[test]
    fn every_word_is_escaped() {
        let html = map("<script>x</script>", [0.0, 0.0]);
        assert!(!html.contains("<script") && !html.contains("<then>"));
        assert!(html.contains("&lt;script&gt;x&lt;/script&gt;") && html.contains("A &amp; B"));
    }

    #[test]
    fn a_place_stands_where_it_lies_with_number_and_name_and_none_outside() {
        let html = map("Ber", [380.0, -100.0]);
        assert!(
            html.contains("cx=\"50.00%\" cy=\"50.00%\"")
                && html.contains(">3<")
                && html.contains(">Ber<")
        );
        assert!(!map("Ber", [380.0, 500.0]).contains("<circle"));
        assert!(html.contains("x1=\"16.07%\"") && html.contains("200 km"));
    }
}
