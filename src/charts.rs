//! Charts along time: promised ends that move, foreign forces and their numbers.
//!
//! Like maps they are drawn when the site is built and come as a piece of HTML ([`view`]): a list whose entries can be read without the
//! drawing, each with a strip of the same stretch of time ([`axis`]). The tables with all numbers and remarks are for the pages.

pub mod axis;
pub mod lane;
pub mod ties;
pub mod view;
