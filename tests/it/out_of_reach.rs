//! Who asked not to be contacted, and who is on holiday: every place that tells the user whom to contact leaves them out, and what is
//! planned with them all the same says so.
use cartera::command::{Command, LensKind};
use cartera::domain::choice::{BuyingRole, Stance};
use cartera::domain::day::{day, plus_days};
use cartera::domain::insight::Act as Proposal;
use cartera::domain::kind::Kind;
use cartera::domain::network::next_contacts;
use cartera::domain::value::Value;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::{Act, Learned, Setting};
use cartera::store::query::network::network_of;
use cartera::store::query::people::queue::Queue;
use cartera::ui::Theme;
use chrono::NaiveDate;

use crate::book::{account, clock, person, today};
use crate::whole::Stage;

const ARCE: i64 = 1;
const THERE: i64 = 1;
const ASKED_NOT: i64 = 2;
const AWAY: i64 = 3;

/// Three champions who decide, none of them ever met, all with a birthday tomorrow: one is there, one asked not to be contacted, one
/// is away until Thursday week.
fn book() -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    account(&mut store, "Arce");
    for name in ["Iris There", "Ulla Asked", "Otto Away"] {
        let id = person(&mut store, name, ARCE, &[BuyingRole::Decider]);
        store.perform(Act::Learn(id, Learned::Stance(Some(Stance::Champion))), today()).unwrap();
        let mut record = store.record(Kind::Person, id).unwrap();
        record.set("birthday", Value::Day(day(1980, 11, 24))).unwrap();
        store.perform(Act::Save(vec![record]), today()).unwrap();
    }
    let asked = Act::SetAll(vec![(ASKED_NOT, Some(ASKED_NOT))], Setting::DoNotContact(true));
    store.perform(asked, today()).unwrap();
    let away = Setting::NotBefore(Some(back()));
    store.perform(Act::SetAll(vec![(AWAY, Some(AWAY))], away), today()).unwrap();
    store
}

fn back() -> NaiveDate {
    plus_days(today(), 10)
}

/// Everybody whom the rows of *Needs you* tell to see.
fn told_by_today(store: &Store, on: NaiveDate) -> Vec<i64> {
    let needs = store.today(None, on).unwrap().needs;
    let mut people: Vec<i64> =
        needs.iter().filter(|n| n.cadence.is_some()).filter_map(|n| n.person).collect();
    people.sort_unstable();
    people.dedup();
    people
}

#[test]
fn today_its_cards_and_the_list_of_accounts_count_only_who_can_be_reached() {
    let store = book();
    assert_eq!(told_by_today(&store, today()), [THERE, AWAY], "a birthday on holiday is one all the same");
    let needs = store.today(None, today()).unwrap();
    let late = needs.needs.iter().filter(|n| n.cause.name() == "key-player").map(|n| n.person);
    assert_eq!(late.collect::<Vec<_>>(), [Some(THERE)]);
    assert_eq!(needs.cards[0].past_cadence, 1);
    assert_eq!(store.accounts(today()).unwrap()[0].past_cadence, 1);
    let birthdays = needs.week.iter().filter_map(|item| item.person);
    assert!(!birthdays.collect::<Vec<_>>().contains(&ASKED_NOT));
}

#[test]
fn insights_send_nobody_to_them() {
    let insights = book().checkup(ARCE, today()).unwrap().insights;
    let sent: Vec<_> = insights
        .iter()
        .filter_map(|insight| match insight.act {
            Proposal::AddCommitment { person, .. } => person,
            Proposal::OpenPerson(person) => Some(person),
            _ => None,
        })
        .collect();
    assert!(sent.contains(&THERE), "{insights:?}");
    assert!(!sent.contains(&ASKED_NOT) && !sent.contains(&AWAY), "{insights:?}");
}

#[test]
fn the_next_contact_and_the_queue_leave_them_out() {
    let store = book();
    let rows = store.people(Some(ARCE), today()).unwrap();
    let edges = store.centre(Some(ARCE)).unwrap().edges;
    let next = next_contacts(&network_of(ARCE, &rows, &edges), today());
    assert_eq!(next.iter().map(|n| n.person).collect::<Vec<_>>(), [THERE]);
    let queue = Queue::of(&rows, today());
    let ids = |part: &[&cartera::store::query::people::PersonRow]| {
        part.iter().map(|p| p.person).collect::<Vec<_>>()
    };
    assert_eq!(ids(&queue.due), [THERE]);
    assert_eq!(ids(&queue.apart), [AWAY, ASKED_NOT], "who comes back first; then who does not");
}

#[test]
fn who_was_on_holiday_is_back_in_every_place_on_the_day() {
    let store = book();
    let late = |on| {
        let needs = store.today(None, on).unwrap().needs;
        let late = needs.iter().filter(|n| n.cause.name() == "key-player").filter_map(|n| n.person);
        let mut late: Vec<_> = late.collect();
        late.sort_unstable();
        late
    };
    assert_eq!(late(plus_days(back(), -1)), [THERE]);
    assert_eq!(late(back()), [THERE, AWAY]);
    assert_eq!(store.accounts(back()).unwrap()[0].past_cadence, 2);
    let rows = store.people(None, back()).unwrap();
    assert_eq!(Queue::of(&rows, back()).due.len(), 2);
}

fn on(store: Store, name: &str, lang: Lang) -> Stage {
    let mut stage = Stage::of(store, lang, Theme::Mono, (120, 36));
    stage.keys("3 /");
    stage.text(name);
    stage.keys("Enter");
    stage
}

#[test]
fn to_log_or_to_plan_a_contact_with_them_says_so_while_it_is_typed() {
    let mut stage = on(book(), "ulla", Lang::En);
    stage.keys("l");
    assert!(stage.shows("Ulla Asked asked not to be contacted"), "{}", stage.screen());
    let mut stage = on(book(), "ulla", Lang::Es);
    stage.keys("l");
    assert!(stage.shows("Ulla Asked pidió que no se le contacte"), "{}", stage.screen());
    let mut stage = on(book(), "otto", Lang::En);
    stage.keys("i");
    stage.text("meeting otto away tomorrow 10:00: review");
    assert!(stage.shows("Otto Away: not before Thu 3 Dec"), "{}", stage.screen());
    stage.keys("Ctrl-U");
    stage.text("meeting otto away 4 dec 10:00: review");
    assert!(!stage.shows("not before Thu"), "back by then: {}", stage.screen());
}

#[test]
fn a_contact_noted_by_one_key_says_so_and_is_undone_like_any_other() {
    let mut stage = on(book(), "ulla", Lang::En);
    stage.keys(".");
    assert!(stage.shows("They asked not to be contacted"), "{}", stage.screen());
    stage.keys("u");
    assert!(stage.shows("Undone: call to Ulla Asked"), "{}", stage.screen());
    let mut stage = on(book(), "iris", Lang::En);
    stage.keys(".");
    assert!(stage.shows("Logged: call") && !stage.shows("asked not"), "{}", stage.screen());
}

#[test]
fn the_list_stands_them_apart_with_a_sign_and_counts_them_nowhere() {
    let mut lens = crate::stage::Stage::open(LensKind::People, book(), Lang::En, Some(ARCE));
    let text = lens.text((120, 36));
    assert!(text.contains("1 never met"), "{text}");
    assert!(text.contains("z Otto Away") && text.contains("× Ulla Asked"), "{text}");
    lens.give(Command::Last);
    assert_eq!(lens.with(|lens, _| lens.under()).unwrap().id, ASKED_NOT, "last in catch-up order");
}
