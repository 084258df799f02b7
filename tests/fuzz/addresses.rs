//! Whatever stands in the address: it is one page's or none's, and is written as it is read.

use crate::run::fuzz;
use mali_explained::model::{Kind, Room, Target};
use mali_explained::routes::Route;
use proptest::prelude::*;
use proptest::sample::select;

const LOCALES: [&str; 2] = ["en", "fr"];

/// Paths, many of them near those of pages.
fn paths() -> impl Strategy<Value = String> {
    let words: Vec<&str> = LOCALES
        .into_iter()
        .chain(Room::ALL.iter().map(|room| room.word()))
        .chain(Kind::ALL.iter().map(|kind| kind.word()))
        .chain(["", ".", "..", "index.html", "404.html", "embed", "%2F", "?q=", "#main"])
        .collect();
    let segment = prop_oneof![
        4 => select(words).prop_map(str::to_owned),
        1 => "[a-z0-9-]{1,8}",
        1 => any::<String>(),
    ];
    prop::collection::vec(segment, 0..6).prop_map(|segments| segments.join("/"))
}

/// Addresses that a page may have.
fn routes() -> impl Strategy<Value = Route> {
    let id = || "[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}";
    let target = prop_oneof![
        Just(Target::Story),
        select(Room::ALL).prop_map(Target::Room),
        (id(), id()).prop_map(|(chapter, step)| Target::Step(chapter, step)),
        (select(Kind::ALL), id()).prop_map(|(kind, id)| Target::Record(kind, id)),
    ];
    (select(&LOCALES[..]), target).prop_map(|(locale, target)| Route::new(locale, target))
}

#[test]
fn an_address_is_read_as_it_is_written() {
    let inputs = prop_oneof![paths().prop_map(Err), routes().prop_map(Ok)];
    fuzz(inputs, |input| {
        let route = match input {
            Ok(route) => {
                prop_assert_eq!(Route::parse(&route.path(), &LOCALES), route.clone());
                route
            }
            Err(path) => Route::parse(&path, &LOCALES),
        };
        prop_assert!(LOCALES.contains(&route.locale.as_str()));
        prop_assert_eq!(Route::parse(&route.asked(), &LOCALES), route.clone());
        if !matches!(route.target, Target::Missing(_)) {
            prop_assert_eq!(Route::parse(&format!("/{}index.html", route.path()), &LOCALES), route);
        }
        Ok(())
    });
}
