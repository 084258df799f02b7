//! Faults of prose.

use super::broken;

broken! {
    html_in_a_line: "en/places.toml", "A town with" => "A <b>town</b> with",
        ["content/en/places.toml:4:10: HTML in prose; only `*emphasis*` and `[words](scheme:ID)` are allowed"];
    html_in_a_block: "en/about.md", "A site" => "<div>\nA site",
        ["content/en/about.md:8:1: HTML in prose; only `*emphasis*` and `[words](scheme:ID)` are allowed"];
    an_entity: "en/about.md", "A site" => "A&nbsp;site",
        ["content/en/about.md:8:2: HTML in prose; only `*emphasis*` and `[words](scheme:ID)` are allowed"];
    an_unclosed_bracket: "en/events.toml", "[the text](source:army-text)" => "[the text(source:army-text)",
        ["content/en/events.toml:3:95: `[` is left over: the markup is not closed; to mean the sign itself write `\\[`"];
    an_unclosed_target: "en/events.toml", "(source:army-text)" => "(source:army-text",
        ["content/en/events.toml:3:95: `[` is left over: the markup is not closed; to mean the sign itself write `\\[`"];
    an_unpaired_star: "en/events.toml", "*not known*" => "*not known",
        ["content/en/events.toml:3:77: `*` is left over: the markup is not closed; to mean the sign itself write `\\*`"];
    strong: "en/about.md", "A site" => "A **site**",
        ["content/en/about.md:8:3: the grammar of prose has no strong emphasis (see content/README.md)"];
    emphasis_by_underscores: "en/about.md", "A site" => "A _site_",
        ["content/en/about.md:8:3: the grammar of prose has no emphasis by `_`; write `*words*` (see content/README.md)"];
    an_image: "en/about.md", "A site" => "![A site](event:ber-clash)",
        ["content/en/about.md:8:1: the grammar of prose has no image (see content/README.md)"];
    code: "en/about.md", "A site" => "A `site`",
        ["content/en/about.md:8:3: the grammar of prose has no code or indented paragraph (see content/README.md)"];
    a_footnote: "en/about.md", "A site about Ber." => "A site[^1]\n\n[^1]: A note.",
        ["content/en/about.md:8:7: the grammar of prose has no footnote (see content/README.md)", "content/en/about.md:10:1: the grammar of prose has no footnote (see content/README.md)"];
    a_table: "en/about.md", "A site about Ber." => "| a | b |\n| - | - |\n| 1 | 2 |",
        ["content/en/about.md:8:1: the grammar of prose has no table (see content/README.md)"];
    a_deep_heading: "en/about.md", "A site" => "#### Deep\n\nA site",
        ["content/en/about.md:8:1: the grammar of prose has no heading but `##` and `###` (see content/README.md)"];
    a_second_paragraph_in_a_line: "en/events.toml", "The accord was signed\n" => "The accord was signed\n\n",
        ["content/en/events.toml:14:1: the grammar of prose has no second paragraph in a line (see content/README.md)"];
    a_list_in_a_line: "en/places.toml", "\"The capital" => "\"- The capital",
        ["content/en/places.toml:8:8: the grammar of prose has no list in a line (see content/README.md)"];
    a_list_in_a_list: "en/walk/one/first.md", "- another" => "- another\n  - deeper\n- more",
        ["content/en/walk/one/first.md:20:3: the grammar of prose has no list in a list (see content/README.md)"];
    an_unknown_scheme: "en/events.toml", "(source:army-text)" => "(sorce:army-text)",
        ["content/en/events.toml:3:106: unknown scheme `sorce`; did you mean `source`?"];
    no_scheme: "en/events.toml", "(source:army-text)" => "(army-text)",
        ["content/en/events.toml:3:106: unknown scheme `army-text`"];
    a_link_to_the_web: "en/events.toml", "(source:army-text)" => "(https://army.example/text)",
        ["content/en/events.toml:3:106: a link to a web address; make it a source and write `source:ID`"];
    a_defined_link: "en/about.md", "A site about Ber." => "A [site][x].\n\n[x]: event:ber-clash",
        ["content/en/about.md:10:1: the grammar of prose has no definition of a link (see content/README.md)"];
    a_titled_link: "en/teach.md", "(event:ber-clash)" => "(event:ber-clash 'Ber')",
        ["content/en/teach.md:6:9: the grammar of prose has no title of a link (see content/README.md)"];
    a_forced_break: "en/about.md", "A site about" => "A site\\\nabout",
        ["content/en/about.md:8:7: the grammar of prose has no forced line break (see content/README.md)"];
    a_quotation: "en/about.md", "A site" => "> A site",
        ["content/en/about.md:8:1: the grammar of prose has no block quotation (see content/README.md)"];
    a_rule: "en/about.md", "A site" => "***\n\nA site",
        ["content/en/about.md:8:1: the grammar of prose has no rule (see content/README.md)"];
    struck_out: "en/about.md", "A site" => "A ~~site~~",
        ["content/en/about.md:8:3: the grammar of prose has no struck-out text (see content/README.md)"];
    an_indented_paragraph: "en/about.md", "A site" => "    A site",
        ["content/en/about.md:8:5: the grammar of prose has no code or indented paragraph (see content/README.md)"];
    a_link_in_a_heading: "en/about.md", "## What this is" => "## What [this](event:ber-clash) is",
        ["content/en/about.md:6:1: the grammar of prose has no markup in a heading (see content/README.md)"];
    a_link_without_words: "en/events.toml", "[the text]" => "[]",
        ["content/en/events.toml:3:98: a link needs words and a target: `[words](scheme:ID)`"];
    an_unknown_term: "en/terms.toml", "(term:cma)" => "(term:cmaa)",
        ["content/en/terms.toml:9:61: unknown term, actor or place `cmaa`; did you mean `cma`?"];
    an_unknown_event_in_markdown: "en/teach.md", "(event:ber-clash)" => "(event:ber-crash)",
        ["content/en/teach.md:6:23: unknown event `ber-crash`; did you mean `ber-clash`?"];
    an_unknown_speaker: "en/story.toml", "said:a-person" => "said:b-person",
        ["content/en/story.toml:23:45: unknown actor `b-person`; did you mean `a-person`?"];
    no_language: "en/teach.md", "[story](event:ber-clash)" => "[story](lang:f)",
        ["content/en/teach.md:6:22: `f` is no language tag; write one such as `fr` or `ar`"];
    a_bare_address: "en/about.md", "A site" => "A site https://army.example",
        ["content/en/about.md:8:8: a bare address; make it a source and write `[words](source:ID)`"];
    an_address_in_brackets: "en/about.md", "A site" => "A site <https://army.example>",
        ["content/en/about.md:8:8: a bare address; make it a source and write `[words](source:ID)`"];
    the_right_line_of_a_long_string: "en/events.toml", "in two steps." => "in [two](term:two) steps.",
        ["content/en/events.toml:13:15: unknown term, actor or place `two`"];
    the_right_column_after_escapes: "en/places.toml", "A town with" => "A \\\"town\\\" [with](term:with)",
        ["content/en/places.toml:4:31: unknown term, actor or place `with`"];
    markup_in_plain_words: "en/events.toml", "title = \"Fighting at Ber\"" => "title = \"[Fighting](term:cma) at Ber\"",
        ["content/en/events.toml:2:19: a link in a field of plain words"];
    a_word_that_takes_sides: "en/places.toml", "A town with" => "A town that the army retook, with",
        ["content/en/places.toml:4:29: “retook” takes sides in the site's own voice; say “took”, or quote it with its owner"];
    a_stem_that_takes_sides_in_a_title: "en/events.toml", "title = \"Fighting at Ber\"" => "title = \"Fighters neutralised at Ber\"",
        ["content/en/events.toml:2:19: “neutralised” takes sides in the site's own voice; say “kill” with its owner, or quote it with its owner"];
    dead_without_an_owner: "en/places.toml", "A town with" => "A town where six were killed, with",
        ["content/en/places.toml:4:21: a number of dead without an owner; add a source, a claim or `said:`"];
}

/// Words that look like faults and are none.
mod allowed {
    use crate::author::tests::{edit, faults, valid};

    fn allows(file: &str, from: &str, to: &str) {
        let mut tree = valid();
        edit(&mut tree, file, from, to);
        assert_eq!(faults(&tree), [""; 0], "{to}");
    }

    #[test]
    fn quoted_words_are_not_the_sites_own() {
        allows("en/places.toml", "A town with", "A town that the army “retook”, with");
        allows("en/places.toml", "A town with", "A town that [the army retook](said:fama), with");
        allows("en/events.toml", "cma = \"The army attacked.\"", "cma = \"The army retook it.\"");
    }

    #[test]
    fn numbers_of_dead_have_owners_beside_them() {
        allows(
            "en/places.toml",
            "A town with",
            "A town where [six were killed](source:army-text), with",
        );
        allows(
            "en/places.toml",
            "A town with",
            "A town where, on 12 August 2023, people were killed, with",
        );
        allows("en/terms.toml", "simple = \"An alliance.\"", "simple = \"Six were killed.\"");
    }

    #[test]
    fn signs_that_are_escaped_stay_signs() {
        allows("en/about.md", "A site", "A \\*site\\* \\[sic\\]");
        allows("en/places.toml", "A town with", "A \\\\[sic\\\\] town with");
    }

    #[test]
    fn words_can_be_kept_plain_or_foreign() {
        allows("en/about.md", "A site about Ber.", "A [site](lang:fr) about [Ber](nolink:).");
    }
}
