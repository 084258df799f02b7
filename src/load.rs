//! The only reader of files in the browser: it fetches what `publish` wrote, checks it, and keeps it.
//!
//! A [`Bundles`] holds every page bundle that has arrived, or why it has not. Nothing else remembers pages: what is drawn is
//! derived from what is here. While prerendering nothing is fetched; the page's bundle is put in beforehand.

use crate::model::Target;
use crate::model::messages::Shell;
use crate::model::page::{Body, Definitions, Names, Page};
use crate::routes::Route;
use leptos::prelude::*;
#[cfg(feature = "guest")]
use leptos::wasm_bindgen::{JsCast, closure::Closure};
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::sync::Arc;

/// What can be loaded: it is read from JSON, and says which build wrote it.
pub trait Content: DeserializeOwned + Send + Sync + 'static {
    /// The build that wrote it.
    fn build(&self) -> &str;
}

macro_rules! content {
    ($($name:ident),+) => {$(
        impl Content for $name {
            fn build(&self) -> &str {
                &self.build
            }
        }
    )+};
}
content!(Shell, Page, Definitions, Names);

/// Why something could not be loaded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// It did not arrive.
    #[error("{path} could not be fetched: {reason}")]
    Unreachable {
        /// The file, relative to the root of the site.
        path: String,
        /// What the browser or the host said.
        reason: String,
    },
    /// The host has no such file, or the file no such page.
    #[error("{path} does not exist")]
    Absent {
        /// The file, relative to the root of the site.
        path: String,
    },
    /// It arrived, but is not what it should be.
    #[error("{path} is not valid: {reason}")]
    Malformed {
        /// The file, relative to the root of the site.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
    /// It belongs to another build than the program that reads it.
    #[error("{path} belongs to another version of the site; reload the page")]
    Stale {
        /// The file, relative to the root of the site.
        path: String,
    },
}

/// Fetches a file of the site. `build` is the build it must belong to, if that is known.
///
/// # Errors
/// If it does not arrive, is not valid, or belongs to another build.
pub async fn fetch<T: Content>(path: &str, build: Option<&str>) -> Result<T, LoadError> {
    parse(path, &fetch_text(path).await?, build)
}

/// Fetches the bundle of a page.
///
/// # Errors
/// If it does not arrive, is not valid, or belongs to another build.
pub async fn fetch_page(path: &str, build: &str) -> Loaded {
    PageText::new(path, fetch_text(path).await?, build)
}

fn parse<T: Content>(path: &str, text: &str, build: Option<&str>) -> Result<T, LoadError> {
    let content: T = serde_json::from_str(text).map_err(|error| LoadError::Malformed {
        path: path.to_owned(),
        reason: error.to_string(),
    })?;
    if build.is_some_and(|build| build != content.build()) {
        return Err(LoadError::Stale { path: path.to_owned() });
    }
    Ok(content)
}

#[cfg(target_arch = "wasm32")]
async fn fetch_text(path: &str) -> Result<String, LoadError> {
    let unreachable = |reason: String| LoadError::Unreachable { path: path.to_owned(), reason };
    let response = gloo_net::http::Request::get(path).send().await;
    let response = response.map_err(|error| unreachable(error.to_string()))?;
    match response.status() {
        200..300 => response.text().await.map_err(|error| unreachable(error.to_string())),
        404 | 410 => Err(LoadError::Absent { path: path.to_owned() }),
        status => Err(unreachable(format!("the host answered {status}"))),
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::unused_async, reason = "it stands in for the browser's")]
async fn fetch_text(path: &str) -> Result<String, LoadError> {
    let reason = "files are fetched in the browser only".to_owned();
    Err(LoadError::Unreachable { path: path.to_owned(), reason })
}

/// Fetches a text for a program that has no other use for futures, which would weigh 8 kB in it; runs with nothing if it does not arrive.
#[cfg(feature = "guest")]
pub fn fetch_then(path: &str, on_text: impl FnOnce(Option<String>) + 'static) {
    let Ok(request) = web_sys::XmlHttpRequest::new() else { return };
    let again = request.clone();
    let done = Closure::once_into_js(move || {
        let is_there = again.status().is_ok_and(|status| (200..300).contains(&status));
        on_text(again.response_text().ok().flatten().filter(|_| is_there));
    });
    // It ends once, however it ends; an address that cannot be opened is one that does not answer.
    request.set_onloadend(Some(done.unchecked_ref()));
    let _ = request.open("GET", path).and_then(|()| request.send());
}

/// Reads a file that the reader has chosen; runs with nothing if it cannot be read.
#[cfg(feature = "guest")]
pub fn read_then(file: &web_sys::File, on_text: impl FnOnce(Option<String>) + 'static) {
    let Ok(reader) = web_sys::FileReader::new() else { return };
    let again = reader.clone();
    let done = Closure::once_into_js(move || {
        on_text(again.result().ok().and_then(|text| text.as_string()));
    });
    reader.set_onloadend(Some(done.unchecked_ref()));
    // What cannot be begun ends at once, with nothing.
    let _ = reader.read_as_text(file);
}

/// A page in its bundle as it arrived, known to be valid. It is kept as text and read each time it is drawn: a page is taken apart by its views.
#[derive(Clone, Debug)]
pub struct PageText {
    bundle: Arc<BundleText>,
    place: usize,
}

#[derive(Debug)]
struct BundleText {
    json: String,
    /// Ids and titles of the steps in the bundle; of any other page the title alone.
    titles: Vec<(String, String)>,
}

impl PageText {
    /// Reads a bundle that must be of a build, and opens it at its first page.
    ///
    /// # Errors
    /// If it is not valid or of another build.
    pub fn new(path: &str, json: String, build: &str) -> Result<Self, LoadError> {
        let page: Page = parse(path, &json, Some(build))?;
        let titles = match page.body {
            Body::Steps(steps) => steps.chapter.steps,
            _ => vec![(String::new(), page.title)],
        };
        Ok(Self { bundle: Arc::new(BundleText { json, titles }), place: 0 })
    }

    /// The bundle opened at what an address of it shows; nothing if that is a step that the chapter lacks.
    #[must_use]
    pub fn at(mut self, target: &Target) -> Option<Self> {
        if let Target::Step(_, step) = target {
            self.place = self.bundle.titles.iter().position(|(id, _)| id == step)?;
        }
        Some(self)
    }

    /// The title of the page.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.bundle.titles[self.place].1
    }

    /// The place of the page in its bundle, from 0.
    #[must_use]
    pub fn place(&self) -> usize {
        self.place
    }

    /// The bundle.
    ///
    /// # Panics
    /// Never: what is kept was read before.
    #[must_use]
    pub fn page(&self) -> Page {
        serde_json::from_str(&self.bundle.json).expect("what is kept was read before")
    }
}

/// What a page's bundle came to.
pub type Loaded = Result<PageText, LoadError>;

/// The page bundles that have arrived, by their path, and the definitions that definitions open.
#[derive(Clone, Copy)]
pub struct Bundles {
    build: StoredValue<String>,
    pages: RwSignal<HashMap<String, Loaded>>,
    definitions: RwSignal<Option<Arc<Definitions>>>,
    under_way: StoredValue<Vec<String>>,
}

impl Bundles {
    /// Begins with what the bundle of the first page came to, if it has one.
    #[must_use]
    pub fn new(build: &str, first: Option<(String, Loaded)>) -> Self {
        let pages = first.into_iter().collect();
        Self {
            build: StoredValue::new(build.to_owned()),
            pages: RwSignal::new(pages),
            definitions: RwSignal::new(None),
            under_way: StoredValue::new(Vec::new()),
        }
    }

    /// What has come of the page at an address so far; a step that its chapter lacks is absent. Tracks.
    #[must_use]
    pub fn page(self, route: &Route) -> Option<Loaded> {
        let path = route.bundle();
        let loaded = self.pages.with(|pages| pages.get(&path).cloned())?;
        Some(loaded.and_then(|text| text.at(&route.target).ok_or(LoadError::Absent { path })))
    }

    /// Fetches a bundle unless it is here or on its way.
    pub fn request(self, path: String) {
        let is_here = self.pages.with_untracked(|pages| pages.contains_key(&path));
        if is_here || self.under_way.with_value(|paths| paths.contains(&path)) {
            return;
        }
        self.under_way.update_value(|paths| paths.push(path.clone()));
        leptos::task::spawn_local(async move {
            let loaded = fetch_page(&path, &self.build.get_value()).await;
            self.under_way.update_value(|paths| paths.retain(|other| *other != path));
            self.pages.update(|pages| {
                pages.insert(path, loaded);
            });
        });
    }

    /// Forgets that a bundle failed and fetches it again.
    pub fn retry(self, path: String) {
        self.pages.update(|pages| {
            pages.remove(&path);
        });
        self.request(path);
    }

    /// All definitions, if they are here.
    #[must_use]
    pub fn definitions(self) -> Option<Arc<Definitions>> {
        self.definitions.get_untracked()
    }

    /// Fetches all definitions unless they are here. If they do not arrive, their triggers stay links.
    pub async fn request_definitions(self, locale: &str) {
        if self.definitions.with_untracked(Option::is_none) {
            let path = ["data/", locale, "/definitions.json"].concat();
            if let Ok(definitions) = fetch(&path, Some(&self.build.get_value())).await {
                self.definitions.set(Some(Arc::new(definitions)));
            }
        }
    }

    /// Fetches the names of everything, for search and near misses.
    ///
    /// # Errors
    /// If they do not arrive or are not valid.
    pub async fn names(self, locale: &str) -> Result<Names, LoadError> {
        fetch(&format!("data/{locale}/names.json"), Some(&self.build.get_value())).await
    }
}

/// Gives the bundles to all below.
pub fn provide_bundles(bundles: Bundles) {
    provide_context(bundles);
}

/// The bundles.
///
/// # Panics
/// Outside the app, which provides them.
#[must_use]
pub fn use_bundles() -> Bundles {
    use_context().expect("the app provides the bundles")
}
