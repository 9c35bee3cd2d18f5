//! What has come of a review: how far it is, the moves chosen, and what is said at its end.
use super::super::block::{Block, Cell, Column, Table, Tone};
use super::{Row, Section, What, promise};
use crate::domain::kind::Kind;
use crate::lang::day;
use crate::lang::value::Context;
use crate::store::query::review::{Station, Week};

/// How far the review has come: `2 of 4 accounts, 5 moves`.
pub fn summary(week: &Week, cx: &Context<'_>) -> String {
    let (done, all) = (week.done().to_string(), week.agenda.len().to_string());
    let moves = week.chosen.len().to_string();
    cx.words.with("review-done-of", &[("done", &done), ("all", &all), ("moves", &moves)])
}

/// The moves chosen, account by account; accounts without any are told too.
pub fn chosen(week: &Week, cx: &Context<'_>) -> Table {
    let mut table =
        Table::new(vec![Column::text(""), Column::text(""), Column::text("").leaving(1), Column::number("")]);
    for station in &week.agenda {
        let mut name = station.name.as_str();
        for p in week.chosen_for(station.account) {
            let when =
                p.due.map_or_else(|| cx.words.get("report-no-day"), |due| day::due(due, cx.today, cx.words));
            let with = p.counterpart.as_ref().map(|(_, name)| name.as_str()).unwrap_or_default();
            let tone = if p.done_on.is_some() { Tone::Muted } else { Tone::Text };
            let cells = vec![
                Cell::from(name),
                Cell::toned(p.text.as_str(), tone),
                Cell::toned(with, Tone::Muted),
                when.into(),
            ];
            table.push(Some((Kind::Commitment, p.id)), cells);
            name = "";
        }
        if !name.is_empty() {
            let key = if station.gone { "review-no-move" } else { "review-not-yet" };
            let nothing = Cell::toned(cx.words.get(key), Tone::Muted);
            let account = Some((Kind::Account, station.account));
            table.push(account, vec![name.into(), nothing, Cell::default(), Cell::default()]);
        }
    }
    table
}

/// The moves chosen as parts of the panel, one an account.
pub fn by_account(week: &Week, cx: &Context<'_>) -> Vec<Section> {
    let section = |station: &Station| {
        let rows = week.chosen_for(station.account);
        let rows = rows.map(|p| Row { mark: "✓", ..promise(p, What::Chosen(p.id), cx) });
        let key = if station.gone { "review-no-move" } else { "review-not-yet" };
        Section {
            name: "account",
            title: station.name.clone(),
            note: String::new(),
            rows: rows.collect(),
            empty: cx.words.get(key),
        }
    };
    week.agenda.iter().map(section).collect()
}

/// The whole as a document: title, how far it is, the moves.
pub fn finished(week: &Week, cx: &Context<'_>) -> Vec<Block> {
    let began = week.review.as_ref().and_then(|r| r.day).unwrap_or(cx.today);
    let title = cx.words.get("review-title");
    let mut blocks = vec![Block::heading_with(title, day::with_weekday(began, cx.words))];
    if week.agenda.is_empty() {
        blocks.push(Block::Paragraph(cx.words.get("review-no-accounts")));
        return blocks;
    }
    blocks.push(Block::Paragraph(summary(week, cx)));
    blocks.push(Block::heading(cx.words.get("review-part-moves")));
    blocks.push(Block::Table(chosen(week, cx)));
    blocks
}
