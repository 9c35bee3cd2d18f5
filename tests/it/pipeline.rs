//! Possible sales by stage: what moving one writes and undo takes back, the board and the table as they are worked with.
use cartera::command::{Command, Effect, LensKind};
use cartera::domain::Id;
use cartera::domain::account::Account;
use cartera::domain::choice::{Choice, Stage as To, Tier};
use cartera::domain::day::{day, plus_days};
use cartera::domain::explain::Explain;
use cartera::domain::field::{Link, Record};
use cartera::domain::kind::Kind;
use cartera::domain::money::{Currency, Money};
use cartera::domain::opportunity::{Opportunity, Step};
use cartera::domain::pipeline::course::Moment;
use cartera::domain::value::Value;
use cartera::exchange::demo;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::query::pipeline::Sale;
use cartera::ui::Theme;

use crate::book::{book, clock, save, today};
use crate::stage::Stage;
use crate::whole;

const SMALL: (u16, u16) = (80, 24);
const MIDDLE: (u16, u16) = (120, 36);

fn euros(units: i64) -> Money {
    Money { minor: units * 100, currency: Currency::default() }
}

fn line_4() -> Opportunity {
    Opportunity {
        name: "Line 4".into(),
        account: Some(Link(1)),
        amount: Some(euros(120_000)),
        closes_on: Some(day(2026, 12, 18)),
        ..Opportunity::fresh()
    }
}

fn sale(store: &Store, id: Id) -> Sale {
    store.sale_page(id, today()).unwrap().sale
}

/// Its history: day, stage.
fn history(store: &Store, id: Id) -> Vec<(chrono::NaiveDate, To)> {
    sale(store, id).moments.iter().map(|m: &Moment| (m.day, m.stage)).collect()
}

fn stage(store: &mut Store, id: Id, to: To, why: &str, days: i64) -> Explain {
    store
        .perform(
            Act::Stage(id, to, Some(why.to_owned()).filter(|why| !why.is_empty())),
            plus_days(today(), days),
        )
        .unwrap()
        .label
}

#[test]
fn a_stage_is_noted_with_its_day_and_undone_with_the_act() {
    let mut store = book();
    let id = save(&mut store, line_4());
    assert_eq!(history(&store, id), [(today(), To::Identified)]);
    let label = stage(&mut store, id, To::Qualified, "", 5);
    assert_eq!(label.to_string(), "act-stage name=Line 4 stage=qualified");
    assert_eq!(history(&store, id), [(today(), To::Identified), (plus_days(today(), 5), To::Qualified)]);
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(history(&store, id), [(today(), To::Identified)]);
    assert_eq!(sale(&store, id).deal.stage, To::Identified);
    store.perform(Act::Redo, today()).unwrap();
    assert_eq!(history(&store, id).len(), 2);
    // A name says nothing of how it stands.
    let mut record = store.record(Kind::Opportunity, id).unwrap();
    record.set("name", Value::Text("Line 5".into())).unwrap();
    store.perform(Act::Save(vec![record]), today()).unwrap();
    assert_eq!(history(&store, id).len(), 2);
}

#[test]
fn what_is_lost_has_its_day_and_its_reason_and_what_comes_back_has_no_close() {
    let mut store = book();
    let id = save(&mut store, line_4());
    stage(&mut store, id, To::Lost, "  price,\nand the night shift ", 3);
    let lost = sale(&store, id);
    assert_eq!(lost.lost_reason, "price, and the night shift");
    assert_eq!(
        (lost.deal.closed_on, lost.deal.closed()),
        (Some(plus_days(today(), 3)), Some(plus_days(today(), 3)))
    );
    stage(&mut store, id, To::Proposal, "", 9);
    let back = sale(&store, id);
    assert_eq!((back.deal.closed_on, back.deal.is_open()), (None, true));
    assert_eq!(back.lost_reason, "price, and the night shift", "what was learned stays");
}

#[test]
fn what_was_won_before_it_was_written_down_was_won_then() {
    let mut store = book();
    let won = Opportunity { stage: Some(To::Won), closes_on: Some(day(2026, 3, 1)), ..line_4() };
    let id = save(&mut store, won);
    assert_eq!(history(&store, id), [(day(2026, 3, 1), To::Won)]);
    assert_eq!(sale(&store, id).deal.closed_on, Some(day(2026, 3, 1)));
}

#[test]
fn a_sale_of_before_there_was_a_history_begins_with_how_it_stood() {
    let mut store = book();
    let id = save(&mut store, line_4());
    for step in store.records(Kind::Step, 0, 9).unwrap() {
        store.perform(Act::Delete(Kind::Step, vec![step.head().id]), today()).unwrap();
    }
    assert!(history(&store, id).is_empty() && sale(&store, id).since(today()).is_none());
    stage(&mut store, id, To::Negotiation, "", 30);
    let later = plus_days(today(), 30);
    assert_eq!(history(&store, id), [(today(), To::Identified), (later, To::Negotiation)]);
}

#[test]
fn an_import_begins_a_history_and_one_that_brings_its_own_keeps_it() {
    let mut store = book();
    let step = |days: i64, stage| Step {
        opportunity: Some(Link(-2)),
        day: Some(plus_days(today(), -days)),
        stage: Some(stage),
        ..Step::default()
    };
    let told = Opportunity { name: "Line 5".into(), stage: Some(To::Proposal), ..line_4() };
    let steps = [step(90, To::Identified), step(20, To::Proposal)].map(|s| Box::new(s) as Box<dyn Record>);
    let sales: [Box<dyn Record>; 2] = [Box::new(line_4()), Box::new(told)];
    let batch = crate::book::batch(sales.into_iter().chain(steps).collect());
    store.perform(Act::Import(Box::new(batch)), today()).unwrap();
    assert_eq!(history(&store, 1), [(today(), To::Identified)]);
    let own = [(plus_days(today(), -90), To::Identified), (plus_days(today(), -20), To::Proposal)];
    assert_eq!(history(&store, 2), own);
    assert!(store.check().unwrap().is_empty());
    store.perform(Act::Undo, today()).unwrap();
    assert!(store.records(Kind::Step, 0, 9).unwrap().is_empty());
}

#[test]
fn all_accounts_are_the_key_accounts_and_sums_are_of_what_is_open() {
    let mut store = book();
    let other = save(
        &mut store,
        Account { name: "Marisma".into(), tier: Some(Tier::Standard), ..Account::default() },
    );
    save(&mut store, line_4());
    save(&mut store, Opportunity { stage: Some(To::Won), ..line_4() });
    save(&mut store, Opportunity { account: Some(Link(other)), ..line_4() });
    let all = store.pipeline(None, today()).unwrap();
    assert_eq!(all.sales.len(), 2);
    assert_eq!((all.open, all.weighted.amount()), (Ok(120_000.0), Some(12_000.0)));
    assert_eq!(all.coverage.value.unwrap_err().key, "pipeline-no-revenue");
    assert_eq!(store.pipeline(Some(other), today()).unwrap().sales.len(), 1);
}

fn demo_book() -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    demo::build(&mut store, today(), None).unwrap();
    store
}

#[test]
fn in_the_demo_every_push_is_one_that_the_history_tells() {
    let store = demo_book();
    let all = store.pipeline(None, today()).unwrap();
    assert!(all.coverage.amount().is_some());
    for sale in all.sales.iter().filter(|sale| sale.moments.len() > 1) {
        let told = cartera::domain::pipeline::course::pushes(&sale.moments);
        assert_eq!(sale.pushes, told, "{}", sale.deal.name);
        let last = sale.moments.last().unwrap();
        let stands = (sale.deal.stage, sale.deal.closes_on, sale.amount);
        assert_eq!((last.stage, last.closes_on, last.amount), stands, "{}", sale.deal.name);
    }
}

fn open(store: Store, lang: Lang, scope: Option<Id>) -> Stage {
    let mut stage = Stage::open(LensKind::Growth, store, lang, scope);
    stage.give(Command::GrowthPipeline);
    stage
}

fn under(stage: &mut Stage) -> String {
    stage.with(|lens, _| lens.under()).map(|under| under.title).unwrap_or_default()
}

/// A book with so many sales in each open stage.
fn crowded(each: i64) -> Store {
    let mut store = book();
    for stage in To::ALL.iter().filter(|stage| cartera::domain::pipeline::is_open(**stage)) {
        for n in 1..=each {
            let name = format!("Opportunity {n} with a name that is far too long for its card");
            let close = Some(plus_days(today(), n * 9 - 30));
            let amount = if n % 4 == 0 { None } else { Some(euros(n * 12_345)) };
            save(&mut store, Opportunity { name, amount, closes_on: close, stage: Some(*stage), ..line_4() });
        }
    }
    store
}

#[test]
fn arrows_walk_the_board_and_the_sale_stays_under_the_cursor_from_board_to_table() {
    let mut stage = open(demo_book(), Lang::En, None);
    let first = under(&mut stage);
    stage.give(Command::PanelLeft);
    assert_ne!(under(&mut stage), first);
    stage.give(Command::Down);
    let here = under(&mut stage);
    stage.give(Command::Axis);
    assert_eq!(under(&mut stage), here);
    stage.give(Command::Sort);
    assert_eq!(under(&mut stage), here);
    // Every sale is reached in the table.
    stage.give(Command::First);
    let mut seen = std::collections::BTreeSet::from([under(&mut stage)]);
    for _ in 0..30 {
        stage.give(Command::Down);
        seen.insert(under(&mut stage));
    }
    assert_eq!(seen.len(), 11);
}

#[test]
fn a_key_moves_the_sale_to_the_next_stage_and_at_the_ends_says_why_not() {
    let mut stage = open(book(), Lang::En, None);
    let id = save(&mut stage.store, line_4());
    stage.load();
    let mut last = Vec::new();
    for _ in 0..6 {
        last = stage.give(Command::Later);
        if let [Effect::Act(act)] = last.as_slice() {
            stage.store.perform(act.clone(), today()).unwrap();
            stage.load();
            assert_eq!(under(&mut stage), "Line 4");
        }
    }
    assert_eq!(sale(&stage.store, id).deal.stage, To::Won);
    assert!(matches!(last.as_slice(), [Effect::Notify(why)] if why.key == "pipeline-is-won"), "{last:?}");
    let back = stage.give(Command::Earlier);
    assert!(matches!(back.as_slice(), [Effect::Act(Act::Stage(_, To::Verbal, _))]), "{back:?}");
}

#[test]
fn losing_a_sale_asks_why_and_an_empty_line_is_an_answer() {
    let mut store = book();
    let id = save(&mut store, line_4());
    let mut stage = whole::Stage::new(store);
    stage.keys("7 c");
    assert!(stage.shows("l  lost"), "{}", stage.screen());
    stage.keys("l");
    assert!(stage.shows("Why was Line 4 lost?"), "{}", stage.screen());
    stage.text("price");
    stage.keys("Enter");
    let lost = sale(&stage.outside.store, id);
    assert_eq!((lost.deal.stage, lost.lost_reason.as_str()), (To::Lost, "price"));
    stage.keys("u");
    assert_eq!(sale(&stage.outside.store, id).deal.stage, To::Identified);
}

#[test]
fn narrowing_finds_by_competitor_account_and_stage_and_escape_shows_all_again() {
    let mut stage = open(demo_book(), Lang::Es, None);
    let count = |stage: &mut Stage, text: &str| {
        let effects = stage.with(|lens, cx| lens.narrow(text, cx));
        stage.perform(effects);
        let text = stage.text((200, 50));
        text.lines().filter(|line| line.contains('€')).count()
    };
    stage.give(Command::Axis);
    let all = count(&mut stage, "");
    let nordwind = count(&mut stage, "nordw");
    assert!(nordwind > 1 && nordwind < all, "{nordwind} of {all}");
    assert!(count(&mut stage, "tormes") > 1);
    assert!(stage.with(|lens, _| lens.narrowed() == "tormes"));
    stage.give(Command::Back);
    assert!(stage.with(|lens, _| lens.narrowed().is_empty()));
}

#[test]
fn a_new_sale_begins_where_the_cursor_stands() {
    let mut stage = open(demo_book(), Lang::En, None);
    stage.give(Command::PanelLeft);
    let form = stage.give(Command::New);
    let [Effect::OpenForm(form)] = form.as_slice() else { panic!("{form:?}") };
    assert_eq!(form.kind, Kind::Opportunity);
    assert!(form.preset.contains(&("stage", Value::Choice(To::Negotiation.name()))), "{:?}", form.preset);
    assert!(form.preset.iter().any(|(field, _)| *field == "account"));
}

#[test]
fn the_pipeline_in_all_sizes() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Es, "es")] {
        let mut stage = open(demo_book(), lang, None);
        insta::assert_snapshot!(format!("pipeline_80x24_{code}"), stage.styled(SMALL, Theme::Terminal));
        insta::assert_snapshot!(format!("pipeline_120x36_{code}"), stage.styled(MIDDLE, Theme::Terminal));
        insta::assert_snapshot!(format!("pipeline_120x36_{code}_mono"), stage.styled(MIDDLE, Theme::Mono));
        insta::assert_snapshot!(format!("pipeline_200x50_{code}"), stage.text((200, 50)));
        stage.give(Command::Axis);
        insta::assert_snapshot!(format!("pipeline_table_80x24_{code}"), stage.styled(SMALL, Theme::Terminal));
        insta::assert_snapshot!(
            format!("pipeline_table_120x36_{code}"),
            stage.styled(MIDDLE, Theme::Terminal)
        );
        stage.give(Command::Down);
        stage.give(Command::Open);
        insta::assert_snapshot!(format!("pipeline_page_80x24_{code}"), stage.styled(SMALL, Theme::Terminal));
    }
    let mut stage = open(book(), Lang::En, None);
    insta::assert_snapshot!("pipeline_empty_80x24_en", stage.text(SMALL));
    let mut stage = open(crowded(9), Lang::Es, Some(1));
    stage.give(Command::Down);
    insta::assert_snapshot!("pipeline_crowded_80x24_es", stage.text(SMALL));
    insta::assert_snapshot!("pipeline_crowded_120x36_es", stage.text(MIDDLE));
}

#[test]
fn no_screen_is_too_small_and_no_pipeline_too_full() {
    let mut stage = open(crowded(40), Lang::Es, None);
    for command in [Command::Last, Command::Axis, Command::Open] {
        stage.give(command);
        for size in [(1, 1), (3, 6), (20, 9), (47, 12), (79, 23), (99, 30), (110, 14), (160, 40), (300, 100)]
        {
            stage.draw(size, Theme::Terminal);
        }
    }
}
