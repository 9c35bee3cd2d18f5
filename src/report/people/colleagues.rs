//! Who of ours knows whom of theirs, as a matrix with the last touch.
use crate::domain::acquaintance::{Circles, Theirs};
use crate::domain::kind::Kind;
use crate::lang::day;
use crate::lang::value::Context;
use crate::report::block::{Block, Cell, Column, Table, Tone};

/// The whole page: the matrix, then whom nobody of the team has met.
pub fn colleagues(circles: &Circles, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let mut blocks = Vec::new();
    if circles.known.is_empty() {
        blocks.push(Block::heading(words.get("acquaintance-title")));
        let key = if circles.unknown.is_empty() { "acquaintance-nobody" } else { "acquaintance-none" };
        blocks.push(Block::Paragraph(words.get(key)));
    } else {
        let (theirs, ours) = (circles.known.len().to_string(), circles.colleagues.len().to_string());
        let note = words.with("acquaintance-count", &[("theirs", &theirs), ("ours", &ours)]);
        blocks.push(Block::heading_with(words.get("acquaintance-title"), note));
        blocks.push(matrix(circles, cx));
    }
    blocks.extend(unknown(&circles.unknown, cx));
    blocks
}

/// A row a person, a column a colleague: those who met nobody for longest leave a narrow page first.
fn matrix(circles: &Circles, cx: &Context<'_>) -> Block {
    let names = short(&circles.colleagues);
    let mut heads = theirs_heads(cx);
    for (at, name) in names.into_iter().enumerate() {
        let turn = u8::try_from(circles.colleagues.len() - at).unwrap_or(u8::MAX);
        // The freshest never leaves: without anybody of ours it is no matrix.
        let column = Column::number(name);
        heads.push(if at == 0 { column } else { column.leaving(turn) });
    }
    let mut table = Table::new(heads);
    for theirs in &circles.known {
        let mut cells = theirs_cells(theirs, cx);
        let last = theirs.last();
        cells.extend(theirs.met.iter().map(|met| match met {
            Some(met) => {
                let tone = if Some(met.last) == last { Tone::Text } else { Tone::Muted };
                Cell::toned(day::ago(met.last, cx.today, cx.words), tone)
            }
            None => Cell::toned("·", Tone::Muted),
        }));
        table.push(Some((Kind::Person, theirs.person)), cells);
    }
    Block::Table(table)
}

/// Name and, where there are several, the account, which leaves a narrow page last.
fn theirs_heads(cx: &Context<'_>) -> Vec<Column> {
    let mut heads = vec![Column::text(cx.words.get("acquaintance-head-theirs"))];
    if cx.scope.is_none() {
        heads.push(Column::text(cx.words.get("acquaintance-head-account")).leaving(u8::MAX));
    }
    heads
}

fn theirs_cells(theirs: &Theirs, cx: &Context<'_>) -> Vec<Cell> {
    let mut cells = vec![theirs.name.as_str().into()];
    if cx.scope.is_none() {
        cells.push(Cell::toned(theirs.account_name.as_str(), Tone::Muted));
    }
    cells
}

fn unknown(people: &[Theirs], cx: &Context<'_>) -> Vec<Block> {
    if people.is_empty() {
        return Vec::new();
    }
    let mut heads = theirs_heads(cx);
    heads.push(Column::number(cx.words.get("acquaintance-head-weight")));
    let mut table = Table::new(heads);
    for theirs in people {
        let mut cells = theirs_cells(theirs, cx);
        cells.push(Cell::toned(theirs.weight.to_string(), Tone::Muted));
        table.push(Some((Kind::Person, theirs.person)), cells);
    }
    let title = cx.words.get("acquaintance-unknown");
    vec![Block::heading_with(title, people.len().to_string()), Block::Table(table)]
}

/// The first names of the colleagues; of two with the same one as much more as tells them apart.
fn short(colleagues: &[(crate::domain::Id, String)]) -> Vec<String> {
    let begin = |name: &str, words: usize| name.split_whitespace().take(words).collect::<Vec<_>>().join(" ");
    let longest = |name: &str| name.split_whitespace().count().max(1);
    colleagues
        .iter()
        .enumerate()
        .map(|(at, (_, name))| {
            let others =
                || colleagues.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, c)| &c.1);
            let alone = |words: &usize| !others().any(|other| begin(other, *words) == begin(name, *words));
            let words = (1..=longest(name)).find(alone).unwrap_or_else(|| longest(name));
            begin(name, words)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colleagues_go_by_their_first_names_unless_two_have_the_same() {
        let names = ["Pau Font", "Marta Gil Roca", "Marta Gil Serra", "Pau"].map(|n| (1, n.to_owned()));
        assert_eq!(short(&names), ["Pau Font", "Marta Gil Roca", "Marta Gil Serra", "Pau"]);
        let names = ["Pau Font", "Marta Gil"].map(|n| (1, n.to_owned()));
        assert_eq!(short(&names), ["Pau", "Marta"]);
    }
}
