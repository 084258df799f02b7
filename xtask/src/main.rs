//! The commands of the project: `cargo xtask build`, `serve`, `dev`, `check`, `compress`, `package`, `picture`, `shots`, `bench` and
//! `test`.
//!
//! Each finds or installs the tools that it needs ([`tools`]), so that a new machine needs rustup and npm alone.
//! What the site is made of is no business of this crate: trunk builds it, the binary `site` fills it.

mod bench;
mod package;
mod picture;
mod shots;
mod site;
mod stages;
mod tools;

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::ExitCode;
use std::thread;

use anyhow::{Context, Result, bail};
use clap::{Parser, Subcommand};
use xtask::server::{Options, Server};

#[derive(Parser)]
#[command(bin_name = "cargo xtask", about = "Builds, shows and tests \"Mali, explained\"")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the site into dist/
    Build {
        /// Where the site will be published, as in <https://example.org/mali/>: adds canonical addresses and previews
        #[arg(long, value_name = "URL", value_parser = origin)]
        origin: Option<String>,
    },
    /// Build the site and show it
    Serve {
        /// The port on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Show what is in dist/ already
        #[arg(long)]
        no_build: bool,
    },
    /// Show the site and renew it whenever code or content changes
    Dev {
        /// The port on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Look for faults in content/
    Check,
    /// Take the picture of the story for README.md from the site in dist/, with Chromium
    Picture,
    /// Take pictures of every kind of page of the site in dist/, at four widths, by day and by night, with Chromium
    Shots {
        /// Only pages whose address holds this
        part: Option<String>,
    },
    /// Measure the timeline beside other tools for timelines, with Chromium
    Bench(bench::Options),
    /// Write a .br beside each text of the site in dist/, for hosts that serve it
    Compress,
    /// Make packages for learning platforms and offline libraries from the site in dist/, into target/packages/
    Package {
        /// Where the site is published: packages that only lead there need it
        #[arg(long, value_name = "URL", value_parser = origin)]
        origin: Option<String>,
        /// Fail if those made before from the same site have other bytes
        #[arg(long)]
        again: bool,
    },
    /// Run every check and test
    Test {
        /// Visit every page and make every journey in all browsers, and run the fuzzers for ten minutes
        #[arg(long)]
        all: bool,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Build { origin } => site::build(origin.as_deref()),
        Command::Serve { port, no_build } => serve(port, no_build),
        Command::Dev { port } => dev(port),
        Command::Check => site::check(),
        Command::Compress => compress(),
        Command::Package { origin, again: false } => package::make(origin.as_deref()),
        Command::Package { origin, again: true } => package::make_again(origin.as_deref()),
        Command::Picture => picture::take().map(|file| println!("{file}")),
        Command::Shots { part } => {
            shots::take(part.as_deref()).map(|sheet| println!("{}", sheet.display()))
        }
        Command::Bench(options) => bench::run(&options),
        Command::Test { all } => {
            return if stages::run_all(all) { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn serve(port: u16, no_build: bool) -> Result<()> {
    // Taken before the build, so that a port in use is known at once and nobody else takes it meanwhile.
    let listener = take(port)?;
    if !no_build {
        site::build(None)?;
    }
    let server = Server::on(listener, site::built()?, Options::default())
        .context("The server could not start")?;
    println!("Mali, explained is at {}  (Ctrl+C ends it)", server.url());
    loop {
        thread::park();
    }
}

fn dev(port: u16) -> Result<()> {
    drop(take(port)?); // trunk opens it again, after a build of its own
    site::dev(port)
}

fn take(port: u16) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
            bail!(
                "Port {port} is in use by another program: end it, or choose another port with --port."
            )
        }
        Err(error) => bail!("Port {port} cannot be opened ({error}): choose another with --port."),
    }
}

fn compress() -> Result<()> {
    let dist = site::built()?;
    let packed = xtask::compress::compress(&dist)?;
    println!("{} files: {} bytes, packed {}", packed.files, packed.before, packed.after);
    Ok(())
}

/// Accepts an address to which the path of a page can be appended.
fn origin(text: &str) -> Result<String, &'static str> {
    let host =
        text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let is_complete = host.len() > 1 && host.ends_with('/') && !host.contains(['?', '#', ' ']);
    is_complete
        .then(|| text.to_owned())
        .ok_or("it has to be a whole address that ends in /, as in https://example.org/mali/")
}

/// The root of the repository, which holds the folder of this crate.
fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate lies in the repository")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        use clap::CommandFactory;
        Arguments::command().debug_assert();
    }

    #[test]
    fn an_origin_is_whole_and_ends_in_a_slash() {
        assert!(origin("https://example.org/").is_ok());
        assert!(origin("http://127.0.0.1:8080/a/b/").is_ok());
        for part in
            ["https://example.org", "example.org/", "https:///", "https://example.org/?q=/", ""]
        {
            assert!(origin(part).is_err(), "{part}");
        }
    }

    #[test]
    fn a_port_in_use_is_named() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(take(port).unwrap_err().to_string().starts_with(&format!("Port {port} is in use")));
    }
}
