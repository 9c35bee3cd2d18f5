//! What stands under the cursor, and what is opened or made there.
use super::state::{Here, Today};
use crate::command::{Effect, FormOf, LensKind, Only};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::domain::needs::Cause;
use crate::domain::value::Value;
use crate::lens::{Cx, Place, Under};

impl Today {
    /// The record of the row under the cursor.
    pub(super) fn record_here(&self) -> Option<Under> {
        let under = match self.here()? {
            Here::Need(n) if n.subject.1 == 0 => return None,
            Here::Need(n) => Under {
                account: n.account,
                person: n.person,
                place: self.place(n.person, n.account),
                planned: n.subject.0 == Kind::Interaction,
                topic: n.cause.topic(),
                ..Under::new(n.subject.0, n.subject.1, self.title())
            },
            Here::Item(i) => Under {
                account: i.account,
                person: i.person,
                place: self.place(i.person, i.account),
                planned: i.subject.0 == Kind::Interaction,
                ..Under::new(i.subject.0, i.subject.1, self.title())
            },
            Here::Card(c) => {
                Under { account: Some(c.account), ..Under::new(Kind::Account, c.account, c.name.clone()) }
            }
            Here::Moved(m) => {
                Under { account: m.account, ..Under::new(m.subject.0, m.subject.1, self.title()) }
            }
            Here::Act(act) => {
                let (kind, id) = *self.answer.as_deref()?.since.about.get(&act.id)?;
                Under {
                    account: Some(id).filter(|_| kind == Kind::Account),
                    person: Some(id).filter(|_| kind == Kind::Person),
                    ..Under::new(kind, id, self.title())
                }
            }
            Here::More(_) => return None,
        };
        Some(under)
    }

    pub(super) fn place(&self, person: Option<Id>, account: Option<Id>) -> Option<Place> {
        let faces = &self.answer.as_deref()?.faces;
        let face = faces.iter().find(|f| Some(f.person) == person && Some(f.account) == account)?;
        Some(Place {
            membership: face.membership,
            stance: face.stance,
            roles: face.roles.clone(),
            influence: face.influence,
            interest: face.interest,
        })
    }

    /// What the record of the row under the cursor is called.
    pub(super) fn title(&self) -> String {
        let at = self.cursors[self.focus.index()].at;
        self.rows.titles[self.focus.index()].get(at).cloned().unwrap_or_default()
    }

    pub(super) fn open(&self) -> Vec<Effect> {
        let go = |lens, scope, only| vec![Effect::Only(lens, only), Effect::Go { lens, scope, record: None }];
        match self.here() {
            Some(Here::Need(n)) if n.cause == Cause::ToSort => go(LensKind::Log, None, Only::ToSort),
            Some(Here::Need(n)) if n.cause == Cause::NoRole => go(LensKind::People, None, Only::NoRole),
            Some(Here::More(n)) if n.cause.of_indicator() => kpis_of(n.account),
            Some(Here::More(n)) if n.cause == Cause::Held => vec![Effect::Passed(n.account)],
            Some(Here::More(n)) => go(LensKind::People, n.account, Only::PastCadence),
            Some(Here::Card(c)) => {
                vec![Effect::Go { lens: LensKind::Accounts, scope: Some(c.account), record: None }]
            }
            Some(Here::Need(_) | Here::Item(_) | Here::Moved(_) | Here::Act(_)) | None => Vec::new(),
        }
    }

    pub(super) fn new_record(&self, cx: &Cx<'_>) -> Effect {
        if self.answer.as_ref().is_some_and(|a| a.counts.accounts == 0) {
            return Effect::OpenForm(FormOf::new(Kind::Account, None));
        }
        let account = cx.scope.or_else(|| self.record_here().and_then(|u| u.account));
        let preset = account.map(|a| ("account", Value::Link(a)));
        let form = FormOf::new(Kind::Commitment, account);
        Effect::OpenForm(FormOf { preset: preset.into_iter().collect(), ..form })
    }
}

/// The indicators of an account, where they live.
fn kpis_of(account: Option<Id>) -> Vec<Effect> {
    vec![Effect::Go { lens: LensKind::Kpis, scope: account, record: None }]
}
