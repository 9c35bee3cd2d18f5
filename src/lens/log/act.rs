//! What the log does itself, and when.
use super::ask::Choice;
use super::state::Log;
use crate::command::{Command, Effect, FormOf};
use crate::domain::kind::Kind;
use crate::lens::{Cx, Why};
use crate::report::{Block, Figure};
use crate::store::act::Act;

impl Choice {
    const ALL: [Self; 4] = [Self::All, Self::ToSort, Self::Planned, Self::Promises];
}

impl Log {
    /// Whether the log does this itself now.
    pub(super) fn does(&self, command: Command, _cx: &Cx<'_>) -> bool {
        let row = self.current();
        match command {
            Command::Up
            | Command::Down
            | Command::PageUp
            | Command::PageDown
            | Command::First
            | Command::Last => row.is_some(),
            Command::Open | Command::PanelRight => row.is_some() && !self.reading,
            Command::PanelLeft => self.reading,
            Command::Back => self.reading || !self.text.is_empty() || self.choice != Choice::All,
            Command::Done => {
                row.is_some_and(|r| r.to_sort && !r.planned && (!self.reading || r.promises.is_empty()))
            }
            Command::Filter => self.choice != Choice::All || self.next_choice() != Choice::All,
            _ => false,
        }
    }

    /// Does it.
    pub(super) fn act(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        match command {
            Command::Open => self.open(),
            Command::PanelRight => {
                self.reading = true;
                Vec::new()
            }
            Command::PanelLeft => {
                self.reading = false;
                Vec::new()
            }
            Command::Back => self.back(cx),
            Command::Done => {
                let sorted = self.current().map(|r| Effect::Act(Act::Sorted(vec![r.id])));
                sorted.into_iter().collect()
            }
            Command::Filter => {
                self.choice = self.next_choice();
                self.reading = false;
                self.ask_from_top(cx)
            }
            _ if self.reading => {
                self.read(command);
                Vec::new()
            }
            Command::First | Command::Last => self.go_to_end(command, cx),
            _ => {
                self.step(command);
                self.reach(cx)
            }
        }
    }

    /// What is to be sorted out is mended; everything else is read.
    fn open(&mut self) -> Vec<Effect> {
        match self.current() {
            Some(row) if row.to_sort => {
                let account = row.account.as_ref().map(|a| a.0);
                vec![Effect::OpenForm(FormOf::edit(Kind::Interaction, row.id, account))]
            }
            _ => {
                self.reading = true;
                Vec::new()
            }
        }
    }

    fn back(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        use crate::lens::Lens;
        if self.reading {
            self.reading = false;
            return Vec::new();
        }
        if !self.text.is_empty() {
            return self.narrow("", cx);
        }
        if self.choice == Choice::All {
            return Vec::new();
        }
        self.choice = Choice::All;
        self.ask_from_top(cx)
    }

    /// In the preview: through the promises, and the text where there are none; pages turn the text.
    fn read(&mut self, command: Command) {
        let promises = self.current().map_or(0, |r| r.promises.len());
        match command {
            Command::Up if promises > 0 => self.promise = self.promise.saturating_sub(1),
            Command::Down if promises > 0 => self.promise = (self.promise + 1).min(promises - 1),
            Command::Up => self.text_from = self.text_from.saturating_sub(1),
            Command::Down => self.text_from = self.text_from.saturating_add(1),
            Command::PageUp => self.text_from = self.text_from.saturating_sub(10),
            Command::PageDown => self.text_from = self.text_from.saturating_add(10),
            Command::First => self.text_from = 0,
            Command::Last => self.text_from = usize::MAX,
            _ => {}
        }
    }

    /// The next choice that is not known to be empty.
    fn next_choice(&self) -> Choice {
        let at = Choice::ALL.iter().position(|c| *c == self.choice).unwrap_or(0);
        let mut next = Choice::ALL.into_iter().cycle().skip(at + 1).take(Choice::ALL.len());
        let some = |choice: &Choice| match choice {
            Choice::All | Choice::Promises => true,
            Choice::ToSort => self.head.to_sort > 0,
            Choice::Planned => !self.head.planned.is_empty(),
        };
        next.find(some).unwrap_or_default()
    }

    /// Why an entry waits to be sorted out.
    pub(super) fn why_here(&self, cx: &Cx<'_>) -> Option<Why> {
        let row = self.current().filter(|r| r.to_sort)?;
        let words = cx.words;
        let keys = [("edit", cx.key(Command::Edit)), ("done", cx.key(Command::Done))];
        let keys: Vec<_> = keys.iter().map(|(n, k)| (*n, k.as_str())).collect();
        let blocks = vec![
            Block::Figures(vec![Figure::new(words.get("log-typed"), row.raw.clone())]),
            Block::Paragraph(words.with("log-to-sort-why", &keys)),
        ];
        Some(Why { title: words.get("log-to-sort-title"), blocks })
    }
}
