//! Questions about the people: who decides, what they think of us, what moves them.
use std::cmp::Reverse;

use chrono::NaiveDate;

use super::{Inputs, Question, Rule, said};
use crate::domain::Id;
use crate::domain::cadence::Contact;
use crate::domain::choice::{BuyingRole, Choice, Stance};
use crate::domain::coverage::{Held, Member, Seat, buying_centre, threads};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::score::{Figure, Input};
use crate::domain::scorecard::Rag;

/// A person as evidence.
fn of(member: &Member, figure: Figure) -> Input {
    Input::new(Explain::new("health-input-person").with("name", &member.name), figure)
        .of(Kind::Person, member.person)
}

fn unknown(member: &Member) -> Input {
    of(member, Figure::Words(Explain::new("health-stance-unknown")))
}

/// A stance with its day.
fn held(member: &Member, (stance, since): (Stance, NaiveDate)) -> Input {
    of(member, Figure::Words(Explain::new(stance_key(stance)))).on(since)
}

fn stance_key(stance: Stance) -> String {
    format!("choice-stance-{}", stance.name())
}

/// Why a stance is asked about: who, what, since when.
fn why_stance(key: &str, member: &Member, (stance, since): (Stance, NaiveDate)) -> Explain {
    Explain::new(key).with("name", &member.name).with("seats", stance_key(stance)).with("day", since)
}

/// An empty place of the buying centre as evidence.
fn empty(seat: Seat, inputs: &Inputs) -> Input {
    Input { source: inputs.here(), ..said(Explain::new(seat.key()), Explain::new("health-seat-gap")) }
}

fn near(member: &Member) -> bool {
    matches!(member.contact, Contact::Fresh | Contact::Due)
}

fn decides(member: &Member) -> bool {
    member.roles.contains(&BuyingRole::Decider)
}

pub(super) fn no_decider(inputs: &Inputs) -> Option<Question> {
    if inputs.account.is_none() || inputs.members.iter().any(decides) {
        return None;
    }
    let host = inputs.host(&[]);
    let ask = if host.is_some() { "question-no-decider" } else { "question-no-decider-anyone" };
    let evidence = empty(Seat::Role(BuyingRole::Decider), inputs);
    let why = Explain::new("insight-no-decider");
    Some(Question::new(Rule::NoDecider, host, Explain::new(ask), why, evidence))
}

/// Whoever stands next to the decider opens the door to them, anybody else to the next on the way.
pub(super) fn way_to_decider(inputs: &Inputs) -> Option<Question> {
    let known = |id: Id| inputs.members.iter().find(|m| m.person == id);
    let doors = inputs.doors.iter().filter_map(|door| {
        let opens = inputs.there().find(|m| m.person == door.opens)?;
        let decider = known(door.decider).filter(|d| !inputs.attends(d.person) && !near(d))?;
        let to = known(door.to).filter(|m| !inputs.attends(m.person) && !m.do_not_contact)?;
        Some((opens, to, decider))
    });
    let (opens, to, decider) =
        doors.min_by_key(|(_, to, d)| (to.person != d.person, Reverse(d.w), d.person))?;
    let late = Figure::Words(Explain::new("health-seat-named"));
    let evidence = decider.last.iter().fold(of(decider, late), |input, day| input.on(*day));
    let ask = Explain::new("question-way-to-decider").with("name", &to.name);
    let why = if to.person == decider.person { "question-why-way" } else { "question-why-way-on" };
    let why = Explain::new(why).with("name", &decider.name);
    Some(Question::new(Rule::WayToDecider, Some(opens), ask, why, evidence))
}

pub(super) fn opponent(inputs: &Inputs) -> Option<Question> {
    let against = inputs.there().filter_map(|m| m.stance.filter(|s| s.0.score() < 0).map(|s| (m, s)));
    let (member, stance) = against.min_by_key(|(m, s)| (s.0.score(), Reverse(m.w)))?;
    let why = why_stance("question-why-stance", member, stance);
    let ask = Explain::new("question-opponent");
    Some(Question::new(Rule::OpponentAttends, Some(member), ask, why, held(member, stance)))
}

/// Of a decider who will not sit there somebody else can be asked.
pub(super) fn decider_unknown(inputs: &Inputs) -> Option<Question> {
    let blank = |m: &&Member| decides(m) && m.stance.is_none();
    let why = |m: &Member| Explain::new("question-why-decider-unknown").with("name", &m.name);
    let rule = Rule::DeciderUnknown;
    if let Some(member) = inputs.there().find(blank) {
        let ask = Explain::new("question-decider");
        return Some(Question::new(rule, Some(member), ask, why(member), unknown(member)));
    }
    let decider = inputs.members.iter().filter(blank).min_by_key(|m| (Reverse(m.w), m.person))?;
    let host = inputs.host(&[])?;
    let ask = Explain::new("question-decider-absent").with("name", &decider.name);
    let question = Question::new(rule, Some(host), ask, why(decider), unknown(decider));
    Some(Question { absent: true, ..question })
}

pub(super) fn stance_old(inputs: &Inputs, today: NaiveDate) -> Option<Question> {
    let old = inputs.there().filter_map(|m| Some((m, m.stance?, m.stance_stale(today)?)));
    let (member, stance, _) = old.max_by_key(|(m, _, days)| (m.w, *days, Reverse(m.person)))?;
    let why = why_stance("question-why-stance-old", member, stance);
    let ask = Explain::new("question-stance-old");
    Some(Question::new(Rule::StanceOld, Some(member), ask, why, held(member, stance)))
}

/// Of deciders there is a rule of its own.
pub(super) fn stance_unknown(inputs: &Inputs) -> Option<Question> {
    let blank = inputs.there().filter(|m| m.stance.is_none() && !decides(m));
    let member = blank.min_by_key(|m| Reverse(m.w))?;
    let why = Explain::new("question-why-stance-unknown").with("name", &member.name);
    let ask = Explain::new("question-stance-unknown");
    Some(Question::new(Rule::StanceUnknown, Some(member), ask, why, unknown(member)))
}

/// A required place that nobody holds; where nobody is known at all the decider comes first.
pub(super) fn gap(rule: Rule, seat: Seat, inputs: &Inputs) -> Option<Question> {
    let places = buying_centre(&inputs.members, &inputs.required);
    let open = places.iter().any(|place| place.seat == seat && place.held == Held::Gap);
    let host = inputs.host(&[]).filter(|_| open)?;
    let ask = match seat {
        Seat::Role(held) => format!("question-no-{}", held.name()),
        Seat::Champion => "question-no-champion".to_owned(),
    };
    let why = Explain::new("insight-role-gap").with("seats", seat.key());
    Some(Question::new(rule, Some(host), Explain::new(ask), why, empty(seat, inputs)))
}

/// Places that have no rule of their own, in the order in which they are drawn. A role with a name of its own has no question.
pub(super) fn other_gap(inputs: &Inputs) -> Option<Question> {
    let others = inputs.required.iter().filter(|seat| match seat {
        Seat::Role(BuyingRole::Decider | BuyingRole::Buyer | BuyingRole::Other) | Seat::Champion => false,
        Seat::Role(
            BuyingRole::User | BuyingRole::Influencer | BuyingRole::Gatekeeper | BuyingRole::Initiator,
        ) => true,
    });
    others.into_iter().find_map(|seat| gap(Rule::RoleGap, *seat, inputs))
}

pub(super) fn single_threaded(inputs: &Inputs) -> Option<Question> {
    let strong = threads(&inputs.members);
    let [only] = strong.people.as_slice() else { return None };
    let only = inputs.members.iter().find(|m| m.person == *only && strong.rag == Rag::Off)?;
    let host = if inputs.attends(only.person) { Some(only) } else { inputs.host(&[]) }?;
    let why = Explain::new("insight-single-threaded").with("name", &only.name);
    let ask = Explain::new("question-single-threaded");
    let evidence = of(only, Figure::Points(only.strength));
    Some(Question::new(Rule::SingleThreaded, Some(host), ask, why, evidence))
}

/// What they want comes before what worries them.
pub(super) fn motive_unknown(inputs: &Inputs) -> Option<Question> {
    let missing = |wants: bool| {
        let blank = inputs.motives.iter().filter(move |m| if wants { !m.wants } else { !m.worries });
        let members = blank.filter_map(|motive| inputs.there().find(|m| m.person == motive.person));
        members.min_by_key(|m| Reverse(m.w))
    };
    let (member, key) = match (missing(true), missing(false)) {
        (Some(member), _) => (member, "wants"),
        (None, Some(member)) => (member, "worries"),
        (None, None) => return None,
    };
    let why = Explain::new(format!("question-why-{key}")).with("name", &member.name);
    let ask = Explain::new(format!("question-{key}"));
    Some(Question::new(Rule::MotiveUnknown, Some(member), ask, why, unknown(member)))
}

pub(super) fn long_silence(inputs: &Inputs, today: NaiveDate) -> Option<Question> {
    let late = inputs.there().filter(|m| m.contact == Contact::Overdue).filter_map(|m| Some((m, m.last?)));
    let (member, last) = late.min_by_key(|(m, last)| (Reverse(m.w), *last))?;
    let days = crate::domain::day::days_between(last, today);
    let why = Explain::new("question-why-silence").with("name", &member.name).with("days", days);
    let ask = Explain::new("question-silence").with("day", last);
    let evidence = of(member, Figure::Days(days)).on(last);
    Some(Question::new(Rule::LongSilence, Some(member), ask, why, evidence))
}
