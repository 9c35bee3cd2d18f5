//! What the log asks the book.
use super::state::{Goal, Log};
use super::window::PAGE;
use crate::command::{Command, Effect, LensKind};
use crate::lens::Cx;
use crate::store::query::Query;
use crate::store::query::log::{Filter, LogQuery, Start};

/// Which rows are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Choice {
    /// Everything.
    #[default]
    All,
    /// What is to be sorted out.
    ToSort,
    /// What has not been held.
    Planned,
    /// Where a promise is still open.
    Promises,
}

impl Log {
    /// Whether nothing is looked for.
    pub(super) fn browses(&self) -> bool {
        self.text.trim().is_empty()
    }

    pub(super) fn filter(&self) -> Filter {
        let mut filter = self.sought.filter.clone();
        match self.choice {
            Choice::All if self.browses() => filter.planned = Some(false),
            // What is planned has been read with the head.
            Choice::Planned if self.browses() => filter.nothing = true,
            Choice::All => {}
            Choice::Planned => filter.planned = Some(true),
            Choice::ToSort => filter.to_sort = true,
            Choice::Promises => filter.open_promises = true,
        }
        filter
    }

    pub(super) fn query(&self, cx: &Cx<'_>, start: Start) -> Query {
        let head = match start {
            Start::Older(_) | Start::Newer(_) => None,
            Start::Newest | Start::Oldest | Start::Around(_) | Start::At(_) => Some(cx.today),
        };
        // While something is looked for, every key asks for rows alone.
        let head = head.filter(|_| self.browses());
        Query::Log(LogQuery { scope: cx.scope, filter: self.filter(), start, limit: PAGE, head })
    }

    /// The question after which the cursor stands where it stood, if that is still there.
    pub(super) fn again(&self, cx: &Cx<'_>) -> Start {
        if let Goal::On(id) = self.goal {
            return Start::At(id);
        }
        let scope_stays = self.shown.as_ref().is_some_and(|(scope, _)| *scope == cx.scope);
        let row = self.scroll.at.checked_sub(self.planned().len()).filter(|_| scope_stays);
        match row.filter(|row| self.window.newer || row + 20 > PAGE) {
            Some(row) => self.window.rows.get(row).map_or(Start::Newest, |r| Start::Around(r.place())),
            None => Start::Newest,
        }
    }

    /// Asks anew from the top, at once.
    pub(super) fn ask_from_top(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        self.goal = Goal::Top;
        vec![Effect::load(LensKind::Log, self.query(cx, Start::Newest))]
    }

    /// Goes to the first or the last row of the whole log.
    pub(super) fn go_to_end(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        let (goal, start) = match command {
            Command::First if self.window.newer => (Goal::Top, Start::Newest),
            Command::Last if self.window.more => (Goal::Bottom, Start::Oldest),
            _ => {
                self.step(command);
                return Vec::new();
            }
        };
        self.goal = goal;
        vec![Effect::load(LensKind::Log, self.query(cx, start))]
    }

    /// Asks for more when the cursor comes near an end of what is in memory.
    pub(super) fn reach(&self, cx: &Cx<'_>) -> Vec<Effect> {
        let row = self.scroll.at.saturating_sub(self.planned().len());
        let wants = self.window.wants(row);
        wants.map(|start| Effect::load(LensKind::Log, self.query(cx, start))).into_iter().collect()
    }
}
