//! The tools the project calls, by version, and how each is found.
//!
//! A tool is taken from the cache, else from `PATH` if it has the right version there, else it is installed into the
//! cache: `$XDG_CACHE_HOME` or `~/.cache`, then `mali-explained/tools/NAME-VERSION`. Browsers and their drivers come
//! from Debian in the version it has, since those two have to fit each other and nothing else.

mod debian;
mod install;

use std::env;
use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

/// A tool that is installed into the cache.
struct Tool {
    /// Its name in its registry.
    name: &'static str,
    version: &'static str,
    registry: Registry,
    /// What is used of it, within the folder it is installed into.
    file: &'static str,
    /// What it prints for `--version`, up to the version; nothing for what is no program.
    announces: Option<&'static str>,
    /// How long an installation takes on two cores.
    takes: &'static str,
}

enum Registry {
    /// crates.io. Not every crate can be built from its own lock file.
    Crates {
        locked: bool,
    },
    Npm,
}

impl fmt::Display for Tool {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.name, self.version)
    }
}

const TRUNK: Tool = Tool {
    name: "trunk",
    version: "0.22.1",
    registry: Registry::Crates { locked: true },
    file: "bin/trunk",
    announces: Some("trunk 0.22.1"),
    takes: "5 to 9 minutes",
};

/// In the version of the library in `Cargo.lock`; the two refuse to work together otherwise.
const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    version: "0.2.130",
    registry: Registry::Crates { locked: false },
    file: "bin/wasm-bindgen",
    announces: Some("wasm-bindgen 0.2.130"),
    takes: "2 to 3 minutes",
};

/// For `wasm-opt`.
const BINARYEN: Tool = Tool {
    name: "binaryen",
    version: "132.0.0",
    registry: Registry::Npm,
    file: "node_modules/.bin/wasm-opt",
    announces: Some("wasm-opt version 132"),
    takes: "some seconds",
};

const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    version: "0.37.1",
    registry: Registry::Crates { locked: true },
    file: "bin/geckodriver",
    announces: Some("geckodriver 0.37.1"),
    takes: "2 to 3 minutes",
};

const AXE: Tool = Tool {
    name: "axe-core",
    version: "4.14.1",
    registry: Registry::Npm,
    file: "node_modules/axe-core/axe.min.js",
    announces: None,
    takes: "some seconds",
};

const SCORM: Tool = Tool {
    name: "scorm-again",
    version: "3.4.3",
    registry: Registry::Npm,
    file: "node_modules/scorm-again/dist/scorm-again.min.js",
    announces: None,
    takes: "some seconds",
};

const LIBRARY: [debian::Program; 4] = [
    debian::Program { name: "zimwriterfs", package: "zim-tools", variable: "MALI_ZIMWRITER" },
    debian::Program { name: "faketime", package: "faketime", variable: "MALI_CLOCK" },
    debian::Program { name: "kiwix-serve", package: "kiwix-tools", variable: "MALI_KIWIX" },
    debian::Program {
        name: "nginx",
        package: "nginx libnginx-mod-http-brotli-static",
        variable: "MALI_NGINX",
    },
];

const CHROMIUM: debian::Program =
    debian::Program { name: "chromium", package: "chromium", variable: "MALI_CHROMIUM" };

const BROWSERS: [debian::Program; 5] = [
    CHROMIUM,
    debian::Program {
        name: "chromedriver",
        package: "chromium-driver",
        variable: "MALI_CHROMEDRIVER",
    },
    debian::Program { name: "firefox-esr", package: "firefox-esr", variable: "MALI_FIREFOX" },
    debian::Program {
        name: "WebKitWebDriver",
        package: "webkit2gtk-driver",
        variable: "MALI_WEBKITDRIVER",
    },
    debian::Program { name: "Xvfb", package: "xvfb", variable: "MALI_XVFB" },
];

/// What a build calls.
pub struct BuildTools {
    /// The program.
    pub trunk: PathBuf,
    /// The `PATH` on which trunk finds the others, which it would download otherwise.
    pub path: OsString,
}

/// Finds or installs what a build calls.
pub fn for_building() -> Result<BuildTools> {
    let trunk = install::find_or_install(&TRUNK)?;
    let others = [install::find_or_install(&WASM_BINDGEN)?, install::find_or_install(&BINARYEN)?];

    // What is on PATH already stays where it is: put first, its folder could hide the other tool with an older one.
    let path = env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = env::split_paths(&path).collect();
    for folder in others.iter().filter_map(|program| program.parent()) {
        if !folders.iter().any(|known| known == folder) {
            folders.insert(0, folder.to_owned());
        }
    }
    let path = env::join_paths(folders).context("The tools cannot be put on PATH")?;
    Ok(BuildTools { trunk, path })
}

/// Finds or installs what the tests in browsers call, each with the variable by which they find it.
pub fn for_browsing() -> Result<Vec<(&'static str, PathBuf)>> {
    let mut tools = debian::find_or_install(&BROWSERS)?;
    tools.push(("MALI_GECKODRIVER", install::find_or_install(&GECKODRIVER)?));
    tools.push(("MALI_AXE", install::find_or_install(&AXE)?));
    tools.push(("MALI_SCORM", install::find_or_install(&SCORM)?));
    tools.extend(debian::find_or_install(&LIBRARY)?);
    Ok(tools)
}

/// Finds or installs what makes files for offline libraries, and what tells it the day.
pub fn zimwriter() -> Result<[PathBuf; 2]> {
    let found = debian::find_or_install(&LIBRARY[..2])?.into_iter().map(|(_, path)| path);
    let found: Vec<PathBuf> = found.collect();
    found.try_into().ok().context("zimwriterfs and faketime were looked for and not found")
}

/// Finds npm, and node with it: the one thing that a machine has to bring besides rustup.
pub fn npm() -> Result<PathBuf> {
    ensure!(on_path("node").is_some(), "This needs node, 20 or later, on PATH");
    on_path("npm").context("This needs npm, which comes with node, on PATH")
}

/// Finds or installs the browser that takes pictures and measures.
pub fn chromium() -> Result<PathBuf> {
    let found = debian::find_or_install(&[CHROMIUM])?.pop();
    Ok(found.context("Chromium was looked for and not found")?.1)
}

/// The first program of this name on `PATH`.
fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wasm_bindgen_is_of_one_version() {
        let lock = std::fs::read_to_string(crate::repository().join("Cargo.lock")).unwrap();
        let library = format!("name = \"wasm-bindgen\"\nversion = \"{}\"\n", WASM_BINDGEN.version);
        assert!(lock.contains(&library), "the version of the library in Cargo.lock is another");
    }
}
