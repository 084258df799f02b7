//! What the project's commands and its browser tests share: the static [`server`], and files packed beforehand ([`compress`]).

pub mod compress;
pub mod server;
