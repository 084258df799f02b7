//! A bare timeline as it is prerendered: the picture for a page of usual width, and the list with the texts.
//!
//! Until the program has come, a press on an event leads to its text in the list, which takes the place of the panel.

use crate::model::messages::Messages;
use crate::model::page::TimelineEvent;
use crate::model::{Date, Lane};
use crate::timeline::file::EventFile;
use crate::timeline::minimap::{HEIGHT, WIDTH};
use crate::timeline::view::paint::Links;
use crate::timeline::view::still::{Still, still};
use crate::timeline::words::{self, Words};
use crate::ui::erase::{CollectAny, Erase, MaybeAny};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The width of the plot on a page of 1280 CSS pixels, whose margins and lane names take 168.
const WIDTH_PX: f64 = 1112.0;
/// With more events than these, the page carries only so many, and leaves the others to a file.
pub const MOST_INSIDE: usize = 1000;
/// Words whose names begin like those of the program, and which others need.
const OF_OTHERS: [&str; 3] = ["date_dial", "event_page", "events_heading"];
/// How many it carries then: those that are drawn for themselves, then the heaviest.
const FEW: usize = 200;

/// A bare timeline.
pub struct Bare<'a> {
    file: &'a EventFile,
    words: Words,
    messages: &'a Messages,
    still: Still,
}

impl<'a> Bare<'a> {
    /// Of a file. `opening` are the days shown at first, if not all; `words` those of the site.
    #[must_use]
    pub fn new(
        file: &'a mut EventFile,
        opening: Option<(i32, i32)>,
        messages: &'a Messages,
    ) -> Self {
        file.timeline.opening = opening.unwrap_or(file.timeline.opening);
        let file: &EventFile = file;
        let timeline = &file.timeline;
        let mut words = Words::new(messages, &timeline.months);
        if !file.is_own_lanes {
            words.lanes.clone_from(&file.lanes);
        }
        let still = Still::new(timeline, &words, WIDTH_PX);
        Self { file, words, messages, still }
    }

    /// The places of the events that the page carries, in order of time.
    #[must_use]
    pub fn carried(&self) -> Vec<usize> {
        let events = &self.file.timeline.events;
        if events.len() <= MOST_INSIDE {
            return (0..events.len()).collect();
        }
        let drawn = self.still.layers.bars.iter().filter(|bar| bar.event.is_some());
        let mut places: BTreeSet<usize> = drawn.map(|bar| bar.key / 2).take(FEW).collect();
        let mut rest: Vec<usize> = (0..events.len()).collect();
        rest.sort_by_key(|place| std::cmp::Reverse(events[*place].entry.weight));
        for place in rest {
            if places.len() >= FEW {
                break;
            }
            places.insert(place);
        }
        places.into_iter().collect()
    }

    /// The rules that place what is drawn.
    #[must_use]
    pub fn style(&self) -> String {
        self.still.style()
    }

    /// The words that the program needs: a line each, a name and what it stands for.
    #[must_use]
    pub fn words(&self) -> String {
        let mut lines = vec![
            format!("lanes={}", Words::new(self.messages, &[]).lanes.join("|")),
            format!("months={}", self.words.dates.months.join("|")),
        ];
        for (name, words) in self.messages.named() {
            let is_needed =
                ["file_", "date_", "event_", "events_"].iter().any(|of| name.starts_with(of))
                    || ["cluster", "as_of_hides", "bad_address", "load_failed"].contains(&name);
            if is_needed && !OF_OTHERS.contains(&name) {
                lines.push(format!("{name}={words}"));
            }
        }
        lines.join("\n")
    }

    /// What stands in the body. The field of the day is one of words until the program has come, for a calendar costs a browser time.
    ///
    /// `title` is what the page is called, `page` the way to the page of an event with `*` for its id, if they have any;
    /// `rest` the name of the file with all events, if the page carries only some, `table` the way to all of them as CSV.
    #[must_use]
    pub fn html(&self, title: &str, page: Option<&str>, rest: Option<&str>, table: &str) -> String {
        let timeline = &self.file.timeline;
        let m = self.messages;
        let opening = format!("{} {}", timeline.opening.0, timeline.opening.1);
        let (first, last) = self.still.viewport.days();
        let (count, earlier) = self.still.earlier(&self.words);
        let links = Links::of("#event-*");
        let numbers = [self.carried().len(), timeline.events.len()];
        // The picture counts them all; the list holds so many until the program has fetched the others.
        let part = rest.map(|name| {
            let count = words::hidden(&self.words, numbers, None);
            view! { <p class="timeline__note">{count}<a href=name.to_owned()>{name.to_owned()}</a></p> }
        });
        let home = page.map(|_| {
            view! { <p><a href="../../" target="_blank">{m.site_name.clone()}</a></p> }
        });
        let button = |word: &'static str, sign: &'static str, name: &str| {
            view! { <button type="button" class="button" data-do=word aria-label=name.to_owned()>{sign}</button> }
        };
        let pressed = |word: &'static str, name: &str, is_on: bool| {
            view! {
                <button type="button" class="segmented__option" data-do=word aria-pressed=if is_on { "true" } else { "false" }>
                    {name.to_owned()}
                </button>
            }
        };
        view! {
            <main class="bare" data-bare data-form="list" data-opening=opening data-page=page.map(str::to_owned) data-rest=rest.map(str::to_owned)>
                <header class="bare__head">
                    <h1 class="bare__title" data-part="title">{title.to_owned()}</h1>
                    <div class="tools bare__tools">
                        <div class="segmented" role="group" aria-label=m.view.clone()>
                            {pressed("graphic", &m.view_graphic, true)}
                            {pressed("list", &m.view_list, false)}
                        </div>
                        <div class="chips" role="group" aria-label=m.filter_lanes.clone()>{self.chips()}</div>
                    </div>
                    <div class="tools bare__tools">
                        <label class="tools__group">
                            <span class="tools__label">{m.filter_words.clone()}</span>
                            <input class="tools__words" type="search"/>
                        </label>
                        <label class="tools__group">
                            <span class="tools__label">{m.as_of.clone()}</span>
                            <input class="bare__day" data-part="day"/>
                        </label>
                        <div class="tools__group tools__end timeline__time" role="group" aria-label=m.time_shown.clone()>
                            <output class="tools__label" data-part="time">{words::span(&self.words, first, last)}</output>
                            {button("earlier", "‹", &m.pan_earlier)}
                            {button("later", "›", &m.pan_later)}
                            {button("out", "−", &m.zoom_out)}
                            {button("in", "+", &m.zoom_in)}
                            <button type="button" class="button" data-do="fit">{m.zoom_fit.clone()}</button>
                        </div>
                    </div>
                    <p class="notice bare__notice" role="alert" data-part="notice" hidden></p>
                    <div class="timeline__note" hidden data-part="all">
                        <p role="status" data-part="hidden"></p>
                        <button type="button" class="button" data-filter="all">{m.show_all_events.clone()}</button>
                    </div>
                </header>
                <section class="timeline" aria-label=m.nav_timeline.clone()>
                    <div class="timeline__picture">
                        <div class="timeline__surface" data-timeline>
                            <p class="timeline__before">
                                <button type="button" class="timeline__earlier" data-do="earlier-events" hidden=count == 0>{earlier}</button>
                            </p>
                            <div class="timeline__axis" aria-hidden="true"><div class="timeline__ticks">{still(&self.still.layers.ticks)}</div></div>
                            <div class="timeline__lanes" aria-hidden="true">{still(&self.still.layers.lanes)}</div>
                            <div class="timeline__plot">
                                <div class="timeline__eras" aria-hidden="true"></div>
                                <ol class="timeline__events">{self.still.bars(&links)}</ol>
                            </div>
                        </div>
                        <div class="minimap" aria-hidden="true">
                            <svg class="minimap__bars" viewBox=format!("0 0 {WIDTH} {HEIGHT}") preserveAspectRatio="none"><path d=self.still.map()></path></svg>
                            <div class="minimap__window"></div>
                        </div>
                        <p class="timeline__hint">{m.timeline_hint.clone()}</p>
                    </div>
                    {self.panel()}
                    <div class="chronicle" data-part="list">{part.any()}{self.years()}</div>
                    <button type="button" class="button" data-do="more" data-part="more" hidden>{m.show_more.clone()}</button>
                </section>
                <footer class="bare__foot">
                    <label class="tools__group">
                        <span class="tools__label">{m.own_file.clone()}</span>
                        <input type="file" accept=".json,.csv,application/json,text/csv"/>
                    </label>
                    <p data-part="table"><a href=table.to_owned() download>{m.as_csv.clone()}</a></p>
                    {home.any()}
                </footer>
                <p class="visually-hidden" role="status" data-part="said"></p>
            </main>
        }
        .to_html()
        .replace("<!>", "") // marks for a program that takes over views, which this one does not
    }

    fn chips(&self) -> Vec<AnyView> {
        let chip = |(place, lane): (usize, &Lane)| {
            let name = self.words.lane(*lane).clone();
            let is_unused = name.is_empty();
            let count = self.still.shown.picked.lanes[place].to_string();
            view! {
                <button type="button" class=format!("chip lane--{}", lane.word()) data-filter=lane.word() aria-pressed="true" hidden=is_unused>
                    <span class="mark"></span>
                    <span data-part="name">{name}</span>
                    <span class="chip__count" data-part="count">{count}</span>
                </button>
            }
        };
        Lane::ALL.iter().enumerate().map(chip).collect_any()
    }

    /// The panel in which an event is opened, empty.
    fn panel(&self) -> AnyView {
        let m = self.messages;
        view! {
            <article class="detail" data-part="detail" hidden>
                <div class="detail__head">
                    <p class="kicker" data-part="when"></p>
                    <h2 class="detail__title" data-part="heading"></h2>
                    <nav class="detail__moves" aria-label=m.neighbours.clone()>
                        <span class="tools__group" data-part="moves">
                            <button type="button" class="button" data-do="previous">{m.previous_one.clone()}</button>
                            <button type="button" class="button" data-do="next">{m.next_one.clone()}</button>
                            <a class="detail__page" data-part="page" target="_blank">{m.event_page.clone()}</a>
                        </span>
                        <button type="button" class="button detail__close" data-do="close">{m.close.clone()}</button>
                    </nav>
                </div>
                <div class="detail__more">
                    <p class="detail__doubt" data-part="unsettled" hidden>{m.as_of_hidden.clone()}</p>
                    <p class="prose" data-part="summary"></p>
                    <ol class="detail__entries" data-part="entries"></ol>
                </div>
            </article>
        }
        .erase()
    }

    /// The events that the page carries, by year.
    fn years(&self) -> Vec<AnyView> {
        let events = &self.file.timeline.events;
        let mut years: Vec<(i32, Vec<usize>)> = Vec::new();
        for place in self.carried() {
            let year = crate::model::date::civil_from_day(events[place].entry.start).0;
            match years.last_mut() {
                Some((last, places)) if *last == year => places.push(place),
                _ => years.push((year, vec![place])),
            }
        }
        let year = |(year, places): (i32, Vec<usize>)| {
            let entries = places
                .into_iter()
                .map(|place| entry(&self.words, &events[place], &self.file.summaries[place]))
                .collect_any();
            view! {
                <section class="year">
                    <h2 class="year__name">{year}</h2>
                    <ol class="year__entries">{entries}</ol>
                </section>
            }
        };
        years.into_iter().map(year).collect_any()
    }
}

/// An event in the list, with its text.
fn entry(words: &Words, event: &TimelineEvent, summary: &str) -> AnyView {
    let entry = &event.entry;
    let name = entry.lanes.first().map(|lane| words.lane(*lane).clone());
    let name = name.filter(|name| !name.is_empty());
    let lane = entry.lanes.first().map_or("", |lane| lane.word());
    let text =
        (!summary.is_empty()).then(|| view! { <p class="entry__summary">{summary.to_owned()}</p> });
    view! {
        <li class=format!("entry lane--{lane}") id=format!("event-{}", entry.id)>
            <time class="entry__when" datetime=Date::from_day(entry.start).to_string()>{entry.date.clone()}</time>
            <span class="mark" role=name.is_some().then_some("img") aria-label=name></span>
            <h3 class="entry__title"><a data-event=entry.id.clone() href=format!("#event-{}", entry.id)>{entry.title.clone()}</a></h3>
            {text.any()}
        </li>
    }
    .erase()
}
