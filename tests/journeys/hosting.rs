//! The configurations of docs/hosting.md, as they stand there.

use crate::support::dist;
use crate::support::host::Running;
use crate::support::page::Outcome;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The head of an answer, in lower case.
fn head(port: u16, path: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nhost: mali\r\naccept-encoding: gzip, br\r\nconnection: close\r\n\r\n"
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let text = String::from_utf8_lossy(&answer).into_owned();
    Ok(text.split("\r\n\r\n").next().unwrap_or_default().to_lowercase())
}

/// The configuration of the page, for files under `root`.
fn configuration(root: &Path, port: u16) -> String {
    let guide =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/hosting.md"));
    let guide = guide.expect("there is a guide");
    let block = guide.split_once("```nginx\n").and_then(|(_, rest)| rest.split_once("```"));
    let block =
        block.expect("it holds a configuration").0.replace("ROOT", &root.display().to_string());
    format!(
        "load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so; daemon off; master_process off; pid nginx.pid; error_log stderr; \
         events {{}} http {{ access_log off; server {{ listen 127.0.0.1:{port}; {block} }} }}"
    )
}

#[test]
fn nginx_serves_what_was_packed() -> Outcome {
    let folder = tempfile::tempdir()?;
    let root = folder.path().join("site");
    let program = dist::files(&dist::folder(), "_bg.wasm");
    let program = program.iter().find(|path| path.starts_with("mali-")).ok_or("no program")?;
    let letters = dist::files(&dist::folder(), ".wasm.js").pop().ok_or("no program as letters")?;
    let face = "fonts/sans.woff2";
    for path in ["en/index.html", "404.html", "sw.js", face, program, &letters] {
        let place = root.join(path);
        std::fs::create_dir_all(place.parent().ok_or("no folder")?)?;
        std::fs::copy(dist::folder().join(path), place)?;
    }
    let packed = xtask::compress::compress(&root)?;
    assert_eq!(packed.files, 5);
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    std::fs::write(folder.path().join("nginx.conf"), configuration(&root, port))?;
    let server = Command::new(dist::place("MALI_NGINX"))
        .arg("-p")
        .arg(folder.path())
        .args(["-c", "nginx.conf"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let _running = Running(server);
    let begun = Instant::now();
    let story = loop {
        match head(port, "/en/") {
            Ok(head) => break head,
            Err(error) if begun.elapsed() > Duration::from_secs(15) => return Err(error.into()),
            Err(_) => std::thread::yield_now(),
        }
    };
    for part in
        ["200 ok", "content-encoding: br", "text/html; charset=utf-8", "cache-control: no-cache"]
    {
        assert!(story.contains(part), "no {part} in {story}");
    }
    let program = head(port, &format!("/{program}"))?;
    for part in [
        "content-encoding: br",
        "content-type: application/wasm",
        "immutable",
        "access-control-allow-origin: *",
    ] {
        assert!(program.contains(part), "no {part} in {program}");
    }
    assert!(head(port, &format!("/{letters}"))?.contains("immutable"));
    let face = head(port, &format!("/{face}"))?;
    for part in ["200 ok", "access-control-allow-origin: *", "cache-control: no-cache"] {
        assert!(face.contains(part), "no {part} in {face}");
    }
    assert!(head(port, "/sw.js")?.contains("cache-control: no-cache"));
    assert!(head(port, "/en/nowhere/")?.contains("404 not found"));
    Ok(())
}
