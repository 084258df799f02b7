//! How a page is cited, in the ways that schools and universities ask for.
//!
//! A page has no named author: the site stands for it (APA 7, section 9.11; MLA 9; Chicago 17, section 14.207). The date is the day on
//! which the facts were last checked. The months are those of the styles, which are English.

use crate::model::Date;

/// What is cited.
pub struct Work<'a> {
    /// The title of the page.
    pub title: &'a str,
    /// The name of the site.
    pub site: &'a str,
    /// A day.
    pub date: Date,
    /// The whole address.
    pub url: &'a str,
    /// The address within the site, from which the key of BibTeX is made.
    pub path: &'a str,
    /// The licence.
    pub licence: &'a str,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// As MLA shortens them.
const SHORT: [&str; 12] = [
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
];

impl Work<'_> {
    fn month_and_day(&self) -> (usize, u8) {
        let (_, month, day) = crate::model::date::civil_from_day(self.date.first_day());
        (usize::from(month) - 1, day)
    }

    /// In the style of the American Psychological Association.
    #[must_use]
    pub fn apa(&self) -> String {
        let (month, day) = self.month_and_day();
        let (site, year, title) = (self.site, self.date.year(), ended(self.title));
        format!("{site}. ({year}, {} {day}). {title} {}", MONTHS[month], self.url)
    }

    /// In the style of the Modern Language Association.
    #[must_use]
    pub fn mla(&self) -> String {
        let (month, day) = self.month_and_day();
        let (site, year, title) = (self.site, self.date.year(), within(&ended(self.title)));
        format!("“{title}” {site}, {day} {} {year}, {}.", SHORT[month], self.url)
    }

    /// In the style of the Chicago Manual, as an entry of a bibliography.
    #[must_use]
    pub fn chicago(&self) -> String {
        let (month, day) = self.month_and_day();
        let (site, year, title) = (self.site, self.date.year(), within(&ended(self.title)));
        format!("{site}. “{title}” Last modified {} {day}, {year}. {}.", MONTHS[month], self.url)
    }

    /// As an entry for `biblatex`, which `BibTeX` reads too but for its kind.
    #[must_use]
    pub fn bibtex(&self) -> String {
        let (month, day) = self.month_and_day();
        let parts: Vec<&str> = self.path.split('/').filter(|part| !part.is_empty()).collect();
        format!(
            "@online{{mali-explained-{},\n  author = {{{{{}}}}},\n  title = {{{}}},\n  date = {{{:04}-{:02}-{day:02}}},\n  url = {{{}}},\n  note = {{{}}}\n}}",
            parts.join("-"),
            escaped(self.site),
            escaped(self.title),
            self.date.year(),
            month + 1,
            self.url,
            escaped(self.licence),
        )
    }
}

/// A title as a sentence.
fn ended(title: &str) -> String {
    let end = if title.ends_with(['.', '?', '!', '…']) { "" } else { "." };
    format!("{title}{end}")
}

/// A title as it stands in quotation marks: its own become single ones.
fn within(title: &str) -> String {
    title.replace('“', "‘").replace('”', "’")
}

/// Text in which nothing is a command of TeX.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '{' | '}' | '%' | '&' | '#' | '_' | '$' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work(title: &str) -> Work<'_> {
        Work {
            title,
            site: "Mali, explained",
            date: "2026-09-05".parse().unwrap(),
            url: "https://example.org/en/claim/q-ber-first/",
            path: "en/claim/q-ber-first/",
            licence: "CC BY-SA 4.0 & more",
        }
    }

    const QUESTION: &str = "Who fired first at Ber?";

    #[test]
    fn a_question_ends_as_it_ends() {
        assert_eq!(
            work(QUESTION).apa(),
            "Mali, explained. (2026, September 5). Who fired first at Ber? https://example.org/en/claim/q-ber-first/"
        );
        assert_eq!(
            work(QUESTION).mla(),
            "“Who fired first at Ber?” Mali, explained, 5 Sept. 2026, https://example.org/en/claim/q-ber-first/."
        );
        assert_eq!(
            work(QUESTION).chicago(),
            "Mali, explained. “Who fired first at Ber?” Last modified September 5, 2026. https://example.org/en/claim/q-ber-first/."
        );
        assert!(work("A “true” word").mla().starts_with("“A ‘true’ word.” Mali"));
        assert!(work("Wagner Group").mla().starts_with("“Wagner Group.” Mali"));
    }

    #[test]
    fn what_tex_would_obey_is_escaped() {
        let entry = work(QUESTION).bibtex();
        assert!(entry.starts_with("@online{mali-explained-en-claim-q-ber-first,\n"), "{entry}");
        assert!(entry.contains("date = {2026-09-05}") && entry.contains("CC BY-SA 4.0 \\& more"));
        assert!(entry.contains("author = {{Mali, explained}}"), "{entry}");
        assert_eq!(escaped("50 % of a_b {c}"), "50 \\% of a\\_b \\{c\\}");
    }
}
