//! What stands under the cursor of the page, and what is opened or made there.
use super::lines::{Line, Section};
use super::state::Accounts;
use crate::command::{Effect, FormOf, LensKind, Only};
use crate::domain::Id;
use crate::domain::choice::{Choice, Side};
use crate::domain::day::plus_days;
use crate::domain::insight::Act;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lens::{Cx, Place, Under};
use crate::store::query::account::AccountPage;

/// What can be added to an account, in the order in which it is offered.
const OFFERED: [Kind; 9] = [
    Kind::Commitment,
    Kind::Person,
    Kind::Kpi,
    Kind::Opportunity,
    Kind::Contract,
    Kind::Problem,
    Kind::Reading,
    Kind::Interaction,
    Kind::Unit,
];

/// Days until a promise that is proposed falls due.
const A_WEEK: i64 = 7;

impl Accounts {
    /// `n`: on the page a choice of what can be added, the cursor on what the section holds; in the list an account.
    pub(super) fn new_record(&self) -> Effect {
        let Some(account) = self.page.as_ref().map(|p| p.account.head.id).filter(|_| self.in_page()) else {
            return Effect::OpenForm(FormOf::new(Kind::Account, None));
        };
        let section = self.lines.get(self.at).map_or(Section::Profile, |l| l.section());
        let at = OFFERED.iter().position(|kind| *kind == section.kind()).unwrap_or(0);
        let forms = OFFERED
            .map(|kind| if kind == section.kind() { added(section, account) } else { blank(kind, account) });
        Effect::Offer(forms.to_vec(), at)
    }

    /// ⏎ where the page itself answers: the list, empty places, the account, parts of the health, what is worth a thought.
    pub(super) fn open(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        if !self.in_page() {
            let scope = self.chosen().map(|r| r.id);
            return vec![Effect::Go { lens: LensKind::Accounts, scope, record: None }];
        }
        let Some(page) = &self.page else { return Vec::new() };
        let id = page.account.head.id;
        match self.lines.get(self.at).copied() {
            Some(Line::Empty(section)) => vec![Effect::OpenForm(added(section, id))],
            Some(Line::Title | Line::Fact(_) | Line::Note(_)) => {
                vec![Effect::OpenForm(FormOf::edit(Kind::Account, id, Some(id)))]
            }
            Some(Line::Part(i)) => {
                let part = page.checkup.health.health.score.parts.get(i);
                let section = part.and_then(|part| of_part(&part.label.key));
                let first = self.lines.iter().position(|l| Some(l.section()) == section && l.stands());
                self.at = first.unwrap_or(self.at);
                Vec::new()
            }
            Some(Line::Insight(i)) => {
                let act = page.checkup.insights.get(i).map(|insight| &insight.act);
                act.map(|act| follow(act, id, cx)).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn under_page(&self) -> Option<Under> {
        let page = self.page.as_deref()?;
        let line = *self.lines.get(self.at)?;
        let account = Some(page.account.head.id);
        if let Line::Insight(i) = line {
            let insight = page.checkup.insights.get(i)?;
            let (kind, id) = insight.subject;
            let person = Some(id).filter(|_| kind == Kind::Person);
            let topic = Some(insight.rule.name());
            return Some(Under { account, person, topic, ..Under::new(kind, id, self.told.get(i)?.clone()) });
        }
        let (kind, id) = record_of(page, line)?;
        let under = match line {
            Line::Person(i) => {
                let person = page.people.get(i)?;
                let place = Place::of(person);
                Under { person: Some(id), place, ..Under::new(kind, id, person.name.clone()) }
            }
            Line::Promise(_, i) => {
                let promise = page.promises.get(i)?;
                let person = promise.counterpart.as_ref().map(|c| c.0);
                Under { person, ..Under::new(kind, id, promise.text.clone()) }
            }
            Line::Talk(planned, i) => {
                let talk = page.log.get(i)?;
                let person = talk.people.first().map(|p| p.0);
                Under { person, planned, ..Under::new(kind, id, talk.text.clone()) }
            }
            Line::Unit(i) => Under::new(kind, id, page.units.get(i)?.1.clone()),
            Line::Kpi(i) => Under::new(kind, id, page.checkup.indicators.get(i)?.figures.kpi.name.clone()),
            Line::Plan => Under::new(kind, id, page.plan.as_ref()?.plan.name.clone()),
            Line::Initiative(i) => {
                Under::new(kind, id, page.plan.as_ref()?.open().get(i)?.initiative.name.clone())
            }
            Line::Problem(i) => Under::new(kind, id, page.affairs.problems.get(i)?.name.clone()),
            Line::Opportunity(i) => Under::new(kind, id, page.affairs.opportunities.get(i)?.name.clone()),
            Line::Contract(i) => Under::new(kind, id, page.affairs.contracts.get(i)?.name.clone()),
            Line::Reading(i) => {
                let reading = page.affairs.readings.get(i)?;
                let person = reading.person.map(|p| p.0);
                Under { person, ..Under::new(kind, id, reading.score.unwrap_or_default().to_string()) }
            }
            _ => Under::new(kind, id, page.account.name.clone()),
        };
        Some(Under { account, ..under })
    }
}

fn blank(kind: Kind, account: Id) -> FormOf {
    let preset = vec![("account", Value::Link(account))];
    FormOf { preset, ..FormOf::new(kind, Some(account)) }
}

/// The form for what a section holds.
fn added(section: Section, account: Id) -> FormOf {
    let mut form = blank(section.kind(), account);
    let side = match section {
        Section::Ours => Some(Side::Ours),
        Section::Theirs => Some(Side::Theirs),
        _ => None,
    };
    form.preset.extend(side.map(|s| ("side", Value::Choice(s.name()))));
    form
}

/// Where on the page stands what a part of the health is made of.
fn of_part(key: &str) -> Option<Section> {
    match key {
        "health-part-commercial" => Some(Section::Kpis),
        "health-part-relationship" => Some(Section::People),
        "health-part-commitments" => Some(Section::Ours),
        "health-part-satisfaction" => Some(Section::Satisfaction),
        "health-part-risk" => Some(Section::Problems),
        _ => None,
    }
}

/// What the one key of an insight does.
fn follow(act: &Act, account: Id, cx: &Cx<'_>) -> Vec<Effect> {
    let scope = Some(account);
    match act {
        Act::AddPerson(role) => {
            let mut form = blank(Kind::Person, account);
            form.preset.extend(role.map(|role| ("roles", Value::Choices(vec![role.name()]))));
            vec![Effect::OpenForm(form)]
        }
        Act::OpenPerson(id) => {
            vec![Effect::Go { lens: LensKind::People, scope, record: Some((Kind::Person, *id)) }]
        }
        Act::OpenPeople => vec![Effect::Go { lens: LensKind::People, scope, record: None }],
        Act::AddCommitment { text, person } => {
            let mut form = added(Section::Ours, account);
            form.preset.push(("text", Value::Text(cx.words.say(text))));
            form.preset.extend(person.map(|p| ("counterpart", Value::Link(p))));
            form.preset.push(("due", Value::Day(plus_days(cx.today, A_WEEK))));
            vec![Effect::OpenForm(form)]
        }
        Act::OpenCommitment(id) => vec![Effect::OpenForm(FormOf::edit(Kind::Commitment, *id, scope))],
        Act::Open(Kind::Account, id) => {
            vec![Effect::Go { lens: LensKind::Portfolio, scope: None, record: Some((Kind::Account, *id)) }]
        }
        Act::Open(kind, id) => match LensKind::home(*kind) {
            Some(lens) => vec![Effect::Go { lens, scope, record: Some((*kind, *id)) }],
            None => vec![Effect::OpenForm(FormOf::edit(*kind, *id, scope))],
        },
        Act::OpenCell(kpi, period) => vec![
            Effect::Only(LensKind::Kpis, Only::Period(*period)),
            Effect::Go { lens: LensKind::Kpis, scope, record: Some((Kind::Kpi, *kpi)) },
        ],
    }
}

/// The record of a line. What is worth a thought is no record, though it may be about one.
pub(super) fn record_of(page: &AccountPage, line: Line) -> Option<(Kind, Id)> {
    let affairs = &page.affairs;
    match line {
        Line::Title | Line::Note(_) => Some((Kind::Account, page.account.head.id)),
        Line::Fact(_) if line.stands() => Some((Kind::Account, page.account.head.id)),
        Line::Kpi(i) => page.checkup.indicators.get(i).map(|k| (Kind::Kpi, k.figures.kpi.head.id)),
        Line::Person(i) => page.people.get(i).map(|p| (Kind::Person, p.person)),
        Line::Promise(_, i) => page.promises.get(i).map(|p| (Kind::Commitment, p.id)),
        Line::Plan => page.plan.as_ref().map(|p| (Kind::Plan, p.plan.head.id)),
        Line::Initiative(i) => {
            let open = page.plan.as_ref()?.open();
            open.get(i).map(|step| (Kind::Initiative, step.initiative.head.id))
        }
        Line::Problem(i) => affairs.problems.get(i).map(|p| (Kind::Problem, p.head.id)),
        Line::Opportunity(i) => affairs.opportunities.get(i).map(|o| (Kind::Opportunity, o.head.id)),
        Line::Contract(i) => affairs.contracts.get(i).map(|c| (Kind::Contract, c.head.id)),
        Line::Reading(i) => affairs.readings.get(i).map(|r| (Kind::Reading, r.head.id)),
        Line::Talk(_, i) => page.log.get(i).map(|t| (Kind::Interaction, t.id)),
        Line::Unit(i) => page.units.get(i).map(|u| (Kind::Unit, u.0)),
        Line::About
        | Line::Fact(_)
        | Line::Contact
        | Line::Blank(_)
        | Line::Head(_)
        | Line::Empty(_)
        | Line::Insight(_)
        | Line::Part(_) => None,
    }
}
