//! Why rows are in the queue, and in which band.

macro_rules! causes {
    ($($(#[$doc:meta])+ $cause:ident = $band:literal $matter:ident $name:literal),+ $(,)?) => {
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

            /// What the row is about.
            pub const fn matter(self) -> Matter {
                match self {
                    $(Self::$cause => Matter::$matter,)+
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

/// What a row of the queue is about: the rows of one matter are worded, dated and signed alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Matter {
    /// A promise of either side.
    Promise,
    /// The contact with a person.
    Cadence,
    /// A planned conversation.
    Talk,
    /// A birthday.
    Birthday,
    /// A problem.
    Problem,
    /// The last day to give notice of a contract.
    Notice,
    /// The end of a contract.
    End,
    /// The end of care given to a client alone.
    Care,
    /// An indicator.
    Indicator,
    /// A decision.
    Decision,
    /// A milestone of a plan.
    Milestone,
    /// A report that is issued again and again.
    Report,
    /// Several records that are only counted.
    Count,
}

causes! {
    /// We owe and are late.
    OursOverdue = 1 Promise "ours-overdue",
    /// A key player is past the cadence or was never met.
    KeyPlayer = 1 Cadence "key-player",
    /// An indicator has gone off track with its newest figure.
    NewlyRed = 1 Indicator "newly-red",
    /// A severe problem is open past its day.
    SevereProblem = 1 Problem "severe-problem",
    /// We owe it today.
    OursToday = 2 Promise "ours-today",
    /// They owe and are late.
    TheirsOverdue = 2 Promise "theirs-overdue",
    /// A planned interaction has passed: was it held?
    Held = 2 Talk "held",
    /// Any other problem is open past its day.
    LateProblem = 2 Problem "late-problem",
    /// The last day to give notice of a contract is at most 30 days ahead.
    NoticeSoon = 2 Notice "notice-soon",
    /// A contract ends in at most 30 days.
    EndSoon = 2 End "end-soon",
    /// Care given to a client alone ends in at most 30 days.
    CareSoon = 2 Care "care-soon",
    /// A milestone of an active plan has passed and is not reached.
    MilestoneLate = 2 Milestone "milestone-late",
    /// A contract has ended, and nothing renews it.
    Lapsed = 2 End "lapsed",
    /// Somebody has not been told of a decision for more than 2 days.
    NotTold = 2 Decision "not-told",
    /// Planned for today: to prepare.
    ToPrepare = 3 Talk "to-prepare",
    /// Somebody else is past the cadence.
    CadenceOverdue = 3 Cadence "cadence-overdue",
    /// A birthday within 3 days.
    Birthday = 3 Birthday "birthday",
    /// An indicator is off track for longer than its newest period: known, and not solved.
    OffTrack = 3 Indicator "off-track",
    /// The newest figure of an indicator is too old to be believed.
    StaleFigures = 3 Indicator "stale-figures",
    /// A milestone of an active plan is at most 7 days ahead.
    MilestoneSoon = 3 Milestone "milestone-soon",
    /// The last day to give notice of a contract is at most 90 days ahead.
    NoticeLater = 3 Notice "notice-later",
    /// A contract ends in at most 90 days.
    EndLater = 3 End "end-later",
    /// Care given to a client alone ends in at most 90 days.
    CareLater = 3 Care "care-later",
    /// A report is due again.
    ReportDue = 3 Report "report-due",
    /// The cadence has run out, not yet by half.
    CadenceDue = 4 Cadence "cadence-due",
    /// A promise of either side within 3 days.
    Soon = 4 Promise "soon",
    /// An indicator that is not off track is worse than in the period before.
    GettingWorse = 4 Indicator "getting-worse",
    /// Entries in which something was not understood.
    ToSort = 4 Count "to-sort",
    /// People whose role is not known.
    NoRole = 4 Count "no-role",
}

/// Rows of which an account has only so many, the rest folded into the last of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Fold {
    Cadence,
    Worse,
    Held,
}

impl Fold {
    /// How many rows an account has at most.
    pub(super) const fn most(self) -> usize {
        match self {
            Self::Cadence | Self::Held => 2,
            Self::Worse => 1,
        }
    }
}

impl Cause {
    /// Which of its rows are folded.
    pub(super) const fn fold(self) -> Option<Fold> {
        match self.matter() {
            Matter::Cadence => Some(Fold::Cadence),
            Matter::Indicator if matches!(self, Self::GettingWorse) => Some(Fold::Worse),
            Matter::Talk if matches!(self, Self::Held) => Some(Fold::Held),
            Matter::Promise
            | Matter::Talk
            | Matter::Birthday
            | Matter::Problem
            | Matter::Notice
            | Matter::End
            | Matter::Care
            | Matter::Milestone
            | Matter::Report
            | Matter::Indicator
            | Matter::Decision
            | Matter::Count => None,
        }
    }

    /// Whether the row is about an indicator.
    pub const fn of_indicator(self) -> bool {
        matches!(self.matter(), Matter::Indicator)
    }

    /// Under which name a row of this cause is muted, where it is not its record that is put off. What only comes nearer or
    /// lasts longer has one name: a row stays quiet until its day although it has changed its band meanwhile.
    pub const fn topic(self) -> Option<&'static str> {
        match self.matter() {
            Matter::Indicator => Some(match self {
                Self::StaleFigures => "stale-figures",
                Self::GettingWorse => "getting-worse",
                _ => "off-track",
            }),
            Matter::Problem => Some("late-problem"),
            Matter::Notice | Matter::End => Some("ending-contract"),
            Matter::Decision => Some("not-told"),
            Matter::Care => Some("ending-care"),
            Matter::Milestone => Some("milestone"),
            Matter::Report => Some("report-due"),
            Matter::Promise | Matter::Cadence | Matter::Talk | Matter::Birthday | Matter::Count => None,
        }
    }
}
