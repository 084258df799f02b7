//! What has to hold whatever comes: inputs are made up, or broken at random, until the time is over ([`run`]). Content has faults in its files
//! or makes pages ([`content`]), prose is read as it was written ([`prose`]), addresses and dates mean one thing ([`addresses`], [`dates`]), a broken
//! bundle is an error ([`bundles`]), a file of events is a timeline or has faults ([`files`]), and a search finds what is there ([`search`]).
//!
//! An input that fails is shown in the smallest form that still does; it belongs in a test beside the code, which then always runs.
//! Needs the repository alone. `cargo xtask test` says how long.

#[path = "fuzz/addresses.rs"]
mod addresses;
#[path = "fuzz/bundles.rs"]
mod bundles;
#[path = "fuzz/content.rs"]
mod content;
#[path = "fuzz/dates.rs"]
mod dates;
#[path = "fuzz/edits.rs"]
mod edits;
#[path = "fuzz/files.rs"]
mod files;
#[path = "fuzz/prose.rs"]
mod prose;
#[path = "fuzz/run.rs"]
mod run;
#[path = "fuzz/search.rs"]
mod search;
#[path = "fuzz/seeds.rs"]
mod seeds;
