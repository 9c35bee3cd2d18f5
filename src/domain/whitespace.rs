//! White space (`formulas.md` §9): what could still be sold, offering by offering and part by part of an account. Amounts are in
//! the currency of sums, a year each.
mod figures;

use chrono::NaiveDate;

use super::Id;
use super::choice::CellState;
use super::day::days_between;
use super::explain::Explain;
use super::kind::Kind;
use super::market::WhiteSpace;
use super::score::{Figure, Input, Known};
use super::settings::Settings;
use super::value::SCALE;
pub use figures::{expected, gap, knowledge, penetration, wallet};

/// Where a cell stands: an offering at a part of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// What could be sold.
    pub offering: Id,
    /// To whom.
    pub account: Id,
    /// To which part; none is the account as a whole.
    pub unit: Option<Id>,
}

/// A cell as these formulas see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Where it stands.
    pub place: Place,
    /// The record in which it is kept; none where nobody has filled it in.
    pub id: Option<Id>,
    /// What could be sold, for the words.
    pub offering: String,
    /// To which part of whom, for the words.
    pub unit: String,
    /// Who serves it now.
    pub state: CellState,
    /// What they spend with us; `None` is not entered.
    pub ours: Option<Known>,
    /// What they spend in all; `None` is not entered.
    pub total: Option<Known>,
    /// Who serves it, if a competitor does and it is known which.
    pub competitor: Option<Id>,
    /// When the contract with that competitor ends.
    pub ends_on: Option<NaiveDate>,
    /// Chance of winning what is not ours, 0 … 1, if not that of its state.
    pub probability: Option<f64>,
}

/// Chances of winning what is not ours, 0 … 1, where a cell has none of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chances {
    /// From a competitor.
    pub competitor: f64,
    /// What they do themselves.
    pub in_house: f64,
    /// The rest of what we serve already.
    pub ours: f64,
}

impl Chances {
    /// Those of the book; of an empty setting the default.
    pub fn of(settings: &Settings) -> Self {
        let standard = Settings::standard();
        let share = |own: Option<i64>, usual: Option<i64>| {
            super::kpi::Amount::Plain(own.or(usual).unwrap_or(0)).units() / 100.0
        };
        Self {
            competitor: share(settings.chance_competitor, standard.chance_competitor),
            in_house: share(settings.chance_in_house, standard.chance_in_house),
            ours: share(settings.chance_ours, standard.chance_ours),
        }
    }
}

/// Whether the offering could be of use there: it counts for penetration and knowledge.
pub const fn is_applicable(state: CellState) -> bool {
    match state {
        CellState::Unknown
        | CellState::InHouse
        | CellState::Competitor
        | CellState::Ours
        | CellState::NotWanted => true,
        CellState::NotApplicable => false,
    }
}

/// Whether somebody serves it, so that there is something to be won.
pub const fn is_served(state: CellState) -> bool {
    match state {
        CellState::InHouse | CellState::Competitor | CellState::Ours => true,
        CellState::Unknown | CellState::NotWanted | CellState::NotApplicable => false,
    }
}

/// What could still be won in several cells: of those whose amounts are known their sum, of the others how many they are. One that
/// is not known adds nothing and takes nothing from the rest; it only makes it less certain.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Gaps {
    /// In the currency of sums, a year.
    pub sum: f64,
    /// Cells whose gap is known.
    pub known: usize,
    /// Cells that somebody serves and whose gap is not known.
    pub unknown: usize,
}

impl Gaps {
    /// One cell more.
    pub fn add(&mut self, gap: &Known) {
        match gap {
            Ok(gap) => (self.sum, self.known) = (self.sum + gap, self.known + 1),
            Err(_) => self.unknown += 1,
        }
    }
}

impl Cell {
    /// One that nobody has filled in.
    pub const fn empty(place: Place) -> Self {
        Self {
            place,
            id: None,
            offering: String::new(),
            unit: String::new(),
            state: CellState::Unknown,
            ours: None,
            total: None,
            competitor: None,
            ends_on: None,
            probability: None,
        }
    }

    /// What they spend with us: nothing where somebody else serves it and nothing is entered.
    ///
    /// # Errors
    /// `whitespace-no-ours` where we serve it and nothing is entered; or why it cannot be brought into the currency of sums.
    pub fn spent_with_us(&self) -> Known {
        match (&self.ours, self.state) {
            (Some(ours), _) => ours.clone(),
            (None, CellState::Ours) => Err(Explain::new("whitespace-no-ours")),
            (None, _) => Ok(0.0),
        }
    }

    /// What they spend in all.
    ///
    /// # Errors
    /// `whitespace-no-total` where nothing is entered; or why it cannot be brought into the currency of sums.
    pub fn spent(&self) -> Known {
        self.total.clone().unwrap_or_else(|| Err(Explain::new("whitespace-no-total")))
    }

    /// What could still be won a year: `max(0, total − ours)` where somebody serves it; elsewhere there is no gap. An unknown
    /// cell is counted, not valued.
    pub fn gap(&self) -> Option<Known> {
        let gap = || Ok((self.spent()? - self.spent_with_us()?).max(0.0));
        is_served(self.state).then(gap)
    }

    /// Our share of what they spend, 0 … 1, as far as it is known.
    pub fn wallet(&self) -> Option<f64> {
        let (ours, total) = (self.spent_with_us().ok()?, self.spent().ok()?);
        (is_served(self.state) && total > 0.0).then(|| ours / total)
    }

    /// Chance of winning the gap, 0 … 1: its own, else that of its state; none where there is no gap.
    pub fn chance(&self, chances: Chances) -> Option<f64> {
        let usual = match self.state {
            CellState::Competitor => chances.competitor,
            CellState::InHouse => chances.in_house,
            CellState::Ours => chances.ours,
            CellState::Unknown | CellState::NotWanted | CellState::NotApplicable => return None,
        };
        Some(self.probability.unwrap_or(usual).clamp(0.0, 1.0))
    }

    fn label(&self) -> Explain {
        Explain::new("whitespace-input-cell").with("offering", &self.offering).with("unit", &self.unit)
    }

    fn input(&self, label: Explain, figure: Figure) -> Input {
        let input = Input::new(label, figure);
        match self.id {
            Some(id) => input.of(Kind::WhiteSpace, id),
            None => input.of(Kind::Offering, self.place.offering),
        }
    }

    fn named(&self, figure: Figure) -> Input {
        self.input(self.label(), figure)
    }

    /// Whether all that its gap is made of is known; where there is no gap nothing is missing, but who serves it must be known.
    fn is_known(&self) -> bool {
        match self.gap() {
            Some(gap) => gap.is_ok(),
            None => self.state != CellState::Unknown,
        }
    }
}

/// Which cells an account has: each offering that is sold at each of its parts, and at the account as a whole where it has no
/// parts. An offering that is kept for the account as a whole has no empty cells at its parts: the whole answers for them. What
/// nobody filled in is unknown. An offering that is no longer sold has only the cells that somebody filled in.
///
/// `offerings`: number and whether it is still sold; `filled`: the cells there are. In the order of offerings, then of parts,
/// the whole first.
pub fn places(
    account: Id,
    offerings: &[(Id, bool)],
    units: &[Id],
    filled: &[Place],
) -> Vec<(Place, Option<usize>)> {
    let mut found = Vec::new();
    for (offering, sold) in offerings {
        let at = |unit: Option<Id>| Place { offering: *offering, account, unit };
        let kept = |place: Place| filled.iter().position(|p| *p == place);
        let whole = kept(at(None));
        let empty = *sold && whole.is_none();
        if whole.is_some() || (empty && units.is_empty()) {
            found.push((at(None), whole));
        }
        for unit in units {
            let there = kept(at(Some(*unit)));
            if there.is_some() || empty {
                found.push((at(Some(*unit)), there));
            }
        }
    }
    found
}

/// Days ahead in which the end of a competitor's contract is on the radar: eighteen months.
pub const RADAR: i64 = 548;

/// Cells of competitors whose contract ends between today and so many days from now, the nearest first.
pub fn radar(cells: &[Cell], today: NaiveDate, days: i64) -> Vec<&Cell> {
    let ahead = |cell: &Cell| cell.ends_on.map(|end| days_between(today, end));
    let mut found: Vec<&Cell> = cells
        .iter()
        .filter(|c| c.state == CellState::Competitor)
        .filter(|c| ahead(c).is_some_and(|left| (0..=days).contains(&left)))
        .collect();
    found.sort_by_key(|c| (c.ends_on, c.place));
    found
}

impl WhiteSpace {
    /// Where it stands; `None` before its offering and its account are set.
    pub fn place(&self) -> Option<Place> {
        let (offering, account) = self.offering.zip(self.account)?;
        Some(Place { offering: offering.0, account: account.0, unit: self.unit.map(|unit| unit.0) })
    }

    /// Whether its amounts and its chance are such.
    ///
    /// # Errors
    /// `whitespace-negative` for an amount below 0, `whitespace-probability` for a chance below 0 % or above 100 %.
    pub fn check(&self) -> Result<(), Explain> {
        if [self.ours, self.total].into_iter().flatten().any(|money| money.minor < 0) {
            return Err(Explain::new("whitespace-negative"));
        }
        let fits = self.probability.is_none_or(|p| (0..=100 * SCALE).contains(&p));
        if fits { Ok(()) } else { Err(Explain::new("whitespace-probability")) }
    }
}

#[cfg(test)]
mod tests;
