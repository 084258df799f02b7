//! Where each byte of a TOML string was written: escapes are longer in the file than in the text.

/// Pairs of a byte of `text` and the byte of the literal `raw`, quotation marks included, from which the two run in step.
///
/// In order; the first is for byte 0 of the text.
pub fn anchors(raw: &str, text: &str) -> Vec<(usize, usize)> {
    let quotes = if raw.starts_with("\"\"\"") || raw.starts_with("'''") { 3 } else { 1 };
    let body = raw.get(quotes..).unwrap_or_default();
    let newline = if quotes == 3 { body.len() - after_newline(body).len() } else { 0 };
    let mut written = quotes + newline;
    let mut anchors = vec![(0, written)];
    if !raw.starts_with('"') || !raw.contains(['\\', '\r']) {
        return anchors;
    }
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.peek().copied() {
        let rest = raw.get(written..).unwrap_or_default();
        let Some(length) = written_length(rest, character) else { break };
        if length.is_skipped {
            written += length.bytes;
            anchors.push((at, written));
            continue;
        }
        characters.next();
        written += length.bytes;
        if length.bytes != character.len_utf8() {
            anchors.push((at + character.len_utf8(), written));
        }
    }
    anchors
}

/// How a piece of a literal counts: its bytes, and whether it stands for nothing.
struct Length {
    bytes: usize,
    is_skipped: bool,
}

/// The length of what is written for `character` at the head of `rest`; none at the end of the literal.
fn written_length(rest: &str, character: char) -> Option<Length> {
    let mut head = rest.chars();
    let bytes = match (head.next()?, head.next()) {
        ('\\', Some('u')) => 6,
        ('\\', Some('U')) => 10,
        ('\\', Some('x')) => 4,
        ('\\', Some(' ' | '\t' | '\r' | '\n')) => {
            let after = rest[1..].trim_start_matches([' ', '\t', '\r', '\n']);
            return Some(Length { bytes: rest.len() - after.len(), is_skipped: true });
        }
        ('\\', Some(_)) => 2,
        ('\r', Some('\n')) if character == '\n' => {
            return Some(Length { bytes: 1, is_skipped: true });
        }
        (written, _) => written.len_utf8(),
    };
    Some(Length { bytes, is_skipped: false })
}

/// The text without a line break at its head.
fn after_newline(text: &str) -> &str {
    text.strip_prefix("\r\n").or_else(|| text.strip_prefix('\n')).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The written byte of each character, by way of the anchors.
    fn written(raw: &str, text: &str) -> Vec<usize> {
        let anchors = anchors(raw, text);
        let place = |at: usize| {
            let (word, byte) = anchors[anchors.partition_point(|(word, _)| *word <= at) - 1];
            byte + at - word
        };
        text.char_indices().map(|(at, _)| place(at)).collect()
    }

    #[test]
    fn every_character_is_found_where_it_was_written() {
        assert_eq!(written(r#""abc""#, "abc"), [1, 2, 3]);
        assert_eq!(written("'''\nab'''", "ab"), [4, 5]);
        assert_eq!(written(r#""a\"b\u00e9c""#, "a\"béc"), [1, 2, 4, 5, 11]);
        assert_eq!(written("\"\"\"\na\\\n  b\"\"\"", "ab"), [4, 9]);
        assert_eq!(written("\"\"\"a\r\nb\"\"\"", "a\nb"), [3, 5, 6]);
        assert_eq!(written("\"\"\"a\r\nb\"\"\"", "a\r\nb"), [3, 4, 5, 6]);
    }
}
