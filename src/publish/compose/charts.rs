//! Charts along time, from the records.

use super::Composer;
use crate::charts::axis::Axis;
use crate::charts::view::{Check, Force, Number, Promise, checks, forces, promises};
use crate::model::record::Provision;
use crate::model::rich::plain;

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
                    let look = match progress.status.as_str() {
                        "done" => "done",
                        "partial" | "started" | "late" => "half",
                        "not-done" | "stalled" | "reversed" | "ended" => "undone",
                        _ => "open",
                    };
                    let word = self.word("accord_statuses", &progress.status);
                    (progress.when.first_day(), word, look)
                });
                Check { name: provision.title.clone(), states: states.collect() }
            })
            .collect();
        checks(&checked, axis)
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
