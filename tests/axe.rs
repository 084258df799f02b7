//! Accessibility as far as a program can judge it: axe-core finds no violation on any kind of page, by day and by night, with what
//! opens open, and in a narrow window.
//!
//! In Chromium alone: what axe judges does not differ by browser, but for the time it takes.

mod support;

use fantoccini::key::Key;
use support::browser::{Browser, Visit};
use support::journey::travel;
use support::page::{Failure, Outcome, Page};
use support::{axe, dist};

/// Goes to pages and looks at each by day and by night.
async fn look_at(page: &Page, paths: impl IntoIterator<Item = String>) -> Outcome {
    let mut found = Vec::new();
    for path in paths {
        page.open_alive(&path).await?;
        let violations = by_day_and_night(page).await?;
        found.extend(violations.into_iter().map(|violation| format!("{path} {violation}")));
    }
    assert_none(&found);
    Ok(())
}

/// What is found on a page as it stands, by day and by night.
async fn by_day_and_night(page: &Page) -> Result<Vec<String>, Failure> {
    let mut found = Vec::new();
    for theme in ["light", "dark"] {
        page.prefer(theme).await?;
        let violations = axe::violations(page).await?;
        found.extend(violations.into_iter().map(|violation| format!("({theme}): {violation}")));
    }
    Ok(found)
}

fn assert_none(found: &[String]) {
    assert!(found.is_empty(), "axe finds:\n{}", found.join("\n"));
}

/// The pages that are looked at, in two halves of about the same weight.
fn half(odd: bool) -> impl Iterator<Item = String> {
    let pages = if dist::is_thorough() { dist::pages() } else { dist::one_of_each_kind() };
    pages
        .into_iter()
        .enumerate()
        .filter(move |(place, _)| (place % 2 == 1) == odd)
        .map(|(_, page)| page)
}

#[test]
fn one_half_of_the_kinds_of_pages() -> Outcome {
    travel(Browser::Chromium, Visit::PLAIN, async |page: &Page| look_at(page, half(false)).await)
}

#[test]
fn the_other_half_of_the_kinds_of_pages() -> Outcome {
    travel(Browser::Chromium, Visit::PLAIN, async |page: &Page| look_at(page, half(true)).await)
}

#[test]
fn every_step_of_the_walk() -> Outcome {
    let steps = dist::kinds().remove("step").expect("the walk has steps");
    travel(Browser::Chromium, Visit::USUAL, async |page: &Page| look_at(page, steps).await)
}

#[test]
fn a_small_phone() -> Outcome {
    let pages = ["en/", "en/timeline/", "en/glossary/", "en/walk/ten-to-four/three-accounts/"]
        .map(str::to_owned);
    travel(Browser::Chromium, Visit::SMALL, async |page: &Page| look_at(page, pages).await)
}

#[test]
fn the_page_of_a_course() -> Outcome {
    let page = "lms/cmi5.en.html".to_owned();
    travel(Browser::Chromium, Visit::PLAIN, async |reader: &Page| look_at(reader, [page]).await)
}

#[test]
fn the_page_for_unknown_addresses() -> Outcome {
    travel(Browser::Chromium, Visit::USUAL, async |page: &Page| {
        page.expect_trouble();
        look_at(page, ["en/actor/fmaa/".to_owned()]).await
    })
}

#[test]
fn definitions_and_settings_that_are_open() -> Outcome {
    travel(Browser::Chromium, Visit::USUAL, async |page: &Page| {
        page.open_alive("en/").await?;
        let mut found = Vec::new();
        for theme in ["light", "dark"] {
            page.prefer(theme).await?;
            page.click("main [data-term='northern-mali']").await?;
            page.click("[data-definition='northern-mali'] [data-term='songhay']").await?;
            page.has_open(&["northern-mali", "songhay"]).await?;
            found.extend(axe::violations(page).await?);
            page.key(Key::Escape).await?;
            page.key(Key::Escape).await?;
            page.has_open(&[]).await?;
            page.press("Who says this?").await?;
            found.extend(axe::violations(page).await?);
            page.key(Key::Escape).await?;
            page.press("Settings").await?;
            found.extend(axe::violations(page).await?);
            page.key(Key::Escape).await?;
            page.press("Show who says what").await?;
            found.extend(axe::violations(page).await?);
            page.press("Hide who says what").await?;
        }
        assert_none(&found);
        Ok(())
    })
}

#[test]
fn the_timeline_that_stands_alone_with_what_opens_in_it() -> Outcome {
    travel(Browser::Chromium, Visit::PLAIN, async |page: &Page| {
        let mut found = Vec::new();
        for asked in ["event=ber-clash-2023-08-11", "view=list", "asof=2023-08-12&moon=1"] {
            page.open_alive(&format!("en/embed/timeline/?{asked}")).await?;
            found.extend(by_day_and_night(page).await?);
        }
        page.press("Show all years").await?;
        page.click("[data-timeline] button[data-key]:not([data-event])").await?;
        page.shows("[data-part='entries'] h3", "").await?;
        found.extend(axe::violations(page).await?);
        for (text, shown) in [
            ("title,start\nOpening,soon\n", ("[role='alert']", "soon")),
            ("title,start\nOpening,2011\n", ("[data-timeline]", "Opening")),
        ] {
            page.choose("own.csv", text).await?;
            page.shows(shown.0, shown.1).await?;
            found.extend(axe::violations(page).await?);
        }
        assert_none(&found);
        Ok(())
    })
}

#[test]
fn the_forms_of_the_timeline_with_what_opens_in_them() -> Outcome {
    travel(Browser::Chromium, Visit::USUAL, async |page: &Page| {
        let mut found = Vec::new();
        for form in ["graphic", "list", "table"] {
            page.open_alive(&format!("en/timeline/?event=ber-clash-2023-08-11&view={form}"))
                .await?;
            page.shows("[data-detail]", "came under fire").await?;
            page.press("More filters").await?;
            found.extend(by_day_and_night(page).await?);
        }
        page.open_alive("en/timeline/?asof=2023-08-12").await?;
        page.click("[data-timeline] button[data-key]:not([data-event])").await?;
        page.shows("[data-cluster]", "events").await?;
        found.extend(axe::violations(page).await?);
        assert_none(&found);
        Ok(())
    })
}
