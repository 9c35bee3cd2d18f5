//! A row of *Needs you* as a sentence, and why it is there.
pub mod follow;
pub mod record;

use chrono::NaiveDate;

use super::block::{Block, Figure, Tone};
use super::indicator;
use super::strength::roles_of;
use super::talks::under;
use crate::domain::cadence::{Rhythm, as_f64, lateness};
use crate::domain::choice::{Choice, ReportKind, Side};
use crate::domain::day::days_between;
use crate::domain::kind::Kind;
use crate::domain::needs::{Cause, Matter, Need};
use crate::lang::value::Context;
use crate::lang::{capital, choice, day, number};
use crate::store::query::behind::Behind;
use crate::store::query::people::PersonRow;
use crate::store::query::scorecard::Indicator;

/// The parts of a row of the queue, as words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NeedLine {
    /// `!` in bands 1 and 2, `·` in band 3, nothing in band 4.
    pub mark: &'static str,
    /// Whose promise: `→` ours, `←` theirs.
    pub side: &'static str,
    /// Name of the client, or nothing.
    pub account: String,
    /// What there is to do.
    pub sentence: String,
    /// When, for a narrow column; may be empty.
    pub when: String,
    /// What the row means.
    pub tone: Tone,
}

/// The arrow of a promise.
pub const fn arrow(side: Option<Side>) -> &'static str {
    match side {
        Some(Side::Ours) => "→",
        Some(Side::Theirs) => "←",
        None => "",
    }
}

/// Whose promise, or how the indicator stands.
fn sign(need: &Need, indicators: &[Indicator]) -> &'static str {
    if let Some(one) = follow::of(need, indicators) {
        return indicator::glyph(&one.standing.rag);
    }
    match need.cause.matter() {
        Matter::Notice | Matter::End | Matter::Care => "§",
        Matter::Milestone => "◆",
        _ => arrow(need.side),
    }
}

/// The row as words.
pub fn line(need: &Need, indicators: &[Indicator], cx: &Context<'_>) -> NeedLine {
    let (mark, tone) = match need.cause.band() {
        1 => ("!", Tone::Bad),
        2 => ("!", Tone::Warn),
        3 => ("·", Tone::Text),
        _ => ("", Tone::Muted),
    };
    let account = need.account.map(|a| cx.directory.name(Kind::Account, a)).unwrap_or_default();
    NeedLine {
        mark,
        side: sign(need, indicators),
        account,
        sentence: sentence(need, indicators, cx),
        when: when(need, cx),
        tone,
    }
}

/// What there is to do, as one sentence without account and day.
pub fn sentence(need: &Need, indicators: &[Indicator], cx: &Context<'_>) -> String {
    if let Some(one) = follow::of(need, indicators) {
        let (says, figure) = (follow::says(need, one, cx), follow::figure(need, one, cx));
        let said = if figure.is_empty() { says } else { format!("{says} ({figure})") };
        return more(said, need, cx);
    }
    let name = need.person.map(|p| cx.directory.name(Kind::Person, p));
    let title = need.title.lines().next().unwrap_or_default().to_owned();
    let title = if need.cause.matter() == Matter::Report { report_called(&title, cx) } else { title };
    let title = if title.is_empty() { cx.words.get("report-need-untitled") } else { title };
    let days = need.day.map_or(0, |d| days_between(d, cx.today)).to_string();
    let cadence = need.cadence.unwrap_or(0).to_string();
    let count = need.more.to_string();
    let who = name.as_deref().unwrap_or_default();
    let args =
        [("title", title.as_str()), ("name", who), ("days", &days), ("cadence", &cadence), ("count", &count)];
    let key = match need.cause.matter() {
        Matter::Promise => match need.side {
            Some(Side::Theirs) if name.is_some() => "report-need-theirs-from",
            Some(Side::Ours) | None if name.is_some() => "report-need-ours-to",
            Some(Side::Theirs | Side::Ours) | None => "report-need-promise",
        },
        Matter::Cadence => match (need.cause == Cause::KeyPlayer, need.day) {
            (true, None) => "report-need-key-never",
            (true, Some(_)) => "report-need-key",
            (false, None) => "report-need-contact-never",
            (false, Some(_)) => "report-need-contact",
        },
        Matter::Talk => match (need.cause == Cause::Held, name.is_some()) {
            (true, true) => "report-need-held-with",
            (true, false) => "report-need-held",
            (false, true) => "report-need-prepare-with",
            (false, false) => "report-need-prepare",
        },
        Matter::Birthday => "report-need-birthday",
        Matter::Problem if need.cause == Cause::SevereProblem => "need-problem-severe",
        Matter::Problem => "need-problem",
        Matter::Notice => "need-notice",
        Matter::End => "need-end",
        Matter::Decision => "need-not-told",
        Matter::Care => "need-care",
        Matter::Milestone => "need-milestone",
        Matter::Report => "need-report",
        // Of an indicator that is not among those given, the name says it.
        Matter::Indicator => "report-need-promise",
        Matter::Count if need.cause == Cause::NoRole => "report-need-no-role",
        Matter::Count => "report-need-to-sort",
    };
    let said = cx.words.with(key, &args);
    if need.cause.matter() == Matter::Count { said } else { more(said, need, cx) }
}

/// A report by the words of its kind.
pub fn report_called(name: &str, cx: &Context<'_>) -> String {
    ReportKind::named(name).map(|kind| capital(&choice::word(kind, cx.words))).unwrap_or_default()
}

/// The sentence with how many are folded into its row.
fn more(said: String, need: &Need, cx: &Context<'_>) -> String {
    let count = need.more.to_string();
    match need.more {
        0 => said,
        _ => format!("{said} {}", cx.words.with("report-need-more", &[("count", &count)])),
    }
}

/// When it is or was due, for a column; a row about the cadence says its days in its sentence.
fn when(need: &Need, cx: &Context<'_>) -> String {
    match need.cause.matter() {
        Matter::Cadence | Matter::Indicator | Matter::Count => String::new(),
        Matter::Decision => need.day.map(|d| day::ago(d, cx.today, cx.words)).unwrap_or_default(),
        Matter::Talk if need.cause == Cause::Held => {
            need.day.map(|d| day::ago(d, cx.today, cx.words)).unwrap_or_default()
        }
        Matter::Promise
        | Matter::Talk
        | Matter::Birthday
        | Matter::Problem
        | Matter::Notice
        | Matter::End
        | Matter::Milestone
        | Matter::Report
        | Matter::Care => need.day.map(|d| day::due(d, cx.today, cx.words)).unwrap_or_default(),
    }
}

/// Why a row is in the queue and at its place: the rule, what went into it, the records behind it.
pub fn explain(need: &Need, indicators: &[Indicator], behind: &Behind, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let account = need.account.map(|a| cx.directory.name(Kind::Account, a)).unwrap_or_default();
    let mut blocks = vec![Block::heading_with(sentence(need, indicators, cx), account)];
    let why = words.get(&format!("report-why-{}", need.cause.name()));
    let band = words.with("report-why-band", &[("band", &need.cause.band().to_string())]);
    blocks.push(Block::Paragraph(format!("{why} {band}")));
    let mut figures = match need.cause.matter() {
        Matter::Cadence => cadence_figures(need.day, need.cadence.unwrap_or(0), behind.person.as_ref(), cx),
        Matter::Promise
        | Matter::Talk
        | Matter::Birthday
        | Matter::Problem
        | Matter::Notice
        | Matter::End
        | Matter::Decision
        | Matter::Care
        | Matter::Milestone
        | Matter::Report
        | Matter::Indicator => day_figures(need, cx),
        Matter::Count => vec![Figure::new(words.get("report-count"), need.more.to_string())],
    };
    if need.weight > 0 {
        figures.push(weight_figure(need.weight, behind.person.as_ref(), cx));
    }
    let more = record::figures(behind, cx).into_iter();
    let more: Vec<_> = more.filter(|f| figures.iter().all(|known| known.label != f.label)).collect();
    figures.extend(more);
    figures.extend(need.share.map(|share| record::share(share, cx)));
    blocks.push(Block::Figures(figures));
    blocks.push(Block::Paragraph(words.get("report-why-order")));
    match follow::of(need, indicators) {
        Some(one) => blocks.extend(follow::explain(one, cx)),
        None if need.share.is_some() => blocks.push(record::record(need, cx)),
        None => {}
    }
    let talks: Vec<_> = behind.talk.iter().chain(&behind.talks).collect();
    blocks.extend(under(&talks, "report-behind", cx));
    blocks
}

/// Last contact, cadence and lateness of a person (§1).
pub(super) fn cadence_figures(
    last: Option<NaiveDate>,
    c: i64,
    person: Option<&PersonRow>,
    cx: &Context<'_>,
) -> Vec<Figure> {
    let words = cx.words;
    let contact = last.map_or_else(
        || Figure::new(words.get("report-last-contact"), words.get("value-never")),
        |last| {
            let days = days_between(last, cx.today).to_string();
            Figure::new(words.get("report-last-contact"), day::show(last, words))
                .note(words.with("report-days-ago", &[("days", &days)]))
        },
    );
    let mut cadence =
        Figure::new(words.get("report-cadence"), words.with("value-days", &[("days", &c.to_string())]));
    if let Some(person) = person {
        cadence = cadence.note(if person.rhythm == Rhythm::Own {
            words.get("report-cadence-own")
        } else {
            words.with("report-cadence-roles", &[("roles", &roles_of(person, cx))])
        });
    }
    let late = lateness(last, c, cx.today);
    let formula = last.map_or_else(
        || words.get("report-lateness-never"),
        |last| {
            let d = days_between(last, cx.today);
            let limit = as_f64(c) * 1.5;
            let (d, c) = (d.to_string(), c.to_string());
            words.with(
                "report-lateness-formula",
                &[("d", d.as_str()), ("c", c.as_str()), ("limit", &decimal(limit, 1, cx))],
            )
        },
    );
    vec![contact, cadence, Figure::new(words.get("report-lateness"), decimal(late, 2, cx)).note(formula)]
}

fn day_figures(need: &Need, cx: &Context<'_>) -> Vec<Figure> {
    let words = cx.words;
    let Some(on) = need.day else { return Vec::new() };
    let label = match need.cause.matter() {
        Matter::Talk => "report-planned-on",
        Matter::Birthday => "report-birthday",
        Matter::Indicator => "need-since",
        Matter::Notice => "need-notice-by",
        Matter::End => "field-contract-ends-on",
        Matter::Decision => "field-decision-decided-on",
        Matter::Care => "field-perk-until",
        Matter::Promise
        | Matter::Cadence
        | Matter::Problem
        | Matter::Milestone
        | Matter::Report
        | Matter::Count => "report-due",
    };
    let days = need.late.abs().to_string();
    let distance = match need.late {
        0 => words.get("value-today"),
        1.. if need.cause.of_indicator() || need.cause == Cause::NotTold => {
            words.with("report-days-ago", &[("days", &days)])
        }
        1.. => words.with("value-days-late", &[("days", &days)]),
        _ => words.with("value-days-ahead", &[("days", &days)]),
    };
    vec![Figure::new(words.get(label), day::with_weekday(on, words)).note(distance)]
}

/// How much a person weighs, and why (§3).
pub(super) fn weight_figure(w: i64, person: Option<&PersonRow>, cx: &Context<'_>) -> Figure {
    let note = match person {
        Some(p) if p.weight.assumed => cx.words.with("report-weight-assumed", &[("roles", &roles_of(p, cx))]),
        Some(_) => cx.words.get("report-weight-set"),
        None => String::new(),
    };
    Figure::new(cx.words.get("report-weight"), w.to_string()).note(note)
}

/// A number with at most `places` decimals, as the language writes it.
pub(super) fn decimal(value: f64, places: u8, cx: &Context<'_>) -> String {
    let shift = 10_f64.powi(i32::from(places));
    #[expect(clippy::cast_possible_truncation, reason = "scores and lateness are far below 2^53")]
    let units = ((value * shift).round() / shift * 10_000.0).round() as i64;
    number::show_scaled(cx.words.lang(), units)
}
