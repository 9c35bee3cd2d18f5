//! Rows about indicators, problems, contracts, care and decisions.
use chrono::NaiveDate;

use super::inputs::{
    DueReport, Ending, EndingCare, Followed, Inputs, OpenMilestone, OpenProblem, Share, State, Untold,
};
use super::{Cause, Need};
use crate::domain::Id;
use crate::domain::audience::is_late;
use crate::domain::care;
use crate::domain::choice::Choice;
use crate::domain::day::days_between;
use crate::domain::kind::Kind;
use crate::domain::opportunity::Deadline;

/// Days ahead from which a day of a contract is in sight.
const IN_SIGHT: i64 = 90;

/// All of them but those that are muted.
pub(super) fn rows(inputs: &Inputs, today: NaiveDate) -> Vec<Need> {
    let mut rows: Vec<Need> = inputs.indicators.iter().map(|i| indicator(i, inputs, today)).collect();
    rows.extend(inputs.problems.iter().filter_map(|p| problem(p, inputs, today)));
    rows.extend(inputs.contracts.iter().filter_map(|c| contract(c, inputs, today)));
    rows.extend(inputs.decisions.iter().filter_map(|d| untold(d, inputs, today)));
    rows.extend(inputs.care.iter().filter_map(|c| ending_care(c, inputs, today)));
    rows.extend(inputs.milestones.iter().filter_map(|m| milestone(m, inputs, today)));
    rows.extend(inputs.reports.iter().filter_map(|r| report(r, today)));
    rows.retain(|row| !is_muted(row, inputs));
    rows
}

fn is_muted(row: &Need, inputs: &Inputs) -> bool {
    let topic = row.cause.topic();
    inputs.muted.iter().any(|(name, subject)| Some(name.as_str()) == topic && *subject == row.subject.1)
}

fn indicator(i: &Followed, inputs: &Inputs, today: NaiveDate) -> Need {
    let cause = match i.state {
        State::Off(..=1) => Cause::NewlyRed,
        State::Off(_) => Cause::OffTrack,
        State::Stale => Cause::StaleFigures,
        State::Worse => Cause::GettingWorse,
    };
    // The portfolio is all of the revenue.
    let whole = Share { per_mille: 1000, assumed: false };
    Need {
        account: i.account,
        title: i.name.clone(),
        day: Some(i.since),
        late: days_between(i.since, today),
        share: i.account.map_or(Some(whole), |a| share(a, inputs)),
        ..Need::of(cause, (Kind::Kpi, i.kpi))
    }
}

fn problem(p: &OpenProblem, inputs: &Inputs, today: NaiveDate) -> Option<Need> {
    let due = p.due.filter(|due| *due < today)?;
    let cause = if p.severe { Cause::SevereProblem } else { Cause::LateProblem };
    Some(Need {
        account: Some(p.account),
        title: p.name.clone(),
        day: Some(due),
        late: days_between(due, today),
        share: share(p.account, inputs),
        ..Need::of(cause, (Kind::Problem, p.id))
    })
}

/// The next day of a contract. Once its term is over and it does not go on by itself, that is said once.
fn contract(c: &Ending, inputs: &Inputs, today: NaiveDate) -> Option<Need> {
    let next = c.term.next(today);
    let (cause, day) = match next {
        None => (Cause::Lapsed, Some(c.term.ends).filter(|_| c.term.has_lapsed(today))?),
        Some(Deadline::Notice(day)) if c.term.is_near(today) => (Cause::NoticeSoon, day),
        Some(Deadline::End(day)) if c.term.is_near(today) => (Cause::EndSoon, day),
        Some(Deadline::Notice(day)) => (Cause::NoticeLater, day),
        Some(Deadline::End(day)) => (Cause::EndLater, day),
    };
    let late = days_between(day, today);
    (late >= -IN_SIGHT).then(|| Need {
        account: Some(c.account),
        title: c.name.clone(),
        day: Some(day),
        late,
        share: share(c.account, inputs),
        ..Need::of(cause, (Kind::Contract, c.id))
    })
}

fn untold(d: &Untold, inputs: &Inputs, today: NaiveDate) -> Option<Need> {
    let late = days_between(d.decided_on, today);
    is_late(late).then(|| Need {
        account: Some(d.account),
        title: d.name.clone(),
        day: Some(d.decided_on),
        late,
        share: share(d.account, inputs),
        ..Need::of(Cause::NotTold, (Kind::Decision, d.id))
    })
}

/// Care that ends soon enough to be decided about: to go on, to be replaced, or to be told.
fn ending_care(c: &EndingCare, inputs: &Inputs, today: NaiveDate) -> Option<Need> {
    let late = days_between(c.ends, today);
    let cause = if late >= -care::NEAR { Cause::CareSoon } else { Cause::CareLater };
    (-care::IN_SIGHT..=0).contains(&late).then(|| Need {
        account: Some(c.account),
        title: c.name.clone(),
        day: Some(c.ends),
        late,
        share: share(c.account, inputs),
        ..Need::of(cause, (Kind::Perk, c.id))
    })
}

/// Days ahead from which a milestone is in sight.
const MILESTONE: i64 = 7;

fn milestone(m: &OpenMilestone, inputs: &Inputs, today: NaiveDate) -> Option<Need> {
    let late = days_between(m.due, today);
    let cause = if late > 0 { Cause::MilestoneLate } else { Cause::MilestoneSoon };
    (late >= -MILESTONE).then(|| Need {
        account: Some(m.account),
        title: m.name.clone(),
        day: Some(m.due),
        late,
        share: share(m.account, inputs),
        ..Need::of(cause, (Kind::Milestone, m.id))
    })
}

/// A report whose day has come; it is called by its kind.
fn report(r: &DueReport, today: NaiveDate) -> Option<Need> {
    let late = days_between(r.due, today);
    (late >= 0).then(|| Need {
        account: r.account,
        title: r.report.name().to_owned(),
        day: Some(r.due),
        late,
        ..Need::of(Cause::ReportDue, (Kind::Issued, r.id))
    })
}

fn share(account: Id, inputs: &Inputs) -> Option<Share> {
    inputs.shares.get(&account).copied()
}
