//! Makes an event of each row, and a timeline of the events.

use super::fault::{Fault, FaultKind, Faults, told};
use super::row::{Cell, Field, Name, Row, START, TITLE};
use super::{EventFile, MOST_ROWS, MOST_SUMMARY, MOST_TITLE};
use crate::model::page::{Timeline, TimelineEvent};
use crate::model::{Date, Lane, Status, When};
use crate::search::fold;
use crate::timeline::words::DateWords;
use std::collections::BTreeMap;

/// What has been read so far. Whoever reads fills [`Builder::row`] and ends it.
pub struct Builder<'a> {
    /// The record that is being read.
    pub row: Row,
    /// The line on which it begins, if that is known.
    pub line: Option<usize>,
    words: &'a DateWords,
    title: Option<String>,
    rows: usize, // read to their end
    events: Vec<(TimelineEvent, String)>,
    ids: BTreeMap<String, usize>,
    lanes: Vec<String>,
    actors: Names,
    places: Names,
    faults: Faults,
    /// The records as they were read, if they are to be kept.
    #[cfg(feature = "ssr")]
    pub kept: Option<Vec<Row>>,
}

impl<'a> Builder<'a> {
    /// Nothing yet.
    pub fn new(words: &'a DateWords) -> Self {
        Self {
            row: Row::default(),
            line: None,
            words,
            title: None,
            rows: 0,
            events: Vec::new(),
            ids: BTreeMap::new(),
            lanes: Vec::new(),
            actors: Names::default(),
            places: Names::default(),
            faults: Faults::default(),
            #[cfg(feature = "ssr")]
            kept: None,
        }
    }

    /// Notes what is wrong with the record that is being read.
    pub fn fault(&mut self, field: &'static str, kind: FaultKind) {
        self.faults.add(Fault { row: self.rows + 1, line: self.line, field, kind });
    }

    /// Notes what is wrong with the file as a whole.
    pub fn fault_of_file(&mut self, line: Option<usize>, field: &'static str, kind: FaultKind) {
        self.faults.add(Fault { row: 0, line, field, kind });
    }

    /// Takes over the title of the file.
    pub fn title(&mut self, text: &str) {
        let text = text.trim();
        if text.chars().nth(MOST_TITLE).is_some() {
            self.fault_of_file(None, TITLE, FaultKind::TooLong(MOST_TITLE));
        }
        self.title = (!text.is_empty()).then(|| text.to_owned());
    }

    /// Ends the record, which cannot be read.
    pub fn end_row_with(&mut self, kind: FaultKind) {
        self.row.cells.clear();
        self.fault("", kind);
        self.rows += 1;
    }

    /// Ends the record: makes an event of it. After a fault nothing is made of the events, so it may then be anything.
    pub fn end_row(&mut self) {
        let mut row = std::mem::take(&mut self.row);
        if self.rows < MOST_ROWS {
            #[cfg(feature = "ssr")]
            if let Some(kept) = &mut self.kept {
                kept.push(row.clone());
            }
            let event = self.event(&mut row);
            self.events.push(event);
        } else if self.rows == MOST_ROWS {
            self.fault_of_file(None, "", FaultKind::TooMany(MOST_ROWS));
        }
        self.rows += 1;
        row.cells.clear();
        self.row = row;
    }

    fn event(&mut self, row: &mut Row) -> (TimelineEvent, String) {
        let mut event = TimelineEvent::default();
        let entry = &mut event.entry;
        entry.weight = 1;
        entry.status = Status::Documented;
        let (mut summary, mut known, mut settled) = (String::new(), None, None);
        let (mut has_start, mut end_name) = (false, "");
        let mut when = When::on(Date::from_day(0));
        for Cell { name, text } in row.cells.drain(..) {
            match name.field {
                Field::Id => entry.id = self.id(name, text),
                Field::Title => entry.title = self.short(name, text, MOST_TITLE),
                Field::Start => {
                    has_start = true;
                    when.start = self.date(name, text).unwrap_or(when.start);
                }
                Field::End => {
                    end_name = name.name;
                    when.end = self.date(name, text);
                }
                Field::Between => when.between = self.flag(name, text),
                Field::Circa => when.circa = self.flag(name, text),
                Field::Disputed => when.disputed = self.flag(name, text),
                Field::Lanes => {
                    let lane = self.lane(name, text);
                    if !entry.lanes.contains(&lane) {
                        entry.lanes.push(lane);
                    }
                }
                Field::Weight => match text.as_bytes() {
                    [digit @ b'1'..=b'3'] => entry.weight = digit - b'0',
                    _ => self.fault(name.name, FaultKind::NotAWeight(told(text))),
                },
                Field::Status => match Status::from_word(&text) {
                    Some(status) => entry.status = status,
                    None => self.fault(name.name, FaultKind::UnknownStatus(told(text))),
                },
                Field::Summary => summary = self.short(name, text, MOST_SUMMARY),
                Field::Place => {
                    let text = self.short(name, text, MOST_TITLE);
                    event.place = Some(self.places.number(&text));
                }
                Field::Actors => {
                    let text = self.short(name, text, MOST_TITLE);
                    event.actors.push(self.actors.number(&text));
                }
                Field::Known => known = self.date(name, text).map(Date::first_day),
                Field::Settled => settled = self.date(name, text).map(Date::first_day),
            }
        }
        if entry.title.is_empty() {
            self.fault(TITLE, FaultKind::Missing);
        }
        if !has_start {
            self.fault(START, FaultKind::Missing);
        }
        if entry.id.is_empty() {
            entry.id = self.own_id("id", "row-".to_owned() + &(self.rows + 1).to_string());
        }
        entry.start = when.start.first_day();
        entry.end = when.last_day();
        if entry.end < entry.start {
            self.fault(end_name, FaultKind::EndBeforeStart);
        }
        entry.date = self.words.when(&when);
        event.lasts = when.end.is_some() && !when.between;
        event.doubt = when.doubt();
        event.known = known.unwrap_or(event.entry.end);
        event.settled = settled.unwrap_or(event.known).max(event.known);
        if event.lasts && event.known < event.entry.end {
            when.end = None;
            event.since = self.words.when(&when);
        }
        (event, summary)
    }

    fn short(&mut self, name: Name, text: String, most: usize) -> String {
        if text.chars().nth(most).is_some() {
            self.fault(name.name, FaultKind::TooLong(most));
        }
        text
    }

    fn date(&mut self, name: Name, text: String) -> Option<Date> {
        let date = text.parse().ok();
        if date.is_none() {
            self.fault(name.name, FaultKind::NotADate(told(text)));
        }
        date
    }

    fn flag(&mut self, name: Name, text: String) -> bool {
        let is_true = text.eq_ignore_ascii_case("true");
        if !is_true && !text.eq_ignore_ascii_case("false") {
            self.fault(name.name, FaultKind::NotYesOrNo(told(text)));
        }
        is_true
    }

    fn id(&mut self, name: Name, text: String) -> String {
        let is_sound = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if !text.bytes().all(is_sound) {
            self.fault(name.name, FaultKind::BadId(told(text.clone())));
        }
        let text = self.short(name, text, MOST_TITLE);
        self.own_id(name.name, text)
    }

    /// An id, if no other record has it.
    fn own_id(&mut self, field: &'static str, id: String) -> String {
        let row = self.rows + 1;
        if *self.ids.entry(id.clone()).or_insert(row) != row {
            self.fault(field, FaultKind::DoubleId(told(id.clone())));
        }
        id
    }

    /// The lane for a word, as if the lanes were called in the order of their words.
    fn lane(&mut self, name: Name, text: String) -> Lane {
        let known = self.lanes.iter().position(|word| *word == text);
        let place = known.unwrap_or(self.lanes.len());
        let Some(lane) = Lane::ALL.get(place) else {
            self.fault(name.name, FaultKind::TooManyLanes(told(text)));
            return Lane::default();
        };
        if known.is_none() {
            let text = self.short(name, text, MOST_TITLE);
            self.lanes.push(text);
        }
        *lane
    }

    /// What came of all rows: a file, or what is wrong with it.
    pub fn finish(mut self) -> Result<EventFile, Vec<Fault>> {
        if self.rows == 0 && self.faults.is_empty() {
            self.fault_of_file(None, "", FaultKind::Empty);
        }
        if !self.faults.is_empty() {
            return Err(self.faults.told());
        }
        let own: Vec<Lane> = self.lanes.iter().filter_map(|word| Lane::from_word(word)).collect();
        let is_own_lanes = !own.is_empty() && own.len() == self.lanes.len();
        let mut lanes: [String; 5] = Default::default();
        let meant: &[Lane] = if is_own_lanes { &own } else { Lane::ALL };
        for (lane, word) in meant.iter().zip(self.lanes) {
            lanes[*lane as usize] = word;
        }
        let (actors, actor_places) = self.actors.in_order();
        let (places, place_places) = self.places.in_order();
        // Most files are in order already, and moving events about is dear.
        if !self.events.is_sorted_by_key(|(event, _)| event.entry.start) {
            self.events.sort_by_key(|(event, _)| event.entry.start);
        }
        let mut opening = (i32::MAX, i32::MIN);
        let mut events = Vec::with_capacity(self.events.len());
        let mut summaries = Vec::with_capacity(self.events.len());
        for (mut event, summary) in self.events {
            opening = (opening.0.min(event.entry.start), opening.1.max(event.entry.end));
            for lane in &mut event.entry.lanes {
                *lane = meant[*lane as usize];
            }
            if event.entry.lanes.is_empty() {
                event.entry.lanes.push(Lane::default());
            }
            for actor in &mut event.actors {
                *actor = actor_places[*actor];
            }
            event.place = event.place.map(|place| place_places[place]);
            events.push(event);
            summaries.push(summary);
        }
        let timeline = Timeline {
            heading: self.title.clone().unwrap_or_default(),
            intro: Vec::new(),
            events,
            eras: Vec::new(),
            opening,
            months: self.words.months.clone(),
            actors,
            places,
        };
        Ok(EventFile { title: self.title, timeline, lanes, is_own_lanes, summaries })
    }
}

/// Names, each once, with numbers in the order of their first use.
#[derive(Default)]
struct Names(BTreeMap<String, usize>); // by the folded name, and behind a zero, which no folded name has, the name

impl Names {
    fn number(&mut self, name: &str) -> usize {
        let mut key = fold(name);
        key.push('\0');
        key.push_str(name);
        let next = self.0.len();
        *self.0.entry(key).or_insert(next)
    }

    /// The names by their folded form, each as its own id, and the place of each number among them.
    fn in_order(self) -> (Vec<(String, String)>, Vec<usize>) {
        let mut places = vec![0; self.0.len()];
        let mut names = Vec::with_capacity(places.len());
        for (key, number) in self.0 {
            places[number] = names.len();
            let name = key.split_once('\0').map_or("", |(_, name)| name);
            names.push((name.to_owned(), name.to_owned()));
        }
        (names, places)
    }
}
