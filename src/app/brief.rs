//! `b`: the brief of what is under the cursor, else of the account in force.
use super::commands::ask;
use super::layer::Layer;
use super::why::{IssuedList, Page, Reasons};
use super::{App, Notice};
use crate::command::{Command, Effect, Reader};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::lens::{Under, Why};
use crate::report::brief as report;
use crate::store::query::Query;
use crate::store::query::brief::{Brief, BriefOf};

/// Of whom a brief is made: of a meeting that is planned, of a person, else of the account that the record belongs to.
fn brief_of(under: Option<&Under>, scope: Option<Id>) -> Option<BriefOf> {
    let account = |u: &Under| if u.kind == Kind::Account { Some(u.id) } else { u.account };
    let of = under.and_then(|u| match u.kind {
        Kind::Interaction if u.planned => Some(BriefOf::Meeting(u.id)),
        Kind::Person => Some(BriefOf::Person(u.id, u.place.as_ref().map(|p| p.membership))),
        _ => account(u).map(BriefOf::Account).or_else(|| Some(BriefOf::Person(u.person?, None))),
    });
    of.or_else(|| scope.map(BriefOf::Account))
}

impl App {
    /// Of whom `b` makes a brief here.
    pub(super) fn brief_here(&self) -> Option<BriefOf> {
        brief_of(self.lenses.get(self.lens).under().as_ref(), self.world.scope)
    }

    /// Whether the footer names it: on who and what one goes to see.
    pub(super) fn is_brief_hinted(&self) -> bool {
        let under = self.lenses.get(self.lens).under();
        under.is_some_and(|u| u.planned || matches!(u.kind, Kind::Account | Kind::Person))
    }

    /// Whether the cursor stands on a meeting that is planned.
    pub(super) fn is_on_meeting(&self) -> bool {
        self.lenses.get(self.lens).under().is_some_and(|u| u.planned)
    }

    /// Asks for it; says what is missing where it is of nobody.
    pub(super) fn ask_brief(&mut self) -> Vec<Effect> {
        let Some(of) = self.brief_here() else {
            let key = self.world.cx().key(Command::ScopeNext);
            self.notice = Some(Notice::Said(Explain::new("brief-of-whom").with("key", key)));
            return Vec::new();
        };
        vec![ask(Reader::Brief, Query::Brief(of))]
    }

    /// Asks again for the brief in front of me: the book or the room has changed.
    pub(super) fn brief_again(&self) -> Option<Effect> {
        let Some(Layer::Why(shown)) = self.layers.last() else { return None };
        shown.document().and_then(|page| page.of).map(|of| ask(Reader::Brief, Query::Brief(of)))
    }

    /// It came, or came again.
    pub(super) fn show_brief(&mut self, brief: &Brief) {
        let cx = self.world.cx();
        let values = cx.values();
        let (title, remark) = report::title(brief, &values);
        let blocks = report::sections(brief, report::rows_at(self.size.1), &values);
        let page =
            Page { of: Some(brief.of), remark, text: report::text(brief, &values), issued: IssuedList::No };
        let made = Reasons::page(Why { title, blocks }, page);
        match self.layers.last_mut() {
            Some(Layer::Why(shown)) if shown.document().is_some_and(|page| page.of == Some(brief.of)) => {
                shown.renew(made);
            }
            Some(_) | None => self.layers.push(Layer::Why(made)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn under(kind: Kind) -> Under {
        Under { account: Some(7), ..Under::new(kind, 3, "title") }
    }

    #[test]
    fn it_is_of_the_meeting_the_person_or_the_account_under_the_cursor() {
        let of = |u: &Under| brief_of(Some(u), Some(9));
        assert_eq!(of(&Under { planned: true, ..under(Kind::Interaction) }), Some(BriefOf::Meeting(3)));
        assert_eq!(of(&under(Kind::Interaction)), Some(BriefOf::Account(7)), "it was held");
        assert_eq!(of(&under(Kind::Person)), Some(BriefOf::Person(3, None)));
        assert_eq!(of(&Under { account: None, ..under(Kind::Account) }), Some(BriefOf::Account(3)));
        for kind in [Kind::Commitment, Kind::Kpi, Kind::Contract, Kind::Problem, Kind::Opportunity] {
            assert_eq!(of(&under(kind)), Some(BriefOf::Account(7)), "{kind:?}");
        }
        let loose = Under { account: None, person: Some(5), ..under(Kind::Commitment) };
        assert_eq!(of(&loose), Some(BriefOf::Person(5, None)));
    }

    #[test]
    fn with_nothing_under_the_cursor_it_is_of_the_account_in_force() {
        assert_eq!(brief_of(None, Some(9)), Some(BriefOf::Account(9)));
        assert_eq!(brief_of(None, None), None);
        let nobody = Under { account: None, ..under(Kind::Kpi) };
        assert_eq!(brief_of(Some(&nobody), Some(9)), Some(BriefOf::Account(9)));
    }
}
