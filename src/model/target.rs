//! What an address can show, as a value. How it is written as a path is for `routes`.

use super::kind::{Kind, Lane};
use serde::{Deserialize, Serialize};

/// What an address shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Target {
    /// The story, first page of a language.
    #[default]
    Story,
    /// A page of which there is one.
    Room(Room),
    /// A step of the walk: chapter and step.
    Step(String, String),
    /// A record's page.
    Record(Kind, String),
    /// No page has this address: what was asked for.
    Missing(String),
}

macro_rules! rooms {
    ($($(#[$doc:meta])* $variant:ident = $word:literal,)+) => {
        /// A page of which there is one in each language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Room {
            $($(#[$doc])* $variant,)+
        }

        impl Room {
            /// All rooms.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The part of the address that names it.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }
    };
}

rooms! {
    /// Contents of the walk.
    Walk = "walk",
    /// The timeline.
    Timeline = "timeline",
    /// The glossary.
    Glossary = "glossary",
    /// Places.
    Map = "map",
    /// The door to the accord.
    Accord = "accord",
    /// The door to the military government.
    Government = "government",
    /// The door to foreign powers.
    Foreign = "foreign",
    /// Foreign forces over time.
    Forces = "forces",
    /// Who is who.
    People = "people",
    /// Contested questions.
    Claims = "claims",
    /// Sources.
    Sources = "sources",
    /// For teachers.
    Teach = "teach",
    /// About the site.
    About = "about",
    /// Downloads and their dictionary.
    Data = "data",
    /// Search.
    Search = "search",
}

impl Room {
    /// The room that a lane's door opens.
    #[must_use]
    pub fn of_door(lane: Lane) -> Self {
        match lane {
            Lane::Accord => Self::Accord,
            Lane::Government => Self::Government,
            _ => Self::Foreign,
        }
    }
}

impl Target {
    /// The page of a record.
    #[must_use]
    pub fn record(kind: Kind, id: &str) -> Self {
        Self::Record(kind, id.to_owned())
    }
}
