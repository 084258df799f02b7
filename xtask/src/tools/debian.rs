//! Browsers and their drivers, from Debian's packages.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::on_path;

/// A program, the package that brings it (or several, with a space between), and the variable by which the tests find it.
pub(super) struct Program {
    pub name: &'static str,
    pub package: &'static str,
    pub variable: &'static str,
}

/// Finds `programs` on `PATH`, after installing those that are not there. They come back by variable.
pub(super) fn find_or_install(programs: &[Program]) -> Result<Vec<(&'static str, PathBuf)>> {
    let missing = programs.iter().filter(|program| on_path(program.name).is_none());
    let packages: Vec<_> = missing.flat_map(|program| program.package.split_whitespace()).collect();
    if !packages.is_empty() {
        install(&packages)?;
    }
    let find = |program: &Program| {
        let Program { name, package, variable } = program;
        let path =
            on_path(name).with_context(|| format!("The package {package} brought no {name}"))?;
        Ok((*variable, path))
    };
    programs.iter().map(find).collect()
}

fn install(packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    let by_hand = format!("apt-get update && apt-get install {names}");
    ensure!(
        is_root() && on_path("apt-get").is_some(),
        "This needs {names}. As root on Debian, run: {by_hand}. Elsewhere, put these programs on PATH.",
    );
    eprintln!("Installing {names} from Debian, once: about a minute");
    let is_done = apt_get(&["update"])
        && apt_get(&[&["install", "--yes", "--no-install-recommends"], packages].concat());
    ensure!(
        is_done,
        "apt-get could not install {names}, for the reason above. Is the network up? Then run: {by_hand}"
    );
    Ok(())
}

fn apt_get(arguments: &[&str]) -> bool {
    let status = Command::new("apt-get")
        .args(arguments)
        .arg("--quiet=2")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .status();
    status.is_ok_and(|status| status.success())
}

/// Where there is no `/proc`, there is no `apt-get` either.
fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}
