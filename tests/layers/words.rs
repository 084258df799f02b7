//! Words that a reader would see, but that stand in code.

/// Attributes that are read out or shown.
const READ_OUT: [&str; 5] = ["aria-label", "alt", "placeholder", "title", "aria-roledescription"];

/// The words in the markup of `view!` that do not come from messages or content. A word has two letters at least.
///
/// Found are literals that stand as children, bare words before a closing tag, and literals of attributes that are read out.
pub fn stray(code: &str) -> Vec<String> {
    let mut found: Vec<String> =
        literals(code).into_iter().filter(|words| has_word(words)).collect();
    found.extend(bare_words(code));
    found
}

/// Literals that stand between tags, braces or other literals, or belong to an attribute that is read out.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(start) = rest.find('"') {
        let inner = &rest[start + 1..];
        let Some(end) = end_of_string(inner) else { break };
        let before = rest[..start].trim_end();
        let after = inner[end + 1..].trim_start();
        let is_after_tag =
            before.ends_with('>') && !before.ends_with("=>") && !before.ends_with("->");
        let is_child = (is_after_tag && !after.starts_with([',', ')', '.', ';']))
            || (before.ends_with('}') && after.starts_with(['<', '{']));
        let is_read_out = READ_OUT.iter().any(|name| before.ends_with(&format!(" {name}=")));
        if is_child || is_read_out {
            found.push(inner[..end].to_owned());
        }
        rest = &inner[end + 1..];
    }
    found
}

fn end_of_string(inner: &str) -> Option<usize> {
    let mut is_escaped = false;
    for (place, letter) in inner.char_indices() {
        match letter {
            '"' if !is_escaped => return Some(place),
            '\\' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    None
}

/// What stands unquoted right before a closing tag, which in Rust is markup for certain.
fn bare_words(code: &str) -> Vec<String> {
    let text = |(place, _): (usize, &str)| {
        let before = &code[..place];
        let text = before.rsplit_once('>')?.1.trim();
        let is_text =
            text.chars().all(|letter| letter.is_alphanumeric() || " .,!?'’:-".contains(letter));
        (is_text && has_word(text)).then(|| text.to_owned())
    };
    code.match_indices("</").filter_map(text).collect()
}

fn has_word(words: &str) -> bool {
    words.split(|letter: char| !letter.is_alphabetic()).any(|word| word.chars().count() >= 2)
}

#[test]
fn words_between_tags_and_in_labels_are_found() {
    let code = r#"match x { A => "one", } view! { <p class="two">"Three four"</p><b aria-label="Five">{six}" "{seven}</b><i>Eight</i> }"#;
    assert_eq!(stray(code), ["Three four", "Five", "Eight"]);
}
