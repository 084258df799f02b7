//! What the tests of the built site share: where the site lies ([`dist`]), browsers and what is done in them ([`browser`], [`page`]), pages of others around it ([`host`]), and a platform's record store ([`store`]).
//!
//! `cargo xtask test` builds the site, finds the browsers and says in the environment where each is.

#![allow(dead_code, reason = "each test binary uses a part of this")]

pub mod axe;
pub mod browser;
pub mod commands;
pub mod dist;
pub mod driver;
pub mod host;
pub mod journey;
pub mod page;
pub mod site;
pub mod store;
