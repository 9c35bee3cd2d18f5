//! What each rule finds, the weightiest first.
use std::cmp::Reverse;

use chrono::NaiveDate;

use super::{Act, Inputs, Insight, Rule, Watched, market};
use crate::domain::Id;
use crate::domain::choice::{Better, BuyingRole, Choice, Side, Stance};
use crate::domain::coverage::{Held, Member, Seat, buying_centre, threads};
use crate::domain::day::days_between;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::needs::OpenPromise;
use crate::domain::score::{Figure, Input, Source};
use crate::domain::scorecard::Rag;

/// Days after which a champion has been left alone for too long.
const QUIET: i64 = 30;
/// Days by which a promise of theirs may be late.
const PATIENCE: i64 = 7;
/// How far beyond the best of three periods a required rate may lie.
const BEYOND: f64 = 1.2;

pub(super) fn found(rule: Rule, inputs: &Inputs, today: NaiveDate) -> Vec<Insight> {
    match rule {
        Rule::NoDecider => no_decider(inputs).into_iter().collect(),
        Rule::FewSupporters => few_supporters(inputs).into_iter().collect(),
        Rule::NobodyAgainst => nobody_against(inputs).into_iter().collect(),
        Rule::Outweighed => outweighed(inputs).into_iter().collect(),
        Rule::SingleThreaded => single_threaded(inputs, today).into_iter().collect(),
        Rule::ChampionQuiet => champion_quiet(inputs, today),
        Rule::RoleGap => role_gap(inputs).into_iter().collect(),
        Rule::StanceOld => stance_old(inputs, today),
        Rule::OursOverdue => overdue(inputs, Side::Ours, today),
        Rule::TheirsOverdue => overdue(inputs, Side::Theirs, today),
        Rule::IndicatorStale => indicator_stale(inputs),
        Rule::RateBeyond => rate_beyond(inputs),
        Rule::RivalEnds => market::rival_ends(inputs, today),
        Rule::PlanUnreviewed => market::plan_unreviewed(inputs, today).into_iter().collect(),
        Rule::EffortApart => market::effort_apart(inputs).into_iter().collect(),
    }
}

fn insight(rule: Rule, subject: (Kind, Id), explain: Explain, act: Act) -> Insight {
    Insight { rule, subject, explain, evidence: Vec::new(), act, more: 0 }
}

fn account(inputs: &Inputs) -> (Kind, Id) {
    (Kind::Account, inputs.account)
}

/// People in the order in which they matter.
fn by_weight<'a>(members: impl Iterator<Item = &'a Member>) -> Vec<&'a Member> {
    let mut members: Vec<_> = members.collect();
    members.sort_by_key(|m| (Reverse(m.w), m.person));
    members
}

fn stance_of(member: &Member) -> Input {
    let said = member.stance.map_or_else(
        || Explain::new("health-stance-unknown"),
        |(stance, _)| Explain::new(format!("choice-stance-{}", stance.name())),
    );
    let label = Explain::new("health-input-person").with("name", &member.name);
    let input = Input::new(label, Figure::Words(said)).of(Kind::Person, member.person);
    member.stance.iter().fold(input, |input, (_, since)| input.on(*since))
}

fn no_decider(inputs: &Inputs) -> Option<Insight> {
    let named = inputs.members.iter().any(|m| m.roles.contains(&BuyingRole::Decider));
    let act = Act::AddPerson(Some(BuyingRole::Decider));
    (!named).then(|| insight(Rule::NoDecider, account(inputs), Explain::new("insight-no-decider"), act))
}

fn key_players(inputs: &Inputs) -> Vec<&Member> {
    by_weight(inputs.members.iter().filter(|m| m.key_player()))
}

fn supports(member: &Member) -> bool {
    member.score().is_some_and(|score| score > 0)
}

fn opposes(member: &Member) -> bool {
    member.score().is_some_and(|score| score < 0)
}

fn few_supporters(inputs: &Inputs) -> Option<Insight> {
    let players = key_players(inputs);
    let supporters = players.iter().filter(|m| supports(m)).count();
    let first = players.iter().find(|m| !supports(m))?;
    let explain =
        Explain::new("insight-few-supporters").with("count", supporters).with("players", players.len());
    let act = Act::OpenPerson(first.person);
    (supporters * 2 < players.len()).then(|| Insight {
        evidence: players.iter().map(|m| stance_of(m)).collect(),
        ..insight(Rule::FewSupporters, account(inputs), explain, act)
    })
}

fn nobody_against(inputs: &Inputs) -> Option<Insight> {
    let nobody = !inputs.members.is_empty() && !inputs.members.iter().any(opposes);
    let explain = Explain::new("insight-nobody-against").with("people", inputs.members.len());
    nobody.then(|| insight(Rule::NobodyAgainst, account(inputs), explain, Act::OpenPeople))
}

/// Without a known opponent there is nothing to outweigh: rule 2 speaks of missing supporters.
fn outweighed(inputs: &Inputs) -> Option<Insight> {
    let players = key_players(inputs);
    let supporters = players.iter().filter(|m| supports(m)).count();
    let against: Vec<_> = players.iter().filter(|m| opposes(m)).collect();
    let first = against.first()?;
    let explain =
        Explain::new("insight-outweighed").with("supporters", supporters).with("count", against.len());
    let act = Act::OpenPerson(first.person);
    (supporters <= against.len()).then(|| Insight {
        evidence: players.iter().filter(|m| supports(m) || opposes(m)).map(|m| stance_of(m)).collect(),
        ..insight(Rule::Outweighed, account(inputs), explain, act)
    })
}

fn single_threaded(inputs: &Inputs, today: NaiveDate) -> Option<Insight> {
    let strong = threads(&inputs.members);
    if strong.rag != Rag::Off {
        return None;
    }
    let only = strong.people.first().and_then(|id| inputs.members.iter().find(|m| m.person == *id));
    let explain = match only {
        Some(only) => Explain::new("insight-single-threaded").with("name", &only.name),
        None => Explain::new("insight-no-thread"),
    };
    let others =
        inputs.members.iter().filter(|m| !strong.people.contains(&m.person) && m.is_reachable(today));
    let act = by_weight(others).first().map_or(Act::AddPerson(None), |next| Act::OpenPerson(next.person));
    let strength = |m: &Member| {
        let label = Explain::new("health-input-person").with("name", &m.name);
        Input::new(label, Figure::Points(m.strength)).of(Kind::Person, m.person)
    };
    Some(Insight {
        evidence: by_weight(inputs.members.iter()).into_iter().map(strength).collect(),
        ..insight(Rule::SingleThreaded, account(inputs), explain, act)
    })
}

fn champion_quiet(inputs: &Inputs, today: NaiveDate) -> Vec<Insight> {
    let champion =
        |m: &&Member| m.stance.is_some_and(|(s, _)| s == Stance::Champion) && m.is_reachable(today);
    let untouched = |m: &Member| m.last.is_none_or(|last| days_between(last, today) >= QUIET);
    let quiet = by_weight(inputs.members.iter().filter(champion)).into_iter().filter(|m| untouched(m));
    quiet
        .map(|m| {
            let explain = match m.last {
                Some(last) => Explain::new("insight-champion-quiet").with("days", days_between(last, today)),
                None => Explain::new("insight-champion-never"),
            };
            let text = Explain::new("insight-text-see").with("name", &m.name);
            let act = Act::AddCommitment { text, person: Some(m.person) };
            Insight {
                evidence: vec![stance_of(m)],
                ..insight(Rule::ChampionQuiet, (Kind::Person, m.person), explain.with("name", &m.name), act)
            }
        })
        .collect()
}

/// All gaps in one sentence, but that of the decider, which has a rule of its own.
fn role_gap(inputs: &Inputs) -> Option<Insight> {
    let gaps: Vec<Seat> = buying_centre(&inputs.members, &inputs.required)
        .into_iter()
        .filter(|place| place.held == Held::Gap && place.seat != Seat::Role(BuyingRole::Decider))
        .map(|place| place.seat)
        .collect();
    let act = match gaps.first()? {
        Seat::Role(role) => Act::AddPerson(Some(*role)),
        Seat::Champion => Act::OpenPeople,
    };
    let seats: Vec<String> = gaps.iter().map(|seat| seat.key()).collect();
    let explain = Explain::new("insight-role-gap").with("seats", seats.join(" "));
    Some(insight(Rule::RoleGap, account(inputs), explain, act))
}

fn stance_old(inputs: &Inputs, today: NaiveDate) -> Vec<Insight> {
    let old = by_weight(inputs.members.iter()).into_iter().filter_map(|m| Some((m, m.stance_stale(today)?)));
    old.map(|(m, days)| {
        let explain = Explain::new("insight-stance-old").with("name", &m.name).with("days", days);
        Insight {
            evidence: vec![stance_of(m)],
            ..insight(Rule::StanceOld, (Kind::Person, m.person), explain, Act::OpenPerson(m.person))
        }
    })
    .collect()
}

fn overdue(inputs: &Inputs, side: Side, today: NaiveDate) -> Vec<Insight> {
    let (rule, key, patience) = match side {
        Side::Ours => (Rule::OursOverdue, "insight-ours-overdue", 0),
        Side::Theirs => (Rule::TheirsOverdue, "insight-theirs-overdue", PATIENCE),
    };
    let awake = |p: &&OpenPromise| p.snoozed_until.is_none_or(|until| until <= today);
    let of_side = inputs.promises.iter().filter(|p| p.side == side).filter(awake);
    let mut late: Vec<_> = of_side.filter_map(|p| Some((days_between(p.due?, today), p))).collect();
    late.retain(|(days, _)| *days > patience);
    late.sort_by_key(|(days, p)| (Reverse(*days), p.id));
    let told = |(days, p): (i64, &OpenPromise)| {
        let explain = Explain::new(key).with("text", &p.text).with("days", days);
        let act = match side {
            Side::Ours => Act::OpenCommitment(p.id),
            Side::Theirs => {
                let text = Explain::new("insight-text-ask").with("text", &p.text);
                Act::AddCommitment { text, person: p.counterpart }
            }
        };
        let label = Explain::new("health-input-late");
        let input = Input::new(label, Figure::Days(days)).of(Kind::Commitment, p.id);
        Insight {
            evidence: p.due.into_iter().map(|due| input.clone().on(due)).collect(),
            ..insight(rule, (Kind::Commitment, p.id), explain, act)
        }
    };
    late.into_iter().map(told).collect()
}

fn indicator_stale(inputs: &Inputs) -> Vec<Insight> {
    let stale = inputs.indicators.iter().filter(|i| i.standing.rag == Rag::Stale);
    let mut stale: Vec<_> = stale.filter_map(|i| Some((*i.standing.as_of.as_ref().ok()?, i))).collect();
    stale.sort_by_key(|(as_of, i)| (*as_of, i.kpi));
    let told = |(as_of, i): (NaiveDate, &Watched)| {
        let explain = Explain::new("insight-indicator-stale").with("name", &i.name).with("day", as_of);
        insight(Rule::IndicatorStale, (Kind::Kpi, i.kpi), explain, Act::OpenCell(i.kpi, i.next))
    };
    stale.into_iter().map(told).collect()
}

/// Only of flows of which more is better; a stale one is a matter of rule 11.
fn rate_beyond(inputs: &Inputs) -> Vec<Insight> {
    let believed = inputs.indicators.iter().filter(|i| i.standing.rag != Rag::Stale);
    let beyond = believed.filter_map(|i| {
        let landing = i.standing.landing.as_ref().ok().filter(|l| l.better == Better::Higher)?;
        let (required, best) = (*landing.required.as_ref().ok()?, landing.best_of_three?);
        (required > 0.0 && required > BEYOND * best).then_some((i, required, best))
    });
    let mut beyond: Vec<_> = beyond.collect();
    let times = |required: f64, best: f64| if best > 0.0 { required / best } else { f64::INFINITY };
    beyond.sort_by(|(a, ra, ba), (b, rb, bb)| {
        times(*rb, *bb).total_cmp(&times(*ra, *ba)).then(a.kpi.cmp(&b.kpi))
    });
    let told = |(i, required, best): (&Watched, f64, f64)| {
        let explain = if best > 0.0 {
            let percent = format!("{:.0}", 100.0 * required / best);
            Explain::new("insight-rate-beyond").with("percent", percent)
        } else {
            Explain::new("insight-rate-from-nothing")
        };
        let input = |key, figure| {
            let input = Input::new(Explain::new(key), Figure::Measured(figure));
            Input { source: Some(Source::Record(Kind::Kpi, i.kpi)), ..input }
        };
        Insight {
            evidence: vec![input("scorecard-part-required", required), input("scorecard-input-best", best)],
            ..insight(
                Rule::RateBeyond,
                (Kind::Kpi, i.kpi),
                explain.with("name", &i.name),
                Act::OpenCell(i.kpi, i.next),
            )
        }
    };
    beyond.into_iter().map(told).collect()
}
