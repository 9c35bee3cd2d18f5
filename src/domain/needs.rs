//! *Needs you* (§12): one ranked queue over everything that waits for the KAM.
mod cause;
mod inputs;

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};

use super::Id;
use super::cadence::{Contact, contact};
use super::choice::{Channel, Side};
use super::commitment::Promise;
use super::day::{days_between, next_anniversary};
use super::kind::Kind;
pub use cause::Cause;
pub use inputs::{Contactable, Inputs, OpenPromise, Planned};

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
    /// Days late; negative is days ahead.
    pub late: i64,
    /// Cadence in days, where the row is one.
    pub cadence: Option<i64>,
    /// How many this row stands for beside itself (folded cadence rows), or the count of a counting row.
    pub more: usize,
}

/// The queue: band, then weight, then days late; ties by subject, so that the order is total. At most two cadence rows an
/// account, the rest folded into the second.
pub fn rank(inputs: &Inputs, today: NaiveDate) -> Vec<Need> {
    let mut needs: Vec<Need> = inputs.promises.iter().filter_map(|p| promise(p, today)).collect();
    needs.extend(inputs.people.iter().filter_map(|p| cadence_row(p, today)));
    needs.extend(birthdays(&inputs.people, today));
    needs.extend(inputs.planned.iter().filter_map(|p| planned(p, today)));
    let no_role = inputs.people.iter().filter(|p| !p.has_role).count();
    needs.extend(
        [(Cause::ToSort, Kind::Interaction, inputs.to_sort), (Cause::NoRole, Kind::Person, no_role)]
            .map(counted)
            .into_iter()
            .flatten(),
    );
    needs.sort_by_key(|n| {
        (n.cause.band(), Reverse(n.weight), Reverse(n.late), n.subject, n.account, n.cause.name())
    });
    fold_cadence(needs)
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
        cause,
        side: Some(p.side),
        subject: (Kind::Commitment, p.id),
        account: p.account,
        person: p.counterpart,
        title: p.text.clone(),
        channel: None,
        time: None,
        day: Some(due),
        weight: p.weight,
        late,
        cadence: None,
        more: 0,
    })
}

fn cadence_row(p: &Contactable, today: NaiveDate) -> Option<Need> {
    if p.do_not_contact || p.snoozed_until.is_some_and(|until| until > today) {
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
        cause,
        side: None,
        subject: (Kind::Person, p.person),
        account: Some(p.account),
        person: Some(p.person),
        title: String::new(),
        channel: None,
        time: None,
        day,
        weight: p.weight.w,
        late,
        cadence: Some(p.cadence),
        more: 0,
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
        cause,
        side: None,
        subject: (Kind::Interaction, p.id),
        account: p.account,
        person: p.person,
        title: p.title.clone(),
        channel: p.channel,
        time: p.time,
        day: Some(p.day),
        weight: p.weight,
        late,
        cadence: None,
        more: 0,
    })
}

fn counted((cause, kind, count): (Cause, Kind, usize)) -> Option<Need> {
    (count > 0).then(|| Need {
        cause,
        side: None,
        subject: (kind, 0),
        account: None,
        person: None,
        title: String::new(),
        channel: None,
        time: None,
        day: None,
        weight: 0,
        // Counting rows close their band.
        late: i64::MIN,
        cadence: None,
        more: count,
    })
}

fn fold_cadence(needs: Vec<Need>) -> Vec<Need> {
    let mut shown: HashMap<Option<Id>, Vec<usize>> = HashMap::new();
    let mut kept: Vec<Need> = Vec::with_capacity(needs.len());
    for need in needs {
        if need.cause.is_cadence() {
            let rows = shown.entry(need.account).or_default();
            if let [_, second] = rows.as_slice() {
                if let Some(second) = kept.get_mut(*second) {
                    second.more += 1;
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

    proptest! {
        #[test]
        fn the_ranking_is_total_and_stable(seed in proptest::collection::vec((1..6i64, -5..90i64, 1..4i64), 0..30), turn in 0..30usize) {
            let people: Vec<_> = (1..).zip(&seed).map(|(i, (w, d, a))| person(i, *a, *w, Some(*d))).collect();
            let promises: Vec<_> = (1..).zip(&seed).map(|(i, (w, d, _))| promise(i, if w % 2 == 0 { Side::Ours } else { Side::Theirs }, -d)).collect();
            let inputs = Inputs { people: people.clone(), promises: promises.clone(), ..Inputs::default() };
            let mut turned = inputs.clone();
            if !seed.is_empty() {
                turned.people.rotate_left(turn % seed.len());
                turned.promises.reverse();
            }
            prop_assert_eq!(rank(&inputs, today()), rank(&turned, today()));
        }
    }
}
