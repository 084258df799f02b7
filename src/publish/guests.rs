//! What can be put into a page of somebody else's, as documents of their own: the text of a page without its header, footer and program,
//! a line that says where it is from, and a [script](SCRIPT) that takes on the wanted looks and tells the page around it how high it is.
//!
//! The timeline is among them, and is written by [`super::bare`]: it has a program. Links of the others lead to the site, in a window of
//! their own, but for those from step to step.

use super::opening::guest_policy;
use super::prerender::{Press, still};
use crate::load::{Bundles, PageText, provide_bundles};
use crate::model::messages::fill;
use crate::model::page::Page;
use crate::model::{Kind, Room, Target};
use crate::pages::PageView;
use crate::publish::compose::Preview;
use crate::routes::{Route, bare_timeline, share};
use crate::ui::settings::provide_settings;
use crate::ui::shell::{provide_alive, provide_route, provide_shell};
use html_escape::{encode_double_quoted_attribute as attribute, encode_text};
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use std::sync::Arc;

/// The script of what stands in a frame.
pub const SCRIPT: &str = include_str!("scripts/guest.js");

/// Name of its file, below the site's root.
#[must_use]
pub fn script_file(build: &str) -> String {
    format!("guest-{build}.js")
}

/// The path of what an address shows, for a frame; none if it is for no frame.
#[must_use]
pub fn framed(route: &Route) -> Option<String> {
    let locale = &route.locale;
    let is_framed = match &route.target {
        Target::Room(Room::Timeline) => return Some(bare_timeline(locale)),
        Target::Room(room) => {
            matches!(
                room,
                Room::Map | Room::Accord | Room::Government | Room::Foreign | Room::Forces
            )
        }
        Target::Record(kind, _) => matches!(kind, Kind::Term | Kind::Dispute),
        Target::Step(..) => true,
        _ => false,
    };
    let path = route.path();
    let rest = path.strip_prefix(&format!("{locale}/")).filter(|_| is_framed)?;
    Some(format!("{locale}/embed/{rest}"))
}

impl Press<'_> {
    /// The document of a page for frames, which lies at `path`, from the bundle that holds the page.
    ///
    /// # Panics
    /// If the bundle cannot be written as JSON and read back, which each can.
    #[must_use]
    pub fn guest(&self, route: &Route, path: &str, preview: &Preview, bundle: &Page) -> String {
        let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
        let body = owner.with(|| self.guest_body(route, bundle));
        owner.cleanup();
        let locale = &self.shell.locale;
        // The page's own places are in this document, and so are the steps before and after.
        let own = |place: &str| format!("target=\"_self\" href=\"{place}");
        let body = still(&body)
            .replace(&format!("href=\"{}#", route.path()), &own(&format!("{path}#")))
            .replace(&format!("href=\"{locale}/walk/"), &own(&format!("{locale}/embed/walk/")))
            .replace(&own(&format!("{locale}/embed/walk/\"")), &format!("href=\"{locale}/walk/\""));
        let build = &self.shell.build;
        format!(
            "<!DOCTYPE html><html lang=\"{locale}\" dir=\"ltr\" data-build=\"{build}\"><head><meta charset=\"utf-8\">\
             <base href=\"{}\" target=\"_blank\"><meta http-equiv=\"Content-Security-Policy\" content=\"{}\">{}\
             <script src=\"{}\"></script></head><body><div class=\"app guest\" data-guest>\
             <main class=\"main\" id=\"main\">{body}</main>{}</div></body></html>\n",
            "../".repeat(path.matches('/').count()),
            attribute(&guest_policy(self.origin)),
            self.guest_head(route, preview),
            script_file(build),
            self.source_line(route, ""),
        )
    }

    /// What the head of a page for frames says of it.
    pub(super) fn guest_head(&self, route: &Route, preview: &Preview) -> String {
        let fonts = "<link rel=\"preload\" href=\"fonts/";
        let head = self.template.still_head();
        let head = head.split_inclusive('>').filter(|tag| !tag.contains(fonts));
        let head: String = head.map(without_integrity).collect();
        let mut said = format!(
            "<title>{} · {}</title><meta name=\"robots\" content=\"noindex\">",
            encode_text(&preview.title),
            encode_text(&self.shell.messages.site_name)
        );
        if let Some(origin) = self.origin {
            let url = format!("{origin}{}", route.path());
            said.push_str("<link rel=\"canonical\" href=\"");
            said.push_str(&attribute(&url));
            said.push_str("\">");
            said += &self.oembed_link(route, &preview.title);
        }
        said + head.trim()
    }

    /// The line that says where something is from, when its facts were checked, and how to cite it. `root` leads to the root of the site.
    #[must_use]
    pub fn source_line(&self, route: &Route, root: &str) -> String {
        let site = &self.shell.messages.site_name;
        let page = format!(
            "<a target=\"_blank\" href=\"{root}{}\">{}</a>",
            route.path(),
            encode_text(site)
        );
        let word = |key: &str| encode_text(self.share_word(key)).into_owned();
        let parts = [
            fill(&word("part-of"), &[("site", &page)]),
            fill(&word("checked"), &[("date", &self.shell.checked)]),
            encode_text(&self.shell.messages.licence_line).trim_end_matches('.').to_owned(),
            format!(
                "<a target=\"_blank\" href=\"{root}{}\">{}</a>",
                share(route),
                word("cite-or-share")
            ),
        ];
        format!("<footer class=\"source-line\"><p>{}</p></footer>", parts.join(" · "))
    }

    /// What stands for a download where a frame may save nothing: a field for its text, which the script fills, and a button that copies it.
    /// `name` is that of the text.
    #[must_use]
    pub fn save_box(&self, name: &str) -> String {
        format!(
            "<section class=\"save-box\" aria-label=\"{0}\" data-save hidden><textarea class=\"save-box__text\" rows=\"6\" readonly aria-label=\"{0}\"></textarea>\
             <button type=\"button\" class=\"button\">{1}</button> <span role=\"status\" data-copied=\"{2}\" data-by-hand=\"{3}\"></span></section>",
            attribute(name),
            encode_text(self.share_word("copy")),
            attribute(self.share_word("copied")),
            attribute(self.share_word("copy-by-hand")),
        )
    }

    pub(super) fn guest_body(&self, route: &Route, bundle: &Page) -> String {
        provide_shell(self.shell.clone());
        let json = serde_json::to_string(bundle).expect("a bundle is written as JSON");
        let text = PageText::new(&route.bundle(), json, &bundle.build)
            .expect("what is written reads back");
        let bundles = Bundles::new(&bundle.build, Some((route.bundle(), Ok(text))));
        provide_bundles(bundles);
        provide_settings();
        provide_alive();
        let here = route.clone();
        provide_route(Memo::new(move |_| here.clone()));
        let page = bundles.page(route).and_then(Result::ok).expect("the bundle holds the page");
        view! { <PageView page/> }.to_html()
    }
}

/// A tag without the sum of the file that it asks for: a frame without an origin cannot have it checked, and would not get the file.
fn without_integrity(tag: &str) -> String {
    let Some((before, rest)) = tag.split_once(" integrity=\"") else { return tag.to_owned() };
    format!("{before}{}", rest.split_once('"').map_or("", |(_, after)| after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_loses_its_sum() {
        let tag = "<link rel=\"stylesheet\" integrity=\"sha384-a/b=\" href=\"a.css\">";
        assert_eq!(without_integrity(tag), "<link rel=\"stylesheet\" href=\"a.css\">");
        assert_eq!(without_integrity("<br>"), "<br>");
    }

    #[test]
    fn what_is_framed_has_a_path_below_that_of_all() {
        let path = |target| framed(&Route::new("fr", target));
        assert_eq!(path(Target::Room(Room::Map)).as_deref(), Some("fr/embed/map/"));
        assert_eq!(path(Target::record(Kind::Dispute, "q")).as_deref(), Some("fr/embed/claim/q/"));
        assert_eq!(
            path(Target::Step("a".into(), "b".into())).as_deref(),
            Some("fr/embed/walk/a/b/")
        );
        for target in [Target::Story, Target::Room(Room::Search), Target::record(Kind::Source, "s")]
        {
            assert_eq!(path(target), None);
        }
    }
}
