//! Mali, explained: one short news story, the three histories behind it, and who claims what.
//!
//! A static site. Content is authored in `content/` (facts once, words per language), compiled natively into typed bundles, drawn
//! natively into HTML, and drawn again by the same views in the browser, which then answers.
//!
//! ```text
//! content/ ── author ──► Library ── publish::compose ──► Edition: a Page per address; the steps of a chapter share one
//!             faults with                  │
//!             file:line:column             ├── publish::prerender ── app ──► en/…/index.html
//!                                          ├── data/en/page/….json ── load ── app ──► the same page, alive
//!                                          └── publish::download ──► data/en/*.json, *.csv
//! ```
//!
//! # The way of the data
//! One library, one way, no second copy. What can be done once is done at build time: Markdown becomes a tree of pieces ([`model::rich`]),
//! dates become words ([`publish::words`](../src/publish/words.rs)), links are checked and followed back. A page's text is in its HTML once and in its
//! bundle once. The browser fetches the bundle first and then hydrates, so native and browser drawing are the same; a bundle of another
//! build is a failed load. What the reader does is state of the page that owns it; what may be shared is in the address; what
//! is preferred is in storage, if there is any.
//!
//! # The rooms
//! Each line may use what is above it, never what is below; `tests/layers.rs` holds this.
//!
//! | room | subject |
//! | --- | --- |
//! | [`model`] | what things are: dates, words, records, pages, addresses' targets |
//! | [`routes`] | every address of the site as a value |
//! | engines | pure: [`search`], `map` and `charts` (native), and the files of [`timeline`], [`story`], [`walk`], [`glossary`] that are no views |
//! | `author` | content to library, with every fault and its place (native) |
//! | [`load`] | the only reader of files in the browser |
//! | [`ui`], then the views of the subjects | what is drawn |
//! | [`embed`] | a timeline that stands alone: its page, and the program that brings it to life |
//! | [`pages`] | a view a kind of page |
//! | [`app`] | shell, router, focus and announcement |
//! | `publish` | pages, downloads, sitemap on disk (native) |
//! | [`start`], `main.rs`, `bin/embed.rs`, `bin/site.rs` | entries of browser and build |
//!
//! # Editions
//! Feature `hydrate` is the site in the browser, `guest` what stands alone there; `ssr` is everything native. Trunk builds the first and calls the second by its hooks
//! (`Trunk.toml`): before, to check the content; after, to prerender. The site lies anywhere: every page has a `<base>` of its own depth, links
//! are relative to it, and the router learns its base at run time.

// A page's view is one type, nested as deep as its elements.
#![recursion_limit = "512"]

pub mod app;
#[cfg(feature = "ssr")]
pub mod author;
#[cfg(feature = "ssr")]
pub mod charts;
pub mod embed;
pub mod glossary;
pub mod load;
#[cfg(feature = "ssr")]
pub mod map;
pub mod model;
pub mod pages;
#[cfg(feature = "ssr")]
pub mod publish;
pub mod routes;
pub mod search;
pub mod start;
pub mod story;
pub mod timeline;
pub mod ui;
pub mod walk;
