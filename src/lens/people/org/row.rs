//! One line of the org chart.
use super::chart::{Chart, Line, Node};
use crate::command::Command;
use crate::domain::org::Guide;
use crate::lens::Cx;
use crate::lens::people::column::Shows;
use crate::lens::people::row::{cell, sign};
use crate::lens::people::selection::Selection;
use crate::report::people::org::{called, gap, remark, since};
use crate::store::query::people::PersonRow;
use crate::ui::pen::spans_width;
use crate::ui::table::TableRow;
use crate::ui::text::{cut, visible};
use crate::ui::{Column, Glyphs, Role, Span};

/// Columns that a name keeps, however deep it stands.
const NAME: usize = 16;

/// The cells of a line in these columns.
pub(super) fn draw(
    line: &Line,
    chart: &Chart<'_>,
    people: &Selection,
    columns: &[(Shows, Column)],
    glyphs: Glyphs,
    cx: &Cx<'_>,
) -> TableRow {
    let section = |at: &usize| chart.sections.get(*at);
    match line {
        Line::Blank => TableRow::Group(Vec::new()),
        Line::Account(at) => TableRow::Group(
            section(at)
                .map(|s| {
                    let name =
                        if s.account.is_none() { cx.words.get("org-no-account") } else { visible(s.name) };
                    vec![
                        Span::new(name, Role::Heading),
                        Span::muted(format!("  {}", s.forest.branches.len())),
                    ]
                })
                .unwrap_or_default(),
        ),
        Line::Alone(count) => {
            let key = cx.words.with("org-alone-key", &[("key", &cx.key(Command::SetValue))]);
            let said = format!("  {}  {count} · {key}", cx.words.get("org-alone"));
            TableRow::Group(Span::muted(said).into())
        }
        Line::NotDrawn(at, n) => {
            let said = section(at).and_then(|s| s.not_drawn(&cx.values()).into_iter().nth(*n));
            let said = said.map(|said| vec![Span::new("! ", Role::Warn), Span::muted(said)]);
            TableRow::Group(said.unwrap_or_default())
        }
        Line::Gap(seats) => {
            let sign = Span::new(format!("{} ", glyphs.unknown()), Role::Bad);
            TableRow::Group(vec![sign, Span::new(gap(seats, &cx.values()), Role::Bad)])
        }
        Line::Person(node) => match chart.row(node) {
            Some(row) => TableRow::Cells(
                columns
                    .iter()
                    .map(|(shows, column)| match shows {
                        Shows::Name => name(node, row, people, usize::from(column.least), glyphs, cx),
                        shows => rest(node, row, people, *shows, column.least, glyphs, cx),
                    })
                    .collect(),
            ),
            None => TableRow::Group(Vec::new()),
        },
    }
}

/// What stands beside the tree. Nobody can be contacted of whom only the place is known.
fn rest(
    node: &Node,
    row: &PersonRow,
    people: &Selection,
    shows: Shows,
    wide: u16,
    glyphs: Glyphs,
    cx: &Cx<'_>,
) -> Vec<Span> {
    let hidden = match shows {
        Shows::Last if node.branch.vacant => {
            return Span::muted(since(row, &cx.values())).into();
        }
        Shows::Last | Shows::Stance => row.placeholder,
        _ => false,
    };
    if hidden {
        return Vec::new();
    }
    let mut spans = cell(people, row, shows, wide, glyphs, cx);
    if node.shown.aside {
        fade(&mut spans);
    }
    spans
}

fn fade(spans: &mut [Span]) {
    for span in spans {
        if span.role != Role::Match {
            span.role = Role::Muted;
        }
    }
}

/// The sign, the lines of the tree, the name, and what stands behind it.
fn name(
    node: &Node,
    row: &PersonRow,
    people: &Selection,
    wide: usize,
    glyphs: Glyphs,
    cx: &Cx<'_>,
) -> Vec<Span> {
    let mark = if people.is_marked(row) {
        Span::new(glyphs.done(), Role::Accent)
    } else if row.placeholder {
        Span::new("?", Role::Warn)
    } else {
        sign(row, glyphs, cx)
    };
    let mut spans = vec![mark, Span::muted(format!(" {}", guides(&node.shown.guides, wide, glyphs)))];
    let behind = behind(node, row, glyphs, cx);
    let faded = row.left_on.is_some() || row.placeholder;
    let role = if faded { Role::Muted } else { Role::Text };
    // What is said behind the name stays: of a long name the end leaves.
    let room = wide.saturating_sub(spans_width(&spans) + spans_width(&behind));
    let called = cut(&visible(&called(row, &cx.values())), room);
    spans.extend(people.marks.mark(&called, role));
    if node.shown.aside {
        fade(&mut spans);
    }
    spans.extend(behind);
    spans
}

/// What is worth knowing, and how many are folded away.
fn behind(node: &Node, row: &PersonRow, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let mut spans = Vec::new();
    if let Some(said) = remark(row, &node.branch, &cx.values()) {
        let role = if node.branch.vacant { Role::Warn } else { Role::Muted };
        spans.push(Span::muted(", "));
        spans.push(Span::new(visible(&said), role));
    }
    if node.shown.folded > 0 {
        spans.push(Span::new(format!("  {} ", glyphs.or("▸", "+")), Role::Accent));
        spans.push(Span::muted(node.shown.folded.to_string()));
    }
    spans
}

/// The lines of the tree; of somebody very deep the outermost are left out.
fn guides(guides: &[Guide], wide: usize, glyphs: Glyphs) -> String {
    let sign = |guide: &Guide| match guide {
        Guide::Blank => "  ",
        Guide::Bar => glyphs.or("│ ", "| "),
        Guide::Tee => glyphs.or("├ ", "|-"),
        Guide::Corner => glyphs.or("└ ", "`-"),
    };
    let most = (wide.saturating_sub(NAME + 2) / 2).max(2);
    match guides.len().checked_sub(most).filter(|over| *over > 0) {
        Some(over) => {
            let last: String = guides.iter().skip(over + 1).map(sign).collect();
            format!("{} {last}", glyphs.more())
        }
        None => guides.iter().map(sign).collect(),
    }
}
