//! The programs that drive browsers, each for one browser at a time.

use super::dist;
use std::io::{self, BufRead, BufReader, Read};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

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
    /// A driver for Chromium.
    ///
    /// # Panics
    /// If it does not start.
    pub fn of_chromium(zone: Option<&str>) -> Self {
        Self::start("MALI_CHROMEDRIVER", &["--port=0"], zone)
    }

    /// A driver for Firefox.
    ///
    /// # Panics
    /// If it does not start.
    pub fn of_firefox(zone: Option<&str>) -> Self {
        Self::start(
            "MALI_GECKODRIVER",
            &["--port=0", "--websocket-port=0", "--allow-system-access"],
            zone,
        )
    }

    /// A driver for `WebKit`. It is told its port, and the browser needs a screen, if only one that nobody sees.
    ///
    /// # Panics
    /// If it does not start.
    pub fn of_webkit(zone: Option<&str>) -> Self {
        static SCREEN: OnceLock<Screen> = OnceLock::new();
        let free = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
        let port = free.expect("a port is free").port();
        let mut command = leashed("MALI_WEBKITDRIVER", &[&format!("--port={port}")]);
        command.env("DISPLAY", &SCREEN.get_or_init(Screen::start).name).env("GDK_BACKEND", "x11");
        let mut shell = live_in(&mut command, zone).spawn().expect("the driver starts");
        keep_reading(shell.stdout.take().expect("its output is piped"));
        let deadline = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < deadline, "the driver does not listen");
            thread::sleep(Duration::from_millis(50));
        }
        Self { port, _shell: shell }
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn start(variable: &str, options: &[&str], zone: Option<&str>) -> Self {
        let mut command = leashed(variable, options);
        let mut shell = live_in(&mut command, zone).spawn().expect("the driver starts");
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
        keep_reading(output);
        Self { port, _shell: shell }
    }
}

/// A screen that nobody sees.
struct Screen {
    name: String,
    _shell: Child, // as a driver's
}

impl Screen {
    fn start() -> Self {
        let options = ["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"];
        let mut shell = leashed("MALI_XVFB", &options).spawn().expect("the screen starts");
        let mut output = BufReader::new(shell.stdout.take().expect("its output is piped"));
        let mut number = String::new();
        output.read_line(&mut number).expect("the screen can be read");
        assert!(!number.trim().is_empty(), "the screen ended without saying its number");
        keep_reading(output);
        Self { name: format!(":{}", number.trim()), _shell: shell }
    }
}

/// A program that ends with the tests, not yet started.
fn leashed(variable: &str, options: &[&str]) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", LEASH, "sh"]).arg(dist::place(variable)).args(options);
    command.process_group(0).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

/// Has a driver, and with it the browser, be in a time zone.
fn live_in<'a>(command: &'a mut Command, zone: Option<&str>) -> &'a mut Command {
    match zone {
        Some(zone) => command.env("TZ", zone),
        None => command,
    }
}

/// What a program says later is of no use, but it must not wait for somebody to read it.
fn keep_reading(mut output: impl Read + Send + 'static) {
    thread::spawn(move || io::copy(&mut output, &mut io::sink()));
}

/// The port in the line with which a driver says that it listens.
fn port(line: &str) -> Option<u16> {
    let (_, rest) = line
        .split_once("successfully on port ")
        .or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    rest.trim().trim_end_matches('.').parse().ok()
}
