//! The site kept on a device: only where it was asked for, whole, read without a network, and not mixed with another build.

use crate::support::page::{Outcome, Page};
use mali_explained::publish::offline::NO_WORKER;
use xtask::server::Fault;

journeys! {
    what_is_kept_is_read_without_a_network: DEEP_PLAIN,
    a_new_worker_waits_until_the_old_is_not_needed: PLAIN,
    where_it_cannot_be_kept_the_page_says_so: PLAIN,
    a_worker_that_is_taken_away_leaves_nothing: PLAIN,
}

const KEEP: &str = "Keep the site on this device";
const KEPT: &str = "it can be read without a network";

async fn keep(page: &Page) -> Outcome {
    page.open_alive("en/").await?;
    page.lacks("#offline [role=status]", "Kept").await?;
    page.press(&format!("{KEEP}, to read without a network (about 2 MB)")).await?;
    page.shows("#offline", KEPT).await
}

async fn what_is_kept_is_read_without_a_network(page: &Page) -> Outcome {
    keep(page).await?;
    page.expect_trouble();
    page.site().go_dark();
    page.open_alive("en/walk/ten-to-four/three-accounts/?from=class#text").await?;
    page.shows("h1", "One evening, three statements").await?;
    page.press("Next").await?;
    page.shows("h1", "Who names whom").await?;
    page.open_alive("en/timeline/").await?;
    page.shows("[data-timeline]", "Fighting on the way to Ber").await?;
    page.shows("#offline", KEPT).await?;
    // What is not kept by itself is in the one-page edition.
    page.open("en/claim/q-ber-first/").await?;
    page.is_at("mali-explained.en.html#claim/q-ber-first").await?;
    page.shows("h2", "Who attacked first at Ber?").await
}

async fn a_new_worker_waits_until_the_old_is_not_needed(page: &Page) -> Outcome {
    keep(page).await?;
    page.open_alive("en/about/").await?; // from here on the page is the worker's
    page.until("a page of the worker", async || {
        Ok((page.ask("return navigator.serviceWorker.controller !== null").await? == true)
            .then_some(()))
    })
    .await?;
    page.expect_trouble();
    page.site().faults().set("sw.js", Fault::Without("Keeps the site for readers"));
    let update =
        "const done = arguments[0]; navigator.serviceWorker.getRegistration().then(async one => {
        await one.update();
        const look = () => one.waiting ? done(one.active !== one.waiting) : setTimeout(look, 50);
        look();
    })";
    assert_eq!(page.ask_slowly(update).await?, true);
    page.press("Timeline").await?;
    page.shows("h1", "Mali in five lanes").await?;
    page.site().go_dark();
    page.open_alive("en/walk/").await?;
    page.shows("#offline", KEPT).await
}

async fn where_it_cannot_be_kept_the_page_says_so(page: &Page) -> Outcome {
    page.expect_trouble();
    page.site().faults().set("data/en/names.json", Fault::Unavailable);
    page.open_alive("en/").await?;
    page.press(&format!("{KEEP}, to read without a network (about 2 MB)")).await?;
    page.shows("#offline", "It could not be kept").await?;
    page.site().faults().clear();
    page.press(&format!("{KEEP}, to read without a network (about 2 MB)")).await?;
    page.shows("#offline", KEPT).await
}

/// What a site built with `MALI_WORKER=off` does to those who kept an earlier one.
async fn a_worker_that_is_taken_away_leaves_nothing(page: &Page) -> Outcome {
    keep(page).await?;
    page.site().faults().set("sw.js", Fault::Instead(NO_WORKER));
    let left = "const done = arguments[0];
        const kept = async () => (await caches.keys()).length + ((await navigator.serviceWorker.getRegistration()) ? 1 : 0);
        const look = async () => await kept() === 0 ? done(true) : setTimeout(look, 50);
        navigator.serviceWorker.getRegistration().then(one => one.update()).then(look)";
    assert_eq!(page.ask_slowly(left).await?, true);
    page.open_alive("en/about/").await?;
    page.shows("#offline", KEEP).await
}
