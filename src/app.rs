//! The site: its shell around the page that the address asks for.
//!
//! The address decides what is shown; [`Bundles`] has what it needs or fetches it, and until it is there the page before it stays. When
//! another page is drawn, its heading takes the focus, or, for who comes back, the link that led away; its title is announced and becomes the
//! document's.

use crate::load::{Bundles, LoadError, Loaded, provide_bundles};
use crate::model::messages::{Messages, Shell, fill};
use crate::model::{Room, Target};
use crate::pages::{Missing, PageView};
use crate::routes::{Route, embeds, share};
use crate::ui::erase::{CollectAny, Erase};
use crate::ui::failure::LoadFailure;
use crate::ui::settings::{SettingsMenu, provide_settings};
use crate::ui::shell::{
    message, path_to, provide_alive, provide_route, provide_shell, use_route, use_shell,
};
use crate::ui::transition;
use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, LocationProvider};

/// The whole site.
#[component]
pub fn App(
    /// The words of the interface, in the language of the address.
    shell: Shell,
    /// The bundles at hand.
    bundles: Bundles,
    /// The path under which the site lies, without a slash at its end.
    base: String,
) -> impl IntoView {
    provide_shell(shell);
    provide_bundles(bundles);
    provide_settings();
    provide_alive();
    let prefix = base.clone();
    view! {
        <Router base>
            <Addressed base=prefix>
                <SkipLink/>
                <Header/>
                <main class="main" id="main" tabindex="-1">
                    <CurrentPage/>
                </main>
                <Footer/>
            </Addressed>
        </Router>
    }
}

/// Reads the router's address as one of ours and gives it to all below.
#[component]
fn Addressed(base: String, children: Children) -> impl IntoView {
    let path = use_location().pathname;
    let locale = use_shell().locale.clone();
    let route = Memo::new(move |_| {
        path.with(|path| Route::parse(path.strip_prefix(&base).unwrap_or(path), &[&locale]))
    });
    provide_route(route);
    complete_visits(path);
    children()
}

/// Lets the browser's history take over each address as soon as the router has it. The router leaves that to its own table of routes, of
/// which there is none here: every address is read by [`Route::parse`].
fn complete_visits(path: Memo<String>) {
    let browser = use_context::<BrowserUrl>(); // none while prerendering
    Effect::new(move || {
        path.track();
        if let Some(browser) = &browser {
            browser.ready_to_complete();
        }
    });
}

/// What is drawn: an address and what its bundle came to.
#[derive(Clone)]
struct Shown {
    route: Route,
    loaded: Option<Loaded>, // none for an address that no page has
}

/// A page differs from another by its address and by whether it could be loaded.
impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        let failed = |shown: &Self| matches!(shown.loaded, Some(Err(_)));
        self.route == other.route && failed(self) == failed(other)
    }
}

#[component]
fn CurrentPage() -> impl IntoView {
    let route = use_route();
    let bundles = crate::load::use_bundles();
    let wanted = move || match route.get() {
        missing @ Route { target: Target::Missing(_), .. } => {
            Some(Shown { route: missing, loaded: None })
        }
        route => bundles.page(&route).map(|loaded| Shown { route, loaded: Some(loaded) }),
    };
    // What was prerendered is there from the start; one page only ever takes the place of another.
    let shown = RwSignal::new(untrack(wanted));
    let is_loading =
        move || shown.with(|shown| shown.as_ref().is_none_or(|shown| shown.route != route.get()));
    Effect::new(move || {
        let route = route.get();
        if !matches!(route.target, Target::Missing(_)) {
            bundles.request(route.bundle());
        }
    });
    let announced = RwSignal::new(String::new());
    let is_due = move |now: &Shown| shown.with_untracked(|shown| shown.as_ref() != Some(now));
    let shell = use_shell();
    let browser = use_context::<BrowserUrl>(); // none while prerendering
    let turn = move || {
        let Some(now) = untrack(wanted).filter(is_due) else { return };
        let before = shown.get_untracked().map(|before| before.route);
        shown.set(Some(now.clone()));
        if before.as_ref() != Some(&now.route) {
            arrive(now, before, browser.clone(), announced, &shell.messages);
        }
    };
    Effect::new(move || {
        if wanted().as_ref().is_some_and(is_due) {
            transition::change(turn.clone());
        }
    });
    view! {
        <div class="loading loading--page" hidden=move || !is_loading() aria-hidden="true"></div>
        <p class="visually-hidden" role="status">{move || announced.get()}</p>
        {move || shown.get().map(|shown| draw(shown, bundles))}
    }
}

fn draw(shown: Shown, bundles: Bundles) -> AnyView {
    let Shown { route, loaded } = shown;
    match loaded {
        None | Some(Err(LoadError::Absent { .. })) => {
            view! { <Missing asked=route.asked()/> }.erase()
        }
        Some(Ok(page)) => view! { <PageView page/> }.erase(),
        Some(Err(error)) => {
            let bundle = route.bundle();
            view! {
                <div class="page">
                    <LoadFailure error is_page=true on_retry=move |()| bundles.retry(bundle.clone())/>
                </div>
            }
            .erase()
        }
    }
}

/// Tells the document, the screen reader and the focus that another page is here. Who comes back from the page before stands on the link
/// that led there, which brings it into view.
fn arrive(
    shown: Shown,
    before: Option<Route>,
    browser: Option<BrowserUrl>,
    announced: RwSignal<String>,
    words: &Messages,
) {
    let title = match shown.loaded {
        Some(Ok(page)) => page.title().to_owned(),
        None | Some(Err(LoadError::Absent { .. })) => words.not_found_title.clone(),
        Some(Err(_)) => words.load_failed.clone(),
    };
    document().set_title(&[&*title, " · ", &words.site_name].concat());
    announced.set(title);
    request_animation_frame(move || {
        use leptos::wasm_bindgen::JsCast;
        let find = |selector: &str| document().query_selector(selector).ok()?;
        let link = || find(&["#main a[href='", &before?.path(), "']"].concat());
        let is_back = browser.is_some_and(|browser| browser.is_back().get_untracked());
        if let Some(place) = is_back.then(link).flatten().or_else(|| find("#main h1")) {
            // An element in the document takes focus or leaves it where it was.
            let _ = place.unchecked_into::<web_sys::HtmlElement>().focus();
        }
    });
}

/// Leads past the header. The browser follows it, which moves the focus.
#[component]
fn SkipLink() -> impl IntoView {
    let route = use_route();
    let href = move || route.get().path() + "#main";
    // As a property too: the document for addresses without a page was drawn for another address than it is shown at.
    view! {
        <a class="skip-link" rel="external" href=href prop:href=href>
            {message(|m| &m.skip_to_content)}
        </a>
    }
}

#[component]
fn Header() -> impl IntoView {
    let shell = use_shell();
    let words = &shell.messages;
    let rooms = [
        (Target::Story, &words.nav_story),
        (Target::Room(Room::Walk), &words.nav_walk),
        (Target::Room(Room::Timeline), &words.nav_timeline),
        (Target::Room(Room::Glossary), &words.nav_glossary),
        (Target::Room(Room::People), &words.nav_people),
        (Target::Room(Room::Claims), &words.nav_claims),
        (Target::Room(Room::Sources), &words.nav_sources),
        (Target::Room(Room::About), &words.nav_about),
    ];
    view! {
        <header class="site-header">
            <a class="wordmark" href=path_to(Target::Story)>{words.site_name.clone()}</a>
            <nav class="site-nav" aria-label=words.navigation.clone()>
                <ul class="site-nav__list">{rooms.map(|(target, name)| nav_link(target, name)).collect_any()}</ul>
            </nav>
            <SettingsMenu/>
        </header>
    }
}

fn nav_link(target: Target, name: &str) -> AnyView {
    let name = name.to_owned();
    let route = use_route();
    let href = path_to(target.clone());
    let is_current = move || {
        let shown = route.get().target;
        shown == target || matches!((&target, shown), (Target::Room(Room::Walk), Target::Step(..)))
    };
    view! {
        <li>
            <a class="site-nav__link" href=href aria-current=move || is_current().then_some("page")>{name}</a>
        </li>
    }.erase()
}

#[component]
fn Footer() -> impl IntoView {
    let shell = use_shell();
    let words = &shell.messages;
    let route = use_route();
    let rooms = [
        (Room::Accord, &words.nav_accord),
        (Room::Government, &words.nav_government),
        (Room::Foreign, &words.nav_foreign),
        (Room::Forces, &words.nav_forces),
        (Room::Map, &words.nav_map),
        (Room::Teach, &words.nav_teach),
        (Room::Data, &words.nav_data),
        (Room::Search, &words.nav_search),
    ];
    view! {
        <footer class="site-footer">
            <div class="site-footer__grid">
                <p>{fill(&words.last_checked, &[("date", &shell.checked)])}</p>
                <p>{words.licence_line.clone()}</p>
                <nav aria-label=words.more_pages.clone()>
                    <ul class="site-footer__links">
                        {rooms.map(|(room, name)| nav_link(Target::Room(room), name)).collect_any()}
                        <li><a class="site-nav__link" rel="external" href=move || share(&route.get())>{words.cite_or_share.clone()}</a></li>
                        <li><a class="site-nav__link" rel="external" href=embeds(&shell.locale)>{words.embeds.clone()}</a></li>
                    </ul>
                </nav>
            </div>
        </footer>
    }
}
