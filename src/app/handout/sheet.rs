//! The sheet on which a document is asked for: its values, and what they make together.
use chrono::NaiveDate;

use super::Habit;
use super::line::Line;
use crate::command::{Code, Command, Handout, Key};
use crate::domain::Id;
use crate::domain::choice::Side;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::text::fold;
use crate::lang::Lang;
use crate::lens::Cx;
use crate::report::format::Format;
use crate::report::papers::{Of, ROWS, Row, Wanted};
use crate::ui::{Cursor, Edit};

/// Where a file goes unless something else is typed: the user's own folder.
const HOME: &str = "~/";

/// A document being asked for.
#[derive(Debug)]
pub(in crate::app) struct Sheet {
    pub(super) row: &'static Row,
    /// Whom it can be about, and which of them it is.
    pub(super) whom: Vec<((Kind, Id), String)>,
    pub(super) which: usize,
    pub(super) side: Side,
    pub(super) personal: bool,
    pub(super) lang: Lang,
    /// The form of the file; none is on the screen.
    pub(super) form: Option<Format>,
    pub(super) issue: bool,
    pub(super) period: Edit,
    pub(super) asks: Edit,
    pub(super) place: Edit,
    /// The letters by which somebody is looked for.
    pub(super) sought: String,
    pub(in crate::app) cursor: Cursor,
}

impl Sheet {
    pub(super) fn new(row: &'static Row, here: Option<(Kind, Id)>, habit: &Habit, cx: &Cx<'_>) -> Self {
        let mut sheet = Self {
            row,
            whom: Vec::new(),
            which: 0,
            side: Side::Theirs,
            personal: false,
            lang: habit.lang.unwrap_or_else(|| cx.words.lang()),
            form: habit.form,
            issue: false,
            period: Edit::default(),
            asks: Edit::default(),
            place: Edit::new(habit.place.as_deref().unwrap_or(HOME)),
            sought: String::new(),
            cursor: Cursor::default(),
        };
        sheet.list(here, cx);
        sheet
    }

    /// Sets whom the document can be about; it is about the record here, if that fits.
    fn list(&mut self, here: Option<(Kind, Id)>, cx: &Cx<'_>) {
        let kinds: &[Kind] = match self.row.of {
            Of::Book => &[],
            Of::Account => &[Kind::Account],
            Of::Colleague => &[Kind::Colleague],
            Of::Talk => &[Kind::Account, Kind::Person],
        };
        let names = kinds.iter().flat_map(|kind| cx.directory.of(*kind));
        let mut names: Vec<_> = names.collect();
        // The tabs first, in their order.
        names.sort_by_key(|name| (name.kind, !name.key, if name.key { name.position } else { 0 }));
        self.whom = names.into_iter().map(|name| ((name.kind, name.id), name.name.clone())).collect();
        if let Some(meeting) = here.filter(|(kind, _)| self.row.of == Of::Talk && *kind == Kind::Interaction)
        {
            self.whom.insert(0, (meeting, cx.words.get("handout-this-meeting")));
        }
        self.which = self.whom.iter().position(|(of, _)| Some(*of) == here).unwrap_or(0);
        self.sought.clear();
    }

    /// About whom it is.
    pub(super) fn about(&self) -> Option<&((Kind, Id), String)> {
        self.whom.get(self.which)
    }

    fn line(&self) -> Option<Line> {
        self.lines().get(self.cursor.at).copied()
    }

    /// One line up or down; what was sought is forgotten.
    pub(in crate::app) fn step(&mut self, command: Command) {
        let len = self.lines().len();
        self.sought.clear();
        self.cursor.step(command, len);
    }

    /// Stands on a line.
    pub(in crate::app) fn stand(&mut self, line: usize) {
        self.sought.clear();
        self.cursor.stand(line.min(self.lines().len().saturating_sub(1)));
    }

    pub(in crate::app) fn paste(&mut self, text: &str) {
        if let Some(edit) = self.edit() {
            edit.insert(text);
        }
    }

    /// The text of the line under the cursor, where it is one to be typed.
    fn edit(&mut self) -> Option<&mut Edit> {
        match self.line()? {
            Line::Period => Some(&mut self.period),
            Line::Asks => Some(&mut self.asks),
            Line::Place => Some(&mut self.place),
            Line::Document
            | Line::About
            | Line::Side
            | Line::Personal
            | Line::Lang
            | Line::Form
            | Line::Issue => None,
        }
    }

    /// A key: types, or changes the value of the line.
    pub(in crate::app) fn key(&mut self, key: Key, cx: &Cx<'_>) {
        if let Some(edit) = self.edit() {
            edit.key(key);
            return;
        }
        match key.code {
            Code::Left => self.turn(-1, cx),
            Code::Right => self.turn(1, cx),
            Code::Backspace => self.sought.clear(),
            _ => match key.typed() {
                Some(' ') if self.sought.is_empty() => self.turn(1, cx),
                Some(c) if self.line() == Some(Line::About) => self.seek(c),
                Some('+') => self.turn(1, cx),
                Some('-') => self.turn(-1, cx),
                Some(_) | None => {}
            },
        }
    }

    /// Who begins with the letters typed, else who has them.
    fn seek(&mut self, c: char) {
        self.sought.push(c);
        let sought = fold(&self.sought);
        let begins = |name: &str| fold(name).starts_with(&sought);
        let has = |name: &str| fold(name).contains(&sought);
        let found = self.whom.iter().position(|(_, name)| begins(name));
        let found = found.or_else(|| self.whom.iter().position(|(_, name)| has(name)));
        match found {
            Some(at) => self.which = at,
            None => drop(self.sought.pop()),
        }
    }

    /// The next or the former value of the line.
    fn turn(&mut self, by: isize, cx: &Cx<'_>) {
        match self.line() {
            Some(Line::Document) => {
                let at = ROWS.iter().position(|row| row.kind == self.row.kind).unwrap_or(0);
                if let Some(row) = ROWS.get(beside(at, by, ROWS.len())) {
                    let here = self.about().map(|(of, _)| *of);
                    self.row = row;
                    self.list(here, cx);
                }
            }
            Some(Line::About) => {
                self.sought.clear();
                self.which = beside(self.which, by, self.whom.len());
            }
            Some(Line::Side) => {
                self.side = match self.side {
                    Side::Ours => Side::Theirs,
                    Side::Theirs => Side::Ours,
                }
            }
            Some(Line::Personal) => self.personal = !self.personal,
            Some(Line::Issue) => self.issue = !self.issue,
            Some(Line::Lang) => {
                let at = Lang::ALL.iter().position(|lang| *lang == self.lang).unwrap_or(0);
                self.lang = Lang::ALL.get(beside(at, by, Lang::ALL.len())).copied().unwrap_or(self.lang);
            }
            Some(Line::Form) => {
                let forms: Vec<Option<Format>> = std::iter::once(None).chain(Format::ALL.map(Some)).collect();
                let at = forms.iter().position(|form| *form == self.form).unwrap_or(0);
                self.form = forms.get(beside(at, by, forms.len())).copied().flatten();
            }
            Some(Line::Period | Line::Asks | Line::Place) | None => {}
        }
    }

    /// What is asked for.
    ///
    /// # Errors
    /// What is missing or not understood; the cursor then stands on its line.
    pub(super) fn handout(&mut self, cx: &Cx<'_>) -> Result<Handout, Explain> {
        let mut wanted = Wanted { side: self.side, personal: self.personal, ..Wanted::new(self.row.kind) };
        if self.row.of != Of::Book {
            let about = self.about().map(|(of, _)| *of);
            wanted.of = Some(about.ok_or_else(|| self.refuse(Line::About, Explain::new("handout-nobody")))?);
        }
        wanted.term = self.term(cx)?;
        wanted.asks = self.asks.text().split(';').map(|ask| ask.trim().to_owned()).collect();
        wanted.asks.retain(|ask| !ask.is_empty());
        if self.form.is_some() && self.place.text().trim().is_empty() {
            return Err(self.refuse(Line::Place, Explain::new("handout-no-place")));
        }
        let file = self.form.map(|form| (form, self.place.text().to_owned()));
        Ok(Handout { wanted, lang: self.lang, file, issue: self.issue })
    }

    fn refuse(&mut self, line: Line, why: Explain) -> Explain {
        let at = self.lines().iter().position(|l| *l == line);
        self.cursor.stand(at.unwrap_or(self.cursor.at));
        why
    }

    /// The time that was typed; nothing leaves it to the document.
    fn term(&mut self, cx: &Cx<'_>) -> Result<Option<(NaiveDate, NaiveDate)>, Explain> {
        let typed = self.period.text().trim().to_owned();
        if typed.is_empty() {
            return Ok(None);
        }
        let term = self.row.term(&typed, &cx.values());
        term.map(Some).map_err(|why| self.refuse(Line::Period, why))
    }
}

/// The place beside another, past the end from the other end.
fn beside(at: usize, by: isize, len: usize) -> usize {
    if len == 0 {
        return 0;
    }
    match at.checked_add_signed(by) {
        Some(next) if next < len => next,
        Some(_) => 0,
        None => len - 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn past_the_end_it_goes_on_at_the_other() {
        assert_eq!((beside(2, 1, 3), beside(0, -1, 3), beside(0, 1, 3), beside(0, 1, 0)), (0, 2, 1, 0));
    }
}
