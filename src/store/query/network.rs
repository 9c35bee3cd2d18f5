//! The network of each account, made of its people and of who sways whom there.
use super::centre::Edge;
use super::people::PersonRow;
use crate::domain::Id;
use crate::domain::choice::BuyingRole;
use crate::domain::network::{Network, Node, Sway};

impl PersonRow {
    /// As the network sees them; `None` for who has left or has no account.
    pub fn node(&self) -> Option<Node> {
        if self.left_on.is_some() || self.account.is_none() {
            return None;
        }
        Some(Node {
            person: self.person,
            name: self.name.clone(),
            weight: self.weight,
            stance: self.stance,
            decider: self.roles.contains(&BuyingRole::Decider),
            last: self.last,
            cadence: self.cadence,
            do_not_contact: self.do_not_contact,
            not_before: self.not_before,
            placeholder: self.placeholder,
        })
    }
}

/// The network of an account; empty where nobody works there.
pub fn network_of(account: Id, people: &[PersonRow], edges: &[Edge]) -> Network {
    let here = people.iter().filter(|row| row.account == Some(account));
    let sway = |edge: &Edge| Sway { id: edge.id, person: edge.person, sways: edge.sways, tie: edge.tie };
    let edges: Vec<Sway> = edges.iter().filter(|edge| edge.account == account).map(sway).collect();
    Network::new(here.filter_map(PersonRow::node).collect(), &edges)
}
