//! The preview of an import on the screen.
use ratatui::layout::Rect;

use super::{Line, Preview, named};
use crate::app::help::as_float;
use crate::command::Command;
use crate::domain::explain::Explain;
use crate::exchange::plan::{Action, Row};
use crate::lang::{Words, field};
use crate::lens::Cx;
use crate::ui::panel::{below, empty, float, top};
use crate::ui::table::{List, TableRow};
use crate::ui::text::wrap;
use crate::ui::{Column, Glyphs, Pen, Role, Seen, Span};

/// Most columns of the panel.
const WIDTH: u16 = 130;

/// Sign, what is done, kind, name, what is worth knowing, place.
const COLUMNS: [Column; 6] = [
    Column::fixed(1),
    Column::fixed(10).leaves(2),
    Column::fixed(13).leaves(3),
    Column::growing(18),
    Column::growing(24),
    Column::fixed(8).right().leaves(1),
];

/// Lines for what is said of the files, and for the whole of the row under the cursor.
const ABOUT: usize = 3;
const WHOLE: u16 = 3;

impl Preview {
    pub(in crate::app) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let words = cx.words;
        let title = words.with("preview-title", &[("name", &named(&self.files))]);
        let wide = body.width.min(WIDTH);
        let inside = float(pen, body, (wide, body.height), &title, &self.counts(pen.glyphs, words));
        let room = usize::from(inside.width.saturating_sub(1));
        let about = self.plan.files.iter().chain(&self.plan.notes).map(|said| words.say(said));
        let about: Vec<String> = about.flat_map(|said| wrap(&said, room)).take(ABOUT).collect();
        for (y, line) in (inside.y..inside.bottom()).zip(&about) {
            pen.put(inside.x + 1, y, inside.width.saturating_sub(1), line, Role::Muted);
        }
        let rest = below(inside, u16::try_from(about.len()).unwrap_or(0) + u16::from(!about.is_empty()));
        if self.len() == 0 {
            empty(pen, rest, &words.get("preview-empty"));
            return Seen::default();
        }
        let list = top(rest, rest.height.saturating_sub(WHOLE + 1));
        self.draw_whole(pen, Rect { y: list.bottom() + 1, height: WHOLE, ..rest }, cx);
        let len = self.len();
        let rows = List { columns: &COLUMNS, cursor: &self.cursor, len, panel: 0, focused: true };
        let glyphs = pen.glyphs;
        as_float(rows.draw(pen, list, |row| self.row(row, glyphs, cx)))
    }

    /// How many of each, with its sign; what is shown alone is bright.
    fn counts(&self, glyphs: Glyphs, words: &Words) -> Vec<Span> {
        let mut spans = Vec::new();
        for action in super::ACTIONS {
            let count = self.plan.count(action);
            if count == 0 {
                continue;
            }
            let (sign, role) = sign(action, glyphs);
            let shown = self.only.is_none_or(|only| only == action);
            let text =
                words.with(&format!("preview-count-{}", action.name()), &[("count", &count.to_string())]);
            let gap = if spans.is_empty() { "" } else { "  " };
            spans.push(Span::new(format!("{gap}{sign} "), if shown { role } else { Role::Muted }));
            spans.push(Span::new(text, if shown { Role::Text } else { Role::Muted }));
        }
        if !self.plan.figures.is_empty() {
            spans.push(Span::muted("  "));
            spans.push(Span::text(words.say(&self.plan.figures.summary())));
        }
        spans
    }

    fn row(&self, row: usize, glyphs: Glyphs, cx: &Cx<'_>) -> TableRow {
        match self.line(row) {
            Some(Line::Record(one)) => record(one, glyphs, cx),
            Some(Line::Figure(figure)) => {
                let said = figure.say(cx.directory.terms.year, cx.words);
                TableRow::Group(vec![Span::text(format!("   {said}"))])
            }
            None => TableRow::Group(Vec::new()),
        }
    }

    /// All that is said of the row under the cursor.
    fn draw_whole(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
        let said = self.line(self.cursor.at).map(|line| match line {
            Line::Record(row) => {
                let why = row.why.iter().map(|why| on_screen(why, cx)).collect();
                Row { why, ..row.clone() }.say(cx.words)
            }
            Line::Figure(figure) => figure.say(cx.directory.terms.year, cx.words),
        });
        let lines = wrap(&said.unwrap_or_default(), usize::from(area.width.saturating_sub(1)));
        for (y, line) in (area.y..area.bottom()).zip(lines) {
            pen.put(area.x + 1, y, area.width.saturating_sub(1), &line, Role::Muted);
        }
    }
}

/// The sign of an action and what it means.
pub(in crate::app) const fn sign(action: Action, glyphs: Glyphs) -> (&'static str, Role) {
    match action {
        Action::Create => ("+", Role::Good),
        Action::Merge => (glyphs.or("≈", "~"), Role::Accent),
        Action::Same => ("=", Role::Muted),
        Action::Refuse => (glyphs.or("×", "x"), Role::Bad),
        Action::Skip => ("-", Role::Muted),
    }
}

fn record(row: &Row, glyphs: Glyphs, cx: &Cx<'_>) -> TableRow {
    let words = cx.words;
    let (sign, role) = sign(row.action, glyphs);
    let quiet = matches!(row.action, Action::Same | Action::Refuse | Action::Skip);
    let name = if row.name.is_empty() { row.file.to_string() } else { row.name.clone() };
    let place = if row.line == 0 { String::new() } else { row.line.to_string() };
    TableRow::cells([
        Span::new(sign, role).into(),
        Span::new(
            words.get(&format!("preview-{}", row.action.name())),
            if row.chosen.is_some() { Role::Accent } else { Role::Muted },
        )
        .into(),
        Span::muted(row.kind.map(|kind| field::kind(kind, words)).unwrap_or_default()).into(),
        Span::new(name, if quiet { Role::Muted } else { Role::Text }).into(),
        Span::muted(said(row, cx)).into(),
        Span::muted(place).into(),
    ])
}

/// What is worth knowing of a record: why, else which fields it fills.
fn said(row: &Row, cx: &Cx<'_>) -> String {
    let words = cx.words;
    let fields = row.fields.iter().map(|(kind, name)| field::label(*kind, name, words));
    let fields: Vec<String> = fields.collect();
    let fields = (!fields.is_empty()).then(|| words.with("import-fields", &[("fields", &fields.join(", "))]));
    fields
        .into_iter()
        .chain(row.why.iter().map(|why| words.say(&on_screen(why, cx))))
        .collect::<Vec<_>>()
        .join(" · ")
}

/// What the shell would answer with a flag the screen answers with a key.
fn on_screen(why: &Explain, cx: &Cx<'_>) -> Explain {
    let key = format!("preview-{}", why.key);
    if !cx.words.has(&key) {
        return why.clone();
    }
    Explain { key, args: why.args.clone() }.with("key", cx.key(Command::ImportColumns))
}
