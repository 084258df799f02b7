//! Faults of records: ids, references, words, and what each sort of record needs.

use super::{broken, edit, faults, valid};

/// The faults after several edits, each of a file, what stands in it and what is put there instead.
fn after(edits: &[(&str, &str, &str)]) -> Vec<String> {
    let mut tree = valid();
    for (file, from, to) in edits {
        edit(&mut tree, file, from, to);
    }
    faults(&tree)
}

#[test]
fn a_malformed_id() {
    let found = after(&[
        ("facts/doors.toml", "\"accord-1\"", "\"Accord_1\""),
        ("en/doors.toml", "[accord-1]", "[Accord_1]"),
    ]);
    assert_eq!(
        found,
        [
            "content/facts/doors.toml:2:7: `Accord_1` is no id: use a to z, 0 to 9 and single hyphens between them"
        ]
    );
}

#[test]
fn a_question_with_one_voice() {
    let found = after(&[
        (
            "facts/disputes.toml",
            "    { key = \"fama\", by = \"army-text\", from = \"2023-08\", circa = true },\n",
            "",
        ),
        ("facts/walk.toml", "claims = [\"cma\", \"fama\"]", "claims = [\"cma\"]"),
        (
            "en/disputes.toml",
            "[q-first.claims.fama]\nlabel = \"Army\"\nsays = \"Terrorists attacked.\"\nsaid = \"In August 2023\"\nevidence = \"A time.\"\ninterest = \"A lawful handover.\"\n",
            "",
        ),
    ]);
    assert_eq!(
        found,
        [
            "content/facts/disputes.toml:7:10: a contested question needs the claims of two or more; this has 1"
        ]
    );
}

#[test]
fn a_source_that_nothing_uses() {
    let found = after(&[
        (
            "facts/sources.toml",
            "[[source]]\nid = \"army-text\"",
            "[[source]]\nid = \"spare\"\npublisher = \"A\"\nkind = \"press\"\nlang = \"en\"\nread = \"read\"\n\n[[source]]\nid = \"army-text\"",
        ),
        ("en/sources.toml", "[army-text]", "[spare]\ntitle = \"Spare\"\n\n[army-text]"),
    ]);
    assert_eq!(
        found,
        ["content/facts/sources.toml:2:6: nothing uses the source `spare`; use it or delete it"]
    );
}

broken! {
    // ---- ids and references
    an_id_that_is_taken: "facts/accord.toml", "[[signatory]]" => "[[part]]\nkey = \"i\"\n\n[[signatory]]",
        ["content/facts/accord.toml:28:7: `i` is already taken in line 12"];
    a_key_that_another_sort_of_record_has: "facts/accord.toml", "[[signatory]]" => "[[part]]\nkey = \"a-state\"\n\n[[signatory]]",
        ["content/en/accord.toml:20:1: unknown key `role`", "content/facts/accord.toml:37:7: `a-state` is already taken in line 28"];
    an_unknown_reference: "facts/events.toml", "actors = [\"cma\", \"fama\"]" => "actors = [\"cmaa\", \"fama\"]",
        ["content/facts/events.toml:10:11: unknown actor `cmaa`; did you mean `cma`?"];
    an_unknown_owner: "facts/disputes.toml", "by = \"army-text\"" => "by = \"army-txt\"",
        ["content/facts/disputes.toml:9:26: unknown actor or source `army-txt`; did you mean `army-text`?"];
    an_unknown_claim_on_stage: "facts/walk.toml", "claims = [\"cma\", \"fama\"]" => "claims = [\"cma\", \"famma\"]",
        ["content/facts/walk.toml:18:66: `famma` is not one of the claims of q-first; did you mean `fama`?"];
    an_id_twice_in_a_list: "facts/events.toml", "\"army-text\", \"agency-copy\"" => "\"army-text\", \"agency-copy\", \"army-text\"",
        ["content/facts/events.toml:12:40: `army-text` stands twice in this list"];
    a_term_that_refers_to_itself: "facts/terms.toml", "[\"ceasefire\"]" => "[\"cma\"]",
        ["content/facts/terms.toml:4:12: `cma` refers to itself"];

    // ---- words
    words_for_nothing: "en/places.toml", "[algiers]" => "[algeirs]\nname = \"Algiers\"\n\n[algiers]",
        ["content/en/places.toml:6:2: words for `algeirs`, but there is no such place; did you mean `algiers`?"];
    a_record_without_words: "en/places.toml", "[algiers]\nname = \"Algiers\"\nwhy = \"The capital where the talks were held.\"\n" => "",
        ["content/facts/places.toml:10:6: no words for the place `algiers` in content/en/places.toml"];
    a_claim_without_words: "en/events.toml", "fama = \"Terrorists attacked, and were neutralised.\"\n" => "",
        ["content/facts/events.toml:15:13: no words for the claim `fama` in content/en/events.toml"];
    words_for_an_unknown_claim: "en/disputes.toml", "[q-first.claims.cma]" => "[q-first.claims.cme]\nsays = \"No.\"\n\n[q-first.claims.cma]",
        ["content/en/disputes.toml:7:17: words for `cme`, but there is no such claim; did you mean `cma`?"];
    words_for_an_unknown_count: "en/deployments.toml", "{ 2 = {" => "{ 1 = { note = \"Rising.\" }, 3 = { note = \"No.\" }, 2 = {",
        ["content/en/deployments.toml:9:40: words for `3`, but there is no such entry of the strength"];
    a_name_of_two_terms: "en/terms.toml", "term = \"Ceasefire\"" => "term = \"Ceasefire\"\naliases = [\"cma\"]",
        ["content/en/terms.toml:2:8: `CMA` is also a name of the term `ceasefire`"];

    // ---- sources
    no_source: "facts/events.toml", "sources = [\"agency-copy\"]\n" => "",
        ["content/facts/events.toml:18:1: no source; name at least one"];
    an_empty_list_of_sources: "facts/terms.toml", "see_also = [\"cma\"]\nsources = [\"agency-copy\"]" => "see_also = [\"cma\"]\nsources = []",
        ["content/facts/terms.toml:11:11: no source; name at least one"];
    one_origin: "facts/events.toml", "sources = [\"army-text\", \"agency-copy\"]" => "sources = [\"agency-copy\"]",
        ["content/facts/events.toml:12:11: an event of weight 3 needs sources of two origins; all of these go back to Agency"];
    nothing_read: "facts/sources.toml", "\"second-hand\"" => "\"not-read\"",
        ["content/facts/events.toml:26:11: none of these sources was read; add one that was"];
    one_address_for_two: "facts/sources.toml", "https://paper.example/copy" => "http://www.army.example/text/",
        ["content/facts/sources.toml:16:7: the same address as `army-text`"];
    no_address: "facts/sources.toml", "https://paper.example/copy" => "paper.example/copy",
        ["content/facts/sources.toml:16:7: `paper.example/copy` is no web address; it must begin with `https://` or `http://`"];

    // ---- sorts of record
    a_latitude_off_the_earth: "facts/places.toml", "lat = 36.75" => "lat = 136.75",
        ["content/facts/places.toml:11:7: 136.75 is not between -90 and 90"];
    a_place_outside_mali: "facts/places.toml", "lat = 16.837" => "lat = 26.837",
        ["content/facts/places.toml:3:7: 26.837, -2.525 lies outside Mali (10.0 to 25.1 north, 12.4 west to 4.4 east)"];
    a_contested_event_without_claims: "facts/events.toml", "status = \"documented\"" => "status = \"claimed\"",
        ["content/facts/events.toml:23:10: the status is `claimed`, so it needs a claim: who says what"];
    an_event_that_nobody_knows: "facts/events.toml", "status = \"documented\"" => "status = \"unknown\"",
        ["content/facts/events.toml:23:10: `unknown` is not one of the statuses of an event"];
    a_person_without_a_side: "facts/actors.toml", "affiliation = \"militia\"\n" => "",
        ["content/facts/actors.toml:17:1: `affiliation` is missing"];
    a_count_hidden_without_a_reason: "en/deployments.toml", "why_not = \"not for Mali alone\"" => "note = \"A ceiling.\"",
        ["content/facts/deployments.toml:10:82: entry 2 is not drawn; say why in `why_not` of its words"];
    a_point_hidden_without_a_reason: "en/figures.toml", ", why_not = \"a quarter\"" => "",
        ["content/facts/figures.toml:7:65: entry 2 is not drawn; say why in `why_not` of its words"];
    a_count_that_may_not_be_drawn: "facts/deployments.toml", "scope = \"mali\"" => "scope = \"sahel\"",
        ["content/facts/deployments.toml:9:79: may be drawn only with a `value` and the scope `mali`"];
    a_toll_without_an_owner: "facts/figures.toml", "by = \"fama\"\n" => "",
        ["content/facts/figures.toml:10:1: `by` is missing"];
    a_toll_without_whom: "facts/figures.toml", "of = \"soldiers\"\n" => "",
        ["content/facts/figures.toml:10:1: `of` is missing"];
    a_toll_without_a_date: "facts/figures.toml", "when = \"2023-08-12\"\n" => "",
        ["content/facts/figures.toml:10:1: `when` is missing"];
    a_toll_without_a_number: "facts/figures.toml", "min = 6\nmax = 6\n" => "",
        ["content/facts/figures.toml:10:1: a count without `min` and `max` needs a `note` with its words"];
    a_toll_backwards: "facts/figures.toml", "max = 6" => "max = 5",
        ["content/facts/figures.toml:18:7: `max` is 5, below `min`, which is 6"];
    a_mediator_without_a_name: "en/accord.toml", "name = \"A state\"\n" => "",
        ["content/en/accord.toml:18:1: `name` is missing"];
    a_figure_that_is_none: "facts/accord.toml", "min = 1200, max = 1500" => "value = 3, max = 1500",
        ["content/facts/accord.toml:43:10: a figure has a `value`, or `min` and `max`, or one of the two"];

    // ---- the walk
    a_step_without_a_stage: "facts/walk.toml", "stage = { kind = \"voices\", dispute = \"q-first\", claims = [\"cma\", \"fama\"] }\n" => "",
        ["content/facts/walk.toml:14:1: a step needs a stage: `[step.stage]` with a `kind`"];
    an_unknown_stage: "facts/walk.toml", "kind = \"voices\"" => "kind = \"voice\"",
        ["content/facts/walk.toml:18:18: `voice` is not one of the kinds of stage; did you mean `voices`?"];
    a_step_without_core: "en/walk/one/second.md", "## Core\n\nTwo accounts.\n\n" => "",
        ["content/en/walk/one/second.md:1:1: a step needs a part `## Core` with text"];
    a_step_with_an_empty_part: "en/walk/one/second.md", "\n\nTwo accounts, at length." => "",
        ["content/en/walk/one/second.md:1:1: a step needs a part `## Full` with text"];
    a_step_with_text_before_its_parts: "en/walk/one/second.md", "## Core" => "Before.\n\n## Core",
        ["content/en/walk/one/second.md:9:1: a step has two parts, `## Core` and `## Full`; this belongs to neither"];
    a_step_with_a_third_part: "en/walk/one/second.md", "## Core" => "## Core\n\nA.\n\n## Corre",
        ["content/en/walk/one/second.md:13:1: a step has two parts, `## Core` and `## Full`; this belongs to neither"];
    too_few_questions: "en/walk.toml", ", \"Third?\"" => "",
        ["content/en/walk.toml:6:7: 2 in a list that needs 3"];
    a_vote_asked_again_that_was_none: "facts/walk.toml", "stage = { kind = \"voices\", dispute = \"q-first\", claims = [\"cma\", \"fama\"] }" => "stage = { kind = \"again\", step = \"second\" }",
        ["content/facts/walk.toml:18:34: `second` has no vote that could be asked again: name a step whose stage is a `vote`"];
    a_naming_without_a_word: "facts/walk.toml", "stage = { kind = \"voices\", dispute = \"q-first\", claims = [\"cma\", \"fama\"] }" => "stage = { kind = \"naming\", links = [{ from = \"fama\", to = [], sources = [\"army-text\"] }] }",
        ["content/facts/walk.toml:18:46: no words for the speaker `fama` in content/en/walk/one/second.md"];
}
