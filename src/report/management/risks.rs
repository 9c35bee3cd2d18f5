//! What may go wrong at an account: what was said of it, problems, contracts, figures, sales, people.
use chrono::NaiveDate;

use super::Line;
use crate::domain::choice::{Risk, Severity};
use crate::domain::commitment::Promise;
use crate::domain::explain::Explain;
use crate::domain::insight::Rule;
use crate::domain::kind::Kind;
use crate::domain::needs::{Cause, Matter};
use crate::domain::score::Source;
use crate::lang::day;
use crate::lang::value::Context;
use crate::report::block::{Block, Cell, Column, Table, Tone};
use crate::report::need;
use crate::store::query::management::{Managed, Management};

/// How many rows an account has at most.
const ROWS: usize = 2;

/// From how many delays on a sale is in doubt.
const PUT_OFF: i64 = 2;

/// A risk.
struct Row {
    text: String,
    note: String,
    when: String,
    tone: Tone,
    source: Option<Source>,
}

/// The section; that there is none is said.
pub(super) fn risks(of: &Management, cx: &Context<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![
        Column::text(cx.words.get("management-col-account")),
        Column::text(cx.words.get("management-col-risk")),
        Column::text(cx.words.get("management-col-next")).leaving(1),
        Column::number(cx.words.get("management-col-when")),
    ]);
    let lines = |account: &Managed| {
        let mut rows = rows(account, cx);
        // What threatens most comes first; among the same what was found first.
        rows.sort_by_key(|row| row.tone != Tone::Bad);
        let line = |row: Row| Line {
            cells: vec![Cell::toned(row.text, row.tone), Cell::toned(row.note, Tone::Muted), row.when.into()],
            source: row.source,
        };
        rows.into_iter().map(line).collect()
    };
    super::rows(of, ROWS, &mut table, lines, cx);
    let block = if table.rows.is_empty() {
        Block::Paragraph(cx.words.get("management-no-risk"))
    } else {
        Block::Table(table)
    };
    vec![Block::heading(cx.words.get("management-risks")), block]
}

fn rows(of: &Managed, cx: &Context<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = stated(of, cx).into_iter().collect();
    rows.extend(problems(of, cx));
    rows.extend(of.needs.iter().filter(|n| threatens(n.cause)).map(|n| {
        let line = need::line(n, &of.indicators, cx);
        let (kind, id) = n.subject;
        let tone = if n.cause.band() == 1 { Tone::Bad } else { Tone::Warn };
        let (text, when) = (line.sentence, line.when);
        Row { text, note: String::new(), when, tone, source: Some(Source::Record(kind, id)) }
    }));
    rows.extend(sales(of, cx));
    rows.extend(of.insights.iter().filter(|i| endangers(i.rule)).map(|i| {
        let (kind, id) = i.subject;
        Row {
            text: cx.words.say(&i.explain),
            note: String::new(),
            when: String::new(),
            tone: Tone::Warn,
            source: Some(Source::Record(kind, id)),
        }
    }));
    rows
}

/// That they may be lost, as it was said of them.
fn stated(of: &Managed, cx: &Context<'_>) -> Option<Row> {
    let (key, tone) = match of.account.risk? {
        Risk::High => ("management-stated-high", Tone::Bad),
        Risk::Medium => ("management-stated-medium", Tone::Warn),
        Risk::Low => return None,
    };
    let source = Some(Source::Record(Kind::Account, of.account.head.id));
    Some(Row { text: cx.words.get(key), note: String::new(), when: String::new(), tone, source })
}

/// Those that are severe, and those that are late.
fn problems(of: &Managed, cx: &Context<'_>) -> Vec<Row> {
    let late = |due: Option<NaiveDate>| Promise { due, done_on: None }.days_late(cx.today) > 0;
    let open = of.problems.iter().filter(|p| p.closed_on.is_none_or(|on| on > cx.today));
    let severe = |p: &&crate::domain::problem::Problem| p.severity == Some(Severity::High) || late(p.due);
    let row = |p: &crate::domain::problem::Problem| Row {
        text: cx.words.with("management-problem", &[("name", &p.name)]),
        note: p.next_step.clone(),
        when: p.due.map(|due| day::due(due, cx.today, cx.words)).unwrap_or_default(),
        tone: if p.severity == Some(Severity::High) { Tone::Bad } else { Tone::Warn },
        source: Some(Source::Record(Kind::Problem, p.head.id)),
    };
    open.filter(severe).map(row).collect()
}

/// Rows of the queue that are a danger; problems are told with their next step.
const fn threatens(cause: Cause) -> bool {
    match cause.matter() {
        Matter::Notice | Matter::End => true,
        Matter::Indicator => matches!(cause, Cause::NewlyRed | Cause::OffTrack),
        Matter::Milestone => matches!(cause, Cause::MilestoneLate),
        Matter::Promise
        | Matter::Cadence
        | Matter::Talk
        | Matter::Birthday
        | Matter::Problem
        | Matter::Care
        | Matter::Decision
        | Matter::Report
        | Matter::Count => false,
    }
}

/// Insights that are a danger, and told by nobody else.
const fn endangers(rule: Rule) -> bool {
    match rule {
        Rule::NoDecider
        | Rule::FewSupporters
        | Rule::Outweighed
        | Rule::SingleThreaded
        | Rule::ChampionQuiet
        | Rule::RateBeyond => true,
        Rule::NobodyAgainst
        | Rule::RoleGap
        | Rule::StanceOld
        | Rule::OursOverdue
        | Rule::TheirsOverdue
        | Rule::IndicatorStale
        | Rule::RivalEnds
        | Rule::PlanUnreviewed
        | Rule::EffortApart => false,
    }
}

/// Open sales that should have closed, or whose close was put off again and again.
fn sales(of: &Managed, cx: &Context<'_>) -> Vec<Row> {
    let row = |sale: &crate::store::query::pipeline::Sale| {
        let (late, pushes) = (sale.is_late(cx.today), sale.pushes);
        let said = match (late, pushes >= PUT_OFF) {
            (_, true) => Explain::new("management-sale-pushed").with("count", pushes),
            (true, false) => Explain::new("management-sale-late"),
            (false, false) => return None,
        };
        Some(Row {
            text: cx.words.say(&said.with("name", &sale.deal.name)),
            note: sale.next_step.clone(),
            when: sale.deal.closes_on.map(|on| day::due(on, cx.today, cx.words)).unwrap_or_default(),
            tone: Tone::Warn,
            source: Some(Source::Record(Kind::Opportunity, sale.deal.id)),
        })
    };
    of.sales.iter().filter(|sale| sale.deal.is_open()).filter_map(row).collect()
}
