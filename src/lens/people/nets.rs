//! The networks of the accounts of the scope, and which next contact each person is among all of them.
use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::domain::Id;
use crate::report::people::network::Net;
use crate::store::query::centre::Edge;
use crate::store::query::network::network_of;
use crate::store::query::people::PersonRow;

/// The networks, by account.
#[derive(Debug)]
pub(super) struct Nets {
    all: Vec<Net>,
    /// Of account and person which next contact they are and what it is worth, the best of all accounts first.
    proposed: HashMap<(Id, Id), (usize, f64)>,
}

impl Nets {
    /// Of these people and of who sways whom.
    pub(super) fn of(people: &[PersonRow], edges: &[Edge], today: NaiveDate) -> Self {
        let accounts: BTreeSet<Id> = people.iter().filter_map(|row| row.account).collect();
        let net = |id| Net::of(id, network_of(id, people, edges), today);
        let all: Vec<Net> = accounts.into_iter().map(net).collect();
        let worth = |net: &Net| {
            let of = |next: &crate::domain::network::Next| ((net.account, next.person), next.value);
            net.next.iter().map(of).collect::<Vec<_>>()
        };
        let mut ranked: Vec<_> = all.iter().flat_map(worth).collect();
        // Equal ones stay as they stand in their own network.
        ranked.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        let proposed = (1..).zip(ranked).map(|(rank, (who, value))| (who, (rank, value))).collect();
        Self { all, proposed }
    }

    /// The network of an account.
    pub(super) fn at(&self, account: Id) -> Option<&Net> {
        let place = self.all.binary_search_by_key(&account, |net| net.account).ok()?;
        self.all.get(place)
    }

    /// Which next contact of all somebody at an account is, counted from 1, and what it is worth; `None` for who is not proposed.
    pub(super) fn proposed(&self, account: Id, person: Id) -> Option<(usize, f64)> {
        self.proposed.get(&(account, person)).copied()
    }
}
