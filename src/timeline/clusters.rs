//! What has no room is counted: events of a lane that lie closer together than a counter is wide become one cluster.
//!
//! ```text
//! rest of the lane   · ·  ·        ·      ····
//! drawn             (3)            ·      (4)
//! ```
//! The cost follows the number of clusters that fit, not that of the events in them.

use super::index::Track;
use super::scale::{Scale, whole};
use std::ops::Range;

/// The room of a cluster, from its first event to the next, in CSS pixels. Its counter has at most three letters.
pub const CLUSTER_PX: f64 = 40.0;

/// Events that are drawn as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// The place of the first of them in the list of all events.
    pub first: usize,
    /// The place of the last of them.
    pub last: usize,
    /// How many there are.
    pub count: usize,
    /// Positions in the lane's track among which they are; those drawn for themselves are among them too.
    pub range: Range<usize>,
}

/// Gathers the events of a lane at `range` of its track, apart from `placed`, which are positions in the track, ascending.
#[must_use]
pub fn gather(
    track: &Track,
    range: Range<usize>,
    placed: &[usize],
    starts: impl Fn(usize) -> i32,
    scale: Scale,
) -> Vec<Cluster> {
    let mut clusters = Vec::new();
    let mut at = range.start;
    let mut drawn = placed.partition_point(|position| *position < at);
    while at < range.end {
        if placed.get(drawn) == Some(&at) {
            drawn += 1;
            at += 1;
            continue;
        }
        let first = track.events[at];
        let last_day = scale.day_from_px(scale.px_of(starts(first)) + CLUSTER_PX);
        let end = track.starting_by(whole(last_day.ceil()) - 1).clamp(at + 1, range.end);
        let drawn_end = drawn + placed[drawn..].partition_point(|position| *position < end);
        let last = (at..end)
            .rev()
            .find(|position| placed[drawn..drawn_end].binary_search(position).is_err());
        let last = track.events[last.unwrap_or(at)];
        clusters.push(Cluster {
            first,
            last,
            count: end - at - (drawn_end - drawn),
            range: at..end,
        });
        (at, drawn) = (end, drawn_end);
    }
    clusters
}

impl Cluster {
    /// The places of its events in the list of all events; `is_drawn` says which are drawn for themselves.
    #[must_use]
    pub fn members(&self, track: &Track, is_drawn: impl Fn(usize) -> bool) -> Vec<usize> {
        track.events[self.range.clone()].iter().copied().filter(|place| !is_drawn(*place)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::index::Index;
    use crate::timeline::index::samples::events;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_event_is_drawn_or_counted_once(events in events(120), px_per_day in 0.01..40.0) {
            let index = Index::new(&events, &vec![true; events.len()]);
            let scale = Scale { start_day: 0.0, start_px: 0.0, px_per_day };
            for lane in &index.lanes {
                let track = &lane.all;
                let placed: Vec<usize> = (0..track.events.len()).filter(|position| position % 4 == 1).collect();
                let is_drawn = |place: usize| placed.iter().any(|position| track.events[*position] == place);
                let clusters = gather(track, 0..track.events.len(), &placed, |place| events[place].entry.start, scale);
                let mut seen: Vec<usize> = placed.iter().map(|position| track.events[*position]).collect();
                for cluster in &clusters {
                    let members = cluster.members(track, is_drawn);
                    prop_assert_eq!(members.len(), cluster.count);
                    prop_assert_eq!(members.first(), Some(&cluster.first));
                    prop_assert_eq!(members.last(), Some(&cluster.last));
                    seen.extend(members);
                }
                seen.sort_unstable();
                prop_assert_eq!(&seen, &track.events);
            }
        }

        #[test]
        fn counters_never_touch(events in events(120), px_per_day in 0.01..40.0) {
            let index = Index::new(&events, &vec![true; events.len()]);
            let scale = Scale { start_day: 0.0, start_px: 0.0, px_per_day };
            for lane in &index.lanes {
                let all = 0..lane.all.events.len();
                let clusters = gather(&lane.all, all, &[], |place| events[place].entry.start, scale);
                for pair in clusters.windows(2) {
                    let at = |cluster: &Cluster| scale.px_of(events[cluster.first].entry.start);
                    prop_assert!(at(&pair[1]) - at(&pair[0]) > CLUSTER_PX - 0.001);
                }
            }
        }
    }
}
