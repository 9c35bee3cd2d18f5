//! Names of sheets: at most 31 characters, none of those that Excel refuses, each only once whatever its case.
use std::collections::HashSet;

use crate::domain::text::fold;
use crate::report::plain::one_line;

/// Longest name of a sheet.
const LONGEST: usize = 31;

/// The names that are taken.
#[derive(Debug, Default)]
pub struct Names {
    taken: HashSet<String>,
}

impl Names {
    /// A name for a title.
    pub fn of(&mut self, title: &str) -> String {
        let sign = |c: char| if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') { ' ' } else { c };
        let plain: String = one_line(title).chars().map(sign).collect();
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches('\'').to_owned();
        let plain = if plain.is_empty() { "1".to_owned() } else { plain };
        let mut number = 1;
        loop {
            let suffix = if number == 1 { String::new() } else { format!(" ({number})") };
            let room = LONGEST - suffix.chars().count();
            let kept: String = plain.chars().take(room).collect();
            let name = format!("{}{suffix}", kept.trim_end().trim_end_matches('\''));
            // Excel keeps this one for itself.
            if fold(&name) != "history" && self.taken.insert(fold(&name)) {
                return name;
            }
            number += 1;
        }
    }
}
