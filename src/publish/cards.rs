//! Cards: the pictures that other sites show beside a link to a page. Each is drawn from the page's title and description, over the
//! events of the timeline.
//!
//! Those who show them want PNG at a whole address, so they are made where it is known where the site will be. The faces are those
//! of the site, the colours its tokens by day.

use super::compose::{Edition, Preview};
use crate::model::date::day_from_civil;
use crate::model::page::{Body, Timeline};
use crate::model::{Date, Kind, Lane, Target};
use crate::routes::Route;
use crate::timeline::scale::Scale;
use crate::ui::mark::kind_name;
use html_escape::encode_text;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, FaceInfo, ID, Language, Source, Stretch, Style, Weight};
use resvg::usvg::{Options, Tree};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::fmt::Write;
use std::sync::Arc;

/// What a card is called, beside its page.
pub const CARD: &str = "card.png";
/// The size that those who show cards ask for, in pixels.
pub const SIZE: [u16; 2] = [1200, 630];
/// Between the edges of a card and what stands on it.
const MARGIN: f32 = 72.0;
/// The room for lines of text.
const LINE: f32 = 1200.0 - 2.0 * MARGIN;
/// Where the title's first line may begin, and where the timeline does.
const TOP: f32 = 128.0;
const STRIP: f32 = 428.0;
/// Between the title and the words under it.
const GAP: f32 = 20.0;
/// The height of a lane in the strip.
const ROW: f32 = 25.0;

const TOKENS: &str = include_str!("../../style/tokens.css");
const LOGO: &str = include_str!("../../public/favicon.svg");

/// A face of the site: what it is called here, and its file.
struct Face {
    name: &'static str,
    data: Arc<Vec<u8>>,
}

/// What is needed to draw cards.
pub struct Cards {
    options: Options<'static>,
    display: Face,
    text: Face,
    sans: Face,
    site_name: String,
    strip: String,
    marks: Vec<(String, String)>,
}

impl Cards {
    /// For the pages of an edition.
    ///
    /// # Panics
    /// If the faces of the site cannot be read, which they can.
    #[must_use]
    pub fn new(edition: &Edition) -> Self {
        let [display, text, sans] = [
            ("display", include_bytes!("../../public/fonts/serif-display.woff2").as_slice()),
            ("text", include_bytes!("../../public/fonts/serif-text.woff2")),
            ("sans", include_bytes!("../../public/fonts/sans.woff2")),
        ]
        .map(|(name, packed)| {
            let data = wuff::decompress_woff2(packed).expect("the faces of the site are woff2");
            Face { name, data: Arc::new(data) }
        });
        let mut faces = Database::new();
        for face in [&display, &text, &sans] {
            faces.push_face_info(face.info());
        }
        let options = Options { fontdb: Arc::new(faces), ..Options::default() };
        let timeline = edition.timeline(&edition.shell.locale);
        let (strip, marks) = timeline.map(strip).unwrap_or_default();
        let site_name = edition.shell.messages.site_name.clone();
        Self { options, display, text, sans, site_name, strip, marks }
    }

    /// The card of a page as PNG.
    ///
    /// # Panics
    /// If the drawing cannot be read or written, which each can.
    #[must_use]
    pub fn draw(&self, kicker: &str, preview: &Preview, target: &Target) -> Vec<u8> {
        let svg = self.svg(kicker, preview, target);
        let tree = Tree::from_str(&svg, &self.options).expect("a card is well-formed");
        let [width, height] = SIZE.map(u32::from);
        let mut pixels = Pixmap::new(width, height).expect("a card has a size");
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        encode(&pixels)
    }

    fn svg(&self, kicker: &str, preview: &Preview, target: &Target) -> String {
        let [width, height] = SIZE;
        let (paper, sand) = (token("paper"), token("sand"));
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
             <rect width=\"100%\" height=\"100%\" fill=\"{paper}\"/>\
             <rect y=\"{}\" width=\"100%\" height=\"100%\" fill=\"{sand}\"/>",
            STRIP - 24.0,
        );
        self.write_head(&mut svg, kicker);
        let (px, lines) = self.title(&preview.title);
        let mut y = TOP;
        for line in &lines {
            y += px * 1.12;
            write_line(&mut svg, &self.display, px, [MARGIN, y], "ink", line);
        }
        let room = STRIP - 40.0 - y - GAP;
        let px = 30.0;
        let leading = px * 1.35;
        // How many lines fit, of which there are few.
        let most = std::iter::successors(Some(leading), |sum| Some(sum + leading))
            .take_while(|sum| *sum <= room)
            .count()
            .min(3);
        y += GAP;
        for line in cut(self.text.lines(&preview.description, px), most) {
            y += leading;
            write_line(&mut svg, &self.text, px, [MARGIN, y], "muted", &line);
        }
        svg.push_str(&self.strip);
        if let Target::Record(Kind::Event, id) = target
            && let Some((_, mark)) = self.marks.iter().find(|(of, _)| of == id)
        {
            svg.push_str(mark);
        }
        svg.push_str("</svg>");
        svg
    }

    /// What kind of page it is, and whose.
    fn write_head(&self, svg: &mut String, kicker: &str) {
        let (px, y) = (28.0, 92.0);
        write_line(svg, &self.sans, px, [MARGIN, y], "laterite", kicker);
        let name_px = self.display.width(&self.site_name, 32.0);
        let x = MARGIN + LINE - name_px;
        write_line(svg, &self.display, 32.0, [x, y], "ink", &self.site_name);
        // Its colours are those of a style, which would be that of the whole card.
        let shapes = LOGO.split_once("/>").map_or("", |(_, shapes)| shapes);
        let inside = shapes
            .replace("<path", &format!("<path stroke=\"{}\"", token("link")))
            .replace("<circle", &format!("<circle fill=\"{}\"", token("laterite")));
        write!(
            svg,
            "<svg x=\"{}\" y=\"{}\" width=\"40\" height=\"40\" viewBox=\"0 0 32 32\">{inside}",
            x - 54.0,
            y - 31.0
        )
        .expect("writing to a string does not fail");
    }

    /// The title in the largest size in which it needs at most three lines, or cut in the smallest.
    fn title(&self, title: &str) -> (f32, Vec<String>) {
        let sizes = [76.0, 66.0, 56.0, 48.0];
        let fits = sizes.map(|px| (px, self.display.lines(title, px)));
        let found =
            fits.into_iter().find(|(px, lines)| lines.len() <= if *px > 60.0 { 2 } else { 3 });
        found.unwrap_or_else(|| (48.0, cut(self.display.lines(title, 48.0), 3)))
    }
}

/// What stands over the title: what kind of page this is.
#[must_use]
pub fn kicker(edition: &Edition, target: &Target) -> String {
    let words = &edition.shell.messages;
    let page = |target: &Target| {
        edition.bundles.get(&Route::new(&edition.shell.locale, target.clone()).bundle())
    };
    match target {
        Target::Record(kind, _) => {
            let kind_name = kind_name(words, *kind);
            match page(target).map(|page| &page.body) {
                Some(Body::Record(record)) if *kind == Kind::Event => {
                    format!("{kind_name} · {}", record.kicker)
                }
                _ => kind_name.clone(),
            }
        }
        Target::Step(chapter, _) => {
            let chapter = page(target).map_or(chapter, |page| &page.title);
            format!("{} · {chapter}", words.nav_walk)
        }
        Target::Story => words.nav_story.clone(),
        _ => String::new(),
    }
}

impl Face {
    fn info(&self) -> FaceInfo {
        FaceInfo {
            id: ID::dummy(),
            source: Source::Binary(self.data.clone()),
            index: 0,
            families: vec![(self.name.to_owned(), Language::English_UnitedStates)],
            post_script_name: self.name.to_owned(),
            style: Style::Normal,
            weight: Weight::NORMAL,
            stretch: Stretch::Normal,
            monospaced: false,
        }
    }

    /// How long a text is in this face, in pixels.
    fn width(&self, text: &str, px: f32) -> f32 {
        let Ok(font) = FontRef::new(&self.data) else { return 0.0 };
        let (letters, sizes) =
            (font.charmap(), font.glyph_metrics(Size::new(px), LocationRef::default()));
        let width = |letter| sizes.advance_width(letters.map(letter).unwrap_or_default());
        text.chars().filter_map(width).sum()
    }

    /// A text in lines that fit on a card, broken at spaces.
    fn lines(&self, text: &str, px: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ') {
            let longer = lines.last().map(|line| format!("{line} {word}"));
            match longer.filter(|longer| self.width(longer, px) <= LINE) {
                Some(longer) => *lines.last_mut().expect("it was made longer") = longer,
                None => lines.push(word.to_owned()),
            }
        }
        lines
    }
}

/// The first lines, with a sign where there would be more.
fn cut(mut lines: Vec<String>, most: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let whole = last.rsplit_once(' ').map_or(last.as_str(), |(before, _)| before);
            *last = format!("{}…", whole.trim_end_matches(['.', ',', ';', ':']));
        }
    }
    lines
}

/// Pixels as PNG with a palette, which halves the bytes. A card has few colours; where they are too many, those that are nearly alike become one.
fn encode(pixels: &Pixmap) -> Vec<u8> {
    let (palette, places) =
        (0..8).find_map(|bits| indexed(pixels, bits)).expect("of the highest bits there are few");
    let mut written = Vec::new();
    let mut encoder = png::Encoder::new(&mut written, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.as_flattened());
    encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(&places))
        .expect("pixels are written as PNG");
    written
}

/// The colours of pixels without their lowest bits, and the place of each pixel's among them; none if they are more than 256.
fn indexed(pixels: &Pixmap, bits: u8) -> Option<(Vec<[u8; 3]>, Vec<u8>)> {
    let [half, mask] = [(1_u8 << bits) / 2, u8::MAX << bits];
    let (mut palette, mut places) = (Vec::new(), Vec::with_capacity(pixels.pixels().len()));
    // Most pixels look like the one before.
    let mut last = None;
    for pixel in pixels.pixels() {
        if last.is_none_or(|(before, _)| before != *pixel) {
            let colour = [pixel.red(), pixel.green(), pixel.blue()];
            let colour = colour.map(|part| part.saturating_add(half) & mask);
            let known = palette.iter().position(|one| *one == colour);
            let place = known.unwrap_or_else(|| {
                palette.push(colour);
                palette.len() - 1
            });
            last = Some((*pixel, u8::try_from(place).ok()?));
        }
        places.extend(last.map(|(_, place)| place));
    }
    Some((palette, places))
}

fn write_line(svg: &mut String, face: &Face, px: f32, [x, y]: [f32; 2], colour: &str, text: &str) {
    write!(
        svg,
        "<text x=\"{x}\" y=\"{y}\" font-family=\"{}\" font-size=\"{px}\" fill=\"{}\">{}</text>",
        face.name,
        token(colour),
        encode_text(text),
    )
    .expect("writing to a string does not fail");
}

/// A colour of the site by day.
fn token(name: &str) -> &'static str {
    let after = |mark: &str| TOKENS.split_once(mark).map(|(_, rest)| rest);
    let value = after(&format!("--{name}: light-dark("));
    value.and_then(|value| value.split(',').next()).unwrap_or("#000")
}

/// The events of a timeline in their lanes, from its opening on, and what marks each of them, by its id.
fn strip(timeline: &Timeline) -> (String, Vec<(String, String)>) {
    let (first, last) = timeline.opening;
    let scale = Scale {
        start_day: f64::from(first),
        start_px: f64::from(MARGIN),
        px_per_day: f64::from(LINE) / f64::from(last - first),
    };
    let (mut drawn, mut marks) = (String::new(), Vec::new());
    let write = "writing to a string does not fail";
    let mut y = STRIP;
    let mut tops = Vec::new();
    for lane in Lane::ALL {
        write!(
            drawn,
            "<path d=\"M{MARGIN} {0}h{LINE}\" stroke=\"{1}\"/>",
            y + ROW / 2.0,
            token("line")
        )
        .expect(write);
        tops.push((*lane, y));
        y += ROW;
    }
    for event in timeline.events.iter().filter(|event| event.entry.start >= first) {
        let Some(lane) = event.entry.lanes.first() else { continue };
        let top = tops.iter().find(|(of, _)| of == lane).map_or(STRIP, |(_, top)| *top);
        let (x, colour) = (scale.px_of(event.entry.start), token(lane.word()));
        let half = f32::from(event.entry.weight) * 3.5;
        let middle = top + ROW / 2.0;
        write!(
            drawn,
            "<path d=\"M{x:.1} {}v{}\" stroke=\"{colour}\" stroke-width=\"3\"/>",
            middle - half,
            2.0 * half
        )
        .expect(write);
        let mark = format!(
            "<circle cx=\"{x:.1}\" cy=\"{middle}\" r=\"15\" fill=\"{colour}\" stroke=\"{}\" stroke-width=\"5\"/>",
            token("sand")
        );
        marks.push((event.entry.id.clone(), mark));
    }
    let (from, until) = (Date::from_day(first).year(), Date::from_day(last).year());
    for year in (from..=until).step_by(2) {
        let day = day_from_civil(year, 1, 1).max(first);
        write!(
            drawn,
            "<text x=\"{:.1}\" y=\"{}\" font-family=\"sans\" font-size=\"22\" fill=\"{}\">{year}</text>",
            scale.px_of(day),
            y + 36.0,
            token("muted"),
        )
        .expect(write);
    }
    (drawn, marks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author;
    use crate::publish::compose::compose;
    use std::path::Path;

    fn edition() -> Edition {
        let library = author::read(Path::new("content"), "en").expect("the content is sound");
        compose(&library, "").expect("the vocabulary has every word")
    }

    #[test]
    fn every_colour_of_a_card_is_a_token() {
        let lanes = Lane::ALL.iter().map(|lane| lane.word());
        for name in ["paper", "sand", "ink", "muted", "line", "laterite"].into_iter().chain(lanes) {
            assert!(token(name).starts_with('#') && token(name) != "#000", "{name}");
        }
    }

    #[test]
    fn every_title_stands_over_the_strip_and_whole_if_it_is_ours() {
        let edition = edition();
        let cards = Cards::new(&edition);
        for (target, preview) in &edition.pages {
            let (px, lines) = cards.title(&preview.title);
            let height = lines.iter().fold(TOP, |y, _| y + px * 1.12);
            let is_theirs = matches!(target, Target::Record(Kind::Source, _));
            assert!(is_theirs || lines.join(" ") == preview.title, "{target:?}: {lines:?}");
            assert!(lines.iter().all(|line| cards.display.width(line, px) <= LINE), "{lines:?}");
            assert!(height < STRIP - 60.0, "{target:?} at {height}");
            let kicker = cards.sans.width(&kicker(&edition, target), 28.0);
            assert!(kicker < 700.0, "{target:?}: its kicker takes {kicker} px");
        }
    }

    #[test]
    fn a_card_has_its_words_and_marks_its_event() {
        let edition = edition();
        let cards = Cards::new(&edition);
        let target = Target::record(Kind::Event, "ber-clash-2023-08-11");
        let (preview, other) = (&edition.pages[&target], Target::record(Kind::Event, "nowhere"));
        let pixels = |target: &Target, preview: &Preview| {
            let png = cards.draw("Event", preview, target);
            let card = Pixmap::decode_png(&png).expect("a card is PNG");
            assert_eq!([card.width(), card.height()], SIZE.map(u32::from));
            card
        };
        let dark = |card: &Pixmap, rows: std::ops::Range<usize>| {
            let [from, until] = [rows.start, rows.end].map(|row| row * usize::from(SIZE[0]));
            card.pixels()[from..until].iter().filter(|pixel| pixel.red() < 90).count()
        };
        let card = pixels(&target, preview);
        let bare = Preview { title: String::new(), description: String::new() };
        let empty = pixels(&target, &bare);
        assert!(dark(&card, 110..400) > 2000 && dark(&empty, 110..400) == 0);
        let unmarked = pixels(&other, preview);
        assert_ne!(card.data(), unmarked.data());
    }
}
