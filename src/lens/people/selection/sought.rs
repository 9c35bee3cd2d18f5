//! By which words a person is found when the list is narrowed.
use crate::domain::text::name_tokens;
use crate::store::query::people::PersonRow;

/// The words of the name, the title, the unit, the account and the tags.
pub(super) fn words_of(row: &PersonRow) -> Vec<String> {
    let texts = [&row.name, &row.title, &row.unit, &row.account_name].into_iter().chain(&row.tags);
    texts.flat_map(|text| name_tokens(text)).collect()
}

/// Whether every word begins one of those by which a person is found.
pub(super) fn answers(found_by: &[String], words: &[String]) -> bool {
    words.iter().all(|word| found_by.iter().any(|t| t.starts_with(word.as_str())))
}
