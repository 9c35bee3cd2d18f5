//! Which decisions are shown, and in which order.
use std::cmp::Reverse;

use crate::command::Command;
use crate::domain::choice::Turn;
use crate::domain::kind::Kind;
use crate::domain::text::fold;
use crate::lens::Cx;
use crate::store::query::decisions::DecisionRow;

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// A decision, by its place in the answer.
    Decision(usize),
    /// The head of those of which somebody has not been told, or of the rest, with their count.
    Head(bool, usize),
    /// Between the groups.
    Gap,
}

/// Which are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Show {
    #[default]
    All,
    Untold,
    Decisions,
    Changes,
}

impl Show {
    const fn next(self) -> Self {
        match self {
            Self::All => Self::Untold,
            Self::Untold => Self::Decisions,
            Self::Decisions => Self::Changes,
            Self::Changes => Self::All,
        }
    }

    /// Key of its words.
    const fn key(self) -> &'static str {
        match self {
            Self::All => "decisions-show-all",
            Self::Untold => "decisions-show-untold",
            Self::Decisions => "decisions-show-decisions",
            Self::Changes => "decisions-show-changes",
        }
    }

    fn has(self, row: &DecisionRow, cx: &Cx<'_>) -> bool {
        match self {
            Self::All => true,
            Self::Untold => row.waiting(cx.today).is_some(),
            Self::Decisions => row.decision.turn == Some(Turn::Decision),
            Self::Changes => row.decision.turn == Some(Turn::Change),
        }
    }
}

/// How the user wants to see them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Wish {
    pub show: Show,
    /// Newest first, whoever knows; else those who wait come first.
    pub by_day: bool,
    pub reversed: bool,
    pub narrowed: String,
}

impl Wish {
    pub fn change(&mut self, command: Command) {
        match command {
            Command::Sort => (self.by_day, self.reversed) = (!self.by_day, false),
            Command::SortReverse => self.reversed = !self.reversed,
            _ => self.show = self.show.next(),
        }
    }

    /// Hides nothing.
    pub fn show_all(&mut self) {
        self.show = Show::All;
        self.narrowed.clear();
    }

    /// What is said of the list beside its title.
    pub fn remark(&self, cx: &Cx<'_>) -> String {
        let words = |key: &str| cx.words.get(key);
        let order = words(if self.by_day { "decisions-by-day" } else { "decisions-by-wait" });
        format!("{} · {order}", words(self.show.key()))
    }

    /// The lines of the list; the rows come with those who wait first.
    pub fn items(&self, rows: &[DecisionRow], cx: &Cx<'_>) -> Vec<Item> {
        let wanted = fold(&self.narrowed);
        let words: Vec<&str> = wanted.split_whitespace().collect();
        let shown = |row: &DecisionRow| self.show.has(row, cx) && is_found(row, &words, cx);
        let mut found: Vec<usize> =
            rows.iter().enumerate().filter(|(_, row)| shown(row)).map(|(at, _)| at).collect();
        if self.by_day {
            let on = |at: &usize| rows.get(*at).map(|row| (row.decision.decided_on, row.decision.head.id));
            found.sort_by_key(|at| Reverse(on(at)));
        }
        let open = |at: &usize| rows.get(*at).is_some_and(|row| row.waiting(cx.today).is_some());
        let (mut waiting, mut known): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|at| self.by_day || open(at));
        if self.reversed {
            waiting.reverse();
            known.reverse();
        }
        let decisions = |rows: Vec<usize>| rows.into_iter().map(Item::Decision);
        if self.by_day {
            return decisions(waiting).collect();
        }
        let mut items = Vec::new();
        for (open, group) in [(true, waiting), (false, known)] {
            if group.is_empty() {
                continue;
            }
            items.extend((!items.is_empty()).then_some(Item::Gap));
            items.push(Item::Head(open, group.len()));
            items.extend(decisions(group));
        }
        items
    }
}

/// Whether every word stands in its name, in that of its client or in one of those whom it concerns.
fn is_found(row: &DecisionRow, words: &[&str], cx: &Cx<'_>) -> bool {
    if words.is_empty() {
        return true;
    }
    let account = row.account().map(|id| cx.directory.name(Kind::Account, id)).unwrap_or_default();
    let names = row.hearers.iter().map(|h| cx.directory.name(h.who.0, h.who.1));
    let all: Vec<String> = [row.decision.name.clone(), account].into_iter().chain(names).collect();
    let all = fold(&all.join("\n"));
    words.iter().all(|word| all.contains(word))
}
