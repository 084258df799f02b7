//! Installs a tool into the cache, wholly or not at all.

use std::env;
use std::fs::{self, File};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use super::{Registry, Tool, on_path};

pub(super) fn find_or_install(tool: &Tool) -> Result<PathBuf> {
    let cache = cache()?;
    let home = cache.join(format!("tools/{}-{}", tool.name, tool.version));
    let file = home.join(tool.file);
    if file.is_file() {
        return Ok(file);
    }
    if let Some(program) = of_right_version(tool) {
        return Ok(program);
    }
    install(tool, &cache, &home)?;
    ensure!(file.is_file(), "{tool} was installed, but brought no {}.", tool.file);
    Ok(file)
}

/// The program on `PATH`, if it announces the version that is wanted.
fn of_right_version(tool: &Tool) -> Option<PathBuf> {
    let announces = tool.announces?;
    let program = on_path(Path::new(tool.file).file_name()?.to_str()?)?;
    let output = Command::new(&program).arg("--version").output().ok()?;
    let printed = String::from_utf8_lossy(&output.stdout);
    let rest = printed.trim().strip_prefix(announces)?;
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then_some(program)
}

/// Installs into a folder that takes the name `home` once all is there. One installation runs at a time, also of several
/// commands; the one that waited finds the work done.
fn install(tool: &Tool, cache: &Path, home: &Path) -> Result<()> {
    let scratch = cache.join("tmp");
    let part = scratch.join("part");
    let unusable = || format!("The cache {} cannot be used", cache.display());
    let _lock = lock(cache).with_context(unusable)?;
    if home.join(tool.file).is_file() {
        return Ok(());
    }

    eprintln!("Installing {tool} into {}, once: it takes {}", home.display(), tool.takes);
    renew(&part).with_context(unusable)?;
    let mut installer = match tool.registry {
        Registry::Crates { locked } => cargo_install(tool, locked, &scratch.join("target")),
        Registry::Npm => npm_install(tool),
    };
    // Run outside the repository, whose settings of cargo are for the site.
    let status = installer.current_dir(&part).status();
    let words = words(&installer);
    let status = status
        .with_context(|| format!("{tool} needs {words}, which does not start (is it on PATH?)"))?;
    ensure!(
        status.success(),
        "{tool} could not be installed: {words} failed, for the reason above. Is the network up? Then run this again."
    );

    let settled = renew(home).and_then(|()| fs::rename(&part, home));
    settled.and_then(|()| fs::remove_dir_all(scratch)).with_context(unusable)
}

/// `cargo install`, with the toolchain of the repository: cargo hands it on to `cargo xtask`, and so to this.
fn cargo_install(tool: &Tool, locked: bool, target: &Path) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(["install", tool.name, "--version", tool.version]);
    if locked {
        cargo.arg("--locked");
    }
    if !io::stderr().is_terminal() {
        cargo.arg("--quiet");
    }
    cargo.args(["--root", "."]).arg("--target-dir").arg(target);
    cargo
}

/// `npm install` without the scripts of packages: those that matter here have none, others download.
fn npm_install(tool: &Tool) -> Command {
    let mut npm = Command::new("npm");
    npm.args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .args(["--prefix", "."])
        .arg(format!("{}@{}", tool.name, tool.version))
        .stdout(Stdio::null());
    npm
}

/// The folder of the user for what can be made again.
fn cache() -> Result<PathBuf> {
    let given =
        env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
    let folder = given.or_else(|| env::home_dir().map(|home| home.join(".cache")));
    Ok(folder
        .context("There is no home folder to keep the tools in: set XDG_CACHE_HOME.")?
        .join("mali-explained"))
}

/// Waits for its turn to install. Dropping the file, or dying, gives the turn on.
fn lock(cache: &Path) -> io::Result<File> {
    fs::create_dir_all(cache.join("tools"))?;
    let lock = File::create(cache.join("tools/.lock"))?;
    if lock.try_lock().is_err() {
        eprintln!("Waiting for another command, which is installing tools");
        lock.lock()?;
    }
    Ok(lock)
}

/// Makes `folder` an empty one.
fn renew(folder: &Path) -> io::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)
}

/// The program of a command and what it is told to do, for a sentence.
fn words(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let first = command.get_args().next().unwrap_or_default().to_string_lossy();
    format!("`{program} {first}`")
}
