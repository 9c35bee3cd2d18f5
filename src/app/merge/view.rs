//! The preview of a merge: both values side by side, the one that is taken marked, and what comes of it.
use ratatui::layout::Rect;

use super::{Head, MergeOpen, Row};
use crate::app::help::as_float;
use crate::command::Command;
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::domain::merge::{Line, Pick};
use crate::domain::value::Value;
use crate::lang::field;
use crate::lens::Cx;
use crate::report::people::merging::{coming, result, text};
use crate::ui::panel::{below, float, top};
use crate::ui::table::{List, TableRow, draw_row, lay_out};
use crate::ui::text::{visible, wrap};
use crate::ui::{Column, Pen, Role, Seen, Span};

/// Most columns of the panel.
const WIDEST: u16 = 128;

/// Field, the value of who stays, of who goes, the result.
const COLUMNS: [Column; 4] =
    [Column::fixed(14), Column::growing(16), Column::growing(16), Column::growing(16)];

/// Lines below the list: a blank one, what comes along, and the value under the cursor with what is left, one line at the least.
const DETAILS: u16 = 5;

impl MergeOpen {
    pub(in crate::app) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let words = cx.words;
        let (kept, gone) = (&self.merging.kept.name, &self.merging.gone.name);
        let title = words.with("life-merge-title", &[("name", kept), ("gone", gone)]);
        let hint = |key: String, label: &str| {
            [Span::new(key, Role::Key), Span::muted(format!(" {}", words.get(label))), Span::muted("  ")]
        };
        let mut hints: Vec<Span> = Vec::new();
        if (0..self.rows.len()).any(|row| self.stands(row)) {
            let keys = format!("{} {}", cx.key(Command::PanelLeft), cx.key(Command::PanelRight));
            hints.extend(hint(keys, "life-choose"));
        }
        hints.extend(hint(cx.key(Command::Choose), "life-merge"));
        hints.extend(hint(cx.key(Command::Back), "life-leave"));
        hints.pop();
        let rows = u16::try_from(self.rows.len()).unwrap_or(u16::MAX);
        let height = rows.saturating_add(4 + DETAILS).min(body.height);
        let inside = float(pen, body, (WIDEST, height), &title, &hints);
        self.draw_heads(pen, inside, cx);
        let mut area = below(inside, 2);
        area.height = self.whole_groups(area.height.saturating_sub(DETAILS));
        let done = pen.glyphs.done();
        let list =
            List { columns: &COLUMNS, cursor: &self.cursor, len: self.rows.len(), panel: 0, focused: true };
        let drawn = list.draw(pen, area, |row| self.row(row, done, cx));
        let shown = usize::from(area.height);
        self.draw_details(pen, below(inside, inside.height.saturating_sub(DETAILS)), shown, cx);
        as_float(drawn)
    }

    /// How many lines the list gets of those there are: it does not end with the bare head of a group.
    fn whole_groups(&self, lines: u16) -> u16 {
        let len = self.rows.len();
        let ends_bare = |lines: u16| {
            let end = self.cursor.first(len, usize::from(lines)) + usize::from(lines);
            end < len
                && self.rows.get(end.saturating_sub(1)).is_some_and(|r| matches!(r, Row::Head(_) | Row::Gap))
        };
        (1..=lines).rev().find(|lines| !ends_bare(*lines)).unwrap_or(lines)
    }

    /// Who stands in which column.
    fn draw_heads(&self, pen: &mut Pen<'_>, inside: Rect, cx: &Cx<'_>) {
        let person = |name: &str, key: &str| {
            vec![Span::new(name, Role::Heading), Span::muted(format!("  {}", cx.words.get(key)))]
        };
        let heads = TableRow::cells([
            Vec::new(),
            person(&self.merging.kept.name, "life-stays"),
            person(&self.merging.gone.name, "life-goes"),
            Span::new(cx.words.get("life-head-result"), Role::Heading).into(),
        ]);
        let places = lay_out(&COLUMNS, inside.width.saturating_sub(1));
        draw_row(pen, top(inside, 1), &COLUMNS, &places, &heads);
    }

    fn row(&self, row: usize, done: &'static str, cx: &Cx<'_>) -> TableRow {
        match self.rows.get(row) {
            Some(Row::Head(head)) => {
                let name = match head {
                    Head::Differ => cx.words.get("life-differ"),
                    Head::Filled => cx.words.get("life-filled"),
                    Head::Alike => cx.words.get("life-alike"),
                    Head::Place(at) => cx.words.with("life-place", &[("account", self.merging.client(*at))]),
                };
                TableRow::Group(vec![Span::new(name, Role::Heading)])
            }
            Some(Row::Field(at)) => self.fields.get(*at).map_or_else(nothing, |(place, line)| {
                let kind = if place.is_some() { Kind::Membership } else { Kind::Person };
                self.cells((kind, line), done, cx)
            }),
            Some(Row::Gap) | None => nothing(),
        }
    }

    fn cells(&self, (kind, line): (Kind, &Line), done: &'static str, cx: &Cx<'_>) -> TableRow {
        let label = Span::muted(field::label(kind, line.spec.name, cx.words));
        let shown =
            text(line, &result(&self.merging, &self.picked, (kind == Kind::Person, line)), &cx.values());
        if !line.differs() {
            return TableRow::cells([label.into(), Vec::new(), Vec::new(), Span::muted(shown).into()]);
        }
        let side = |value, taken: bool| {
            let (mark, role) = if taken { (done, Role::Text) } else { (" ", Role::Muted) };
            let value = text(line, value, &cx.values());
            let value = if value.is_empty() { "–".to_owned() } else { value };
            vec![Span::new(format!("{mark} "), Role::Good), Span::new(value, role)]
        };
        let shown = if shown.is_empty() { Span::muted("–") } else { Span::text(shown) };
        TableRow::cells([
            label.into(),
            side(&line.kept, line.pick != Pick::Gone),
            side(&line.gone, line.pick != Pick::Kept),
            shown.into(),
        ])
    }

    /// The result of a field; of the name also what else they are called.
    fn full(&self, (place, line): &(Option<Id>, Line), cx: &Cx<'_>) -> String {
        let of_person = place.is_none();
        let shown = text(line, &result(&self.merging, &self.picked, (of_person, line)), &cx.values());
        let one = self.merging.result(&self.picked).ok().filter(|_| of_person && line.spec.name == "name");
        match one.map(|one| one.get("aliases")) {
            Some(Value::Texts(others)) => {
                let others = others.join(", ");
                cx.words.with("life-also-known", &[("name", &shown), ("others", &others)])
            }
            _ => shown,
        }
    }

    /// The result of the field under the cursor in full, and what comes along.
    fn draw_details(&self, pen: &mut Pen<'_>, area: Rect, shown: usize, cx: &Cx<'_>) {
        let room = area.width.saturating_sub(1);
        let under = self.field(self.cursor.at).filter(|(_, line)| line.differs());
        let below = self.rows.len().saturating_sub(self.cursor.first(self.rows.len(), shown) + shown);
        if below > 0 {
            let sign = format!("{} {below}", pen.glyphs.or("↓", "v"));
            pen.put_right(area.right(), area.y, area.width, &sign, Role::Muted);
        }
        let full = under.map_or_else(|| cx.words.get("life-nothing-differs"), |field| self.full(field, cx));
        let coming = wrap(&visible(&coming(&self.merging, cx.words)), usize::from(room));
        let rows = u16::try_from(coming.len()).unwrap_or(u16::MAX).min(DETAILS - 2);
        let middle = area.bottom().saturating_sub(rows);
        for (y, line) in (area.y + 1..middle).zip(wrap(&visible(&full), usize::from(room))) {
            pen.put(area.x + 1, y, room, &line, Role::Muted);
        }
        for (y, line) in (middle..area.bottom()).zip(coming) {
            pen.put(area.x + 1, y, room, &line, Role::Text);
        }
    }
}

fn nothing() -> TableRow {
    TableRow::Group(Vec::new())
}
