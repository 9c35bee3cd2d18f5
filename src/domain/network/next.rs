//! The most valuable next contact (§3): far reach, long unseen, on the way to a decider who is not won yet.
use std::cmp::Reverse;

use chrono::NaiveDate;

use super::way::{Leg, Way};
use super::{Network, Node};
use crate::domain::Id;
use crate::domain::cadence::{Contact, contact};
use crate::domain::choice::Choice;
use crate::domain::day::days_between;
use crate::domain::explain::Explain;
use crate::domain::turn::is_reachable;

/// A person to be seen, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Next {
    /// The person.
    pub person: Id,
    /// reach × (1 + lateness) × (1.5 or 1).
    pub value: f64,
    /// How far their word reaches.
    pub reach: f64,
    /// 0 … 2.
    pub lateness: f64,
    /// The way to the nearest decider who is not known to be for us, of at most three edges; without steps it is they themselves.
    pub way: Option<Way>,
    /// What speaks for them, the strongest reason first; joined by commas it is a sentence.
    pub reason: Vec<Explain>,
}

/// Most edges of a way that counts.
const NEAR: usize = 3;
/// What such a way is worth.
const ON_THE_WAY: f64 = 1.5;

impl Next {
    /// What their way to a decider multiplies by: 1.5, or 1 where they have none.
    pub const fn on_the_way(&self) -> f64 {
        if self.way.is_some() { ON_THE_WAY } else { 1.0 }
    }
}

/// Everybody who can be seen, the most valuable first: not placeholders, not who asked not to be contacted, not who is not to be
/// contacted yet.
pub fn next_contacts(network: &Network, today: NaiveDate) -> Vec<Next> {
    let ways = network.open_ways();
    let proposed =
        |node: &Node| !node.placeholder && is_reachable(node.do_not_contact, node.not_before, today);
    let mut all: Vec<(i64, Next)> = Vec::new();
    for (at, (node, reach)) in network.nodes.iter().zip(&network.reach).enumerate() {
        if !proposed(node) {
            continue;
        }
        let (lateness, way) = (node.lateness(today), ways[at].clone());
        let reason = network.reason(at, way.as_ref(), today);
        let mut next = Next { person: node.person, value: 0.0, reach: *reach, lateness, way, reason };
        next.value = reach * (1.0 + lateness) * next.on_the_way();
        all.push((node.weight.w, next));
    }
    all.sort_by(|(w, a), (v, b)| {
        b.value
            .total_cmp(&a.value)
            .then(v.cmp(w))
            .then(b.reach.total_cmp(&a.reach))
            .then(a.person.cmp(&b.person))
    });
    all.into_iter().map(|(_, next)| next).collect()
}

impl Network {
    /// Of each person the best way to a decider who is not known to be for us.
    fn open_ways(&self) -> Vec<Option<Way>> {
        let mut best: Vec<Option<(Leg, usize)>> = vec![None; self.nodes.len()];
        let mut walked = Vec::new();
        for (to, node) in self.nodes.iter().enumerate().filter(|(_, n)| n.is_open_decider()) {
            let legs = self.legs(to, NEAR);
            for (best, leg) in best.iter_mut().zip(&legs) {
                let key = |(leg, w): &(Leg, i64)| (Reverse(leg.edges), leg.strength, *w);
                let known = best.and_then(|(leg, of)| Some((leg, self.nodes.get(of)?.weight.w)));
                if let Some(leg) = leg
                    && known.as_ref().map(key) < Some(key(&(*leg, node.weight.w)))
                {
                    *best = Some((*leg, to));
                }
            }
            walked.push((to, legs));
        }
        let way = |(at, best): (usize, &Option<(Leg, usize)>)| {
            let (_, to) = (*best)?;
            let (_, legs) = walked.iter().find(|(of, _)| *of == to)?;
            Some(self.walk(at, to, legs))
        };
        best.iter().enumerate().map(way).collect()
    }

    /// Why somebody should be seen: how late, how many they sway, whom they lead to.
    fn reason(&self, at: usize, way: Option<&Way>, today: NaiveDate) -> Vec<Explain> {
        let node = &self.nodes[at];
        let late = |last| days_between(last, today) - node.cadence;
        let mut said = match (node.last, contact(node.last, node.cadence, today)) {
            (Some(last), Contact::Overdue) => {
                vec![Explain::new("network-reason-late").with("days", late(last))]
            }
            (Some(last), Contact::Due) => vec![Explain::new("network-reason-due").with("days", late(last))],
            (Some(_), Contact::Fresh) => Vec::new(),
            (None, _) | (_, Contact::Never) => vec![Explain::new("network-reason-never")],
        };
        let swayed = self.out[at].len();
        if swayed > 0 {
            said.push(Explain::new("network-reason-sways").with("count", swayed));
        }
        said.extend(way.and_then(|way| self.leads_to(way)));
        if swayed == 0 && way.is_none() {
            said.push(Explain::new("network-reason-weight").with("weight", node.weight.w));
        }
        said
    }

    fn leads_to(&self, way: &Way) -> Option<Explain> {
        let decider = self.node(way.decider)?;
        let stance = decider.stance.map_or("unknown", Choice::name);
        if way.steps.is_empty() {
            return Some(Explain::new("network-reason-decides").with("stance", stance));
        }
        let through: Vec<&str> =
            way.through().filter_map(|id| self.node(id)).map(|node| node.name.as_str()).collect();
        let said = if through.is_empty() {
            Explain::new("network-reason-way")
        } else {
            Explain::new("network-reason-way-through").with("through", through.join(" → "))
        };
        Some(said.with("name", &decider.name).with("stance", stance))
    }
}
