//! The events as a table that can be sorted.

use super::Board;
use super::chronicle::{EventLink, date, is_unlisted};
use super::detail::Detail;
use crate::model::Date;
use crate::model::messages::Messages;
use crate::timeline::order::Column;
use crate::timeline::state::Action;
use crate::ui::erase::{CollectAny, Erase, MaybeAny};
use crate::ui::mark::{StatusBadge, lane_class};
use crate::ui::shell::message;
use leptos::prelude::*;

/// A row for each event, and under the open one what there is to say about it.
#[component]
pub fn EventTable(
    /// What the parts share.
    board: Board,
) -> impl IntoView {
    let order = Memo::new(move |_| board.state.with(|state| state.order));
    let rows = move || {
        let timeline = board.timeline();
        let places = order.get().sort(&timeline, &vec![true; timeline.events.len()]);
        places.into_iter().map(|place| row(board, place)).collect_any()
    };
    view! {
        <h2 class="visually-hidden">{message(|m| &m.events_heading)}</h2>
        <div class="table" role="region" tabindex="0" aria-label=message(|m| &m.view_table)>
            <table>
                <thead>
                    <tr>{Column::ALL.into_iter().map(|column| head(board, column)).collect_any()}</tr>
                </thead>
                <tbody>{move || rows()}</tbody>
            </table>
        </div>
    }
}

fn head(board: Board, column: Column) -> AnyView {
    let name = message(match column {
        Column::Date => |m: &Messages| &m.column_date,
        Column::Title => |m: &Messages| &m.column_event,
        Column::Lane => |m: &Messages| &m.column_lane,
        Column::Place => |m: &Messages| &m.column_place,
        Column::Status => |m: &Messages| &m.column_status,
    });
    let sorted = move || {
        let order = board.state.with(|state| state.order);
        (order.by == column).then_some(if order.backwards { "descending" } else { "ascending" })
    };
    view! {
        <th scope="col" aria-sort=sorted>
            <button type="button" class="sort" on:click=move |_| board.act(Action::Press(column))>{name}</button>
        </th>
    }
    .erase()
}

fn row(board: Board, place: usize) -> AnyView {
    let event = board.event(place);
    let lane = event.entry.lanes.first().copied();
    let class = lane_class("", lane.as_ref());
    let lane_words = lane.map(|lane| board.words().lane(lane).clone());
    let timeline = board.timeline();
    let where_it_was =
        event.place.and_then(|place| timeline.places.get(place)).map(|(_, name)| name.clone());
    let opened = move || {
        (board.opened_event() == Some(place)).then(|| {
            view! {
                <tr>
                    <td class="table__detail" colspan=Column::ALL.len().to_string()>
                        <Detail board place is_inline=true/>
                    </td>
                </tr>
            }
        })
    };
    view! {
        <tr data-place=place hidden=is_unlisted(board, place)>
            <td>
                <time datetime=Date::from_day(event.entry.start).to_string()>{date(board, place)}</time>
            </td>
            <th scope="row"><EventLink board place/></th>
            <td class=class>
                <span class="mark"></span>
                " "
                {lane_words}
            </td>
            <td>{where_it_was}</td>
            <td><StatusBadge status=event.entry.status/></td>
        </tr>
        {move || opened().any()}
    }
    .erase()
}
