//! What a list of indicators says beside their fields.
use super::super::failure::Failure;
use super::super::shell::{Book, Shell};
use crate::cli::record::Extra;
use crate::domain::Id;
use crate::lang::value::Context;
use crate::report::indicator::Shown;
use crate::report::{Cell, Column};
use crate::store::query::scorecard::Indicator;

/// The newest figure, the target, what is reached, the state and the landing of each indicator.
pub fn extras(shell: &Shell, book: &Book, ids: &[Id], cx: &Context<'_>) -> Result<Vec<Extra>, Failure> {
    let all = super::indicators(shell, book, cx.scope)?;
    let of = |id: &Id| all.iter().find(|i| i.figures.kpi.head.id == *id);
    let column = |column: Column, cell: &dyn Fn(&Indicator) -> Cell| Extra {
        column,
        cells: ids.iter().map(|id| of(id).map(cell).unwrap_or_default()).collect(),
    };
    let words = cx.words;
    let title = |key: &str| words.get(key);
    Ok(vec![
        column(Column::short(title("indicator-as-of")).leaving(1), &|one| Shown { one, cx }.newest().into()),
        column(Column::number(title("indicator-actual")), &|one| Shown { one, cx }.actual()),
        column(Column::number(title("indicator-target")), &|one| Shown { one, cx }.target()),
        column(Column::number(title("indicator-share")), &|one| Shown { one, cx }.reached()),
        column(Column::short(title("indicator-state")), &|one| Shown { one, cx }.state()),
        column(Column::number(title("indicator-landing")).leaving(2), &|one| Shown { one, cx }.landing().0),
    ])
}
