//! Writes the state into the page.

use super::{Desk, Program};
use crate::embed::parts::{add, find, mark, part, show, write};
use crate::model::date::civil_from_day;
use crate::model::{Date, Lane};
use crate::timeline::shown::{Opened, Shown};
use crate::timeline::state::Form;
use crate::timeline::view::paint::set;
use crate::timeline::view::scene::Scene;
use crate::timeline::view::surface::{focus_soon, scroll_soon};
use crate::timeline::words;
use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use std::sync::Arc;
use web_sys::{Element, HtmlInputElement};

/// What stands in the page.
#[derive(Default)]
pub struct Drawn {
    form: Option<Form>,
    opened: Option<(Opened, Option<i32>)>, // and on which day the reader stood
    listed: Option<(Arc<Shown>, usize)>,   // with how many are drawn
}

impl Program {
    /// Draws what has changed.
    pub fn draw(&self) {
        self.0.is_asked.set(false);
        let form = self.form();
        let has_changed = self.0.has_changed.replace(false);
        {
            let mut desk = self.0.desk.borrow_mut();
            let Some(desk) = desk.as_mut() else { return };
            if has_changed {
                desk.pick(form);
                self.draw_form(form);
                self.draw_tools(desk);
                self.draw_opened(desk, form);
                if form == Form::List {
                    self.draw_list(desk);
                    self.mark_in_list(desk);
                }
            }
            if form == Form::Graphic {
                let (first, last) = desk.state.viewport(&desk.timeline, desk.bounds).days();
                write(&self.0.root, "time", &words::span(&desk.words, first, last));
            }
        }
        if form == Form::Graphic {
            if self.0.scene.borrow().is_none() {
                if has_changed {
                    self.draw_soon(false); // the picture in the next frame: this one has enough to do
                    return;
                }
                let scene = self.make_scene();
                *self.0.scene.borrow_mut() = scene;
                self.with_scene(Scene::measure);
            } else {
                self.with_scene(Scene::draw);
            }
        }
        (self.0.on_drawn)();
    }

    fn draw_form(&self, form: Form) {
        let mut drawn = self.0.drawn.borrow_mut();
        if drawn.form.replace(form) == Some(form) {
            return;
        }
        drawn.listed = None; // something else may be open by now
        let root = &self.0.root;
        set(root, "data-form", form.word());
        for (word, of) in [("graphic", Form::Graphic), ("list", Form::List)] {
            if let Some(button) = find(root, &["[data-do='", word, "']"].concat()) {
                mark(&button, "aria-pressed", form == of);
            }
        }
    }

    /// The lanes with their names and counts, what is typed, and what is hidden.
    fn draw_tools(&self, desk: &Desk) {
        let root = &self.0.root;
        let filter = &desk.state.filter;
        for (place, lane) in Lane::ALL.iter().enumerate() {
            let Some(chip) = find(root, &["[data-filter='", lane.word(), "']"].concat()) else {
                continue;
            };
            mark(&chip, "aria-pressed", filter.lanes.contains(lane));
            chip.set_hidden(desk.words.lane(*lane).is_empty());
            write(&chip, "name", desk.words.lane(*lane));
            write(&chip, "count", &desk.shown.picked.lanes[place].to_string());
        }
        if let Some(field) = self.search_field().filter(|field| field.value() != filter.words) {
            field.set_value(&filter.words);
        }
        let field = part(root, "day").and_then(|field| field.dyn_into().ok());
        let day = filter.as_of.map(|day| Date::from_day(day).to_string()).unwrap_or_default();
        if let Some(field) = field.filter(|field: &HtmlInputElement| field.value() != day) {
            field.set_value(&day);
        }
        let (total, count) = (desk.timeline.events.len(), desk.shown.listed_count());
        let as_of = desk.shown.as_of().map(|day| (day, desk.shown.picked.later));
        write(root, "hidden", &words::hidden(&desk.words, [count, total], as_of));
        show(root, "all", count < total);
    }

    /// The field for words.
    pub fn search_field(&self) -> Option<HtmlInputElement> {
        find(&self.0.root, "[type='search']")?.dyn_into().ok()
    }

    /// The open event or cluster under the picture; in the list the texts are there already.
    fn draw_opened(&self, desk: &Desk, form: Form) {
        let opened = desk.shown.opened(&desk.state);
        let is_list = form == Form::List;
        let most = self.0.most_listed.get();
        let count = if is_list { desk.shown.listed_count() } else { opened.gathered.len() };
        show(&self.0.root, "more", count > most);
        let Some(panel) = part(&self.0.root, "detail") else { return };
        let is_cluster = !opened.gathered.is_empty();
        panel.set_hidden(is_list || (opened.event.is_none() && !is_cluster));
        let now = (opened.clone(), desk.shown.as_of());
        if self.0.drawn.borrow_mut().opened.replace(now.clone()) == Some(now) {
            return;
        }
        show(&panel, "moves", !is_cluster);
        if let Some(entries) = part(&panel, "entries") {
            entries.set_text_content(None);
            for place in opened.gathered.iter().take(most) {
                entry(&entries, desk, *place, false);
            }
        }
        let Some(place) = opened.event else {
            // Removing an attribute does not fail.
            let _ = panel.remove_attribute("data-detail");
            let mut said = String::new(); // what is opened again is said again
            if let (Some(first), Some(last)) = (opened.gathered.first(), opened.gathered.last()) {
                let count = opened.gathered.len();
                let events = &desk.timeline.events;
                said = words::cluster(&desk.words, events, count, [*first, *last]);
                write(&panel, "heading", &said);
                write(&panel, "when", "");
                write(&panel, "summary", "");
                show(&panel, "unsettled", false);
            }
            write(&self.0.root, "said", &said);
            return;
        };
        let event = &desk.timeline.events[place];
        let lanes = event.entry.lanes.iter().map(|lane| desk.words.lane(*lane).as_str());
        let lanes: Vec<&str> = lanes.filter(|name| !name.is_empty()).collect();
        set(&panel, "data-detail", &event.entry.id);
        if let Some(lane) = event.entry.lanes.first() {
            panel.set_class_name(&["detail lane--", lane.word()].concat());
        }
        let is_settled = desk.shown.as_of().is_none_or(|day| event.settled <= day);
        let date = event.date_by(desk.shown.as_of());
        write(&panel, "when", &[date, " · ", &lanes.join(", ")].concat());
        write(&panel, "heading", &event.entry.title);
        write(&panel, "summary", if is_settled { &desk.summaries[place] } else { "" });
        show(&panel, "unsettled", !is_settled);
        for (word, is_next) in [("previous", false), ("next", true)] {
            if let Some(button) = find(&panel, &["[data-do='", word, "']"].concat()) {
                let is_end = desk.shown.neighbour(place, is_next).is_none();
                // The focus does not go with it.
                if is_end && document().active_element().as_ref() == Some(&*button) {
                    focus_soon(panel.clone().into(), "[data-do='close']".to_owned());
                }
                button.set_hidden(is_end);
            }
        }
        let page = self.0.root.get_attribute("data-page");
        show(&panel, "page", page.is_some());
        if let (Some(page), Some(link)) = (page, part(&panel, "page")) {
            set(&link, "href", &page.replace('*', &event.entry.id));
        }
        let numbers = [desk.shown.number(place), desk.shown.picked.count];
        let said = words::announcement(&desk.words, numbers, date, &event.entry.title);
        write(&self.0.root, "said", &said);
        if is_list {
            scroll_soon(self.0.root.clone(), ["#event-", &event.entry.id].concat());
        }
    }

    /// The list by year, as far as it is asked for.
    fn draw_list(&self, desk: &Desk) {
        let most = self.0.most_listed.get();
        let drawn = self.0.drawn.borrow_mut().listed.replace((desk.shown.clone(), most));
        if drawn.is_some_and(|(shown, count)| Arc::ptr_eq(&shown, &desk.shown) && count == most) {
            return;
        }
        let Some(list) = part(&self.0.root, "list") else { return };
        list.set_text_content(None);
        let mut year: Option<(i32, Element)> = None;
        for (number, place) in desk.shown.places().enumerate() {
            // What is open is listed, however far down it is.
            if number >= most && desk.state.event != Some(place) {
                continue;
            }
            let of = civil_from_day(desk.timeline.events[place].entry.start).0;
            if year.as_ref().is_none_or(|(last, _)| *last != of) {
                let section = add(&list, "section", "year", "");
                year = section.and_then(|section| {
                    add(&section, "h2", "year__name", &of.to_string());
                    Some((of, add(&section, "ol", "year__entries", "")?.into()))
                });
            }
            if let Some((_, entries)) = &year {
                entry(entries, desk, place, true);
            }
        }
    }

    /// Marks in the list what is open.
    fn mark_in_list(&self, desk: &Desk) {
        let Some(list) = part(&self.0.root, "list") else { return };
        if let Some(marked) = find(&list, "[aria-current]") {
            // Removing an attribute does not fail.
            let _ = marked.remove_attribute("aria-current");
        }
        let Some(place) = desk.shown.opened(&desk.state).event else { return };
        let id = &desk.timeline.events[place].entry.id;
        if let Some(link) = find(&list, &["[data-event='", id, "']"].concat()) {
            set(&link, "aria-current", "true");
        }
    }
}

/// One event in a list.
fn entry(list: &Element, desk: &Desk, place: usize, has_summary: bool) -> Option<()> {
    let event = &desk.timeline.events[place];
    let lane = event.entry.lanes.first().map_or("", |lane| lane.word());
    let item = add(list, "li", &["entry lane--", lane].concat(), "")?;
    add(&item, "time", "entry__when", event.date_by(desk.shown.as_of()));
    let mark = add(&item, "span", "mark", "")?;
    let name = event.entry.lanes.first().map_or("", |lane| desk.words.lane(*lane));
    if !name.is_empty() {
        set(&mark, "role", "img");
        set(&mark, "aria-label", name);
    }
    let title = add(&item, "h3", "entry__title", "")?;
    let link = add(&title, "a", "", &event.entry.title)?;
    set(&link, "href", &["#event-", &event.entry.id].concat());
    set(&link, "data-event", &event.entry.id);
    if has_summary {
        set(&item, "id", &["event-", &event.entry.id].concat());
        let is_settled = desk.shown.as_of().is_none_or(|day| event.settled <= day);
        if is_settled && !desk.summaries[place].is_empty() {
            add(&item, "p", "entry__summary", &desk.summaries[place]);
        }
    }
    Some(())
}
