//! A page of little height: headings stand in a margin at the left of what is under them.
use super::{Line, spaced};
use crate::report::block::Block;
use crate::report::fit::GAP;
use crate::ui::glyph::Glyphs;
use crate::ui::text::{visible, width, wrap};
use crate::ui::theme::Role;

/// How close the lines of a page of little height stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spacing {
    /// A blank line between two blocks: the page is longer than the screen whatever is left out.
    Open,
    /// A blank line between two sections.
    Airy,
    /// None.
    Close,
    /// None, one line at the most below a row, and no note that does not stand beside its figure.
    Tight,
}

impl Spacing {
    /// Most lines of what stands below a row.
    pub(super) const fn below(self) -> usize {
        match self {
            Self::Open | Self::Airy | Self::Close => 2,
            Self::Tight => 1,
        }
    }
}

/// The blocks as lines with each heading in a margin at the left of what stands under it, for a page of little height. A note
/// stands below its heading where there is a second line for it.
pub fn margined(blocks: &[Block], room: usize, glyphs: Glyphs, spacing: Spacing) -> Vec<Line> {
    let title = |block: &Block| match block {
        Block::Heading { text, note, .. } => Some((text.clone(), note.clone())),
        Block::Paragraph(_)
        | Block::Callout(..)
        | Block::Figures(_)
        | Block::Table(_)
        | Block::Picture(_)
        | Block::Break => None,
    };
    let widest = blocks.iter().filter_map(title).flat_map(|(text, note)| [width(&text), width(&note)]).max();
    let margin = widest.map_or(0, |wide| (wide + GAP).min(room / 4));
    let mut all: Vec<Line> = Vec::new();
    for section in blocks.chunk_by(|_, next| title(next).is_none()) {
        let (head, body) = match section.split_first() {
            Some((first, rest)) if title(first).is_some() => (title(first), rest),
            Some(_) | None => (None, section),
        };
        let inside = spaced(body, room.saturating_sub(margin), glyphs, spacing);
        let said = |line: &Line| spacing == Spacing::Open || !line.pieces.is_empty();
        let mut inside: Vec<Line> = inside.into_iter().filter(said).map(|l| l.shifted(margin)).collect();
        if inside.is_empty() {
            inside.push(Line::default());
        }
        let sides = head.into_iter().flat_map(|(text, note)| [(text, Role::Heading), (note, Role::Muted)]);
        let sides: Vec<Vec<(String, Role)>> =
            sides.map(|(text, role)| broken(&text, margin, role)).filter(|lines| !lines.is_empty()).collect();
        let (titles, all_lines) = (sides.first().map_or(0, Vec::len), sides.iter().map(Vec::len).sum());
        // A title is told whole; a note too where there is room.
        let airy = matches!(spacing, Spacing::Open | Spacing::Airy);
        let needed = if airy { all_lines } else { titles };
        while inside.len() < needed {
            inside.push(Line::default());
        }
        for (line, (text, role)) in inside.iter_mut().zip(sides.into_iter().flatten()) {
            line.add(0, text, role);
            line.pieces.rotate_right(1);
        }
        if airy && !all.is_empty() {
            all.push(Line::default());
        }
        all.append(&mut inside);
    }
    all
}

/// A text as the lines that it takes in the margin.
fn broken(text: &str, margin: usize, role: Role) -> Vec<(String, Role)> {
    let lines = wrap(&visible(text), margin.saturating_sub(GAP));
    lines.into_iter().filter(|line| !line.is_empty()).map(|line| (line, role)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::kind::Kind;
    use crate::domain::score::Source;
    use crate::report::block::{Column, Figure, Table};
    use Spacing::{Airy, Close, Open, Tight};

    #[test]
    fn a_long_title_is_broken_in_the_margin_and_never_cut() {
        let title = "Where they stand, and where we do";
        let blocks = [Block::heading_with(title, "3"), Block::Paragraph("One.".into())];
        for spacing in [Open, Airy, Close, Tight] {
            let lines = margined(&blocks, 60, Glyphs::default(), spacing);
            let margin = lines.iter().filter_map(|l| l.pieces.first()).map(|p| p.text.clone());
            let said = margin.collect::<Vec<_>>().join(" ");
            assert!(said.starts_with(title), "{said}");
            assert_eq!(said.ends_with(" 3"), matches!(spacing, Open | Airy), "{said}");
        }
    }

    #[test]
    fn a_page_longer_than_the_screen_keeps_its_blank_lines() {
        let words = |text: &str| Block::Paragraph(text.into());
        let blocks =
            [Block::heading("Who"), words("One."), words("Two."), Block::heading("Ask"), words("Three.")];
        let count = |spacing| margined(&blocks, 60, Glyphs::default(), spacing).len();
        assert_eq!([Open, Airy, Close, Tight].map(count), [5, 4, 3, 3]);
    }

    #[test]
    fn headings_stand_in_a_margin_where_height_is_dear() {
        let mut table = Table::new(vec![Column::text(""), Column::text("")]);
        table.push(Some((Kind::Person, 3)), vec!["Ana".into(), "decider".into()]);
        table.below("wants: one partner for both plants and one number to call, day and night".into());
        let question = Figure::new("Ana", "Who signs?").from(Some(Source::Record(Kind::Account, 1)));
        let blocks = [
            Block::heading_with("Who", "since 2 Nov"),
            Block::Table(table),
            Block::heading("Ask"),
            Block::Figures(vec![question]),
        ];
        let shown = |spacing| {
            let lines = margined(&blocks, 48, Glyphs::default(), spacing);
            let sources: Vec<_> = lines.iter().filter_map(|l| l.source).collect();
            assert_eq!(sources, [Source::Record(Kind::Person, 3), Source::Record(Kind::Account, 1)]);
            assert!(lines.iter().all(|l| l.width() <= 48));
            lines
                .iter()
                .map(|l| l.pieces.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join("|"))
                .collect::<Vec<_>>()
        };
        let want = [
            "Who|Ana|decider",
            "since 2|wants: one partner for both plants",
            "Nov|and one number to call, day and n…",
            "Ask|Ana||Who signs?",
        ];
        assert_eq!(shown(Close)[..3], want[..3]);
        assert!(shown(Close)[3].starts_with("Ask|Ana"), "{:?}", shown(Close));
        assert_eq!(shown(Airy)[3], "");
        assert_eq!(shown(Tight).len(), 3, "{:?}", shown(Tight));
        for room in 0..30 {
            margined(&blocks, room, Glyphs::default(), Airy);
        }
    }
}
