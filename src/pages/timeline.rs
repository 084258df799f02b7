//! The timeline's page.

use super::head::PageHead;
use crate::model::page::Timeline;
use crate::timeline::view::TimelineView;
use crate::ui::rich::RichText;
use leptos::prelude::*;

/// The timeline with its heading.
#[component]
pub fn TimelinePage(timeline: Timeline) -> impl IntoView {
    view! {
        <PageHead kicker=|| () heading=timeline.heading>
            <p class="standfirst"><RichText rich=timeline.intro/></p>
        </PageHead>
        <TimelineView events=timeline.events/>
    }
}
