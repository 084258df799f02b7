//! Who's who with its ties: each year that can be chosen is known to the stylesheet and has ties, and each tie leads to both.

use crate::dist;
use crate::html::{line, site};

const PATH: &str = "en/people/index.html";

#[test]
fn each_year_that_can_be_chosen_leaves_the_ties_that_held() {
    let site = site();
    let page = site.at(PATH);
    let sheet = page.only("link[rel=\"stylesheet\"]").and_then(|link| link.attr("href")).unwrap();
    let style = dist::read(sheet.trim_start_matches("./").trim_start_matches("../"));
    let years = page.all("input[name=\"year\"]").into_iter().filter_map(|year| year.attr("value"));
    let years: Vec<&str> = years.filter(|year| *year != "all").collect();
    assert!(years.len() > 10, "{years:?}");
    let all = page.all(".tie").len();
    for year in years {
        let rule = format!("[value=\"{year}\"]:checked) .tie:not(.{year})");
        assert!(style.contains(&rule), "{year}");
        let of_year = page.all(&format!(".tie.{year}")).len();
        assert!(0 < of_year && of_year < all, "{of_year} of {all} in {year}");
    }
}

#[test]
fn a_tie_tells_between_whom_and_when() {
    let site = site();
    let page = site.at(PATH);
    let ties = page.all(".ties__group:first-child .tie");
    let beside = ties.iter().map(|tie| line(*tie)).find(|tie| tie.contains("EUTM"));
    assert!(beside.is_some_and(|tie| tie.contains("trained by") && tie.contains("2013")));
    for tie in ties {
        let links =
            tie.select(&scraper::Selector::parse("a[href^=\"en/actor/\"]").unwrap()).count();
        assert_eq!(links, 2, "{}", line(tie));
    }
}
