//! The story's own views: sentences with their owners, and the rail of dates beside them.
//!
//! The walk shows the same sentences on its stages. What leads on from the story is for its page.

pub mod dates;
pub mod rail;
pub mod sentences;
