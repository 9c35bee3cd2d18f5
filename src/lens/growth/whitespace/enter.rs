//! Entering amounts and ends of contracts: ⏎ takes what was typed and goes down, each cell is an act of its own.
use super::state::WhiteSpace;
use crate::command::Effect;
use crate::domain::explain::Explain;
use crate::domain::value::{FieldKind, Value};
use crate::domain::whitespace::Place;
use crate::exchange::whitespace::{Entered, set};
use crate::lang::value::show;
use crate::lang::{figure, money};
use crate::lens::{Cx, Told};
use crate::report::whitespace::Axis;
use crate::store::act::Act;
use crate::store::act::white::{Change, Set};
use crate::ui::grid::{Entry, Step};

/// What is entered on an axis; a gap is worked out.
pub(super) const fn entered(axis: Axis) -> Entered {
    match axis {
        Axis::Ours => Entered::Ours,
        Axis::Total | Axis::Gap => Entered::Total,
        Axis::Ends => Entered::Ends,
    }
}

impl WhiteSpace {
    /// Begins to enter at the cell under the cursor.
    pub(super) fn enter(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        if self.here().is_none() {
            return vec![Effect::Notify(Explain::new("whitespace-no-cell"))];
        }
        if self.axis == Axis::Gap {
            self.axis = Axis::Total;
        }
        let text = self.text_here(cx);
        self.desk.grid.enter(&text);
        Vec::new()
    }

    /// The book has answered: a cell in which nothing was typed shows how it stands now.
    pub(super) fn enter_again(&mut self, cx: &Cx<'_>) {
        if self.desk.grid.entry().is_some_and(|entry| entry.typed().is_none()) {
            let text = self.text_here(cx);
            self.desk.grid.enter(&text);
        }
    }

    /// Takes what was typed and goes on to the next cell.
    pub(super) fn take_and(&mut self, step: Step, cx: &Cx<'_>) -> Vec<Effect> {
        let Ok(effects) = self.take_typed(cx) else { return Vec::new() };
        let before = self.desk.grid.at();
        let typed = self.desk.grid.entry().map(|e| e.edit.text().to_owned()).unwrap_or_default();
        self.step(step);
        let text = if self.desk.grid.at() == before { typed } else { self.text_here(cx) };
        self.desk.grid.enter(&text);
        effects
    }

    /// Empties the cell that is being entered: of what it shows, nothing else.
    pub(super) fn clear_entered(&mut self) -> Vec<Effect> {
        let there = self.current().is_some_and(|row| match entered(self.axis) {
            Entered::Ours => row.ours.is_some(),
            Entered::Total => row.total.is_some(),
            Entered::Ends => row.cell.ends_on.is_some(),
        });
        let place = self.here().filter(|_| there);
        self.desk.grid.enter("");
        place.map(|place| act_of(place, self.nothing())).into_iter().collect()
    }

    /// Takes away all that is kept of the cell, or of all cells of the block.
    pub(super) fn clear(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let kept = |place: &Place| {
            let book = self.book.as_ref();
            book.is_some_and(|b| b.cells().any(|row| row.cell.place == *place && row.cell.id.is_some()))
        };
        let places: Vec<Place> = self.block().into_iter().filter(kept).collect();
        self.desk.grid.unmark();
        if places.is_empty() {
            let key = cx.key(crate::command::Command::SetValue);
            return vec![Effect::Notify(Explain::new("whitespace-cell-empty").with("key", key))];
        }
        let changes = places.into_iter().map(|place| Change { place, set: Set::Clear }).collect();
        vec![Effect::Act(Act::White(changes))]
    }

    /// Stands on a cell that was clicked; what was typed before is taken first, and stays where it cannot be.
    pub(super) fn stand_at(&mut self, row: usize, column: usize, cx: &Cx<'_>) -> Vec<Effect> {
        let entering = self.desk.grid.entry().is_some();
        if (entering && self.desk.grid.at() == (row, column)) || !self.stands(row) {
            return Vec::new();
        }
        let Ok(effects) = self.take_typed(cx) else { return Vec::new() };
        self.desk.grid.unmark();
        self.desk.grid.stand(row, column);
        if entering {
            let text = self.text_here(cx);
            self.desk.grid.enter(&text);
        }
        effects
    }

    /// What stands in the cell under the cursor, as it is edited.
    fn text_here(&self, cx: &Cx<'_>) -> String {
        let Some(row) = self.current() else { return String::new() };
        let plain = |money: Option<crate::domain::money::Money>| {
            let Some(money) = money else { return String::new() };
            let own = self.part(self.desk.grid.at().0).map(|(account, _)| account.currency);
            if own != Some(money.currency) {
                return money::show(cx.words.lang(), money);
            }
            money.scaled().map_or_else(String::new, |units| figure::plain(cx.words.lang(), units))
        };
        match entered(self.axis) {
            Entered::Ours => plain(row.ours),
            Entered::Total => plain(row.total),
            Entered::Ends => row
                .cell
                .ends_on
                .map(|end| show(FieldKind::Day, &Value::Day(end), &cx.values()))
                .unwrap_or_default(),
        }
    }

    /// The act of what was typed, if it changes anything. `Err` where it is nothing of the kind: that is said beside the cell.
    fn take_typed(&mut self, cx: &Cx<'_>) -> Result<Vec<Effect>, ()> {
        let typed = self.desk.grid.entry().and_then(Entry::typed).map(|text| text.trim().to_owned());
        let (Some(typed), Some(place)) = (typed, self.here()) else { return Ok(Vec::new()) };
        let currency =
            self.part(self.desk.grid.at().0).map(|(account, _)| account.currency).unwrap_or_default();
        let read = if typed.is_empty() {
            Ok(self.nothing())
        } else {
            set(&typed, currency, entered(self.axis), &cx.values())
        };
        let set = match read {
            Ok(set) => set,
            Err(why) => {
                self.desk.grid.refuse(cx.words.say(&why));
                return Err(());
            }
        };
        self.desk.sent = None;
        if !self.changes(set) {
            return Ok(Vec::new());
        }
        let (row, column) = self.desk.grid.at();
        self.desk.sent = Some((row, column, typed));
        self.desk.said = self.doubt(place, set, cx);
        Ok(vec![act_of(place, set)])
    }

    /// Whether setting this would change the cell under the cursor.
    fn changes(&self, set: Set) -> bool {
        let row = self.current();
        match set {
            Set::Ours(amount) => row.and_then(|r| r.ours) != amount,
            Set::Total(amount) => row.and_then(|r| r.total) != amount,
            Set::Ends(day) => row.and_then(|r| r.cell.ends_on) != day,
            Set::State(state) => row.is_none_or(|r| r.cell.state != state),
            Set::Rival(_) | Set::Clear => true,
        }
    }

    /// What is odd about an amount: more with us than in all.
    fn doubt(&self, place: Place, set: Set, cx: &Cx<'_>) -> Option<Told> {
        let row = self.current()?;
        let (ours, total) = match set {
            Set::Ours(amount) => (amount, row.total),
            Set::Total(amount) => (row.ours, amount),
            Set::State(_) | Set::Rival(_) | Set::Ends(_) | Set::Clear => return None,
        };
        let (ours, total) = ours.zip(total)?;
        let odd = ours.currency == total.currency && ours.minor > total.minor;
        let what = Explain::new("whitespace-doubt-more").with("title", self.title(place, cx));
        odd.then_some(Told { what, odd })
    }

    const fn nothing(&self) -> Set {
        match entered(self.axis) {
            Entered::Ours => Set::Ours(None),
            Entered::Total => Set::Total(None),
            Entered::Ends => Set::Ends(None),
        }
    }
}

fn act_of(place: Place, set: Set) -> Effect {
    Effect::Act(Act::White(vec![Change { place, set }]))
}
