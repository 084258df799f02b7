//! The readers of records, a file for each sort: facts and words become one record of the model.

mod accord;
mod actor;
mod deployment;
mod dispute;
mod essay;
mod event;
mod figure;
mod government;
mod place;
mod site;
mod source;
mod stage;
mod step;
mod story;
mod term;
mod walk;

pub use accord::accord;
pub use actor::actors;
pub use deployment::{caveats, deployments, interests, resolutions};
pub use dispute::disputes;
pub use essay::essay;
pub use event::events;
pub use figure::{figures, tolls};
pub use government::{heads_of_state, notes, prime_ministers, promises};
pub use place::places;
pub use site::site;
pub use source::sources;
pub use step::step_names;
pub use story::{doors, story};
pub use term::terms;
pub use walk::chapters;
