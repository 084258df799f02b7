//! How heavy the site is: the limits of design.md section 8, in bytes after Brotli at its best. A limit that is passed is a finding to
//! report, not a number to change.

use crate::{dist, html};
use std::io::Write;

/// What a file weighs on the way.
fn weight(path: &str) -> usize {
    let place = dist::folder().join(path);
    let bytes =
        std::fs::read(&place).unwrap_or_else(|error| panic!("{}: {error}", place.display()));
    packed(&bytes, 11)
}

fn packed(bytes: &[u8], quality: u32) -> usize {
    let mut packed = Vec::new();
    {
        let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, quality, 24);
        writer.write_all(bytes).expect("memory takes it");
    }
    packed.len()
}

/// Fails if files weigh more than a number of kilobytes (1000 bytes) together; says what each weighs either way.
fn assert_light(what: &str, paths: &[String], limit_kb: usize) {
    assert!(!paths.is_empty(), "{what}: no file");
    let weights: Vec<(usize, &String)> = paths.iter().map(|path| (weight(path), path)).collect();
    let total: usize = weights.iter().map(|(bytes, _)| bytes).sum();
    let each: Vec<String> =
        weights.iter().map(|(bytes, path)| format!("{bytes:>8} {path}")).collect();
    let words = format!("{what}: {total} bytes of {limit_kb} kB\n{}", each.join("\n"));
    println!("{words}");
    assert!(total <= limit_kb * 1000, "over the limit. {words}");
}

/// The files at the root of the site with this ending.
fn at_the_root(ending: &str) -> Vec<String> {
    dist::files(&dist::folder(), ending).into_iter().filter(|path| !path.contains('/')).collect()
}

/// Those that a page of the site asks for, which are not those of what stands alone or in frames, is said of sharing, or keeps the site.
fn of_the_site(ending: &str) -> Vec<String> {
    let others = ["embed-", "guest-", "share-", "mali-embed.", "sw."];
    let is_ours = |path: &String| !others.iter().any(|start| path.starts_with(start));
    at_the_root(ending).into_iter().filter(is_ours).collect()
}

#[test]
fn the_bare_timeline_weighs_80_kb_without_its_events() {
    let path = "en/embed/timeline/index.html";
    let page = dist::read(path);
    // The events stand in the page three times: as data, in the picture and in the list. Without them it is what surrounds them.
    let cut = |page: &str, from: &str, until: &str| {
        let (before, rest) = page.split_once(from).unwrap_or_else(|| panic!("no {from}"));
        let (_, after) =
            rest.split_once(until).unwrap_or_else(|| panic!("no {until} after {from}"));
        format!("{before}{from}{until}{after}")
    };
    let page = cut(&page, "data-events>", "</script>");
    let page = cut(&page, "timeline__events\">", "</ol>");
    let page = cut(&page, "class=\"chronicle\">", "<button");
    // Of the stylesheet in it, the rules that place the events are theirs.
    let is_of_events = |rule: &&str| rule.starts_with(".timeline__events .k");
    let lean: String = page.split_inclusive('}').filter(|rule| !is_of_events(rule)).collect();
    let (letters, program): (Vec<String>, Vec<String>) = at_the_root("")
        .into_iter()
        .filter(|path| path.starts_with("embed-"))
        .partition(|path| path.ends_with(".wasm.js"));
    let weigh = |paths: &[String]| paths.iter().map(|path| weight(path)).sum::<usize>();
    // In a frame without an origin the half that is no script comes as letters.
    let (program, letters) = (weigh(&program), weigh(&letters));
    let script = program
        - weigh(
            &at_the_root("_bg.wasm")
                .into_iter()
                .filter(|path| path.starts_with("embed-"))
                .collect::<Vec<_>>(),
        );
    for (what, program) in
        [("the bare timeline", program), ("in a sandboxed frame", script + letters)]
    {
        let total = program + packed(lean.as_bytes(), 11);
        println!("{what}: {total} bytes of 80 kB, the program {program}");
        assert!(
            program > 10_000 && total <= 80_000,
            "{what}: {total} bytes, the program {program}"
        );
    }
}

#[test]
fn what_hosts_load_weighs_2_kb() {
    assert_light("the script of a host", &["mali-embed.js".to_owned()], 2);
}

/// As it is, which is how it lies on a stick, and packed, if not at its best: that would take half a minute.
#[test]
fn the_whole_in_one_file_weighs_3_5_mb_and_600_kb_packed() {
    let text = dist::read("mali-explained.en.html");
    let (bytes, packed) = (text.len(), packed(text.as_bytes(), 5));
    println!("the one-page edition: {bytes} bytes of 3500 kB, packed {packed} of 600 kB");
    assert!(bytes <= 3_500_000 && packed <= 600_000, "{bytes} bytes, packed {packed}");
}

#[test]
fn the_story_is_read_for_90_kb() {
    let site = html::site();
    let page = site.at("en/index.html");
    let styles = page
        .all("link[rel=\"stylesheet\"], link[as=\"font\"]")
        .into_iter()
        .filter_map(|link| link.attr("href"));
    let mut paths = vec!["en/index.html".to_owned()];
    paths.extend(styles.map(|path| path.trim_start_matches("./").to_owned()));
    assert!(
        paths.iter().any(|path| path.rsplit('.').next() == Some("woff2")),
        "the page says which fonts it needs"
    );
    assert_light("what it takes to read the story", &paths, 90);
}

#[test]
fn the_program_weighs_230_kb() {
    assert_light("the program", &of_the_site(".wasm"), 230);
}

#[test]
fn its_scripts_weigh_14_kb() {
    assert_light("the scripts", &of_the_site(".js"), 14);
}

#[test]
fn a_chapter_of_the_walk_weighs_15_kb() {
    let walk = "data/en/page/walk";
    let chapters = dist::files(&dist::folder().join(walk), ".json");
    assert!(!chapters.is_empty(), "there is a chapter");
    for chapter in chapters {
        assert_light("the content of a chapter", &[format!("{walk}/{chapter}")], 15);
    }
}

#[test]
fn the_timeline_weighs_45_kb() {
    assert_light("the index of the timeline", &["data/en/page/timeline.json".to_owned()], 45);
}
