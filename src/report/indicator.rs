//! Indicators as text: how they stand, where they will land, and one of them whole.
mod page;

use super::block::{Cell, Tone};
use super::need::decimal;
use super::score::{Measure, scaled};
use crate::domain::choice::{Nature, Unit};
use crate::domain::explain::Explain;
use crate::domain::score::Known;
use crate::domain::scorecard::{Goal, Rag};
use crate::lang::value::Context;
use crate::lang::{day, number, period};
use crate::store::query::scorecard::Indicator;
pub use page::{Cells, origins, page};

/// What stands for a figure that is not known.
const UNKNOWN: &str = "–";

/// The sign of a state.
pub const fn glyph(rag: &Rag) -> &'static str {
    match rag {
        Rag::OnTrack => "●",
        Rag::AtRisk => "◐",
        Rag::Off => "○",
        Rag::Stale => "?",
        Rag::Unknown(_) => UNKNOWN,
    }
}

/// The name of a state, as JSON has it; its words have hyphens.
pub const fn name(rag: &Rag) -> &'static str {
    match rag {
        Rag::OnTrack => "on_track",
        Rag::AtRisk => "at_risk",
        Rag::Off => "off_track",
        Rag::Stale => "stale",
        Rag::Unknown(_) => "unknown",
    }
}

/// The tone of a state.
pub(super) const fn tone(rag: &Rag) -> Tone {
    match rag {
        Rag::OnTrack => Tone::Good,
        Rag::AtRisk => Tone::Warn,
        Rag::Off => Tone::Bad,
        Rag::Stale | Rag::Unknown(_) => Tone::Muted,
    }
}

/// Sign and word of a state: `◐ at risk`.
pub fn state(rag: &Rag, cx: &Context<'_>) -> Cell {
    let word = cx.words.get(&format!("indicator-{}", name(rag).replace('_', "-")));
    Cell::toned(format!("{} {word}", glyph(rag)), tone(rag))
}

/// A share as people write it: `92%`.
pub fn share(share: f64, cx: &Context<'_>) -> String {
    number::show_percent(cx.words.lang(), scaled(share * 100.0, 0))
}

/// One indicator with what its figures are shown in.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The indicator.
    pub one: &'a Indicator,
    /// Language, today, names.
    pub cx: &'a Context<'a>,
}

impl Shown<'_> {
    fn unit(self) -> Unit {
        self.one.figures.kpi.measure.unwrap_or(Unit::Number)
    }

    fn measure(self) -> Measure {
        Measure { unit: self.unit(), currency: self.one.figures.currency }
    }

    /// A figure in full.
    pub fn full(self, units: f64) -> String {
        self.measure().show(units, self.cx)
    }

    /// A figure for a narrow place.
    pub fn short(self, units: f64) -> String {
        self.measure().short(units, self.cx)
    }

    fn known(known: &Known, show: impl Fn(f64) -> String) -> Cell {
        known.as_ref().map_or_else(|_| Cell::toned(UNKNOWN, Tone::Muted), |v| show(*v).into())
    }

    /// What it is called.
    pub fn title(self) -> String {
        self.one.figures.kpi.name.clone()
    }

    /// Up to when its figures are true: the newest period.
    pub fn newest(self) -> String {
        let year = self.one.series.year;
        self.one.standing.newest.map(|(p, _)| period::show(p, year, self.cx.words)).unwrap_or_default()
    }

    /// Of a flow the year to date, of a stock the newest figure.
    pub fn actual(self) -> Cell {
        Self::known(&self.one.standing.to_date, |v| self.short(v))
    }

    /// Target of the year, of a stock that of the newest period; of a band both ends.
    pub fn target(self) -> Cell {
        match &self.one.standing.plan {
            Err(_) => Cell::toned(UNKNOWN, Tone::Muted),
            Ok(goal) => self.goal(*goal, |units| self.short(units)).into(),
        }
    }

    /// A target; of a band both ends, the unit behind the second.
    fn goal(self, goal: Goal, show: impl Fn(f64) -> String) -> String {
        if goal.high <= goal.low {
            return show(goal.low);
        }
        let low = match self.unit() {
            Unit::Money => show(goal.low),
            Unit::Number | Unit::Percent | Unit::Days | Unit::Score => {
                number::show_scaled(self.cx.words.lang(), scaled(goal.low, 2))
            }
        };
        format!("{low}..{}", show(goal.high))
    }

    /// The pace of a flow, of a stock how much of its target it is; that of a stale indicator is not known.
    pub fn reached(self) -> Cell {
        Self::known(self.one.standing.printed(), |v| share(v, self.cx))
    }

    /// How it stands.
    pub fn state(self) -> Cell {
        state(&self.one.standing.rag, self.cx)
    }

    /// Where it will land by the default method, and that method's name. A stock has neither.
    pub fn landing(self) -> (Cell, String) {
        match &self.one.standing.landing {
            Ok(landing) => {
                (Self::known(landing.value(), |v| self.short(v)), self.cx.words.get(&landing.method.key()))
            }
            Err(_) if self.one.series.nature == Nature::Stock => (Cell::default(), String::new()),
            Err(_) => (Cell::toned(UNKNOWN, Tone::Muted), String::new()),
        }
    }

    /// What cannot be said, and why; what is odd.
    pub fn reasons(self) -> Vec<String> {
        let standing = &self.one.standing;
        let flow = self.one.series.nature == Nature::Flow;
        let landing = standing.landing.as_ref().err().filter(|_| flow);
        let unknown = [standing.judged().as_ref().err(), standing.plan.as_ref().err(), landing];
        let mut reasons: Vec<&Explain> = Vec::new();
        for reason in unknown.into_iter().flatten() {
            // The same said of another period adds nothing.
            if !reasons.iter().any(|r| r.key == reason.key) {
                reasons.push(reason);
            }
        }
        let mut why: Vec<String> = reasons.into_iter().map(|r| self.cx.words.say(r)).collect();
        if let Some(wrong) = &standing.mismatch {
            let (sum, whole) = (self.full(wrong.sum), self.full(wrong.whole));
            why.push(self.cx.words.with("indicator-mismatch", &[("sum", &sum), ("whole", &whole)]));
        }
        let told = |left: &&Explain| why.contains(&self.cx.words.say(left));
        if let Some(left) = self.one.left_out.as_ref().filter(|left| !told(left)) {
            why.push(self.cx.words.with("indicator-left-out", &[("why", &self.cx.words.say(left))]));
        }
        why
    }
}

/// How many times what is missing the open sales are: `0.69×, of the remaining gap` (§8).
pub fn times_the_gap(one: &Indicator, cx: &Context<'_>) -> Option<String> {
    let times = one.coverage.as_ref()?.as_ref().ok()?;
    Some(cx.words.with("report-coverage", &[("times", &decimal(*times, 2, cx))]))
}

/// How an indicator stands, in one line: `◐ at risk, pace 92%, up to 31 Oct 2026, landing €985,000 (as last year)`.
pub fn sentence(one: &Indicator, cx: &Context<'_>) -> String {
    said(one, |units| Shown { one, cx }.full(units), cx).join(", ")
}

/// The same in two parts, amounts short: how it stands, and what says so.
pub fn in_short(one: &Indicator, cx: &Context<'_>) -> (String, String) {
    let mut parts = said(one, |units| Shown { one, cx }.short(units), cx).into_iter();
    let stands = parts.next().unwrap_or_default();
    (stands, parts.collect::<Vec<_>>().join(", "))
}

/// The parts of the sentence: how it stands, then what says so.
fn said(one: &Indicator, amount: impl Fn(f64) -> String, cx: &Context<'_>) -> Vec<String> {
    let shown = Shown { one, cx };
    let standing = &one.standing;
    let mut said = match standing.printed() {
        Ok(reached) => {
            let args = [("what", nature(one)), ("share", &share(*reached, cx))];
            vec![shown.state().text, cx.words.with("indicator-at", &args)]
        }
        Err(why) => vec![format!("{} {}", glyph(&standing.rag), cx.words.say(why))],
    };
    if let (Ok(_), Ok(as_of)) = (standing.judged(), &standing.as_of) {
        said.push(cx.words.with("indicator-up-to", &[("day", &day::show(*as_of, cx.words))]));
    }
    if let Ok(landing) = &standing.landing
        && let Ok(value) = landing.value()
    {
        let method = cx.words.get(&landing.method.key());
        said.push(cx.words.with("indicator-lands", &[("value", &amount(*value)), ("method", &method)]));
    }
    said
}

const fn nature(one: &Indicator) -> &'static str {
    match one.series.nature {
        Nature::Flow => "pace",
        Nature::Stock => "attainment",
    }
}

const fn reach_key(one: &Indicator) -> &'static str {
    match one.series.nature {
        Nature::Flow => "indicator-pace",
        Nature::Stock => "indicator-attainment",
    }
}
