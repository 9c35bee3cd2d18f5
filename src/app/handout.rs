//! A document to be handed out: which, about whom, in which language and form; and those that were issued.
pub(super) mod issued;
mod line;
mod sheet;
mod view;

use super::layer::Layer;
use super::{App, Notice};
use crate::command::{Document, Effect, Handed, Job};
use crate::domain::Id;
use crate::domain::choice::ReportKind;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::lang::Lang;
use crate::lens::Under;
use crate::report::format::Format;
use crate::report::markdown;
use crate::report::paper::Paper;
use crate::report::papers::{Of, ROWS, Row, row};
pub(super) use sheet::Sheet;

/// How the last document was asked for: the next one begins so.
#[derive(Debug, Clone, Default)]
pub(super) struct Habit {
    lang: Option<Lang>,
    form: Option<Format>,
    place: Option<String>,
    /// The folder of the last notes, and whether what is personal is in them.
    pub(super) notes: Option<(String, bool)>,
}

/// About what a document would be here: the meeting, the person, the colleague, the account under the cursor, else the account in
/// force.
fn here(under: Option<&Under>, scope: Option<Id>) -> Option<(Kind, Id)> {
    let of = under.and_then(|u| match u.kind {
        Kind::Interaction if u.planned => Some((u.kind, u.id)),
        Kind::Person | Kind::Colleague | Kind::Account => Some((u.kind, u.id)),
        _ => u.account.map(|id| (Kind::Account, id)),
    });
    of.or_else(|| scope.map(|id| (Kind::Account, id)))
}

impl App {
    /// Asks which document is wanted: that one, else the one that fits what is under the cursor.
    pub(super) fn hand_out(&mut self, kind: Option<ReportKind>) -> Vec<Effect> {
        let under = self.lenses.get(self.lens).under();
        let mut of = here(under.as_ref(), self.world.scope);
        let chosen = kind.and_then(row);
        let account = under.as_ref().and_then(super::menu::account_of).or(self.world.scope);
        let row = chosen.or_else(|| {
            let wanted = if of.is_some() { Of::Account } else { Of::Book };
            ROWS.iter().find(|row| row.of == wanted)
        });
        let Some(row) = row else { return Vec::new() };
        if row.of == Of::Account {
            of = account.map(|id| (Kind::Account, id));
        }
        self.ask_handout(row, of);
        Vec::new()
    }

    fn ask_handout(&mut self, row: &'static Row, of: Option<(Kind, Id)>) {
        let sheet = Sheet::new(row, of, &self.habit, &self.world.cx());
        self.layers.push(Layer::Handout(Box::new(sheet)));
    }

    /// Everything is said: the document is made.
    pub(super) fn make_handout(&mut self) -> Vec<Effect> {
        let cx = self.world.cx();
        let Some(Layer::Handout(sheet)) = self.layers.last_mut() else { return Vec::new() };
        match sheet.handout(&cx) {
            Ok(handout) => {
                let place = handout.file.as_ref().map(|(_, place)| place.clone());
                let place = place.or_else(|| self.habit.place.take());
                let form = handout.file.as_ref().map(|(form, _)| *form);
                self.habit = Habit { lang: Some(handout.lang), form, place, notes: self.habit.notes.take() };
                self.layers.pop();
                vec![Effect::Start(Box::new(Job::Handout(Box::new(handout))))]
            }
            Err(why) => {
                self.notice = Some(Notice::Failed(why));
                Vec::new()
            }
        }
    }

    /// It was made: shown, or said where it lies.
    pub(super) fn handed(&mut self, of: Handed) -> Vec<Effect> {
        let issued = of.outcome.is_some();
        let effects = of.outcome.map(|outcome| self.done(outcome)).unwrap_or_default();
        match of.path {
            Some(path) => {
                let key = if issued { "handout-written-issued" } else { "handout-written" };
                let said = Explain::new(key).with("title", &of.paper.title).with("path", path);
                self.notice = Some(Notice::Done(said));
            }
            None => self.show_paper(&of.paper),
        }
        effects
    }

    /// Shows a document on the whole screen; it is copied as Markdown.
    fn show_paper(&mut self, paper: &Paper) {
        self.show_document(Document {
            title: paper.title.clone(),
            remark: paper.subtitle.clone(),
            blocks: paper.blocks.clone(),
            text: markdown::paper(paper),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_about_what_is_under_the_cursor_else_the_account_in_force() {
        let under = |kind| Under { account: Some(7), ..Under::new(kind, 3, "title") };
        let of = |u: &Under| here(Some(u), Some(9));
        assert_eq!(of(&under(Kind::Person)), Some((Kind::Person, 3)));
        assert_eq!(of(&under(Kind::Colleague)), Some((Kind::Colleague, 3)));
        assert_eq!(of(&under(Kind::Commitment)), Some((Kind::Account, 7)));
        assert_eq!(of(&Under { planned: true, ..under(Kind::Interaction) }), Some((Kind::Interaction, 3)));
        assert_eq!(here(None, Some(9)), Some((Kind::Account, 9)));
        assert_eq!(here(None, None), None);
    }
}
