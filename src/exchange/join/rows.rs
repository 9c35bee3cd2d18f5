//! The rows of the plan, as they are told: the last one may still be added to, those before are set aside.
use super::{Import, kept};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::merge::Merged;
use crate::exchange::draft::Refusal;
use crate::exchange::plan::{Action, Offers, Row, image};
use crate::store::fault::Fault;
use crate::store::stage::Told;

impl Import<'_> {
    /// Adds a row to the plan.
    pub(in crate::exchange) fn tell(&mut self, row: Row) -> Result<(), Fault> {
        self.settle_row()?;
        if let Some(count) = self.counts.get_mut(row.action as usize) {
            *count += 1;
        }
        self.shelf.next_row.set(self.shelf.next_row.get() + 1);
        self.last = Some(row);
        Ok(())
    }

    /// The row told last, to be added to.
    pub(in crate::exchange) fn told(&mut self) -> Option<&mut Row> {
        self.last.as_mut()
    }

    /// Sets the row told last aside.
    pub(super) fn settle_row(&mut self) -> Result<(), Fault> {
        if let Some(row) = self.last.take() {
            self.shelf.stage.tell(row.action as u8, &row.place(), &image::text(&row))?;
        }
        Ok(())
    }

    /// Changes a row that was told before.
    pub(in crate::exchange) fn retell(&mut self, n: u64, change: impl FnOnce(&mut Row)) -> Result<(), Fault> {
        self.settle_row()?;
        let told = self.shelf.stage.row(n)?;
        let Some(mut row) = told.and_then(|told| image::row(&told.body)) else { return Ok(()) };
        let before = row.action;
        change(&mut row);
        for (action, more) in [(before, false), (row.action, true)] {
            if let Some(count) = self.counts.get_mut(action as usize) {
                *count = if more { *count + 1 } else { count.saturating_sub(1) };
            }
        }
        self.shelf.stage.retell(&Told { n, action: row.action as u8, body: image::text(&row) })
    }

    /// Tells of a record that is left out.
    pub(in crate::exchange) fn refuse(&mut self, kind: Option<Kind>, refusal: Refusal) -> Result<(), Fault> {
        let row = self.row(refusal.line, kind, refusal.name, Action::Refuse);
        self.tell(Row { why: refusal.why, offers: Offers::default(), ..row })
    }

    /// Adds the row of a merge: what it was known by, where a record of the same import came from, what was kept.
    pub(super) fn push_merged(
        &mut self,
        mut row: Row,
        (id, why): (Id, Explain),
        merged: Merged,
    ) -> Result<(), Fault> {
        row.why.push(why);
        if id < 0
            && let Some(n) = self.shelf.stage.origin(id)?
        {
            self.settle_row()?;
            let told = self.shelf.stage.row(n)?.and_then(|told| image::row(&told.body));
            let line =
                told.map(|row| Explain::new("import-why-line").with("file", row.file).with("line", row.line));
            row.why.extend(line);
        }
        let same = merged.filled.is_empty() && row.renewed.is_empty();
        row.action = if same { Action::Same } else { Action::Merge };
        row.fields = merged.filled;
        row.why.extend(merged.kept.into_iter().map(kept));
        self.tell(row)
    }

    /// A row about a record of the file that is being read, which may be left out, with what was chosen for it.
    pub(in crate::exchange) fn row(
        &self,
        line: usize,
        kind: impl Into<Option<Kind>>,
        name: String,
        action: Action,
    ) -> Row {
        let (file, sheet, kind) = (self.file.clone(), self.sheet.clone(), kind.into());
        let row = Row {
            file,
            sheet,
            line,
            kind,
            name,
            action,
            fields: Vec::new(),
            renewed: Vec::new(),
            why: Vec::new(),
            offers: Offers { skip: line > 0, ..Offers::default() },
            chosen: None,
        };
        let chosen = row.spot().and_then(|spot| self.choices.get(&spot));
        Row { chosen, ..row }
    }
}
