//! The documents that were issued: listed, opened again, deleted from the list.
use crate::app::commands::ask;
use crate::app::layer::Layer;
use crate::app::why::{IssuedList, Page, Reasons};
use crate::app::{App, Notice};
use crate::command::{Command, Effect, Key, KeyScope, Reader, Resolved};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Record};
use crate::domain::issued::Issued;
use crate::domain::kind::Kind;
use crate::domain::score::Source;
use crate::lens::Why;
use crate::report::issued::{list, reopen};
use crate::report::papers::row;
use crate::store::act::Act;
use crate::store::query::issued::IssuedRow;
use crate::store::query::{Answer, Query};

impl App {
    /// The list of issued documents came, or one of them.
    pub(in crate::app) fn issued_answered(&mut self, due: bool, answer: Answer) -> Vec<Effect> {
        match answer {
            Answer::Issued(rows) => {
                self.show_issued(&rows);
                Vec::new()
            }
            Answer::Record(parts) => self.reopen_issued(&parts, due),
            _ => Vec::new(),
        }
    }

    /// The documents that were issued, to be opened again; a list that is open is renewed.
    fn show_issued(&mut self, rows: &[IssuedRow]) {
        let cx = self.world.cx();
        let why = Why { title: cx.words.get("handout-issued"), blocks: list(rows, &cx.values()) };
        let page = Page { of: None, remark: String::new(), text: String::new(), issued: IssuedList::Yes };
        let made = Reasons::page(why, page);
        match self.issued_list() {
            Some(open) => open.renew(made),
            None => self.layers.push(Layer::Why(made)),
        }
    }

    /// The list, if it is open.
    fn issued_list(&mut self) -> Option<&mut Reasons> {
        self.layers.iter_mut().find_map(|layer| match layer {
            Layer::Why(open) if open.is_issued() => Some(open),
            _ => None,
        })
    }

    /// Asks again for the list in front of me: the book has changed.
    pub(in crate::app) fn issued_again(&self) -> Option<Effect> {
        let Some(Layer::Why(open)) = self.layers.last() else { return None };
        open.is_issued().then(|| ask(Reader::Issued(false), Query::Issued))
    }

    /// A key in the list: pressed twice the one of deleting deletes, `u` brings back. `None` where it is no list.
    pub(in crate::app) fn issued_key(&mut self, key: Key) -> Option<Vec<Effect>> {
        let Some(Layer::Why(open)) = self.layers.last_mut() else { return None };
        let under = open.at().and_then(|row| open.source(row));
        let list = &mut open.page_mut().filter(|page| page.issued != IssuedList::No)?.issued;
        let before = std::mem::replace(list, IssuedList::Yes);
        let resolved = self.world.keys.resolve(&[KeyScope::Lens, KeyScope::Everywhere], None, key);
        match (resolved, under) {
            (
                Resolved::Pending(Command::Delete) | Resolved::Command(Command::Delete),
                Some(Source::Record(Kind::Issued, id)),
            ) => {
                if before == IssuedList::Going(id) {
                    return Some(vec![Effect::Act(Act::Delete(Kind::Issued, vec![id]))]);
                }
                *list = IssuedList::Going(id);
                self.say_issued_going(key);
                Some(Vec::new())
            }
            (Resolved::Command(Command::Undo), _) => Some(self.run(Command::Undo)),
            _ => None,
        }
    }

    fn say_issued_going(&mut self, key: Key) {
        let title = self.world.words.get("handout-this-one");
        let said = Explain::new("app-once-more").with("title", title);
        self.notice = Some(Notice::Said(said.with("key", key.show(&self.world.words))));
    }

    /// A document that was issued came to be read; one that is due again is asked for.
    fn reopen_issued(&mut self, parts: &[Box<dyn Record>], due: bool) -> Vec<Effect> {
        let Some(of) = parts.first().and_then(|part| part.any().downcast_ref::<Issued>()) else {
            return Vec::new();
        };
        if let Some(row) = of.report.and_then(row).filter(|_| due) {
            self.ask_handout(row, of.account.map(|Link(id)| (Kind::Account, id)));
            if let Some(Layer::Handout(sheet)) = self.layers.last_mut() {
                sheet.issue = true;
            }
            return Vec::new();
        }
        match reopen(of) {
            Ok(paper) => self.show_paper(&paper),
            Err(why) => self.notice = Some(Notice::Failed(why)),
        }
        Vec::new()
    }
}

/// Asks for a document that was issued.
pub(in crate::app) fn open_issued(id: Id, due: bool) -> Effect {
    ask(Reader::Issued(due), Query::Record(Kind::Issued, id))
}
