//! The panel of `=`: how a figure is made, why a row is here. What it is made of leads to its records.
mod page;

use ratatui::layout::Rect;

pub(super) use self::page::{IssuedList, Page};
use super::App;
use super::layer::Layer;
use crate::command::{Command, Document, Effect, LensKind, Only};
use crate::domain::kind::Kind;
use crate::domain::score::Source;
use crate::lens::{Cx, Why};
use crate::report::Block;
use crate::ui::blocks::Spacing;
use crate::ui::panel::{below, float, title};
use crate::ui::pen::spans_width;
use crate::ui::table::select;
use crate::ui::{self, Pen, Region, Role, Seen, Span, Spot, blocks};

/// Most columns of the panel.
const WIDTH: u16 = 96;
/// Most columns of a page: what is wider is not read with one look.
const PAGE: u16 = 140;

/// An explanation on the screen: it begins at its top and is turned by lines, so that all of it can be read.
#[derive(Debug)]
pub(super) struct Reasons {
    why: Why,
    sources: Vec<Source>,
    /// The first line drawn.
    top: usize,
    /// The row to choose, of those that lead somewhere; drawn as the nearest of those in view.
    at: usize,
    drawn: Drawn,
    shape: Shape,
}

/// How it is laid out.
#[derive(Debug)]
enum Shape {
    /// A box as high as its text.
    Float,
    /// The whole body of the screen, headings in a margin.
    Page(Page),
}

/// What was drawn.
#[derive(Debug, Clone, Copy, Default)]
struct Drawn {
    lines: usize,
    room: usize,
    /// First and last of the rows in view that lead somewhere.
    rows: Option<(usize, usize)>,
}

impl Reasons {
    pub(super) fn new(why: Why) -> Self {
        Self::of(why, Shape::Float)
    }

    /// A document.
    pub(super) fn page(why: Why, page: Page) -> Self {
        Self::of(why, Shape::Page(page))
    }

    /// The document; a box is none.
    pub(super) const fn document(&self) -> Option<&Page> {
        match &self.shape {
            Shape::Float => None,
            Shape::Page(page) => Some(page),
        }
    }

    /// Whether it is the list of issued documents.
    pub(super) fn is_issued(&self) -> bool {
        self.document().is_some_and(|page| page.issued != IssuedList::No)
    }

    /// The page, to be changed.
    pub(super) const fn page_mut(&mut self) -> Option<&mut Page> {
        match &mut self.shape {
            Shape::Float => None,
            Shape::Page(page) => Some(page),
        }
    }

    /// The same document as it stands now; the place in it is kept.
    pub(super) fn renew(&mut self, now: Self) {
        *self = Self { top: self.top, at: self.at, drawn: self.drawn, ..now };
    }

    fn of(why: Why, shape: Shape) -> Self {
        let sources = why.blocks.iter().flat_map(leads).collect();
        Self { why, sources, top: 0, at: 0, drawn: Drawn::default(), shape }
    }

    /// The row to choose; `None` where none in view leads anywhere.
    pub(super) fn at(&self) -> Option<usize> {
        self.drawn.rows.map(|(first, last)| self.at.clamp(first, last))
    }

    /// Whether nothing in it leads anywhere.
    pub(super) const fn leads_nowhere(&self) -> bool {
        self.sources.is_empty()
    }

    /// Where a row leads.
    pub(super) fn source(&self, row: usize) -> Option<Source> {
        self.sources.get(row).copied()
    }

    /// Moves to the next row in view, or by a line where none is: no line is out of reach, and no end leads to the other.
    pub(super) fn step(&mut self, command: Command) {
        let Drawn { lines, room, rows } = self.drawn;
        let most = lines.saturating_sub(room);
        let page = room.max(2) - 1;
        let (first, last) = rows.unwrap_or_default();
        match command {
            Command::Up | Command::ChooseUp if rows.is_some() && self.at > first => self.at -= 1,
            Command::Down | Command::ChooseDown if rows.is_some() && self.at < last => self.at += 1,
            Command::Up | Command::ChooseUp => self.top = self.top.saturating_sub(1),
            Command::Down | Command::ChooseDown => self.top = (self.top + 1).min(most),
            Command::PageUp | Command::ChoosePageUp if self.top > 0 => {
                self.top = self.top.saturating_sub(page);
            }
            Command::PageDown | Command::ChoosePageDown if self.top < most => {
                self.top = (self.top + page).min(most);
            }
            Command::PageUp | Command::ChoosePageUp | Command::First => (self.top, self.at) = (0, 0),
            Command::PageDown | Command::ChoosePageDown | Command::Last => {
                (self.top, self.at) = (most, self.sources.len().saturating_sub(1));
            }
            _ => {}
        }
    }

    /// Takes note of what was drawn: of its page `first` counts the lines.
    pub(super) fn saw(&mut self, page: &ui::Page, regions: &[Region]) {
        let rows = |r: &Region| if let Spot::Choice(row) = r.spot { Some(row) } else { None };
        let first = regions.iter().find_map(rows);
        let last = regions.iter().rev().find_map(rows);
        self.drawn = Drawn { lines: page.first, room: page.height, rows: first.zip(last) };
        self.top = self.top.min(page.first.saturating_sub(page.height));
        self.at = self.at().unwrap_or(self.at);
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let (inside, lines) = match &self.shape {
            Shape::Float => self.float(pen, body, cx),
            Shape::Page(page) => self.whole(pen, body, &page.remark, cx),
        };
        let height = usize::from(inside.height);
        let top = self.top.min(lines.len().saturating_sub(height));
        let leading = |lines: &[blocks::Line]| lines.iter().filter(|l| l.source.is_some()).count();
        let view: Vec<_> = lines.iter().skip(top).take(height).cloned().collect();
        let before = leading(lines.get(..top).unwrap_or_default());
        let at = self.at.clamp(before, (before + leading(&view)).max(before + 1) - 1);
        let mut seen = Seen::default();
        let mut row = before;
        for (y, line) in (inside.y..inside.bottom()).zip(&view) {
            let place = Rect { y, height: 1, ..inside };
            line.draw(pen, Rect { x: place.x + 1, width: place.width.saturating_sub(1), ..place });
            if line.source.is_some() {
                if row == at {
                    select(pen, place, true);
                }
                seen.regions.push(Region { area: place, spot: Spot::Choice(row) });
                row += 1;
            }
        }
        more(pen, inside, (top, lines.len().saturating_sub(top + height)));
        seen.floats.push(ui::Page { panel: 0, first: lines.len(), height });
        seen
    }

    /// The keys that do something here.
    fn hints(&self, cx: &Cx<'_>) -> Vec<Span> {
        let hint = |command: Command, word: &str| {
            [Span::new(cx.key(command), Role::Key), Span::muted(format!(" {}", cx.words.get(word)))]
        };
        let mut hints = Vec::new();
        if !self.leads_nowhere() {
            hints.extend(hint(Command::Choose, "command-open"));
        }
        if self.is_issued() {
            hints.extend([Span::muted(if hints.is_empty() { "" } else { "  " })]);
            hints.extend(hint(Command::Delete, "command-delete"));
        } else if self.document().is_some() {
            hints.extend([Span::muted(if hints.is_empty() { "" } else { "  " })]);
            hints.extend(hint(Command::Copy, "command-copy"));
        }
        hints
    }

    /// A box in the middle, as large as its text.
    fn float(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> (Rect, Vec<blocks::Line>) {
        let room = usize::from(body.width.min(WIDTH).saturating_sub(6));
        let lines = blocks::lines(&self.why.blocks, room, pen.glyphs);
        let wide = lines.iter().map(blocks::Line::width).chain([ui::text::width(&self.why.title), 40]);
        let wide = u16::try_from(wide.max().unwrap_or(0) + 6).unwrap_or(WIDTH).min(WIDTH);
        let tall = u16::try_from(lines.len() + 3).unwrap_or(u16::MAX);
        let inside = float(pen, body, (wide, tall), &self.why.title, &self.hints(cx));
        (below(inside, 1), lines)
    }

    /// The whole body, its title above; blank lines where there is room for them.
    fn whole(&self, pen: &mut Pen<'_>, body: Rect, remark: &str, cx: &Cx<'_>) -> (Rect, Vec<blocks::Line>) {
        pen.clear(body);
        let hints = self.hints(cx);
        let wide = u16::try_from(spans_width(&hints)).unwrap_or(0) + 2;
        let titled = Rect { width: body.width.saturating_sub(wide + 1), ..body };
        title(pen, titled, &self.why.title, remark);
        pen.spans_right(body.right().saturating_sub(1), body.y, wide, &hints);
        let room = usize::from(body.width.saturating_sub(3).min(PAGE));
        let under = below(body, 1);
        let height = usize::from(under.height);
        let made = |spacing| blocks::margined(&self.why.blocks, room, pen.glyphs, spacing);
        let fits = [Spacing::Airy, Spacing::Close].into_iter().map(made).find(|lines| lines.len() <= height);
        // What is a little too long is set as close as can be; what is read page by page needs its air.
        let tight = || Some(made(Spacing::Tight)).filter(|lines| lines.len() <= height * 2);
        let lines = fits.or_else(tight).unwrap_or_else(|| made(Spacing::Open));
        let airy = lines.len() < height || lines.len() > height * 2;
        (if airy { below(under, 1) } else { under }, lines)
    }
}

/// Where the rows of a block lead.
fn leads(block: &Block) -> Vec<Source> {
    match block {
        Block::Table(table) => table.rows.iter().filter_map(|row| row.source).collect(),
        Block::Figures(figures) => figures.iter().filter_map(|figure| figure.source).collect(),
        Block::Heading { .. }
        | Block::Paragraph(_)
        | Block::Callout(..)
        | Block::Picture(_)
        | Block::Break => Vec::new(),
    }
}

/// How many lines there are above and below, in the lower edge.
fn more(pen: &mut Pen<'_>, inside: Rect, (above, below): (usize, usize)) {
    let part = |sign: &str, lines: usize| (lines > 0).then(|| format!("{sign} {lines}"));
    let parts = [part(pen.glyphs.or("↑", "^"), above), part(pen.glyphs.or("↓", "v"), below)];
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join("  ");
    if !text.is_empty() {
        pen.put(inside.x, inside.bottom(), inside.width, &format!(" {text} "), Role::Muted);
    }
}

impl App {
    /// A lens made a document.
    pub(super) fn show_document(&mut self, of: Document) {
        let Document { title, remark, blocks, text } = of;
        let page = Page { of: None, remark, text, issued: IssuedList::No };
        self.layers.push(Layer::Why(Reasons::page(Why { title, blocks }, page)));
    }

    /// Copies the document in front of me.
    pub(super) fn copy_shown(&self) -> Vec<Effect> {
        match self.layers.last() {
            Some(Layer::Why(page)) => {
                page.document().map(|page| Effect::Copy(page.text.clone())).into_iter().collect()
            }
            Some(_) | None => Vec::new(),
        }
    }

    /// Goes to the record behind a figure: where it lives, else its form.
    pub(super) fn lead_to(&mut self, source: Source) -> Vec<Effect> {
        match source {
            Source::Record(Kind::Issued, id) => vec![super::handout::issued::open_issued(id, false)],
            Source::Record(kind, id) => self.show_record(kind, id, self.world.scope),
            Source::Cell(id, period) => {
                self.lenses.get_mut(LensKind::Kpis).only(Only::Period(period));
                self.show_record(Kind::Kpi, id, None)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::*;
    use crate::command::Keymap;
    use crate::domain::day::day;
    use crate::domain::directory::Directory;
    use crate::lang::{Lang, Words};
    use crate::report::block::{Column, Table};
    use crate::ui::{Glyphs, Theme};

    /// Thirty rows, of which the tenth and the twentieth lead somewhere.
    fn reasons() -> Reasons {
        let mut table = Table::new(vec![Column::text("")]);
        for row in 0..30 {
            let source = (row % 10 == 9 && row < 25).then_some(Source::Record(Kind::Person, row));
            table.push_from(source, vec![format!("row {row}").into()]);
        }
        Reasons::new(Why { title: "Why".into(), blocks: vec![Block::Table(table)] })
    }

    fn drawn(reasons: &mut Reasons) -> String {
        let (words, directory, keys) = (Words::new(Lang::En), Directory::default(), Keymap::default());
        let cx =
            Cx { words: &words, today: day(2026, 11, 23), directory: &directory, scope: None, keys: &keys };
        let area = Rect::new(0, 0, 60, 15);
        let mut buf = Buffer::empty(area);
        let seen = reasons.draw(&mut Pen::new(&mut buf, Theme::Mono, Glyphs::default()), area, &cx);
        let page = *seen.floats.last().unwrap();
        reasons.saw(&page, &seen.regions);
        let line = |y| (0..area.width).map(|x| buf[(x, y)].symbol()).collect::<String>();
        (0..area.height).map(line).collect::<Vec<_>>().join("\n")
    }

    fn steps(reasons: &mut Reasons, command: Command, times: usize) -> String {
        (0..times).fold(drawn(reasons), |_, _| {
            reasons.step(command);
            drawn(reasons)
        })
    }

    #[test]
    fn it_opens_at_its_top_and_every_line_can_be_read_in_both_directions() {
        let mut reasons = reasons();
        let text = drawn(&mut reasons);
        assert!(text.contains("row 0 ") && text.contains("↓ 18") && !text.contains('↑'), "{text}");
        let mut read = std::collections::BTreeSet::new();
        let mut note = |text: &str| read.extend((0..30).filter(|n| text.contains(&format!("row {n} "))));
        note(&text);
        for _ in 0..40 {
            note(&steps(&mut reasons, Command::ChooseDown, 1));
        }
        assert_eq!(read.len(), 30);
        let end = drawn(&mut reasons);
        assert!(end.contains("row 29 ") && end.contains("↑ 18") && !end.contains('↓'), "{end}");
        assert_eq!(steps(&mut reasons, Command::Down, 3), end, "the end does not lead to the beginning");
        assert_eq!(steps(&mut reasons, Command::Up, 40), text);
        assert_eq!(steps(&mut reasons, Command::Up, 1), text);
        assert_eq!(steps(&mut reasons, Command::Last, 1), end);
        assert_eq!(steps(&mut reasons, Command::First, 1), text);
        assert!(steps(&mut reasons, Command::PageDown, 1).contains("↑ 11"));
        assert_eq!(steps(&mut reasons, Command::PageDown, 3), end);
        assert_eq!(steps(&mut reasons, Command::PageUp, 4), text);
    }

    #[test]
    fn what_enter_opens_is_a_row_in_view() {
        let mut reasons = reasons();
        drawn(&mut reasons);
        assert_eq!(reasons.at(), Some(0));
        steps(&mut reasons, Command::Down, 8);
        assert_eq!(reasons.at(), Some(0), "still in view");
        steps(&mut reasons, Command::Down, 1);
        assert_eq!(reasons.at(), Some(1), "the second one has come into view");
        steps(&mut reasons, Command::Down, 40);
        assert_eq!(reasons.source(reasons.at().unwrap()), Some(Source::Record(Kind::Person, 19)));
        reasons.sources.clear();
        assert!(reasons.leads_nowhere());
    }
}
