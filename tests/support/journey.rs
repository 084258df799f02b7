//! How a journey is run: it has a browser for itself, which is left whatever happened, and has nothing to complain about.

use super::browser::{Browser, Visit};
use super::dist;
use super::page::{Outcome, Page};
use std::any::Any;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::pin;
use std::sync::LazyLock;
use std::task::Poll;
use std::time::Duration;
use tokio::runtime::Runtime;

/// What carries the talk with browsers. A browser outlives its journey, so it is one for all.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(1).enable_all().build().expect("a thread can be started")
});

/// After so many minutes a journey has been forgotten by its browser; one through every page of the site takes half an hour.
const LONGEST_MIN: [u64; 2] = [5, 75];

/// Runs a journey in a browser that it has for itself.
///
/// # Panics
/// If the journey does.
pub fn travel(
    browser: Browser,
    visit: Visit,
    journey: impl AsyncFnOnce(&Page) -> Outcome,
) -> Outcome {
    RUNTIME.block_on(async {
        let page = Page::new(browser, visit).await?;
        let ended = caught(async {
            let longest = Duration::from_mins(LONGEST_MIN[usize::from(dist::is_thorough())]);
            let travelled = tokio::time::timeout(longest, journey(&page)).await;
            travelled.map_err(|_| "the browser or its driver has stopped answering")??;
            let complaints = page.complaints().await?;
            if complaints.is_empty() {
                Ok(())
            } else {
                Err(format!("the browser complains: {complaints:#?}").into())
            }
        })
        .await;
        page.leave(matches!(ended, Ok(Ok(())))).await?;
        ended.unwrap_or_else(|panic| resume_unwind(panic))
    })
}

/// Waits for a future; if it panics, hands over why.
async fn caught<T>(future: impl Future<Output = T>) -> Result<T, Box<dyn Any + Send>> {
    let mut future = pin!(future);
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
        Ok(poll) => poll.map(Ok),
        Err(panic) => Poll::Ready(Err(panic)),
    })
    .await
}
