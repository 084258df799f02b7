//! Bare timelines on disk: that of the site's own events, and one of any file.

use super::notice::notices;
use super::opening::alone;
use super::program::{Program, without_comments};
use crate::embed::page::{Bare, MOST_INSIDE};
use crate::model::Date;
use crate::model::messages::Shell;
use crate::model::page::Timeline;
use crate::timeline::file::{Fault, FileWords, read, to_csv};
use crate::timeline::words::{DatePatterns, DateWords};
use html_escape::encode_text;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// The stylesheet of what stands alone, as `compile` writes it.
pub const STYLE: &str = "target/site/bare.css";
/// What the events are called as CSV.
const TABLE: &str = "events.csv";
/// The fields of our own events that a bare page carries.
const CARRIED: [&str; 7] = ["id", "title", "when", "lanes", "weight", "status", "summary"];

/// A page to be written.
pub struct Document<'a> {
    /// The words around it.
    pub shell: &'a Shell,
    /// The twelve months, short.
    pub months: &'a [String],
    /// The way from the page to the folder with the program, with a slash at its end, or empty.
    pub root: &'a str,
    /// The program.
    pub program: &'a Program,
    /// The stylesheet.
    pub style: &'a str,
    /// The way from the page to that of an event, with `*` for its id, if they have any.
    pub page: Option<&'a str>,
    /// The way to the same events as CSV, if they do not lie beside the page.
    pub table: Option<&'a str>,
    /// What it is called where the file has no title.
    pub title: &'a str,
    /// The days shown at first, if not all.
    pub opening: Option<(i32, i32)>,
    /// Where the site will be, if that is known.
    pub origin: Option<&'a str>,
    /// What is said below of where it is from.
    pub source: String,
}

/// A page, and the names and texts of the files that go beside it.
pub struct Written {
    /// The page.
    pub html: String,
    /// Its stylesheet once more, the events as CSV, and as they are if it does not carry them.
    pub beside: Vec<(String, String)>,
}

impl Document<'_> {
    /// Draws the page of a file of events.
    ///
    /// # Errors
    /// What is wrong with the file, a line each.
    pub fn draw(&self, text: &str) -> Result<Written, Vec<String>> {
        let messages = &self.shell.messages;
        let mut file = self.said(read(text, &self.words()))?;
        let title = file.title.clone().unwrap_or_else(|| self.title.to_owned());
        let count = file.timeline.events.len();
        let bare = Bare::new(&mut file, self.opening, messages);
        // In JSON the sign that could end the element stands in texts only, and can be written otherwise.
        let inside = if text.trim_start().starts_with(['{', '[']) {
            text.replace('<', "\\u003c")
        } else {
            text.to_owned()
        };
        let fits = count <= MOST_INSIDE && !inside.contains('<');
        let style = without_idle(&without_comments(self.style)) + &bare.style();
        let sheet = sheet_name(&style);
        let rest = (!fits).then_some("events.json");
        let table = self.table.unwrap_or(TABLE);
        let body = bare.html(&title, self.page, rest, table);
        let Shell { locale, build, .. } = self.shell;
        let (root, script) = (self.root, &self.program.script);
        let name = encode_text(&title);
        // The stylesheet stands in the page, for it would come a way there and back later. Where the host forbids that, the script asks for the
        // one beside the page, and without script so does the page.
        let mut html = format!(
            "<!DOCTYPE html><html lang=\"{locale}\" dir=\"ltr\" data-build=\"{build}\"><head>{}\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <title>{name} · {}</title><link rel=\"icon\" href=\"{root}favicon.svg\">\
             <style data-sheet=\"{sheet}\">{style}</style><noscript><link rel=\"stylesheet\" href=\"{sheet}\"></noscript>",
            alone(&style, self.origin),
            encode_text(&messages.site_name),
        );
        let mut add = |text: &str| html.push_str(text);
        let source = &self.source;
        add(&format!(
            "<script defer src=\"{root}{script}\"></script></head><body><div data-guest>{body}{source}</div>"
        ));
        add(&notices(messages));
        if rest.is_none() {
            add("<script type=\"application/json\" data-events>");
            add(&inside);
            add("</script>");
        }
        add("<script type=\"text/plain\" data-words>");
        add(&bare.words());
        add("</script></body></html>\n");
        let mut beside = vec![(sheet, style)];
        if self.table.is_none() {
            beside.push((TABLE.to_owned(), self.said(to_csv(text, &self.words()))?));
        }
        beside.extend(rest.map(|name| (name.to_owned(), text.to_owned())));
        Ok(Written { html, beside })
    }

    /// What stands in the body of a document that has more than the timeline, with its events and words, and the rules that place what is drawn.
    ///
    /// # Errors
    /// What is wrong with the file, a line each.
    pub fn inside(&self, text: &str) -> Result<(String, String), Vec<String>> {
        let mut file = self.said(read(text, &self.words()))?;
        let bare = Bare::new(&mut file, self.opening, &self.shell.messages);
        let body = bare.html(self.title, None, None, TABLE);
        let events = text.replace('<', "\\u003c");
        let words = bare.words();
        let body = format!(
            "{body}<script type=\"application/json\" data-events>{events}</script><script type=\"text/plain\" data-words>{words}</script>"
        );
        Ok((body, bare.style()))
    }

    fn words(&self) -> DateWords {
        let patterns = DatePatterns::of(&self.shell.messages);
        DateWords { patterns, months: self.months.to_vec() }
    }

    /// What was read, or its faults in words.
    fn said<T>(&self, read: Result<T, Vec<Fault>>) -> Result<T, Vec<String>> {
        read.map_err(|faults| {
            let words = FileWords::of(&self.shell.messages);
            faults.iter().map(|fault| words.say(fault)).collect()
        })
    }
}

/// A stylesheet without those properties of `:root`, each a line of its own, that nothing in it asks for, or that a later layer sets anew in
/// its first line.
fn without_idle(style: &str) -> String {
    let mut is_root = false;
    let firsts = style.split("@layer").filter_map(|layer| layer.lines().nth(1));
    let anew: String = firsts.filter(|first| first.starts_with(":root { --")).collect();
    let is_idle = |line: &str| {
        let name = line.split(':').next().filter(|name| name.starts_with("--"));
        // A longer name that begins like it keeps it, which does no harm.
        name.is_some_and(|name| {
            !style.contains(&format!("var({name}")) || anew.contains(&format!(" {name}: "))
        })
    };
    style
        .split_inclusive('\n')
        .filter(|line| {
            is_root = line.starts_with(":root {") || is_root && !line.starts_with('}');
            !(is_root && is_idle(line))
        })
        .collect()
}

/// What the stylesheet of a timeline is called. Its name tells one from another, for browsers keep it.
pub(super) fn sheet_name(style: &str) -> String {
    let digest = Sha256::digest(style);
    format!("timeline-{:02x}{:02x}{:02x}{:02x}.css", digest[0], digest[1], digest[2], digest[3])
}

/// Our own events as a file: of each what a bare page carries, from the download `events.json`.
#[must_use]
pub fn own_events(download: &str, timeline: &Timeline) -> String {
    let document: Value = serde_json::from_str(download).unwrap_or_default();
    let records = document["events"].as_array().cloned().unwrap_or_default();
    let of = |record: &Value| {
        let mut carried: Map<String, Value> = CARRIED
            .into_iter()
            .filter(|field| record[field].as_str() != Some("") && !record[field].is_null())
            .map(|field| (field.to_owned(), record[field].clone()))
            .collect();
        let event = timeline.events.iter().find(|event| record["id"] == event.entry.id.as_str());
        if let Some(event) = event {
            let day = |day: i32| Value::String(Date::from_day(day).to_string());
            carried.insert("known_from".to_owned(), day(event.known));
            carried.insert("settled_from".to_owned(), day(event.settled));
        }
        Value::Object(carried)
    };
    let events: Vec<Value> = records.iter().map(of).collect();
    json!({ "title": timeline.heading, "events": events }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nothing_asks_for_is_left_out_of_the_root_alone() {
        let style = ":root {\n--a: 1;\n--b: 2;\n}\n.c {\n--d: 3;\nwidth: var(--a);\n}\n";
        let lean = ":root {\n--a: 1;\n}\n.c {\n--d: 3;\nwidth: var(--a);\n}\n";
        assert_eq!(without_idle(style), lean);
        let anew = "@layer b {\n:root { --a: 2; }\n}\n";
        let leaner = lean.replace("--a: 1;\n", "") + anew;
        assert_eq!(without_idle(&[style, anew].concat()), leaner);
        let in_print = "@layer b {\n@media print {\n:root { --a: 2; }\n}\n}\n";
        assert_eq!(without_idle(&[style, in_print].concat()), [lean, in_print].concat());
    }
}
