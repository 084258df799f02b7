//! The programs on disk, made lean; that of what stands alone under names that tell builds apart, and once more as a script.
//!
//! What wasm-bindgen writes is for reading. Here it loses comments and indentation, and the random digits by which the two halves of a
//! program call each other's functions: packed, these weigh 2 kB in each half. What stands alone loses classes for streams too, which it does
//! not have.

use super::files::{PublishError, read, write};
use super::notice::start_classic;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The two halves, as trunk names them.
const SCRIPT: &str = "embed.js";
const WASM: &str = "embed_bg.wasm";
/// How many digits tell functions of one name apart.
const DIGITS: usize = 16;

/// The two halves, made lean.
pub struct Halves {
    /// The script, which does not start by itself.
    pub script: String,
    /// What it brings to life.
    pub wasm: Vec<u8>,
}

/// The names of the program's files.
pub struct Program {
    /// Its script.
    pub script: String,
    /// What the script fetches.
    pub wasm: String,
    /// The same as a script, for frames in which nothing can be fetched.
    pub letters: String,
}

impl Halves {
    /// Takes them out of what trunk built.
    ///
    /// # Errors
    /// If a file cannot be read or removed.
    pub fn take(dist: &Path) -> Result<Self, PublishError> {
        let path = dist.join(WASM);
        let fault = |error| PublishError::File { path: path.clone(), error };
        let script = read(&dist.join(SCRIPT))?;
        let wasm = fs::read(&path).map_err(fault)?;
        fs::remove_file(&path).and_then(|()| fs::remove_file(dist.join(SCRIPT))).map_err(fault)?;
        let mut halves = Self { script: without_streams(&without_comments(&script)), wasm };
        halves.shorten_names();
        Ok(halves)
    }

    /// Puts numbers in the place of random digits. They are as long, so that the other half stays what it is.
    fn shorten_names(&mut self) {
        let mut script = std::mem::take(&mut self.script).into_bytes();
        let found: BTreeSet<Vec<u8>> =
            random_digits(&script).map(|at| script[at..][..DIGITS].to_vec()).collect();
        let numbers: BTreeMap<Vec<u8>, String> = found
            .into_iter()
            .enumerate()
            .map(|(place, digits)| (digits, format!("{place:0DIGITS$x}")))
            .collect();
        for bytes in [&mut script, &mut self.wasm] {
            let places: Vec<usize> = random_digits(bytes).collect();
            for at in places {
                let digits = &mut bytes[at..][..DIGITS];
                if let Some(number) = numbers.get(&*digits) {
                    digits.copy_from_slice(number.as_bytes());
                }
            }
        }
        self.script = String::from_utf8(script).expect("digits are in the place of digits");
    }
}

/// Where random digits stand behind a name and a line.
fn random_digits(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    let is_name = |part: &[u8]| part[0] == b'_' && part[1..].iter().all(u8::is_ascii_hexdigit);
    let parts = bytes.windows(DIGITS + 1).enumerate();
    parts.filter(move |(_, part)| is_name(part)).map(|(at, _)| at + 1)
}

/// Makes the program of the site lean, in the files that trunk built.
///
/// # Errors
/// If one of them is missing, or cannot be read or written.
pub fn make_lean(dist: &Path) -> Result<(), PublishError> {
    let fault = |error| PublishError::File { path: dist.to_owned(), error };
    let mut names = Vec::new();
    for entry in fs::read_dir(dist).map_err(fault)? {
        names.push(entry.map_err(fault)?.file_name().to_string_lossy().into_owned());
    }
    // The number in the names, in hexadecimal, is as long as it happens to be.
    let file = |ending: &str| {
        let is_it = |name: &&String| {
            let build = name.strip_prefix("mali-").and_then(|name| name.strip_suffix(ending));
            build.is_some_and(|build| build.bytes().all(|digit| digit.is_ascii_hexdigit()))
        };
        let name = names.iter().find(is_it);
        name.map(|name| dist.join(name)).ok_or_else(|| PublishError::File {
            path: dist.join(["mali-*", ending].concat()),
            error: std::io::ErrorKind::NotFound.into(),
        })
    };
    let (script, wasm) = (file(".js")?, file("_bg.wasm")?);
    let bytes =
        fs::read(&wasm).map_err(|error| PublishError::File { path: wasm.clone(), error })?;
    let mut halves = Halves { script: without_comments(&read(&script)?), wasm: bytes };
    halves.shorten_names();
    for (path, bytes) in [(script, halves.script.as_bytes()), (wasm, &halves.wasm)] {
        fs::write(&path, bytes).map_err(|error| PublishError::File { path, error })?;
    }
    Ok(())
}

impl Program {
    /// Writes the files of a build.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn publish(dist: &Path, build: &str, halves: &Halves) -> Result<Self, PublishError> {
        let program = Self::named(build);
        write(dist, &program.script, without_comments(&start_classic(&halves.script)))?;
        let text = format!("wasm_bindgen.letters=\"{}\";\n", letters(&halves.wasm));
        write(dist, &program.letters, text)?;
        write(dist, &program.wasm, &halves.wasm)?;
        Ok(program)
    }

    /// What they are called in a build.
    fn named(build: &str) -> Self {
        Self {
            script: format!("embed-{build}.js"),
            wasm: format!("embed-{build}_bg.wasm"),
            letters: format!("embed-{build}.wasm.js"),
        }
    }

    /// Finds them in a built site.
    ///
    /// # Errors
    /// If the folder cannot be read or has none.
    pub fn find(dist: &Path) -> Result<Self, PublishError> {
        let fault = |error| PublishError::File { path: dist.to_owned(), error };
        for entry in fs::read_dir(dist).map_err(fault)? {
            let name = entry.map_err(fault)?.file_name().to_string_lossy().into_owned();
            if let Some(build) =
                name.strip_prefix("embed-").and_then(|name| name.strip_suffix("_bg.wasm"))
            {
                return Ok(Self::named(build));
            }
        }
        Err(fault(std::io::ErrorKind::NotFound.into()))
    }
}

/// Bytes as letters, one for each: the letter of that number, or, where that would mean something to HTML or script or not survive them, the
/// one 256 further on. Packed they weigh a twenty-fifth more than the bytes, where base64 weighs a quarter more.
#[must_use]
pub fn letters(bytes: &[u8]) -> String {
    let letter = |byte: &u8| match byte {
        0 | b'\n' | b'\r' | b'"' | b'\\' | b'<' => char::from_u32(0x100 + u32::from(*byte)),
        _ => Some(char::from(*byte)),
    };
    bytes.iter().filter_map(letter).collect()
}

/// A script as wasm-bindgen writes it, or a stylesheet of ours, without the comments that stand on lines of their own or end one, and
/// without indentation.
#[must_use]
pub fn without_comments(text: &str) -> String {
    let mut is_comment = false;
    let mut kept = String::with_capacity(text.len());
    for line in text.lines().map(str::trim_start) {
        is_comment |= line.starts_with("/*");
        if !is_comment && !line.starts_with("//") {
            let aside = line.rsplit_once(" /*").filter(|(_, aside)| aside.ends_with("*/"));
            kept.push_str(aside.map_or(line, |(rest, _)| rest));
            kept.push('\n');
        }
        is_comment &= !line.ends_with("*/");
    }
    kept
}

/// A script without the classes for streams, which a library exports whether or not they are used, and what ends their objects.
fn without_streams(script: &str) -> String {
    let mut kept = String::with_capacity(script.len());
    let mut end: Option<String> = None; // what ends the part that is left out
    for line in script.split_inclusive('\n') {
        if let Some(last) = &end {
            if line.starts_with(last.as_str()) || last == ";" && line.ends_with(";\n") {
                end = None;
            }
            continue;
        }
        let after = |start: &str| {
            line.strip_prefix(start).filter(|name| name.starts_with("IntoUnderlying"))
        };
        if let Some(name) = after("class ").and_then(|rest| rest.split_whitespace().next()) {
            end = Some(format!("exports.{name} = "));
        } else if after("const ").is_some() {
            end = (!line.ends_with(";\n")).then(|| ";".to_owned());
        } else {
            kept.push_str(line);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn comments_on_lines_of_their_own_leave_a_script() {
        let script = "/**\n * one\n */\nfunction f() {\n    // two\n    return '/*';\n}\n/* three */\ng(); /* four */\n";
        assert_eq!(without_comments(script), "function f() {\nreturn '/*';\n}\ng();\n");
    }

    #[test]
    fn streams_leave_a_script() {
        let script = "a();\nclass IntoUnderlyingSink {\nclose() {\n}\n}\nif (x) y;\nexports.IntoUnderlyingSink = IntoUnderlyingSink;\nb();\n\
             const IntoUnderlyingSinkFinalization = (typeof F === 'u')\n? { a: () => {} }\n: new F(p => free(p, 1));\nc();\n";
        assert_eq!(without_streams(script), "a();\nb();\nc();\n");
    }

    #[test]
    fn both_halves_call_a_function_the_same() {
        let mut halves = Halves {
            script: "__wbg_key_423da1d67b588078: f, __wbg_key_f158b37d4bccf5ff: g".to_owned(),
            wasm: b"\x1a__wbg_key_f158b37d4bccf5ff\x00\x1a__wbg_key_423da1d67b588078".to_vec(),
        };
        halves.shorten_names();
        assert_eq!(halves.script, "__wbg_key_0000000000000000: f, __wbg_key_0000000000000001: g");
        assert_eq!(
            halves.wasm,
            b"\x1a__wbg_key_0000000000000001\x00\x1a__wbg_key_0000000000000000"
        );
    }

    proptest! {
        #[test]
        fn letters_stand_for_their_bytes(bytes: Vec<u8>) {
            let letters = letters(&bytes);
            prop_assert!(!letters.contains(['\0', '\n', '\r', '"', '\\', '<']));
            let back: Vec<u8> = letters.chars().map(|letter| (u32::from(letter) & 255) as u8).collect();
            prop_assert_eq!(back, bytes);
        }
    }
}
