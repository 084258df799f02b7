//! The map of Mali and its neighbours: what lies where, and how it is drawn.
//!
//! Everything is worked out when the site is built: the shapes lie in one file beside the pages ([`ground`]), a map is a window on them ([`window`])
//! with places, names that do not collide at any size ([`labels`]) and ways, drawn as a piece of HTML ([`view`]). The browser only shows it, so it
//! needs no script and costs the program nothing. What is shown where is for the pages.

pub mod ground;
pub mod labels;
pub mod projection;
pub mod view;
pub mod window;
