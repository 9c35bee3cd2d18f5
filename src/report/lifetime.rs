//! What clients are worth over the years: all of them in a table, one of them line by line with what is tried out beside it.
use super::block::{Block, Cell, Column, Table, Tone};
use super::need::decimal;
use super::plain::gauge;
use super::score::{self, Measure};
use crate::domain::cltv::{Assumptions, Lever, Worth};
use crate::domain::kind::Kind;
use crate::domain::score::{Figure, Known};
use crate::lang::money;
use crate::lang::value::Context;
use crate::store::query::lifetime::Lifetime;

/// A line of one client: a figure as it stands, and as it would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub label: String,
    /// As far as is known today.
    pub now: String,
    /// As it would be; empty without a trial, and where the trial changes nothing.
    pub tried: String,
    /// The difference; empty where there is none.
    pub change: String,
    /// What the line is tried out with, if it is an assumption.
    pub lever: Option<Lever>,
    /// One of the results.
    pub result: bool,
}

/// Stands for what is not known.
const UNKNOWN: &str = "–";

/// The lines of a client in groups: what is assumed, what it is worth, from what that is made. `tried` is what stands beside it.
pub fn lines(one: &Lifetime, tried: Option<Assumptions>, cx: &Context<'_>) -> [Vec<Line>; 3] {
    let drawing = Drawing { one, now: one.client.stands(), tried, cx };
    [
        Lever::ALL.into_iter().map(|lever| drawing.lever(lever)).chain([drawing.discount()]).collect(),
        drawing.results(),
        drawing.made_of(),
    ]
}

struct Drawing<'a> {
    one: &'a Lifetime,
    now: Known<Worth>,
    tried: Option<Assumptions>,
    cx: &'a Context<'a>,
}

/// A share with its percent sign, or years.
fn assumed(lever: Lever, of: Assumptions, cx: &Context<'_>) -> String {
    match lever {
        Lever::Retention => share(of.retention, cx),
        Lever::Growth => share(of.growth, cx),
        Lever::Years => of.years.to_string(),
    }
}

/// A share with at most one decimal.
pub fn share(share: f64, cx: &Context<'_>) -> String {
    score::figure(&Figure::Share(share), Measure::of_sums(cx), cx)
}

/// An amount in the currency of sums, with two to four figures.
pub fn short(amount: f64, cx: &Context<'_>) -> String {
    money::short(cx.words.lang(), amount, cx.directory.terms.currency)
}

fn signed(text: String, amount: f64) -> String {
    if amount > 0.0 { format!("+{text}") } else { text }
}

impl Drawing<'_> {
    fn label(&self, key: &str) -> String {
        self.cx.words.get(key)
    }

    fn lever(&self, lever: Lever) -> Line {
        let client = &self.one.client;
        let said = client.to_try(0.0);
        let known = match lever {
            Lever::Retention => client.retention.is_some(),
            Lever::Growth | Lever::Years => true,
        };
        let now = if known { assumed(lever, said, self.cx) } else { UNKNOWN.to_owned() };
        let tried = self.tried.map(|tried| assumed(lever, tried, self.cx)).filter(|tried| *tried != now);
        let by = |of: fn(Assumptions) -> f64| self.tried.map_or(0.0, |tried| of(tried) - of(said));
        let by = match lever {
            Lever::Retention if !known => 0.0,
            Lever::Retention => by(|a| a.retention) * 100.0,
            Lever::Growth => by(|a| a.growth) * 100.0,
            Lever::Years => by(|a| f64::from(a.years)),
        };
        let key = match lever {
            Lever::Retention => "cltv-part-retention",
            Lever::Growth => "cltv-part-growth",
            Lever::Years => "cltv-part-years",
        };
        Line {
            label: self.label(key),
            now,
            tried: tried.unwrap_or_default(),
            change: if by.abs() < 1e-6 { String::new() } else { signed(decimal(by, 1, self.cx), by) },
            lever: Some(lever),
            result: false,
        }
    }

    fn discount(&self) -> Line {
        self.plain("cltv-part-discount", share(self.one.client.discount, self.cx))
    }

    fn plain(&self, key: &str, now: String) -> Line {
        Line {
            label: self.label(key),
            now,
            tried: String::new(),
            change: String::new(),
            lever: None,
            result: false,
        }
    }

    fn results(&self) -> Vec<Line> {
        let tried = self.tried.and_then(|tried| self.one.client.worth(tried).ok());
        let line = |key: &str, of: &dyn Fn(&Worth) -> Option<f64>, result: bool| {
            let now = self.now.as_ref().ok().and_then(of);
            let then = tried.as_ref().and_then(of);
            let by = now.zip(then).map(|(now, then)| then - now).filter(|by| by.abs() >= 0.5);
            // What is only tried out is shown as such also where nothing is known yet.
            let then = then.filter(|_| by.is_some() || now.is_none());
            Line {
                now: now.map_or_else(|| UNKNOWN.to_owned(), |now| short(now, self.cx)),
                tried: then.map(|then| short(then, self.cx)).unwrap_or_default(),
                change: by.map(|by| signed(short(by, self.cx), by)).unwrap_or_default(),
                result,
                ..self.plain(key, String::new())
            }
        };
        vec![
            line("cltv-part-value", &|w| Some(w.value), true),
            line("cltv-part-low", &|w| Some(w.range.0), false),
            line("cltv-part-high", &|w| Some(w.range.1), false),
            line("cltv-part-gaps", &|w| Some(w.from_gaps), false),
            line("cltv-part-potential", &|w| Some(w.potential()), true),
            line("cltv-part-endless", &|w| w.endless.clone().ok(), false),
        ]
    }

    fn made_of(&self) -> Vec<Line> {
        let client = &self.one.client;
        let amount =
            |known: Known| known.map_or_else(|_| UNKNOWN.to_owned(), |amount| short(amount, self.cx));
        let margin = client.margin.map_or_else(|| UNKNOWN.to_owned(), |margin| share(margin, self.cx));
        vec![
            self.plain("cltv-part-revenue", amount(client.revenue.clone())),
            self.plain("cltv-part-margin", margin),
            self.plain("cltv-part-care", amount(Ok(-client.care()))),
            self.plain("cltv-part-contribution", amount(client.contribution())),
        ]
    }
}

/// What each year ahead is worth today: years from now and amount.
pub fn course(one: &Lifetime, tried: Option<Assumptions>) -> Vec<(u32, f64)> {
    let assumed = tried.map_or_else(|| one.client.assumptions().ok(), Some);
    let Some((assumed, margin)) = assumed.zip(one.client.contribution().ok()) else { return Vec::new() };
    (1..).zip(assumed.course(margin)).collect()
}

/// All clients in one table, and their sum.
pub fn table(rows: &[Lifetime], cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let mut table = Table::new(vec![
        Column::text(words.get("cltv-head-account")),
        Column::number(words.get("cltv-head-contribution")).leaving(4),
        Column::number(words.get("cltv-head-retention")).leaving(3),
        Column::number(words.get("cltv-head-value")),
        Column::number(words.get("cltv-head-range")).leaving(2),
        Column::number(words.get("cltv-head-potential")),
        Column::text("").leaving(1),
    ]);
    for one in rows {
        let worth = one.client.stands();
        let amount = |of: fn(&Worth) -> f64| worth.as_ref().map_or(UNKNOWN.to_owned(), |w| short(of(w), cx));
        let why = worth.as_ref().err().map(|why| words.say(why)).unwrap_or_default();
        let contribution = one.client.contribution().map_or(UNKNOWN.to_owned(), |m| short(m, cx));
        table.push(
            Some((Kind::Account, one.client.account)),
            vec![
                Cell::toned(one.name.clone(), Tone::Heading),
                contribution.into(),
                one.client.retention.map_or(UNKNOWN.to_owned(), |r| share(r, cx)).into(),
                amount(|w| w.value).into(),
                Cell::toned(worth.as_ref().map_or(String::new(), |w| range(w, cx)), Tone::Muted),
                amount(Worth::potential).into(),
                Cell::toned(why, Tone::Muted),
            ],
        );
    }
    let (value, potential) = sum(rows);
    let mut blocks = vec![Block::Table(table)];
    if rows.len() > 1 && value > 0.0 {
        let (value, potential) = (short(value, cx), short(potential, cx));
        let all = [("value", value.as_str()), ("potential", &potential)];
        blocks.push(Block::Paragraph(words.with("cltv-all", &all)));
    }
    blocks
}

/// `€560k – €660k`.
pub fn range(worth: &Worth, cx: &Context<'_>) -> String {
    format!("{} – {}", short(worth.range.0, cx), short(worth.range.1, cx))
}

/// Lifetime value and potential of all whose value is known.
pub fn sum(rows: &[Lifetime]) -> (f64, f64) {
    let known = rows.iter().filter_map(|one| one.client.stands().ok());
    known.fold((0.0, 0.0), |(value, potential), w| (value + w.value, potential + w.potential()))
}

/// One client: how its value is made, the years ahead, and what would be if.
pub fn page(one: &Lifetime, tried: Option<Assumptions>, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let mut blocks = score::blocks(&one.name, &one.client.why(), Measure::of_sums(cx), cx);
    let years = course(one, tried);
    let most = years.iter().map(|(_, amount)| amount.abs()).fold(0.0, f64::max);
    if !years.is_empty() {
        let mut table = Table::new(vec![Column::number(""), Column::number(""), Column::short("")]);
        for (year, amount) in years {
            let bar = if most > 0.0 { gauge(amount.max(0.0) / most, 20) } else { String::new() };
            table.push(
                None,
                vec![Cell::toned(year.to_string(), Tone::Muted), short(amount, cx).into(), bar.into()],
            );
        }
        blocks.extend([Block::heading(words.get("cltv-course")), Block::Table(table)]);
    }
    if tried.is_some() {
        blocks.extend([
            Block::heading_with(words.get("cltv-what-if"), words.get("cltv-not-saved")),
            compared(one, tried, cx),
        ]);
    }
    blocks
}

fn compared(one: &Lifetime, tried: Option<Assumptions>, cx: &Context<'_>) -> Block {
    let head = |key: &str| Column::number(cx.words.get(key));
    let mut table = Table::new(vec![
        Column::text(""),
        head("cltv-head-now"),
        head("cltv-head-tried"),
        head("cltv-head-change"),
    ]);
    for line in lines(one, tried, cx).into_iter().take(2).flatten() {
        let tone = if line.result { Tone::Heading } else { Tone::Text };
        table.push(
            None,
            vec![Cell::toned(line.label, tone), line.now.into(), line.tried.into(), line.change.into()],
        );
    }
    Block::Table(table)
}

/// Share of a yearly margin that care takes, 0 … 1; `None` where the margin is not known or nothing is left of it.
pub fn care_share(one: &Lifetime, cost: f64) -> Option<f64> {
    let before = one.client.contribution().ok()? + one.client.care();
    (before > 0.0).then(|| cost / before)
}
