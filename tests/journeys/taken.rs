//! What teachers take along: the code of the builder, how a page is cited, and the whole in one file.

use super::framed::{bare_page, fits};
use crate::support::host::Host;
use crate::support::page::{Outcome, Page};
use fantoccini::key::Key;
use serde_json::json;

journeys! {
    everywhere:
    the_whole_in_one_file_opens_from_a_folder: PLAIN,
    the_whole_in_one_file_opens_in_a_sandbox: PLAIN,
}

journeys! {
    the_code_of_the_builder_works_elsewhere: DEEP_PLAIN,
    the_page_for_teachers_holds_the_builder: PLAIN,
    a_page_says_how_it_is_cited: PLAIN,
}

async fn the_code_of_the_builder_works_elsewhere(page: &Page) -> Outcome {
    page.open("en/teach/").await?;
    page.mounted().await?;
    page.press("Put a part into your own page").await?;
    page.is_at("en/embed/").await?;
    page.ask("const what = document.querySelector('[name=what]'); what.value = 'en/embed/claim/q-ber-first/';
        what.dispatchEvent(new Event('input', { bubbles: true }))").await?;
    page.shows("[data-copy]", "en/embed/claim/q-ber-first/").await?;
    page.inside(0, async |page| page.shows("h1", "Who attacked first").await).await?;
    for width in [400, 1120] {
        page.ask(&format!(
            "const width = document.querySelector('[name=width]'); width.value = {width};
            width.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        ))
        .await?;
        let shown = page.ask("return document.querySelector('[data-preview]').offsetWidth").await?;
        assert_eq!(shown, width);
    }
    let code = page.text("[data-copy]").await?;
    for part in ["title=\"", "loading=\"lazy\"", "sandbox=\""] {
        assert!(code.contains(part), "no {part} in {code}");
    }
    let host = Host::with(&[("index.html", &bare_page(&code))]);
    page.go_abroad(&host.url("")).await?;
    fits(page, 0).await?;
    page.shows("a", "Mali, explained").await
}

async fn the_page_for_teachers_holds_the_builder(page: &Page) -> Outcome {
    const FRAME: &str = ".builder-within__frame";
    page.open("en/teach/").await?;
    page.mounted().await?;
    let fits = async || {
        page.until("a builder as high as what it holds", async || {
            let fits = format!(
                "const frame = document.querySelector('{FRAME}'), held = frame.contentDocument?.querySelector('main');
                return held && Math.abs(held.getBoundingClientRect().bottom - frame.clientHeight) <= 2"
            );
            Ok((page.ask(&fits).await? == true).then_some(()))
        })
        .await
    };
    page.ask(&format!("document.querySelector('{FRAME}').scrollIntoView()")).await?;
    fits().await?;
    page.inside(0, async |page| {
        page.hides("h1").await?;
        page.ask("const what = document.querySelector('[name=what]'); what.value = 'en/embed/claim/q-ber-first/';
            what.dispatchEvent(new Event('input', { bubbles: true }))").await?;
        page.shows("[data-copy]", "en/embed/claim/q-ber-first/").await?;
        page.inside(0, async |page| page.shows("h1", "Who attacked first").await).await
    })
    .await?;
    fits().await?;
    // What it leads to takes the place of the page, not of the frame.
    page.inside(0, async |page| page.click("a[data-page]").await).await.ok();
    page.is_at("en/claim/q-ber-first/").await
}

async fn a_page_says_how_it_is_cited(page: &Page) -> Outcome {
    page.open_alive("en/claim/q-ber-first/").await?;
    page.press("Cite or share this page").await?;
    page.is_at("en/share/claim/q-ber-first/").await?;
    let address = page.site().url("en/claim/q-ber-first/");
    for words in [
        "Mali, explained. (2026, ",
        "Last modified",
        "@online{mali-explained-en-claim-q-ber-first",
        &address,
    ] {
        page.shows("main", words).await?;
    }
    page.find("[data-qr]:not([hidden]) path[d]").await?;
    page.ask("navigator.clipboard && (navigator.clipboard.writeText = () => Promise.reject(new Error('closed')))").await?;
    page.press("Copy").await?;
    page.shows("[role=status]", "copy it yourself").await?;
    assert_eq!(page.ask("return String(getSelection())").await?, json!(address));
    page.key(Key::Escape).await?;
    page.press("Back to the page").await?;
    page.is_at("en/claim/q-ber-first/").await
}

/// What the whole in one file answers to.
async fn answers_whole(page: &Page) -> Outcome {
    page.mounted().await?;
    page.shows("h1", "Mali, explained").await?;
    for words in ["Who attacked first at Ber?", "One evening, three statements", "Facts checked"] {
        page.shows("body", words).await?;
    }
    page.click("[data-timeline] [data-event='accord-completed-2015']").await?;
    page.shows("[data-part=detail]", "20").await?;
    page.click("a[href='#claim/q-ber-first']").await?;
    page.until("the contested question in the window", async || {
        let top = page
            .ask("return document.getElementById('claim/q-ber-first').getBoundingClientRect().top")
            .await?;
        Ok(top.as_f64().is_some_and(|px| px.abs() < 120.0).then_some(()))
    })
    .await
}

async fn the_whole_in_one_file_opens_from_a_folder(page: &Page) -> Outcome {
    let file = crate::support::dist::folder().join("mali-explained.en.html");
    let url = url::Url::from_file_path(&file).map_err(|()| "the built site has a whole path")?;
    page.go_abroad(url.as_str()).await?;
    answers_whole(page).await?;
    let asked = page.ask("return performance.getEntriesByType('resource').map(one => one.name).filter(name => !name.startsWith('data:'))").await?;
    assert_eq!(asked, json!([]), "it asks for nothing");
    Ok(())
}

async fn the_whole_in_one_file_opens_in_a_sandbox(page: &Page) -> Outcome {
    let url = page.site().url("mali-explained.en.html");
    let frame = format!(
        "<iframe sandbox=\"allow-scripts\" src=\"{url}\" title=One width=900 height=700></iframe>"
    );
    let host = Host::with(&[("index.html", &bare_page(&frame))]);
    page.go_abroad(&host.url("")).await?;
    page.inside(0, async |page| {
        assert_eq!(page.ask("return self.origin").await?, "null");
        answers_whole(page).await
    })
    .await
}
