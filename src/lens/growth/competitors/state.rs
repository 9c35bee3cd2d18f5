//! The list of competitors, the radar of their contracts, and the page of the competitor under the cursor.
use ratatui::layout::Rect;

use super::view;
use crate::command::{Command, Effect, FormOf, LensKind};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::domain::text::name_tokens;
use crate::domain::value::Value;
use crate::domain::whitespace::RADAR;
use crate::lens::{Cx, Lens, Under, Why};
use crate::report::competitor::{ahead, held, next_end, seats};
use crate::report::whitespace::explain;
use crate::store::query::whitespace::{CellRow, Rival, WhiteBook};
use crate::store::query::{Answer, Query, Scope};
use crate::ui::{Cursor, Page, Pen, Seen, found};

/// Panels of the lens, as regions and pages count them.
pub(super) const LIST: u8 = 0;
pub(super) const RADAR_PANEL: u8 = 1;

/// In what order competitors stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sort {
    /// By what they hold, the most first.
    #[default]
    Held,
    /// By the next contract that ends.
    Ends,
    /// By name.
    Name,
}

impl Sort {
    /// End of the key of its words.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Ends => "ends",
            Self::Name => "name",
        }
    }

    const fn next(self) -> Self {
        match self {
            Self::Held => Self::Ends,
            Self::Ends => Self::Name,
            Self::Name => Self::Held,
        }
    }
}

/// The competitors.
#[derive(Debug, Default)]
pub struct Competitors {
    /// All of the scope, once the book has answered.
    pub(super) book: Option<Box<WhiteBook>>,
    /// Those that are shown, by their place in the book.
    pub(super) rows: Vec<usize>,
    /// Contracts on the radar, by number of the cell, the nearest first.
    pub(super) ends: Vec<Id>,
    pub(super) cursor: Cursor,
    pub(super) radar: Cursor,
    /// The radar has the keys.
    pub(super) on_radar: bool,
    pub(super) sort: Sort,
    pub(super) text: String,
    pub(super) marks: found::Sought,
    wanted: Option<Id>,
    shown: Option<Scope>,
}

impl Competitors {
    /// The competitor under the cursor of the list.
    pub(super) fn current(&self) -> Option<&Rival> {
        self.book.as_ref()?.rivals.get(*self.rows.get(self.cursor.at)?)
    }

    /// The cell under the cursor of the radar.
    pub(super) fn ending(&self, at: usize) -> Option<&CellRow> {
        let id = self.ends.get(at)?;
        self.book.as_ref()?.cells().find(|row| row.cell.id == Some(*id))
    }

    fn take(&mut self, book: Box<WhiteBook>, cx: &Cx<'_>) {
        if self.shown.replace(cx.scope) != Some(cx.scope) {
            self.on_radar = false;
        }
        self.ends = ahead(&book, RADAR, cx.today).into_iter().filter_map(|row| row.cell.id).collect();
        self.book = Some(book);
        self.arrange(cx);
    }

    /// Chooses and orders the rows anew; the cursor stays on its competitor.
    fn arrange(&mut self, cx: &Cx<'_>) {
        let wanted = self.wanted.or_else(|| self.current().map(|rival| rival.id));
        let Some(book) = &self.book else { return };
        let words = name_tokens(&self.text);
        let answers = |rival: &Rival| {
            let tokens = name_tokens(&format!("{} {}", rival.name, rival.aliases.join(" ")));
            words.iter().all(|word| tokens.iter().any(|t| t.starts_with(word.as_str())))
        };
        let mut rows: Vec<usize> =
            (0..book.rivals.len()).filter(|at| book.rivals.get(*at).is_some_and(answers)).collect();
        let id = |at: usize| book.rivals.get(at).map_or(0, |rival| rival.id);
        match self.sort {
            Sort::Held => rows.sort_by(|a, b| {
                let of = |at: usize| held(book, id(at)).unwrap_or(-1.0);
                let sits = |at: usize| seats(book, id(at)).len();
                of(*b).total_cmp(&of(*a)).then(sits(*b).cmp(&sits(*a)))
            }),
            Sort::Ends => rows.sort_by_key(|at| {
                let next = next_end(book, id(*at), cx.today);
                (next.is_none(), next)
            }),
            Sort::Name => {}
        }
        self.rows = rows;
        if let Some(at) = self.rows.iter().position(|at| Some(id(*at)) == wanted) {
            self.wanted = None;
            self.cursor.stand(at);
        }
        self.cursor.clamp(self.rows.len());
        self.radar.clamp(self.ends.len());
        self.on_radar &= !self.ends.is_empty();
    }

    /// A sale that is after the cell under the cursor.
    fn sale(&self) -> Option<Effect> {
        let cell = &self.ending(self.radar.at)?.cell;
        let mut of = FormOf::new(Kind::Opportunity, Some(cell.place.account));
        of.preset.push(("name", Value::Text(format!("{} · {}", cell.offering, cell.unit))));
        of.preset.push(("offering", Value::Link(cell.place.offering)));
        of.preset.extend(cell.place.unit.map(|unit| ("unit", Value::Link(unit))));
        of.preset.extend(cell.competitor.map(|id| ("competitor", Value::Link(id))));
        of.preset.extend(cell.ends_on.map(|end| ("closes_on", Value::Day(end))));
        Some(Effect::OpenForm(of))
    }

    /// To the cell in the white space.
    fn go(&self) -> Option<Effect> {
        let cell = &self.ending(self.radar.at)?.cell;
        Some(Effect::Go { lens: LensKind::Growth, scope: None, record: Some((Kind::WhiteSpace, cell.id?)) })
    }

    fn len(&self) -> usize {
        if self.on_radar { self.ends.len() } else { self.rows.len() }
    }
}

impl Lens for Competitors {
    fn queries(&self, cx: &Cx<'_>) -> Vec<Query> {
        vec![Query::WhiteSpace(cx.scope)]
    }

    fn loaded(&mut self, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
        if let Answer::WhiteSpace(book) = answer {
            self.take(book, cx);
        }
        Vec::new()
    }

    fn under(&self) -> Option<Under> {
        if self.on_radar {
            let cell = &self.ending(self.radar.at)?.cell;
            let title = format!("{} · {}", cell.offering, cell.unit);
            return Some(Under {
                account: Some(cell.place.account),
                ..Under::new(Kind::WhiteSpace, cell.id?, title)
            });
        }
        let rival = self.current()?;
        Some(Under::new(Kind::Competitor, rival.id, &rival.name))
    }

    fn can(&self, command: Command, _cx: &Cx<'_>) -> bool {
        match command {
            Command::PanelLeft => self.on_radar,
            Command::PanelRight => !self.on_radar && !self.ends.is_empty(),
            _ if command.walks() => self.len() > 0,
            Command::Sort => !self.on_radar && self.rows.len() > 1,
            Command::New => true,
            Command::Open => self.on_radar,
            Command::Back => self.on_radar || !self.text.is_empty(),
            _ => false,
        }
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        (self.on_radar && command == Command::New).then_some("competitor-new-sale")
    }

    fn update(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        match command {
            Command::PanelLeft => self.on_radar = false,
            Command::PanelRight => self.on_radar = true,
            Command::Sort => {
                self.sort = self.sort.next();
                self.arrange(cx);
            }
            Command::New if self.on_radar => return self.sale().into_iter().collect(),
            Command::New => return vec![Effect::OpenForm(FormOf::new(Kind::Competitor, None))],
            Command::Open => return self.go().into_iter().collect(),
            Command::Back if self.on_radar => self.on_radar = false,
            Command::Back => {
                self.text.clear();
                self.marks = found::Sought::default();
                self.arrange(cx);
            }
            _ => {
                let len = self.len();
                let cursor = if self.on_radar { &mut self.radar } else { &mut self.cursor };
                cursor.step(command, len);
            }
        }
        Vec::new()
    }

    fn narrow(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        if text != self.text {
            text.clone_into(&mut self.text);
            self.marks = found::Sought::new([text]);
            self.on_radar = false;
            self.arrange(cx);
        }
        Vec::new()
    }

    fn narrowed(&self) -> &str {
        &self.text
    }

    fn stand_on(&mut self, kind: Kind, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
        let has = |row: &&CellRow| row.cell.id == Some(id) && kind == Kind::WhiteSpace;
        let of_cell = || self.book.as_ref()?.cells().find(has)?.cell.competitor;
        let wanted = if kind == Kind::Competitor { Some(id) } else { of_cell() };
        if wanted.is_some() {
            self.wanted = wanted;
            self.on_radar = false;
            self.arrange(cx);
        }
        Vec::new()
    }

    fn click(&mut self, panel: u8, row: usize, _cx: &Cx<'_>) -> Vec<Effect> {
        self.on_radar = panel == RADAR_PANEL;
        if self.on_radar {
            self.radar.stand(row);
        } else {
            self.cursor.stand(row);
        }
        Vec::new()
    }

    fn scroll(&mut self, panel: u8, by: isize, _cx: &Cx<'_>) -> Vec<Effect> {
        if panel == RADAR_PANEL {
            self.radar.scroll(by, self.ends.len());
        } else {
            self.cursor.scroll(by, self.rows.len());
        }
        Vec::new()
    }

    fn saw(&mut self, page: &Page) {
        match page.panel {
            RADAR_PANEL => self.radar.saw(page),
            _ => self.cursor.saw(page),
        }
    }

    fn why(&self, cx: &Cx<'_>) -> Option<Why> {
        let book = self.book.as_ref()?;
        if self.on_radar {
            let cell = &self.ending(self.radar.at)?.cell;
            let title = format!("{} · {}", cell.offering, cell.unit);
            return Some(Why::of(explain(&title, std::slice::from_ref(cell), book.chances, &cx.values())));
        }
        let rival = self.current()?;
        let cells: Vec<_> = seats(book, rival.id).into_iter().map(|row| row.cell.clone()).collect();
        let blocks = crate::report::competitor::explain_held(&rival.name, &cells, &cx.values());
        (!cells.is_empty()).then(|| Why::of(blocks))
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        view::draw(self, pen, area, cx)
    }
}
