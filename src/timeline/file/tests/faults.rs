//! What is wrong with a file, and what is said of it.

use super::*;

#[test]
fn each_fault_of_a_record_is_told_with_its_row_and_field() {
    let value = str::to_owned;
    let long = "é".repeat(MOST_TITLE + 1);
    let cases = [
        (json!({ "date": "2012" }), "title", FaultKind::Missing),
        (json!({ "title": " ", "date": "2012" }), "title", FaultKind::Missing),
        (json!({ "title": "a", "date": null }), "when.start", FaultKind::Missing),
        (
            json!({ "title": "a", "date": "1.2.2012" }),
            "date",
            FaultKind::NotADate(value("1.2.2012")),
        ),
        (
            json!({ "title": "a", "when": { "start": "2012-02-30" } }),
            "when.start",
            FaultKind::NotADate(value("2012-02-30")),
        ),
        (
            json!({ "title": "a", "date": "2012", "known_from": true }),
            "known_from",
            FaultKind::NotADate(value("true")),
        ),
        (json!({ "title": long, "date": "2012" }), "title", FaultKind::TooLong(MOST_TITLE)),
        (
            json!({ "title": "a", "date": "2012", "actors": ["b", long] }),
            "actors",
            FaultKind::TooLong(MOST_TITLE),
        ),
        (
            json!({ "title": "a", "date": "2012", "summary": "b".repeat(MOST_SUMMARY + 1) }),
            "summary",
            FaultKind::TooLong(MOST_SUMMARY),
        ),
        (
            json!({ "title": "a", "date": "2012", "status": "sure" }),
            "status",
            FaultKind::UnknownStatus(value("sure")),
        ),
        (
            json!({ "title": "a", "date": "2012-05", "end": "2012-04" }),
            "end",
            FaultKind::EndBeforeStart,
        ),
        (
            json!({ "title": "a", "date": "2012", "id": "one" }),
            "id",
            FaultKind::DoubleId(value("one")),
        ),
        (
            json!({ "title": "a", "date": "2012", "id": "a b" }),
            "id",
            FaultKind::BadId(value("a b")),
        ),
        (
            json!({ "title": "a", "date": "2012", "lanes": ["1", "2", 3, "4", "5", "6"] }),
            "lanes",
            FaultKind::TooManyLanes(value("6")),
        ),
        (
            json!({ "title": "a", "date": "2012", "weight": 4 }),
            "weight",
            FaultKind::NotAWeight(value("4")),
        ),
        (
            json!({ "title": "a", "date": "2012", "weight": 1.5 }),
            "weight",
            FaultKind::NotAWeight(value("1.5")),
        ),
        (
            json!({ "title": "a", "date": "2012", "when": { "circa": "yes" } }),
            "when.circa",
            FaultKind::NotYesOrNo(value("yes")),
        ),
        (json!("a"), "", FaultKind::NotARecord),
        (json!(["a", { "title": "b" }]), "", FaultKind::NotARecord),
    ];
    for (record, field, kind) in cases {
        let words = record.to_string();
        assert_eq!(fault_of(record), (2, field, kind), "{words}");
    }
    let own_name =
        r#"[{ "title": "a", "date": "2012", "id": "row-2" }, { "title": "a", "date": "2012" }]"#;
    assert_eq!(told(own_name), [(2, None, "id", FaultKind::DoubleId("row-2".into()))]);
}

#[test]
fn what_is_wrong_with_a_whole_file_is_told() {
    assert_eq!(told(" \n"), [(0, None, "", FaultKind::Empty)]);
    assert_eq!(told("[]"), [(0, None, "", FaultKind::Empty)]);
    assert_eq!(told("title,date\n\n"), [(0, None, "", FaultKind::Empty)]);
    assert_eq!(told(r#"{ "title": "a" }"#), [(0, None, "events", FaultKind::Missing)]);
    assert_eq!(told(r#"{ "events": {} }"#), [(0, None, "events", FaultKind::Missing)]);
    assert_eq!(told("\nTitle,day\na,2012"), [(0, Some(2), "when.start", FaultKind::Missing)]);
    assert_eq!(
        told("[\n{ \"title\": }]"),
        [(0, Some(2), "", FaultKind::Syntax { line: 2, column: 12 })]
    );
    assert_eq!(told("[] x").len(), 1);
    assert_eq!(told("title,\"date"), [(0, Some(1), "", FaultKind::OpenQuote)]);
    let title = format!(
        r#"{{ "title": "{}", "events": [{{ "title": "a", "date": "2012" }}] }}"#,
        "a".repeat(MOST_TITLE + 1)
    );
    assert_eq!(told(&title), [(0, None, "title", FaultKind::TooLong(MOST_TITLE))]);
}

#[test]
fn faults_of_a_table_name_the_line() {
    let text = "title,date,actors\n\"a\nb\",2012,c,\nd,x\ne,2012,f,g\nh,2012,\"i\nj,2012,k";
    assert_eq!(
        told(text),
        [
            (2, Some(4), "date", FaultKind::NotADate("x".into())),
            (3, Some(5), "", FaultKind::TooManyCells),
            (4, Some(6), "actors", FaultKind::OpenQuote),
        ]
    );
}

#[test]
fn faults_are_told_all_at_once_but_not_too_many() {
    let both = told("title,date,weight\n,2012,9\na,b,1");
    assert_eq!(
        both,
        [
            (1, Some(2), "weight", FaultKind::NotAWeight("9".into())),
            (1, Some(2), "title", FaultKind::Missing),
            (2, Some(3), "date", FaultKind::NotADate("b".into())),
        ]
    );
    let many = told(&format!("[{}{{", "{},".repeat(50)));
    assert_eq!(many.len(), 21);
    assert!(matches!(many[0].3, FaultKind::Syntax { .. }));
    assert_eq!(many[20], (0, None, "", FaultKind::More(81)));
}

#[test]
fn what_is_told_of_a_value_is_short() {
    let FaultKind::NotADate(value) = fault_of(json!({ "title": "a", "date": "é".repeat(999) })).2
    else {
        panic!("that is no date")
    };
    assert!(value.chars().count() < 99 && value.ends_with('…'));
}

#[test]
fn a_fault_is_said_with_its_place_and_what_to_do() {
    let words = FileWords::from_words(word);
    let said = |text: &str| faults(text).iter().map(|fault| words.say(fault)).collect::<Vec<_>>();
    assert_eq!(
        said("title,date,status\na,12.8.2023,\nb,2012,{n}\n,2012,,x"),
        [
            "Row 1 (line 2), date: “12.8.2023” is not a date. Write 2023, 2023-08 or 2023-08-12.",
            "Row 2 (line 3), status: “{n}” is not a status. Write one of these: documented, claimed, reported, disputed, unknown.",
            "Row 3 (line 4): This row has more cells than the first. Put a text with a comma, a semicolon or a tab in quotation marks.",
        ]
    );
    assert_eq!(said("[{}]")[0], "Row 1, title: This is missing. Fill it in.");
    assert!(said("[")[0].starts_with("The JSON cannot be read from line 1, column 2 on."));
    assert!(said("a,date\n")[0].starts_with("There is no “title” in the file."));
    let kinds = [
        FaultKind::TooLong(7),
        FaultKind::EndBeforeStart,
        FaultKind::DoubleId("7".into()),
        FaultKind::BadId("7".into()),
        FaultKind::TooManyLanes("7".into()),
        FaultKind::NotAWeight("7".into()),
        FaultKind::NotYesOrNo("7".into()),
        FaultKind::NotARecord,
        FaultKind::OpenQuote,
        FaultKind::Empty,
        FaultKind::TooMany(7),
        FaultKind::More(7),
    ];
    for row in [0, 1] {
        for kind in kinds.clone() {
            let said = words.say(&Fault { row, line: None, field: "", kind });
            assert!(said.ends_with('.') && !said.contains('{'), "{said}");
        }
    }
}
