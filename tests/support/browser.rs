//! The browsers, how they are opened, and what they can be asked about a page from outside.

use super::commands;
use super::driver::Driver;
use fantoccini::error::{CmdError, NewSessionError};
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use mali_explained::publish::opening::CONTENT_SECURITY_POLICY;
use serde_json::{Value, json};
use tokio::sync::{Mutex, MutexGuard};

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
}

impl Visit {
    /// With nothing unusual.
    pub const USUAL: Self = Self {
        base: "/",
        policy: Some(CONTENT_SECURITY_POLICY),
        no_script: false,
        no_storage: false,
        small: false,
    };
    /// To a site deep within its host.
    pub const DEEP: Self = Self { base: "/a/b/c/", ..Self::USUAL };
    /// To a site deep within a host that shows files and no more.
    pub const DEEP_PLAIN: Self = Self { policy: None, ..Self::DEEP };
    /// With script off.
    pub const NO_SCRIPT: Self = Self { no_script: true, ..Self::USUAL };
    /// With storage forbidden.
    pub const NO_STORAGE: Self = Self { no_storage: true, ..Self::USUAL };
    /// On a small phone.
    pub const SMALL: Self = Self { small: true, ..Self::USUAL };
}

/// Firefox's driver opens one browser at a time, and so does `WebKit`'s.
static FIREFOX: Mutex<()> = Mutex::const_new(());
static WEBKIT: Mutex<()> = Mutex::const_new(());

/// An open browser with a new profile.
pub struct Session {
    pub client: Client,
    pub browser: Browser,
    _driver: Option<Driver>, // unless many browsers share one
    _turn: Option<MutexGuard<'static, ()>>,
}

impl Session {
    /// Opens a browser.
    pub async fn open(browser: Browser, visit: Visit) -> Result<Self, NewSessionError> {
        let (turn, wanted) = match browser {
            Browser::Chromium => (None, chromium(visit)),
            Browser::Firefox => (Some(FIREFOX.lock().await), firefox(visit)),
            Browser::WebKit => (Some(WEBKIT.lock().await), webkit()),
        };
        let own = (browser == Browser::WebKit).then(Driver::of_webkit);
        let driver = match browser {
            Browser::Chromium => Driver::of_chromium().url(),
            Browser::Firefox => Driver::of_firefox().url(),
            Browser::WebKit => own.as_ref().map(Driver::url).unwrap_or_default(),
        };
        let client =
            ClientBuilder::new(HttpConnector::new()).capabilities(wanted).connect(&driver).await?;
        let session = Self { client, browser, _driver: own, _turn: turn };
        session
            .furnish(visit)
            .await
            .map_err(|error| NewSessionError::NotW3C(error.to_string().into()))?;
        Ok(session)
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
