//! Small views that every room uses: rich text, links, marks, sources, settings, failure.
//!
//! They draw what they are given; they load nothing and hold no page's state.

pub mod account;
pub mod cites;
pub mod copy;
pub mod drawn;
pub mod entries;
pub mod erase;
pub mod failure;
pub mod hands;
pub mod link;
pub mod mark;
pub mod rich;
pub mod settings;
pub mod shell;
pub mod storage;
pub mod transition;
