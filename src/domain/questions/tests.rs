use super::*;
use crate::domain::cadence::Contact;
use crate::domain::choice::{Severity, Side, Stage, Stance};
use crate::domain::coverage::required;
use crate::domain::day::{day, plus_days};
use crate::domain::field::Head;
use crate::domain::settings::Settings;
use BuyingRole::{Buyer, Decider, Gatekeeper, Influencer, User};
use Rule::*;
use proptest::prelude::*;

fn today() -> NaiveDate {
    day(2026, 11, 23)
}

fn ago(days: i64) -> NaiveDate {
    plus_days(today(), -days)
}

fn head(id: Id) -> Head {
    Head { id, ..Head::default() }
}

fn member(person: Id, role: BuyingRole, w: i64, score: i64) -> Member {
    Member {
        person,
        name: format!("person {person}"),
        w,
        contact: Contact::Fresh,
        last: Some(ago(5)),
        stance: Stance::of_score(score).map(|s| (s, ago(10))),
        roles: vec![role],
        strength: 60.0,
        touches: 3,
        do_not_contact: false,
        not_before: None,
    }
}

/// An account of which nothing is to be asked; the decider and the user will sit there.
fn quiet() -> Inputs {
    let attending = vec![1, 4];
    Inputs {
        account: Some(1),
        members: vec![
            member(1, Decider, 5, 2),
            member(2, Influencer, 4, 1),
            member(3, Buyer, 3, 0),
            member(4, User, 2, 1),
            member(5, Gatekeeper, 3, 0),
        ],
        motives: attending.iter().map(|p| Motive { person: *p, wants: true, worries: true }).collect(),
        attending,
        required: required(&Settings::default()),
        reading: Some(Reading { id: 1, day: ago(30), score: 9.0 }),
        indicators: vec![indicator(1, Rag::OnTrack)],
        planned: true,
        ..Inputs::default()
    }
}

fn indicator(kpi: Id, rag: Rag) -> Indicator {
    let as_of = Some(ago(23));
    Indicator { kpi, name: format!("kpi {kpi}"), rag, as_of, revenue: false, computed: false }
}

fn promise(id: Id, side: Side, late: i64, counterpart: Id) -> OpenPromise {
    OpenPromise {
        id,
        side,
        text: format!("promise {id}\nmore of it"),
        due: Some(ago(late)),
        snoozed_until: None,
        account: Some(1),
        counterpart: Some(counterpart),
        weight: 0,
    }
}

fn problem(id: Id, severity: Severity) -> Problem {
    Problem {
        head: head(id),
        name: format!("problem {id}"),
        opened_on: Some(ago(20)),
        severity: Some(severity),
        ..Problem::fresh()
    }
}

fn contract(id: Id, ends_in: i64) -> Contract {
    Contract {
        head: head(id),
        name: format!("contract {id}"),
        ends_on: Some(plus_days(today(), ends_in)),
        ..Contract::default()
    }
}

fn rules(inputs: &Inputs) -> Vec<Rule> {
    questions(inputs, today()).iter().map(|q| q.rule).collect()
}

fn only(inputs: &Inputs) -> Question {
    let mut found = questions(inputs, today());
    assert_eq!(found.len(), 1, "{found:#?}");
    found.remove(0)
}

fn person(id: Id) -> Source {
    Source::Record(Kind::Person, id)
}

#[test]
fn of_an_account_that_is_well_known_nothing_is_asked() {
    assert_eq!(rules(&quiet()), []);
    assert_eq!(gaps(&quiet(), today()), []);
}

#[test]
fn without_a_decider_a_friend_is_asked_who_signs() {
    let mut inputs = quiet();
    inputs.members[0].roles = vec![Influencer];
    let question = only(&inputs);
    assert_eq!(
        (question.rule, question.to, question.ask.key.as_str()),
        (NoDecider, Some(1), "question-no-decider")
    );
    assert_eq!(question.source(), Some(Source::Record(Kind::Account, 1)));
    let nobody = Inputs { account: Some(1), required: inputs.required, ..Inputs::default() };
    let question = only(&nobody);
    assert_eq!((question.to, question.ask.key.as_str()), (None, "question-no-decider-anyone"));
}

#[test]
fn who_leads_to_a_decider_is_asked_for_an_introduction() {
    let mut inputs = quiet();
    inputs.attending = vec![4];
    inputs.members[0].contact = Contact::Overdue;
    let door = |opens, to| Door { opens, to, decider: 1 };
    inputs.doors = vec![door(2, 1), door(4, 5), door(4, 1)];
    let question = only(&inputs);
    assert_eq!((question.rule, question.to, question.source()), (WayToDecider, Some(4), Some(person(1))));
    assert_eq!(question.ask.arg("name"), Some("person 1"), "the short way first");
    inputs.members[0].do_not_contact = true;
    let question = only(&inputs);
    assert_eq!(
        (question.ask.arg("name"), question.why.key.as_str()),
        (Some("person 5"), "question-why-way-on")
    );
    inputs.members[4].do_not_contact = true;
    assert_eq!(rules(&inputs), []);
    inputs.members[0].do_not_contact = false;
    inputs.members[0].contact = Contact::Due;
    assert_eq!(rules(&inputs), [], "they are seen in time");
    inputs.members[0].contact = Contact::Never;
    inputs.attending.push(1);
    assert_eq!(rules(&inputs), [], "they will sit there");
}

#[test]
fn who_is_against_us_is_asked_what_would_have_to_change() {
    let mut inputs = quiet();
    inputs.members[3].stance = Some((Stance::Sceptic, ago(10)));
    inputs.members[0].stance = Some((Stance::Blocker, ago(10)));
    inputs.members[1].stance = Some((Stance::Champion, ago(1)));
    let question = only(&inputs);
    assert_eq!((question.rule, question.to, question.source()), (OpponentAttends, Some(1), Some(person(1))));
    assert_eq!(question.why.arg("seats"), Some("choice-stance-blocker"));
    inputs.attending = vec![2];
    assert_eq!(rules(&inputs), [], "they will not sit there");
}

#[test]
fn the_worst_open_problem_is_spoken_of_with_who_uses_it() {
    let mut inputs = quiet();
    inputs.problems =
        vec![problem(1, Severity::Medium), problem(2, Severity::High), problem(3, Severity::High)];
    inputs.problems[2].opened_on = Some(ago(40));
    let question = only(&inputs);
    assert_eq!((question.rule, question.to), (SevereProblem, Some(4)));
    assert_eq!(question.source(), Some(Source::Record(Kind::Problem, 3)));
    inputs.problems.truncate(1);
    assert_eq!(only(&inputs).rule, ProblemOpen);
    inputs.problems[0].closed_on = Some(ago(1));
    assert_eq!(rules(&inputs), []);
}

#[test]
fn a_contract_about_to_end_is_asked_about_in_two_ways() {
    let mut inputs = quiet();
    inputs.contracts = vec![contract(1, 181), contract(2, -1)];
    assert_eq!(rules(&inputs), []);
    inputs.contracts.push(contract(3, 180));
    let question = only(&inputs);
    assert_eq!(
        (question.rule, question.to, question.ask.key.as_str()),
        (ContractAhead, Some(1), "question-contract")
    );
    inputs.contracts.push(contract(4, 90));
    let question = only(&inputs);
    assert_eq!((question.rule, question.ask.key.as_str()), (ContractNear, "question-contract-near"));
    assert_eq!(question.source(), Some(Source::Record(Kind::Contract, 4)));
    // One that goes on by itself is a matter of its last day for notice.
    let renews = Contract { renews: true, notice_days: Some(60), ..contract(5, 100) };
    inputs.contracts = vec![renews];
    let question = only(&inputs);
    assert_eq!((question.rule, question.why.key.as_str()), (ContractNear, "question-why-notice"));
    assert_eq!(question.ask.key, "question-contract");
}

#[test]
fn a_decider_whose_stance_is_unknown_is_asked_and_of_one_who_is_away_somebody_else() {
    let mut inputs = quiet();
    inputs.members[0].stance = None;
    inputs.members[1].stance = Some((Stance::Champion, ago(3)));
    let question = only(&inputs);
    assert_eq!((question.rule, question.to, question.source()), (DeciderUnknown, Some(1), Some(person(1))));
    inputs.attending = vec![4];
    let question = only(&inputs);
    assert_eq!((question.to, question.source()), (Some(4), Some(person(1))));
    assert_eq!(question.ask.key, "question-decider-absent");
}

#[test]
fn what_they_do_in_the_plan_and_is_late_is_asked_about_first_of_who_is_there() {
    let behind =
        |initiative, theirs, days| Behind { initiative, name: format!("pilot {initiative}"), theirs, days };
    let mut inputs = quiet();
    inputs.behind = vec![behind(1, 4, 3), behind(2, 3, 30)];
    let question = only(&inputs);
    assert_eq!((question.rule, question.to), (TheirsBehind, Some(4)));
    assert_eq!(
        (question.ask.key.as_str(), question.ask.arg("text")),
        ("question-theirs-behind", Some("pilot 1"))
    );
    assert_eq!(question.source(), Some(Source::Record(Kind::Initiative, 1)));
    inputs.behind.remove(0);
    let question = only(&inputs);
    assert_eq!(question.ask.key, "question-theirs-behind-absent");
    assert_eq!(question.why.arg("days"), Some("30"));
}

#[test]
fn a_promise_of_theirs_is_asked_for_and_one_of_ours_spoken_of_first() {
    let mut inputs = quiet();
    inputs.promises = vec![promise(1, Side::Theirs, 3, 4), promise(2, Side::Theirs, 9, 3)];
    let question = only(&inputs);
    assert_eq!((question.rule, question.to), (TheirsOverdue, Some(4)), "of who is there, though less late");
    assert_eq!(question.ask.arg("text"), Some("promise 1"));
    assert_eq!(question.source(), Some(Source::Record(Kind::Commitment, 1)));
    inputs.promises.remove(0);
    assert_eq!(only(&inputs).ask.key, "question-theirs-overdue-absent");
    inputs.promises = vec![promise(3, Side::Ours, 1, 1)];
    assert_eq!((only(&inputs).rule, only(&inputs).to), (OursOverdue, Some(1)));
    inputs.promises[0].snoozed_until = Some(plus_days(today(), 1));
    assert_eq!(rules(&inputs), []);
    inputs.promises = vec![promise(4, Side::Theirs, 0, 4)];
    assert_eq!(rules(&inputs), [], "due today is not late");
}

#[test]
fn an_indicator_is_asked_about_that_the_client_feels_too() {
    let mut inputs = quiet();
    let computed = Indicator { computed: true, ..indicator(1, Rag::Off) };
    let revenue = Indicator { revenue: true, ..indicator(2, Rag::Off) };
    inputs.indicators = vec![computed, revenue.clone(), indicator(3, Rag::Stale), indicator(4, Rag::AtRisk)];
    assert_eq!(only(&inputs).ask.key, "question-revenue-off");
    inputs.indicators.push(indicator(5, Rag::Off));
    let question = only(&inputs);
    assert_eq!(
        (question.rule, question.to, question.ask.arg("text")),
        (IndicatorOff, Some(4), Some("kpi 5"))
    );
    assert_eq!(question.source(), Some(Source::Record(Kind::Kpi, 5)));
    assert_eq!(question.why.arg("seats"), Some("indicator-off-track"));
    inputs.indicators.truncate(1);
    assert_eq!(rules(&inputs), []);
}

#[test]
fn a_sale_about_to_close_is_asked_about() {
    let mut inputs = quiet();
    let sale = |id, stage, closes_in| Opportunity {
        head: head(id),
        name: format!("sale {id}"),
        stage: Some(stage),
        closes_on: Some(plus_days(today(), closes_in)),
        ..Opportunity::default()
    };
    inputs.sales = vec![sale(1, Stage::Proposal, 31), sale(2, Stage::Qualified, 3)];
    assert_eq!(rules(&inputs), []);
    inputs.sales.push(sale(3, Stage::Negotiation, 30));
    inputs.sales.push(sale(4, Stage::Verbal, -3));
    let question = only(&inputs);
    assert_eq!((question.rule, question.to), (SaleNear, Some(1)));
    assert_eq!(question.source(), Some(Source::Record(Kind::Opportunity, 4)));
}

#[test]
fn an_empty_place_of_the_buying_centre_is_asked_for_the_buyer_first() {
    let mut inputs = quiet();
    inputs.members.truncate(2);
    inputs.attending = vec![1];
    assert_eq!((only(&inputs).rule, only(&inputs).to), (NoBuyer, Some(1)));
    inputs.members.push(member(3, Buyer, 3, 0));
    inputs.members[0].stance = Some((Stance::Supporter, ago(3)));
    assert_eq!(only(&inputs).rule, NoChampion);
    inputs.members[0].stance = Some((Stance::Champion, ago(3)));
    let question = only(&inputs);
    assert_eq!((question.rule, question.ask.key.as_str()), (RoleGap, "question-no-user"));
}

#[test]
fn a_stance_that_is_old_or_unknown_is_asked_of_who_is_there() {
    let mut inputs = quiet();
    inputs.members[0].stance = Some((Stance::Champion, ago(120)));
    assert_eq!(rules(&inputs), []);
    inputs.members[0].stance = Some((Stance::Champion, ago(121)));
    let question = only(&inputs);
    assert_eq!((question.rule, question.to, question.source()), (StanceOld, Some(1), Some(person(1))));
    inputs.attending = vec![4];
    assert_eq!(rules(&inputs), []);
    inputs.members[3].stance = None;
    assert_eq!((only(&inputs).rule, only(&inputs).to), (StanceUnknown, Some(4)));
}

#[test]
fn satisfaction_is_asked_for_where_it_is_bad_or_not_known() {
    let mut inputs = quiet();
    inputs.reading = Some(Reading { id: 7, day: ago(180), score: 6.0 });
    let question = only(&inputs);
    assert_eq!((question.rule, question.to, question.ask.arg("score")), (LowRating, Some(1), Some("6")));
    assert_eq!(question.source(), Some(Source::Record(Kind::Reading, 7)));
    inputs.reading = Some(Reading { id: 7, day: ago(181), score: 9.0 });
    assert_eq!(only(&inputs).rule, RatingOld);
    inputs.reading = None;
    assert_eq!(only(&inputs).why.key, "health-no-reading");
    inputs.members.iter_mut().for_each(|m| m.last = None);
    assert_eq!(rules(&inputs), [], "with nobody was ever spoken");
}

#[test]
fn where_all_hangs_on_one_person_somebody_else_is_asked_for() {
    let mut inputs = quiet();
    inputs.members.iter_mut().skip(1).for_each(|m| m.strength = 10.0);
    let question = only(&inputs);
    assert_eq!((question.rule, question.to, question.source()), (SingleThreaded, Some(1), Some(person(1))));
}

#[test]
fn what_moves_somebody_is_asked_for_the_wishes_first() {
    let mut inputs = quiet();
    inputs.motives[1].worries = false;
    assert_eq!((only(&inputs).ask.key.as_str(), only(&inputs).to), ("question-worries", Some(4)));
    inputs.motives[0].wants = false;
    assert_eq!((only(&inputs).ask.key.as_str(), only(&inputs).to), ("question-wants", Some(1)));
    assert_eq!(only(&inputs).rule, MotiveUnknown);
}

#[test]
fn who_has_not_heard_from_us_is_asked_what_has_changed() {
    let mut inputs = quiet();
    inputs.members[3].contact = Contact::Overdue;
    inputs.members[3].last = Some(ago(100));
    let question = only(&inputs);
    assert_eq!((question.rule, question.to), (LongSilence, Some(4)));
    assert_eq!(question.ask.arg("day"), Some(ago(100).to_string().as_str()));
}

#[test]
fn three_are_asked_and_never_two_about_the_same() {
    let mut inputs = quiet();
    inputs.members = vec![Member { stance: Some((Stance::Blocker, ago(200))), ..member(1, User, 2, -2) }];
    inputs.attending = vec![1];
    inputs.problems = vec![problem(1, Severity::High), problem(2, Severity::Low)];
    inputs.contracts = vec![contract(1, 20), contract(2, 120)];
    assert_eq!(rules(&inputs), [NoDecider, OpponentAttends, SevereProblem]);
}

#[test]
fn what_somebody_there_can_answer_comes_before_what_concerns_others() {
    let mut inputs = quiet();
    inputs.attending = vec![4];
    inputs.promises = vec![promise(1, Side::Theirs, 9, 3), promise(2, Side::Ours, 9, 3)];
    inputs.indicators = vec![indicator(5, Rag::Off)];
    inputs.motives = vec![Motive { person: 4, wants: false, worries: false }];
    assert_eq!(rules(&inputs), [IndicatorOff, MotiveUnknown, TheirsOverdue]);
}

#[test]
fn what_is_not_known_of_who_is_there_is_said_first() {
    let mut inputs = quiet();
    inputs.members[0].stance = None;
    inputs.members[3].stance = None;
    inputs.members[3].roles.clear();
    inputs.motives[1] = Motive { person: 4, wants: false, worries: false };
    let said = |inputs: &Inputs| gaps(inputs, today()).into_iter().map(|g| g.explain.key).collect::<Vec<_>>();
    assert_eq!(said(&inputs), ["brief-gap-role", "brief-gap-stance", "brief-gap-motive", "insight-role-gap"]);
    let stance = gaps(&inputs, today()).remove(1);
    assert_eq!((stance.explain.arg("names"), stance.source), (Some("person 1, person 4"), Some(person(1))));
}

#[test]
fn of_a_new_account_it_is_said_what_is_not_known() {
    let inputs = Inputs { account: Some(1), required: quiet().required, ..Inputs::default() };
    let said: Vec<_> = gaps(&inputs, today()).into_iter().map(|g| g.explain.key).collect();
    assert_eq!(
        said,
        ["insight-role-gap", "brief-gap-indicators", "brief-gap-satisfaction", "brief-gap-next"]
    );
    assert_eq!(gaps(&Inputs::default(), today()), [], "of somebody without an account nothing is asked for");
}

#[test]
fn places_not_seen_in_time_stale_figures_and_old_answers_are_gaps() {
    let mut inputs = quiet();
    inputs.members[2].contact = Contact::Overdue;
    inputs.members.iter_mut().for_each(|m| m.strength = 0.0);
    inputs.indicators = vec![indicator(1, Rag::Stale), indicator(2, Rag::OnTrack)];
    inputs.reading = Some(Reading { id: 7, day: ago(200), score: 9.0 });
    let found = gaps(&inputs, today());
    let said: Vec<_> = found.iter().map(|g| g.explain.key.as_str()).collect();
    assert_eq!(
        said,
        ["brief-gap-named", "insight-no-thread", "brief-gap-stale", "brief-gap-satisfaction-old"]
    );
    assert_eq!(found[0].source, Some(person(3)));
    assert_eq!(found[2].source, Some(Source::Record(Kind::Kpi, 1)));
}

#[test]
fn every_rule_stands_once_in_its_list_and_has_a_name_of_its_own() {
    assert!(Rule::ALL.is_sorted());
    let mut names: Vec<_> = Rule::ALL.iter().map(|r| r.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Rule::ALL.len());
}

proptest! {
    #[test]
    fn questions_are_few_different_and_put_to_who_is_there(
        people in proptest::collection::vec((0..6_usize, 1..6_i64, -3..3_i64, 0..200_i64, any::<bool>()), 0..8),
        late in proptest::collection::vec((any::<bool>(), -5..40_i64, 0..8_i64), 0..5),
        ends in -10..300_i64,
    ) {
        let role = |n| [User, Influencer, Decider, Buyer, Gatekeeper, BuyingRole::Initiator][n];
        let made = (1..).zip(&people).map(|(id, (r, w, s, since, _))| {
            let stance = Stance::of_score(*s).map(|s| (s, ago(*since)));
            Member { stance, contact: if since % 2 == 0 { Contact::Fresh } else { Contact::Overdue }, ..member(id, role(*r), *w, *s) }
        });
        let attending: Vec<Id> = (1..).zip(&people).filter(|(_, p)| p.4).map(|(id, _)| id).collect();
        let sides = |ours: bool| if ours { Side::Ours } else { Side::Theirs };
        let inputs = Inputs {
            members: made.collect(),
            motives: attending.iter().map(|p| Motive { person: *p, wants: p % 2 == 0, worries: false }).collect(),
            promises: (1..).zip(&late).map(|(id, (ours, days, who))| promise(id, sides(*ours), *days, *who)).collect(),
            contracts: vec![contract(1, ends)],
            attending,
            ..quiet()
        };
        let found = questions(&inputs, today());
        prop_assert!(found.len() <= MOST);
        for (place, question) in found.iter().enumerate() {
            prop_assert!(found[..place].iter().all(|q| q.rule.theme() != question.rule.theme()));
            prop_assert!(question.source().is_some(), "{question:?}");
            let there = question.to.is_none_or(|p| inputs.attending.contains(&p));
            prop_assert!(there && (question.to.is_some() || inputs.attending.is_empty()), "{question:?}");
        }
        prop_assert_eq!(found, questions(&inputs, today()));
    }
}
