//! Makes the site's files from the library: page bundles, prerendered pages, downloads, sitemap. Native only.
//!
//! [`compose`] turns records into what pages draw, with dates in words ([`words`]) and the links that lead back to each record;
//! [`prerender`] draws those pages with the very views that the browser uses and puts them into the document that trunk built, behind
//! an [`opening`] of their own, with an [`early`] script for what the reader chose and a [`notice`] for when the program fails;
//! [`chapter`] draws each chapter on one page, without a program; [`cards`] draws pictures for links from elsewhere; [`picture`] puts the picture into the timeline's page; [`download`] writes whole records as JSON and CSV with their schema; [`bare`] writes
//! timelines that stand alone; [`files`] puts all of it on disk. All of it
//! comes from one library in one run and carries one build id.

pub mod bare;
pub mod cards;
pub mod chapter;
pub mod compose;
pub mod download;
pub mod early;
pub mod files;
pub mod notice;
pub mod opening;
pub mod picture;
pub mod prerender;
pub mod words;
