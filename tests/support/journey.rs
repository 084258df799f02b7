//! How a journey is run: a browser is opened for it, closed after it whatever happened, and has nothing to complain about.

use super::browser::{Browser, Visit};
use super::page::{Outcome, Page};
use std::any::Any;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::pin;
use std::task::Poll;

/// Runs a journey in a browser of its own.
///
/// # Panics
/// If the journey does.
pub fn travel(
    browser: Browser,
    visit: Visit,
    journey: impl AsyncFnOnce(&Page) -> Outcome,
) -> Outcome {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    runtime.block_on(async {
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
        page.close().await?;
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
