//! A learning platform's side of cmi5: it hands out a token once, answers what a course has to ask, and writes everything down. It listens
//! on an address of its own, as record stores do, and so allows other hosts to ask.

use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

/// What a store was asked.
#[derive(Clone, Debug)]
pub struct Asked {
    /// `POST statements`, `GET activities/state`.
    pub what: String,
    /// What stood behind the question mark.
    pub values: HashMap<String, String>,
    /// The header `authorization`.
    pub authorization: String,
    /// The header `x-experience-api-version`.
    pub version: String,
    /// What was sent.
    pub body: Value,
}

/// How it answers.
#[derive(Default, PartialEq)]
enum Mood {
    #[default]
    Usual,
    /// Not at all, but that it cannot.
    Down,
    /// No statement suits it.
    Strict,
}

/// What it knows.
#[derive(Default)]
struct Known {
    launch: Value,
    kept: Option<Value>,
    asked: Vec<Asked>,
    is_token_out: bool,
    mood: Mood,
    is_over: bool,
}

/// A store; its port closes when it goes.
pub struct Store {
    address: SocketAddr,
    known: Arc<Mutex<Known>>,
}

/// The token that it hands out.
pub const TOKEN: &str = "dG9rZW4=";

impl Store {
    /// A store with what it says of the launch, and what it kept of an earlier visit.
    ///
    /// # Panics
    /// If no port can be opened.
    pub fn with(launch: Value, kept: Option<Value>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port can be opened");
        let address = listener.local_addr().expect("it has an address");
        let known = Arc::new(Mutex::new(Known { launch, kept, ..Known::default() }));
        let shared = Arc::clone(&known);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if lock(&shared).is_over {
                    break;
                }
                let known = Arc::clone(&shared);
                // A client that leaves in the middle concerns nobody else.
                thread::spawn(move || answer(stream, &known));
            }
        });
        Self { address, known }
    }

    /// The query with which a platform opens a course.
    pub fn launch(&self) -> String {
        let root = format!("http://{}", self.address);
        let values = [
            ("endpoint", format!("{root}/xapi")),
            ("fetch", format!("{root}/token?launch=1")),
            (
                "actor",
                json!({ "account": { "homePage": "https://example.org", "name": "a b" } })
                    .to_string(),
            ),
            ("registration", "7c0f4a4e-6d3a-4a59-8f0a-2b8e2d2c1f11".to_owned()),
            ("activityId", "https://example.org/course/1".to_owned()),
        ];
        url::form_urlencoded::Serializer::new(String::new()).extend_pairs(values).finish()
    }

    /// Whether it answers nothing from now on but that it cannot.
    pub fn be_down(&self, is_down: bool) {
        lock(&self.known).mood = if is_down { Mood::Down } else { Mood::Usual };
    }

    /// From now on it refuses every statement.
    pub fn refuse(&self) {
        lock(&self.known).mood = Mood::Strict;
    }

    /// What it was asked so far.
    pub fn asked(&self) -> Vec<Asked> {
        lock(&self.known).asked.clone()
    }

    /// The verbs that it was told, by their last part, in order.
    pub fn verbs(&self) -> Vec<String> {
        self.statements().iter().map(verb).collect()
    }

    /// The statements that it was told, in order.
    pub fn statements(&self) -> Vec<Value> {
        let is_statement = |asked: &Asked| asked.what == "POST statements";
        self.asked().into_iter().filter(is_statement).map(|asked| asked.body).collect()
    }
}

/// The verb of a statement, by its last part.
pub fn verb(statement: &Value) -> String {
    let id = statement["verb"]["id"].as_str().unwrap_or_default();
    id.strip_prefix("http://adlnet.gov/expapi/verbs/").unwrap_or(id).to_owned()
}

impl Drop for Store {
    fn drop(&mut self) {
        lock(&self.known).is_over = true;
        // Wakes the listener; if it cannot be reached it is gone already.
        let _ = TcpStream::connect(self.address);
    }
}

fn lock(known: &Mutex<Known>) -> MutexGuard<'_, Known> {
    known.lock().expect("nobody panics with it")
}

/// Reads one question and answers it.
fn answer(stream: TcpStream, known: &Mutex<Known>) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    let mut reader = BufReader::new(&stream);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let mut words = line.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let mut headers = HashMap::new();
    for line in reader.by_ref().lines() {
        let line = line?;
        let Some((name, value)) = line.split_once(':') else { break };
        headers.insert(name.to_lowercase(), value.trim().to_owned());
    }
    let header = |name: &str| headers.get(name).cloned().unwrap_or_default();
    let mut body = vec![0; header("content-length").parse().unwrap_or(0)];
    reader.read_exact(&mut body)?;

    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let path = path.trim_start_matches("/xapi").trim_start_matches('/');
    let asked = Asked {
        what: format!("{method} {path}"),
        values: url::form_urlencoded::parse(query.as_bytes()).into_owned().collect(),
        authorization: header("authorization"),
        version: header("x-experience-api-version"),
        body: serde_json::from_slice(&body).unwrap_or_default(),
    };
    let (status, said) =
        if method == "OPTIONS" { ("204 No Content", None) } else { said(known, asked) };
    let said = said.map(|said| said.to_string()).unwrap_or_default();
    write!(
        &stream,
        "HTTP/1.1 {status}\r\naccess-control-allow-origin: *\r\naccess-control-allow-methods: GET, POST, PUT\r\n\
         access-control-allow-headers: authorization, content-type, x-experience-api-version\r\ncontent-type: application/json\r\n\
         content-length: {}\r\nconnection: close\r\n\r\n{said}",
        said.len()
    )
}

/// What is answered.
fn said(known: &Mutex<Known>, asked: Asked) -> (&'static str, Option<Value>) {
    let mut known = lock(known);
    if known.mood == Mood::Down {
        return ("503 Service Unavailable", None);
    }
    known.asked.push(asked.clone());
    let found = |value: Option<Value>| {
        value.map_or(("404 Not Found", None), |value| ("200 OK", Some(value)))
    };
    match (asked.what.as_str(), asked.values.get("stateId").map(String::as_str)) {
        ("POST token", _) if known.is_token_out => {
            found(Some(json!({ "error-code": "1", "error-text": "The token was fetched before" })))
        }
        ("POST token", _) => {
            known.is_token_out = true;
            found(Some(json!({ "auth-token": TOKEN })))
        }
        ("GET activities/state", Some("LMS.LaunchData")) => found(Some(known.launch.clone())),
        ("GET activities/state", _) => found(known.kept.clone()),
        ("PUT activities/state", _) => {
            known.kept = Some(asked.body);
            ("204 No Content", None)
        }
        ("POST statements", _) if known.mood == Mood::Strict => ("403 Forbidden", None),
        ("POST statements", _) => found(Some(json!([asked.body["id"]]))),
        _ => found(None),
    }
}
