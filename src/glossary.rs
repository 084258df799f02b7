//! Words that open their meaning in place, three deep, by pointer, touch and keyboard.
//!
//! A [`trigger::Trigger`] is a link to the word's page; once the page is alive it is a disclosure for the [`popover::Popover`] that
//! follows it. The definitions that a page's own words open come with the page and stand in its HTML (for print, and so
//! that opening needs no network); those that definitions open come with the first use. Which words are triggers is decided by
//! `author`; the glossary's page is in `pages`.

pub mod glosses;
mod place;
pub mod popover;
pub mod trigger;
