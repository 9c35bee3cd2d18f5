//! Why rows are in the queue, and in which band.
/// Why a row is in the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cause {
    /// We owe and are late.
    OursOverdue,
    /// A key player is past the cadence or was never met.
    KeyPlayer,
    /// We owe it today.
    OursToday,
    /// They owe and are late.
    TheirsOverdue,
    /// A planned interaction has passed: was it held?
    Held,
    /// Planned for today: to prepare.
    ToPrepare,
    /// Somebody else is past the cadence.
    CadenceOverdue,
    /// A birthday within 3 days.
    Birthday,
    /// The cadence has run out, not yet by half.
    CadenceDue,
    /// A promise of either side within 3 days.
    Soon,
    /// Entries in which something was not understood.
    ToSort,
    /// People whose role is not known.
    NoRole,
}

impl Cause {
    /// Band 1 (most urgent) … 4.
    pub const fn band(self) -> u8 {
        match self {
            Self::OursOverdue | Self::KeyPlayer => 1,
            Self::OursToday | Self::TheirsOverdue | Self::Held => 2,
            Self::ToPrepare | Self::CadenceOverdue | Self::Birthday => 3,
            Self::CadenceDue | Self::Soon | Self::ToSort | Self::NoRole => 4,
        }
    }

    pub(super) const fn is_cadence(self) -> bool {
        matches!(self, Self::KeyPlayer | Self::CadenceOverdue | Self::CadenceDue)
    }

    /// Key of its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OursOverdue => "ours-overdue",
            Self::KeyPlayer => "key-player",
            Self::OursToday => "ours-today",
            Self::TheirsOverdue => "theirs-overdue",
            Self::Held => "held",
            Self::ToPrepare => "to-prepare",
            Self::CadenceOverdue => "cadence-overdue",
            Self::Birthday => "birthday",
            Self::CadenceDue => "cadence-due",
            Self::Soon => "soon",
            Self::ToSort => "to-sort",
            Self::NoRole => "no-role",
        }
    }
}
