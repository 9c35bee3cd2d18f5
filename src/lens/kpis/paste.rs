//! Pasting cells: what each would change stands in a list, odd ones with the reason; ⏎ saves the rest as one act.
use ratatui::layout::Rect;

use super::figure;
use super::indicator::{Axis, Indicator};
use super::state::{Kpis, Row};
use crate::command::{Command, Effect};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kpi::Amount;
use crate::domain::period::Period;
use crate::exchange::figures::{self, Book, KpiName, Plan, Planned, Role as Of, State};
use crate::lang::period;
use crate::lens::Cx;
use crate::store::act::Act;
use crate::store::act::figures::{Figure, Figures, Set};
use crate::ui::panel::{below, float, top};
use crate::ui::table::{List, TableRow};
use crate::ui::text::wrap;
use crate::ui::{Column, Cursor, Pen, Role, Seen, Span};

/// The list of what was pasted, as regions and pages count panels.
pub(super) const PASTED: u8 = 2;

/// Sign, indicator, period, figure there, arrow, figure read, remark.
const COLUMNS: [Column; 7] = [
    Column::fixed(1),
    Column::growing(16),
    Column::fixed(8),
    Column::fixed(13).right(),
    Column::fixed(1),
    Column::fixed(13).right(),
    Column::growing(20),
];

/// What a pasted text would do.
#[derive(Debug)]
pub(super) struct Preview {
    plan: Plan,
    /// The cells that are shown: those that say something new, and those that cannot be taken.
    shown: Vec<usize>,
    pub(super) cursor: Cursor,
    /// It was sent off; the answer closes it.
    pub(super) saving: bool,
}

impl Preview {
    fn new(plan: Plan) -> Self {
        let says = |cell: &Planned| !matches!(cell.state, State::Same | State::Blank);
        let shown = plan.cells.iter().enumerate().filter(|(_, c)| says(c)).map(|(i, _)| i).collect();
        Self { plan, shown, cursor: Cursor::default(), saving: false }
    }

    fn len(&self) -> usize {
        self.shown.len()
    }

    /// Moves in the list.
    pub(super) fn step(&mut self, command: Command) {
        let len = self.len();
        self.cursor.step(command, len);
    }

    /// Stands on a line of the list.
    pub(super) fn stand(&mut self, row: usize) {
        self.cursor.stand(row.min(self.len().saturating_sub(1)));
    }

    /// Turns the list by so many lines.
    pub(super) fn scroll(&mut self, by: isize) {
        let len = self.len();
        self.cursor.scroll(by, len);
    }
}

impl Kpis {
    /// Pasted text: one figure goes into the cell being entered, cells go into a preview.
    pub(super) fn paste(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        let text = text.trim_end_matches('\n');
        if self.grid.entry().is_some() && !text.contains(['\t', '\n']) {
            self.grid.insert(text.trim());
            return Vec::new();
        }
        if self.all.is_empty() || text.trim().is_empty() || self.preview.is_some() {
            return Vec::new();
        }
        if self.axis == Axis::Deviation {
            self.axis = Axis::Actual;
        }
        self.grid.leave();
        let plan = self.plan(text, cx);
        self.preview = Some(Preview::new(plan));
        Vec::new()
    }

    fn plan(&self, text: &str, cx: &Cx<'_>) -> Plan {
        let block = self.grid.block();
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

    fn of_id(&self, id: Id) -> Option<&Indicator> {
        self.all.iter().find(|one| one.id() == id)
    }

    /// Saves what can be taken, as one act.
    pub(super) fn save_pasted(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let Some(preview) = &self.preview else { return Vec::new() };
        let cells: Vec<Figure> = preview.plan.writes().filter_map(|cell| self.figure_of(cell)).collect();
        if cells.is_empty() {
            self.preview = None;
            return vec![Effect::Notify(Explain::new("kpis-pasted-nothing"))];
        }
        if let Some(preview) = &mut self.preview {
            preview.saving = true;
        }
        self.grid.unmark();
        let source = cx.words.get("kpis-pasted-source");
        vec![Effect::Act(Act::Figures(Figures { cells, source }))]
    }

    fn figure_of(&self, cell: &Planned) -> Option<Figure> {
        let (kpi, period) = (cell.kpi?, cell.period?);
        let amount = Amount::Plain(cell.new?);
        let set = match cell.role {
            Of::Actual => Set::Actual(Some(amount)),
            Of::Target => {
                // A pasted figure is the lower end of a band; the upper one stays.
                let high = self.of_id(kpi)?.entered(Axis::Target, period).and_then(|(_, high)| high);
                Set::Target(Some((amount, high)))
            }
        };
        Some(Figure { kpi, period, set })
    }

    /// Draws the preview over the lens.
    pub(super) fn draw_preview(&self, preview: &Preview, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let words = cx.words;
        let count = preview.plan.writes().count().to_string();
        let title = words.with("kpis-pasted", &[("count", &count)]);
        let hints = [
            Span::new(format!(" {} ", cx.key(Command::Choose)), Role::Key),
            Span::muted(words.with("kpis-pasted-save", &[("count", &count)])),
            Span::new(format!("  {} ", cx.key(Command::Back)), Role::Key),
            Span::muted(format!("{} ", words.get("kpis-pasted-drop"))),
        ];
        let remarks = remarks(&preview.plan, cx);
        let lines: Vec<String> = remarks
            .iter()
            .flat_map(|r| wrap(r, usize::from(body.width.min(110).saturating_sub(5))))
            .take(4)
            .collect();
        let wanted = preview.len() + lines.len() + 4;
        let height = u16::try_from(wanted).unwrap_or(u16::MAX).clamp(6, body.height.max(6));
        let inside = float(pen, body, (body.width.min(110), height), &title, &hints);
        for (y, line) in (inside.y..inside.bottom()).zip(&lines) {
            pen.put(inside.x + 1, y, inside.width.saturating_sub(1), line, Role::Muted);
        }
        let rest = below(inside, u16::try_from(lines.len()).unwrap_or(0) + u16::from(!lines.is_empty()));
        let list = List {
            columns: &COLUMNS,
            cursor: &preview.cursor,
            len: preview.len(),
            panel: PASTED,
            focused: true,
        };
        let rest = top(rest, rest.height.saturating_sub(u16::from(rest.height > 3)));
        let arrow = pen.glyphs.or("→", ">");
        list.draw(pen, rest, |index| {
            let cell = preview.shown.get(index).and_then(|at| preview.plan.cells.get(*at));
            cell.map_or_else(|| TableRow::Cells(Vec::new()), |cell| self.row_of(cell, arrow, cx))
        })
    }

    fn row_of(&self, cell: &Planned, arrow: &str, cx: &Cx<'_>) -> TableRow {
        let one = cell.kpi.and_then(|id| self.of_id(id));
        let taken = cell.writes();
        let sign = match (&cell.state, cell.doubts.is_empty()) {
            (State::Refused(_) | State::Ambiguous, _) => Span::new("!", Role::Bad),
            (_, false) => Span::new("!", Role::Warn),
            (State::New | State::Changed | State::Same | State::Blank, true) => Span::text(" "),
        };
        let name = one.map_or_else(|| cell.name.to_string(), |one| one.name().to_owned());
        let account = one.and_then(|one| one.figures.account.clone()).filter(|_| cx.scope.is_none());
        let mut named = vec![Span::text(name)];
        named.extend(account.map(|a| Span::muted(format!("  {a}"))));
        let when =
            cell.period.map(|p| period::show(p, cx.directory.terms.year, cx.words)).unwrap_or_default();
        let show = |units: Option<i64>| match (units, one) {
            (Some(units), Some(one)) => figure::full(one, Amount::Plain(units).units(), cx.words),
            _ => String::new(),
        };
        let new = if taken { show(cell.new) } else { cell.text.clone() };
        TableRow::cells([
            sign.into(),
            named,
            Span::muted(when).into(),
            Span::muted(show(cell.old)).into(),
            Span::muted(arrow).into(),
            Span::new(new, if taken { Role::Text } else { Role::Bad }).into(),
            remark(cell, cx).into(),
        ])
    }
}

/// Why a cell is not taken, what is odd about one that is, or that there was none.
fn remark(cell: &Planned, cx: &Cx<'_>) -> Span {
    let words = cx.words;
    match &cell.state {
        State::Refused(why) => Span::new(words.say(why), Role::Bad),
        State::Ambiguous => Span::new(words.get("kpis-pasted-ambiguous"), Role::Bad),
        State::New | State::Changed | State::Same | State::Blank if !cell.doubts.is_empty() => {
            let doubts: Vec<String> = cell.doubts.iter().map(|d| words.say(d)).collect();
            Span::new(doubts.join(" · "), Role::Warn)
        }
        State::New => Span::muted(words.get("kpis-pasted-new")),
        State::Changed | State::Same | State::Blank => Span::text(""),
    }
}

/// How many cells are left alone, and remarks on the whole.
fn remarks(plan: &Plan, cx: &Cx<'_>) -> Vec<String> {
    let counts = ["refused", "same", "blank"].map(|state| (state, plan.count(state)));
    let counted: Vec<String> = counts
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(state, n)| cx.words.with(&format!("kpis-pasted-{state}"), &[("count", &n.to_string())]))
        .collect();
    let mut found = Vec::new();
    if !counted.is_empty() {
        found.push(counted.join(" · "));
    }
    found.extend(plan.notes.iter().map(|note| cx.words.say(note)));
    found
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
