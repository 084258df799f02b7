//! `cargo xtask bench`: the timeline of the site beside other tools for timelines, in Chromium.
//!
//! The scripts in `tests/bench/` make the events, build the pages of the others, and measure; its README says what the figures are.
//! The native binary `site` makes the pages of ours. This puts them in order, each with what it needs.

mod options;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::{repository, site, tools};
pub use options::Options;
use options::{Peer, joined};

/// Measures, and prints tables and targets.
pub fn run(options: &Options) -> Result<()> {
    let options = options.spelled_out();
    if options.peers.iter().any(|peer| peer.needs_site()) {
        site::built()?;
    }
    let npm = tools::npm()?;
    let chromium = tools::chromium()?;
    install(&npm)?;

    let sizes = format!("--sizes={}", joined(&options.sizes));
    node(&["events.mjs", &sizes], None)?;
    node(&["build.mjs", &sizes], None)?;
    if options.peers.contains(&Peer::Ours) {
        for size in &options.sizes {
            draw_ours(*size)?;
        }
    }
    let told = options.for_measuring(&site::dist());
    let told: Vec<&str> =
        ["measure.mjs"].into_iter().chain(told.iter().map(String::as_str)).collect();
    node(&told, Some(&chromium))
}

fn bench() -> PathBuf {
    repository().join("tests/bench")
}

/// Installs the tools that are compared, unless those of the lock file are there. A copy of the lock file beside them, written
/// last, says of which they are.
fn install(npm: &Path) -> Result<()> {
    let bench = bench();
    let copy = bench.join("node_modules/.installed");
    let lock = fs::read(bench.join("package-lock.json")).context("tests/bench has no lock file")?;
    if fs::read(&copy).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    eprintln!("Installing the other timelines into tests/bench/node_modules, once: some seconds");
    // Without the scripts of packages: those that matter here have none, others download.
    let status = Command::new(npm)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(&bench)
        .status()
        .context("npm does not start")?;
    ensure!(
        status.success(),
        "The other timelines could not be installed: `npm ci` in tests/bench failed, for the reason above. Is the network up?"
    );
    fs::write(copy, lock).context("tests/bench/node_modules cannot be written")
}

/// Runs a script of the bench; the words begin with its name.
fn node(words: &[&str], chromium: Option<&Path>) -> Result<()> {
    let mut node = Command::new("node");
    node.args(words).current_dir(bench());
    if let Some(chromium) = chromium {
        node.env("MALI_CHROMIUM", chromium);
    }
    let status = node.status().context("node does not start")?;
    ensure!(
        status.success(),
        "`node {}` in tests/bench failed; the reason stands above.",
        words.join(" ")
    );
    Ok(())
}

/// Makes the page of ours with `size` events.
fn draw_ours(size: u32) -> Result<()> {
    let page = bench().join(format!("dist/ours/{size}"));
    if page.exists() {
        fs::remove_dir_all(&page)
            .with_context(|| format!("{} cannot be removed", page.display()))?;
    }
    let line = drawing(size, has_release_build());
    let status = site::command(&line).status().context("cargo does not start")?;
    ensure!(
        status.success() && page.join("index.html").is_file(),
        "The page of ours with {size} events was not made: `{line}` failed, for the reason above. \
         --peers timelinejs,vis,d3 measures the others alone."
    );
    Ok(())
}

/// The command that makes the page of ours, run in the repository.
fn drawing(size: u32, is_release: bool) -> String {
    let profile = if is_release { "--release " } else { "" };
    format!(
        "cargo run --quiet {profile}--package mali-explained --features ssr --bin site -- \
         timeline tests/bench/data/ours-{size}.json tests/bench/dist/ours/{size}"
    )
}

/// Whether the binary `site` has been built for release: to build it so takes minutes, and its pages are the same. Cargo puts it
/// beside the profile of this program.
fn has_release_build() -> bool {
    let here = env::current_exe().ok();
    let target = here.as_deref().and_then(Path::parent).and_then(Path::parent);
    target.is_some_and(|target| target.join("release/site").is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ours_is_drawn_from_the_events_of_its_size() {
        let line = drawing(1000, false);
        assert!(
            line.ends_with("timeline tests/bench/data/ours-1000.json tests/bench/dist/ours/1000")
        );
        assert!(!line.contains("--release") && drawing(1000, true).contains(" --release "));
        assert!(!line.contains("  "), "an empty word would reach cargo");
    }
}
