//! One account as a document.
pub(super) mod affairs;

use super::block::{Block, Cell, Column, Figure, Table, Tone};
use super::need::{arrow, decimal};
use super::strength;
use super::talks::under;
use crate::domain::choice::{BuyingRole, Choice, Stance};
use crate::domain::commitment::{Promise, kept, ours_score};
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::lang::value::{Context, show};
use crate::lang::{choice, day, field};
use crate::store::query::account::{AccountPage, PromiseRow};
use crate::store::query::people::PersonRow;

/// Fields that the page does not repeat: the name is its title, the place among the tabs says nothing of the client.
const UNSAID: [&str; 2] = ["name", "position"];

/// The whole page.
pub fn account(page: &AccountPage, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let number = format!("#{}", page.account.head.id);
    let mut blocks = vec![Block::heading_with(page.account.name.clone(), number)];
    blocks.push(Block::Figures(profile(page, cx)));
    blocks.extend(affairs::affairs(page, cx));
    blocks.extend(people(&page.people, cx));
    blocks.extend(promises(&page.promises, cx));
    blocks.push(Block::Figures(kept_figures(page, cx)));
    blocks.extend(under(&page.log.iter().collect::<Vec<_>>(), "report-log", cx));
    if page.people.is_empty() && page.log.is_empty() {
        blocks.push(Block::Paragraph(words.get("report-account-empty")));
    }
    blocks
}

fn profile(page: &AccountPage, cx: &Context<'_>) -> Vec<Figure> {
    let mut figures: Vec<_> = Kind::Account
        .specs()
        .into_iter()
        .filter(|s| !UNSAID.contains(&s.name))
        .map(|s| (s, Record::get(&page.account, s.name)))
        .filter(|(_, value)| !value.is_empty())
        .map(|(s, value)| {
            Figure::new(field::label(Kind::Account, s.name, cx.words), show(s.kind, &value, cx))
        })
        .collect();
    if !page.units.is_empty() {
        let units: Vec<_> = page.units.iter().map(|(_, name)| name.as_str()).collect();
        figures.push(Figure::new(cx.words.get("report-units"), units.join(", ")));
    }
    let last = page.last.map_or_else(
        || cx.words.get("value-never"),
        |d| format!("{} ({})", day::show(d, cx.words), day::ago(d, cx.today, cx.words)),
    );
    figures.push(Figure::new(cx.words.get("report-last-contact"), last));
    figures
}

/// How the rates of promises kept are made, with the promises behind them.
pub fn explain_kept(page: &AccountPage, cx: &Context<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::heading_with(cx.words.get("report-kept-title"), page.account.name.clone())];
    blocks.push(Block::Figures(kept_figures(page, cx)));
    blocks.push(Block::Paragraph(cx.words.get("report-kept-rule")));
    blocks.extend(promises(&page.promises, cx));
    blocks
}

/// Promises of both sides kept, of those that fell due in 90 days, and the score of ours (§5).
fn kept_figures(page: &AccountPage, cx: &Context<'_>) -> Vec<Figure> {
    let words = cx.words;
    let rate = |promises: &[Promise]| {
        let (kept, all) = kept(promises, cx.today);
        if all == 0 {
            return words.get("report-kept-none");
        }
        words.with("report-kept-of", &[("kept", &kept.to_string()), ("all", &all.to_string())])
    };
    let score = ours_score(&page.kept.0, cx.today)
        .map_or_else(|| words.get("report-promises-unknown"), |s| s.to_string());
    vec![
        Figure::new(words.get("report-kept-ours"), rate(&page.kept.0)),
        Figure::new(words.get("report-kept-theirs"), rate(&page.kept.1)),
        Figure::new(words.get("report-promises-score"), score).note(words.get("report-promises-score-note")),
    ]
}

/// People as a table: what they are, what they think, when they were last seen.
pub fn people(people: &[PersonRow], cx: &Context<'_>) -> Vec<Block> {
    if people.is_empty() {
        return Vec::new();
    }
    let words = cx.words;
    let mut table = Table::new(vec![
        Column::text(words.get("report-person")),
        Column::text(words.get("report-title")).leaving(1),
        Column::text(words.get("report-roles")),
        Column::short(words.get("report-stance")),
        Column::number(words.get("report-weight")).leaving(2),
        Column::number(words.get("report-strength-short")).leaving(3),
        Column::number(words.get("report-contact-short")),
    ]);
    for p in people {
        let roles: Vec<_> = p.roles.iter().map(|r| choice::show(BuyingRole::SET, r.name(), words)).collect();
        let stance = p.stance.map_or_else(|| "?".to_owned(), |s| choice::show(Stance::SET, s.name(), words));
        let (contact, tone) = match p.left_on {
            Some(left) => {
                let day = day::column(left, cx.today, words);
                (words.with("report-left", &[("day", &day)]), Tone::Muted)
            }
            None => strength::contact(p, cx),
        };
        table.push(
            Some((Kind::Person, p.person)),
            vec![
                p.name.clone().into(),
                p.title.clone().into(),
                roles.join(", ").into(),
                stance.into(),
                p.weight.w.to_string().into(),
                decimal(p.strength.score, 0, cx).into(),
                Cell::toned(contact, tone),
            ],
        );
    }
    vec![Block::heading_with(words.get("report-people"), people.len().to_string()), Block::Table(table)]
}

/// Promises as a table, the open ones with how late they are.
pub fn promises(promises: &[PromiseRow], cx: &Context<'_>) -> Vec<Block> {
    if promises.is_empty() {
        return Vec::new();
    }
    let table = Block::Table(promise_table(promises.iter(), cx));
    vec![Block::heading(cx.words.get("report-commitments")), table]
}

/// Their rows: whose, what, with whom, when.
pub(super) fn promise_table<'a>(promises: impl Iterator<Item = &'a PromiseRow>, cx: &Context<'_>) -> Table {
    let mut table = Table::new(vec![
        Column::short(""),
        Column::text(""),
        Column::text("").leaving(1),
        Column::number(""),
    ]);
    for p in promises {
        let late = Promise { due: p.due, done_on: p.done_on }.days_late(cx.today) > 0;
        let (when, tone) = match (p.done_on, p.due) {
            (Some(done), _) => {
                let day = day::column(done, cx.today, cx.words);
                (cx.words.with("report-kept-on", &[("day", &day)]), Tone::Muted)
            }
            (None, Some(due)) => {
                (day::due(due, cx.today, cx.words), if late { Tone::Bad } else { Tone::Text })
            }
            (None, None) => (cx.words.get("report-no-day"), Tone::Muted),
        };
        let who = p.counterpart.as_ref().map(|(_, n)| n.clone()).unwrap_or_default();
        table.push(
            Some((Kind::Commitment, p.id)),
            vec![arrow(Some(p.side)).into(), p.text.clone().into(), who.into(), Cell::toned(when, tone)],
        );
    }
    table
}
