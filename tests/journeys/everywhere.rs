//! What holds on every kind of page: it comes alive, answers a press, has nothing to complain about, asks nobody but its own host,
//! and fits a narrow window.

use crate::support::dist;
use crate::support::page::{Outcome, Page};
use fantoccini::key::Key;

journeys! {
    every_kind_of_page_answers,
    no_page_complains_or_asks_another_host: PLAIN,
    no_page_scrolls_sideways_at_four_times_its_size: SMALL_PLAIN,
}

/// A page that looks right but is dead is the failure to guard against.
async fn every_kind_of_page_answers(page: &Page) -> Outcome {
    let mut pages = dist::one_of_each_kind();
    // What stands alone has no settings, and journeys of its own.
    pages.retain(|path| !path.contains("/embed/") && dist::has_program(path));
    pages.push("en/no/such/page/".to_owned());
    page.expect_trouble(); // the browser tells of that last one
    let themes = [
        ("Dark", "html[data-theme=dark]"),
        ("Light", "html[data-theme=light]"),
        ("Same as the device", "html:not([data-theme])"),
    ];
    for (path, (name, selector)) in pages.iter().zip(themes.iter().cycle()) {
        page.open_alive(path).await?;
        page.press("Settings").await?;
        page.shows("header [popover]", "Settings stay in this browser.").await?;
        page.press(name).await?;
        page.find(selector).await.map_err(|error| format!("{path}: {error}"))?;
        page.key(Key::Escape).await?;
        page.hides("header [popover]").await?;
        page.press("About").await?;
        page.is_at("en/about/").await?;
    }
    Ok(())
}

async fn no_page_complains_or_asks_another_host(page: &Page) -> Outcome {
    for path in dist::some_of_each_kind() {
        page.open_alive(&path).await?;
        let asked = page
            .ask("return performance.getEntriesByType('resource').map((entry) => entry.name)")
            .await?;
        let home = page.site().url("");
        let foreign: Vec<&str> = asked
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(serde_json::Value::as_str)
            .filter(|url| !url.starts_with(&home))
            .collect();
        assert!(foreign.is_empty(), "{path} asks {foreign:?}");
        let attempts = page.requests().await?;
        let strange: Vec<&String> = attempts
            .iter()
            .filter(|url| !url.starts_with(&home) && !url.starts_with("data:"))
            .collect();
        assert!(strange.is_empty(), "{path} tries {strange:?}");
        let complaints = page.complaints().await?;
        assert!(complaints.is_empty(), "{path}: {complaints:#?}");
    }
    Ok(())
}

/// A window 1280 pixels wide at 400 % is 320 CSS pixels wide (WCAG 2.2, 1.4.10).
async fn no_page_scrolls_sideways_at_four_times_its_size(page: &Page) -> Outcome {
    // What reaches out of the page and is not in a frame that scrolls by itself.
    let script = "const root = document.documentElement, wide = root.clientWidth + 1;
        if (root.scrollWidth < wide) return [];
        const reach = [...document.body.querySelectorAll('*')].filter(one => one.getBoundingClientRect().right > wide);
        return [`${root.scrollWidth} of ${root.clientWidth}`, ...reach.slice(0, 5).map(one => one.outerHTML.slice(0, 120))]";
    let pages = if dist::is_thorough() { dist::pages() } else { dist::one_of_each_kind() };
    let mut found = Vec::new();
    for path in pages {
        page.open_alive(&path).await?;
        let wide = page.ask(script).await?;
        if wide.as_array().is_none_or(|wide| !wide.is_empty()) {
            found.push(format!("{path}: {wide:#}"));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}
