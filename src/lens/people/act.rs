//! What the lens does itself, in every view, and when. Moving is done by the view.
use super::order::Filter;
use super::state::People;
use super::views::View;
use crate::command::{Command, Effect};
use crate::domain::kind::Kind;
use crate::lens::Cx;
use crate::store::act::Act;

/// What moves about in a list; in the details the lens does it, else the view.
const fn moves(command: Command) -> bool {
    matches!(
        command,
        Command::Up | Command::Down | Command::PageUp | Command::PageDown | Command::First | Command::Last
    )
}

impl People {
    /// Whether the lens does this itself now.
    pub(super) fn does(&self, command: Command, cx: &Cx<'_>) -> bool {
        if self.on_strip(command) || self.leads(command, cx) {
            return true;
        }
        let chosen = &self.chosen;
        let some = !chosen.rows.is_empty();
        match command {
            Command::View | Command::ViewBack => View::ALL.len() > 1,
            Command::Open | Command::PanelRight | Command::Mark => some && !self.reading,
            Command::PanelLeft => self.reading,
            Command::Back => self.reading || chosen.is_narrowed() || !chosen.marked.is_empty(),
            Command::Sort | Command::SortReverse => !self.reading && chosen.rows.len() > 1,
            Command::Filter => {
                let next = chosen.filter.next(&chosen.all);
                !self.reading && (chosen.filter != Filter::All || next != Filter::All)
            }
            Command::Delete | Command::Contacted => !chosen.marked.is_empty() && !self.reading,
            command if moves(command) => some && self.reading,
            command => View::of(command).is_some(),
        }
    }

    /// Whether the strip of the buying centre does it.
    fn on_strip(&self, command: Command) -> bool {
        !self.reading && self.strip.can(command, &self.chosen)
    }

    /// Whether the view does it.
    fn leads(&self, command: Command, cx: &Cx<'_>) -> bool {
        !self.reading && self.pictures.get(self.view).can(command, &self.chosen, cx)
    }

    /// Does it.
    pub(super) fn act(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        if self.on_strip(command) {
            return self.strip.update(command, &mut self.chosen, cx);
        }
        self.strip.leave();
        if self.leads(command, cx) {
            return self.pictures.get_mut(self.view).update(command, &mut self.chosen, cx);
        }
        match command {
            Command::View => self.show(self.view.by(1)),
            Command::ViewBack => self.show(self.view.by(View::ALL.len() - 1)),
            Command::Open | Command::PanelRight => self.reading = true,
            Command::PanelLeft => self.reading = false,
            Command::Back => self.back(cx),
            Command::Sort | Command::SortReverse => self.chosen.order(command, cx),
            Command::Filter => {
                let next = self.chosen.filter.next(&self.chosen.all);
                self.chosen.filter_by(next, cx);
            }
            Command::Mark => self.chosen.mark(),
            Command::Delete => {
                let people: std::collections::BTreeSet<_> = self.chosen.marked.iter().map(|m| m.0).collect();
                return vec![Effect::Act(Act::Delete(Kind::Person, people.into_iter().collect()))];
            }
            Command::Contacted => return self.contacted(),
            command if moves(command) => self.read(command),
            command => View::of(command).into_iter().for_each(|view| self.show(view)),
        }
        Vec::new()
    }

    /// Shows the same people by another view.
    const fn show(&mut self, view: View) {
        (self.view, self.reading) = (view, false);
    }

    /// Everybody marked was contacted today.
    fn contacted(&mut self) -> Vec<Effect> {
        let rows = self.chosen.all.iter().filter(|row| self.chosen.is_marked(row));
        let people = rows.map(|row| (row.person, row.account)).collect();
        self.chosen.marked.clear();
        vec![Effect::Act(Act::ContactedAll(people))]
    }

    /// One layer up: out of the details, then the marks, the search, the filter.
    fn back(&mut self, cx: &Cx<'_>) {
        if self.reading {
            self.reading = false;
        } else if !self.chosen.marked.is_empty() {
            self.chosen.marked.clear();
        } else if !self.chosen.text.is_empty() {
            self.chosen.narrow("", cx);
        } else if self.chosen.filter != Filter::All {
            self.chosen.filter_by(Filter::All, cx);
        }
    }

    /// In the details: through promises and conversations; pages turn the lines.
    fn read(&mut self, command: Command) {
        let last = self.items().saturating_sub(1);
        match command {
            Command::Up if self.items() > 0 => self.item = self.item.saturating_sub(1),
            Command::Down if self.items() > 0 => self.item = (self.item + 1).min(last),
            Command::Up => self.first = self.first.saturating_sub(1),
            Command::Down => self.first = self.first.saturating_add(1),
            Command::PageUp => self.first = self.first.saturating_sub(10),
            Command::PageDown => self.first = self.first.saturating_add(10),
            Command::First => (self.item, self.first) = (0, 0),
            Command::Last => (self.item, self.first) = (last, usize::MAX),
            _ => {}
        }
    }
}
