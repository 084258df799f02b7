//! The one-page edition: the whole site in one file, which opens by a double click, in a frame without an origin, or in a course.
//!
//! It is put together from what the pages are drawn with: story, doors and charts as they are, chapters as for paper, the bare timeline with
//! its program inside, every contested question, every definition, every source with its address. Each part is a section that is
//! called as its page is addressed, `en/claim/q-ber-first/` being `#claim/q-ber-first`; a link to what is not in the file loses its address,
//! or leads to the site if it is known where that is. Stylesheet, faces and program are inside, allowed by their hashes and nothing else.

use super::bare::Document;
use super::builder::WITHIN;
use super::compose::Edition;
use super::files::PublishError;
use super::notice::start_inside;
use super::prerender::{Press, still};
use super::program::{Halves, letters};
use crate::glossary::glosses::{Glosses, provide_glosses};
use crate::model::library::Library;
use crate::model::page::{Body, Definition, Page};
use crate::model::{Kind, Room, Target};
use crate::routes::Route;
use crate::ui::rich::RichText;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use html_escape::{encode_double_quoted_attribute as attribute, encode_text};
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::sync::Arc;

/// The stylesheet of the file, as `compile` writes it.
pub const STYLE: &str = "target/site/whole.css";
/// Attributes that name an element of the document by its id, or several.
const POINTERS: [&str; 6] =
    ["for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "name"];

/// What the shapes of the drawing of the land are called after.
const LAND: &str = "land";

/// The rooms that are sections as they are, in their order.
const ROOMS: [Room; 7] = [
    Room::Accord,
    Room::Government,
    Room::Foreign,
    Room::Forces,
    Room::Map,
    Room::Teach,
    Room::About,
];

/// What lies in the built site and goes into the file.
pub struct Stock {
    /// The stylesheet.
    pub style: String,
    /// The faces, by name.
    pub faces: Vec<(String, Vec<u8>)>,
    /// The program of the timeline.
    pub halves: Halves,
    /// The drawing of the land, whose shapes maps use.
    pub drawing: String,
}

/// The name of the file.
#[must_use]
pub fn file(locale: &str) -> String {
    format!("mali-explained.{locale}.html")
}

/// A section: how it is called, what it is called in the contents, and what it holds.
struct Section {
    name: String,
    title: String,
    html: String,
    is_main: bool, // whether it stands in the contents
}

impl Press<'_> {
    /// The file. `timeline` is the document of the bare timeline and the events for it.
    ///
    /// # Errors
    /// If the events have faults.
    ///
    /// # Panics
    /// If a part is no HTML, which all are.
    pub fn whole(
        &self,
        library: &Library,
        edition: &Edition,
        timeline: (&Document, &str),
        stock: &Stock,
    ) -> Result<String, PublishError> {
        let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
        let (bare, placed) = timeline.0.inside(timeline.1).map_err(PublishError::Events)?;
        let sections = owner.with(|| self.sections(library, edition, bare));
        owner.cleanup();
        let steps = library.chapters.iter().flat_map(|chapter| {
            chapter.steps.iter().map(|step| format!("walk/{}/{}", chapter.id, step.id))
        });
        let words = edition.definitions.definitions.iter().map(|word| format!("word/{}", word.id));
        let names: HashSet<String> =
            sections.iter().map(|section| section.name.clone()).chain(steps).chain(words).collect();
        let events: HashSet<&str> = library.events.iter().map(|event| event.id.as_str()).collect();
        let rewritten = sections.iter().map(|section| {
            let html = self.settled(library, section, &names, &events);
            let name = &section.name;
            format!("<section class=\"whole__part\" id=\"{name}\">{html}</section>")
        });
        let shapes = stock.drawing.find("<svg").map_or("", |start| &stock.drawing[start..]);
        let shapes = shapes.replace(" id=\"", &format!(" id=\"{LAND}--")).replacen(
            "<svg",
            "<svg width=\"0\" height=\"0\" aria-hidden=\"true\"",
            1,
        );
        let body = rewritten.collect::<String>() + &shapes;
        let contents: Vec<String> = sections
            .iter()
            .filter(|section| section.is_main)
            .map(|section| {
                format!(
                    "<li><a href=\"#{}\">{}</a></li>",
                    section.name,
                    encode_text(&section.title)
                )
            })
            .collect();
        let style = format!("{}\n{placed}", with_faces(&stock.style, &stock.faces));
        let script = start_inside(&stock.halves.script, &letters(&stock.halves.wasm));
        Ok(self.whole_document(&style, &script, &contents.concat(), &body))
    }

    fn whole_document(&self, style: &str, script: &str, contents: &str, body: &str) -> String {
        let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
        let policy = format!(
            "default-src 'none'; script-src 'sha256-{}' 'wasm-unsafe-eval'; style-src 'sha256-{}'; img-src data:; font-src data:; \
             form-action 'none'; base-uri 'none'",
            hash(script),
            hash(style)
        );
        let (locale, build) = (&self.shell.locale, &self.shell.build);
        let site = encode_text(&self.shell.messages.site_name);
        let said = crate::model::messages::fill(
            self.share_word("checked"),
            &[("date", &self.shell.checked)],
        );
        let address = self
            .origin
            .map(|origin| format!(" <a href=\"{0}\">{0}</a>", attribute(origin)))
            .unwrap_or_default();
        let citation =
            self.work(self.share_word("one-page"), "", self.origin.unwrap_or(&file(locale))).apa();
        format!(
            "<!DOCTYPE html><html lang=\"{locale}\" dir=\"ltr\" data-build=\"{build}\"><head><meta charset=\"utf-8\">\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{}\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta name=\"generator\" content=\"{site}, {build}\"><title>{site}</title><style>{style}</style></head>\
             <body><div class=\"app whole\" data-guest{}><header class=\"site-header\"><p class=\"wordmark\">{site}</p></header>\
             <main class=\"main\" id=\"main\"><header class=\"page-head\"><h1 class=\"page-head__title\">{}</h1>\
             <p class=\"standfirst\">{}</p><p class=\"dateline\">{} · {}{address}</p></header>\
             <nav class=\"whole__contents\" aria-label=\"{}\"><ol>{contents}</ol></nav>{body}</main>\
             <footer class=\"source-line\"><p>{} · {} · {}</p></footer></div>{}<script>{script}</script></body></html>\n",
            attribute(&policy),
            ["lms-read", "lms-exit", "lms-saved", "lms-leave", "lms-left", "lms-on"]
                .map(|key| format!(" data-{key}=\"{}\"", attribute(self.share_word(key))))
                .concat(),
            site,
            encode_text(self.share_word("one-page-lead")),
            encode_text(&said),
            encode_text(&self.shell.messages.licence_line),
            attribute(&self.shell.messages.contents),
            encode_text(&citation),
            encode_text(&said),
            encode_text(&crate::model::messages::fill(
                self.share_word("version"),
                &[("build", build)]
            )),
            super::notice::notices(&self.shell.messages),
        )
    }

    fn sections(&self, library: &Library, edition: &Edition, bare: String) -> Vec<Section> {
        let locale = &library.locale;
        let title = |target: &Target| {
            edition.pages.get(target).map_or(String::new(), |preview| preview.title.clone())
        };
        let page = |target: Target, is_main: bool| {
            let route = Route::new(locale, target.clone());
            let html = self.guest_body(&route, &edition.bundles[&route.bundle()]);
            Section { name: self.name(&route.path()), title: title(&target), html, is_main }
        };
        let mut sections = vec![page(Target::Story, true)];
        for bundle in edition.bundles.values() {
            if let Body::Steps(steps) = &bundle.body {
                sections.push(self.chapter_section(bundle, steps));
            }
        }
        sections[1..].sort_by_key(|section| {
            library.chapters.iter().position(|chapter| section.name.ends_with(&chapter.id))
        });
        let timeline = Target::Room(Room::Timeline);
        sections.push(Section {
            name: "timeline".to_owned(),
            title: title(&timeline),
            html: bare,
            is_main: true,
        });
        sections.extend(ROOMS[..5].iter().map(|room| page(Target::Room(*room), true)));
        let claims = Target::Room(Room::Claims);
        sections.push(page(claims, true));
        sections.extend(
            library
                .disputes
                .iter()
                .map(|dispute| page(Target::record(Kind::Dispute, &dispute.id), false)),
        );
        sections.push(self.definitions_section(edition, title(&Target::Room(Room::Glossary))));
        sections.push(page(Target::Room(Room::Sources), true));
        sections.extend(ROOMS[5..].iter().map(|room| page(Target::Room(*room), true)));
        sections
    }

    fn chapter_section(&self, bundle: &Page, steps: &crate::model::page::Steps) -> Section {
        let html = self.chapter_body(bundle, steps);
        let html = html
            .split_once("<main")
            .and_then(|(_, rest)| rest.split_once('>'))
            .map_or("", |(_, rest)| rest);
        let html = format!("<div class=\"chapter\">{}</div>", html.trim_end_matches("</main>"));
        Section {
            name: format!("walk/{}", steps.chapter.id),
            title: steps.chapter.title.clone(),
            html,
            is_main: true,
        }
    }

    /// Terms, actors and places with their definitions.
    fn definitions_section(&self, edition: &Edition, title: String) -> Section {
        crate::ui::shell::provide_shell(self.shell.clone());
        provide_glosses(Glosses::new(Vec::new()));
        let entry = |definition: &Definition| {
            let Definition { id, name, simple, full, pronunciation, .. } = definition.clone();
            let said = pronunciation.map(|said| format!(" ({said})")).unwrap_or_default();
            let text = view! { <dt class="whole__name"><dfn>{name}</dfn>{said}</dt><dd class="prose"><p><RichText rich=simple/></p><p><RichText rich=full/></p></dd> };
            format!("<div class=\"whole__entry\" id=\"word/{id}\">{}</div>", text.to_html())
        };
        let entries: String = edition.definitions.definitions.iter().map(entry).collect();
        let html = format!("<h1>{}</h1><dl>{entries}</dl>", encode_text(&title));
        Section { name: "glossary".to_owned(), title, html, is_main: true }
    }

    /// How the section of a page is called, by the page's path: without language and slashes at its ends; that of the story is `story`.
    fn name(&self, path: &str) -> String {
        let locale = &self.shell.locale;
        match path.strip_prefix(&format!("{locale}/")).unwrap_or(path).trim_matches('/') {
            "" => "story".to_owned(),
            rest => rest.to_owned(),
        }
    }

    /// A section as it stands in the file: ids that are its own, headings one level lower, links that lead within the file.
    fn settled(
        &self,
        library: &Library,
        section: &Section,
        names: &HashSet<String>,
        events: &HashSet<&str>,
    ) -> String {
        let is_bare = section.name == "timeline";
        let keeps = |id: &str| is_bare || id.contains('/');
        let own =
            |id: &str| if keeps(id) { id.to_owned() } else { format!("{}--{id}", section.name) };
        let place_of = |link: &str| -> Option<String> {
            let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
            let name = self.name(path.split('?').next().unwrap_or_default());
            let record = name.split_once('/');
            if path.is_empty() || name == section.name && !fragment.is_empty() {
                return Some(format!("#{}", own(fragment)));
            }
            match record {
                Some(("event", id)) if events.contains(id) => Some(format!("#event-{id}")),
                Some(("term" | "actor" | "place", id)) => {
                    names.contains(format!("word/{id}").as_str()).then(|| format!("#word/{id}"))
                }
                Some(("source", id)) => {
                    library.sources.get(id).and_then(|source| source.url.clone())
                }
                _ if names.contains(name.as_str()) => Some(format!("#{name}")),
                _ if name == "walk" => Some("#main".to_owned()),
                _ => self
                    .origin
                    .filter(|_| path.starts_with(&self.shell.locale))
                    .map(|origin| format!("{origin}{link}")),
            }
        };
        let settle =
            |element: &mut Element| -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
                if let Some(id) = element.get_attribute("id") {
                    element.set_attribute("id", &own(&id))?;
                }
                for pointer in POINTERS {
                    let tag = element.tag_name();
                    if pointer == "name" && tag != "input" || is_bare {
                        continue;
                    }
                    if let Some(ids) = element.get_attribute(pointer) {
                        let ids: Vec<String> = ids.split_whitespace().map(own).collect();
                        element.set_attribute(pointer, &ids.join(" "))?;
                    }
                }
                let tag = element.tag_name();
                match tag.as_str() {
                    "h1" | "h2" | "h3" | "h4" | "h5" => {
                        let level = tag[1..].parse::<u8>().unwrap_or(5) + 1;
                        element.set_tag_name(&format!("h{level}"))?;
                    }
                    "main" => element.set_tag_name("div")?,
                    "use" | "a" => {
                        let Some(link) = element.get_attribute("href") else { return Ok(()) };
                        if tag == "use" {
                            let shape = link.rsplit_once('#').map_or("", |(_, shape)| shape);
                            element.set_attribute("href", &format!("#{LAND}--{shape}"))?;
                            return Ok(());
                        }
                        element.remove_attribute("target");
                        element.remove_attribute("rel");
                        if link.starts_with("http") {
                            return Ok(());
                        }
                        match place_of(&link) {
                            Some(place) => {
                                if place.starts_with("http") {
                                    element.set_attribute("rel", "noreferrer")?;
                                }
                                element.set_attribute("href", &place)?;
                            }
                            None => element.remove_attribute("href"),
                        }
                    }
                    _ => {}
                }
                Ok(())
            };
        // what it would show does not come with the file
        let within = format!("[{WITHIN}]");
        let gone = |element: &mut Element| {
            element.remove();
            Ok(())
        };
        let html = still(&section.html);
        let settings = RewriteStrSettings {
            element_content_handlers: vec![element!("*", settle), element!(within, gone)],
            ..RewriteStrSettings::new()
        };
        rewrite_str(&html, settings).expect("what is drawn is HTML")
    }
}

/// A stylesheet with the faces that it asks for inside.
fn with_faces(style: &str, faces: &[(String, Vec<u8>)]) -> String {
    let mut style = style.replace("font-display: optional", "font-display: block"); // they are there
    for (name, bytes) in faces {
        let data = format!("data:font/woff2;base64,{}", STANDARD.encode(bytes));
        for quoted in
            [format!("fonts/{name}"), format!("./fonts/{name}"), format!("../fonts/{name}")]
        {
            style = style
                .replace(&format!("url({quoted})"), &format!("url({data})"))
                .replace(&format!("url(\"{quoted}\")"), &format!("url({data})"));
        }
    }
    style
}
