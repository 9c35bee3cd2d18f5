//! What an import recognised, drawn: three sections in the columns of the duplicates.
use ratatui::layout::Rect;

use super::{Line, Recognised, Section};
use crate::app::help::as_float;
use crate::app::import::view::sign;
use crate::app::twins::{COLUMNS, cells};
use crate::command::Command;
use crate::exchange::dedupe::counterpart;
use crate::exchange::plan::Row;
use crate::lang::field;
use crate::lens::Cx;
use crate::report::people::merging::reasons;
use crate::ui::panel::{below, float, top};
use crate::ui::table::{List, TableRow};
use crate::ui::text::{visible, wrap};
use crate::ui::{Glyphs, Pen, Role, Seen, Span};

/// Most columns and rows of the panel.
const SIZE: (u16, u16) = (116, 34);

/// Lines for what was known by what.
const ABOUT: usize = 2;

/// Lines below the list: a blank one, and the row under the cursor in full.
const DETAILS: u16 = 3;

impl Recognised {
    pub(in crate::app) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let wide = SIZE.0.min(body.width);
        let said = self.of.say_known(cx.words).join(" · ");
        let about: Vec<String> =
            wrap(&said, usize::from(wide.saturating_sub(5))).into_iter().take(ABOUT).collect();
        let lead = u16::try_from(about.len()).unwrap_or(0) + u16::from(!about.is_empty());
        let rows = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        let height = rows.saturating_add(2 + lead + DETAILS).min(SIZE.1.min(body.height));
        let inside = float(pen, body, (wide, height), &cx.words.get("dedupe-title"), &self.hints(cx));
        for (y, line) in (inside.y..inside.bottom()).zip(&about) {
            pen.put(inside.x + 1, y, inside.width.saturating_sub(1), line, Role::Muted);
        }
        let rest = below(inside, lead);
        let list = top(rest, rest.height.saturating_sub(DETAILS));
        self.draw_whole(pen, Rect { y: list.bottom() + 1, height: DETAILS - 1, ..rest }, cx);
        let (len, glyphs) = (self.lines.len(), pen.glyphs);
        let rows = List { columns: &COLUMNS, cursor: &self.cursor, len, panel: 0, focused: true };
        as_float(rows.draw(pen, list, |row| self.row(row, glyphs, cx)))
    }

    /// The keys that do something here.
    fn hints(&self, cx: &Cx<'_>) -> Vec<Span> {
        let mut hints = Vec::new();
        let mut hint = |command: Command, word: &str| {
            let gap = if hints.is_empty() { "" } else { "  " };
            hints.push(Span::new(format!("{gap}{}", cx.key(command)), Role::Key));
            hints.push(Span::muted(format!(" {}", cx.words.get(word))));
        };
        if self.pair(self.cursor.at).is_some() {
            hint(Command::Choose, "life-open");
            hint(Command::Done, "life-apart");
        } else if self.of_row(self.cursor.at).and_then(counterpart).is_some() {
            hint(Command::Choose, "command-open");
        }
        hint(Command::Undo, "dedupe-undo");
        hints
    }

    /// The record of a row that is no pair.
    fn of_row(&self, row: usize) -> Option<&Row> {
        match self.lines.get(row)? {
            Line::Row(Section::Alike, at) => self.of.alike.get(*at),
            Line::Row(Section::Known, at) => self.of.rows.get(*at),
            Line::Row(Section::Twice, _) | Line::Head(_) | Line::More(_) | Line::Gap => None,
        }
    }

    fn row(&self, row: usize, glyphs: Glyphs, cx: &Cx<'_>) -> TableRow {
        if let Some(pair) = self.pair(row) {
            return cells(pair, cx);
        }
        if let Some(row) = self.of_row(row) {
            return record(row, glyphs, cx);
        }
        match self.lines.get(row) {
            Some(Line::Head(section)) => self.head(*section, cx),
            Some(Line::More(more)) => {
                let said = cx.words.with("dedupe-more", &[("count", &more.to_string())]);
                TableRow::Group(vec![Span::muted(said)])
            }
            Some(Line::Row(..) | Line::Gap) | None => TableRow::Group(Vec::new()),
        }
    }

    fn head(&self, section: Section, cx: &Cx<'_>) -> TableRow {
        let (key, count) = match section {
            Section::Twice => ("dedupe-twice", self.of.pairs.len() + self.of.pairs_more),
            Section::Alike => ("dedupe-alike", self.of.alike_count),
            Section::Known => ("dedupe-known", self.of.known_count()),
        };
        TableRow::Group(vec![
            Span::new(cx.words.get(key), Role::Heading),
            Span::muted(format!("  {}", crate::lang::number::show(cx.words.lang(), whole(count)))),
        ])
    }

    /// All that is said of the row under the cursor, where it came from first.
    fn draw_whole(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
        let said = match (self.pair(self.cursor.at), self.of_row(self.cursor.at)) {
            (Some(pair), _) => reasons(pair, cx.words),
            (None, Some(row)) => row.say(cx.words),
            (None, None) => String::new(),
        };
        let room = area.width.saturating_sub(1);
        for (y, line) in (area.y..area.bottom()).zip(wrap(&visible(&said), usize::from(room))) {
            pen.put(area.x + 1, y, room, &line, Role::Muted);
        }
    }
}

/// A record of a file: what was done, what it is called there, as what it is known, and why.
fn record(row: &Row, glyphs: Glyphs, cx: &Cx<'_>) -> TableRow {
    let words = cx.words;
    let (mark, role) = sign(row.action, glyphs);
    let id = counterpart(row).map(|(_, id)| id);
    let known = row.offers.merge.iter().find(|one| Some(one.id) == id).map(|one| one.name.clone());
    let number = id.map(|id| format!("  #{id}")).unwrap_or_default();
    let kind = row.kind.map(|kind| field::kind(kind, words)).unwrap_or_default();
    TableRow::cells([
        vec![
            Span::new(format!("{mark} "), role),
            Span::muted(words.get(&format!("preview-{}", row.action.name()))),
        ],
        vec![Span::text(row.name.clone()), Span::muted(format!("  {kind}"))],
        vec![Span::text(known.unwrap_or_default()), Span::muted(number)],
        Span::muted(row.why.iter().map(|why| words.say(why)).collect::<Vec<_>>().join(" · ")).into(),
    ])
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
