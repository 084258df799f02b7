//! What `cargo xtask package` made, as platforms and libraries open it: SCORM in a runtime that refuses what the standard refuses, with every
//! call written down and held against what that runtime lets pass; Kolibri's zip; Kiwix's library.

use crate::support::dist;
use crate::support::host::{Host, Running};
use crate::support::page::{Failure, Outcome, Page};
use serde_json::{Value, json};
use std::io::Read;
use std::net::TcpListener;
use std::process::{Command, Stdio};

journeys! {
    scorm_1_2_is_told_what_was_read: PLAIN,
    scorm_2004_is_told_what_was_read: PLAIN,
    a_package_without_a_platform_is_the_page: PLAIN,
    kiwix_shows_the_whole: PLAIN,
}

/// A file of a package.
fn packed(package: &str, file: &str) -> Result<String, Failure> {
    let path = dist::place("MALI_PACKAGES").join(package);
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path)?)?;
    let mut text = String::new();
    zip.by_name(file)?.read_to_string(&mut text)?;
    Ok(text)
}

/// A version of SCORM, its package, and the runtime for it.
struct Scorm {
    package: &'static str,
    /// What a package looks for, and what makes one.
    object: &'static str,
    class: &'static str,
    /// The calls that begin, read, set, commit and end.
    names: [&'static str; 5],
    /// Fields.
    mode: &'static str,
    status: &'static str,
    place: &'static str,
    others: &'static [&'static str],
}

const OLD: Scorm = Scorm {
    package: "mali-explained.en.scorm-1.2.zip",
    object: "API",
    class: "Scorm12API",
    names: ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish"],
    mode: "cmi.core.lesson_mode",
    status: "cmi.core.lesson_status",
    place: "cmi.core.lesson_location",
    others: &["cmi.core.exit", "cmi.core.session_time"],
};

const NEW: Scorm = Scorm {
    package: "mali-explained.en.scorm-2004.zip",
    object: "API_1484_11",
    class: "Scorm2004API",
    names: ["Initialize", "GetValue", "SetValue", "Commit", "Terminate"],
    mode: "cmi.mode",
    status: "cmi.completion_status",
    place: "cmi.location",
    others: &["cmi.exit", "cmi.session_time", "cmi.progress_measure"],
};

impl Scorm {
    /// A platform: the runtime, which writes down each call and what it would send to its server, and the package in a frame. `kept` is what
    /// it has kept of an earlier visit.
    fn platform(&self, kept: &str) -> String {
        let Self { object, class, names: [_, _, _, commit, end], .. } = self;
        format!(
            "<!DOCTYPE html><html lang=en><title>A course</title><link rel=icon href=icon.svg><body><script src=scorm.js></script><script>
               const api = new {class}({{ autocommit: false, logLevel: 5, dataCommitFormat: 'flattened' }});
               const calls = window.calls = [], sent = window.sent = [];
               api.loadFromFlattenedJSON({kept}, '');
               window.{object} = new Proxy(api, {{ get: (of, name) => typeof of[name] === 'function'
                 ? (...values) => {{
                   if (name === '{commit}' || name === '{end}') sent.push(of.renderCommitCMI(name === '{end}'));
                   const result = of[name](...values); calls.push([name, ...values.map(String), String(result)]); return result; }}
                 : of[name] }});
             </script><iframe src=package/index.html title=Course width=900 height=700></iframe>"
        )
    }
}

/// Reads the first step in the frame, from so many read to one more, and leaves by the button of this name.
async fn read_first_step(page: &Page, before: usize, leave: &str) -> Outcome {
    page.inside(0, async |page| {
        page.shows(".site-header", &format!("{before} of 46 steps read")).await?;
        page.ask("document.querySelector('.chapter__step').lastElementChild.scrollIntoView({ block: 'center' })").await?;
        page.shows(".site-header", &format!("{} of 46 steps read", before + 1)).await?;
        page.ask("scrollTo(0, 0)").await?;
        page.press(leave).await?;
        page.shows(".site-header", "You can close this window").await
    })
    .await
}

/// The calls in order: the name, what was given, what came back.
async fn calls(page: &Page) -> Result<Vec<Vec<String>>, Failure> {
    Ok(serde_json::from_value(page.ask("return window.calls").await?)?)
}

/// What a field was set to, in order.
fn told<'a>(calls: &'a [Vec<String>], set: &str, field: &str) -> Vec<&'a str> {
    let told = calls.iter().filter(|call| call[0] == set && call[1] == field);
    told.map(|call| call[2].as_str()).collect()
}

/// Holds the calls against the standard.
fn check_calls(calls: &[Vec<String>], [begin, get, set, commit, end]: [&str; 5]) {
    let names: Vec<&str> = calls.iter().map(|call| call[0].as_str()).collect();
    let of = |name: &str| names.iter().filter(|other| **other == name).count();
    assert_eq!((names.first().copied(), of(begin)), (Some(begin), 1), "{names:?}");
    assert_eq!((names.last().copied(), of(end)), (Some(end), 1), "{names:?}");
    let last = |name: &str| names.iter().rposition(|other| *other == name);
    assert!(last(set) <= last(commit), "what was set is committed before the end: {names:?}");
    for call in calls {
        assert!([begin, get, set, commit, end].contains(&call[0].as_str()), "{call:?}");
        if call[0] == get {
            continue;
        }
        assert_eq!(call.last().map(String::as_str), Some("true"), "{call:?}");
        if call[0] != set {
            assert_eq!(call[1], "", "{call:?}");
            continue;
        }
        let (field, value) = (call[1].as_str(), call[2].as_str());
        match field {
            "cmi.suspend_data" => {
                assert!(value.len() <= 4096 && value.starts_with("1:"), "{call:?}");
            }
            "cmi.core.lesson_location" | "cmi.location" => {
                assert!(value.len() <= 255 && value.starts_with("walk/"), "{call:?}");
            }
            "cmi.core.lesson_status" | "cmi.completion_status" => {
                assert!(["incomplete", "completed"].contains(&value), "{call:?}");
            }
            "cmi.core.exit" | "cmi.exit" => assert_eq!(value, "suspend"),
            "cmi.core.session_time" => {
                let parts: Vec<&str> = value.split(':').collect();
                assert!(parts.len() == 3 && parts.iter().all(|part| part.len() == 2), "{call:?}");
            }
            "cmi.session_time" => {
                assert!(value.starts_with("PT") && value.ends_with('S'), "{call:?}");
            }
            "cmi.progress_measure" => assert!(
                value.parse::<f64>().is_ok_and(|part| (0.0..=1.0).contains(&part)),
                "{call:?}"
            ),
            _ => panic!("{call:?}"),
        }
    }
}

async fn visits(page: &Page, scorm: &Scorm) -> Outcome {
    let runtime = std::fs::read_to_string(dist::place("MALI_SCORM"))?;
    let index = packed(scorm.package, "index.html")?;
    assert!(packed(scorm.package, "imsmanifest.xml")?.contains("href=\"index.html\""));
    let [_, get, set, commit, end] = scorm.names;
    let kept = |steps: &str| {
        let place = scorm.place;
        scorm.platform(&format!(
            "{{ 'cmi.suspend_data': '{steps}', '{place}': 'walk/ten-to-four/three-accounts' }}"
        ))
    };
    let host = Host::with(&[
        ("index.html", &scorm.platform("{}")),
        ("again.html", &kept("1:3")),
        ("last.html", &kept("1:effffffffff3")),
        ("review.html", &scorm.platform(&format!("{{ '{}': 'review' }}", scorm.mode))),
        ("scorm.js", &runtime),
        ("package/index.html", &index),
    ]);

    page.go_abroad(&host.url("")).await?;
    read_first_step(page, 0, "Save and exit").await?;
    let first = calls(page).await?;
    check_calls(&first, scorm.names);
    let mut names = first.iter().map(|call| call[0].as_str()).skip_while(|name| *name != set);
    assert_eq!(
        names.find(|name| *name != set),
        Some(commit),
        "what is set at the start is committed at once"
    );
    assert_eq!(told(&first, set, scorm.status).first(), Some(&"incomplete"));
    for field in [scorm.others, &["cmi.suspend_data", scorm.status, scorm.place]].concat() {
        assert!(!told(&first, set, field).is_empty(), "nothing is told of {field}");
    }

    // What reaches the server is the same by the last commit and by the end, which some platforms keep alone.
    let payloads: Vec<Value> = serde_json::from_value(page.ask("return window.sent").await?)?;
    let [.., committed, ended] = &payloads[..] else { panic!("{payloads:?}") };
    for field in ["cmi.suspend_data", scorm.status, scorm.place, scorm.others[0]] {
        let last = told(&first, set, field).last().map(|value| json!(value));
        assert_eq!(last.as_ref(), Some(&committed[field]), "{field}");
        assert_eq!(last.as_ref(), Some(&ended[field]), "{field}");
    }
    assert!(payloads.iter().all(|one| one[scorm.status] == "incomplete"), "{payloads:?}");

    page.go_abroad(&host.url("again.html")).await?;
    page.inside(0, async |page| {
        page.shows(".site-header", "2 of 46 steps read").await?;
        page.press("Go on where you were").await?;
        page.until("the step that was read last", async || {
            let top = page.ask("return document.getElementById('walk/ten-to-four/three-accounts').getBoundingClientRect().top").await?;
            Ok(top.as_f64().is_some_and(|px| px.abs() < 200.0).then_some(()))
        })
        .await
    })
    .await?;
    // Who leaves without a word has left all the same, and has been saved.
    let leave =
        "const at = window.calls.length; document.querySelector('iframe').remove(); return at";
    let at = page.ask(leave).await?;
    page.until("the end of the visit", async || {
        Ok((page.ask("return window.calls.at(-1)[0]").await? == end).then_some(()))
    })
    .await?;
    let second = calls(page).await?;
    check_calls(&second, scorm.names);
    assert_eq!(at, second.len() - 1, "the end alone: {second:?}");

    page.go_abroad(&host.url("last.html")).await?;
    read_first_step(page, 45, "Save and exit").await?;
    let third = calls(page).await?;
    check_calls(&third, scorm.names);
    assert_eq!(told(&third, set, scorm.status), ["incomplete", "completed"]);

    page.go_abroad(&host.url("review.html")).await?;
    read_first_step(page, 0, "Exit").await?;
    let fourth = calls(page).await?;
    check_calls(&fourth, scorm.names);
    assert!(fourth[1..fourth.len() - 1].iter().all(|call| call[0] == get), "{fourth:?}");
    Ok(())
}

async fn scorm_1_2_is_told_what_was_read(page: &Page) -> Outcome {
    visits(page, &OLD).await
}

async fn scorm_2004_is_told_what_was_read(page: &Page) -> Outcome {
    visits(page, &NEW).await
}

async fn a_package_without_a_platform_is_the_page(page: &Page) -> Outcome {
    let whole = dist::read("mali-explained.en.html");
    assert_eq!(packed("mali-explained.en.kolibri.zip", "index.html")?, whole);
    let scorm =
        Host::with(&[("index.html", &packed("mali-explained.en.scorm-1.2.zip", "index.html")?)]);
    // On another origin, whose windows the package cannot ask.
    let frame = format!(
        "<!DOCTYPE html><html lang=en><link rel=icon href=icon.svg><iframe src=\"{}\" title=Course width=900 height=700></iframe>",
        scorm.url("")
    );
    let host = Host::with(&[("index.html", &frame)]);
    page.go_abroad(&host.url("")).await?;
    page.inside(0, async |page| {
        page.mounted().await?;
        page.shows("h1", "Mali, explained").await?;
        page.lacks(".site-header", "Save and exit").await
    })
    .await
}

async fn kiwix_shows_the_whole(page: &Page) -> Outcome {
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port().to_string();
    let zim = dist::place("MALI_PACKAGES").join("mali-explained.en.zim");
    let server = Command::new(dist::place("MALI_KIWIX"))
        .args(["--address", "127.0.0.1", "--port", &port])
        .arg(zim)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let _running = Running(server);
    page.expect_trouble(); // until the library answers
    let url = format!("http://127.0.0.1:{port}/mali-explained.en/index.html");
    page.until("a library that answers", async || Ok(page.go_abroad(&url).await.ok())).await?;
    page.mounted().await?;
    page.shows("h1", "Mali, explained").await?;
    page.click("[data-timeline] [data-event='accord-completed-2015']").await?;
    page.shows("[data-part=detail]", "20").await
}

#[test]
fn a_cartridge_leads_to_the_site() -> Outcome {
    let manifest = packed("mali-explained.en.thin.imscc", "imsmanifest.xml")?;
    for part in ["CC BY-SA 4.0", "Facts checked", "2026", "Version "] {
        assert!(manifest.contains(part), "{part} in {manifest}");
    }
    assert_eq!(manifest.matches("imswl_xmlv1p3").count(), 12);
    for place in 0..12 {
        let link = packed("mali-explained.en.thin.imscc", &format!("links/{place:02}.xml"))?;
        let (_, rest) = link.split_once("href=\"https://example.org/mali/").ok_or("no address")?;
        let path = rest.split('"').next().unwrap_or_default();
        assert!(dist::folder().join(path).join("index.html").is_file(), "{path}");
    }
    Ok(())
}
