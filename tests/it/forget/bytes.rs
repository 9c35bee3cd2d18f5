//! Looking for bytes in files, in every spelling that a text can have.
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use cartera::domain::text::fold;
use unicode_normalization::UnicodeNormalization;

/// A text as people and programs write it: composed and decomposed, with and without accents, in capitals and without.
pub fn spellings(text: &str) -> BTreeSet<String> {
    let bare: String = text.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect();
    let mut all = BTreeSet::new();
    for one in [text.to_owned(), bare, fold(text)] {
        for cased in [one.clone(), one.to_uppercase(), one.to_lowercase()] {
            all.insert(cased.nfc().collect());
            all.insert(cased.nfd().collect());
        }
    }
    all
}

/// Each spelling that stands in a file below the folder, with the name of the file.
pub fn left_of(folder: &Path, texts: &[&str]) -> Vec<String> {
    let wanted: Vec<String> = texts.iter().flat_map(|t| spellings(t)).collect();
    let mut found = Vec::new();
    look(folder, &wanted, &mut found);
    found
}

fn look(folder: &Path, wanted: &[String], found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            look(&path, wanted, found);
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        for text in wanted.iter().filter(|t| is_in(&bytes, t.as_bytes())) {
            found.push(format!("{text} in {name}"));
        }
    }
}

fn is_in(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|w| w == wanted)
}
