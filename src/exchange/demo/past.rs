//! The health of the demo's accounts as the program would have kept it: judged by the formulas on the book as it was known then.
mod indicators;

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate, Weekday};

use super::book::Book;
use crate::domain::Id;
use crate::domain::account::Account;
use crate::domain::cadence::{as_f64, cadence, contact, weight};
use crate::domain::choice::{
    Aspect, BuyingRole, Channel, Choice, PlanStatus, Risk, Severity, Side, Stance, Tier,
};
use crate::domain::commitment::Promise;
use crate::domain::coverage::{Member, required};
use crate::domain::day::plus_days;
use crate::domain::field::{Link, Record};
use crate::domain::health::{self, Inputs, Reading, Weights, health};
use crate::domain::person::Membership;
use crate::domain::plan::Plan;
use crate::domain::problem;
use crate::store::query::figures::Snapshot;
use crate::store::query::health::Parts;
use indicators::Watched;

/// Since so many days ago the health was kept once a week.
const WEEKLY: i64 = 364;
/// Since so many days ago the program was started every working day.
const DAILY: i64 = 40;
/// Days before its day on which a promise was made, where no conversation says it.
const MADE: i64 = 14;

/// The snapshots of the key accounts, oldest first. Today's is the program's own.
pub fn snapshots(book: &Book, today: NaiveDate) -> Vec<Snapshot> {
    let past = Past::of(book, today);
    let mut watched = indicators::watched(book);
    let days = (1..=WEEKLY).rev().map(|ago| (ago, plus_days(today, -ago)));
    let weekend = |day: NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let kept = days.filter(|(ago, day)| !weekend(*day) && (*ago <= DAILY || day.weekday() == Weekday::Mon));
    let keys = || book.accounts.iter().filter(|a| a.tier == Some(Tier::Key));
    let kept = kept.flat_map(|(_, day)| keys().map(move |account| (account, day)));
    kept.map(|(account, day)| past.snapshot(account, &mut watched, day)).collect()
}

/// The book with the days on which things came into it.
struct Past<'a> {
    book: &'a Book,
    today: NaiveDate,
    /// Touches of each person, oldest first.
    touches: HashMap<Id, Vec<NaiveDate>>,
    /// When each conversation was.
    days: HashMap<Id, NaiveDate>,
}

/// What the facts of a membership said on a day.
#[derive(Default)]
struct Known {
    roles: Vec<BuyingRole>,
    stance: Option<(Stance, NaiveDate)>,
    influence: Option<i64>,
}

impl<'a> Past<'a> {
    fn of(book: &'a Book, today: NaiveDate) -> Self {
        let (mut touches, mut days) = (HashMap::<Id, Vec<NaiveDate>>::new(), HashMap::new());
        for interaction in book.interactions.iter().chain(&book.later) {
            let Some(day) = interaction.day else { continue };
            days.insert(interaction.head.id, day);
            if !interaction.planned && interaction.channel != Some(Channel::Note) {
                for person in &interaction.people {
                    touches.entry(person.0).or_default().push(day);
                }
            }
        }
        for days in touches.values_mut() {
            days.sort_unstable();
        }
        Self { book, today, touches, days }
    }

    fn snapshot(&self, account: &Account, watched: &mut [Watched], on: NaiveDate) -> Snapshot {
        let id = account.head.id;
        let own = watched.iter_mut().filter(|w| w.account == id);
        let problem = self.worst_problem(id, on);
        let inputs = Inputs {
            weights: Weights::of(&self.book.settings),
            indicators: own.map(|w| w.judged(on)).collect(),
            members: self.members(id, on),
            required: required(&self.book.settings),
            promises: self.promises(id, on),
            reading: self.reading(id, on),
            plan: self.plan(id, on),
            // Before anything was wrong nobody had reason to fear for the account.
            risk: if problem.is_some() { account.risk } else { Some(Risk::Low) },
            problem,
        };
        let health = health(&inputs, on);
        Snapshot {
            account: id,
            day: on,
            score: health.score.amount(),
            evidence: health.score.evidence,
            parts: Parts::of(&health, &inputs).write(),
        }
    }

    /// The plan that was in force; before the first of an account nobody planned there. Until it was last gone through it was gone
    /// through every month.
    fn plan(&self, account: Id, on: NaiveDate) -> Option<health::Plan> {
        let plans = self.book.figures.iter().filter_map(|record| record.any().downcast_ref::<Plan>());
        let mut here = plans.filter(|plan| plan.account == Some(Link(account)));
        let covers = |plan: &&Plan| {
            let active = plan.status == Some(PlanStatus::Active)
                || (plan.status == Some(PlanStatus::Closed) && on < self.today);
            active && plan.starts_on <= Some(on) && Some(on) <= plan.ends_on
        };
        let plan = here.find(covers)?;
        let gone_through = |day: NaiveDate| if day <= on { day } else { plus_days(on, -20) };
        Some(health::Plan {
            id: Some(plan.head.id),
            active: true,
            reviewed: plan.reviewed_on.map(gone_through),
        })
    }

    fn members(&self, account: Id, on: NaiveDate) -> Vec<Member> {
        let here = |m: &&Membership| {
            m.account == Some(Link(account))
                && m.left_on.is_none_or(|left| left > on)
                && m.since.is_none_or(|since| since <= on)
        };
        let people = self.book.memberships.iter().filter(here);
        people.filter_map(|m| self.member(m, m.person?.0, on)).collect()
    }

    fn member(&self, membership: &Membership, person: Id, on: NaiveDate) -> Option<Member> {
        let known = self.known(membership.head.id, on);
        let stance = known.stance.map(|(stance, _)| stance);
        let touches = self.touches.get(&person).map(Vec::as_slice).unwrap_or_default();
        let last = touches.iter().rev().find(|day| **day <= on).copied();
        let every = cadence(membership.cadence, &known.roles, stance, &self.book.settings);
        let who = self.book.people.iter().find(|p| p.head.id == person)?;
        Some(Member {
            person,
            name: who.name.clone(),
            w: weight(known.influence, &known.roles, stance).w,
            contact: contact(last, every, on),
            last,
            stance: known.stance,
            roles: known.roles,
            strength: 0.0,
            touches: 0,
            do_not_contact: who.do_not_contact,
            not_before: membership.not_before,
        })
    }

    fn known(&self, membership: Id, on: NaiveDate) -> Known {
        let theirs = self.book.facts.iter().filter(|f| f.membership == Some(Link(membership)));
        let mut facts: Vec<_> = theirs.filter(|f| f.on_day.is_some_and(|day| day <= on)).collect();
        facts.sort_by_key(|f| (f.on_day, f.head.id));
        let mut known = Known::default();
        for fact in facts {
            match fact.aspect {
                Some(Aspect::Stance) => known.stance = Stance::named(&fact.value).zip(fact.on_day),
                Some(Aspect::Influence) => known.influence = fact.value.parse().ok(),
                Some(Aspect::Role) => {
                    let Some(role) = BuyingRole::named(&fact.value) else { continue };
                    known.roles.retain(|held| *held != role);
                    known.roles.extend(Some(role).filter(|_| !fact.ended));
                }
                // Enters no figure of health.
                Some(Aspect::Interest) | None => {}
            }
        }
        known
    }

    /// Our promises that had been made by then.
    fn promises(&self, account: Id, on: NaiveDate) -> Vec<(Id, Promise)> {
        let ours = |c: &&crate::domain::commitment::Commitment| {
            let said = c.interaction.and_then(|i| self.days.get(&i.0).copied());
            let made = said.or_else(|| Some(plus_days(c.due?, -MADE)));
            c.side == Some(Side::Ours)
                && c.account == Some(Link(account))
                && made.is_none_or(|made| made <= on)
        };
        let promise = |c: &crate::domain::commitment::Commitment| {
            let lately =
                Some(plus_days(self.today, -1)).filter(|_| self.book.later_done.contains(&c.head.id));
            let done_on = c.done_on.or(lately).filter(|done| *done <= on);
            (c.head.id, Promise { due: c.due, done_on })
        };
        self.book.commitments.iter().filter(ours).map(promise).collect()
    }

    fn figures<T: Record + 'static>(&self) -> impl Iterator<Item = &T> {
        self.book.figures.iter().filter_map(|r| r.any().downcast_ref::<T>())
    }

    fn reading(&self, account: Id, on: NaiveDate) -> Option<Reading> {
        let told = self.figures::<problem::Reading>().filter(|r| r.account == Some(Link(account)));
        let newest = told.filter(|r| r.day.is_some_and(|day| day <= on)).max_by_key(|r| r.day)?;
        Some(Reading { id: newest.head.id, day: newest.day?, score: as_f64(newest.score?) })
    }

    fn worst_problem(&self, account: Id, on: NaiveDate) -> Option<(Id, Severity)> {
        let open = self.figures::<problem::Problem>().filter(|p| {
            p.account == Some(Link(account))
                && p.opened_on.is_some_and(|day| day <= on)
                && p.closed_on.is_none_or(|day| day > on)
        });
        open.filter_map(|p| Some((p.head.id, p.severity?))).max_by_key(|(_, severity)| *severity)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;
    use crate::store::Store;

    #[test]
    fn the_book_as_it_was_is_judged_as_the_program_judges_it() {
        for today in [day(2026, 11, 23), day(2027, 1, 1), day(2028, 2, 29)] {
            let mut store = Store::in_memory(|| day(2026, 11, 23).and_time(chrono::NaiveTime::MIN)).unwrap();
            crate::exchange::demo::build(&mut store, today, None).unwrap();
            let book = crate::exchange::demo::read::book(today).unwrap();
            let (past, mut watched) = (Past::of(&book, today), indicators::watched(&book));
            let program = store.healths(today).unwrap();
            assert_eq!(program.len(), 4);
            for (health, account) in program.iter().zip(&book.accounts) {
                let kept = past.snapshot(account, &mut watched, today);
                assert_eq!(kept.account, health.account);
                assert_eq!(kept.score, health.health.score.amount(), "{today} {}", account.name);
                assert_eq!(kept.parts, Parts::of(&health.health, &health.inputs).write(), "{today}");
            }
        }
    }
}
