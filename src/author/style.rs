//! The rules of `style.toml`: words that the site does not say in its own voice, how numbers of dead are told, and names that
//! are never linked by themselves.

use super::documents::Documents;
use super::table::Table;
use std::collections::HashSet;
use std::ops::Range;

/// How many words may stand between a number and the word that says that people died.
const REACH: usize = 5;

/// The rules of a language.
#[derive(Default)]
pub struct Style {
    plain: Vec<String>,
    avoid: Vec<Avoid>,
    dead: HashSet<String>,
    numbers: HashSet<String>,
    months: HashSet<String>,
}

/// Words that take sides.
struct Avoid {
    words: String, // in small letters
    is_stem: bool, // any ending may follow
    better: String,
}

impl Style {
    /// Reads the rules.
    pub fn read<'a>(documents: &'a Documents<'a>) -> Self {
        let Some(document) = documents.words("style.toml").into_iter().next() else {
            return Self::default();
        };
        let mut table = document.table();
        let style = Self {
            plain: table.list("plain"),
            dead: small_words(&mut table, "dead"),
            numbers: small_words(&mut table, "numbers"),
            months: small_words(&mut table, "months"),
            avoid: rules(&table.table("avoid")),
        };
        table.finish();
        style
    }

    /// Names that are ordinary words as well, and phrases with names in them, which stay plain.
    pub fn plain(&self) -> impl Iterator<Item = &str> {
        self.plain.iter().map(String::as_str)
    }

    /// The words in a text that take sides, each with what would be better.
    pub fn sides<'s>(&'s self, text: &str) -> Vec<(Range<usize>, &'s str)> {
        let small = text.to_ascii_lowercase();
        let found = self.avoid.iter().flat_map(|rule| {
            let hits = small.match_indices(&rule.words).filter_map(|(at, words)| {
                let end = at + words.len();
                let tail = small[end..]
                    .find(|next: char| !next.is_alphanumeric())
                    .unwrap_or(small.len() - end);
                let begins = !small[..at].ends_with(char::is_alphanumeric);
                (begins && (rule.is_stem || tail == 0))
                    .then_some((at..end + tail, rule.better.as_str()))
            });
            hits.collect::<Vec<_>>()
        });
        found.collect()
    }

    /// The numbers of dead in a text: those near a word that says that people died, in the same sentence.
    pub fn tolls(&self, text: &str) -> Vec<Range<usize>> {
        pieces(text, |character| matches!(character, '.' | '!' | '?' | ';'))
            .flat_map(|(start, sentence)| self.tolls_in(start, sentence))
            .collect()
    }

    /// The same in a sentence that begins at `start`.
    fn tolls_in(&self, start: usize, sentence: &str) -> Vec<Range<usize>> {
        let words = words(sentence);
        let small: Vec<String> = words.iter().map(|(_, word)| word.to_lowercase()).collect();
        let is_dead = |place: usize| small.get(place).is_some_and(|word| self.dead.contains(word));
        let is_toll = |place: &usize| {
            let is_day = small.get(place + 1).is_some_and(|next| self.months.contains(next));
            let is_near = (place.saturating_sub(REACH)..=place + REACH).any(is_dead);
            is_near && !is_day && self.is_number(&small[*place])
        };
        let tolls = (0..words.len()).filter(is_toll).map(|place| words[place]);
        tolls.map(|(at, word)| start + at..start + at + word.len()).collect()
    }

    /// True for a number in digits that is no year, and for a word that stands for a number.
    fn is_number(&self, word: &str) -> bool {
        let is_year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        (word.starts_with(|first: char| first.is_ascii_digit()) && !is_year)
            || self.numbers.contains(word)
    }
}

/// The words of a sentence with their places; a number may have commas inside.
fn words(sentence: &str) -> Vec<(usize, &str)> {
    let is_gap = |character: char| !character.is_alphanumeric() && character != ',';
    let pieces = pieces(sentence, is_gap);
    let words =
        pieces.map(|(at, piece)| (at, piece.trim_end_matches(|end| is_gap(end) || end == ',')));
    words.filter(|(_, word)| !word.is_empty()).collect()
}

/// The words of a list in small letters.
fn small_words(table: &mut Table, key: &'static str) -> HashSet<String> {
    table.list::<String>(key).into_iter().map(|word| word.to_lowercase()).collect()
}

/// The rules of a table: the words, with `*` for any ending, and what is better.
fn rules(table: &Table) -> Vec<Avoid> {
    let rule = |(words, better): (&str, String)| {
        let stem = words.strip_suffix('*');
        Avoid { words: stem.unwrap_or(words).to_lowercase(), is_stem: stem.is_some(), better }
    };
    table
        .keys()
        .filter_map(|(words, _, value)| Some((words, value.text()?.words.to_owned())))
        .map(rule)
        .collect()
}

/// The pieces of a text, each with its place and the character that ends it.
fn pieces(text: &str, ends: impl Fn(char) -> bool) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive(ends).scan(0, |at, piece| {
        let start = *at;
        *at += piece.len();
        Some((start, piece))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style() -> Style {
        let avoid = |words: &str, is_stem| Avoid {
            words: words.into(),
            is_stem,
            better: "other words".into(),
        };
        Style {
            avoid: vec![avoid("retook", false), avoid("neutralis", true)],
            dead: HashSet::from(["killed", "dead"].map(str::to_owned)),
            numbers: HashSet::from(["six", "dozens"].map(str::to_owned)),
            months: HashSet::from(["august".to_owned()]),
            ..Style::default()
        }
    }

    #[test]
    fn words_that_take_sides_are_found_whole_or_by_their_stem() {
        let found = |text: &str| {
            style()
                .sides(text)
                .into_iter()
                .map(|(range, _)| text[range].to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(found("The army retook it and neutralised six."), ["retook", "neutralised"]);
        assert_eq!(found("mistook, retooken, unneutralised"), [""; 0]);
    }

    #[test]
    fn a_number_is_one_of_dead_only_near_the_word_in_the_same_sentence() {
        let found = |text: &str| {
            style().tolls(text).into_iter().map(|range| text[range].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(
            found("On Friday 1,277 people were killed, dozens of them here."),
            ["1,277", "dozens"]
        );
        assert_eq!(found("Six came. They were killed in 2023."), [""; 0]);
        assert_eq!(found("They were killed on 12 August."), [""; 0]);
    }
}
