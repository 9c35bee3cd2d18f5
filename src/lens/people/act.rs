//! What the list of people does itself, and when.
use super::order::Filter;
use super::state::People;
use crate::command::{Command, Effect};
use crate::domain::kind::Kind;
use crate::lens::{Cx, Lens};
use crate::store::act::Act;

impl People {
    /// Whether the list does this itself now.
    pub(super) fn does(&self, command: Command) -> bool {
        let some = !self.rows.is_empty();
        match command {
            Command::Up
            | Command::Down
            | Command::PageUp
            | Command::PageDown
            | Command::First
            | Command::Last => some,
            Command::Open | Command::PanelRight | Command::Mark => some && !self.reading,
            Command::PanelLeft => self.reading,
            Command::Back => {
                self.reading || !self.text.is_empty() || self.filter != Filter::All || !self.marked.is_empty()
            }
            Command::Sort | Command::SortReverse => !self.reading && self.rows.len() > 1,
            Command::Filter => {
                !self.reading && (self.filter != Filter::All || self.filter.next(&self.all) != Filter::All)
            }
            Command::Delete | Command::Contacted => !self.marked.is_empty() && !self.reading,
            _ => false,
        }
    }

    /// Does it.
    pub(super) fn act(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        match command {
            Command::Open | Command::PanelRight => self.reading = true,
            Command::PanelLeft => self.reading = false,
            Command::Back => return self.back(cx),
            Command::Sort => {
                self.sort = self.sort.next(cx.scope.is_none());
                self.reversed = false;
                return self.ask_from_top(cx);
            }
            Command::SortReverse => {
                self.reversed = !self.reversed;
                return self.ask_from_top(cx);
            }
            Command::Filter => {
                self.filter = self.filter.next(&self.all);
                return self.ask_from_top(cx);
            }
            Command::Mark => {
                self.mark();
                return self.turned();
            }
            Command::Delete => {
                let people: std::collections::BTreeSet<_> = self.marked.iter().map(|m| m.0).collect();
                return vec![Effect::Act(Act::Delete(Kind::Person, people.into_iter().collect()))];
            }
            Command::Contacted => return self.contacted(),
            _ if self.reading => self.read(command),
            _ => {
                self.cursor.step(command, self.rows.len());
                return self.turned();
            }
        }
        Vec::new()
    }

    /// Everybody marked was contacted today.
    fn contacted(&mut self) -> Vec<Effect> {
        let rows = self.all.iter().filter(|row| self.is_marked(row));
        let people = rows.map(|row| (row.person, row.account)).collect();
        self.marked.clear();
        vec![Effect::Act(Act::ContactedAll(people))]
    }

    /// One layer up: out of the details, then the marks, the search, the filter.
    fn back(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        if self.reading {
            self.reading = false;
            return Vec::new();
        }
        if !self.marked.is_empty() {
            self.marked.clear();
            return Vec::new();
        }
        if !self.text.is_empty() {
            return self.narrow("", cx);
        }
        if self.filter == Filter::All {
            return Vec::new();
        }
        self.filter = Filter::All;
        self.arrange(cx);
        self.turned()
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
