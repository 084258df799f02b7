//! The picture in `README.md`: the story as Chromium shows it in a window of a small laptop.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use xtask::server::{Options, Server};

use crate::{repository, site, tools};

/// The picture, from the root of the repository.
const PICTURE: &str = "docs/story.png";

/// Takes the picture of what is in `dist/`. Says which file it wrote.
pub fn take() -> Result<&'static str> {
    let dist = site::built()?;
    let chromium = tools::chromium()?;
    let server = Server::start(dist, Options::default()).context("The server could not start")?;
    let scratch = tempfile::tempdir().context("There is no room for files of the moment")?;
    let shot = scratch.path().join("story.png");
    shoot(&chromium, &format!("{}en/", server.url()), scratch.path(), &shot)?;
    fs::copy(shot, repository().join(PICTURE))
        .with_context(|| format!("{PICTURE} cannot be written"))?;
    Ok(PICTURE)
}

/// Opens a page with a profile of its own below `scratch`, and writes what shows once it is alive.
fn shoot(chromium: &Path, page: &str, scratch: &Path, shot: &Path) -> Result<()> {
    let output = Command::new(chromium)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .args(["--hide-scrollbars", "--window-size=1280,800"])
        // Its clock runs as fast as the page lets it, so the page has these 10 s at once.
        .arg("--virtual-time-budget=10000")
        .arg(format!("--user-data-dir={}", scratch.join("profile").display()))
        .arg(format!("--screenshot={}", shot.display()))
        .arg(page)
        .output()
        .with_context(|| format!("{} does not start", chromium.display()))?;
    if !output.status.success() || !shot.is_file() {
        eprint!("{}", String::from_utf8_lossy(&output.stderr));
        bail!("Chromium took no picture; the reason stands above.");
    }
    Ok(())
}
