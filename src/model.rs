//! What things are: dates, words with links, the records of the fact base, and the pages made of them.
//!
//! Plain types with serde and no I/O, view or browser. [`library`] holds whole records as `author` reads them and as the
//! public downloads carry them; [`page`] holds what one page draws, already put into words. Where things are and how they are
//! linked is for `routes`; how they are read is for `author`; how they look is for the views.

pub(crate) mod bundle;
pub mod date;
pub mod kind;
pub mod library;
pub mod messages;
pub mod page;
pub mod record;
pub mod rich;
pub mod target;
pub mod walk;

pub use date::{Date, DateError, Precision, When};
pub use kind::{Kind, Lane, Status, Voice};
pub use rich::{Block, Inline, Rich};
pub use target::{Room, Target};
