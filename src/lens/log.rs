//! Log: everything that was said, newest first; what is planned stands above it.
mod act;
mod ask;
mod list;
mod preview;
mod row;
mod state;
mod view;
mod window;

pub use state::Log;

use crate::lang::Words;
use crate::store::query::log::LogRow;

/// What stands above the columns of the log where it is written as plain cells.
pub fn heads(words: &Words) -> Vec<String> {
    let names = ["day", "kind", "who", "account", "text", "tags"];
    names.iter().map(|name| words.get(&format!("log-head-{name}"))).collect()
}

/// A conversation as plain cells: day, kind, who, account, text, tags.
pub fn cells(row: &LogRow, words: &Words) -> Vec<String> {
    row::plain(row, words)
}
