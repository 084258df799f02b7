//! Mali, explained (draft)
pub mod model;
pub mod routes;
