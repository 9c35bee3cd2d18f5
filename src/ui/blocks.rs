//! Blocks of a document as lines of the screen; some of them lead to a record.
mod margin;

use ratatui::layout::Rect;

use super::glyph::Glyphs;
use super::meter;
use super::pen::Pen;
use super::text::{visible, width, wrap};
use super::theme::Role;
use crate::domain::score::Source;
use crate::report::block::{Align, Block, Drawing, Figure, Table, Tone};
use crate::report::described;
use crate::report::fit::GAP;

pub use margin::{Spacing, margined};

/// Columns of a gauge.
const GAUGE: usize = 10;
/// Fewest columns in which a note stands beside its figure.
const NOTE: usize = 16;

/// One line.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    pieces: Vec<Piece>,
    /// What it leads to.
    pub source: Option<Source>,
}

#[derive(Debug, Clone, PartialEq)]
struct Piece {
    x: usize,
    wide: usize,
    right: bool,
    text: String,
    role: Role,
}

impl Line {
    fn add(&mut self, x: usize, text: impl Into<String>, role: Role) {
        let text = text.into();
        self.pieces.push(Piece { x, wide: width(&visible(&text)), right: false, text, role });
    }

    /// The same, so many columns further to the right.
    fn shifted(mut self, by: usize) -> Self {
        self.pieces.iter_mut().for_each(|piece| piece.x += by);
        self
    }

    /// Columns it takes.
    pub fn width(&self) -> usize {
        self.pieces.iter().map(|p| p.x + p.wide).max().unwrap_or(0)
    }

    /// Draws it into one line of the screen.
    pub fn draw(&self, pen: &mut Pen<'_>, place: Rect) {
        let column = |n: usize| u16::try_from(n).unwrap_or(u16::MAX).min(place.width);
        for piece in &self.pieces {
            let (x, end) = (column(piece.x), column(piece.x + piece.wide));
            let text = plain_signs(&piece.text, pen.glyphs);
            if piece.right {
                pen.put_right(place.x + end, place.y, end - x, &text, piece.role);
            } else {
                pen.put(place.x + x, place.y, end - x, &text, piece.role);
            }
        }
    }
}

/// The blocks as lines of at most `room` columns, a blank one between two blocks that are no heading and its text.
pub fn lines(blocks: &[Block], room: usize, glyphs: Glyphs) -> Vec<Line> {
    spaced(blocks, room, glyphs, Spacing::Airy)
}

fn spaced(blocks: &[Block], room: usize, glyphs: Glyphs, spacing: Spacing) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut headed = true;
    for block in blocks.iter().filter(|block| !matches!(block, Block::Break)) {
        if !headed {
            lines.push(Line::default());
        }
        headed = matches!(block, Block::Heading { .. });
        match block {
            Block::Heading { text, note, .. } => {
                let mut line = Line::default();
                line.add(0, text.as_str(), Role::Heading);
                line.add(line.width() + GAP, note.as_str(), Role::Muted);
                lines.push(line);
            }
            Block::Paragraph(words) => paragraph(&mut lines, words, Role::Muted, room),
            Block::Callout(tone, words) => paragraph(&mut lines, words, role(*tone), room),
            Block::Figures(figures) => labelled(&mut lines, figures, room, glyphs, spacing),
            Block::Table(table) => rows(&mut lines, table, room, spacing),
            Block::Picture(of) => {
                lines.append(&mut spaced(&described::blocks(of, None), room, glyphs, spacing));
            }
            Block::Break => {}
        }
    }
    lines
}

fn paragraph(lines: &mut Vec<Line>, words: &str, role: Role, room: usize) {
    for text in words.lines().flat_map(|l| wrap(&visible(l), room)) {
        let mut line = Line::default();
        line.add(0, text, role);
        lines.push(line);
    }
}

/// Labels, drawings, values, and what explains them: a note that has no room beside its value stands below it.
fn labelled(lines: &mut Vec<Line>, figures: &[Figure], room: usize, glyphs: Glyphs, spacing: Spacing) {
    let widest = |of: &dyn Fn(&Figure) -> usize| figures.iter().map(of).max().unwrap_or(0);
    let labels = widest(&|f| width(&visible(&f.label))).min(room / 3);
    let drawn = |f: &Figure| match &f.drawing {
        Drawing::None => String::new(),
        Drawing::Gauge(share) => meter::gauge(glyphs, *share, GAUGE),
        Drawing::Spark(values) => meter::sparkline(glyphs, &spark(values), meter::Base::Lowest),
    };
    let drawings = widest(&|f| width(&drawn(f)));
    let valued = widest(&|f| if f.note.is_empty() { 0 } else { width(&visible(&f.value)) });
    let after = |x: usize, wide: usize| if wide == 0 { x } else { x + wide + GAP };
    let picture = after(0, labels);
    let value = after(picture, drawings);
    let note = after(value, valued);
    let beside = note + NOTE <= room;
    for figure in figures {
        let mut line = Line { source: figure.source, ..Line::default() };
        let (at, text) = if !beside && spacing == Spacing::Tight {
            (note, String::new())
        } else if beside || figure.note.is_empty() {
            (note, figure.note.clone())
        } else {
            (value, format!("{} · {}", figure.value, figure.note))
        };
        let mut words: Vec<(usize, String, Role)> = Vec::new();
        if at == note {
            let wrapped = wrap(&visible(&figure.value), room.saturating_sub(value));
            words.extend(wrapped.into_iter().map(|t| (value, t, role(figure.tone))));
        }
        let notes = wrap(&visible(&text), room.saturating_sub(at)).into_iter().filter(|t| !t.is_empty());
        let said = if at == note { Role::Muted } else { role(figure.tone) };
        let beneath: Vec<_> = notes.map(|t| (at, t, said)).collect();
        let names = wrap(&visible(&figure.label), labels).into_iter().filter(|t| !t.is_empty());
        let names: Vec<_> = names.map(|t| (0, t, Role::Muted)).collect();
        let height = words.len().max(beneath.len()).max(names.len()).max(1);
        let mut below = vec![Line::default(); height - 1];
        let drawing = vec![(picture, drawn(figure), role(figure.tone))];
        for column in [names, drawing, words, beneath] {
            for (row, (x, text, role)) in column.into_iter().enumerate() {
                let line = if row == 0 { Some(&mut line) } else { below.get_mut(row - 1) };
                if let Some(line) = line {
                    line.add(x, text, role);
                }
            }
        }
        lines.push(line);
        lines.append(&mut below);
    }
}

/// Bars of a sparkline are drawn in thousandths.
#[expect(clippy::cast_possible_truncation, reason = "figures of a report are far below 2^53")]
fn spark(values: &[f64]) -> Vec<Option<i64>> {
    values.iter().map(|v| Some((v * 1000.0).round() as i64)).collect()
}

fn rows(lines: &mut Vec<Line>, table: &Table, room: usize, spacing: Spacing) {
    let places = table.fitted(Some(room));
    let at = |n: usize| places.iter().take(n).map(|(_, wide)| wide + GAP).sum::<usize>();
    let pieces = |cell: &dyn Fn(usize) -> Option<(String, Role)>| {
        let found = places.iter().enumerate().filter_map(|(n, (column, wide))| {
            let (text, role) = cell(*column)?;
            let right = table.columns.get(*column).is_some_and(|c| c.align == Align::Right);
            Some(Piece { x: at(n), wide: *wide, right, text, role })
        });
        found.flat_map(thin).collect::<Vec<_>>()
    };
    if table.columns.iter().any(|c| !c.title.is_empty()) {
        let titles = |i: usize| table.columns.get(i).map(|c| (c.title.clone(), Role::Muted));
        lines.push(Line { pieces: pieces(&titles), source: None });
    }
    for row in &table.rows {
        let cells = |i: usize| row.cells.get(i).map(|c| (c.text.replace('\n', " "), role(c.tone)));
        lines.push(Line { pieces: pieces(&cells), source: row.source });
        below(lines, &row.below, room, spacing.below());
    }
}

/// What stands below a row, indented: at most so many lines.
fn below(lines: &mut Vec<Line>, words: &str, room: usize, most: usize) {
    if words.is_empty() {
        return;
    }
    let room = room.saturating_sub(GAP);
    let mut rows = wrap(&visible(&words.replace('\n', " ")), room);
    if rows.len() > most {
        let rest = rows.split_off(most.saturating_sub(1)).join(" ");
        rows.push(super::text::cut(&rest, room));
    }
    for text in rows {
        let mut line = Line::default();
        line.add(GAP, text, Role::Muted);
        lines.push(line);
    }
}

/// A gauge of text as a thin line: rows stand close together here.
fn thin(piece: Piece) -> Vec<Piece> {
    let all = piece.text.chars().count();
    if all == 0 || !piece.text.chars().all(|c| matches!(c, '█' | '▌' | '░')) {
        return vec![piece];
    }
    let full = piece.text.chars().filter(|c| *c != '░').count();
    let filled: String =
        piece.text.chars().filter(|c| *c != '░').map(|c| if c == '█' { '━' } else { '╸' }).collect();
    let rest = "─".repeat(all - full);
    vec![
        Piece { wide: full, text: filled, role: Role::Text, ..piece.clone() },
        Piece { x: piece.x + full, wide: all - full, text: rest, role: Role::Muted, ..piece },
    ]
}

/// What a text means, on the screen.
pub const fn role(tone: Tone) -> Role {
    match tone {
        Tone::Text => Role::Text,
        Tone::Muted => Role::Muted,
        Tone::Heading => Role::Heading,
        Tone::Accent => Role::Accent,
        Tone::Good => Role::Good,
        Tone::Warn => Role::Warn,
        Tone::Bad => Role::Bad,
    }
}

/// The signs of reports on a terminal that has only ASCII.
fn plain_signs(text: &str, glyphs: Glyphs) -> String {
    if !glyphs.ascii {
        return text.to_owned();
    }
    let plain = |c: char| match c {
        '█' | '■' => '#',
        '░' | '·' | '─' => '.',
        '●' | '◆' => '*',
        '│' => '|',
        '▌' | '┌' | '├' | '└' => '+',
        '◐' => '%',
        '◇' | '○' | '□' => 'o',
        '×' => 'x',
        '–' | '−' | '╸' => '-',
        '→' => '>',
        '←' => '<',
        '↑' | '▲' => '^',
        '▬' | '━' => '=',
        '▼' => 'v',
        c => c,
    };
    text.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::kind::Kind;
    use crate::report::block::{Cell, Column};
    use crate::report::picture::{Gauge, Picture, Plot};
    use crate::ui::Theme;
    use ratatui::buffer::Buffer;

    fn shown(blocks: &[Block], room: u16, glyphs: Glyphs) -> Vec<String> {
        let lines = lines(blocks, usize::from(room), glyphs);
        let area = Rect::new(0, 0, room, u16::try_from(lines.len()).unwrap());
        let mut buf = Buffer::empty(area);
        let mut pen = Pen::new(&mut buf, Theme::Mono, glyphs);
        for (y, line) in (0..area.height).zip(&lines) {
            assert!(line.width() <= usize::from(room), "{line:?}");
            line.draw(&mut pen, Rect { y, height: 1, ..area });
        }
        let row = |y| (0..room).map(|x| buf[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
        (0..area.height).map(row).collect()
    }

    fn document() -> Vec<Block> {
        let mut table = Table::new(vec![Column::text(""), Column::number("weight"), Column::number("")]);
        table.push(Some((Kind::Person, 3)), vec!["Ana Ruiz".into(), "5".into(), "100".into()]);
        table.push(None, vec![Cell::toned("  fresh", Tone::Muted), Cell::default(), "7".into()]);
        vec![
            Block::heading_with("Coverage", "54"),
            Block::Table(table),
            Block::Paragraph("one two three".into()),
            Block::Figures(vec![
                Figure::new("R", "0.5").gauge(0.5).note("recency of the last contact"),
                Figure::new("cadence", "30 d"),
            ]),
        ]
    }

    #[test]
    fn blocks_are_lines_whose_columns_stand_below_each_other() {
        let want = [
            "Coverage  54",
            "          weight",
            "Ana Ruiz       5  100",
            "  fresh             7",
            "",
            "one two three",
            "",
            "R        █████░░░░░  0.5  recency of the last",
            "                          contact",
            "cadence              30 d",
        ];
        assert_eq!(shown(&document(), 46, Glyphs::default()), want);
    }

    #[test]
    fn a_note_without_room_follows_its_value() {
        let lines = shown(&document(), 40, Glyphs { ascii: true });
        assert_eq!(
            lines[7..],
            [
                "R        #####.....  0.5 . recency of",
                "                     the last contact",
                "cadence              30 d"
            ]
        );
    }

    #[test]
    fn a_gauge_in_a_table_is_a_thin_line() {
        let mut table = Table::new(vec![Column::text(""), Column::text("")]);
        table.push(None, vec!["KPIs".into(), "███▌░░".into()]);
        table.push(None, vec!["Plan".into(), "none".into()]);
        let blocks = [Block::Table(table)];
        assert_eq!(shown(&blocks, 20, Glyphs::default()), ["KPIs  ━━━╸──", "Plan  none"]);
        assert_eq!(shown(&blocks, 20, Glyphs { ascii: true })[0], "KPIs  ===-..");
    }

    #[test]
    fn a_drawing_is_told_with_its_title_and_its_figures() {
        let gauge = Gauge { share: Some(0.5), said: "50".into(), tone: Tone::Warn, parts: Vec::new() };
        let picture = Picture { title: "Health".into(), alt: "Half of it".into(), plot: Plot::Gauge(gauge) };
        let lines = shown(&[Block::Picture(Box::new(picture)), Block::Break], 30, Glyphs::default());
        assert_eq!(lines, ["Health", "Half of it", "", "Health  █████░░░░░  ◐ 50"]);
    }

    #[test]
    fn a_row_leads_to_its_record() {
        let lines = lines(&document(), 40, Glyphs::default());
        let leads: Vec<_> = lines.iter().filter_map(|l| l.source).collect();
        assert_eq!(leads, [Source::Record(Kind::Person, 3)]);
    }

    #[test]
    fn no_page_is_too_narrow() {
        for room in 1..30 {
            lines(&document(), room, Glyphs::default());
        }
    }
}
