//! The moves that are proposed, in words: what would be promised, and why.
use super::late_note;
use crate::domain::Id;
use crate::domain::choice::Side;
use crate::domain::commitment::Commitment;
use crate::domain::day::days_between;
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::needs::Need;
use crate::domain::review::moves::{Ground, Move, Sort};
use crate::lang::day;
use crate::lang::value::Context;
use crate::report::need;
use crate::store::query::review::Stop;

/// A move that is proposed, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The move.
    pub of: Move,
    /// What would be promised.
    pub text: String,
    /// Why.
    pub why: String,
}

impl Proposal {
    /// The promise that becomes of it.
    pub fn promise(&self, account: Id) -> Commitment {
        Commitment {
            side: Some(Side::Ours),
            text: self.text.clone(),
            account: Some(Link(account)),
            counterpart: self.of.person.map(Link),
            initiative: self.of.initiative.map(Link),
            due: Some(self.of.due),
            ..Commitment::default()
        }
    }
}

/// What is proposed and not promised yet.
pub fn proposals(stop: &Stop, cx: &Context<'_>) -> Vec<Proposal> {
    let worded = stop.moves.iter().map(|of| Proposal {
        text: text(of, stop, cx),
        why: why(of, stop, cx),
        of: of.clone(),
    });
    let promised = |text: &str| {
        let open = stop.page.promises.iter().filter(|p| p.done_on.is_none() && p.side == Side::Ours);
        open.into_iter().any(|p| p.text == text)
    };
    worded.filter(|p| !promised(&p.text)).collect()
}

/// What would be promised.
fn text(of: &Move, stop: &Stop, cx: &Context<'_>) -> String {
    let name = match &of.ground {
        Ground::Need(need) => need.title.lines().next().unwrap_or_default().to_owned(),
        Ground::Late(late) => late.name.clone(),
        Ground::Contact(next) => cx.directory.name(Kind::Person, next.person),
        Ground::Untold(decision) => decision.name.clone(),
        Ground::Ahead(milestone) => milestone.name.clone(),
        Ground::Sale(sale) => sale.step.clone(),
        Ground::NoPlan(draft) => draft.map(|id| cx.directory.name(Kind::Plan, id)).unwrap_or_default(),
    };
    let person = of.person.map(|id| cx.directory.name(Kind::Person, id)).unwrap_or_default();
    let who = if person.is_empty() { "none" } else { person.as_str() };
    let account = stop.page.account.name.as_str();
    let args = [("name", name.as_str()), ("person", who), ("account", account)];
    let key = match (of.sort, &of.ground) {
        (Sort::Plan, Ground::NoPlan(None)) => "review-move-write".to_owned(),
        (sort, _) => format!("review-move-{}", sort.name()),
    };
    cx.words.with(&key, &args)
}

/// Why it is proposed.
fn why(of: &Move, stop: &Stop, cx: &Context<'_>) -> String {
    match &of.ground {
        Ground::Need(row) => of_need(row, stop, cx),
        Ground::Late(late) => {
            let days = days_between(late.since, cx.today).to_string();
            let said = cx.words.with("value-days-late", &[("days", &days)]);
            format!("{said} · {}", late_note(late, cx))
        }
        Ground::Contact(next) => {
            next.reason.iter().map(|reason| cx.words.say(reason)).collect::<Vec<_>>().join(", ")
        }
        Ground::Untold(decision) => {
            cx.words.with("review-untold", &[("count", &decision.people.to_string())])
        }
        Ground::Ahead(milestone) => {
            let on = day::near(milestone.due, cx.today, cx.words);
            cx.words.with("review-ahead", &[("day", &on)])
        }
        Ground::Sale(sale) => {
            let closes = sale.closes_on.map(|on| day::column(on, cx.today, cx.words));
            let closes = closes.map(|on| cx.words.with("review-closes", &[("day", &on)]));
            [Some(sale.name.clone()), closes].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
        Ground::NoPlan(_) => cx.words.get("review-no-plan"),
    }
}

/// A row of the queue as a reason: its sentence and its day.
fn of_need(row: &Need, stop: &Stop, cx: &Context<'_>) -> String {
    let line = need::line(row, &stop.page.checkup.indicators, cx);
    [line.sentence, line.when].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ")
}
