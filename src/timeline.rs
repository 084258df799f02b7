//! The timeline: events in lanes along time, as a picture, a list and a table.
//!
//! The engine is pure. [`scale`], [`viewport`] and [`ticks`] know time and pixels; [`filter`], [`order`], [`state`] and [`shown`] know what
//! the reader asked for, and [`query`] writes that as an address and reads it back; [`words`] says it, [`index`] finds events, [`lanes`],
//! [`clusters`], [`packing`], [`eras`] and [`layout`] give them places; [`sprite`] and [`picture`] say what is drawn; [`keys`] and [`gesture`]
//! say what keys and fingers mean, and [`inertia`] what comes after them. [`file`](mod@file) reads anybody's events. [`view`] draws, and leaves the address to the page.

pub mod clusters;
pub mod eras;
pub mod file;
pub mod filter;
pub mod gesture;
pub mod index;
pub mod inertia;
pub mod item;
pub mod keys;
pub mod label;
pub mod lanes;
pub mod layout;
pub mod minimap;
pub mod order;
pub mod packing;
pub mod picture;
pub mod query;
pub mod scale;
pub mod shown;
pub mod sprite;
pub mod state;
pub mod ticks;
pub mod view;
pub mod viewport;
pub mod words;
