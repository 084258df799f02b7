//! The words of the interface, a field for each, so that a gap does not compile and a stray word is a fault of the content.

use serde::{Deserialize, Serialize};

/// Declares the messages. On the way to the browser they are a bare list in the order of the fields.
macro_rules! messages {
    ($($(#[$doc:meta])* $field:ident,)+) => {
        /// Every string of the interface in one language. `{n}` and the like in a string are filled in by [`fill`].
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        #[allow(missing_docs, reason = "most are named after the words themselves")]
        pub struct Messages {
            $($(#[$doc])* pub $field: String,)+
        }

        impl Messages {
            /// The names of the fields, as `messages.toml` has them.
            pub const FIELDS: &'static [&'static str] = &[$(stringify!($field)),+];

            /// Makes the messages from a look-up by name.
            pub fn from_words(mut word: impl FnMut(&'static str) -> String) -> Self {
                Self { $($field: word(stringify!($field)),)+ }
            }

            /// The messages with their names.
            pub fn named(&self) -> impl Iterator<Item = (&'static str, &String)> {
                Self::FIELDS.iter().copied().zip(self.words())
            }

            fn words(&self) -> [&String; Self::FIELDS.len()] {
                [$(&self.$field),+]
            }

            fn slots(&mut self) -> [&mut String; Self::FIELDS.len()] {
                [$(&mut self.$field),+]
            }
        }
    };
}

messages! {
    /// Name of the site.
    site_name,
    skip_to_content,
    /// Name of the main navigation.
    navigation,
    nav_story, nav_walk, nav_timeline, nav_glossary, nav_map, nav_people, nav_claims, nav_sources, nav_teach, nav_about,
    nav_accord, nav_government, nav_foreign, nav_forces, nav_data, nav_search,
    more_pages, settings, settings_note, on, off, theme, theme_light, theme_dark, theme_system, hover_definitions, reading_level, core, full,
    /// Date of the last check: `{date}`.
    last_checked,
    licence_line,
    load_failed, load_failed_help, load_failed_details, retry,
    /// What the page says when its program does not come, and when it has failed.
    no_program, crashed,
    not_found_title, not_found_text, did_you_mean,
    close, copy_link, link_copied,
    /// What is said over the address where the clipboard is closed to the page.
    copy_by_hand,
    /// Name of a definition's link to its page: `{term}`.
    read_more,
    who_says_this, show_owners, hide_owners, voice_passed_on, voice_own_words, voice_mixed, doors_heading, strip_heading,
    walk_heading, walk_invitation, begin_walk, whole_timeline,
    text, steps, next, back, contents,
    /// Place in a chapter: `{n}`, `{total}`.
    step_of,
    /// Number of a chapter: `{n}`.
    chapter_n,
    picture_in_words, chapter_known, chapter_unknown, chapter_ask, walk_complete, step_read,
    /// Leads to the step where the reader was last: `{title}`.
    walk_on,
    date_dial, evidence, interest, names_nobody,
    sources_heading,
    /// Name of the number of a source: `{n}`.
    source_n, claims_heading, events_heading, verdict, established, not_known, ties_heading, at_a_glance, column_tie,
    column_with, column_when, neighbours, previous_one, next_one,
    view, view_graphic, view_list, view_table, zoom_in, zoom_out, zoom_fit, pan_earlier, pan_later, latest, filter_lanes, more_filters,
    any, actor, place, as_of, show_all_events, no_events, newest_first, oldest_first, timeline_hint, time_shown,
    /// Names of the fields for the time that is shown, and what is said of days that are none.
    from_day, to_day, no_span,
    eras_heading, eras_note,
    /// Count of events: `{n}`, `{total}`.
    events_shown,
    /// Count of events before those shown: `{n}`, `{date}`.
    events_before,
    /// What standing on a day hides: `{date}`, `{n}`.
    as_of_hides,
    as_of_hidden,
    /// Events too close together: `{n}`, `{dates}`.
    cluster,
    zoom_to_cluster,
    /// A span: `{from}`, `{until}`.
    date_range,
    /// A day of the year: `{day}`, `{month}`.
    date_month_day,
    /// A month: `{month}`, `{year}`.
    date_year_month,
    /// A day: `{day}`, `{month}`, `{year}`.
    date_full,
    /// A moment between two dates: `{from}`, `{until}`.
    date_between,
    /// What a date is when it is only about right, and when accounts differ on it: `{date}`.
    date_about, date_disputed,
    /// An event when it is opened: `{n}`, `{total}`, `{date}`, `{title}`.
    event_of,
    event_page, column_date, column_event, column_lane, column_status, column_place, loading,
    /// What an address says in vain: `{names}`.
    bad_address,
    letters,
    filter_words,
    /// Count of words that match: `{n}`.
    matches,
    open_source, search_label, search_hint, no_results,
    lane_accord, lane_government, lane_foreign, lane_fighting, lane_civilians,
    status_documented, status_claimed, status_reported, status_disputed, status_unknown,
    kind_event, kind_term, kind_actor, kind_place, kind_source, kind_claim,
    /// Where a fault of a file is: `{row}` is a number here, and so is `{line}`.
    file_row, file_line,
    /// A fault with its place, `{row}` being the words for it, in a field and of a whole row: `{row}`, `{field}`, `{fault}`.
    file_field, file_whole_row,
    /// What is wrong in a row: `{value}`, or the most that there may be as `{n}`, or the words to choose from as `{known}`.
    file_missing, file_not_a_date, file_too_long, file_unknown_status, file_end_before_start, file_double_id, file_bad_id, file_too_many_lanes,
    file_not_a_weight, file_not_yes_or_no, file_not_a_record, file_too_many_cells, file_open_quote,
    /// What is wrong with a whole file: `{line}`, `{column}`, `{field}`, `{n}`.
    file_syntax, file_lacks, file_empty, file_too_many, file_more,
    /// Name of the field for a file of one's own; link to the page that has it; link to its events as a table; what shows the next part of
    /// a long list.
    own_file, own_timeline, as_csv, show_more,
    /// What was answered when the question was asked before: `{answer}`; what is said to one who answers otherwise now, and to one who does not.
    vote_before, vote_moved, vote_stayed,
    /// Leads to how to cite and share the page; leads teachers to what can be put into their own pages.
    cite_or_share, embeds,
}

/// Puts values into a message: each `{name}` gives way to the value of that name.
#[must_use]
pub fn fill(message: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(message.len() + 16);
    for part in message.split_inclusive(['{', '}']) {
        filled.push_str(part);
        let Some(name) = part.strip_suffix('}') else { continue };
        if let Some((_, value)) = values.iter().find(|(of, _)| *of == name) {
            filled.truncate(filled.len() - part.len());
            if filled.ends_with('{') {
                filled.pop();
                filled.push_str(value);
            } else {
                filled.push_str(part);
            }
        }
    }
    filled
}

impl Serialize for Messages {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.words())
    }
}

impl<'de> Deserialize<'de> for Messages {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let words = Vec::<String>::deserialize(deserializer)?;
        if words.len() != Self::FIELDS.len() {
            return Err(serde::de::Error::invalid_length(
                words.len(),
                &"as many words as there are messages",
            ));
        }
        let mut messages = Self::default();
        for (slot, word) in messages.slots().into_iter().zip(words) {
            *slot = word;
        }
        Ok(messages)
    }
}

/// What every page of a language needs: the words of the interface and a few facts about the content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shell {
    /// The build it belongs to.
    pub build: String,
    /// The language.
    pub locale: String,
    /// The words of the interface.
    pub messages: Messages,
    /// The day the facts were last checked, in words.
    pub checked: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_travel_as_a_list_and_come_back() {
        let messages = Messages::from_words(str::to_uppercase);
        let json = serde_json::to_string(&messages).unwrap();
        assert_eq!(serde_json::from_str::<Messages>(&json).unwrap(), messages);
        assert_eq!(messages.site_name, "SITE_NAME");
        assert!(serde_json::from_str::<Messages>("[\"too few\"]").is_err());
    }

    #[test]
    fn values_are_put_where_their_names_stand() {
        assert_eq!(fill("Step {n} of {total}", &[("n", "2"), ("total", "6")]), "Step 2 of 6");
    }
}
