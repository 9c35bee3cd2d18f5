//! Why rows are in the queue, and in which band.

macro_rules! causes {
    ($($(#[$doc:meta])+ $cause:ident = $band:literal $name:literal),+ $(,)?) => {
        /// Why a row is in the queue.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Cause {
            $($(#[$doc])+ $cause,)+
        }

        impl Cause {
            /// Every cause, by band.
            pub const ALL: &'static [Self] = &[$(Self::$cause),+];

            /// Band 1 (most urgent) … 4.
            pub const fn band(self) -> u8 {
                match self {
                    $(Self::$cause => $band,)+
                }
            }

            /// Key of its words.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$cause => $name,)+
                }
            }
        }
    };
}

causes! {
    /// We owe and are late.
    OursOverdue = 1 "ours-overdue",
    /// A key player is past the cadence or was never met.
    KeyPlayer = 1 "key-player",
    /// An indicator has gone off track with its newest figure.
    NewlyRed = 1 "newly-red",
    /// A severe problem is open past its day.
    SevereProblem = 1 "severe-problem",
    /// We owe it today.
    OursToday = 2 "ours-today",
    /// They owe and are late.
    TheirsOverdue = 2 "theirs-overdue",
    /// A planned interaction has passed: was it held?
    Held = 2 "held",
    /// Any other problem is open past its day.
    LateProblem = 2 "late-problem",
    /// The last day to give notice of a contract is at most 30 days ahead.
    NoticeSoon = 2 "notice-soon",
    /// A contract ends in at most 30 days.
    EndSoon = 2 "end-soon",
    /// A contract has ended, and nothing renews it.
    Lapsed = 2 "lapsed",
    /// Planned for today: to prepare.
    ToPrepare = 3 "to-prepare",
    /// Somebody else is past the cadence.
    CadenceOverdue = 3 "cadence-overdue",
    /// A birthday within 3 days.
    Birthday = 3 "birthday",
    /// An indicator is off track for longer than its newest period: known, and not solved.
    OffTrack = 3 "off-track",
    /// The newest figure of an indicator is too old to be believed.
    StaleFigures = 3 "stale-figures",
    /// The last day to give notice of a contract is at most 90 days ahead.
    NoticeLater = 3 "notice-later",
    /// A contract ends in at most 90 days.
    EndLater = 3 "end-later",
    /// The cadence has run out, not yet by half.
    CadenceDue = 4 "cadence-due",
    /// A promise of either side within 3 days.
    Soon = 4 "soon",
    /// An indicator that is not off track is worse than in the period before.
    GettingWorse = 4 "getting-worse",
    /// Entries in which something was not understood.
    ToSort = 4 "to-sort",
    /// People whose role is not known.
    NoRole = 4 "no-role",
}

/// Rows of which an account has only so many, the rest folded into the last of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Fold {
    Cadence,
    Worse,
}

impl Fold {
    /// How many rows an account has at most.
    pub(super) const fn most(self) -> usize {
        match self {
            Self::Cadence => 2,
            Self::Worse => 1,
        }
    }
}

impl Cause {
    /// Which of its rows are folded.
    pub(super) const fn fold(self) -> Option<Fold> {
        if matches!(self, Self::KeyPlayer | Self::CadenceOverdue | Self::CadenceDue) {
            Some(Fold::Cadence)
        } else if matches!(self, Self::GettingWorse) {
            Some(Fold::Worse)
        } else {
            None
        }
    }

    /// Whether the row is about an indicator.
    pub const fn of_indicator(self) -> bool {
        matches!(self, Self::NewlyRed | Self::OffTrack | Self::StaleFigures | Self::GettingWorse)
    }

    /// Under which name a row of this cause is muted, where it is not its record that is put off. What only comes nearer or
    /// lasts longer has one name: a row stays quiet until its day although it has changed its band meanwhile.
    pub const fn topic(self) -> Option<&'static str> {
        match self {
            Self::NewlyRed | Self::OffTrack => Some("off-track"),
            Self::StaleFigures => Some("stale-figures"),
            Self::GettingWorse => Some("getting-worse"),
            Self::SevereProblem | Self::LateProblem => Some("late-problem"),
            Self::NoticeSoon | Self::NoticeLater | Self::EndSoon | Self::EndLater | Self::Lapsed => {
                Some("ending-contract")
            }
            Self::OursOverdue
            | Self::KeyPlayer
            | Self::OursToday
            | Self::TheirsOverdue
            | Self::Held
            | Self::ToPrepare
            | Self::CadenceOverdue
            | Self::Birthday
            | Self::CadenceDue
            | Self::Soon
            | Self::ToSort
            | Self::NoRole => None,
        }
    }
}
