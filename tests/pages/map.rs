//! The page of the map: each year that can be chosen is known to the stylesheet, and has its events.

use crate::dist;
use crate::html::site;

#[test]
fn each_year_that_can_be_chosen_is_shown_by_the_stylesheet() {
    let site = site();
    let page = site.at("en/map/index.html");
    let sheet = page.only("link[rel=\"stylesheet\"]").and_then(|link| link.attr("href")).unwrap();
    let style = dist::read(sheet.trim_start_matches("./"));
    let years = page.all("input[name=\"year\"]").into_iter().filter_map(|year| year.attr("value"));
    let years: Vec<&str> = years.filter(|year| *year != "all").collect();
    assert!(years.len() > 10, "{years:?}");
    for year in years {
        assert!(
            style.contains(&format!("[value=\"{year}\"]:checked) .atlas__year.{year}")),
            "{year}"
        );
        assert!(!page.all(&format!(".atlas__year.{year} li")).is_empty(), "{year} has no event");
        assert!(!page.all(&format!(".atlas__spot.{year}")).is_empty(), "{year} has no place");
    }
}
