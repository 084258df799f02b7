//! Where the events come from: the page itself, a file beside it, one of the same host that the address names, or the reader's own.

use super::{Desk, Program};
use crate::embed::parts::{show, write};
use crate::load::{fetch_then, read_then};
use crate::model::messages::fill;
use crate::timeline::file;
use crate::timeline::query::is_of_others;
use crate::timeline::view::address::{show_query, shown_query};
use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsValue;
use web_sys::{HtmlInputElement, Url};

/// The file that the address names, as it stands there.
#[must_use]
pub fn asked_for() -> Option<String> {
    let query = shown_query();
    let pair = query.split('&').find_map(|pair| pair.strip_prefix("data="));
    pair.filter(|path| !path.is_empty()).map(str::to_owned)
}

/// What the address has for others than the events: for the looks of the frame, and the file, if it is to stay.
#[must_use]
pub fn kept_of_address(with_file: bool) -> String {
    let query = shown_query();
    let is_kept = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or_default();
        is_of_others(name) || with_file && name == "data"
    };
    query.split('&').filter(is_kept).collect::<Vec<_>>().join("&")
}

/// Whose events a text holds.
#[derive(Clone, Copy, PartialEq)]
enum Whose {
    /// Those of the page.
    Page,
    /// Those of a file that the address names.
    Address,
    /// Those of a file that the reader has chosen, of which the address cannot tell.
    Reader,
}

impl Program {
    /// Reads the events that the address names, else those of the page.
    pub fn read_page(&self) {
        match asked_for().map(|path| same_origin(&path)) {
            None => self.read_own(Vec::new()),
            Some(Some(path)) => self.fetch(path, Whose::Address, Vec::new()),
            Some(None) => {
                self.read_own(vec![fill(&self.0.words.bad_address, &[("names", "data")])]);
            }
        }
    }

    /// Reads the events of the page. `lines` say what went wrong before.
    fn read_own(&self, lines: Vec<String>) {
        if let Some(rest) = self.0.root.get_attribute("data-rest") {
            self.fetch(rest, Whose::Page, lines);
        } else {
            let inside = document().query_selector("[data-events]").ok().flatten();
            let text = inside.and_then(|inside| inside.text_content()).unwrap_or_default();
            self.read(&text, Whose::Page, "", lines);
        }
    }

    fn fetch(&self, path: String, whose: Whose, mut lines: Vec<String>) {
        let program = self.clone();
        let name = path.clone();
        fetch_then(&path, move |text| {
            if program.has_own() {
                return; // the reader has chosen other events meanwhile
            }
            if let Some(text) = text {
                program.read(&text, whose, file_name(&name), lines);
                return;
            }
            lines.extend([program.0.words.load_failed.clone(), name]);
            if whose == Whose::Address {
                program.read_own(lines);
            } else {
                program.complain(&lines);
            }
        });
    }

    /// Whether the events are those of a file that the reader has chosen.
    fn has_own(&self) -> bool {
        self.0.desk.borrow().as_ref().is_some_and(|desk| !desk.is_in_address)
    }

    /// Reads the reader's own file, which goes nowhere.
    pub fn read_file(&self, field: &HtmlInputElement) {
        let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
        let (program, name) = (self.clone(), file.name());
        read_then(&file, move |text| match text {
            Some(text) => program.read(&text, Whose::Reader, &name, Vec::new()),
            None => program.complain(&[program.0.words.load_failed.clone(), name]),
        });
        field.set_value(""); // the same file, once mended, may be chosen again
    }

    /// Reads events. If there are faults, they are told, and what was shown stays. `name` is what they are called if they do not say so.
    fn read(&self, text: &str, whose: Whose, name: &str, mut lines: Vec<String>) {
        let words = &self.0.words;
        let found = match file::read(text, &words.picture.dates) {
            Ok(found) => found,
            Err(faults) => {
                lines.extend(faults.iter().map(|fault| words.file.say(fault)));
                if whose == Whose::Address {
                    self.read_own(lines);
                } else {
                    self.complain(&lines);
                }
                return;
            }
        };
        let opening = self.0.root.get_attribute("data-opening").filter(|_| whose == Whose::Page);
        let days = opening.and_then(|days| {
            let (first, last) = days.split_once(' ')?;
            Some((first.parse().ok()?, last.parse().ok()?))
        });
        let mut desk = Desk::new(found, &words.picture, days);
        if whose == Whose::Reader {
            desk.is_in_address = false;
            show_query(&kept_of_address(false));
        } else {
            let (state, ignored) = Self::state_in_address(&desk);
            desk.state = state;
            // What was typed before the program came counts.
            if let Some(field) = self.search_field().filter(|_| desk.state.filter.words.is_empty())
            {
                desk.state.filter.words = field.value();
            }
            if !ignored.is_empty() {
                lines.push(fill(&words.bad_address, &[("names", &ignored.join(", "))]));
            }
        }
        self.complain(&lines);
        if whose != Whose::Page {
            // Their events have no pages and no table here. Removing an attribute does not fail.
            let _ = self.0.root.remove_attribute("data-page");
            show(&self.0.root, "table", false);
            write(&self.0.root, "title", desk.title.as_deref().unwrap_or(name));
        }
        self.take(desk);
    }

    /// Tells what is wrong, a line each; nothing if that is over.
    fn complain(&self, lines: &[String]) {
        write(&self.0.root, "notice", &lines.join("\n"));
        show(&self.0.root, "notice", !lines.is_empty());
    }
}

/// The name of a file in its address.
fn file_name(address: &str) -> &str {
    address.split(['?', '#']).next().and_then(|path| path.rsplit('/').next()).unwrap_or_default()
}

/// The address of a file of this host; none if it is another's.
fn same_origin(path: &str) -> Option<String> {
    let path: JsValue = js_sys::decode_uri_component(path).ok()?.into();
    let base = document().base_uri().ok()??;
    let url = Url::new_with_base(&path.as_string()?, &base).ok()?;
    (url.origin() == window().location().origin().ok()?).then(|| url.href())
}
