//! x
use crate::model::library::Library;
/// x
pub fn read(_: &std::path::Path, _: &str) -> Result<Library, Vec<String>> {
    Err(Vec::new())
}
