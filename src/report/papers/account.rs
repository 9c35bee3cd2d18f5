//! Documents about one account.
use super::{Made, Wanted, unanswered};
use crate::domain::explain::Explain;
use crate::lang::value::Context;
use crate::report::document::{client as shared, dossier as handed, plan as planned, review as reviewed};
use crate::report::paper::Paper;
use crate::store::query::portrait::{Portrait, Told};
use crate::store::query::{Answer, Query};

/// A quarter, for what tells of the last time.
const QUARTER: i64 = 90;
/// A year, for who begins anew.
const YEAR: i64 = 365;

fn account(wanted: &Wanted) -> i64 {
    wanted.account().unwrap_or_default()
}

/// The time that was chosen, else the last so many days.
fn told(wanted: &Wanted, days: i64) -> Told {
    wanted.term.map_or(Told::Last(days), |(from, until)| Told::Between(from, until))
}

pub(super) fn ask(wanted: &Wanted) -> Vec<Query> {
    vec![Query::Portrait(account(wanted), told(wanted, QUARTER))]
}

pub(super) fn ask_dossier(wanted: &Wanted) -> Vec<Query> {
    vec![Query::Portrait(account(wanted), told(wanted, YEAR))]
}

pub(super) fn ask_client(wanted: &Wanted) -> Vec<Query> {
    vec![Query::Client(account(wanted), told(wanted, QUARTER))]
}

/// A document made of the portrait, about its days.
fn made(answers: &[Answer], make: impl FnOnce(&Portrait) -> Paper) -> Result<Made, Explain> {
    let [Answer::Portrait(of)] = answers else { return Err(unanswered()) };
    Ok(Made { term: Some(of.days), ..make(of).into() })
}

/// The plan whole.
pub(super) fn plan(_: &Wanted, answers: &[Answer], cx: &Context<'_>) -> Result<Made, Explain> {
    made(answers, |of| planned::full(of, cx))
}

/// The plan on one page.
pub(super) fn plan_page(_: &Wanted, answers: &[Answer], cx: &Context<'_>) -> Result<Made, Explain> {
    made(answers, |of| planned::page(of, cx))
}

/// The business review.
pub(super) fn review(_: &Wanted, answers: &[Answer], cx: &Context<'_>) -> Result<Made, Explain> {
    made(answers, |of| reviewed::review(of, cx))
}

/// What the client is shown.
pub(super) fn client(_: &Wanted, answers: &[Answer], cx: &Context<'_>) -> Result<Made, Explain> {
    let [Answer::Client(of)] = answers else { return Err(unanswered()) };
    Ok(Made { term: of.days, ..shared::client(of, cx).into() })
}

/// The hand-over.
pub(super) fn dossier(wanted: &Wanted, answers: &[Answer], cx: &Context<'_>) -> Result<Made, Explain> {
    made(answers, |of| handed::dossier(of, wanted.personal, cx))
}
