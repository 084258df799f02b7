//! Faults of dates.

use super::broken;

broken! {
    a_date_in_another_form: "facts/sources.toml", "date = \"2023-08-12\"\nurl = \"https://army" => "date = \"12.8.2023\"\nurl = \"https://army",
        ["content/facts/sources.toml:6:8: `12.8.2023` is not written as a date; write `2023-08-11`, `2023-08`, `2023` or `18xx`"];
    a_day_that_does_not_exist: "facts/actors.toml", "2014-10-28" => "2014-02-30",
        ["content/facts/actors.toml:5:8: there is no `2014-02-30` in the calendar"];
    an_end_before_its_start: "facts/events.toml", "end = \"2023-08-12\"" => "end = \"2023-07\"",
        ["content/facts/events.toml:4:7: ends in 2023-07, before its start in 2023-08-11"];
    a_tie_that_ends_before_it_begins: "facts/actors.toml", "from = \"2023-08\" }" => "from = \"2023-08\", until = \"2022\" }",
        ["content/facts/actors.toml:8:72: ends in 2022, before its start in 2023-08"];
    limits_known_unequally: "facts/events.toml", "[\"2015-05-15\", \"2015-06-20\"]" => "[\"2015-05-15\", \"2015-06\"]",
        ["content/facts/events.toml:20:11: the two dates of `between` must be known equally well"];
    one_limit: "facts/events.toml", "[\"2015-05-15\", \"2015-06-20\"]" => "[\"2015-05-15\"]",
        ["content/facts/events.toml:20:11: `between` needs two dates: the first and the last that it may have been"];
    limits_beside_a_start: "facts/events.toml", "between =" => "start = \"2015\"\nbetween =",
        ["content/facts/events.toml:21:11: `between` stands in place of `start`; leave one of them out"];
    limits_with_an_end: "facts/events.toml", "between =" => "end = \"2015-07-01\"\nbetween =",
        ["content/facts/events.toml:20:7: `between` is for one moment; it has no `end`"];
    a_time_without_a_day: "facts/events.toml", "start = \"2023-08-11\"\nend = \"2023-08-12\"" => "start = \"2023-08\"",
        ["content/facts/events.toml:4:8: a `time` needs a date known to the day"];
    no_date: "facts/events.toml", "between = [\"2015-05-15\", \"2015-06-20\"]\n" => "",
        ["content/facts/events.toml:18:1: `start` is missing"];
    known_at_once: "facts/events.toml", "known_from = \"2015-07-01\"" => "known_from = \"2015-05-16\"",
        ["content/facts/events.toml:25:14: `known_from` is within a week of the event; leave it out"];
    a_history_out_of_order: "facts/accord.toml", "when = \"2020-06\", status" => "when = \"2014\", status",
        ["content/facts/accord.toml:22:14: 2015-06-20 comes after 2014 in time but before it in the list"];
    a_count_off_the_dial: "facts/walk.toml", "when = \"2023-08-12\"" => "when = \"2023-08-20\"",
        ["content/facts/walk.toml:11:41: 2023-08-20 is not between 2023-08-11 and 2023-08-16"];
}
