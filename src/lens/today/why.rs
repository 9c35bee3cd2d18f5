//! Why a row is in the queue: the explanation of the reports, as the panel of `=` shows it.
use crate::domain::needs::Need;
use crate::lens::{Cx, Why};
use crate::report::{Block, Table, need};
use crate::store::query::behind::Behind;

/// The explanation of a row, with what stands behind it if that is known.
pub(super) fn why(row: &Need, behind: Option<&Behind>, cx: &Cx<'_>) -> Why {
    let nothing = Behind::default();
    let mut why = Why::default();
    let mut rules = Vec::new();
    for block in need::explain(row, behind.unwrap_or(&nothing), &cx.values()) {
        match block {
            Block::Heading { text, note } if why.title.is_empty() => {
                why.title = joined(&[&text, &note], " · ");
            }
            Block::Heading { text, .. } => why.parts.push((text, String::new())),
            Block::Paragraph(text) | Block::Callout(_, text) => rules.push(text),
            Block::Figures(figures) => {
                why.parts.extend(figures.into_iter().map(|f| (f.label, joined(&[&f.value, &f.note], " · "))));
            }
            Block::Table(table) => why.parts.extend(records(&table)),
        }
    }
    why.rule = rules.join(" ");
    why
}

/// The records behind it: the first cell names the row.
fn records(table: &Table) -> impl Iterator<Item = (String, String)> {
    table.rows.iter().map(|row| {
        let cells: Vec<&str> = row.cells.iter().map(|c| c.text.as_str()).collect();
        let (first, rest) = cells.split_first().unwrap_or((&"", &[]));
        ((*first).to_owned(), joined(rest, "  "))
    })
}

fn joined(texts: &[&str], between: &str) -> String {
    texts.iter().filter(|t| !t.is_empty()).copied().collect::<Vec<_>>().join(between)
}
