//! What the project's commands and its browser tests share: the static [`server`].

pub mod server;
