//! Whatever stands for a date: it is none, or it is written as it is read and covers days in order.

use crate::run::fuzz;
use mali_explained::model::{Date, Precision};
use proptest::prelude::*;

/// Texts, many of them near the four forms of dates.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[0-9]{4}(-[01][0-9](-[0-3][0-9])?)?",
        1 => "[0-9]{2}xx",
        2 => "[0-9xX]{0,5}(-[0-9]{0,3}){0,3}",
        1 => any::<String>(),
    ]
}

#[test]
fn a_date_is_read_as_it_is_written() {
    fuzz(texts(), |text| {
        let Ok(date) = text.parse::<Date>() else { return Ok(()) };
        prop_assert_eq!(date.to_string(), text);
        prop_assert!(date.first_day() <= date.last_day());
        for day in [date.first_day(), date.last_day()] {
            let day = Date::from_day(day);
            prop_assert_eq!(day.to_string().parse(), Ok(day));
            prop_assert_eq!(day.year() / 100, date.year() / 100);
        }
        if date.precision() == Precision::Day {
            prop_assert_eq!(Date::from_day(date.first_day()), date);
        }
        let json = serde_json::to_string(&date).expect("a date is written as JSON");
        prop_assert_eq!(serde_json::from_str::<Date>(&json).ok(), Some(date));
        Ok(())
    });
}
