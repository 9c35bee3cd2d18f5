//! What the queue is made of.
use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};

use crate::domain::Id;
use crate::domain::cadence::{Contact, Weight, contact};
use crate::domain::choice::{Channel, ReportKind, Side};
use crate::domain::opportunity::Term;
use crate::domain::score::count;
use crate::domain::turn::{Standing, Turn};

/// An open promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPromise {
    /// The commitment.
    pub id: Id,
    /// Who owes.
    pub side: Side,
    /// What.
    pub text: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Out of the queue until then.
    pub snoozed_until: Option<NaiveDate>,
    /// The client.
    pub account: Option<Id>,
    /// Of theirs.
    pub counterpart: Option<Id>,
    /// Weight of the counterpart, 0 without one.
    pub weight: i64,
}

/// A person at an account, as the queue sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contactable {
    /// The person.
    pub person: Id,
    /// The client.
    pub account: Id,
    /// Influence weight.
    pub weight: Weight,
    /// Days between contacts.
    pub cadence: i64,
    /// Last touch.
    pub last: Option<NaiveDate>,
    /// Day of birth.
    pub birthday: Option<NaiveDate>,
    /// They asked not to be contacted.
    pub do_not_contact: bool,
    /// Out of the queue until then.
    pub snoozed_until: Option<NaiveDate>,
    /// Some role is known.
    pub has_role: bool,
}

impl Contactable {
    /// Whose turn it is, as far as cadence, holidays and wishes go.
    pub fn turn(&self, today: NaiveDate) -> Turn {
        let standing = Standing {
            last: self.last,
            cadence: self.cadence,
            weight: self.weight.w,
            do_not_contact: self.do_not_contact,
            not_before: self.snoozed_until,
        };
        standing.turn(today)
    }

    /// Past one and a half times the cadence or never met, and may be contacted now.
    pub fn is_neglected(&self, today: NaiveDate) -> bool {
        let late = matches!(contact(self.last, self.cadence, today), Contact::Overdue | Contact::Never);
        late && self.turn(today).is_reachable()
    }
}

/// A planned interaction that has not been held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The interaction.
    pub id: Id,
    /// When.
    pub day: NaiveDate,
    /// With whom first.
    pub person: Option<Id>,
    /// The client.
    pub account: Option<Id>,
    /// How.
    pub channel: Option<Channel>,
    /// At what time, if that is known.
    pub time: Option<NaiveTime>,
    /// About what.
    pub title: String,
    /// Largest weight among the people.
    pub weight: i64,
}

/// How an indicator that the KAM answers for or contributes to stands; those that are only watched wait for nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// The indicator.
    pub kpi: Id,
    /// The client; `None` is the whole portfolio.
    pub account: Option<Id>,
    /// What it is called.
    pub name: String,
    /// What there is to say of it.
    pub state: State,
    /// Since when: the end of the first period off track, the last day on which the figure could be believed, the end of the
    /// newest period.
    pub since: NaiveDate,
}

/// What there is to say of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Off track in so many periods in a row, the newest included.
    Off(usize),
    /// The newest figure is too old.
    Stale,
    /// Worse than in the period before, and not off track.
    Worse,
}

/// A problem that is not closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenProblem {
    /// The problem.
    pub id: Id,
    /// The client.
    pub account: Id,
    /// What went wrong.
    pub name: String,
    /// It endangers the account.
    pub severe: bool,
    /// By when it was to be solved.
    pub due: Option<NaiveDate>,
}

/// A contract that is about to end, and for which nothing new is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// The contract.
    pub id: Id,
    /// The client.
    pub account: Id,
    /// What about.
    pub name: String,
    /// How long it runs.
    pub term: Term,
}

/// Care given to a client alone that is about to end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndingCare {
    /// The resource or offer.
    pub id: Id,
    /// The client.
    pub account: Id,
    /// What is given.
    pub name: String,
    /// Its last day.
    pub ends: NaiveDate,
}

/// A decision of which somebody has not been told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untold {
    /// The decision.
    pub id: Id,
    /// The client.
    pub account: Id,
    /// What was decided.
    pub name: String,
    /// When.
    pub decided_on: NaiveDate,
    /// How many have not been told.
    pub people: usize,
}

/// A milestone that is not reached, of an initiative that is not over in an active plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenMilestone {
    /// The milestone.
    pub id: Id,
    /// The client.
    pub account: Id,
    /// What must stand.
    pub name: String,
    /// By when.
    pub due: NaiveDate,
}

/// A report that was issued before and is due again from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueReport {
    /// The one that was issued last.
    pub id: Id,
    /// Which report.
    pub report: ReportKind,
    /// About which client; without one about all.
    pub account: Option<Id>,
    /// When the next one is due.
    pub due: NaiveDate,
}

/// What a client is of all the revenue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// In thousandths.
    pub per_mille: i64,
    /// Its revenue is not known: as if all were of one size.
    pub assumed: bool,
}

/// What each client of some is of the revenue of all of them, those not known as if all were of one size. Negative revenue
/// counts as none.
pub fn shares(revenues: &[(Id, Option<f64>)]) -> HashMap<Id, Share> {
    let known = |r: &(Id, Option<f64>)| r.1.filter(|v| v.is_finite()).map(|v| v.max(0.0));
    let (all, sum) = (count(revenues.len().max(1)), revenues.iter().filter_map(known).sum::<f64>());
    let missing = count(revenues.iter().filter(|r| known(r).is_none()).count());
    let share = |r: &(Id, Option<f64>)| {
        let revenue = known(r).filter(|_| sum > 0.0);
        // What is left by those of which nothing is known.
        let share = revenue.map_or(1.0 / all, |revenue| revenue / sum * (1.0 - missing / all));
        Share { per_mille: thousandths(share), assumed: revenue.is_none() }
    };
    revenues.iter().map(|r| (r.0, share(r))).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "a share of 0 … 1")]
fn thousandths(share: f64) -> i64 {
    (share * 1000.0).round() as i64
}

/// All that the queue is made of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inputs {
    /// Open promises of both sides.
    pub promises: Vec<OpenPromise>,
    /// Active people.
    pub people: Vec<Contactable>,
    /// Planned interactions up to today.
    pub planned: Vec<Planned>,
    /// Entries to sort out.
    pub to_sort: usize,
    /// Indicators that need somebody.
    pub indicators: Vec<Followed>,
    /// Problems that are not closed.
    pub problems: Vec<OpenProblem>,
    /// Contracts that end or can be given notice.
    pub contracts: Vec<Ending>,
    /// Care given to clients alone that is about to end.
    pub care: Vec<EndingCare>,
    /// Decisions of which somebody has not been told.
    pub decisions: Vec<Untold>,
    /// Milestones that are not reached.
    pub milestones: Vec<OpenMilestone>,
    /// Reports that were issued before.
    pub reports: Vec<DueReport>,
    /// What each client is of all the revenue.
    pub shares: HashMap<Id, Share>,
    /// What is muted: the name of a cause's topic and the number of the record.
    pub muted: Vec<(String, Id)>,
}
