//! What a row of a table says.
use super::cells::{Said, read};
use super::columns::{Column, Heads};
use super::leads::Lead;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::{Record, Spec};
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::exchange::draft::{Refusal, short, shortened};
use crate::exchange::join::title;
use crate::exchange::programs::Company;
use crate::exchange::sheet::Cell;
use crate::exchange::{EXAMPLE, NOTHING};
use crate::lang::list;
use crate::lang::value::Context;

/// A row while it is read.
pub(super) struct Draft {
    pub(super) line: usize,
    pub(super) record: Box<dyn Record>,
    /// The fields that the row says.
    pub(super) said: Vec<&'static str>,
    pub(super) number: Option<Id>,
    /// Its account, as the program knows it that the table comes from; of other tables none.
    pub(super) company: Option<Company>,
    /// What it leads to.
    pub(super) leads: Vec<Lead>,
}

/// What a row is.
pub(super) enum Read {
    Draft(Draft),
    Refused(Refusal),
    /// A row that only shows how it is done.
    Example,
    /// A line with which a report ends.
    Footer,
}

/// What a row says; `None` for an empty one, and for the heads again. `sheet`: it is of a spreadsheet.
pub(super) fn row(line: usize, cells: &[Cell], heads: &Heads, sheet: bool, cx: &Context<'_>) -> Option<Read> {
    let filled = || cells.iter().filter(|c| !c.shown().is_empty());
    let first = filled().next()?.shown();
    let under = |wanted: &dyn Fn(&Column) -> bool| {
        let mut columns = heads.columns.iter().zip(cells);
        columns.any(|(column, cell)| column.as_ref().is_some_and(wanted) && !cell.is_empty())
    };
    let known = heads.own && under(&|c| *c == Column::Uid);
    if heads.is_beside() && !under(&|c| matches!(c, Column::Field(s) if s.name == "account")) {
        // Somebody without a place.
        return None;
    }
    if !known && first.starts_with(EXAMPLE) {
        return Some(Read::Example);
    }
    if heads.is_again(cells) {
        return None;
    }
    let refused = |why: Vec<Explain>, name: String| Some(Read::Refused(Refusal { line, name, why }));
    if cells.iter().skip(heads.width()).any(|c| !c.is_empty()) {
        let why = Explain::new("import-csv-too-many").with("cells", cells.len());
        return refused(vec![why.with("columns", heads.width())], short(&first));
    }
    let (mut tidied, mut company) = (Vec::new(), None);
    if let Some(shape) = &heads.shape {
        let texts: Vec<_> = cells.iter().map(exact).collect();
        if shape.is_footer(&texts) {
            return Some(Read::Footer);
        }
        let tidy = shape.tidy(&texts, cx.words.lang());
        tidied = tidy.cells.iter().map(|text| Cell::of_text(text)).collect();
        company = Some(tidy.company);
    }
    let cells = if heads.shape.is_some() { &tidied } else { cells };
    let kind = heads.kind;
    let mut draft =
        Draft { line, record: kind.blank(), said: Vec::new(), number: None, company, leads: Vec::new() };
    for ((column, head), cell) in heads.columns.iter().zip(&heads.headers).zip(cells) {
        if let Some(column) = column
            && let Err(why) = draft.set(*column, head, cell, sheet, cx)
        {
            let place = Explain::new("import-csv-column").with("column", short(head));
            return refused(vec![place, shortened(why)], short(&first));
        }
    }
    Some(Read::Draft(draft))
}

/// What a cell shows, such that a number can be read in one way only, with the currency in which it is shown.
fn exact(cell: &Cell) -> String {
    let Cell::Number { currency, .. } = cell else { return cell.shown() };
    let mut text = cell.shown();
    if text.rsplit_once('.').is_some_and(|(_, decimals)| decimals.len() == 3) {
        text.push('0');
    }
    currency.map_or(text.clone(), |currency| format!("{text} {currency}"))
}

impl Draft {
    fn set(
        &mut self,
        column: Column,
        head: &str,
        cell: &Cell,
        sheet: bool,
        cx: &Context<'_>,
    ) -> Result<(), Explain> {
        let spec = match column {
            Column::Ignore => return Ok(()),
            Column::Uid => {
                self.record.head_mut().uid = cell.shown();
                return Ok(());
            }
            Column::Number => {
                self.number = cell.shown().trim_start_matches('#').parse().ok().filter(|n| *n > 0);
                return Ok(());
            }
            Column::Leads(spec) => {
                let uids = list::split(&cell.shown());
                if !uids.is_empty() {
                    self.lead(spec, head, |lead| lead.uids = uids);
                }
                return Ok(());
            }
            Column::Field(spec) => spec,
        };
        if cell.text() == Some(NOTHING) && !self.record.kind().blank().get(spec.name).is_empty() {
            return self.record.set(spec.name, Value::Empty);
        }
        match read(spec.kind, cell, sheet, cx)? {
            Said::Plain(value) if value.is_empty() => return Ok(()),
            Said::Plain(value) => {
                self.record.set(spec.name, value)?;
                self.said.push(spec.name);
            }
            Said::Leads(names) => self.lead(spec, head, |lead| lead.names = names),
        }
        Ok(())
    }

    /// Takes note of what the row says of where a field leads.
    fn lead(&mut self, spec: &'static Spec, head: &str, set: impl FnOnce(&mut Lead)) {
        if let Some(lead) = self.leads.iter_mut().find(|lead| *lead.spec == *spec) {
            return set(lead);
        }
        let mut lead = Lead { spec, names: Vec::new(), uids: Vec::new(), head: head.to_owned() };
        set(&mut lead);
        self.said.push(spec.name);
        self.leads.push(lead);
    }

    /// What follows from the rest: what lies ahead is planned. Of a record with a uid everything is said.
    pub(super) fn complete(&mut self, cx: &Context<'_>) -> Result<(), Explain> {
        let ahead = matches!(self.record.get("day"), Value::Day(day) if day > cx.today);
        if self.record.kind() == Kind::Interaction && ahead && self.record.head().uid.is_empty() {
            self.record.set("planned", Value::Flag(true))?;
        }
        Ok(())
    }

    /// The record with only what the row says, for filling one that is there.
    pub(super) fn bare(&self) -> Result<Box<dyn Record>, Explain> {
        let mut bare = self.record.clone();
        for spec in bare.kind().specs().into_iter().filter(|s| !self.said.contains(&s.name)) {
            bare.set(spec.name, Value::Empty)?;
        }
        Ok(bare)
    }

    pub(super) fn refusal(&self, why: Vec<Explain>) -> Refusal {
        Refusal { line: self.line, name: title(self.record.as_ref()), why }
    }
}
