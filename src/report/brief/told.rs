//! Decisions of which somebody has not been told, in the brief: first who of those in the room does not know.
use super::called;
use crate::domain::Id;
use crate::domain::audience::is_late;
use crate::domain::kind::Kind;
use crate::lang::day;
use crate::lang::value::Context;
use crate::report::block::{Cell, Column, Table, Tone};
use crate::store::query::brief::Brief;
use crate::store::query::decisions::DecisionRow;

/// `○ Prices +3 %   tell Ana   4 d`.
pub(super) fn untold(brief: &Brief, cx: &Context<'_>) -> Table {
    let columns = vec![Column::short(""), Column::text(""), Column::text("").leaving(1), Column::number("")];
    let mut table = Table::new(columns);
    for row in &brief.untold {
        let late = row.waiting(cx.today).is_some_and(is_late);
        let tone = if late { Tone::Warn } else { Tone::Text };
        let on = row.decision.decided_on.map(|on| day::ago(on, cx.today, cx.words)).unwrap_or_default();
        table.push(
            Some((Kind::Decision, row.decision.head.id)),
            vec![
                Cell::toned("○", tone),
                row.decision.name.clone().into(),
                whom(brief, row, cx),
                Cell::toned(on, Tone::Muted),
            ],
        );
    }
    table
}

/// The decisions of the time that was chosen: when, what, why.
pub(super) fn decided(brief: &Brief, cx: &Context<'_>) -> Table {
    let mut table = Table::new(vec![Column::number(""), Column::text(""), Column::text("").leaving(1)]);
    for row in &brief.decided {
        let of = &row.decision;
        let on = of.decided_on.map(|on| day::column(on, cx.today, cx.words)).unwrap_or_default();
        let why = of.why.lines().next().unwrap_or_default().to_owned();
        let cells = vec![Cell::toned(on, Tone::Muted), of.name.clone().into(), Cell::toned(why, Tone::Muted)];
        table.push(Some((Kind::Decision, of.head.id)), cells);
    }
    table
}

/// Who in the room must be told; if all of them know, who else does not.
fn whom(brief: &Brief, row: &DecisionRow, cx: &Context<'_>) -> Cell {
    let sits = |id: Id| brief.who.iter().any(|a| a.row.person == id && a.here.sits());
    let here = |(kind, id): (Kind, Id)| (kind == Kind::Person && sits(id)).then(|| called(brief, id));
    let here: Vec<String> = row.untold(None).filter_map(here).collect();
    if here.is_empty() {
        let others: Vec<String> = row.untold(None).map(|(kind, id)| cx.directory.name(kind, id)).collect();
        return Cell::toned(cx.words.with("telling-missing", &[("names", &others.join(", "))]), Tone::Muted);
    }
    cx.words.with("brief-tell", &[("names", &here.join(", "))]).into()
}
