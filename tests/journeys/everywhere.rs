//! What holds on every kind of page: it comes alive, answers a press, has nothing to complain about, and asks nobody but its own host.

use crate::support::dist;
use crate::support::page::{Outcome, Page};
use fantoccini::key::Key;

journeys! {
    every_kind_of_page_answers,
    no_page_complains_or_asks_another_host: PLAIN,
}

/// A page that looks right but is dead is the failure to guard against.
async fn every_kind_of_page_answers(page: &Page) -> Outcome {
    let mut pages = dist::one_of_each_kind();
    // What stands alone has no settings, and journeys of its own.
    pages.retain(|path| !path.contains("/embed/") && dist::has_program(path));
    pages.push("en/no/such/page/".to_owned());
    page.expect_trouble(); // the browser tells of that last one
    for path in pages {
        page.open_alive(&path).await?;
        page.press("Settings").await?;
        page.shows("header [popover]", "Settings stay in this browser.").await?;
        for (name, selector) in [
            ("Dark", "html[data-theme=dark]"),
            ("Light", "html[data-theme=light]"),
            ("Same as the device", "html:not([data-theme])"),
        ] {
            page.press(name).await?;
            page.find(selector).await.map_err(|error| format!("{path}: {error}"))?;
        }
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
