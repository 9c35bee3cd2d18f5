//! Guided choice: two or three questions that are answered by yes or no propose a stance, a weight, a role or an interest, with the reason.
//! They ask for what was seen, never for an opinion: who speaks for us when we are not there is a supporter, who is only
//! friendly is not.
use super::choice::{BuyingRole, Choice, Stance};
use super::explain::Explain;

/// What is to be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Guide {
    /// Attitude to us.
    Stance,
    /// Weight in decisions.
    Influence,
    /// Place in the buying centre.
    Role,
    /// How much what we do matters to them.
    Interest,
}

/// What the answers lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proposal {
    /// Attitude; `None` is not known.
    Stance(Option<Stance>),
    /// Weight 1–5.
    Influence(i64),
    /// A place in the buying centre.
    Role(BuyingRole),
    /// Interest 1–5.
    Interest(i64),
}

/// Where some answers lead: the next question, or the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Asks on. The name is the end of the key of its words.
    Ask(&'static Question),
    /// Proposes.
    Propose(Proposal),
}

/// A question.
#[derive(Debug, PartialEq, Eq)]
pub struct Question {
    name: &'static str,
    yes: Step,
    no: Step,
}

impl Guide {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Stance, Self::Influence, Self::Role, Self::Interest];

    /// Its name, in the keys of its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stance => "stance",
            Self::Influence => "influence",
            Self::Role => "role",
            Self::Interest => "interest",
        }
    }

    /// The first question.
    pub const fn first(self) -> &'static Question {
        match self {
            Self::Stance => &SPOKEN_FOR,
            Self::Influence => &TURNED,
            Self::Role => &DECIDES,
            Self::Interest => &MEASURED,
        }
    }

    /// Where answers lead from the first question on, true being yes; answers behind the end are not looked at.
    pub fn after(self, answers: &[bool]) -> Step {
        let mut step = Step::Ask(self.first());
        for yes in answers {
            let Step::Ask(question) = step else { break };
            step = if *yes { question.yes } else { question.no };
        }
        step
    }

    /// The questions that some answers belong to.
    pub fn asked(self, answers: &[bool]) -> Vec<(&'static Question, bool)> {
        let at = |(n, yes): (usize, &bool)| match self.after(answers.get(..n)?) {
            Step::Ask(question) => Some((question, *yes)),
            Step::Propose(_) => None,
        };
        answers.iter().enumerate().filter_map(at).collect()
    }

    /// How many questions may still come after some answers, at the most.
    pub fn left(self, answers: &[bool]) -> usize {
        left(self.after(answers))
    }
}

fn left(step: Step) -> usize {
    match step {
        Step::Ask(question) => 1 + left(question.yes).max(left(question.no)),
        Step::Propose(_) => 0,
    }
}

impl Question {
    /// The question about somebody: an [`Explain`] of the person's name.
    pub fn of(&self, name: &str) -> Explain {
        Explain::new(format!("guide-ask-{}", self.name)).with("name", name)
    }
}

impl Proposal {
    /// Why: what was seen.
    pub fn reason(self) -> Explain {
        let of = match self {
            Self::Stance(stance) => format!("stance-{}", stance.map_or("unknown", Choice::name)),
            Self::Influence(weight) => format!("influence-{weight}"),
            Self::Role(role) => format!("role-{}", role.name()),
            Self::Interest(interest) => format!("interest-{interest}"),
        };
        Explain::new(format!("guide-why-{of}"))
    }
}

const fn ask(question: &'static Question) -> Step {
    Step::Ask(question)
}

const fn stance(stance: Stance) -> Step {
    Step::Propose(Proposal::Stance(Some(stance)))
}

const fn weight(weight: i64) -> Step {
    Step::Propose(Proposal::Influence(weight))
}

const fn role(role: BuyingRole) -> Step {
    Step::Propose(Proposal::Role(role))
}

const fn interest(interest: i64) -> Step {
    Step::Propose(Proposal::Interest(interest))
}

/// Has spoken for us when we were not in the room.
static SPOKEN_FOR: Question = Question { name: "spoken-for", yes: ask(&RISKED), no: ask(&SPOKEN_AGAINST) };
/// Has risked something of their own for us.
static RISKED: Question =
    Question { name: "risked", yes: stance(Stance::Champion), no: stance(Stance::Supporter) };
/// Has spoken against us or for a rival.
static SPOKEN_AGAINST: Question = Question { name: "spoken-against", yes: ask(&STOPPED), no: ask(&TOLD_US) };
/// Something of ours was stopped or put off because of them.
static STOPPED: Question =
    Question { name: "stopped", yes: stance(Stance::Blocker), no: stance(Stance::Sceptic) };
/// We know what they think, from them or from who was there.
static TOLD_US: Question =
    Question { name: "told-us", yes: stance(Stance::Neutral), no: Step::Propose(Proposal::Stance(None)) };

/// A decision went another way because of them.
static TURNED: Question = Question { name: "turned", yes: ask(&AGREES), no: ask(&ASKED_FIRST) };
/// Nothing is signed without them.
static AGREES: Question = Question { name: "agrees", yes: weight(5), no: weight(4) };
/// Who decides asks them first.
static ASKED_FIRST: Question = Question { name: "asked-first", yes: weight(3), no: ask(&IN_MEETINGS) };
/// They are there when it is talked about.
static IN_MEETINGS: Question = Question { name: "in-meetings", yes: weight(2), no: weight(1) };

/// They take part when it is decided.
static DECIDES: Question = Question { name: "decides", yes: ask(&LAST_WORD), no: ask(&USES) };
/// Theirs is the last word.
static LAST_WORD: Question =
    Question { name: "last-word", yes: role(BuyingRole::Decider), no: ask(&NEGOTIATES) };
/// They negotiate or order.
static NEGOTIATES: Question =
    Question { name: "negotiates", yes: role(BuyingRole::Buyer), no: role(BuyingRole::Influencer) };
/// They work with what we supply.
static USES: Question = Question { name: "uses", yes: ask(&SAID_FIRST), no: ask(&GOES_THROUGH) };
/// They said first that something was needed.
static SAID_FIRST: Question =
    Question { name: "said-first", yes: role(BuyingRole::Initiator), no: role(BuyingRole::User) };
/// Others are reached through them.
static GOES_THROUGH: Question =
    Question { name: "goes-through", yes: role(BuyingRole::Gatekeeper), no: role(BuyingRole::Other) };

/// What we do shows in what they are measured by.
static MEASURED: Question = Question { name: "measured", yes: ask(&CAME), no: ask(&ANSWERS) };
/// They came to us by themselves.
static CAME: Question = Question { name: "came", yes: interest(5), no: interest(4) };
/// They answer when it is about us.
static ANSWERS: Question = Question { name: "answers", yes: interest(3), no: ask(&ASKED_ONCE) };
/// They have asked something at least once.
static ASKED_ONCE: Question = Question { name: "asked-once", yes: interest(2), no: interest(1) };

#[cfg(test)]
mod tests {
    use super::*;

    /// Every way through, with its end.
    fn ways(guide: Guide, answers: &[bool]) -> Vec<(Vec<bool>, Proposal)> {
        match guide.after(answers) {
            Step::Propose(proposal) => vec![(answers.to_vec(), proposal)],
            Step::Ask(_) => {
                [true, false].into_iter().flat_map(|yes| ways(guide, &[answers, &[yes]].concat())).collect()
            }
        }
    }

    #[test]
    fn every_way_ends_after_two_or_three_questions() {
        for guide in Guide::ALL {
            let ways = ways(guide, &[]);
            assert!(ways.iter().all(|(answers, _)| (2..=3).contains(&answers.len())), "{guide:?}");
            assert_eq!(guide.left(&[]), 3);
            for (answers, end) in ways {
                assert_eq!(guide.left(&answers), 0);
                assert_eq!(guide.asked(&answers).len(), answers.len());
                let more = [answers.as_slice(), &[true, false]].concat();
                assert_eq!(guide.after(&more), Step::Propose(end), "answers behind the end say nothing");
            }
        }
    }

    #[test]
    fn every_value_is_reached_by_one_way() {
        let count = |guide, end| ways(guide, &[]).iter().filter(|way| way.1 == end).count();
        for stance in Stance::ALL.iter().copied().map(Some).chain([None]) {
            assert_eq!(count(Guide::Stance, Proposal::Stance(stance)), 1, "{stance:?}");
        }
        for weight in 1..=5 {
            assert_eq!(count(Guide::Influence, Proposal::Influence(weight)), 1, "{weight}");
            assert_eq!(count(Guide::Interest, Proposal::Interest(weight)), 1, "{weight}");
        }
        for role in BuyingRole::ALL {
            assert_eq!(count(Guide::Role, Proposal::Role(*role)), 1, "{role:?}");
        }
    }

    #[test]
    fn who_is_only_friendly_is_no_supporter() {
        assert_eq!(
            Guide::Stance.after(&[false, false, true]),
            Step::Propose(Proposal::Stance(Some(Stance::Neutral)))
        );
    }
}
