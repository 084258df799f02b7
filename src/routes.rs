//! Every address of the site as a value. Links, the prerenderer, the sitemap and the router read this and nothing else.
//!
//! A path is relative to the root of the site, has no leading slash and ends in one, except that of the root itself, which is empty:
//! `en/event/kidal-2023/`. What stands in a query is for the page that reads it.

use crate::model::{Kind, Room, Target};

/// An address: a language and what is shown in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Route {
    /// The language, a folder of `content/`.
    pub locale: String,
    /// What is shown.
    pub target: Target,
}

impl Route {
    /// The address of a target in a language.
    #[must_use]
    pub fn new(locale: &str, target: Target) -> Self {
        Self { locale: locale.to_owned(), target }
    }

    /// Reads a path relative to the root of the site; slashes at its ends do not matter, nor does `index.html`.
    ///
    /// `locales` are the languages there are; an address in none of them is missing in the first.
    #[must_use]
    pub fn parse(path: &str, locales: &[&str]) -> Self {
        let parts: Vec<&str> =
            path.split('/').filter(|part| !part.is_empty() && *part != "index.html").collect();
        let missing = || Target::Missing(parts.join("/"));
        let Some((locale, rest)) = parts.split_first().filter(|(first, _)| locales.contains(first))
        else {
            return Self::new(locales.first().copied().unwrap_or_default(), missing());
        };
        let target = match rest {
            [] => Target::Story,
            [word] => Room::ALL
                .iter()
                .find(|room| room.word() == *word)
                .map_or_else(missing, |room| Target::Room(*room)),
            ["walk", chapter, step] => Target::Step((*chapter).to_owned(), (*step).to_owned()),
            [kind, id] => Kind::from_word(kind)
                .map_or_else(missing, |kind| Target::Record(kind, (*id).to_owned())),
            _ => missing(),
        };
        Self::new(locale, target)
    }

    /// The path, relative to the root of the site.
    #[must_use]
    pub fn path(&self) -> String {
        let locale = &self.locale;
        let words: &[&str] = match &self.target {
            Target::Story => &[locale, ""],
            Target::Room(room) => &[locale, room.word(), ""],
            Target::Step(chapter, step) => &[locale, "walk", chapter, step, ""],
            Target::Record(kind, id) => &[locale, kind.word(), id, ""],
            Target::Missing(_) => &["404.html"],
        };
        words.join("/")
    }

    /// What was asked for, in the words of the address.
    #[must_use]
    pub fn asked(&self) -> String {
        match &self.target {
            Target::Missing(asked) => asked.clone(),
            _ => self.path(),
        }
    }

    /// Where the bundle of the page is, relative to the root of the site. The steps of a chapter share theirs.
    #[must_use]
    pub fn bundle(&self) -> String {
        let locale = &self.locale;
        let words: &[&str] = match &self.target {
            Target::Story => &["data", locale, "page/story"],
            Target::Room(room) => &["data", locale, "page", room.word()],
            Target::Step(chapter, _) => &["data", locale, "page/walk", chapter],
            Target::Record(kind, id) => &["data", locale, "page", kind.word(), id],
            Target::Missing(_) => &["data", locale, "names"],
        };
        words.join("/") + ".json"
    }
}

/// The path of the bare timeline in a language. It is a document of its own, to which the router does not lead.
#[must_use]
pub fn bare_timeline(locale: &str) -> String {
    embeds(locale) + "timeline/"
}

/// The path of the page on which one chooses what to put into a page of one's own; what can be chosen lies below it.
#[must_use]
pub fn embeds(locale: &str) -> String {
    [locale, "/embed/"].concat()
}

/// The path of the page that says how to cite and share what an address shows. It is a document of its own too.
#[must_use]
pub fn share(route: &Route) -> String {
    let (locale, path) = (&*route.locale, route.path());
    [locale, "/share", path.strip_prefix(locale).unwrap_or("/")].concat()
}

/// The path of a chapter as one page in a language. It is a document of its own too.
#[must_use]
pub fn whole_chapter(locale: &str, chapter: &str) -> String {
    format!("{locale}/print/{chapter}/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_back() {
        let mut targets = vec![Target::Story, Target::Step("a".into(), "b".into())];
        targets.extend(Room::ALL.iter().map(|room| Target::Room(*room)));
        targets.extend(Kind::ALL.iter().map(|kind| Target::Record(*kind, "x-1".into())));
        for target in targets {
            let route = Route::new("fr", target);
            assert_eq!(Route::parse(&route.path(), &["en", "fr"]), route);
        }
    }

    #[test]
    fn what_no_page_has_is_missing() {
        for path in ["", "de/", "en/nowhere/", "en/event/", "en/event/a/b/", "en/walk/only-one/"] {
            let route = Route::parse(path, &["en"]);
            assert!(matches!(route.target, Target::Missing(_)), "{path} gave {route:?}");
        }
        assert_eq!(Route::parse("/en/index.html", &["en"]), Route::new("en", Target::Story));
    }
}
