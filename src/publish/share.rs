//! How to cite a page, link to it and put it into a page of one's own: a document beside each page; [`super::builder`] draws the one on
//! which a part is chosen.
//!
//! They are complete without script but for the address of the site, where nobody said it when the site was built: a
//! [script](SCRIPT) puts it in and draws it, copies, and shows what is chosen.

use super::cite::Work;
use super::compose::Preview;
use super::guests::framed;
use super::opening::Opening;
use super::prerender::{Press, still};
use crate::model::{Kind, Room, Target};
use crate::routes::{Route, embeds, share};
use crate::ui::erase::{CollectAny, Erase};
use html_escape::{encode_double_quoted_attribute as attribute, encode_text};
use leptos::prelude::*;
use qrcode::QrCode;
use qrcode::render::svg;

/// The script of these documents.
pub const SCRIPT: &str = concat!(include_str!("scripts/qr.js"), include_str!("scripts/share.js"));
/// What a frame of ours may do. More would not be needed.
pub(super) const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/// Name of the script's file, below the site's root.
#[must_use]
pub fn script_file(build: &str) -> String {
    format!("share-{build}.js")
}

/// The name of the picture of an address, beside its document.
pub const QR: &str = "qr.svg";
/// The name of what oEmbed asks for, beside the document of the page.
pub const OEMBED: &str = "oembed.json";

/// The address as a QR code that survives a fifth of it being hidden.
#[must_use]
pub fn qr(url: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(url, qrcode::EcLevel::M).ok()?;
    Some(code.render::<svg::Color>().min_dimensions(240, 240).quiet_zone(true).build())
}

/// How high a frame is at first, in CSS pixels.
pub(super) fn height_px(target: &Target) -> u32 {
    match target {
        Target::Room(Room::Timeline) => 640,
        Target::Record(Kind::Term, _) => 420,
        _ => 720,
    }
}

/// The code that shows a part in a page of one's own.
pub(super) struct Code<'a> {
    root: &'a str,
    embed: &'a str,
    page: String,
    title: String,
    height_px: u32,
    is_long: bool, // whether it can be much higher than a window
}

/// What has a frame take the height that it needs. The timeline is a long list where it is narrow, which then scrolls inside.
fn mark(is_long: bool) -> &'static str {
    if is_long { " data-mali data-max=\"900\"" } else { " data-mali" }
}

impl Code<'_> {
    /// A frame; with `script`, one that takes the height it needs.
    pub(super) fn html(&self, is_fitted: bool) -> String {
        let Self { root, embed, page, title, height_px, is_long } = self;
        let name = attribute(title);
        let (mark, script) = if is_fitted {
            (mark(*is_long), format!("\n<script src=\"{root}mali-embed.js\" defer></script>"))
        } else {
            ("", String::new())
        };
        format!(
            "<iframe{mark} src=\"{root}{embed}\" title=\"{name}\" width=\"100%\" height=\"{height_px}\" loading=\"lazy\" \
             sandbox=\"{SANDBOX}\" referrerpolicy=\"no-referrer\" style=\"border:0\"></iframe>\n\
             <p><a href=\"{root}{page}\">{}</a></p>{script}",
            encode_text(title)
        )
    }
}

impl Press<'_> {
    /// A word of these documents.
    pub(super) fn share_word<'a>(&'a self, key: &'a str) -> &'a str {
        self.vocabulary.name("share", key)
    }

    /// Where the site is; words that stand for it if nobody said so.
    fn root(&self) -> &str {
        self.origin.unwrap_or(self.share_word("unknown-address"))
    }

    /// The document about a page.
    #[must_use]
    pub fn share(&self, route: &Route, preview: &Preview) -> String {
        let path = route.path();
        let url = format!("{}{path}", self.root());
        let work = self.work(&preview.title, &path, &url);
        let ways = [
            ("apa", work.apa()),
            ("mla", work.mla()),
            ("chicago", work.chicago()),
            ("bibtex", work.bibtex()),
        ];
        let way = |(key, text): (&'static str, String)| {
            view! {
                <div class="copy-box">
                    <h3 class="copy-box__name">{self.word(key)}</h3>
                    {self.copied(text)}
                </div>
            }
            .erase()
        };
        let code = framed(route).map(|embed| {
            let code = self.code(route, &embed, &preview.title);
            let builder = format!("{}?show={path}", embeds(&self.shell.locale));
            view! {
                <p class="prose">{self.word("embed-note")}</p>
                <div class="copy-box">
                    <h3 class="copy-box__name">{self.word("embed-code-fit")}</h3>
                    {self.copied(code.html(true))}
                </div>
                <div class="copy-box">
                    <h3 class="copy-box__name">{self.word("embed-code-box")}</h3>
                    {self.copied(code.html(false))}
                </div>
                <p><a class="button" href=builder>{self.word("open-builder")}</a></p>
            }
            .erase()
        });
        let code = code
            .unwrap_or_else(|| view! { <p class="prose">{self.word("embed-bare")}</p> }.erase());
        let picture = if self.origin.is_some() {
            let place = format!("{}{QR}", share(route));
            view! {
                <p><img class="share__qr" src=place width="240" height="240" alt=self.word("qr")/></p>
            }
            .erase()
        } else {
            self.blank_picture(&path)
        };
        let body = view! {
            <header class="page-head">
                <p class="kicker">{self.word("cite-or-share")}</p>
                <h1 class="page-head__title">{preview.title.clone()}</h1>
                <p class="standfirst">{self.word("lead")}</p>
                <p class="page-head__begin"><a class="button" href=path.clone()>{self.word("back")}</a></p>
            </header>
            <section class="part">
                <h2 class="part__title">{self.word("address")}</h2>
                {self.copied(url.clone())}
                {picture}
            </section>
            <section class="part">
                <h2 class="part__title">{self.word("cite")}</h2>
                {ways.into_iter().map(way).collect_any()}
            </section>
            <section class="part">
                <h2 class="part__title">{self.word("embed")}</h2>
                {code}
            </section>
        };
        self.still(&share(route), &preview.title, &body.to_html())
    }

    /// Something of the site as it is cited: its title, its address within the site, and the whole address.
    pub(super) fn work<'a>(&'a self, title: &'a str, path: &'a str, url: &'a str) -> Work<'a> {
        Work {
            title,
            site: &self.shell.messages.site_name,
            date: self.checked,
            url,
            path,
            licence: &self.shell.messages.licence_line,
        }
    }

    /// The place of the QR code of an address that only the browser knows whole: the script draws and shows it. Dark on light in any theme,
    /// as readers of such codes expect.
    fn blank_picture(&self, path: &str) -> AnyView {
        view! {
            <p data-qr=path.to_owned() hidden>
                <svg class="share__qr" role="img" aria-label=self.word("qr") width="240" height="240" shape-rendering="crispEdges">
                    <rect x="-4" y="-4" width="100%" height="100%" fill="#fff"></rect>
                    <path fill="#000"></path>
                </svg>
            </p>
        }
        .erase()
    }

    /// A word of these documents, owned, for views.
    pub(super) fn word(&self, key: &str) -> String {
        self.vocabulary.name("share", key).to_owned()
    }

    /// The code for a part.
    pub(super) fn code<'a>(&'a self, route: &Route, embed: &'a str, title: &str) -> Code<'a> {
        Code {
            root: self.root(),
            embed,
            page: route.path(),
            title: format!("{title} · {}", self.shell.messages.site_name),
            height_px: height_px(&route.target),
            is_long: route.target == Target::Room(Room::Timeline),
        }
    }

    /// A text with a button that copies it.
    pub(super) fn copied(&self, text: String) -> AnyView {
        view! {
            <div class="copy-box__body">
                <pre class="copy-box__text" data-copy>{text}</pre>
                <button type="button" class="button" data-copies hidden>{self.word("copy")}</button>
                <span class="copy__said" role="status"></span>
            </div>
        }
        .erase()
    }

    /// A document of ours around a body.
    pub(super) fn still(&self, path: &str, title: &str, body: &str) -> String {
        let opening = Opening::with_base("../".repeat(path.matches('/').count()));
        let (site, locale, build) =
            (&self.shell.messages.site_name, &self.shell.locale, &self.shell.build);
        let head = format!(
            "<title>{} · {}</title><meta name=\"robots\" content=\"noindex\"><script defer src=\"{}\"></script>",
            encode_text(title),
            encode_text(site),
            script_file(build)
        );
        let data =
            [("unknown", "unknown-address"), ("copied", "copied"), ("by-hand", "copy-by-hand")]
                .map(|(name, key)| format!(" data-{name}=\"{}\"", attribute(self.share_word(key))))
                .concat();
        let body = format!(
            "<header class=\"site-header\"><a class=\"wordmark\" href=\"{locale}/\">{}</a></header>\
             <main class=\"main share\" id=\"main\"{data}>{}</main>",
            encode_text(site),
            still(body)
        );
        self.still_document(&opening, &head, &body)
    }

    /// What a consumer of oEmbed is told of a page: a frame with it or, if it is for no frame, that it is linked to.
    #[must_use]
    pub fn oembed(&self, route: &Route, preview: &Preview) -> Option<String> {
        let origin = self.origin?;
        let site = &self.shell.messages.site_name;
        let [width, height] = super::cards::SIZE;
        let mut document = serde_json::json!({
            "version": "1.0",
            "type": "link",
            "title": preview.title,
            "author_name": site,
            "provider_name": site,
            "provider_url": format!("{origin}{}/", self.shell.locale),
            "thumbnail_url": format!("{origin}{}{}", route.path(), super::cards::CARD),
            "thumbnail_width": width,
            "thumbnail_height": height,
            "cache_age": 86400,
        });
        if let Some(embed) = framed(route) {
            let code = self.code(route, &embed, &preview.title);
            document["type"] = "rich".into();
            document["html"] = code.html(false).lines().next().unwrap_or_default().into();
            document["width"] = 640.into();
            document["height"] = code.height_px.into();
        }
        Some(document.to_string())
    }

    /// The element that leads to it.
    pub(super) fn oembed_link(&self, route: &Route, title: &str) -> String {
        let Some(origin) = self.origin else { return String::new() };
        let url = format!("{origin}{}{OEMBED}", share(route));
        format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">",
            attribute(&url),
            attribute(title)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_whole_in_an_attribute() {
        let code = Code {
            root: "https://example.org/",
            embed: "en/embed/term/x/",
            page: "en/term/x/".to_owned(),
            title: "A \"word\" & more".to_owned(),
            height_px: 420,
            is_long: false,
        };
        let html = code.html(true);
        assert!(html.contains("title=\"A &quot;word&quot; &amp; more\""), "{html}");
        assert!(html.contains("<iframe data-mali src=\"https://example.org/en/embed/term/x/\""));
        assert!(
            html.ends_with("<script src=\"https://example.org/mali-embed.js\" defer></script>")
        );
        assert!(!code.html(false).contains("script src"));
    }

    #[test]
    fn an_address_becomes_a_picture() {
        assert!(qr("https://example.org/en/").is_some_and(|svg| svg.contains("<svg")));
    }
}
