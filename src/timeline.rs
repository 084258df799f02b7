//! The timeline (draft)
pub mod view;
