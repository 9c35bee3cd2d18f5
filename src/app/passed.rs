//! Planned conversations that have passed, together: held, not held, or left for later; saved as one act.
use std::collections::HashMap;

use ratatui::layout::Rect;

use super::commands::ask;
use super::help::as_float;
use super::layer::Layer;
use super::{App, Notice};
use crate::command::{Command, Effect, Key, KeyScope, Reader, Resolved};
use crate::domain::Id;
use crate::domain::choice::Channel;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::lang::{choice, day};
use crate::lens::Cx;
use crate::store::act::Act;
use crate::store::query::log::LogRow;
use crate::store::query::{Query, Scope};
use crate::ui::panel::{float, top};
use crate::ui::table::{List, TableRow};
use crate::ui::{Column, Cursor, Pen, Role, Seen, Span};

/// Most columns and rows of the panel.
const SIZE: (u16, u16) = (104, 26);

/// What became of it, day, kind, client, what it was about, with whom.
const COLUMNS: [Column; 6] = [
    Column::fixed(9),
    Column::fixed(9).right(),
    Column::fixed(8).leaves(3),
    Column::fixed(14).leaves(2),
    Column::growing(20),
    Column::growing(14).leaves(1),
];

/// What became of a planned conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Fate {
    /// It was held.
    #[default]
    Held,
    /// It did not take place.
    Dropped,
    /// That is said another time.
    Left,
}

impl Fate {
    const fn next(self) -> Self {
        match self {
            Self::Held => Self::Dropped,
            Self::Dropped => Self::Left,
            Self::Left => Self::Held,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Held => "passed-held",
            Self::Dropped => "passed-dropped",
            Self::Left => "passed-left",
        }
    }

    const fn role(self) -> Role {
        match self {
            Self::Held => Role::Good,
            Self::Dropped => Role::Warn,
            Self::Left => Role::Muted,
        }
    }
}

/// The list.
#[derive(Debug)]
pub(super) struct Passed {
    scope: Scope,
    rows: Vec<LogRow>,
    /// Of those that are not as the others: held.
    fates: HashMap<Id, Fate>,
    pub(super) cursor: Cursor,
}

impl Passed {
    pub(super) fn step(&mut self, command: Command) {
        self.cursor.step(command, self.rows.len());
    }

    fn fate(&self, row: &LogRow) -> Fate {
        self.fates.get(&row.id).copied().unwrap_or_default()
    }

    fn count(&self, fate: Fate) -> usize {
        self.rows.iter().filter(|row| self.fate(row) == fate).count()
    }

    fn of(&self, fate: Fate) -> Vec<Id> {
        self.rows.iter().filter(|row| self.fate(row) == fate).map(|row| row.id).collect()
    }

    /// Another fate for the one under the cursor, or for all of them the one after what that one has.
    fn turn(&mut self, all: bool) {
        let Some(here) = self.rows.get(self.cursor.at) else { return };
        let (id, next) = (here.id, self.fate(here).next());
        let turned = self.rows.iter().filter(|row| all || row.id == id).map(|row| (row.id, next));
        self.fates.extend(turned.collect::<Vec<_>>());
    }

    /// That one fate for the one under the cursor, and on to the next.
    fn set(&mut self, fate: Fate) {
        if let Some(row) = self.rows.get(self.cursor.at) {
            self.fates.insert(row.id, fate);
            self.cursor.step(Command::Down, self.rows.len());
        }
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let hint = |command, key: &str| {
            [Span::new(cx.key(command), Role::Key), Span::muted(format!(" {}  ", cx.words.get(key)))]
        };
        let hints: Vec<Span> = [
            hint(Command::Mark, "passed-turn"),
            hint(Command::MarkAll, "passed-turn-all"),
            hint(Command::Edit, "passed-tell"),
            hint(Command::Choose, "passed-save"),
        ]
        .concat();
        let rows = u16::try_from(self.rows.len()).unwrap_or(u16::MAX);
        let height = rows.saturating_add(4).clamp(6, SIZE.1.min(body.height));
        let title = cx.words.with("passed-title", &[("count", &self.rows.len().to_string())]);
        let inside = float(pen, body, (SIZE.0, height), &title, &hints);
        let area = top(inside, inside.height.saturating_sub(2));
        let list =
            List { columns: &COLUMNS, cursor: &self.cursor, len: self.rows.len(), panel: 0, focused: true };
        let drawn = list.draw(pen, area, |row| self.row(row, cx));
        let counts = [("held", Fate::Held), ("dropped", Fate::Dropped), ("left", Fate::Left)];
        let counts = counts.map(|(name, fate)| (name, self.count(fate).to_string()));
        let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
        let line = inside.bottom().saturating_sub(1);
        pen.put(
            inside.x + 1,
            line,
            inside.width.saturating_sub(1),
            &cx.words.with("passed-sum", &counts),
            Role::Muted,
        );
        as_float(drawn)
    }

    fn row(&self, row: usize, cx: &Cx<'_>) -> TableRow {
        let Some(row) = self.rows.get(row) else { return TableRow::Group(Vec::new()) };
        let fate = self.fate(row);
        let role = if fate == Fate::Held { Role::Text } else { Role::Muted };
        let people = row.people.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ");
        let account = row.account.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
        TableRow::cells([
            Span::new(cx.words.get(fate.key()), fate.role()).into(),
            Span::muted(day::column(row.day, cx.today, cx.words)).into(),
            Span::muted(choice::word::<Channel>(row.channel, cx.words)).into(),
            Span::new(account, role).into(),
            Span::new(row.text.lines().next().unwrap_or_default(), role).into(),
            Span::muted(people).into(),
        ])
    }
}

/// Asks for what was planned at an account, or anywhere, and has passed.
pub(super) fn ask_passed(scope: Scope) -> Effect {
    ask(Reader::Passed(scope), Query::Passed(scope))
}

impl App {
    /// What has passed is known: shown, or shown anew with what was said of it; where nothing is left the list goes.
    pub(super) fn passed_known(&mut self, scope: Scope, rows: Vec<LogRow>) -> Vec<Effect> {
        let open = self.layers.iter().position(|layer| matches!(layer, Layer::Passed(_)));
        match (open, rows.is_empty()) {
            (Some(at), true) => {
                self.layers.remove(at);
            }
            (None, true) => self.notice = Some(Notice::Said(Explain::new("passed-none"))),
            (Some(at), false) => {
                if let Some(Layer::Passed(open)) = self.layers.get_mut(at) {
                    open.rows = rows;
                    open.cursor.clamp(open.rows.len());
                }
            }
            (None, false) => {
                let open = Passed { scope, rows, fates: HashMap::new(), cursor: Cursor::default() };
                self.layers.push(Layer::Passed(Box::new(open)));
            }
        }
        Vec::new()
    }

    /// What an act may have changed in the list that is open.
    pub(super) fn passed_again(&self) -> Option<Effect> {
        self.layers.iter().find_map(|layer| match layer {
            Layer::Passed(open) => Some(ask_passed(open.scope)),
            _ => None,
        })
    }

    /// What was said of them is saved as one act; where all are left there is nothing to save.
    pub(super) fn confirm_passed(&mut self) -> Vec<Effect> {
        let Some(Layer::Passed(open)) = self.layers.pop() else { return Vec::new() };
        let (held, dropped) = (open.of(Fate::Held), open.of(Fate::Dropped));
        let any = !held.is_empty() || !dropped.is_empty();
        any.then(|| Effect::Act(Act::Confirm(held, dropped))).into_iter().collect()
    }

    /// In the list: another fate for one or for all, held, left, and what was said there.
    pub(super) fn passed_key(&mut self, key: Key) -> Vec<Effect> {
        let resolved = self.world.keys.resolve(&[KeyScope::Lens], None, key);
        let Some(Layer::Passed(open)) = self.layers.last_mut() else { return Vec::new() };
        match resolved {
            Resolved::Command(Command::Mark) => open.turn(false),
            Resolved::Command(Command::MarkAll) => open.turn(true),
            Resolved::Command(Command::Done) => open.set(Fate::Held),
            Resolved::Command(Command::Snooze) => open.set(Fate::Left),
            Resolved::Command(Command::Edit) => {
                let told = open.rows.get(open.cursor.at).map(|row| row.id);
                let told = told.map(|id| ask(Reader::Held(id), Query::Record(Kind::Interaction, id)));
                return told.into_iter().collect();
            }
            Resolved::Command(_) | Resolved::Pending(_) | Resolved::Nothing => return self.walk(key),
        }
        Vec::new()
    }
}
