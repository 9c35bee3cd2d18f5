//! Documents that were handed out: kept whole, so that they open again as they were.
use serde::{Deserialize, Serialize};

use super::block::{Block, Cell, Column, Table, Tone};
use super::paper::Paper;
use super::papers::{Made, Wanted};
use crate::domain::choice::ReportKind;
use crate::domain::explain::Explain;
use crate::domain::field::Link;
use crate::domain::issued::Issued;
use crate::domain::kind::Kind;
use crate::lang::value::Context;
use crate::lang::{Lang, Words, capital, choice, day};
use crate::store::query::issued::IssuedRow;

/// What is kept of a paper beside its title and its language.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    #[serde(default)]
    subtitle: String,
    #[serde(default)]
    made: String,
    #[serde(default)]
    foot: String,
    #[serde(default)]
    one_page: bool,
    /// Somebody of whom it told was forgotten, and with them all that it said.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    emptied: bool,
    blocks: Vec<Block>,
}

/// A document as it is kept, issued on the day of `cx`.
pub fn issued(wanted: &Wanted, made: &Made, cx: &Context<'_>) -> Issued {
    let paper = &made.paper;
    let kept = Kept {
        subtitle: paper.subtitle.clone(),
        made: paper.made.clone(),
        foot: paper.foot.clone(),
        one_page: paper.one_page,
        emptied: false,
        blocks: paper.blocks.clone(),
    };
    Issued {
        title: paper.title.clone(),
        report: Some(wanted.kind),
        account: wanted.account().map(Link),
        starts_on: made.term.map(|term| term.0),
        ends_on: made.term.map(|term| term.1),
        day: Some(cx.today),
        language: paper.lang.code().to_owned(),
        figures: made.figures.clone(),
        // Texts and numbers can always be written.
        document: serde_json::to_string(&kept).unwrap_or_default(),
        ..Issued::default()
    }
}

/// The document that was kept.
///
/// # Errors
/// `handout-unreadable` where it was written by a newer program.
pub fn reopen(of: &Issued) -> Result<Paper, Explain> {
    let unreadable = |_| Explain::new("handout-unreadable").with("title", &of.title);
    let mut kept: Kept = serde_json::from_str(&of.document).map_err(unreadable)?;
    let lang = Lang::of_locale(&of.language).unwrap_or_default();
    if kept.emptied {
        kept.blocks = vec![Block::Callout(Tone::Warn, Words::new(lang).get("handout-emptied"))];
    }
    Ok(Paper {
        title: of.title.clone(),
        subtitle: kept.subtitle,
        lang,
        made: kept.made,
        foot: kept.foot,
        one_page: kept.one_page,
        blocks: kept.blocks,
    })
}

/// A document as JSON: what `--json` prints.
pub fn json(paper: &Paper) -> serde_json::Value {
    serde_json::json!({
        "title": paper.title,
        "subtitle": paper.subtitle,
        "language": paper.lang.code(),
        "made": paper.made,
        "foot": paper.foot,
        "blocks": paper.blocks,
    })
}

/// The documents that were issued, as a table; a sentence where there is none.
pub fn list(rows: &[IssuedRow], cx: &Context<'_>) -> Vec<Block> {
    if rows.is_empty() {
        return vec![Block::Paragraph(cx.words.get("handout-none-issued"))];
    }
    let head = |key: &str| cx.words.get(key);
    let mut table = Table::new(vec![
        Column::number("#"),
        Column::short(head("field-issued-day")),
        Column::short(head("field-issued-report")),
        Column::text(head("field-issued-account")),
        Column::text(head("field-issued-title")).leaving(2),
        Column::short(head("field-issued-language")).leaving(1),
    ]);
    for row in rows {
        let on = row.day.map(|on| day::show(on, cx.words)).unwrap_or_default();
        let account = row.account.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
        let cells = vec![
            Cell::toned(row.id.to_string(), Tone::Muted),
            on.into(),
            kind(row.report, cx).into(),
            account.into(),
            row.title.clone().into(),
            row.language.clone().into(),
        ];
        table.push(Some((Kind::Issued, row.id)), cells);
    }
    vec![Block::Table(table)]
}

/// What a kind of document is called, as a heading.
pub fn kind(kind: Option<ReportKind>, cx: &Context<'_>) -> String {
    kind.map(|kind| capital(&choice::word(kind, cx.words))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;
    use crate::domain::directory::Directory;
    use crate::report::block::Figure;

    #[test]
    fn what_was_kept_opens_again_as_it_was() {
        let mut table = Table::new(vec![Column::text("What"), Column::number("How much")]);
        table.push(None, vec!["=SUM(A1)".into(), Cell::toned("−12 %", Tone::Bad)]);
        table.below("a note".to_owned());
        let blocks = vec![
            Block::heading_with("Scorecard", "4"),
            Block::Figures(vec![Figure::new("Health", "64").note("▲ 3").gauge(0.64)]),
            Block::Table(table),
            Block::Callout(Tone::Warn, "“quoted”\nand <b>".to_owned()),
            Block::Break,
        ];
        let paper = Paper {
            title: "Management report".to_owned(),
            subtitle: "since 2 Nov".to_owned(),
            lang: Lang::En,
            made: "23 Nov 2026 · Ana".to_owned(),
            foot: "internal".to_owned(),
            one_page: true,
            blocks,
        };
        let (words, directory) = (Words::new(Lang::Es), Directory::default());
        let cx = Context { words: &words, today: day(2026, 11, 23), directory: &directory, scope: None };
        let wanted = Wanted::new(ReportKind::Management);
        let kept = issued(&wanted, &paper.clone().into(), &cx);
        assert_eq!((kept.day, kept.language.as_str()), (Some(cx.today), "en"));
        assert_eq!(reopen(&kept), Ok(paper));
        let newer = Issued { document: r#"{"blocks":[{"Hologram":1}]}"#.to_owned(), ..kept };
        assert_eq!(reopen(&newer).unwrap_err().key, "handout-unreadable");
    }
}
