//! Pasting cells: what each would change is looked at first; ⏎ saves what can be taken as one act.
use super::indicator::{Axis, Indicator};
use super::state::{Kpis, Row};
use crate::command::Effect;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kpi::Amount;
use crate::domain::period::Period;
use crate::exchange::figures::{self, Book, KpiName, Plan, Planned, Role as Of, State};
use crate::lens::Cx;
use crate::lens::desk::Lines;
use crate::store::act::Act;
use crate::store::act::figures::{Figure, Figures, Set};

/// What a pasted text would do.
#[derive(Debug)]
pub(super) struct Pasted {
    pub(super) plan: Plan,
    /// The cells that are shown: those that say something new, and those that cannot be taken.
    pub(super) shown: Vec<usize>,
}

impl Pasted {
    fn new(plan: Plan) -> Self {
        let says = |cell: &Planned| !matches!(cell.state, State::Same | State::Blank);
        let shown = plan.cells.iter().enumerate().filter(|(_, c)| says(c)).map(|(i, _)| i).collect();
        Self { plan, shown }
    }
}

impl Lines for Pasted {
    fn len(&self) -> usize {
        self.shown.len()
    }
}

impl Kpis {
    /// Pasted text: one figure goes into the cell being entered, cells go into a preview.
    pub(super) fn paste(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        let Some(text) = self.desk.pasted(text) else { return Vec::new() };
        if self.all.is_empty() {
            return Vec::new();
        }
        if self.axis == Axis::Deviation {
            self.axis = Axis::Actual;
        }
        let mut plan = self.plan(text, cx);
        for cell in &mut plan.cells {
            if cell.high.is_some() && self.is_there(cell) {
                cell.state = State::Same;
            }
        }
        self.desk.show(Pasted::new(plan));
        Vec::new()
    }

    fn plan(&self, text: &str, cx: &Cx<'_>) -> Plan {
        let block = self.desk.grid.block();
        let ids = |row: &Row| match row {
            Row::Kpi(at) => self.all.get(*at).map(Indicator::id),
            Row::Group(_) => None,
        };
        let rows: Vec<Id> = self.rows.iter().filter_map(ids).collect();
        let above = self.rows.iter().take(*block.rows.start()).filter_map(ids).count();
        let role = if self.axis == Axis::Target { Of::Target } else { Of::Actual };
        let kpis: Vec<KpiName> = self.all.iter().map(name_of).collect();
        let old = |kpi: Id, period: Period, role: Of| {
            let axis = if role == Of::Target { Axis::Target } else { Axis::Actual };
            let (amount, _) = self.of_id(kpi)?.entered(axis, period)?;
            match amount {
                Amount::Money(money) => money.scaled(),
                Amount::Plain(units) => Some(units),
            }
        };
        let grid = figures::Grid {
            rows: &rows,
            columns: &self.columns,
            row: above,
            column: *block.columns.start(),
            role,
        };
        let book = Book {
            kpis: &kpis,
            directory: cx.directory,
            year: cx.directory.terms.year,
            today: cx.today,
            old: &old,
        };
        figures::paste(text, &grid, book, cx.words.lang())
    }

    pub(super) fn of_id(&self, id: Id) -> Option<&Indicator> {
        self.all.iter().find(|one| one.id() == id)
    }

    /// Saves what can be taken, as one act.
    pub(super) fn save_pasted(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let Some(preview) = &self.desk.preview else { return Vec::new() };
        let cells: Vec<Figure> =
            preview.would.plan.writes().filter_map(|cell| self.figure_of(cell)).collect();
        if cells.is_empty() {
            self.desk.preview = None;
            return vec![Effect::Notify(Explain::new("kpis-pasted-nothing"))];
        }
        self.desk.save();
        let source = cx.words.get("kpis-pasted-source");
        vec![Effect::Act(Act::Figures(Figures { cells, source }))]
    }

    /// Whether the band of the cell stands there already.
    fn is_there(&self, cell: &Planned) -> bool {
        let there = cell.kpi.zip(cell.period).and_then(|(kpi, period)| {
            self.of_id(kpi)?
                .entered(Axis::Target, period)
                .map(|(low, high)| (low.units(), high.map(Amount::units)))
        });
        let new = |units: i64| Amount::Plain(units).units();
        there.is_some() && there == cell.new.map(|low| (new(low), cell.high.map(new)))
    }

    fn figure_of(&self, cell: &Planned) -> Option<Figure> {
        let (kpi, period) = (cell.kpi?, cell.period?);
        let amount = Amount::Plain(cell.new?);
        let set = match cell.role {
            Of::Actual => Set::Actual(Some(amount)),
            Of::Target => {
                // One pasted figure is the lower end of a band; the upper one stays.
                let there = self.of_id(kpi)?.entered(Axis::Target, period).and_then(|(_, high)| high);
                Set::Target(Some((amount, cell.high.map(Amount::Plain).or(there))))
            }
        };
        Some(Figure { kpi, period, set })
    }
}

fn name_of(one: &Indicator) -> KpiName {
    KpiName {
        id: one.id(),
        name: one.name().to_owned(),
        account: one.account(),
        unit: one.unit(),
        currency: one.currency(),
        frequency: one.series.frequency,
        computed: one.figures.kpi.computed.is_some(),
        band: one.is_band(),
    }
}
