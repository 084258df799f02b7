//! Each chapter as a document of its own, without a program: for reading in one go, and for paper.

use super::opening::Opening;
use super::prerender::{Press, still};
use crate::glossary::glosses::{Glosses, provide_glosses};
use crate::load::{Bundles, provide_bundles};
use crate::model::page::{Page, Steps};
use crate::model::{Room, Target};
use crate::pages::chapter::{ChapterHead, ChapterStep};
use crate::routes::{Route, whole_chapter};
use crate::ui::settings::provide_settings;
use crate::ui::shell::{path_to, provide_alive, provide_route, provide_shell};
use html_escape::encode_text;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use std::sync::Arc;

impl Press<'_> {
    /// The document of a chapter, from the bundle of its steps; its path is [`whole_chapter`].
    #[must_use]
    pub fn chapter(&self, bundle: &Page, steps: &Steps) -> String {
        let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
        let body = owner.with(|| self.chapter_body(bundle, steps));
        owner.cleanup();
        let path = whole_chapter(&self.shell.locale, &steps.chapter.id);
        let opening = Opening::with_base("../".repeat(path.matches('/').count()));
        let site = &self.shell.messages.site_name;
        let title = encode_text(&steps.chapter.title);
        let head = format!(
            "<title>{title} · {}</title><meta name=\"description\" content=\"{}\">",
            encode_text(site),
            html_escape::encode_double_quoted_attribute(&steps.chapter.question),
        );
        self.still_document(&opening, &head, &body)
    }

    pub(super) fn chapter_body(&self, bundle: &Page, steps: &Steps) -> String {
        provide_shell(self.shell.clone());
        provide_bundles(Bundles::new(&bundle.build, None));
        provide_settings();
        provide_alive();
        provide_glosses(Glosses::new(bundle.definitions.clone()));
        let Steps { chapter, steps } = steps.clone();
        let drawn_at = |target: Target, draw: &dyn Fn() -> String| {
            let route = Route::new(&self.shell.locale, target);
            Owner::new().with(|| {
                provide_route(Memo::new(move |_| route.clone()));
                draw()
            })
        };
        let mut body = drawn_at(Target::Room(Room::Walk), &|| {
            let (home, name) = (path_to(Target::Story), self.shell.messages.site_name.clone());
            let chapter = chapter.clone();
            view! {
                <header class="site-header"><a class="wordmark" href=home>{name}</a></header>
                <main class="main chapter" id="main"><ChapterHead chapter/></main>
            }
            .to_html()
        });
        // The steps are drawn each at its own address, and put behind the head.
        body = still(&body).replace("</main>", "");
        let titled = chapter.steps.iter().zip(steps).enumerate();
        for (place, ((id, title), step)) in titled {
            let target = Target::Step(chapter.id.clone(), id.clone());
            body += &drawn_at(target.clone(), &|| {
                let (target, title, step) = (target.clone(), title.clone(), step.clone());
                view! { <ChapterStep number=place + 1 target title step/> }.to_html()
            });
        }
        still(&body) + "</main>"
    }
}
