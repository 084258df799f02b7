//! What the reader prefers: theme, reading level, definitions on hover. Kept in storage, if there is one.

use super::shell::{message, use_shell};
use super::storage::{self, Kept};
use crate::ui::erase::Erase;
use leptos::prelude::*;

/// How much of a step is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// About eighty words.
    Core,
    /// The whole text with its sources.
    Full,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The reader's settings. The first render has the defaults; what storage holds comes once the page is alive.
#[derive(Clone, Copy)]
pub struct Settings {
    theme: RwSignal<Theme>,
    level: RwSignal<Level>,
    hover: RwSignal<bool>,
}

impl Settings {
    /// The reading level. Tracks.
    #[must_use]
    pub fn level(self) -> Level {
        self.level.get()
    }

    /// Whether definitions open on hover.
    #[must_use]
    pub fn opens_on_hover(self) -> bool {
        self.hover.get_untracked()
    }

    /// Changes the reading level and keeps it.
    pub fn set_level(self, level: Level) {
        self.level.set(level);
        storage::write(Kept::Always, "level", if level == Level::Full { "full" } else { "core" });
    }

    fn set_theme(self, theme: Theme) {
        self.theme.set(theme);
        storage::write(Kept::Always, "theme", theme.word());
    }

    fn set_hover(self, hover: bool) {
        self.hover.set(hover);
        storage::write(Kept::Always, "hover", if hover { "on" } else { "off" });
    }

    fn restore(self) {
        let kept = storage::read(Kept::Always, "theme")
            .and_then(|word| Theme::ALL.into_iter().find(|theme| theme.word() == word));
        if let Some(theme) = kept {
            self.theme.set(theme);
        }
        if storage::read(Kept::Always, "level").as_deref() == Some("full") {
            self.level.set(Level::Full);
        }
        if storage::read(Kept::Always, "hover").as_deref() == Some("off") {
            self.hover.set(false);
        }
    }
}

/// Gives the settings to all below, and the theme to the document.
pub fn provide_settings() {
    let settings = Settings {
        theme: RwSignal::new(Theme::System),
        level: RwSignal::new(Level::Core),
        hover: RwSignal::new(true),
    };
    provide_context(settings);
    Effect::new(move || settings.restore());
    Effect::new(move || {
        let Some(root) = document().document_element() else { return };
        // Setting or removing a data attribute of an element that exists does not fail.
        let _ = match settings.theme.get() {
            Theme::System => root.remove_attribute("data-theme"),
            theme => root.set_attribute("data-theme", theme.word()),
        };
    });
}

/// The reader's settings.
///
/// # Panics
/// Outside the app, which provides them.
#[must_use]
pub fn use_settings() -> Settings {
    use_context().expect("the app provides the settings")
}

/// A button that opens the settings beside it.
#[component]
pub fn SettingsMenu() -> impl IntoView {
    let settings = use_settings();
    let shell = use_shell();
    let messages = &shell.messages;
    let themes = Theme::ALL.map(|theme| {
        let label = match theme {
            Theme::System => &messages.theme_system,
            Theme::Light => &messages.theme_light,
            Theme::Dark => &messages.theme_dark,
        };
        choice(
            "theme",
            label,
            move || settings.theme.get() == theme,
            move || settings.set_theme(theme),
        )
    });
    let levels =
        [(Level::Core, &messages.core), (Level::Full, &messages.full)].map(|(level, label)| {
            choice(
                "level",
                label,
                move || settings.level.get() == level,
                move || settings.set_level(level),
            )
        });
    let hovers = [(true, &messages.on), (false, &messages.off)].map(|(hover, label)| {
        choice(
            "hover",
            label,
            move || settings.hover.get() == hover,
            move || settings.set_hover(hover),
        )
    });
    view! {
        <div class="settings">
            <button type="button" class="button button--quiet" popovertarget="settings">{message(|m| &m.settings)}</button>
            <div class="panel settings__panel" id="settings" popover="auto" role="group" aria-label=message(|m| &m.settings)>
                <fieldset class="settings__group">
                    <legend class="settings__name">{messages.theme.clone()}</legend>
                    <span class="segmented">{themes}</span>
                </fieldset>
                <fieldset class="settings__group">
                    <legend class="settings__name">{messages.reading_level.clone()}</legend>
                    <span class="segmented">{levels}</span>
                </fieldset>
                <fieldset class="settings__group">
                    <legend class="settings__name">{messages.hover_definitions.clone()}</legend>
                    <span class="segmented">{hovers}</span>
                </fieldset>
                <p class="settings__note">{messages.settings_note.clone()}</p>
            </div>
        </div>
    }
}

/// One of several settings that exclude each other.
fn choice(
    group: &'static str,
    label: &str,
    is_chosen: impl Fn() -> bool + Send + Sync + 'static,
    on_choose: impl Fn() + 'static,
) -> AnyView {
    let label = label.to_owned();
    view! {
        <label class="segmented__option">
            <input
                class="segmented__input"
                type="radio"
                name=group
                prop:checked=is_chosen
                on:change=move |_| on_choose()
            />
            {label}
        </label>
    }
    .erase()
}

/// Two buttons that switch the reading level, beside the text they change.
#[component]
pub fn LevelSwitch() -> impl IntoView {
    let settings = use_settings();
    let button = |level: Level, label: String| {
        view! {
            <button
                type="button"
                class="segmented__option"
                aria-pressed=move || if settings.level.get() == level { "true" } else { "false" }
                on:click=move |_| settings.set_level(level)
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="walk__level segmented" role="group" aria-label=message(|m| &m.reading_level)>
            {button(Level::Core, message(|m| &m.core))}
            {button(Level::Full, message(|m| &m.full))}
        </div>
    }
}
