//! The walk: its contents, and the steps of each chapter with their stages.

use super::pieces::Notes;
use super::{Composer, Draft, Drafts, Preview, shorten};
use crate::charts::view::people::{dots, people};
use crate::charts::view::timeline_link;
use crate::charts::view::way::{Pace, way};
use crate::model::messages::fill;
use crate::model::page::{self, Body, Step, Steps, Vote, VoteOption, Walk};
use crate::model::walk as content;
use crate::model::{Date, Inline, Kind, Rich, Room, Target};
use crate::routes::whole_chapter;

/// From so many people on each that is drawn stands for ten.
const MANY: u32 = 60;

/// What is shown beside a step.
#[derive(Default)]
struct Shown {
    picture: String,
    told: Vec<Rich>,
    stage: page::Stage,
}

impl From<page::Stage> for Shown {
    fn from(stage: page::Stage) -> Self {
        Self { stage, ..Self::default() }
    }
}

/// The steps of a chapter in order, each with its address.
pub(super) fn pages(steps: &Steps) -> impl Iterator<Item = (Target, &str, &Step)> {
    let Steps { chapter, steps } = steps;
    chapter.steps.iter().zip(steps).map(|((id, title), step)| {
        (Target::Step(chapter.id.clone(), id.clone()), title.as_str(), step)
    })
}

/// What is said of each step of a chapter, in order.
pub(super) fn previews(steps: &Steps) -> Vec<(Target, Preview)> {
    let preview = |(target, title, step): (Target, &str, &Step)| {
        let description = shorten(&format!("{} {}", step.idea, step.stage_short));
        (target, Preview { title: title.to_owned(), description })
    };
    pages(steps).map(preview).collect()
}

impl Composer<'_> {
    pub(super) fn walk_page(&self, pages: &mut Drafts) {
        let chapters = &self.library.chapters;
        let intro = self.label("walk-intro");
        let mut lead = crate::model::rich::text(format!("{intro} {} ", self.label("walk-print")));
        for chapter in chapters.iter() {
            if chapter.number > 1 {
                lead.push(Inline::Text(self.word("dates", "comma")));
            }
            let path = whole_chapter(&self.library.locale, &chapter.id);
            lead.push(Inline::File(path, chapter.number.to_string()));
        }
        let walk = Walk {
            heading: self.label("walk"),
            intro: lead,
            chapters: chapters.iter().map(|chapter| self.chapter(chapter)).collect(),
        };
        Self::room(
            pages,
            Room::Walk,
            Draft { title: self.label("walk"), description: intro, body: Body::Walk(walk) },
        );
    }

    /// The steps of every chapter.
    pub(super) fn chapters(&self) -> Vec<Steps> {
        let steps = |chapter: &content::Chapter| Steps {
            chapter: self.chapter(chapter),
            steps: chapter.steps.iter().map(|step| self.step(chapter, step)).collect(),
        };
        self.library.chapters.iter().map(steps).collect()
    }

    fn chapter(&self, chapter: &content::Chapter) -> page::Chapter {
        let beside = |number: Option<u8>, end: fn(&[content::Step]) -> Option<&content::Step>| {
            let other = self.library.chapters.iter().find(|other| Some(other.number) == number)?;
            Some((other.id.clone(), end(&other.steps)?.id.clone()))
        };
        page::Chapter {
            id: chapter.id.clone(),
            number: chapter.number,
            title: chapter.title.clone(),
            question: chapter.question.clone(),
            duration: fill(&self.label("minutes"), &[("n", &chapter.minutes.to_string())]),
            steps: chapter.steps.iter().map(|step| (step.id.clone(), step.title.clone())).collect(),
            before: beside(chapter.number.checked_sub(1), <[content::Step]>::last),
            after: beside(chapter.number.checked_add(1), <[content::Step]>::first),
        }
    }

    fn step(&self, chapter: &content::Chapter, step: &content::Step) -> Step {
        let is_last = chapter.steps.last() == Some(step);
        let closing = |list: &Vec<_>| if is_last { list.clone() } else { Vec::new() };
        let mut notes = Notes::default();
        notes.numbers(&step.sources);
        let Shown { picture, told, stage } = self.shown(step, &mut notes);
        Step {
            idea: step.idea.clone(),
            core: step.core.clone(),
            full: step.full.clone(),
            picture,
            told,
            stage,
            stage_title: step.stage_title.clone(),
            stage_short: step.stage_short.clone(),
            stage_long: step.stage_long.clone(),
            cites: notes.cites(self),
            known: closing(&chapter.known),
            unknown: closing(&chapter.unknown),
            ask: closing(&chapter.ask),
        }
    }

    fn shown(&self, step: &content::Step, notes: &mut Notes) -> Shown {
        let mut said_of = |says: &[content::MapPlace]| {
            says.iter().map(|one| notes.noted(&one.says, &one.sources)).collect::<Vec<_>>()
        };
        match &step.stage {
            content::Stage::Story { sentences } => {
                page::Stage::Story(self.paragraphs(sentences, notes), sentences.clone()).into()
            }
            content::Stage::Dates { events } => self.dates(events),
            content::Stage::Route { from, to, straight_km, track_km, paces } => {
                let [straight, track] = [straight_km, track_km].map(|km| self.kilometres(*km));
                let by_track = fill(&self.label("way-by-track"), &[("n", &track)]);
                let lengths =
                    [(self.label("straight-line"), straight), (self.label("by-track"), track)];
                let pace =
                    |pace: &content::Pace| Pace { words: pace.label.clone(), hours: pace.hours };
                let paces: Vec<Pace> = paces.iter().map(pace).collect();
                let picture = self.map_of_way(from, to, by_track) + &way(&lengths, &paces);
                Shown { picture, ..Shown::default() }
            }
            content::Stage::Map { window, places: said, way, towards } => {
                let mut told = said_of(said);
                for (rich, one) in told.iter_mut().zip(said) {
                    let link = self.joined([self.link(Kind::Place, &one.place)]);
                    rich.splice(0..0, link.into_iter().chain([Inline::Text(" ".to_owned())]));
                }
                let ids: Vec<&str> = said.iter().map(|one| one.place.as_str()).collect();
                let picture = self.map_of_step(&step.id, window, &ids, way, towards.as_deref());
                Shown { picture, told, ..Shown::default() }
            }
            content::Stage::Promises => {
                Shown { picture: self.promises_drawn(), ..Shown::default() }
            }
            content::Stage::Dots { count, each, says } => {
                let picture = dots(count / each, &self.each_stands_for(*each));
                Shown { picture, told: said_of(says), ..Shown::default() }
            }
            content::Stage::Voices { dispute, claims, land } => Shown {
                picture: land
                    .as_ref()
                    .map(|land| self.map_of_claim(&step.id, &land.layer))
                    .unwrap_or_default(),
                told: land.iter().map(|land| notes.noted(&land.says, &land.sources)).collect(),
                stage: page::Stage::Voices(self.voices(dispute, claims)),
            },
            content::Stage::Sides { between, sides } => {
                let mut side = |side: &content::Side| {
                    let mut says = side.says.clone();
                    if let Some(last) = says.last_mut() {
                        *last = notes.noted(last, &side.sources);
                    }
                    page::Side { title: side.title.clone(), says }
                };
                page::Stage::Sides(between.clone(), sides.iter().map(&mut side).collect()).into()
            }
            content::Stage::Seats(seats) => Shown {
                picture: self.seats_drawn(seats),
                told: seats.iter().map(|one| notes.noted(&one.says, &one.sources)).collect(),
                ..Shown::default()
            },
            content::Stage::Naming(namings) => page::Stage::Naming(
                namings
                    .iter()
                    .map(|naming| page::Naming {
                        from: self.owner(&naming.from),
                        to: naming.to.iter().map(|id| self.owner(id)).collect(),
                        word: naming.word.clone(),
                        says: notes.noted(&naming.says, &naming.sources),
                    })
                    .collect(),
            )
            .into(),
            content::Stage::Counter(counts) => self.counter(counts, notes).into(),
            content::Stage::Vote { pillars, .. } => Shown {
                picture: self.jars_drawn(pillars),
                stage: self.vote(&step.stage, &step.id, false, notes),
                ..Shown::default()
            },
            content::Stage::Again { step: before } => {
                let chapters = self.library.chapters.iter();
                let asked =
                    chapters.flat_map(|chapter| &chapter.steps).find(|one| one.id == *before);
                asked
                    .map(|one| self.vote(&one.stage, &one.id, true, notes))
                    .unwrap_or_default()
                    .into()
            }
        }
    }

    /// Events along a line of time, and the way to the same time on the timeline.
    fn dates(&self, events: &[String]) -> Shown {
        let events: Vec<_> =
            self.library.events.iter().filter(|event| events.contains(&event.id)).collect();
        let days = || events.iter().map(|event| event.when.start);
        let ends =
            days().min_by_key(|day| day.first_day()).zip(days().max_by_key(|day| day.last_day()));
        let picture = ends.map(|(first, last)| {
            let [from, to] = [first.first_day(), last.last_day()].map(Date::from_day);
            let way = format!("{}?from={from}&to={to}", self.path(Target::Room(Room::Timeline)));
            timeline_link(&way, &self.label("dates-on-timeline"))
        });
        let entries = events.iter().map(|event| self.entry(event)).collect();
        Shown {
            picture: picture.unwrap_or_default(),
            stage: page::Stage::Dates(entries),
            ..Shown::default()
        }
    }

    /// Counts of people, each drawn beside what is said of it; those of a step are drawn alike.
    fn counter(&self, counts: &[content::Count], notes: &mut Notes) -> page::Stage {
        let ranges = counts.iter().flat_map(|count| &count.people).flat_map(|people| people.range);
        let each = if ranges.flatten().max() >= Some(MANY) { 10 } else { 1 };
        let number = self.words.number(f64::from(each));
        let mut key = (each > 1).then(|| fill(&self.label("one-person"), &[("n", &number)])); // said once
        let mut one = |count: &content::Count| page::Count {
            by: self.owner(&count.by),
            day: count.when.first_day(),
            date: self.words.date(count.when),
            says: notes.noted(&count.says, &count.sources),
            picture: count
                .people
                .iter()
                .map(|counted| self.people_drawn(counted, each, &mut key))
                .collect(),
        };
        page::Stage::Counter(counts.iter().map(&mut one).collect())
    }

    /// People that somebody counted, with of whom they are; `key` is added to the first that are drawn.
    fn people_drawn(
        &self,
        counted: &content::People,
        each: u32,
        key: &mut Option<String>,
    ) -> String {
        let whom = self.word("toll_groups", &counted.of);
        let state = self.word("toll_states", &counted.state).to_lowercase();
        let (range, how) = match counted.range {
            [None, None] => ([0, 0], self.label("count-unclear")),
            [Some(0), None | Some(0)] | [None, Some(0)] => ([0, 0], self.label("count-nobody")),
            [Some(least), None] => ([least, least], self.label("count-at-least")),
            [least, Some(most)] => ([least.unwrap_or(most), most], String::new()),
        };
        let comma = if how.is_empty() { "" } else { ", " };
        let key = if range == [0, 0] { None } else { key.take() };
        let note = [&*whom, ": ", &state, comma, &how, ". ", &key.unwrap_or_default()].concat();
        people(range, each, &counted.state, note.trim_end())
    }

    fn each_stands_for(&self, each: u32) -> String {
        fill(&self.label("one-dot"), &[("n", &self.words.number(f64::from(each)))])
    }

    fn kilometres(&self, km: f64) -> String {
        fill(&self.label("kilometres"), &[("n", &self.words.number(km))])
    }

    /// The vote of a step.
    fn vote(
        &self,
        stage: &content::Stage,
        step: &str,
        is_again: bool,
        notes: &mut Notes,
    ) -> page::Stage {
        let content::Stage::Vote { sentences, question, options, .. } = stage else {
            return page::Stage::default();
        };
        let sentences = sentences.iter().filter_map(|id| self.library.story.sentences.get(id));
        let options = options.iter().map(|option| VoteOption {
            label: option.label.clone(),
            feedback: option.feedback.clone(),
        });
        page::Stage::Vote(Vote {
            question: question.clone(),
            sentences: sentences.map(|sentence| self.sentence(sentence, notes)).collect(),
            options: options.collect(),
            step: step.to_owned(),
            is_again,
        })
    }

    fn voices(&self, dispute: &str, keys: &[String]) -> Vec<page::Claim> {
        let Some(dispute) = self.library.disputes.get(dispute) else { return Vec::new() };
        let claims =
            keys.iter().filter_map(|key| dispute.claims.iter().find(|claim| claim.key == *key));
        claims.map(|claim| self.claim(claim)).collect()
    }
}
