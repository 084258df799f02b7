//! Views of many kinds as one type. Each type of view costs the browser some kilobytes of code, however often it is drawn: lists and
//! options are erased, so that there is one type of list and one of option.

use leptos::prelude::*;

/// Several views as a list of one type.
pub trait CollectAny {
    /// Erases each and collects them.
    fn collect_any(self) -> Vec<AnyView>;
}

impl<I> CollectAny for I
where
    I: IntoIterator,
    I::Item: IntoView + 'static,
{
    fn collect_any(self) -> Vec<AnyView> {
        self.into_iter().map(|view| view.into_view().into_any()).collect()
    }
}

/// A view or none, as one type.
pub trait MaybeAny {
    /// Erases the view if there is one.
    fn any(self) -> Option<AnyView>;
}

impl<V: IntoView + 'static> MaybeAny for Option<V> {
    fn any(self) -> Option<AnyView> {
        self.map(|view| view.into_view().into_any())
    }
}
