//! The timeline: for now its view as a list; scale, lanes and viewport are still to come.
pub mod view;
