//! Mali, explained (draft)

pub mod app;
#[cfg(feature = "ssr")]
pub mod author;
pub mod glossary;
pub mod load;
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
