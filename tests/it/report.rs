//! Documents made from a book: what they say, in both languages.
use cartera::domain::day::plus_days;
use cartera::domain::kind::Kind;
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::report::plain::render;
use cartera::report::{account, need, strength, today as day};
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::query::behind::Row;

use crate::book::{book, call_with_ana, today};

/// The book with the call to Ana, read by the screen or shell on a later day.
fn logged() -> Store {
    let mut store = book();
    store.perform(Act::Log(Box::new(call_with_ana()), None), today()).unwrap();
    store
}

fn printed(
    store: &Store,
    lang: Lang,
    days_later: i64,
    make: impl Fn(&Store, &Context<'_>) -> String,
) -> String {
    let (words, directory) = (Words::new(lang), store.directory().unwrap());
    let today = plus_days(today(), days_later);
    make(store, &Context { words: &words, today, directory: &directory, scope: None })
}

fn day_page(store: &Store, cx: &Context<'_>) -> String {
    render(&day::today(&store.today(None, cx.today).unwrap(), cx), Some(80))
}

#[test]
fn the_day_names_what_needs_me_with_arrow_account_and_delay() {
    let page = printed(&logged(), Lang::En, 6, day_page);
    assert!(page.starts_with("Today  Sun 29 Nov 2026  W48\n"), "{page}");
    assert!(page.contains("enviar TCO, to Ana Ruiz"), "{page}");
    assert!(page.contains("2 d late"), "{page}");
    assert!(page.contains("See María del Mar Soler: no contact yet, every 45"), "{page}");
    assert!(page.contains("One person has no role yet: Jordi Mas"), "{page}");
    assert!(page.lines().all(|l| cartera::report::plain::columns(l) <= 80), "{page}");
    let row = page.lines().find(|l| l.contains("enviar TCO, to")).unwrap();
    assert!(row.starts_with("!  →  Almazara"), "{row}");
}

#[test]
fn the_day_is_said_in_spanish() {
    let page = printed(&logged(), Lang::Es, 6, day_page);
    for part in
        ["Hoy  dom 29 nov 2026", "Te espera", "enviar TCO, a Ana Ruiz", "2 d tarde", "sin contacto aún"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[test]
fn an_empty_book_says_what_to_do_first() {
    let store = Store::in_memory(crate::book::clock).unwrap();
    let page = printed(&store, Lang::En, 0, day_page);
    assert!(page.contains("cartera account add"), "{page}");
    assert!(page.contains("Nothing waits for you."), "{page}");
}

#[test]
fn an_account_is_told_on_one_page() {
    let page = |store: &Store, cx: &Context<'_>| {
        render(&account::account(&store.account_page(1, cx.today).unwrap(), cx), Some(100))
    };
    let en = printed(&logged(), Lang::En, 0, page);
    for part in [
        "Almazara  #1",
        "Tier",
        "Ana Ruiz",
        "decider",
        "neutral",
        "1 d, every 30",
        "enviar TCO",
        "Fri",
        "precios altos",
    ] {
        assert!(en.contains(part), "{part}: {en}");
    }
    let es = printed(&logged(), Lang::Es, 0, page);
    for part in ["Nivel", "clave", "decisor", "1 d, cada 30", "vie", "nada venció en 90 d"] {
        assert!(es.contains(part), "{part}: {es}");
    }
}

#[test]
fn a_row_explains_itself_with_inputs_formula_and_records() {
    let why = |store: &Store, cx: &Context<'_>| {
        let needs = store.today(None, cx.today).unwrap().needs;
        let ana = needs.iter().find(|n| n.subject == (Kind::Person, 1)).unwrap();
        let row = Row { subject: Some(ana.subject), account: ana.account, person: ana.person };
        render(&need::explain(ana, &[], &store.behind(row, cx.today).unwrap(), cx), None)
    };
    let page = printed(&logged(), Lang::En, 45, why);
    for part in [
        "See Ana Ruiz: 46 d, every 30",
        "Group 1 of 4:",
        "Last contact  22 Nov 2026  46 d ago",
        "by their roles: decider",
        "0.53",
        "(46 − 30) / 30, from 0 to 2; overdue beyond 45 d",
        "assumed from: decider",
        "precios altos",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(printed(&logged(), Lang::Es, 45, why).contains("0,53"));
}

#[test]
fn a_strength_shows_its_parts_and_never_touched_is_known_to_be_zero() {
    let of = |person| {
        move |store: &Store, cx: &Context<'_>| {
            let people = store.people(None, cx.today).unwrap();
            render(&strength::explain(people.iter().find(|p| p.person == person).unwrap(), &[], cx), None)
        }
    };
    let ana = printed(&logged(), Lang::En, 0, of(1));
    assert!(ana.starts_with("Relationship with Ana Ruiz  73 / 100\n"), "{ana}");
    assert!(ana.contains("35 of 35") && ana.contains("8.3 of 25") && ana.contains("███▌░░░░░░"), "{ana}");
    assert!(printed(&logged(), Lang::En, 0, of(4)).contains("Never touched"));
}
