//! One lane of the timeline as a picture that stands still: what the timeline's engine lays out for it, as SVG.

use super::drawn;
use crate::model::Lane;
use crate::model::date::{civil_from_day, day_from_civil};
use crate::model::page::{Timeline, TimelineEvent};
use crate::timeline::eras::Band;
use crate::timeline::index::Index;
use crate::timeline::item::{Item, Title, What};
use crate::timeline::label::text_px;
use crate::timeline::layout::{Anchor, Layout, Metrics, Subject};
use crate::timeline::scale::Scale;
use crate::timeline::state::bounds;
use crate::timeline::viewport::Viewport;
use crate::ui::erase::{CollectAny, Erase, MaybeAny};
use leptos::prelude::*;

/// Width of the picture, and size of its letters, in CSS pixels. A narrow window scrolls it.
const WIDTH_PX: f64 = 1080.0;
const FONT_PX: f64 = 15.0;
/// Size of the names of eras, in CSS pixels.
const ERA_FONT_PX: f64 = 12.5;
/// Room for the years over it, in CSS pixels.
const HEAD_PX: f64 = 26.0;
/// Between a mark and its title, in CSS pixels.
const GAP_PX: f64 = 11.0;

/// The events of a lane, whatever other lanes they are in, over the days with which the timeline opens. `href` is where an event leads, and
/// `name` what the picture is called where it is scrolled.
#[must_use]
pub fn lane(timeline: &Timeline, lane: Lane, href: impl Fn(&str) -> String, name: &str) -> String {
    let of_lane = |event: &&TimelineEvent| event.entry.lanes.contains(&lane);
    let mut events: Vec<TimelineEvent> = timeline.events.iter().filter(of_lane).cloned().collect();
    for event in &mut events {
        event.entry.lanes = vec![lane];
    }
    let index = Index::new(&events, &vec![true; events.len()]);
    let viewport = Viewport::of_days(timeline.opening.0, timeline.opening.1);
    let metrics = Metrics { width_px: WIDTH_PX, font_px: FONT_PX, names_above: false };
    let anchor = Anchor { viewport, metrics };
    let bounds = bounds(timeline);
    let eras = &timeline.eras;
    let subject = Subject { events: &events, index: &index, eras, as_of: None, bounds };
    let layout = Layout::new(subject, anchor, None);
    let Some(stripe) = layout.stripes.iter().find(|stripe| stripe.lane == lane) else {
        return String::new();
    };
    let down_px = HEAD_PX - stripe.top_px;
    let height_px = (HEAD_PX + stripe.height_px).round();
    let shown = layout.near(0.0).map(|place| &layout.items[place]);
    let items = shown
        .filter(|item| item.lane == lane && item.start_px >= 0.0)
        .map(|item| mark(&events, item, down_px, &href));
    let bands = layout.bands.iter().filter(|band| timeline.eras[band.era].lane == lane);
    let bands = bands.map(|band| era(timeline, band, down_px));
    drawn(
        view! {
            <div class=format!("lane lane--{}", lane.word()) tabindex="0" role="group" aria-label=name.to_owned()>
                <svg class="lane__picture" aria-hidden="true" width=WIDTH_PX height=height_px viewBox=format!("0 0 {WIDTH_PX} {height_px}")>
                    {years(timeline.opening, anchor.scale(), height_px)}
                    {bands.collect_any()}
                    {items.collect_any()}
                </svg>
            </div>
        }
        .erase(),
    )
}

/// The years, each with a line through the picture.
fn years(opening: (i32, i32), scale: Scale, height_px: f64) -> Vec<AnyView> {
    let [first, last] = [opening.0, opening.1].map(|day| civil_from_day(day).0);
    let year = |year: i32| {
        let x = scale.px_of(day_from_civil(year, 1, 1)).round();
        view! {
            <line class="strip__line" x1=x x2=x y1="0" y2=height_px></line>
            <text class="strip__year" x=x y="15" dx="4">{year}</text>
        }
        .erase()
    };
    (first..=last).map(year).collect_any()
}

fn era(timeline: &Timeline, band: &Band, down_px: f64) -> AnyView {
    let start_px = band.start_px.max(0.0);
    let length_px = (band.start_px + band.length_px).min(WIDTH_PX) - start_px;
    let name = &timeline.eras[band.era].link.text;
    let y = (band.top_px + down_px).round();
    let named = (length_px > text_px(name, ERA_FONT_PX, false) + 10.0).then(|| {
        view! { <text class="lane__era-name" x=start_px.round() + 6.0 y=y + 13.0>{name.clone()}</text> }
    });
    view! {
        <rect class="lane__era" x=start_px.round() y=y width=length_px.max(0.0).round() height="18"></rect>
        {named.any()}
    }
    .erase()
}

/// An event with its title, or how many are counted. It can be pressed; the keyboard has the list below.
fn mark(
    events: &[TimelineEvent],
    item: &Item,
    down_px: f64,
    href: &impl Fn(&str) -> String,
) -> AnyView {
    let (x, y) = (item.start_px.round(), (item.top_px + down_px + 12.0).round());
    let place = match &item.what {
        What::Event(place) => *place,
        What::Cluster(_, cluster) => {
            return view! {
                <circle class="lane__count" cx=x cy=y r="11"></circle>
                <text class="lane__number" x=x y=y + 4.0>{cluster.count}</text>
            }
            .erase();
        }
    };
    let entry = &events[place].entry;
    let radius = f64::from(entry.weight) * 1.5 + 2.0;
    let end_px = x + item.length_px;
    let bar = (item.length_px > 0.0).then(|| {
        view! { <line class="lane__bar" x1=x x2=end_px.min(WIDTH_PX).round() y1=y y2=y></line> }
    });
    let heavy = if entry.weight == 3 { " lane__title--heavy" } else { "" };
    let class = format!("lane__title{heavy}");
    let title = match item.title {
        Title::None => None,
        Title::Before => Some((x - GAP_PX, "end")),
        Title::After => Some((end_px.max(x) + GAP_PX, "start")),
        Title::Over => Some((x + GAP_PX, "start")),
    };
    let title = title.map(|(at, anchor)| {
        view! { <text class=class x=at.round() y=y + 5.0 text-anchor=anchor>{entry.title.clone()}</text> }
    });
    view! {
        <a class="lane__event" href=href(&entry.id) tabindex="-1">
            <title>{[&*entry.title, ", ", &entry.date].concat()}</title>
            {bar.any()}
            <circle cx=x cy=y r=radius></circle>
            {title.any()}
        </a>
    }
    .erase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::index::samples::event;

    #[test]
    fn every_event_of_the_lane_is_drawn_or_counted_and_no_other() {
        let weights = [1, 2, 3].into_iter().cycle();
        let days = (15_400..).step_by(40);
        let mut events: Vec<TimelineEvent> = (0..60)
            .zip(days.zip(weights))
            .map(|(id, (day, weight))| event(id, day, 0, weight, Lane::Accord))
            .collect();
        events.push(event(99, 15_500, 0, 3, Lane::Foreign));
        let timeline = Timeline { events, opening: (15_340, 20_000), ..Timeline::default() };
        let html = lane(&timeline, Lane::Accord, |id| format!("to-{id}"), "A");
        let counted: usize = html
            .split("lane__number")
            .skip(1)
            .filter_map(|rest| rest.split_once('>')?.1.split_once('<')?.0.parse::<usize>().ok())
            .sum();
        assert_eq!(html.matches("href=\"to-event-").count() + counted, 60, "{html}");
        assert!(!html.contains("to-event-99"));
    }
}
