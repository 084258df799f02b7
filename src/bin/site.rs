//! The native half of the build: `check` the content, `compile` what trunk needs, `prerender` into what trunk built, and
//! `timeline` for a page of anybody's events.
//!
//! A thin command line over `author` and `publish`; trunk's hooks call it. The folder it works on is the current one.

use mali_explained::author;
use mali_explained::model::library::Library;
use mali_explained::publish::bare::STYLE;
use mali_explained::publish::files::{PublishError, draw_cards, publish, publish_timeline};
use mali_explained::publish::whole;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// The stylesheets in the order in which they are joined: `layers.css` names the layers.
const STYLES: [&str; 19] = [
    "layers",
    "tokens",
    "faces",
    "base",
    "layout",
    "components",
    "signs",
    "panels",
    "glossary",
    "story",
    "map",
    "charts",
    "walk",
    "timeline",
    "table",
    "record",
    "guest",
    "share",
    "print",
];

/// Those of what stands alone, in their order.
const BARE: [&str; 8] =
    ["layers", "tokens", "base", "components", "timeline", "guest", "bare", "alone"];

/// Where the site is that tests look at beside the one for anywhere.
const TWIN: &str = "https://example.org/mali/";
/// It has the card of one page in so many: to draw all takes two minutes.
const CARDS_OF_TWIN: usize = 40;

/// The language that is published.
const LOCALE: &str = "en";

fn main() -> ExitCode {
    let command = std::env::args().nth(1).unwrap_or_default();
    let done = match command.as_str() {
        "check" => check(),
        "compile" => compile(),
        "prerender" => prerender(),
        "timeline" => timeline(),
        _ => Err("usage: site check | compile | prerender | timeline FILE FOLDER".to_owned()),
    };
    match done {
        Ok(words) => {
            println!("{words}");
            ExitCode::SUCCESS
        }
        Err(words) => {
            eprintln!("{words}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the content; if it has faults, all of them are the error.
fn library() -> Result<Library, String> {
    author::read(Path::new("content"), LOCALE).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        format!("{}\n{} faults in the content", lines.join("\n"), lines.len())
    })
}

fn check() -> Result<String, String> {
    let library = library()?;
    Ok(format!(
        "content: {} events, {} actors, {} places, {} terms, {} contested questions, {} sources; no fault",
        library.events.len(),
        library.actors.len(),
        library.places.len(),
        library.terms.len(),
        library.disputes.len(),
        library.sources.len(),
    ))
}

/// Checks the content and joins the stylesheets into the one that trunk takes.
fn compile() -> Result<String, String> {
    let found = check()?;
    let read = |name: &str| {
        let path = format!("style/{name}.css");
        fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))
    };
    let join = |names: &[&str]| {
        Ok::<_, String>(names.iter().copied().map(read).collect::<Result<Vec<_>, _>>()?.join("\n"))
    };
    let whole = [STYLES.as_slice(), &["bare", "whole"]].concat();
    for (path, styles) in [
        ("target/site/style.css", join(&STYLES)?),
        (STYLE, join(&BARE)?),
        (whole::STYLE, join(&whole)?),
    ] {
        let path = Path::new(path);
        // Trunk watches the folder in which the files are; writing the same again would make it build without end.
        if fs::read_to_string(path).is_ok_and(|written| written == styles) {
            continue;
        }
        fs::create_dir_all(path.parent().unwrap_or(path))
            .and_then(|()| fs::write(path, styles))
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(found)
}

/// Writes the bare timeline of a file of events into a folder, with the program that lies in `dist/`.
fn timeline() -> Result<String, String> {
    let mut paths = std::env::args().skip(2);
    let (Some(events), Some(folder)) = (paths.next(), paths.next()) else {
        return Err("usage: site timeline FILE FOLDER".to_owned());
    };
    let bytes =
        publish_timeline(&library()?, Path::new(&events), Path::new(&folder), Path::new("dist"))
            .map_err(|error| error.to_string())?;
    Ok(format!("{folder}/index.html: {bytes} bytes"))
}

/// Fills the folder that trunk built, and if `MALI_TWIN` names another, that one too, as the site of [`TWIN`].
fn prerender() -> Result<String, String> {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let dist = set("TRUNK_STAGING_DIR").unwrap_or_else(|| "dist".to_owned());
    let dist = Path::new(&dist);
    let (library, fingerprint) = (library()?, fingerprint()?);
    let fill = |folder: &Path, origin: Option<&str>, one_in: usize| {
        let edition = publish(&library, folder, origin, fingerprint)?;
        if origin.is_some() {
            draw_cards(&library, &edition, folder, one_in)?;
        }
        Ok(edition.pages.len())
    };
    let told = |error: PublishError| error.to_string();
    if let Some(twin) = set("MALI_TWIN") {
        let twin = Path::new(&twin);
        copy(dist, twin).map_err(|error| format!("{}: {error}", twin.display()))?;
        fill(twin, Some(TWIN), CARDS_OF_TWIN).map_err(told)?;
    }
    let pages = fill(dist, set("MALI_ORIGIN").as_deref(), 1).map_err(told)?;
    Ok(format!("prerendered {pages} pages"))
}

/// Copies a folder with all that it holds to a place where there is none yet.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &place)?;
        } else {
            fs::copy(entry.path(), place)?;
        }
    }
    Ok(())
}

/// Tells one content from another: by every file's path and bytes, in order.
fn fingerprint() -> Result<u64, String> {
    let mut hasher = DefaultHasher::new();
    for entry in walkdir::WalkDir::new("content").sort_by_file_name() {
        let entry = entry.map_err(|error| error.to_string())?;
        if entry.file_type().is_file() {
            let bytes = fs::read(entry.path())
                .map_err(|error| format!("{}: {error}", entry.path().display()))?;
            (entry.path(), bytes).hash(&mut hasher);
        }
    }
    Ok(hasher.finish())
}
