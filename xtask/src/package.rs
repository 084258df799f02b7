//! Packages for learning platforms and offline libraries, from the site in `dist/`.
//!
//! All that run anything hold one page, the one-page edition, which carries licence, version, date and sources: as it is for Kolibri and for
//! Kiwix (ZIM), with a script that reports which steps were read for SCORM 1.2 and 2004. Two only lead to the published site,
//! and need to know where that is: a thin Common Cartridge of web links and a cmi5 course, whose page is part of the site. The same site makes the same bytes.

mod manifest;
mod zim;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::repository;
use crate::site;

/// The edition that packages hold.
const WHOLE: &str = "mali-explained.en.html";
/// What a platform opens.
const INDEX: &str = "index.html";
/// Follows a reader through its steps, for the course of the site too.
const STEPS: &str = include_str!("../../src/publish/scripts/steps.js");
/// Reports to a platform by SCORM.
const SCORM: &str = include_str!("package/scorm.js");
/// What stands at the head of that script for the version it speaks.
const SPEAKS: &str = "%VERSION%";

/// Where the packages are put.
pub fn folder() -> PathBuf {
    repository().join("target/packages")
}

/// A version of SCORM.
#[derive(Clone, Copy, PartialEq)]
pub enum Scorm {
    /// 1.2.
    Old,
    /// 2004, 4th edition.
    New,
}

/// What a package says of the site.
pub struct About {
    /// Its name.
    pub name: String,
    /// What it is, in a sentence.
    pub lead: String,
    /// When its facts were checked, and its licence.
    pub dated: String,
    /// The day its facts were checked, as 2026-11-22.
    pub checked: String,
    /// The build.
    pub version: String,
    /// Its address, if it is known.
    pub origin: Option<String>,
    /// The parts that a course links to, by path and title.
    pub parts: Vec<(String, String)>,
}

/// Makes all packages anew, and fails if others have been made before from the same site.
pub fn make_again(origin: Option<&str>) -> Result<()> {
    let before = made()?;
    ensure!(!before.is_empty(), "There are no packages yet: `cargo xtask package` makes them");
    make(origin)?;
    let after = made()?;
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let others: Vec<&str> = names
        .into_iter()
        .filter(|name| before.get(*name) != after.get(*name))
        .map(String::as_str)
        .collect();
    ensure!(
        others.is_empty(),
        "Made again from the same site, these have other bytes: {}. What depends on the time, or on the order of files?",
        others.join(", ")
    );
    Ok(())
}

/// The bytes of each package, by its name.
fn made() -> Result<BTreeMap<String, Vec<u8>>> {
    let Ok(entries) = fs::read_dir(folder()) else { return Ok(BTreeMap::new()) };
    entries
        .map(|entry| {
            let entry = entry?;
            Ok((entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path())?))
        })
        .collect()
}

/// Makes all packages.
pub fn make(origin: Option<&str>) -> Result<()> {
    let dist = site::built()?;
    let page = fs::read_to_string(dist.join(WHOLE))
        .with_context(|| format!("dist/ has no {WHOLE}: `cargo xtask build` makes it"))?;
    let about = about(&dist, &page, origin)?;
    let folder = folder();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let put = |name: &str, bytes: &[u8]| {
        println!("target/packages/{name}: {} bytes", bytes.len());
        fs::write(folder.join(name), bytes)
    };
    put(WHOLE, page.as_bytes())?;
    put("mali-explained.en.kolibri.zip", &zipped(&[(INDEX, page.as_bytes())])?)?;
    for (version, name) in [(Scorm::Old, "scorm-1.2"), (Scorm::New, "scorm-2004")] {
        let reporting =
            with_script(&page, &(STEPS.to_owned() + &SCORM.replace(SPEAKS, version.number())))?;
        let manifest = manifest::scorm(&about, version);
        let files = [("imsmanifest.xml", manifest.as_bytes()), (INDEX, reporting.as_bytes())];
        put(&format!("mali-explained.en.{name}.zip"), &zipped(&files)?)?;
    }
    if about.origin.is_some() {
        let (manifest, links) = manifest::cartridge(&about);
        let mut files = vec![("imsmanifest.xml", manifest.as_bytes())];
        files.extend(links.iter().map(|(name, text)| (name.as_str(), text.as_bytes())));
        put("mali-explained.en.thin.imscc", &zipped(&files)?)?;
        put("mali-explained.en.cmi5.xml", manifest::cmi5(&about).as_bytes())?;
    } else {
        println!(
            "Not made, since nobody said where the site is published (--origin): Common Cartridge and cmi5, which lead there"
        );
    }
    zim::write(&page, &about, &dist.join("icon-48.png"), &folder.join("mali-explained.en.zim"))
}

impl Scorm {
    /// As its script and its manifest call it.
    pub fn number(self) -> &'static str {
        match self {
            Self::Old => "1.2",
            Self::New => "2004",
        }
    }
}

/// What the page and the site say of themselves.
fn about(dist: &Path, page: &str, origin: Option<&str>) -> Result<About> {
    let between = |from: &str, until: &str| {
        let (_, rest) = page.split_once(from)?;
        Some(html_escape::decode_html_entities(rest.split_once(until)?.0).into_owned())
    };
    let missing = || format!("{WHOLE} is not as expected: build the site anew");
    let rooms = [
        "",
        "walk/",
        "timeline/",
        "map/",
        "accord/",
        "government/",
        "foreign/",
        "forces/",
        "claims/",
        "glossary/",
        "sources/",
        "teach/",
    ];
    let mut parts = Vec::new();
    for room in rooms {
        let path = format!("en/{room}");
        let text = fs::read_to_string(dist.join(&path).join("index.html"))?;
        let title = text.split_once("<title>").and_then(|(_, rest)| rest.split_once(" · "));
        let title = title.with_context(|| format!("{path} has no title"))?.0;
        parts.push((path, html_escape::decode_html_entities(title).into_owned()));
    }
    Ok(About {
        name: between("<title>", "</title>").with_context(missing)?,
        lead: between("<p class=\"standfirst\">", "</p>").with_context(missing)?,
        dated: between("<p class=\"dateline\">", "</p>")
            .and_then(|line| line.split(" <a").next().map(str::to_owned))
            .with_context(missing)?,
        checked: checked(dist)?,
        version: between("data-build=\"", "\"").with_context(missing)?,
        origin: origin.map(str::to_owned),
        parts,
    })
}

/// The day the facts were checked, from the data of the site.
fn checked(dist: &Path) -> Result<String> {
    let data: serde_json::Value =
        serde_json::from_slice(&fs::read(dist.join("data/en/events.json"))?)?;
    data["checked"].as_str().map(str::to_owned).context("data/en/events.json has no day `checked`")
}

/// The page with a script behind its own, which its policy then allows.
fn with_script(page: &str, script: &str) -> Result<String> {
    let (before, own) = page.rsplit_once("<script>").context("the page has no script")?;
    let (own, after) = own.split_once("</script>").context("its script has no end")?;
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let both = format!("{own}{script}");
    ensure!(before.contains(&hash(own)), "its policy does not allow its own script");
    Ok(format!("{}<script>{both}</script>{after}", before.replace(&hash(own), &hash(&both))))
}

/// A zip of files, whose bytes depend on nothing else.
fn zipped(files: &[(&str, &[u8])]) -> Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, bytes) in files {
        zip.start_file(*name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_files_make_the_same_bytes() {
        let files: [(&str, &[u8]); 2] = [("a.xml", b"<a/>"), ("b.html", b"<p>b")];
        assert_eq!(zipped(&files).unwrap(), zipped(&files).unwrap());
    }

    #[test]
    fn a_page_allows_the_script_that_it_gains() {
        let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
        let page = format!(
            "<meta content=\"script-src 'sha256-{}'\"><script>a()</script></body>",
            hash("a()")
        );
        let with = with_script(&page, ";b()").unwrap();
        assert!(
            with.contains(&hash("a();b()")) && with.contains("<script>a();b()</script></body>"),
            "{with}"
        );
        assert!(with_script("<script>a()</script>", "b()").is_err());
    }
}
