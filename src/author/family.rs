//! The sorts of record that have ids: which file holds them, under which name, and where their words are.

/// A sort of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Family {
    /// The file that holds it, in `facts/` and among the words.
    pub file: &'static str,
    /// The name of its array of tables.
    pub array: &'static str,
    /// What a fault calls it.
    pub name: &'static str,
    /// The field that identifies a record.
    pub key: &'static str,
    /// The table of the words' file that holds its words; none if they stand at the top.
    pub under: Option<&'static str>,
    /// True if a record may do without words.
    pub may_be_wordless: bool,
}

impl Family {
    /// A sort of record whose words stand at the top of its file.
    const fn new(
        file: &'static str,
        array: &'static str,
        name: &'static str,
        key: &'static str,
    ) -> Self {
        Self { file, array, name, key, under: None, may_be_wordless: false }
    }
}

macro_rules! families {
    ($($name:ident: $file:literal, $array:literal, $called:literal, $key:literal;)+) => {
        impl Family {
            $(pub const $name: Self = Self::new($file, $array, $called, $key);)+

            /// The sorts of record that are like most.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
        }
    };
}

families! {
    SOURCE: "sources", "source", "source", "id";
    ACTOR: "actors", "actor", "actor", "id";
    PLACE: "places", "place", "place", "id";
    EVENT: "events", "event", "event", "id";
    TERM: "terms", "term", "term", "id";
    DISPUTE: "disputes", "dispute", "claim", "id";
    ACCORD: "accord", "accord", "accord", "id";
    PART: "accord", "part", "part", "key";
    PROVISION: "accord", "provision", "provision", "id";
    SIGNATORY: "accord", "signatory", "signatory", "key";
    MEDIATOR: "accord", "mediator", "mediator", "key";
    ACCORD_STEP: "accord", "step", "step of the accord", "key";
    VIEW: "accord", "view", "view", "key";
    DEPLOYMENT: "deployments", "deployment", "deployment", "id";
    RESOLUTION: "deployments", "resolution", "resolution", "key";
    INTEREST: "deployments", "interest", "interest", "key";
    HEAD_OF_STATE: "government", "head_of_state", "head of state", "key";
    PRIME_MINISTER: "government", "prime_minister", "prime minister", "key";
    PROMISE: "government", "promise", "promise", "key";
    FIGURE: "figures", "figure", "figure", "id";
    SENTENCE: "story", "sentence", "sentence", "id";
    DOOR_SENTENCE: "doors", "sentence", "sentence", "key";
    CHAPTER: "walk", "chapter", "chapter", "id";
}

impl Family {
    /// What the story leaves out.
    pub const LEFT_OUT: Self =
        Self { under: Some("left_out"), ..Self::new("story", "left_out", "statement", "key") };
    /// Counts of dead, wounded or captured, whose only words are a remark.
    pub const TOLL: Self =
        Self { may_be_wordless: true, ..Self::new("figures", "toll", "toll", "key") };
    /// The steps of the walk, whose words are files of their own.
    pub const STEP: Self = Self { under: Some(""), ..Self::new("walk", "step", "step", "id") };

    /// The path of its facts, as faults show it.
    pub fn facts_path(self) -> String {
        format!("content/facts/{}.toml", self.file)
    }

    /// Every sort of record.
    pub fn every() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().chain([Self::TOLL, Self::LEFT_OUT, Self::STEP])
    }
}

/// The owners of statements.
pub const OWNERS: &[Family] = &[Family::ACTOR, Family::SOURCE];

/// What a count of dead can be about.
pub const COUNTED: &[Family] = &[Family::EVENT, Family::DISPUTE, Family::DEPLOYMENT];

/// Files of `facts/` and of the words with the same names.
pub const PAIRED: &[&str] = &[
    "accord",
    "actors",
    "deployments",
    "disputes",
    "doors",
    "events",
    "figures",
    "government",
    "places",
    "sources",
    "story",
    "terms",
    "walk",
];

/// Files of `facts/` that have no words.
pub const FACTS_ONLY: &[&str] = &["site"];

/// Files of the words that have no facts.
pub const WORDS_ONLY: &[&str] = &["messages", "style", "vocabulary"];

/// Written pages.
pub const ESSAYS: &[&str] = &["about", "teach"];

/// Tables of the words' files that belong to no record: file and name.
pub const LOOSE: &[(&str, &str)] = &[
    ("deployments", "about"),
    ("government", "about"),
    ("story", "page"),
    ("story", "doors"),
    ("story", "left_out"),
];
