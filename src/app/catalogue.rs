//! The catalogue of ready indicators: narrowed by typing, several marked, the chosen ones added in one act.
use ratatui::layout::Rect;

use super::help::as_float;
use super::{App, Notice};
use crate::command::{Command, Effect, Key, LensKind};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::kpi::Kpi;
use crate::domain::kpi::catalogue::{Ready, Topic};
use crate::domain::text::fold;
use crate::lang::{Words, catalogue, choice};
use crate::lens::Cx;
use crate::store::act::Act;
use crate::ui::panel::{below, empty, float};
use crate::ui::table::{List, TableRow};
use crate::ui::text::wrap;
use crate::ui::{Column, Cursor, Edit, Pen, Role, Seen, Span};

/// Most columns and rows of the panel.
const SIZE: (u16, u16) = (100, 30);

/// Lines below the list: a blank one, two of definition, one of how it is kept.
const DETAILS: u16 = 4;

/// The mark, the name, what it is, how often it is measured.
const COLUMNS: [Column; 4] =
    [Column::fixed(1), Column::fixed(28), Column::growing(36).leaves(1), Column::fixed(10).leaves(2)];

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Topic(Topic),
    Ready(&'static Ready),
}

/// The catalogue on the screen.
#[derive(Debug)]
pub(super) struct Catalogue {
    edit: Edit,
    pub(super) cursor: Cursor,
    lines: Vec<Line>,
    /// What is marked, in the order in which it was.
    marked: Vec<&'static Ready>,
    /// For whom; `None` is the whole portfolio.
    account: Option<Id>,
    /// Folded names of the indicators that are there already.
    there: Vec<String>,
}

impl Catalogue {
    /// The whole catalogue, for the account of the scope.
    pub(super) fn new(cx: &Cx<'_>) -> Self {
        let account = cx.scope;
        let of = |accounts: &[Id]| account.map_or(accounts.is_empty(), |a| accounts.contains(&a));
        let kpis = cx.directory.names.iter().filter(|n| n.kind == Kind::Kpi && of(&n.accounts));
        let mut catalogue = Self {
            edit: Edit::default(),
            cursor: Cursor::default(),
            lines: Vec::new(),
            marked: Vec::new(),
            account,
            there: kpis.map(|n| fold(&n.name)).collect(),
        };
        catalogue.find(cx);
        catalogue
    }

    /// The lines that answer to what was typed, below the heads of their topics.
    fn find(&mut self, cx: &Cx<'_>) {
        self.lines.clear();
        for topic in Topic::ALL {
            let found = topic.ready().iter().filter(|r| catalogue::answers(r, self.edit.text(), cx.words));
            let found: Vec<Line> = found.map(Line::Ready).collect();
            if !found.is_empty() {
                self.lines.push(Line::Topic(topic));
                self.lines.extend(found);
            }
        }
        self.cursor = Cursor::default();
        self.settle();
    }

    fn settle(&mut self) {
        let lines = &self.lines;
        self.cursor.settle(true, lines.len(), |row| matches!(lines.get(row), Some(Line::Ready(_))));
    }

    /// Takes a key: a space marks, anything else narrows.
    pub(super) fn key(&mut self, key: Key, cx: &Cx<'_>) {
        if key == Key::char(' ') {
            self.mark(self.cursor.at, cx);
            self.step(Command::ChooseDown);
        } else if self.edit.key(key) {
            self.find(cx);
        }
    }

    /// Takes pasted text.
    pub(super) fn paste(&mut self, text: &str, cx: &Cx<'_>) {
        self.edit.insert(text);
        self.find(cx);
    }

    /// Moves over the heads of topics.
    pub(super) fn step(&mut self, command: Command) {
        let lines = &self.lines;
        self.cursor.step_over(command, lines.len(), |row| matches!(lines.get(row), Some(Line::Ready(_))));
    }

    /// Marks a row, or takes its mark away; what is there already cannot be marked.
    pub(super) fn mark(&mut self, row: usize, cx: &Cx<'_>) {
        let Some(ready) = self.ready(row) else { return };
        self.cursor.stand(row);
        if let Some(at) = self.marked.iter().position(|r| r.key == ready.key) {
            self.marked.remove(at);
        } else if !self.is_there(ready, cx.words) {
            self.marked.push(ready);
        }
    }

    fn ready(&self, row: usize) -> Option<&'static Ready> {
        match self.lines.get(row)? {
            Line::Ready(ready) => Some(ready),
            Line::Topic(_) => None,
        }
    }

    fn is_there(&self, ready: &Ready, words: &Words) -> bool {
        self.there.contains(&fold(&catalogue::name(ready, words)))
    }

    /// Whether nothing answers to what was typed.
    const fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// What would be added: all that is marked, else the row under the cursor.
    fn chosen(&self, cx: &Cx<'_>) -> Vec<Kpi> {
        let under: Vec<&'static Ready> = self.ready(self.cursor.at).into_iter().collect();
        let chosen = if self.marked.is_empty() { &under } else { &self.marked };
        let fresh = chosen.iter().filter(|r| !self.is_there(r, cx.words));
        fresh.map(|r| Kpi { account: self.account.map(Link), ..catalogue::kpi(r, cx.words) }).collect()
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let words = cx.words;
        let of = self.account.map_or_else(
            || words.get("catalogue-portfolio"),
            |account| cx.directory.name(Kind::Account, account),
        );
        let title = words.with("catalogue-title", &[("name", &of)]);
        let count = self.marked.len().to_string();
        let hints = [
            Span::new(words.get("key-space"), Role::Key),
            Span::muted(format!(" {}  ", words.get("catalogue-mark"))),
            Span::new(cx.key(Command::Choose), Role::Key),
            Span::muted(format!(" {}", words.with("catalogue-add", &[("count", &count)]))),
        ];
        let inside = float(pen, body, (SIZE.0, SIZE.1.min(body.height)), &title, &hints);
        pen.put(inside.x, inside.y, 1, "/", Role::Key);
        let room = inside.width.saturating_sub(2);
        let mut seen = self.edit.draw(pen, (inside.x + 2, inside.y), room, |_| Role::Text);
        let mut rows = below(inside, 2);
        if self.lines.is_empty() {
            empty(pen, rows, &words.get("catalogue-none"));
            return seen;
        }
        rows.height = rows.height.saturating_sub(DETAILS);
        let len = self.lines.len();
        let list = List { columns: &COLUMNS, cursor: &self.cursor, len, panel: 0, focused: true };
        let done = pen.glyphs.done();
        let drawn = list.draw(pen, rows, |row| self.row(row, done, words));
        seen.add(as_float(drawn));
        if let Some(ready) = self.ready(self.cursor.at) {
            self.draw_details(ready, pen, below(inside, 2 + rows.height + 1), words);
        }
        seen
    }

    fn row(&self, row: usize, done: &'static str, words: &Words) -> TableRow {
        match self.lines.get(row) {
            Some(Line::Ready(ready)) => {
                let there = self.is_there(ready, words);
                let marked = self.marked.iter().any(|r| r.key == ready.key);
                let role = if there { Role::Muted } else { Role::Text };
                let mark = match (marked, there) {
                    (true, _) => Span::new("+", Role::Accent),
                    (false, true) => Span::muted(done),
                    (false, false) => Span::muted(""),
                };
                TableRow::cells([
                    mark.into(),
                    Span::new(catalogue::name(ready, words), role).into(),
                    Span::muted(catalogue::definition(ready, words)).into(),
                    Span::muted(choice::word(ready.frequency, words)).into(),
                ])
            }
            Some(Line::Topic(topic)) => {
                TableRow::Group(vec![Span::new(catalogue::topic(*topic, words), Role::Heading)])
            }
            None => TableRow::Group(Vec::new()),
        }
    }

    /// What the indicator under the cursor is, and how it is kept.
    fn draw_details(&self, ready: &Ready, pen: &mut Pen<'_>, area: Rect, words: &Words) {
        let mut lines = wrap(&catalogue::definition(ready, words), usize::from(area.width.saturating_sub(1)));
        lines.truncate(2);
        let mut y = area.y;
        for line in &lines {
            pen.put(area.x + 1, y, area.width.saturating_sub(1), line, Role::Text);
            y += 1;
        }
        let there = self.is_there(ready, words);
        let kept = if there { words.get("catalogue-there") } else { catalogue::facts(ready, words) };
        if y < area.bottom() {
            pen.put(area.x + 1, y, area.width.saturating_sub(1), &kept, Role::Muted);
        }
    }
}

impl App {
    /// Adds what was chosen to the account of the scope, in one act, and shows it.
    pub(super) fn add_chosen(&mut self) -> Vec<Effect> {
        let Some(super::layer::Layer::Catalogue(open)) = self.layers.last() else { return Vec::new() };
        let chosen = open.chosen(&self.world.cx());
        if chosen.is_empty() {
            let why = if open.is_empty() { "catalogue-none" } else { "catalogue-there" };
            self.notice = Some(Notice::Said(Explain::new(why)));
            return Vec::new();
        }
        self.layers.pop();
        let parts = chosen.into_iter().map(|kpi| Box::new(kpi) as Box<dyn Record>).collect();
        let mut effects =
            if self.lens == LensKind::Kpis { Vec::new() } else { self.go(LensKind::Kpis, None, None) };
        effects.push(Effect::Act(Act::Save(parts)));
        effects
    }
}
