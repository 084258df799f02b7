//! x
/// d
pub struct Dataset { /// n
 pub name: &'static str, /// f
 pub fields: Vec<(String,String)> }
/// d
pub fn dictionary() -> Vec<Dataset> { Vec::new() }
