//! What has changed in the content, for readers of feeds (Atom, RFC 4287): an entry a day, from the list `changes` of the vocabulary, whose
//! keys are days.

use super::compose::Edition;
use crate::model::library::Library;
use crate::routes::Route;
use html_escape::encode_text;

/// The name of the feed, below the folder of the language.
pub const FILE: &str = "changes.xml";

/// The feed of a site at `origin`.
#[must_use]
pub fn feed(library: &Library, edition: &Edition, origin: &str) -> String {
    let locale = &library.locale;
    let home = format!("{origin}{}", Route::new(locale, crate::model::Target::Story).path());
    let changes = library.vocabulary.0.get("changes");
    let entry = |(day, change): (&String, &crate::model::library::Entry)| {
        let text = encode_text(&change.name);
        format!(
            "<entry><id>{home}#changes-{day}</id><title>{text}</title><updated>{day}T00:00:00Z</updated>\
             <link href=\"{home}\"/><summary>{text}</summary></entry>"
        )
    };
    let entries: Vec<String> =
        changes.into_iter().flat_map(|changes| changes.iter().rev()).map(entry).collect();
    let last =
        changes.and_then(|changes| changes.keys().next_back()).map_or("1970-01-01", String::as_str);
    let name = encode_text(&edition.shell.messages.site_name).into_owned();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{locale}\"><id>{home}{FILE}</id>\
         <title>{name}</title><updated>{last}T00:00:00Z</updated><author><name>{name}</name></author>\
         <link rel=\"self\" href=\"{home}{FILE}\"/><link href=\"{home}\"/>{}</feed>\n",
        entries.concat()
    )
}
