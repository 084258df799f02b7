//! Puts a language's files on disk: pages, bundles, downloads, sitemap.

use super::bare::{Document, STYLE, Written, own_events, sheet_name};
use super::cards::{CARD, Cards, kicker};
use super::compose::Edition;
use super::compose::{MissingWords, Preview, compose};
use super::download::downloads;
use super::early::{SCRIPT, early_file};
use super::prerender::{Press, Template, UnknownTemplate, start_file};
use super::program::{Halves, Program, make_lean};
use super::whole::{self, Stock};
use super::{course, feed, guests, offline, picture, share};
use crate::map::ground::DRAWING;
use crate::model::library::Library;
use crate::model::messages::Shell;
use crate::model::page::{Body, Page};
use crate::model::{Room, Target};
use crate::routes::{self, Route, bare_timeline, embeds, whole_chapter};
use serde::Serialize;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{fs, io, thread};

/// Why the files could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// A file could not be read or written.
    #[error("{}: {error}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// The words for closed lists are incomplete.
    #[error(transparent)]
    Words(#[from] MissingWords),
    /// Trunk's document is not as expected.
    #[error(transparent)]
    Template(#[from] UnknownTemplate),
    /// A file of events has faults.
    #[error("{}", .0.join("\n"))]
    Events(Vec<String>),
    /// The sign of the site cannot be drawn.
    #[error("public/favicon.svg: {0}")]
    Icon(String),
    /// The address of the site is none.
    #[error("`{0}` is no address of a site; write it as https://example.org/path/")]
    Origin(String),
}

/// Writes all pages and data of a language into the folder that trunk built.
///
/// `origin` is where the site will be, if that is known: `https://example.org/path/`. `fingerprint` tells one content from another. Returns
/// what was written; [`draw_cards`] draws what stands for its pages where they are spoken of.
///
/// # Errors
/// If a file cannot be read or written, or the vocabulary lacks words.
pub fn publish(
    library: &Library,
    dist: &Path,
    origin: Option<&str>,
    fingerprint: u64,
) -> Result<Edition, PublishError> {
    let origin = origin.map(checked_origin).transpose()?;
    let index = dist.join("index.html");
    let document =
        fs::read_to_string(&index).map_err(|error| PublishError::File { path: index, error })?;
    let template = Template::new(&document)?;
    make_lean(dist)?;
    let mut hasher = DefaultHasher::new();
    // Whatever carries the build in its name is another file once it holds something else.
    let scripts = [course::script().as_str(), guests::SCRIPT, share::SCRIPT, SCRIPT].concat();
    (&document, fingerprint, scripts, template.start_script()).hash(&mut hasher);
    let build = format!("{:016x}", hasher.finish());

    let edition = compose(library, &build)?;
    write(dist, &start_file(&build), template.start_script())?;
    write(dist, &early_file(&build), SCRIPT)?;
    let press = Press {
        template,
        shell: &edition.shell,
        origin,
        languages: &library.site.languages,
        checked: library.site.checked,
        vocabulary: &library.vocabulary,
    };
    write(dist, &guests::script_file(&build), guests::SCRIPT)?;
    write(dist, &share::script_file(&build), share::SCRIPT)?;
    for (target, preview) in &edition.pages {
        let route = Route::new(&library.locale, target.clone());
        let mut page = press.page(&route, preview, &edition.bundles[&route.bundle()]);
        if let Body::Timeline(timeline) = &edition.bundles[&route.bundle()].body {
            let (drawn, style) =
                picture::put(&page, timeline, &edition.shell.messages, &library.locale);
            let sheet = format!("{}{}", route.path(), sheet_name(&style));
            write(dist, &sheet, &style)?;
            let link = format!("<link rel=\"stylesheet\" href=\"{sheet}\"></head>");
            page = drawn.replacen("</head>", &link, 1);
        }
        write(dist, &format!("{}index.html", route.path()), &page)?;
        write_beside(&press, dist, &route, preview, &edition.bundles[&route.bundle()])?;
    }
    write(dist, &format!("{}index.html", embeds(&library.locale)), press.builder(&edition))?;
    write(dist, &course::script_file(&build), course::script())?;
    write(dist, &course::file(&library.locale), press.course())?;
    for bundle in edition.bundles.values() {
        if let Body::Steps(steps) = &bundle.body {
            let path = whole_chapter(&library.locale, &steps.chapter.id);
            write(dist, &format!("{path}index.html"), press.chapter(bundle, steps))?;
        }
    }
    for (path, page) in &edition.bundles {
        write_json(dist, path, page)?;
    }
    write(dist, &DRAWING.0, &DRAWING.1)?;
    write(dist, "404.html", press.missing())?;
    write(dist, "index.html", doorstep(&edition.shell))?;
    write_data(library, &edition, dist)?;
    write_bare(library, &edition, &press, dist)?;
    write_offline(library, &edition, dist)?;
    if let Some(origin) = origin {
        write(dist, "sitemap.xml", sitemap(library, &edition, origin))?;
        let path = format!("{}/{}", library.locale, feed::FILE);
        write(dist, &path, feed::feed(library, &edition, origin))?;
    }
    Ok(edition)
}

/// Writes what keeps the site on a device, and how it is shown there.
fn write_offline(library: &Library, edition: &Edition, dist: &Path) -> Result<(), PublishError> {
    write(dist, offline::MANIFEST, offline::manifest(edition))?;
    let sign = read(&dist.join("favicon.svg"))?;
    for size in offline::ICONS {
        write(dist, &offline::icon(size), offline::draw_icon(&sign, size)?)?;
    }
    if std::env::var("MALI_WORKER").is_ok_and(|worker| worker == "off") {
        return write(dist, offline::FILE, offline::NO_WORKER);
    }
    let mut files = Vec::new();
    for folder in ["", "fonts/"] {
        let path = dist.join(folder);
        let fault = |error| PublishError::File { path: path.clone(), error };
        for entry in fs::read_dir(&path).map_err(fault)? {
            let name = entry.map_err(fault)?.file_name().to_string_lossy().into_owned();
            // What stands in frames of others has no worker.
            let is_ours = !["embed-", "guest-", "course-", "mali-explained"]
                .iter()
                .any(|start| name.starts_with(start));
            let is_kept = ["js", "wasm", "css", "svg", "woff2"]
                .iter()
                .any(|ending| name.rsplit('.').next() == Some(ending));
            if is_ours && is_kept {
                files.push(format!("{folder}{name}"));
            }
        }
    }
    write(dist, offline::FILE, offline::worker(edition, &library.site.languages, &files))
}

/// Writes what lies beside a page: how to cite and share it, and its form for frames.
fn write_beside(
    press: &Press,
    dist: &Path,
    route: &Route,
    preview: &Preview,
    bundle: &Page,
) -> Result<(), PublishError> {
    let folder = routes::share(route);
    write(dist, &format!("{folder}index.html"), press.share(route, preview))?;
    if let Some(code) =
        press.origin.and_then(|origin| share::qr(&format!("{origin}{}", route.path())))
    {
        write(dist, &format!("{folder}{}", share::QR), code)?;
    }
    if let Some(document) = press.oembed(route, preview) {
        write(dist, &format!("{folder}{}", share::OEMBED), document)?;
    }
    let framed = guests::framed(route).filter(|path| *path != bare_timeline(&route.locale));
    framed.map_or(Ok(()), |path| {
        write(dist, &format!("{path}index.html"), press.guest(route, &path, preview, bundle))
    })
}

/// Writes the bare timeline of our own events.
fn write_bare(
    library: &Library,
    edition: &Edition,
    press: &Press,
    dist: &Path,
) -> Result<(), PublishError> {
    let faces =
        ["sans", "serif-display", "serif-italic", "serif-text"].map(|name| format!("{name}.woff2"));
    let face = |name: String| {
        let path = dist.join("fonts").join(&name);
        fs::read(&path)
            .map(|bytes| (name, bytes))
            .map_err(|error| PublishError::File { path, error })
    };
    let halves = Halves::take(dist)?;
    let program = Program::publish(dist, &edition.shell.build, &halves)?;
    let stock = Stock {
        style: read(Path::new(whole::STYLE))?,
        faces: faces.into_iter().map(face).collect::<Result<_, _>>()?,
        halves,
        drawing: DRAWING.1.clone(),
    };
    let Some(timeline) = edition.timeline(&library.locale) else { return Ok(()) };
    let downloads = downloads(library, &edition.shell.build);
    let path = format!("data/{}/events.json", library.locale);
    let download = downloads.into_iter().find(|(of, _)| *of == path).unwrap_or_default().1;
    let route = Route::new(&library.locale, Target::Room(Room::Timeline));
    let document = Document {
        shell: &edition.shell,
        months: &timeline.months,
        root: "../../../",
        program: &program,
        style: &read(Path::new(STYLE))?,
        page: Some("../../event/*/"),
        table: Some(&format!("../../../data/{}/events.csv", library.locale)),
        title: &timeline.heading,
        opening: Some(timeline.opening),
        origin: press.origin,
        source: press.save_box(&timeline.heading) + &press.source_line(&route, "../../../"),
    };
    let events = own_events(&download, timeline);
    let written = document.draw(&events).map_err(PublishError::Events)?;
    let folder = dist.join(bare_timeline(&library.locale));
    write_all(&folder, &written)?;
    let whole = press.whole(library, edition, (&document, &events), &stock)?;
    write(dist, &whole::file(&library.locale), whole)
}

/// Draws the cards of a site whose address is known, on as many cores as there are: of every page, or of one in so many.
///
/// # Errors
/// If a file cannot be written.
///
/// # Panics
/// If a thread does, which none does.
pub fn draw_cards(
    library: &Library,
    edition: &Edition,
    dist: &Path,
    one_in: usize,
) -> Result<(), PublishError> {
    let cards = Cards::new(edition);
    let pages: Vec<_> = edition.pages.iter().step_by(one_in).collect();
    let draw = |(target, preview): &(&Target, &Preview)| {
        let path = Route::new(&library.locale, Clone::clone(*target)).path();
        let card = cards.draw(&kicker(edition, target), preview, target);
        write(dist, &format!("{path}{CARD}"), card)
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let share = |pages| scope.spawn(move || <[_]>::iter(pages).try_for_each(draw));
        let shares: Vec<_> = pages.chunks(pages.len().div_ceil(cores).max(1)).map(share).collect();
        shares.into_iter().try_for_each(|share| share.join().expect("cards are drawn"))
    })
}

fn write_all(folder: &Path, written: &Written) -> Result<(), PublishError> {
    write(folder, "index.html", &written.html)?;
    written.beside.iter().try_for_each(|(name, text)| write(folder, name, text))
}

/// Writes the bare timeline of any file into a folder, with its program, from a built site.
///
/// # Errors
/// If a file cannot be read or written, or the events have faults.
pub fn publish_timeline(
    library: &Library,
    events: &Path,
    folder: &Path,
    dist: &Path,
) -> Result<usize, PublishError> {
    let edition = compose(library, "")?;
    let program = Program::find(dist)?;
    let months = edition.timeline(&library.locale).map(|timeline| timeline.months.clone());
    let document = Document {
        shell: &edition.shell,
        months: &months.unwrap_or_default(),
        root: "",
        program: &program,
        style: &read(Path::new(STYLE))?,
        page: None,
        table: None,
        title: &edition.shell.messages.nav_timeline,
        opening: None,
        origin: None,
        source: String::new(),
    };
    let written = document.draw(&read(events)?).map_err(PublishError::Events)?;
    write_all(folder, &written)?;
    for name in [program.script.as_str(), &program.wasm, &program.letters, "favicon.svg"] {
        let path = dist.join(name);
        fs::copy(&path, folder.join(name)).map_err(|error| PublishError::File { path, error })?;
    }
    Ok(written.html.len())
}

/// Reads a text.
pub(super) fn read(path: &Path) -> Result<String, PublishError> {
    fs::read_to_string(path).map_err(|error| PublishError::File { path: path.to_owned(), error })
}

fn write_data(library: &Library, edition: &Edition, dist: &Path) -> Result<(), PublishError> {
    let locale = &library.locale;
    write_json(dist, &format!("data/{locale}/shell.json"), &edition.shell)?;
    write_json(dist, &format!("data/{locale}/definitions.json"), &edition.definitions)?;
    write_json(dist, &format!("data/{locale}/names.json"), &edition.names)?;
    for (path, text) in downloads(library, &edition.shell.build) {
        write(dist, &path, &text)?;
    }
    Ok(())
}

fn checked_origin(origin: &str) -> Result<&str, PublishError> {
    let is_address = ["https://", "http://"].iter().any(|scheme| origin.starts_with(scheme));
    if is_address && origin.ends_with('/') {
        Ok(origin)
    } else {
        Err(PublishError::Origin(origin.to_owned()))
    }
}

/// The page at the root: it leads on to the only language there is, by itself or by its link.
fn doorstep(shell: &Shell) -> String {
    let (locale, name) = (&shell.locale, html_escape::encode_text(&shell.messages.site_name));
    format!(
        "<!DOCTYPE html><html lang=\"{locale}\"><head><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0; url={locale}/\">\
         <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"favicon.svg\"><title>{name}</title></head>\
         <body><main><h1>{name}</h1><ul><li><a href=\"{locale}/\" lang=\"{locale}\">{}</a></li></ul></main></body></html>\n",
        html_escape::encode_text(&shell.messages.nav_story),
    )
}

fn sitemap(library: &Library, edition: &Edition, origin: &str) -> String {
    let entry = |target| {
        let url = format!("{origin}{}", Route::new(&library.locale, Clone::clone(target)).path());
        format!("<url><loc>{}</loc></url>", html_escape::encode_text(&url))
    };
    let urls: String = edition.pages.keys().map(entry).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{urls}</urlset>\n"
    )
}

fn write_json(dist: &Path, path: &str, content: &impl Serialize) -> Result<(), PublishError> {
    write(dist, path, serde_json::to_string(content).expect("what is published is written as JSON"))
}

pub(super) fn write(
    dist: &Path,
    path: &str,
    content: impl AsRef<[u8]>,
) -> Result<(), PublishError> {
    let path = dist.join(path);
    let folder = path.parent().unwrap_or(dist);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, content))
        .map_err(|error| PublishError::File { path, error })
}
