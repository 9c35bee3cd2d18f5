//! Words and values of two languages.
pub mod catalogue;
pub mod choice;
pub mod day;
pub mod field;
pub mod figure;
pub mod lexicon;
pub mod list;
pub mod measure;
pub mod money;
pub mod number;
pub mod period;
pub mod progress;
pub mod time;
pub mod value;
pub mod words;

pub use words::{Lang, Words};

/// A word as it begins a line or a name.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
