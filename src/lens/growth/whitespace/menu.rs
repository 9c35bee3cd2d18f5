//! Who serves the cells: the menu of `c`, and what can be begun from a cell.
use super::state::WhiteSpace;
use crate::command::{Effect, FormOf, Offered, OfferedRow};
use crate::domain::Id;
use crate::domain::choice::CellState;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::money::Money;
use crate::domain::value::{SCALE, Value};
use crate::domain::whitespace::Place;
use crate::lang::choice;
use crate::lens::Cx;
use crate::lens::offer::{Offering, further};
use crate::report::whitespace::{IN_ORDER, sign};
use crate::store::act::Act;
use crate::store::act::white::{Change, Set};
use crate::ui::text::visible;

/// What a row that was offered stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pick {
    /// Somebody other than a competitor serves it.
    State(CellState),
    /// A competitor does.
    Rival(Option<Id>),
}

impl WhiteSpace {
    /// The menu of who serves the cells.
    pub(super) fn offer_states(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let places = self.block();
        let (Some(book), Some(first)) = (&self.book, places.first()) else { return Vec::new() };
        let here =
            self.current().map(|row| (row.cell.state, row.cell.competitor)).filter(|_| places.len() == 1);
        let mut offering = Offering::default();
        let mut row = |text, on, pick| offering.row(text, on, pick);
        let mut rows = Vec::new();
        for state in IN_ORDER {
            let text = format!("{} {}", choice::word(state, cx.words), sign(state));
            let on = here.is_some_and(|(now, _)| now == state);
            if state != CellState::Competitor {
                rows.push(row(text, on, Pick::State(state)));
                continue;
            }
            let is = |rival: Option<Id>| here == Some((CellState::Competitor, rival));
            let mut which: Vec<OfferedRow> = book
                .rivals
                .iter()
                .map(|rival| row(visible(&rival.name), is(Some(rival.id)), Pick::Rival(Some(rival.id))))
                .collect();
            let unnamed = row(cx.words.get("whitespace-some-competitor"), is(None), Pick::Rival(None));
            if which.is_empty() {
                rows.push(OfferedRow { text, on, ..unnamed });
                continue;
            }
            which.push(unnamed);
            let more = further(cx.words.get("whitespace-which-competitor"), which);
            rows.extend(more.map(|more| OfferedRow { text: format!("{text} …"), on, ..more }));
        }
        let count = places.len().to_string();
        let title = match places.as_slice() {
            [_] => self.title(*first, cx),
            _ => cx.words.with("whitespace-cells", &[("count", &count)]),
        };
        self.offered = offering.picks();
        vec![Effect::Choose(Offered { title, rows })]
    }

    /// The user chose one of the rows offered last: for all cells of the block.
    pub(super) fn take_pick(&mut self, number: usize, _cx: &Cx<'_>) -> Vec<Effect> {
        let Some(pick) = self.offered.get(number).copied() else { return Vec::new() };
        let set = match pick {
            Pick::State(state) => Set::State(state),
            Pick::Rival(who) => Set::Rival(who),
        };
        let changes = self.block().into_iter().map(|place| Change { place, set }).collect();
        self.desk.grid.unmark();
        self.desk.said = None;
        vec![Effect::Act(Act::White(changes))]
    }

    /// What can be begun here: a sale of what stands under the cursor, then what the grid is made of.
    pub(super) fn begin(&self, cx: &Cx<'_>) -> Vec<Effect> {
        let account = self.part(self.desk.grid.at().0).map(|(account, _)| account.id).or(cx.scope);
        let offering = FormOf::new(Kind::Offering, None);
        let nothing_sold = self.book.as_ref().is_none_or(|b| b.offerings.iter().all(|o| o.retired));
        if nothing_sold {
            return vec![Effect::OpenForm(offering)];
        }
        let mut forms = Vec::new();
        if let Some(place) = self.here().filter(|_| !self.desk.grid.is_on_name()) {
            forms.push(self.sale(place, cx));
        }
        forms.push(offering);
        forms.extend(account.map(|id| FormOf::new(Kind::Unit, Some(id))));
        forms.push(FormOf::new(Kind::Competitor, None));
        vec![Effect::Offer(forms, 0)]
    }

    /// The form of a sale that is after a cell: for its gap, against its competitor.
    fn sale(&self, place: Place, cx: &Cx<'_>) -> FormOf {
        let row = self.current();
        let mut of = FormOf::new(Kind::Opportunity, Some(place.account));
        of.preset.push(("name", Value::Text(self.title(place, cx))));
        of.preset.push(("offering", Value::Link(place.offering)));
        of.preset.extend(place.unit.map(|unit| ("unit", Value::Link(unit))));
        let gap = row.and_then(|row| row.cell.gap()?.ok()).filter(|gap| *gap > 0.0);
        let currency = cx.directory.terms.currency;
        of.preset.extend(gap.map(|gap| ("amount", Value::Money(Money::of_scaled(scaled(gap), currency)))));
        let rival = row.and_then(|row| row.cell.competitor);
        of.preset.extend(rival.map(|id| ("competitor", Value::Link(id))));
        of
    }

    /// All that is kept of a cell, in its form.
    pub(super) fn edit(&self, cx: &Cx<'_>) -> Vec<Effect> {
        let Some(place) = self.here() else {
            return vec![Effect::Notify(Explain::new("whitespace-no-cell"))];
        };
        let account = Some(place.account).or(cx.scope);
        let kept = self.current().and_then(|row| row.cell.id);
        let form = kept.map_or_else(
            || {
                let mut of = FormOf::new(Kind::WhiteSpace, account);
                of.preset.push(("offering", Value::Link(place.offering)));
                of.preset.push(("account", Value::Link(place.account)));
                of.preset.extend(place.unit.map(|unit| ("unit", Value::Link(unit))));
                of
            },
            |id| FormOf::edit(Kind::WhiteSpace, id, account),
        );
        vec![Effect::OpenForm(form)]
    }
}

/// An amount in units of the currency, in scale 4.
#[expect(clippy::cast_possible_truncation, reason = "amounts of a company fit; what does not saturates")]
#[expect(clippy::cast_precision_loss, reason = "the scale is ten thousand")]
fn scaled(amount: f64) -> i64 {
    (amount * SCALE as f64).round() as i64
}
