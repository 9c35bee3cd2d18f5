//! The account team: who of ours works there, and beside each of them what is theirs, what they owe, what they do not know yet.
mod view;

use ratatui::layout::Rect;

use crate::command::{Command, Effect, FormOf};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::domain::score::Source;
use crate::domain::text::fold;
use crate::domain::value::Value;
use crate::lens::{Cx, Lens, Under, Why};
use crate::report::team::{self as report, Row};
use crate::store::act::Act;
use crate::store::query::team::{Mate, Team};
use crate::store::query::{Answer, Query};
use crate::ui::{Cursor, Page, Pen, Seen, Span};

/// Panels in regions and pages: the people, and what the one under the cursor has to do.
pub(super) const MATES: u8 = 0;
pub(super) const TASKS: u8 = 1;

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    /// An account, where several are shown.
    Account(usize),
    /// Somebody of a team.
    Mate(usize, usize),
}

/// The team.
#[derive(Debug, Default)]
pub struct TeamView {
    teams: Vec<Team>,
    lines: Vec<Line>,
    /// What the one under the cursor has to do.
    tasks: Vec<Row>,
    mates: Cursor,
    at: Cursor,
    /// The keys go to what they have to do.
    reading: bool,
    narrowed: String,
    wanted: Option<(Kind, Id)>,
    scope: Option<Id>,
    loaded: bool,
}

impl TeamView {
    fn mate(&self, row: usize) -> Option<(&Team, &Mate)> {
        let Line::Mate(team, mate) = self.lines.get(row)? else { return None };
        let team = self.teams.get(*team)?;
        Some((team, team.mates.get(*mate)?))
    }

    fn under_cursor(&self) -> Option<(&Team, &Mate)> {
        self.mate(self.mates.at)
    }

    fn stands(&self, row: usize) -> bool {
        matches!(self.lines.get(row), Some(Line::Mate(..)))
    }

    /// The lines of those who answer to what the list is narrowed to, below their accounts where there are several.
    fn arrange(&mut self, cx: &Cx<'_>) {
        let wanted = fold(&self.narrowed);
        let values = cx.values();
        let answers = |mate: &Mate| {
            let all = format!("{} {}", report::name(mate, &values), report::function(mate, &values));
            wanted.split_whitespace().all(|word| fold(&all).contains(word))
        };
        self.lines.clear();
        for (at, team) in self.teams.iter().enumerate() {
            let found = team.mates.iter().enumerate().filter(|(_, mate)| answers(mate));
            let found: Vec<Line> = found.map(|(mate, _)| Line::Mate(at, mate)).collect();
            if self.teams.len() > 1 && !found.is_empty() {
                self.lines.push(Line::Account(at));
            }
            self.lines.extend(found);
        }
        self.settle();
    }

    fn settle(&mut self) {
        let stands: Vec<bool> = (0..self.lines.len()).map(|row| self.stands(row)).collect();
        self.mates.clamp(stands.len());
        self.mates.settle(true, stands.len(), |row| stands.get(row) == Some(&true));
    }

    /// What the one under the cursor has to do, in words.
    fn show_tasks(&mut self, cx: &Cx<'_>) {
        self.tasks = self.under_cursor().map(|(_, m)| report::rows(m, &cx.values())).unwrap_or_default();
        self.at.clamp(self.tasks.len());
        self.reading &= !self.tasks.is_empty();
    }

    fn step(&mut self, command: Command, cx: &Cx<'_>) {
        if self.reading {
            self.at.step(command, self.tasks.len());
            return;
        }
        let stands: Vec<bool> = (0..self.lines.len()).map(|row| self.stands(row)).collect();
        let before = self.mates.at;
        self.mates.step_over(command, stands.len(), |row| stands.get(row) == Some(&true));
        if self.mates.at != before {
            self.at = Cursor::default();
        }
        self.show_tasks(cx);
    }

    /// The row that a record is: an assignment, a colleague, an account.
    fn row_of(&self, kind: Kind, id: Id) -> Option<usize> {
        (0..self.lines.len()).find(|row| {
            self.mate(*row).is_some_and(|(team, mate)| match kind {
                Kind::Assignment => mate.assignment == Some(id),
                Kind::Colleague => mate.colleague == Some(id),
                Kind::Account => team.account == id,
                // Who has something to do with a record of the plan.
                Kind::Initiative => mate.owns.iter().any(|o| o.initiative == id),
                Kind::Commitment => mate.promises.iter().any(|p| p.id == id),
                _ => false,
            })
        })
    }

    /// A colleague more in the team of the account where the cursor stands; who only owns something there to begin with.
    fn new_assignment(&self) -> Vec<Effect> {
        let here = self.under_cursor();
        let account = here.map(|(team, _)| team.account).or(self.scope);
        let outside = here.filter(|(_, mate)| !mate.is_in_team()).and_then(|(_, mate)| mate.colleague);
        let preset = outside.map(|id| ("colleague", Value::Link(id))).into_iter().collect();
        vec![Effect::OpenForm(FormOf { preset, ..FormOf::new(Kind::Assignment, account) })]
    }

    /// What is sent to the one under the cursor, as text or as a mail that is opened.
    fn copy(&self, mail: bool, cx: &Cx<'_>) -> Vec<Effect> {
        let Some((_, mate)) = self.under_cursor() else { return Vec::new() };
        let mail = mail.then(|| report::mail(&self.teams, mate, &cx.values()));
        let copied = || Effect::Copy(report::text(&self.teams, mate, &cx.values()));
        vec![mail.map_or_else(copied, |mail| Effect::write(mail, cx.words))]
    }
}

impl TeamView {
    /// The decision under the cursor of which the colleague has not been told, and who they are.
    fn untold(&self) -> Option<(Id, Id)> {
        let colleague = self.under_cursor()?.1.colleague?;
        match self.tasks.get(self.at.at).filter(|_| self.reading)?.source {
            Source::Record(Kind::Decision, decision) => Some((decision, colleague)),
            _ => None,
        }
    }
}

impl Lens for TeamView {
    fn queries(&self, cx: &Cx<'_>) -> Vec<Query> {
        vec![Query::Team(cx.scope)]
    }

    fn loaded(&mut self, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
        let Answer::Team(teams) = answer else { return Vec::new() };
        if self.scope != cx.scope {
            (self.mates, self.at, self.reading) = (Cursor::default(), Cursor::default(), false);
            self.scope = cx.scope;
        }
        (self.teams, self.loaded) = (teams, true);
        self.arrange(cx);
        if let Some((kind, id)) = self.wanted.take() {
            return self.stand_on(kind, id, cx);
        }
        self.show_tasks(cx);
        Vec::new()
    }

    fn under(&self) -> Option<Under> {
        let (team, mate) = self.under_cursor()?;
        let account = Some(team.account);
        if self.reading {
            let row = self.tasks.get(self.at.at)?;
            let Source::Record(kind, id) = row.source else { return None };
            let planned = kind == Kind::Interaction;
            return Some(Under { account, planned, ..Under::new(kind, id, row.text.clone()) });
        }
        let record = mate.assignment.map(|id| (Kind::Assignment, id));
        let (kind, id) = record.or_else(|| mate.colleague.map(|id| (Kind::Colleague, id)))?;
        Some(Under { account, ..Under::new(kind, id, mate.name.clone()) })
    }

    fn can(&self, command: Command, _cx: &Cx<'_>) -> bool {
        match command {
            Command::New => true,
            Command::Done if self.reading => self.untold().is_some(),
            Command::Copy => self.under_cursor().is_some_and(|(_, m)| m.colleague.is_some()) && !self.reading,
            Command::MailLink => self.under_cursor().is_some_and(|(_, m)| m.colleague.is_some()),
            // Only who is in the team can be taken out of it; a colleague is not deleted from here.
            Command::Delete => false,
            Command::PanelRight => !self.reading && !self.tasks.is_empty(),
            Command::PanelLeft | Command::Back => self.reading,
            // Of the KAM there is no record to be opened.
            Command::Open => !self.reading && self.under().is_none() && !self.tasks.is_empty(),
            _ => {
                command.walks() && if self.reading { !self.tasks.is_empty() } else { !self.lines.is_empty() }
            }
        }
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        (command == Command::Done && self.untold().is_some()).then_some("decisions-tell")
    }

    fn update(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        match command {
            Command::New => return self.new_assignment(),
            Command::Done => {
                let told = |(decision, who)| Act::Told(vec![(decision, (Kind::Colleague, who))], cx.today);
                return self.untold().map(|of| Effect::Act(told(of))).into_iter().collect();
            }
            Command::Copy => return self.copy(false, cx),
            Command::MailLink => return self.copy(true, cx),
            Command::PanelRight | Command::Open => self.reading = true,
            Command::PanelLeft | Command::Back => self.reading = false,
            _ => self.step(command, cx),
        }
        Vec::new()
    }

    fn narrow(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        text.clone_into(&mut self.narrowed);
        self.arrange(cx);
        self.show_tasks(cx);
        Vec::new()
    }

    fn narrowed(&self) -> &str {
        &self.narrowed
    }

    fn stand_on(&mut self, kind: Kind, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
        if !self.loaded {
            self.wanted = Some((kind, id));
            return Vec::new();
        }
        match self.row_of(kind, id) {
            Some(row) => self.mates.stand(row),
            None if kind == Kind::Assignment => self.wanted = Some((kind, id)),
            None => {}
        }
        self.show_tasks(cx);
        let task = |row: &Row| matches!(row.source, Source::Record(k, i) if (k, i) == (kind, id));
        if let Some(at) = self.tasks.iter().position(task) {
            self.at.stand(at);
        }
        Vec::new()
    }

    fn click(&mut self, panel: u8, row: usize, cx: &Cx<'_>) -> Vec<Effect> {
        if panel == TASKS {
            self.reading = true;
            self.at.stand(row);
        } else if self.stands(row) {
            (self.reading, self.at) = (false, Cursor::default());
            self.mates.stand(row);
            self.show_tasks(cx);
        }
        Vec::new()
    }

    fn scroll(&mut self, panel: u8, by: isize, cx: &Cx<'_>) -> Vec<Effect> {
        if panel == TASKS {
            self.at.scroll(by, self.tasks.len());
        } else {
            self.mates.scroll(by, self.lines.len());
            self.settle();
            self.show_tasks(cx);
        }
        Vec::new()
    }

    fn saw(&mut self, page: &Page) {
        match page.panel {
            MATES => self.mates.saw(page),
            _ => self.at.saw(page),
        }
    }

    fn why(&self, _cx: &Cx<'_>) -> Option<Why> {
        None
    }

    fn remark(&self, cx: &Cx<'_>) -> Vec<Span> {
        match self.teams.as_slice() {
            [team] => vec![Span::muted(report::count(team, &cx.values()))],
            _ => Vec::new(),
        }
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        self.draw_all(pen, area, cx)
    }
}
