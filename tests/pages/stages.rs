//! What the stage of a step shows is what its text speaks of: by ids, names and sources of the fact base.

use crate::assert_none;
use crate::facts::content;
use crate::html::site;
use std::collections::{BTreeMap, BTreeSet};
use toml::{Table, Value};

fn facts(file: &str) -> Table {
    toml::from_str(&content(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn strings(value: Option<&Value>) -> Vec<String> {
    let list = value.and_then(Value::as_array).into_iter().flatten();
    list.chain(value.filter(|value| value.is_str()))
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

/// The sources of the records of a table, by their ids.
fn sources(file: &str, table: &str) -> BTreeMap<String, BTreeSet<String>> {
    let of = |record: &Value| {
        let mut sources: BTreeSet<String> = strings(record.get("sources")).into_iter().collect();
        for claim in record.get("claims").and_then(Value::as_array).into_iter().flatten() {
            sources.extend(strings(claim.get("sources")));
        }
        (record["id"].as_str().unwrap_or_default().to_owned(), sources)
    };
    facts(file)[table].as_array().expect("it is a list").iter().map(of).collect()
}

/// What the records of a file are called, by their ids.
fn names(file: &str) -> BTreeMap<String, Vec<String>> {
    let name = |(id, words): (String, Value)| {
        let fields = ["name", "short", "alias", "aliases"].into_iter();
        (id, fields.flat_map(|field| strings(words.get(field))).collect())
    };
    facts(file).into_iter().map(name).collect()
}

/// The first day of each event as prose writes it: `20 June`.
fn days() -> BTreeMap<String, String> {
    let months =
        "January February March April May June July August September October November December";
    let months: Vec<&str> = months.split(' ').collect();
    let day = |event: &Value| {
        let start = event.get("start")?.as_str()?;
        let mut parts = start.split('-').skip(1).filter_map(|part| part.parse::<usize>().ok());
        let month = months.get(parts.next()?.checked_sub(1)?)?;
        let words =
            parts.next().map_or_else(|| (*month).to_owned(), |day| format!("{day} {month}"));
        Some((event["id"].as_str()?.to_owned(), words))
    };
    facts("facts/events.toml")["event"].as_array().into_iter().flatten().filter_map(day).collect()
}

#[test]
fn what_a_stage_shows_its_text_speaks_of() {
    let [events, disputes] = [("events", "event"), ("disputes", "dispute")]
        .map(|(file, table)| sources(&format!("facts/{file}.toml"), table));
    let days = days();
    let called: BTreeMap<_, _> =
        ["en/actors.toml", "en/places.toml"].into_iter().flat_map(names).collect();
    let walk = facts("facts/walk.toml");
    let (mut found, mut shown) = (Vec::new(), 0);
    for step in walk["step"].as_array().expect("there are steps") {
        let [id, chapter] = ["id", "chapter"].map(|key| step[key].as_str().unwrap_or_default());
        let text = content(&format!("en/walk/{chapter}/{id}.md"));
        // Its texts, and the picture in words.
        let spoken = text.as_str();
        let of_step: BTreeSet<String> = strings(step.get("sources")).into_iter().collect();
        let rests_on = |of: &BTreeMap<String, BTreeSet<String>>, id: &str, link: &str| {
            let is_linked = spoken.contains(&format!("({link}:{id})"));
            let is_sourced = of.get(id).is_some_and(|sources| !sources.is_disjoint(&of_step));
            is_linked || is_sourced || days.get(id).is_some_and(|day| spoken.contains(day))
        };
        let is_named = |id: &str| {
            let links = ["actor", "place", "term"].map(|link| format!("({link}:{id})"));
            let names = called.get(id).into_iter().flatten();
            // A person may be called by the first and the last of its names.
            let is_said = |name: &String| {
                let mut words = name.split(" (").next().unwrap_or(name).split(' ');
                let ends = [words.next(), words.next_back()];
                ends.into_iter().flatten().all(|word| spoken.contains(word))
            };
            links.iter().any(|link| spoken.contains(link)) || names.into_iter().any(is_said)
        };
        let stage = step["stage"].as_table().expect("each step has a stage");
        let mut miss = |what: String, is_spoken: bool| {
            shown += 1;
            if !is_spoken {
                found.push(format!("{chapter}/{id}: {what}"));
            }
        };
        for event in strings(stage.get("events")) {
            miss(format!("event {event}"), rests_on(&events, &event, "event"));
        }
        for dispute in strings(stage.get("dispute")) {
            miss(format!("question {dispute}"), rests_on(&disputes, &dispute, "claim"));
        }
        let lists = ["places", "links", "seats"].into_iter();
        let parts = lists.filter_map(|key| stage.get(key)?.as_array()).flatten();
        let whole = stage.clone().into();
        for part in parts.chain([&whole]) {
            for key in ["place", "from", "to", "who"] {
                for name in strings(part.get(key)).into_iter().filter(|id| called.contains_key(id))
                {
                    miss(format!("{key} {name}"), is_named(&name));
                }
            }
        }
    }
    assert_none(&found, "What a stage shows is neither linked, named nor sourced in its step:");
    assert!(shown > 130, "{shown} things are shown");
}

#[test]
fn of_each_count_as_many_are_drawn_as_somebody_counted() {
    let site = site();
    let (walk, mut drawn) = (facts("facts/walk.toml"), 0);
    for step in walk["step"].as_array().expect("there are steps") {
        let [id, chapter] = ["id", "chapter"].map(|key| step[key].as_str().unwrap_or_default());
        let Some(tolls) = step["stage"].get("tolls").and_then(Value::as_array) else { continue };
        let page = site.at(&format!("en/walk/{chapter}/{id}/index.html"));
        let number = |of: &Value, key: &str| of.get(key).and_then(Value::as_integer);
        let counted = |toll: &Value| -> Vec<[Option<i64>; 2]> {
            let also = toll.get("also").and_then(Value::as_array).into_iter().flatten();
            [toll]
                .into_iter()
                .chain(also)
                .map(|of| ["min", "max"].map(|key| number(of, key)))
                .collect()
        };
        let most = tolls.iter().flat_map(counted).flatten().flatten().max();
        let each = if most >= Some(60) { 10 } else { 1 };
        let part = |count: i64| (count + each - 1) / each;
        let rows = page.all("figure li.count");
        assert_eq!(rows.len(), tolls.len(), "{chapter}/{id}");
        for (toll, row) in tolls.iter().zip(rows) {
            let marks = |selector: &str| {
                i64::try_from(row.select(&scraper::Selector::parse(selector).unwrap()).count())
                    .unwrap()
            };
            let of = |first: usize| {
                let all = counted(toll).into_iter();
                all.map(|range| part(range[first].or(range[1 - first]).unwrap_or_default()))
                    .sum::<i64>()
            };
            let (sure, all) = (of(0), of(1));
            assert_eq!(marks(".people__one"), all, "{chapter}/{id}: {toll}");
            assert_eq!(marks(".people__one--maybe"), all - sure, "{chapter}/{id}: {toll}");
            drawn += all;
        }
    }
    assert!(drawn > 100, "{drawn}");
}

#[test]
fn a_way_is_drawn_on_the_land_with_both_its_ends() {
    let site = site();
    for step in ["ten-to-four/a-track-not-a-motorway", "why-this-camp/fifty-one-hours"] {
        let page = site.at(&format!("en/walk/{step}/index.html"));
        let names: Vec<String> =
            page.all("figure svg text").iter().map(|text| text.text().collect()).collect();
        for name in ["Timbuktu", "Ber", "Niger river", "57 km by track", "20 km"] {
            assert_eq!(
                names.iter().filter(|one| *one == name).count(),
                1,
                "{step}: {name} of {names:?}"
            );
        }
        assert_eq!(page.all("figure .atlas__way").len(), 1, "{step}");
    }
}

#[test]
fn a_claim_is_hatched_where_a_step_speaks_of_it_and_nowhere_else() {
    let site = site();
    let is_hatched =
        |page: &crate::html::Document| !page.all("use[href$=\"#claimed-2012\"]").is_empty();
    let hatched: Vec<&str> = site
        .all()
        .filter(|page| !page.path.contains("embed") && is_hatched(page))
        .map(|page| page.path.as_str())
        .collect();
    assert_eq!(
        hatched,
        [
            "en/print/the-accord-of-2015/index.html",
            "en/walk/the-accord-of-2015/a-claim-is-not-a-country/index.html"
        ]
    );
}

#[test]
fn each_map_of_a_page_has_a_choice_of_its_own() {
    for page in site().all() {
        let whole = page.all("input[value=\"1\"][name^=\"zoom-\"]");
        let mut names: Vec<&str> = whole.iter().filter_map(|one| one.attr("name")).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{}: {names:?}", page.path);
    }
}
