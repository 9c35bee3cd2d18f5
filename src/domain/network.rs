//! Who sways whom at an account (§3): how far the word of each person reaches, the ways to those who decide, and whom to see next.
//! Active people only; a placeholder is drawn and not counted, and neither is a conflict.
mod next;
#[cfg(test)]
mod tests;
mod way;
mod why;

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

use super::Id;
use super::cadence::{Weight, as_f64, lateness};
use super::choice::{Stance, Tie};
pub use next::{Next, next_contacts};
pub use way::{Nearest, Step, Way};

/// A person of the account, as the network sees them.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The person.
    pub person: Id,
    /// Their name, for the words.
    pub name: String,
    /// Influence weight, 1–5.
    pub weight: Weight,
    /// Attitude to us; unknown is none.
    pub stance: Option<Stance>,
    /// They decide.
    pub decider: bool,
    /// Last touch.
    pub last: Option<NaiveDate>,
    /// Days between contacts.
    pub cadence: i64,
    /// They asked not to be contacted: never proposed.
    pub do_not_contact: bool,
    /// Not proposed before that day.
    pub not_before: Option<NaiveDate>,
    /// A place whose holder is not known by name.
    pub placeholder: bool,
}

impl Node {
    /// Lateness 0 … 2 (§1).
    fn lateness(&self, today: NaiveDate) -> f64 {
        lateness(self.last, self.cadence, today)
    }

    /// Decides, and we do not know that it will be for us.
    fn is_open_decider(&self) -> bool {
        self.decider && !self.placeholder && self.stance.is_none_or(|s| s.score() <= 0)
    }
}

/// An edge: somebody sways somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sway {
    /// The record it comes from.
    pub id: Id,
    /// Who sways.
    pub person: Id,
    /// Who is swayed.
    pub sways: Id,
    /// How strongly, or that they are in conflict.
    pub tie: Tie,
}

/// A counted edge, seen from one of its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Arc {
    /// The other end.
    at: usize,
    /// Its strength.
    s: i64,
    /// Its record.
    id: Id,
}

/// The people of one account and who sways whom, with the reach of each.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Network {
    nodes: Vec<Node>,
    place: HashMap<Id, usize>,
    drawn: Vec<Sway>,
    /// Whom each sways, the strongest first.
    out: Vec<Vec<Arc>>,
    /// Who sways each, the strongest first.
    into: Vec<Vec<Arc>>,
    reach: Vec<f64>,
}

/// Share of a person's reach that those who sway them have together, at the most.
const PASSED_ON: f64 = 0.85;
/// What keeps a person's own head beside those who sway them.
const OWN_HEAD: i64 = 3;
/// Changes below this are none.
const SETTLED: f64 = 1e-9;

impl Network {
    /// The network of these people: edges with an end outside it and those from a person to themselves are left out, of several
    /// between the same two the strongest is kept, and a conflict beside it.
    pub fn new(people: Vec<Node>, edges: &[Sway]) -> Self {
        let mut seen = HashSet::new();
        let nodes: Vec<Node> = people.into_iter().filter(|n| seen.insert(n.person)).collect();
        let place: HashMap<Id, usize> = nodes.iter().enumerate().map(|(at, n)| (n.person, at)).collect();
        let mut kept: BTreeMap<(usize, usize, bool), Sway> = BTreeMap::new();
        for edge in edges.iter().filter(|e| e.person != e.sways) {
            let (Some(from), Some(to)) = (place.get(&edge.person), place.get(&edge.sways)) else { continue };
            let one = kept.entry((*from, *to, edge.tie == Tie::Conflict)).or_insert(*edge);
            if (edge.tie.strength(), one.id) > (one.tie.strength(), edge.id) {
                *one = *edge;
            }
        }
        let mut network = Self {
            drawn: kept.values().copied().collect(),
            out: vec![Vec::new(); nodes.len()],
            into: vec![Vec::new(); nodes.len()],
            reach: Vec::new(),
            place,
            nodes,
        };
        for ((from, to, _), edge) in &kept {
            let counts = !network.nodes[*from].placeholder && !network.nodes[*to].placeholder;
            if let Some(s) = edge.tie.strength().filter(|_| counts) {
                network.out[*from].push(Arc { at: *to, s, id: edge.id });
                network.into[*to].push(Arc { at: *from, s, id: edge.id });
            }
        }
        for arcs in network.out.iter_mut().chain(&mut network.into) {
            arcs.sort_by_key(|arc| (std::cmp::Reverse(arc.s), arc.at));
        }
        network.reach = network.settled();
        network
    }

    /// `reach_i = w_i + 0.85 · Σ_j s_ij/(3 + Σ_k s_kj) · reach_j`, iterated from `w` until the largest change is below 1e-9.
    ///
    /// The parts of one person's reach that others have add up to less than 0.85 of it, so the sum of all changes shrinks to less
    /// than 0.85 with every round: it always ends.
    fn settled(&self) -> Vec<f64> {
        let own: Vec<f64> = self.nodes.iter().map(|n| as_f64(n.weight.w)).collect();
        let taken: Vec<i64> = (0..self.nodes.len()).map(|at| self.taken(at)).collect();
        let mut reach = own.clone();
        loop {
            let passed: Vec<f64> =
                reach.iter().zip(&taken).map(|(reach, taken)| PASSED_ON * reach / as_f64(*taken)).collect();
            let of = |(own, arcs): (&f64, &Vec<Arc>)| {
                own + arcs.iter().map(|arc| as_f64(arc.s) * passed[arc.at]).sum::<f64>()
            };
            let next: Vec<f64> = own.iter().zip(&self.out).map(of).collect();
            let largest = reach.iter().zip(&next).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
            reach = next;
            if largest < SETTLED {
                return reach;
            }
        }
    }

    /// `3 + Σ_k s_kj`.
    fn taken(&self, at: usize) -> i64 {
        OWN_HEAD + self.into[at].iter().map(|arc| arc.s).sum::<i64>()
    }

    /// Part of the reach of one that another has over this edge.
    fn through(&self, arc: Arc) -> f64 {
        PASSED_ON * as_f64(arc.s) / as_f64(self.taken(arc.at)) * self.reach[arc.at]
    }

    fn at(&self, person: Id) -> Option<usize> {
        self.place.get(&person).copied()
    }

    /// Everybody, in the order in which they were given.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// A person of the network.
    pub fn node(&self, person: Id) -> Option<&Node> {
        self.nodes.get(self.at(person)?)
    }

    /// The edges that are drawn: at most one sway and one conflict from one person to another.
    pub fn edges(&self) -> &[Sway] {
        &self.drawn
    }

    /// The reach of a person (§3); at least their weight. `None` for who is not counted.
    pub fn reach(&self, person: Id) -> Option<f64> {
        let at = self.at(person).filter(|at| !self.nodes[*at].placeholder)?;
        self.reach.get(at).copied()
    }

    /// Everybody who is counted, the farthest reach first; of equal ones the weightier, then by name.
    pub fn ranked(&self) -> Vec<(&Node, f64)> {
        let counted = self.nodes.iter().zip(self.reach.iter().copied()).filter(|(n, _)| !n.placeholder);
        let mut all: Vec<_> = counted.collect();
        all.sort_by(|(a, x), (b, y)| {
            let known = (b.weight.w, !b.weight.assumed).cmp(&(a.weight.w, !a.weight.assumed));
            y.total_cmp(x).then(known).then_with(|| a.name.cmp(&b.name)).then(a.person.cmp(&b.person))
        });
        all
    }

    /// Whom a person sways, the strongest first: drawn edges, conflicts and placeholders last.
    pub fn sways(&self, person: Id) -> Vec<Sway> {
        self.edges_where(|edge| edge.person == person)
    }

    /// Who sways a person, the strongest first.
    pub fn swayed_by(&self, person: Id) -> Vec<Sway> {
        self.edges_where(|edge| edge.sways == person)
    }

    fn edges_where(&self, wanted: impl Fn(&&Sway) -> bool) -> Vec<Sway> {
        let mut found: Vec<Sway> = self.drawn.iter().filter(wanted).copied().collect();
        found.sort_by_key(|edge| std::cmp::Reverse(edge.tie.strength()));
        found
    }
}
