//! Which columns have room, and how much of it.
use crate::ui::Column;
use crate::ui::table::lay_out;

/// What a column shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    Name,
    Account,
    Title,
    Roles,
    Stance,
    Influence,
    Last,
    Strength,
    Heat,
}

impl Shows {
    /// End of the key of its heading.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Account => "account",
            Self::Title => "title",
            Self::Roles => "roles",
            Self::Stance => "stance",
            Self::Influence => "influence",
            Self::Last => "last",
            Self::Strength => "strength",
            Self::Heat => "heat",
        }
    }
}

/// Room of a column: the least, the most it grows to, and when it leaves (the highest first, 0 never).
struct Room {
    shows: Shows,
    least: u16,
    most: u16,
    leaves: u8,
}

const fn room(shows: Shows, least: u16, most: u16, leaves: u8) -> Room {
    Room { shows, least, most, leaves }
}

/// They leave in this order: title, influence, heat, strength, account. Name, roles, stance and last contact stay.
const ROOMS: [Room; 9] = [
    room(Shows::Name, 16, 24, 0),
    room(Shows::Account, 11, 16, 1),
    room(Shows::Title, 14, 34, 5),
    room(Shows::Roles, 4, 4, 0),
    room(Shows::Stance, 8, 8, 0),
    room(Shows::Influence, 2, 2, 4),
    room(Shows::Last, 12, 12, 0),
    room(Shows::Strength, 3, 8, 2),
    room(Shows::Heat, 8, 26, 3),
];

/// In which order columns take the room that is left.
const GROW: [Shows; 6] =
    [Shows::Name, Shows::Strength, Shows::Account, Shows::Heat, Shows::Title, Shows::Name];

/// The columns that a list of that width has, `account` where people of several accounts stand in it.
pub(super) fn columns(wide: u16, account: bool) -> Vec<(Shows, Column)> {
    let rooms: Vec<&Room> = ROOMS.iter().filter(|r| account || r.shows != Shows::Account).collect();
    let least: Vec<Column> = rooms.iter().map(|r| Column::fixed(r.least).leaves(r.leaves)).collect();
    let places = lay_out(&least, wide);
    let mut kept: Vec<(&Room, u16)> =
        rooms.into_iter().zip(places).filter_map(|(r, p)| Some((r, p?.1))).collect();
    let gaps = 2 * u16::try_from(kept.len().saturating_sub(1)).unwrap_or(0);
    let used: u16 = kept.iter().map(|(_, w)| *w).sum::<u16>() + gaps;
    let mut spare = wide.saturating_sub(used);
    for (turn, shows) in GROW.into_iter().enumerate() {
        if let Some((room, width)) = kept.iter_mut().find(|(r, _)| r.shows == shows) {
            let most = if turn + 1 == GROW.len() { 40 } else { room.most };
            let more = most.saturating_sub(*width).min(spare);
            *width += more;
            spare -= more;
        }
    }
    kept.into_iter().map(|(room, width)| (room.shows, column(room.shows, width))).collect()
}

fn column(shows: Shows, width: u16) -> Column {
    match shows {
        Shows::Influence => Column::fixed(width).right(),
        _ => Column::fixed(width),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_leave_in_their_order_and_what_identifies_a_row_stays() {
        let shown = |wide, account| columns(wide, account).into_iter().map(|c| c.0).collect::<Vec<_>>();
        assert_eq!(shown(190, true).len(), 9);
        assert!(!shown(78, true).contains(&Shows::Title));
        assert!(shown(78, true).contains(&Shows::Heat));
        assert_eq!(shown(40, true), [Shows::Name, Shows::Roles, Shows::Stance, Shows::Last]);
        assert!(!shown(190, false).contains(&Shows::Account));
    }

    #[test]
    fn the_columns_fit_at_every_width() {
        for wide in 52..300u16 {
            let columns = columns(wide, true);
            let gaps = 2 * (u16::try_from(columns.len()).unwrap() - 1);
            assert!(columns.iter().map(|c| c.1.least).sum::<u16>() + gaps <= wide, "{wide}");
        }
    }
}
