//! What clients are worth over the years, and what would be if: a list, and the client under the cursor line by line. What is
//! tried out is not saved before the user says so.
mod draw;
mod panel;
mod state;

use ratatui::layout::Rect;

use crate::command::{Command, Effect};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::lens::{Cx, Lens, Under, Why};
use crate::report::lifetime::short;
use crate::report::score::{Measure, blocks};
use crate::store::query::{Answer, Query};
use crate::ui::{Page, Pen, Seen, Span};
pub use state::Value;

/// Panels: the clients, and the lines of one of them.
const LIST: u8 = 0;
const LINES: u8 = 1;

impl Lens for Value {
    fn queries(&self, cx: &Cx<'_>) -> Vec<Query> {
        vec![Query::Lifetimes(cx.scope)]
    }

    fn loaded(&mut self, answer: Answer, _cx: &Cx<'_>) -> Vec<Effect> {
        if let Answer::Lifetimes(all) = answer {
            let before =
                self.wanted.take().or_else(|| self.current().map(|one| (Kind::Account, one.client.account)));
            (self.all, self.known, self.wanted) = (all, true, before);
            self.arrange();
            // What was tried out and is so by now is no trial any more.
            let said = self.current().and_then(|one| one.client.assumptions().ok());
            if self.tried() == said {
                self.trial = None;
            }
            self.trying &= self.can_try();
        }
        Vec::new()
    }

    fn under(&self) -> Option<Under> {
        let one = self.current()?;
        let id = one.client.account;
        Some(Under { account: Some(id), ..Under::new(Kind::Account, id, one.name.clone()) })
    }

    fn can(&self, command: Command, _cx: &Cx<'_>) -> bool {
        if self.trying {
            return self.can_line(command);
        }
        match command {
            Command::Open | Command::PanelRight | Command::StanceUp | Command::StanceDown => self.can_try(),
            Command::Sort | Command::SortReverse => self.shown.len() > 1,
            Command::Up
            | Command::Down
            | Command::PageUp
            | Command::PageDown
            | Command::First
            | Command::Last => !self.shown.is_empty(),
            Command::Back => self.trial.is_some() || !self.text.is_empty(),
            _ => false,
        }
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::Open => Some("growth-value-try"),
            Command::StanceUp => Some("growth-value-more"),
            Command::StanceDown => Some("growth-value-less"),
            Command::Done => Some("growth-value-keep"),
            _ => None,
        }
    }

    fn remark(&self, cx: &Cx<'_>) -> Vec<Span> {
        let values = cx.values();
        let (value, _) = crate::report::lifetime::sum(&self.all);
        let mut words = Vec::new();
        words.extend(self.sort.words().map(|key| cx.words.get(key)));
        if self.all.len() > 1 && value > 0.0 {
            words.push(cx.words.with("growth-value-all", &[("value", &short(value, &values))]));
        }
        Span::muted(words.join(" · ")).into()
    }

    fn update(&mut self, command: Command, _cx: &Cx<'_>) -> Vec<Effect> {
        if self.trying {
            return self.update_line(command);
        }
        match command {
            Command::Open | Command::PanelRight => self.trying = true,
            Command::StanceUp | Command::StanceDown => {
                self.trying = true;
                return self.update_line(command);
            }
            Command::Sort => {
                (self.sort, self.reversed) = (self.sort.next(), false);
                self.arrange();
            }
            Command::SortReverse => {
                self.reversed = !self.reversed;
                self.arrange();
            }
            Command::Back if self.trial.is_some() => self.trial = None,
            Command::Back => {
                self.text.clear();
                self.arrange();
            }
            _ => self.walk(command),
        }
        Vec::new()
    }

    fn narrow(&mut self, text: &str, _cx: &Cx<'_>) -> Vec<Effect> {
        text.clone_into(&mut self.text);
        self.leave();
        self.arrange();
        Vec::new()
    }

    fn narrowed(&self) -> &str {
        &self.text
    }

    fn stand_on(&mut self, kind: Kind, id: Id, _cx: &Cx<'_>) -> Vec<Effect> {
        match self.row_of((kind, id)) {
            Some(row) => self.cursor.stand(row),
            None => self.wanted = Some((kind, id)),
        }
        Vec::new()
    }

    fn click(&mut self, panel: u8, row: usize, _cx: &Cx<'_>) -> Vec<Effect> {
        if panel == LINES {
            (self.trying, self.line) = (self.can_try(), row);
        } else if row != self.cursor.at {
            self.cursor.stand(row);
            self.trial = None;
            self.leave();
        } else {
            self.trying = false;
        }
        Vec::new()
    }

    fn scroll(&mut self, panel: u8, by: isize, _cx: &Cx<'_>) -> Vec<Effect> {
        if panel == LIST {
            let before = self.cursor.at;
            self.cursor.scroll(by, self.shown.len());
            if self.cursor.at != before {
                self.trial = None;
            }
        }
        Vec::new()
    }

    fn saw(&mut self, page: &Page) {
        if page.panel == LIST {
            self.cursor.saw(page);
        }
    }

    fn why(&self, cx: &Cx<'_>) -> Option<Why> {
        let one = self.current()?;
        let values = cx.values();
        Some(Why::of(blocks(&one.name, &one.client.why(), Measure::of_sums(&values), &values)))
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        draw::draw(self, pen, area, cx)
    }
}
