//! What `cargo xtask package` made, as platforms and libraries open it: SCORM in a runtime that refuses what the standard refuses, with every
//! call written down and held against what that runtime lets pass; Kolibri's zip; Kiwix's library.

use crate::support::dist;
use crate::support::host::{Host, Running};
use crate::support::page::{Failure, Outcome, Page};
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

/// A platform: the runtime, which writes down each call, and the package in a frame. `kept` is what it has kept of an earlier visit.
fn platform(object: &str, class: &str, kept: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=en><title>A course</title><link rel=icon href=icon.svg><body><script src=scorm.js></script><script>
           const api = new {class}({{ autocommit: false, logLevel: 5 }}), calls = window.calls = [];
           api.loadFromFlattenedJSON({kept}, '');
           window.{object} = new Proxy(api, {{ get: (of, name) => typeof of[name] === 'function'
             ? (...values) => {{ const result = of[name](...values); calls.push([name, ...values.map(String), String(result)]); return result; }}
             : of[name] }});
         </script><iframe src=package/index.html title=Course width=900 height=700></iframe>"
    )
}

/// What is read in the frame until the platform knows of it.
async fn read_first_step(page: &Page) -> Outcome {
    page.inside(0, async |page| {
        page.shows(".site-header", "0 of 46 steps read").await?;
        page.ask("document.querySelector('.chapter__step').lastElementChild.scrollIntoView({ block: 'center' })").await?;
        page.shows(".site-header", "1 of 46 steps read").await?;
        page.ask("scrollTo(0, 0)").await?;
        page.press("Save and exit").await?;
        page.shows(".site-header", "You can close this window").await
    })
    .await
}

/// The calls in order: the name, what was given, what came back.
async fn calls(page: &Page) -> Result<Vec<Vec<String>>, Failure> {
    Ok(serde_json::from_value(page.ask("return window.calls").await?)?)
}

/// Holds the calls against the standard.
fn check_calls(
    calls: &[Vec<String>],
    [begin, get, set, commit, end]: [&str; 5],
    statuses: &[&str],
) {
    let names: Vec<&str> = calls.iter().map(|call| call[0].as_str()).collect();
    let of = |name: &str| names.iter().filter(|other| **other == name).count();
    assert_eq!((names.first().copied(), of(begin)), (Some(begin), 1), "{names:?}");
    assert_eq!((names.last().copied(), of(end)), (Some(end), 1), "{names:?}");
    assert_eq!(
        names[names.len() - 2],
        commit,
        "what was set is committed before the end: {names:?}"
    );
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
                assert!(value.len() <= 4096 && value.starts_with("1:1"), "{call:?}");
            }
            "cmi.core.lesson_location" | "cmi.location" => {
                assert!(value.len() <= 255 && value.starts_with("walk/"), "{call:?}");
            }
            "cmi.core.lesson_status" | "cmi.completion_status" => {
                assert!(statuses.contains(&value), "{call:?}");
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

async fn visits(
    page: &Page,
    package: &str,
    object: &str,
    class: &str,
    names: [&str; 5],
    place: &str,
) -> Outcome {
    let runtime = std::fs::read_to_string(dist::place("MALI_SCORM"))?;
    let index = packed(package, "index.html")?;
    assert!(packed(package, "imsmanifest.xml")?.contains("href=\"index.html\""));
    let first = platform(object, class, "{}");
    let kept =
        format!("{{ 'cmi.suspend_data': '1:3', '{place}': 'walk/ten-to-four/three-accounts' }}");
    let second = platform(object, class, &kept);
    let host = Host::with(&[
        ("index.html", &first),
        ("again.html", &second),
        ("scorm.js", &runtime),
        ("package/index.html", &index),
    ]);
    page.go_abroad(&host.url("")).await?;
    read_first_step(page).await?;
    check_calls(&calls(page).await?, names, &["incomplete"]);
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
    // Who leaves without a word has left all the same.
    page.ask("document.querySelector('iframe').remove()").await?;
    page.until("the end of the visit", async || {
        Ok((page.ask("return window.calls.at(-1)[0]").await? == names[4]).then_some(()))
    })
    .await
}

async fn scorm_1_2_is_told_what_was_read(page: &Page) -> Outcome {
    let names = ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish"];
    visits(
        page,
        "mali-explained.en.scorm-1.2.zip",
        "API",
        "Scorm12API",
        names,
        "cmi.core.lesson_location",
    )
    .await
}

async fn scorm_2004_is_told_what_was_read(page: &Page) -> Outcome {
    let names = ["Initialize", "GetValue", "SetValue", "Commit", "Terminate"];
    visits(
        page,
        "mali-explained.en.scorm-2004.zip",
        "API_1484_11",
        "Scorm2004API",
        names,
        "cmi.location",
    )
    .await
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
    assert_eq!(manifest.matches("imswl_xmlv1p3").count(), 11);
    for place in 0..11 {
        let link = packed("mali-explained.en.thin.imscc", &format!("links/{place:02}.xml"))?;
        let (_, rest) = link.split_once("href=\"https://example.org/mali/").ok_or("no address")?;
        let path = rest.split('"').next().unwrap_or_default();
        assert!(dist::folder().join(path).join("index.html").is_file(), "{path}");
    }
    Ok(())
}
