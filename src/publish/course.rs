//! A course by cmi5: a page that holds the one-page edition in a frame and [tells](script) the record store of the platform that opened it
//! which steps were read.
//!
//! A page of its own, since such a store is on another host and the other pages may ask none but theirs. `cargo xtask package` writes the
//! description that leads a platform here; its SCORM packages count steps with the same script.

use super::opening::allowing;
use super::prerender::Press;
use super::whole;
use html_escape::{encode_double_quoted_attribute as attribute, encode_text};

/// Follows a reader through the one-page edition.
const STEPS: &str = include_str!("scripts/steps.js");
/// Tells by cmi5.
const CMI5: &str = include_str!("scripts/cmi5.js");
/// What the page may load, and ask: stores are anywhere.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; img-src 'self'; \
     connect-src 'self' http: https:; form-action 'none'; base-uri 'none'";
/// The stylesheet that the page carries.
const STYLE: &str =
    concat!(include_str!("../../style/tokens.css"), include_str!("../../style/course.css"));

/// Where it lies, below the site's root.
pub const FOLDER: &str = "lms/";

/// The name of the page, below the site's root.
#[must_use]
pub fn file(locale: &str) -> String {
    format!("{FOLDER}cmi5.{locale}.html")
}

/// Name of the script's file, below the site's root.
#[must_use]
pub fn script_file(build: &str) -> String {
    format!("course-{build}.js")
}

/// The script.
#[must_use]
pub fn script() -> String {
    format!("{STEPS}{CMI5}")
}

impl Press<'_> {
    /// The page.
    #[must_use]
    pub fn course(&self) -> String {
        let (locale, build) = (&self.shell.locale, &self.shell.build);
        let policy = allowing(POLICY, "style-src", STYLE);
        let words = ["alone", "again", "unsent"].map(|key| {
            format!(" data-{key}=\"{}\"", attribute(self.share_word(&format!("lms-{key}"))))
        });
        let name = &self.shell.messages.site_name;
        let site = encode_text(name);
        format!(
            "<!DOCTYPE html><html lang=\"{locale}\" dir=\"ltr\" data-build=\"{build}\"><head><meta charset=\"utf-8\">\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{}\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta name=\"robots\" content=\"noindex\"><title>{site}</title><link rel=\"icon\" href=\"../favicon.svg\"><style>{STYLE}</style></head><body{}>\
             <main class=\"course\"><h1 class=\"course__name\">{site}</h1><noscript><p class=\"course__notice\">{}</p></noscript>\
             <p class=\"course__notice\" role=\"alert\" hidden></p><script src=\"../{}\"></script><iframe class=\"course__edition\" src=\"../{}\" title=\"{}\"></iframe></main></body></html>\n",
            attribute(&policy),
            words.concat(),
            encode_text(self.share_word("lms-alone")),
            script_file(build),
            whole::file(locale),
            attribute(name),
        )
    }
}
