//! A score as blocks: its parts with their weights, what each is made of and when, and the formula in words.
use super::block::{Block, Cell, Column, Table, Tone};
use super::need::decimal;
use super::plain::gauge;
use crate::domain::choice::Unit;
use crate::domain::money::{Currency, Money};
use crate::domain::score::{Figure, Input, Known, Part, Score, When};
use crate::domain::value::SCALE;
use crate::lang::value::Context;
use crate::lang::{day, money, number, period};

/// In what the figures of a score are measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// Money, days, points.
    pub unit: Unit,
    /// Of money.
    pub currency: Currency,
}

impl Measure {
    /// Money in the currency of sums.
    pub const fn of_sums(cx: &Context<'_>) -> Self {
        Self { unit: Unit::Money, currency: cx.directory.terms.currency }
    }

    /// The same for a narrow place: `1,2 k€`.
    pub fn short(self, amount: f64, cx: &Context<'_>) -> String {
        match self.unit {
            Unit::Money => money::short(cx.words.lang(), amount, self.currency),
            // Hundredths of many say nothing.
            Unit::Number if amount.abs() >= 10.0 => decimal(amount, u8::from(amount.abs() < 100.0), cx),
            Unit::Number | Unit::Percent | Unit::Days | Unit::Score => self.show(amount, cx),
        }
    }

    /// An amount as people write it: `1.234 €`, `95,2 %`, `12 d`.
    pub fn show(self, amount: f64, cx: &Context<'_>) -> String {
        let lang = cx.words.lang();
        match self.unit {
            Unit::Money => {
                // Cents of thousands say nothing.
                let amount = if amount.abs() < 1000.0 { amount } else { amount.round() };
                money::show(lang, Money::of_scaled(scaled(amount, 4), self.currency))
            }
            Unit::Percent => number::show_percent(lang, scaled(amount, 1)),
            Unit::Days => cx.words.with("value-days", &[("days", &decimal(amount, 1, cx))]),
            Unit::Number => decimal(amount, 2, cx),
            Unit::Score => decimal(amount, 1, cx),
        }
    }
}

/// Scale 4, rounded to so many decimals.
pub(super) fn scaled(amount: f64, places: i32) -> i64 {
    let shift = 10_f64.powi(places);
    #[expect(clippy::cast_possible_truncation, reason = "figures of a company fit; what does not saturates")]
    #[expect(clippy::cast_precision_loss, reason = "the scale is ten thousand")]
    let units = ((amount * shift).round() / shift * SCALE as f64).round() as i64;
    units
}

/// A figure of a score as text.
pub fn figure(figure: &Figure, measure: Measure, cx: &Context<'_>) -> String {
    match figure {
        Figure::Points(points) => decimal(*points, 1, cx),
        Figure::Share(share) => number::show_percent(cx.words.lang(), scaled(share * 100.0, 1)),
        Figure::Plain(n) => decimal(*n, 2, cx),
        Figure::Measured(amount) => measure.show(*amount, cx),
        Figure::Count(n) => n.to_string(),
        Figure::Days(days) => cx.words.with("value-days", &[("days", &days.to_string())]),
        Figure::Words(words) => cx.words.say(words),
    }
}

/// When an input was true, for a column: `14 Nov`, `Oct 26`.
pub fn when(when: When, cx: &Context<'_>) -> String {
    match when {
        When::Day(on) => day::column(on, cx.today, cx.words),
        When::Period(of) => period::show(of, cx.directory.terms.year, cx.words),
    }
}

/// A score explained: the title with its value, the parts and what they are made of, each leading to its record, the formula,
/// and how much of it is known where that is not all.
pub fn blocks(title: &str, score: &Score, measure: Measure, cx: &Context<'_>) -> Vec<Block> {
    let value = match &score.value {
        Ok(Figure::Points(points)) => decimal(*points, 0, cx),
        Ok(value) => figure(value, measure, cx),
        Err(_) => "–".to_owned(),
    };
    let mut blocks = vec![Block::heading_with(title, value)];
    if let Err(why) = &score.value {
        blocks.push(Block::Callout(Tone::Muted, cx.words.say(why)));
    }
    let drawing = Drawing { measure, cx };
    let mut table = Table::new(drawing.columns(score));
    for part in &score.parts {
        drawing.part(part, &mut table);
    }
    if !table.rows.is_empty() {
        blocks.push(Block::Table(table));
    }
    blocks.push(Block::Paragraph(cx.words.say(&score.formula)));
    blocks.extend(working(score, cx).map(Block::Paragraph));
    if score.evidence < 1.0 && score.value.is_ok() {
        let share = decimal(score.evidence * 100.0, 0, cx);
        blocks.push(Block::Paragraph(cx.words.with("report-score-evidence", &[("share", &share)])));
    }
    blocks
}

/// How its parts become the score, in figures: `(30 × 51.8 + 30 × 70) ÷ 60 − 20 = 40.9`. `None` where it is no weighted mean,
/// or one of too many parts to be read.
fn working(score: &Score, cx: &Context<'_>) -> Option<String> {
    let value = score.amount()?;
    let known = |part: &Part| Some((part.weight, part.value.as_ref().ok()?.amount()?));
    let known: Vec<_> = score.parts.iter().filter_map(known).collect();
    let terms: Vec<_> = known.iter().filter_map(|(weight, v)| Some(((*weight)?, *v))).collect();
    if terms.is_empty() || terms.len() > MOST_TERMS {
        return None;
    }
    let all: f64 = terms.iter().map(|(weight, _)| weight).sum();
    let apart: f64 = known.iter().filter(|(weight, _)| weight.is_none()).map(|(_, v)| v).sum();
    let found = terms.iter().map(|(weight, v)| weight * v).sum::<f64>() / all + apart;
    if (found.clamp(0.0, 100.0) - value).abs() > 0.05 {
        return None;
    }
    let term = |(weight, v): &(f64, f64)| format!("{} × {}", decimal(*weight, 2, cx), decimal(*v, 1, cx));
    let sum = terms.iter().map(term).collect::<Vec<_>>().join(" + ");
    let apart = match apart {
        off if off < 0.0 => format!(" − {}", decimal(-off, 1, cx)),
        on if on > 0.0 => format!(" + {}", decimal(on, 1, cx)),
        _ => String::new(),
    };
    Some(format!("({sum}) ÷ {}{apart} = {}", decimal(all, 2, cx), decimal(value, 1, cx)))
}

/// Most terms of a calculation that is written out.
const MOST_TERMS: usize = 5;

struct Drawing<'a> {
    measure: Measure,
    cx: &'a Context<'a>,
}

impl Drawing<'_> {
    /// Label, weight, figure, words, when.
    fn columns(&self, score: &Score) -> Vec<Column> {
        let titled = score.parts.iter().any(|p| p.weight.is_some());
        let title = |key: &str| if titled { self.cx.words.get(key) } else { String::new() };
        vec![
            Column::text(""),
            Column::number(title("report-score-weight")).leaving(2),
            Column::number(""),
            Column::text(""),
            Column::number("").leaving(1),
        ]
    }

    fn part(&self, part: &Part, table: &mut Table) {
        let label = self.cx.words.say(&part.label);
        let weight = part.weight.map(|w| decimal(w, 2, self.cx)).unwrap_or_default();
        let (mut value, mut note) = self.known(&part.value);
        // What says the same as its part stands in the part's own line.
        let same = |input: &&Input| {
            let said = note.is_empty() || figure(&input.figure, self.measure, self.cx) == note;
            said && says_the_same(part, input)
        };
        let only = match part.inputs.as_slice() {
            [one] => Some(one).filter(same),
            _ => None,
        };
        let mut when = String::new();
        let mut source = None;
        if let Some(one) = only {
            let (figure, words) = self.split(&one.figure);
            note = if figure.is_empty() { words } else { String::new() };
            when = self.when(one);
            source = one.source;
        } else if let (Ok(Figure::Points(points)), Some(_)) = (&part.value, part.weight) {
            note = gauge(points / 100.0, 10);
        }
        if value.is_empty() {
            "–".clone_into(&mut value);
        }
        let tone = if part.value.is_ok() { Tone::Text } else { Tone::Muted };
        let cells = vec![
            Cell::toned(label, Tone::Heading),
            Cell::toned(weight, Tone::Muted),
            Cell::toned(value, tone),
            Cell::toned(note, if source.is_some() { Tone::Text } else { Tone::Muted }),
            Cell::toned(when, Tone::Muted),
        ];
        table.push_from(source, cells);
        if only.is_none() {
            part.inputs.iter().for_each(|input| self.input(input, table));
        }
    }

    fn input(&self, input: &Input, table: &mut Table) {
        let (figure, mut words) = self.split(&input.figure);
        if let Some(points) = input.worth.filter(|_| words.is_empty()) {
            let points = decimal(points, 1, self.cx);
            words = self.cx.words.with("report-score-worth", &[("points", &points)]);
        }
        let cells = vec![
            Cell::from(format!("  {}", self.cx.words.say(&input.label))),
            Cell::default(),
            figure.into(),
            words.into(),
            Cell::toned(self.when(input), Tone::Muted),
        ];
        table.push_from(input.source, cells);
    }

    fn when(&self, input: &Input) -> String {
        input.when.map(|w| when(w, self.cx)).unwrap_or_default()
    }

    /// A number for its column, or words for theirs.
    fn split(&self, shown: &Figure) -> (String, String) {
        let text = figure(shown, self.measure, self.cx);
        if matches!(shown, Figure::Words(_)) { (String::new(), text) } else { (text, String::new()) }
    }

    fn known(&self, value: &Known<Figure>) -> (String, String) {
        match value {
            Ok(value) => self.split(value),
            Err(why) => (String::new(), self.cx.words.say(why)),
        }
    }
}

fn says_the_same(part: &Part, input: &Input) -> bool {
    let figure = part.value.as_ref().ok();
    input.label == part.label && (figure == Some(&input.figure) || matches!(input.figure, Figure::Words(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day as on;
    use crate::domain::directory::Directory;
    use crate::domain::explain::Explain;
    use crate::domain::kind::Kind;
    use crate::domain::period::Period;
    use crate::lang::{Lang, Words};
    use crate::report::plain::render;

    fn input(key: &str, figure: Figure) -> Input {
        Input::new(Explain::new(key), figure)
    }

    fn part(key: &str, weight: f64, value: Known<Figure>, inputs: Vec<Input>) -> Part {
        Part { weight: Some(weight), ..Part::plain(key, value, inputs) }
    }

    fn score() -> Score {
        let to_date = input("scorecard-input-actual", Figure::Measured(1234.4));
        let missing = Figure::Words(Explain::new("scorecard-missing"));
        Score {
            formula: Explain::new("scorecard-formula-pace-higher"),
            value: Ok(Figure::Points(61.05)),
            evidence: 0.55,
            parts: vec![
                part(
                    "scorecard-part-actual",
                    30.0,
                    Ok(Figure::Points(82.25)),
                    vec![
                        to_date.within(Period::Month(2026, 10)).of(Kind::Kpi, 4),
                        input("scorecard-input-of", Figure::Count(12)),
                    ],
                ),
                part("scorecard-part-target", 15.0, Err(Explain::new("scorecard-year-over")), Vec::new()),
                part(
                    "scorecard-missing",
                    5.0,
                    Ok(Figure::Points(0.0)),
                    vec![input("scorecard-missing", missing).on(on(2026, 11, 2)).of(Kind::Person, 7)],
                ),
            ],
        }
    }

    fn shown(score: &Score, lang: Lang) -> String {
        let (words, directory) = (Words::new(lang), Directory::default());
        let cx = Context { words: &words, today: on(2026, 11, 23), directory: &directory, scope: None };
        render(&blocks("Almazara", score, Measure::of_sums(&cx), &cx), None)
    }

    #[test]
    fn parts_stand_above_what_they_are_made_of_and_the_formula_below() {
        let want = "\
Almazara  61
            weight
Actual          30    82.3  ████████░░
  actual            €1,234                    Oct 26
  periods of the year     12
Target          15       –  the year is over
no figure        5       0  no figure         2 Nov

Pace = actual to date ÷ expected to date

55% of it is known.
";
        let text = shown(&score(), Lang::En);
        let words = |t: &str| t.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(&text), words(want), "{text}");
    }

    #[test]
    fn how_its_parts_become_the_score_is_written_out_where_it_is_a_weighted_mean() {
        let known = |key, weight, points| part(key, weight, Ok(Figure::Points(points)), Vec::new());
        let judged = input("scorecard-input-actual", Figure::Share(0.862)).worth(72.4);
        let parts = vec![
            part("health-part-commercial", 30.0, Ok(Figure::Points(51.8)), vec![judged]),
            known("health-part-relationship", 30.0, 70.0),
            part("health-part-plan", 10.0, Err(Explain::new("health-no-plans")), Vec::new()),
            Part::plain("health-part-risk", Ok(Figure::Points(-20.0)), Vec::new()),
        ];
        let score = Score { value: Ok(Figure::Points(40.9)), parts, ..score() };
        let text = shown(&score, Lang::Es);
        assert!(text.contains("(30 × 51,8 + 30 × 70) ÷ 60 − 20 = 40,9\n"), "{text}");
        assert!(text.contains("86,2 %  → 72,4 puntos"), "{text}");
    }

    #[test]
    fn what_is_not_known_says_why_and_is_no_number() {
        let score = Score { value: Err(Explain::new("scorecard-year-over")), parts: Vec::new(), ..score() };
        assert!(shown(&score, Lang::Es).starts_with("Almazara  –\n"), "{}", shown(&score, Lang::Es));
    }

    #[test]
    fn figures_are_shown_in_what_they_are_measured_in() {
        let (words, directory) = (Words::new(Lang::Es), Directory::default());
        let cx = Context { words: &words, today: on(2026, 11, 23), directory: &directory, scope: None };
        let show = |unit, amount| Measure { unit, currency: Currency::default() }.show(amount, &cx);
        assert_eq!(show(Unit::Money, 1_234_567.89), "1.234.568 €");
        assert_eq!(show(Unit::Money, 12.5), "12,50 €");
        assert_eq!(show(Unit::Percent, 95.249), "95,2 %");
        assert_eq!(show(Unit::Days, 12.0), "12 d");
        assert_eq!(show(Unit::Number, 0.333), "0,33");
        assert_eq!(show(Unit::Score, 8.25), "8,3");
    }
}
