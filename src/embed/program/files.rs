//! Where the events come from: the page itself, a file beside it, one of the same host that the address names, or the reader's own.

use super::{Desk, Program};
use crate::embed::parts::{show, write};
use crate::load::{fetch_then, read_then};
use crate::model::messages::fill;
use crate::timeline::file;
use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsValue;
use web_sys::{HtmlInputElement, Url};

/// The file that the address names, as it stands there.
#[must_use]
pub fn asked_for() -> Option<String> {
    let query = window().location().search().ok()?;
    let pair = query.trim_start_matches('?').split('&').find_map(|pair| pair.strip_prefix("data="));
    pair.filter(|path| !path.is_empty()).map(str::to_owned)
}

impl Program {
    /// Reads the events that the address names, else those of the page.
    pub fn read_page(&self) {
        if let Some(path) = asked_for() {
            match same_origin(&path) {
                Some(path) => self.fetch(path, false),
                None => self.complain(&[fill(&self.0.words.bad_address, &[("names", "data")])]),
            }
        } else if let Some(rest) = self.0.root.get_attribute("data-rest") {
            self.fetch(rest, true);
        } else {
            let inside = document().query_selector("[data-events]").ok().flatten();
            let text = inside.and_then(|inside| inside.text_content()).unwrap_or_default();
            self.read(&text, true, true);
        }
    }

    fn fetch(&self, path: String, is_ours: bool) {
        let program = self.clone();
        let name = path.clone();
        fetch_then(&path, move |text| match text {
            Some(text) => program.read(&text, is_ours, true),
            None => program.complain(&[program.0.words.load_failed.clone(), name]),
        });
    }

    /// Reads the reader's own file, which goes nowhere.
    pub fn read_file(&self, field: &HtmlInputElement) {
        let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
        let (program, name) = (self.clone(), file.name());
        read_then(&file, move |text| match text {
            Some(text) => program.read(&text, false, false),
            None => program.complain(&[program.0.words.load_failed.clone(), name]),
        });
        field.set_value(""); // the same file, once mended, may be chosen again
    }

    /// Reads events. If there are faults, they are told, and what was shown stays.
    fn read(&self, text: &str, is_ours: bool, is_in_address: bool) {
        let words = &self.0.words;
        match file::read(text, &words.picture.dates) {
            Ok(found) => {
                let opening = self.0.root.get_attribute("data-opening").filter(|_| is_ours);
                let days = opening.and_then(|days| {
                    let (first, last) = days.split_once(' ')?;
                    Some((first.parse().ok()?, last.parse().ok()?))
                });
                let mut desk = Desk::new(found, &words.picture, days);
                let mut ignored = Vec::new();
                desk.is_in_address = is_in_address;
                if is_in_address {
                    (desk.state, ignored) = Self::state_in_address(&desk);
                } else {
                    super::show_query("");
                }
                if ignored.is_empty() {
                    self.complain(&[]);
                } else {
                    self.complain(&[fill(&words.bad_address, &[("names", &ignored.join(", "))])]);
                }
                if !is_ours {
                    let _ = self.0.root.remove_attribute("data-page"); // their events have no pages here
                    write(&self.0.root, "title", desk.title.as_deref().unwrap_or("…"));
                }
                self.take(desk);
            }
            Err(faults) => {
                let said: Vec<String> = faults.iter().map(|fault| words.file.say(fault)).collect();
                self.complain(&said);
            }
        }
    }

    /// Tells what is wrong, a line each; nothing if that is over.
    fn complain(&self, lines: &[String]) {
        write(&self.0.root, "notice", &lines.join("\n"));
        show(&self.0.root, "notice", !lines.is_empty());
    }
}

/// The address of a file of this host; none if it is another's.
fn same_origin(path: &str) -> Option<String> {
    let path: JsValue = js_sys::decode_uri_component(path).ok()?.into();
    let base = document().base_uri().ok()??;
    let url = Url::new_with_base(&path.as_string()?, &base).ok()?;
    (url.origin() == window().location().origin().ok()?).then(|| url.href())
}
