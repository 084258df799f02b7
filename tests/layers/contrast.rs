//! How far the colours of the tokens stand apart, by WCAG 2.2: by day, by night, on paper, and where more contrast is asked for.

use std::collections::BTreeMap;

/// Red, green and blue of a colour that covers, 0 to 255.
type Colour = [u8; 3];

/// Where colours stand on each other: by day, by night, on paper; the last two for readers who ask for more contrast.
const SCENES: [(&str, usize, bool); 4] = [
    ("by day", 0, false),
    ("by night", 1, false),
    ("by day, more contrast", 0, true),
    ("by night, more contrast", 1, true),
];

/// What is read.
const TEXTS: [&str; 9] =
    ["ink", "muted", "link", "visited", "laterite", "documented", "claimed", "reported", "unknown"];
/// What is seen: marks of the lanes, the edges of controls, water.
const MARKS: [&str; 7] =
    ["accord", "government", "foreign", "fighting", "civilians", "edge", "water"];
/// What both stand on.
const GROUNDS: [&str; 2] = ["paper", "sand"];
/// What stands on a ground of its own: the words of the story on their tints, of buttons and choices on their fill.
const OTHERS: [(&str, &str); 5] = [
    ("ink", "tint-passed-on"),
    ("ink", "tint-own-words"),
    ("ink", "tint-mixed"),
    ("paper", "link"),
    ("paper", "ink"),
];

/// Every pair that stands too close together, with its contrast.
pub fn faults(tokens: &str) -> Vec<String> {
    let (usual, more) =
        tokens.split_once("@media (prefers-contrast: more)").unwrap_or((tokens, ""));
    let mut found = Vec::new();
    for (scene, theme, asks_more) in SCENES {
        let mut colours = colours(usual, theme);
        if asks_more {
            colours.extend(self::colours(more, theme));
        }
        let wanted = if asks_more {
            [("ink", 7.0), ("muted", 7.0), ("edge", 4.5)].into()
        } else {
            BTreeMap::new()
        };
        let least = |name: &str, usual: f64| wanted.get(name).copied().unwrap_or(usual);
        let on = |grounds: &[&str], names: &[&str], usual: f64| {
            names
                .iter()
                .flat_map(|name| {
                    grounds.iter().map(move |ground| (name.to_string(), ground.to_string()))
                })
                .map(|(name, ground)| (least(&name, usual), name, ground))
                .collect::<Vec<_>>()
        };
        let mut pairs = on(&GROUNDS, &TEXTS, 4.5);
        pairs.extend(on(&GROUNDS, &MARKS, 3.0));
        pairs.extend(OTHERS.map(|(name, ground)| (4.5, name.to_owned(), ground.to_owned())));
        if theme == 0 {
            // On paper the grounds are the sheet.
            pairs.extend(on(&["sheet"], &TEXTS, 4.5));
            pairs.extend(on(&["sheet"], &MARKS, 3.0));
        }
        for (least, name, ground) in pairs {
            match (colours.get(&name), colours.get(&ground)) {
                (Some(one), Some(other)) if contrast(*one, *other) >= least => {}
                (Some(one), Some(other)) => found.push(format!(
                    "--{name} on --{ground} {scene}: {:.2}, needs {least}",
                    contrast(*one, *other)
                )),
                _ => found
                    .push(format!("--{name} or --{ground} is no colour that can be read {scene}")),
            }
        }
    }
    found
}

/// The tokens that are colours, without those that shine through; of two values the one of a theme (0 day, 1 night).
fn colours(css: &str, theme: usize) -> BTreeMap<String, Colour> {
    let declarations = css.split(';').filter_map(|one| one.rsplit_once("--")?.1.split_once(':'));
    let value = |value: &str| {
        let value = value.trim();
        match value.strip_prefix("light-dark(").and_then(|pair| pair.strip_suffix(')')) {
            Some(pair) => colour(pair.split(',').nth(theme)?),
            None => colour(value),
        }
    };
    declarations.filter_map(|(name, text)| Some((name.to_owned(), value(text)?))).collect()
}

/// `#rgb` or `#rrggbb`.
fn colour(text: &str) -> Option<Colour> {
    let digits = text.trim().strip_prefix('#')?;
    let digits = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        6 => digits.to_owned(),
        _ => return None,
    };
    let part = |from: usize| u8::from_str_radix(digits.get(from..from + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// 1 (alike) to 21 (black and white).
fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Relative luminance, 0 to 1.
fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
