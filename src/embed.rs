//! What stands alone: pages small enough to be put into other pages, without router, and with nothing to fetch but their program.
//!
//! [`page`] draws a bare timeline natively, picture and list, from a file of events; `program` brings it to life in the browser. There it
//! is not drawn again by Leptos, as the site's pages are: the views that hydrate and their runtime weigh more, packed, than all that a bare
//! page may. The picture is the site's own ([`crate::timeline::view::scene`]), which needs neither; the few fields and texts around
//! it are found by what they are called ([`parts`]) and written by hand.
//!
//! ```text
//! a file of events ── timeline::file ──► page ──► en/embed/timeline/index.html, with the file inside
//!                          ▲                                       │
//!                          └──── the reader's own file ── program ─┘
//! ```

#[cfg(feature = "ssr")]
pub mod page;
pub mod parts;
#[cfg(feature = "guest")]
pub mod program;
