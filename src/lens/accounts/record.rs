//! What stands under the cursor of the page, and what is opened or made there.
use super::lines::{Line, Section, record};
use super::state::Accounts;
use crate::command::{Effect, FormOf, LensKind};
use crate::domain::choice::{Choice, Side};
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lens::{Place, Under};

impl Accounts {
    pub(super) fn new_record(&self) -> Effect {
        let Some(account) = self.page.as_ref().map(|p| p.account.head.id).filter(|_| self.in_page()) else {
            return Effect::OpenForm(FormOf::new(Kind::Account, None));
        };
        let section = self.lines.get(self.at).map(|l| l.section());
        let kind = section.map_or(Kind::Person, Section::kind);
        let mut preset = vec![("account", Value::Link(account))];
        let side = match section {
            Some(Section::Ours) => Some(Side::Ours),
            Some(Section::Theirs) => Some(Side::Theirs),
            _ => None,
        };
        preset.extend(side.map(|s| ("side", Value::Choice(s.name()))));
        Effect::OpenForm(FormOf { preset, ..FormOf::new(kind, Some(account)) })
    }

    pub(super) fn open(&self) -> Vec<Effect> {
        if !self.in_page() {
            let scope = self.chosen().map(|r| r.id);
            return vec![Effect::Go { lens: LensKind::Accounts, scope, record: None }];
        }
        match (self.lines.get(self.at), &self.page) {
            (Some(Line::Empty(_)), _) => vec![self.new_record()],
            (Some(Line::Title | Line::Fact(_) | Line::Note(_)), Some(page)) => {
                let id = page.account.head.id;
                vec![Effect::OpenForm(FormOf::edit(Kind::Account, id, Some(id)))]
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn under_page(&self) -> Option<Under> {
        let page = self.page.as_deref()?;
        let line = *self.lines.get(self.at)?;
        let (kind, id) = record(page, line)?;
        let account = Some(page.account.head.id);
        let under = match line {
            Line::Person(i) => {
                let person = page.people.get(i)?;
                let place = person.membership.map(|membership| Place {
                    membership,
                    stance: person.stance,
                    roles: person.roles.clone(),
                });
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
            _ => Under::new(kind, id, page.account.name.clone()),
        };
        Some(Under { account, ..under })
    }
}
