//! What a stylesheet may hold: rules in layers, colours as tokens, logical properties.

/// Properties that name a side of the screen, or a side's length.
const PHYSICAL: [&str; 13] = [
    "left",
    "right",
    "top",
    "bottom",
    "width",
    "height",
    "min-width",
    "max-width",
    "min-height",
    "max-height",
    "clear",
    "caption-side",
    "resize",
];

/// What comes before a physical side in a property: `margin-left`, `border-top-color`.
const SIDED: [&str; 5] = ["margin-", "padding-", "border-", "scroll-margin-", "scroll-padding-"];

const SIDES: [&str; 4] = ["left", "right", "top", "bottom"];

/// Functions and names that make a colour. Colours of the system and `currentcolor` are none of ours.
const COLOUR_FUNCTIONS: [&str; 9] =
    ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch("];
const COLOUR_NAMES: [&str; 16] = [
    "black", "white", "red", "green", "blue", "yellow", "gray", "grey", "silver", "maroon", "navy",
    "orange", "purple", "brown", "beige", "ivory",
];

/// The faults of a stylesheet, each with its rule.
pub fn faults(path: &str, text: &str) -> Vec<String> {
    let text = without_comments(text);
    let mut found = Vec::new();
    let mut blocks: Vec<String> = Vec::new();
    let mut piece = String::new();
    let mut quote = None;
    for letter in text.chars() {
        match (quote, letter) {
            (Some(open), _) if letter == open => quote = None,
            (None, '"' | '\'') => quote = Some(letter),
            _ => {}
        }
        if quote.is_none() && "{};".contains(letter) {
            let words = piece.split_whitespace().collect::<Vec<_>>().join(" ");
            piece.clear();
            match letter {
                '{' => {
                    found.extend(rule_faults(&words, &blocks));
                    blocks.push(words);
                }
                _ => found.extend(
                    declaration_faults(&words, path).map(|fault| format!("{fault} in `{words}`")),
                ),
            }
            if letter == '}' {
                blocks.pop();
            }
        } else {
            piece.push(letter);
        }
    }
    found
}

fn rule_faults(selector: &str, blocks: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    let is_at_rule = selector.starts_with('@');
    let is_in_layer = blocks.iter().any(|block| block.starts_with("@layer "));
    let is_face = selector.starts_with("@font-face")
        || blocks.iter().any(|block| block.starts_with("@font-face"));
    if !is_in_layer && !is_face && !selector.starts_with("@layer ") {
        found.push(format!("`{selector}` is in no layer"));
    }
    let is_in_keyframes = blocks.iter().any(|block| block.starts_with("@keyframes"));
    if !is_at_rule && !is_in_keyframes && without_brackets(selector).contains('#') {
        found.push(format!("`{selector}` selects an id"));
    }
    found
}

fn declaration_faults(words: &str, path: &str) -> impl Iterator<Item = String> + use<> {
    let mut found = Vec::new();
    if let Some((property, value)) = words.split_once(':').filter(|_| !words.starts_with('@')) {
        let (property, value) = (property.trim(), value.trim());
        let sided = SIDED.iter().find_map(|start| property.strip_prefix(start));
        let is_sided =
            sided.is_some_and(|side| SIDES.iter().any(|name| side.split('-').next() == Some(name)));
        let is_physical = PHYSICAL.contains(&property) && !value.starts_with("inline-");
        let is_side_value = ["text-align", "float", "clear"].contains(&property)
            && ["left", "right"].contains(&value);
        if is_sided || is_physical || is_side_value {
            found.push("a side of the screen".to_owned());
        }
        if value.contains("!important") {
            found.push("!important".to_owned());
        }
        if !path.ends_with("/tokens.css") && has_colour(value) {
            found.push("a bare colour".to_owned());
        }
    }
    found.into_iter()
}

/// Whether a value has a colour of its own, outside quotes and addresses.
fn has_colour(value: &str) -> bool {
    let value = value.to_lowercase();
    let value: String = value.split('"').step_by(2).collect();
    let words = || value.split([' ', ',', '(', ')', '/']).filter(|word| !word.is_empty());
    COLOUR_FUNCTIONS.iter().any(|function| value.contains(function))
        || words().any(|word| COLOUR_NAMES.contains(&word))
        || words().any(|word| {
            word.strip_prefix('#').is_some_and(|hex| {
                hex.len() >= 3 && hex.chars().all(|digit| digit.is_ascii_hexdigit())
            })
        })
}

/// A selector without what stands in `[…]`, where `href="#…"` is no id.
fn without_brackets(selector: &str) -> String {
    let mut kept = String::new();
    let mut depth = 0_u32;
    for letter in selector.chars() {
        match letter {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            letter if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    kept
}

fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}

#[test]
fn each_kind_of_fault_is_found() {
    let found = |text: &str| faults("style/x.css", text).len();
    assert_eq!(found("@layer a { p { margin-inline: 1px; border-block-start: var(--hair); } }"), 0);
    assert_eq!(found("@font-face { font-family: \"White\"; src: url(\"a.woff2\"); }"), 0);
    assert_eq!(found("@layer a { .x { border-left-color: var(--ink); } }"), 1);
    assert_eq!(found("@layer a { .x { inset: 0; left: 0 } }"), 1);
    assert_eq!(found("@layer a { .x { text-align: right; } }"), 1);
    assert_eq!(found("@layer a { .x { background: light-dark(#fff, black); } }"), 1);
    assert_eq!(found("@layer a { .x { color: var(--ink) !important; } }"), 1);
    assert_eq!(found("@layer a { #x { color: var(--ink); } }"), 1);
    assert_eq!(found(".x { color: var(--ink); }"), 1);
}
