//! Nothing in a document is told by colour alone: what is as it should be, in doubt or wrong has a sign before its words.
use super::block::{Block, Tone};

/// Signs that say by themselves what a colour would.
const SIGNS: [char; 20] =
    ['●', '◐', '○', '?', '!', '▲', '▬', '▼', '◆', '◇', '§', '■', '□', '→', '←', '·', '+', '−', '–', '✓'];

/// The blocks with a sign before every coloured value that has none. A number keeps its place: it stands behind the sign.
pub fn marked(mut blocks: Vec<Block>) -> Vec<Block> {
    for block in &mut blocks {
        match block {
            Block::Table(table) => {
                let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                cells.for_each(|cell| mark(cell.tone, &mut cell.text));
            }
            Block::Figures(figures) => figures.iter_mut().for_each(|f| mark(f.tone, &mut f.value)),
            Block::Heading { .. }
            | Block::Paragraph(_)
            | Block::Callout(..)
            | Block::Picture(_)
            | Block::Break => {}
        }
    }
    blocks
}

/// The sign of a meaning; plain words have none.
pub const fn sign(tone: Tone) -> Option<char> {
    match tone {
        Tone::Good => Some('●'),
        Tone::Warn => Some('◐'),
        Tone::Bad => Some('!'),
        Tone::Text | Tone::Muted | Tone::Heading | Tone::Accent => None,
    }
}

/// The sign at the beginning of a text, and what stands behind it.
pub fn leading(text: &str) -> Option<(char, &str)> {
    let mut rest = text.chars();
    let first = rest.next().filter(|c| SIGNS.contains(c))?;
    Some((first, rest.as_str()))
}

fn mark(tone: Tone, text: &mut String) {
    let ends = text.chars().next_back().is_some_and(|c| SIGNS.contains(&c) && c != '?' && c != '!');
    if let Some(sign) = sign(tone).filter(|_| !text.is_empty() && leading(text).is_none() && !ends) {
        *text = format!("{sign} {text}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::block::{Cell, Column, Figure, Table};

    #[test]
    fn what_only_a_colour_would_tell_has_a_sign_and_what_has_one_keeps_it() {
        let mut table = Table::new(vec![Column::text("")]);
        for (text, tone) in [
            ("5 d late", Tone::Bad),
            ("28 %", Tone::Warn),
            ("kept", Tone::Good),
            ("◐ at risk", Tone::Warn),
            ("−214 k€", Tone::Warn),
            ("410 ■", Tone::Warn),
            ("plain", Tone::Text),
            ("", Tone::Bad),
        ] {
            table.push(None, vec![Cell::toned(text, tone)]);
        }
        let figure = Figure::new("Open", "4").tone(Tone::Bad);
        let marked = marked(vec![Block::Table(table), Block::Figures(vec![figure])]);
        let [Block::Table(table), Block::Figures(figures)] = marked.as_slice() else { panic!("{marked:?}") };
        let said: Vec<_> = table.rows.iter().map(|row| row.cells[0].text.as_str()).collect();
        let want = ["! 5 d late", "◐ 28 %", "● kept", "◐ at risk", "−214 k€", "410 ■", "plain", ""];
        assert_eq!(said, want);
        assert_eq!(figures[0].value, "! 4");
    }
}
