//! What goes out of the book in the formats of other programs: tables, cards of people, a calendar.
pub mod calendar;
pub mod cards;
mod delimited;
pub mod grid;
mod lines;
mod workbook;

pub use workbook::write as workbook;
