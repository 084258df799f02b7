//! From a request to its answer: which file a path means, how it is encoded, what it is said to be.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{self, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use percent_encoding::percent_decode_str;

use super::{Fault, Options};

type Answer = Response<Full<Bytes>>;

/// A folder of files, and how it is shown.
pub(super) struct Site {
    root: PathBuf,
    content_security_policy: Option<HeaderValue>,
    options: Options,
}

/// What a path inside the base means.
#[derive(Debug, PartialEq, Eq)]
enum Meaning {
    File(PathBuf),
    /// A folder whose closing slash is missing.
    Folder,
    Nothing,
}

impl Site {
    pub(super) fn new(root: PathBuf, options: Options) -> io::Result<Self> {
        let invalid = |reason: String| io::Error::new(io::ErrorKind::InvalidInput, reason);
        if !(options.base.starts_with('/') && options.base.ends_with('/')) {
            return Err(invalid(format!(
                "the base {:?} does not begin and end with a slash",
                options.base
            )));
        }
        let content_security_policy =
            options.content_security_policy.as_deref().map(HeaderValue::from_str);
        let content_security_policy =
            content_security_policy.transpose().map_err(|error| invalid(error.to_string()))?;
        Ok(Self { root, content_security_policy, options })
    }

    pub(super) fn answer<Body>(&self, request: &Request<Body>) -> Answer {
        let mut answer = self.find(request);
        let headers = answer.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        if let Some(policy) = &self.content_security_policy {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy.clone());
        }
        answer
    }

    fn find<Body>(&self, request: &Request<Body>) -> Answer {
        if ![Method::GET, Method::HEAD].contains(request.method()) {
            let mut answer = plain(StatusCode::METHOD_NOT_ALLOWED);
            answer.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
            return answer;
        }
        let path = request.uri().path();
        let base = self.options.base.as_str();
        let Some(inside) = path.strip_prefix(base) else {
            let is_base_without_slash = base.strip_suffix('/') == Some(path);
            return if is_base_without_slash {
                to_slash(request)
            } else {
                plain(StatusCode::NOT_FOUND)
            };
        };
        let fault = self.options.faults.at(inside);
        if fault == Some(Fault::Unavailable) {
            return plain(StatusCode::SERVICE_UNAVAILABLE);
        }
        match meaning(&self.root, inside) {
            Meaning::Folder => to_slash(request),
            Meaning::File(file) => match fault {
                Some(Fault::Truncated) => first_half(&file),
                Some(Fault::Without(words)) => without(&file, words),
                Some(Fault::Instead(text)) => {
                    with_type(media_type(&file), text.as_bytes().to_vec())
                }
                _ => whole(&file, accepts_brotli(request)),
            },
            Meaning::Nothing => self.not_found(),
        }
    }

    fn not_found(&self) -> Answer {
        let page = self.root.join("404.html");
        let mut answer =
            if page.is_file() { whole(&page, false) } else { plain(StatusCode::NOT_FOUND) };
        *answer.status_mut() = StatusCode::NOT_FOUND;
        answer
    }
}

/// Finds the file for a path that is still percent-encoded. Only files below `root` are ever found: each segment of
/// the path has to be a plain name.
fn meaning(root: &Path, path: &str) -> Meaning {
    let Ok(path) = percent_decode_str(path).decode_utf8() else { return Meaning::Nothing };
    let (names, is_folder) = match path.strip_suffix('/') {
        Some(names) => (names, true),
        None => (&*path, path.is_empty()),
    };
    let is_plain = |name: &str| !["", ".", ".."].contains(&name) && !name.contains(['\\', '\0']);
    if !path.is_empty() && !names.split('/').all(is_plain) {
        return Meaning::Nothing;
    }
    let place = root.join(names);
    let file = if is_folder { place.join("index.html") } else { place.clone() };
    if file.is_file() {
        Meaning::File(file)
    } else if !is_folder && place.join("index.html").is_file() {
        Meaning::Folder
    } else {
        Meaning::Nothing
    }
}

/// The contents of `file`, or of the Brotli file beside it if the client `accepts_brotli`.
fn whole(file: &Path, accepts_brotli: bool) -> Answer {
    let mut compressed = file.as_os_str().to_owned();
    compressed.push(".br");
    let compressed = PathBuf::from(compressed);
    let has_choice = compressed.is_file();
    let is_compressed = has_choice && accepts_brotli;

    let contents = if is_compressed { fs::read(compressed) } else { fs::read(file) };
    let Ok(contents) = contents else { return plain(StatusCode::INTERNAL_SERVER_ERROR) };
    let mut answer = with_type(media_type(file), contents);
    if has_choice {
        answer.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    if is_compressed {
        answer.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    answer
}

/// The contents of `file`, a text, without some words.
fn without(file: &Path, words: &str) -> Answer {
    let Ok(text) = fs::read_to_string(file) else {
        return plain(StatusCode::INTERNAL_SERVER_ERROR);
    };
    with_type(media_type(file), text.replace(words, "").into_bytes())
}

fn first_half(file: &Path) -> Answer {
    let Ok(mut contents) = fs::read(file) else { return plain(StatusCode::INTERNAL_SERVER_ERROR) };
    contents.truncate(contents.len() / 2);
    with_type(media_type(file), contents)
}

/// Sends the client on to the same path with a slash. The address is relative, so that it holds behind any proxy.
fn to_slash<Body>(request: &Request<Body>) -> Answer {
    let name = request.uri().path().rsplit('/').next().unwrap_or_default();
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    let location = HeaderValue::try_from(format!("./{name}/{query}"))
        .expect("what was in a URL can be in a header");
    let mut answer = plain(StatusCode::FOUND);
    answer.headers_mut().insert(header::LOCATION, location);
    answer
}

/// An answer that is only its status, in words.
fn plain(status: StatusCode) -> Answer {
    let mut answer = with_type(TEXT, status.to_string().into_bytes());
    *answer.status_mut() = status;
    answer
}

fn with_type(media_type: &'static str, contents: Vec<u8>) -> Answer {
    let mut answer = Response::new(Full::from(contents));
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    answer
}

/// Whether the client lists Brotli. A weight is not read: no client sends one to refuse it.
fn accepts_brotli<Body>(request: &Request<Body>) -> bool {
    let codings =
        request.headers().get(header::ACCEPT_ENCODING).and_then(|codings| codings.to_str().ok());
    codings.is_some_and(|codings| codings.split([',', ';']).any(|coding| coding.trim() == "br"))
}

const TEXT: &str = "text/plain; charset=utf-8";

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "pdf" => "application/pdf",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => TEXT,
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        "xml" => "application/xml",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests;
