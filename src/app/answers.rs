//! Asking the book, and taking its answers to whoever asked.
use super::history::History;
use super::layer::Layer;
use super::menu::Menu;
use super::passed::ask_passed;
use super::question::Question;
use super::undo::redo_is;
use super::why::Reasons;
use super::{App, Notice};
use crate::command::{Ask, Effect, LensKind, Pace, Reader};
use crate::domain::Id;
use crate::domain::acquaintance::Circles;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::lens::{Why, hearers};
use crate::store::query::decisions::DecisionRow;
use crate::store::query::history::Version;
use crate::store::query::{Answer, Query};

impl App {
    /// Asks anew for all that is shown.
    pub(super) fn reload(&self) -> Vec<Effect> {
        let query = Query::Directory;
        let mut effects = vec![Effect::Load(Ask { reader: Reader::Names, query, pace: Pace::Now })];
        effects.extend(self.reload_but_names());
        effects
    }

    /// Asks anew for what an act may have changed: the names only if it touched a record that has one. Undo touches nothing
    /// by name and so may have changed everything.
    pub(super) fn reload_after(&self, touched: &[(Kind, Id)]) -> Vec<Effect> {
        // A membership says where a person belongs, the settings what figures are in.
        let in_directory = |kind: Kind| kind.has_names() || matches!(kind, Kind::Membership | Kind::Settings);
        let names = touched.is_empty() || touched.iter().any(|(kind, _)| in_directory(*kind));
        if names { self.reload() } else { self.reload_but_names() }
    }

    /// The lens before the next frame, the count in the corner after it.
    fn reload_but_names(&self) -> Vec<Effect> {
        let mut effects = self.ask_lens();
        effects.extend(self.brief_again());
        if self.lens != LensKind::Today {
            let query = Query::Today(None);
            effects.push(Effect::Load(Ask { reader: Reader::Count, query, pace: Pace::Later }));
        }
        effects.extend(self.ask_for_twins());
        effects.extend(self.passed_again());
        effects.extend(self.review_again());
        effects.extend(self.issued_again());
        effects
    }

    pub(super) fn ask_lens(&self) -> Vec<Effect> {
        let queries = self.lenses.get(self.lens).queries(&self.world.cx());
        queries.into_iter().map(|query| Effect::load(self.lens, query)).collect()
    }

    /// Takes an answer to whoever asked.
    pub(super) fn loaded(&mut self, reader: Reader, answer: Answer) -> Vec<Effect> {
        if let Answer::Today(today) = &answer {
            self.urgent = today.urgent;
        }
        match (reader, answer) {
            (Reader::Names, Answer::Directory(directory)) => {
                self.world.directory = directory;
                self.names_changed();
                Vec::new()
            }
            (Reader::Lens(lens), answer) => {
                let effects = self.lenses.get_mut(lens).loaded(answer, &self.world.cx());
                self.settle(effects)
            }
            (
                reader @ (Reader::Life(..) | Reader::Twins | Reader::Partner(_) | Reader::Merging(..)),
                answer,
            ) => self.life_answered(&reader, answer),
            (Reader::Listing(command), answer) => self.rest_listed(command, &answer),
            (Reader::Undo, Answer::UndoState(undo, _)) => self.undo_is(undo),
            (Reader::Redo, Answer::UndoState(_, redo)) => vec![redo_is(redo.as_ref())],
            (Reader::Palette, Answer::Search(found)) => {
                if let Some(Layer::Palette(palette)) = self.layers.last_mut() {
                    palette.found(&found, &self.world.cx());
                }
                Vec::new()
            }
            (Reader::Circles, Answer::Circles(circles)) => self.show_circles(&circles),
            (Reader::History, Answer::Journal(entries)) => {
                let title = self.world.words.get("app-history-of-book");
                self.layers.push(Layer::History(History::of_book(title, entries)));
                Vec::new()
            }
            (Reader::History, Answer::History(versions)) => {
                self.show_history(versions);
                Vec::new()
            }
            (Reader::Brief, Answer::Brief(of)) => {
                self.show_brief(&of);
                Vec::new()
            }
            (Reader::Issued(due), answer) => self.issued_answered(due, answer),
            (Reader::Review, Answer::Review(week)) => {
                self.show_review(*week);
                Vec::new()
            }
            (Reader::Passed(scope), Answer::Passed(rows)) => self.passed_known(scope, rows),
            (Reader::Forget, Answer::Held(held)) => self.say_what_goes(*held),
            (Reader::Held(id), Answer::Record(parts)) => {
                parts.first().map(|record| self.hold(id, record.as_ref())).unwrap_or_default()
            }
            (Reader::Note(..), Answer::Record(parts)) => {
                parts.into_iter().next().map(|record| self.edit_note(record)).unwrap_or_default()
            }
            (Reader::Boss(memberships), Answer::People(rows)) => self.pick_boss(memberships, rows),
            (Reader::Hearers, Answer::Behind(behind)) => self.tell_hearers(behind.decision.as_ref()),
            (Reader::Set(field, value), Answer::Record(parts)) => self.set_field(parts, field, value),
            _ => Vec::new(),
        }
    }

    /// Whom of a decision one has told, where anybody is still to be told.
    fn tell_hearers(&mut self, of: Option<&DecisionRow>) -> Vec<Effect> {
        let told = of.and_then(|row| hearers::tell(row, &self.world.cx()));
        let said = || Effect::Notify(Explain::new("decisions-all-told"));
        self.settle(vec![told.unwrap_or_else(said)])
    }

    /// Who of ours knows whom of theirs.
    fn show_circles(&mut self, circles: &Circles) -> Vec<Effect> {
        let cx = self.world.cx();
        let of = cx.scope.map(|id| cx.directory.name(Kind::Account, id));
        let title = of.unwrap_or_else(|| cx.words.get("acquaintance-all"));
        let blocks = crate::report::people::colleagues::colleagues(circles, &cx.values());
        self.layers.push(Layer::Why(Reasons::new(Why { title, blocks })));
        Vec::new()
    }

    /// Names are known anew: a scope that is gone is left, a line being captured is read again.
    fn names_changed(&mut self) {
        let gone = self.world.scope.filter(|s| self.world.directory.get(Kind::Account, *s).is_none());
        if gone.is_some() {
            self.world.scope = None;
            self.guest = None;
        }
        if let Some(Layer::Capture(line)) = self.layers.last_mut() {
            line.read(&self.world.cx());
        }
    }

    fn show_history(&mut self, versions: Vec<Version>) {
        let Some(under) = self.lenses.get(self.lens).under() else { return };
        let history = History::of_record(under.title, under.kind, versions, &self.world.cx());
        self.layers.push(Layer::History(history));
    }

    /// Does itself what concerns only the screen, and passes the rest on.
    pub(super) fn settle(&mut self, effects: Vec<Effect>) -> Vec<Effect> {
        let mut rest = Vec::new();
        for effect in effects {
            match effect {
                Effect::Notify(explain) => self.notice = Some(Notice::Said(explain)),
                Effect::Only(lens, only) => self.lenses.get_mut(lens).only(only),
                Effect::Offer(forms, at) => {
                    let menu = Menu::of_forms(forms, at, &self.world.words);
                    self.layers.push(Layer::Menu(menu));
                }
                Effect::Choose(offered) => self.layers.push(Layer::Menu(Menu::of_values(offered))),
                Effect::Show(document) => self.show_document(*document),
                Effect::Ask(asked) => self.layers.push(Layer::Question(Question::of_lens(asked))),
                Effect::Write(rows) => self.ask_where(rows),
                Effect::Passed(scope) => rest.push(ask_passed(scope)),
                Effect::Scope(scope) => rest.extend(self.scope_to(scope)),
                Effect::Go { lens, scope, record } => rest.extend(self.go(lens, scope, record)),
                other => rest.push(other),
            }
        }
        rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;
    use crate::lang::{Lang, Words};
    use crate::ui::Look;

    #[test]
    fn after_a_promise_no_names_are_asked_for_and_the_corner_waits() {
        let words = std::sync::Arc::new(Words::new(Lang::En));
        let mut app = App::new(words, day(2026, 11, 23), Look::default(), (80, 24));
        let asked = |effects: Vec<Effect>| -> Vec<(Reader, Pace)> {
            let asks =
                effects.into_iter().filter_map(|e| if let Effect::Load(ask) = e { Some(ask) } else { None });
            asks.map(|ask| (ask.reader, ask.pace)).collect()
        };
        app.lens = LensKind::Accounts;
        let after = asked(app.reload_after(&[(Kind::Commitment, 1)]));
        assert!(after.iter().all(|(reader, _)| *reader != Reader::Names));
        assert_eq!(after.last(), Some(&(Reader::Count, Pace::Later)));
        assert_eq!(asked(app.reload_after(&[(Kind::Person, 1)]))[0].0, Reader::Names);
        assert_eq!(asked(app.reload_after(&[]))[0].0, Reader::Names);
    }
}
