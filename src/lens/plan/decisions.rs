//! Decisions and changes: what was decided, who has been told on each side, and who has not.
mod act;
mod details;
mod list;
mod offer;
mod wish;

use ratatui::layout::Rect;

use crate::command::{Command, Effect, Rows};
use crate::domain::Id;
use crate::domain::audience::{Hearer, is_late};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::lens::{Cx, Lens, Under, Why};
use crate::store::query::decisions::{DecisionRow, Decisions as Answered};
use crate::store::query::{Answer, Query};
use crate::ui::{Cursor, Page, Pen, Role, Seen, Span, panel};
use offer::Pick;
use wish::{Item, Wish};

/// Panels in regions and pages: the list, and those whom the decision under its cursor concerns.
const LIST: u8 = 0;
const HEARERS: u8 = 1;

/// From so many columns on the details stand beside the list.
const TWO: u16 = 100;

/// The decisions of the scope.
#[derive(Debug, Default)]
pub struct Decisions {
    known: Answered,
    items: Vec<Item>,
    list: Cursor,
    hearers: Cursor,
    wish: Wish,
    /// The keys go to those whom the decision concerns.
    on_hearers: bool,
    /// What the rows of the menu stand for.
    picks: Vec<Pick>,
    wanted: Option<(Kind, Id)>,
    scope: Option<Id>,
}

impl Decisions {
    /// The decision under the cursor.
    fn current(&self) -> Option<&DecisionRow> {
        match self.items.get(self.list.at)? {
            Item::Decision(at) => self.known.rows.get(*at),
            Item::Head(..) | Item::Gap => None,
        }
    }

    /// Who is under the cursor of the details.
    fn hearer(&self) -> Option<&Hearer> {
        self.current()?.hearers.get(self.hearers.at).filter(|_| self.on_hearers)
    }

    /// Makes the list anew; the cursor stays on its decision.
    fn arrange(&mut self, cx: &Cx<'_>) {
        let kept = self.wanted.or_else(|| self.current().map(|row| (Kind::Decision, row.decision.head.id)));
        self.items = self.wish.items(&self.known.rows, cx);
        let rows = &self.known.rows;
        let is_kept = |item: &Item| match item {
            Item::Decision(at) => rows.get(*at).is_some_and(|row| kept.is_some_and(|kept| is_of(row, kept))),
            Item::Head(..) | Item::Gap => false,
        };
        if let Some(at) = self.items.iter().position(is_kept) {
            self.list.stand(at);
            self.wanted = None;
        }
        let (len, items) = (self.items.len(), &self.items);
        self.list.clamp(len);
        self.list.settle(true, len, |at| matches!(items.get(at), Some(Item::Decision(_))));
        self.look();
    }

    /// Another decision may be under the cursor.
    fn look(&mut self) {
        let concerned = self.current().map_or(0, |row| row.hearers.len());
        self.on_hearers &= concerned > 0;
        self.hearers.clamp(concerned);
    }

    fn step(&mut self, command: Command) {
        if self.on_hearers {
            let concerned = self.current().map_or(0, |row| row.hearers.len());
            self.hearers.step(command, concerned);
            return;
        }
        let (len, items) = (self.items.len(), &self.items);
        self.list.step_over(command, len, |at| matches!(items.get(at), Some(Item::Decision(_))));
        self.hearers.stand(0);
    }
}

/// Whether a row is that decision, or has that record of somebody being told.
fn is_of(row: &DecisionRow, (kind, id): (Kind, Id)) -> bool {
    match kind {
        Kind::Telling => row.hearers.iter().any(|h| h.telling == Some(id)),
        _ => row.decision.head.id == id,
    }
}

impl Lens for Decisions {
    fn queries(&self, cx: &Cx<'_>) -> Vec<Query> {
        vec![Query::Decisions(cx.scope)]
    }

    fn loaded(&mut self, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
        let Answer::Decisions(known) = answer else { return Vec::new() };
        if self.scope != cx.scope {
            self.scope = cx.scope;
            self.on_hearers = false;
        }
        self.known = *known;
        self.arrange(cx);
        Vec::new()
    }

    fn under(&self) -> Option<Under> {
        let row = self.current()?;
        if let Some((kind, id)) = self.hearer().map(|h| h.who) {
            let person = (kind == Kind::Person).then_some(id);
            return Some(Under { account: row.account(), person, ..Under::new(kind, id, String::new()) });
        }
        let of = Under::new(Kind::Decision, row.decision.head.id, row.decision.name.clone());
        Some(Under { account: row.account(), ..of })
    }

    fn records(&self, _cx: &Cx<'_>) -> Option<Rows> {
        let id = |item: &Item| match item {
            Item::Decision(at) => self.known.rows.get(*at).map(|row| row.decision.head.id),
            Item::Head(..) | Item::Gap => None,
        };
        Some(Rows::Records(Kind::Decision, self.items.iter().filter_map(id).collect()))
    }

    fn can(&self, command: Command, _cx: &Cx<'_>) -> bool {
        let row = self.current();
        match command {
            Command::New => true,
            Command::Done if self.on_hearers => true,
            Command::Done => row.is_some_and(|row| row.untold(None).next().is_some()),
            Command::Delete | Command::PanelLeft => self.on_hearers,
            Command::PanelRight => !self.on_hearers && row.is_some_and(|row| !row.hearers.is_empty()),
            Command::Copy | Command::Bulletin | Command::Why => row.is_some(),
            Command::Sort | Command::SortReverse | Command::Filter => !self.known.rows.is_empty(),
            Command::Back => self.on_hearers || !self.wish.narrowed.is_empty(),
            _ => !self.items.is_empty() && Cursor::default().step(command, self.items.len()),
        }
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::Done if self.hearer().is_some_and(|h| h.told_on.is_some()) => Some("decisions-untell"),
            Command::Done => Some("decisions-tell"),
            Command::Copy if !self.on_hearers => Some("command-bulletin"),
            _ => None,
        }
    }

    fn remark(&self, cx: &Cx<'_>) -> Vec<Span> {
        let waits = self.known.rows.iter().filter_map(|row| row.waiting(cx.today)).collect::<Vec<_>>();
        let late = waits.iter().filter(|days| is_late(**days)).count();
        let said = |key: &str, count: usize| cx.words.with(key, &[("count", &count.to_string())]);
        let mut spans = Vec::new();
        if !waits.is_empty() {
            spans.push(Span::muted(said("decisions-to-tell", waits.len())));
        }
        if late > 0 {
            spans.push(Span::new(format!("  {}", said("decisions-late", late)), Role::Warn));
        }
        spans
    }

    fn going(&self, cx: &Cx<'_>) -> Option<Explain> {
        let (kind, id) = self.hearer()?.who;
        let name = cx.directory.name(kind, id);
        Some(Explain::new("decisions-going").with("name", name))
    }

    fn update(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        match command {
            Command::New => vec![self.new_decision(cx)],
            Command::Done => self.tell(cx),
            Command::Delete => self.leave_out(cx).into_iter().collect(),
            Command::Copy | Command::Bulletin => self.offer_bulletins(cx),
            Command::Sort | Command::SortReverse | Command::Filter => {
                self.wish.change(command);
                self.arrange(cx);
                Vec::new()
            }
            Command::PanelRight | Command::PanelLeft => {
                self.on_hearers = command == Command::PanelRight;
                Vec::new()
            }
            Command::Back if self.on_hearers => {
                self.on_hearers = false;
                Vec::new()
            }
            Command::Back => self.narrow("", cx),
            _ => {
                self.step(command);
                Vec::new()
            }
        }
    }

    fn narrow(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        self.on_hearers = false;
        text.clone_into(&mut self.wish.narrowed);
        self.arrange(cx);
        Vec::new()
    }

    fn narrowed(&self) -> &str {
        &self.wish.narrowed
    }

    fn stand_on(&mut self, kind: Kind, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
        if matches!(kind, Kind::Decision | Kind::Telling) {
            self.wish.show_all();
            self.wanted = Some((kind, id));
            if self.known.rows.iter().any(|row| is_of(row, (kind, id))) {
                self.arrange(cx);
            }
        }
        Vec::new()
    }

    fn picked(&mut self, number: usize, cx: &Cx<'_>) -> Vec<Effect> {
        self.take(number, cx)
    }

    fn click(&mut self, panel: u8, row: usize, _cx: &Cx<'_>) -> Vec<Effect> {
        self.on_hearers = panel == HEARERS;
        if panel == HEARERS {
            self.hearers.stand(row);
        } else if matches!(self.items.get(row), Some(Item::Decision(_))) {
            self.list.stand(row);
            self.hearers.stand(0);
        }
        self.look();
        Vec::new()
    }

    fn scroll(&mut self, panel: u8, by: isize, _cx: &Cx<'_>) -> Vec<Effect> {
        self.on_hearers = panel == HEARERS;
        for _ in 0..by.unsigned_abs() {
            self.step(if by > 0 { Command::Down } else { Command::Up });
        }
        self.look();
        Vec::new()
    }

    fn saw(&mut self, page: &Page) {
        match page.panel {
            HEARERS => self.hearers.saw(page),
            _ => self.list.saw(page),
        }
    }

    fn why(&self, cx: &Cx<'_>) -> Option<Why> {
        let row = self.current()?;
        let blocks = crate::report::told::why(row, &cx.values());
        Some(Why { title: row.decision.name.clone(), blocks })
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        // Lists keep a margin at the right; at their left stands the cursor's bar.
        let area = Rect { width: area.width.saturating_sub(1), ..area };
        if self.current().is_none() {
            panel::empty(pen, area, &self.nothing(cx));
            return Seen::default();
        }
        if area.width + 1 < TWO {
            return if self.on_hearers {
                self.draw_details(pen, area, cx)
            } else {
                self.draw_list(pen, area, cx)
            };
        }
        let (left, right) = panel::split(pen, area, if area.width >= 160 { 50 } else { 58 });
        let mut seen = self.draw_list(pen, left, cx);
        seen.add(self.draw_details(pen, right, cx));
        seen
    }
}
