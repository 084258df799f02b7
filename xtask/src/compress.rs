//! Files packed beforehand, for hosts that serve a `.br` beside a file: what the host would do at every request, once and at its best.

use std::fs;
use std::io::{self, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

/// Endings of files that gain by it.
const TEXTS: [&str; 9] = ["html", "js", "css", "json", "csv", "svg", "wasm", "webmanifest", "xml"];
/// Smaller files fit into one packet anyway.
const LEAST: usize = 200;
/// Brotli's best, and the largest window that browsers accept.
const QUALITY: u32 = 11;
const WINDOW: u32 = 24;

/// What was packed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// How many files.
    pub files: usize,
    /// Their bytes.
    pub before: usize,
    /// The bytes of what was made of them.
    pub after: usize,
}

/// Writes a `.br` beside each text under `folder`, on as many cores as there are.
///
/// # Errors
/// If a file cannot be read or written.
///
/// # Panics
/// If a thread does, which none does.
pub fn compress(folder: &Path) -> io::Result<Packed> {
    let mut files = Vec::new();
    list(folder, &mut files)?;
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let shares: io::Result<Vec<Packed>> = thread::scope(|scope| {
        let work = |first| {
            let mine: Vec<&PathBuf> = files.iter().skip(first).step_by(cores).collect();
            scope.spawn(move || mine.into_iter().map(|path| pack(path)).collect())
        };
        let running: Vec<_> = (0..cores).map(work).collect();
        let done = running.into_iter().map(|share| share.join().expect("files are packed"));
        let done: io::Result<Vec<Vec<Packed>>> = done.collect();
        done.map(|shares| shares.concat())
    });
    Ok(shares?.into_iter().fold(Packed::default(), |sum, one| Packed {
        files: sum.files + one.files,
        before: sum.before + one.before,
        after: sum.after + one.after,
    }))
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if path.is_dir() {
            list(&path, files)?;
        } else if TEXTS.contains(&ending) {
            files.push(path);
        }
    }
    Ok(())
}

fn pack(path: &Path) -> io::Result<Packed> {
    let bytes = fs::read(path)?;
    if bytes.len() < LEAST {
        return Ok(Packed::default());
    }
    let mut packed = Vec::new();
    {
        let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, QUALITY, WINDOW);
        writer.write_all(&bytes)?;
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".br");
    fs::write(name, &packed)?;
    Ok(Packed { files: 1, before: bytes.len(), after: packed.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_packed_and_pictures_are_not() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("en")).unwrap();
        for name in ["en/index.html", "a.png"] {
            fs::write(folder.path().join(name), "Ber ".repeat(100)).unwrap();
        }
        fs::write(folder.path().join("short.js"), "a()").unwrap();
        let packed = compress(folder.path()).unwrap();
        assert_eq!((packed.files, packed.before), (1, 400));
        assert!(packed.after < 50 && folder.path().join("en/index.html.br").is_file());
        assert!(!folder.path().join("a.png.br").exists());
    }
}
