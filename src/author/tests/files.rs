//! Faults of whole files, of keys and of values.

use super::{broken, edit, faults, valid};

broken! {
    a_syntax_error: "facts/terms.toml", "see_also = [\"cma\"]" => "see_also = [\"cma\"",
        ["content/facts/terms.toml:11:1: not valid TOML: missing comma between array elements, expected `,`"];
    a_repeated_key: "en/places.toml", "name = \"Ber\"" => "name = \"Ber\"\nname = \"Ber\"",
        ["content/en/places.toml:3:1: not valid TOML: duplicate key"];
    an_unknown_key: "facts/places.toml", "approximate" => "aproximate",
        ["content/facts/places.toml:7:1: unknown key `aproximate`; did you mean `approximate`?"];
    an_unknown_array: "facts/places.toml", "[[place]]\nid = \"ber\"" => "[[placce]]\nid = \"fes\"\n\n[[place]]\nid = \"ber\"",
        ["content/facts/places.toml:1:3: unknown key `placce`; did you mean `place`?"];
    a_missing_key: "facts/events.toml", "confidence = \"medium\"\n" => "",
        ["content/facts/events.toml:1:1: `confidence` is missing"];
    a_wrong_type: "facts/events.toml", "lanes = [\"fighting\", \"accord\"]" => "lanes = \"fighting\"",
        ["content/facts/events.toml:6:9: a text stands where a list belongs"];
    a_wrong_type_in_a_list: "en/terms.toml", "[\"the Coordination\"]" => "[\"the Coordination\", 3]",
        ["content/en/terms.toml:3:32: a whole number stands where a text belongs"];
    a_bare_date: "facts/site.toml", "\"2026-11-22\"" => "2026-11-22",
        ["content/facts/site.toml:2:11: a date without quotation marks stands where a text belongs"];
    an_empty_text: "en/events.toml", "\"Fighting at Ber\"" => "\" \"",
        ["content/en/events.toml:2:9: the text is empty; write it, or leave the key out if it may be left out"];
    a_long_text: "en/events.toml", "\"The accord is signed\"" => "\"one two three four five six seven eight nine ten eleven twelve thirteen\"",
        ["content/en/events.toml:10:9: 13 words, 12 at most"];
    an_invisible_character: "en/places.toml", "A town" => "A\u{200B} town",
        ["content/en/places.toml:4:9: invisible character U+200B; delete it"];
    a_control_character_in_an_escape: "en/places.toml", "A town" => "A\\u0007 town",
        ["content/en/places.toml:4:9: invisible character U+0007; delete it"];
    a_control_character_in_markdown: "en/about.md", "A site" => "A\u{7} site",
        ["content/en/about.md:8:2: invisible character U+0007; delete it"];
    mixed_quotes: "en/places.toml", "\"A town with a camp of the UN.\"" => "'A “town” with a \"camp\".'",
        ["content/en/places.toml:4:24: straight and curly quotation marks are mixed; use “ and ” here"];
    an_unknown_word: "facts/places.toml", "kind = \"town\"\napprox" => "kind = \"twon\"\napprox",
        ["content/facts/places.toml:6:8: `twon` is not one of `place_kinds`; did you mean `town`?"];
    an_unknown_lane: "facts/events.toml", "\"fighting\", \"accord\"" => "\"fighting\", \"acord\"",
        ["content/facts/events.toml:6:22: `acord` is not one of the lanes; did you mean `accord`?"];
    an_unknown_status: "facts/disputes.toml", "\"disputed\"" => "\"open\"",
        ["content/facts/disputes.toml:4:10: `open` is not one of the statuses"];
    an_empty_list: "en/disputes.toml", "[\"There was fighting.\"]" => "[]",
        ["content/en/disputes.toml:3:15: the list is empty; it needs 1 or more"];
    an_unknown_message: "en/messages.toml", "[messages]" => "[messages]\nskip_to_contents = \"Skip\"",
        ["content/en/messages.toml:2:1: unknown key `skip_to_contents`; did you mean `skip_to_content`?"];
    a_missing_message: "en/messages.toml", "skip_to_content = \"skip_to_content\"\n" => "",
        ["content/en/messages.toml:1:1: `skip_to_content` is missing"];
    a_vocabulary_without_a_list: "en/vocabulary.toml", "[scopes]" => "[scope]",
        ["content/en/vocabulary.toml:1:1: `scopes` is missing"];
    a_vocabulary_without_a_status: "en/vocabulary.toml", "unknown = \"Not known\"\n" => "",
        ["content/en/vocabulary.toml:1:1: `unknown` is missing"];
    dates_by_the_rules_of_no_language: "en/vocabulary.toml", "[scopes]" => "[dates]\nlocale = \"British English\"\n\n[scopes]",
        ["content/en/vocabulary.toml:61:10: `British English` is no language tag; write one such as `fr` or `ar`"];
    a_language_without_a_folder: "facts/site.toml", "[\"en\"]" => "[\"en\", \"fr\"]",
        ["content/facts/site.toml:5:20: there is no folder `fr` with the words of this language"];
    keys_that_are_not_fenced: "en/about.md", "+++\ntitle" => "title",
        ["content/en/about.md:1:1: the keys of the file belong between two lines `+++` at its head"];
}

#[test]
fn a_file_that_is_not_utf_8() {
    let mut tree = valid();
    let bytes = tree.get_mut("en/places.toml").unwrap();
    let at = bytes.windows(4).position(|four| four == b"town").unwrap();
    bytes[at] = 0xFF;
    assert_eq!(
        faults(&tree),
        ["content/en/places.toml:4:10: not UTF-8 from here on; save the file as UTF-8"]
    );
}

#[test]
fn files_that_are_missing() {
    let mut tree = valid();
    for file in ["facts/places.toml", "en/events.toml", "en/about.md", "en/walk/one/first.md"] {
        tree.remove(file);
    }
    assert_eq!(
        faults(&tree),
        [
            "content/en/about.md:1:1: this file is missing",
            "content/en/events.toml:1:1: this file is missing",
            "content/en/walk/one/first.md:1:1: this file is missing",
            "content/facts/places.toml:1:1: this file is missing"
        ]
    );
}

#[test]
fn files_that_nothing_reads() {
    let mut tree = valid();
    tree.insert("facts/event.toml".to_owned(), Vec::new());
    tree.insert("en/walk/one/frist.md".to_owned(), "+++\n+++\n".into());
    assert_eq!(
        faults(&tree),
        [
            "content/en/walk/one/frist.md:1:1: nothing reads this file; did you mean `en/walk/one/first.md`?",
            "content/facts/event.toml:1:1: nothing reads this file; did you mean `facts/events.toml`?"
        ]
    );
}

#[test]
fn a_broken_file_is_not_held_against_the_others() {
    let mut tree = valid();
    edit(&mut tree, "facts/sources.toml", "id = \"army-text\"", "id = \"army-text");
    edit(&mut tree, "facts/events.toml", "place = \"ber\"", "place = \"bre\"");
    assert_eq!(
        faults(&tree),
        [
            "content/facts/events.toml:11:9: unknown place `bre`; did you mean `ber`?",
            "content/facts/sources.toml:2:16: not valid TOML: invalid basic string, expected `\"`"
        ]
    );
}
