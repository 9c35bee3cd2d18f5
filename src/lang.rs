//! Words and values of two languages.
pub mod choice;
pub mod day;
pub mod field;
pub mod lexicon;
pub mod list;
pub mod money;
pub mod number;
pub mod time;
pub mod value;
pub mod words;

pub use words::{Lang, Words};
