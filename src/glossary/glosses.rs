//! Which definitions a page has at hand, and which of them it has already drawn.

use crate::model::page::Definition;
use leptos::prelude::*;
use std::sync::Arc;

/// The definitions of one page. Each is drawn once, at its first trigger; drawing order is the same natively and in the browser.
#[derive(Clone, Copy)]
pub struct Glosses {
    definitions: StoredValue<Arc<[Definition]>>,
    drawn: StoredValue<Vec<String>>,
    triggers: StoredValue<usize>,
}

impl Glosses {
    /// Begins a page.
    #[must_use]
    pub fn new(definitions: Vec<Definition>) -> Self {
        Self {
            definitions: StoredValue::new(definitions.into()),
            drawn: StoredValue::new(Vec::new()),
            triggers: StoredValue::new(0),
        }
    }

    /// The definition, if the page has it.
    #[must_use]
    pub fn find(self, id: &str) -> Option<Definition> {
        self.definitions.with_value(|all| find(all, id))
    }

    /// The definition, if the page has it and this is its first trigger.
    #[must_use]
    pub fn draw_once(self, id: &str) -> Option<Definition> {
        if self.drawn.with_value(|drawn| drawn.iter().any(|other| other == id)) {
            return None;
        }
        let definition = self.find(id)?;
        self.drawn.update_value(|drawn| drawn.push(id.to_owned()));
        Some(definition)
    }

    /// A number for the next trigger, from 1, to tell its popover from others.
    #[must_use]
    pub fn next_trigger(self) -> usize {
        self.triggers.update_value(|count| *count += 1);
        self.triggers.get_value()
    }
}

/// Finds a definition in a list sorted by id.
#[must_use]
pub fn find(definitions: &[Definition], id: &str) -> Option<Definition> {
    let place = definitions.binary_search_by(|definition| definition.id.as_str().cmp(id)).ok()?;
    Some(definitions[place].clone())
}

/// Gives the definitions of a page to all below.
pub fn provide_glosses(glosses: Glosses) {
    provide_context(glosses);
}

/// The definitions of the page.
///
/// # Panics
/// Outside a page, which provides them.
#[must_use]
pub fn use_glosses() -> Glosses {
    use_context().expect("a page provides its definitions")
}
