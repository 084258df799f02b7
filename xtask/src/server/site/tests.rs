use super::*;
use crate::server::Faults;
use http_body_util::BodyExt;
use tempfile::TempDir;

/// A folder as `dist/` is laid out, with a secret beside it.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("secret.txt", "secret"),
        ("dist/index.html", "languages"),
        ("dist/404.html", "no such page"),
        ("dist/site.wasm", "wasm"),
        ("dist/en/index.html", "story"),
        ("dist/en/index.html.br", "compressed"),
        ("dist/data/en/events.json", "[1234]"),
        ("dist/data/en/événements.csv", "id"),
    ];
    for (path, contents) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
    }
    folder
}

fn get(path: &str) -> Request<()> {
    Request::get(path).body(()).unwrap()
}

fn answer(options: Options, request: &Request<()>) -> Answer {
    Site::new(folder().path().join("dist"), options).unwrap().answer(request)
}

fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    answer.headers().get(name).map(|value| value.to_str().unwrap())
}

fn body(answer: Answer) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let contents = runtime.block_on(answer.into_body().collect()).unwrap();
    String::from_utf8(contents.to_bytes().to_vec()).unwrap()
}

#[test]
fn a_path_means_a_file_or_the_index_of_its_folder() {
    let folder = folder();
    let root = folder.path().join("dist");
    let file = |path: &str| Meaning::File(root.join(path));
    assert_eq!(meaning(&root, ""), file("index.html"));
    assert_eq!(meaning(&root, "en/"), file("en/index.html"));
    assert_eq!(meaning(&root, "en/index.html"), file("en/index.html"));
    assert_eq!(meaning(&root, "data/en/%C3%A9v%C3%A9nements.csv"), file("data/en/événements.csv"));
    assert_eq!(meaning(&root, "en"), Meaning::Folder);
    assert_eq!(meaning(&root, "data"), Meaning::Nothing, "a folder without an index is not listed");
    assert_eq!(meaning(&root, "data/"), Meaning::Nothing);
    assert_eq!(meaning(&root, "site.wasm/"), Meaning::Nothing);
}

#[test]
fn no_path_leads_out_of_the_folder() {
    let folder = folder();
    let root = folder.path().join("dist");
    let secret = folder.path().join("secret.txt");
    assert!(root.join("../secret.txt").is_file());
    for path in [
        "../secret.txt",
        "en/../../secret.txt",
        "..%2Fsecret.txt",
        "%2e%2e/secret.txt",
        "..\\secret.txt",
        "..%5Csecret.txt",
        secret.to_str().unwrap(),
        "/",
        "en//",
        "site.wasm%00.html",
        "%FF",
    ] {
        assert_eq!(meaning(&root, path), Meaning::Nothing, "{path}");
    }
}

#[test]
fn a_folder_without_its_slash_is_sent_on_and_keeps_its_query() {
    let answer = answer(Options::default(), &get("/en?q=ber"));
    assert_eq!(answer.status(), StatusCode::FOUND);
    assert_eq!(header(&answer, "location"), Some("./en/?q=ber"));
}

#[test]
fn under_a_base_nothing_outside_it_is_found() {
    let at = |path| answer(Options { base: "/a/b/c/".into(), ..Options::default() }, &get(path));
    assert_eq!(body(at("/a/b/c/en/")), "story");
    assert_eq!(header(&at("/a/b/c"), "location"), Some("./c/"));
    assert_eq!(body(at("/a/b/c/none/")), "no such page");
    for path in ["/", "/en/", "/a/b/", "/a/b/cc/en/"] {
        assert_eq!(at(path).status(), StatusCode::NOT_FOUND, "{path}");
        assert_eq!(body(at(path)), "404 Not Found", "{path}");
    }
}

#[test]
fn a_base_has_a_slash_at_both_ends() {
    assert!(
        Site::new(PathBuf::new(), Options { base: "a/".into(), ..Options::default() }).is_err()
    );
    assert!(
        Site::new(PathBuf::new(), Options { base: "/a".into(), ..Options::default() }).is_err()
    );
}

#[test]
fn an_unknown_path_gets_the_sites_own_page_and_the_status_404() {
    let answer = answer(Options::default(), &get("/en/none/"));
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    assert_eq!(header(&answer, "content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(body(answer), "no such page");
}

#[test]
fn the_compressed_file_goes_only_to_those_who_accept_it() {
    let asking = |codings: &str| {
        let request = Request::get("/en/").header("accept-encoding", codings).body(()).unwrap();
        answer(Options::default(), &request)
    };
    let compressed = asking("gzip, br;q=0.9");
    assert_eq!(header(&compressed, "content-encoding"), Some("br"));
    assert_eq!(header(&compressed, "content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(body(compressed), "compressed");

    let plain = asking("gzip, brotli");
    assert_eq!(header(&plain, "content-encoding"), None);
    assert_eq!(
        header(&plain, "vary"),
        Some("accept-encoding"),
        "a cache has to keep the two apart"
    );
    assert_eq!(body(plain), "story");
}

#[test]
fn only_reading_is_allowed() {
    let answer = answer(Options::default(), &Request::post("/en/").body(()).unwrap());
    assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(header(&answer, "allow"), Some("GET, HEAD"));
}

#[test]
fn the_policy_goes_out_with_every_answer() {
    let policy = "default-src 'none'";
    let options = Options { content_security_policy: Some(policy.into()), ..Options::default() };
    for path in ["/en/", "/en", "/none"] {
        assert_eq!(
            header(&answer(options.clone(), &get(path)), "content-security-policy"),
            Some(policy),
            "{path}"
        );
    }
}

#[test]
fn faults_hold_below_their_path_until_they_are_cleared() {
    let faults = Faults::default();
    let options = Options { base: "/a/".into(), faults: faults.clone(), ..Options::default() };
    let at = |path| answer(options.clone(), &get(path));

    faults.set("data/en/", Fault::Unavailable);
    assert_eq!(at("/a/data/en/events.json").status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(at("/a/en/").status(), StatusCode::OK);

    faults.clear();
    faults.set("data/en/", Fault::Truncated);
    let half = at("/a/data/en/events.json");
    assert_eq!(half.status(), StatusCode::OK);
    assert_eq!(header(&half, "content-type"), Some("application/json"));
    assert_eq!(body(half), "[12");

    faults.clear();
    faults.set("data/en/", Fault::Without("23"));
    assert_eq!(body(at("/a/data/en/events.json")), "[14]");

    faults.clear();
    assert_eq!(body(at("/a/data/en/events.json")), "[1234]");
}
