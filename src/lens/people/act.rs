//! What the lens does itself, in every view, and when. Moving is done by the view.
use super::filter::Filter;
use super::merge;
use super::offer::Wish;
use super::order::Sort;
use super::state::People;
use super::views::View;
use crate::command::{Command, Effect};
use crate::lens::Cx;

/// What moves about in a list; in the details the lens does it, else the view.
pub(super) const fn moves(command: Command) -> bool {
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
            Command::Open if self.reading => self.cause_here().is_some(),
            Command::Open | Command::PanelRight | Command::Mark | Command::MarkAll => some && !self.reading,
            Command::PanelLeft => self.reading,
            Command::Back => self.reading || chosen.is_narrowed() || !chosen.marked.is_empty(),
            Command::Sort | Command::SortReverse => !self.reading && chosen.rows.len() > 1,
            Command::Filter => !self.reading && !chosen.all.is_empty(),
            Command::Boss => !self.reading && self.chosen.places_to_lead().is_some(),
            Command::Delete | Command::SetValue | Command::Snooze => {
                !chosen.marked.is_empty() && !self.reading
            }
            Command::Contacted => !self.reading && (!chosen.marked.is_empty() || (some && self.is_queue())),
            Command::MergePerson => !self.reading && merge::pair(chosen).is_some(),
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
            let effects = self.strip.update(command, &mut self.chosen, cx);
            // Whoever goes from gap to gap stays where they are.
            self.settling = effects.iter().any(|effect| matches!(effect, Effect::Act(_)));
            return effects;
        }
        self.strip.leave();
        if self.leads(command, cx) {
            return self.pictures.get_mut(self.view).update(command, &mut self.chosen, cx);
        }
        match command {
            Command::View => self.show(self.view.by(1)),
            Command::ViewBack => self.show(self.view.by(View::ALL.len() - 1)),
            Command::Open if self.reading => return self.open_cause(),
            Command::Open | Command::PanelRight => self.reading = true,
            Command::PanelLeft => self.reading = false,
            Command::Back => self.back(cx),
            Command::Sort | Command::SortReverse => self.chosen.order(command, cx),
            Command::Filter => return vec![self.offer_filters(cx)],
            Command::Mark => self.chosen.mark(),
            Command::MarkAll => self.chosen.mark_all(),
            Command::Boss => return self.ask_whom(),
            Command::SetValue => return vec![self.offer_bulk(cx)],
            Command::Snooze => return vec![self.ask_for(Wish::NotBefore)],
            Command::Delete => return vec![self.delete_marked()],
            Command::Contacted => return self.contacted(cx),
            Command::MergePerson => {
                return merge::pair(&self.chosen).map(merge::compare).into_iter().collect();
            }
            command if moves(command) => self.read(command),
            command => View::of(command).into_iter().for_each(|view| self.show(view)),
        }
        Vec::new()
    }

    /// Shows the same people by another view.
    const fn show(&mut self, view: View) {
        (self.view, self.reading) = (view, false);
    }

    /// Whether the people stand in the order in which they are seen to: whoever was contacted makes room for the next.
    fn is_queue(&self) -> bool {
        self.view == View::List && self.chosen.sort == Sort::CatchUp && !self.chosen.reversed
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

    /// In the details: through what can be opened; pages turn the lines.
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
