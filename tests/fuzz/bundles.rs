//! Whatever the host sends for a page's bundle: it is a page of this build, or an error, never a page that cannot be read.

use crate::edits::{Edit, edited, edits};
use crate::run::fuzz;
use crate::seeds::{BUILD, EDITION, LOCALE};
use mali_explained::load::{LoadError, PageText};
use mali_explained::model::page::{Body, Page};
use mali_explained::routes::Route;
use proptest::prelude::*;
use proptest::sample::select;

/// What happens to a bundle on its way.
#[derive(Clone, Debug)]
enum Damage {
    /// It ends before this byte.
    Cut(usize),
    Edit(Vec<Edit>),
    /// It is of another build.
    Age,
}

fn written(route: &Route) -> String {
    serde_json::to_string(&EDITION.bundles[&route.bundle()]).expect("a page is written as JSON")
}

fn damages() -> impl Strategy<Value = (Route, Damage)> {
    let routes = EDITION.pages.keys().map(|target| Route::new(LOCALE, target.clone()));
    select(routes.collect::<Vec<_>>()).prop_flat_map(|route| {
        let length = written(&route).len();
        let damage = prop_oneof![
            (0..length).prop_map(Damage::Cut),
            edits(length).prop_map(Damage::Edit),
            Just(Damage::Age),
        ];
        (Just(route), damage)
    })
}

#[test]
fn a_bundle_is_a_page_of_this_build_or_an_error() {
    fuzz(damages(), |(route, damage)| {
        let path = route.bundle();
        let whole = written(&route);
        let read =
            |bytes: &[u8]| PageText::new(&path, String::from_utf8_lossy(bytes).into(), BUILD);
        match damage {
            Damage::Cut(end) => {
                let read = read(&whole.as_bytes()[..end]);
                prop_assert!(matches!(read, Err(LoadError::Malformed { .. })), "{:?}", read);
            }
            Damage::Age => {
                let read = PageText::new(&path, whole, "another");
                prop_assert!(matches!(read, Err(LoadError::Stale { .. })), "{:?}", read);
            }
            Damage::Edit(edits) => {
                let Ok(text) = read(&edited(whole.as_bytes(), &edits)) else { return Ok(()) };
                let page = text.page();
                if let Some(text) = text.at(&route.target)
                    && !matches!(page.body, Body::Steps(_))
                {
                    prop_assert_eq!(&page.title, text.title());
                }
                let again = serde_json::to_string(&page).expect("a page is written as JSON");
                prop_assert_eq!(serde_json::from_str::<Page>(&again).ok(), Some(page));
            }
        }
        Ok(())
    });
}
