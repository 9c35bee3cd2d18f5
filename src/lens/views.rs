//! Several views under one digit: each is a lens of its own, one of them is in front.
//!
//! What is under the cursor is kept from view to view: what the old one stands on the new one is asked to stand on. One line
//! names the views; the one in front says at its right end what is to be said of all it shows.
use ratatui::layout::Rect;

use super::{Cx, Lens, Mode, Told, Under, Why};
use crate::command::{Command, Effect, Key, LensKind, Only, Rows};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::store::query::{Answer, Query};
use crate::ui::pen::spans_width;
use crate::ui::{Page, Pen, Region, Role, Seen, Span, Spot, panel};

/// One of the views.
#[derive(Debug)]
pub struct View {
    /// The command that shows it; `view-<id of the command>` is its name in the title.
    pub command: Command,
    /// The records that live in it: who goes to one of them gets this view.
    pub home: &'static [Kind],
    /// The view itself.
    pub lens: Box<dyn Lens>,
}

/// The views of a lens.
#[derive(Debug)]
pub struct Views {
    kind: LensKind,
    all: Vec<View>,
    at: usize,
}

impl Views {
    /// These views, the first in front.
    pub const fn new(kind: LensKind, all: Vec<View>) -> Self {
        Self { kind, all, at: 0 }
    }

    fn front(&self) -> Option<&dyn Lens> {
        self.all.get(self.at).map(|v| v.lens.as_ref())
    }

    fn front_mut(&mut self) -> Option<&mut (dyn Lens + 'static)> {
        self.all.get_mut(self.at).map(|v| v.lens.as_mut())
    }

    /// Which view a command leads to.
    fn led(&self, command: Command) -> Option<usize> {
        let count = self.all.len();
        match command {
            Command::View => Some((self.at + 1) % count.max(1)),
            Command::ViewBack => Some((self.at + count.saturating_sub(1)) % count.max(1)),
            _ => self.all.iter().position(|v| v.command == command),
        }
    }

    /// Shows a view, and what was under the cursor in it.
    fn turn(&mut self, to: usize, cx: &Cx<'_>) -> Vec<Effect> {
        if to == self.at {
            return Vec::new();
        }
        let under = self.under();
        self.at = to;
        let mut effects = Vec::new();
        if let (Some(under), Some(front)) = (under, self.front_mut()) {
            effects = front.stand_on(under.kind, under.id, cx);
        }
        effects.extend(self.queries(cx).into_iter().map(|query| Effect::load(self.kind, query)));
        effects
    }

    /// The names of the views, the one in front in colour, each to be clicked.
    fn title(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        let mut seen = Seen::default();
        let heading = cx.words.get(&format!("app-lens-{}", self.kind.name()));
        let mut x =
            area.x + 1 + pen.put(area.x + 1, area.y, area.width.saturating_sub(1), &heading, Role::Heading);
        for (at, view) in self.all.iter().enumerate() {
            x = x.saturating_add(2);
            let name = cx.words.get(&format!("view-{}", view.command.id()));
            let role = if at == self.at { Role::Key } else { Role::Muted };
            let used = pen.put(x, area.y, area.right().saturating_sub(x), &name, role);
            let area = Rect { x, y: area.y, width: used, height: 1 };
            seen.regions.push(Region { area, spot: Spot::Hint(view.command) });
            x = x.saturating_add(used);
        }
        let remark = self.front().map(|f| f.remark(cx)).unwrap_or_default();
        let wide = u16::try_from(spans_width(&remark)).unwrap_or(u16::MAX);
        let room = area.right().saturating_sub(x + 3);
        if wide > 0 && wide <= room {
            pen.spans_right(area.right().saturating_sub(1), area.y, wide, &remark);
        }
        seen
    }
}

impl Lens for Views {
    fn queries(&self, cx: &Cx<'_>) -> Vec<Query> {
        self.front().map(|f| f.queries(cx)).unwrap_or_default()
    }

    fn loaded(&mut self, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
        self.front_mut().map(|f| f.loaded(answer, cx)).unwrap_or_default()
    }

    fn under(&self) -> Option<Under> {
        self.front()?.under()
    }

    fn records(&self, cx: &Cx<'_>) -> Option<Rows> {
        self.front()?.records(cx)
    }

    fn can(&self, command: Command, cx: &Cx<'_>) -> bool {
        let free = self.mode() != Mode::Entering && self.mode() != Mode::Choosing;
        (free && self.led(command).is_some()) || self.front().is_some_and(|f| f.can(command, cx))
    }

    fn mode(&self) -> Mode {
        self.front().map(Lens::mode).unwrap_or_default()
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        self.front()?.word(command)
    }

    fn remark(&self, cx: &Cx<'_>) -> Vec<Span> {
        self.front().map(|f| f.remark(cx)).unwrap_or_default()
    }

    fn is_on_cell(&self) -> bool {
        self.front().is_some_and(Lens::is_on_cell)
    }

    fn going(&self, cx: &Cx<'_>) -> Option<Explain> {
        self.front()?.going(cx)
    }

    fn told(&mut self) -> Option<Told> {
        self.front_mut()?.told()
    }

    fn typed(&mut self, key: Key, cx: &Cx<'_>) -> Vec<Effect> {
        self.front_mut().map(|f| f.typed(key, cx)).unwrap_or_default()
    }

    fn update(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        if let Some(to) = self.led(command) {
            return self.turn(to, cx);
        }
        self.front_mut().map(|f| f.update(command, cx)).unwrap_or_default()
    }

    fn narrow(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        self.front_mut().map(|f| f.narrow(text, cx)).unwrap_or_default()
    }

    fn narrowed(&self) -> &str {
        self.front().map_or("", Lens::narrowed)
    }

    fn stand_on(&mut self, kind: Kind, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
        let here = self.all.get(self.at).is_some_and(|v| v.home.contains(&kind));
        if !here && let Some(home) = self.all.iter().position(|v| v.home.contains(&kind)) {
            self.at = home;
        }
        self.front_mut().map(|f| f.stand_on(kind, id, cx)).unwrap_or_default()
    }

    fn acted(&mut self, kind: Kind, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
        // Whatever was done, the view stays.
        self.front_mut().map(|f| f.acted(kind, id, cx)).unwrap_or_default()
    }

    fn only(&mut self, only: Only) {
        if let Some(front) = self.front_mut() {
            front.only(only);
        }
    }

    fn picked(&mut self, number: usize, cx: &Cx<'_>) -> Vec<Effect> {
        self.front_mut().map(|f| f.picked(number, cx)).unwrap_or_default()
    }

    fn answered(&mut self, value: Value, cx: &Cx<'_>) -> Result<Vec<Effect>, Explain> {
        self.front_mut().map_or_else(|| Ok(Vec::new()), |f| f.answered(value, cx))
    }

    fn click_head(&mut self, panel: u8, column: usize, cx: &Cx<'_>) -> Vec<Effect> {
        self.front_mut().map(|f| f.click_head(panel, column, cx)).unwrap_or_default()
    }

    fn click(&mut self, panel: u8, row: usize, cx: &Cx<'_>) -> Vec<Effect> {
        self.front_mut().map(|f| f.click(panel, row, cx)).unwrap_or_default()
    }

    fn click_cell(&mut self, panel: u8, at: (usize, usize), cx: &Cx<'_>) -> Vec<Effect> {
        self.front_mut().map(|f| f.click_cell(panel, at, cx)).unwrap_or_default()
    }

    fn pasted(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        self.front_mut().map(|f| f.pasted(text, cx)).unwrap_or_default()
    }

    fn failed(&mut self) {
        if let Some(front) = self.front_mut() {
            front.failed();
        }
    }

    fn scroll(&mut self, panel: u8, by: isize, cx: &Cx<'_>) -> Vec<Effect> {
        self.front_mut().map(|f| f.scroll(panel, by, cx)).unwrap_or_default()
    }

    fn saw(&mut self, page: &Page) {
        if let Some(front) = self.front_mut() {
            front.saw(page);
        }
    }

    fn why(&self, cx: &Cx<'_>) -> Option<Why> {
        self.front()?.why(cx)
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        if area.height == 0 {
            return Seen::default();
        }
        let mut seen = self.title(pen, area, cx);
        let airy = u16::from(area.height >= AIRY);
        if let Some(front) = self.front() {
            seen.add(front.draw(pen, panel::below(area, 1 + airy), cx));
        }
        seen
    }
}

/// From how many lines on a blank one stands below the title.
const AIRY: u16 = 24;
