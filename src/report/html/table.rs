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
/// A column of words that are not longer has room beside another one on a phone.
const LONG: usize = 16;
/// Characters that have room on a phone beside a column of words.
const ROOM: usize = 22;
/// A table of not more rows stays on one page.
pub(super) const FEW: usize = 10;
/// Deepest indent.
const DEEPEST: usize = 6;

/// How a table is laid out on a phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// As it is.
    Narrow,
    /// It is pushed to the side below the names of its rows.
    Wide,
    /// A row is a card, each cell a line of its own with the title of its column.
    Cards,
}

impl Look {
    fn of(table: &Table, shown: &[usize]) -> Self {
        let long = |at: usize| {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
            cells.map(|cell| cell.text.chars().count()).max().unwrap_or(0) > LONG
        };
        let words =
            |at: &&usize| table.columns.get(**at).is_some_and(|c| c.align == Align::Left && c.shrinks);
        let prose = shown.iter().filter(words).filter(|at| long(**at)).count();
        // What stands beside a column of words and is never broken.
        let widest = |at: &usize| {
            let title = table.columns.get(*at).map_or(0, |c| c.title.chars().count());
            let cells = table.rows.iter().filter_map(|row| row.cells.get(*at));
            cells.map(|cell| cell.text.chars().count()).max().unwrap_or(0).max(title) + 2
        };
        let fixed: usize = shown.iter().filter(|at| !words(at)).map(widest).sum();
        if prose > 1 && shown.len() > 2 {
            Self::Cards
        } else if shown.len() > MANY {
            Self::Wide
        } else if prose > 0 && fixed > ROOM {
            Self::Cards
        } else {
            Self::Narrow
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Narrow => "scroll",
            Self::Wide => "scroll many",
            Self::Cards => "scroll cards",
        }
    }
}

/// A table as it is written.
struct Laid<'a> {
    table: &'a Table,
    /// The columns in which anything stands.
    shown: Vec<usize>,
    /// The one that names the rows.
    name: Option<usize>,
    look: Look,
}

/// A table; `title` is what it is called for who does not see what stands above it.
pub fn table(table: &Table, title: &str) -> Markup {
    let shown: Vec<usize> = (0..table.columns.len()).filter(|at| is_used(table, *at)).collect();
    if shown.is_empty() || table.rows.is_empty() {
        return html! {};
    }
    let (name, look) = (name_column(table, &shown), Look::of(table, &shown));
    let laid = Laid { table, shown, name, look };
    let columns: Vec<&Column> = laid.shown.iter().filter_map(|at| table.columns.get(*at)).collect();
    let titled = columns.iter().any(|c| !c.title.is_empty());
    let together = table.rows.iter().any(|row| !row.below.is_empty());
    html! {
        div class=(look.class()) role="region" aria-label=(title) tabindex="0" {
            table class=[(table.rows.len() <= FEW).then_some("short")] {
                @if titled {
                    thead { tr { @for column in &columns { (head(column)) } } }
                }
                @if together {
                    @for (of, next) in followed(&table.rows) {
                        tbody class="together" { (row(&laid, of, next)) }
                    }
                } @else {
                    tbody { @for (of, next) in followed(&table.rows) { (row(&laid, of, next)) } }
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

fn row(laid: &Laid<'_>, row: &Row, next: Option<&Row>) -> Markup {
    let below = !row.below.is_empty();
    let more = goes_on(row, next, laid.name);
    let last = more.then_some("more");
    html! {
        tr class=[if below { Some("said") } else { last }] {
            @for at in &laid.shown {
                (cell(laid, laid.table.columns.get(*at), row.cells.get(*at), laid.name == Some(*at)))
            }
        }
        @if below {
            tr class=(if more { "below more" } else { "below" }) {
                td colspan=(laid.shown.len()) { (one_line(&row.below)) }
            }
        }
    }
}

fn cell(laid: &Laid<'_>, column: Option<&Column>, cell: Option<&Cell>, names: bool) -> Markup {
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
    let label =
        column.map(|c| one_line(&c.title)).filter(|title| laid.look == Look::Cards && !title.is_empty());
    html! {
        @if names && !said.is_empty() {
            th scope="row" class=[class] { (drawn(said, cell.tone)) }
        } @else {
            td class=[class] data-label=[label] { (drawn(said, cell.tone)) }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn written(columns: Vec<Column>, rows: &[&[&str]]) -> String {
        let mut of = Table::new(columns);
        for row in rows {
            of.push(None, row.iter().map(|text| Cell::from(*text)).collect());
        }
        table(&of, "Stand").into_string()
    }

    #[test]
    fn a_row_without_a_name_goes_on_with_the_one_above() {
        let columns = vec![Column::text("Account"), Column::text("What")];
        let html = written(columns, &[&["Arce", "Late"], &["", "Lost"], &["Nordwind", "Won"]]);
        assert_eq!(html.matches("<tr class=\"more\">").count(), 1);
        assert!(html.contains("<tr class=\"more\"><th scope=\"row\">Arce</th><td>Late</td></tr>"), "{html}");
    }

    #[test]
    fn bars_of_signs_are_drawn_and_trees_are_indented() {
        let columns = vec![Column::text(""), Column::short(""), Column::text("")];
        let html = written(columns, &[&["│ └ Ana <b>", "███▌░░", ""], &["Eva", "▁▄█", ""]]);
        assert!(html.contains("<th scope=\"row\" class=\"i2\">Ana &lt;b&gt;</th>"), "{html}");
        assert_eq!((html.matches("class=\"bar\"").count(), html.matches("class=\"spark\"").count()), (1, 1));
        assert!(!html.contains("<thead>") && !html.contains('█'), "{html}");
        assert_eq!(html.matches("<td").count(), 2, "an empty column takes no room: {html}");
    }

    #[test]
    fn a_table_of_sentences_is_told_card_by_card_on_a_phone() {
        let columns = || vec![Column::text("Account"), Column::text("Risk"), Column::text("Next")];
        let long = "Seis semanas de retraso en la segunda entrega";
        let html = written(columns(), &[&["Arce", long, long]]);
        assert!(html.contains("class=\"scroll cards\"") && html.contains("data-label=\"Risk\""), "{html}");
        let html = written(columns(), &[&["Arce", long, "no"]]);
        assert!(!html.contains("data-label"), "{html}");
    }
}
