//! The registry of entities: what kinds of record a book holds.
//!
//! One row a kind says all that the rooms above must know of it without its type. What only one kind has beside its row stands
//! where it is needed, as an exception of its own.
use super::field::{Entity, Record, Spec};
use super::{
    account, colleague, commitment, decision, fact, influence, interaction, issued, kpi, market, mute,
    opportunity, person, plan, problem, rate, review, settings, unit,
};

/// By what a record is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Title {
    /// The first of these fields that is not empty.
    Fields(&'static [&'static str]),
    /// What the record behind this link is called.
    Of(&'static str, Kind),
}

/// What is known of a kind.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// Its table, its word on the shell, its key in JSON and in the words.
    pub name: &'static str,
    /// By what its records are called.
    pub title: Title,
    /// Its note, for the user's editor.
    pub note: Option<&'static str>,
    /// The day with which a new one begins: what is written down mostly happened today.
    pub begins: Option<&'static str>,
    /// Whether the directory knows its records by name.
    pub named: bool,
    /// The kind of record of which it is a part: acts on it are acts on that one.
    pub part_of: Option<Kind>,
    blank: fn() -> Box<dyn Record>,
    specs: fn() -> Vec<&'static Spec>,
}

const fn row<T: Entity>(name: &'static str, title: Title) -> Row {
    fn blank<T: Entity>() -> Box<dyn Record> {
        Box::new(T::default())
    }
    fn specs<T: Entity>() -> Vec<&'static Spec> {
        T::FIELDS.iter().map(|f| &f.spec).collect()
    }
    let (blank, specs) = (blank::<T>, specs::<T>);
    Row { name, title, note: None, begins: None, named: false, part_of: None, blank, specs }
}

impl Row {
    const fn note(self, field: &'static str) -> Self {
        Self { note: Some(field), ..self }
    }
    const fn begins(self, field: &'static str) -> Self {
        Self { begins: Some(field), ..self }
    }
    const fn named(self) -> Self {
        Self { named: true, ..self }
    }
    const fn part_of(self, kind: Kind) -> Self {
        Self { part_of: Some(kind), ..self }
    }
    const fn fresh(self, blank: fn() -> Box<dyn Record>) -> Self {
        Self { blank, ..self }
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $row:expr;)+) => {
        /// A kind of record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Kind { $($(#[$doc])* $kind),+ }

        impl Kind {
            /// All kinds, in an order in which each refers only to earlier ones and to itself.
            pub const ALL: [Self; ROWS.len()] = [$(Self::$kind),+];
        }

        const ROWS: &[Row] = &[$($row),+];
    };
}

const NAME: Title = Title::Fields(&["name"]);

kinds! {
    /// A client.
    Account = row::<account::Account>("account", NAME).note("notes").named();
    /// A part of an account.
    Unit = row::<unit::Unit>("unit", NAME).note("notes").named();
    /// A stakeholder.
    Person = row::<person::Person>("person", NAME).note("personal").named();
    /// A person's place at an account.
    Membership = row::<person::Membership>("membership", Title::Of("person", Kind::Person)).part_of(Kind::Person);
    /// A member of our own account team.
    Colleague = row::<colleague::Colleague>("colleague", NAME).note("notes").named();
    /// A conversation.
    Interaction = row::<interaction::Interaction>("interaction", Title::Fields(&["text", "raw"])).note("text");
    /// An indicator.
    Kpi = row::<kpi::Kpi>("kpi", NAME).fresh(|| Box::new(kpi::Kpi::fresh())).note("formula").named();
    /// What an indicator should be in a period.
    Target = row::<kpi::Target>("target", Title::Of("kpi", Kind::Kpi)).part_of(Kind::Kpi);
    /// What an indicator was in a period.
    Actual = row::<kpi::Actual>("actual", Title::Of("kpi", Kind::Kpi)).part_of(Kind::Kpi);
    /// Somebody who sells what we sell.
    Competitor = row::<market::Competitor>("competitor", NAME).note("notes").named();
    /// Something that we sell.
    Offering = row::<market::Offering>("offering", NAME).note("notes").named();
    /// What is to be reached at an account in a period.
    Plan = row::<plan::Plan>("plan", NAME).fresh(|| Box::new(plan::Plan::fresh())).note("notes").named();
    /// Something to be reached in a plan.
    Objective = row::<plan::Objective>("objective", NAME)
        .fresh(|| Box::new(plan::Objective::fresh()))
        .note("notes")
        .named();
    /// What is done to reach an objective.
    Initiative = row::<plan::Initiative>("initiative", NAME).note("notes").named();
    /// A day by which something must stand.
    Milestone = row::<plan::Milestone>("milestone", NAME).note("notes").named();
    /// A promise of one side to the other.
    Commitment = row::<commitment::Commitment>("commitment", Title::Fields(&["text"]));
    /// Stance, role, influence or interest of a membership from a day on.
    Fact = row::<fact::Fact>("fact", Title::Fields(&["value"])).part_of(Kind::Person);
    /// Who sways whom at an account.
    Influence = row::<influence::Influence>("influence", Title::Of("person", Kind::Person))
        .fresh(|| Box::new(influence::Influence::fresh()))
        .note("notes")
        .begins("since");
    /// A possible sale.
    Opportunity = row::<opportunity::Opportunity>("opportunity", NAME)
        .fresh(|| Box::new(opportunity::Opportunity::fresh()))
        .note("notes")
        .named();
    /// Who sits in the buying centre of one possible sale.
    Involvement = row::<opportunity::Involvement>("involvement", Title::Of("person", Kind::Person)).note("notes");
    /// How a possible sale stood from a day on.
    Step = row::<opportunity::Step>("step", Title::Of("opportunity", Kind::Opportunity)).part_of(Kind::Opportunity);
    /// What is agreed for some time.
    Contract = row::<opportunity::Contract>("contract", NAME).note("notes").begins("starts_on");
    /// Something that went wrong.
    Problem = row::<problem::Problem>("problem", NAME)
        .fresh(|| Box::new(problem::Problem::fresh()))
        .note("cause")
        .begins("opened_on");
    /// How satisfied they say they are.
    Reading = row::<problem::Reading>("reading", Title::Of("account", Kind::Account)).note("text").begins("day");
    /// An offering at a part of an account.
    WhiteSpace = row::<market::WhiteSpace>("whitespace", Title::Of("offering", Kind::Offering))
        .fresh(|| Box::new(market::WhiteSpace::fresh()))
        .note("notes");
    /// Something learned about client, market or ourselves.
    Insight = row::<market::Insight>("insight", NAME)
        .fresh(|| Box::new(market::Insight::fresh()))
        .note("text")
        .begins("day")
        .named();
    /// Special care given to an account.
    Perk = row::<market::Perk>("perk", NAME)
        .fresh(|| Box::new(market::Perk::fresh()))
        .note("notes")
        .begins("since")
        .named();
    /// Something decided or changed.
    Decision = row::<decision::Decision>("decision", NAME)
        .fresh(|| Box::new(decision::Decision::fresh()))
        .note("why")
        .begins("decided_on")
        .named();
    /// That somebody has been told of a decision.
    Telling = row::<decision::Telling>("telling", Title::Of("decision", Kind::Decision)).begins("day");
    /// A colleague in the team of an account.
    Assignment = row::<decision::Assignment>("assignment", Title::Of("colleague", Kind::Colleague))
        .note("notes")
        .begins("since");
    /// That an account was made a key account, or released.
    Promotion = row::<review::Promotion>("promotion", Title::Of("account", Kind::Account))
        .note("reason")
        .begins("day");
    /// A weekly review.
    Review = row::<review::Review>("review", Title::Fields(&["notes"])).note("notes").begins("day");
    /// A report that was issued.
    Issued = row::<issued::Issued>("issued", Title::Fields(&["title"]));
    /// What a currency was worth in a year.
    Rate = row::<rate::Rate>("rate", Title::Fields(&["currency"]));
    /// What keeps quiet until a day.
    Mute = row::<mute::Mute>("mute", Title::Fields(&[]));
    /// What changes a figure; the book has exactly one.
    Settings = row::<settings::Settings>("settings", Title::Fields(&[]));
}

impl Kind {
    /// All that is known of the kind.
    pub const fn row(self) -> &'static Row {
        // The table is generated with the enum, one row a variant in the same order.
        &ROWS[self as usize]
    }

    /// Name of the kind: its table, its word on the shell, its key in JSON and in the words.
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.name() == name)
    }

    /// Whether the directory knows its records by name.
    pub const fn has_names(self) -> bool {
        self.row().named
    }

    /// A new record of this kind: empty but for what a new one usually is.
    pub fn blank(self) -> Box<dyn Record> {
        (self.row().blank)()
    }

    /// The specifications of this kind's fields, in the order in which forms show them.
    pub fn specs(self) -> Vec<&'static Spec> {
        (self.row().specs)()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_that_a_row_names_is_one_of_the_kind() {
        for kind in Kind::ALL {
            let row = kind.row();
            let title: &[&str] = match &row.title {
                Title::Fields(fields) => fields,
                Title::Of(field, _) => std::slice::from_ref(field),
            };
            for name in title.iter().chain(&row.note).chain(&row.begins) {
                assert!(kind.specs().iter().any(|s| s.name == *name), "{}.{name}", row.name);
            }
        }
    }

    #[test]
    fn a_blank_record_is_of_its_kind() {
        for kind in Kind::ALL {
            assert_eq!(kind.blank().kind(), kind);
            assert_eq!(Kind::named(kind.name()), Some(kind));
        }
    }
}
