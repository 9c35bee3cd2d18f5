//! What the rules of questions and gaps look at.
use chrono::NaiveDate;

use super::super::account::{AccountPage, PromiseRow};
use super::super::centre::Edge;
use super::super::health::member;
use super::super::scorecard::Indicator;
use super::Begun;
use crate::domain::Id;
use crate::domain::questions::{self, Inputs, Motive};

/// The inputs of a brief.
pub(super) fn inputs(begun: &Begun, today: NaiveDate) -> Inputs {
    let there = || begun.who.iter().filter(|a| a.here.sits());
    let motive = |a: &super::Attendee| Motive {
        person: a.row.person,
        wants: !a.person.wants.is_empty(),
        worries: !a.person.worries.is_empty(),
    };
    let mut inputs = Inputs {
        attending: there().map(|a| a.row.person).collect(),
        motives: there().map(motive).collect(),
        promises: begun.promises.iter().map(PromiseRow::open).collect(),
        planned: begun.meeting.is_some(),
        ..Inputs::default()
    };
    if let Some(page) = &begun.page {
        let health = &page.checkup.health.inputs;
        inputs.account = Some(page.account.head.id);
        inputs.members.clone_from(&health.members);
        inputs.required.clone_from(&health.required);
        inputs.reading = health.reading;
        inputs.indicators = page.checkup.indicators.iter().map(indicator).collect();
        inputs.problems.clone_from(&page.affairs.problems);
        inputs.contracts.clone_from(&page.affairs.contracts);
        inputs.sales.clone_from(&page.affairs.opportunities);
        inputs.ways = ways(page, &begun.edges);
        inputs.planned |= page.log.iter().any(|row| row.planned && row.day >= today);
    }
    // Who comes from elsewhere sits there all the same.
    for attendee in there().filter(|a| !a.row.placeholder) {
        if inputs.members.iter().all(|m| m.person != attendee.row.person) {
            inputs.members.push(member(&attendee.row));
        }
    }
    inputs
}

/// Through whom one gets to whom: as it is noted of a person, or because they sway them.
fn ways(page: &AccountPage, edges: &[Edge]) -> Vec<(Id, Id)> {
    let active = page.people.iter().filter(|p| p.is_active());
    let noted = active.filter_map(|p| Some((p.reached_via?, p.person)));
    let swayed = edges.iter().filter(|e| e.tie.strength().is_some()).map(|e| (e.person, e.sways));
    noted.chain(swayed).collect()
}

fn indicator(one: &Indicator) -> questions::Indicator {
    let kpi = &one.figures.kpi;
    questions::Indicator {
        kpi: kpi.head.id,
        name: kpi.name.clone(),
        rag: one.standing.rag.clone(),
        as_of: one.standing.as_of.as_ref().ok().copied(),
        revenue: one.revenue,
        computed: kpi.computed.is_some(),
    }
}
