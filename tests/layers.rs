//! What the sources have to hold, read as text: the order of the rooms ([`rooms`]), pure engines, words and markup where
//! they belong, stylesheets in layers and logical properties ([`styles`]), colours that stand apart ([`contrast`]), tests that neither sleep nor are skipped.
//!
//! Needs nothing but the repository, so it runs with every `cargo test`.

#[path = "layers/contrast.rs"]
mod contrast;
#[path = "layers/imports.rs"]
mod imports;
#[path = "layers/rooms.rs"]
mod rooms;
#[path = "layers/source.rs"]
mod source;
#[path = "layers/styles.rs"]
mod styles;
#[path = "layers/words.rs"]
mod words;

use rooms::Room;
use source::{Source, files, sources};

/// Ends a test: passes if nothing was found, else lists all of it.
fn assert_none(found: &[String], rule: &str) {
    assert!(found.is_empty(), "{rule}\n  {}\n", found.join("\n  "));
}

/// A face that comes late would move what is being read.
#[test]
fn a_face_is_there_at_once_or_waits_for_the_next_page() {
    let faces = std::fs::read_to_string("style/faces.css").expect("style/faces.css can be read");
    let rules = faces.lines().filter(|line| line.contains("url("));
    let late = rules.clone().filter(|rule| !rule.contains("font-display: optional"));
    assert!(rules.count() > 2, "style/faces.css names the faces, one to a line");
    assert_none(&late.map(str::to_owned).collect::<Vec<_>>(), "these faces may come late:");
}

#[test]
fn every_source_belongs_to_a_room() {
    let homeless = sources("src").into_iter().filter(|source| Room::of(&source.path).is_none());
    let homeless: Vec<String> = homeless.map(|source| source.path).collect();
    assert_none(&homeless, "design.md section 5 draws the rooms; these files are in none:");
}

#[test]
fn a_room_uses_only_what_comes_before_it() {
    let sources = sources("src");
    let mut found = Vec::new();
    for Source { path, code } in &sources {
        let Some(room) = Room::of(path) else { continue };
        for used in imports::modules(path, code, &sources) {
            match Room::of(&used) {
                Some(earlier) if earlier <= room => {}
                other => found.push(format!("{path} ({room:?}) uses {used} ({other:?})")),
            }
        }
    }
    assert_none(&found, "A file uses only rooms that come before its own (design.md section 5):");
}

#[test]
fn engines_and_model_know_no_browser() {
    let banned = ["leptos", "leptos_router", "web_sys", "gloo_net", "js_sys", "wasm_bindgen"];
    let mut found = Vec::new();
    for Source { path, code } in sources("src") {
        if Room::of(&path).is_some_and(Room::is_pure) {
            let used = banned.iter().filter(|name| source::has_word(&code, name));
            found.extend(used.map(|name| format!("{path} uses {name}")));
        }
    }
    assert_none(&found, "Model, addresses, engines and author are pure:");
}

#[test]
fn only_adapters_ask_what_they_are_compiled_for() {
    let adapters = ["src/load.rs", "src/ui/storage.rs"];
    let asks = |source: &Source| {
        source.code.contains("cfg(target_arch") || source.code.contains("cfg(not(target_arch")
    };
    let others = sources("src")
        .into_iter()
        .filter(|source| asks(source) && !adapters.contains(&source.path.as_str()));
    let found: Vec<String> = others.map(|source| source.path).collect();
    assert_none(&found, "cfg(target_arch) is for load.rs and the thin adapters of the browser:");
}

#[test]
fn the_bars_of_a_browser_have_the_colour_of_the_page() {
    let (page, tokens) = (source::read("index.html"), source::read("style/tokens.css"));
    let of = |theme: &str| {
        let (_, rest) = page.split_once(&format!("scheme: {theme})\" content=\""))?;
        Some(rest.split_once('"')?.0)
    };
    let [day, night] = ["light", "dark"].map(|theme| of(theme).unwrap_or_default());
    assert!(tokens.contains(&format!("--paper: light-dark({day}, {night});")), "{day}, {night}");
}

#[test]
fn no_text_becomes_markup() {
    let banned = ["inner_html", "set_outer_html", "insert_adjacent_html", "document_write"];
    // It shows what our own views have drawn when the site was built; those escape every word, and have a test.
    let drawn = "src/ui/drawn.rs";
    let uses = |source: &Source| banned.iter().any(|name| source.code.contains(name));
    let found: Vec<String> = sources("src")
        .into_iter()
        .filter(|source| uses(source) && source.path != drawn)
        .map(|source| source.path)
        .collect();
    assert_none(&found, "Content is a tree, never HTML as text (Q-14):");
    let drawers = ["src/charts/view.rs", "src/map/view.rs"];
    let makes = |source: &Source| {
        source.code.contains("to_html()") && !source.path.starts_with("src/publish/")
    };
    let known = ["src/embed/page.rs", "src/timeline/view.rs", "src/timeline/view/still.rs"];
    let found: Vec<String> = sources("src")
        .into_iter()
        .map(|source| (makes(&source), source.path))
        .filter(|(makes, path)| {
            *makes && !drawers.contains(&path.as_str()) && !known.contains(&path.as_str())
        })
        .map(|(_, path)| path)
        .collect();
    assert_none(&found, "Pictures are drawn by these views alone, which escape every word:");
}

#[test]
fn the_words_of_the_interface_are_messages() {
    let mut found = Vec::new();
    for Source { path, code } in sources("src") {
        if Room::of(&path).is_some_and(Room::draws) {
            found.extend(words::stray(&code).into_iter().map(|words| format!("{path}: {words:?}")));
        }
    }
    assert_none(
        &found,
        "These words stand in code; a reader of another language could not read them:",
    );
}

#[test]
fn stylesheets_keep_to_layers_tokens_and_logical_properties() {
    let mut found = Vec::new();
    for path in files("style", "css") {
        let faults = styles::faults(&path, &source::read(&path));
        found.extend(faults.into_iter().map(|fault| format!("{path}: {fault}")));
    }
    assert_none(&found, "style.md, CSS and accessibility:");
}

#[test]
fn colours_stand_apart_by_day_by_night_and_on_paper() {
    assert_none(
        &contrast::faults(&source::read("style/tokens.css")),
        "WCAG 2.2, 1.4.3 and 1.4.11:",
    );
}

#[test]
fn tests_wait_for_what_shows_and_none_is_skipped() {
    let mut found = Vec::new();
    for Source { path, code } in sources("tests")
        .into_iter()
        .filter(|one| one.path != "tests/layers.rs")
        .chain(sources("xtask"))
        .chain(sources("src"))
    {
        let may_wait = path.starts_with("tests/support/") || path.starts_with("src/");
        if !may_wait && code.contains("sleep(") {
            found.push(format!("{path} sleeps"));
        }
        if code.contains("#[ignore") {
            found.push(format!("{path} has an ignored test"));
        }
    }
    assert_none(&found, "A test waits for what shows, by the client in tests/support/:");
}

/// a key is for what has the focus. Only the walk turns over by arrows wherever they are pressed, and in no frame.
#[test]
fn nothing_but_the_walk_takes_keys_from_the_whole_page() {
    let keys = ["\"keydown\"", "\"keyup\"", "\"keypress\"", "ev::key"];
    let on_elements = ["listen(root, ", "listen(&surface, ", "box.addEventListener("];
    let scripts = ["src", "public"].into_iter().flat_map(|folder| source::files(folder, "js"));
    let mut found = Vec::new();
    for path in scripts.chain(source::files("src", "rs")) {
        let text = source::read(&path);
        let has = |line: &&str, parts: &[&str]| parts.iter().any(|part| line.contains(part));
        let lines = text.lines().filter(|line| has(line, &keys) && !has(line, &on_elements));
        found.extend(lines.map(|line| format!("{path}: {}", line.trim())));
    }
    found.retain(|line| !line.starts_with("src/ui/hands.rs: "));
    assert_none(&found, "A listener for keys is on an element, by one of these names:");
}

/// what stands in frames of others does not ask who they are.
#[test]
fn nothing_asks_who_frames_it_or_led_to_it() {
    let files = ["src", "public"].into_iter().flat_map(|folder| source::files(folder, "js"));
    let mut found = Vec::new();
    for path in files.chain(source::files("src", "rs")) {
        let text = source::read(&path);
        let words = ["document.referrer", "ancestorOrigins", "ancestor_origins", ".referrer()"];
        found.extend(
            words.iter().filter(|word| text.contains(*word)).map(|word| format!("{path}: {word}")),
        );
    }
    assert!(found.is_empty(), "{found:?}");
}
