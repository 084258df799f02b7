//! What builds and checks the site: trunk, with the tools it calls, and the native binary `site`.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::repository;
use crate::tools;

/// Where the tests find the same site, built for an address.
pub fn twin() -> PathBuf {
    repository().join("target/twin")
}

/// Both programs at once, before trunk asks for one after the other: to put one together takes one core a minute.
const PROGRAMS: &str = "cargo build --quiet --release --package mali-explained --bins --features hydrate,guest --target wasm32-unknown-unknown";

/// How the faults in `content/` are listed.
const CHECK: &str = "cargo run --quiet --package mali-explained --features ssr --bin site -- check";

/// Where a built site lies.
pub fn dist() -> PathBuf {
    repository().join("dist")
}

/// What makes the program in the browser smaller, packed by 30 kB of 250: the standard library is built with it and for size, and
/// a panic is a trap without words; a debug build says them. Cargo and rustc hold these back on a stable toolchain; the one that
/// `rust-toolchain.toml` pins is told to allow them, for this program alone: the hooks in `Trunk.toml` take them out of their environment.
/// What `index.html` tells wasm-opt belongs to it: among other things to drop what Leptos exports for streams of a server, which here is none.
const FOR_SIZE: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "--cfg erase_components -Zlocation-detail=none -Zfmt-debug=none -Zunstable-options -Cpanic=immediate-abort",
    ),
];

/// Where the built site lies, if there is one.
pub fn built() -> Result<PathBuf> {
    let dist = dist();
    ensure!(
        dist.join("index.html").is_file(),
        "There is no site in dist/ yet: `cargo xtask build` makes it."
    );
    Ok(dist)
}

/// Builds the site for publication at `origin`, or for anywhere.
pub fn build(origin: Option<&str>) -> Result<()> {
    let mut trunk = trunk()?;
    if let Some(origin) = origin {
        trunk.env("MALI_ORIGIN", origin);
    }
    release(trunk)
}

/// Builds the site for the tests, with the native binary that they have built. To build it once more, as [`build`] does, would build a
/// hundred libraries once more: those that the tests need turn on features of them.
pub fn build_for_tests() -> Result<()> {
    let mut trunk = trunk()?;
    let twin = twin();
    if twin.exists() {
        fs::remove_dir_all(&twin)
            .with_context(|| format!("{} cannot be removed", twin.display()))?;
    }
    trunk.env("MALI_SITE", native()?).env("MALI_TWIN", twin);
    release(trunk)
}

fn release(mut trunk: Command) -> Result<()> {
    let status = command(PROGRAMS).envs(FOR_SIZE).status().context("cargo does not start")?;
    ensure!(status.success(), "The programs do not compile; the reason stands above.");
    trunk.args(["build", "--release"]).envs(FOR_SIZE);
    let status = trunk.status().context("trunk does not start")?;
    ensure!(status.success(), "The site was not built; the reason stands above.");
    Ok(())
}

/// Serves the site and builds it anew at each change, until it is interrupted.
pub fn dev(port: u16) -> Result<()> {
    let port = port.to_string();
    let status = trunk()?
        .args(["serve", "--address", "127.0.0.1", "--disable-address-lookup", "--port", &port])
        .status();
    ensure!(
        status.context("trunk does not start")?.success(),
        "trunk has ended; the reason stands above."
    );
    Ok(())
}

/// Where a build of everything leaves the native binary: beside this program.
fn native() -> Result<PathBuf> {
    let here = env::current_exe().context("this program does not know where it is")?;
    Ok(here.with_file_name("site"))
}

/// Lists the faults in `content/`.
pub fn check() -> Result<()> {
    list_faults(&mut command(CHECK))
}

/// The same by the native binary that the tests have built.
pub fn check_for_tests() -> Result<()> {
    list_faults(Command::new(native()?).arg("check").current_dir(repository()))
}

fn list_faults(command: &mut Command) -> Result<()> {
    let status = command.status().context("the check of the content does not start")?;
    ensure!(status.success(), "The content was not found to be sound; the reasons stand above.");
    Ok(())
}

/// A command in the repository, from its words: the first is the program, none holds a space.
pub fn command(line: &str) -> Command {
    let mut words = line.split(' ');
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words).current_dir(repository());
    command
}

fn trunk() -> Result<Command> {
    let tools = tools::for_building()?;
    let mut trunk = Command::new(tools.trunk);
    trunk
        .current_dir(repository())
        .env("PATH", tools.path)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .env_remove("MALI_ORIGIN")
        .env_remove("MALI_TWIN");
    Ok(trunk)
}
