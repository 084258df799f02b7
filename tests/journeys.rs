//! What readers do, in Chromium and in Firefox, on maps and along time in `WebKitGTK` as well: they read ([`reading`]), open words ([`words`]), go
//! from page to page ([`ways`]), walk ([`walking`]), look at the land ([`maps`]) and along time ([`timeline`], [`hands`], [`forms`]), on a page of its own as well ([`bare`]), meet parts of it in pages of others ([`framed`]), take them there ([`taken`]), keep it ([`offline`]), open it on learning platforms and in libraries ([`packages`]), as a course that tells what was read ([`courses`]), meet it on the hosts of its guide ([`hosting`]), look things up ([`finding`]), come with script or
//! storage off ([`without`]) or while something is amiss ([`trouble`]); and every page answers, keeps quiet and asks nobody else
//! ([`everywhere`]).
//!
//! Each journey has a browser's new window and a copy of the site under the strict policy of its own. `cargo xtask test` says where
//! site and browsers are.

mod support;

/// Makes a test in each browser of every journey: an `async fn` of the module that is given a page. What is unusual about the
/// visit stands behind a colon. In `WebKit` too, which starts slowly, only those that come after `everywhere:`; of the others
/// `cargo xtask test` runs those in Firefox, `in_firefox_too`, with `--all` only.
macro_rules! journeys {
    (everywhere: $($name:ident $(: $visit:ident)?),+ $(,)?) => {
        $(journeys!(@$name [$($visit)?] in_chromium Chromium, in_firefox Firefox, in_webkit WebKit);)+
    };
    (@$name:ident [$($visit:ident)?] $($test:ident $browser:ident),+) => {
        mod $name {
            use crate::support::browser::{Browser, Visit};
            use crate::support::journey::travel;
            use crate::support::page::Outcome;

            const VISIT: Visit = [$(Visit::$visit,)? Visit::USUAL][0];

            $(
                #[test]
                fn $test() -> Outcome {
                    travel(Browser::$browser, VISIT, super::$name)
                }
            )+
        }
    };
    ($($name:ident $(: $visit:ident)?),+ $(,)?) => {
        $(journeys!(@$name [$($visit)?] in_chromium Chromium, in_firefox_too Firefox);)+
    };
}

#[path = "journeys/bare.rs"]
mod bare;
#[path = "journeys/courses.rs"]
mod courses;
#[path = "journeys/everywhere.rs"]
mod everywhere;
#[path = "journeys/finding.rs"]
mod finding;
#[path = "journeys/forms.rs"]
mod forms;
#[path = "journeys/framed.rs"]
mod framed;
#[path = "journeys/hands.rs"]
mod hands;
#[path = "journeys/hosting.rs"]
mod hosting;
#[path = "journeys/maps.rs"]
mod maps;
#[path = "journeys/offline.rs"]
mod offline;
#[path = "journeys/packages.rs"]
mod packages;
#[path = "journeys/reading.rs"]
mod reading;
#[path = "journeys/taken.rs"]
mod taken;
#[path = "journeys/timeline.rs"]
mod timeline;
#[path = "journeys/trouble.rs"]
mod trouble;
#[path = "journeys/walking.rs"]
mod walking;
#[path = "journeys/ways.rs"]
mod ways;
#[path = "journeys/without.rs"]
mod without;
#[path = "journeys/words.rs"]
mod words;
