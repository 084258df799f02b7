//! axe-core in a page: put in from outside, which the page's policy does not touch.

use super::page::{Failure, Page};
use serde_json::Value;

/// What axe finds against the page as it is now: the rule, what is against it, and why.
pub async fn violations(page: &Page) -> Result<Vec<String>, Failure> {
    if page.ask("return typeof axe").await? == "undefined" {
        page.ask(&std::fs::read_to_string(super::dist::place("MALI_AXE"))?).await?;
    }
    let found = page.ask_slowly(RUN).await?;
    let found = found.as_array().ok_or_else(|| format!("axe did not run: {found}"))?;
    Ok(found.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

const RUN: &str = "
    const done = arguments[0];
    const words = (rule) => rule.nodes.map((node) =>
        `${rule.id}: ${rule.help}\\n      at ${node.target.join(' ')}\\n      ${node.failureSummary.replace(/\\s+/g, ' ')}`);
    axe.run(document, { resultTypes: ['violations'] }).then(
        (result) => done(result.violations.flatMap(words)),
        (error) => done(String(error)));";
