//! A view that shows nothing yet.
use ratatui::layout::Rect;

use super::{Cx, Lens, Under, Why};
use crate::command::{Command, Effect};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::store::query::{Answer, Query};
use crate::ui::{Page, Pen, Seen};

/// Nothing.
#[derive(Debug, Default)]
pub struct Blank;

impl Lens for Blank {
    fn queries(&self, _cx: &Cx<'_>) -> Vec<Query> {
        Vec::new()
    }
    fn loaded(&mut self, _answer: Answer, _cx: &Cx<'_>) -> Vec<Effect> {
        Vec::new()
    }
    fn under(&self) -> Option<Under> {
        None
    }
    fn can(&self, _command: Command, _cx: &Cx<'_>) -> bool {
        false
    }
    fn update(&mut self, _command: Command, _cx: &Cx<'_>) -> Vec<Effect> {
        Vec::new()
    }
    fn narrow(&mut self, _text: &str, _cx: &Cx<'_>) -> Vec<Effect> {
        Vec::new()
    }
    fn narrowed(&self) -> &'static str {
        ""
    }
    fn stand_on(&mut self, _kind: Kind, _id: Id, _cx: &Cx<'_>) -> Vec<Effect> {
        Vec::new()
    }
    fn click(&mut self, _panel: u8, _row: usize, _cx: &Cx<'_>) -> Vec<Effect> {
        Vec::new()
    }
    fn scroll(&mut self, _panel: u8, _by: isize, _cx: &Cx<'_>) -> Vec<Effect> {
        Vec::new()
    }
    fn saw(&mut self, _page: &Page) {}
    fn why(&self, _cx: &Cx<'_>) -> Option<Why> {
        None
    }
    fn draw(&self, _pen: &mut Pen<'_>, _area: Rect, _cx: &Cx<'_>) -> Seen {
        Seen::default()
    }
}
