//! Words and values of two languages.
pub mod words;

pub use words::{Lang, Words};
