//! A small static server on 127.0.0.1: `cargo xtask serve` shows `dist/` with it, and the browser tests read from it.
//!
//! It answers as a good host of plain files does: a folder is its `index.html`, a folder without its slash is sent on
//! to the slash, an unknown path gets `404.html`, and a `.br` file beside a file goes to clients that accept Brotli.
//! It knows no TLS, no ranges and no cache: every answer says `no-cache`, so that a new build shows at once.

mod faults;
mod site;

use std::convert::Infallible;
use std::future::ready;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::sync::oneshot;

pub use faults::{Fault, Faults};
use site::Site;

/// How a [`Server`] answers.
#[derive(Clone, Debug)]
pub struct Options {
    /// The path under which the site is mounted, with a slash at both ends. What lies outside it is not found.
    pub base: String,
    /// Goes out as `Content-Security-Policy` with every answer.
    pub content_security_policy: Option<String>,
    /// What goes wrong; a clone of it, kept by the caller, changes that while the server runs.
    pub faults: Faults,
}

impl Default for Options {
    fn default() -> Self {
        Self { base: "/".into(), content_security_policy: None, faults: Faults::default() }
    }
}

/// A running server. Dropping it closes the port and every open connection before it returns.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    base: String,
    running: Option<Running>,
}

/// The thread that serves, and the channel that ends it by being dropped.
#[derive(Debug)]
struct Running {
    stop: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

impl Server {
    /// Serves the files under `root` on a free port.
    ///
    /// # Errors
    /// Fails if no port can be opened or an option is not valid.
    pub fn start(root: PathBuf, options: Options) -> io::Result<Self> {
        Self::on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?, root, options)
    }

    /// Serves the files under `root` on a port that is open already.
    ///
    /// # Errors
    /// Fails if the listener cannot be used or an option is not valid.
    pub fn on(listener: TcpListener, root: PathBuf, options: Options) -> io::Result<Self> {
        let address = listener.local_addr()?;
        let base = options.base.clone();
        let site = Arc::new(Site::new(root, options)?);

        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
        listener.set_nonblocking(true)?;
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        let (stop, stopped) = oneshot::channel();
        let thread = thread::spawn(move || {
            runtime.spawn(accept(listener, site));
            // Ends in an error, always: nothing is sent, the sender is dropped. The runtime then takes its sockets along.
            let _ = runtime.block_on(stopped);
        });
        Ok(Self { address, base, running: Some(Running { stop, thread }) })
    }

    /// Where the server listens.
    #[must_use]
    pub fn addr(&self) -> SocketAddr {
        self.address
    }

    /// The address of the site, base and closing slash included.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.base)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(Running { stop, thread }) = self.running.take() {
            drop(stop);
            // A panic of that thread has been printed by then; there is nobody left to pass it to.
            let _ = thread.join();
        }
    }
}

/// Answers each connection in a task of its own, for ever.
async fn accept(listener: tokio::net::TcpListener, site: Arc<Site>) {
    loop {
        // A connection that fails before it is accepted concerns its client alone.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let site = Arc::clone(&site);
        tokio::spawn(async move {
            let answer = service_fn(|request| ready(Ok::<_, Infallible>(site.answer(&request))));
            // Fails when the client leaves in the middle, which browsers do all the time.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), answer).await;
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    fn ask(connection: &mut TcpStream, request: &str) -> io::Result<String> {
        connection.write_all(request.as_bytes())?;
        let mut answer = String::new();
        connection.read_to_string(&mut answer)?;
        Ok(answer)
    }

    #[test]
    fn a_head_request_gets_the_headers_without_the_body() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("index.html"), "<p>Ber").unwrap();
        let server = Server::start(folder.path().into(), Options::default()).unwrap();
        let mut connection = TcpStream::connect(server.addr()).unwrap();
        let answer =
            ask(&mut connection, "HEAD / HTTP/1.1\r\nhost: mali\r\nconnection: close\r\n\r\n")
                .unwrap();
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        assert!(answer.contains("content-length: 6\r\n"), "{answer}");
        assert!(answer.ends_with("\r\n\r\n"), "{answer}");
    }

    #[test]
    fn a_dropped_server_closes_its_port_and_the_connections_that_were_kept_alive() {
        let folder = tempfile::tempdir().unwrap();
        let server = Server::start(folder.path().into(), Options::default()).unwrap();
        let mut kept = TcpStream::connect(server.addr()).unwrap();
        kept.write_all(b"GET / HTTP/1.1\r\nhost: mali\r\n\r\n").unwrap();
        assert_eq!(kept.read(&mut [0]).unwrap(), 1);

        let address = server.addr();
        drop(server);
        assert!(kept.read_to_end(&mut Vec::new()).is_ok(), "the server said that it was leaving");
        assert!(TcpStream::connect(address).is_err());
    }
}
