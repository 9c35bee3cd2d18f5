//! The registry of entities: what kinds of record a book holds.
use super::field::{Entity, Record, Spec};
use super::{
    account, colleague, commitment, fact, interaction, kpi, mute, opportunity, person, problem, rate,
    settings, unit,
};

/// A kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A client.
    Account,
    /// A part of an account.
    Unit,
    /// A stakeholder.
    Person,
    /// A person's place at an account.
    Membership,
    /// Stance, role or influence of a membership from a day on.
    Fact,
    /// A member of our own account team.
    Colleague,
    /// A conversation.
    Interaction,
    /// A promise of one side to the other.
    Commitment,
    /// A possible sale.
    Opportunity,
    /// What is agreed for some time.
    Contract,
    /// Something that went wrong.
    Problem,
    /// How satisfied they say they are.
    Reading,
    /// An indicator.
    Kpi,
    /// What an indicator should be in a period.
    Target,
    /// What an indicator was in a period.
    Actual,
    /// What a currency was worth in a year.
    Rate,
    /// What keeps quiet until a day.
    Mute,
    /// What changes a figure; the book has exactly one.
    Settings,
}

impl Kind {
    /// All kinds, in an order in which each refers only to earlier ones and to itself
    /// (facts name interactions, so they come last but for the settings).
    pub const ALL: [Self; 18] = [
        Self::Account,
        Self::Unit,
        Self::Person,
        Self::Membership,
        Self::Colleague,
        Self::Interaction,
        Self::Commitment,
        Self::Fact,
        Self::Opportunity,
        Self::Contract,
        Self::Problem,
        Self::Reading,
        Self::Kpi,
        Self::Target,
        Self::Actual,
        Self::Rate,
        Self::Mute,
        Self::Settings,
    ];

    /// Name of the kind: its table, its word on the shell, its key in JSON and in the words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Unit => "unit",
            Self::Person => "person",
            Self::Membership => "membership",
            Self::Fact => "fact",
            Self::Colleague => "colleague",
            Self::Interaction => "interaction",
            Self::Commitment => "commitment",
            Self::Opportunity => "opportunity",
            Self::Contract => "contract",
            Self::Problem => "problem",
            Self::Reading => "reading",
            Self::Kpi => "kpi",
            Self::Target => "target",
            Self::Actual => "actual",
            Self::Rate => "rate",
            Self::Mute => "mute",
            Self::Settings => "settings",
        }
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.name() == name)
    }

    /// A new record of this kind: empty but for what a new one usually is.
    pub fn blank(self) -> Box<dyn Record> {
        match self {
            Self::Account => Box::new(account::Account::default()),
            Self::Unit => Box::new(unit::Unit::default()),
            Self::Person => Box::new(person::Person::default()),
            Self::Membership => Box::new(person::Membership::default()),
            Self::Fact => Box::new(fact::Fact::default()),
            Self::Colleague => Box::new(colleague::Colleague::default()),
            Self::Interaction => Box::new(interaction::Interaction::default()),
            Self::Commitment => Box::new(commitment::Commitment::default()),
            Self::Opportunity => Box::new(opportunity::Opportunity::fresh()),
            Self::Contract => Box::new(opportunity::Contract::default()),
            Self::Problem => Box::new(problem::Problem::fresh()),
            Self::Reading => Box::new(problem::Reading::default()),
            Self::Kpi => Box::new(kpi::Kpi::fresh()),
            Self::Target => Box::new(kpi::Target::default()),
            Self::Actual => Box::new(kpi::Actual::default()),
            Self::Rate => Box::new(rate::Rate::default()),
            Self::Mute => Box::new(mute::Mute::default()),
            Self::Settings => Box::new(settings::Settings::default()),
        }
    }

    /// The specifications of this kind's fields, in the order in which forms show them.
    pub fn specs(self) -> Vec<&'static Spec> {
        fn of<T: Entity>() -> Vec<&'static Spec> {
            T::FIELDS.iter().map(|f| &f.spec).collect()
        }
        match self {
            Self::Account => of::<account::Account>(),
            Self::Unit => of::<unit::Unit>(),
            Self::Person => of::<person::Person>(),
            Self::Membership => of::<person::Membership>(),
            Self::Fact => of::<fact::Fact>(),
            Self::Colleague => of::<colleague::Colleague>(),
            Self::Interaction => of::<interaction::Interaction>(),
            Self::Commitment => of::<commitment::Commitment>(),
            Self::Opportunity => of::<opportunity::Opportunity>(),
            Self::Contract => of::<opportunity::Contract>(),
            Self::Problem => of::<problem::Problem>(),
            Self::Reading => of::<problem::Reading>(),
            Self::Kpi => of::<kpi::Kpi>(),
            Self::Target => of::<kpi::Target>(),
            Self::Actual => of::<kpi::Actual>(),
            Self::Rate => of::<rate::Rate>(),
            Self::Mute => of::<mute::Mute>(),
            Self::Settings => of::<settings::Settings>(),
        }
    }
}
