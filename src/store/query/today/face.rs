//! What is known of the people whom Today names.
use std::cmp::Reverse;
use std::collections::HashSet;

use crate::domain::Id;
use crate::domain::choice::{BuyingRole, Stance};
use crate::domain::needs::Need;
use crate::store::query::people::PersonRow;

/// A person at an account, as the rows of the queue name them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// The person.
    pub person: Id,
    /// The client.
    pub account: Id,
    /// Their place there.
    pub membership: Id,
    /// Places in the buying centre.
    pub roles: Vec<BuyingRole>,
    /// Attitude to us; `None` is unknown.
    pub stance: Option<Stance>,
    /// Weight by hand, 1–5; `None` is assumed from the roles.
    pub influence: Option<i64>,
    /// How much what we do matters to them, 1–5, if known.
    pub interest: Option<i64>,
}

/// Who of an account that `keep` takes has no role, those spoken to last first.
pub(super) fn no_role(people: &[PersonRow], keep: impl Fn(Id) -> bool) -> Vec<Id> {
    let nameless = |p: &&PersonRow| p.contactable().is_some_and(|c| !c.has_role && keep(c.account));
    let mut found: Vec<_> = people.iter().filter(nameless).collect();
    found.sort_by_key(|p| (Reverse(p.last), p.person));
    let mut seen = HashSet::new();
    found.iter().map(|p| p.person).filter(|p| seen.insert(*p)).collect()
}

/// What is known of the people whom the queue names, and of those.
pub(super) fn faces(people: &[PersonRow], needs: &[Need], no_role: &[Id]) -> Vec<Face> {
    let wanted: HashSet<Id> = needs.iter().filter_map(|n| n.person).chain(no_role.iter().copied()).collect();
    let face = |p: &PersonRow| {
        Some(Face {
            person: p.person,
            account: p.account.filter(|_| wanted.contains(&p.person))?,
            membership: p.membership?,
            roles: p.roles.clone(),
            stance: p.stance,
            influence: (!p.weight.assumed).then_some(p.weight.w),
            interest: p.interest.map(|(value, _)| value),
        })
    };
    people.iter().filter_map(face).collect()
}
