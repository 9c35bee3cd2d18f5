//! Where lanes and cards stand: numbers alone.

/// Columns that a lane has at least, with the bar of the cursor.
const LEAST: u16 = 14;

/// Blank columns between two lanes.
pub(super) const GAP: u16 = 2;

/// The lanes that have room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lanes {
    /// The first of them, counted from the left.
    pub(super) first: usize,
    /// How many.
    pub(super) count: usize,
    /// Columns of each.
    pub(super) wide: u16,
}

/// As many of `all` lanes as have room in `width` columns, that of the cursor among them; the first ones as long as they do.
pub(super) fn lanes(all: usize, at: usize, width: u16) -> Lanes {
    let fit = usize::from((width + GAP) / (LEAST + GAP)).clamp(1, all.max(1));
    let first = (at + 1).saturating_sub(fit).min(all.saturating_sub(fit));
    let gaps = GAP * u16::try_from(fit - 1).unwrap_or(0);
    let wide = width.saturating_sub(gaps) / u16::try_from(fit).unwrap_or(1);
    Lanes { first, count: fit, wide }
}

/// The cards of a lane that have room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cards {
    /// The first of them.
    pub(super) first: usize,
    /// How many.
    pub(super) count: usize,
    /// How many there are above and below; a line says so where there are any.
    pub(super) hidden: usize,
}

/// The cards that have room in `room` lines, each of some lines and a blank one behind it; that of the cursor is among them,
/// if the lane has the cursor. The last line says how many are hidden.
pub(super) fn cards(heights: &[u16], at: Option<usize>, room: u16) -> Cards {
    let whole = fitting(heights, 0, room);
    if whole == heights.len() {
        return Cards { first: 0, count: whole, hidden: 0 };
    }
    let room = room.saturating_sub(1);
    let at = at.unwrap_or(0).min(heights.len().saturating_sub(1));
    let first = (0..=at).find(|first| first + fitting(heights, *first, room) > at).unwrap_or(at);
    let count = fitting(heights, first, room);
    Cards { first, count, hidden: heights.len() - count }
}

/// How many cards have room from one on.
fn fitting(heights: &[u16], first: usize, room: u16) -> usize {
    let mut used = 0_u16;
    let fits = |height: &&u16| {
        let end = used.saturating_add(**height);
        used = end.saturating_add(1);
        end <= room
    };
    heights.iter().skip(first).take_while(fits).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn five_lanes_have_room_on_the_smallest_screen_and_the_sixth_comes_with_the_cursor() {
        assert_eq!(lanes(6, 0, 78), Lanes { first: 0, count: 5, wide: 14 });
        assert_eq!(lanes(6, 5, 78), Lanes { first: 1, count: 5, wide: 14 });
        assert_eq!(lanes(6, 2, 118), Lanes { first: 0, count: 6, wide: 18 });
        assert_eq!(lanes(6, 2, 3).count, 1);
    }

    #[test]
    fn a_lane_that_has_room_hides_nothing() {
        assert_eq!(cards(&[3, 3, 3], None, 11), Cards { first: 0, count: 3, hidden: 0 });
        assert_eq!(cards(&[3, 3, 3], None, 10), Cards { first: 0, count: 2, hidden: 1 });
        assert_eq!(cards(&[3, 3, 3], Some(2), 10), Cards { first: 1, count: 2, hidden: 1 });
        assert_eq!(cards(&[], None, 10), Cards { first: 0, count: 0, hidden: 0 });
    }

    proptest! {
        #[test]
        fn the_card_of_the_cursor_is_in_sight_and_all_stand_inside(
            heights in proptest::collection::vec(1_u16..5, 0..40), at in 0_usize..40, room in 0_u16..60,
        ) {
            let at = at.min(heights.len().saturating_sub(1));
            let found = cards(&heights, Some(at), room);
            let shown = &heights[found.first..found.first + found.count];
            let gaps = u16::try_from(found.count.saturating_sub(1)).unwrap();
            prop_assert!(found.count == 0 || shown.iter().sum::<u16>() + gaps + u16::from(found.hidden > 0) <= room);
            prop_assert_eq!(found.count + found.hidden, heights.len());
            if !heights.is_empty() && room > 5 {
                prop_assert!((found.first..found.first + found.count).contains(&at));
            }
        }

        #[test]
        fn the_lanes_stand_inside_and_that_of_the_cursor_is_one_of_them(at in 0_usize..6, width in 0_u16..300) {
            let found = lanes(6, at, width);
            prop_assert!((found.first..found.first + found.count).contains(&at));
            let gaps = GAP * u16::try_from(found.count - 1).unwrap();
            prop_assert!(found.wide * u16::try_from(found.count).unwrap() + gaps <= width.max(gaps));
        }
    }
}
