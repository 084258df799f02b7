//! The closed lists: kinds of record, lanes, statuses, voices.

use serde::{Deserialize, Serialize};

/// Declares an enum whose variants have one written form, used in content, data, addresses and class names.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)+
        }

        impl Default for $name {
            fn default() -> Self {
                Self::ALL[0]
            }
        }

        impl $name {
            /// Every value, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The written form.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// The value with this written form.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }
        }
    };
}

words! {
    /// What a record is about. Each has a page per record, and a scheme in prose: `[words](event:ID)`.
    Kind {
        /// Something that happened.
        Event = "event",
        /// A word of the glossary.
        Term = "term",
        /// A state, group, person or body.
        Actor = "actor",
        /// A point on the map.
        Place = "place",
        /// A text that facts rest on.
        Source = "source",
        /// A contested question; in prose and addresses `claim`.
        Dispute = "claim",
    }
}

words! {
    /// The five threads of the history. An event is drawn in its first lane.
    Lane {
        /// The peace accord of 2015.
        Accord = "accord",
        /// The military government.
        Government = "government",
        /// Foreign powers.
        Foreign = "foreign",
        /// Fighting.
        Fighting = "fighting",
        /// Civilians.
        Civilians = "civilians",
    }
}

words! {
    /// How a statement is known.
    Status {
        /// On the public record, or checked by an independent body.
        Documented = "documented",
        /// Said by one side.
        Claimed = "claimed",
        /// Said by the press or one organisation.
        Reported = "reported",
        /// Sides disagree: not a fifth way of knowing, but a mark beside the claims.
        Disputed = "disputed",
        /// Nobody knows, or nobody has said.
        Unknown = "unknown",
    }
}

words! {
    /// Whose words a sentence of the story is.
    Voice {
        /// The story passes on somebody's words.
        PassedOn = "passed-on",
        /// The story says it itself and names no source.
        OwnWords = "own-words",
        /// Some of both.
        Mixed = "mixed",
    }
}
