//! Tables: a head that is repeated on every page, the name of a row as its head, drawings made of signs as drawings.
use maud::{Markup, html};

use super::section::class;
use crate::report::block::{Align, Cell, Column, Row, Table, Tone};
use crate::report::plain::{gauge_in, one_line, spark_in};
use crate::report::svg;

/// From so many columns on a table is wider than a phone.
const MANY: usize = 4;
/// Numbers, days and signs that are not longer are never broken.
const SHORT: usize = 24;
/// Deepest indent.
const DEEPEST: usize = 6;

/// A table; `title` is what it is called for who does not see what stands above it.
pub fn table(table: &Table, title: &str) -> Markup {
    let shown: Vec<usize> = (0..table.columns.len()).filter(|at| is_used(table, *at)).collect();
    if shown.is_empty() || table.rows.is_empty() {
        return html! {};
    }
    let columns: Vec<&Column> = shown.iter().filter_map(|at| table.columns.get(*at)).collect();
    let titled = columns.iter().any(|c| !c.title.is_empty());
    let name = name_column(table, &shown);
    let together = table.rows.iter().any(|row| !row.below.is_empty());
    let many = columns.len() > MANY;
    html! {
        div class=(if many { "scroll many" } else { "scroll" }) role="region" aria-label=(title) tabindex="0" {
            table {
                @if titled {
                    thead { tr { @for column in &columns { (head(column)) } } }
                }
                @if together {
                    @for (of, next) in followed(&table.rows) {
                        tbody class="together" { (row(table, of, &shown, name, goes_on(of, next, name))) }
                    }
                } @else {
                    tbody {
                        @for (of, next) in followed(&table.rows) {
                            (row(table, of, &shown, name, goes_on(of, next, name)))
                        }
                    }
                }
            }
        }
    }
}

/// The rows, each with the one below it.
fn followed(rows: &[Row]) -> impl Iterator<Item = (&Row, Option<&Row>)> {
    rows.iter().enumerate().map(|(at, row)| (row, rows.get(at + 1)))
}

/// Whether the next row is about the same: it has no name where this table names its rows first.
fn goes_on(row: &Row, next: Option<&Row>, name: Option<usize>) -> bool {
    let named =
        |row: &Row| name.and_then(|at| row.cells.get(at)).is_some_and(|cell| !cell.text.trim().is_empty());
    let said = |row: &Row| row.cells.iter().any(|cell| !cell.text.trim().is_empty());
    said(row) && name == Some(0) && next.is_some_and(|next| !named(next))
}

/// Whether anything stands in a column.
fn is_used(table: &Table, at: usize) -> bool {
    let said = |row: &Row| row.cells.get(at).is_some_and(|c| !c.text.trim().is_empty());
    table.columns.get(at).is_some_and(|c| !c.title.is_empty()) || table.rows.iter().any(said)
}

/// The column that names the rows: the first of words, not one of signs or days.
fn name_column(table: &Table, shown: &[usize]) -> Option<usize> {
    let is_text = |at: &&usize| table.columns.get(**at).is_some_and(|c| c.align == Align::Left && c.shrinks);
    shown.iter().find(is_text).copied()
}

fn head(column: &Column) -> Markup {
    let class = (column.align == Align::Right).then_some("n");
    html! {
        @if column.title.is_empty() { td class=[class] {} } @else { th scope="col" class=[class] { (one_line(&column.title)) } }
    }
}

fn row(table: &Table, row: &Row, shown: &[usize], name: Option<usize>, more: bool) -> Markup {
    let below = !row.below.is_empty();
    let last = more.then_some("more");
    html! {
        tr class=[if below { Some("said") } else { last }] {
            @for at in shown {
                (cell(table.columns.get(*at), row.cells.get(*at), name == Some(*at)))
            }
        }
        @if below {
            tr class=(if more { "below more" } else { "below" }) { td colspan=(shown.len()) { (one_line(&row.below)) } }
        }
    }
}

fn cell(column: Option<&Column>, cell: Option<&Cell>, names: bool) -> Markup {
    let Some(cell) = cell else { return html! { td {} } };
    let text = one_line(&cell.text);
    let (depth, said) = indented(&text);
    let right = column.is_some_and(|c| c.align == Align::Right);
    let whole = column.is_some_and(|c| right || !c.shrinks) && said.chars().count() <= SHORT;
    let indent = if depth > 0 { format!("i{depth}") } else { String::new() };
    let class = [
        if right { "n" } else { "" },
        if whole { "s" } else { "" },
        class(cell.tone).unwrap_or_default(),
        &indent,
    ];
    let class = class.into_iter().filter(|c| !c.is_empty()).collect::<Vec<_>>().join(" ");
    let class = (!class.is_empty()).then_some(class);
    html! {
        @if names && !said.is_empty() {
            th scope="row" class=[class] { (drawn(said, cell.tone)) }
        } @else {
            td class=[class] { (drawn(said, cell.tone)) }
        }
    }
}

/// How deep a text stands, and the text without the blanks and lines that say so.
fn indented(text: &str) -> (usize, &str) {
    let said = text.trim_start_matches([' ', '│', '├', '└', '─']);
    let columns = text.chars().count() - said.chars().count();
    (columns.div_ceil(2).min(DEEPEST), said)
}

/// A bar or a line of bars made of signs is drawn; any other text is text.
fn drawn(text: &str, tone: Tone) -> Markup {
    if let Some(share) = gauge_in(text) {
        return svg::bar(share, tone);
    }
    if let Some(values) = spark_in(text) {
        return svg::spark(&values);
    }
    html! { (text) }
}
