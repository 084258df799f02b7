//! Figures of the accord's steps, put into words: a number or a span, and its unit.

use crate::author::desk::Desk;
use crate::author::fault::FaultKind;
use crate::author::table::Table;
use crate::author::value::Value;
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::decimal::options::DecimalFormatterOptions;
use icu::locale::Locale;

/// The figure of a step, if it has one: `600 fighters`, `60–77 per cent`; words for it win over its digits.
pub fn in_words<'a>(
    desk: &Desk<'a>,
    facts: &mut Table<'a>,
    words: &mut Table<'a>,
) -> Option<String> {
    let written: Option<String> = words.maybe("figure");
    let unit: Option<String> = words.maybe("unit");
    let mut figure = facts.get("figure").and_then(Value::table)?;
    let [value, min, max] = ["value", "min", "max"].map(|key| figure.maybe::<i64>(key));
    let digits = |number: i64| in_digits(number, desk.regional_locale());
    let number = match (value, min, max) {
        (Some(only), None, None) | (None, Some(only), None) | (None, None, Some(only)) => {
            digits(only)
        }
        (None, Some(min), Some(max)) => format!("{}–{}", digits(min), digits(max)),
        _ => {
            figure.spot().fault(FaultKind::Figure);
            String::new()
        }
    };
    figure.finish();
    let number = written.unwrap_or(number);
    Some(unit.map_or_else(|| number.clone(), |unit| format!("{number} {unit}")))
}

/// A whole number with the separators of a language.
fn in_digits(number: i64, locale: &str) -> String {
    let locale = locale.parse().unwrap_or(Locale::UNKNOWN);
    let formatter = DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default());
    formatter.map_or_else(
        |_| number.to_string(),
        |formatter| formatter.format_to_string(&Decimal::from(number)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_separators_of_the_language() {
        assert_eq!(in_digits(26_000, "en"), "26,000");
        assert_eq!(in_digits(26_000, "de"), "26.000");
    }
}
