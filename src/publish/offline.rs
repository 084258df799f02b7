//! Reading without a network: a worker that keeps the story, the walk, the rooms and the one-page edition if the reader asks for it, and
//! what a device needs to show the site among its programs.
//!
//! Nothing else of the site knows of the worker, and everything works without it. A site that is built with `MALI_WORKER=off` has one that removes
//! what an earlier one left.

use super::compose::Edition;
use super::course;
use super::files::PublishError;
use super::whole;
use crate::model::Target;
use crate::model::library::Vocabulary;
use crate::routes::{Route, embeds};
use html_escape::{encode_double_quoted_attribute as attribute, encode_text};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::collections::BTreeSet;

/// The worker, the same for all builds but for the list of files.
const WORKER: &str = include_str!("scripts/sw.js");
/// What takes its place where there shall be none.
pub const NO_WORKER: &str = include_str!("scripts/sw-off.js");
/// The script that offers it.
pub const SCRIPT: &str = include_str!("scripts/offline.js");
/// The name of the worker's file, at the root of the site: never another, or readers would keep the old one for ever.
pub const FILE: &str = "sw.js";
/// The name of the description of the site for devices.
pub const MANIFEST: &str = "manifest.webmanifest";
/// The sizes of the pictures that stand for the site on a device, in pixels.
pub const ICONS: [u32; 3] = [48, 192, 512];

/// The worker of a build. `languages` are those there are, `files` those of the program and its surroundings, by their names at the root.
///
/// # Panics
/// Never: paths are written as JSON.
#[must_use]
pub fn worker(edition: &Edition, languages: &[String], files: &[String]) -> String {
    let locale = &edition.shell.locale;
    let mut kept: BTreeSet<String> = files.iter().cloned().collect();
    for target in edition.pages.keys() {
        if matches!(target, Target::Story | Target::Room(_) | Target::Step(..)) {
            let route = Route::new(locale, target.clone());
            kept.extend([route.path(), route.bundle()]);
        }
    }
    for name in ["shell", "names", "definitions"] {
        kept.insert(format!("data/{locale}/{name}.json"));
    }
    let whole = whole::file(locale);
    kept.extend([whole.clone(), MANIFEST.to_owned(), embeds(locale)]);
    let is_hashed = |path: &&String| {
        let name = path.rsplit('.').nth(1).unwrap_or_default();
        let tail = name.rsplit('-').next().unwrap_or_default().trim_end_matches("_bg");
        tail.len() >= 8 && tail.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    let hashed: Vec<&String> = kept.iter().filter(is_hashed).collect();
    let mut folders: Vec<String> = languages.iter().map(|word| format!("{word}/")).collect();
    folders.push(course::FOLDER.to_owned());
    let list = |paths: &[&String]| serde_json::to_string(paths).expect("paths are text");
    WORKER
        .replace("%BUILD%", &edition.shell.build)
        .replace("%FILES%", &list(&kept.iter().collect::<Vec<_>>()))
        .replace("%HASHED%", &list(&hashed))
        .replace("%FOLDERS%", &list(&folders.iter().collect::<Vec<_>>()))
        .replace("%WHOLE%", &whole)
}

/// The description of the site for devices.
#[must_use]
pub fn manifest(edition: &Edition) -> String {
    let shell = &edition.shell;
    let icon = |size: u32| serde_json::json!({ "src": icon(size), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": "any maskable" });
    let document = serde_json::json!({
        "name": shell.messages.site_name,
        "short_name": shell.messages.site_name,
        "lang": shell.locale,
        "start_url": format!("{}/", shell.locale),
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#fcf8f0",
        "theme_color": "#fcf8f0",
        "icons": ICONS.map(icon),
    });
    document.to_string()
}

/// The name of a picture of the site.
#[must_use]
pub fn icon(size: u32) -> String {
    format!("icon-{size}.png")
}

/// Draws the sign of the site on paper, with room around it for devices that cut corners.
///
/// # Errors
/// If the sign is no SVG.
pub fn draw_icon(svg: &str, size: u32) -> Result<Vec<u8>, PublishError> {
    let fault = |error: String| PublishError::Icon(error);
    let tree =
        Tree::from_str(svg, &Options::default()).map_err(|error| fault(error.to_string()))?;
    let mut pixels = Pixmap::new(size, size).ok_or_else(|| fault(format!("{size} px")))?;
    pixels.fill(resvg::tiny_skia::Color::from_rgba8(0xfc, 0xf8, 0xf0, 255));
    let width = f32::from(u16::try_from(size).unwrap_or(u16::MAX));
    let scale = width * 0.6 / tree.size().width();
    let transform = Transform::from_scale(scale, scale).post_translate(width * 0.2, width * 0.2);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| fault(error.to_string()))
}

/// What offers it, at the end of each page; the script shows it where it can be had.
#[must_use]
pub fn offer(vocabulary: &Vocabulary) -> String {
    let word = |key: &'static str| vocabulary.name("share", key).to_owned();
    format!(
        "<p class=\"offline\" id=\"offline\" data-ready=\"{}\" data-coming=\"{}\" data-failed=\"{}\" hidden>\
         <button type=\"button\" class=\"button button--quiet\">{}</button> <span role=\"status\"></span></p>",
        attribute(&word("offline-ready")),
        attribute(&word("offline-coming")),
        attribute(&word("offline-failed")),
        encode_text(&word("offline-keep")),
    )
}
