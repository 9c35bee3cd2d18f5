//! The keys: every row of the command table with its effective keys, found by typing.
use ratatui::layout::Rect;

use crate::command::table::ROWS;
use crate::command::{Command, Key, KeyScope};
use crate::domain::text::fold;
use crate::lens::Cx;
use crate::ui::panel::{below, float};
use crate::ui::table::{List, TableRow};
use crate::ui::{Column, Cursor, Edit, Pen, Role, Seen, Span};

/// The help of a screen.
#[derive(Debug)]
pub(super) struct Help {
    pub(super) edit: Edit,
    pub(super) cursor: Cursor,
    /// The scopes that were open when help was asked for.
    open: &'static [KeyScope],
    /// What was possible then.
    possible: Vec<Command>,
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Scope(KeyScope),
    Command(Command),
}

const COLUMNS: [Column; 3] = [Column::fixed(16), Column::fixed(20).leaves(1), Column::growing(30)];

impl Help {
    /// Help for a screen with these scopes open and these commands possible.
    pub(super) fn new(open: &'static [KeyScope], possible: Vec<Command>) -> Self {
        let mut help = Self { edit: Edit::default(), cursor: Cursor::default(), open, possible };
        help.cursor.stand(1);
        help
    }

    pub(super) fn key(&mut self, key: Key) {
        self.edit.key(key);
        self.cursor = Cursor::default();
        self.cursor.stand(1);
    }

    /// The scopes that are open here first, then the others.
    fn scopes(&self) -> impl Iterator<Item = KeyScope> {
        let here = KeyScope::ALL.into_iter().filter(|s| self.open.contains(s));
        let rest = KeyScope::ALL.into_iter().filter(|s| !self.open.contains(s));
        here.chain(rest)
    }

    fn lines(&self, cx: &Cx<'_>) -> Vec<Line> {
        let wanted = fold(self.edit.text().trim());
        let mut lines = Vec::new();
        for scope in self.scopes() {
            let rows = ROWS.iter().filter(|r| r.scope == scope).map(|r| r.command);
            let found: Vec<_> = rows.filter(|c| is_found(*c, &wanted, cx)).map(Line::Command).collect();
            if !found.is_empty() {
                lines.push(Line::Scope(scope));
                lines.extend(found);
            }
        }
        lines
    }

    /// How many lines there are now.
    pub(super) fn len(&self, cx: &Cx<'_>) -> usize {
        self.lines(cx).len()
    }

    /// The command of a line.
    pub(super) fn command(&self, line: usize, cx: &Cx<'_>) -> Option<Command> {
        match self.lines(cx).get(line) {
            Some(Line::Command(command)) => Some(*command),
            Some(Line::Scope(_)) | None => None,
        }
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let inside = float(pen, body, (100, body.height), &cx.words.get("app-help"), &[]);
        let label = format!("{} ", cx.words.get("app-help-search"));
        let used = pen.put(inside.x + 1, inside.y, inside.width / 2, &label, Role::Muted) + 1;
        let room = inside.width.saturating_sub(used);
        let mut seen = self.edit.draw(pen, (inside.x + used, inside.y), room, |_| Role::Text);
        let lines = self.lines(cx);
        let rows = below(inside, 2);
        let list =
            List { columns: &COLUMNS, cursor: &self.cursor, len: lines.len(), panel: 0, focused: true };
        let drawn = list.draw(pen, rows, |i| match lines.get(i) {
            Some(Line::Command(command)) => self.row(*command, cx),
            Some(Line::Scope(scope)) => {
                let words = cx.words.get(&format!("command-scope-{}", scope.name()));
                TableRow::Group(vec![Span::new(words, Role::Heading)])
            }
            None => TableRow::Group(Vec::new()),
        });
        seen.add(as_float(drawn));
        seen
    }

    fn row(&self, command: Command, cx: &Cx<'_>) -> TableRow {
        let here = self.open.contains(&command.row().scope) && self.possible.contains(&command);
        let role = if here { Role::Text } else { Role::Muted };
        let keys = cx.keys.hints(command, cx.words);
        TableRow::cells([
            Span::new(keys, if here { Role::Key } else { Role::Muted }).into(),
            Span::new(cx.words.get(&command.words_key()), role).into(),
            Span::muted(cx.words.get(&command.help_key())).into(),
        ])
    }
}

/// Whether every word of `wanted` (folded) begins a word of the command's keys, name or help.
fn is_found(command: Command, wanted: &str, cx: &Cx<'_>) -> bool {
    let text = format!(
        "{} {} {}",
        cx.keys.hints(command, cx.words),
        cx.words.get(&command.words_key()),
        cx.words.get(&command.help_key())
    );
    let text = fold(&text);
    wanted.split_whitespace().all(|word| text.split([' ', '-', '-']).any(|part| part.starts_with(word)))
}

/// A list of what floats: its rows are choices, its page its own.
pub(super) fn as_float(drawn: Seen) -> Seen {
    let regions = drawn.regions.into_iter().map(|mut region| {
        if let crate::ui::Spot::Row(_, row) = region.spot {
            region.spot = crate::ui::Spot::Choice(row);
        }
        region
    });
    Seen { regions: regions.collect(), floats: drawn.pages, ..Seen::default() }
}
