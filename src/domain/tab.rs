//! Names of the sheets of a workbook, as spreadsheets take them.
use std::collections::HashSet;

use unicode_segmentation::UnicodeSegmentation;

use super::text::{clean_line, fold};

/// Longest name of a sheet, in units of UTF-16, as spreadsheets count.
const LONGEST: usize = 31;

/// The names that are taken in a workbook.
#[derive(Debug, Default)]
pub struct Tabs {
    taken: HashSet<String>,
}

impl Tabs {
    /// A name for a title: at most 31 characters, none of `[]:*?/\`, no apostrophe at its ends, and no other sheet of it whatever its
    /// case. `spare` stands where nothing of the title is left.
    pub fn named(&mut self, title: &str, spare: &str) -> String {
        let sign = |c: char| if "[]:*?/\\".contains(c) { ' ' } else { c };
        let plain: String = clean_line(title).chars().map(sign).collect();
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = plain.trim_matches('\'').trim();
        // Excel keeps this one for itself.
        let plain = if plain.is_empty() || fold(plain) == "history" { spare } else { plain };
        let mut number = 1;
        loop {
            let suffix = if number == 1 { String::new() } else { format!(" ({number})") };
            let name = format!("{}{suffix}", within(plain, LONGEST - suffix.len()));
            if self.taken.insert(fold(&name)) {
                return name;
            }
            number += 1;
        }
    }
}

/// The whole characters of a text that fit into so many units of UTF-16.
fn within(text: &str, most: usize) -> &str {
    let mut end = 0;
    let mut units = 0;
    for (at, cluster) in text.grapheme_indices(true) {
        units += cluster.encode_utf16().count();
        if units > most {
            break;
        }
        end = at + cluster.len();
    }
    text.get(..end).unwrap_or(text).trim_end().trim_end_matches('\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_has_a_name_that_every_spreadsheet_takes() {
        let mut tabs = Tabs::default();
        let mut name = |title: &str| tabs.named(title, "cartera");
        assert_eq!(name("Plan: 2026/27 [draft]"), "Plan 2026 27 draft");
        assert_eq!(name("'quoted'"), "quoted");
        assert_eq!(name("History"), "cartera");
        assert_eq!(name(""), "cartera (2)");
        assert_eq!(name("Cuadro de mando\ny más"), "Cuadro de mando y más");
        let long = "Un título que no cabe en una hoja de cálculo";
        assert_eq!(name(long), "Un título que no cabe en una ho");
        assert_eq!(name(&long.to_uppercase()), "UN TÍTULO QUE NO CABE EN UN (2)");
        assert_eq!(name(&"👩‍👩‍👧".repeat(9)).encode_utf16().count(), 24);
    }
}
