//! The rooms of the house in their order, as design.md section 5 draws them.

/// A room. A file uses its own room and those above it in this list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    Model,
    Routes,
    Engine,
    Author,
    Load,
    Ui,
    View,
    Embed,
    Pages,
    App,
    Publish,
    Bin,
}

/// The folders that hold a subject each: engines, and the views beside them.
const SUBJECTS: [&str; 9] =
    ["timeline", "map", "charts", "glossary", "claims", "walk", "quiz", "search", "story"];

/// Views of a subject that are not called `view`. All that is in `walk` draws; its numbers come from the content.
const VIEWS: [&str; 6] = [
    "glossary/glosses",
    "glossary/popover",
    "glossary/trigger",
    "story/dates",
    "story/sentences",
    "walk",
];

impl Room {
    /// The room of a file, by its path in the repository; none if nobody said where it belongs.
    pub fn of(path: &str) -> Option<Self> {
        let inside = path.strip_prefix("src/")?.strip_suffix(".rs")?;
        let (first, rest) = inside.split_once('/').unwrap_or((inside, ""));
        Some(match first {
            "model" => Self::Model,
            "routes" => Self::Routes,
            "author" => Self::Author,
            "load" => Self::Load,
            // Rich text opens definitions, so it is drawn with the glossary, and so is what is made of it.
            "ui" if ["rich", "account"].contains(&rest) => Self::View,
            "ui" => Self::Ui,
            "embed" => Self::Embed,
            "pages" => Self::Pages,
            // What surrounds the app in its document goes with it.
            "app" | "start" => Self::App,
            "publish" => Self::Publish,
            "main" | "bin" | "lib" => Self::Bin,
            subject if SUBJECTS.contains(&subject) => {
                let is_listed = VIEWS
                    .iter()
                    .any(|view| inside == *view || inside.starts_with(&format!("{view}/")));
                let is_called_so = rest.split('/').next() == Some("view");
                if is_listed || is_called_so { Self::View } else { Self::Engine }
            }
            _ => return None,
        })
    }

    /// Whether it knows no browser and no view.
    pub fn is_pure(self) -> bool {
        self <= Self::Author
    }

    /// Whether it draws what a reader sees.
    pub fn draws(self) -> bool {
        matches!(self, Self::Ui | Self::View | Self::Embed | Self::Pages | Self::App)
    }
}
