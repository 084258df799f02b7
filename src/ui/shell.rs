//! What every view may read: the words of the interface, the language, the address, and whether the page is alive.

use crate::model::Target;
use crate::model::messages::{Messages, Shell};
use crate::routes::Route;
use leptos::prelude::*;
use std::sync::Arc;

/// The words of the interface and the facts about the content, for all views.
#[derive(Clone)]
struct SharedShell(Arc<Shell>);

/// Gives the shell to all below.
pub fn provide_shell(shell: Shell) {
    provide_context(SharedShell(Arc::new(shell)));
}

/// The shell.
///
/// # Panics
/// Outside the app, which provides it.
#[must_use]
pub fn use_shell() -> Arc<Shell> {
    use_context::<SharedShell>().expect("the app provides the shell").0
}

/// One string of the interface, as an owned text.
#[must_use]
pub fn message(pick: fn(&Messages) -> &String) -> String {
    pick(&use_shell().messages).clone()
}

/// The path of a target in the reader's language, relative to the root of the site.
#[must_use]
pub fn path_to(target: Target) -> String {
    Route::new(&use_shell().locale, target).path()
}

/// The address that is shown.
#[derive(Clone, Copy)]
struct CurrentRoute(Memo<Route>);

/// Gives the address to all below.
pub fn provide_route(route: Memo<Route>) {
    provide_context(CurrentRoute(route));
}

/// The address that is shown.
///
/// # Panics
/// Outside the app, which provides it.
#[must_use]
pub fn use_route() -> Memo<Route> {
    use_context::<CurrentRoute>().expect("the app provides the address").0
}

/// True once the page answers: false while prerendering and in the first render of the browser.
#[derive(Clone, Copy)]
struct Alive(RwSignal<bool>);

/// Makes the page alive once it is mounted.
pub fn provide_alive() {
    let alive = RwSignal::new(false);
    provide_context(Alive(alive));
    Effect::new(move || alive.set(true));
}

/// True once the page answers.
///
/// # Panics
/// Outside the app, which provides it.
#[must_use]
pub fn use_alive() -> Signal<bool> {
    use_context::<Alive>().expect("the app provides it").0.into()
}
