//! A file for Kiwix, made with zim-tools: the page, its picture, and an index of its words.
//!
//! Its tool writes the day on which it runs, and marks by chance: one for the file and one for each index. It is told the day of the
//! facts, and the marks are made from what the file holds, so that the same page makes the same bytes.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use md5::{Digest, Md5};

use super::{About, INDEX};
use crate::tools;

/// Where the mark of a file stands.
const MARK: std::ops::Range<usize> = 8..24;
/// What an index begins with; a version of one byte and its mark follow.
const XAPIAN: &[u8] = b"\x0f\x0dXapian Glass\x04n";
/// How many bytes at the end are a sum of all before.
const SUM: usize = 16;

/// Writes the file; `icon` is a picture of 48 by 48 pixels.
///
/// # Errors
/// If its tools are not there or fail.
pub fn write(page: &str, about: &About, icon: &Path, file: &Path) -> Result<()> {
    let [writer, clock] = tools::zimwriter()?;
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join(INDEX), page)?;
    // The picture of a file in a library has 48 pixels; readers scale another.
    fs::copy(icon, folder.path().join("icon.png"))?;
    let output = Command::new(clock)
        .args(["-f", &format!("{} 00:00:00", about.checked)])
        .arg(writer)
        .args(["--welcome", INDEX, "--illustration", "icon.png"])
        .args(["--language", "eng", "--name", "mali-explained_en"])
        .args(["--title", &about.name, "--description", "Who claims what about the war in Mali"])
        .args(["--creator", &about.name, "--publisher", &about.name, "--skip-libmagic-check"])
        .arg(folder.path())
        .arg(file)
        .env("TZ", "UTC")
        .output()
        .context("zimwriterfs does not start")?;
    ensure!(
        output.status.success(),
        "zimwriterfs failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let mut bytes = fs::read(file)?;
    settle(&mut bytes)?;
    fs::write(file, &bytes)?;
    println!("target/packages/mali-explained.en.zim: {} bytes", bytes.len());
    Ok(())
}

/// Replaces the marks by one made from what the file holds otherwise.
fn settle(bytes: &mut [u8]) -> Result<()> {
    ensure!(bytes.starts_with(b"ZIM\x04") && bytes.len() > 80 + SUM, "zimwriterfs wrote no ZIM");
    let end = bytes.len() - SUM;
    let indexes = bytes[..end].windows(XAPIAN.len()).enumerate();
    let indexes = indexes.filter(|(_, window)| *window == XAPIAN).map(|(at, _)| at + XAPIAN.len());
    let marks: Vec<_> = indexes.map(|at| at..at + 16).chain([MARK]).collect();
    ensure!(marks.iter().all(|mark| mark.end <= end), "an index in the ZIM is cut off");
    for mark in &marks {
        bytes[mark.clone()].fill(0);
    }
    let made = Md5::digest(&bytes[..end]);
    for mark in marks {
        bytes[mark].copy_from_slice(&made);
    }
    let sum = Md5::digest(&bytes[..end]);
    bytes[end..].copy_from_slice(&sum);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file with a mark for itself and one index, as two runs of its tool might write it.
    fn written(by_chance: u8) -> Vec<u8> {
        let mut bytes = b"ZIM\x04\x06\0\x01\0".to_vec();
        bytes.extend([by_chance; 16]);
        bytes.extend([7; 80]);
        bytes.extend(XAPIAN);
        bytes.extend([by_chance.wrapping_mul(3); 16]);
        bytes.extend(*b"the rest");
        let sum = Md5::digest(&bytes);
        bytes.extend(sum);
        bytes
    }

    #[test]
    fn the_same_page_makes_the_same_bytes() {
        let [mut one, mut other] = [written(1), written(2)];
        settle(&mut one).unwrap();
        settle(&mut other).unwrap();
        assert_eq!(one, other);
        let end = one.len() - SUM;
        assert_eq!(one[end..], Md5::digest(&one[..end])[..]);
        assert!(one.windows(8).any(|window| window == b"the rest"));
        assert_ne!(one[MARK], [0; 16]);
    }

    #[test]
    fn what_is_no_file_of_its_kind_is_refused() {
        assert!(settle(&mut b"PK\x03\x04".to_vec()).is_err());
        let mut cut = written(1);
        cut.truncate(8 + 16 + 80 + XAPIAN.len() + 4 + SUM);
        assert!(settle(&mut cut).is_err());
    }
}
