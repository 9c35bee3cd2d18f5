//! What the tree offers to choose from: what to show, and the values of the row under the cursor.
use super::Tree;
use super::filter::Filter;
use super::lines::{Item, taken};
use crate::command::{Asked, Effect, Offered, OfferedRow};
use crate::domain::Id;
use crate::domain::choice::{Choice, Mix, ObjectiveStatus, PlanStatus, Priority, Set};
use crate::domain::explain::Explain;
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::value::{FieldKind, Value};
use crate::lang::{choice, number};
use crate::lens::Cx;
use crate::lens::offer::{Offering, further, narrower, set};
use crate::store::act::Act;
use crate::store::query::plans::{InitiativeRow, PlanRow};

/// What a row that was offered stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pick {
    /// Shows only this.
    Filter(Filter),
    /// Sets a field of a record.
    Set(Kind, Id, &'static str, Value),
    /// Asks how far an initiative has come.
    Progress(Id),
    /// Carries a plan forward.
    Forward(Id),
    /// Hangs a promise on an initiative, or takes it from one.
    Attach(Id, Option<Id>),
}

impl Offering<Pick> {
    /// The values of a closed set.
    fn choices(
        &mut self,
        set: Set,
        (kind, id, field): (Kind, Id, &'static str),
        now: Option<&str>,
        cx: &Cx<'_>,
    ) -> Vec<OfferedRow> {
        let row = |name: &&'static str| {
            let pick = Pick::Set(kind, id, field, Value::Choice(name));
            self.row(choice::show(set, name, cx.words), now == Some(*name), pick)
        };
        set.values.iter().map(row).collect()
    }

    /// Me and every colleague.
    fn owners(&mut self, kind: Kind, id: Id, now: Option<Link>, cx: &Cx<'_>) -> Vec<OfferedRow> {
        let me = self.row(cx.words.get("plan-me"), now.is_none(), Pick::Set(kind, id, "owner", Value::Empty));
        let names = cx.directory.of(Kind::Colleague);
        let colleague = |name: &crate::domain::directory::Name| {
            let pick = Pick::Set(kind, id, "owner", Value::Link(name.id));
            self.row(name.name.clone(), now == Some(Link(name.id)), pick)
        };
        let mut rows: Vec<OfferedRow> = names.map(colleague).collect();
        rows.insert(0, me);
        rows
    }
}

impl Tree {
    /// The menu of what to show: only what leaves something, with how much, and what is in force.
    pub(super) fn offer_filters(&mut self, cx: &Cx<'_>) -> Effect {
        let mut offering = Offering::default();
        let mut row = |filter: Filter| {
            let (count, on) = (taken(&self.plans, filter, cx.today), filter == self.filter);
            let shown = number::show(cx.words.lang(), i64::try_from(count).unwrap_or(i64::MAX));
            let text = format!("{}  {shown}", filter.words(cx));
            (count > 0 || on).then(|| offering.row(text, on, Pick::Filter(filter)))
        };
        let mut rows: Vec<OfferedRow> = Filter::SINGLE.into_iter().filter_map(&mut row).collect();
        let elements = Mix::ALL.iter().map(|m| Filter::Mix(*m)).filter_map(&mut row).collect();
        rows.extend(narrower(cx.words.get("plan-filter-mix"), elements));
        self.offered = offering.picks();
        Effect::Choose(Offered { title: cx.words.get("plan-filter"), rows })
    }

    /// Whether the row under the cursor has values to be picked.
    pub(super) fn can_set(&self) -> bool {
        self.with_item(|item| match item {
            Item::Plan(_) | Item::Objective(..) | Item::Initiative(..) | Item::Promise(..) => true,
            Item::Milestone(..) | Item::Without(..) => false,
        }) == Some(true)
    }

    /// The menu of the values of the row under the cursor.
    pub(super) fn offer_values(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let mut offering = Offering::default();
        let words = |key| cx.words.get(key);
        let offered = self.with_item(|item| {
            let (kind, id) = item.key();
            let rows = match item {
                Item::Plan(p) => of_plan(&mut offering, p, cx),
                Item::Objective(_, o) => {
                    let of = &o.objective;
                    let statuses = offering.choices(
                        ObjectiveStatus::SET,
                        (kind, id, "status"),
                        of.status.map(Choice::name),
                        cx,
                    );
                    let priorities = offering.choices(
                        Priority::SET,
                        (kind, id, "priority"),
                        of.priority.map(Choice::name),
                        cx,
                    );
                    let owners = offering.owners(kind, id, of.owner, cx);
                    let all = [
                        further(words("plan-set-status"), statuses),
                        further(words("plan-set-priority"), priorities),
                        further(words("plan-set-owner"), owners),
                    ];
                    all.into_iter().flatten().collect()
                }
                Item::Initiative(p, _, i) => of_initiative(&mut offering, p, i, cx),
                Item::Promise(..) => {
                    vec![offering.row(words("plan-set-detach"), false, Pick::Attach(id, None))]
                }
                Item::Milestone(..) | Item::Without(..) => Vec::new(),
            };
            Offered { title: item.name().to_owned(), rows }
        });
        self.offered = offering.picks();
        offered.filter(|o| !o.rows.is_empty()).map(Effect::Choose).into_iter().collect()
    }

    /// The user chose one of the rows offered last.
    pub(super) fn take_pick(&mut self, number: usize, cx: &Cx<'_>) -> Vec<Effect> {
        match self.offered.get(number).cloned() {
            Some(Pick::Filter(filter)) => {
                self.filter = filter;
                self.reading = false;
                Vec::new()
            }
            Some(Pick::Set(kind, id, field, value)) => vec![set(kind, id, field, value)],
            Some(Pick::Forward(plan)) => vec![Effect::Act(Act::CopyPlan(plan, None))],
            Some(Pick::Attach(promise, to)) => vec![Effect::Act(Act::Attach(vec![promise], to))],
            Some(Pick::Progress(id)) => {
                self.asked = Some(id);
                let name = cx.directory.name(Kind::Initiative, id);
                vec![Effect::Ask(Asked {
                    title: Explain::new("plan-progress-ask").with("name", name),
                    help: Explain::new("plan-progress-help"),
                    kind: FieldKind::Percent,
                    proposed: String::new(),
                    empty: None,
                })]
            }
            None => Vec::new(),
        }
    }
}

fn of_plan(offering: &mut Offering<Pick>, row: &PlanRow, cx: &Cx<'_>) -> Vec<OfferedRow> {
    let (kind, id, plan) = (Kind::Plan, row.plan.head.id, &row.plan);
    let mut rows = offering.choices(PlanStatus::SET, (kind, id, "status"), plan.status.map(Choice::name), cx);
    let reviewed = Pick::Set(kind, id, "reviewed_on", Value::Day(cx.today));
    let today = plan.reviewed_on == Some(cx.today);
    rows.push(offering.row(cx.words.get("plan-set-reviewed"), today, reviewed));
    rows.push(offering.row(cx.words.get("plan-set-forward"), false, Pick::Forward(id)));
    rows
}

fn of_initiative(
    offering: &mut Offering<Pick>,
    plan: &PlanRow,
    row: &InitiativeRow,
    cx: &Cx<'_>,
) -> Vec<OfferedRow> {
    let (kind, of) = (Kind::Initiative, &row.initiative);
    let id = of.head.id;
    let words = |key| cx.words.get(key);
    let mut rows = Vec::new();
    let owners = offering.owners(kind, id, of.owner, cx);
    rows.extend(further(words("plan-set-owner"), owners));
    // What hangs on it says how far it has come; nobody else need.
    if row.course.pieces.is_empty() {
        rows.push(offering.row(words("plan-set-progress"), false, Pick::Progress(id)));
    }
    let loose = plan.loose.iter().map(|promise| {
        let text = promise.text.lines().next().unwrap_or_default().to_owned();
        offering.row(text, false, Pick::Attach(promise.id, Some(id)))
    });
    let loose: Vec<OfferedRow> = loose.collect();
    rows.extend(further(words("plan-set-attach"), loose));
    let key = if of.dropped { "plan-set-take-up" } else { "plan-set-drop" };
    rows.push(offering.row(words(key), false, Pick::Set(kind, id, "dropped", Value::Flag(!of.dropped))));
    rows
}
