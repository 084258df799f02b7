//! Every address of the site as a value. Links, the prerenderer, the sitemap and the router read this and nothing else.
//!
//! A path is relative to the root of the site, has no leading slash and ends in one, except that of the root itself, which is empty:
//! `en/event/kidal-2023/`. What stands in a query is for the page that reads it.

use crate::model::{Kind, Lane};

/// An address: a language and what is shown in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Route {
    /// The language, a folder of `content/`.
    pub locale: String,
    /// What is shown.
    pub place: Place,
}

/// What an address shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The story, first page of a language.
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
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
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

impl Route {
    /// The address of a place in a language.
    #[must_use]
    pub fn new(locale: &str, place: Place) -> Self {
        Self { locale: locale.to_owned(), place }
    }

    /// Reads a path relative to the root of the site; slashes at its ends do not matter, nor does `index.html`.
    ///
    /// `locales` are the languages there are; an address in none of them is missing in the first.
    #[must_use]
    pub fn parse(path: &str, locales: &[&str]) -> Self {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty() && *part != "index.html").collect();
        let missing = || Place::Missing(parts.join("/"));
        let Some((locale, rest)) = parts.split_first().filter(|(first, _)| locales.contains(first)) else {
            return Self::new(locales.first().copied().unwrap_or_default(), missing());
        };
        let place = match rest {
            [] => Place::Story,
            [word] => Room::ALL.iter().find(|room| room.word() == *word).map_or_else(missing, |room| Place::Room(*room)),
            ["walk", chapter, step] => Place::Step((*chapter).to_owned(), (*step).to_owned()),
            [kind, id] => Kind::from_word(kind).map_or_else(missing, |kind| Place::Record(kind, (*id).to_owned())),
            _ => missing(),
        };
        Self::new(locale, place)
    }

    /// The path, relative to the root of the site.
    #[must_use]
    pub fn path(&self) -> String {
        let locale = &self.locale;
        match &self.place {
            Place::Story => format!("{locale}/"),
            Place::Room(room) => format!("{locale}/{}/", room.word()),
            Place::Step(chapter, step) => format!("{locale}/walk/{chapter}/{step}/"),
            Place::Record(kind, id) => format!("{locale}/{}/{id}/", kind.word()),
            Place::Missing(_) => "404.html".to_owned(),
        }
    }

    /// Where the bundle of the page is, relative to the root of the site.
    #[must_use]
    pub fn bundle(&self) -> String {
        let locale = &self.locale;
        match &self.place {
            Place::Story => format!("data/{locale}/page/story.json"),
            Place::Room(room) => format!("data/{locale}/page/{}.json", room.word()),
            Place::Step(chapter, step) => format!("data/{locale}/page/walk/{chapter}/{step}.json"),
            Place::Record(kind, id) => format!("data/{locale}/page/{}/{id}.json", kind.word()),
            Place::Missing(_) => format!("data/{locale}/names.json"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_back() {
        let mut places = vec![Place::Story, Place::Step("a".into(), "b".into())];
        places.extend(Room::ALL.iter().map(|room| Place::Room(*room)));
        places.extend(Kind::ALL.iter().map(|kind| Place::Record(*kind, "x-1".into())));
        for place in places {
            let route = Route::new("fr", place);
            assert_eq!(Route::parse(&route.path(), &["en", "fr"]), route);
        }
    }

    #[test]
    fn what_no_page_has_is_missing() {
        for path in ["", "de/", "en/nowhere/", "en/event/", "en/event/a/b/", "en/walk/only-one/"] {
            let route = Route::parse(path, &["en"]);
            assert!(matches!(route.place, Place::Missing(_)), "{path} gave {route:?}");
        }
        assert_eq!(Route::parse("/en/index.html", &["en"]), Route::new("en", Place::Story));
    }
}
