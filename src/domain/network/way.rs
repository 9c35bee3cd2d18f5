//! The shortest ways to those who decide: fewest edges, then the strongest, then over the weightiest people.
use std::cmp::Reverse;
use std::collections::HashMap;

use super::{Network, Node};
use crate::domain::Id;

/// One edge of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Its record.
    pub edge: Id,
    /// Its strength, 1–3.
    pub strength: i64,
    /// Whom it leads to.
    pub person: Id,
}

/// A way to a decider; without steps it is they themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Where it leads.
    pub decider: Id,
    /// Its edges, from the person's own; the last leads to the decider.
    pub steps: Vec<Step>,
}

impl Way {
    /// Those between the person and the decider.
    pub fn through(&self) -> impl Iterator<Item = Id> {
        self.steps.iter().rev().skip(1).rev().map(|step| step.person)
    }
}

/// The way to the decider whom a person reaches first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest {
    /// The shortest of their ways.
    pub way: Way,
    /// How many other deciders they have a way to.
    pub others: usize,
}

/// The way from one person on towards a decider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Leg {
    /// Edges up to the decider.
    pub edges: usize,
    /// Their strengths together.
    pub strength: i64,
    /// Weights of those on the way, the decider with them.
    weight: i64,
    /// The first edge; `None` where it ends.
    first: Option<(usize, Step)>,
}

impl Leg {
    /// Ways of as many edges: the better one is the larger.
    const fn worth(&self) -> (i64, i64) {
        (self.strength, self.weight)
    }
}

impl Network {
    /// The best way to a decider from everybody who has one of at most `most` edges.
    pub(super) fn legs(&self, decider: usize, most: usize) -> Vec<Option<Leg>> {
        let mut legs: Vec<Option<Leg>> = vec![None; self.nodes.len()];
        let Some(end) = legs.get_mut(decider) else { return legs };
        *end = Some(Leg { edges: 0, strength: 0, weight: 0, first: None });
        let mut front = vec![decider];
        for edges in 1..=most.min(self.nodes.len()) {
            let mut reached: Vec<usize> = Vec::new();
            for on in std::mem::take(&mut front) {
                let Some(rest) = legs[on] else { continue };
                let node = &self.nodes[on];
                for arc in &self.into[on] {
                    let step = Step { edge: arc.id, strength: arc.s, person: node.person };
                    let leg = Leg {
                        edges,
                        strength: rest.strength + arc.s,
                        weight: rest.weight + node.weight.w,
                        first: Some((on, step)),
                    };
                    let key = |leg: &Leg| (leg.worth(), leg.first.map(|(on, _)| Reverse(on)));
                    match &mut legs[arc.at] {
                        unknown @ None => {
                            *unknown = Some(leg);
                            reached.push(arc.at);
                        }
                        Some(known) if known.edges == edges && key(known) < key(&leg) => *known = leg,
                        Some(_) => {}
                    }
                }
            }
            reached.sort_unstable();
            front = reached;
        }
        legs
    }

    /// The way that these legs describe from one person on.
    pub(super) fn walk(&self, from: usize, decider: usize, legs: &[Option<Leg>]) -> Way {
        let mut steps = Vec::new();
        let mut at = from;
        while let Some((on, step)) = legs.get(at).copied().flatten().and_then(|leg| leg.first) {
            steps.push(step);
            at = on;
        }
        Way { decider: self.nodes[decider].person, steps }
    }

    /// Of everybody who has a way to a decider the first one of [`Network::ways`].
    pub fn nearest(&self) -> HashMap<Id, Nearest> {
        let decides = |(_, node): &(usize, &Node)| node.decider && !node.placeholder;
        let ends: Vec<usize> = self.nodes.iter().enumerate().filter(decides).map(|(to, _)| to).collect();
        let legs: Vec<_> = ends.iter().map(|to| self.legs(*to, self.nodes.len())).collect();
        let near = |(from, node): (usize, &Node)| {
            let reached = ends.iter().zip(&legs).filter(|(to, _)| **to != from);
            let reached =
                reached.filter_map(|(to, legs)| Some((legs.get(from).copied().flatten()?, *to, legs)));
            let found: Vec<_> = reached.collect();
            let (_, to, legs) =
                found.iter().min_by_key(|(leg, to, _)| (leg.edges, Reverse(leg.worth()), *to))?;
            Some((node.person, Nearest { way: self.walk(from, *to, legs), others: found.len() - 1 }))
        };
        self.nodes.iter().enumerate().filter_map(near).collect()
    }

    /// The shortest way from a person to each decider that can be reached, the nearest first; themselves left out.
    pub fn ways(&self, person: Id) -> Vec<Way> {
        let Some(from) = self.at(person) else { return Vec::new() };
        let mut found: Vec<(Leg, usize, Way)> = Vec::new();
        for (to, node) in self.nodes.iter().enumerate().filter(|(to, n)| n.decider && *to != from) {
            if node.placeholder {
                continue;
            }
            let legs = self.legs(to, self.nodes.len());
            if let Some(leg) = legs.get(from).copied().flatten() {
                found.push((leg, to, self.walk(from, to, &legs)));
            }
        }
        found.sort_by_key(|(leg, to, _)| (leg.edges, Reverse(leg.worth()), *to));
        found.into_iter().map(|(_, _, way)| way).collect()
    }
}
