//! The browsers, how they are opened, and what they can be asked about a page from outside.

use super::commands;
use super::driver::Driver;
use super::page::{Failure, Outcome};
use fantoccini::error::CmdError;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use mali_explained::publish::opening::CONTENT_SECURITY_POLICY;
use serde_json::{Value, json};
use std::sync::Mutex;
use std::time::Duration;

/// A browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
    WebKit,
}

/// How a reader comes to the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The path under which the site lies on its host.
    pub base: &'static str,
    /// The policy that the host sends, if it sends any; documents have their own.
    pub policy: Option<&'static str>,
    /// Script is off.
    pub no_script: bool,
    /// Storage is forbidden: looking at it throws.
    pub no_storage: bool,
    /// The window is that of a small phone, 320 by 640 CSS pixels.
    pub small: bool,
    /// The time zone in which the device is, if it matters.
    pub zone: Option<&'static str>,
}

impl Visit {
    /// With nothing unusual.
    pub const USUAL: Self = Self {
        base: "/",
        policy: Some(CONTENT_SECURITY_POLICY),
        no_script: false,
        no_storage: false,
        small: false,
        zone: None,
    };
    /// To a site deep within its host.
    pub const DEEP: Self = Self { base: "/a/b/c/", ..Self::USUAL };
    /// To a site deep within a host that shows files and no more.
    pub const DEEP_PLAIN: Self = Self { policy: None, ..Self::DEEP };
    /// To a host that shows files and no more.
    pub const PLAIN: Self = Self { policy: None, ..Self::USUAL };
    /// On a small phone, to such a host.
    pub const SMALL_PLAIN: Self = Self { small: true, ..Self::PLAIN };
    /// With script off.
    pub const NO_SCRIPT: Self = Self { no_script: true, ..Self::USUAL };
    /// With storage forbidden.
    pub const NO_STORAGE: Self = Self { no_storage: true, ..Self::USUAL };
    /// On a small phone.
    pub const SMALL: Self = Self { small: true, ..Self::USUAL };

    /// Whether nothing is unusual about the browser; where the site lies is not its business.
    fn is_usual(self) -> bool {
        !(self.no_script || self.no_storage || self.small || self.zone.is_some())
    }
}

/// Browsers that journeys have left in order, for those to come: to start one takes seconds of both processors.
static IDLE: Mutex<Vec<Session>> = Mutex::new(Vec::new());

/// An open browser with one window, in which nobody has been yet.
///
/// A journey that comes with nothing unusual may get a browser that others had before. What is kept for a site is not seen by
/// another, and each journey has a site of its own.
pub struct Session {
    pub client: Client,
    pub browser: Browser,
    visit: Visit,
    /// How large the window was made, in CSS pixels.
    size: (u64, u64),
    _driver: Driver,
}

/// How long a browser may take to close.
const CLOSING: Duration = Duration::from_secs(20);

impl Session {
    /// Opens a browser, or takes one that is open.
    pub async fn open(browser: Browser, visit: Visit) -> Result<Self, Failure> {
        let idle = visit.is_usual().then(|| Self::idle(browser)).flatten();
        match idle {
            Some(session) => Ok(session),
            None => Self::start(browser, visit).await,
        }
    }

    fn idle(browser: Browser) -> Option<Self> {
        let mut idle = IDLE.lock().expect("nothing panics while it holds the browsers");
        let place = idle.iter().position(|session| session.browser == browser)?;
        Some(idle.swap_remove(place))
    }

    async fn start(browser: Browser, visit: Visit) -> Result<Self, Failure> {
        let (driver, wanted) = match browser {
            Browser::Chromium => (Driver::of_chromium(visit.zone), chromium(visit)),
            Browser::Firefox => (Driver::of_firefox(visit.zone), firefox(visit)),
            Browser::WebKit => (Driver::of_webkit(visit.zone), webkit()),
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(wanted)
            .connect(&driver.url())
            .await?;
        let size = client.get_window_size().await?;
        let session = Self { client, browser, visit, size, _driver: driver };
        session.furnish(visit).await?;
        Ok(session)
    }

    /// Ends a visit: the browser waits for the next with a new window, if all went well and it can.
    pub async fn leave(self, all_went_well: bool) -> Outcome {
        if !(all_went_well && self.visit.is_usual()) {
            // A driver may end before it has answered, and whoever asked waits for ever. It ends with the tests at the latest.
            let closed = tokio::time::timeout(CLOSING, self.client.close()).await;
            return closed.map_or(Ok(()), |closed| Ok(closed?));
        }
        let left = self.client.windows().await?;
        let window = self.client.new_window(false).await?.handle;
        for old in left {
            self.client.switch_to_window(old).await?;
            self.client.close_window().await?;
        }
        self.client.switch_to_window(window).await?;
        let (width, height) = self.size;
        self.client.set_window_size(u32::try_from(width)?, u32::try_from(height)?).await?;
        self.complaints().await?;
        self.requests().await?;
        IDLE.lock().expect("nothing panics while it holds the browsers").push(self);
        Ok(())
    }

    /// Whether its pages run scripts.
    pub fn has_script(&self) -> bool {
        !self.visit.no_script
    }

    /// What can only be set once it is open.
    async fn furnish(&self, visit: Visit) -> Result<(), CmdError> {
        let client = &self.client;
        match self.browser {
            Browser::Chromium if visit.no_script => {
                commands::chromium(
                    client,
                    "Emulation.setScriptExecutionDisabled",
                    json!({ "value": true }),
                )
                .await?;
            }
            Browser::Firefox if visit.small => {
                // Its window has a least width; what shows the page in it has none.
                let narrow = "const style = gBrowser.selectedBrowser.style;
                              style.maxWidth = style.minWidth = '320px'; style.maxHeight = style.minHeight = '640px';
                              arguments[0]();";
                commands::firefox(client, narrow).await?;
            }
            Browser::WebKit if visit.small => client.set_window_size(320, 640).await?,
            _ => {}
        }
        Ok(())
    }

    /// What the page has done wrong since the last time, in the words of the browser: script errors, files that did not come,
    /// what the policy forbids.
    pub async fn complaints(&self) -> Result<Vec<String>, CmdError> {
        match self.browser {
            Browser::Chromium => {
                let entries = commands::chromium_log(&self.client, "browser").await?;
                let severe = entries.iter().filter(|entry| entry["level"] == "SEVERE");
                Ok(severe
                    .map(|entry| entry["message"].as_str().unwrap_or_default().to_owned())
                    .collect())
            }
            Browser::Firefox => {
                let lines = commands::firefox(&self.client, FIREFOX_COMPLAINTS).await?;
                Ok(lines
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str)
                    .map(str::to_owned)
                    .collect())
            }
            Browser::WebKit => Ok(Vec::new()), // it does not tell
        }
    }
}

impl Session {
    /// The addresses that pages asked for since the last time. Only Chromium keeps a list.
    pub async fn requests(&self) -> Result<Vec<String>, CmdError> {
        if self.browser != Browser::Chromium {
            return Ok(Vec::new());
        }
        let entries = commands::chromium_log(&self.client, "performance").await?;
        let told = entries
            .iter()
            .filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok());
        let asked = told.filter(|told| told["message"]["method"] == "Network.requestWillBeSent");
        let url =
            |told: Value| told["message"]["params"]["request"]["url"].as_str().map(str::to_owned);
        Ok(asked.filter_map(url).collect())
    }
}

/// Reads and clears the two lists in which the process of the page keeps errors: those of scripts and of the policy, and what
/// was said with `console.error`.
const FIREFOX_COMPLAINTS: &str = "
    const inside = `
        const errors = Services.console.getMessageArray().filter((entry) =>
            entry instanceof Components.interfaces.nsIScriptError && entry.sourceName.startsWith('http://127.0.0.1')
            && !(entry.flags & entry.warningFlag) && !(entry.flags & entry.infoFlag));
        Services.console.reset();
        const storage = Components.classes['@mozilla.org/consoleAPI-storage;1'].getService(Components.interfaces.nsIConsoleAPIStorage);
        const said = storage.getEvents().filter((event) => event.level === 'error');
        storage.clearEvents();
        sendAsyncMessage('complaints', [...errors.map(String), ...said.map((event) => event.arguments.join(' '))]);`;
    const done = arguments[0];
    const page = gBrowser.selectedBrowser.messageManager;
    page.addMessageListener('complaints', function once(message) {
        page.removeMessageListener('complaints', once);
        done(message.data);
    });
    page.loadFrameScript('data:,' + encodeURIComponent(inside), false);";

/// No name can be looked up and no host reached but this machine: what a page asks of others fails, and is seen.
const NOWHERE: &str = "127.0.0.1:9";

fn chromium(visit: Visit) -> Capabilities {
    let mut arguments = vec![
        "--headless".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--window-size=1280,900".to_owned(),
    ];
    arguments.push(format!("--proxy-server={NOWHERE}"));
    let mut options = json!({ "binary": super::dist::place("MALI_CHROMIUM"), "args": arguments });
    if visit.no_storage {
        options["prefs"] = json!({ "profile.default_content_setting_values.cookies": 2 });
    }
    if visit.small {
        options["mobileEmulation"] = json!({ "deviceMetrics": { "width": 320, "height": 640, "pixelRatio": 1.0, "touch": true, "mobile": false } });
    }
    capabilities(json!({
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    }))
}

/// `WebKit` cannot be told anything unusual about a visit but the size of the window.
fn webkit() -> Capabilities {
    capabilities(
        json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": { "args": ["--automation"] } }),
    )
}

fn firefox(visit: Visit) -> Capabilities {
    let mut preferences = json!({
        "security.fileuri.strict_origin_policy": true,
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": 9,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": 9,
    });
    if visit.no_script {
        preferences["javascript.enabled"] = false.into();
    }
    if visit.no_storage {
        preferences["network.cookie.cookieBehavior"] = 2.into();
    }
    capabilities(json!({
        "moz:firefoxOptions": { "binary": super::dist::place("MALI_FIREFOX"), "args": ["-headless"], "prefs": preferences },
    }))
}

fn capabilities(wanted: Value) -> Capabilities {
    match wanted {
        Value::Object(wanted) => wanted,
        _ => unreachable!("capabilities are an object"),
    }
}
