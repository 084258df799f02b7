//! What a document does before it is shown: it takes on the theme and the reading level that the reader chose, which the program would only
//! do once it has come. Without script, without storage or without this file it is shown as if nothing had been chosen.

/// A script for the head of every document. The names are those of `ui::storage`.
pub const SCRIPT: &str = r#"try {
  const kept = name => localStorage.getItem("mali-explained." + name), chosen = document.documentElement.dataset;
  if (["light", "dark"].includes(kept("theme"))) chosen.theme = kept("theme");
  if (kept("level") === "full") chosen.level = "full";
} catch {}
"#;

/// Name of its file, below the site's root.
#[must_use]
pub fn early_file(build: &str) -> String {
    format!("early-{build}.js")
}

/// The element that asks for it.
#[must_use]
pub fn early(build: &str) -> String {
    format!("<script src=\"{}\"></script>", early_file(build))
}
