//! Where the stages run their commands: in the repository, each with what it has to know in its environment.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::tally::Tally;
use crate::{site, tools};

/// How long each of the nine fuzzers runs, in seconds: a look in passing, or ten minutes in all.
const FUZZ: (u32, u32) = (2, 66);

/// The surroundings of a command.
pub struct Lab {
    environment: Vec<(&'static str, OsString)>,
    is_thorough: bool,
}

impl Lab {
    /// A lab for the built site: `MALI_DIST` says where it lies, `MALI_DIST_ORIGIN` where it lies as built for an address, `MALI_PACKAGES` where what was made of it lies, `MALI_ALL` is set if every page is to be visited, and
    /// `MALI_FUZZ_SECONDS` how long a fuzzer runs.
    pub fn new(all: bool) -> Self {
        let seconds = if all { FUZZ.1 } else { FUZZ.0 };
        let mut environment = vec![
            ("MALI_DIST", site::dist().into_os_string()),
            ("MALI_DIST_ORIGIN", site::twin().into_os_string()),
            ("MALI_PACKAGES", crate::package::folder().into_os_string()),
            ("MALI_FUZZ_SECONDS", seconds.to_string().into()),
            ("RUSTDOCFLAGS", "-D warnings".into()),
        ];
        if all {
            environment.push(("MALI_ALL", "1".into()));
        }
        Self { environment, is_thorough: all }
    }

    /// Makes the browsers known to the commands that follow.
    pub fn find_browsers(&mut self) -> Result<()> {
        let tools = tools::for_browsing()?;
        self.environment
            .extend(tools.into_iter().map(|(name, path)| (name, path.into_os_string())));
        Ok(())
    }

    /// Runs a command that passes or fails as a whole.
    pub fn check(&self, line: &str) -> Result<Tally> {
        let status =
            self.command(line).status().with_context(|| format!("`{line}` does not start"))?;
        Ok(if status.success() { Tally::PASSED } else { Tally::FAILED })
    }

    /// Runs a command that runs tests, shows what they print and counts them. `spared` is a part of the names of those that are left out
    /// unless all are run.
    pub fn tests(&self, line: &str, spared: Option<&str>) -> Result<Tally> {
        let mut command = self.command(line);
        if let Some(part) = spared.filter(|_| !self.is_thorough) {
            command.args(["--", "--skip", part]);
        }
        let running = command.stdout(Stdio::piped()).spawn();
        let mut running = running.with_context(|| format!("`{line}` does not start"))?;
        let output = running.stdout.take().context("the output of the tests is piped")?;
        let mut tally = Tally::default();
        for line in BufReader::new(output).split(b'\n') {
            let line = line.context("The output of the tests cannot be read")?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            tally += Tally::from_line(&line).unwrap_or_default();
        }
        let status = running.wait().context("The end of the tests was not seen")?;
        if !status.success() && tally.failed == 0 {
            tally += Tally::FAILED; // what does not compile, or aborts, has no closing line
        }
        Ok(tally)
    }

    fn command(&self, line: &str) -> Command {
        let mut command = site::command(line);
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }
}
