//! The sales of the scope, which of them are shown, and the one under the cursor.
use super::order::{Filter, Sort, arrange};
use crate::domain::Id;
use crate::domain::choice::Stage;
use crate::domain::kind::Kind;
use crate::domain::text::name_tokens;
use crate::lang::choice;
use crate::lens::Cx;
use crate::store::query::pipeline::{Pipeline, Sale};
use crate::ui::found::Sought;

/// A column of the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lane {
    /// A stage of open sales.
    Stage(Stage),
    /// What is won or lost.
    Closed,
}

impl Lane {
    /// All of them, from the left.
    pub(super) const ALL: [Self; 6] = [
        Self::Stage(Stage::Identified),
        Self::Stage(Stage::Qualified),
        Self::Stage(Stage::Proposal),
        Self::Stage(Stage::Negotiation),
        Self::Stage(Stage::Verbal),
        Self::Closed,
    ];

    /// The lane in which a sale stands, counted from the left.
    pub(super) const fn of(stage: Stage) -> usize {
        match stage {
            Stage::Identified => 0,
            Stage::Qualified => 1,
            Stage::Proposal => 2,
            Stage::Negotiation => 3,
            Stage::Verbal => 4,
            Stage::Won | Stage::Lost => 5,
        }
    }
}

/// What is shown.
#[derive(Debug, Default)]
pub(super) struct Selection {
    /// All that is known of the scope, once loaded.
    pub(super) known: Option<Box<Pipeline>>,
    /// The places of the sales that are shown, in their order.
    pub(super) rows: Vec<usize>,
    pub(super) sort: Sort,
    pub(super) reversed: bool,
    pub(super) filter: Filter,
    pub(super) text: String,
    pub(super) marks: Sought,
    /// The row under the cursor.
    at: usize,
    /// The sale to stand on once it is there.
    wanted: Option<Id>,
}

impl Selection {
    /// All sales of the scope.
    pub(super) fn all(&self) -> &[Sale] {
        self.known.as_ref().map_or(&[], |known| known.sales.as_slice())
    }

    /// The sale of a row.
    pub(super) fn sale(&self, row: usize) -> Option<&Sale> {
        self.all().get(*self.rows.get(row)?)
    }

    /// The sales that are shown.
    pub(super) fn shown(&self) -> impl Iterator<Item = &Sale> {
        self.rows.iter().filter_map(|place| self.all().get(*place))
    }

    /// The sale under the cursor.
    pub(super) fn current(&self) -> Option<&Sale> {
        self.sale(self.at())
    }

    /// The number of the sale under the cursor.
    pub(super) fn id(&self) -> Option<Id> {
        self.current().map(|sale| sale.deal.id)
    }

    /// The row under the cursor.
    pub(super) fn at(&self) -> usize {
        self.at.min(self.rows.len().saturating_sub(1))
    }

    pub(super) fn stand(&mut self, row: usize) {
        self.at = row.min(self.rows.len().saturating_sub(1));
    }

    /// Stands on this sale once the book has answered.
    pub(super) const fn want(&mut self, sale: Id) {
        self.wanted = Some(sale);
    }

    /// The rows of each lane, from the top.
    pub(super) fn lanes(&self) -> [Vec<usize>; Lane::ALL.len()] {
        let mut lanes: [Vec<usize>; Lane::ALL.len()] = Default::default();
        for (row, sale) in self.shown().enumerate() {
            if let Some(lane) = lanes.get_mut(Lane::of(sale.deal.stage)) {
                lane.push(row);
            }
        }
        lanes
    }

    pub(super) fn take(&mut self, known: Box<Pipeline>, cx: &Cx<'_>) {
        let before = self.wanted.take().or_else(|| self.id());
        self.known = Some(known);
        self.choose(cx);
        if let Some(id) = before {
            let is_there = self.all().iter().any(|sale| sale.deal.id == id);
            if is_there && self.row_of(id).is_none() && self.text.is_empty() && self.filter == Filter::Current
            {
                // It is won or lost since long ago, and somebody has asked for it.
                self.filter = Filter::All;
                self.choose(cx);
            }
            self.stand(self.row_of(id).unwrap_or_else(|| self.at()));
        }
    }

    /// Filters anew; the cursor stays on its sale.
    pub(super) fn arrange(&mut self, cx: &Cx<'_>) {
        let before = self.id();
        self.choose(cx);
        let row = before.and_then(|id| self.row_of(id));
        self.stand(row.unwrap_or_else(|| self.at()));
    }

    pub(super) fn narrow(&mut self, text: &str, cx: &Cx<'_>) {
        text.clone_into(&mut self.text);
        self.marks = Sought::new([text]);
        self.arrange(cx);
    }

    /// How many a filter leaves.
    pub(super) fn count(&self, filter: Filter, cx: &Cx<'_>) -> usize {
        let Some(known) = &self.known else { return 0 };
        known.sales.iter().filter(|sale| filter.takes(sale, known.year, cx.today)).count()
    }

    fn row_of(&self, id: Id) -> Option<usize> {
        self.shown().position(|sale| sale.deal.id == id)
    }

    fn choose(&mut self, cx: &Cx<'_>) {
        let Some(known) = &self.known else { return };
        let words = name_tokens(&self.text);
        let takes = |sale: &Sale| {
            self.filter.takes(sale, known.year, cx.today) && (words.is_empty() || answers(sale, &words, cx))
        };
        let mut rows: Vec<usize> =
            (0..).zip(&known.sales).filter(|(_, sale)| takes(sale)).map(|(at, _)| at).collect();
        arrange(&mut rows, &known.sales, (self.sort, self.reversed), cx.today);
        self.rows = rows;
    }
}

/// Whether every word begins one of those by which a sale is found: its name, account, stage, next step, what would be sold,
/// where, who else is after it, why it was lost.
fn answers(sale: &Sale, words: &[String], cx: &Cx<'_>) -> bool {
    let name = |kind, id: Option<Id>| id.map(|id| cx.directory.name(kind, id)).unwrap_or_default();
    let texts = [
        sale.deal.name.clone(),
        sale.account_name.clone(),
        choice::word(sale.deal.stage, cx.words),
        sale.next_step.clone(),
        sale.lost_reason.clone(),
        name(Kind::Offering, sale.offering),
        name(Kind::Unit, sale.unit),
        name(Kind::Competitor, sale.competitor),
    ];
    let found_by: Vec<String> = texts.iter().flat_map(|text| name_tokens(text)).collect();
    words.iter().all(|word| found_by.iter().any(|token| token.starts_with(word.as_str())))
}
