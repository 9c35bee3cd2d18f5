//! Blocks as Markdown: for the clipboard, a mail or a page of notes.
use std::fmt::Write as _;

use super::block::{Align, Block, Column, Figure, Table};
use super::described::{blocks, spelled};
use super::paper::Paper;
use super::plain::{one_line, safe};

/// The blocks as Markdown. What a text has of Markdown's own signs at the beginning of a line is text, and so are tags, links and
/// pictures that somebody wrote: whoever shows the page fetches nothing.
pub fn render(blocks: &[Block]) -> String {
    let parts: Vec<String> = blocks.iter().map(block).filter(|part| !part.is_empty()).collect();
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

/// A whole paper as Markdown: its title, its blocks, and last when it was made and who may read it.
pub fn paper(paper: &Paper) -> String {
    let mut blocks = Vec::new();
    blocks.extend((!paper.subtitle.is_empty()).then(|| Block::Paragraph(paper.subtitle.clone())));
    blocks.extend(spelled(&paper.blocks, paper.lang));
    blocks.extend(paper.last().map(Block::Paragraph));
    format!("# {}\n\n{}", inline(&paper.title), render(&blocks))
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, text, note } => {
            let sign = if *level > 1 { "###" } else { "##" };
            let said: Vec<_> =
                [text, note].into_iter().filter(|s| !s.is_empty()).map(|s| inline(s)).collect();
            format!("{sign} {}", said.join(" · "))
        }
        Block::Paragraph(words) => lines(words),
        Block::Callout(_, words) => format!("> {}", lines(words).replace('\n', "\n> ")),
        Block::Figures(figures) => figures.iter().map(figure).collect::<Vec<_>>().join("\n"),
        Block::Table(of) => table(of),
        Block::Picture(of) => {
            let parts: Vec<String> = blocks(of, None).iter().map(self::block).collect();
            parts.join("\n\n")
        }
        Block::Break => String::new(),
    }
}

/// A text in one line, as text.
pub fn inline(text: &str) -> String {
    literal(&one_line(text))
}

/// A text of which nothing is a tag, a link or a picture. Its own backslashes first: one before a sign would undo ours.
fn literal(text: &str) -> String {
    text.replace('\\', r"\\").replace('<', r"\<").replace('[', r"\[")
}

/// Text in several lines, each break kept.
fn lines(words: &str) -> String {
    let escaped = |line: &str| {
        let line = line.trim_end();
        let signs = ['#', '>', '-', '*', '+', '|', '=', '`', '~', '_'];
        let text = literal(line);
        if line.starts_with(signs) { format!("\\{text}") } else { text }
    };
    safe(words).trim_end().lines().map(escaped).collect::<Vec<_>>().join("  \n")
}

/// `- **Label:** value · note`.
fn figure(figure: &Figure) -> String {
    let mut line = String::from("-");
    if !figure.label.is_empty() {
        let _ = write!(line, " **{}:**", inline(&figure.label));
    }
    let parts = [&figure.value, &figure.note].into_iter().filter(|part| !part.is_empty());
    let said = parts.map(|part| inline(part)).collect::<Vec<_>>().join(" · ");
    if !said.is_empty() {
        let _ = write!(line, " {said}");
    }
    line
}

/// A table with titles as one; without them as a list.
fn table(table: &Table) -> String {
    let cell = |text: &str| inline(text).replace('|', "\\|");
    let has_head = table.columns.iter().any(|c| !c.title.is_empty());
    let mut rows = Vec::new();
    if has_head {
        let titles: Vec<_> = table.columns.iter().map(|c| cell(&c.title)).collect();
        rows.push(format!("| {} |", titles.join(" | ")));
        let stand = |c: &Column| if c.align == Align::Right { " ---: |" } else { " --- |" };
        rows.push(format!("|{}", table.columns.iter().map(stand).collect::<String>()));
    }
    for row in &table.rows {
        let cells: Vec<_> = row.cells.iter().map(|c| cell(&c.text)).collect();
        if has_head {
            rows.push(format!("| {} |", cells.join(" | ")));
        } else {
            let said: Vec<_> = cells.into_iter().filter(|c| !c.trim().is_empty()).collect();
            rows.push(format!("- {}", said.join(" · ")));
        }
        if !row.below.is_empty() {
            rows.push(format!("  {}", cell(&row.below)));
        }
    }
    rows.join("\n")
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    #[test]
    fn every_block_has_its_form() {
        let mut plain = Table::new(vec![Column::text(""), Column::text("")]);
        plain.push(None, vec!["one".into(), "two".into()]);
        let mut titled = Table::new(vec![Column::text("What"), Column::text("By")]);
        titled.push(None, vec!["a|b".into(), "Fri".into()]);
        let blocks = [
            Block::heading_with("News", "Thu 19 Nov"),
            Block::Paragraph("# no heading\nsecond line".to_owned()),
            Block::Figures(vec![Figure::new("Why", "steel"), Figure::new("", "alone").note("noted")]),
            Block::Table(plain),
            Block::Table(titled),
        ];
        let expected = "## News · Thu 19 Nov\n\n\\# no heading  \nsecond line\n\n- **Why:** steel\n- alone · noted\n\n- one · two\n\n\
             | What | By |\n| --- | --- |\n| a\\|b | Fri |\n";
        assert_eq!(render(&blocks), expected);
    }

    #[test]
    fn what_somebody_wrote_is_neither_a_tag_nor_a_picture() {
        let hostile = r"```<img src=x> ![a](http://evil.example/a.png) \<img src=y> \![b](http://evil.example/b.png) a\|b";
        let mut table = Table::new(vec![Column::text("What"), Column::number("Days")]);
        table.push(None, vec![hostile.into(), "3".into()]);
        let blocks = [Block::heading(hostile), Block::Paragraph(hostile.to_owned()), Block::Table(table)];
        let text = render(&blocks);
        let read: Vec<Event<'_>> = Parser::new_ext(&text, Options::ENABLE_TABLES).collect();
        let lives = |event: &Event<'_>| {
            matches!(
                event,
                Event::Html(_)
                    | Event::InlineHtml(_)
                    | Event::Code(_)
                    | Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_))
            )
        };
        assert!(!read.iter().any(lives), "{text}");
        let cells = read.iter().filter(|event| matches!(event, Event::Start(Tag::TableCell))).count();
        assert_eq!(cells, 4, "{text}");
        assert!(text.contains("| --- | ---: |"), "{text}");
    }

    #[test]
    fn no_text_reaches_a_terminal_as_a_command() {
        let blocks = [Block::Paragraph("a\u{1b}[31mb".to_owned()), Block::heading("c\u{202e}\nd")];
        assert_eq!(render(&blocks), "a\\[31mb\n\n## c d\n");
    }
}
