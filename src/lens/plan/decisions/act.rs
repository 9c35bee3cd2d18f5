//! What the keys do to a decision: a new one, who was told, who need not know.
use super::Decisions;
use crate::command::{Effect, FormOf};
use crate::domain::Id;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lens::{Cx, hearers};
use crate::store::act::Act;
use crate::store::query::decisions::DecisionRow;

impl Decisions {
    /// A form for a new decision: of the account in force, else of the row; it concerns whom such decisions usually concern.
    pub(super) fn new_decision(&self, cx: &Cx<'_>) -> Effect {
        let only = match self.known.audiences.as_slice() {
            [(account, _)] => Some(*account),
            _ => None,
        };
        let account = cx.scope.or_else(|| self.current().and_then(DecisionRow::account)).or(only);
        let mut form = FormOf::new(Kind::Decision, account);
        form.preset.push(("decided_on", Value::Day(cx.today)));
        form.preset.extend(account.map(|id| ("account", Value::Link(id))));
        let usual = self.known.audiences.iter().find(|(of, _)| Some(*of) == account);
        for (field, kind) in [("people", Kind::Person), ("colleagues", Kind::Colleague)] {
            let of = usual.iter().flat_map(|(_, who)| who).filter(|who| who.0 == kind);
            let ids: Vec<Id> = of.map(|who| who.1).collect();
            form.preset.extend((!ids.is_empty()).then_some((field, Value::Links(ids))));
        }
        Effect::OpenForm(form)
    }

    /// `x`: whoever is under the cursor has been told, or has not; on a decision the menu of those who have not, or the only one.
    pub(super) fn tell(&self, cx: &Cx<'_>) -> Vec<Effect> {
        let Some(row) = self.current() else { return Vec::new() };
        let id = row.decision.head.id;
        let told = |who| vec![Effect::Act(Act::Told(vec![(id, who)], cx.today))];
        if let Some(hearer) = self.hearer() {
            return told(hearer.who);
        }
        hearers::tell(row, cx).into_iter().collect()
    }

    /// Who is under the cursor need not know, or was not told after all.
    pub(super) fn leave_out(&self, cx: &Cx<'_>) -> Option<Effect> {
        let (row, hearer) = (self.current()?, self.hearer()?);
        if hearer.told_on.is_some() {
            return Some(Effect::Act(Act::Told(vec![(row.decision.head.id, hearer.who)], cx.today)));
        }
        let mut decision = row.decision.clone();
        let links = match hearer.who.0 {
            Kind::Colleague => &mut decision.colleagues,
            _ => &mut decision.people,
        };
        links.retain(|Link(id)| *id != hearer.who.1);
        let record: Box<dyn Record> = Box::new(decision);
        Some(Effect::Act(Act::Save(vec![record])))
    }
}
