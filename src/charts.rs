//! Pictures of the records but for maps: promised ends that move, forces and their numbers, promises kept, chairs at a table, ties by year, a
//! lane of the timeline.
//!
//! Like maps they are drawn when the site is built and come as a piece of HTML ([`view`]), most as a list whose entries can be read without
//! the drawing, each with a strip of the same stretch of time ([`axis`]). The tables with all numbers and remarks are for the pages.

pub mod axis;
pub mod view;
