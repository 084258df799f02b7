//! The programs that drive browsers: one of each kind for a run of a test binary.

use super::browser::Browser;
use super::dist;
use std::io::{self, BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::thread;

/// Ends the program, and what it started, once nobody holds the other end of its input any more: however the tests end, the
/// system closes that end. The program is in a group with this shell and no one else.
const LEASH: &str = r#""$@" & driver=$!; cat > /dev/null; kill $driver; wait $driver; trap '' TERM; kill -s TERM 0"#;

/// A running driver.
pub struct Driver {
    port: u16,
    /// The shell that holds its leash. The system closes its input when the tests have ended, which ends the driver.
    _shell: Child,
}

impl Driver {
    /// The driver of a browser, started at the first call.
    ///
    /// # Panics
    /// If it does not start.
    pub fn of(browser: Browser) -> &'static Self {
        static CHROMIUM: OnceLock<Driver> = OnceLock::new();
        static FIREFOX: OnceLock<Driver> = OnceLock::new();
        match browser {
            Browser::Chromium => {
                CHROMIUM.get_or_init(|| Self::start("MALI_CHROMEDRIVER", &["--port=0"]))
            }
            Browser::Firefox => FIREFOX.get_or_init(|| {
                let options = ["--port=0", "--websocket-port=0", "--allow-system-access"];
                Self::start("MALI_GECKODRIVER", &options)
            }),
        }
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn start(variable: &str, options: &[&str]) -> Self {
        let mut command = Command::new("sh");
        command.args(["-c", LEASH, "sh"]).arg(dist::place(variable)).args(options);
        command.process_group(0).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut shell = command.spawn().expect("the driver starts");
        let mut output = BufReader::new(shell.stdout.take().expect("its output is piped"));
        let mut said = String::new();
        let port = loop {
            let start = said.len();
            let length = output.read_line(&mut said).expect("the driver can be read");
            assert!(length > 0, "the driver ended without saying where it listens:\n{said}");
            if let Some(port) = port(&said[start..]) {
                break port;
            }
        };
        // What it says later is of no use, but it must not wait for somebody to read it.
        thread::spawn(move || io::copy(&mut output, &mut io::sink()));
        Self { port, _shell: shell }
    }
}

/// The port in the line with which a driver says that it listens.
fn port(line: &str) -> Option<u16> {
    let (_, rest) = line
        .split_once("successfully on port ")
        .or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    rest.trim().trim_end_matches('.').parse().ok()
}
