//! Who stood with whom and against whom, from the actors' own ties.

use super::Composer;
use crate::charts::axis::Axis;
use crate::charts::view::ties::{Tie, ties};
use crate::model::date::{civil_from_day, day_from_civil};
use crate::model::record;
use crate::model::{Date, Kind, Target};
use std::collections::BTreeSet;

/// Ties of those who stood on one side.
const WITH: [&str; 10] = [
    "ally-of",
    "partner-of",
    "fought-beside",
    "signatory-with",
    "sent-troops-to",
    "supplies",
    "trained-by",
    "supported",
    "mediator-for",
    "cooperation-reported",
];
/// Ties of those who stood against each other.
const AGAINST: [&str; 6] =
    ["opponent-of", "dispute-with", "sanctioned", "sanctioned-by", "overthrew", "suspended"];
/// Of these, what is done once.
const ONCE: [&str; 3] = ["overthrew", "signatory-with", "sanctioned"];
/// The first year that can be chosen.
const FIRST_YEAR: i32 = 2012;

impl Composer<'_> {
    /// The dated ties that held since the first year, under two headings.
    pub(super) fn ties_drawn(&self) -> String {
        let checked = self.library.site.checked.last_day();
        let last = civil_from_day(checked).0;
        let axis =
            Axis { first: day_from_civil(FIRST_YEAR, 1, 1), last: day_from_civil(last + 1, 1, 1) };
        let groups = [("ties-with", &WITH[..]), ("ties-against", &AGAINST[..])];
        let groups = groups.map(|(name, kinds)| {
            let mut told = BTreeSet::new();
            let mut found = Vec::new();
            for actor in self.library.actors.iter() {
                for tie in actor.ties.iter().filter(|tie| kinds.contains(&&*tie.kind)) {
                    let mut pair = [&*actor.id, &*tie.to];
                    pair.sort_unstable();
                    let Some(drawn) = self.tie_drawn(actor, tie, checked) else { continue };
                    if drawn.days.1 >= axis.first && told.insert((pair, tie.kind.clone(), tie.from))
                    {
                        found.push(drawn);
                    }
                }
            }
            found.sort_by(|one, other| (one.days.0, &one.ends).cmp(&(other.days.0, &other.ends)));
            (self.label(name), found)
        });
        let years: Vec<i32> = (FIRST_YEAR..=last).collect();
        ties(&groups, &[self.label("ties-years"), self.label("map-all-years")], &years, axis)
    }

    /// A tie with its time; none if nobody says when it began. It ends at the latest when one of the two does; what is done once lasts a day.
    fn tie_drawn(&self, actor: &record::Actor, tie: &record::Tie, checked: i32) -> Option<Tie> {
        let from = tie.from?;
        let other = self.library.actors.get(&tie.to);
        let ends = [tie.until, actor.until, other.and_then(|other| other.until)];
        let until = ends.into_iter().flatten().min_by_key(|until| until.last_day());
        let until = if ONCE.contains(&&*tie.kind) { until.or(Some(from)) } else { until };
        let days = (from.first_day(), until.map_or(checked, Date::last_day));
        let end = |id: &str| (self.short_name(id), self.path(Target::record(Kind::Actor, id)));
        let [first, last] = [days.0, days.1].map(|day| civil_from_day(day).0);
        Some(Tie {
            ends: [end(&actor.id), end(&tie.to)],
            words: self.word("relations", &tie.kind),
            span: self.words.span(Some(from), until),
            days,
            years: (first.max(FIRST_YEAR)..=last).collect(),
        })
    }
}
