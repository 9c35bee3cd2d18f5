//! Figures as text: short and of one length in the cells of a row, in full where one stands alone.
use super::indicator::Indicator;
use crate::domain::choice::Unit;
use crate::domain::kpi::Amount;
use crate::domain::money::Money;
use crate::domain::period::Period;
use crate::domain::value::SCALE;
use crate::lang::figure::plain as shown;
use crate::lang::{Lang, Words, money, number};
use crate::ui::text::width;

/// Columns that a figure of a cell has.
pub(super) const ROOM: usize = 8;

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
            let parts = if one.is_flow() { series.year.parts(period, series.frequency).len() } else { 1 };
            crate::domain::score::count(parts.max(1))
        };
        let targets = series.targets.iter().flat_map(|(p, g)| [g.low / part(*p), g.high / part(*p)]);
        let actuals = || series.actuals.values().copied();
        let most = actuals().chain(targets.clone()).fold(0.0_f64, |most, v| most.max(v.abs())) * times;
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
        let fits = |row: &Self| width(&row.show(-most)) <= ROOM;
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

    /// A figure in a cell.
    pub(super) fn show(self, value: f64) -> String {
        let scaled = value / 1000_f64.powi(self.thousands);
        number::show_decimals(self.lang, rounded(scaled, self.decimals), self.decimals, self.decimals)
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
    pub(super) fn unit(self, one: &Indicator, words: &Words) -> String {
        let many = match self.thousands {
            0 => "",
            1 => "k",
            2 => "M",
            _ => "G",
        };
        let unit = match one.unit() {
            Unit::Money => money::sign(&one.currency()).to_owned(),
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
    let text = full(one, value, words);
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
