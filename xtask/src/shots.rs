//! The contact sheet: every kind of page at four widths, by day and by night, as Chromium shows it, to be looked at with critical eyes.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;
use std::thread;

use anyhow::{Context, Result, bail};
use xtask::server::{Options, Server};

use crate::picture::{View, shoot};
use crate::{repository, site, tools};

/// One of each kind of page, and the states of the timeline.
const PAGES: [&str; 37] = [
    "en/",
    "en/walk/",
    "en/walk/ten-to-four/a-story-is-made-of-claims/",
    "en/walk/ten-to-four/three-accounts/",
    "en/walk/ten-to-four/the-word-hides-the-opponent/",
    "en/walk/ten-to-four/numbers-have-owners/",
    "en/walk/ten-to-four/could-all-be-true/",
    "en/walk/why-this-camp/fifty-one-hours/",
    "en/walk/the-accord-of-2015/who-was-not-there/",
    "en/walk/from-ber-to-kidal/camps-and-a-column/",
    "en/print/ten-to-four/",
    "en/timeline/",
    "en/timeline/?event=ber-clash-2023-08-11",
    "en/timeline/?view=list",
    "en/timeline/?view=table",
    "en/timeline/?q=zzzz",
    "en/embed/timeline/",
    "en/event/ber-clash-2023-08-11/",
    "en/term/jnim/",
    "en/actor/cma/",
    "en/place/ber/",
    "en/source/rfi-2023-08-14-report-un-departure/",
    "en/claim/q-ber-first/",
    "en/map/",
    "en/accord/",
    "en/government/",
    "en/foreign/",
    "en/forces/",
    "en/people/",
    "en/claims/",
    "en/glossary/",
    "en/sources/",
    "en/teach/",
    "en/data/",
    "en/about/",
    "en/search/?q=goita",
    "en/nowhere/",
];
/// The widths, and the height of each window, in CSS pixels: of long pages more than a screen shows.
const WIDTHS: [u32; 4] = [360, 768, 1280, 1920];
const HEIGHT: u32 = 1600;

/// Takes the pictures of the site in `dist/`, of all pages or of those whose address holds `part`. Says where the sheet is.
pub fn take(part: Option<&str>) -> Result<PathBuf> {
    let dist = site::built()?;
    let chromium = tools::chromium()?;
    let pages: Vec<&str> =
        PAGES.into_iter().filter(|page| part.is_none_or(|part| page.contains(part))).collect();
    if pages.is_empty() {
        bail!(
            "No page on the sheet has that in its address; these are on it:\n{}",
            PAGES.join("\n")
        );
    }
    let server = Server::start(dist, Options::default()).context("The server could not start")?;
    let folder = repository().join("target/shots");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let shots: Vec<(&str, View)> = pages
        .iter()
        .flat_map(|page| {
            [false, true].into_iter().flat_map(move |is_dark| {
                WIDTHS.map(|width| (*page, View { size: [width, HEIGHT], is_dark }))
            })
        })
        .collect();
    eprintln!("Taking {} pictures, some seconds each", shots.len());
    // Two at a time: more would only wait for each other on a small machine.
    thread::scope(|scope| {
        let half = shots.len().div_ceil(2);
        let taking = shots.chunks(half).map(|shots| {
            let (chromium, url, folder) = (&chromium, server.url(), &folder);
            scope.spawn(move || -> Result<()> {
                for (page, view) in shots {
                    let scratch =
                        tempfile::tempdir().context("There is no room for files of the moment")?;
                    let file = folder.join(name(page, *view));
                    shoot(chromium, &format!("{url}{page}"), *view, scratch.path(), &file)?;
                }
                Ok(())
            })
        });
        let taking: Vec<_> = taking.collect();
        taking.into_iter().try_for_each(|half| half.join().expect("taking pictures does not panic"))
    })?;
    let sheet = folder.join("index.html");
    fs::write(&sheet, html(&pages))
        .with_context(|| format!("{} cannot be written", sheet.display()))?;
    Ok(sheet)
}

/// The file of a picture.
fn name(page: &str, View { size: [width, _], is_dark }: View) -> String {
    let page: String =
        page.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    format!("{}-{width}-{}.png", page.trim_matches('-'), if is_dark { "night" } else { "day" })
}

/// The sheet: a row a page, each picture as high as the others.
fn html(pages: &[&str]) -> String {
    let mut html = "<!DOCTYPE html><meta charset=\"utf-8\"><title>Contact sheet</title>\
        <style>body{font:16px sans-serif;margin:2rem;background:#888}div{display:flex;gap:8px;overflow:auto}\
        img{block-size:480px;inline-size:auto}</style>"
        .to_owned();
    for page in pages {
        let mut write = |text: std::fmt::Arguments<'_>| {
            html.write_fmt(text).expect("a string takes all that is written");
        };
        write(format_args!("<h2>{page}</h2><div>"));
        for is_dark in [false, true] {
            for width in WIDTHS {
                let file = name(page, View { size: [width, HEIGHT], is_dark });
                write(format_args!(
                    "<a href=\"{file}\"><img src=\"{file}\" alt=\"{width} px\" loading=\"lazy\"></a>"
                ));
            }
        }
        write(format_args!("</div>"));
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_picture_has_a_file_of_its_own_and_is_on_the_sheet() {
        let html = html(&PAGES);
        let mut names: Vec<String> = PAGES
            .into_iter()
            .flat_map(|page| {
                WIDTHS.map(|width| {
                    [false, true].map(|is_dark| name(page, View { size: [width, HEIGHT], is_dark }))
                })
            })
            .flatten()
            .collect();
        assert!(names.iter().all(|name| html.contains(&format!("src=\"{name}\""))));
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), PAGES.len() * WIDTHS.len() * 2);
    }
}
