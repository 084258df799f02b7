//! Views of many kinds as one type. Each type of view costs the browser some kilobytes of code, however often it is drawn, and one that is
//! wrapped by `view!` is another type than the same one within a `view!`: here views are unwrapped and erased.

use leptos::prelude::*;

/// A view as the one type that hides all others.
pub trait Erase {
    /// Erases it.
    fn erase(self) -> AnyView;
}

impl<T: RenderHtml + Send + 'static> Erase for View<T> {
    fn erase(self) -> AnyView {
        self.into_inner().into_any()
    }
}

impl Erase for AnyView {
    fn erase(self) -> AnyView {
        self
    }
}

/// Several views as a list of one type.
pub trait CollectAny {
    /// Erases each and collects them.
    fn collect_any(self) -> Vec<AnyView>;
}

impl<I: IntoIterator<Item: Erase>> CollectAny for I {
    fn collect_any(self) -> Vec<AnyView> {
        self.into_iter().map(Erase::erase).collect()
    }
}

/// A view or none, as one type.
pub trait MaybeAny {
    /// Erases the view if there is one.
    fn any(self) -> Option<AnyView>;
}

impl<V: Erase> MaybeAny for Option<V> {
    fn any(self) -> Option<AnyView> {
        self.map(Erase::erase)
    }
}
