//! Figures as text: short and of one length in the cells of a row, in full where one stands alone.
use super::indicator::{Axis, Indicator};
use crate::domain::choice::Unit;
use crate::domain::kpi::Amount;
use crate::domain::money::Money;
use crate::domain::period::Period;
use crate::domain::value::SCALE;
use crate::lang::figure::plain as shown;
use crate::lang::{Lang, Words, money, number};
use crate::ui::text::width;

/// Columns that a figure of a cell has.
pub(super) const ROOM: usize = 7;

/// A thousand, a million, a thousand millions.
const PREFIXES: [&str; 3] = ["k", "M", "G"];

/// How many times the one in the middle a figure may be and still say in how many thousands the row is written.
const FAR: f64 = 10.0;

/// How the figures of one row are written: in thousands where they would be too long, each with the same decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Row {
    lang: Lang,
    /// 0 is one, 1 a thousand, 2 a million, 3 a thousand millions.
    thousands: i32,
    decimals: u32,
    /// Of targets: a part of a year's may need more than what is measured.
    wanted: u32,
}

impl Row {
    /// For an indicator whose cells hold up to so many of its periods.
    pub(super) fn of(one: &Indicator, periods: usize, lang: Lang) -> Self {
        let times = if one.is_flow() { crate::domain::score::count(periods.max(1)) } else { 1.0 };
        let series = &one.series;
        // What is said of a whole year stands in its periods as a part of it.
        let part = |period: Period| {
            let whole = one.is_flow() && period.frequency() > series.frequency;
            if whole {
                crate::domain::score::count(series.year.parts(period, series.frequency).len())
            } else {
                1.0
            }
        };
        let targets = series.targets.iter().flat_map(|(p, g)| [g.low / part(*p), g.high / part(*p)]);
        let actuals = || series.actuals.values().copied();
        let most = believable(actuals().chain(targets.clone())) * times;
        let finest = if most < 100.0 { 2 } else { 1 };
        let wanted = match one.unit() {
            Unit::Money => u32::from(most < 100.0) * one.currency().decimals(),
            Unit::Number | Unit::Percent | Unit::Days | Unit::Score => {
                actuals().map(|v| decimals(v, finest)).max().unwrap_or(0)
            }
        };
        let aimed = targets.clone().map(|v| decimals(v, finest)).max().unwrap_or(0);
        let aimed = if one.unit() == Unit::Money { wanted } else { aimed.max(wanted) };
        let plain = Self { lang, thousands: 0, decimals: wanted, wanted: aimed };
        let fits = |row: &Self| width(&row.in_thousands(-most, row.thousands, row.decimals)) <= ROOM;
        let scaled = (1..=3).flat_map(|thousands| {
            [1, 0].map(|decimals| Self { lang, thousands, decimals, wanted: decimals })
        });
        let candidates = [plain, Self { decimals: 0, wanted: 0, ..plain }].into_iter().chain(scaled);
        candidates.clone().find(fits).unwrap_or(Self { lang, thousands: 3, decimals: 0, wanted: 0 })
    }

    /// A target in a cell.
    pub(super) fn show_target(self, value: f64) -> String {
        Self { decimals: self.wanted, ..self }.show(value)
    }

    /// A figure in a cell; one that is far too long for the row says its own thousands.
    pub(super) fn show(self, value: f64) -> String {
        let text = self.in_thousands(value, self.thousands, self.decimals);
        if width(&text) <= ROOM {
            return text;
        }
        let longer = (1..).zip(PREFIXES).filter(|(thousands, _)| *thousands > self.thousands);
        let mut longer = longer.flat_map(|(thousands, prefix)| {
            [1, 0].map(|d| format!("{}{prefix}", self.in_thousands(value, thousands, d)))
        });
        longer.find(|t| width(t) <= ROOM).unwrap_or(text)
    }

    fn in_thousands(self, value: f64, thousands: i32, decimals: u32) -> String {
        let scaled = value / 1000_f64.powi(thousands);
        number::show_decimals(self.lang, rounded(scaled, decimals), decimals, decimals)
    }

    /// Both ends of a band, with no more decimals than they need.
    pub(super) fn show_band(self, low: f64, high: f64) -> String {
        let power = 1000_f64.powi(self.thousands);
        let needed = decimals(low / power, self.wanted).max(decimals(high / power, self.wanted));
        let row = Self { decimals: needed, ..self };
        format!("{}–{}", row.show(low), row.show(high))
    }

    /// A difference in a cell, with its sign.
    pub(super) fn show_signed(self, value: f64) -> String {
        let row = Self { decimals: self.decimals.max(self.wanted), ..self };
        let text = row.show(value);
        if value > 0.0 && text.chars().any(|c| ('1'..='9').contains(&c)) { format!("+{text}") } else { text }
    }

    /// The unit of the row's figures.
    pub(super) fn unit(self, one: &Indicator, axis: Axis, words: &Words) -> String {
        let prefix = usize::try_from(self.thousands - 1).ok().and_then(|at| PREFIXES.get(at));
        let many = prefix.copied().unwrap_or_default();
        let unit = match one.unit() {
            Unit::Money => money::sign(&one.currency()).to_owned(),
            Unit::Percent if axis == Axis::Deviation => words.get("kpis-unit-points"),
            Unit::Percent => "%".to_owned(),
            Unit::Days => words.get("kpis-unit-days"),
            Unit::Score => words.get("kpis-unit-score"),
            Unit::Number => String::new(),
        };
        format!("{many}{unit}")
    }
}

/// A figure in full, with its unit.
pub(super) fn full(one: &Indicator, value: f64, words: &Words) -> String {
    let lang = words.lang();
    match one.unit() {
        Unit::Money => {
            let minor = rounded(value, one.currency().decimals());
            money::show(lang, Money { minor, currency: one.currency() })
        }
        Unit::Percent => number::show_percent(lang, rounded(value, 2) * 100),
        Unit::Days => {
            words.with("kpis-days", &[("days", &number::show_scaled(lang, rounded(value, 2) * 100))])
        }
        Unit::Number | Unit::Score => number::show_scaled(lang, rounded(value, 2) * 100),
    }
}

/// A difference in full, with its sign.
pub(super) fn full_signed(one: &Indicator, value: f64, words: &Words) -> String {
    let text = match one.unit() {
        // Between two percentages lie points; a share of one of them would be another figure.
        Unit::Percent => {
            let points = number::show_scaled(words.lang(), rounded(value, 2) * 100);
            words.with("kpis-points", &[("points", &points)])
        }
        Unit::Money | Unit::Number | Unit::Days | Unit::Score => full(one, value, words),
    };
    if value > 0.0 { format!("+{text}") } else { text }
}

/// A figure for a narrow place.
pub(super) fn short(one: &Indicator, value: f64, words: &Words) -> String {
    match one.unit() {
        Unit::Money => money::short(words.lang(), value, one.currency()),
        Unit::Number | Unit::Percent | Unit::Days | Unit::Score => {
            full(one, round_to(value, u32::from(value.abs() < 1000.0)), words)
        }
    }
}

/// A share: 1 is 100 %.
pub(super) fn share(value: f64, words: &Words) -> String {
    number::show_percent(words.lang(), rounded(value * 100.0, 0) * SCALE)
}

/// What was entered, as it is edited: the language's decimal mark and no grouping.
pub(super) fn plain(amount: Amount, lang: Lang) -> String {
    let grouping = if lang.decimal_mark() == ',' { '.' } else { ',' };
    let text = match amount {
        Amount::Money(m) => {
            let decimals = m.currency.decimals();
            let whole = 10_i64.checked_pow(decimals).is_some_and(|one| m.minor % one == 0);
            number::show_decimals(lang, m.minor, decimals, if whole { 0 } else { decimals })
        }
        Amount::Plain(units) => number::show_scaled(lang, units),
    };
    text.replace(grouping, "")
}

/// A figure for other programs, such that it can be read only one way.
pub(super) fn copied(amount: Amount, lang: Lang) -> String {
    match amount {
        Amount::Money(money) => money.scaled().map_or_else(String::new, |units| shown(lang, units)),
        Amount::Plain(units) => shown(lang, units),
    }
}

/// A figure that was worked out, for other programs.
pub(super) fn copied_value(value: f64, lang: Lang) -> String {
    shown(lang, rounded(value, 4))
}

/// The largest of some figures, but not one that is out of all proportion to the others.
fn believable(figures: impl Iterator<Item = f64>) -> f64 {
    let mut sizes: Vec<f64> = figures.map(f64::abs).filter(|v| *v > 0.0).collect();
    sizes.sort_by(f64::total_cmp);
    let middle = sizes.get(sizes.len().saturating_sub(1) / 2).copied().unwrap_or(0.0);
    sizes.last().copied().unwrap_or(0.0).min(middle * FAR)
}

/// So many decimals a figure has, at the most.
fn decimals(value: f64, most: u32) -> u32 {
    (0..most).find(|d| (round_to(value, *d) - value).abs() < 1e-6).unwrap_or(most)
}

fn round_to(value: f64, decimals: u32) -> f64 {
    let power = 10_f64.powi(i32::try_from(decimals).unwrap_or(0));
    (value * power).round() / power
}

/// In units of the last of these decimals.
#[expect(clippy::cast_possible_truncation, reason = "a cast of a float stops at the ends of the range")]
fn rounded(value: f64, decimals: u32) -> i64 {
    (value * 10_f64.powi(i32::try_from(decimals).unwrap_or(0))).round() as i64
}
