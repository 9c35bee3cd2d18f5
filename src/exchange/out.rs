//! What goes out of the book in the formats of other programs: tables, cards of people, a calendar.
pub mod calendar;
pub mod cards;
pub(super) mod delimited;
pub mod grid;
mod lines;
pub(super) mod workbook;

pub use workbook::write as workbook;
