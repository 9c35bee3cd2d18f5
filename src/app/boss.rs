//! Whom a person reports to: picked from the people of their account by some letters of the name, or nobody.
use ratatui::layout::Rect;

use super::App;
use super::commands::ask;
use super::help::as_float;
use super::layer::Layer;
use crate::command::{Effect, Key, Reader};
use crate::domain::Id;
use crate::lens::{Cx, Under};
use crate::store::act::Act;
use crate::store::query::Query;
use crate::store::query::people::PersonRow;
use crate::ui::fuzzy::Fuzzy;
use crate::ui::panel::{below, empty, float};
use crate::ui::table::{List, TableRow};
use crate::ui::{Column, Cursor, Edit, Pen, Role, Seen, Span};

/// Most columns and rows of the panel.
const SIZE: (u16, u16) = (72, 20);

/// The name, the title, whether they are it already.
const COLUMNS: [Column; 3] = [Column::growing(24), Column::growing(18).leaves(1), Column::fixed(6)];

/// Somebody who may be picked; `None` is nobody.
#[derive(Debug)]
struct Candidate {
    person: Option<Id>,
    name: String,
    title: String,
}

/// The question whom somebody reports to.
#[derive(Debug)]
pub(super) struct Bosses {
    memberships: Vec<Id>,
    /// Who is asked about; of several how many they are.
    title: String,
    /// Whom they report to now, each once.
    now: Vec<Option<Id>>,
    edit: Edit,
    pub(super) cursor: Cursor,
    candidates: Vec<Candidate>,
    /// The candidates that answer to what was typed, the best first.
    found: Vec<usize>,
}

impl Bosses {
    /// About memberships among the people of their account; `None` if none is there any more. Who has left leads nobody.
    fn new(memberships: Vec<Id>, mut rows: Vec<PersonRow>, cx: &Cx<'_>) -> Option<Self> {
        let of = |row: &PersonRow| row.membership.is_some_and(|m| memberships.contains(&m));
        let asked: Vec<_> = rows.iter().filter(|row| of(row)).cloned().collect();
        let mut now: Vec<_> = asked.iter().map(|row| row.reports_to).collect();
        now.sort_unstable();
        now.dedup();
        let title = match asked.as_slice() {
            [] => return None,
            [one] => cx.words.with("org-boss-of", &[("name", &one.name)]),
            several => cx.words.with("org-boss-of-several", &[("count", &several.len().to_string())]),
        };
        rows.retain(|row| row.left_on.is_none() && asked.iter().all(|one| one.person != row.person));
        rows.sort_by(|a, b| b.weight.w.cmp(&a.weight.w).then_with(|| a.name.cmp(&b.name)));
        rows.dedup_by_key(|r| r.person);
        let people =
            rows.into_iter().map(|r| Candidate { person: Some(r.person), name: r.name, title: r.title });
        let nobody = Candidate { person: None, name: cx.words.get("org-boss-nobody"), title: String::new() };
        let mut bosses = Self {
            memberships,
            title,
            now,
            edit: Edit::default(),
            cursor: Cursor::default(),
            candidates: people.chain([nobody]).collect(),
            found: Vec::new(),
        };
        bosses.find();
        let now = bosses.found.iter().position(|at| bosses.is_now(*at));
        bosses.cursor.stand(now.unwrap_or(0));
        Some(bosses)
    }

    fn is_now(&self, candidate: usize) -> bool {
        self.candidates.get(candidate).is_some_and(|c| self.now == [c.person])
    }

    fn find(&mut self) {
        let mut fuzzy = Fuzzy::new(self.edit.text().trim());
        let scored = self.candidates.iter().enumerate().filter_map(|(at, c)| {
            let name = fuzzy.score(&c.name).map(|score| score + 8);
            Some((name.or_else(|| fuzzy.score(&c.title).filter(|_| !c.title.is_empty()))?, at))
        });
        let mut scored: Vec<_> = scored.collect();
        if !self.edit.text().trim().is_empty() {
            scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        }
        self.found = scored.into_iter().map(|(_, at)| at).collect();
        self.cursor = Cursor::default();
    }

    /// Takes a key.
    pub(super) fn key(&mut self, key: Key) {
        if self.edit.key(key) {
            self.find();
        }
    }

    /// Takes pasted text.
    pub(super) fn paste(&mut self, text: &str) {
        self.edit.insert(text);
        self.find();
    }

    /// How many answer to what was typed.
    pub(super) const fn len(&self) -> usize {
        self.found.len()
    }

    /// What a row does.
    pub(super) fn act(&self, row: usize) -> Option<Effect> {
        let candidate = self.candidates.get(*self.found.get(row)?)?;
        Some(Effect::Act(Act::Boss(self.memberships.clone(), candidate.person)))
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let tall = u16::try_from(self.candidates.len() + 4).unwrap_or(SIZE.1).min(SIZE.1);
        let inside = float(pen, body, (SIZE.0, tall), &self.title, &[]);
        pen.put(inside.x, inside.y, 1, "/", Role::Key);
        let room = inside.width.saturating_sub(2);
        let mut seen = self.edit.draw(pen, (inside.x + 2, inside.y), room, |_| Role::Text);
        let rows = below(inside, 2);
        if self.found.is_empty() {
            empty(pen, rows, &cx.words.get("org-boss-none-found"));
            return seen;
        }
        let fuzzy = std::cell::RefCell::new(Fuzzy::new(self.edit.text().trim()));
        let (columns, cursor, len) = (&COLUMNS, &self.cursor, self.found.len());
        let list = List { columns, cursor, len, panel: 0, focused: true };
        let drawn = list.draw(pen, rows, |row| {
            let at = self.found.get(row).copied().unwrap_or(usize::MAX);
            let Some(candidate) = self.candidates.get(at) else { return TableRow::Group(Vec::new()) };
            let role = if candidate.person.is_none() { Role::Muted } else { Role::Text };
            let now = if self.is_now(at) { cx.words.get("org-boss-now") } else { String::new() };
            let mut fuzzy = fuzzy.borrow_mut();
            let name = fuzzy.marked(&candidate.name, role);
            let title = fuzzy.marked(&candidate.title, Role::Muted);
            TableRow::cells([name, title, Span::new(now, Role::Accent).into()])
        });
        seen.add(as_float(drawn));
        seen
    }
}

/// Asks for the people among whom a boss is picked; `None` where the record is nobody's place at an account.
pub(super) fn ask_whom(under: &Under) -> Option<Effect> {
    let membership = under.place.as_ref()?.membership;
    Some(ask(Reader::Boss(vec![membership]), Query::People(Some(under.account?))))
}

impl App {
    /// The people are there among whom the boss is picked.
    pub(super) fn pick_boss(&mut self, memberships: Vec<Id>, rows: Vec<PersonRow>) -> Vec<Effect> {
        let bosses = Bosses::new(memberships, rows, &self.world.cx());
        self.layers.extend(bosses.map(|bosses| Layer::Boss(Box::new(bosses))));
        Vec::new()
    }
}
