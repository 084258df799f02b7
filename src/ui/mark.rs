//! Marks that say what thread something belongs to and how it is known: shape, colour and word together.

use super::shell::use_shell;
use crate::model::messages::Messages;
use crate::model::{Kind, Lane, Status};
use leptos::prelude::*;

/// The name of a lane.
#[must_use]
pub fn lane_name(messages: &Messages, lane: Lane) -> &String {
    match lane {
        Lane::Accord => &messages.lane_accord,
        Lane::Government => &messages.lane_government,
        Lane::Foreign => &messages.lane_foreign,
        Lane::Fighting => &messages.lane_fighting,
        Lane::Civilians => &messages.lane_civilians,
    }
}

/// The word for a status.
#[must_use]
pub fn status_name(messages: &Messages, status: Status) -> &String {
    match status {
        Status::Documented => &messages.status_documented,
        Status::Claimed => &messages.status_claimed,
        Status::Reported => &messages.status_reported,
        Status::Disputed => &messages.status_disputed,
        Status::Unknown => &messages.status_unknown,
    }
}

/// The word for a kind of record.
#[must_use]
pub fn kind_name(messages: &Messages, kind: Kind) -> &String {
    match kind {
        Kind::Event => &messages.kind_event,
        Kind::Term => &messages.kind_term,
        Kind::Actor => &messages.kind_actor,
        Kind::Place => &messages.kind_place,
        Kind::Source => &messages.kind_source,
        Kind::Dispute => &messages.kind_claim,
    }
}

/// The class of what belongs to a lane, which gives it the lane's colour and mark, behind its own.
#[must_use]
pub fn lane_class(class: &str, lane: Option<&Lane>) -> String {
    [class, " lane--", lane.map_or("", |lane| lane.word())].concat()
}

/// A lane's mark and name.
#[component]
pub fn LaneTag(
    /// The lane.
    lane: Lane,
) -> impl IntoView {
    let name = lane_name(&use_shell().messages, lane).clone();
    view! {
        <span class=lane_class("", Some(&lane))>
            <span class="mark"></span>
            " "
            {name}
        </span>
    }
}

/// How a statement is known: icon and word.
#[component]
pub fn StatusBadge(
    /// The status.
    status: Status,
) -> impl IntoView {
    let name = status_name(&use_shell().messages, status).clone();
    view! { <span class=format!("status status--{}", status.word())>{name}</span> }
}
