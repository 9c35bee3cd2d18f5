//! What happened to a record, or in the whole book, newest first.
use ratatui::layout::Rect;

use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::lang::{field, value};
use crate::lens::Cx;
use crate::store::journal::Entry;
use crate::store::query::history::Version;
use crate::ui::panel::{empty, float};
use crate::ui::table::{List, TableRow};
use crate::ui::{Column, Cursor, Pen, Role, Seen, Span};

/// The panel.
#[derive(Debug)]
pub(super) struct History {
    title: String,
    rows: Vec<Row>,
    pub(super) cursor: Cursor,
}

#[derive(Debug)]
enum Row {
    Act(Entry),
    /// Field, before, after.
    Field(String, String, String),
}

const COLUMNS: [Column; 2] = [Column::fixed(17), Column::growing(20)];

impl History {
    /// The newest acts of the book.
    pub(super) fn of_book(title: String, entries: Vec<Entry>) -> Self {
        Self { title, rows: entries.into_iter().map(Row::Act).collect(), cursor: Cursor::default() }
    }

    /// What happened to one record.
    pub(super) fn of_record(title: String, kind: Kind, versions: Vec<Version>, cx: &Cx<'_>) -> Self {
        let mut rows = Vec::new();
        let shown = |name: &str, v: &crate::domain::value::Value| {
            let spec = kind.specs().into_iter().find(|s| s.name == name);
            spec.map(|s| value::show(s.kind, v, &cx.values())).unwrap_or_default()
        };
        for version in versions {
            let fields = version.fields.iter();
            let fields: Vec<_> = fields
                .map(|(name, before, after)| {
                    Row::Field(field::label(kind, name, cx.words), shown(name, before), shown(name, after))
                })
                .collect();
            rows.push(Row::Act(version.entry));
            rows.extend(fields);
        }
        Self { title, rows, cursor: Cursor::default() }
    }

    /// How many rows it has.
    pub(super) const fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let inside = float(pen, body, (100, body.height), &self.title, &[]);
        if self.rows.is_empty() {
            empty(pen, inside, &cx.words.get("app-history-empty"));
            return Seen::default();
        }
        let len = self.rows.len();
        let list = List { columns: &COLUMNS, cursor: &self.cursor, len, panel: 0, focused: true };
        let seen = list.draw(pen, inside, |i| match self.rows.get(i) {
            Some(Row::Act(entry)) => act_row(entry, cx),
            Some(Row::Field(name, before, after)) => {
                let arrow = pen_arrow(before, after);
                TableRow::cells([Span::muted(name.as_str()).into(), Span::muted(arrow).into()])
            }
            None => TableRow::Group(Vec::new()),
        });
        Seen { floats: seen.pages, pages: Vec::new(), ..seen }
    }
}

fn pen_arrow(before: &str, after: &str) -> String {
    match (before.is_empty(), after.is_empty()) {
        (true, _) => after.to_owned(),
        (false, true) => format!("{before} → –"),
        (false, false) => format!("{before} → {after}"),
    }
}

fn act_row(entry: &Entry, cx: &Cx<'_>) -> TableRow {
    let day = crate::lang::day::column(entry.at.date(), cx.today, cx.words);
    let at = format!("{day} {}", entry.at.format("%H:%M"));
    let mut label = vec![Span::text(cx.words.say(&entry.label))];
    if entry.undone {
        let undone = cx.words.say(&Explain::new("app-history-undone"));
        label.push(Span::new(format!("  {undone}"), Role::Warn));
    }
    TableRow::cells([Span::muted(at).into(), label])
}
