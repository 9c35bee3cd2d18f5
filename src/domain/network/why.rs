//! How reach and next contact are made, part by part: what `=` shows.
use chrono::NaiveDate;

use super::{Arc, Network, Next, Node};
use crate::domain::Id;
use crate::domain::cadence::as_f64;
use crate::domain::choice::{Choice, Tie};
use crate::domain::day::days_between;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::score::{Figure, Input, Part, Score};

/// `strong`, `medium`, `weak` as a key of its word.
fn tie(strength: i64) -> Explain {
    let tie = Tie::ALL.iter().find(|tie| tie.strength() == Some(strength));
    Explain::new(format!("choice-tie-{}", tie.map_or("weak", |tie| tie.name())))
}

fn named(key: &str, name: &str) -> Explain {
    Explain::new(key).with("name", name)
}

impl Network {
    /// How the reach of a person is made: their own weight, and what they have through each whom they sway. `None` for who is not
    /// counted.
    pub fn why_reach(&self, person: Id) -> Option<Score> {
        let reach = self.reach(person)?;
        let at = self.at(person)?;
        let own = own_weight(&self.nodes[at]);
        let parts = [own].into_iter().chain(self.out[at].iter().map(|arc| self.part_through(*arc))).collect();
        Some(Score {
            formula: Explain::new("network-formula-reach"),
            value: Ok(Figure::Plain(reach)),
            evidence: 1.0,
            parts,
        })
    }

    fn part_through(&self, arc: Arc) -> Part {
        let other = &self.nodes[arc.at];
        let share = Explain::new("network-input-share").with("part", arc.s).with("whole", self.taken(arc.at));
        let inputs = vec![
            Input::new(tie(arc.s), Figure::Words(share)).of(Kind::Influence, arc.id),
            Input::new(named("network-input-reach", &other.name), Figure::Plain(self.reach[arc.at]))
                .of(Kind::Person, other.person),
        ];
        Part {
            label: named("network-part-through", &other.name),
            weight: None,
            value: Ok(Figure::Plain(self.through(arc))),
            inputs,
        }
    }

    /// How the value of a next contact is made, factor by factor.
    pub fn why_next(&self, next: &Next, today: NaiveDate) -> Option<Score> {
        let at = self.at(next.person)?;
        let parts =
            vec![self.factor_reach(at), factor_lateness(&self.nodes[at], today), self.factor_way(next)];
        Some(Score {
            formula: Explain::new("network-formula-next"),
            value: Ok(Figure::Plain(next.value)),
            evidence: 1.0,
            parts,
        })
    }

    fn factor_reach(&self, at: usize) -> Part {
        let node = &self.nodes[at];
        let own = Input::new(Explain::new("network-part-weight"), Figure::Plain(as_f64(node.weight.w)))
            .of(Kind::Person, node.person);
        let through = self.out[at].iter().map(|arc| {
            let label = named("network-part-through", &self.nodes[arc.at].name);
            Input::new(label, Figure::Plain(self.through(*arc))).of(Kind::Influence, arc.id)
        });
        let inputs = [own].into_iter().chain(through).collect();
        Part::plain("network-part-reach", Ok(Figure::Plain(self.reach[at])), inputs)
    }

    fn factor_way(&self, next: &Next) -> Part {
        let mut inputs = Vec::new();
        for step in next.way.iter().flat_map(|way| &way.steps) {
            let name = self.node(step.person).map(|n| n.name.as_str()).unwrap_or_default();
            let input = Input::new(named("network-input-step", name), Figure::Words(tie(step.strength)));
            inputs.push(input.of(Kind::Influence, step.edge));
        }
        if let Some(decider) = next.way.as_ref().and_then(|way| self.node(way.decider)) {
            let stance = decider.stance.map_or_else(
                || Explain::new("network-stance-unknown"),
                |stance| Explain::new(format!("choice-stance-{}", stance.name())),
            );
            let label = named("network-input-decider", &decider.name);
            inputs.push(Input::new(label, Figure::Words(stance)).of(Kind::Person, decider.person));
        } else {
            let label = Explain::new("network-part-way");
            inputs.push(Input::new(label, Figure::Words(Explain::new("network-no-way"))));
        }
        Part::plain("network-part-way", Ok(Figure::Plain(next.on_the_way())), inputs)
    }
}

fn factor_lateness(node: &Node, today: NaiveDate) -> Part {
    let last = Input::new(
        Explain::new("network-input-last"),
        node.last.map_or_else(
            || Figure::Words(Explain::new("network-never")),
            |last| Figure::Days(days_between(last, today)),
        ),
    );
    let last = node.last.iter().fold(last, |input, day| input.on(*day)).of(Kind::Person, node.person);
    let cadence = Input::new(Explain::new("network-input-cadence"), Figure::Days(node.cadence));
    let value = Figure::Plain(1.0 + node.lateness(today));
    Part::plain("network-part-lateness", Ok(value), vec![last, cadence])
}

fn own_weight(node: &Node) -> Part {
    let label = Explain::new("network-part-weight");
    let said = if node.weight.assumed { "network-weight-assumed" } else { "network-weight-set" };
    let input = Input::new(label.clone(), Figure::Words(Explain::new(said))).of(Kind::Person, node.person);
    Part { label, weight: None, value: Ok(Figure::Plain(as_f64(node.weight.w))), inputs: vec![input] }
}
