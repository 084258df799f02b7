//! Words that open their meaning: by keyboard, finger and mouse, nested, and where they lie.

use crate::support::dist;
use crate::support::page::{Failure, Outcome, Page};
use fantoccini::key::Key;
use mali_explained::model::page::Definitions;
use mali_explained::model::{Inline, rich};

journeys! {
    words_open_three_deep_by_keyboard_and_close_one_by_one,
    a_word_opens_by_enter_and_by_space,
    a_finger_opens_a_word_and_closes_it_beside: SMALL,
    a_finger_opens_words_in_a_definition: SMALL,
    a_click_beside_closes_all,
    the_close_button_closes_one_level,
    a_mouse_that_rests_opens_and_escape_closes_without_moving_the_focus,
    a_definition_under_the_mouse_stays_and_its_link_can_be_pressed,
    hover_can_be_turned_off,
    a_definition_hides_neither_its_word_nor_itself: SMALL,
    a_definition_leads_to_its_page,
}

/// A word of the story, a word in its definition, and a word in that one's, all different.
fn chain() -> Vec<String> {
    let definitions: Definitions = serde_json::from_str(&dist::read("data/en/definitions.json"))
        .expect("definitions are valid");
    let opens = |id: &str| {
        let mut ids = Vec::new();
        let definition = definitions.definitions.iter().find(|definition| definition.id == id);
        for text in
            definition.into_iter().flat_map(|definition| [&definition.simple, &definition.full])
        {
            rich::walk(text, &mut |piece| {
                if let Inline::Term(_, id, _) = piece {
                    ids.push(id.clone());
                }
            });
        }
        ids
    };
    let first = "former-rebels".to_owned();
    for second in opens(&first) {
        if let Some(third) =
            opens(&second).into_iter().find(|third| ![&first, &second].contains(&third))
        {
            return vec![first, second, third];
        }
    }
    panic!("no definition in that of {first} has a word of its own");
}

/// The word that opens a definition: the first on the page, or the first in the definition of another.
fn word(id: &str, within: Option<&String>) -> String {
    within.map_or_else(
        || format!("main [data-term='{id}']"),
        |outer| format!("[data-definition='{outer}'] [data-term='{id}']"),
    )
}

async fn words_open_three_deep_by_keyboard_and_close_one_by_one(page: &Page) -> Outcome {
    page.open_alive("en/").await?;
    let ids = chain();
    let words: Vec<String> = (0..3)
        .map(|place| word(&ids[place], place.checked_sub(1).map(|outer| &ids[outer])))
        .collect();
    let open: Vec<&str> = ids.iter().map(String::as_str).collect();
    for depth in 0..3 {
        page.tab_to(&words[depth]).await?;
        page.key(Key::Enter).await?;
        page.has_open(&open[..=depth]).await?;
        assert_eq!(expanded(page, &words[depth]).await?, "true");
    }
    page.tab_to(&format!("[data-definition='{}'] button", ids[2])).await?;
    for depth in (0..3).rev() {
        page.key(Key::Escape).await?;
        page.has_open(&open[..depth]).await?;
        page.has_focus(&words[depth]).await?;
        assert_eq!(expanded(page, &words[depth]).await?, "false");
    }
    Ok(())
}

/// What a screen reader hears of a word that opens.
async fn expanded(page: &Page, selector: &str) -> Result<String, Failure> {
    Ok(page.find(selector).await?.attr("aria-expanded").await?.unwrap_or_default())
}

async fn a_word_opens_by_enter_and_by_space(page: &Page) -> Outcome {
    page.open_alive("en/").await?;
    page.tab_to("main [data-term]").await?;
    for key in [Key::Enter, Key::Space] {
        page.key(key).await?;
        page.shows("[data-definition]", "Northern Mali").await?;
        page.key(Key::Escape).await?;
        page.hides("[data-definition]").await?;
        page.has_focus("[data-term]").await?;
    }
    page.is_at("en/").await
}

async fn a_finger_opens_a_word_and_closes_it_beside(page: &Page) -> Outcome {
    page.open_alive("en/").await?;
    page.tap(&word("tuareg", None)).await?;
    page.has_open(&["tuareg"]).await?;
    page.tap("h1").await?;
    page.has_open(&[]).await?;
    page.tap(&word("tuareg", None)).await?;
    page.has_open(&["tuareg"]).await?;
    page.tap(&word("tuareg", None)).await?;
    page.has_open(&[]).await
}

async fn a_finger_opens_words_in_a_definition(page: &Page) -> Outcome {
    page.open_alive("en/").await?;
    let ids = chain();
    for depth in 0..3 {
        page.tap(&word(&ids[depth], depth.checked_sub(1).map(|outer| &ids[outer]))).await?;
        page.has_open(&ids[..=depth].iter().map(String::as_str).collect::<Vec<_>>()).await?;
    }
    page.tap(&format!("[data-definition='{}'] button", ids[2])).await?;
    page.has_open(&[ids[0].as_str(), ids[1].as_str()]).await
}

async fn a_click_beside_closes_all(page: &Page) -> Outcome {
    page.open_alive("en/").await?;
    let ids = chain();
    page.click(&word(&ids[0], None)).await?;
    page.click(&word(&ids[1], Some(&ids[0]))).await?;
    page.has_open(&[ids[0].as_str(), ids[1].as_str()]).await?;
    page.click("h1").await?;
    page.has_open(&[]).await?;
    page.click(&word(&ids[0], None)).await?;
    page.has_open(&[ids[0].as_str()]).await?;
    page.click(&word("tuareg", None)).await?;
    page.has_open(&["tuareg"]).await
}

async fn the_close_button_closes_one_level(page: &Page) -> Outcome {
    page.open_alive("en/").await?;
    let ids = chain();
    page.click(&word(&ids[0], None)).await?;
    page.click(&word(&ids[1], Some(&ids[0]))).await?;
    page.click(&format!("[data-definition='{}'] button", ids[1])).await?;
    page.has_open(&[ids[0].as_str()]).await?;
    page.has_focus(&word(&ids[1], Some(&ids[0]))).await?;
    page.click(&format!("[data-definition='{}'] button", ids[0])).await?;
    page.has_open(&[]).await?;
    page.has_focus(&word(&ids[0], None)).await
}

async fn a_mouse_that_rests_opens_and_escape_closes_without_moving_the_focus(
    page: &Page,
) -> Outcome {
    page.open_alive("en/").await?;
    page.tab_to("nav a").await?;
    page.point_at(&word("tuareg", None)).await?;
    page.has_open(&["tuareg"]).await?;
    page.has_focus("nav a").await?;
    page.key(Key::Escape).await?;
    page.has_open(&[]).await?;
    page.has_focus("nav a").await?;
    page.point_at("h1").await?;
    page.point_at(&word("tuareg", None)).await?;
    page.has_open(&["tuareg"]).await?;
    page.point_at("h1").await?;
    page.has_open(&[]).await
}

async fn a_definition_under_the_mouse_stays_and_its_link_can_be_pressed(page: &Page) -> Outcome {
    page.open_alive("en/").await?;
    page.point_at(&word("tuareg", None)).await?;
    page.has_open(&["tuareg"]).await?;
    page.point_at("[data-definition='tuareg'] dfn").await?;
    page.press("More about Tuareg").await?;
    page.is_at("en/term/tuareg/").await
}

async fn hover_can_be_turned_off(page: &Page) -> Outcome {
    page.open_alive("en/").await?;
    page.press("Settings").await?;
    page.press("Off").await?;
    page.key(Key::Escape).await?;
    page.hides("[popover]").await?;
    page.point_at(&word("tuareg", None)).await?;
    page.has_open(&[]).await?;
    page.click(&word("tuareg", None)).await?;
    page.has_open(&["tuareg"]).await
}

async fn a_definition_hides_neither_its_word_nor_itself(page: &Page) -> Outcome {
    page.open_alive("en/").await?;
    let ids = page.ask("return [...new Set([...document.querySelectorAll('main [data-term]')].filter((word) => !word.closest('[popover]')).map((word) => word.dataset.term))]").await?;
    let ids: Vec<&str> =
        ids.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str).collect();
    assert!(ids.len() > 20, "the story has words to open: {ids:?}");
    for id in ids {
        page.click(&word(id, None)).await?;
        page.has_open(&[id]).await?;
        let faults = page.ask(PLACE).await?;
        assert_eq!(faults, serde_json::json!([]), "{id} in {:?}", page.browser());
        page.key(Key::Escape).await?;
        page.has_open(&[]).await?;
    }
    Ok(())
}

/// What is wrong with where the open definition lies, with a pixel of tolerance for rounding.
const PLACE: &str = "
    const definition = document.querySelector('[data-definition]');
    const word = document.querySelector('[aria-expanded=true]');
    const box = definition.getBoundingClientRect();
    const faults = [];
    if (box.left < -1 || box.right > document.documentElement.clientWidth + 1) faults.push(`it passes the sides: ${JSON.stringify(box)}`);
    if (box.top < -1 || box.bottom > innerHeight + 1) faults.push(`it passes the top or bottom: ${JSON.stringify(box)}`);
    for (const line of word.getClientRects()) {
        const isBeside = line.right <= box.left + 1 || line.left >= box.right - 1 || line.bottom <= box.top + 1 || line.top >= box.bottom - 1;
        if (!isBeside) faults.push(`it covers its word: ${JSON.stringify(box)} over ${JSON.stringify(line)}`);
    }
    return faults;";

async fn a_definition_leads_to_its_page(page: &Page) -> Outcome {
    page.open_alive("en/").await?;
    page.click(&word("mercenary", None)).await?;
    page.has_open(&["mercenary"]).await?;
    page.press("More about Mercenary").await?;
    page.is_at("en/term/mercenary/").await?;
    page.shows("h1", "Mercenary").await?;
    page.has_focus("h1").await?;
    page.has_open(&[]).await
}
