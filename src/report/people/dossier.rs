//! All that is held about a person, as a document to be handed over.
use crate::domain::field::{Record, Spec};
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lang::value::{Context, show};
use crate::lang::{day, field};
use crate::report::block::{Block, Cell, Column, Figure, Table, Tone};
use crate::store::query::dossier::{Dossier, Linked};

/// The document: who they are, what leads to them by kind, who met them, what was changed, where else they are.
pub fn dossier(dossier: &Dossier, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let person = dossier.person.as_ref();
    let name = cx.directory.name(Kind::Person, person.head().id);
    let mut blocks = vec![
        Block::heading_with(words.with("dossier-title", &[("name", &name)]), day::show(cx.today, words)),
        Block::Figures(fields(person, None, cx)),
    ];
    for kind in Kind::ALL {
        let of: Vec<&Linked> = dossier.linked.iter().filter(|l| l.record.kind() == kind).collect();
        if of.is_empty() {
            continue;
        }
        blocks.push(Block::heading_with(field::kinds(kind, words), of.len().to_string()));
        blocks.extend(of.iter().map(|l| Block::Figures(fields(l.record.as_ref(), Some(l), cx))));
    }
    blocks.extend(colleagues(dossier, cx));
    blocks.extend(mentions(dossier, cx));
    blocks.extend(acts(dossier, cx));
    blocks.extend(elsewhere(dossier, cx));
    blocks
}

/// The number of a record and every field that holds something; of the fields that lead to the person only the names.
fn fields(record: &dyn Record, linked: Option<&Linked>, cx: &Context<'_>) -> Vec<Figure> {
    let kind = record.kind();
    let mut figures = vec![Figure::new(field::kind(kind, cx.words), format!("#{}", record.head().id))];
    let known = |spec: &&'static Spec| {
        let value = record.get(spec.name);
        !value.is_empty() && value != Value::Flag(false)
    };
    figures.extend(kind.specs().into_iter().filter(known).map(|spec| {
        let value = show(spec.kind, &record.get(spec.name), cx);
        let leads = linked.is_some_and(|l| l.fields.contains(&spec.name));
        let figure = Figure::new(field::label(kind, spec.name, cx.words), value);
        if leads { figure.tone(Tone::Accent) } else { figure }
    }));
    figures
}

fn titled(key: &str, table: Table, cx: &Context<'_>) -> Vec<Block> {
    if table.rows.is_empty() {
        return Vec::new();
    }
    vec![Block::heading_with(cx.words.get(key), table.rows.len().to_string()), Block::Table(table)]
}

fn colleagues(dossier: &Dossier, cx: &Context<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![Column::text(""), Column::number(""), Column::short("")]);
    for (id, name, count, last) in &dossier.colleagues {
        let last = last.parse().map_or_else(|_| String::new(), |on| day::show(on, cx.words));
        table.push(
            Some((Kind::Colleague, *id)),
            vec![name.clone().into(), count.to_string().into(), last.into()],
        );
    }
    titled("dossier-colleagues", table, cx)
}

fn mentions(dossier: &Dossier, cx: &Context<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![Column::short(""), Column::short(""), Column::text("")]);
    for mention in &dossier.mentions {
        let record = format!("{} #{}", field::kind(mention.kind, cx.words), mention.id);
        let known = mention.kind.specs().into_iter().find(|s| s.name == mention.field);
        let label =
            known.map_or_else(|| mention.field.clone(), |s| field::label(mention.kind, s.name, cx.words));
        table.push(
            Some((mention.kind, mention.id)),
            vec![record.into(), Cell::toned(label, Tone::Muted), mention.text.clone().into()],
        );
    }
    titled("dossier-mentions", table, cx)
}

fn acts(dossier: &Dossier, cx: &Context<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![
        Column::short(""),
        Column::short(""),
        Column::text(""),
        Column::short("").leaving(1),
    ]);
    for (act, origin) in &dossier.acts {
        let undone = if act.undone { cx.words.get("dossier-undone") } else { String::new() };
        let run = origin.split('-').next().unwrap_or_default();
        table.push(
            None,
            vec![
                day::show(act.at.date(), cx.words).into(),
                act.at.format("%H:%M").to_string().into(),
                format!("{} {undone}", cx.words.say(&act.label)).trim().into(),
                Cell::toned(cx.words.with("dossier-origin", &[("run", run)]), Tone::Muted),
            ],
        );
    }
    titled("dossier-acts", table, cx)
}

/// Drafts, and copies of the book.
fn elsewhere(dossier: &Dossier, cx: &Context<'_>) -> Vec<Block> {
    let mut drafts = Table::new(vec![Column::text("")]);
    for name in &dossier.drafts {
        drafts.push(None, vec![name.clone().into()]);
    }
    let mut backups = Table::new(vec![Column::short(""), Column::text("")]);
    for copy in &dossier.backups {
        let path = copy.path.display().to_string();
        backups.push(None, vec![day::show(copy.day, cx.words).into(), path.into()]);
    }
    let mut blocks = titled("dossier-drafts", drafts, cx);
    blocks.extend(titled("dossier-backups", backups, cx));
    blocks
}
