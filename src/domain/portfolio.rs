//! All clients (§11): who makes the revenue, how concentrated it is, and how many key accounts one person looks after.
//!
//! What a client deserves stands in [`valuation`], what it takes in [`effort`].
pub mod effort;
pub mod revenue;
pub mod valuation;

use std::cmp::Reverse;

use super::Id;
use super::explain::Explain;
use super::kind::Kind;
use super::score::{Figure, Input, Known, Part, Score, count};

/// A client's class by its part of the revenue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// One of those who make the first 80 %.
    A,
    /// One of those who make the next 15 %.
    B,
    /// One of the rest.
    C,
}

impl Class {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::A, Self::B, Self::C];

    /// Its letter.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }

    /// The class of that letter, small or capital.
    pub fn named(letter: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.letter().eq_ignore_ascii_case(letter))
    }
}

/// Percent of the revenue before a client below which it is an A.
pub const FIRST: i128 = 80;

/// Percent of the revenue before a client below which it is at least a B.
pub const SECOND: i128 = 95;

/// Where a client stands among all of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Counted from 1; the client with the highest revenue is the first.
    pub rank: usize,
    /// Its part of the revenue, 0 … 1.
    pub share: f64,
    /// What all up to this client make, 0 … 1.
    pub up_to: f64,
    /// What those make who have more than this client, 0 … 1: by it the class is decided.
    pub before: f64,
    /// Its class.
    pub class: Class,
}

/// The clients by their revenue.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pareto {
    /// The revenue of all, in the minor units of the currency of sums; what is below zero counts as nothing.
    pub total: i128,
    /// Numbers of the clients, the highest revenue first; only of those of whom it is known.
    pub order: Vec<usize>,
    /// The place of each client; `None` where its revenue is not known, or nobody's is more than nothing.
    pub places: Vec<Option<Place>>,
}

/// Sorts clients by their yearly revenue, in minor units of one currency, and gives each its class, in integers: A while what
/// those with more make is less than 80 % of all, B while less than 95 %, else C. Equal revenue is the same class, so that no
/// class depends on the order in which clients are given.
pub fn pareto(revenues: &[Option<i64>]) -> Pareto {
    let worth = |i: &usize| revenues.get(*i).copied().flatten().map_or(0, |minor| i128::from(minor.max(0)));
    let mut order: Vec<usize> = (0..revenues.len()).filter(|i| revenues[*i].is_some()).collect();
    order.sort_by_key(|i| (Reverse(revenues[*i]), *i));
    let total: i128 = order.iter().map(worth).sum();
    let mut places = vec![None; revenues.len()];
    let (mut sum, mut before) = (0_i128, 0_i128);
    let mut last = None;
    for (rank, index) in (1..).zip(&order) {
        let own = worth(index);
        if last != Some(own) {
            (before, last) = (sum, Some(own));
        }
        sum += own;
        if let Some(place) = places.get_mut(*index).filter(|_| total > 0) {
            let share = |part: i128| part_of(part, total);
            let class = class(before, total);
            *place = Some(Place { rank, share: share(own), up_to: share(sum), before: share(before), class });
        }
    }
    Pareto { total, order, places }
}

/// By what those with more revenue make.
const fn class(before: i128, total: i128) -> Class {
    if before * 100 < FIRST * total {
        Class::A
    } else if before * 100 < SECOND * total {
        Class::B
    } else {
        Class::C
    }
}

#[expect(clippy::cast_precision_loss, reason = "only for what is shown: classes are decided in integers")]
fn part_of(part: i128, total: i128) -> f64 {
    part as f64 / total as f64
}

/// What the clients of one class are.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Layer {
    /// How many there are.
    pub clients: usize,
    /// What they make of the revenue, 0 … 1.
    pub share: f64,
}

impl Pareto {
    /// The classes from A to C.
    pub fn layers(&self) -> [Layer; 3] {
        Class::ALL.map(|class| {
            let of_class = self.places.iter().flatten().filter(|place| place.class == class);
            of_class.fold(Layer::default(), |layer, place| Layer {
                clients: layer.clients + 1,
                share: layer.share + place.share,
            })
        })
    }

    /// What all up to each client make, 0 … 1, in their order: the curve.
    pub fn curve(&self) -> Vec<f64> {
        self.order.iter().filter_map(|i| self.places.get(*i)?.as_ref()).map(|place| place.up_to).collect()
    }

    /// How concentrated the revenue is (`HHI = Σ share²`), 0 … 1; one client is 1.
    ///
    /// # Errors
    /// `portfolio-no-revenues` as long as no client has any.
    pub fn hhi(&self) -> Known {
        if self.total <= 0 {
            return Err(Explain::new("portfolio-no-revenues"));
        }
        Ok(self.places.iter().flatten().map(|place| place.share * place.share).sum())
    }

    /// How many clients of one size would be as concentrated: `1 / HHI`.
    ///
    /// # Errors
    /// `portfolio-no-revenues` as long as no client has any.
    pub fn as_many_equal(&self) -> Known {
        self.hhi().map(|hhi| 1.0 / hhi)
    }
}

/// How the class of a client is made, for `=`. The reason why there is none is that of its revenue.
pub fn explained(client: (Id, Option<Place>), revenue: &Known, known: usize) -> Score {
    let (id, place) = client;
    let class = |place: Place| Figure::Words(Explain::new(class_key(place.class)));
    let value = match (place, revenue) {
        (Some(place), _) => Ok(class(place)),
        (None, Err(why)) => Err(why.clone()),
        (None, Ok(_)) => Err(Explain::new("portfolio-no-revenues")),
    };
    let own = revenue.clone().map(Figure::Measured);
    let shares = place.into_iter().flat_map(|place| {
        let input = |key, figure| Input::new(Explain::new(key), figure);
        [
            input("portfolio-input-rank", Figure::Count(place.rank)),
            input("portfolio-input-clients", Figure::Count(known)),
            input("portfolio-input-share", Figure::Share(place.share)),
            input("portfolio-input-before", Figure::Share(place.before)),
        ]
    });
    let own = Part::plain("portfolio-part-revenue", own, shares.map(|i| i.of(Kind::Account, id)).collect());
    Score {
        formula: Explain::new("portfolio-formula-class"),
        evidence: if value.is_ok() { 1.0 } else { 0.0 },
        value,
        parts: vec![own],
    }
}

/// The word of a class.
pub const fn class_key(class: Class) -> &'static str {
    match class {
        Class::A => "portfolio-class-a",
        Class::B => "portfolio-class-b",
        Class::C => "portfolio-class-c",
    }
}

/// Most key accounts that one person can look after as they deserve.
pub const MOST: usize = 4;

/// Whether one person looks after the right number of key accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Load {
    /// Nobody is a key account.
    Nobody,
    /// One to four.
    Right(usize),
    /// More than four.
    TooMany(usize),
}

impl Load {
    /// The load of so many key accounts.
    pub const fn of(keys: usize) -> Self {
        match keys {
            0 => Self::Nobody,
            1..=MOST => Self::Right(keys),
            _ => Self::TooMany(keys),
        }
    }

    /// What is said of it.
    pub fn said(self) -> Explain {
        match self {
            Self::Nobody => Explain::new("portfolio-load-nobody"),
            Self::Right(keys) => Explain::new("portfolio-load-right").with("count", keys),
            Self::TooMany(keys) => Explain::new("portfolio-load-many").with("count", keys).with("most", MOST),
        }
    }
}

/// A part of something in all of it.
///
/// # Errors
/// The reason given where the whole is not more than nothing.
fn share_of(part: f64, whole: f64, none: &str) -> Known {
    if whole > 0.0 { Ok(part / whole) } else { Err(Explain::new(none)) }
}

/// What clients make of the turnover of the company, 0 … 1.
///
/// # Errors
/// `portfolio-no-company` where it is not known; why it is not in the currency of sums.
pub fn of_company(revenue: f64, company: Option<&Known>) -> Known {
    let company = company.cloned().unwrap_or_else(|| Err(Explain::new("portfolio-no-company")))?;
    share_of(revenue, company, "portfolio-no-company")
}

/// How concentrated all is, for `=`.
pub fn concentration(pareto: &Pareto) -> Score {
    let layers = pareto.layers();
    let part = |(class, layer): (Class, &Layer)| {
        let share = Figure::Share(layer.share);
        let clients = Input::new(Explain::new("portfolio-input-clients"), Figure::Count(layer.clients));
        Part::plain(class_key(class), Ok(share), vec![clients])
    };
    let known = pareto.order.len();
    let evidence = if pareto.places.is_empty() { 0.0 } else { count(known) / count(pareto.places.len()) };
    Score {
        formula: Explain::new("portfolio-formula-hhi"),
        value: pareto.hhi().map(Figure::Plain),
        evidence,
        parts: Class::ALL.into_iter().zip(&layers).map(part).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn classes(revenues: &[i64]) -> Vec<Class> {
        let pareto = pareto(&revenues.iter().copied().map(Some).collect::<Vec<_>>());
        pareto.places.iter().map(|place| place.unwrap().class).collect()
    }

    #[test]
    fn the_vector_of_section_11() {
        let revenues = [Some(520), Some(300), Some(130), Some(50)];
        let pareto = pareto(&revenues);
        assert_eq!(classes(&[520, 300, 130, 50]), [Class::A, Class::A, Class::B, Class::C]);
        assert!((pareto.hhi().unwrap() - 0.3798).abs() < 1e-9);
        assert!((pareto.as_many_equal().unwrap() - 1.0 / 0.3798).abs() < 1e-9);
        let layers = pareto.layers();
        assert_eq!(layers.map(|l| l.clients), [2, 1, 1]);
        assert!((layers[0].share - 0.82).abs() < 1e-9);
        let curve = pareto.curve();
        assert_eq!(curve.len(), 4);
        for (drawn, share) in curve.iter().zip([0.52, 0.82, 0.95, 1.0]) {
            assert!((drawn - share).abs() < 1e-9);
        }
    }

    #[test]
    fn exactly_80_percent_before_is_a_b_and_exactly_95_a_c() {
        assert_eq!(classes(&[80, 15, 5]), [Class::A, Class::B, Class::C]);
        assert_eq!(classes(&[799, 151, 50]), [Class::A, Class::A, Class::C]);
    }

    #[test]
    fn clients_of_one_revenue_are_of_one_class() {
        assert_eq!(classes(&[10; 10]), [Class::A; 10]);
        assert_eq!(classes(&[80, 10, 10]), [Class::A, Class::B, Class::B]);
    }

    #[test]
    fn what_is_not_known_has_no_place_and_what_is_below_nothing_makes_nothing() {
        let found = pareto(&[None, Some(100), Some(-30), Some(0)]);
        assert_eq!((found.total, found.order), (100, vec![1, 3, 2]));
        assert_eq!(found.places[0], None);
        assert_eq!(found.places[1].unwrap().class, Class::A);
        assert_eq!(
            found.places[2].unwrap(),
            Place { rank: 3, share: 0.0, up_to: 1.0, before: 1.0, class: Class::C }
        );
        let nothing = pareto(&[Some(0), None]);
        assert!(nothing.places.iter().all(Option::is_none));
        assert_eq!(nothing.hhi().unwrap_err().key, "portfolio-no-revenues");
        assert!(pareto(&[]).curve().is_empty());
    }

    #[test]
    fn the_largest_amounts_of_thousands_of_clients_do_not_overflow() {
        let found = pareto(&vec![Some(i64::MAX); 5_000]);
        assert!(found.places.iter().flatten().all(|place| place.class == Class::A));
        assert!((found.hhi().unwrap() - 1.0 / 5_000.0).abs() < 1e-12);
    }

    #[test]
    fn more_than_four_key_accounts_or_none_is_said() {
        let said = |keys| Load::of(keys).said().key;
        assert_eq!(
            [0, 1, 4, 5].map(said),
            ["portfolio-load-nobody", "portfolio-load-right", "portfolio-load-right", "portfolio-load-many"]
        );
    }

    #[test]
    fn a_class_explains_itself_and_says_why_there_is_none() {
        let found = pareto(&[Some(520), Some(300), Some(130), Some(50)]);
        let score = explained((7, found.places[2]), &Ok(1.3), 4);
        assert_eq!(score.value, Ok(Figure::Words(Explain::new("portfolio-class-b"))));
        assert_eq!(score.parts[0].inputs[0].figure, Figure::Count(3));
        let unknown = explained((7, None), &Err(Explain::new("revenue-none")), 4);
        assert_eq!(unknown.value.unwrap_err().key, "revenue-none");
    }

    #[test]
    fn the_company_s_turnover_must_be_known_for_a_share_of_it() {
        assert_eq!(of_company(5.0, Some(&Ok(20.0))), Ok(0.25));
        assert_eq!(of_company(5.0, Some(&Ok(0.0))).unwrap_err().key, "portfolio-no-company");
        assert_eq!(of_company(5.0, None).unwrap_err().key, "portfolio-no-company");
    }

    proptest! {
        #[test]
        fn classes_do_not_depend_on_the_order_of_the_clients(
            revenues in proptest::collection::vec(proptest::option::of(-500..100_000_i64), 0..60),
            seed in any::<u64>(),
        ) {
            let straight = pareto(&revenues);
            let mut mixed: Vec<usize> = (0..revenues.len()).collect();
            let key = |i: &usize| (*i as u64 + 1).wrapping_mul(seed | 1).rotate_left(17);
            mixed.sort_by_key(key);
            let other = pareto(&mixed.iter().map(|i| revenues[*i]).collect::<Vec<_>>());
            for (at, index) in mixed.iter().enumerate() {
                let class = |place: Option<Place>| place.map(|p| p.class);
                prop_assert_eq!(class(other.places[at]), class(straight.places[*index]));
            }
            prop_assert_eq!(other.total, straight.total);
        }

        #[test]
        fn shares_add_up_and_who_has_more_is_never_of_a_lower_class(
            revenues in proptest::collection::vec(0..1_000_000_i64, 1..80),
        ) {
            let found = pareto(&revenues.iter().copied().map(Some).collect::<Vec<_>>());
            let places: Vec<Place> = found.order.iter().filter_map(|i| found.places[*i]).collect();
            prop_assume!(found.total > 0);
            let sum: f64 = places.iter().map(|p| p.share).sum();
            prop_assert!((sum - 1.0).abs() < 1e-9);
            prop_assert!(places.windows(2).all(|w| w[0].class <= w[1].class && w[0].up_to <= w[1].up_to + 1e-12));
            prop_assert_eq!(places[0].class, Class::A);
            let hhi = found.hhi().unwrap();
            prop_assert!(hhi <= 1.0 + 1e-9 && hhi >= 1.0 / count(revenues.len()) - 1e-9);
        }
    }
}
