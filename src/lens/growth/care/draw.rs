//! Draws what is given to the accounts, and the one under the cursor.
use ratatui::layout::Rect;

use super::super::aside;
use super::{Care, Gift, LIST};
use crate::command::Command;
use crate::domain::care::{Given, IN_SIGHT, NEAR};
use crate::domain::choice::{Choice, PerkKind, Sentiment};
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::lang::{choice, day, field};
use crate::lens::Cx;
use crate::report::lifetime::{care_share, share, short};
use crate::report::{Block, Figure};
use crate::ui::table::{List, draw_row, lay_out};
use crate::ui::{Column, Glyphs, Pen, Role, Seen, Span, TableRow, panel};

pub(super) fn draw(view: &Care, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    if view.shown.is_empty() {
        if view.known {
            let (key, command) = if view.all.is_empty() {
                ("growth-care-empty", Command::New)
            } else {
                ("growth-care-nothing", Command::Back)
            };
            panel::empty(pen, panel::below(area, 1), &cx.words.with(key, &[("key", &cx.key(command))]));
        }
        return Seen::default();
    }
    let (left, right) = aside::places(pen, area, view.shown.len());
    let columns = columns(cx);
    let places = lay_out(&columns, left.width.saturating_sub(1));
    draw_row(pen, panel::top(left, 1), &columns, &places, &head(cx));
    let list =
        List { columns: &columns, cursor: &view.cursor, len: view.shown.len(), panel: LIST, focused: true };
    let glyphs = pen.glyphs;
    let seen = list.draw(pen, panel::below(left, 1), |at| {
        let one = view.shown.get(at).and_then(|at| view.all.get(*at));
        one.map_or_else(|| TableRow::Cells(Vec::new()), |one| row(one, glyphs, cx))
    });
    if let (Some(area), Some(one)) = (right, view.current()) {
        let account = one.perk.account.map(|Link(id)| cx.directory.name(Kind::Account, id));
        aside::draw(pen, area, &one.perk.name, &account.unwrap_or_default(), &details(view, one, cx));
    }
    seen
}

/// Name, account where several are shown, kind, cost, until when, how it was received.
fn columns(cx: &Cx<'_>) -> Vec<Column> {
    let mut columns = vec![Column::growing(18)];
    if cx.scope.is_none() {
        columns.push(Column::fixed(12));
    }
    columns.extend([
        Column::fixed(17).leaves(3),
        Column::fixed(8).right().leaves(1),
        Column::fixed(11).right(),
        Column::fixed(2).leaves(2),
    ]);
    columns
}

fn head(cx: &Cx<'_>) -> TableRow {
    let word = |key: &str| Span::muted(cx.words.get(key)).into();
    let mut cells = vec![word("growth-care-head-name")];
    if cx.scope.is_none() {
        cells.push(word("cltv-head-account"));
    }
    cells.extend([
        word("growth-care-head-kind"),
        word("growth-care-head-cost"),
        word("growth-care-head-until"),
        Vec::new(),
    ]);
    TableRow::Cells(cells)
}

fn row(one: &Gift, glyphs: Glyphs, cx: &Cx<'_>) -> TableRow {
    let (perk, words) = (&one.perk, cx.words);
    let given = perk.given(cx.today);
    let role = if given == Given::Over { Role::Muted } else { Role::Text };
    let (sign, when) = match perk.days_left(cx.today) {
        Some(..=NEAR) => (Span::new("! ", Role::Warn), Role::Warn),
        Some(..=IN_SIGHT) => (Span::text(format!("{} ", glyphs.or("·", "."))), Role::Text),
        Some(_) | None => (Span::text("  "), Role::Muted),
    };
    let until = match given {
        Given::Later => perk
            .since
            .map(|since| words.with("growth-care-from", &[("day", &day::column(since, cx.today, words))])),
        Given::Now | Given::Over => perk.until.map(|until| day::column(until, cx.today, words)),
    };
    let mut cells = vec![vec![sign, Span::new(perk.name.clone(), role)]];
    if cx.scope.is_none() {
        let account = perk.account.map(|Link(id)| cx.directory.name(Kind::Account, id));
        cells.push(Span::muted(account.unwrap_or_default()).into());
    }
    let sort = perk.sort.map(|sort| choice::show(PerkKind::SET, sort.name(), words));
    let cost =
        one.yearly.as_ref().map_or_else(|_| glyphs.unknown().to_owned(), |cost| short(*cost, &cx.values()));
    cells.extend([
        Span::muted(sort.unwrap_or_default()).into(),
        Span::new(cost, role).into(),
        Span::new(until.unwrap_or_else(|| words.get("growth-care-open")), when).into(),
        mood(perk.received).into(),
    ]);
    TableRow::Cells(cells)
}

fn mood(received: Option<Sentiment>) -> Span {
    let glyph = Glyphs::default().sentiment(received);
    match received {
        Some(Sentiment::Bad) => Span::new(glyph, Role::Bad),
        Some(Sentiment::Good) => Span::new(glyph, Role::Good),
        Some(Sentiment::Neutral) | None => Span::muted(glyph),
    }
}

/// What is known of it, what it takes of the margin, and what they said.
fn details(view: &Care, one: &Gift, cx: &Cx<'_>) -> Vec<Block> {
    let (perk, words, values) = (&one.perk, cx.words, cx.values());
    let label = |name| field::label(Kind::Perk, name, words);
    let on = |on| day::with_weekday(on, words);
    let worth = view.worth.iter().find(|w| Some(Link(w.client.account)) == perk.account);
    let cost = one.yearly.as_ref().map_or_else(|why| words.say(why), |cost| short(*cost, &values));
    let part = worth.zip(one.yearly.as_ref().ok()).and_then(|(worth, cost)| care_share(worth, *cost));
    let part = part.filter(|_| perk.given(cx.today) == Given::Now);
    let part = part.map(|part| words.with("growth-care-share", &[("share", &share(part, &values))]));
    let left = perk.days_left(cx.today).map(|days| match days {
        0 => words.get("value-today"),
        days => words.with("value-days-ahead", &[("days", &days.to_string())]),
    });
    let mut figures = vec![
        Figure::new(
            label("sort"),
            perk.sort.map(|s| choice::show(PerkKind::SET, s.name(), words)).unwrap_or_default(),
        ),
        Figure::new(label("cost"), cost).note(part.unwrap_or_default()),
    ];
    figures.extend(perk.since.map(|since| Figure::new(label("since"), on(since))));
    figures.extend(
        perk.until.map(|until| Figure::new(label("until"), on(until)).note(left.unwrap_or_default())),
    );
    figures.extend(
        perk.received
            .map(|mood| Figure::new(label("received"), choice::show(Sentiment::SET, mood.name(), words))),
    );
    let mut blocks = vec![Block::Figures(figures)];
    blocks.extend(Some(perk.notes.clone()).filter(|notes| !notes.is_empty()).map(Block::Paragraph));
    blocks
}
