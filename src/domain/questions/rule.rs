//! The rules by their names and weight.

/// A rule; the weightier comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// No decider is named.
    NoDecider,
    /// Somebody there leads to a decider whom we do not see in time.
    WayToDecider,
    /// Somebody there is against us.
    OpponentAttends,
    /// A problem that endangers the account is open.
    SevereProblem,
    /// A contract ends within 90 days.
    ContractNear,
    /// What a decider thinks of us is not known.
    DeciderUnknown,
    /// A promise of theirs is overdue.
    TheirsOverdue,
    /// A promise of ours is overdue.
    OursOverdue,
    /// What they do in the plan is late.
    TheirsBehind,
    /// An indicator is off track or at risk.
    IndicatorOff,
    /// A sale is about to be decided.
    SaleNear,
    /// No buyer is known.
    NoBuyer,
    /// What somebody there thinks of us was learned more than 120 days ago.
    StanceOld,
    /// Nobody is known to be our champion.
    NoChampion,
    /// They said that they are not satisfied.
    LowRating,
    /// A contract ends within 180 days.
    ContractAhead,
    /// Another problem is open.
    ProblemOpen,
    /// All hangs on one person.
    SingleThreaded,
    /// How satisfied they are is not known, or was said too long ago.
    RatingOld,
    /// What somebody there thinks of us is not known.
    StanceUnknown,
    /// What somebody there wants, or what worries them, is not known.
    MotiveUnknown,
    /// Another place of the buying centre that nobody holds.
    RoleGap,
    /// Somebody there has not heard from us in time.
    LongSilence,
}

/// What a question is about; never two of three about the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Who decides, buys, sways.
    Centre,
    /// What they think of us.
    Stance,
    /// What one side owes the other.
    Promise,
    /// What was planned together.
    Plan,
    /// What went wrong.
    Problem,
    /// What is agreed for some time.
    Contract,
    /// The figures.
    Figures,
    /// What could be sold.
    Sale,
    /// How satisfied they are.
    Satisfaction,
    /// What moves them.
    Motive,
}

impl Rule {
    /// Every rule, the weightiest first.
    pub const ALL: [Self; 23] = [
        Self::NoDecider,
        Self::WayToDecider,
        Self::OpponentAttends,
        Self::SevereProblem,
        Self::ContractNear,
        Self::DeciderUnknown,
        Self::TheirsOverdue,
        Self::OursOverdue,
        Self::TheirsBehind,
        Self::IndicatorOff,
        Self::SaleNear,
        Self::NoBuyer,
        Self::StanceOld,
        Self::NoChampion,
        Self::LowRating,
        Self::ContractAhead,
        Self::ProblemOpen,
        Self::SingleThreaded,
        Self::RatingOld,
        Self::StanceUnknown,
        Self::MotiveUnknown,
        Self::RoleGap,
        Self::LongSilence,
    ];

    /// Its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoDecider => "no_decider",
            Self::WayToDecider => "way_to_decider",
            Self::OpponentAttends => "opponent_attends",
            Self::SevereProblem => "severe_problem",
            Self::ContractNear => "contract_near",
            Self::DeciderUnknown => "decider_unknown",
            Self::TheirsOverdue => "theirs_overdue",
            Self::OursOverdue => "ours_overdue",
            Self::TheirsBehind => "theirs_behind",
            Self::IndicatorOff => "indicator_off",
            Self::SaleNear => "sale_near",
            Self::NoBuyer => "no_buyer",
            Self::StanceOld => "stance_old",
            Self::NoChampion => "no_champion",
            Self::LowRating => "low_rating",
            Self::ContractAhead => "contract_ahead",
            Self::ProblemOpen => "problem_open",
            Self::SingleThreaded => "single_threaded",
            Self::RatingOld => "rating_old",
            Self::StanceUnknown => "stance_unknown",
            Self::MotiveUnknown => "motive_unknown",
            Self::RoleGap => "role_gap",
            Self::LongSilence => "long_silence",
        }
    }

    /// What it is about.
    pub const fn theme(self) -> Theme {
        match self {
            Self::NoDecider
            | Self::WayToDecider
            | Self::NoBuyer
            | Self::NoChampion
            | Self::SingleThreaded
            | Self::RoleGap => Theme::Centre,
            Self::OpponentAttends | Self::DeciderUnknown | Self::StanceOld | Self::StanceUnknown => {
                Theme::Stance
            }
            Self::TheirsOverdue | Self::OursOverdue => Theme::Promise,
            Self::SevereProblem | Self::ProblemOpen => Theme::Problem,
            Self::ContractNear | Self::ContractAhead => Theme::Contract,
            Self::TheirsBehind => Theme::Plan,
            Self::IndicatorOff => Theme::Figures,
            Self::SaleNear => Theme::Sale,
            Self::LowRating | Self::RatingOld => Theme::Satisfaction,
            Self::MotiveUnknown | Self::LongSilence => Theme::Motive,
        }
    }
}
