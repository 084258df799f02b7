//! The document on which one chooses a part of the site for a page of one's own, sees it, and copies its code.
//!
//! Without script it offers the code of the timeline, and leads to where each page has its own. The page for teachers shows it at its
//! end, in a frame.

use super::compose::Edition;
use super::guests::framed;
use super::prerender::Press;
use super::share::{SANDBOX, height_px};
use super::whole;
use crate::model::{Block, Lane, Room, Target};
use crate::routes::{Route, embeds};
use crate::ui::erase::{CollectAny, Erase};
use html_escape::{encode_double_quoted_attribute as attribute, encode_text};
use leptos::prelude::*;

/// What can be chosen.
struct Part {
    route: Route,
    embed: String,
    title: String,
}

/// The groups in which parts are offered: the words for each and its kind.
const GROUPS: [(&str, &str); 4] = [
    ("builder-widgets", "room"),
    ("builder-claims", "claim"),
    ("builder-terms", "term"),
    ("builder-steps", "step"),
];
/// What marks the part of a page that shows the document in a frame. Only pages of the site have it.
pub(super) const WITHIN: &str = "data-builder-within";
/// How a date is written in an address.
const DATE: &str = r"\d{4}(-\d{2}(-\d{2})?)?";

/// The document as a part of a page of the site: a frame that takes the height it needs where its script runs.
pub(super) fn within(locale: &str, title: &str) -> Block {
    Block::Drawn(format!(
        "<section class=\"part builder-within\" {WITHIN}><h2 class=\"part__title\">{}</h2>\
         <iframe class=\"builder-within__frame\" src=\"{}\" title=\"{}\" loading=\"lazy\"></iframe></section>",
        encode_text(title),
        embeds(locale),
        attribute(title)
    ))
}

impl Part {
    fn is_timeline(&self) -> bool {
        self.route.target == Target::Room(Room::Timeline)
    }

    fn kind(&self) -> &'static str {
        match &self.route.target {
            Target::Room(_) => "room",
            Target::Record(kind, _) => kind.word(),
            _ => "step",
        }
    }
}

impl Press<'_> {
    /// The document, which lies at [`embeds`].
    #[must_use]
    pub fn builder(&self, edition: &Edition) -> String {
        let locale = &self.shell.locale;
        let part = |(target, preview): (&Target, &super::compose::Preview)| {
            let route = Route::new(locale, target.clone());
            let embed = framed(&route)?;
            Some(Part { route, embed, title: preview.title.clone() })
        };
        let parts: Vec<Part> = edition.pages.iter().filter_map(part).collect();
        let first = parts.iter().find(|part| part.is_timeline()).or(parts.first());
        let code = first.map(|part| self.code(&part.route, &part.embed, &part.title).html(true));
        let source = first.map(|part| part.embed.clone());
        let page = first.map(|part| part.route.path());
        let name = first.map(|part| part.title.clone());
        let title = self.word("builder-title");
        let body = view! {
            <header class="page-head">
                <h1 class="page-head__title">{title.clone()}</h1>
                <p class="standfirst">{self.word("builder-lead")}</p>
            </header>
            <noscript><p class="notice">{self.word("builder-no-script")}</p></noscript>
            {self.choices(&parts)}
            <section class="part">
                <h2 class="part__title">{self.word("builder-code")}</h2>
                <p class="prose">{self.word("embed-note")}</p>
                {self.copied(code.unwrap_or_default())}
                <p class="builder__page">{self.word("builder-full-page")}" "<a data-page href=page>{name}</a></p>
            </section>
            <section class="part">
                <h2 class="part__title">{self.word("builder-preview")}</h2>
                <div class="builder__stage" role="region" tabindex="0" aria-label=self.word("builder-preview")>
                    <iframe
                        class="builder__frame"
                        data-preview
                        data-mali
                        data-max="900"
                        data-no-scroll
                        src=source
                        title=self.word("builder-preview")
                        sandbox=SANDBOX
                    ></iframe>
                </div>
            </section>
            <section class="part">
                <h2 class="part__title">{self.word("carry")}</h2>
                <p class="prose">{self.word("one-page-lead")}</p>
                <p><a class="button" href=whole::file(locale) download="">{self.word("carry-download")}</a></p>
            </section>
        };
        let body = body.to_html() + "<script defer src=\"mali-embed.js\"></script>";
        self.still(&embeds(locale), &title, &body)
    }

    /// What is chosen, and how it is shown. What matters for one kind of part alone says so in `data-of`.
    fn choices(&self, parts: &[Part]) -> AnyView {
        let field = |key: &'static str, of: &'static str, input: AnyView| {
            view! {
                <label class="builder__field" data-of=of>
                    <span class="builder__label">{self.word(key)}</span>
                    {input}
                </label>
            }
            .erase()
        };
        let choice = |name: &'static str, words: [(&'static str, &'static str); 2]| {
            let option = |(value, key): (&'static str, &'static str)| {
                view! { <option value=value>{self.word(key)}</option> }.erase()
            };
            let system = (name == "theme").then_some(("", "builder-theme-system"));
            let options = system.into_iter().chain(words).map(option).collect_any();
            view! { <select name=name>{options}</select> }.erase()
        };
        let date = |name: &'static str| {
            view! { <input name=name inputmode="numeric" pattern=DATE placeholder="2012"/> }.erase()
        };
        let lane = |lane: &Lane| {
            let word = lane.word();
            let name = self.vocabulary.name("lanes", word).to_owned();
            view! {
                <label class="builder__lane">
                    <input type="checkbox" name="lanes" value=word checked/>
                    {name}
                </label>
            }
            .erase()
        };
        let themes = [("light", "builder-theme-light"), ("dark", "builder-theme-dark")];
        let heights = [("", "builder-height-fit"), ("box", "builder-height-box")];
        let levels = [("", "builder-level-core"), ("full", "builder-level-full")];
        let width = view! {
            <input class="builder__width" type="range" name="width" min="320" max="1120" step="20" value="720"/>
        };
        view! {
            <form class="builder" data-builder data-sandbox=SANDBOX>
                {field("builder-what", "", self.offered(parts))}
                {field("builder-theme", "", choice("theme", themes))}
                {field("builder-height", "", choice("height", heights))}
                {field("builder-level", "step", choice("level", levels))}
                {field("builder-from", "timeline", date("from"))}
                {field("builder-to", "timeline", date("to"))}
                {field("builder-asof", "timeline", date("asof"))}
                <fieldset class="builder__field builder__lanes" data-of="timeline">
                    <legend class="builder__label">{self.word("builder-lanes")}</legend>
                    {Lane::ALL.iter().map(lane).collect_any()}
                </fieldset>
                {field("builder-width", "", width.erase())}
            </form>
        }
        .erase()
    }

    /// All parts, in their groups.
    fn offered(&self, parts: &[Part]) -> AnyView {
        let option = |part: &Part| {
            let kind = if part.is_timeline() { "timeline" } else { part.kind() };
            let height = height_px(&part.route.target).to_string();
            view! {
                <option
                    value=part.embed.clone()
                    data-page=part.route.path()
                    data-kind=kind
                    data-height=height
                    selected=part.is_timeline()
                >
                    {part.title.clone()}
                </option>
            }
            .erase()
        };
        let group = |(name, kind): (&'static str, &'static str)| {
            let options = parts.iter().filter(|part| part.kind() == kind).map(option).collect_any();
            view! { <optgroup label=self.word(name)>{options}</optgroup> }.erase()
        };
        view! { <select name="what">{GROUPS.into_iter().map(group).collect_any()}</select> }.erase()
    }
}
