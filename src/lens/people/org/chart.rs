//! The lines of the org chart, of all people or of those the selection leaves with their bosses.
use std::collections::{HashMap, HashSet};

use crate::domain::coverage::Seat;
use crate::domain::org::{Branch, Cut, Shown};
use crate::lens::people::selection::{Selection, Who, who};
use crate::report::people::org::{Section, sections};
use crate::store::query::people::PersonRow;

/// Steps from the top of the last people shown where there is no room for everybody.
const DEPTH: usize = 2;

/// A line of the chart.
#[derive(Debug, Clone)]
pub(super) enum Line {
    /// Between two accounts.
    Blank,
    /// The head of an account.
    Account(usize),
    /// The head of so many people of an account whose line is not known.
    Alone(usize),
    /// Somebody.
    Person(Node),
    /// A line of an account that is not drawn.
    NotDrawn(usize, usize),
    /// Places of an account that nobody holds.
    Gap(Vec<Seat>),
}

/// Somebody in the chart.
#[derive(Debug, Clone)]
pub(super) struct Node {
    /// At which account.
    pub(super) section: usize,
    /// Where in its trees.
    pub(super) branch: Branch,
    /// How they are shown.
    pub(super) shown: Shown,
    /// Their row in the selection; `None` for who stands here only for others.
    pub(super) at: Option<usize>,
}

/// The chart as it is drawn.
#[derive(Debug)]
pub(super) struct Chart<'a> {
    pub(super) sections: Vec<Section<'a>>,
    pub(super) lines: Vec<Line>,
    /// Some are left out: nobody is folded away.
    narrowed: bool,
}

impl<'a> Chart<'a> {
    /// The chart of the selection. Without room for everybody in `height` lines who stands deeper is folded away, unless it was
    /// unfolded by hand or the cursor stands there; what is narrowed is never folded.
    pub(super) fn of(people: &'a Selection, folds: &HashMap<Who, bool>, height: usize) -> Self {
        let rows: HashMap<Who, usize> =
            people.rows.iter().enumerate().map(|(at, row)| (who(row), at)).collect();
        let others = people.all.iter().filter(|row| !rows.contains_key(&who(row)));
        let sections = sections(people.rows.iter().chain(others), &people.centre);
        let all: usize = sections.iter().map(|s| s.forest.branches.len() + s.gaps.len() + 2).sum();
        let narrowed = people.is_narrowed();
        let mut chart = Self { sections, lines: Vec::new(), narrowed };
        let open: HashSet<Who> = chart.above(people).collect();
        let folded = |section: &Section<'_>, branch: &Branch| {
            let Some(one) = section.row(branch).map(who).filter(|_| !narrowed) else { return false };
            let by_room = branch.depth >= DEPTH && all > height;
            !open.contains(&one) && folds.get(&one).copied().unwrap_or(by_room)
        };
        let headed = chart.sections.len() > 1;
        for (at, section) in chart.sections.iter().enumerate() {
            let row = |branch: &Branch| section.row(branch).and_then(|row| rows.get(&who(row)).copied());
            let shown = section.forest.shown(|b| folded(section, b), |b| row(b).is_some());
            if shown.is_empty() {
                continue;
            }
            if headed {
                if !chart.lines.is_empty() {
                    chart.lines.push(Line::Blank);
                }
                chart.lines.push(Line::Account(at));
            }
            let alone = if narrowed { 0 } else { section.alone() };
            let first_alone = section.forest.branches.len() - alone;
            let said = alone > 0 && (first_alone > 0 || alone > 1);
            for shown in shown {
                let Some(branch) = section.forest.branches.get(shown.branch).copied() else { continue };
                if said && shown.branch == first_alone {
                    chart.lines.push(Line::Alone(alone));
                }
                let row = row(&branch).filter(|_| !shown.aside);
                chart.lines.push(Line::Person(Node { section: at, branch, shown, at: row }));
            }
            if !narrowed {
                let outside = |b: &&Branch| matches!(b.cut, Some(Cut::Outside(_)));
                let cut =
                    section.forest.branches.iter().filter(outside).count() + section.forest.circles.len();
                chart.lines.extend((0..cut).map(|n| Line::NotDrawn(at, n)));
                chart.lines.extend(section.told_gaps(!headed).map(|seats| Line::Gap(seats.to_vec())));
            }
        }
        chart
    }

    /// Who stands on a line.
    pub(super) fn node(&self, line: usize) -> Option<&Node> {
        match self.lines.get(line)? {
            Line::Person(node) => Some(node),
            Line::Blank | Line::Account(_) | Line::Alone(_) | Line::NotDrawn(..) | Line::Gap(_) => None,
        }
    }

    /// Whether one can stand on a line.
    pub(super) fn stands(&self, line: usize) -> bool {
        self.node(line).is_some_and(|node| node.at.is_some())
    }

    /// The person of a node.
    pub(super) fn row(&self, node: &Node) -> Option<&'a PersonRow> {
        self.sections.get(node.section)?.row(&node.branch)
    }

    /// A branch of the same account.
    pub(super) fn branch(&self, node: &Node, branch: usize) -> Option<&Branch> {
        self.sections.get(node.section)?.forest.branches.get(branch)
    }

    /// The line of the person under the cursor; somebody with two places at an account stands there once.
    pub(super) fn line_of(&self, people: &Selection) -> Option<usize> {
        let current = people.current()?;
        let is = |node: &Node| {
            self.row(node).is_some_and(|r| r.person == current.person && r.account == current.account)
        };
        self.lines.iter().position(|line| matches!(line, Line::Person(node) if is(node)))
    }

    /// The person under the cursor.
    pub(super) fn current(&self, people: &Selection) -> Option<(&Node, &'a PersonRow)> {
        let node = self.node(self.line_of(people)?)?;
        Some((node, self.row(node)?))
    }

    /// Everybody above the person under the cursor, whether they are shown or not.
    pub(super) fn above(&self, people: &Selection) -> impl Iterator<Item = Who> + use<'a> {
        let mut above = Vec::new();
        if let Some(current) = people.current()
            && let Some(section) = self.sections.iter().find(|s| s.account == current.account)
        {
            let branches = &section.forest.branches;
            let mut at = section.forest.find(current.person).and_then(|at| branches.get(at)?.boss);
            while let Some(branch) = at.and_then(|at| branches.get(at)) {
                above.extend(section.row(branch).map(who));
                at = branch.boss;
            }
        }
        above.into_iter()
    }

    /// Whether those below are shown and can be folded away.
    pub(super) fn can_fold(&self, node: &Node) -> bool {
        node.branch.below > 0 && node.shown.folded == 0 && !self.narrowed
    }

    /// The line of the nearest person above a node on whom one can stand.
    pub(super) fn boss_line(&self, node: &Node) -> Option<usize> {
        let mut boss = node.branch.boss;
        while let Some(at) = boss {
            let is = |n: &Node| n.section == node.section && n.shown.branch == at && n.at.is_some();
            let line = self.lines.iter().position(|line| matches!(line, Line::Person(n) if is(n)));
            if line.is_some() {
                return line;
            }
            boss = self.branch(node, at)?.boss;
        }
        None
    }
}
