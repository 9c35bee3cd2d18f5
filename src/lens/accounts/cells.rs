//! Short cells that stand below each other at the right end of rows.
use crate::ui::Span;
use crate::ui::pen::spans_width;

/// Blanks between two cells.
const GAP: usize = 2;

/// A row: what may be cut, and its cells.
pub(super) struct Entry {
    pub(super) left: Vec<Span>,
    pub(super) cells: Vec<Vec<Span>>,
}

/// The rows with their cells as one piece, all of a column as wide as the widest. Columns leave in the order given until `room`
/// columns are left for what stands at the left.
pub(super) fn aligned(rows: Vec<Entry>, leaves: &[usize], room: usize) -> Vec<(Vec<Span>, Vec<Span>)> {
    let columns = rows.iter().map(|r| r.cells.len()).max().unwrap_or(0);
    let width =
        |i: usize| rows.iter().filter_map(|r| r.cells.get(i)).map(|c| spans_width(c)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut stays: Vec<usize> = (0..columns).filter(|i| widths[*i] > 0).collect();
    let least = rows.iter().map(|r| spans_width(&r.left)).max().unwrap_or(0).min(room * 2 / 5);
    for leaver in leaves {
        let taken: usize = stays.iter().map(|i| widths[*i] + GAP).sum();
        if taken + least > room {
            stays.retain(|i| i != leaver);
        }
    }
    let piece = |cells: Vec<Vec<Span>>| {
        let mut spans = Vec::new();
        for (i, cell) in cells.into_iter().enumerate().filter(|(i, _)| stays.contains(i)) {
            let gap = if spans.is_empty() { 0 } else { GAP };
            spans.push(Span::text(" ".repeat(gap + widths[i] - spans_width(&cell))));
            spans.extend(cell);
        }
        spans
    };
    rows.into_iter().map(|row| (row.left, piece(row.cells))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(room: usize) -> Vec<String> {
        let row = |name: &str, cells: [&str; 3]| Entry {
            left: vec![Span::text(name)],
            cells: cells.map(|c| vec![Span::text(c)]).to_vec(),
        };
        let rows = vec![row("Revenue", ["840 k€", "93 %", "x"]), row("On-time delivery", ["87", "", "y"])];
        let text = |spans: &[Span]| spans.iter().map(|s| s.text.as_str()).collect::<String>();
        aligned(rows, &[2, 1], room)
            .iter()
            .map(|(left, right)| format!("{}|{}", text(left), text(right)))
            .collect()
    }

    #[test]
    fn cells_end_below_each_other_and_leave_in_their_order() {
        assert_eq!(shown(60), ["Revenue|840 k€  93 %  x", "On-time delivery|    87        y"]);
        assert_eq!(shown(30), ["Revenue|840 k€  93 %  x", "On-time delivery|    87        y"]);
        assert_eq!(shown(26), ["Revenue|840 k€  93 %", "On-time delivery|    87      "]);
        assert_eq!(shown(10), ["Revenue|840 k€", "On-time delivery|    87"]);
    }
}
