//! CSV: cells, what their columns mean, and what a row says.
pub(super) mod cells;
pub(super) mod columns;
pub(super) mod headers;
pub(super) mod row;
pub(super) mod spreadsheet;
mod synonyms;

pub(super) use columns::open;
pub(super) use row::draft;
