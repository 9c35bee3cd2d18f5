//! The blocks of a paper, section by section.
use std::collections::HashMap;

use maud::{Markup, html};

use super::table;
use crate::report::block::{Block, Drawing, Figure, Tone};
use crate::report::paper::Paper;
use crate::report::picture::{Picture, Plot};
use crate::report::plain::{one_line, safe};
use crate::report::svg;

/// Labels that are not longer are signs before sentences.
const SIGN: usize = 2;

/// A section with its title and the note beside it.
pub struct Section<'a> {
    /// Title and note; what stands before the first title has none.
    pub title: Option<(&'a str, &'a str)>,
    /// What it says.
    pub blocks: &'a [Block],
}

/// The blocks by sections.
pub fn sections(blocks: &[Block]) -> Vec<Section<'_>> {
    blocks
        .chunk_by(|_, next| !matches!(next, Block::Heading { level: ..=1, .. }))
        .map(|blocks| match blocks.split_first() {
            Some((Block::Heading { level: ..=1, text, note }, rest)) => {
                Section { title: Some((text, note)), blocks: rest }
            }
            Some(_) | None => Section { title: None, blocks },
        })
        .collect()
}

/// All sections, numbered from 1.
pub fn all<'a>(sections: &[Section<'a>], paper: &'a Paper) -> Markup {
    let mut counts = Counts::default();
    html! {
        @for (section, number) in sections.iter().zip(1_usize..) {
            @match section.title {
                Some((title, note)) => {
                    section {
                        h2 id=(format!("s{number}")) { (headline(title, note)) }
                        (body(section, paper, &mut counts))
                    }
                }
                None => section { (body(section, paper, &mut counts)) }
            }
        }
    }
}

/// What has been written so far.
#[derive(Debug, Default)]
struct Counts<'a> {
    pictures: usize,
    /// Tables by the title above them.
    tables: HashMap<&'a str, usize>,
}

impl<'a> Counts<'a> {
    /// The number of the next drawing, from 1 on.
    const fn next_picture(&mut self) -> usize {
        self.pictures += 1;
        self.pictures
    }

    /// What the next table under a title is called: further ones have a number.
    fn called(&mut self, title: &'a str) -> String {
        let count = self.tables.entry(title).or_default();
        *count += 1;
        if *count == 1 { one_line(title) } else { format!("{} ({count})", one_line(title)) }
    }
}

fn headline(title: &str, note: &str) -> Markup {
    html! {
        (one_line(title))
        @if !note.is_empty() { " " span class="note" { (one_line(note)) } }
    }
}

/// The blocks under a title. A part stands under a section, or takes its place where there is none.
fn body<'a>(section: &Section<'a>, paper: &'a Paper, counts: &mut Counts<'a>) -> Markup {
    let mut title = section.title.map_or(paper.title.as_str(), |title| title.0);
    let mut parts = Vec::with_capacity(section.blocks.len());
    for blocks in section.blocks.chunk_by(|one, next| small(one).is_some() && small(next).is_some()) {
        let [block] = blocks else {
            parts.push(beside(blocks, paper, counts));
            continue;
        };
        parts.push(match block {
            Block::Heading { text, note, .. } => {
                title = text;
                let line = headline(text, note);
                if section.title.is_some() {
                    html! { h3 { (line) } }
                } else {
                    html! { h2 { (line) } }
                }
            }
            Block::Paragraph(words) => html! { p { (safe(words).trim_end()) } },
            Block::Callout(tone, words) => {
                let class = format!("callout {}", class(*tone).unwrap_or("text"));
                html! { p class=(class) { (safe(words).trim_end()) } }
            }
            Block::Figures(of) => figures(of),
            Block::Table(of) => table::table(of, &counts.called(title)),
            Block::Picture(of) => svg::figure(of, counts.next_picture(), paper.lang),
            Block::Break => html! { div class="page-break" {} },
        });
    }
    html! { @for part in parts { (part) } }
}

/// A drawing that is read as well on half a page.
fn small(block: &Block) -> Option<&Picture> {
    let Block::Picture(of) = block else { return None };
    match &of.plot {
        Plot::Gauge(_) | Plot::Trend(_) | Plot::Cone(_) => Some(of),
        Plot::Pareto(_) | Plot::Gantt(_) | Plot::Map(_) | Plot::Org(_) => None,
    }
}

/// Small drawings that follow each other stand beside each other where there is room.
fn beside<'a>(blocks: &'a [Block], paper: &'a Paper, counts: &mut Counts<'a>) -> Markup {
    html! {
        div class="pair" {
            @for of in blocks.iter().filter_map(small) {
                (svg::figure(of, counts.next_picture(), paper.lang))
            }
        }
    }
}

/// The class of a meaning; plain text has none.
pub const fn class(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Text => None,
        Tone::Muted => Some("muted"),
        Tone::Heading => Some("heading"),
        Tone::Accent => Some("accent"),
        Tone::Good => Some("good"),
        Tone::Warn => Some("warn"),
        Tone::Bad => Some("bad"),
    }
}

/// Labels with their values; a list without labels is one of sentences.
fn figures(figures: &[Figure]) -> Markup {
    if figures.is_empty() {
        return html! {};
    }
    let labelled = figures.iter().any(|f| !f.label.is_empty());
    if !labelled {
        return html! {
            ul { @for of in figures { li { (value(of)) @if !of.note.is_empty() { " " span class="muted" { (safe(&of.note)) } } } } }
        };
    }
    let layout = if figures.iter().all(|f| f.label.chars().count() <= SIGN) {
        "signs"
    } else if figures.iter().all(|f| f.note.is_empty()) {
        "wide"
    } else {
        "three"
    };
    html! {
        dl class=(if figures.len() <= table::FEW { format!("{layout} short") } else { layout.to_owned() }) {
            @for of in figures {
                div {
                    dt { (one_line(&of.label)) }
                    dd class=(format!("value {}", class(of.tone).unwrap_or_default()).trim_end()) { (value(of)) }
                    @if !of.note.is_empty() { dd class="why" { (safe(&of.note)) } }
                }
            }
        }
    }
}

fn value(of: &Figure) -> Markup {
    html! {
        @match &of.drawing {
            Drawing::None => {}
            Drawing::Gauge(share) => (svg::bar(*share, of.tone)),
            Drawing::Spark(values) => (svg::spark(values)),
        }
        (safe(&of.value))
    }
}
