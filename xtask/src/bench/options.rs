//! What `cargo xtask bench` can be told, and what its scripts are told of it.

use std::fmt::Display;
use std::path::Path;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum, value_parser};

/// What is measured, and how often.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct Options {
    /// How many events the pages have
    #[arg(long, value_name = "N,…", value_delimiter = ',', default_value = "100,1000,10000", value_parser = value_parser!(u32).range(1..))]
    pub(super) sizes: Vec<u32>,
    /// How often each page is loaded: 5 times, 3 from 10000 events and once from 100000 if not given; once if it takes more than 30 s to show an event or to react
    #[arg(long, value_name = "K", value_parser = value_parser!(u32).range(1..))]
    runs: Option<u32>,
    /// In how many of these runs input is driven too
    #[arg(long, value_name = "K", default_value_t = 3)]
    input_runs: u32,
    /// The pages
    #[arg(
        long,
        value_name = "NAME,…",
        value_delimiter = ',',
        default_value = "ours,timelinejs,vis,d3"
    )]
    pub(super) peers: Vec<Peer>,
    /// The machine and its network
    #[arg(long, value_name = "NAME,…", value_delimiter = ',', default_value = "none,slow")]
    conditions: Vec<Condition>,
    /// A look in a few minutes: 100 events, one run, whatever else the machine does
    #[arg(long, conflicts_with_all = ["sizes", "runs", "input_runs"])]
    quick: bool,
}

/// A page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Peer {
    /// Our timeline with the events that the others have.
    Ours,
    TimelineJs,
    Vis,
    D3,
    /// One dot: what browser and machine take for themselves.
    Floor,
    /// The timeline of the site with its own events.
    Site,
}

impl Peer {
    /// Its name for the scripts.
    const fn word(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::TimelineJs => "timelinejs",
            Self::Vis => "vis",
            Self::D3 => "d3",
            Self::Floor => "floor",
            Self::Site => "site",
        }
    }

    /// Whether its page comes of what is in `dist/`.
    pub(super) const fn needs_site(self) -> bool {
        matches!(self, Self::Ours | Self::Site)
    }
}

impl ValueEnum for Peer {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Ours, Self::TimelineJs, Self::Vis, Self::D3, Self::Floor, Self::Site]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()))
    }
}

/// How fast machine and network are.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Condition {
    /// The machine as it is.
    None,
    /// A processor 4 times slower and the network of a telephone.
    Slow,
}

impl Condition {
    /// Its name for the scripts.
    const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Slow => "slow",
        }
    }
}

impl ValueEnum for Condition {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::None, Self::Slow]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()))
    }
}

impl Options {
    /// What `--quick` stands for is put in.
    pub(super) fn spelled_out(&self) -> Self {
        if self.quick {
            Self { sizes: vec![100], runs: Some(1), input_runs: 1, ..self.clone() }
        } else {
            self.clone()
        }
    }

    /// What `measure.mjs` is told; `dist` is the built site.
    pub(super) fn for_measuring(&self, dist: &Path) -> Vec<String> {
        let peers: Vec<_> = self.peers.iter().map(|peer| peer.word()).collect();
        let conditions: Vec<_> = self.conditions.iter().map(|one| one.word()).collect();
        let mut told = vec![
            format!("--peers={}", peers.join(",")),
            format!("--sizes={}", joined(&self.sizes)),
            format!("--conditions={}", conditions.join(",")),
            format!("--input-runs={}", self.input_runs),
        ];
        told.extend(self.runs.map(|runs| format!("--runs={runs}")));
        if self.peers.contains(&Peer::Site) {
            told.push(format!("--site={}", dist.display()));
        }
        if self.quick {
            told.extend(["--noise-wait=0", "--retries=0"].map(str::to_owned));
        }
        told
    }
}

/// A list as the scripts read it.
pub(super) fn joined(values: &[impl Display]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        options: Options,
    }

    fn told(line: &str) -> Result<Vec<String>, clap::Error> {
        let words = ["bench"].into_iter().chain(line.split_whitespace());
        let options = Line::try_parse_from(words)?.options.spelled_out();
        Ok(options.for_measuring(Path::new("dist")))
    }

    #[test]
    fn everything_is_measured_unless_told_otherwise() {
        let everything = [
            "--peers=ours,timelinejs,vis,d3",
            "--sizes=100,1000,10000",
            "--conditions=none,slow",
            "--input-runs=3",
        ];
        assert_eq!(told("").unwrap(), everything);
    }

    #[test]
    fn lists_are_parted_by_commas() {
        let line = "--sizes 100,1000 --runs 2 --input-runs 1 --peers vis,ours --conditions slow";
        let lists = [
            "--peers=vis,ours",
            "--sizes=100,1000",
            "--conditions=slow",
            "--input-runs=1",
            "--runs=2",
        ];
        assert_eq!(told(line).unwrap(), lists);
    }

    #[test]
    fn the_page_of_the_site_is_read_from_where_it_lies() {
        assert!(told("--peers site").unwrap().contains(&"--site=dist".to_owned()));
        assert!(told("--peers ours").unwrap().iter().all(|word| !word.starts_with("--site")));
    }

    #[test]
    fn a_quick_look_is_one_run_that_waits_for_nothing() {
        let told = told("--quick --peers d3").unwrap();
        for word in ["--sizes=100", "--runs=1", "--input-runs=1", "--noise-wait=0", "--retries=0"] {
            assert!(told.contains(&word.to_owned()), "{word} is not in {told:?}");
        }
    }

    #[test]
    fn what_cannot_be_measured_is_refused() {
        for line in [
            "--sizes 0",
            "--sizes many",
            "--peers chrono",
            "--conditions fast",
            "--runs 0",
            "--quick --runs 3",
        ] {
            assert!(told(line).is_err(), "{line}");
        }
    }
}
