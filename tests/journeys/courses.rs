//! The course by cmi5, opened as a learning platform opens it: a [`Store`] on another host writes down whatever the page says, and each word
//! is held against the standard.

use crate::support::dist;
use crate::support::host::Host;
use crate::support::page::{Outcome, Page};
use crate::support::store::{Asked, Store, TOKEN, verb};
use fantoccini::key::Key;
use serde_json::{Value, json};

journeys! {
    a_course_is_told_what_was_read: PLAIN,
    a_course_is_done_once_and_goes_back: PLAIN,
    a_course_that_is_looked_at_records_nothing: PLAIN,
    what_a_store_misses_is_told_later: PLAIN,
    what_a_store_refuses_is_not_sent_for_ever: PLAIN,
    a_course_opened_by_nobody_says_so: PLAIN,
}

const PAGE: &str = "lms/cmi5.en.html";

/// What a platform says of a launch.
fn launch(mode: &str, back: Option<&str>) -> Value {
    json!({
        "launchMode": mode,
        "returnURL": back,
        "moveOn": "Completed",
        "contextTemplate": {
            "contextActivities": { "grouping": [{ "id": "https://example.org/course" }], "category": [{ "id": "https://example.org/kind" }] },
            "extensions": { "https://w3id.org/xapi/cmi5/context/extensions/sessionid": "s-1" },
        },
    })
}

async fn open(page: &Page, store: &Store) -> Outcome {
    page.expect_trouble(); // what a store does not have it answers with 404, of which browsers tell
    page.open(&format!("{PAGE}?{}", store.launch())).await
}

/// Reads the first step in the frame, from so many read to one more.
async fn read_first_step(page: &Page, before: usize) -> Outcome {
    page.inside(0, async |page| {
        page.shows(".site-header", &format!("{before} of 46 steps read")).await?;
        page.ask("document.querySelector('.chapter__step').lastElementChild.scrollIntoView({ block: 'center' })").await?;
        page.shows(".site-header", &format!("{} of 46 steps read", before + 1)).await?;
        page.ask("scrollTo(0, 0)").await?;
        Ok(())
    })
    .await
}

async fn has_verbs(page: &Page, store: &Store, verbs: &[&str]) -> Outcome {
    page.until(&format!("{verbs:?}"), async || Ok((store.verbs() == verbs).then_some(()))).await
}

/// Holds what was asked against the standard: what comes first, who asks, and what every statement carries.
fn check(asked: &[Asked]) {
    let first: Vec<&str> = asked.iter().take(4).map(|asked| asked.what.as_str()).collect();
    let state = "GET activities/state";
    assert_eq!(first, ["POST token", state, "GET agents/profile", state]);
    assert_eq!(asked[1].values["stateId"], "LMS.LaunchData");
    assert_eq!(asked[2].values["profileId"], "cmi5LearnerPreferences");
    for asked in &asked[1..] {
        assert_eq!(asked.authorization, format!("Basic {TOKEN}"), "{asked:?}");
        assert_eq!(asked.version, "1.0.3", "{asked:?}");
        if asked.what.ends_with("state") {
            assert_eq!(asked.values["activityId"], "https://example.org/course/1");
            assert!(
                asked.values["agent"].contains("example.org")
                    && asked.values["registration"].len() == 36
            );
        }
    }
    let mut ids = Vec::new();
    for asked in asked.iter().filter(|asked| asked.what == "POST statements") {
        let said = &asked.body;
        let context = &said["context"];
        assert_eq!(said["actor"]["account"]["name"], "a b");
        assert_eq!(said["object"]["id"], "https://example.org/course/1");
        assert!(said["timestamp"].as_str().is_some_and(|time| time.ends_with('Z')), "{said}");
        assert_eq!(context["registration"], "7c0f4a4e-6d3a-4a59-8f0a-2b8e2d2c1f11");
        assert_eq!(
            context["extensions"]["https://w3id.org/xapi/cmi5/context/extensions/sessionid"],
            "s-1"
        );
        assert_eq!(context["contextActivities"]["grouping"][0]["id"], "https://example.org/course");
        let categories = context["contextActivities"]["category"].to_string();
        let is_judged = verb(said) == "completed";
        for (part, is_there) in [
            ("/categories/cmi5", true),
            ("/categories/moveon", is_judged),
            ("example.org/kind", true),
        ] {
            assert_eq!(categories.contains(part), is_there, "{part} in {said}");
        }
        assert_eq!(said["result"]["completion"] == true, is_judged, "{said}");
        let duration = said["result"]["duration"].as_str();
        assert_eq!(
            duration.is_some_and(|time| time.starts_with("PT") && time.ends_with('S')),
            verb(said) != "initialized"
        );
        let id = said["id"].as_str().unwrap_or_default();
        assert!(
            id.len() == 36 && id.as_bytes()[14] == b'4' && b"89ab".contains(&id.as_bytes()[19]),
            "{id}"
        );
        assert!(!ids.contains(&id.to_owned()), "a statement has an id of its own");
        ids.push(id.to_owned());
    }
}

async fn a_course_is_told_what_was_read(page: &Page) -> Outcome {
    let store = Store::with(launch("Normal", None), None);
    open(page, &store).await?;
    read_first_step(page, 0).await?;
    page.inside(0, async |page| {
        // A source would take the place of the course.
        let pressed = "const link = document.querySelector('a[href^=http]');
            link.addEventListener('click', event => event.preventDefault());
            link.click();
            return link.target";
        assert_eq!(page.ask(pressed).await?, "_blank");
        page.press("Save and exit").await?;
        page.shows(".site-header", "You can close this window").await
    })
    .await?;
    has_verbs(page, &store, &["initialized", "terminated"]).await?;
    let asked = store.asked();
    check(&asked);
    let kept: Vec<&Asked> = asked.iter().filter(|asked| asked.what.starts_with("PUT")).collect();
    assert_eq!(kept.len(), 1);
    assert!(
        kept[0].body["steps"].as_str().is_some_and(|steps| steps.starts_with("1:1")),
        "{kept:?}"
    );
    page.hides("[role=alert]").await?;

    // The token is for one visit; a page that is loaded again says so, and is what it is.
    page.reload().await?;
    page.shows("[role=alert]", "start again from your course").await?;
    page.inside(0, async |page| page.shows("h1", "Mali, explained").await).await?;
    has_verbs(page, &store, &["initialized", "terminated"]).await
}

async fn a_course_is_done_once_and_goes_back(page: &Page) -> Outcome {
    let course = Host::with(&[(
        "index.html",
        "<!DOCTYPE html><html lang=en><title>The course</title><link rel=icon href=icon.svg><h1>Your course</h1>",
    )]);
    let kept = json!({ "steps": "1:effffffffff3", "last": "walk/ten-to-four/three-accounts" });
    let store = Store::with(launch("Normal", Some(&course.url(""))), Some(kept));
    open(page, &store).await?;
    page.inside(0, async |page| page.press("Go on where you were").await).await?;
    read_first_step(page, 45).await?;
    has_verbs(page, &store, &["initialized", "completed"]).await?;
    page.inside(0, async |page| page.press("Save and exit").await).await?;
    page.shows("h1", "Your course").await?;
    has_verbs(page, &store, &["initialized", "completed", "terminated"]).await?;
    check(&store.asked());

    // Whoever reads a done course again does not do it again.
    let done = store
        .asked()
        .iter()
        .rev()
        .find(|asked| asked.what.starts_with("PUT"))
        .map(|asked| asked.body.clone());
    assert_eq!(done.as_ref().map(|done| &done["isDone"]), Some(&json!(true)));
    let mut done = done.ok_or("nothing was kept")?;
    assert_eq!(done["doneId"].as_str(), store.statements()[1]["id"].as_str());
    done["steps"] = json!("1:effffffffff3"); // as if a step were new
    let again = Store::with(launch("Normal", None), Some(done));
    open(page, &again).await?;
    read_first_step(page, 45).await?;
    page.until("what was read to be kept", async || {
        Ok(again.asked().iter().any(|asked| asked.what.starts_with("PUT")).then_some(()))
    })
    .await?;
    has_verbs(page, &again, &["initialized"]).await?;
    // Who leaves without a word has left all the same.
    page.go_abroad(&course.url("")).await?;
    has_verbs(page, &again, &["initialized", "terminated"]).await
}

async fn a_course_that_is_looked_at_records_nothing(page: &Page) -> Outcome {
    let store = Store::with(launch("Browse", Some("about:blank")), None);
    open(page, &store).await?;
    read_first_step(page, 0).await?;
    page.inside(0, async |page| {
        page.tab_to("header button").await?;
        page.lacks("header button", "Save").await?;
        page.key(Key::Enter).await?;
        page.shows(".site-header", "You can close this window. Nothing was recorded.").await?;
        page.has_focus("[role=status]").await
    })
    .await?;
    has_verbs(page, &store, &["initialized", "terminated"]).await?;
    assert!(store.asked().iter().all(|asked| !asked.what.starts_with("PUT")));
    assert_eq!(page.count("body iframe").await?, 1, "a course returns to pages only");
    Ok(())
}

async fn what_a_store_misses_is_told_later(page: &Page) -> Outcome {
    let store = Store::with(launch("Normal", None), None);
    open(page, &store).await?;
    has_verbs(page, &store, &["initialized"]).await?;
    store.be_down(true);
    read_first_step(page, 0).await?;
    page.shows("[role=alert]", "Your course does not answer").await?;
    store.be_down(false);
    page.hides("[role=alert]").await?;
    let kept = store.asked().last().cloned().ok_or("nothing was told")?;
    assert_eq!(
        (kept.what.as_str(), &kept.body["last"]),
        ("PUT activities/state", &json!("walk/ten-to-four/a-story-is-made-of-claims"))
    );
    Ok(())
}

async fn what_a_store_refuses_is_not_sent_for_ever(page: &Page) -> Outcome {
    let course = Host::with(&[(
        "index.html",
        "<!DOCTYPE html><html lang=en><title>The course</title><link rel=icon href=icon.svg><h1>Your course</h1>",
    )]);
    let store = Store::with(launch("Normal", Some(&course.url(""))), None);
    store.refuse();
    open(page, &store).await?;
    page.shows("[role=alert]", "start again from your course").await?;
    page.inside(0, async |page| page.press("Save and exit").await).await?;
    page.shows("h1", "Your course").await?;
    has_verbs(page, &store, &["initialized", "terminated"]).await
}

async fn a_course_opened_by_nobody_says_so(page: &Page) -> Outcome {
    page.open(PAGE).await?;
    page.shows("[role=alert]", "nothing is recorded").await?;
    page.inside(0, async |page| {
        page.mounted().await?;
        page.shows("h1", "Mali, explained").await?;
        page.lacks(".site-header", "Save and exit").await
    })
    .await
}

#[test]
fn a_description_leads_to_the_course() -> Outcome {
    let place = dist::place("MALI_PACKAGES").join("mali-explained.en.cmi5.xml");
    let course = std::fs::read_to_string(place)?;
    let (_, rest) = course.split_once("<url>https://example.org/mali/").ok_or("no address")?;
    let path = rest.split_once("</url>").ok_or("no end")?.0;
    assert!(dist::folder().join(path).is_file() && path == PAGE, "{path}");
    for part in ["moveOn=\"Completed\"", "CC BY-SA 4.0", "2026"] {
        assert!(course.contains(part), "{part} in {course}");
    }
    Ok(())
}
