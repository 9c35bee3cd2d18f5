//! One record, whole.
use super::{meant, places};
use crate::cli::failure::Failure;
use crate::cli::shell::{Book, Shell};
use crate::cli::{json as as_json, kpi, plan};
use crate::domain::Id;
use crate::domain::choice::Unit;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::kpi::Amount;
use crate::domain::opportunity::{Contract, Opportunity};
use crate::domain::pipeline::probability;
use crate::domain::value::Value;
use crate::lang::value::{Context, show as show_value};
use crate::lang::{day, field};
use crate::report::score::Measure;
use crate::report::{Block, Figure, account, indicator};

/// Prints a record with what belongs to it.
pub fn show(shell: &Shell, kind: Kind, which: &[&str]) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let id = meant(shell, &book, kind, which)?;
    if shell.json {
        let mut object = as_json::parts(&book.store.parts(kind, id)?);
        if let (Kind::Kpi, Some(object)) = (kind, object.as_object_mut()) {
            for (name, value) in kpi::show::members(shell, &book, id)? {
                object.insert(name.to_owned(), value);
            }
        }
        if kind == Kind::Plan {
            object = plan::json::plan(&book.store.plan(id, shell.today)?, shell.today);
        }
        if kind == Kind::Person {
            places::members(&book, id, shell.today, &mut object)?;
        }
        shell.out.json(&object);
        return Ok(());
    }
    let cx = shell.cx(&book.directory, None);
    let blocks = match kind {
        Kind::Account => account::account(&book.store.account_page(id, shell.today)?, &cx),
        Kind::Person => places::blocks(&book, id, &cx)?,
        Kind::Interaction => interaction(&book, id, &cx)?,
        Kind::Plan => plan::blocks(&book, id, &cx)?,
        Kind::Kpi => whole_indicator(shell, &book, id, &cx)?,
        _ => plain(book.store.record(kind, id)?.as_ref(), &cx),
    };
    shell.out.blocks(&blocks);
    Ok(())
}

/// A record with its fields, and what follows from them.
fn plain(record: &dyn Record, cx: &Context<'_>) -> Vec<Block> {
    let (kind, id) = (record.kind(), record.head().id);
    let head = match record.get("name") {
        Value::Text(name) => Block::heading_with(name, format!("#{id}")),
        _ => title(kind, id, cx),
    };
    let mut blocks = vec![head, fields(record, &["name"], cx)];
    if let Some(Block::Figures(figures)) = blocks.get_mut(1) {
        figures.extend(follows(record, cx));
    }
    blocks
}

/// The last day for a notice of a contract; chance and weighted amount of a sale.
fn follows(record: &dyn Record, cx: &Context<'_>) -> Vec<Figure> {
    let words = cx.words;
    if let Some(by) = record.any().downcast_ref::<Contract>().and_then(Contract::notice_by) {
        let left = day::due(by, cx.today, words);
        return vec![Figure::new(words.get("cli-column-notice"), day::show(by, words)).note(left)];
    }
    let Some(sale) = record.any().downcast_ref::<Opportunity>() else { return Vec::new() };
    let Some(stage) = sale.stage else { return Vec::new() };
    let own = sale.probability.map(|p| Amount::Plain(p).units() / 100.0);
    let chance = own.unwrap_or_else(|| probability(stage));
    let assumed = own.map_or_else(|| words.get("cli-show-of-stage"), |_| String::new());
    let mut figures =
        vec![Figure::new(words.get("cli-column-chance"), indicator::share(chance, cx)).note(assumed)];
    if let Some(amount) = sale.amount {
        let weighted =
            Measure { unit: Unit::Money, currency: amount.currency }.show(amount.units() * chance, cx);
        figures.push(Figure::new(words.get("cli-show-weighted"), weighted));
    }
    figures
}

pub(super) fn title(kind: Kind, id: Id, cx: &Context<'_>) -> Block {
    let number = format!("#{id}");
    match cx.directory.get(kind, id) {
        Some(name) => Block::heading_with(name.name.clone(), number),
        None => Block::heading_with(field::kind(kind, cx.words), number),
    }
}

/// The fields that are known, but those that are said elsewhere.
pub(super) fn fields(record: &dyn Record, without: &[&str], cx: &Context<'_>) -> Block {
    let kind = record.kind();
    let known = kind.specs().into_iter().filter(|s| !without.contains(&s.name));
    let known = known.map(|s| (s, record.get(s.name)));
    // A flag that is not set says nothing.
    let known = known.filter(|(_, v)| !v.is_empty() && *v != Value::Flag(false));
    let figure = |(spec, value): (&crate::domain::field::Spec, Value)| {
        Figure::new(field::label(kind, spec.name, cx.words), show_value(spec.kind, &value, cx))
    };
    Block::Figures(known.map(figure).collect())
}

/// How it stands first; how it is defined last.
fn whole_indicator(shell: &Shell, book: &Book, id: Id, cx: &Context<'_>) -> Result<Vec<Block>, Failure> {
    let record = book.store.record(Kind::Kpi, id)?;
    let mut blocks = vec![title(Kind::Kpi, id, cx)];
    blocks.extend(kpi::show::blocks(shell, book, id)?);
    blocks.push(Block::heading(cx.words.get("indicator-definition")));
    blocks.push(fields(record.as_ref(), &["name"], cx));
    Ok(blocks)
}

fn interaction(book: &Book, id: Id, cx: &Context<'_>) -> Result<Vec<Block>, Failure> {
    let record = book.store.record(Kind::Interaction, id)?;
    let row = book.store.log_row(id)?;
    let mut blocks = vec![title(Kind::Interaction, id, cx), fields(record.as_ref(), &["text", "raw"], cx)];
    if !row.text.is_empty() {
        blocks.push(Block::Paragraph(row.text.clone()));
    }
    blocks.extend(account::promises(&row.promises, cx));
    Ok(blocks)
}
