//! The nearest of the words that would have been right.

use std::fmt;

/// The word that was probably meant, if one is near.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nearest(pub Option<String>);

impl Nearest {
    /// The same with another form of the word.
    #[must_use]
    pub fn map(self, change: impl FnOnce(String) -> String) -> Self {
        Self(self.0.map(change))
    }
}

impl fmt::Display for Nearest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_ref().map_or(Ok(()), |word| write!(f, "; did you mean `{word}`?"))
    }
}

/// The candidate with the fewest typing errors between it and `word`: at most a third of the length, but one in any word of two.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Nearest {
    let length = word.chars().count();
    let limit = (length / 3).max(1);
    let best = candidates
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= limit)
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit && *distance < length)
        .min();
    Nearest(best.map(|(_, candidate)| candidate.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_within_a_third_of_the_length() {
        let words = ["cma", "fama", "jnim", "ber-clash-2023"];
        assert_eq!(nearest("cmaa", words).0.as_deref(), Some("cma"));
        assert_eq!(nearest("ber-clash-2032", words).0.as_deref(), Some("ber-clash-2023"));
        assert_eq!(nearest("wagner", words).0, None);
    }
}
