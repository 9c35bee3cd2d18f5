//! The rules by their names.
use crate::domain::kind::Kind;

/// A rule, in the order of `formulas.md` §12.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// 1: no decider is named.
    NoDecider,
    /// 2: most key players are not known to be supporters.
    FewSupporters,
    /// 3: nobody is marked against us.
    NobodyAgainst,
    /// 4: supporters ≤ opponents among key players.
    Outweighed,
    /// 5: all hangs on one person.
    SingleThreaded,
    /// 6: a champion untouched for 30 days.
    ChampionQuiet,
    /// 7: a role of the buying centre that nobody holds.
    RoleGap,
    /// 8: what is known of a stance is older than 120 days.
    StanceOld,
    /// 9: a promise of ours is overdue.
    OursOverdue,
    /// 10: one of theirs is overdue by more than 7 days.
    TheirsOverdue,
    /// 11: an indicator is stale.
    IndicatorStale,
    /// 12: the required rate is beyond 1.2 × the best of the last three periods.
    RateBeyond,
    /// 13: a competitor's contract ends within 180 days.
    RivalEnds,
    /// 14: the plan was not gone through for 35 days.
    PlanUnreviewed,
    /// 15: share of the time and share of the worth are more than 20 points apart.
    EffortApart,
}

impl Rule {
    /// Every rule.
    pub const ALL: [Self; 15] = [
        Self::NoDecider,
        Self::FewSupporters,
        Self::NobodyAgainst,
        Self::Outweighed,
        Self::SingleThreaded,
        Self::ChampionQuiet,
        Self::RoleGap,
        Self::StanceOld,
        Self::OursOverdue,
        Self::TheirsOverdue,
        Self::IndicatorStale,
        Self::RateBeyond,
        Self::RivalEnds,
        Self::PlanUnreviewed,
        Self::EffortApart,
    ];

    /// Its name in the file and in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoDecider => "no-decider",
            Self::FewSupporters => "few-supporters",
            Self::NobodyAgainst => "nobody-against",
            Self::Outweighed => "outweighed",
            Self::SingleThreaded => "single-threaded",
            Self::ChampionQuiet => "champion-quiet",
            Self::RoleGap => "missing-role",
            Self::StanceOld => "stance-old",
            Self::OursOverdue => "ours-overdue",
            Self::TheirsOverdue => "theirs-overdue",
            Self::IndicatorStale => "indicator-stale",
            Self::RateBeyond => "rate-beyond",
            Self::RivalEnds => "rival-ends",
            Self::PlanUnreviewed => "plan-unreviewed",
            Self::EffortApart => "effort-apart",
        }
    }

    /// What it speaks of: the account, or one of its records.
    pub const fn about(self) -> Kind {
        match self {
            Self::NoDecider
            | Self::FewSupporters
            | Self::NobodyAgainst
            | Self::Outweighed
            | Self::SingleThreaded
            | Self::RoleGap
            | Self::EffortApart => Kind::Account,
            Self::ChampionQuiet | Self::StanceOld => Kind::Person,
            Self::OursOverdue | Self::TheirsOverdue => Kind::Commitment,
            Self::IndicatorStale | Self::RateBeyond => Kind::Kpi,
            Self::RivalEnds => Kind::WhiteSpace,
            Self::PlanUnreviewed => Kind::Plan,
        }
    }

    /// The rule of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.name() == name)
    }
}
