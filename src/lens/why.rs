//! An explanation made of a report's blocks.
use super::Why;
use crate::report::{Block, Table};

impl Why {
    /// The first heading is the title, figures and rows of tables are the parts, paragraphs the rule.
    pub(super) fn of(blocks: Vec<Block>) -> Self {
        let mut why = Self::default();
        let mut rules = Vec::new();
        for block in blocks {
            match block {
                Block::Heading { text, note } if why.title.is_empty() => {
                    why.title = joined(&[&text, &note], " · ");
                }
                Block::Heading { text, .. } => why.parts.push((text, String::new())),
                Block::Paragraph(text) | Block::Callout(_, text) => rules.push(text),
                Block::Figures(figures) => {
                    let figures = figures.into_iter();
                    why.parts.extend(figures.map(|f| (f.label, joined(&[&f.value, &f.note], " · "))));
                }
                Block::Table(table) => why.parts.extend(records(&table)),
            }
        }
        why.rule = rules.join(" ");
        why
    }
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
