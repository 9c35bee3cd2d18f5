//! The state of the view: which clients it shows in which order, and what is tried out with one of them.
use crate::command::{Command, Effect};
use crate::domain::Id;
use crate::domain::cltv::{Assumptions, Lever};
use crate::domain::kind::Kind;
use crate::domain::text::{fold, name_tokens};
use crate::store::act::Act;
use crate::store::query::lifetime::Lifetime;
use crate::ui::Cursor;

/// The chance that they stay with which somebody begins of whom nothing is said.
const BEGIN: f64 = 0.8;

/// How far a key with Shift moves: five points or years.
const FAR: i32 = 5;

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sort {
    /// As the tabs stand.
    #[default]
    Own,
    /// The most valuable first.
    Value,
    /// Those first from whom most could come.
    Potential,
}

impl Sort {
    pub(super) const fn next(self) -> Self {
        match self {
            Self::Own => Self::Value,
            Self::Value => Self::Potential,
            Self::Potential => Self::Own,
        }
    }

    /// Key of what is said of it; the own order needs no words.
    pub(super) const fn words(self) -> Option<&'static str> {
        match self {
            Self::Own => None,
            Self::Value => Some("growth-value-by-value"),
            Self::Potential => Some("growth-value-by-potential"),
        }
    }
}

/// The view.
#[derive(Debug, Default)]
pub struct Value {
    /// All of the scope, in the order of the tabs.
    pub(super) all: Vec<Lifetime>,
    /// Places in `all` of those that are shown, in their order.
    pub(super) shown: Vec<usize>,
    pub(super) known: bool,
    pub(super) cursor: Cursor,
    pub(super) sort: Sort,
    pub(super) reversed: bool,
    pub(super) text: String,
    /// To stand on once it is there.
    pub(super) wanted: Option<(Kind, Id)>,
    /// What is tried out, and with whom.
    pub(super) trial: Option<(Id, Assumptions)>,
    /// The lines have the keys.
    pub(super) trying: bool,
    /// Which assumption is under the cursor.
    pub(super) line: usize,
}

impl Value {
    /// The client under the cursor.
    pub(super) fn current(&self) -> Option<&Lifetime> {
        self.shown.get(self.cursor.at).and_then(|at| self.all.get(*at))
    }

    /// What is tried out with the client under the cursor.
    pub(super) fn tried(&self) -> Option<Assumptions> {
        let account = self.current()?.client.account;
        self.trial.filter(|(of, _)| *of == account).map(|(_, tried)| tried)
    }

    pub(super) fn lever(&self) -> Lever {
        Lever::ALL.get(self.line).copied().unwrap_or(Lever::Retention)
    }

    /// Chooses and orders the rows anew; the cursor stays on its client.
    pub(super) fn arrange(&mut self) {
        let before = self.current().map(|one| (Kind::Account, one.client.account));
        let words = name_tokens(&self.text);
        let named = |one: &Lifetime| {
            let name = fold(&one.name);
            words.iter().all(|word| name.split_whitespace().any(|part| part.starts_with(word.as_str())))
        };
        let mut shown: Vec<usize> =
            self.all.iter().enumerate().filter(|(_, one)| named(one)).map(|(at, _)| at).collect();
        let worth = |at: &usize| self.all.get(*at).and_then(|one| one.client.stands().ok());
        match self.sort {
            Sort::Own => {}
            Sort::Value => {
                shown.sort_by_cached_key(|at| std::cmp::Reverse(worth(at).map(|w| whole(w.value))));
            }
            Sort::Potential => {
                shown.sort_by_cached_key(|at| std::cmp::Reverse(worth(at).map(|w| whole(w.potential()))));
            }
        }
        if self.reversed {
            shown.reverse();
        }
        self.shown = shown;
        let wanted = self.wanted.take().filter(|_| self.known).or(before);
        if let Some(row) = wanted.and_then(|one| self.row_of(one)) {
            self.cursor.stand(row);
        }
        self.cursor.clamp(self.shown.len());
    }

    /// The row of a client, or of the client to which this care or this cell of the white space belongs.
    pub(super) fn row_of(&self, (kind, id): (Kind, Id)) -> Option<usize> {
        let is = |one: &Lifetime| match kind {
            Kind::Account => one.client.account == id,
            Kind::Perk => one.client.perks.iter().any(|perk| perk.perk == id),
            Kind::WhiteSpace => one.client.gaps.iter().any(|gap| gap.cell == id),
            _ => false,
        };
        self.shown.iter().position(|at| self.all.get(*at).is_some_and(is))
    }

    /// Moves the assumption under the cursor.
    pub(super) fn turn(&mut self, steps: i32) {
        let Some(one) = self.current() else { return };
        let account = one.client.account;
        let from = self.tried().unwrap_or_else(|| one.client.to_try(BEGIN));
        let to = from.moved(self.lever(), steps);
        let said = one.client.assumptions().ok();
        self.trial = Some((account, to)).filter(|_| said != Some(to));
    }

    pub(super) fn leave(&mut self) {
        (self.trying, self.line) = (false, 0);
    }

    pub(super) fn walk(&mut self, command: Command) {
        let before = self.cursor.at;
        self.cursor.step(command, self.shown.len());
        if self.cursor.at != before {
            self.trial = None;
        }
    }

    /// Whether the margin of the client is known: without it there is nothing to try.
    pub(super) fn can_try(&self) -> bool {
        self.current().is_some_and(|one| one.client.contribution().is_ok())
    }

    pub(super) fn can_line(&self, command: Command) -> bool {
        match command {
            Command::StanceUp
            | Command::StanceDown
            | Command::MoveLeft
            | Command::MoveRight
            | Command::Up
            | Command::Down
            | Command::First
            | Command::Last => self.can_try(),
            Command::Done => self.tried().is_some(),
            Command::Back | Command::PanelLeft => true,
            _ => false,
        }
    }

    pub(super) fn update_line(&mut self, command: Command) -> Vec<Effect> {
        let last = Lever::ALL.len() - 1;
        match command {
            Command::StanceUp => self.turn(1),
            Command::StanceDown => self.turn(-1),
            Command::MoveRight => self.turn(FAR),
            Command::MoveLeft => self.turn(-FAR),
            Command::Up => self.line = self.line.saturating_sub(1),
            Command::Down => self.line = (self.line + 1).min(last),
            Command::First => self.line = 0,
            Command::Last => self.line = last,
            Command::Back if self.tried().is_some() => self.trial = None,
            Command::Back | Command::PanelLeft => self.leave(),
            Command::Done => {
                let kept = self.current().map(|one| one.client.account).zip(self.tried());
                return kept.map(|(id, tried)| Effect::Act(Act::Assume(id, tried))).into_iter().collect();
            }
            _ => {}
        }
        Vec::new()
    }
}

/// An amount in whole units, to be ordered by.
#[expect(
    clippy::cast_possible_truncation,
    reason = "figures of a company fit; what does not stops at the end"
)]
fn whole(amount: f64) -> i64 {
    amount.round() as i64
}
