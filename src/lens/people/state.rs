//! What the list of people shows and where its cursor stands.
use std::collections::BTreeSet;

use ratatui::layout::Rect;

use super::order::{Filter, Sort, sort};
use super::{view, why};
use crate::command::{Command, Effect, LensKind, Only};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::domain::text::{fold, name_tokens};
use crate::lens::{Cx, Lens, Place, Under, Why};
use crate::store::query::people::PersonRow;
use crate::store::query::person::PersonPage;
use crate::store::query::{Answer, Query, Scope};
use crate::ui::{Cursor, Page, Pen, Seen, found};

/// Panels of the lens, as regions and pages count them.
pub(super) const LIST: u8 = 0;
pub(super) const DETAILS: u8 = 1;

/// A person at an account, or without one.
type Who = (Id, Option<Id>);

/// The people.
#[derive(Debug, Default)]
pub struct People {
    /// Everybody of the scope.
    pub(super) all: Vec<PersonRow>,
    /// Those that are shown, in their order.
    pub(super) rows: Vec<PersonRow>,
    /// Whether the book has answered.
    pub(super) known: bool,
    pub(super) cursor: Cursor,
    pub(super) sort: Sort,
    pub(super) reversed: bool,
    pub(super) filter: Filter,
    /// To what the list is narrowed.
    pub(super) text: String,
    pub(super) marks: found::Sought,
    pub(super) marked: BTreeSet<Who>,
    /// The person under the cursor, once loaded.
    pub(super) page: Option<Box<PersonPage>>,
    /// The details have the keys; in a narrow screen they are all there is.
    pub(super) reading: bool,
    /// The promise or conversation of the details under the cursor.
    pub(super) item: usize,
    /// First line of the details.
    pub(super) first: usize,
    wanted: Option<Id>,
    shown: Option<Scope>,
}

const fn who(row: &PersonRow) -> Who {
    (row.person, row.membership)
}

impl People {
    /// The person under the cursor.
    pub(super) fn current(&self) -> Option<&PersonRow> {
        self.rows.get(self.cursor.at.min(self.rows.len().saturating_sub(1)))
    }

    /// The details of the person under the cursor.
    pub(super) fn details(&self) -> Option<&PersonPage> {
        let row = self.current()?;
        self.page.as_deref().filter(|page| {
            let membership = page.membership.as_ref().map(|m| m.head.id);
            (page.person.head.id, membership) == who(row)
        })
    }

    pub(super) fn is_marked(&self, row: &PersonRow) -> bool {
        self.marked.contains(&who(row))
    }

    /// Marks the person under the cursor, or takes the mark away, and goes on.
    pub(super) fn mark(&mut self) {
        if let Some(one) = self.current().map(who) {
            if !self.marked.remove(&one) {
                self.marked.insert(one);
            }
            self.cursor.step(Command::Down, self.rows.len());
        }
    }

    /// Chooses and orders the rows anew; the cursor stays on its person.
    pub(super) fn arrange(&mut self, cx: &Cx<'_>) {
        let stood = self.current().map(who);
        let words = name_tokens(&self.text);
        let fits = |row: &&PersonRow| self.filter.takes(row) && answers(row, &words);
        self.rows = self.all.iter().filter(fits).cloned().collect();
        sort(&mut self.rows, self.sort, self.reversed, cx.today);
        let wanted = self.wanted.take();
        let at = wanted.and_then(|id| self.rows.iter().position(|r| r.person == id));
        let at = at.or_else(|| stood.and_then(|one| self.rows.iter().position(|r| who(r) == one)));
        match at {
            Some(at) => self.cursor.stand(at),
            None => self.cursor.clamp(self.rows.len()),
        }
    }

    /// Asks for the details of the person under the cursor.
    pub(super) fn ask(&self) -> Vec<Effect> {
        let query = self.current().map(|row| Query::Person(row.person, row.membership));
        query.map(|query| Effect::load(LensKind::People, query)).into_iter().collect()
    }

    /// From the top: another order or selection was asked for.
    pub(super) fn ask_from_top(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        self.arrange(cx);
        self.cursor.stand(0);
        self.turned()
    }

    /// Another person is under the cursor.
    pub(super) fn turned(&mut self) -> Vec<Effect> {
        (self.item, self.first) = (0, 0);
        self.ask()
    }

    fn take(&mut self, rows: Vec<PersonRow>, cx: &Cx<'_>) -> Vec<Effect> {
        let fresh = self.shown.replace(cx.scope) != Some(cx.scope);
        self.all = rows;
        self.known = true;
        let all: BTreeSet<Who> = self.all.iter().map(who).collect();
        self.marked.retain(|one| all.contains(one));
        if fresh && self.wanted.is_none() {
            self.reading = false;
            self.marked.clear();
            if !self.all.iter().any(|row| self.filter.takes(row)) {
                self.filter = Filter::default();
            }
            if cx.scope.is_some() && self.sort == Sort::Account {
                self.sort = Sort::default();
            }
            return self.ask_from_top(cx);
        }
        let before = self.current().map(who);
        self.arrange(cx);
        if self.current().map(who) == before { self.ask() } else { self.turned() }
    }

    /// The record in the details under the cursor.
    pub(super) fn under_item(&self) -> Option<Under> {
        let page = self.details()?;
        if let Some(promise) = page.promises.get(self.item) {
            let of = Under::new(Kind::Commitment, promise.id, promise.text.clone());
            return Some(Under { account: promise.account, person: Some(page.person.head.id), ..of });
        }
        let row = page.log.get(self.item.checked_sub(page.promises.len())?)?;
        let title = crate::ui::markdown::first_line(&row.text, 80);
        Some(Under {
            account: row.account.as_ref().map(|a| a.0),
            person: Some(page.person.head.id),
            planned: row.planned,
            ..Under::new(Kind::Interaction, row.id, title)
        })
    }

    /// How many promises and conversations the details have.
    pub(super) fn items(&self) -> usize {
        self.details().map_or(0, |page| page.promises.len() + page.log.len())
    }
}

/// Whether every word begins a word of the name, the title, the unit or the account.
fn answers(row: &PersonRow, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let texts = [&row.name, &row.title, &row.unit, &row.account_name].map(|t| fold(t));
    let tokens: Vec<String> = texts.iter().flat_map(|t| name_tokens(t)).collect();
    words.iter().all(|word| tokens.iter().any(|t| t.starts_with(word.as_str())))
}

impl Lens for People {
    fn queries(&self, cx: &Cx<'_>) -> Vec<Query> {
        vec![Query::People(cx.scope)]
    }

    fn loaded(&mut self, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
        match answer {
            Answer::People(rows) => self.take(rows, cx),
            Answer::Person(page) => {
                self.page = Some(page);
                self.item = self.item.min(self.items().saturating_sub(1));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn under(&self) -> Option<Under> {
        if let Some(under) = self.reading.then(|| self.under_item()).flatten() {
            return Some(under);
        }
        let row = self.current()?;
        let place = row.membership.map(|membership| Place {
            membership,
            stance: row.stance,
            roles: row.roles.clone(),
        });
        Some(Under {
            account: row.account,
            person: Some(row.person),
            place,
            ..Under::new(Kind::Person, row.person, row.name.clone())
        })
    }

    fn can(&self, command: Command, _cx: &Cx<'_>) -> bool {
        self.does(command)
    }

    fn update(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        self.act(command, cx)
    }

    fn narrow(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        if text == self.text {
            return Vec::new();
        }
        text.clone_into(&mut self.text);
        self.marks = found::Sought::new([text]);
        self.reading = false;
        self.arrange(cx);
        self.turned()
    }

    fn narrowed(&self) -> &str {
        &self.text
    }

    fn stand_on(&mut self, kind: Kind, id: Id, _cx: &Cx<'_>) -> Vec<Effect> {
        if kind == Kind::Person {
            self.text.clear();
            self.marks = found::Sought::default();
            (self.filter, self.reading) = (Filter::default(), false);
            self.wanted = Some(id);
        }
        Vec::new()
    }

    fn only(&mut self, only: Only) {
        let filter = match only {
            Only::PastCadence => Filter::PastCadence,
            Only::NoRole => Filter::NoRole,
            Only::ToSort | Only::Period(_) => return,
        };
        self.text.clear();
        self.marks = found::Sought::default();
        (self.filter, self.reading) = (filter, false);
        self.cursor.stand(0);
    }

    fn click(&mut self, panel: u8, row: usize, _cx: &Cx<'_>) -> Vec<Effect> {
        self.reading = panel != LIST;
        if panel == LIST {
            self.cursor.stand(row.min(self.rows.len().saturating_sub(1)));
            return self.turned();
        }
        self.item = row;
        Vec::new()
    }

    fn scroll(&mut self, panel: u8, by: isize, _cx: &Cx<'_>) -> Vec<Effect> {
        if panel == DETAILS || self.reading {
            self.first = self.first.saturating_add_signed(by);
            return Vec::new();
        }
        self.cursor.scroll(by, self.rows.len());
        self.turned()
    }

    fn saw(&mut self, page: &Page) {
        match page.panel {
            LIST => self.cursor.saw(page),
            _ => self.first = page.first,
        }
    }

    fn why(&self, cx: &Cx<'_>) -> Option<Why> {
        let row = self.current().filter(|_| !self.reading)?;
        let log = self.details().map(|page| page.log.as_slice()).unwrap_or_default();
        let held: Vec<_> = log.iter().filter(|talk| !talk.planned).collect();
        Some(why::why(row, &held, cx))
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        view::draw(self, pen, area, cx)
    }
}
