//! The next moves that a review proposes for an account, and in which order.
//!
//! A move is something new to promise. It comes from a row of the queue (`formulas.md` §12), from an initiative that is late, from
//! the most valuable next contact (§3) or from the plan itself. Promises that are made already are none. Of each sort the most
//! urgent comes first, then the second of each: three moves of three sorts do more for an account than three calls.
use std::cmp::Reverse;

use chrono::{Datelike, NaiveDate};

use super::Late;
use crate::domain::Id;
use crate::domain::choice::Side;
use crate::domain::day::{days_between, plus_days};
use crate::domain::kind::Kind;
use crate::domain::needs::{Cause, Matter, Need, Untold};
use crate::domain::network::Next;

/// How many moves are proposed at the most.
pub const MOST: usize = 6;
/// How many a review asks for: the first of those proposed.
pub const WANTED: usize = 3;
/// How many contacts are proposed at the most.
const CONTACTS: usize = 2;
/// How many sales are proposed at the most.
const SALES: usize = 2;
/// How far ahead a milestone is near, in days.
const NEAR: i64 = 14;
/// Lateness (§1) from which a contact is as urgent as a broken date.
const PRESSING: f64 = 0.5;

/// What a move would do. In the order in which equals are proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sort {
    /// An indicator back on track.
    Repair,
    /// A problem solved.
    Solve,
    /// A late initiative or milestone brought back.
    Push,
    /// A contract or an offer spoken of before it ends.
    Renew,
    /// A decision told.
    Tell,
    /// What they owe asked for.
    Ask,
    /// A milestone that is near made ready.
    Prepare,
    /// Somebody seen.
    See,
    /// A figure asked for.
    Measure,
    /// The next step of a sale.
    Sell,
    /// The plan written, or put in force.
    Plan,
}

impl Sort {
    /// Key of what is promised (`review-move-<name>`), and its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Repair => "repair",
            Self::Solve => "solve",
            Self::Push => "push",
            Self::Renew => "renew",
            Self::Tell => "tell",
            Self::Ask => "ask",
            Self::Prepare => "prepare",
            Self::See => "see",
            Self::Measure => "measure",
            Self::Sell => "sell",
            Self::Plan => "plan",
        }
    }
}

/// Why a move is proposed.
#[derive(Debug, Clone, PartialEq)]
pub enum Ground {
    /// A row of the queue.
    Need(Need),
    /// An initiative that is late.
    Late(Late),
    /// Somebody worth seeing.
    Contact(Next),
    /// A decision that not everybody knows who should.
    Untold(Untold),
    /// A milestone that is near.
    Ahead(Ahead),
    /// An open sale.
    Sale(Sale),
    /// No plan of the account is in force; the one that is being written, if any.
    NoPlan(Option<Id>),
}

/// A move that is proposed.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// What it would do.
    pub sort: Sort,
    /// Why.
    pub ground: Ground,
    /// What it is about.
    pub subject: (Kind, Id),
    /// With whom.
    pub person: Option<Id>,
    /// The initiative it belongs to.
    pub initiative: Option<Id>,
    /// By when.
    pub due: NaiveDate,
}

/// A milestone that is open and not past its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    /// The milestone.
    pub milestone: Id,
    /// Of which initiative.
    pub initiative: Id,
    /// What.
    pub name: String,
    /// By when.
    pub due: NaiveDate,
}

/// An open sale with a next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sale {
    /// The opportunity.
    pub opportunity: Id,
    /// What could be sold.
    pub name: String,
    /// What is to be done next.
    pub step: String,
    /// When it is expected to close.
    pub closes_on: Option<NaiveDate>,
}

/// What the moves of an account are made of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Inputs<'a> {
    /// Its number.
    pub account: Id,
    /// Its rows of the queue, in their order.
    pub needs: &'a [Need],
    /// Its late initiatives.
    pub late: &'a [Late],
    /// Whom to see, the most valuable first.
    pub next: &'a [Next],
    /// Decisions that somebody has not been told.
    pub untold: &'a [Untold],
    /// Its open milestones, by day.
    pub ahead: &'a [Ahead],
    /// Its open sales that have a next step, the next to close first.
    pub sales: &'a [Sale],
    /// To whom something is promised or with whom something is planned: nobody needs to be told to see them.
    pub expected: &'a [Id],
    /// Whether a plan is in force.
    pub has_plan: bool,
    /// The plan that is being written.
    pub draft: Option<Id>,
}

/// What is proposed, the most urgent of each sort first.
pub fn moves(inputs: &Inputs<'_>, today: NaiveDate) -> Vec<Move> {
    let mut found: Vec<(u8, i64, Move)> = inputs.needs.iter().filter_map(|n| of_need(n, today)).collect();
    found.extend(inputs.late.iter().filter_map(|late| of_late(late, inputs, today)));
    found.extend(contacts(inputs, today));
    found.extend(inputs.untold.iter().map(|u| of_untold(u, today)));
    found.extend(inputs.ahead.iter().filter_map(|a| of_ahead(a, today)));
    found.extend(inputs.sales.iter().take(SALES).map(|s| of_sale(s, today)));
    if !inputs.has_plan {
        let ground = Ground::NoPlan(inputs.draft);
        let subject = inputs.draft.map_or((Kind::Account, inputs.account), |plan| (Kind::Plan, plan));
        found.push((3, 0, plain(Sort::Plan, ground, subject, today)));
    }
    // What is found keeps the order of the queue inside its band.
    found.sort_by_key(|(band, late, found)| (*band, Reverse(*late), found.sort));
    let mut ranked: Vec<(usize, usize, Move)> = Vec::new();
    for (at, (_, _, found)) in found.into_iter().enumerate() {
        let round = ranked.iter().filter(|(_, _, other)| other.sort == found.sort).count();
        ranked.push((round, at, found));
    }
    ranked.sort_by_key(|(round, at, _)| (*round, *at));
    ranked.into_iter().map(|(_, _, found)| found).take(MOST).collect()
}

/// The Friday on which moves are due: at least two days ahead, so that there is time to do something.
pub fn due(today: NaiveDate) -> NaiveDate {
    let friday = i64::from(chrono::Weekday::Fri.num_days_from_monday());
    let ahead = friday - i64::from(today.weekday().num_days_from_monday());
    plus_days(today, if ahead < 2 { ahead + 7 } else { ahead })
}

fn plain(sort: Sort, ground: Ground, subject: (Kind, Id), today: NaiveDate) -> Move {
    Move { sort, ground, subject, person: None, initiative: None, due: due(today) }
}

/// What a row of the queue asks for. A promise of ours is made already; whom to see is asked of the network; what only comes
/// nearer or is planned needs no promise.
fn of_need(need: &Need, today: NaiveDate) -> Option<(u8, i64, Move)> {
    let band = need.cause.band();
    let sort = match need.cause.matter() {
        Matter::Indicator if need.cause == Cause::StaleFigures => Sort::Measure,
        Matter::Indicator => Sort::Repair,
        Matter::Problem => Sort::Solve,
        Matter::Notice | Matter::End | Matter::Care => Sort::Renew,
        Matter::Promise if need.side == Some(Side::Theirs) => Sort::Ask,
        Matter::Promise
        | Matter::Cadence
        | Matter::Talk
        | Matter::Birthday
        | Matter::Decision
        | Matter::Milestone
        | Matter::Report
        | Matter::Count => return None,
    };
    let found = plain(sort, Ground::Need(need.clone()), need.subject, today);
    // What ends earlier is spoken of earlier.
    let ends = need.day.filter(|day| sort == Sort::Renew && *day > today).unwrap_or(found.due);
    let found = Move { person: need.person, due: found.due.min(ends), ..found };
    (band <= 3).then_some((band, need.late.max(0), found))
}

/// What a late initiative asks for, unless it is theirs to begin with and nothing of ours can move it: then whoever has it is asked.
fn of_late(late: &Late, inputs: &Inputs<'_>, today: NaiveDate) -> Option<(u8, i64, Move)> {
    let by_need = |n: &Need| n.subject == (Kind::Initiative, late.initiative) && n.cause.band() <= 3;
    if inputs.needs.iter().any(|n| by_need(n) && of_need(n, today).is_some()) {
        return None;
    }
    let subject = (Kind::Initiative, late.initiative);
    let found = plain(Sort::Push, Ground::Late(late.clone()), subject, today);
    let initiative = Some(late.initiative);
    Some((2, late.days(today), Move { person: late.theirs, initiative, ..found }))
}

fn of_untold(untold: &Untold, today: NaiveDate) -> (u8, i64, Move) {
    let subject = (Kind::Decision, untold.id);
    (2, 0, plain(Sort::Tell, Ground::Untold(untold.clone()), subject, today))
}

/// A milestone within two weeks; what must stand before the Friday of the others must be ready before.
fn of_ahead(ahead: &Ahead, today: NaiveDate) -> Option<(u8, i64, Move)> {
    let days = days_between(today, ahead.due);
    let subject = (Kind::Milestone, ahead.milestone);
    let found = plain(Sort::Prepare, Ground::Ahead(ahead.clone()), subject, today);
    let due = found.due.min(ahead.due.max(plus_days(today, 1)));
    let found = Move { due, initiative: Some(ahead.initiative), ..found };
    (0..=NEAR).contains(&days).then_some((3, -days, found))
}

fn of_sale(sale: &Sale, today: NaiveDate) -> (u8, i64, Move) {
    let closes = sale.closes_on.map_or(i64::MIN, |day| days_between(day, today));
    let subject = (Kind::Opportunity, sale.opportunity);
    (4, closes, plain(Sort::Sell, Ground::Sale(sale.clone()), subject, today))
}

/// The most valuable contacts that are not expected anyway; who was seen in time comes after all that presses.
fn contacts<'a>(inputs: &'a Inputs<'_>, today: NaiveDate) -> impl Iterator<Item = (u8, i64, Move)> + use<'a> {
    let alone = |next: &&Next| !inputs.expected.contains(&next.person);
    inputs.next.iter().filter(alone).take(CONTACTS).map(move |next| {
        let band = if next.lateness > PRESSING {
            2
        } else if next.lateness > 0.0 {
            3
        } else {
            4
        };
        let found = plain(Sort::See, Ground::Contact(next.clone()), (Kind::Person, next.person), today);
        (band, 0, Move { person: Some(next.person), ..found })
    })
}

impl Late {
    /// Days since it should have been finished, or since the milestone that is open.
    pub fn days(&self, today: NaiveDate) -> i64 {
        days_between(self.since, today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        day(2026, 11, 23)
    }

    fn need(cause: Cause, subject: (Kind, Id), late: i64) -> Need {
        let side = (cause.matter() == Matter::Promise).then_some(if cause == Cause::TheirsOverdue {
            Side::Theirs
        } else {
            Side::Ours
        });
        Need {
            cause,
            side,
            subject,
            account: Some(1),
            person: None,
            title: String::new(),
            channel: None,
            time: None,
            day: Some(plus_days(today(), -late)),
            weight: 0,
            share: None,
            late,
            cadence: None,
            more: 0,
        }
    }

    fn late(initiative: Id, days: i64) -> Late {
        let name = format!("initiative {initiative}");
        Late {
            initiative,
            name,
            since: plus_days(today(), -days),
            milestone: None,
            owner: None,
            theirs: None,
        }
    }

    fn next(person: Id, lateness: f64) -> Next {
        Next { person, value: 1.0, reach: 1.0, lateness, way: None, reason: Vec::new() }
    }

    fn proposed(inputs: &Inputs<'_>) -> Vec<(Sort, Id)> {
        moves(inputs, today()).iter().map(|m| (m.sort, m.subject.1)).collect()
    }

    #[test]
    fn three_moves_of_three_sorts_come_before_the_second_of_one() {
        let needs = [
            need(Cause::NewlyRed, (Kind::Kpi, 1), 20),
            need(Cause::NewlyRed, (Kind::Kpi, 2), 10),
            need(Cause::TheirsOverdue, (Kind::Commitment, 3), 9),
        ];
        let (late, next) = ([late(7, 12)], [next(5, 1.2)]);
        let inputs = Inputs { needs: &needs, late: &late, next: &next, has_plan: true, ..Inputs::default() };
        let want = [(Sort::Repair, 1), (Sort::Push, 7), (Sort::Ask, 3), (Sort::See, 5), (Sort::Repair, 2)];
        assert_eq!(proposed(&inputs), want);
    }

    #[test]
    fn what_we_have_promised_is_no_new_move() {
        let needs = [need(Cause::OursOverdue, (Kind::Commitment, 1), 4)];
        assert_eq!(proposed(&Inputs { needs: &needs, has_plan: true, ..Inputs::default() }), []);
    }

    #[test]
    fn who_is_expected_anyway_is_not_proposed_and_who_was_seen_in_time_comes_last() {
        let next = [next(1, 2.0), next(2, 0.0), next(3, 0.2), next(4, 0.1)];
        let ahead = [milestone(9, 3)];
        let inputs =
            Inputs { next: &next, expected: &[1], ahead: &ahead, has_plan: true, ..Inputs::default() };
        assert_eq!(proposed(&inputs), [(Sort::See, 3), (Sort::Prepare, 9), (Sort::See, 2)]);
    }

    #[test]
    fn a_quiet_account_is_moved_by_what_comes_next() {
        let sale = |opportunity, closes: i64| Sale {
            opportunity,
            name: String::new(),
            step: "send offer".into(),
            closes_on: Some(plus_days(today(), closes)),
        };
        let (sales, ahead) = ([sale(1, 90), sale(2, 20)], [milestone(5, 20), milestone(6, 10)]);
        let decided_on = plus_days(today(), -1);
        let untold = [Untold { id: 8, account: 1, name: String::new(), decided_on, people: 2 }];
        let inputs =
            Inputs { sales: &sales, ahead: &ahead, untold: &untold, has_plan: true, ..Inputs::default() };
        let want = [(Sort::Tell, 8), (Sort::Prepare, 6), (Sort::Sell, 2), (Sort::Sell, 1)];
        assert_eq!(proposed(&inputs), want);
        let due = |at: usize| moves(&inputs, today())[at].due;
        assert_eq!((due(1), due(2)), (day(2026, 11, 27), day(2026, 11, 27)));
        let soon = [milestone(6, 2)];
        let moves = moves(&Inputs { ahead: &soon, has_plan: true, ..Inputs::default() }, today());
        assert_eq!(moves[0].due, day(2026, 11, 25), "before it must stand");
    }

    fn milestone(id: Id, days: i64) -> Ahead {
        Ahead { milestone: id, initiative: 1, name: String::new(), due: plus_days(today(), days) }
    }

    #[test]
    fn an_account_without_a_plan_in_force_gets_one() {
        assert_eq!(proposed(&Inputs { account: 4, ..Inputs::default() }), [(Sort::Plan, 4)]);
        let moves = moves(&Inputs { account: 4, draft: Some(9), ..Inputs::default() }, today());
        assert_eq!(moves[0].subject, (Kind::Plan, 9));
    }

    #[test]
    fn moves_are_due_on_a_friday_that_leaves_time_and_before_what_ends() {
        assert_eq!(due(day(2026, 11, 23)), day(2026, 11, 27), "Monday");
        assert_eq!(due(day(2026, 11, 25)), day(2026, 11, 27), "Wednesday");
        assert_eq!(due(day(2026, 11, 26)), day(2026, 12, 4), "Thursday");
        assert_eq!(due(day(2026, 11, 29)), day(2026, 12, 4), "Sunday");
        let needs = [need(Cause::NoticeSoon, (Kind::Contract, 1), -2)];
        let inputs = Inputs { needs: &needs, has_plan: true, ..Inputs::default() };
        assert_eq!(moves(&inputs, today())[0].due, day(2026, 11, 25));
    }

    proptest! {
        #[test]
        fn the_first_of_each_sort_comes_before_any_second(
            causes in prop::collection::vec(0..Cause::ALL.len(), 0..30),
            initiatives in prop::collection::vec(1..400_i64, 0..6),
        ) {
            let of = |(id, cause): (usize, &usize)| {
                need(Cause::ALL[*cause], (Kind::Contract, Id::try_from(id).unwrap()), 3)
            };
            let needs: Vec<_> = causes.iter().enumerate().map(of).collect();
            let late: Vec<_> = initiatives.iter().zip(1000..).map(|(days, id)| late(id, *days)).collect();
            let found = moves(&Inputs { needs: &needs, late: &late, ..Inputs::default() }, today());
            prop_assert!(found.len() <= MOST);
            let rounds: Vec<_> =
                (0..found.len()).map(|at| found[..at].iter().filter(|m| m.sort == found[at].sort).count()).collect();
            prop_assert!(rounds.is_sorted(), "{rounds:?}");
            prop_assert!(found.iter().all(|m| m.due > today()));
        }
    }
}
