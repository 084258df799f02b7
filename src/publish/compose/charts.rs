//! Charts along time, from the records.

use super::Composer;
use crate::charts::axis::Axis;
use crate::charts::view::lane::lane;
use crate::charts::view::people::{Chair, seats};
use crate::charts::view::{Check, Force, Jar, Number, Promise, checks, forces, jars, promises};
use crate::model::record::Provision;
use crate::model::rich::plain;
use crate::model::walk as content;
use crate::model::{Kind, Lane, Target};

/// What a status of the accord is drawn as.
fn look(status: &str) -> &'static str {
    match status {
        "done" => "done",
        "partial" | "started" | "late" => "half",
        "not-done" | "stalled" | "reversed" | "ended" => "undone",
        _ => "open",
    }
}

impl Composer<'_> {
    /// The promised ends of the transition, as far as the facts have been checked.
    pub(super) fn promises_drawn(&self) -> String {
        let made: Vec<Promise> = self
            .library
            .promises
            .iter()
            .map(|promise| Promise {
                made: promise.announced.first_day(),
                date: self.words.date(promise.announced),
                words: plain(&promise.promised),
                end: promise.from.or(promise.until).map(|end| {
                    let latest = promise.until.unwrap_or(end).last_day();
                    (promise.from.map_or(latest, crate::model::Date::first_day), latest)
                }),
                is_open: promise.conditional,
            })
            .collect();
        promises(&made, self.library.site.checked.last_day())
    }

    /// The promises of a part of the accord, and how each stood when somebody looked.
    pub(super) fn provisions_drawn(&self, provisions: &[&Provision]) -> String {
        let all = self.library.accord.provisions.iter().flat_map(|provision| &provision.history);
        let axis = Axis::around(all.map(|progress| progress.when.first_day()));
        let checked: Vec<Check> = provisions
            .iter()
            .map(|provision| {
                let states = provision.history.iter().map(|progress| {
                    let word = self.word("accord_statuses", &progress.status);
                    (progress.when.first_day(), word, look(&progress.status))
                });
                Check { name: provision.title.clone(), states: states.collect() }
            })
            .collect();
        checks(&checked, axis)
    }

    /// A lane of the timeline.
    pub(super) fn lane_drawn(&self, of: Lane) -> String {
        let timeline = self.timeline(Vec::new());
        let href = |id: &str| self.path(Target::record(Kind::Event, id));
        lane(&timeline, of, href, &self.label("lane-picture"))
    }

    /// How many promises of each of these parts of the accord were kept, as it stood when somebody last looked; nothing without parts.
    pub(super) fn jars_drawn(&self, pillars: &[String]) -> String {
        let jar = |pillar: &String| {
            let of = |one: &&Provision| one.pillar == *pillar;
            let last = |one: &Provision| one.history.last().map(|progress| look(&progress.status));
            let looks = self.library.accord.provisions.iter().filter(of).filter_map(last);
            Jar { name: self.word("pillars", pillar), looks: looks.collect() }
        };
        let kinds = ["done", "half", "undone", "open"]
            .map(|look| (look, self.label(&format!("promises-{look}"))));
        let filled: Vec<Jar> = pillars.iter().map(jar).collect();
        if filled.is_empty() {
            String::new()
        } else {
            jars(&filled, &kinds, &self.label("promises-note"))
        }
    }

    /// The seats at a table.
    pub(super) fn seats_drawn(&self, of: &[content::Seat]) -> String {
        let seat = |seat: &content::Seat| Chair {
            name: self.short_name(&seat.who),
            state: self.word("seats", &seat.state),
            date: seat.when.map(|when| self.words.date(when)),
            is_taken: seat.state != "absent",
        };
        seats(&of.iter().map(seat).collect::<Vec<_>>())
    }

    /// The foreign forces; of their numbers those that may be drawn for Mali alone.
    pub(super) fn forces_drawn(&self) -> String {
        let mut shown: Vec<Force> = self
            .library
            .deployments
            .iter()
            .map(|deployment| {
                let numbers = deployment.strength.iter().filter(|one| one.draw).filter_map(|one| {
                    let value = one.value?;
                    #[expect(
                        clippy::cast_precision_loss,
                        reason = "counts of people are far below 2^52"
                    )]
                    let words = self.words.number(value as f64);
                    Some(Number { day: one.when.first_day(), value, words, kind: one.kind.clone() })
                });
                Force {
                    name: deployment.name.clone(),
                    dates: self.words.span(Some(deployment.start), deployment.end),
                    days: (
                        deployment.start.first_day(),
                        deployment.end.map(crate::model::Date::last_day),
                    ),
                    numbers: numbers.collect(),
                    note: deployment.chart_note.clone(),
                }
            })
            .collect();
        shown.sort_by_key(|force| force.days.0);
        let kinds = ["authorised", "deployed", "estimate"]
            .map(|kind| (kind.to_owned(), self.word("strength_kinds", kind)));
        forces(&shown, &kinds, self.library.site.checked.last_day())
    }
}
