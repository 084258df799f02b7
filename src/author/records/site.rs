//! Facts about the content itself.

use crate::author::desk::Desk;
use crate::author::fault::FaultKind;
use crate::author::table::Table;
use crate::author::value::Value;
use crate::model::library::Site;

/// Reads the facts about the content. Every language must have a folder of words.
pub fn site(desk: &Desk, folders: &[&str]) -> Site {
    let document = desk
        .documents()
        .facts("site")
        .expect("a file of the facts that is missing has a page in its place");
    let mut root = document.table();
    let mut table = root.table("site");
    let languages = languages(&mut table, folders);
    let site = Site {
        checked: table.need("checked"),
        content_until: table.need("content_until"),
        licence: table.need("licence"),
        languages,
    };
    table.finish();
    root.finish();
    site
}

fn languages(table: &mut Table, folders: &[&str]) -> Vec<String> {
    let values = table.values_needed("languages", 1);
    let named = values.iter().filter_map(|value: &Value| Some((value.spot(), value.string()?)));
    let check = |(spot, language): (crate::author::text::Spot, &str)| {
        if !folders.contains(&language) {
            spot.fault(FaultKind::NoFolder { language: language.to_owned() });
        }
        language.to_owned()
    };
    named.map(check).collect()
}
