//! What goes out of the book in the formats of other programs: tables.
mod delimited;
pub mod grid;
mod workbook;

pub use workbook::write as workbook;
