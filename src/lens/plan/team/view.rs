//! The team, drawn: the people on the left or above, what the one under the cursor has to do beside or below them.
use ratatui::layout::Rect;

use super::{Line, MATES, TASKS, TeamView};
use crate::command::Command;
use crate::lens::Cx;
use crate::report::team::{self as report, Matter};
use crate::store::query::team::Mate;
use crate::ui::blocks::role;
use crate::ui::panel::{below, empty, split, title, top};
use crate::ui::table::{List, TableRow, draw_row, lay_out};
use crate::ui::{Column, Pen, Role, Seen, Span};

/// From how many columns on both stand side by side.
const WIDE: u16 = 110;
/// Columns of a hundred that the people have there.
const SHARE: u16 = 52;

/// The sign, who, what they do, how much is theirs in the plan, promised, late, untold.
const COLUMNS: [Column; 7] = [
    Column::fixed(1),
    Column::growing(16),
    Column::growing(12).leaves(2),
    Column::fixed(4).right(),
    Column::fixed(8).right(),
    Column::fixed(5).right(),
    Column::fixed(9).right().leaves(1),
];

/// What it is, what it says, when.
const TASK: [Column; 3] = [Column::fixed(9).leaves(1), Column::growing(20), Column::fixed(18).right()];

impl TeamView {
    pub(super) fn draw_all(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        if self.lines.is_empty() {
            let key = match (self.loaded, self.narrowed.is_empty()) {
                (false, _) => return Seen::default(),
                (true, false) => cx.words.with("today-needs-narrowed", &[("back", &cx.key(Command::Back))]),
                (true, true) => cx.words.get("team-no-accounts"),
            };
            empty(pen, area, &key);
            return Seen::default();
        }
        let (mates, tasks) = if area.width >= WIDE {
            split(pen, area, SHARE)
        } else {
            // What one has to do is the point: the people leave it at least half of the lines.
            let said = if self.is_alone() { 3 } else { 1 };
            let lines = u16::try_from(self.lines.len() + 1 + said).unwrap_or(u16::MAX).min(area.height / 2);
            (top(area, lines), below(area, lines))
        };
        let mut seen = self.draw_mates(pen, mates, cx);
        seen.add(self.draw_tasks(pen, tasks, cx));
        seen
    }

    /// Whether nobody but the KAM works anywhere here.
    fn is_alone(&self) -> bool {
        self.teams.iter().all(|t| t.mates.iter().all(|m| m.colleague.is_none()))
    }

    fn draw_mates(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        let head = |key: &str| vec![Span::muted(cx.words.get(key))];
        let heads = TableRow::cells([
            Vec::new(),
            head("team-head-name"),
            head("team-head-function"),
            head("team-head-plan"),
            head("team-head-promises"),
            head("team-head-late"),
            head("team-head-untold"),
        ]);
        let places = lay_out(&COLUMNS, area.width.saturating_sub(1));
        draw_row(pen, top(area, 1), &COLUMNS, &places, &heads);
        let list = List {
            columns: &COLUMNS,
            cursor: &self.mates,
            len: self.lines.len(),
            panel: MATES,
            focused: !self.reading,
        };
        let mut rows = below(area, 1);
        if self.is_alone() {
            // Nobody but the KAM anywhere: what would stand here is said below.
            let key = cx.key(Command::New);
            let said = cx.words.with("team-none", &[("key", &key)]);
            let lines = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
            empty(pen, below(rows, lines + 1), &said);
            rows = top(rows, lines);
        }
        list.draw(pen, rows, |row| self.row(row, cx))
    }

    fn row(&self, row: usize, cx: &Cx<'_>) -> TableRow {
        match self.lines.get(row) {
            Some(Line::Account(at)) => self.teams.get(*at).map_or_else(nothing, |team| {
                let count = Span::muted(format!("  {}", report::count(team, &cx.values())));
                TableRow::Group(vec![Span::new(team.name.clone(), Role::Heading), count])
            }),
            Some(Line::Mate(..)) => self.mate(row).map_or_else(nothing, |(_, mate)| cells(mate, cx)),
            None => nothing(),
        }
    }

    fn draw_tasks(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        let Some((team, mate)) = self.under_cursor() else { return Seen::default() };
        let values = cx.values();
        let name = report::name(mate, &values);
        let inside = title(pen, area, &name, &self.aside(team, mate, cx));
        if self.tasks.is_empty() {
            empty(pen, inside, &cx.words.with("team-nothing-here", &[("name", &name)]));
            return Seen::default();
        }
        let list = List {
            columns: &TASK,
            cursor: &self.at,
            len: self.tasks.len(),
            panel: TASKS,
            focused: self.reading,
        };
        list.draw(pen, inside, |row| self.task(row, cx))
    }

    /// What stands beside the name: the account where several are shown, the function, the address.
    fn aside(&self, team: &crate::store::query::team::Team, mate: &Mate, cx: &Cx<'_>) -> String {
        let account = (self.teams.len() > 1).then(|| team.name.clone());
        let function = Some(report::function(mate, &cx.values()));
        let parts = [account, function, mate.email.clone()];
        parts.into_iter().flatten().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn task(&self, row: usize, cx: &Cx<'_>) -> TableRow {
        let Some(task) = self.tasks.get(row) else { return nothing() };
        let first = row == 0 || self.tasks.get(row - 1).is_none_or(|before| before.matter != task.matter);
        let label = if first { cx.words.get(heading(task.matter)) } else { String::new() };
        TableRow::cells([
            Span::muted(label).into(),
            Span::text(task.text.clone()).into(),
            Span::new(task.when.clone(), role(task.tone)).into(),
        ])
    }
}

/// What a group of rows is called here; as those of the list.
const fn heading(matter: Matter) -> &'static str {
    match matter {
        Matter::Plan => "team-head-plan",
        Matter::Promise => "team-head-promises",
        Matter::Decision => "team-head-untold",
        Matter::Meeting => "team-head-meetings",
    }
}

fn cells(mate: &Mate, cx: &Cx<'_>) -> TableRow {
    let values = cx.values();
    let late = mate.late(cx.today);
    let number = |count: usize, pressing: Role| {
        let role = if count == 0 { Role::Muted } else { pressing };
        vec![Span::new(report::number(count).text, role)]
    };
    let name = if mate.is_in_team() { Role::Text } else { Role::Muted };
    TableRow::cells([
        Span::new(if late > 0 { "!" } else { "" }, Role::Bad).into(),
        Span::new(report::name(mate, &values), name).into(),
        Span::muted(report::function(mate, &values)).into(),
        number(mate.owns.len(), Role::Text),
        number(mate.promises.len(), Role::Text),
        number(late, Role::Bad),
        number(mate.untold.len(), Role::Warn),
    ])
}

const fn nothing() -> TableRow {
    TableRow::Group(Vec::new())
}
