//! Which columns have room, and how much of it.
use super::order::{Grouping, Sort};
use crate::ui::Column;
use crate::ui::table::lay_out;

/// What a column shows. Its number is that of its heading, for the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    Name,
    Account,
    /// Title and unit together.
    Card,
    Title,
    Unit,
    Roles,
    Stance,
    Influence,
    /// Last contact against the cadence.
    Last,
    Strength,
    Heat,
    Tags,
    /// Days since the last contact.
    Since,
    /// Days between contacts, and where they come from.
    Every,
    /// Days past the cadence, or when it runs out.
    Late,
    /// Until when somebody is out of the queue, and why.
    Until,
}

impl Shows {
    const ALL: [Self; 16] = [
        Self::Name,
        Self::Account,
        Self::Card,
        Self::Title,
        Self::Unit,
        Self::Roles,
        Self::Stance,
        Self::Influence,
        Self::Last,
        Self::Strength,
        Self::Heat,
        Self::Tags,
        Self::Since,
        Self::Every,
        Self::Late,
        Self::Until,
    ];

    /// The number of its heading.
    pub(super) const fn number(self) -> usize {
        self as usize
    }

    /// The column whose heading has that number.
    pub(super) fn numbered(number: usize) -> Option<Self> {
        Self::ALL.into_iter().find(|shows| shows.number() == number)
    }

    /// End of the key of its heading.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Account => "account",
            Self::Card | Self::Title => "title",
            Self::Unit => "unit",
            Self::Roles => "roles",
            Self::Stance => "stance",
            Self::Influence => "influence",
            Self::Last => "last",
            Self::Strength => "strength",
            Self::Heat => "heat",
            Self::Tags => "tags",
            Self::Since => "since",
            Self::Every => "every",
            Self::Late => "late",
            Self::Until => "until",
        }
    }

    /// The order that its heading asks for.
    pub(super) const fn sort(self) -> Sort {
        match self {
            Self::Name => Sort::Name,
            Self::Account => Sort::Account,
            Self::Card | Self::Title => Sort::Title,
            Self::Unit => Sort::Unit,
            Self::Roles => Sort::Role,
            Self::Stance => Sort::Stance,
            Self::Influence => Sort::Influence,
            Self::Last | Self::Since => Sort::Last,
            Self::Strength => Sort::Strength,
            Self::Heat => Sort::Often,
            Self::Tags => Sort::Tag,
            Self::Every => Sort::Every,
            Self::Late | Self::Until => Sort::CatchUp,
        }
    }

    /// Whether the order is that of this column; of the usual columns the last contact stands for catch-up order too.
    pub(super) fn is_of(self, sort: Sort) -> bool {
        match self {
            Self::Last => matches!(sort, Sort::Last | Sort::CatchUp),
            Self::Until => false,
            _ => self.sort() == sort,
        }
    }
}

/// What the people in the list have to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Wanted {
    /// They are of several accounts.
    pub(super) accounts: bool,
    /// Some have a unit.
    pub(super) units: bool,
    /// Some have tags.
    pub(super) tags: bool,
    /// In which groups they stand: what stands above them is not said again, and the queue has columns of its own.
    pub(super) grouping: Grouping,
}

impl Wanted {
    fn has(self, shows: Shows) -> bool {
        let by_unit = self.grouping == Grouping::Unit;
        match shows {
            Shows::Account => self.accounts && !by_unit,
            Shows::Unit => self.units && !by_unit,
            Shows::Tags => self.tags,
            _ => true,
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

/// They leave in this order: tags, unit, title, influence, heat, strength, account. Name, roles, stance and last contact stay.
const USUAL: [Room; 11] = [
    room(Shows::Name, 16, 24, 0),
    room(Shows::Account, 11, 16, 1),
    room(Shows::Title, 14, 34, 5),
    room(Shows::Unit, 10, 20, 6),
    room(Shows::Roles, 4, 4, 0),
    room(Shows::Stance, 8, 8, 0),
    room(Shows::Influence, 2, 2, 4),
    room(Shows::Last, 12, 12, 0),
    room(Shows::Strength, 3, 8, 2),
    room(Shows::Heat, 8, 26, 3),
    room(Shows::Tags, 10, 24, 7),
];

/// Of the queue the strip of weeks leaves first, then strength, role, cadence and account.
const QUEUE: [Room; 9] = [
    room(Shows::Name, 16, 24, 0),
    room(Shows::Account, 10, 16, 1),
    room(Shows::Roles, 4, 4, 3),
    room(Shows::Since, 6, 6, 0),
    room(Shows::Every, 13, 20, 2),
    room(Shows::Late, 7, 9, 0),
    room(Shows::Until, 12, 22, 0),
    room(Shows::Strength, 3, 8, 4),
    room(Shows::Heat, 8, 26, 5),
];

/// In which order columns take the room that is left.
const GROW: [Shows; 10] = [
    Shows::Name,
    Shows::Until,
    Shows::Every,
    Shows::Strength,
    Shows::Account,
    Shows::Unit,
    Shows::Tags,
    Shows::Heat,
    Shows::Title,
    Shows::Name,
];

/// The columns that a list of that width has.
pub(super) fn columns(wide: u16, wanted: Wanted) -> Vec<(Shows, Column)> {
    let rooms: &[Room] = if wanted.grouping == Grouping::Turn { &QUEUE } else { &USUAL };
    let rooms: Vec<&Room> = rooms.iter().filter(|r| wanted.has(r.shows)).collect();
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
    let apart = wanted.grouping == Grouping::Unit || kept.iter().any(|(room, _)| room.shows == Shows::Unit);
    let shown = |shows| if shows == Shows::Title && !apart { Shows::Card } else { shows };
    kept.into_iter().map(|(room, width)| (shown(room.shows), column(room.shows, width))).collect()
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

    const ALL: Wanted = Wanted { accounts: true, units: true, tags: true, grouping: Grouping::None };

    fn shown(wide: u16, wanted: Wanted) -> Vec<Shows> {
        columns(wide, wanted).into_iter().map(|c| c.0).collect()
    }

    #[test]
    fn columns_leave_in_their_order_and_what_identifies_a_row_stays() {
        assert_eq!(shown(190, ALL).len(), 11);
        assert!(!shown(78, ALL).contains(&Shows::Title));
        assert!(shown(78, ALL).contains(&Shows::Heat));
        assert_eq!(shown(40, ALL), [Shows::Name, Shows::Roles, Shows::Stance, Shows::Last]);
        let bare = shown(190, Wanted::default());
        assert!(
            !bare.contains(&Shows::Account) && !bare.contains(&Shows::Unit) && !bare.contains(&Shows::Tags)
        );
        assert!(bare.contains(&Shows::Card), "title and unit stand together where the unit has no column");
        let grouped = Wanted { grouping: Grouping::Unit, ..ALL };
        assert!(
            shown(190, grouped).contains(&Shows::Title),
            "nor is it said twice where it stands above the rows"
        );
    }

    #[test]
    fn the_queue_says_how_late_somebody_is_and_until_when_they_wait_at_every_width() {
        let queue = Wanted { accounts: true, grouping: Grouping::Turn, ..Wanted::default() };
        for wide in [52, 78, 90, 140] {
            let shown = shown(wide, queue);
            assert!([Shows::Name, Shows::Since, Shows::Late, Shows::Until].iter().all(|s| shown.contains(s)));
        }
        assert!(shown(76, queue).contains(&Shows::Every));
        assert!(shown(140, queue).contains(&Shows::Heat));
    }

    #[test]
    fn the_columns_fit_at_every_width() {
        for wanted in [ALL, Wanted { grouping: Grouping::Turn, ..ALL }, Wanted::default()] {
            for wide in 52..300u16 {
                let columns = columns(wide, wanted);
                let gaps = 2 * (u16::try_from(columns.len()).unwrap() - 1);
                assert!(columns.iter().map(|c| c.1.least).sum::<u16>() + gaps <= wide, "{wide}");
            }
        }
    }

    #[test]
    fn every_heading_has_its_number() {
        for shows in Shows::ALL {
            assert_eq!(Shows::numbered(shows.number()), Some(shows));
        }
    }
}
