//! The org chart: who reports to whom, folded where there are many, changed by moving a person under another one.
mod chart;
mod row;

use std::collections::HashMap;

use ratatui::layout::Rect;

use super::act::moves;
use super::column::Shows;
use super::list::draw_heads;
use super::selection::{Selection, Who, who};
use super::state::{PICTURE, People};
use super::views::Picture;
use crate::command::{Ask, Command, Effect, FormOf, Pace, Reader};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lens::Cx;
use crate::store::act::Act;
use crate::store::query::Query;
use crate::ui::table::{List, TableRow, lay_out};
use crate::ui::{Column, Cursor, Page, Pen, Seen, panel};
use chart::{Chart, Line, Node};

/// The picture: what is folded, and which rows are in sight. Who is under the cursor, the selection knows.
#[derive(Debug, Default)]
pub(super) struct Org {
    /// Who was folded or unfolded by hand; everybody else as depth and room say.
    folds: HashMap<Who, bool>,
    cursor: Cursor,
    /// Lines that the last drawing had room for.
    height: usize,
}

/// The columns: the tree, the title (it leaves first), roles, stance, last contact.
const COLUMNS: [(Shows, Column); 5] = [
    (Shows::Name, Column::growing(26)),
    (Shows::Card, Column::growing(14).leaves(1)),
    (Shows::Roles, Column::fixed(4)),
    (Shows::Stance, Column::fixed(8)),
    (Shows::Last, Column::fixed(12)),
];

/// The columns that have room in so many, each as wide as it may be.
fn columns(wide: u16) -> Vec<(Shows, Column)> {
    let places = lay_out(&COLUMNS.map(|c| c.1), wide);
    let kept = COLUMNS.iter().zip(places).filter_map(|((shows, _), place)| Some((*shows, place?.1)));
    kept.map(|(shows, wide)| (shows, Column::fixed(wide))).collect()
}

impl Org {
    fn chart<'a>(&self, people: &'a Selection, height: usize) -> Chart<'a> {
        Chart::of(people, &self.folds, height)
    }

    /// The cursor on the line of the person under it.
    fn cursor(&self, chart: &Chart<'_>, people: &Selection) -> Cursor {
        let mut cursor = self.cursor;
        cursor.stand(chart.line_of(people).unwrap_or(0));
        cursor
    }

    /// Goes to the next person, over heads and over who stands there only for others.
    fn step(&self, command: Command, chart: &Chart<'_>, people: &Selection) -> Option<usize> {
        let mut cursor = self.cursor(chart, people);
        cursor.step_over(command, chart.lines.len(), |line| chart.stands(line));
        chart.node(cursor.at)?.at
    }

    /// What is unfolded only because the cursor stands below it stays so once the cursor goes on.
    fn keep_open(&mut self, chart: &Chart<'_>, people: &Selection) {
        if !people.is_narrowed() {
            for above in chart.above(people) {
                self.folds.insert(above, false);
            }
        }
    }
}

/// What a move changes: which membership, and whom it reports to from now on.
type Move = (Id, Option<Id>);

/// The person under the cursor one step up: beside their boss.
fn promoted(chart: &Chart<'_>, people: &Selection) -> Option<Move> {
    let (node, row) = chart.current(people)?;
    row.reports_to?;
    let boss = node.branch.boss.and_then(|boss| chart.branch(node, boss));
    let above = boss.and_then(|boss| boss.boss).and_then(|above| chart.branch(node, above));
    Some((row.membership?, above.map(|a| a.person)))
}

/// The person under the cursor one step down: led by who stands above them at the same height and is still there.
fn demoted(chart: &Chart<'_>, people: &Selection) -> Option<Move> {
    let (node, row) = chart.current(people)?;
    let line = chart.line_of(people)?;
    let before = chart.lines.get(..line)?.iter().rev().filter_map(|line| match line {
        Line::Person(node) => Some(node),
        Line::Blank | Line::Account(_) | Line::Alone(_) | Line::NotDrawn(..) | Line::Gap(_) => None,
    });
    let there = |n: &Node| chart.row(n).is_some_and(|row| row.left_on.is_none());
    let beside = |n: &&Node| n.branch.boss == node.branch.boss && there(n);
    let above = before.take_while(|n| n.section == node.section).find(beside)?;
    Some((row.membership?, Some(above.branch.person)))
}

/// A form for somebody who reports to the person under the cursor.
fn newcomer(people: &Selection) -> Option<FormOf> {
    let row = people.current()?;
    let account = row.account?;
    let boss = row.left_on.is_none().then_some(("reports_to", Value::Link(row.person)));
    let preset = boss.into_iter().collect();
    Some(FormOf { preset, ..FormOf::new(Kind::Person, Some(account)) })
}

impl People {
    /// Asks for the people among whom the boss of everybody marked is picked.
    pub(super) fn ask_whom(&self) -> Vec<Effect> {
        let Some((account, places)) = self.chosen.places_to_lead() else { return Vec::new() };
        let (reader, query) = (Reader::Boss(places), Query::People(Some(account)));
        vec![Effect::Load(Ask { reader, query, pace: Pace::Now })]
    }
}

/// Makes the move, or says why there is none.
fn moved(change: Option<Move>, why: &'static str, people: &Selection) -> Vec<Effect> {
    let Some(row) = people.current() else { return Vec::new() };
    let why = if row.membership.is_none() { "org-move-no-account" } else { why };
    let refused = || Effect::Notify(Explain::new(why).with("name", &row.name));
    vec![change.map_or_else(refused, |(who, boss)| Effect::Act(Act::Boss(vec![who], boss)))]
}

impl Picture for Org {
    fn can(&self, command: Command, people: &Selection, _cx: &Cx<'_>) -> bool {
        match command {
            Command::Mark | Command::MoveLeft | Command::MoveRight => !people.rows.is_empty(),
            command if moves(command) => !people.rows.is_empty(),
            Command::PanelLeft => {
                let chart = self.chart(people, self.height);
                chart
                    .current(people)
                    .is_some_and(|(node, _)| chart.can_fold(node) || chart.boss_line(node).is_some())
            }
            Command::PanelRight => {
                let chart = self.chart(people, self.height);
                chart.current(people).is_some_and(|(node, _)| node.shown.folded > 0)
            }
            Command::New => newcomer(people).is_some(),
            _ => false,
        }
    }

    fn update(&mut self, command: Command, people: &mut Selection, _cx: &Cx<'_>) -> Vec<Effect> {
        let chart = self.chart(people, self.height);
        self.keep_open(&chart, people);
        let current = chart.current(people);
        let go = match command {
            Command::MoveLeft => return moved(promoted(&chart, people), "org-move-top", people),
            Command::MoveRight => return moved(demoted(&chart, people), "org-move-first", people),
            Command::New => return newcomer(people).map(Effect::OpenForm).into_iter().collect(),
            Command::PanelLeft => match current {
                Some((node, row)) if chart.can_fold(node) => {
                    self.folds.insert(who(row), true);
                    None
                }
                Some((node, _)) => chart.boss_line(node).and_then(|line| chart.node(line)?.at),
                None => None,
            },
            Command::PanelRight => {
                self.folds.extend(current.map(|(_, row)| (who(row), false)));
                None
            }
            Command::Mark => self.step(Command::Down, &chart, people),
            command => self.step(command, &chart, people),
        };
        if command == Command::Mark {
            people.mark();
        }
        if let Some(at) = go {
            people.stand(at);
        }
        Vec::new()
    }

    fn click(&mut self, row: usize, people: &mut Selection, _cx: &Cx<'_>) {
        let at = self.chart(people, self.height).node(row).and_then(|node| node.at);
        if let Some(at) = at {
            people.stand(at);
        }
    }

    fn scroll(&mut self, by: isize, people: &mut Selection, _cx: &Cx<'_>) {
        let chart = self.chart(people, self.height);
        let mut cursor = self.cursor(&chart, people);
        cursor.scroll(by, chart.lines.len());
        cursor.settle(by >= 0, chart.lines.len(), |line| chart.stands(line));
        if let Some(at) = chart.node(cursor.at).and_then(|node| node.at) {
            people.stand(at);
        }
    }

    fn saw(&mut self, page: &Page) {
        self.cursor.saw(page);
        self.height = page.height;
    }

    fn draw(&self, people: &Selection, focused: bool, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        let shown = columns(area.width.saturating_sub(1));
        let mut seen = draw_heads(people, pen, panel::top(area, 1), &shown, cx);
        let body = panel::below(area, 1);
        let chart = self.chart(people, usize::from(body.height));
        let layout: Vec<Column> = shown.iter().map(|c| c.1).collect();
        let list = List {
            columns: &layout,
            cursor: &self.cursor(&chart, people),
            len: chart.lines.len(),
            panel: PICTURE,
            focused,
        };
        let glyphs = pen.glyphs;
        seen.add(list.draw(pen, body, |index| {
            let line = chart.lines.get(index);
            line.map_or_else(
                || TableRow::Group(Vec::new()),
                |line| row::draw(line, &chart, people, &shown, glyphs, cx),
            )
        }));
        seen
    }
}
