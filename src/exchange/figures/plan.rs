//! Entries of a layout, compared with the book.
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::layout::{Entry, Layout, column_name};
use super::names::{Hit, Names};
use super::value::{Marks, Taken, doubts, has_percent_sign, is_tenfold, take};
use super::{Book, KpiName, Plan, Planned, Role, State};
use crate::domain::Id;
use crate::domain::choice::{Choice, Frequency};
use crate::domain::explain::Explain;
use crate::domain::period::Period;
use crate::exchange::draft::short;
use crate::exchange::sheet::Cell;
use crate::lang::figure::{Proof, currency};

mod band;
mod unknown;

/// How far back a figure is looked for, to compare a new one with.
const BACK: i32 = 3;

/// What a pair of names means.
type Meant = Result<Id, Explain>;

/// Makes the plan of a layout.
pub(super) struct Planner<'a> {
    pub book: Book<'a>,
    pub names: &'a Names<'a>,
    pub rows: &'a [Vec<Cell>],
    pub marks: Marks,
    /// Why a cell is refused that has no indicator.
    pub nobody: &'static str,
}

/// What a figure's indicator is known by.
type Label = (Option<Id>, Option<Arc<str>>, Option<Arc<str>>);

fn label(entry: &Entry) -> Label {
    (entry.known, entry.account.clone(), entry.kpi.clone())
}

impl Planner<'_> {
    pub(super) fn plan(&self, layout: Layout) -> Plan {
        let mut plan = Plan { notes: layout.left_out, certain: layout.certain, ..Plan::default() };
        let marks = self.prove(&layout.entries);
        let mut meant: HashMap<Label, Meant> = HashMap::new();
        for entry in &layout.entries {
            meant.entry(label(entry)).or_insert_with(|| self.meant(entry));
        }
        let of = |e: &Entry| meant.get(&label(e)).cloned().unwrap_or_else(|| Err(Explain::new(self.nobody)));
        let totals = self.totals(&layout.entries, &of);
        let mut ambiguous = BTreeSet::new();
        for (at, entry) in layout.entries.iter().enumerate() {
            if totals.contains(&at) {
                continue;
            }
            let (cell, found) = (self.cell(entry), of(entry));
            let planned = self.one(entry, cell, found, marks);
            if planned.state == State::Ambiguous {
                ambiguous.insert(entry.column);
            }
            self.count_unknown(entry, &planned, &mut plan);
            plan.cells.push(planned);
        }
        let header = |c: usize| {
            layout.header.and_then(|r| self.rows.get(r)?.get(c)).map(Cell::shown).unwrap_or_default()
        };
        plan.ambiguous = ambiguous.into_iter().map(|c| column_name(&header(c), c)).collect();
        self.note_totals(&layout.entries, &totals, &mut plan);
        plan.certain |= plan.cells.iter().any(|c| c.kpi.is_some());
        refuse_contradictions(&mut plan.cells);
        self.doubt_jumps(&mut plan.cells);
        plan
    }

    fn cell(&self, entry: &Entry) -> &Cell {
        self.rows.get(entry.row).and_then(|r| r.get(entry.column)).unwrap_or(&Cell::Empty)
    }

    /// The decimal mark that the cells prove, where none was said.
    fn prove(&self, entries: &[Entry]) -> Marks {
        let mut proof = Proof::default();
        for entry in entries {
            if let Some(text) = self.cell(entry).text() {
                proof.add(text);
            }
        }
        Marks { known: self.marks.known.or_else(|| proof.mark()), ..self.marks }
    }

    /// The indicator that an entry's names mean.
    fn meant(&self, entry: &Entry) -> Meant {
        if let Some(known) = entry.known {
            return Ok(known);
        }
        let Some(name) = entry.kpi.as_deref() else { return Err(Explain::new(self.nobody)) };
        let account = match entry.account.as_deref().map(|text| (text, self.names.account(text))) {
            None => None,
            Some((_, Hit::One(id))) => Some(id),
            Some((text, Hit::None)) => {
                return Err(Explain::new("figures-account-unknown").with("account", short(text)));
            }
            Some((text, Hit::Several)) => {
                return Err(Explain::new("figures-account-several").with("account", short(text)));
            }
        };
        match self.names.indicator(name, account) {
            Hit::One(id) => Ok(id),
            Hit::Several => Err(Explain::new("figures-kpi-several").with("name", short(name))),
            Hit::None => match self.names.both(name).filter(|_| account.is_none()) {
                Some((_, id)) => Ok(id),
                None => Err(Explain::new("figures-kpi-unknown").with("name", short(name))),
            },
        }
    }

    /// The entries that sum up others of their row: a year beside its months, where the indicator is monthly.
    fn totals(&self, entries: &[Entry], of: &dyn Fn(&Entry) -> Meant) -> BTreeSet<usize> {
        let mut fitting: BTreeSet<(usize, Role)> = BTreeSet::new();
        let fits =
            |e: &Entry, kpi: &KpiName| self.period(e, kpi).is_some_and(|p| p.frequency() == kpi.frequency);
        let kpi = |e: &Entry| of(e).ok().and_then(|id| self.names.kpi(id));
        for entry in entries {
            if kpi(entry).is_some_and(|k| fits(entry, k)) {
                fitting.insert((entry.row, entry.role));
            }
        }
        let total = |e: &Entry| kpi(e).is_some_and(|k| !fits(e, k)) && fitting.contains(&(e.row, e.role));
        entries
            .iter()
            .enumerate()
            .filter(|(_, e)| e.when.period.is_some() && total(e))
            .map(|(at, _)| at)
            .collect()
    }

    fn note_totals(&self, entries: &[Entry], totals: &BTreeSet<usize>, plan: &mut Plan) {
        let mut columns: Vec<&str> = Vec::new();
        for entry in totals.iter().filter_map(|at| entries.get(*at)) {
            if !self.cell(entry).is_empty() && !columns.contains(&&*entry.when.text) {
                columns.push(&entry.when.text);
            }
        }
        plan.notes.extend(
            columns.into_iter().map(|c| Explain::new("figures-column-left-out").with("column", short(c))),
        );
    }

    /// The period of an entry for an indicator: a day that begins or ends one of its periods means that one.
    fn period(&self, entry: &Entry, kpi: &KpiName) -> Option<Period> {
        let year = self.book.year;
        let of_day = entry.when.day.map(|day| (day, year.at(day, kpi.frequency)));
        match of_day.filter(|(day, p)| year.first_day(*p) == *day || year.last_day(*p) == *day) {
            Some((_, period)) => Some(period),
            None => entry.when.period,
        }
    }

    fn one(&self, entry: &Entry, cell: &Cell, meant: Meant, marks: Marks) -> Planned {
        let mut planned = Planned {
            row: entry.row,
            column: entry.column,
            text: short(&cell.shown()),
            account: entry.account.clone().unwrap_or_default(),
            name: entry.kpi.clone().unwrap_or_default(),
            kpi: None,
            period: entry.when.period,
            role: entry.role,
            old: None,
            new: None,
            high: None,
            state: State::Blank,
            doubts: Vec::new(),
        };
        if let Err(why) = self.fill(&mut planned, entry, cell, meant, marks) {
            planned.state = if cell.is_empty() { State::Blank } else { State::Refused(why) };
        }
        planned
    }

    /// Fills in what is known of a cell; the error is why it cannot be taken.
    fn fill(
        &self,
        planned: &mut Planned,
        entry: &Entry,
        cell: &Cell,
        meant: Meant,
        marks: Marks,
    ) -> Result<(), Explain> {
        let id = meant?;
        let kpi = self.names.kpi(id).ok_or_else(|| Explain::new(self.nobody))?;
        planned.kpi = Some(id);
        let period = self.period(entry, kpi);
        let text = || short(&entry.when.text);
        let period = period.ok_or_else(|| match &*entry.when.text {
            "" => Explain::new("figures-outside"),
            _ => Explain::new("figures-no-period").with("text", text()),
        })?;
        planned.period = Some(period);
        planned.old = (self.book.old)(id, period, entry.role);
        let of_year = entry.role == Role::Target && period.frequency() == Frequency::Yearly;
        if period.frequency() != kpi.frequency && !of_year {
            return Err(
                Explain::new(format!("figures-every-{}", kpi.frequency.name())).with("name", &kpi.name)
            );
        }
        if kpi.computed && entry.role == Role::Actual {
            return Err(Explain::new("figures-computed").with("name", &kpi.name));
        }
        let band = kpi.band && entry.role == Role::Target;
        let ends = band::ends(cell).filter(|_| band);
        if band && ends.is_none() && planned.old.is_none() {
            return Err(Explain::new("figures-band").with("name", &kpi.name));
        }
        let beside = entry.currency.as_deref().and_then(currency);
        let (cell, upper) = ends.as_ref().map_or((cell, None), |(low, high)| (low, Some(high)));
        planned.high = upper.map(|cell| band::upper(take(cell, kpi, beside, marks), kpi)).transpose()?;
        let (new, assumed) = match take(cell, kpi, beside, marks) {
            Taken::Blank => return Ok(()),
            Taken::Refused(why) => return Err(why),
            Taken::Ambiguous => {
                planned.state = State::Ambiguous;
                return Ok(());
            }
            Taken::Figure(new, assumed) => (new, assumed),
        };
        planned.new = Some(new);
        planned.state = match planned.old {
            None => State::New,
            Some(old) if old == new && planned.high.is_none() => State::Same,
            Some(_) => State::Changed,
        };
        if planned.writes() {
            planned.doubts = doubts(new, planned.old, kpi, has_percent_sign(cell));
            planned.doubts.extend(assumed.then(|| Explain::new("figures-assumed-mark")));
            if entry.when.assumed {
                planned.doubts.push(Explain::new("figures-assumed-year").with("text", text()));
            }
        }
        Ok(())
    }

    /// Doubts new figures that are far from the newest of the few periods before, in the book or in the file.
    fn doubt_jumps(&self, cells: &mut [Planned]) {
        let mut read: HashMap<(Id, Period, Role), i64> = HashMap::new();
        for cell in cells.iter() {
            if let (Some(kpi), Some(period), Some(new)) = (cell.kpi, cell.period, cell.new) {
                read.insert((kpi, period, cell.role), new);
            }
        }
        for cell in cells.iter_mut().filter(|c| c.state == State::New) {
            let (Some(kpi), Some(period), Some(new)) = (cell.kpi, cell.period, cell.new) else { continue };
            let before = (1..=BACK).find_map(|n| {
                let earlier = self.book.year.after(period, -n);
                let here = read.get(&(kpi, earlier, cell.role)).copied();
                here.or_else(|| (self.book.old)(kpi, earlier, cell.role))
            });
            if before.is_some_and(|before| is_tenfold(new, before)) {
                cell.doubts.push(Explain::new("figures-tenfold-before"));
            }
        }
    }
}

/// Two cells that say different things of one figure are both refused; a repetition changes nothing.
fn refuse_contradictions(cells: &mut [Planned]) {
    let mut first: HashMap<(Id, Period, Role), usize> = HashMap::new();
    let mut clashes: Vec<(usize, usize)> = Vec::new();
    for at in 0..cells.len() {
        let Some(cell) = cells.get(at).filter(|c| c.new.is_some()) else { continue };
        let (Some(kpi), Some(period)) = (cell.kpi, cell.period) else { continue };
        match first.get(&(kpi, period, cell.role)) {
            None => drop(first.insert((kpi, period, cell.role), at)),
            Some(before) if cells.get(*before).is_some_and(|b| b.new != cell.new) => {
                clashes.push((*before, at));
            }
            Some(_) => {
                if let Some(cell) = cells.get_mut(at) {
                    (cell.state, cell.doubts) = (State::Same, Vec::new());
                }
            }
        }
    }
    for (a, b) in clashes {
        let text = |at: usize| cells.get(at).map(|c| c.text.clone()).unwrap_or_default();
        let why = Explain::new("figures-twice").with("text", text(a)).with("other", text(b));
        for at in [a, b] {
            if let Some(cell) = cells.get_mut(at) {
                (cell.state, cell.doubts) = (State::Refused(why.clone()), Vec::new());
            }
        }
    }
}
