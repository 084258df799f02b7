//! Finding words that a reader did not spell as we do. Pure: the pages that search have the views.
//!
//! A name is compared in its folded form: lower case, no accents, no marks, no article. What contains the query comes first, then what
//! is a few letters away.

/// A text in lower case, without accents and marks; spaces are single.
///
/// Letters of Latin scripts with accents fold to their base letters, as a reader without them on the keyboard would type; letters of
/// other scripts stay as they are.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter.to_ascii_lowercase() {
            'À'..='Å' | 'à'..='å' => folded.push('a'),
            'Ç' | 'ç' => folded.push('c'),
            'È'..='Ë' | 'è'..='ë' => folded.push('e'),
            'Ì'..='Ï' | 'ì'..='ï' => folded.push('i'),
            'Ñ' | 'ñ' => folded.push('n'),
            'Ò'..='Ö' | 'ò'..='ö' => folded.push('o'),
            'Ù'..='Ü' | 'ù'..='ü' => folded.push('u'),
            'Œ' | 'œ' => folded.push_str("oe"),
            '\'' | '’' => {}
            letter if letter.is_ascii_alphanumeric() || is_foreign_letter(letter) => {
                folded.push(letter);
            }
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// True for what is no ASCII and no mark: the standard library's tables of letters would cost the browser 10 kB.
fn is_foreign_letter(letter: char) -> bool {
    !letter.is_ascii() && !matches!(letter, '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}')
}

/// How far a name is from a query, both folded: 0 is the same, more is farther; none if they have nothing in common.
///
/// The same comes before a beginning or a whole word, that before a word's beginning, that before any part, and that before near misses.
#[must_use]
pub fn distance(query: &str, name: &str) -> Option<usize> {
    if query.is_empty() {
        return None;
    }
    if name == query {
        return Some(0);
    }
    if name.starts_with(query) || name.split(' ').any(|word| word == query) {
        return Some(1);
    }
    if name.split(' ').any(|word| word.starts_with(query)) {
        return Some(2);
    }
    if name.contains(query) {
        return Some(3);
    }
    let allowed = query.chars().count() / 3;
    let nearest = name.split(' ').chain([name]).map(|word| edits(query, word)).min()?;
    (nearest <= allowed).then_some(3 + nearest)
}

/// The least number of letters put in, left out, changed or swapped with a neighbour that make one word of the other.
#[must_use]
pub fn edits(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    let width = other.len() + 1;
    let mut rows = vec![0; (one.len() + 1) * width];
    for place in 0..=one.len() {
        rows[place * width] = place;
    }
    for (place, cost) in rows.iter_mut().take(width).enumerate() {
        *cost = place;
    }
    for (i, a) in one.iter().enumerate() {
        for (j, b) in other.iter().enumerate() {
            let at = |row: usize, column: usize| rows[row * width + column];
            let mut least =
                (at(i, j + 1) + 1).min(at(i + 1, j) + 1).min(at(i, j) + usize::from(a != b));
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                least = least.min(at(i - 1, j - 1) + 1);
            }
            rows[(i + 1) * width + j + 1] = least;
        }
    }
    rows[one.len() * width + other.len()]
}

/// The places in `names` of those nearest to a query, at most `limit`, nearest first; equals keep their order.
///
/// `names` holds the folded names of each thing; the nearest of them counts.
#[must_use]
pub fn nearest(query: &str, names: &[Vec<String>], limit: usize) -> Vec<usize> {
    let query = fold(query);
    let of = |names: &Vec<String>| names.iter().filter_map(|name| distance(&query, name)).min();
    let mut found: Vec<(usize, usize)> =
        names.iter().enumerate().filter_map(|(place, names)| Some((of(names)?, place))).collect();
    found.sort_unstable();
    found.truncate(limit);
    found.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accents_marks_and_case_do_not_matter() {
        assert_eq!(fold("Assimi Goïta"), "assimi goita");
        assert_eq!(fold("  M5-RFP’s «peace» "), "m5 rfps peace");
        assert_eq!(fold("Côte d’Ivoire"), "cote divoire");
    }

    #[test]
    fn the_nearest_name_comes_first() {
        let names: Vec<Vec<String>> =
            [vec!["kidal"], vec!["timbuktu", "tombouctou"], vec!["kidal region"], vec!["gao"]]
                .into_iter()
                .map(|names| names.into_iter().map(fold).collect())
                .collect();
        assert_eq!(nearest("Kidal", &names, 9), [0, 2]);
        assert_eq!(nearest("Tombouktou", &names, 9), [1]);
        assert_eq!(nearest("region", &names, 9), [2]);
        assert_eq!(
            [distance("goita", "goita speaks"), distance("goita", "assimi goita")],
            [Some(1); 2]
        );
        assert_eq!(nearest("zzz", &names, 9), Vec::<usize>::new());
        assert_eq!(nearest("", &names, 9), Vec::<usize>::new());
    }

    proptest! {
        #[test]
        fn edits_are_a_distance(one in "[a-d]{0,6}", other in "[a-d]{0,6}") {
            prop_assert_eq!(edits(&one, &other), edits(&other, &one));
            prop_assert_eq!(edits(&one, &other) == 0, one == other);
            prop_assert!(edits(&one, &other) <= one.len().max(other.len()));
        }

        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
