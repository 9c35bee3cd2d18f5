//! What the log shows and where its cursor stands.
use ratatui::layout::Rect;

use super::view;
use crate::command::{Command, Effect, LensKind};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::lens::{Cx, Lens, Under, Why};
use crate::store::query::log::{Filter, LogPage, LogQuery};
use crate::store::query::{Answer, Query};
use crate::ui::{Cursor, Page, Pen, Seen};

/// The log.
#[derive(Debug, Default)]
pub struct Log {
    pub(super) page: LogPage,
    pub(super) cursor: Cursor,
    pub(super) words: String,
    wanted: Option<Id>,
}

impl Log {
    fn query(&self, cx: &Cx<'_>) -> Query {
        let filter = Filter { words: self.words.clone(), ..Filter::default() };
        Query::Log(LogQuery { scope: cx.scope, filter, limit: 200, ..LogQuery::default() })
    }
}

impl Lens for Log {
    fn queries(&self, cx: &Cx<'_>) -> Vec<Query> {
        vec![self.query(cx)]
    }

    fn loaded(&mut self, answer: Answer, _cx: &Cx<'_>) -> Vec<Effect> {
        if let Answer::Log(page) = answer {
            let wanted = self.wanted.take().or_else(|| self.under().map(|u| u.id));
            self.page = *page;
            if let Some(row) = self.page.rows.iter().position(|r| Some(r.id) == wanted) {
                self.cursor.stand(row);
            }
            self.cursor.clamp(self.page.rows.len());
        }
        Vec::new()
    }

    fn under(&self) -> Option<Under> {
        let row = self.page.rows.get(self.cursor.at)?;
        Some(Under {
            account: row.account.as_ref().map(|a| a.0),
            person: row.people.first().map(|p| p.0),
            planned: row.planned,
            ..Under::new(Kind::Interaction, row.id, row.text.clone())
        })
    }

    fn can(&self, command: Command, _cx: &Cx<'_>) -> bool {
        !self.page.rows.is_empty() && self.cursor.clone().step(command, self.page.rows.len())
    }

    fn update(&mut self, command: Command, _cx: &Cx<'_>) -> Vec<Effect> {
        self.cursor.step(command, self.page.rows.len());
        Vec::new()
    }

    fn narrow(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        text.clone_into(&mut self.words);
        vec![Effect::seek(LensKind::Log, self.query(cx))]
    }

    fn narrowed(&self) -> &str {
        &self.words
    }

    fn stand_on(&mut self, kind: Kind, id: Id, _cx: &Cx<'_>) -> Vec<Effect> {
        self.wanted = (kind == Kind::Interaction).then_some(id);
        Vec::new()
    }

    fn click(&mut self, _panel: u8, row: usize, _cx: &Cx<'_>) -> Vec<Effect> {
        self.cursor.stand(row);
        Vec::new()
    }

    fn scroll(&mut self, _panel: u8, by: isize, _cx: &Cx<'_>) -> Vec<Effect> {
        self.cursor.scroll(by, self.page.rows.len());
        Vec::new()
    }

    fn saw(&mut self, page: &Page) {
        self.cursor.saw(page);
    }

    fn why(&self, _cx: &Cx<'_>) -> Option<Why> {
        None
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        view::draw(self, pen, area, cx)
    }
}
