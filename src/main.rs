//! Browser entry of the site: fetches what the page was prerendered from, then brings it to life.

use leptos::mount::hydrate_from;
use leptos::prelude::*;
use mali_explained::load::{Bundles, LoadError, fetch, fetch_page};
use mali_explained::model::Target;
use mali_explained::model::messages::Shell;
use mali_explained::routes::Route;
use mali_explained::{app::App, start, ui::hands};

fn main() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    // It fails only if there is one already.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    leptos::task::spawn_local(async {
        if let Err(error) = hydrate().await {
            start::say_load_failed(&error);
        }
    });
}

async fn hydrate() -> Result<(), LoadError> {
    let page = start::page();
    let route = Route::parse(&page.path, &[&page.locale]);
    let build = Some(page.build.as_str());
    let shell: Shell = fetch(&format!("data/{}/shell.json", page.locale), build).await?;
    let first = match route.target {
        Target::Missing(_) => None,
        _ => Some((route.bundle(), fetch_page(&route.bundle(), &page.build).await)),
    };
    // The document of a page needs its bundle to come alive; that for addresses without a page needs that there is none.
    let first = match first {
        Some((_, Err(error)))
            if !(page.is_missing && matches!(error, LoadError::Absent { .. })) =>
        {
            return Err(error);
        }
        first => first,
    };
    let root = start::app_element();
    hydrate_from(root, move || {
        let bundles = Bundles::new(&page.build, first);
        view! { <App shell bundles base=page.base/> }
    })
    .forget();
    hands::listen();
    start::mark_mounted();
    Ok(())
}
