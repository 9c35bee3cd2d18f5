//! Blocks as plain text for a terminal of some width, or of none: without colour, columns aligned by what each character takes.
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::block::{Align, Block, Cell, Drawing, Figure, Table};
use super::described;
use super::fit::{GAP, NARROWEST};
use super::paper::Paper;
use crate::domain::text::is_bidi_control;

/// Columns of a gauge.
const GAUGE: usize = 10;

/// The blocks as lines of at most `width` columns; `None` breaks and cuts nothing.
pub fn render(blocks: &[Block], width: Option<usize>) -> String {
    let mut text = String::new();
    for (i, block) in blocks.iter().enumerate() {
        let opens = matches!(block, Block::Heading { .. });
        let after_heading =
            i.checked_sub(1).and_then(|b| blocks.get(b)).is_some_and(|b| matches!(b, Block::Heading { .. }));
        if i > 0 && (opens || !after_heading) {
            text.push('\n');
        }
        match block {
            Block::Heading { text: title, note, .. } => {
                let line =
                    if note.is_empty() { one_line(title) } else { one_line(&format!("{title}  {note}")) };
                push_line(&mut text, &line);
            }
            Block::Paragraph(words) | Block::Callout(_, words) => wrap(&mut text, words, width),
            Block::Figures(figures) => render_figures(&mut text, figures, width),
            Block::Table(table) => render_table(&mut text, table, width),
            Block::Picture(of) => text.push_str(&render(&described::blocks(of, None), width)),
            Block::Break => {}
        }
    }
    text
}

/// A whole paper: its title, its blocks, and last when it was made and who may read it.
pub fn paper(paper: &Paper, width: Option<usize>) -> String {
    let mut blocks = vec![Block::heading_with(paper.title.clone(), paper.subtitle.clone())];
    blocks.extend(described::spelled(&paper.blocks, paper.lang));
    blocks.extend(paper.last().map(Block::Paragraph));
    render(&blocks, width)
}

fn push_line(text: &mut String, line: &str) {
    text.push_str(line.trim_end());
    text.push('\n');
}

/// Text that may stand in a terminal: no control character but newline, no character that turns the direction of text.
pub fn safe(text: &str) -> String {
    text.chars()
        .filter(|c| !is_bidi_control(*c))
        .filter_map(|c| match c {
            '\n' => Some('\n'),
            '\t' => Some(' '),
            c => (!c.is_control()).then_some(c),
        })
        .collect()
}

/// The same in one line.
pub fn one_line(text: &str) -> String {
    safe(text).split(['\n', '\u{2028}', '\u{2029}']).collect::<Vec<_>>().join(" ")
}

/// Columns that a text takes in a terminal.
pub fn columns(text: &str) -> usize {
    text.width()
}

/// At most `width` columns of a text, `…` at the end of one that is cut.
pub fn cut(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut taken = 0;
    for cluster in text.graphemes(true) {
        let wide = columns(cluster);
        if taken + wide + 1 > width {
            break;
        }
        taken += wide;
        kept.push_str(cluster);
    }
    if width > 0 {
        kept.push('…');
    }
    kept
}

fn padded(text: &str, width: usize, align: Align) -> String {
    let blanks = " ".repeat(width.saturating_sub(columns(text)));
    match align {
        Align::Left => format!("{text}{blanks}"),
        Align::Right => format!("{blanks}{text}"),
    }
}

fn wrap(out: &mut String, words: &str, width: Option<usize>) {
    for line in safe(words).lines() {
        let Some(width) = width else {
            push_line(out, line);
            continue;
        };
        let mut row = String::new();
        for word in line.split(' ') {
            if !row.is_empty() && columns(&row) + 1 + columns(word) > width {
                push_line(out, &row);
                row.clear();
            }
            if !row.is_empty() {
                row.push(' ');
            }
            row.push_str(word);
        }
        push_line(out, &row);
    }
}

fn render_figures(out: &mut String, figures: &[Figure], width: Option<usize>) {
    let widest =
        |of: fn(&Figure) -> &str| figures.iter().map(|f| columns(&one_line(of(f)))).max().unwrap_or(0);
    let labels = widest(|f| &f.label);
    let values = widest(|f| &f.value).min(24);
    for figure in figures {
        let mut line = padded(&one_line(&figure.label), labels, Align::Left);
        let drawn = drawing(&figure.drawing);
        let value = one_line(&figure.value);
        for part in [drawn, padded(&value, values, Align::Left), one_line(&figure.note)] {
            if !part.is_empty() {
                line.push_str(if line.is_empty() { "" } else { "  " });
                line.push_str(&part);
            }
        }
        hang(out, line.trim_end(), if labels > 0 { labels + GAP } else { 0 }, width);
    }
}

/// A line broken at blanks, what follows indented.
fn hang(out: &mut String, line: &str, indent: usize, width: Option<usize>) {
    let Some(width) = width.filter(|w| columns(line) > *w && *w > indent + NARROWEST) else {
        push_line(out, line);
        return;
    };
    let mut row = String::new();
    let mut empty = true;
    for word in line.split(' ') {
        if !empty && columns(&row) + 1 + columns(word) > width {
            push_line(out, &row);
            row = " ".repeat(indent);
            row.push_str(word);
            continue;
        }
        if !empty {
            row.push(' ');
        }
        row.push_str(word);
        empty = false;
    }
    push_line(out, &row);
}

fn drawing(drawing: &Drawing) -> String {
    match drawing {
        Drawing::None => String::new(),
        Drawing::Gauge(share) => gauge(*share, GAUGE),
        Drawing::Spark(values) => spark(values),
    }
}

/// A bar of `width` columns filled to `share`, which is from 0 to 1.
pub fn gauge(share: f64, width: usize) -> String {
    let halves = rounded(share.clamp(0.0, 1.0) * 2.0, width);
    let mut bar = "█".repeat(halves / 2);
    if halves % 2 == 1 {
        bar.push('▌');
    }
    bar.push_str(&"░".repeat(width.saturating_sub(halves.div_ceil(2))));
    bar
}

/// One bar a value, each against the largest; nothing and less is the lowest.
pub fn spark(values: &[f64]) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let most = values.iter().copied().fold(0.0, f64::max);
    let bar = |v: &f64| if most > 0.0 { rounded((v / most).clamp(0.0, 1.0), BARS.len() - 1) } else { 0 };
    values.iter().filter_map(|v| BARS.get(bar(v))).collect()
}

/// How full a text is that is nothing but a bar of [`gauge`].
pub fn gauge_in(text: &str) -> Option<f64> {
    let all = text.chars().count();
    if all < 4 || !text.chars().all(|c| matches!(c, '█' | '▌' | '░')) {
        return None;
    }
    let halves: u32 = text.chars().map(|c| if c == '█' { 2 } else { u32::from(c == '▌') }).sum();
    Some(f64::from(halves) / (f64::from(u32::try_from(all).ok()?) * 2.0))
}

/// The heights, 1 to 8, of a text that is nothing but bars of [`spark`].
pub fn spark_in(text: &str) -> Option<Vec<f64>> {
    const LOWEST: u32 = 0x2581;
    let height = |c: char| u32::from(c).checked_sub(LOWEST).filter(|h| *h < 8).map(|h| f64::from(h + 1));
    let values: Option<Vec<f64>> = text.chars().map(height).collect();
    values.filter(|values| values.len() >= 3)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of a width is small and positive"
)]
fn rounded(share: f64, of: usize) -> usize {
    (share * f64::from(u32::try_from(of).unwrap_or(u32::MAX))).round() as usize
}

fn render_table(out: &mut String, table: &Table, width: Option<usize>) {
    let titled = table.columns.iter().any(|c| !c.title.is_empty());
    let cell = |row: &[Cell], i: usize| row.get(i).map(|c| one_line(&c.text)).unwrap_or_default();
    let places = table.fitted(width);
    let line = |texts: &dyn Fn(usize) -> String| {
        let cells = places.iter().map(|(i, wide)| {
            let align = table.columns.get(*i).map(|c| c.align).unwrap_or_default();
            padded(&cut(&texts(*i), *wide), *wide, align)
        });
        cells.collect::<Vec<_>>().join(&" ".repeat(GAP))
    };
    if titled {
        push_line(out, &line(&|i| table.columns.get(i).map(|c| one_line(&c.title)).unwrap_or_default()));
    }
    for row in &table.rows {
        push_line(out, &line(&|i| cell(&row.cells, i)));
        if !row.below.is_empty() {
            let indent = " ".repeat(GAP);
            hang(out, &format!("{indent}{}", one_line(&row.below)), GAP, width);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::block::{Column, Tone};

    fn table() -> Table {
        let mut table =
            Table::new(vec![Column::text("Name"), Column::number("Days"), Column::text("Notes").leaving(1)]);
        table.push(
            None,
            vec!["東京 Soler".into(), "3".into(), "a note that is rather long for its place".into()],
        );
        table
            .push(None, vec!["Ana\u{1b}[31m\u{202e}\u{9b}".into(), Cell::toned("120", Tone::Bad), "".into()]);
        table
    }

    #[test]
    fn columns_are_aligned_by_what_a_terminal_shows() {
        let text = render(&[Block::Table(table())], None);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[0], "Name        Days  Notes");
        assert_eq!(lines[1], "東京 Soler     3  a note that is rather long for its place");
        assert_eq!(lines[2], "Ana[31m      120");
    }

    #[test]
    fn on_a_narrow_page_columns_leave_and_texts_are_cut_but_numbers_stay() {
        let text = render(&[Block::Table(table())], Some(24));
        assert_eq!(text.lines().next(), Some("Name        Days"));
        let text = render(&[Block::Table(table())], Some(45));
        assert!(text.lines().all(|l| columns(l) <= 45), "{text}");
        assert!(text.contains('…'));
    }

    #[test]
    fn what_stands_below_a_row_is_indented_and_broken_at_blanks() {
        let mut table = Table::new(vec![Column::text("")]);
        table.push(None, vec!["Ana Ruiz".into()]);
        table.below("wants: one partner for both plants".into());
        let text = render(&[Block::Table(table)], Some(24));
        assert_eq!(text, "Ana Ruiz\n  wants: one partner for\n  both plants\n");
    }

    #[test]
    fn paragraphs_are_broken_at_blanks() {
        let text = render(&[Block::heading("H"), Block::Paragraph("one two three four".into())], Some(9));
        assert_eq!(text, "H\none two\nthree\nfour\n");
    }

    #[test]
    fn figures_are_drawn() {
        assert_eq!(gauge(0.78, 10), "████████░░");
        assert_eq!(gauge(0.75, 10), "███████▌░░");
        assert_eq!(spark(&[0.0, 1.0, 2.0]), "▁▅█");
        assert_eq!(spark(&[0.0]), "▁");
        assert_eq!(gauge_in(&gauge(0.75, 10)), Some(0.75));
        assert_eq!(gauge_in("10 ░"), None);
        assert_eq!(spark_in(&spark(&[0.0, 1.0, 2.0])), Some(vec![1.0, 5.0, 8.0]));
        let text = render(&[Block::Figures(vec![Figure::new("R", "0.5").gauge(0.5).note("recency")])], None);
        assert_eq!(text, "R  █████░░░░░  0.5  recency\n");
    }
}
