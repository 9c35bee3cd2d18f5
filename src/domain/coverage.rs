//! How well we know the people of an account, or of one sale (§4): coverage, buying centre, support, threads. Active people only.
mod centre;

use chrono::NaiveDate;

use super::Id;
use super::cadence::{Contact, as_f64};
use super::choice::{BuyingRole, Choice, Stance};
use super::evidence::stale;
use super::explain::Explain;
use super::kind::Kind;
use super::score::{Figure, Input, Known, Part, Score, count, weighted};
use super::scorecard::Rag;
use super::turn::is_reachable;
pub use centre::{Held, Place, Seat, Survey, buying_centre, required, required_of, role_coverage};

/// An active person, as these formulas see them.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// The person.
    pub person: Id,
    /// Their name, for the words.
    pub name: String,
    /// Influence weight, 1–5.
    pub w: i64,
    /// How they stand against their cadence.
    pub contact: Contact,
    /// Last touch.
    pub last: Option<NaiveDate>,
    /// Attitude to us, and since when; unknown is none.
    pub stance: Option<(Stance, NaiveDate)>,
    /// Places in the buying centre.
    pub roles: Vec<BuyingRole>,
    /// Relationship strength (§2), 0–100.
    pub strength: f64,
    /// Touches in 90 days.
    pub touches: usize,
    /// They asked not to be contacted: nobody is told to.
    pub do_not_contact: bool,
    /// Not before that day: nobody is told to contact them on holiday.
    pub not_before: Option<NaiveDate>,
}

impl Member {
    /// Key player: `w ≥ 4`.
    pub const fn key_player(&self) -> bool {
        self.w >= 4
    }

    /// Whether they may be contacted now: they did not ask us not to, and are not on holiday.
    pub fn is_reachable(&self, today: NaiveDate) -> bool {
        is_reachable(self.do_not_contact, self.not_before, today)
    }

    /// −2 … +2; `None` is unknown.
    pub fn score(&self) -> Option<i64> {
        self.stance.map(|(stance, _)| stance.score())
    }

    /// Days since their stance was learned, where that is too long ago.
    pub fn stance_stale(&self, today: NaiveDate) -> Option<i64> {
        self.stance.and_then(|(_, since)| stale(since, today))
    }

    fn input(&self, figure: Figure) -> Input {
        Input::new(Explain::new("health-input-person").with("name", &self.name), figure)
            .of(Kind::Person, self.person)
    }

    fn part(&self, value: Known<Figure>, input: Input) -> Part {
        let label = Explain::new("health-input-person").with("name", &self.name);
        Part { label, weight: Some(as_f64(self.w)), value, inputs: vec![input] }
    }
}

/// `100 Σ(w·x)/Σw`: x = 1 fresh, .5 due, 0 overdue or never. What never happened is known, so the evidence is full.
pub fn coverage(members: &[Member]) -> Score {
    let part = |m: &Member| {
        let (x, state) = match m.contact {
            Contact::Fresh => (100.0, "health-contact-fresh"),
            Contact::Due => (50.0, "health-contact-due"),
            Contact::Overdue => (0.0, "health-contact-overdue"),
            Contact::Never => (0.0, "health-contact-never"),
        };
        let input = m.input(Figure::Words(Explain::new(state)));
        m.part(Ok(Figure::Points(x)), m.last.iter().fold(input, |input, day| input.on(*day)))
    };
    score("health-formula-coverage", members.iter().map(part).collect(), "health-nobody")
}

/// `100 (Σ(w·s)/Σw + 2)/4` over known stances. The evidence is the share of the weights whose stance is known: unknown is not
/// neutral.
pub fn support(members: &[Member]) -> Score {
    let part = |m: &Member| {
        let Some((stance, since)) = m.stance else {
            let unknown = Explain::new("health-stance-unknown");
            return m.part(Err(unknown.clone()), m.input(Figure::Words(unknown)));
        };
        let said = Explain::new(format!("choice-stance-{}", stance.name()));
        let points = 25.0 * as_f64(stance.score() + 2);
        m.part(Ok(Figure::Points(points)), m.input(Figure::Words(said)).on(since))
    };
    let none = if members.is_empty() { "health-nobody" } else { "health-no-stance" };
    score("health-formula-support", members.iter().map(part).collect(), none)
}

fn score(formula: &str, parts: Vec<Part>, none: &str) -> Score {
    let (value, evidence) = weighted(&parts);
    let value = value.map(Figure::Points).ok_or_else(|| Explain::new(none));
    Score { formula: Explain::new(formula), value, evidence, parts }
}

/// Strength above which a person is a thread.
const THREAD: f64 = 30.0;

/// By how many people an account hangs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Threads {
    /// People with strength above 30, the strongest first.
    pub people: Vec<Id>,
    /// 0–1 off, 2 at risk, from 3 on track.
    pub rag: Rag,
}

/// The threads; on an account without people they are not known.
pub fn threads(members: &[Member]) -> Threads {
    let mut strong: Vec<&Member> = members.iter().filter(|m| m.strength > THREAD).collect();
    strong.sort_by(|a, b| b.strength.total_cmp(&a.strength).then(a.person.cmp(&b.person)));
    let rag = match strong.len() {
        _ if members.is_empty() => Rag::Unknown(Explain::new("health-nobody")),
        0 | 1 => Rag::Off,
        2 => Rag::AtRisk,
        3.. => Rag::OnTrack,
    };
    Threads { people: strong.iter().map(|m| m.person).collect(), rag }
}

/// How much hangs on one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Dependency {
    /// The most-touched person; of several the one with the larger weight.
    pub person: Id,
    /// Their touches / all touches in 90 days, 0 … 1.
    pub share: f64,
    /// Above 60 % at risk, above 80 % off.
    pub rag: Rag,
}

/// On whom the account depends.
///
/// # Errors
/// `health-no-touches` where there was none in 90 days.
pub fn dependency(members: &[Member]) -> Known<Dependency> {
    let all: usize = members.iter().map(|m| m.touches).sum();
    let most = members.iter().max_by_key(|m| (m.touches, m.w, std::cmp::Reverse(m.person)));
    let most = most.filter(|m| m.touches > 0).ok_or_else(|| Explain::new("health-no-touches"))?;
    let share = count(most.touches) / count(all);
    // In integers, so that exactly 60 % is not above it.
    let rag = if most.touches * 10 > all * 8 {
        Rag::Off
    } else if most.touches * 10 > all * 6 {
        Rag::AtRisk
    } else {
        Rag::OnTrack
    };
    Ok(Dependency { person: most.person, share, rag })
}

#[cfg(test)]
mod tests;
