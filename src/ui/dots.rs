//! Braille: a cell of the screen is two dots across and four down.

/// Dots of a cell, across.
pub const ACROSS: usize = 2;
/// Dots of a cell, down.
pub const DOWN: usize = 4;

/// The bit of a dot in its cell.
pub const fn bit(x: usize, y: usize) -> u8 {
    match (x % ACROSS, y % DOWN) {
        (0, 0) => 0x01,
        (0, 1) => 0x02,
        (0, 2) => 0x04,
        (0, _) => 0x40,
        (_, 0) => 0x08,
        (_, 1) => 0x10,
        (_, 2) => 0x20,
        _ => 0x80,
    }
}

/// The sign of a cell with these dots.
pub fn sign(dots: u8) -> String {
    char::from_u32(0x2800 + u32::from(dots)).unwrap_or(' ').to_string()
}

/// The dots of a straight line, both ends with it.
pub fn walk(from: (usize, usize), to: (usize, usize)) -> impl Iterator<Item = (usize, usize)> {
    let steps = from.0.abs_diff(to.0).max(from.1.abs_diff(to.1));
    let between = move |a: usize, b: usize, step: usize| {
        let moved = (a.abs_diff(b) * step + steps / 2).checked_div(steps).unwrap_or(0);
        if b >= a { a + moved } else { a - moved }
    };
    (0..=steps).map(move |step| (between(from.0, to.0, step), between(from.1, to.1, step)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dot_of_a_cell_has_a_bit_of_its_own() {
        let all = (0..ACROSS).flat_map(|x| (0..DOWN).map(move |y| bit(x, y))).fold(0, |all, b| all ^ b);
        assert_eq!((all, sign(all).as_str(), sign(bit(0, 0)).as_str()), (0xff, "⣿", "⠁"));
    }

    #[test]
    fn a_line_walks_from_one_end_to_the_other_without_a_hole() {
        for (from, to) in [((0, 0), (7, 3)), ((7, 3), (0, 0)), ((2, 9), (2, 1)), ((4, 4), (4, 4))] {
            let dots: Vec<_> = walk(from, to).collect();
            assert_eq!((dots.first(), dots.last()), (Some(&from), Some(&to)));
            assert!(dots.windows(2).all(|w| w[0].0.abs_diff(w[1].0) <= 1 && w[0].1.abs_diff(w[1].1) <= 1));
        }
    }
}
