//! The packing of one lane: who gets a row and a title, and who is counted.

use super::clusters::{Cluster, gather};
use super::index::{LaneIndex, WEIGHTS};
use super::item::{HALF_MARK_PX, Item, Title, What};
use super::label::text_px;
use super::lanes::{Extent, Rows};
use super::layout::Anchor;
use super::scale::factor;
use super::viewport::{Bounds, EDGE_PX};
use crate::model::page::TimelineEvent;

/// Between what stands in one row.
const GAP_PX: f64 = 10.0;
/// Less than this is drawn as a moment.
const LEAST_LENGTH_PX: f64 = 14.0;
/// What the longest title leaves free of the picture's width.
const LEAST_FREE_PX: f64 = 60.0;
/// What the stylesheet writes before the title of an event whose date is in doubt; ≠ is as wide.
const DOUBT: &str = "≈ ";
/// Rows that events of a weight may fill, in the order of [`WEIGHTS`].
const ROWS: [usize; 3] = [7, 4, 3];
/// Of one weight, at most about so many are tried; those are picked so that moving the window changes nothing.
const MOST_TRIED: usize = 500;

/// The packing of one lane.
pub struct Packing<'a> {
    /// All events.
    pub events: &'a [TimelineEvent],
    /// The lane.
    pub lane: &'a LaneIndex,
    /// The place of the lane in the index.
    pub place: usize,
    /// The first and the last day that are laid out.
    pub days: (i32, i32),
    /// What it is drawn for.
    pub anchor: Anchor,
    /// All of time; titles do not reach beyond.
    pub bounds: Bounds,
    /// The last day that bars reach: what came after is not told.
    pub until: i32,
}

impl Packing<'_> {
    /// What is drawn, its top from the lane's first row, and how many rows it takes. `first` comes before all others.
    #[must_use]
    pub fn pack(&self, first: Option<usize>) -> (Vec<Item>, usize) {
        let mut rows = Rows::default();
        let mut items: Vec<Item> = Vec::new();
        if let Some(event) = first {
            items.extend(self.place(event, ROWS[0], true, &mut rows));
        }
        for (rank, track) in self.lane.by_weight.iter().enumerate() {
            let touching = || track.touching(self.days.0, self.days.1);
            let stride = (touching().count() / MOST_TRIED).max(1).next_power_of_two();
            let tried = touching()
                .filter(|position| position & (stride - 1) == 0)
                .map(|position| track.events[position]);
            for event in tried.filter(|event| Some(*event) != first) {
                items.extend(self.place(event, ROWS[rank], WEIGHTS[rank] > 1, &mut rows));
            }
        }
        let count = rows.count();
        let clusters = self.clusters(&items, factor(count) * self.anchor.metrics.row_px());
        let has_clusters = !clusters.is_empty();
        items.extend(clusters);
        (items, count + usize::from(has_clusters))
    }

    /// Draws an event where its title fits, or without it if that is allowed.
    fn place(
        &self,
        event: usize,
        limit: usize,
        may_be_bare: bool,
        rows: &mut Rows,
    ) -> Option<Item> {
        let TimelineEvent { entry, doubt, .. } = &self.events[event];
        let scale = self.anchor.scale();
        let font_px = self.anchor.metrics.font_px;
        let start_px = scale.px_of(entry.start);
        let length_px =
            Some(scale.px_from_day(f64::from(entry.end.min(self.until)) + 1.0) - start_px);
        let length_px =
            length_px.filter(|length_px| *length_px >= LEAST_LENGTH_PX).unwrap_or_default();
        // Most find no room: then nothing more is worked out.
        let least = Extent {
            start_px: start_px - HALF_MARK_PX,
            end_px: start_px + HALF_MARK_PX.max(length_px),
        };
        if !rows.have_room(least, limit, GAP_PX) {
            return None;
        }
        let width_px = self.anchor.metrics.width_px;
        let px = |text: &str| text_px(text, font_px, entry.weight == 3);
        let doubt_px = if *doubt > 0 { px(DOUBT) } else { 0.0 };
        let title_px = (px(&entry.title) + doubt_px).ceil().min(width_px - LEAST_FREE_PX);
        let mut item = Item {
            what: What::Event(event),
            lane: self.lane.lane,
            day: entry.start,
            start_px,
            top_px: 0.0,
            length_px,
            title: Title::None,
            title_px,
            opens_before: false,
        };
        // No title is cut by an edge of the window: it stays on the side of its mark.
        let (of_first_px, of_last_px) =
            (scale.px_from_day(self.bounds.first), scale.px_from_day(self.bounds.last));
        let (from_px, until_px) = match start_px {
            ..0.0 => (of_first_px - EDGE_PX, 0.0),
            start_px if start_px <= width_px => (0.0, width_px),
            _ => (width_px, of_last_px + EDGE_PX),
        };
        let over_end_px = start_px + Item::over_px(start_px) + title_px;
        let fits_over = over_end_px + HALF_MARK_PX <= width_px.min(start_px + length_px)
            && start_px <= width_px;
        let sides = if start_px < 0.0 && fits_over {
            [Title::Over, Title::None, Title::None, Title::None]
        } else {
            [Title::After, Title::Before, Title::Over, Title::None]
        };
        for title in sides {
            item.title = title;
            let extent = item.extent();
            let title_end_px = if title == Title::After { extent.end_px } else { start_px };
            let is_whole = if title == Title::Over {
                fits_over
            } else {
                extent.start_px >= from_px && title_end_px <= until_px
            };
            if if title == Title::None { !may_be_bare } else { !is_whole } {
                continue;
            }
            if let Some(row) = rows.place(extent, limit, GAP_PX) {
                item.top_px = factor(row) * self.anchor.metrics.row_px();
                return Some(if title == Title::None { self.bare(item) } else { item });
            }
        }
        None
    }

    /// All that has not been drawn, counted where it is close together, in a row at `top_px`.
    fn clusters(&self, drawn: &[Item], top_px: f64) -> Vec<Item> {
        let track = &self.lane.all;
        let start_of = |event: usize| self.events[event].entry.start;
        let position = |item: &Item| match item.what {
            What::Event(event) => track.position(event),
            What::Cluster(..) => None,
        };
        let mut placed: Vec<(usize, usize)> =
            drawn.iter().filter_map(position).map(|position| (position, 0)).collect();
        placed.sort_unstable();
        let placed: Vec<usize> = placed.into_iter().map(|(position, _)| position).collect();
        let scale = self.anchor.scale();
        let clusters =
            gather(track, track.beginning(self.days.0, self.days.1), &placed, start_of, scale);
        let item = |cluster: Cluster| Item {
            lane: self.lane.lane,
            day: start_of(cluster.first),
            start_px: scale.px_of(start_of(cluster.first)),
            top_px,
            length_px: 0.0,
            title: Title::None,
            title_px: 0.0,
            opens_before: false,
            what: if cluster.count == 1 {
                What::Event(cluster.first)
            } else {
                What::Cluster(self.place, cluster)
            },
        };
        clusters.into_iter().map(|cluster| self.bare(item(cluster))).collect()
    }

    /// Gives the words that show when one points at a mark the larger part of the window, before it or after.
    fn bare(&self, item: Item) -> Item {
        let opens_before = item.start_px > self.anchor.metrics.width_px / 2.0;
        Item { opens_before, title_px: 0.0, ..item }
    }
}
