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
    let view = View { size: [1280, 800], is_dark: false };
    shoot(&chromium, &format!("{}en/", server.url()), view, scratch.path(), &shot)?;
    fs::copy(shot, repository().join(PICTURE))
        .with_context(|| format!("{PICTURE} cannot be written"))?;
    Ok(PICTURE)
}

/// How a page is looked at.
#[derive(Clone, Copy)]
pub struct View {
    /// Width and height of the window, in CSS pixels.
    pub size: [u32; 2],
    /// Whether the reader prefers dark pages.
    pub is_dark: bool,
}

/// Opens a page with a profile of its own below `scratch`, and writes what shows once it is alive.
pub fn shoot(chromium: &Path, page: &str, view: View, scratch: &Path, shot: &Path) -> Result<()> {
    let [width, height] = view.size;
    let output = Command::new(chromium)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .args(["--hide-scrollbars", &format!("--window-size={width},{height}")])
        .arg(format!("--blink-settings=preferredColorScheme={}", u8::from(!view.is_dark)))
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
