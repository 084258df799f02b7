//! The walk: its contents, and the steps of each chapter with their stages.

use super::pieces::Notes;
use super::route::{layout, whole};
use super::{Composer, Draft, Drafts, Preview, shorten};
use crate::charts::view::dots;
use crate::model::messages::fill;
use crate::model::page::{self, Body, Step, Steps, Vote, VoteOption, Walk};
use crate::model::walk as content;
use crate::model::{Inline, Kind, Room, Target};
use crate::routes::whole_chapter;

/// The length that the scale bar of a route stands for.
const SCALE_KM: f64 = 10.0;

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
        let stage = self.stage(step, &mut notes);
        Step {
            idea: step.idea.clone(),
            core: step.core.clone(),
            full: step.full.clone(),
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

    fn stage(
        &self,
        content::Step { id: step, stage, .. }: &content::Step,
        notes: &mut Notes,
    ) -> page::Stage {
        match stage {
            content::Stage::Story { sentences } => {
                page::Stage::Story(self.paragraphs(sentences, notes), sentences.clone())
            }
            content::Stage::Dates { events } => {
                let shown = self.library.events.iter().filter(|event| events.contains(&event.id));
                page::Stage::Dates(shown.map(|event| self.entry(event)).collect())
            }
            content::Stage::Route { from, to, straight_km, track_km } => {
                page::Stage::Route(self.route(from, to, *straight_km, *track_km))
            }
            content::Stage::Map { window, places, way, towards } => {
                let said = places
                    .iter()
                    .map(|one| {
                        let mut rich = self.joined([self.link(Kind::Place, &one.place)]);
                        rich.push(Inline::Text(" ".to_owned()));
                        rich.extend(notes.noted(&one.says, &one.sources));
                        rich
                    })
                    .collect();
                let places: Vec<&str> = places.iter().map(|one| one.place.as_str()).collect();
                page::Stage::Drawn(self.map_of_step(window, &places, way, towards.as_deref()), said)
            }
            content::Stage::Promises => page::Stage::Drawn(self.promises_drawn(), Vec::new()),
            content::Stage::Dots { count, each, says } => {
                let key = [("n", self.words.number(f64::from(*each)))];
                let key = key.iter().map(|(name, words)| (*name, words.as_str()));
                let caption = fill(&self.label("one-dot"), &key.collect::<Vec<_>>());
                let said = says.iter().map(|one| notes.noted(&one.says, &one.sources)).collect();
                page::Stage::Drawn(dots(count / each, &caption), said)
            }
            content::Stage::Voices { dispute, claims } => {
                page::Stage::Voices(self.voices(dispute, claims))
            }
            content::Stage::Sides { between, sides } => {
                let mut side = |side: &content::Side| {
                    let mut says = side.says.clone();
                    if let Some(last) = says.last_mut() {
                        *last = notes.noted(last, &side.sources);
                    }
                    page::Side { title: side.title.clone(), says }
                };
                page::Stage::Sides(between.clone(), sides.iter().map(&mut side).collect())
            }
            content::Stage::Seats(seats) => {
                let said = seats.iter().map(|one| notes.noted(&one.says, &one.sources)).collect();
                page::Stage::Drawn(self.seats_drawn(seats), said)
            }
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
            ),
            content::Stage::Counter(counts) => page::Stage::Counter(
                counts
                    .iter()
                    .map(|count| page::Count {
                        by: self.owner(&count.by),
                        day: count.when.first_day(),
                        date: self.words.date(count.when),
                        says: notes.noted(&count.says, &count.sources),
                    })
                    .collect(),
            ),
            content::Stage::Vote { .. } => self.vote(stage, step, false, notes),
            content::Stage::Again { step: before } => {
                let chapters = self.library.chapters.iter();
                let asked =
                    chapters.flat_map(|chapter| &chapter.steps).find(|one| one.id == *before);
                asked.map_or_else(page::Stage::default, |one| {
                    self.vote(&one.stage, &one.id, true, notes)
                })
            }
        }
    }

    /// The vote of a step.
    fn vote(
        &self,
        stage: &content::Stage,
        step: &str,
        is_again: bool,
        notes: &mut Notes,
    ) -> page::Stage {
        let content::Stage::Vote { sentences, question, pillars, options } = stage else {
            return page::Stage::default();
        };
        let sentences = sentences.iter().filter_map(|id| self.library.story.sentences.get(id));
        let options = options.iter().map(|option| VoteOption {
            label: option.label.clone(),
            feedback: option.feedback.clone(),
        });
        page::Stage::Vote(Vote {
            question: question.clone(),
            picture: self.jars_drawn(pillars),
            sentences: sentences.map(|sentence| self.sentence(sentence, notes)).collect(),
            options: options.collect(),
            step: step.to_owned(),
            is_again,
        })
    }

    fn route(&self, from: &str, to: &str, straight_km: f64, track_km: f64) -> page::Route {
        let point = |id: &str| {
            self.library.places.get(id).map_or((0.0, 0.0), |place| (place.lat, place.lon))
        };
        let name = |id: &str| self.library.name(Kind::Place, id).unwrap_or(id).to_owned();
        let kilometres =
            |number: f64| fill(&self.label("kilometres"), &[("n", &self.words.number(number))]);
        let layout = layout(point(from), point(to), straight_km);
        page::Route {
            from: (name(from), layout.from.0, layout.from.1),
            to: (name(to), layout.to.0, layout.to.1),
            straight: kilometres(straight_km),
            track: kilometres(track_km),
            scale: (whole(SCALE_KM * layout.per_km), kilometres(SCALE_KM)),
        }
    }

    fn voices(&self, dispute: &str, keys: &[String]) -> Vec<page::Claim> {
        let Some(dispute) = self.library.disputes.get(dispute) else { return Vec::new() };
        let claims =
            keys.iter().filter_map(|key| dispute.claims.iter().find(|claim| claim.key == *key));
        claims.map(|claim| self.claim(claim)).collect()
    }
}
