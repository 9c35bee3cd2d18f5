//! The columns of the tables of an import, drawn: what stands above, the first that stands in it, what it holds.
use ratatui::layout::Rect;

use super::{Columns, Line};
use crate::app::help::as_float;
use crate::command::Command;
use crate::exchange::mapping::{Column as Of, Mapping, label};
use crate::lang::field;
use crate::lens::Cx;
use crate::ui::panel::float;
use crate::ui::table::{List, TableRow};
use crate::ui::{Column, Glyphs, Pen, Role, Seen, Span};

/// Most columns and rows of the panel.
const SIZE: (u16, u16) = (104, 30);

/// The head, the first that stands in it, whether it is taken, what it holds.
const COLUMNS: [Column; 4] =
    [Column::growing(18), Column::growing(18).leaves(1), Column::fixed(1), Column::growing(22)];

impl Columns {
    pub(in crate::app) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let hint = |command: Command, word: &str| {
            [Span::new(cx.key(command), Role::Key), Span::muted(format!(" {}", cx.words.get(word)))]
        };
        let mut hints = hint(Command::Choose, "columns-say").to_vec();
        hints.push(Span::muted("  "));
        hints.extend(hint(Command::Back, "columns-back"));
        let rows = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        let height = rows.saturating_add(2).min(SIZE.1.min(body.height));
        let inside = float(pen, body, (SIZE.0, height), &cx.words.get("columns-title"), &hints);
        let (len, glyphs) = (self.lines.len(), pen.glyphs);
        let list = List { columns: &COLUMNS, cursor: &self.cursor, len, panel: 0, focused: true };
        as_float(list.draw(pen, inside, |row| self.row(row, glyphs, cx)))
    }

    fn row(&self, row: usize, glyphs: Glyphs, cx: &Cx<'_>) -> TableRow {
        let words = cx.words;
        let table = |at: &usize| self.tables.get(*at);
        let drawn = match self.lines.get(row) {
            Some(Line::Head(at)) => table(at).map(|table| {
                let sheet = if table.sheet.is_empty() { String::new() } else { format!("  {}", table.sheet) };
                TableRow::Group(vec![Span::new(short(&table.file), Role::Heading), Span::muted(sheet)])
            }),
            Some(Line::Rows(at)) => table(at).map(|table| rows(table, glyphs, cx)),
            Some(Line::Column(at, place)) => {
                table(at).and_then(|of| Some(column(of, of.columns.get(*place)?, glyphs, cx)))
            }
            Some(Line::Missing(at)) => table(at).and_then(|table| {
                let kind = table.kind?;
                let fields = table.missing.iter().map(|name| field::label(kind, name, words));
                let fields = fields.collect::<Vec<_>>().join(", ");
                let said = words.with("columns-missing", &[("fields", &fields)]);
                Some(TableRow::Group(vec![Span::new("! ", Role::Bad), Span::text(said)]))
            }),
            Some(Line::Gap) | None => None,
        };
        drawn.unwrap_or_else(|| TableRow::Group(Vec::new()))
    }
}

/// What the rows of a table are.
fn rows(table: &Mapping, glyphs: Glyphs, cx: &Cx<'_>) -> TableRow {
    let words = cx.words;
    let kinds = table.kind.map(|kind| field::kinds(kind, words));
    let (sign, role) = if kinds.is_some() { (glyphs.done(), Role::Good) } else { ("!", Role::Bad) };
    let said = table.said.kind().is_some();
    let kinds = kinds.unwrap_or_else(|| words.get("columns-rows-unknown"));
    TableRow::cells([
        Span::new(words.get("columns-rows"), Role::Heading).into(),
        Vec::new(),
        Span::new(sign, role).into(),
        held(Span::new(kinds, Role::Heading), said, cx),
    ])
}

/// A column and what it holds.
fn column(table: &Mapping, of: &Of, glyphs: Glyphs, cx: &Cx<'_>) -> TableRow {
    let words = cx.words;
    let said = table.said.says(&of.header);
    let name = table.kind.zip(of.field.as_ref()).map(|(kind, name)| label(name, kind, words));
    let (sign, role) = if name.is_some() { (glyphs.done(), Role::Good) } else { ("-", Role::Muted) };
    let holds = match name {
        Some((name, of)) => {
            let mut spans = vec![Span::text(name)];
            spans.extend((!of.is_empty()).then(|| Span::muted(format!("  {of}"))));
            spans.extend(said_by_you(said, cx));
            spans
        }
        None => held(Span::muted(words.get("columns-left-out")), said, cx),
    };
    let role_of_head = if of.field.is_some() { Role::Text } else { Role::Muted };
    TableRow::cells([
        Span::new(of.header.clone(), role_of_head).into(),
        Span::muted(of.example.clone()).into(),
        Span::new(sign, role).into(),
        holds,
    ])
}

fn held(what: Span, said: bool, cx: &Cx<'_>) -> Vec<Span> {
    std::iter::once(what).chain(said_by_you(said, cx)).collect()
}

/// That it was said, not understood.
fn said_by_you(said: bool, cx: &Cx<'_>) -> Option<Span> {
    said.then(|| Span::new(format!("  {}", cx.words.get("columns-said")), Role::Accent))
}

/// The name of a file without its folder.
fn short(file: &str) -> String {
    file.rsplit('/').next().unwrap_or(file).to_owned()
}
