//! The picture as a list of things with places, before anything is drawn: what stands where, and what it says.

use super::clusters::Cluster;
use super::eras::Band;
use super::item::{Item, Title, What};
use super::layout::Stripe;
use super::ticks::Tick;
use super::words::{self, Words};
use crate::model::Lane;
use crate::model::page::{Timeline, TimelineEvent};

/// What an era must show of itself to be named.
const LEAST_NAME_PX: f64 = 44.0;

/// Something drawn at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Sprite {
    /// Tells it from the others of its layer, whatever the zoom.
    pub key: usize,
    /// Its classes.
    pub class: String,
    /// The id of the event that it stands for.
    pub event: Option<String>,
    /// Where it begins, and its top, in CSS pixels.
    pub place: [f64; 2],
    /// Its length, the room for its title, and how far behind its start that stands over its bar if it does, in CSS pixels. Each layer
    /// uses what it needs.
    pub lengths: [f64; 3],
    /// Its parts: their classes and words.
    pub parts: Vec<(&'static str, String)>,
    /// What it is called where it is heard, and shown where it has no room for a title.
    pub name: Option<String>,
    /// Whether it stands for what is open.
    pub is_current: bool,
    /// Whether the tab key stops here.
    pub is_stop: bool,
}

impl Sprite {
    fn still(
        key: usize,
        class: String,
        [x, y, length, title]: [f64; 4],
        parts: Vec<(&'static str, String)>,
    ) -> Self {
        Self {
            key,
            class,
            event: None,
            place: [x, y],
            lengths: [length, title, 0.0],
            parts,
            name: None,
            is_current: false,
            is_stop: false,
        }
    }

    /// Whether what is drawn for it may be drawn for another that looks like it. What has the focus stays what it is.
    #[must_use]
    pub fn can_become(&self, other: &Self) -> bool {
        !self.is_stop && self.class == other.class && self.event.is_some() == other.event.is_some()
    }

    /// Whether it has parts of the same classes as another.
    #[must_use]
    pub fn has_parts_of(&self, other: &Self) -> bool {
        self.parts.iter().map(|(class, _)| class).eq(other.parts.iter().map(|(class, _)| class))
    }
}

/// What is drawn for an item, for a reader who stands on a day. `is_current` and `is_stop` are for the caller to set.
#[must_use]
pub fn bar(words: &Words, timeline: &Timeline, item: &Item, as_of: Option<i32>) -> Sprite {
    let title = match (item.title, item.opens_before) {
        (Title::After, _) => "",
        (Title::Before, _) => " event-bar--before",
        (Title::Over, _) => " event-bar--over",
        (Title::None, false) => " event-bar--bare",
        (Title::None, true) => " event-bar--bare event-bar--late",
    };
    let (kind, parts, name) = match &item.what {
        What::Event(place) => event(words, &timeline.events[*place], item, as_of),
        What::Cluster(_, one) => cluster(words, timeline, one),
    };
    let class = ["event-bar lane--", item.lane.word(), kind[0], kind[1], kind[2], title].concat();
    let places = [item.box_px(), item.top_px, item.length_px, item.title_px];
    let mut sprite = Sprite::still(item.key(), class, places, parts);
    sprite.name = Some(name);
    if item.title == Title::Over {
        sprite.lengths[2] = Item::over_px(item.start_px);
    }
    if let What::Event(place) = item.what {
        sprite.event = Some(timeline.events[place].entry.id.clone());
    }
    sprite
}

/// Classes, parts and name.
type Drawing = ([&'static str; 3], Vec<(&'static str, String)>, String);

/// Classes of weight and doubt; mark, bar and title. The date and the lane are in its name.
fn event(words: &Words, event: &TimelineEvent, item: &Item, as_of: Option<i32>) -> Drawing {
    let weight = match event.entry.weight {
        3 => " event-bar--heavy",
        2 => "",
        _ => " event-bar--light",
    };
    let doubt = match event.doubt {
        0 => "",
        1 => " event-bar--circa",
        _ => " event-bar--disputed",
    };
    let vague = if event.lasts { "" } else { " event-bar--vague" };
    let title = &event.entry.title;
    let name = [title, ", ", event.date_by(as_of), ", ", words.lane(item.lane)].concat();
    let mut parts = Vec::with_capacity(3);
    parts.push(("mark", String::new()));
    if item.length_px > 0.0 {
        parts.push(("event-bar__extent", String::new()));
    }
    if item.title != Title::None {
        parts.push(("event-bar__label", title.clone()));
    }
    ([weight, doubt, vague], parts, name)
}

/// How many, in three letters, with which its name begins; then it says it in words.
fn cluster(words: &Words, timeline: &Timeline, cluster: &Cluster) -> Drawing {
    let count = if cluster.count > 999 { "1k+".to_owned() } else { cluster.count.to_string() };
    let ends = [cluster.first, cluster.last];
    let mut name = words::cluster(words, &timeline.events, cluster.count, ends);
    if !name.starts_with(&count) {
        name = [&*count, ": ", &name].concat();
    }
    ([" event-bar--cluster", "", ""], vec![("event-bar__count", count)], name)
}

/// What is drawn for a tick.
#[must_use]
pub fn tick(words: &Words, tick: &Tick) -> Sprite {
    let class = if tick.is_major { "tick tick--major" } else { "tick" };
    let key = usize::try_from(tick.day.cast_unsigned()).unwrap_or_default();
    let label = words::tick(words, tick.label);
    Sprite::still(key, class.to_owned(), [tick.px, 0.0, 0.0, 0.0], vec![("tick__label", label)])
}

/// The day that the reader stands on, as a line at its end.
#[must_use]
pub fn as_of(px: f64) -> Sprite {
    Sprite::still(usize::MAX, "timeline__as-of".to_owned(), [px, 0.0, 0.0, 0.0], Vec::new())
}

/// What is drawn for an era: a band with its name.
#[must_use]
pub fn era(timeline: &Timeline, band: &Band) -> Sprite {
    let era = &timeline.eras[band.era];
    let class = ["era lane--", era.lane.word()].concat();
    let places = [band.start_px, band.top_px, band.length_px, band.name_px];
    let has_room = band.length_px - band.name_px >= LEAST_NAME_PX;
    let name = has_room.then(|| ("era__name", era.link.text.clone()));
    Sprite::still(band.era, class, places, name.into_iter().collect())
}

/// What is drawn for a lane: its stripe and its name.
#[must_use]
pub fn stripe(words: &Words, stripe: Stripe) -> Sprite {
    let key = Lane::ALL.iter().position(|lane| *lane == stripe.lane).unwrap_or_default();
    let class = ["timeline__lane lane--", stripe.lane.word()].concat();
    let parts = vec![("mark", String::new()), ("timeline__name", words.lane(stripe.lane).clone())];
    Sprite::still(key, class, [0.0, stripe.top_px, stripe.height_px, 0.0], parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lane;
    use crate::timeline::index::Index;
    use crate::timeline::index::samples::event;
    use crate::timeline::layout::{Anchor, Layout, Metrics, Subject};
    use crate::timeline::order::samples::{timeline, timelines};
    use crate::timeline::viewport::{Bounds, Viewport};
    use proptest::prelude::*;

    #[test]
    fn the_name_of_a_cluster_begins_with_what_is_seen_of_it() {
        let mut words = Words::default();
        "{n} events".clone_into(&mut words.patterns.cluster);
        let timeline = timeline(vec![event(0, 1, 0, 1, Lane::Accord)]);
        for (count, expected) in [(12, "12 events"), (1234, "1k+: 1234 events")] {
            let of_many = Cluster { count, first: 0, last: 0, range: 0..1 };
            let (_, parts, name) = cluster(&words, &timeline, &of_many);
            assert_eq!(name, expected);
            assert!(name.starts_with(&parts[0].1));
        }
    }

    proptest! {
        #[test]
        fn each_event_is_said_once_itself_or_in_a_count(timeline in timelines(60), span in 14.0..7000.0) {
            let mut words = Words::default();
            "{n}".clone_into(&mut words.patterns.cluster);
            let metrics = Metrics { width_px: 900.0, font_px: 15.0, names_above: false };
            let anchor = Anchor { viewport: Viewport { start: 0.0, span }, metrics };
            let index = Index::new(&timeline.events, &vec![true; timeline.events.len()]);
            let bounds = Bounds { first: 0.0, last: 7000.0 };
            let subject = Subject { events: &timeline.events, index: &index, eras: &[], as_of: None, bounds };
            let layout = Layout::new(subject, anchor, None);
            let sprites: Vec<Sprite> = layout.items.iter().map(|item| bar(&words, &timeline, item, None)).collect();
            let mut counted = 0;
            for sprite in &sprites {
                let name = sprite.name.as_ref().unwrap();
                match &sprite.event {
                    Some(id) => {
                        let event = timeline.events.iter().find(|event| event.entry.id == *id).unwrap();
                        prop_assert_eq!(sprite.class.contains("--circa"), event.doubt == 1);
                        prop_assert_eq!(sprite.class.contains("--disputed"), event.doubt == 2);
                        prop_assert_eq!(sprite.class.contains("--vague"), !event.lasts);
                        prop_assert!(name.starts_with(&event.entry.title) && name.contains(&event.entry.date));
                        counted += 1;
                    }
                    None => counted += name.parse::<usize>().unwrap(),
                }
            }
            prop_assert_eq!(counted, timeline.events.len());
        }
    }
}
