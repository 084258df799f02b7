//! Draws pages natively and puts them into the document that trunk built.
//!
//! The drawing is the app itself, with the page's bundle at hand, so that the browser's first drawing is the same. What trunk wrote stays as it
//! is but for three things: each page has a `<base>` of its own depth, its own head, and the start script is a file, for the strict CSP.

use super::cards::{CARD, SIZE};
use super::early::early;
use super::feed::FILE as FEED;
use super::notice::{notices, start_module};
use super::offline::{MANIFEST, SCRIPT, offer};
use super::opening::Opening;
use crate::app::App;
use crate::load::{Bundles, Loaded, PageText};
use crate::model::Date;
use crate::model::library::Vocabulary;
use crate::model::messages::Shell;
use crate::model::page::Page;
use crate::publish::compose::Preview;
use crate::routes::Route;
use html_escape::encode_double_quoted_attribute as attribute;
use html_escape::encode_text;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use leptos_router::location::RequestUrl;
use std::fmt::Write;
use std::sync::Arc;

/// What the pages of one build share.
pub struct Press<'a> {
    /// Trunk's document.
    pub template: Template,
    /// The words around the pages.
    pub shell: &'a Shell,
    /// Where the site will be, with a slash at its end, if that is known.
    pub origin: Option<&'a str>,
    /// The languages there are.
    pub languages: &'a [String],
    /// The day the facts were last checked.
    pub checked: Date,
    /// The words of closed lists.
    pub vocabulary: &'a Vocabulary,
}

/// Trunk's document, cut where pages are put in.
pub struct Template {
    head: String,
    start: String,
}

/// Why trunk's document cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("the document that trunk built has no {0}; see index.html")]
pub struct UnknownTemplate(&'static str);

impl Template {
    /// Cuts trunk's `index.html`.
    ///
    /// # Errors
    /// If it has no head or start script.
    pub fn new(document: &str) -> Result<Self, UnknownTemplate> {
        let between = |from: &str, until: &str, name| {
            let (_, rest) = document.split_once(from).ok_or(UnknownTemplate(name))?;
            let (found, _) = rest.split_once(until).ok_or(UnknownTemplate(name))?;
            Ok(found)
        };
        let head = between("<head>", "</head>", "head")?;
        let script = between("<script type=\"module\"", "</script>", "start script")?;
        let whole = format!("<script type=\"module\"{script}</script>");
        let program = between("from '", "'", "program")?;
        let wasm = between("module_or_path: '", "'", "program")?;
        Ok(Self {
            head: head.replace(&whole, "").trim().to_owned(),
            start: start_module(program, wasm) + SCRIPT,
        })
    }

    /// What of its head a document needs that has no program: nothing of it is loaded beforehand.
    pub(super) fn still_head(&self) -> String {
        let is_of_program = |tag: &&str| {
            tag.contains("modulepreload") || tag.contains("as=\"fetch\"") || tag.contains(".wasm")
        };
        self.head.split_inclusive('>').filter(|tag| !is_of_program(tag)).collect()
    }

    /// The script that starts the program and watches over it, to be written beside the document.
    #[must_use]
    pub fn start_script(&self) -> &str {
        &self.start
    }
}

/// Name of the file with the start script, below the site's root.
#[must_use]
pub fn start_file(build: &str) -> String {
    format!("start-{build}.js")
}

impl Press<'_> {
    /// The document of a page, from the bundle that holds it.
    ///
    /// # Panics
    /// If the bundle cannot be written as JSON and read back, which each can.
    #[must_use]
    pub fn page(&self, route: &Route, preview: &Preview, bundle: &Page) -> String {
        let json = serde_json::to_string(bundle).expect("a bundle is written as JSON");
        let text = PageText::new(&route.bundle(), json, &bundle.build)
            .expect("what is written reads back");
        let body = self.draw(&format!("/{}", route.path()), Some((route.bundle(), Ok(text))));
        let depth = route.path().matches('/').count();
        let base = if depth == 0 { "./".to_owned() } else { "../".repeat(depth) };
        let head = self.head(Some((route, &preview.description)), &preview.title);
        self.document("", &Opening::with_base(base), &head, &body)
    }

    /// The document for addresses that no page has. It is shown at any of them, so its links start from the path of the origin, or, if
    /// that is not known, from the root that it finds by itself.
    #[must_use]
    pub fn missing(&self) -> String {
        let body = self.draw("/404.html", None);
        let path = |origin: &str| format!("/{}", origin.splitn(4, '/').nth(3).unwrap_or_default());
        let opening = self.origin.map_or_else(
            || Opening::anywhere(self.languages),
            |origin| Opening::with_base(path(origin)),
        );
        self.document(
            " data-missing",
            &opening,
            &self.head(None, &self.shell.messages.not_found_title),
            &body,
        )
    }

    /// Draws the app at a path. One space before the first node would be fatal to hydration, so nothing is trimmed or added.
    fn draw(&self, path: &str, first: Option<(String, Loaded)>) -> String {
        let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
        let shell = self.shell.clone();
        let html = owner.with(|| {
            provide_context(RequestUrl::new(path));
            let bundles = Bundles::new(&shell.build, first);
            view! { <App shell bundles base=String::new()/> }.to_html()
        });
        owner.cleanup();
        html
    }

    /// What stands in a head. `page` is the address and the description of the page, if it is one.
    fn head(&self, page: Option<(&Route, &str)>, title: &str) -> String {
        let site = &self.shell.messages.site_name;
        let mut head = format!("<title>{} · {}</title>", encode_text(title), encode_text(site));
        let mut add = |line: &str| head.push_str(line);
        if let Some((route, description)) = page {
            add(&meta("name", "description", description));
            add(&meta("property", "og:title", title));
            add(&meta("property", "og:description", description));
            add(&meta("property", "og:type", "article"));
            add(&meta("property", "og:site_name", site));
            add(&meta("property", "og:locale", &self.shell.locale));
            let url = self.origin.map(|origin| format!("{origin}{}", route.path()));
            if let Some(url) = &url {
                add(&format!("<link rel=\"canonical\" href=\"{}\">", attribute(url)));
                add(&meta("property", "og:url", url));
                let [width, height] = SIZE.map(|px| px.to_string());
                add(&meta("property", "og:image", &format!("{url}{CARD}")));
                add(&meta("property", "og:image:width", &width));
                add(&meta("property", "og:image:height", &height));
                add(&meta("property", "og:image:alt", title));
                add(&meta("name", "twitter:card", "summary_large_image"));
                add(&self.oembed_link(route, title));
                let feed = format!("{}/{FEED}", self.shell.locale);
                add(&format!(
                    "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{feed}\" title=\"{}\">",
                    attribute(site)
                ));
            }
            add(&preload(&format!("data/{}/shell.json", self.shell.locale)));
            add(&preload(&route.bundle()));
            add(&self.learning_resource(title, description, url.as_deref()));
        } else {
            add(&meta("name", "robots", "noindex"));
        }
        head
    }

    /// The page as a schema.org `LearningResource`. How it is cited ends with its address if that is known. The characters that could end
    /// the element are escaped.
    fn learning_resource(&self, title: &str, description: &str, url: Option<&str>) -> String {
        let credit = self.work(title, "", url.unwrap_or_default()).apa();
        let mut resource = serde_json::json!({
            "@context": "https://schema.org",
            "@type": "LearningResource",
            "name": title,
            "description": description,
            "inLanguage": self.shell.locale,
            "learningResourceType": "explainer",
            "isAccessibleForFree": true,
            "license": "https://creativecommons.org/licenses/by-sa/4.0/",
            "dateModified": self.checked.to_string(),
            "educationalLevel": self.share_word("level"),
            "teaches": self.share_word("teaches"),
            "creditText": credit.trim_end(),
            "creator": { "@type": "Organization", "name": self.shell.messages.site_name },
            "isPartOf": { "@type": "WebSite", "name": self.shell.messages.site_name },
        });
        if let Some(url) = url {
            resource["url"] = url.into();
            resource["thumbnailUrl"] = format!("{url}{CARD}").into();
        }
        format!(
            "<script type=\"application/ld+json\">{}</script>",
            resource.to_string().replace('<', "\\u003c")
        )
    }

    /// A document without a program.
    pub(super) fn still_document(&self, opening: &Opening, head: &str, body: &str) -> String {
        let Shell { locale, build, .. } = self.shell;
        format!(
            "<!DOCTYPE html><html lang=\"{locale}\" dir=\"ltr\" data-build=\"{build}\"><head>{}{}{head}{}</head>\
             <body><div class=\"app\">{body}</div></body></html>\n",
            opening.html(),
            early(build),
            self.template.still_head(),
        )
    }

    /// Puts a document together. `mark` is an attribute of the root element, with a space before it.
    fn document(&self, mark: &str, opening: &Opening, head: &str, body: &str) -> String {
        let Shell { locale, build, messages, .. } = self.shell;
        let mut document = String::with_capacity(head.len() + body.len() + 4096);
        let write = "writing to a string does not fail";
        write!(
            document,
            "<!DOCTYPE html><html lang=\"{locale}\" dir=\"ltr\" data-build=\"{build}\"{mark}><head>"
        )
        .expect(write);
        write!(document, "{}{}{head}{}", opening.html(), early(build), self.template.head)
            .expect(write);
        write!(document, "<link rel=\"manifest\" href=\"{MANIFEST}\">").expect(write);
        write!(document, "<script type=\"module\" src=\"{}\"></script></head>", start_file(build))
            .expect(write);
        write!(document, "<body><div id=\"app\" class=\"app\">{body}</div>").expect(write);
        document.push_str(&notices(messages));
        document.push_str(&offer(self.vocabulary));
        document.push_str("</body></html>\n");
        document
    }
}

fn meta(key: &str, name: &str, content: &str) -> String {
    format!("<meta {key}=\"{name}\" content=\"{}\">", attribute(content))
}

fn preload(path: &str) -> String {
    format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{}\">", attribute(path))
}

/// What was drawn, without the marks by which a program would find its places.
pub(super) fn still(html: &str) -> String {
    html.replace("<!>", "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::messages::Messages;

    /// As trunk writes it.
    const START: &str = "<script type=\"module\" nonce=\"x\">\nimport init, * as bindings from './a.js';\nconst wasm = await init({ module_or_path: './a_bg.wasm' });\n</script>";

    #[test]
    fn the_start_script_leaves_the_document() {
        let document = format!("<html><head><link a>{START}<link b></head></html>");
        let template = Template::new(&document).unwrap();
        assert!(template.start_script().contains("import(\"./a.js\")"));
        assert!(template.start_script().contains("\"./a_bg.wasm\""));
        assert_eq!(template.head, "<link a><link b>");
        let document =
            format!("<head><link rel=\"modulepreload\" href=\"a.js\"><link b>{START}</head>");
        assert_eq!(Template::new(&document).unwrap().still_head(), "<link b>");
        assert!(Template::new("<html></html>").is_err());
    }

    fn shell() -> Shell {
        Shell {
            build: "b".to_owned(),
            locale: "en".to_owned(),
            messages: Messages::from_words(str::to_owned),
            checked: String::new(),
        }
    }

    #[test]
    fn a_page_has_its_card_where_it_is_known_where_that_will_lie() {
        let (shell, languages) = (shell(), ["en".to_owned()]);
        let route = Route::new("en", crate::model::Target::Story);
        let head = |origin| {
            let template = Template::new(&format!("<head>{START}</head>")).unwrap();
            let press = Press {
                template,
                shell: &shell,
                origin,
                languages: &languages,
                checked: "2026-11-22".parse().unwrap(),
                vocabulary: &Vocabulary::default(),
            };
            press.head(Some((&route, "What it holds")), "Its title")
        };
        let known = head(Some("https://example.org/a/"));
        for tag in [
            "<meta property=\"og:image\" content=\"https://example.org/a/en/card.png\">",
            "<meta property=\"og:image:alt\" content=\"Its title\">",
            "<meta name=\"twitter:card\" content=\"summary_large_image\">",
        ] {
            assert!(known.contains(tag), "{known}");
        }
        assert!(!head(None).contains("card"));
    }

    #[test]
    fn the_document_for_unknown_addresses_looks_for_its_base_only_if_nobody_said_it() {
        let document = &format!("<head>{START}</head>");
        let shell = shell();
        let missing = |origin| {
            let template = Template::new(document).unwrap();
            let languages = &["en".to_owned()];
            let press = Press {
                template,
                shell: &shell,
                origin,
                languages,
                checked: "2026-11-22".parse().unwrap(),
                vocabulary: &Vocabulary::default(),
            };
            press.missing()
        };
        assert!(missing(None).contains("<base href=\"/\">") && missing(None).contains("<script>"));
        for (origin, base) in [("https://example.org/", "/"), ("https://example.org/a/b/", "/a/b/")]
        {
            let document = missing(Some(origin));
            assert!(document.contains(&format!("<base href=\"{base}\">")), "{document}");
            assert!(!document.contains("<script>"), "{document}");
        }
    }
}
