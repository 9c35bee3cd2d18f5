//! What of a person's page can be stood on, in the order of the page: promises, conversations, influences, what was learned,
//! people.
use super::state::People;
use super::ties;
use crate::command::{Effect, LensKind};
use crate::domain::Id;
use crate::domain::evidence::Change;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::lens::{Cx, Place, Under};
use crate::report::person;
use crate::store::query::account::PromiseRow;
use crate::store::query::log::LogRow;
use crate::store::query::person::PersonPage;
use crate::store::query::person::ties::TieRow;
use crate::ui::markdown::first_line;

/// Something on the page.
#[derive(Debug, Clone, Copy)]
pub(super) enum Item<'a> {
    Promise(&'a PromiseRow),
    Talk(&'a LogRow),
    Tie(&'a TieRow),
    Change(&'a Change),
    Person(Id, &'a str),
}

/// All of it. The page draws them in this order.
pub(super) fn items(page: &PersonPage) -> Vec<Item<'_>> {
    let promises = page.promises.iter().map(Item::Promise);
    let talks = page.log.iter().map(Item::Talk);
    let ties = page.ties.iter().map(Item::Tie);
    let changes = page.changes.iter().map(Item::Change);
    let way = page.reached.iter().map(|via| Item::Person(via.id, &via.name));
    let boss = page.reports_to.iter().map(|(id, name)| Item::Person(*id, name));
    promises.chain(talks).chain(ties).chain(changes).chain(way).chain(boss).collect()
}

impl People {
    /// How many there are.
    pub(super) fn items(&self) -> usize {
        self.details().map_or(0, |page| items(page).len())
    }

    fn item_here(&self) -> Option<Item<'_>> {
        self.details().and_then(|page| items(page).get(self.item).copied())
    }

    /// The record of what is under the cursor of the page.
    pub(super) fn under_item(&self) -> Option<Under> {
        let row = self.chosen.current()?;
        let of_them = |under: Under| Under { person: Some(row.person), place: Place::of(row), ..under };
        Some(match self.item_here()? {
            Item::Promise(promise) => {
                let of = Under::new(Kind::Commitment, promise.id, promise.text.clone());
                of_them(Under { account: promise.account, ..of })
            }
            Item::Talk(talk) => {
                let of = Under::new(Kind::Interaction, talk.id, first_line(&talk.text, 80));
                of_them(Under { account: talk.account.as_ref().map(|a| a.0), planned: talk.planned, ..of })
            }
            Item::Tie(tie) => {
                let of = Under::new(Kind::Influence, tie.id, ties::title(tie, &row.name));
                of_them(Under { account: row.account, ..of })
            }
            Item::Change(change) => {
                let of = Under::new(Kind::Fact, change.learned.id, row.name.clone());
                of_them(Under { account: row.account, ..of })
            }
            Item::Person(id, name) => {
                Under { account: row.account, person: Some(id), ..Under::new(Kind::Person, id, name) }
            }
        })
    }

    /// The conversation that caused what is under the cursor.
    pub(super) fn cause_here(&self) -> Option<Id> {
        match self.item_here()? {
            Item::Change(change) => change.learned.cause.as_ref().map(|heard| heard.id),
            Item::Tie(tie) => tie.cause.map(|(id, _)| id),
            Item::Promise(_) | Item::Talk(_) | Item::Person(..) => None,
        }
    }

    /// Goes to the conversation that caused what is under the cursor, or to the person.
    pub(super) fn open_cause(&self) -> Vec<Effect> {
        let record = self.cause_here().map(|id| (Kind::Interaction, id));
        record.map(|_| Effect::Go { lens: LensKind::Log, scope: None, record }).into_iter().collect()
    }

    /// What deleting would take away: of what was learned its words, not the name of the person.
    pub(super) fn going_item(&self, cx: &Cx<'_>) -> Option<Explain> {
        match self.item_here().filter(|_| self.reading)? {
            Item::Change(change) => {
                let title = person::turned(change, &cx.values());
                Some(Explain::new("person-going").with("title", title))
            }
            Item::Promise(_) | Item::Talk(_) | Item::Tie(_) | Item::Person(..) => None,
        }
    }
}
