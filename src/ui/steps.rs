//! A line of steps between a few levels: what was believed over time. A thin line is older than one may believe it.
use super::glyph::Glyphs;
use super::pen::Span;
use super::theme::Role;

/// Where the line is in one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Counted from the top.
    pub level: usize,
    /// Too old to be believed: drawn thin.
    pub faint: bool,
    /// Something stands here: a mark.
    pub mark: bool,
}

/// The line as rows of text, the top one first; columns without a step are gaps.
pub fn steps(glyphs: Glyphs, columns: &[Option<Step>], levels: usize) -> Vec<Vec<Span>> {
    (0..levels).map(|row| line(glyphs, columns, row)).collect()
}

fn line(glyphs: Glyphs, columns: &[Option<Step>], row: usize) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (at, step) in columns.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| columns.get(at).copied().flatten());
        let (sign, role) = step.map_or((" ", Role::Text), |step| sign(glyphs, before, step, row));
        // A gap has no colour: it goes on in that of the line before it.
        let role = spans.last().map(|span| span.role).filter(|_| sign == " ").unwrap_or(role);
        Span::extend(&mut spans, sign, role);
    }
    spans
}

/// What stands in a column of a row, the line having come from `before`.
fn sign(g: Glyphs, before: Option<Step>, step: Step, row: usize) -> (&'static str, Role) {
    let from = before.map_or(step.level, |before| before.level);
    let (top, bottom) = (from.min(step.level), from.max(step.level));
    let role = if step.faint { Role::Muted } else { Role::Accent };
    let sign = if row == step.level && step.mark {
        g.full()
    } else if row == step.level {
        match (from == step.level, from > step.level, step.faint) {
            (true, _, true) => g.or("╌", "-"),
            (true, _, false) => g.or("━", "="),
            (false, true, _) => g.or("┏", "+"),
            (false, false, _) => g.or("┗", "+"),
        }
    } else if row == from {
        g.or(if from > step.level { "┛" } else { "┓" }, "+")
    } else if top < row && row < bottom {
        g.or("┃", "|")
    } else {
        " "
    };
    (sign, role)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(line: &str, ascii: bool) -> Vec<String> {
        let step = |c: char| {
            let level = usize::try_from(c.to_digit(10)?).ok()?;
            Some(Step { level: level % 5, faint: level > 4, mark: false })
        };
        let columns: Vec<_> = line.chars().map(step).collect();
        let rows = steps(Glyphs { ascii }, &columns, 3);
        rows.iter().map(|row| row.iter().map(|s| s.text.as_str()).collect()).collect()
    }

    #[test]
    fn the_line_climbs_and_falls_and_has_gaps() {
        assert_eq!(drawn("  2200 11", false), ["    ┏━   ", "    ┃  ━━", "  ━━┛    "]);
        assert_eq!(drawn("0012", false), ["━━┓ ", "  ┗┓", "   ┗"]);
        assert_eq!(drawn("22001", true), ["  +=+", "  | +", "==+  "]);
    }

    #[test]
    fn what_is_too_old_is_thin_and_what_was_learned_is_marked() {
        assert_eq!(drawn("6611", false)[1], "╌╌━━");
        let columns = [Some(Step { level: 0, faint: false, mark: true }), None];
        let row = &steps(Glyphs::default(), &columns, 1)[0];
        assert_eq!(row[0].text, "● ");
        assert_eq!(row[0].role, Role::Accent);
    }
}
