//! The picture in the timeline's page, for those who read before the program has come, or without it.
//!
//! The page's views leave the layers of the picture empty, for the painter fills them; and hydration does not look into an element whose
//! view has no children. So what is drawn natively is put there once the page is drawn, and the painter takes it over.

use crate::model::messages::Messages;
use crate::model::page::Timeline;
use crate::model::{Kind, Target};
use crate::routes::Route;
use crate::timeline::view::paint::Links;
use crate::timeline::view::still::{Still, still};
use crate::timeline::words::Words;
use html_escape::encode_text;
use leptos::prelude::{AnyView, RenderHtml};

/// The width of the plot where the page is as wide as it gets, as it is in a window of 1280 CSS pixels.
const WIDTH_PX: f64 = 1016.0;

/// Puts the picture into the page that was drawn of a timeline. Returns the page, and the stylesheet with the places of what is in the picture.
#[must_use]
pub fn put(page: &str, timeline: &Timeline, messages: &Messages, locale: &str) -> (String, String) {
    let words = Words::new(messages, &timeline.months);
    let picture = Still::new(timeline, &words, WIDTH_PX);
    let links = Links::of(&Route::new(locale, Target::record(Kind::Event, "*")).path());
    let html = |views: Vec<AnyView>| views.to_html();
    let earlier = picture.earlier(&words).1;
    let parts = [
        ("earlier", encode_text(&earlier).into_owned()),
        ("ticks", html(still(&picture.layers.ticks))),
        ("lanes", html(still(&picture.layers.lanes))),
        ("eras", html(still(&picture.layers.eras))),
        ("events", html(picture.bars(&links))),
    ];
    let mut page =
        page.replacen("<path></path>", &format!("<path d=\"{}\"></path>", picture.map()), 1);
    for (part, inside) in parts {
        let class = page.find(&format!("\"timeline__{part}\""));
        if let Some(end) = class.and_then(|class| Some(class + page[class..].find('>')? + 1)) {
            page.insert_str(end, &inside);
        }
    }
    (page, picture.style())
}
