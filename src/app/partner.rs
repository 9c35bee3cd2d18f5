//! Whom to merge a person with: those who may be the same first, then anybody by some letters of the name.
use ratatui::layout::Rect;

use super::help::as_float;
use super::twins::compare;
use crate::command::{Command, Effect, Key};
use crate::domain::Id;
use crate::domain::directory::Name;
use crate::domain::kind::Kind;
use crate::lens::Cx;
use crate::report::people::merging::reasons;
use crate::store::query::twins::Pair;
use crate::ui::fuzzy::Fuzzy;
use crate::ui::panel::{below, empty, float};
use crate::ui::table::{List, TableRow};
use crate::ui::{Column, Cursor, Edit, Pen, Role, Seen, Span};

/// How many people are found at the most.
const MOST: usize = 40;

const COLUMNS: [Column; 2] = [Column::growing(24), Column::growing(24)];

/// Somebody to merge with.
#[derive(Debug, Clone)]
struct Other {
    id: Id,
    name: String,
    /// Why, or where they are.
    remark: String,
    /// More is known of them than of the person.
    stays: bool,
}

/// The question.
#[derive(Debug)]
pub(super) struct Partner {
    person: Id,
    name: String,
    edit: Edit,
    pub(super) cursor: Cursor,
    /// Who may be the same.
    twins: Vec<Other>,
    /// Who is offered now.
    rows: Vec<Other>,
}

impl Partner {
    /// About a person; `pairs` are all that may be one.
    pub(super) fn new(person: Id, pairs: &[Pair], cx: &Cx<'_>) -> Self {
        let twin = |pair: &Pair| {
            let (other, stays) = match (pair.first.id == person, pair.second.id == person) {
                (true, _) => (&pair.second, false),
                (_, true) => (&pair.first, true),
                (false, false) => return None,
            };
            Some(Other { id: other.id, name: other.name.clone(), remark: reasons(pair, cx.words), stays })
        };
        let twins: Vec<Other> = pairs.iter().filter_map(twin).collect();
        let name = cx.directory.name(Kind::Person, person);
        Self { person, name, edit: Edit::default(), cursor: Cursor::default(), rows: twins.clone(), twins }
    }

    pub(super) fn step(&mut self, command: Command) {
        self.cursor.step(command, self.rows.len());
    }

    pub(super) fn key(&mut self, key: Key, cx: &Cx<'_>) {
        if self.edit.key(key) {
            self.find(cx);
        }
    }

    pub(super) fn paste(&mut self, text: &str, cx: &Cx<'_>) {
        self.edit.insert(text);
        self.find(cx);
    }

    /// Who answers to what was typed; without a letter those who may be the same.
    fn find(&mut self, cx: &Cx<'_>) {
        self.cursor = Cursor::default();
        let text = self.edit.text().trim();
        if text.is_empty() {
            self.rows.clone_from(&self.twins);
            return;
        }
        let mut fuzzy = Fuzzy::new(text);
        let mut found: Vec<(u32, &Name)> = Vec::new();
        for name in cx.directory.of(Kind::Person).filter(|n| n.id != self.person) {
            let names = std::iter::once(&name.name).chain(&name.aliases);
            found.extend(names.filter_map(|n| fuzzy.score(n)).max().map(|score| (score, name)));
        }
        found.sort_by_key(|(score, name)| (std::cmp::Reverse(*score), name.name.clone()));
        let known = |name: &Name| {
            let twin = self.twins.iter().find(|t| t.id == name.id);
            twin.cloned().unwrap_or_else(|| Other {
                id: name.id,
                name: name.name.clone(),
                remark: accounts(name, cx),
                stays: false,
            })
        };
        self.rows = found.into_iter().take(MOST).map(|(_, name)| known(name)).collect();
    }

    /// Compares the person with the one of a row.
    pub(super) fn open(&self, row: usize) -> Vec<Effect> {
        let Some(other) = self.rows.get(row) else { return Vec::new() };
        let (kept, gone) = if other.stays { (other.id, self.person) } else { (self.person, other.id) };
        vec![compare(kept, gone)]
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let title = cx.words.with("life-partner", &[("name", &self.name)]);
        let hints = [
            Span::new(cx.key(Command::Choose), Role::Key),
            Span::muted(format!(" {}", cx.words.get("life-open"))),
        ];
        let rows = u16::try_from(self.rows.len()).unwrap_or(u16::MAX);
        let height = rows.saturating_add(4).clamp(7, 20.min(body.height));
        let inside = float(pen, body, (90, height), &title, &hints);
        pen.put(inside.x, inside.y, 1, "/", Role::Key);
        let room = inside.width.saturating_sub(2);
        let mut seen = self.edit.draw(pen, (inside.x + 2, inside.y), room, |_| Role::Text);
        let area = below(inside, 2);
        if self.rows.is_empty() {
            let key =
                if self.edit.text().trim().is_empty() { "life-partner-hint" } else { "life-nobody-else" };
            empty(pen, area, &cx.words.get(key));
            return seen;
        }
        let list =
            List { columns: &COLUMNS, cursor: &self.cursor, len: self.rows.len(), panel: 0, focused: true };
        let drawn = list.draw(pen, area, |row| match self.rows.get(row) {
            Some(other) => TableRow::cells([
                Span::text(other.name.clone()).into(),
                Span::muted(other.remark.clone()).into(),
            ]),
            None => TableRow::Group(Vec::new()),
        });
        seen.add(as_float(drawn));
        seen
    }
}

fn accounts(name: &Name, cx: &Cx<'_>) -> String {
    name.accounts.iter().map(|a| cx.directory.name(Kind::Account, *a)).collect::<Vec<_>>().join(", ")
}
