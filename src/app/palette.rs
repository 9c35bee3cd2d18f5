//! Every command and everything that has a name by some letters of it; behind a leading space, all text.
use ratatui::layout::Rect;

use super::App;
use super::help::as_float;
use super::layer::Layer;
use crate::command::table::ROWS;
use crate::command::{Ask, Command, Effect, Key, KeyScope, LensKind, Pace, Reader};
use crate::domain::Id;
use crate::domain::directory::Name;
use crate::domain::kind::Kind;
use crate::domain::text::fold;
use crate::lang::{day, field};
use crate::lens::Cx;
use crate::store::query::Query;
use crate::store::query::log::{Filter, LogQuery, LogRow};
use crate::store::query::search;
use crate::ui::found::Sought;
use crate::ui::fuzzy::Fuzzy;
use crate::ui::panel::{below, empty, float};
use crate::ui::table::{List, TableRow};
use crate::ui::{Column, Cursor, Edit, Pen, Role, Seen, Span};

/// How many rows are found at the most.
const MOST: usize = 60;

const COLUMNS: [Column; 3] = [Column::growing(24), Column::growing(22).leaves(1), Column::fixed(13).right()];

/// What a row stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    Command(Command),
    Record(Kind, Id),
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    target: Target,
    name: String,
    remark: String,
    key: String,
}

/// What fits the letters.
enum Fit<'a> {
    Command(Command),
    Name(&'a Name),
}

/// By how much a command is ahead of a record that fits as well.
const OF_COMMAND: u32 = 8;
/// By how much clients and people are.
const OF_PEOPLE: u32 = 12;

/// By how much a name of that kind is ahead: who is looked for is mostly somebody.
const fn lead(kind: Kind) -> u32 {
    match kind {
        Kind::Account | Kind::Person | Kind::Colleague => OF_PEOPLE,
        _ => 0,
    }
}

impl Fit<'_> {
    fn row(&self, cx: &Cx<'_>) -> Found {
        match self {
            Self::Command(command) => Found {
                target: Target::Command(*command),
                name: cx.words.get(&command.words_key()),
                remark: cx.words.get(&command.help_key()),
                key: cx.keys.hint(*command, cx.words).unwrap_or_default(),
            },
            Self::Name(name) => {
                let of = name.accounts.iter().filter(|_| name.kind != Kind::Account);
                let of: Vec<_> = of.map(|id| cx.directory.name(Kind::Account, *id)).collect();
                Found {
                    target: Target::Record(name.kind, name.id),
                    name: name.name.clone(),
                    remark: of.join(", "),
                    key: field::kind(name.kind, cx.words),
                }
            }
        }
    }
}

/// The palette.
#[derive(Debug)]
pub(super) struct Palette {
    edit: Edit,
    pub(super) cursor: Cursor,
    possible: Vec<Command>,
    rows: Vec<Found>,
}

impl Palette {
    /// A palette in which these commands are possible.
    pub(super) fn new(possible: Vec<Command>, cx: &Cx<'_>) -> Self {
        let mut palette =
            Self { edit: Edit::default(), cursor: Cursor::default(), possible, rows: Vec::new() };
        palette.find(cx);
        palette
    }

    /// Takes a key; asks the book when all text is searched.
    pub(super) fn key(&mut self, key: Key, cx: &Cx<'_>) -> Vec<Effect> {
        self.edit.key(key);
        self.changed(cx)
    }

    /// Takes pasted text.
    pub(super) fn paste(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        self.edit.insert(text);
        self.changed(cx)
    }

    fn changed(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        self.cursor = Cursor::default();
        let Some(words) = self.edit.text().strip_prefix(' ') else {
            self.find(cx);
            return Vec::new();
        };
        if words.trim().chars().count() < 2 {
            self.rows.clear();
            return Vec::new();
        }
        let filter = Filter { words: words.to_owned(), ..Filter::default() };
        let query = Query::Search(LogQuery { filter, limit: MOST, ..LogQuery::default() });
        vec![Effect::Load(Ask { reader: Reader::Palette, query, pace: Pace::Typing })]
    }

    /// The text that was searched for was found here.
    pub(super) fn found(&mut self, found: &search::Found, cx: &Cx<'_>) {
        if !self.edit.text().starts_with(' ') {
            return;
        }
        let talk = |row: &LogRow| Found {
            target: Target::Record(Kind::Interaction, row.id),
            name: row.text.clone(),
            remark: row.people.iter().map(|p| p.1.as_str()).collect::<Vec<_>>().join(", "),
            key: day::column(row.day, cx.today, cx.words),
        };
        let record = |hit: &search::Hit| {
            let account = hit.account.map(|id| cx.directory.name(Kind::Account, id));
            let remark = [account.unwrap_or_default(), hit.line.clone()];
            Found {
                target: Target::Record(hit.kind, hit.id),
                name: hit.name.clone(),
                remark: remark.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
                key: field::kind(hit.kind, cx.words),
            }
        };
        self.rows = found.log.rows.iter().map(talk).chain(found.records.iter().map(record)).collect();
    }

    fn find(&mut self, cx: &Cx<'_>) {
        let wanted = fold(self.edit.text().trim());
        let mut fuzzy = Fuzzy::new(self.edit.text().trim());
        let mut scored: Vec<(u32, Fit<'_>)> = Vec::new();
        for command in &self.possible {
            let score = fuzzy.score(&cx.words.get(&command.words_key())).map(|s| s + OF_COMMAND);
            let help = || help_says(&cx.words.get(&command.help_key()), &wanted);
            let score = score.or_else(|| help().then_some(0));
            scored.extend(score.map(|s| (s, Fit::Command(*command))));
        }
        for name in &cx.directory.names {
            let names = std::iter::once(&name.name).chain(&name.aliases);
            let score = names.filter_map(|n| fuzzy.score(n)).max();
            scored.extend(score.map(|s| (s + lead(name.kind), Fit::Name(name))));
        }
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        // Only of what is shown the words are put together: a book has thousands of names.
        self.rows = scored.into_iter().take(MOST).map(|(_, fit)| fit.row(cx)).collect();
    }

    /// How many rows are found.
    pub(super) const fn len(&self) -> usize {
        self.rows.len()
    }

    /// What a row stands for.
    pub(super) fn target(&self, row: usize) -> Option<Target> {
        self.rows.get(row).map(|r| r.target.clone())
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let searching = self.edit.text().starts_with(' ');
        let title = cx.words.get(if searching { "app-palette-text" } else { "app-palette" });
        let inside = float(pen, body, (92, body.height.min(20)), &title, &[]);
        pen.put(inside.x, inside.y, 1, ":", Role::Key);
        let room = inside.width.saturating_sub(2);
        let mut seen = self.edit.draw(pen, (inside.x + 2, inside.y), room, |_| Role::Text);
        let rows = below(inside, 2);
        if self.rows.is_empty() {
            empty(pen, rows, &cx.words.get("app-palette-empty"));
            return seen;
        }
        let mut fuzzy = Fuzzy::new(self.edit.text().trim());
        let sought = searching.then(|| Sought::new([self.edit.text()]));
        let len = self.rows.len();
        let list = List { columns: &COLUMNS, cursor: &self.cursor, len, panel: 0, focused: true };
        let fuzzy = std::cell::RefCell::new(&mut fuzzy);
        let drawn = list.draw(pen, rows, |i| match self.rows.get(i) {
            Some(found) => TableRow::cells([
                match &sought {
                    Some(sought) => sought.mark(&found.name, Role::Text),
                    None => fuzzy.borrow_mut().marked(&found.name, Role::Text),
                },
                match &sought {
                    Some(sought) => sought.mark(&found.remark, Role::Muted),
                    None => vec![Span::muted(found.remark.as_str())],
                },
                Span::muted(found.key.as_str()).into(),
            ]),
            None => TableRow::Group(Vec::new()),
        });
        seen.add(as_float(drawn));
        seen
    }
}

/// Whether the letters (folded) begin a word of the help.
fn help_says(help: &str, wanted: &str) -> bool {
    fold(help).split_whitespace().any(|word| word.starts_with(wanted))
}

/// The commands the palette and the help name: not those that only move about in a list or a layer.
fn is_named(command: Command) -> bool {
    let scope = command.row().scope;
    let leaves = matches!(command, Command::Back | Command::Interrupt | Command::Palette);
    !command.walks() && !leaves && matches!(scope, KeyScope::Lens | KeyScope::Everywhere | KeyScope::Always)
}

impl App {
    /// The commands that are possible now.
    pub(super) fn possible(&self) -> Vec<Command> {
        ROWS.iter().map(|r| r.command).filter(|c| self.can(*c)).collect()
    }

    /// Opens the palette with the commands that are possible now.
    pub(super) fn open_palette(&mut self) -> Vec<Effect> {
        let possible = self.possible().into_iter().filter(|c| is_named(*c)).collect();
        self.layers.push(Layer::Palette(Palette::new(possible, &self.world.cx())));
        Vec::new()
    }

    /// Goes where a row of the palette leads.
    pub(super) fn go_to(&mut self, target: Option<&Target>) -> Vec<Effect> {
        match target {
            Some(Target::Command(command)) => self.run(*command),
            Some(Target::Record(kind, id)) => self.show_record(*kind, *id, None),
            None => Vec::new(),
        }
    }

    /// Shows a record where it lives.
    pub(super) fn show_record(&mut self, kind: Kind, id: Id, account: Option<Id>) -> Vec<Effect> {
        match kind {
            Kind::Account => self.go(LensKind::Accounts, Some(id), Some((kind, id))),
            Kind::Person => {
                let mine = self.world.directory.get(kind, id).map(|n| n.accounts.clone()).unwrap_or_default();
                let scope = self.world.scope.filter(|s| !mine.contains(s)).map(|_| mine.first().copied());
                if let Some(other) = scope {
                    self.world.scope = other;
                    self.guest = other;
                }
                self.go(LensKind::People, None, Some((kind, id)))
            }
            Kind::Interaction => {
                // It may be of another account than the scope.
                self.world.scope = None;
                self.go(LensKind::Log, account, Some((kind, id)))
            }
            _ => match LensKind::home(kind) {
                Some(lens) => self.show_at_home(lens, kind, id),
                // Of every other kind the form is all there is.
                None => vec![Effect::OpenForm(crate::command::FormOf::edit(kind, id, account))],
            },
        }
    }

    /// Shows a record of an account in its lens: in the scope where it is seen there.
    fn show_at_home(&mut self, lens: LensKind, kind: Kind, id: Id) -> Vec<Effect> {
        let account = self.world.directory.get(kind, id).and_then(|n| n.accounts.first().copied());
        if self.world.scope.is_some() && self.world.scope != account {
            self.world.scope = None;
        }
        let key = account.is_none_or(|a| self.world.directory.key_accounts().iter().any(|n| n.id == a));
        self.go(lens, account.filter(|_| !key), Some((kind, id)))
    }
}
