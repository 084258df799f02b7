//! The built site as files, without a browser: what each document holds ([`document`]), where its links lead ([`links`]), what can be read
//! and opened without script ([`reading`]), the picture of the timeline ([`timeline`]), the one that stands alone ([`bare`]), what stands in frames and what is said of sharing ([`embeds`]), the public data ([`data`]), what belongs together by build ([`bundles`]), the chapters on one page ([`chapter`]), the map ([`map`]) and the ties ([`people`]), whether a stage shows what its text speaks of ([`stages`]), how heavy it is
//! ([`budgets`]), and what an address of publication adds ([`origin`]).
//!
//! Needs the site that `cargo xtask build` made; `cargo xtask test` says where it lies.

#[path = "pages/bare.rs"]
mod bare;
#[path = "pages/budgets.rs"]
mod budgets;
#[path = "pages/bundles.rs"]
mod bundles;
#[path = "pages/chapter.rs"]
mod chapter;
#[path = "pages/data.rs"]
mod data;
#[allow(dead_code, reason = "the tests in browsers use the rest of it")]
#[path = "support/dist.rs"]
mod dist;
#[path = "pages/document.rs"]
mod document;
#[path = "pages/embeds.rs"]
mod embeds;
#[path = "pages/facts.rs"]
mod facts;
#[path = "pages/html.rs"]
mod html;
#[path = "pages/links.rs"]
mod links;
#[path = "pages/map.rs"]
mod map;
#[path = "pages/origin.rs"]
mod origin;
#[path = "pages/people.rs"]
mod people;
#[path = "pages/reading.rs"]
mod reading;
#[path = "pages/schema.rs"]
mod schema;
#[path = "pages/stages.rs"]
mod stages;
#[path = "pages/timeline.rs"]
mod timeline;

/// Ends a test: passes if nothing was found, else shows the first of it.
fn assert_none(found: &[String], rule: &str) {
    let first = found.iter().take(20).cloned().collect::<Vec<_>>().join("\n  ");
    assert!(found.is_empty(), "{rule}\n  {first}\n  ({} in all)\n", found.len());
}
