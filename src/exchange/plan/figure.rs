//! A figure of a file and what becomes of it.
use std::sync::Arc;

use crate::domain::choice::Unit;
use crate::domain::explain::Explain;
use crate::domain::money::{Currency, Money};
use crate::domain::period::{CompanyYear, Period};
use crate::exchange::figures::{Role, State};
use crate::lang::{Words, money, number, period};

/// A figure that would be entered, or is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureRow {
    /// The file, as it was named.
    pub file: Arc<str>,
    /// Where in it: a line, or sheet and cell.
    pub place: String,
    /// Name of the account; empty is the portfolio, or nothing said it.
    pub account: String,
    /// Name of the indicator.
    pub kpi: String,
    /// In which period, if that was understood.
    pub period: Option<Period>,
    /// Actual or target.
    pub role: Role,
    /// What the cell shows.
    pub text: String,
    /// What is there, in scale 4.
    pub old: Option<i64>,
    /// What was read, in scale 4.
    pub new: Option<i64>,
    /// What both are measured in.
    pub unit: Unit,
    /// The currency of money.
    pub currency: Currency,
    /// What becomes of it.
    pub state: State,
    /// What is odd about it.
    pub doubts: Vec<Explain>,
}

impl FigureRow {
    /// The figure in words: `actuals.xlsx:Datos!C5 · changed · Arce · Revenue · Nov 26 · €1,000 → €1,234.50`.
    pub fn say(&self, year: CompanyYear, words: &Words) -> String {
        let mut parts = vec![
            format!("{}:{}", self.file, self.place),
            words.get(&format!("figures-state-{}", self.state.name())),
        ];
        parts.extend([&self.account, &self.kpi].into_iter().filter(|t| !t.is_empty()).cloned());
        parts.extend(self.period.map(|p| period::show(p, year, words)));
        if self.role == Role::Target {
            parts.push(words.get("figures-role-target"));
        }
        match (self.old, self.new) {
            (Some(old), Some(new)) => {
                parts.push(format!("{} → {}", self.shown(old, words), self.shown(new, words)));
            }
            (None, Some(new)) => parts.push(self.shown(new, words)),
            (_, None) => {}
        }
        if let State::Refused(why) = &self.state {
            parts.push(words.say(why));
        }
        parts.extend(self.doubts.iter().map(|d| words.say(d)));
        parts.join(" · ")
    }

    /// Whether it is left out because the book lacks a name: that is told once for all its figures.
    pub fn lacks_name(&self) -> bool {
        match &self.state {
            State::Refused(why) => {
                matches!(why.key.as_str(), "figures-account-unknown" | "figures-kpi-unknown")
            }
            State::New | State::Changed | State::Same | State::Blank | State::Ambiguous => false,
        }
    }

    fn shown(&self, units: i64, words: &Words) -> String {
        let lang = words.lang();
        match self.unit {
            Unit::Money => money::show(lang, Money::of_scaled(units, self.currency)),
            Unit::Percent => number::show_percent(lang, units),
            Unit::Number | Unit::Days | Unit::Score => number::show_scaled(lang, units),
        }
    }

    /// The figure as one JSON object; old and new as decimal texts, why in words.
    pub fn to_json(&self, words: &Words) -> serde_json::Value {
        let why = match &self.state {
            State::Refused(why) => Some(why),
            State::New | State::Changed | State::Same | State::Blank | State::Ambiguous => None,
        };
        serde_json::json!({
            "file": &*self.file,
            "place": self.place,
            "account": (!self.account.is_empty()).then_some(&self.account),
            "kpi": (!self.kpi.is_empty()).then_some(&self.kpi),
            "period": self.period.map(|p| p.to_string()),
            "role": self.role.name(),
            "text": self.text,
            "old": self.old.map(decimal),
            "new": self.new.map(decimal),
            "state": self.state.name(),
            "why": why.into_iter().chain(&self.doubts).map(|e| words.say(e)).collect::<Vec<_>>(),
        })
    }
}

/// A number of scale 4 as a decimal text without needless zeros: `1234.5`.
fn decimal(units: i64) -> String {
    let sign = if units < 0 { "-" } else { "" };
    let (whole, part) = (units.unsigned_abs() / 10_000, units.unsigned_abs() % 10_000);
    let text = format!("{sign}{whole}.{part:04}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
