//! Draws the notes, and the one under the cursor.
use ratatui::layout::Rect;

use super::super::aside;
use super::{Insights, LIST, became};
use crate::command::Command;
use crate::domain::choice::{Choice, Confidence, Topic};
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::market::Insight;
use crate::domain::score::Source;
use crate::lang::{choice, day, field};
use crate::lens::Cx;
use crate::report::{Block, Figure};
use crate::ui::table::{List, draw_row, lay_out};
use crate::ui::{Column, Glyphs, Pen, Role, Seen, Span, TableRow, found, panel};

pub(super) fn draw(view: &Insights, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    if view.shown.is_empty() {
        if view.known {
            let words = if view.learned.notes.is_empty() {
                let keys = [("key", cx.key(Command::New)), ("capture", cx.key(Command::Capture))];
                let keys: Vec<_> = keys.iter().map(|(name, key)| (*name, key.as_str())).collect();
                cx.words.with("growth-insights-empty", &keys)
            } else {
                cx.words.with("growth-insights-nothing", &[("key", &cx.key(Command::Back))])
            };
            panel::empty(pen, panel::below(area, 1), &words);
        }
        return Seen::default();
    }
    let (left, right) = aside::places(pen, area, view.shown.len());
    let columns = columns(cx);
    let places = lay_out(&columns, left.width.saturating_sub(1));
    draw_row(pen, panel::top(left, 1), &columns, &places, &head(cx));
    let list =
        List { columns: &columns, cursor: &view.cursor, len: view.shown.len(), panel: LIST, focused: true };
    let (glyphs, marks) = (pen.glyphs, found::Sought::new([view.text.as_str()]));
    let seen = list.draw(pen, panel::below(left, 1), |at| {
        let of = view.shown.get(at).and_then(|at| view.learned.notes.get(*at));
        of.map_or_else(|| TableRow::Cells(Vec::new()), |of| row(of, &marks, glyphs, cx))
    });
    if let (Some(area), Some(of)) = (right, view.current()) {
        let when = of.day.map(|on| day::with_weekday(on, cx.words)).unwrap_or_default();
        aside::draw(pen, area, &about(of, cx), &when, &details(of, cx));
    }
    seen
}

/// Day, note, account where several are shown, topic, what it became.
fn columns(cx: &Cx<'_>) -> Vec<Column> {
    let mut columns = vec![Column::fixed(9), Column::growing(20)];
    if cx.scope.is_none() {
        columns.push(Column::fixed(12).leaves(1));
    }
    columns.extend([Column::fixed(11).leaves(2), Column::fixed(1)]);
    columns
}

fn head(cx: &Cx<'_>) -> TableRow {
    let word = |key: &str| Span::muted(cx.words.get(key)).into();
    let mut cells = vec![word("growth-insights-head-day"), word("growth-insights-head-name")];
    if cx.scope.is_none() {
        cells.push(word("cltv-head-account"));
    }
    cells.extend([word("growth-insights-head-topic"), Vec::new()]);
    TableRow::Cells(cells)
}

/// The client it is about, or that it is about all of them.
fn about(of: &Insight, cx: &Cx<'_>) -> String {
    let account = of.account.map(|Link(id)| cx.directory.name(Kind::Account, id));
    account.unwrap_or_else(|| cx.words.get("growth-insights-everybody"))
}

fn topic(of: &Insight, cx: &Cx<'_>) -> String {
    of.topic.map(|topic| choice::show(Topic::SET, topic.name(), cx.words)).unwrap_or_default()
}

fn row(of: &Insight, marks: &found::Sought, glyphs: Glyphs, cx: &Cx<'_>) -> TableRow {
    let when = of.day.map(|on| day::column(on, cx.today, cx.words)).unwrap_or_default();
    let mut name = marks.mark(&of.name, Role::Text);
    if of.confidence == Some(Confidence::Low) {
        name.push(Span::muted(" ?"));
    }
    let mut cells = vec![Span::muted(when).into(), name];
    if cx.scope.is_none() {
        cells.push(Span::muted(about(of, cx)).into());
    }
    let used = if became(of).is_some() { glyphs.or("→", ">") } else { "" };
    cells.extend([Span::muted(topic(of, cx)).into(), Span::new(used, Role::Accent).into()]);
    TableRow::Cells(cells)
}

/// All that is known of it: the sentence, the story, from where, and where it led.
fn details(of: &Insight, cx: &Cx<'_>) -> Vec<Block> {
    let words = cx.words;
    let label = |name| field::label(Kind::Insight, name, words);
    let linked = |name, kind, link: Option<Link>| {
        let Link(id) = link?;
        let figure = Figure::new(label(name), cx.directory.name(kind, id));
        Some(figure.from(Some(Source::Record(kind, id))))
    };
    let mut blocks = vec![Block::Paragraph(of.name.clone())];
    blocks.extend(Some(of.text.clone()).filter(|text| !text.is_empty()).map(Block::Paragraph));
    let mut figures = vec![Figure::new(label("topic"), topic(of, cx))];
    if !of.source.is_empty() {
        figures.push(Figure::new(label("source"), of.source.clone()));
    }
    let sure = of.confidence.map(|sure| choice::show(Confidence::SET, sure.name(), words));
    figures.extend(sure.map(|sure| Figure::new(label("confidence"), sure)));
    figures.extend(linked("competitor", Kind::Competitor, of.competitor));
    figures.extend(linked("opportunity", Kind::Opportunity, of.opportunity));
    figures.extend(linked("initiative", Kind::Initiative, of.initiative));
    blocks.push(Block::Figures(figures));
    blocks
}
