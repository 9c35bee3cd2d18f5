//! Columns of rows as the questions read them.
use chrono::NaiveDate;

/// A text column, borrowed.
pub(super) fn text<'a>(row: &'a rusqlite::Row<'_>, column: usize) -> rusqlite::Result<&'a str> {
    Ok(text_or_null(row, column)?.unwrap_or_default())
}

/// A text column that may be empty, borrowed; a cell that is no text, written by other means, reads as none.
pub(super) fn text_or_null<'a>(
    row: &'a rusqlite::Row<'_>,
    column: usize,
) -> rusqlite::Result<Option<&'a str>> {
    Ok(row.get_ref(column)?.as_str_or_null().ok().flatten())
}

/// A column with a list of texts; one that is none, written by other means, reads as empty.
pub(super) fn texts(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Vec<String>> {
    Ok(text_or_null(row, column)?.and_then(|t| serde_json::from_str(t).ok()).unwrap_or_default())
}

/// A day column that may be empty; text that is no day reads as none.
pub(super) fn day(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Option<NaiveDate>> {
    Ok(row.get::<_, Option<String>>(column)?.and_then(|t| t.parse().ok()))
}
