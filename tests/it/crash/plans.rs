//! What the other process writes of plans: a plan down to its milestones, a decision, white space, a sale, a step of the review.
use std::collections::BTreeSet;

use cartera::domain::Id;
use cartera::domain::choice::{CellState, Priority, Side, Stage};
use cartera::domain::commitment::Commitment;
use cartera::domain::decision::Decision;
use cartera::domain::field::{Link, Record};
use cartera::domain::gantt::Shift;
use cartera::domain::kind::Kind;
use cartera::domain::market::Offering;
use cartera::domain::money::{Currency, Money};
use cartera::domain::opportunity::Opportunity;
use cartera::domain::value::Value;
use cartera::domain::whitespace::Place;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::act::review::Reviewing;
use cartera::store::act::white::{Change, Set};

use crate::book::{account, save, today};
use crate::plan::{initiative, milestone, objective, plan};

/// The kinds of which one record is called by the text.
const NAMED: [Kind; 9] = [
    Kind::Account,
    Kind::Plan,
    Kind::Objective,
    Kind::Initiative,
    Kind::Milestone,
    Kind::Decision,
    Kind::Offering,
    Kind::Opportunity,
    Kind::Commitment,
];
/// What hangs on every text without being called by it, and how many of each: the hearers of its decision, its cells of the white
/// space, the steps of its sale.
const UNNAMED: [(Kind, usize); 3] = [(Kind::Telling, 2), (Kind::WhiteSpace, 1), (Kind::Step, 3)];

/// An account with all that this process writes about one; the move of its review comes last.
pub fn write(store: &mut Store, text: &str) {
    let client = account(store, text);
    let course = course(store, client, text);
    told(store, course, text);
    white(store, text);
    sale(store, text);
    store.perform(Act::Review(Reviewing::Through(client)), today()).unwrap();
    let (side, account, initiative) = (Some(Side::Ours), Some(Link(client)), Some(Link(course)));
    let chosen = Commitment { side, text: text.into(), account, initiative, ..Commitment::default() };
    store.perform(Act::Review(Reviewing::Chosen(Box::new(chosen))), today()).unwrap();
}

/// A plan down to two milestones, one of them reached, all of it a week later in the end; its initiative.
fn course(store: &mut Store, client: Id, text: &str) -> Id {
    let plan = save(store, plan(client, text));
    let objective = save(store, objective(plan, text, Priority::High));
    let initiative = save(store, initiative(objective, text, -30, 30));
    let reached = save(store, milestone(initiative, "Reached", -3));
    save(store, milestone(initiative, text, 20));
    store.perform(Act::Achieved(vec![(Kind::Milestone, reached)]), today()).unwrap();
    let bar = vec![(Kind::Initiative, initiative)];
    store.perform(Act::Reschedule(bar, Shift::Whole(7)), today()).unwrap();
    initiative
}

/// A decision of which Ana and Pau are told.
fn told(store: &mut Store, initiative: Id, text: &str) {
    let decision = Decision {
        name: text.into(),
        account: Some(Link(1)),
        decided_on: Some(today()),
        people: vec![Link(1)],
        colleagues: vec![Link(1)],
        initiative: Some(Link(initiative)),
        ..Decision::fresh()
    };
    let decision = save(store, decision);
    let hearers = [(Kind::Person, 1), (Kind::Colleague, 1)].map(|who| (decision, who));
    store.perform(Act::Told(hearers.to_vec(), today()), today()).unwrap();
}

fn white(store: &mut Store, text: &str) {
    let offering = save(store, Offering { name: text.into(), ..Offering::default() });
    let place = Place { offering, account: 1, unit: None };
    let spent = Some(Money { minor: 4_500_000, currency: Currency::default() });
    let changes = [Set::State(CellState::InHouse), Set::Total(spent)].map(|set| Change { place, set });
    store.perform(Act::White(changes.to_vec()), today()).unwrap();
}

/// A sale that comes two stages further.
fn sale(store: &mut Store, text: &str) {
    let sale = Opportunity { name: text.into(), account: Some(Link(1)), ..Opportunity::fresh() };
    let sale = save(store, sale);
    for stage in [Stage::Qualified, Stage::Proposal] {
        store.perform(Act::Stage(sale, stage, None), today()).unwrap();
    }
}

/// The texts of which everything is there.
pub fn whole(store: &Store) -> BTreeSet<String> {
    let all = |kind: Kind| store.records(kind, 0, 100_000).unwrap();
    let called = |record: &dyn Record, field: &str| match record.get(field) {
        Value::Text(text) => Some(text),
        _ => None,
    };
    let texts = |kind: Kind| -> BTreeSet<String> {
        let field = if kind == Kind::Commitment { "text" } else { "name" };
        all(kind).iter().filter_map(|r| called(r.as_ref(), field)).collect()
    };
    let [first, rest @ ..] = NAMED.map(texts);
    let whole = rest.into_iter().fold(first, |kept, next| &kept & &next);
    for (kind, each) in UNNAMED {
        assert!(all(kind).len() >= each * whole.len(), "{kind:?}: {} of {}", all(kind).len(), whole.len());
    }
    whole
}
