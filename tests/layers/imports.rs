//! Which files of the crate a file uses: by `crate::…` and `super::…`, in `use` and in passing.

use super::source::Source;

/// The files that `path`, which holds `code`, uses, each once. The crate is called by its name in the binaries.
pub fn modules(path: &str, code: &str, sources: &[Source]) -> Vec<String> {
    let home = module_of(path);
    let parent = home.rsplit_once("::").map_or("", |(parent, _)| parent);
    let mut found = Vec::new();
    for (start, base) in
        [("crate::", ""), ("mali_explained::", ""), ("super::", parent), ("self::", home.as_str())]
    {
        for tail in tails(code, start) {
            for name in expand(tail) {
                let name = if base.is_empty() { name } else { format!("{base}::{name}") };
                found.extend(file_of(&name, sources));
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

/// The module of a file: `src/model/date.rs` is `model::date`.
fn module_of(path: &str) -> String {
    path.trim_start_matches("src/").trim_end_matches(".rs").replace('/', "::")
}

/// The file that holds a name: that of the longest beginning which is a module.
fn file_of(name: &str, sources: &[Source]) -> Option<String> {
    let mut name = name;
    loop {
        if let Some(source) = sources.iter().find(|source| module_of(&source.path) == name) {
            return Some(source.path.clone());
        }
        (name, _) = name.rsplit_once("::")?;
    }
}

/// What follows each occurrence of `start` that begins a path.
fn tails<'a>(code: &'a str, start: &str) -> Vec<&'a str> {
    let begins = |place: &usize| {
        !code[..*place]
            .chars()
            .next_back()
            .is_some_and(|before| before.is_alphanumeric() || before == '_' || before == ':')
    };
    code.match_indices(start)
        .map(|(place, _)| place)
        .filter(begins)
        .map(|place| &code[place + start.len()..])
        .collect()
}

/// The paths of a tree of names: `a::{b, c::d}` holds `a::b` and `a::c::d`.
fn expand(tree: &str) -> Vec<String> {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    let end = tree.find(|letter| !is_part(letter)).unwrap_or(tree.len());
    let (path, rest) = tree.split_at(end);
    let path = path.trim_end_matches(':');
    let Some(group) = rest.strip_prefix('{') else { return vec![path.to_owned()] };
    let join = |name: String| if path.is_empty() { name } else { format!("{path}::{name}") };
    branches(group).into_iter().flat_map(expand).map(join).collect()
}

/// The branches of a group, up to its closing brace.
fn branches(group: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (place, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                found.push(group[start..place].trim());
                start = place + 1;
                if letter == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    found.retain(|branch| !branch.is_empty());
    found
}

#[test]
fn a_tree_of_names_is_every_path_in_it() {
    let found = expand("a::{self, b, c::{D, e as f},\n}; rest {x}");
    assert_eq!(found, ["a::self", "a::b", "a::c::D", "a::c::e"]);
    assert_eq!(expand("a::B::new()"), ["a::B::new"]);
}
