//! Whether a JSON value keeps to a JSON Schema, as far as our own schemas go.
//!
//! Known are `$ref` to `$defs`, `anyOf`, `oneOf`, `const`, `enum`, `type`, `required`, `properties`, `additionalProperties`, `items` and
//! `minimum`/`maximum`; a keyword that is not known fails, so that none passes unchecked. What only tells (title, description, format, `x-…`) is
//! passed over, and so is `pattern`, for the sake of a smaller tree of dependencies.

use serde_json::Value;

const TELLS: [&str; 8] =
    ["$schema", "$defs", "$id", "title", "description", "format", "default", "pattern"];

/// What is wrong with a value, each with its place in it.
pub fn faults(value: &Value, schema: &Value, root: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(value, schema, root, "", &mut found);
    found
}

fn check(value: &Value, schema: &Value, root: &Value, place: &str, found: &mut Vec<String>) {
    let Some(rules) = schema.as_object() else {
        if schema == false {
            found.push(format!("{place}: not allowed"));
        }
        return;
    };
    for (keyword, rule) in rules {
        match keyword.as_str() {
            "$ref" => {
                let name = rule
                    .as_str()
                    .and_then(|path| path.strip_prefix("#/$defs/"))
                    .unwrap_or_default();
                match root["$defs"].get(name) {
                    Some(definition) => check(value, definition, root, place, found),
                    None => found.push(format!("{place}: the schema has no {name:?}")),
                }
            }
            "anyOf" | "oneOf" => {
                let options = rule.as_array().into_iter().flatten();
                if !options.into_iter().any(|option| faults(value, option, root).is_empty()) {
                    found.push(format!("{place}: {value} is none of {keyword}"));
                }
            }
            "const" if value != rule => found.push(format!("{place}: {value} is not {rule}")),
            "enum" if !rule.as_array().is_some_and(|values| values.contains(value)) => {
                found.push(format!("{place}: {value} is none of {rule}"));
            }
            "type" if !has_type(value, rule) => {
                found.push(format!("{place}: {value} is no {rule}"));
            }
            "minimum" if value.as_f64() < rule.as_f64() => {
                found.push(format!("{place}: {value} is under {rule}"));
            }
            "maximum" if value.as_f64() > rule.as_f64() => {
                found.push(format!("{place}: {value} is over {rule}"));
            }
            "required" => {
                let missing = rule
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str)
                    .filter(|name| value.get(name).is_none());
                found.extend(missing.map(|name| format!("{place}: no {name}")));
            }
            "properties" => {
                for (name, field) in value.as_object().into_iter().flatten() {
                    match rule.get(name) {
                        Some(rule) => check(field, rule, root, &format!("{place}/{name}"), found),
                        None if rules.contains_key("additionalProperties") => {}
                        None => {
                            found.push(format!("{place}/{name}: the schema does not tell of it"));
                        }
                    }
                }
            }
            "additionalProperties" => {
                for (name, field) in value.as_object().into_iter().flatten() {
                    if schema["properties"].get(name).is_none() {
                        check(field, rule, root, &format!("{place}/{name}"), found);
                    }
                }
            }
            "items" => {
                for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(item, rule, root, &format!("{place}/{number}"), found);
                }
            }
            "const" | "enum" | "type" | "minimum" | "maximum" => {}
            name if TELLS.contains(&name) || name.starts_with("x-") => {}
            name => found.push(format!("{place}: the tests do not know the keyword {name:?} yet")),
        }
    }
}

fn has_type(value: &Value, rule: &Value) -> bool {
    let is = |name: &Value| match name.as_str() {
        Some("null") => value.is_null(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("number") => value.is_number(),
        Some("string") => value.is_string(),
        Some("array") => value.is_array(),
        Some("object") => value.is_object(),
        _ => false,
    };
    rule.as_array().map_or_else(|| is(rule), |names| names.iter().any(is))
}

#[test]
fn what_does_not_keep_to_a_schema_is_found() {
    let schema = serde_json::json!({
        "$defs": { "Lane": { "oneOf": [{ "const": "a" }, { "const": "b" }] } },
        "type": "object",
        "required": ["id"],
        "properties": { "id": { "type": "string" }, "lanes": { "type": "array", "items": { "$ref": "#/$defs/Lane" } } },
    });
    let found = |value: Value| faults(&value, &schema, &schema).len();
    assert_eq!(found(serde_json::json!({ "id": "x", "lanes": ["a", "b"] })), 0);
    assert_eq!(found(serde_json::json!({ "id": 1, "lanes": ["c"], "more": 0 })), 3);
    assert_eq!(found(serde_json::json!({})), 1);
}
