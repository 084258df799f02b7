//! The built site on a server of its own, as a strict host would show it, or one that shows files and no more.

use super::dist;
use std::sync::{Mutex, PoisonError};
use xtask::server::{Faults, Options, Server};

/// A served copy of the site.
pub struct Site {
    server: Mutex<Option<Server>>,
    url: String,
    faults: Faults,
}

impl Site {
    /// The site under a path of its host, which sends this policy.
    ///
    /// # Panics
    /// If no port can be opened.
    pub fn below(base: &str, policy: Option<&str>) -> Self {
        let faults = Faults::default();
        let options = Options {
            base: base.to_owned(),
            content_security_policy: policy.map(str::to_owned),
            faults: faults.clone(),
        };
        let server = Server::start(dist::folder(), options).expect("a free port can be opened");
        Self { url: server.url(), server: Mutex::new(Some(server)), faults }
    }

    /// Where a page is, by its path in the site.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    /// What goes wrong with it.
    pub fn faults(&self) -> &Faults {
        &self.faults
    }

    /// Takes it off the network: nobody answers any more.
    pub fn go_dark(&self) {
        drop(self.server.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}
