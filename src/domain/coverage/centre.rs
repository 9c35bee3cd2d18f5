//! The buying centre: the places that somebody should hold, and how well each of them is held.
use super::{Member, score};
use crate::domain::Id;
use crate::domain::cadence::Contact;
use crate::domain::choice::{BuyingRole, Choice, Stance};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::score::{Figure, Input, Part, Score};
use crate::domain::settings::Settings;

/// A place of the buying centre that somebody should hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Seat {
    /// A role.
    Role(BuyingRole),
    /// Somebody whose stance is +2.
    Champion,
}

/// The places that somebody should hold: the roles of the book, of the program where the book names none, and a champion. In
/// the order in which they are drawn.
pub fn required(settings: &Settings) -> Vec<Seat> {
    required_of(&[], settings)
}

/// The same where an account or a sale has required roles of its own.
pub fn required_of(own: &[BuyingRole], settings: &Settings) -> Vec<Seat> {
    let standard = Settings::standard();
    let roles = [own, &settings.required_roles, &standard.required_roles];
    let roles = roles.into_iter().find(|roles| !roles.is_empty()).unwrap_or_default();
    BuyingRole::ALL
        .iter()
        .filter(|role| roles.contains(role))
        .map(|role| Seat::Role(*role))
        .chain([Seat::Champion])
        .collect()
}

impl Seat {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Role(role) => role.name(),
            Self::Champion => Stance::Champion.name(),
        }
    }

    /// Key of its word.
    pub fn key(self) -> String {
        match self {
            Self::Role(role) => format!("choice-role-{}", role.name()),
            Self::Champion => "choice-stance-champion".to_owned(),
        }
    }

    fn held_by(self, member: &Member) -> bool {
        match self {
            Self::Role(role) => member.roles.contains(&role),
            Self::Champion => member.stance.is_some_and(|(stance, _)| stance == Stance::Champion),
        }
    }
}

/// How well a place is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// By nobody we know.
    Gap,
    /// By somebody with whom contact is overdue, or never was.
    Named,
    /// By somebody with whom we are in contact.
    Covered,
}

/// One required place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Which.
    pub seat: Seat,
    /// How well it is held.
    pub held: Held,
    /// By whom.
    pub people: Vec<Id>,
}

/// The required places of the buying centre, in the order given.
pub fn buying_centre(members: &[Member], required: &[Seat]) -> Vec<Place> {
    let place = |seat: &Seat| {
        let holders = || members.iter().filter(|m| seat.held_by(m));
        let near = |m: &Member| matches!(m.contact, Contact::Fresh | Contact::Due);
        let held = match (holders().next(), holders().any(near)) {
            (None, _) => Held::Gap,
            (Some(_), false) => Held::Named,
            (Some(_), true) => Held::Covered,
        };
        Place { seat: *seat, held, people: holders().map(|m| m.person).collect() }
    };
    required.iter().map(place).collect()
}

/// `role_cov`, in points: `100 · covered/required`.
pub fn role_coverage(places: &[Place]) -> Score {
    let part = |place: &Place| {
        let (points, state) = match place.held {
            Held::Gap => (0.0, "health-seat-gap"),
            Held::Named => (0.0, "health-seat-named"),
            Held::Covered => (100.0, "health-seat-covered"),
        };
        let words = Figure::Words(Explain::new(state));
        let input = Input::new(Explain::new(place.seat.key()), words);
        let people = place.people.iter().map(|id| input.clone().of(Kind::Person, *id));
        // That nobody holds it is said too.
        let nobody = Some(&input).filter(|_| place.people.is_empty()).cloned();
        Part {
            label: Explain::new(place.seat.key()),
            weight: Some(1.0),
            value: Ok(Figure::Points(points)),
            inputs: people.chain(nobody).collect(),
        }
    };
    score("health-formula-roles", places.iter().map(part).collect(), "health-no-roles-required")
}

/// A buying centre as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    /// The active people who enter its figures.
    pub members: Vec<Member>,
    /// Its required places, in the order in which they are drawn.
    pub places: Vec<Place>,
    /// Of each gap for which somebody is being looked for, the placeholder that stands for them.
    pub sought: Vec<(Seat, Id)>,
}

impl Survey {
    /// What these people, the placeholders beside them, and the required places come to.
    pub fn new(members: Vec<Member>, placeholders: &[Member], required: &[Seat]) -> Self {
        let places = buying_centre(&members, required);
        let gaps = places.iter().filter(|place| place.held == Held::Gap);
        let sought = gaps
            .filter_map(|gap| Some((gap.seat, placeholders.iter().find(|p| gap.seat.held_by(p))?.person)));
        Self { sought: sought.collect(), members, places }
    }

    /// The placeholder that stands for a gap.
    pub fn placeholder(&self, seat: Seat) -> Option<Id> {
        self.sought.iter().find(|(of, _)| *of == seat).map(|(_, person)| *person)
    }
}
