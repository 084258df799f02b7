//! What is drawn, and the room that it takes.

use super::clusters::Cluster;
use super::lanes::Extent;
use super::viewport::EDGE_PX;
use crate::model::Lane;

/// Half a mark and the air around it.
pub const HALF_MARK_PX: f64 = 8.0;
/// Half of what a mark without a title keeps free, so that it can be pressed.
pub const HALF_BARE_PX: f64 = 12.0;
/// Between a mark and its title.
const TITLE_GAP_PX: f64 = 5.0;

/// On which side of its mark a title stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Title {
    /// Behind it in reading order.
    After,
    /// Before it.
    Before,
    /// Over its bar, at the bar's start or where that comes into the window.
    Over,
    /// There is no room for it.
    None,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// One event, by its place in the list of all.
    Event(usize),
    /// Events too close together, with the place of their lane in the index.
    Cluster(usize, Cluster),
}

/// Something drawn at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it is.
    pub what: What,
    /// Its lane.
    pub lane: Lane,
    /// Its first day.
    pub day: i32,
    /// The middle of its mark, from the inline start.
    pub start_px: f64,
    /// From the top of the picture.
    pub top_px: f64,
    /// How long its bar is; 0 for a moment.
    pub length_px: f64,
    /// Where its title is.
    pub title: Title,
    /// How much room the title has; 0 without one.
    pub title_px: f64,
    /// Whether words that show only when it is pointed at stand before the mark.
    pub opens_before: bool,
}

impl Item {
    /// Tells it from all others, through every zoom.
    #[must_use]
    pub fn key(&self) -> usize {
        match &self.what {
            What::Event(place) => Self::key_of(*place),
            What::Cluster(_, cluster) => cluster.first * 2 + 1,
        }
    }

    /// The key of an event that is drawn for itself.
    #[must_use]
    pub fn key_of(event: usize) -> usize {
        event * 2
    }

    /// The event that a key was made of: the event itself, or the first of a cluster.
    #[must_use]
    pub fn event_of(key: usize) -> usize {
        key / 2
    }

    /// How far behind the mark's middle a title begins that stands over its bar, with the bar's start so far from the window's.
    #[must_use]
    pub fn over_px(start_px: f64) -> f64 {
        (EDGE_PX - start_px).max(HALF_MARK_PX + TITLE_GAP_PX)
    }

    /// Where its box begins, which is where its title begins if that stands before the mark.
    #[must_use]
    pub fn box_px(&self) -> f64 {
        if self.title == Title::Before {
            self.start_px - TITLE_GAP_PX - HALF_MARK_PX - self.title_px
        } else {
            self.start_px
        }
    }

    /// Whether it counts the event at a position as [`Index::position`] tells it, unless that is drawn for itself.
    ///
    /// [`Index::position`]: super::index::Index::position
    #[must_use]
    pub fn counts(&self, (of, position): (usize, usize)) -> bool {
        matches!(&self.what, What::Cluster(lane, cluster) if *lane == of && cluster.range.contains(&position))
    }

    /// What it keeps free of others in its row.
    #[must_use]
    pub fn extent(&self) -> Extent {
        let (before, after) = match self.title {
            Title::None => (HALF_BARE_PX, HALF_BARE_PX.max(self.length_px)),
            Title::Over => (HALF_MARK_PX, self.length_px),
            Title::Before => {
                (HALF_MARK_PX + TITLE_GAP_PX + self.title_px, HALF_MARK_PX.max(self.length_px))
            }
            Title::After => {
                (HALF_MARK_PX, HALF_MARK_PX.max(self.length_px) + TITLE_GAP_PX + self.title_px)
            }
        };
        Extent { start_px: self.start_px - before, end_px: self.start_px + after }
    }
}
