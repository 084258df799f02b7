//! Somebody else's host: a page that holds parts of the site in frames, on an address of its own.

use std::path::PathBuf;
use std::process::Child;
use xtask::server::{Options, Server};

/// A host with the files it was given. They go when it goes.
pub struct Host {
    server: Server,
    folder: tempfile::TempDir,
}

impl Host {
    /// Serves files, by name and text.
    ///
    /// # Panics
    /// If they cannot be written or no port can be opened.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let icon = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        for (name, text) in [("icon.svg", icon)].iter().chain(files) {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().expect("it lies in the folder"))
                .expect("a folder can be made");
            std::fs::write(path, text).expect("a file can be written");
        }
        Self::of(folder)
    }

    /// Serves a folder as it is.
    ///
    /// # Panics
    /// If no port can be opened.
    pub fn of(folder: tempfile::TempDir) -> Self {
        let server = Self::serve(folder.path().into());
        Self { server, folder }
    }

    /// Takes a file away.
    ///
    /// # Panics
    /// If there is none.
    pub fn lose(&self, name: &str) {
        std::fs::remove_file(self.folder.path().join(name)).expect("it is there");
    }

    fn serve(folder: PathBuf) -> Server {
        Server::start(folder, Options::default()).expect("a free port can be opened")
    }

    /// The address of a file.
    pub fn url(&self, name: &str) -> String {
        format!("{}{name}", self.server.url())
    }
}

/// A program that is ended when it is let go.
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
