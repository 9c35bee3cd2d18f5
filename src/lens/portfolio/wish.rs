//! Which clients are shown by a view, and in which order.
use crate::command::Command;
use crate::domain::choice::Tier;
use crate::domain::portfolio::Class;
use crate::domain::portfolio::effort::Effort;
use crate::domain::portfolio::valuation::MIDDLE;
use crate::domain::text::fold;
use crate::store::query::portfolio::{Client, Portfolio};

/// A view of the clients.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum View {
    /// By revenue, with the curve.
    #[default]
    Pareto,
    /// Valuation against relationship.
    Matrix,
    /// Time against worth.
    Effort,
}

impl View {
    /// In the order in which they follow each other.
    pub(super) const ALL: [Self; 3] = [Self::Pareto, Self::Matrix, Self::Effort];

    /// The command that shows it.
    pub(super) const fn command(self) -> Command {
        match self {
            Self::Pareto => Command::PortfolioPareto,
            Self::Matrix => Command::PortfolioMatrix,
            Self::Effort => Command::PortfolioEffort,
        }
    }

    /// The view that a command leads to.
    pub(super) fn led(self, command: Command) -> Option<Self> {
        let at = Self::ALL.iter().position(|v| *v == self).unwrap_or(0);
        let by = |steps: usize| Self::ALL.get((at + steps) % Self::ALL.len()).copied();
        match command {
            Command::View => by(1),
            Command::ViewBack => by(Self::ALL.len() - 1),
            _ => Self::ALL.into_iter().find(|v| v.command() == command),
        }
    }
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// The highest revenue first.
    Revenue,
    /// By name.
    Name,
    /// The highest valuation first.
    Valuation,
    /// Most time for what they are worth first.
    Effort,
}

impl Sort {
    /// The order that comes after this one.
    pub(super) const fn next(self) -> Self {
        match self {
            Self::Revenue => Self::Name,
            Self::Name => Self::Valuation,
            Self::Valuation => Self::Effort,
            Self::Effort => Self::Revenue,
        }
    }

    /// The end of the key of its word.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Revenue => "revenue",
            Self::Name => "name",
            Self::Valuation => "valuation",
            Self::Effort => "effort",
        }
    }
}

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Only {
    #[default]
    All,
    Keys,
    Of(Class),
    /// No key account, but of the first class or worth much: who may deserve one.
    Candidates,
    /// A key account of the second or third class.
    Doubtful,
    NotJudged,
    NoRevenue,
}

impl Only {
    pub(super) const ALL: [Self; 9] = [
        Self::All,
        Self::Keys,
        Self::Candidates,
        Self::Doubtful,
        Self::Of(Class::A),
        Self::Of(Class::B),
        Self::Of(Class::C),
        Self::NotJudged,
        Self::NoRevenue,
    ];

    /// The end of the key of its words.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Keys => "keys",
            Self::Of(Class::A) => "a",
            Self::Of(Class::B) => "b",
            Self::Of(Class::C) => "c",
            Self::Candidates => "candidates",
            Self::Doubtful => "doubtful",
            Self::NotJudged => "not-judged",
            Self::NoRevenue => "no-revenue",
        }
    }

    /// Whether it lets a client through.
    pub(super) fn takes(self, all: &Portfolio, at: usize, client: &Client) -> bool {
        let class = || all.place(at).map(|p| p.class);
        let key = client.tier == Tier::Key;
        match self {
            Self::All => true,
            Self::Keys => key,
            Self::Of(of) => class() == Some(of),
            Self::Candidates => {
                !key && (class() == Some(Class::A) || client.valuation.is_some_and(|v| v >= MIDDLE.0))
            }
            Self::Doubtful => key && matches!(class(), Some(Class::B | Class::C)),
            Self::NotJudged => client.valuation.is_none(),
            Self::NoRevenue => client.revenue.amount.is_err(),
        }
    }
}

/// What the user wants to see.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    sorts: [Sort; 3],
    pub(super) reversed: bool,
    pub(super) only: Only,
    pub(super) narrowed: String,
}

impl Default for Wish {
    fn default() -> Self {
        let sorts = [Sort::Revenue, Sort::Revenue, Sort::Effort];
        Self { sorts, reversed: false, only: Only::All, narrowed: String::new() }
    }
}

impl Wish {
    /// The order in a view.
    pub(super) const fn sort(&self, view: View) -> Sort {
        self.sorts[view as usize]
    }

    /// The next order in a view.
    pub(super) const fn sort_on(&mut self, view: View) {
        self.sorts[view as usize] = self.sort(view).next();
        self.reversed = false;
    }

    /// The clients as wished, by their places. `names` are their folded names.
    pub(super) fn rows(&self, all: &Portfolio, view: View, names: &dyn Fn() -> Vec<String>) -> Vec<usize> {
        let wanted = fold(&self.narrowed);
        let folded = if wanted.is_empty() && self.sort(view) != Sort::Name { Vec::new() } else { names() };
        let has = |at: usize| folded.get(at).is_none_or(|n| wanted.split_whitespace().all(|w| n.contains(w)));
        let shown = |at: &usize| {
            let Some(client) = all.clients.get(*at) else { return false };
            let drawn = match view {
                View::Pareto => true,
                View::Matrix => client.quadrant().is_some(),
                View::Effort => client.time.talks > 0 || all.effort(client).is_some(),
            };
            drawn && self.only.takes(all, *at, client) && (wanted.is_empty() || has(*at))
        };
        // By revenue, those of whom it is not known behind.
        let unknown = (0..all.clients.len()).filter(|at| all.clients[*at].revenue.amount.is_err());
        let mut unknown: Vec<usize> = unknown.filter(shown).collect();
        unknown.sort_by(|a, b| all.clients[*a].name.cmp(&all.clients[*b].name));
        let mut rows: Vec<usize> = all.pareto.order.iter().copied().filter(shown).chain(unknown).collect();
        // Orders keep the revenue among equals; what is not known comes last.
        let highest = |value: Option<f64>| std::cmp::Reverse(value.map(ordered));
        match self.sort(view) {
            Sort::Revenue => {}
            Sort::Name => rows.sort_by(|a, b| folded.get(*a).cmp(&folded.get(*b))),
            Sort::Valuation => rows.sort_by_key(|at| highest(all.clients[*at].valuation)),
            Sort::Effort => {
                rows.sort_by_key(|at| highest(all.effort(&all.clients[*at]).and_then(Effort::index)));
            }
        }
        if self.reversed {
            rows.reverse();
        }
        rows
    }
}

/// A figure that is never below nothing, as a number that can be compared.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "beyond its range it saturates")]
fn ordered(value: f64) -> u64 {
    (value * 1e6) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn views_come_round_in_both_directions() {
        for view in View::ALL {
            let next = view.led(Command::View).unwrap();
            assert_eq!(next.led(Command::ViewBack), Some(view));
            assert_eq!(View::Pareto.led(view.command()), Some(view));
        }
        assert_eq!(View::Pareto.led(Command::Open), None);
    }

    #[test]
    fn each_view_has_an_order_of_its_own() {
        let mut wish = Wish::default();
        wish.sort_on(View::Pareto);
        assert_eq!((wish.sort(View::Pareto), wish.sort(View::Effort)), (Sort::Name, Sort::Effort));
        let mut sort = Sort::Revenue;
        for _ in 0..4 {
            sort = sort.next();
        }
        assert_eq!(sort, Sort::Revenue);
    }
}
