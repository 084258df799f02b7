//! A page in a browser, as a reader meets it: words to see, names to press, keys. What a finger or a mouse does along a way is in [`gestures`].
//!
//! Whatever is asked for is waited for: a page is given [`PATIENCE`] to show it. Stylesheet selectors name the stable hooks of
//! design.md section 6 and roles, not classes.

mod gestures;

use super::browser::{Browser, Session, Visit};
use super::commands;
use super::dist;
use super::site::Site;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::{CmdError, ErrorStatus};
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use std::cell::Cell;
use std::error::Error;
use std::time::{Duration, Instant};

/// How long a page may take to show something.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long to wait before looking again.
const PAUSE: Duration = Duration::from_millis(40);

/// Why a journey did not come to its end.
pub type Failure = Box<dyn Error + Send + Sync>;
/// How a journey ended.
pub type Outcome = Result<(), Failure>;

/// A browser's window on a copy of the site.
pub struct Page {
    session: Session,
    site: Site,
    expects_trouble: Cell<bool>,
}

impl Page {
    /// Has a browser with nothing in it yet.
    pub async fn new(browser: Browser, visit: Visit) -> Result<Self, Failure> {
        let site = Site::below(visit.base, visit.policy);
        let session = Session::open(browser, visit).await?;
        Ok(Self { session, site, expects_trouble: Cell::new(false) })
    }

    /// Leaves the browser.
    pub async fn leave(self, all_went_well: bool) -> Outcome {
        self.session.leave(all_went_well).await
    }

    /// The copy of the site.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The browser.
    pub fn browser(&self) -> Browser {
        self.session.browser
    }

    pub(super) fn client(&self) -> &Client {
        &self.session.client
    }

    /// From now on the browser may complain: something is going to be amiss on purpose.
    pub fn expect_trouble(&self) {
        self.expects_trouble.set(true);
    }

    /// What the browser has complained about since the last time, if nothing was to be amiss.
    pub async fn complaints(&self) -> Result<Vec<String>, Failure> {
        let complaints = self.session.complaints().await?;
        Ok(if self.expects_trouble.get() { Vec::new() } else { complaints })
    }

    // Addresses.

    /// Goes to an address of the site, as `en/timeline/`, by the browser's own means.
    pub async fn open(&self, path: &str) -> Outcome {
        Ok(self.client().goto(&self.site.url(path)).await?)
    }

    /// Goes to an address and waits until the page there answers.
    pub async fn open_alive(&self, path: &str) -> Outcome {
        self.open(path).await?;
        if dist::has_program(path) { self.mounted().await } else { Ok(()) }
    }

    /// Goes to a page of another host, by its whole address.
    pub async fn go_abroad(&self, url: &str) -> Outcome {
        Ok(self.client().goto(url).await?)
    }

    /// Does something inside a frame of the page, by its place among the frames, and comes back.
    pub async fn inside<T>(
        &self,
        frame: u16,
        act: impl AsyncFnOnce(&Self) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.client().enter_frame(frame).await?;
        let done = act(self).await;
        self.client().enter_parent_frame().await?;
        done
    }

    /// Loads the page anew.
    pub async fn reload(&self) -> Outcome {
        Ok(self.client().refresh().await?)
    }

    /// Presses the browser's back button.
    pub async fn back(&self) -> Outcome {
        Ok(self.client().back().await?)
    }

    /// Presses the browser's forward button.
    pub async fn forward(&self) -> Outcome {
        Ok(self.client().forward().await?)
    }

    /// Waits until the address is this one of the site, query and fragment included.
    pub async fn is_at(&self, path: &str) -> Outcome {
        let wanted = self.site.url(path);
        let address =
            async || Ok((self.client().current_url().await?.as_str() == wanted).then_some(()));
        self.until(&format!("the address {wanted}"), address).await
    }

    /// Waits until the page answers: `data-mounted` is set last, so a page whose program failed on the way never has it.
    pub async fn mounted(&self) -> Outcome {
        self.find("html[data-mounted]").await.map(drop)
    }

    /// Waits until the document is called so, before the name of the site.
    pub async fn is_called(&self, title: &str) -> Outcome {
        let start = format!("{title} · ");
        let look = async || Ok(self.client().title().await?.starts_with(&start).then_some(()));
        self.until(&format!("the title {title:?}"), look).await
    }

    // What shows.

    /// What can be seen of the first element that matches.
    pub async fn text(&self, selector: &str) -> Result<String, Failure> {
        Ok(self.find(selector).await?.text().await?)
    }

    /// What can be seen now of each element that matches and shows, in one look. A document that gives way to another shows nothing.
    pub async fn seen(&self, selector: &str) -> Result<Vec<String>, CmdError> {
        let script = "return [...document.querySelectorAll(arguments[0])]
                      .filter(one => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
                      .map(one => (one.innerText ?? one.textContent).replaceAll('\\u00a0', ' '))";
        let seen = self.client().execute(script, vec![selector.into()]).await?;
        Ok(serde_json::from_value::<Option<_>>(seen)?.unwrap_or_default())
    }

    /// Waits until as many elements show as `is_right` accepts.
    pub async fn shows_as_many(&self, selector: &str, is_right: impl Fn(usize) -> bool) -> Outcome {
        let look = async || Ok(is_right(self.seen(selector).await?.len()).then_some(()));
        self.until(&format!("another number of {selector}"), look).await
    }

    /// Waits until an element that matches shows these words among its own.
    pub async fn shows(&self, selector: &str, words: &str) -> Outcome {
        let look = async || {
            let seen = self.seen(selector).await?;
            Ok(seen.iter().any(|text| text.contains(words)).then_some(()))
        };
        self.until(&format!("{words:?} in {selector}"), look).await
    }

    /// Waits until no element that matches shows these words.
    pub async fn lacks(&self, selector: &str, words: &str) -> Outcome {
        let look = async || {
            let seen = self.seen(selector).await?;
            Ok((!seen.iter().any(|text| text.contains(words))).then_some(()))
        };
        self.until(&format!("{words:?} to leave {selector}"), look).await
    }

    /// An attribute, or for `text` the words, of each element that matches and shows, in one look: for many elements.
    pub async fn each(&self, selector: &str, attribute: &str) -> Result<Vec<String>, Failure> {
        let script = "return [...document.querySelectorAll(arguments[0])].filter(one => one.getClientRects().length > 0)
                      .map(one => arguments[1] === 'text' ? one.textContent : one.getAttribute(arguments[1]))";
        let found = self.client().execute(script, vec![selector.into(), attribute.into()]).await?;
        Ok(serde_json::from_value(found)?)
    }

    /// Waits until a status says these words, seen or only heard.
    pub async fn announces(&self, words: &str) -> Outcome {
        let script = "return [...document.querySelectorAll('[role=status]')].some(one => one.textContent.includes(arguments[0]))";
        let look = async || {
            let said = self.client().execute(script, vec![words.into()]).await? == true;
            Ok(said.then_some(()))
        };
        self.until(&format!("{words:?} to be announced"), look).await
    }

    /// Waits until nothing that matches shows.
    pub async fn hides(&self, selector: &str) -> Outcome {
        let look = async || Ok(self.seen(selector).await?.is_empty().then_some(()));
        self.until(&format!("{selector} to go"), look).await
    }

    /// How many elements match.
    pub async fn count(&self, selector: &str) -> Result<usize, Failure> {
        Ok(self.client().find_all(Locator::Css(selector)).await?.len())
    }

    /// Waits until the open definitions are these, outer before inner.
    pub async fn has_open(&self, ids: &[&str]) -> Outcome {
        let look = async || {
            let mut open = Vec::new();
            for element in self.client().find_all(Locator::Css("[data-definition]")).await? {
                if element.is_displayed().await? {
                    open.push(element.attr("data-definition").await?.unwrap_or_default());
                }
            }
            Ok((open == ids).then_some(()))
        };
        self.until(&format!("the definitions {ids:?} to be open, and no other"), look).await
    }

    /// Waits until what has the focus matches.
    pub async fn has_focus(&self, selector: &str) -> Outcome {
        let look = async || Ok(self.is_focused(selector).await?.then_some(()));
        self.until(&format!("the focus on {selector}"), look).await
    }

    // What a reader does.

    /// Clicks what bears this name: a link, a button, the summary of details, the label of a choice.
    pub async fn press(&self, name: &str) -> Outcome {
        let kinds = "self::a or self::button or self::summary or self::label";
        let path = format!("//*[{kinds}][normalize-space(.)=\"{name}\"]");
        let what = format!("something to press called {name:?}");
        self.click_on(Locator::XPath(&path), &what).await
    }

    /// Clicks the first element that matches and shows.
    pub async fn click(&self, selector: &str) -> Outcome {
        self.click_on(Locator::Css(selector), selector).await
    }

    /// Clicks what is found, once nothing stands before it: without script a page cannot be asked whether it still moves.
    async fn click_on(&self, locator: Locator<'_>, what: &str) -> Outcome {
        let click = async || {
            let Some(element) = self.once_still(locator).await? else { return Ok(None) };
            element.click().await.map(Some)
        };
        self.until(what, click).await
    }

    /// Presses a key and lets it go.
    pub async fn key(&self, key: Key) -> Outcome {
        let value = char::from(key);
        let keys = KeyActions::new("keys".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        Ok(self.client().perform_actions(keys).await?)
    }

    /// Presses keys that write something, one after the other.
    pub async fn write(&self, letters: &str) -> Outcome {
        for value in letters.chars() {
            let keys = KeyActions::new("keys".to_owned())
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
            self.client().perform_actions(keys).await?;
        }
        Ok(())
    }

    /// Presses Tab until what has the focus matches.
    pub async fn tab_to(&self, selector: &str) -> Outcome {
        self.press_until(Key::Tab, selector).await
    }

    /// Presses a key until what has the focus matches.
    pub async fn press_until(&self, key: Key, selector: &str) -> Outcome {
        for _ in 0..200 {
            self.key(key).await?;
            let settled = "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";
            self.client().execute(settled, Vec::new()).await?;
            if self.is_focused(selector).await? {
                return Ok(());
            }
        }
        let focused = "const { tagName, textContent } = document.activeElement; return `${tagName} ${textContent.slice(0, 60)}`";
        let focused = self.ask(focused).await?;
        Err(format!("200 times a key did not lead to {selector}; the focus is on {focused}").into())
    }

    /// Types into the field that is labelled so, in place of what is in it.
    pub async fn fill(&self, label: &str, words: &str) -> Outcome {
        let path = format!("//label[contains(normalize-space(.), \"{label}\")]//input");
        let look = async || {
            let field = self.client().find(Locator::XPath(&path)).await?;
            Ok(field.is_enabled().await?.then_some(field))
        };
        let field = self.until(&format!("a field called {label:?}"), look).await?;
        // As a reader would: what a driver clears by itself, the page may not hear of.
        field.click().await?;
        field.send_keys(&(Key::Control + "a")).await?;
        field.send_keys(&Key::Delete).await?;
        Ok(field.send_keys(words).await?)
    }

    /// Gives the page a file, by name and text, as if the reader had chosen it.
    pub async fn choose(&self, name: &str, text: &str) -> Outcome {
        let script =
            "const [name, text] = arguments, field = document.querySelector('[type=file]');
            const files = new DataTransfer();
            files.items.add(new File([text], name));
            field.files = files.files;
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        self.client().execute(script, vec![name.into(), text.into()]).await?;
        Ok(())
    }

    /// Asks the page something that shows but has no words, or changes it as no reader could.
    pub async fn ask(&self, script: &str) -> Result<Value, CmdError> {
        self.client().execute(script, Vec::new()).await
    }

    /// Asks the page something that takes it a while; the script hands the answer to its only argument.
    pub async fn ask_slowly(&self, script: &str) -> Result<Value, Failure> {
        Ok(self.client().execute_async(script, Vec::new()).await?)
    }

    /// Has the device prefer a theme, `light` or `dark`, and no motion: the colours are there at once. Only Chromium can be told.
    pub async fn prefer(&self, theme: &str) -> Outcome {
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": theme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        commands::chromium(self.client(), "Emulation.setEmulatedMedia", features).await?;
        Ok(())
    }

    /// Shows the page as it would be printed; says whether the browser can. Only Chromium can.
    pub async fn become_paper(&self) -> Result<bool, Failure> {
        let can = self.browser() == Browser::Chromium;
        if can {
            let paper = json!({ "media": "print" });
            commands::chromium(self.client(), "Emulation.setEmulatedMedia", paper).await?;
        }
        Ok(can)
    }

    /// Gives the window a size in CSS pixels; the least that a browser allows may be more.
    pub async fn resize(&self, width: u32, height: u32) -> Outcome {
        Ok(self.client().set_window_size(width, height).await?)
    }

    /// The addresses that were asked for since the last time, whether or not they answered. Only Chromium tells.
    pub async fn requests(&self) -> Result<Vec<String>, Failure> {
        Ok(self.session.requests().await?)
    }

    // How it is waited for.

    /// The first element that matches, shown or not.
    pub async fn find(&self, selector: &str) -> Result<Element, Failure> {
        let look =
            async || Ok(self.client().find_all(Locator::Css(selector)).await?.into_iter().next());
        self.until(selector, look).await
    }

    /// The first element that is found and shows.
    async fn shown(&self, locator: Locator<'_>, what: &str) -> Result<Element, Failure> {
        self.until(what, async || self.first_shown(locator).await).await
    }

    async fn first_shown(&self, locator: Locator<'_>) -> Result<Option<Element>, CmdError> {
        for element in self.client().find_all(locator).await? {
            if element.is_displayed().await? {
                return Ok(Some(element));
            }
        }
        Ok(None)
    }

    /// The first element that matches and shows, where a pointer reaches it.
    async fn in_view(&self, selector: &str) -> Result<Element, Failure> {
        self.still(Locator::Css(selector), selector).await
    }

    /// The first element that is found and shows, scrolled to where a pointer reaches it, once it stays there.
    async fn still(&self, locator: Locator<'_>, what: &str) -> Result<Element, Failure> {
        self.until(what, async || self.once_still(locator).await).await
    }

    /// The same, if it is there and still.
    async fn once_still(&self, locator: Locator<'_>) -> Result<Option<Element>, CmdError> {
        let script = "const [element, done] = arguments, place = () => JSON.stringify(element.getBoundingClientRect());
                      element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
                      const look = (before, times) => requestAnimationFrame(() => {
                          const now = place();
                          now !== before ? look(now, 0) : times < 2 ? look(now, times + 1) : done();
                      });
                      look('', 0)";
        let Some(element) = self.first_shown(locator).await? else { return Ok(None) };
        if !self.session.has_script() {
            return Ok(Some(element));
        }
        self.client().execute_async(script, vec![serde_json::to_value(&element)?]).await?;
        // By then it may stand for something else.
        let now = self.first_shown(locator).await?;
        Ok(now.filter(|now| now.element_id() == element.element_id()))
    }

    async fn is_focused(&self, selector: &str) -> Result<bool, CmdError> {
        let script = "return document.activeElement !== null && document.activeElement.matches(arguments[0])";
        Ok(self.client().execute(script, vec![selector.into()]).await? == true)
    }

    /// Looks again and again until there is something to see.
    pub async fn until<T>(
        &self,
        what: &str,
        look: impl AsyncFn() -> Result<Option<T>, CmdError>,
    ) -> Result<T, Failure> {
        let deadline = Instant::now() + PATIENCE;
        let last = loop {
            let last = match look().await {
                Ok(Some(found)) => return Ok(found),
                Err(error) if !is_passing(&error) => return Err(error.into()),
                Err(error) => format!(": {error}"),
                Ok(None) => String::new(),
            };
            if Instant::now() > deadline {
                break last;
            }
            tokio::time::sleep(PAUSE).await;
        };
        let address = self.client().current_url().await?;
        let body = self.client().find(Locator::Css("body")).await?.text().await?;
        let seen: String = body.chars().take(1500).collect();
        Err(format!("waited in vain for {what}{last}\n  at {address}, which shows:\n{seen}").into())
    }
}

/// Whether an error only says that the page has changed meanwhile, or still moves.
fn is_passing(error: &CmdError) -> bool {
    matches!(error, CmdError::Standard(error) if matches!(
        error.error,
        ErrorStatus::StaleElementReference | ErrorStatus::NoSuchElement | ErrorStatus::ElementClickIntercepted
    ))
}
