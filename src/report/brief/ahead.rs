//! What is ahead at the account: initiatives that are late, the next milestone, contracts of competitors that end, open sales, care
//! that ends.
use crate::domain::choice::{CellState, Stage};
use crate::domain::kind::Kind;
use crate::domain::opportunity::Opportunity;
use crate::lang::value::Context;
use crate::lang::{choice, day, money};
use crate::report::block::{Cell, Column, Table, Tone};
use crate::report::plan::{owner, standing};
use crate::report::whitespace::sign;
use crate::store::query::brief::Brief;

/// A row that leads to its record.
type Row = ((Kind, crate::domain::Id), Vec<Cell>);

/// The first of every sort, then the second of every sort …, so that of a few rows each says something else.
pub(super) fn ahead(brief: &Brief, cx: &Context<'_>) -> Table {
    let columns = vec![Column::short(""), Column::text(""), Column::text("").leaving(1), Column::number("")];
    let mut table = Table::new(columns);
    let mut sorts =
        [late(brief, cx), milestone(brief, cx), rivals(brief, cx), sales(brief, cx), care(brief, cx)]
            .map(Vec::into_iter);
    loop {
        let before = table.rows.len();
        for ((kind, id), cells) in sorts.iter_mut().filter_map(Iterator::next) {
            table.push(Some((kind, id)), cells);
        }
        if table.rows.len() == before {
            return table;
        }
    }
}

fn late(brief: &Brief, cx: &Context<'_>) -> Vec<Row> {
    let row = |row: &crate::store::query::plans::InitiativeRow| {
        let (sign, said, tone) = standing(row.standing, cx);
        let of = &row.initiative;
        let cells = vec![
            Cell::toned(sign, tone),
            of.name.clone().into(),
            Cell::toned(owner(of, cx), Tone::Muted),
            Cell::toned(said, tone),
        ];
        ((Kind::Initiative, of.head.id), cells)
    };
    brief.late().into_iter().map(row).collect()
}

fn milestone(brief: &Brief, cx: &Context<'_>) -> Vec<Row> {
    let row = brief.next_milestone(cx.today).map(|(one, of)| {
        let due = one.due.map(|due| day::due(due, cx.today, cx.words)).unwrap_or_default();
        let of = Cell::toned(of.initiative.name.clone(), Tone::Muted);
        ((Kind::Milestone, one.id), vec!["◆".into(), one.name.clone().into(), of, due.into()])
    });
    row.into_iter().collect()
}

/// Who, what and where: nobody else in the room knows when they have to choose anew.
fn rivals(brief: &Brief, cx: &Context<'_>) -> Vec<Row> {
    let named = |text: &str| Some(text.to_owned()).filter(|text| text != "none");
    let row = |rival: &crate::domain::insight::Rival| {
        let who = named(&rival.competitor).unwrap_or_else(|| choice::word(CellState::Competitor, cx.words));
        let place = [Some(rival.offering.clone()), named(&rival.unit)];
        let cells = vec![
            Cell::toned(sign(CellState::Competitor), Tone::Warn),
            cx.words.with("brief-rival", &[("name", &who)]).into(),
            Cell::toned(place.into_iter().flatten().collect::<Vec<_>>().join(" · "), Tone::Muted),
            ends(rival.ends, cx).into(),
        ];
        ((Kind::WhiteSpace, rival.cell), cells)
    };
    brief.rivals.iter().map(row).collect()
}

fn sales(brief: &Brief, cx: &Context<'_>) -> Vec<Row> {
    let row = |of: &Opportunity| {
        let stage = choice::word(of.stage.unwrap_or(Stage::Identified), cx.words);
        let amount = of.amount.map(|amount| money::show(cx.words.lang(), amount));
        let said = [Some(stage), amount].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let late = of.closes_on.is_some_and(|on| on < cx.today);
        let closes = of.closes_on.map(|on| day::due(on, cx.today, cx.words)).unwrap_or_default();
        let cells = vec![
            "€".into(),
            of.name.clone().into(),
            Cell::toned(said, Tone::Muted),
            Cell::toned(closes, if late { Tone::Bad } else { Tone::Text }),
        ];
        ((Kind::Opportunity, of.head.id), cells)
    };
    brief.sales().iter().map(row).collect()
}

fn care(brief: &Brief, cx: &Context<'_>) -> Vec<Row> {
    let row = |perk: &crate::domain::market::Perk| {
        let until = perk.until.map(|on| ends(on, cx)).unwrap_or_default();
        let cells = vec!["·".into(), perk.name.clone().into(), Cell::default(), until.into()];
        ((Kind::Perk, perk.head.id), cells)
    };
    brief.care.iter().map(row).collect()
}

fn ends(on: chrono::NaiveDate, cx: &Context<'_>) -> String {
    cx.words.with("report-contract-ends", &[("day", &day::column(on, cx.today, cx.words))])
}
