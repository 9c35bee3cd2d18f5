//! What Today shows and where its cursors stand.
use ratatui::layout::Rect;

use super::rows::{NeedRow, Panel, Rows, SinceRow, WeekRow};
use super::view;
use crate::command::{Command, Effect, LensKind};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::domain::needs::{Cause, Need};
use crate::lens::{Cx, Lens, Under, Why};
use crate::report;
use crate::store::query::behind::{Behind, Row};
use crate::store::query::today::Today as Loaded;
use crate::store::query::today::moved::Moved;
use crate::store::query::today::week::WeekItem;
use crate::store::query::{Answer, Query};
use crate::ui::{Cursor, Page, Pen, Seen};

/// Today.
#[derive(Debug, Default)]
pub struct Today {
    pub(super) answer: Option<Box<Loaded>>,
    pub(super) rows: Rows,
    pub(super) cursors: [Cursor; 4],
    pub(super) focus: Panel,
    /// What stands behind the row under the cursor, once it has been loaded.
    pub(super) behind: Option<Box<Behind>>,
    narrowed: String,
    wanted: Option<(Kind, Id)>,
}

/// The row under the cursor.
pub(super) enum Here<'a> {
    Need(&'a Need),
    More(&'a Need),
    Card(&'a crate::store::query::today::Card),
    Item(&'a WeekItem),
    Moved(&'a Moved),
    Act(&'a crate::store::journal::Entry),
}

impl Today {
    /// The row under the cursor of a panel.
    pub(super) fn at(&self, panel: Panel) -> Option<Here<'_>> {
        let answer = self.answer.as_deref()?;
        let at = self.cursors[panel.index()].at;
        Some(match panel {
            Panel::Needs => match *self.rows.needs.get(at)? {
                NeedRow::Need(i) => Here::Need(answer.needs.get(i)?),
                NeedRow::More(i) => Here::More(answer.needs.get(i)?),
            },
            Panel::Cards => Here::Card(answer.cards.get(at)?),
            Panel::Week => match *self.rows.week.get(at)? {
                WeekRow::Item(i) => Here::Item(answer.week.get(i)?),
                WeekRow::NextWeek => return None,
            },
            Panel::Since => match *self.rows.since.get(at)? {
                SinceRow::Late(i) => Here::Need(answer.since.newly.get(i)?),
                SinceRow::Act(i) => Here::Act(answer.since.acts.get(i)?),
                SinceRow::Moved(i) => Here::Moved(answer.since.moved.get(i)?),
                SinceRow::MovedHead | SinceRow::LateHead | SinceRow::ActsHead => return None,
            },
        })
    }

    pub(super) fn here(&self) -> Option<Here<'_>> {
        self.at(self.focus)
    }

    /// About what the store is asked to show what stands behind the row under the cursor.
    pub(super) fn asked(&self) -> Option<Row> {
        let row = |subject, account, person| Some(Row { subject: Some(subject), account, person });
        match self.here()? {
            Here::Need(n) if n.cause == Cause::ToSort => Some(Row::default()),
            Here::Need(n) if n.cause == Cause::NoRole => None,
            Here::Need(n) => row(n.subject, n.account, n.person),
            Here::Card(c) => row((Kind::Account, c.account), Some(c.account), None),
            Here::Item(i) => row(i.subject, i.account, i.person),
            Here::Moved(m) => row(m.subject, m.account, None),
            Here::More(n) => row((Kind::Account, n.account?), n.account, None),
            Here::Act(_) => None,
        }
    }

    fn ask(&self) -> Vec<Effect> {
        let known = self.behind.as_ref().map(|b| b.of);
        match self.asked() {
            Some(row) if known != Some(row) => vec![Effect::load(LensKind::Today, Query::Behind(row))],
            Some(_) | None => Vec::new(),
        }
    }

    /// Takes the answer; the cursors stay on their rows where these are still there.
    fn take(&mut self, answer: Box<Loaded>, cx: &Cx<'_>) {
        let before: Vec<_> = Panel::ALL.iter().map(|p| self.key_at(*p)).collect();
        self.rows = Rows::of(&answer, &self.narrowed, cx);
        self.answer = Some(answer);
        self.behind = None;
        for (panel, before) in Panel::ALL.into_iter().zip(before) {
            let wanted = self.wanted.map(|w| (w, false)).filter(|_| panel == Panel::Needs).or(before);
            self.stand(panel, wanted);
        }
        self.wanted = None;
        if self.rows.len(self.focus) == 0 {
            self.focus = Panel::Needs;
        }
    }

    /// Puts the cursor of a panel on a record, else leaves it on a row that is there.
    fn stand(&mut self, panel: Panel, wanted: Option<((Kind, Id), bool)>) {
        let len = self.rows.len(panel);
        if wanted.is_some() {
            let kept = self.cursors[panel.index()];
            let found = (0..len).find(|row| {
                self.cursors[panel.index()].stand(*row);
                self.key_at(panel) == wanted
            });
            if found.is_none() {
                self.cursors[panel.index()] = kept;
            }
        }
        let (cursor, rows) = (&mut self.cursors[panel.index()], &self.rows);
        cursor.clamp(len);
        cursor.settle(true, len, |row| rows.stands(panel, row));
    }

    /// What the row under a cursor is known by: its record, and whether it is what was folded into it.
    fn key_at(&self, panel: Panel) -> Option<((Kind, Id), bool)> {
        Some(match self.at(panel)? {
            Here::Need(n) => (n.subject, false),
            Here::More(n) => (n.subject, true),
            Here::Card(c) => ((Kind::Account, c.account), false),
            Here::Item(i) => (i.subject, false),
            Here::Moved(m) => (m.subject, false),
            Here::Act(_) => return None,
        })
    }

    /// The panel after or before this one that has rows.
    fn neighbour(&self, by: isize) -> Option<Panel> {
        let mut at = self.focus.index();
        loop {
            at = at.checked_add_signed(by)?;
            let panel = *Panel::ALL.get(at)?;
            if self.rows.len(panel) > 0 {
                return Some(panel);
            }
        }
    }
}

impl Lens for Today {
    fn queries(&self, cx: &Cx<'_>) -> Vec<Query> {
        vec![Query::Today(cx.scope)]
    }

    fn loaded(&mut self, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
        match answer {
            Answer::Today(answer) => {
                self.take(answer, cx);
                self.ask()
            }
            Answer::Behind(behind) => {
                self.behind = Some(behind);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn under(&self) -> Option<Under> {
        self.record_here()
    }

    fn can(&self, command: Command, _cx: &Cx<'_>) -> bool {
        match command {
            Command::PanelLeft => self.neighbour(-1).is_some(),
            Command::PanelRight => self.neighbour(1).is_some(),
            Command::New => self.answer.is_some(),
            Command::Open => match self.here() {
                Some(Here::Need(n)) => n.subject.1 == 0,
                Some(Here::More(_) | Here::Card(_)) => true,
                Some(Here::Item(_) | Here::Moved(_) | Here::Act(_)) | None => false,
            },
            Command::Back => !self.narrowed.is_empty(),
            _ => {
                let len = self.rows.len(self.focus);
                len > 0 && self.cursors[self.focus.index()].clone().step(command, len)
            }
        }
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        let decision = || self.record_here().is_some_and(|under| under.kind == Kind::Decision);
        (command == Command::Done && decision()).then_some("decisions-tell")
    }

    fn update(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        match command {
            Command::PanelLeft | Command::PanelRight => {
                let by = if command == Command::PanelLeft { -1 } else { 1 };
                self.focus = self.neighbour(by).unwrap_or(self.focus);
            }
            Command::New => return vec![self.new_record(cx)],
            Command::Open => return self.open(),
            Command::Back => return self.narrow("", cx),
            _ => {
                let (panel, rows) = (self.focus, &self.rows);
                let stands = |row: usize| rows.stands(panel, row);
                self.cursors[panel.index()].step_over(command, rows.len(panel), stands);
            }
        }
        self.ask()
    }

    fn narrow(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        text.clone_into(&mut self.narrowed);
        self.focus = Panel::Needs;
        let key = self.key_at(Panel::Needs);
        if let Some(answer) = self.answer.as_deref() {
            self.rows = Rows::of(answer, &self.narrowed, cx);
        }
        self.stand(Panel::Needs, key);
        self.ask()
    }

    fn narrowed(&self) -> &str {
        &self.narrowed
    }

    fn stand_on(&mut self, kind: Kind, id: Id, _cx: &Cx<'_>) -> Vec<Effect> {
        self.focus = Panel::Needs;
        self.wanted = Some((kind, id));
        Vec::new()
    }

    fn click(&mut self, panel: u8, row: usize, _cx: &Cx<'_>) -> Vec<Effect> {
        let Some(panel) = Panel::numbered(panel).filter(|p| self.rows.len(*p) > 0) else { return Vec::new() };
        self.focus = panel;
        if self.rows.stands(panel, row) {
            self.cursors[panel.index()].stand(row);
        }
        self.ask()
    }

    fn scroll(&mut self, panel: u8, by: isize, _cx: &Cx<'_>) -> Vec<Effect> {
        let Some(panel) = Panel::numbered(panel).filter(|p| self.rows.len(*p) > 0) else { return Vec::new() };
        let (cursor, rows) = (&mut self.cursors[panel.index()], &self.rows);
        let len = rows.len(panel);
        cursor.scroll(by, len);
        cursor.settle(by > 0, len, |row| rows.stands(panel, row));
        self.ask()
    }

    fn saw(&mut self, page: &Page) {
        if let Some(panel) = Panel::numbered(page.panel) {
            self.cursors[panel.index()].saw(page);
        }
    }

    fn why(&self, cx: &Cx<'_>) -> Option<Why> {
        match self.here()? {
            Here::Need(need) => {
                let nothing = Behind::default();
                let behind = self.behind.as_deref().unwrap_or(&nothing);
                Some(Why::of(report::need::explain(need, self.indicators(), behind, &cx.values())))
            }
            Here::Card(card) => self.why_card(card.account, cx),
            Here::Moved(moved) => self.why_moved(moved, cx),
            Here::More(_) | Here::Item(_) | Here::Act(_) => None,
        }
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        view::draw(self, pen, area, cx)
    }
}
