//! The brief: what it says before a meeting, of whom, and what its keys do.
use cartera::command::{LensKind, Msg};
use cartera::domain::account::Account;
use cartera::domain::choice::{
    BuyingRole, CellState, Priority, Severity, Side, Stage as SalesStage, Stance, Tie, Tier,
};
use cartera::domain::commitment::Commitment;
use cartera::domain::day::plus_days;
use cartera::domain::field::Link;
use cartera::domain::influence::Influence;
use cartera::domain::kind::Kind;
use cartera::domain::market::{Competitor, Offering, Perk, WhiteSpace};
use cartera::domain::opportunity::Opportunity;
use cartera::domain::person::{Membership, Person};
use cartera::domain::plan::Initiative;
use cartera::domain::problem::Problem;
use cartera::domain::questions::Rule;
use cartera::domain::unit::Unit;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::{Act, Learned};
use cartera::store::query::brief::{Brief, BriefOf, Change, Presence};
use cartera::store::query::log::{Filter, LogQuery};
use cartera::ui::Theme;

use crate::book::{account, clock, person, save, today};
use crate::measured::measured;
use crate::whole::Stage;

const SMALL: (u16, u16) = (80, 24);
const MIDDLE: (u16, u16) = (120, 36);

/// Clients and people of the crowded book.
const NORDWIND: i64 = 2;
const ARCE: i64 = 3;
const KERSTIN: i64 = 4;
const JENS: i64 = 5;
const JORDI: i64 = 8;
const MARTA: i64 = 9;

/// Changes a person and their place.
fn change(store: &mut Store, id: i64, on: chrono::NaiveDate, work: impl Fn(&mut Person, &mut Membership)) {
    let parts = store.parts(Kind::Person, id).unwrap();
    let mut person = parts[0].any().downcast_ref::<Person>().unwrap().clone();
    let mut place = parts[1].any().downcast_ref::<Membership>().unwrap().clone();
    work(&mut person, &mut place);
    store.perform(Act::Save(vec![Box::new(person), Box::new(place)]), on).unwrap();
}

/// The measured book with what moves Kerstin and Jordi, and who stands where between them and the others.
fn prepared() -> Store {
    let mut store = measured();
    change(&mut store, KERSTIN, today(), |person, _| {
        person.wants = "One partner for both plants, one number to call.\nThe rest is detail.".into();
        person.worries = "Another weekend with nobody on call.".into();
        person.personal = "Sails; out of reach whenever there is a regatta.".into();
        person.language = "de".into();
    });
    change(&mut store, JENS, today(), |_, place| place.reports_to = Some(Link(KERSTIN)));
    change(&mut store, JORDI, today(), |person, _| {
        person.style = "Cold on the telephone, better in person.".into();
    });
    for (one, other, tie) in [(MARTA, JORDI, Tie::Strong), (7, JORDI, Tie::Conflict)] {
        let influence = Influence {
            person: Some(Link(one)),
            sways: Some(Link(other)),
            account: Some(Link(ARCE)),
            tie: Some(tie),
            ..Influence::default()
        };
        save(&mut store, influence);
    }
    store
}

fn brief(store: &Store, of: BriefOf) -> Brief {
    store.brief(of, today()).unwrap()
}

fn meeting_with(store: &Store, person: i64) -> i64 {
    let filter = Filter { with: vec![person], planned: Some(true), ..Filter::default() };
    store.log(&LogQuery { filter, ..LogQuery::default() }).unwrap().rows[0].id
}

fn who(brief: &Brief) -> Vec<(i64, Presence)> {
    brief.who.iter().map(|a| (a.row.person, a.here)).collect()
}

fn rules(brief: &Brief) -> Vec<Rule> {
    brief.questions.iter().map(|q| q.rule).collect()
}

#[test]
fn whoever_is_known_is_told_when_nobody_weighs_much_or_waits() {
    let mut store = crate::book::book();
    let marisma = account(&mut store, "Marisma");
    let dario = person(&mut store, "Darío Quintero", marisma, &[BuyingRole::Initiator]);
    store.perform(Act::Contacted(dario, Some(marisma)), today()).unwrap();
    let brief = store.brief(BriefOf::Account(marisma), today()).unwrap();
    assert_eq!(brief.who.iter().map(|a| a.row.name.as_str()).collect::<Vec<_>>(), ["Darío Quintero"]);
}

#[test]
fn the_brief_of_a_meeting_is_of_those_who_take_part() {
    let store = prepared();
    let found = brief(&store, BriefOf::Meeting(meeting_with(&store, KERSTIN)));
    assert_eq!(who(&found), [(KERSTIN, Presence::Attends)]);
    assert!(found.talks.len() <= 3 && found.talks.iter().all(|t| t.people.iter().any(|p| p.0 == KERSTIN)));
    assert_eq!(found.since, found.who[0].row.last);
    assert_eq!(found.page.unwrap().account.head.id, NORDWIND);
    assert_eq!(found.promises[0].counterpart.as_ref().map(|c| c.0), Some(KERSTIN));
}

#[test]
fn the_brief_of_an_account_prepares_its_next_meeting_if_that_is_near() {
    let mut store = prepared();
    let found = brief(&store, BriefOf::Account(NORDWIND));
    assert_eq!(who(&found), [(KERSTIN, Presence::Attends)]);
    assert!(found.meeting.is_some());
    let meeting = found.meeting.unwrap().id;
    store.perform(Act::Delete(Kind::Interaction, vec![meeting]), today()).unwrap();
    let found = brief(&store, BriefOf::Account(NORDWIND));
    assert_eq!(found.meeting, None);
    assert_eq!(who(&found)[0], (KERSTIN, Presence::KeyPlayer));
    assert!(who(&found)[1..].iter().all(|(_, here)| *here == Presence::Overdue), "{:?}", who(&found));
    assert!(found.gaps.iter().any(|g| g.explain.key == "brief-gap-next"));
}

#[test]
fn the_brief_of_a_person_tells_who_stands_around_them() {
    let store = prepared();
    let found = brief(&store, BriefOf::Person(JORDI, None));
    assert_eq!(who(&found), [(JORDI, Presence::Attends), (7, Presence::Conflict), (MARTA, Presence::Sways)]);
    assert!(found.promises.iter().all(|p| p.counterpart.as_ref().map(|c| c.0) == Some(JORDI)));
    assert!(found.questions.iter().all(|q| q.to == Some(JORDI)), "{:?}", found.questions);
    let found = brief(&store, BriefOf::Person(JENS, None));
    assert_eq!(who(&found)[1], (KERSTIN, Presence::Superior));
    let found = brief(&store, BriefOf::Person(KERSTIN, None));
    assert_eq!(who(&found)[1], (JENS, Presence::Reports));
}

#[test]
fn who_asked_not_to_be_contacted_is_asked_nothing_and_the_reason_stands_in_place_of_the_cadence() {
    let mut store = prepared();
    assert!(!brief(&store, BriefOf::Person(JORDI, None)).questions.is_empty());
    change(&mut store, JORDI, today(), |person, _| person.do_not_contact = true);
    assert!(brief(&store, BriefOf::Person(JORDI, None)).questions.is_empty());
    let mut stage = Stage::new(store);
    stage.keys("2 Down b");
    assert!(stage.shows("asked not to be contacted"), "{}", stage.screen());
}

#[test]
fn who_is_on_holiday_has_the_day_of_their_return_in_place_of_the_cadence() {
    let mut store = prepared();
    change(&mut store, JORDI, today(), |_, place| place.not_before = Some(plus_days(today(), 9)));
    let mut stage = Stage::new(store);
    stage.keys("2 Down b");
    assert!(stage.shows("not before 2 Dec"), "{}", stage.screen());
}

#[test]
fn somebody_who_leads_to_the_decider_is_asked_for_an_introduction() {
    let store = prepared();
    let found = brief(&store, BriefOf::Person(MARTA, None));
    assert_eq!(who(&found)[1], (JORDI, Presence::Swayed));
    // Jordi was spoken to nine days ago: nobody needs to introduce us.
    assert!(!rules(&found).contains(&Rule::WayToDecider));
    let later = store.brief(BriefOf::Person(MARTA, None), plus_days(today(), 60)).unwrap();
    assert_eq!(rules(&later)[0], Rule::WayToDecider);
}

#[test]
fn people_who_are_against_each_other_in_one_room_are_named() {
    let mut store = prepared();
    let words = cartera::lang::Words::new(Lang::En);
    let directory = store.directory().unwrap();
    let cx =
        cartera::lang::value::Context { words: &words, today: today(), directory: &directory, scope: None };
    let line = "meeting jordi mas, maría del mar soler 2026-11-25 10:00: budget";
    let entry = cartera::capture::read(line, &cx).unwrap();
    store.perform(Act::Log(Box::new(entry), None), today()).unwrap();
    let meeting = store.log(&LogQuery {
        filter: Filter { with: vec![7], planned: Some(true), ..Filter::default() },
        ..LogQuery::default()
    });
    let found = brief(&store, BriefOf::Meeting(meeting.unwrap().rows[0].id));
    assert_eq!(found.conflicts.len(), 1);
    assert_eq!(rules(&found)[0], Rule::OpponentAttends);
}

#[test]
fn what_changed_since_the_last_conversation_is_told() {
    let mut store = prepared();
    let before = brief(&store, BriefOf::Account(ARCE)).changes.len();
    let place = store.people_of(MARTA, today()).unwrap()[0].membership.unwrap();
    store.perform(Act::Learn(place, Learned::Stance(Some(Stance::Champion))), today()).unwrap();
    change(&mut store, 7, today(), |_, place| place.left_on = Some(plus_days(today(), -1)));
    let newcomer = person(&mut store, "Zoe Vidal", ARCE, &[BuyingRole::Buyer]);
    change(&mut store, newcomer, today(), |_, place| place.since = Some(plus_days(today(), -2)));
    let kept = Commitment {
        side: Some(Side::Theirs),
        text: "purchase order number".into(),
        account: Some(Link(ARCE)),
        due: Some(plus_days(today(), 3)),
        done_on: Some(today()),
        ..Commitment::default()
    };
    save(&mut store, kept);
    let problem = Problem {
        name: "Wrong edges".into(),
        account: Some(Link(ARCE)),
        severity: Some(Severity::Low),
        opened_on: Some(plus_days(today(), -30)),
        closed_on: Some(today()),
        ..Problem::default()
    };
    save(&mut store, problem);
    let found = brief(&store, BriefOf::Account(ARCE));
    let has = |what: &dyn Fn(&Change) -> bool| found.changes.iter().any(|c| what(&c.what));
    assert_eq!(found.changes.len(), before + 5, "{:?}", found.changes);
    assert!(has(&|c| matches!(c, Change::Joined(name) if name == "Zoe Vidal")));
    assert!(has(&|c| matches!(c, Change::Left(name) if name.starts_with("María"))));
    assert!(has(&|c| matches!(c, Change::Kept(Side::Theirs, text) if text == "purchase order number")));
    assert!(has(&|c| matches!(c, Change::Closed(name) if name == "Wrong edges")));
    let learned = |c: &Change| matches!(c, Change::Learned { before, now, .. } if before == "supporter" && now == "champion");
    assert!(has(&learned), "{:?}", found.changes);
}

#[test]
fn an_indicator_that_turned_and_a_health_that_moved_are_changes() {
    let mut store = prepared();
    let since = brief(&store, BriefOf::Account(ARCE)).since.unwrap();
    store.keep_health(since).unwrap();
    let kpi = crate::measured::indicator(
        &mut store,
        ARCE,
        "Returns",
        cartera::domain::choice::Unit::Percent,
        cartera::domain::choice::Better::Lower,
        cartera::domain::choice::Nature::Stock,
    );
    crate::measured::enter(&mut store, kpi, 2.0, &[(2026, 10, 9.0)]);
    let found = brief(&store, BriefOf::Account(ARCE));
    let moved = found.changes.iter().filter(|c| matches!(c.what, Change::Moved(_))).count();
    assert!(moved > 0, "{:?}", found.changes);
    assert!(found.off().iter().any(|i| i.figures.kpi.name == "Returns"));
}

#[test]
fn of_a_new_account_it_says_what_it_does_not_know() {
    let mut store = Store::in_memory(clock).unwrap();
    let id = account(&mut store, "Zenit");
    let found = brief(&store, BriefOf::Account(id));
    assert!(found.who.is_empty() && found.talks.is_empty() && found.changes.is_empty());
    assert_eq!(rules(&found), [Rule::NoDecider]);
    for lang in Lang::ALL {
        let mut stage = Stage::of(store_of_new(), lang, Theme::Mono, SMALL);
        stage.keys("2 b");
        insta::assert_snapshot!(format!("brief_new_{}", lang.code()), stage.screen());
    }
}

/// An account of which nothing is known but a place that somebody unknown holds.
fn store_of_new() -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    let id = save(&mut store, Account { name: "Zenit".into(), tier: Some(Tier::Key), ..Account::default() });
    let unnamed = person(&mut store, "Buyer of Zenit", id, &[BuyingRole::Buyer]);
    change(&mut store, unnamed, today(), |person, _| person.placeholder = true);
    store
}

#[test]
fn a_place_whose_holder_is_not_known_stays_a_gap() {
    let store = store_of_new();
    let found = brief(&store, BriefOf::Account(1));
    assert!(found.who.is_empty(), "nobody can be met who is not known");
    assert!(found.gaps.iter().any(|g| g.explain.arg("seats").is_some_and(|s| s.contains("buyer"))));
}

/// The prepared book with a plan at Arce of which something is late, a sale, a rival's contract and care that end.
fn planned() -> Store {
    let mut store = prepared();
    let account = Some(Link(ARCE));
    let plan = save(&mut store, crate::plan::plan(ARCE, "Plan 2026"));
    let objective = save(&mut store, crate::plan::objective(plan, "Win the tender", Priority::High));
    let theirs = Some(Link(JORDI));
    let late = Initiative { theirs, ..crate::plan::initiative(objective, "Site for the pilot", -60, -6) };
    save(&mut store, late);
    let pilot = save(&mut store, crate::plan::initiative(objective, "Pilot", -10, 90));
    save(&mut store, crate::plan::milestone(pilot, "Second week", 40));
    save(&mut store, crate::plan::milestone(pilot, "First truck runs", 12));
    let unit = save(&mut store, Unit { name: "Dock 7".into(), account, ..Unit::default() });
    let offering = save(&mut store, Offering { name: "Stackers".into(), ..Offering::default() });
    let rival = save(&mut store, Competitor { name: "Linde".into(), ..Competitor::default() });
    for (unit, ends) in [(Some(Link(unit)), 170), (None, 190)] {
        let cell = WhiteSpace {
            offering: Some(Link(offering)),
            account,
            unit,
            state: Some(CellState::Competitor),
            competitor: Some(Link(rival)),
            ends_on: Some(plus_days(today(), ends)),
            ..WhiteSpace::fresh()
        };
        save(&mut store, cell);
    }
    let closes_on = Some(plus_days(today(), 50));
    let stage = Some(SalesStage::Qualified);
    save(
        &mut store,
        Opportunity { name: "Dock doors".into(), account, stage, closes_on, ..Opportunity::fresh() },
    );
    for (name, days) in [("Loan truck", 30), ("Own technician", 120)] {
        let until = Some(plus_days(today(), days));
        save(&mut store, Perk { name: name.into(), account, until, ..Perk::fresh() });
    }
    store
}

#[test]
fn what_is_late_comes_next_and_ends_is_told_one_of_every_sort_before_a_second() {
    let store = planned();
    let found = brief(&store, BriefOf::Account(ARCE));
    assert_eq!(
        found.late().iter().map(|i| i.initiative.name.as_str()).collect::<Vec<_>>(),
        ["Site for the pilot"]
    );
    assert_eq!(found.next_milestone(today()).unwrap().0.name, "First truck runs");
    assert_eq!(
        found.rivals.iter().map(|r| r.unit.as_str()).collect::<Vec<_>>(),
        ["Dock 7"],
        "not after 180 days"
    );
    assert_eq!(
        found.care.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(),
        ["Loan truck"],
        "not after 90 days"
    );
    assert!(rules(&found).contains(&Rule::TheirsBehind), "{:?}", rules(&found));
    let mut stage = Stage::new(store);
    stage.keys("2 Down b y");
    let text = stage.paper.copied.clone();
    let text = text.split("Ahead").nth(1).unwrap_or_else(|| panic!("{}", stage.paper.copied)).to_owned();
    let place = |part: &str| text.find(part).unwrap_or_else(|| panic!("{part}: {text}"));
    let order = [
        "Site for the pilot",
        "First truck runs",
        "Stackers · Dock 7",
        "qualified",
        "Loan truck",
        "Last talks",
    ];
    assert!(order.map(place).is_sorted(), "{text}");
}

#[test]
fn with_a_plan_it_still_is_one_screen() {
    for (lang, ahead, gaps) in [(Lang::En, "Ahead", "Gaps"), (Lang::Es, "Por delante", "Lagunas")] {
        for (size, name) in [(SMALL, "80x24"), (MIDDLE, "120x36")] {
            let mut stage = Stage::of(planned(), lang, Theme::Terminal, size);
            stage.keys("2 Down b");
            assert!(stage.shows(ahead) && stage.shows(gaps), "{}", stage.screen());
            insta::assert_snapshot!(format!("brief_plan_{name}_{}", lang.code()), stage.painted());
        }
    }
}

#[test]
fn the_brief_is_one_screen() {
    for lang in Lang::ALL {
        let code = lang.code();
        for (size, name) in [(SMALL, "80x24"), (MIDDLE, "120x36"), ((200, 50), "200x50")] {
            let mut stage = Stage::of(prepared(), lang, Theme::Terminal, size);
            stage.keys("2 Down b");
            insta::assert_snapshot!(format!("brief_{name}_{code}"), stage.painted());
        }
        let mut stage = Stage::of(prepared(), lang, Theme::Mono, SMALL);
        stage.keys("2 Down Down b");
        insta::assert_snapshot!(format!("brief_80x24_{code}_mono"), stage.painted());
    }
}

#[test]
fn b_on_a_meeting_to_prepare_opens_its_brief_and_enter_still_opens_the_meeting() {
    let mut stage = Stage::of(prepared(), Lang::En, Theme::Terminal, MIDDLE);
    stage.click("16:00 Jordi Mas");
    assert!(stage.shows("b brief"), "{}", stage.screen());
    stage.keys("b");
    assert!(stage.shows("Brief · Arce  Mon 23 Nov 16:00 video: prepare the tender"), "{}", stage.screen());
    stage.keys("Esc");
    assert!(!stage.shows("Brief ·") && stage.shows("Needs you"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.shows("prepare the tender") && !stage.shows("Needs you"), "{}", stage.screen());
}

#[test]
fn it_is_two_keys_away_from_every_lens_whatever_the_scope() {
    for lens in LensKind::ALL.into_iter().take(5) {
        for scope in ["", "Tab"] {
            let mut stage = Stage::new(prepared());
            stage.keys(scope);
            stage.keys(&format!("{} b", lens.digit()));
            assert!(stage.shows("Brief · "), "{lens:?} {scope}\n{}", stage.screen());
            stage.keys("Esc");
            assert!(!stage.shows("Brief · "), "{lens:?} {scope}\n{}", stage.screen());
        }
    }
}

#[test]
fn every_view_of_the_people_opens_it_for_the_person_under_the_cursor() {
    let mut stage = Stage::of(prepared(), Lang::En, Theme::Terminal, MIDDLE);
    stage.keys("Tab Tab 3");
    for view in 0..4 {
        stage.keys("b");
        let person = ["Kerstin Vogel", "Jens Petersen", "Ulrike Brandt"];
        let of = |stage: &mut Stage| person.iter().any(|name| stage.shows(&format!("Brief · {name}")));
        assert!(of(&mut stage), "{view}\n{}", stage.screen());
        stage.keys("Esc v");
    }
}

#[test]
fn on_a_cell_it_is_of_the_account_and_types_nothing() {
    let mut stage = Stage::new(prepared());
    stage.keys("5 Right Right b");
    assert!(stage.shows("Brief · Almazara"), "{}", stage.screen());
    let before = stage.outside.store.next_undo().unwrap();
    stage.keys("Esc Enter b");
    assert!(!stage.shows("Brief · "), "{}", stage.screen());
    assert_eq!(stage.outside.store.next_undo().unwrap(), before);
}

#[test]
fn with_nobody_to_brief_about_it_says_so() {
    let mut stage = Stage::new(Store::in_memory(clock).unwrap());
    for lens in LensKind::ALL.into_iter().take(5) {
        stage.keys(&format!("{} b", lens.digit()));
        assert!(stage.shows("Brief of whom?"), "{lens:?}\n{}", stage.screen());
    }
}

#[test]
fn with_nothing_under_the_cursor_it_is_of_the_account_in_force() {
    let mut store = Store::in_memory(clock).unwrap();
    account(&mut store, "Zenit");
    let mut stage = Stage::new(store);
    stage.keys("Tab 4 b");
    assert!(stage.shows("Brief · Zenit"), "{}", stage.screen());
}

#[test]
fn b_is_a_letter_while_typing() {
    let mut stage = Stage::new(prepared());
    stage.keys("i");
    stage.text("b");
    assert!(!stage.shows("Brief · "), "{}", stage.screen());
    stage.keys("Esc n");
    stage.text("b");
    assert!(!stage.shows("Brief · "), "{}", stage.screen());
}

#[test]
fn its_rows_lead_to_their_records() {
    let mut stage = Stage::new(prepared());
    stage.keys("2 Down b Enter");
    assert!(stage.shows("Jordi Mas") && !stage.shows("Brief · "), "{}", stage.screen());
    let mut stage = Stage::new(prepared());
    stage.keys("2 Down b");
    stage.click("Deliveries six weeks late");
    assert!(stage.shows("Signed plan of deliveries") && !stage.shows("Brief · "), "{}", stage.screen());
    // Whatever row: each leads somewhere, and nothing stumbles.
    for down in 0..14 {
        let mut stage = Stage::new(prepared());
        stage.keys("2 Down b");
        (0..down).for_each(|_| stage.keys("j"));
        stage.keys("Enter");
        assert!(!stage.shows("Brief · "), "{down}\n{}", stage.screen());
    }
}

#[test]
fn it_follows_what_is_written_elsewhere_and_the_size_of_the_screen() {
    let mut stage = Stage::new(prepared());
    stage.keys("2 Down Down b j j");
    let before = stage.screen();
    change(&mut stage.outside.store, KERSTIN, today(), |person, _| {
        person.wants = "A four-hour response".into();
    });
    stage.tell(Msg::BookChanged);
    assert!(
        !before.contains("A four-hour") && stage.shows("wants: A four-hour response"),
        "{}",
        stage.screen()
    );
    let bar = |screen: &str| screen.lines().position(|l| l.starts_with('▌'));
    assert_eq!(bar(&before), bar(&stage.screen()), "the cursor stays where it was");
    stage.keys("Esc");
    assert!(!stage.shows("Brief · "), "it is there once:\n{}", stage.screen());
    stage.tell(Msg::BookChanged);
    assert!(!stage.shows("Brief · "), "{}", stage.screen());
}

#[test]
fn y_copies_it_as_text() {
    let mut stage = Stage::new(prepared());
    stage.keys("2 Down Down b y");
    let text = stage.paper.copied.clone();
    assert!(text.starts_with("Brief · Nordwind  Thu 26 Nov 10:00 meeting: quarterly review"), "{text}");
    for part in [
        "Kerstin Vogel",
        "wants: One partner for both plants",
        "personal: Sails",
        "language: de",
        "Ask\n",
        "Promises\n",
        "Last talks\n",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(stage.shows("Copied: Brief · Nordwind"), "{}", stage.screen());
    assert!(stage.shows("Kerstin Vogel"), "it stays open");
    stage.keys("Esc y Enter");
    assert_ne!(stage.paper.copied, text);
}

#[test]
fn the_palette_has_it() {
    let mut stage = Stage::new(prepared());
    stage.keys("2 :");
    stage.text("brief");
    stage.keys("Enter");
    assert!(stage.shows("Brief · Almazara"), "{}", stage.screen());
}

#[test]
fn hostile_names_and_notes_stay_text() {
    let hostile = "\u{1b}]0;x\u{7}Ana\u{202e}gro\u{9b}2J\t日本\n".repeat(40);
    for size in [(80, 24), (121, 37), (300, 60)] {
        let mut store = prepared();
        change(&mut store, JORDI, today(), |person, place| {
            person.name.clone_from(&hostile);
            person.wants.clone_from(&hostile);
            person.personal.clone_from(&hostile);
            place.title.clone_from(&hostile);
        });
        let mut stage = Stage::of(store, Lang::Es, Theme::Terminal, size);
        stage.keys("2 Down b");
        for cell in stage.buffer().content() {
            assert!(!cell.symbol().chars().any(char::is_control), "{:?}", cell.symbol());
        }
        stage.keys("y");
        let control = |c: char| c.is_control() && c != '\n';
        assert!(!stage.paper.copied.chars().any(control), "{}", stage.paper.copied);
        stage.tell(Msg::Resized(80, 24));
    }
}
