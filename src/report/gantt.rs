//! The Gantt chart of plans: its rows, the heads above it, its signs; and the chart as a document for the shell.
pub mod head;
pub mod of;
pub mod rows;
pub mod sign;
pub mod wanted;

use super::block::{Block, Cell, Column, Table, Tone};
use super::plan;
use crate::domain::Id;
use crate::domain::day::plus_days;
use crate::domain::gantt::{Body, Chart, Link, Scale, Span, Zoom};
use crate::lang::day;
use crate::lang::value::Context;
use crate::store::query::plans::Plans;
use of::Of;
use rows::Row;
use wanted::Wanted;

/// Columns of the page where nobody says how wide it is.
const WIDE: usize = 120;

/// Fewest columns of a chart in which something can be read.
const LEAST: usize = 24;

/// Most columns of the names.
const NAMES: usize = 34;

/// All that is drawn, from the first to the last day; this month where there is nothing.
pub fn whole(rows: &[Row], cx: &Context<'_>) -> Span {
    let spans = rows.iter().filter_map(|row| row.bar.as_ref()).map(|bar| bar.span);
    spans.reduce(Span::and).unwrap_or(Span { from: cx.today, to: plus_days(cx.today, 27) })
}

/// The chart of some plans as a document of so many columns.
pub fn page(plans: &Plans, zoom: Zoom, width: Option<usize>, cx: &Context<'_>) -> Vec<Block> {
    let (mut rows, links) = rows::rows(plans, &Wanted::default(), cx);
    let without = |(_, name): &(Id, String)| {
        Block::Callout(Tone::Muted, cx.words.with("plan-without", &[("account", name)]))
    };
    let without = plans.without.iter().map(without);
    // They stand behind all others.
    rows.retain(|row| !matches!(row.of, Of::Without(_)));
    if rows.is_empty() {
        return vec![Block::Paragraph(cx.words.get("plan-none"))];
    }
    let names = rows.iter().map(|row| indented(row).chars().count()).max().unwrap_or(0).min(NAMES);
    let ends = rows.iter().map(|row| until(row, cx).chars().count()).max().unwrap_or(0);
    let cells = width.unwrap_or(WIDE).saturating_sub(names + 2 + 5 + 2 + ends + 2).max(LEAST);
    let scale = Scale::new(zoom, whole(&rows, cx), None, cx.today, cells);
    let mut table = Table::new(vec![
        Column::short(""),
        Column::text(""),
        Column::number(""),
        Column::number(""),
        Column::short(""),
    ]);
    for head in head::lines(&scale, zoom, cx) {
        let line = head::written(&head, cells);
        table.push(None, vec!["".into(), "".into(), "".into(), "".into(), Cell::toned(line, Tone::Muted)]);
    }
    for (row, line) in rows.iter().zip(painted(&rows, &links, scale, cx)) {
        let (sign, tone) = row.sign(plans, cx);
        let cells = vec![
            Cell::toned(sign, tone),
            indented(row).into(),
            Cell::toned(share(row), Tone::Muted),
            Cell::toned(until(row, cx), Tone::Muted),
            line.into(),
        ];
        table.push(row.of.subject(plans), cells);
    }
    let zoomed = cx.words.get(&format!("gantt-zoom-{}", zoom.name()));
    let today = cx.words.with("gantt-today", &[("day", &day::show(cx.today, cx.words))]);
    let heading = Block::heading_with(cx.words.get("gantt-title"), format!("{zoomed} · {today}"));
    [heading, Block::Table(table)].into_iter().chain(without).collect()
}

/// The chart as lines of text, one a row.
fn painted(rows: &[Row], links: &[Link], scale: Scale, cx: &Context<'_>) -> Vec<String> {
    let bars: Vec<_> = rows.iter().map(|row| row.bar.clone()).collect();
    let chart = Chart { scale, today: cx.today, rows: &bars, links, lit: None };
    let drawn = chart.paint(0..bars.len());
    drawn
        .into_iter()
        .map(|line| line.into_iter().map(|mark| sign::sign(mark.sign, false)).collect())
        .collect()
}

fn indented(row: &Row) -> String {
    format!("{}{}", "  ".repeat(row.depth), row.name)
}

/// How far it has come: `40 %`; nothing where that is not known.
pub fn share(row: &Row) -> String {
    row.share.clone().unwrap_or_default()
}

/// The last day of a row: that of its bar.
pub fn until(row: &Row, cx: &Context<'_>) -> String {
    let last = row.bar.as_ref().filter(|bar| bar.body != Body::Period || row.folded == Some(true));
    last.map(|bar| day::column(bar.span.to, cx.today, cx.words)).unwrap_or_default()
}

impl Row {
    /// How it stands as a sign.
    pub fn sign(&self, plans: &Plans, cx: &Context<'_>) -> (&'static str, Tone) {
        match self.of {
            Of::Initiative(..) => self.of.initiative(plans).map_or((" ", Tone::Text), |row| {
                let (sign, _, tone) = plan::standing(row.standing, cx);
                (sign, tone)
            }),
            Of::Milestone(..) => self.of.milestone(plans).map_or((" ", Tone::Text), |of| {
                let late = of.promise().days_late(cx.today) > 0;
                match (of.done_on.is_some(), late) {
                    (true, _) => ("✓", Tone::Muted),
                    (false, true) => ("!", Tone::Bad),
                    (false, false) => (" ", Tone::Text),
                }
            }),
            Of::Plan(_) | Of::Objective(..) | Of::Without(_) => {
                if self.late_below > 0 && self.folded == Some(true) {
                    ("!", Tone::Bad)
                } else {
                    (" ", Tone::Text)
                }
            }
        }
    }
}
