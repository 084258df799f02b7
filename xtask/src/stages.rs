//! `cargo xtask test`: every check and test as a named stage, in order, and the sum of them all.
//!
//! A failing stage stops only those that build on it. Each test counts as one, and so does each stage that is no
//! test; a stage that fails without a failing test, or that cannot be run, counts as one that failed.

mod lab;
mod tally;

use std::time::Instant;

use lab::Lab;
use tally::Tally;

/// One step of the tests.
struct Stage {
    name: &'static str,
    action: Action,
    /// The earlier stages without which this one makes no sense.
    needs: &'static [&'static str],
    /// A part of the names of the tests that are run with `--all` only.
    spared: Option<&'static str>,
}

enum Action {
    /// A command that passes or fails as a whole.
    Check(&'static str),
    /// A command that runs tests, which are counted.
    Tests(&'static str),
    Content,
    Build,
    FindBrowsers,
}

const NATIVE: &str = "native build";
const BUILD: &str = "release build";
const BROWSERS: &str = "browsers";

/// What is run, in order. The last tests are named one by one: they need a built site or time, so a plain `cargo test` and
/// `--all-targets` leave them out.
const STAGES: &[Stage] = &[
    check("format", "cargo fmt --all --check"),
    check(
        "lints, native",
        "cargo clippy --quiet --workspace --all-targets --features ssr -- -D warnings",
    ),
    check(
        "lints, site tests",
        "cargo clippy --quiet --workspace --test * --features ssr -- -D warnings",
    ),
    check(
        "lints, browser",
        "cargo clippy --quiet --package mali-explained --lib --bins --features hydrate,guest \
         --target wasm32-unknown-unknown -- -D warnings",
    ),
    check("documentation", "cargo doc --quiet --workspace --no-deps --features ssr"),
    check(NATIVE, "cargo build --quiet --workspace --all-targets --features ssr"),
    stage("content", Action::Content).after(&[NATIVE]),
    check(
        "scripts",
        "node --test tests/bench/lib/targets.test.mjs tests/scripts/qr.test.mjs \
         tests/scripts/steps.test.mjs tests/scripts/sw.test.mjs",
    ),
    tests("tests", "cargo test --quiet --no-fail-fast --workspace --features ssr"),
    // One at a time, so that together they take the time that they are given.
    tests(
        "fuzzers",
        "cargo test --quiet --workspace --features ssr --test fuzz -- --test-threads=1",
    ),
    stage(BUILD, Action::Build).after(&[NATIVE]),
    tests("pages", "cargo test --quiet --workspace --features ssr --test pages").after(&[BUILD]),
    check("packages", "cargo xtask package --origin https://example.org/mali/").after(&[BUILD]),
    check("packages, again", "cargo xtask package --origin https://example.org/mali/ --again")
        .after(&["packages"]),
    stage(BROWSERS, Action::FindBrowsers),
    tests("journeys", "cargo test --quiet --workspace --features ssr --test journeys")
        .after(&[BUILD, BROWSERS, "packages"])
        .sparing("in_firefox_too"),
    tests("accessibility", "cargo test --quiet --workspace --features ssr --test axe")
        .after(&[BUILD, BROWSERS]),
];

const fn stage(name: &'static str, action: Action) -> Stage {
    Stage { name, action, needs: &[], spared: None }
}

const fn check(name: &'static str, line: &'static str) -> Stage {
    stage(name, Action::Check(line))
}

const fn tests(name: &'static str, line: &'static str) -> Stage {
    stage(name, Action::Tests(line))
}

impl Stage {
    const fn after(self, needs: &'static [&'static str]) -> Self {
        Self { needs, ..self }
    }

    const fn sparing(self, part: &'static str) -> Self {
        Self { spared: Some(part), ..self }
    }

    fn run(&self, lab: &mut Lab) -> anyhow::Result<Tally> {
        match self.action {
            Action::Check(line) => lab.check(line),
            Action::Tests(line) => lab.tests(line, self.spared),
            Action::Content => crate::site::check_for_tests().map(|()| Tally::PASSED),
            Action::Build => crate::site::build_for_tests().map(|()| Tally::PASSED),
            Action::FindBrowsers => lab.find_browsers().map(|()| Tally::PASSED),
        }
    }
}

/// Runs every stage, with every page in the browsers and ten minutes of fuzzing if `all`, and says in its last line how many tests passed and failed.
/// Returns whether none failed.
pub fn run_all(all: bool) -> bool {
    let mut lab = Lab::new(all);
    let mut total = Tally::default();
    let mut failed: Vec<&str> = Vec::new();
    let mut summary: Vec<String> = Vec::new();

    for stage in STAGES {
        println!("── {}", stage.name);
        let begin = Instant::now();
        let missing = stage.needs.iter().find(|need| failed.contains(need));
        let tally = if let Some(need) = missing {
            println!("Not run, since this failed: {need}");
            Tally::FAILED
        } else {
            stage.run(&mut lab).unwrap_or_else(|error| {
                println!("{error:#}");
                Tally::FAILED
            })
        };
        total += tally;
        if tally.failed > 0 {
            failed.push(stage.name);
        }
        let verdict = if missing.is_some() { "not run" } else { tally.verdict() };
        let seconds = begin.elapsed().as_secs_f64();
        summary.push(format!("   {verdict:<7} {seconds:>7.1} s  {}", stage.name));
    }

    println!("── summary\n{}\n\n{total}", summary.join("\n"));
    total.failed == 0
}

#[cfg(test)]
mod unit_tests {
    use super::*;

    #[test]
    fn a_stage_needs_only_what_came_before() {
        for (position, stage) in STAGES.iter().enumerate() {
            let earlier: Vec<&str> = STAGES[..position].iter().map(|stage| stage.name).collect();
            assert!(stage.needs.iter().all(|need| earlier.contains(need)), "{}", stage.name);
        }
    }
}
