//! Both ends of a band in one cell: `25..55`, `25 – 55`.
use crate::domain::explain::Explain;
use crate::exchange::figures::KpiName;
use crate::exchange::figures::value::Taken;
use crate::exchange::sheet::Cell;

/// What stands between the ends.
const MARKS: [&str; 4] = ["..", "…", "–", " - "];

/// The lower and the upper end, as cells of their own; `None` where the cell has not both.
pub(super) fn ends(cell: &Cell) -> Option<(Cell, Cell)> {
    let text = cell.text()?;
    let (low, high) = MARKS.into_iter().find_map(|mark| text.split_once(mark))?;
    let both = [low, high].into_iter().all(|end| end.contains(|c: char| c.is_ascii_digit()));
    both.then(|| (Cell::of_text(low.trim()), Cell::of_text(high.trim())))
}

/// The upper end as it was read.
///
/// # Errors
/// Why it is no figure of the indicator.
pub(super) fn upper(taken: Taken, kpi: &KpiName) -> Result<i64, Explain> {
    match taken {
        Taken::Figure(high, _) => Ok(high),
        Taken::Refused(why) => Err(why),
        Taken::Blank | Taken::Ambiguous => Err(Explain::new("figures-band").with("name", &kpi.name)),
    }
}
