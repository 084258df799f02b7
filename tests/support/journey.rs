//! How a journey is run: it has a browser for itself, which is left whatever happened, and has nothing to complain about.

use super::browser::{Browser, Visit};
use super::page::{Outcome, Page};
use std::any::Any;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::pin;
use std::sync::LazyLock;
use std::task::Poll;
use tokio::runtime::Runtime;

/// What carries the talk with browsers. A browser outlives its journey, so it is one for all.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(1).enable_all().build().expect("a thread can be started")
});

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
            journey(&page).await?;
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
