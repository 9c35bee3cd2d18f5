//! A paper as one HTML file that needs nothing else: no script, no font, no picture from elsewhere. Read on a screen, light or dark, on
//! a phone, or printed on A4 with page numbers and repeated heads of tables.
//!
//! Every text goes through [`maud`], which escapes it; the few that stand in the style sheet are written as code points.
mod page;
mod section;
mod table;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::paper::Paper;
use super::plain::one_line;
use crate::lang::Words;
use section::Section;

/// What the page looks like.
const STYLE: &str = include_str!("../../assets/report/paper.css");
/// What the page may load: nothing but what stands in it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
/// From so many sections on there is a list of them.
const MANY: usize = 5;

/// The paper as an HTML file.
pub fn render(paper: &Paper) -> String {
    let words = Words::new(paper.lang);
    let sections = section::sections(&paper.blocks);
    let title =
        [&paper.title, &paper.subtitle].map(|s| one_line(s)).into_iter().filter(|s| !s.trim().is_empty());
    let markup = html! {
        (DOCTYPE)
        html lang=(paper.lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                link rel="icon" href="data:,";
                title { (title.collect::<Vec<_>>().join(" · ")) }
                style { (PreEscaped(STYLE)) (PreEscaped(page::margins(paper))) }
            }
            body class=[paper.one_page.then_some("one-page")] {
                (masthead(paper))
                @if headed(&sections).count() >= MANY && !paper.one_page { (contents(&sections, &words)) }
                main { (section::all(&sections, paper)) }
                (colophon(paper))
            }
        }
    };
    markup.into_string()
}

fn masthead(paper: &Paper) -> Markup {
    html! {
        header {
            h1 { (one_line(&paper.title)) }
            @if !paper.subtitle.is_empty() { p class="subtitle" { (one_line(&paper.subtitle)) } }
            @if !paper.made.is_empty() { p { (one_line(&paper.made)) } }
        }
    }
}

/// The sections that have a title, each with its number.
fn headed<'a>(sections: &'a [Section<'a>]) -> impl Iterator<Item = (usize, &'a str)> {
    sections.iter().zip(1..).filter_map(|(section, number)| Some((number, section.title?.0)))
}

fn contents(sections: &[Section<'_>], words: &Words) -> Markup {
    html! {
        nav aria-labelledby="contents" {
            p id="contents" { (words.get("paper-contents")) }
            ol {
                @for (number, title) in headed(sections) {
                    li { a href=(format!("#s{number}")) { (one_line(title)) } }
                }
            }
        }
    }
}

fn colophon(paper: &Paper) -> Markup {
    html! {
        @if !paper.foot.is_empty() { footer { p { (one_line(&paper.foot)) } } }
    }
}
