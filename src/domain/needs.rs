//! *Needs you* (§12): one ranked queue over everything that waits for the KAM.
mod cause;
mod inputs;
mod record;

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};

use super::Id;
use super::cadence::{Contact, contact};
use super::choice::{Channel, Side};
use super::commitment::Promise;
use super::day::{days_between, next_anniversary};
use super::kind::Kind;
use cause::Fold;
pub use cause::{Cause, Matter};
pub use inputs::{
    Contactable, DueReport, Ending, EndingCare, Followed, Inputs, OpenMilestone, OpenProblem, OpenPromise,
    Planned, Share, State, Untold, shares,
};

/// One row of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// Why it is here.
    pub cause: Cause,
    /// Whose promise, where the row is one.
    pub side: Option<Side>,
    /// What it is about: a commitment, a membership's person, an interaction.
    pub subject: (Kind, Id),
    /// The client.
    pub account: Option<Id>,
    /// The person concerned.
    pub person: Option<Id>,
    /// What is promised or planned; empty where the person says it all.
    pub title: String,
    /// How the planned conversation is to be held, where the row is one.
    pub channel: Option<Channel>,
    /// At what time.
    pub time: Option<NaiveTime>,
    /// The day that counts: due, planned, last contact, birthday.
    pub day: Option<NaiveDate>,
    /// Influence weight of the person, 0 without one.
    pub weight: i64,
    /// What the client is of all the revenue, where the row is about an indicator, a problem or a contract.
    pub share: Option<Share>,
    /// Days late; negative is days ahead.
    pub late: i64,
    /// Cadence in days, where the row is one.
    pub cadence: Option<i64>,
    /// How many this row stands for beside itself (folded cadence rows), or the count of a counting row.
    pub more: usize,
}

impl Need {
    /// A row of which nothing is known but its cause and its record.
    const fn of(cause: Cause, subject: (Kind, Id)) -> Self {
        Self {
            cause,
            side: None,
            subject,
            account: None,
            person: None,
            title: String::new(),
            channel: None,
            time: None,
            day: None,
            weight: 0,
            share: None,
            late: 0,
            cadence: None,
            more: 0,
        }
    }

    /// How much it weighs inside its band, in thousandths: the weight of a person against 5, the most there is; the client's share
    /// of all the revenue.
    pub fn heft(&self) -> i64 {
        self.share.map_or(self.weight * 200, |share| share.per_mille)
    }
}

/// The queue: band, then weight, then days late; ties by subject, so that the order is total. Of a kind that folds an account has
/// at most so many rows: two about cadence, one about what got worse; the rest is folded into the last of them.
pub fn rank(inputs: &Inputs, today: NaiveDate) -> Vec<Need> {
    let mut needs: Vec<Need> = inputs.promises.iter().filter_map(|p| promise(p, today)).collect();
    needs.extend(inputs.people.iter().filter_map(|p| cadence_row(p, today)));
    needs.extend(birthdays(&inputs.people, today));
    needs.extend(inputs.planned.iter().filter_map(|p| planned(p, today)));
    needs.extend(record::rows(inputs, today));
    let no_role = inputs.people.iter().filter(|p| !p.has_role).count();
    needs.extend(
        [(Cause::ToSort, Kind::Interaction, inputs.to_sort), (Cause::NoRole, Kind::Person, no_role)]
            .map(counted)
            .into_iter()
            .flatten(),
    );
    needs.sort_by_key(|n| {
        (n.cause.band(), Reverse(n.heft()), Reverse(n.late), n.subject, n.account, n.cause.name())
    });
    fold(needs)
}

/// Rows of bands 1 and 2: what the frame counts as `● N`.
pub fn urgent(needs: &[Need]) -> usize {
    needs.iter().filter(|n| n.cause.band() <= 2).map(|n| 1 + n.more).sum()
}

fn promise(p: &OpenPromise, today: NaiveDate) -> Option<Need> {
    let due = p.due.filter(|_| p.snoozed_until.is_none_or(|until| until <= today))?;
    let late = days_between(due, today);
    let is_late = Promise { due: p.due, done_on: None }.days_late(today) > 0;
    let cause = match p.side {
        Side::Ours if is_late => Cause::OursOverdue,
        Side::Ours if late == 0 => Cause::OursToday,
        Side::Theirs if is_late => Cause::TheirsOverdue,
        Side::Ours | Side::Theirs if late >= -3 => Cause::Soon,
        Side::Ours | Side::Theirs => return None,
    };
    Some(Need {
        side: Some(p.side),
        account: p.account,
        person: p.counterpart,
        title: p.text.clone(),
        day: Some(due),
        weight: p.weight,
        late,
        ..Need::of(cause, (Kind::Commitment, p.id))
    })
}

fn cadence_row(p: &Contactable, today: NaiveDate) -> Option<Need> {
    if !p.turn(today).is_reachable() {
        return None;
    }
    let cause = match contact(p.last, p.cadence, today) {
        Contact::Fresh => return None,
        Contact::Due => Cause::CadenceDue,
        Contact::Overdue | Contact::Never if p.weight.key_player() => Cause::KeyPlayer,
        Contact::Overdue | Contact::Never => Cause::CadenceOverdue,
    };
    // Never met is as late as lateness gets: twice the cadence.
    let late = p.last.map_or(2 * p.cadence, |last| days_between(last, today) - p.cadence);
    Some(person_row(p, cause, p.last, late))
}

fn birthdays(people: &[Contactable], today: NaiveDate) -> Vec<Need> {
    let mut seen = std::collections::HashSet::new();
    let rows = people.iter().filter(|p| !p.do_not_contact).filter_map(|p| {
        let next = next_anniversary(p.birthday?, today);
        let late = days_between(next, today);
        (late >= -3).then(|| person_row(p, Cause::Birthday, Some(next), late))
    });
    rows.filter(|n| seen.insert(n.subject)).collect()
}

fn person_row(p: &Contactable, cause: Cause, day: Option<NaiveDate>, late: i64) -> Need {
    Need {
        account: Some(p.account),
        person: Some(p.person),
        day,
        weight: p.weight.w,
        late,
        cadence: Some(p.cadence),
        ..Need::of(cause, (Kind::Person, p.person))
    }
}

fn planned(p: &Planned, today: NaiveDate) -> Option<Need> {
    let late = days_between(p.day, today);
    let cause = match late {
        0 => Cause::ToPrepare,
        1.. => Cause::Held,
        _ => return None,
    };
    Some(Need {
        account: p.account,
        person: p.person,
        title: p.title.clone(),
        channel: p.channel,
        time: p.time,
        day: Some(p.day),
        weight: p.weight,
        late,
        ..Need::of(cause, (Kind::Interaction, p.id))
    })
}

fn counted((cause, kind, count): (Cause, Kind, usize)) -> Option<Need> {
    // Counting rows close their band.
    (count > 0).then(|| Need { late: i64::MIN, more: count, ..Need::of(cause, (kind, 0)) })
}

fn fold(needs: Vec<Need>) -> Vec<Need> {
    let mut shown: HashMap<(Fold, Option<Id>), Vec<usize>> = HashMap::new();
    let mut kept: Vec<Need> = Vec::with_capacity(needs.len());
    for need in needs {
        if let Some(fold) = need.cause.fold() {
            let rows = shown.entry((fold, need.account)).or_default();
            if rows.len() == fold.most() {
                if let Some(last) = rows.last().and_then(|last| kept.get_mut(*last)) {
                    last.more += 1;
                }
                continue;
            }
            rows.push(kept.len());
        }
        kept.push(need);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cadence::Weight;
    use crate::domain::day::{day, plus_days};
    use crate::domain::opportunity::Term;
    use Cause::*;
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        day(2026, 11, 23)
    }

    fn person(id: Id, account: Id, w: i64, last: Option<i64>) -> Contactable {
        Contactable {
            person: id,
            account,
            weight: Weight { w, assumed: true },
            cadence: 30,
            last: last.map(|d| plus_days(today(), -d)),
            birthday: None,
            do_not_contact: false,
            snoozed_until: None,
            has_role: true,
        }
    }

    fn promise(id: Id, side: Side, due_in: i64) -> OpenPromise {
        OpenPromise {
            id,
            side,
            text: format!("promise {id}"),
            due: Some(plus_days(today(), due_in)),
            snoozed_until: None,
            account: Some(1),
            counterpart: None,
            weight: 0,
        }
    }

    #[test]
    fn bands_follow_the_table() {
        let inputs = Inputs {
            promises: vec![
                promise(1, Side::Ours, -1),
                promise(2, Side::Ours, 0),
                promise(3, Side::Theirs, -1),
                promise(4, Side::Theirs, 0),
                promise(5, Side::Ours, 4),
            ],
            people: vec![person(1, 1, 5, Some(47)), person(2, 2, 2, None), person(3, 3, 2, Some(40))],
            planned: vec![Planned {
                id: 9,
                day: today(),
                person: None,
                account: None,
                channel: None,
                time: None,
                title: String::new(),
                weight: 0,
            }],
            to_sort: 2,
            ..Inputs::default()
        };
        let got: Vec<_> = rank(&inputs, today()).iter().map(|n| n.cause).collect();
        assert_eq!(
            got,
            [
                KeyPlayer,
                OursOverdue,
                TheirsOverdue,
                OursToday,
                CadenceOverdue,
                ToPrepare,
                CadenceDue,
                Soon,
                ToSort
            ]
        );
    }

    #[test]
    fn cadence_rows_are_folded_after_two() {
        let people = (1..=9).map(|i| person(i, 1, 5, None)).collect();
        let needs = rank(&Inputs { people, ..Inputs::default() }, today());
        assert_eq!(needs.len(), 2);
        assert_eq!(needs[1].more, 7);
        assert_eq!(urgent(&needs), 9);
    }

    #[test]
    fn do_not_contact_is_in_no_queue() {
        let mut p = person(1, 1, 5, None);
        p.do_not_contact = true;
        p.birthday = Some(today());
        assert!(rank(&Inputs { people: vec![p], ..Inputs::default() }, today()).is_empty());
    }

    fn followed(kpi: Id, account: Id, state: State, since: i64) -> Followed {
        let since = plus_days(today(), -since);
        Followed { kpi, account: Some(account), name: format!("kpi {kpi}"), state, since }
    }

    fn problem(id: Id, account: Id, severe: bool, due_in: i64) -> OpenProblem {
        OpenProblem { id, account, name: String::new(), severe, due: Some(plus_days(today(), due_in)) }
    }

    fn ending(id: Id, ends_in: i64, notice_in: Option<i64>, renews: bool) -> Ending {
        let notice = notice_in.map(|d| plus_days(today(), d));
        let term = Term { ends: plus_days(today(), ends_in), notice, renews };
        Ending { id, account: 1, name: String::new(), term }
    }

    #[test]
    fn a_decision_waits_two_days_before_somebody_is_missed() {
        let untold = |id: Id, ago: i64| Untold {
            id,
            account: 1,
            name: format!("decision {id}"),
            decided_on: plus_days(today(), -ago),
            people: 2,
        };
        let inputs =
            Inputs { decisions: vec![untold(1, 2), untold(2, 3), untold(3, 9)], ..Inputs::default() };
        assert_eq!(causes(&inputs), [(NotTold, 3), (NotTold, 2)]);
        assert_eq!(rank(&inputs, today())[0].cause.band(), 2);
        let muted = vec![("not-told".to_owned(), 3)];
        assert_eq!(causes(&Inputs { muted, ..inputs }), [(NotTold, 2)]);
    }

    #[test]
    fn a_milestone_is_seen_a_week_before_and_urgent_once_it_has_passed() {
        let milestone =
            |id, ahead| OpenMilestone { id, account: 1, name: String::new(), due: plus_days(today(), ahead) };
        let milestones = [(1, -1), (2, 0), (3, 7), (4, 8)].map(|(id, ahead)| milestone(id, ahead)).to_vec();
        let inputs = Inputs { milestones, ..Inputs::default() };
        assert_eq!(causes(&inputs), [(MilestoneLate, 1), (MilestoneSoon, 2), (MilestoneSoon, 3)]);
        let muted = vec![("milestone".to_owned(), 1)];
        assert_eq!(causes(&Inputs { muted, ..inputs }), [(MilestoneSoon, 2), (MilestoneSoon, 3)]);
    }

    fn causes(inputs: &Inputs) -> Vec<(Cause, Id)> {
        rank(inputs, today()).iter().map(|n| (n.cause, n.subject.1)).collect()
    }

    #[test]
    fn what_turned_red_is_urgent_and_what_stays_red_waits_behind_it() {
        let indicators = vec![
            followed(1, 1, State::Worse, 23),
            followed(2, 1, State::Stale, 8),
            followed(3, 1, State::Off(4), 115),
            followed(4, 1, State::Off(1), 23),
        ];
        let got = causes(&Inputs { indicators, ..Inputs::default() });
        assert_eq!(got, [(NewlyRed, 4), (OffTrack, 3), (StaleFigures, 2), (GettingWorse, 1)]);
    }

    #[test]
    fn a_problem_waits_from_the_day_after_its_own() {
        let problems = vec![
            problem(1, 1, true, 0),
            problem(2, 1, false, -1),
            problem(3, 1, true, -1),
            problem(4, 1, true, 5),
        ];
        assert_eq!(causes(&Inputs { problems, ..Inputs::default() }), [(SevereProblem, 3), (LateProblem, 2)]);
    }

    #[test]
    fn a_contract_waits_for_its_notice_and_then_for_its_end_unless_it_renews() {
        for (ends, notice, renews, expected) in [
            (120, Some(30), false, Some(NoticeSoon)),
            (121, Some(31), false, Some(NoticeLater)),
            (90, Some(-1), false, Some(EndLater)),
            (90, Some(-1), true, None),
            (30, None, true, Some(EndSoon)),
            (91, None, false, None),
            (-1, None, false, Some(Lapsed)),
            (-1, Some(-60), true, None),
            (-91, None, false, None),
            (0, None, false, Some(EndSoon)),
        ] {
            let contracts = vec![ending(1, ends, notice, renews)];
            let got = causes(&Inputs { contracts, ..Inputs::default() });
            assert_eq!(got.first().map(|(cause, _)| *cause), expected, "{ends} {notice:?} {renews}");
        }
    }

    #[test]
    fn inside_a_band_a_client_weighs_what_it_is_of_the_revenue() {
        let shares = shares(&[(1, Some(300_000.0)), (2, Some(700_000.0)), (3, None)]);
        assert_eq!(shares[&3], Share { per_mille: 333, assumed: true });
        assert_eq!((shares[&1].per_mille, shares[&2].per_mille), (200, 467));
        let problems = vec![problem(1, 1, true, -90), problem(2, 2, true, -2), problem(3, 3, true, -1)];
        let people = vec![person(9, 1, 5, None), person(8, 1, 4, Some(70))];
        let got = causes(&Inputs { people, problems, shares, ..Inputs::default() });
        let order: Vec<Id> = got.iter().map(|(_, id)| *id).collect();
        assert_eq!(order, [9, 8, 2, 3, 1], "a decider weighs as much as a client that is all of the revenue");
    }

    #[test]
    fn revenue_that_is_nothing_or_less_gives_no_weight_and_no_fault() {
        assert_eq!(shares(&[(1, Some(0.0)), (2, Some(-5.0))])[&1], Share { per_mille: 500, assumed: true });
        assert_eq!(shares(&[(1, Some(10.0)), (2, Some(-5.0))])[&2].per_mille, 0);
        assert!(shares(&[]).is_empty());
    }

    #[test]
    fn a_muted_row_is_quiet_whatever_has_become_of_it() {
        let muted = vec![("off-track".to_owned(), 1), ("ending-contract".to_owned(), 1)];
        let indicators = vec![followed(1, 1, State::Off(3), 80), followed(2, 1, State::Off(1), 3)];
        let contracts = vec![ending(1, 10, None, false), ending(2, 80, None, false)];
        let inputs = Inputs { indicators, contracts, muted, ..Inputs::default() };
        assert_eq!(causes(&inputs), [(NewlyRed, 2), (EndLater, 2)]);
    }

    #[test]
    fn of_what_got_worse_one_row_an_account_is_enough() {
        let indicators = (1..=9).map(|i| followed(i, 1 + i % 2, State::Worse, 23)).collect();
        let needs = rank(&Inputs { indicators, ..Inputs::default() }, today());
        assert_eq!(needs.iter().map(|n| 1 + n.more).sum::<usize>(), 9);
        assert_eq!(needs.len(), 2);
    }

    #[test]
    fn every_cause_has_a_name_of_its_own() {
        let names: std::collections::HashSet<_> = Cause::ALL.iter().map(|c| c.name()).collect();
        assert_eq!(names.len(), Cause::ALL.len());
    }

    proptest! {
        #[test]
        fn the_ranking_is_total_and_stable(seed in proptest::collection::vec((1..6i64, -5..90i64, 1..4i64), 0..30), turn in 0..30usize) {
            let people: Vec<_> = (1..).zip(&seed).map(|(i, (w, d, a))| person(i, *a, *w, Some(*d))).collect();
            let promises: Vec<_> = (1..).zip(&seed).map(|(i, (w, d, _))| promise(i, if w % 2 == 0 { Side::Ours } else { Side::Theirs }, -d)).collect();
            let indicators = (1..).zip(&seed).map(|(i, (w, d, a))| {
                let state = [State::Off(1), State::Off(2), State::Stale, State::Worse][usize::try_from(w % 4).unwrap()];
                followed(i, *a, state, *d)
            });
            let problems = (1..).zip(&seed).map(|(i, (w, d, a))| problem(i, *a, w % 2 == 0, -d));
            let contracts = (1..).zip(&seed).map(|(i, (w, d, _))| ending(i, *d, Some(*d - 40), w % 2 == 0));
            let inputs = Inputs {
                people,
                promises,
                indicators: indicators.collect(),
                problems: problems.collect(),
                contracts: contracts.collect(),
                shares: shares(&[(1, Some(10.0)), (2, Some(30.0)), (3, None)]),
                ..Inputs::default()
            };
            let mut turned = inputs.clone();
            if !seed.is_empty() {
                turned.people.rotate_left(turn % seed.len());
                turned.promises.reverse();
                turned.indicators.reverse();
                turned.problems.rotate_left(turn % seed.len());
                turned.contracts.reverse();
            }
            prop_assert_eq!(rank(&inputs, today()), rank(&turned, today()));
        }
    }
}
