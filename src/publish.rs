//! Makes the site's files from the library: page bundles, prerendered pages, downloads, sitemap. Native only.
//!
//! [`compose`] turns records into what pages draw, with dates in words ([`words`]) and the links that lead back to each record;
//! [`prerender`] draws those pages with the very views that the browser uses and puts them into the document that trunk built, behind
//! an [`opening`] of their own, with an [`early`] script for what the reader chose and a [`notice`] for when the program fails;
//! [`chapter`] draws each chapter on one page, without a program; [`guests`] draws what can be put into pages of others; [`course`] tells a learning platform what was read; [`share`] says beside each page how to [`cite`] and share it, and [`builder`] lets one choose what to share; [`cards`] draws pictures for links from elsewhere; [`picture`] puts the picture into the timeline's page; [`download`] writes whole records as JSON and CSV with their schema; [`bare`] writes
//! timelines that stand alone, and [`program`] what brings them to life; [`whole`] puts it all into one file; [`offline`] keeps the site on a device; [`feed`] tells what has changed; [`files`] puts everything on disk. All of it
//! comes from one library in one run and carries one build id.

pub mod bare;
pub mod builder;
pub mod cards;
pub mod chapter;
pub mod cite;
pub mod compose;
pub mod course;
pub mod download;
pub mod early;
pub mod feed;
pub mod files;
pub mod guests;
pub mod notice;
pub mod offline;
pub mod opening;
pub mod picture;
pub mod prerender;
pub mod program;
pub mod share;
pub mod whole;
pub mod words;
