//! Paths that a terminal types when files are dropped on it, or that were copied in a file manager.
use std::path::PathBuf;

/// How long a text may be that is still looked at as paths.
const LONGEST: usize = 64 * 1024;

/// The files that a pasted text names, one or several: bare with their blanks escaped, in quotation marks, as `file://` addresses, or
/// one a line. `None` if anything in it is no absolute path.
pub fn paths(text: &str) -> Option<Vec<PathBuf>> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    // What was copied in a file manager has one path a line, its blanks as they are.
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty() && *line != "copy");
    let plain = lines().all(|line| is_begun(line) && !line.contains(['\'', '"', '\\']) && !has_second(line));
    let words: Vec<String> = if plain { lines().map(str::to_owned).collect() } else { words(text)? };
    words.iter().map(|word| path(word)).collect()
}

/// Whether a text begins as an absolute path does.
fn is_begun(text: &str) -> bool {
    text.starts_with('/') || text.starts_with("~/") || text.starts_with("file://")
}

/// Whether a second path begins behind a blank.
fn has_second(line: &str) -> bool {
    [" /", " ~/", " file://"].iter().any(|begin| line.contains(begin))
}

fn path(word: &str) -> Option<PathBuf> {
    let Some(address) = word.strip_prefix("file://") else {
        return is_begun(word).then(|| PathBuf::from(word));
    };
    // The host of an address of this machine is empty or its own name.
    let rest = address.strip_prefix("localhost").unwrap_or(address);
    rest.starts_with('/').then(|| of_bytes(decoded(rest)))
}

/// Bytes written as `%20` are themselves.
fn decoded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let ahead = rest.clone();
        let hex: Vec<u8> = ahead.take(2).collect();
        let value = std::str::from_utf8(&hex).ok().and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match value.filter(|_| byte == b'%' && hex.len() == 2 && hex.iter().all(u8::is_ascii_hexdigit)) {
            Some(value) => {
                bytes.push(value);
                rest.nth(1);
            }
            None => bytes.push(byte),
        }
    }
    bytes
}

/// The path of these bytes, which need be no text.
#[cfg(unix)]
fn of_bytes(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    PathBuf::from(std::ffi::OsString::from_vec(bytes))
}

/// The path of these bytes: where paths are text, these are UTF-8.
#[cfg(not(unix))]
fn of_bytes(bytes: Vec<u8>) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(&bytes).into_owned())
}

/// The words of a text as a shell takes them apart; `None` where a quotation mark is not closed.
fn words(text: &str) -> Option<Vec<String>> {
    let (mut all, mut word, mut begun) = (Vec::new(), String::new(), false);
    let mut quote: Option<char> = None;
    let mut letters = text.chars();
    while let Some(c) = letters.next() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '\'' | '"') => {
                quote = Some(c);
                begun = true;
            }
            (None | Some('"'), '\\') => word.push(letters.next()?),
            (None, c) if c.is_whitespace() => {
                if begun || !word.is_empty() {
                    all.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            (_, c) => word.push(c),
        }
    }
    if begun || !word.is_empty() {
        all.push(word);
    }
    quote.is_none().then_some(all)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<String> {
        paths(text).unwrap_or_default().iter().map(|p| p.display().to_string()).collect()
    }

    #[test]
    fn every_way_of_naming_files_is_understood() {
        for (text, want) in [
            ("/home/ana/contactos.csv", &["/home/ana/contactos.csv"][..]),
            ("/home/ana/mis\\ contactos.csv ", &["/home/ana/mis contactos.csv"]),
            ("'/home/ana/mis contactos.csv'", &["/home/ana/mis contactos.csv"]),
            ("\"/home/ana/mis contactos.csv\"", &["/home/ana/mis contactos.csv"]),
            ("'/a/it'\\''s.csv'", &["/a/it's.csv"]),
            ("/home/ana/mis contactos.csv", &["/home/ana/mis contactos.csv"]),
            ("/a.csv /b.vcf", &["/a.csv", "/b.vcf"]),
            ("'/a b.csv' '/c d.vcf'", &["/a b.csv", "/c d.vcf"]),
            ("/a b.csv\n/c d.vcf\n", &["/a b.csv", "/c d.vcf"]),
            ("file:///home/ana/Informaci%C3%B3n%20100%25.csv", &["/home/ana/Información 100%.csv"]),
            ("file:///a%20b.csv\r\nfile:///c.csv\r\n", &["/a b.csv", "/c.csv"]),
            ("~/Descargas/x.ics", &["~/Descargas/x.ics"]),
        ] {
            assert_eq!(found(text), want, "{text}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn an_address_of_a_name_that_is_no_text_keeps_its_bytes() {
        use std::os::unix::ffi::OsStrExt;
        let found = paths("file:///tmp/caf%E9.csv").unwrap();
        assert_eq!(found[0].as_os_str().as_bytes(), b"/tmp/caf\xe9.csv");
    }

    #[test]
    fn what_is_no_path_is_left_to_others() {
        for text in ["", "llamada con Ana", "12,5\t13", "'/a.csv", "file://host/a.csv", "C:\\a.csv"] {
            assert_eq!(paths(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_pasted_stumbles(text in ".{0,80}") {
            let _ = paths(&text);
            let _ = paths(&format!("/{text}"));
            let _ = paths(&format!("file:///{text}"));
        }

        #[test]
        fn a_quoted_path_comes_out_as_it_went_in(name in "[^/\n\r\0]{1,30}") {
            let path = format!("/tmp/{name}");
            let quoted = format!("'{}'", path.replace('\'', "'\\''"));
            prop_assert_eq!(paths(&quoted), Some(vec![PathBuf::from(path)]));
        }
    }
}
