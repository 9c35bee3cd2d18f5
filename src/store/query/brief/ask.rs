//! What the rules of questions and gaps look at.
use chrono::NaiveDate;

use super::super::account::{AccountPage, PromiseRow};
use super::super::health::member;
use super::super::network::network_of;
use super::super::people::PersonRow;
use super::super::plans::{InitiativeRow, PlanRow};
use super::super::scorecard::Indicator;
use super::Begun;
use crate::domain::choice::BuyingRole;
use crate::domain::plan::course::Standing;
use crate::domain::questions::{self, Behind, Door, Inputs, Motive};

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
        inputs.behind = page.plan.iter().flat_map(PlanRow::open).filter_map(behind).collect();
        inputs.doors = doors(page, begun);
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

/// An initiative of theirs, if it is late.
fn behind(row: &InitiativeRow) -> Option<Behind> {
    let (Standing::Late(days) | Standing::Slipping(days)) = row.standing else { return None };
    let of = &row.initiative;
    Some(Behind { initiative: of.head.id, name: of.name.clone(), theirs: of.theirs?.0, days })
}

/// Most edges of a way that is worth asking for (`formulas.md` §3).
const FAR: usize = 3;

/// Who of those there opens a door towards a decider: as it is noted of the decider, or along those who sway each other.
fn doors(page: &AccountPage, begun: &Begun) -> Vec<Door> {
    let account = page.account.head.id;
    let network = network_of(account, &page.people, &begun.edges);
    let decides = |p: &&PersonRow| p.is_active() && p.roles.contains(&BuyingRole::Decider);
    let noted = page
        .people
        .iter()
        .filter(decides)
        .filter_map(|p| Some(Door { opens: p.reached_via?, to: p.person, decider: p.person }));
    let there = begun.who.iter().filter(|a| a.here.sits()).map(|a| a.row.person);
    let swayed = there.flat_map(|opens| {
        let near = network.ways(opens).into_iter().filter(|way| way.steps.len() <= FAR);
        let door =
            near.filter_map(|way| Some(Door { opens, to: way.steps.first()?.person, decider: way.decider }));
        door.collect::<Vec<_>>()
    });
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
