//! What is JSON and what is not, as another reader tells it.

use super::*;

/// JSON of any shape, much of it with records in it.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}|[\"\\\\/\u{8}\u{c}\n\r\tπ😀]{0,4}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::btree_map("events|title|when|start|\\PC{0,4}", inner, 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Whether a text is taken for JSON, whatever is in it.
fn is_json(text: &str) -> bool {
    let words = DateWords { patterns: DatePatterns::from_words(word), months: Vec::new() };
    let faults = read(text, &words).err().unwrap_or_default();
    !faults.iter().any(|fault| matches!(fault.kind, FaultKind::Syntax { .. }))
}

proptest! {
    #[test]
    fn what_is_json_is_told_as_others_tell_it(value in any_json(), at in any::<proptest::sample::Index>(), sign in "[\\[\\]{},:\"\\\\ue0.\\-+x]") {
        let text = format!("[{value}]");
        prop_assert!(is_json(&text), "{text}");
        // One sign more or another makes most of them something else.
        let mut places: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(1).collect();
        places.push(text.len());
        let at = places[at.index(places.len())];
        let broken = format!("{}{sign}{}", &text[..at], &text[at..]);
        let told = serde_json::from_str::<Value>(&broken);
        // That one cannot hold every number, and stops at one that it cannot; here they stay text.
        let is_out_of_range =
            |error: &serde_json::Error| error.to_string().contains("out of range");
        prop_assume!(!told.as_ref().is_err_and(is_out_of_range));
        prop_assert_eq!(is_json(&broken), told.is_ok(), "{}", broken);
    }
}
