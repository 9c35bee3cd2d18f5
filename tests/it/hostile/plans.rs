//! Plans, decisions, white space, sales, insights and care of which every word is hostile, through their views.
use cartera::domain::Id;
use cartera::domain::choice::{Aim, BuyingRole, PerkKind, Priority, Side, Stage as Step, Tier, Topic};
use cartera::domain::colleague::Colleague;
use cartera::domain::commitment::Commitment;
use cartera::domain::day::plus_days;
use cartera::domain::decision::{Assignment, Decision};
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::market::{Competitor, Insight, Offering, Perk};
use cartera::domain::money::{Currency, Money};
use cartera::domain::opportunity::Opportunity;
use cartera::domain::plan::{Initiative, Objective, Plan};
use cartera::domain::text::is_bidi_control;
use cartera::domain::unit::Unit;
use cartera::domain::value::Value;
use cartera::domain::whitespace::Place;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::act::white::{Change, Set};
use cartera::ui::Theme;

use super::{HOSTILE, hostile, is_aligned};
use crate::book::{clock, person, save, today};
use crate::cli::User;
use crate::plan::{initiative, milestone, objective, plan};
use crate::whole::Stage;

/// The first of the accounts with hostile names, which follow each other.
const FIRST: Id = 4;

fn euros(units: i64) -> Money {
    Money { minor: units * 100, currency: Currency::default() }
}

/// The hostile book with plans and growth: of each text an account with its plan, and all the rest at the first account.
fn planned() -> Store {
    let mut store = hostile();
    for (nth, text) in (0..).zip(HOSTILE) {
        let colleague =
            Colleague { name: format!("{text} us"), function: text.into(), ..Colleague::default() };
        let colleague = save(&mut store, colleague);
        let theirs = person(&mut store, &format!("{text} them"), FIRST + nth, &[BuyingRole::Decider]);
        let course = course(&mut store, FIRST + nth, [colleague, theirs], text);
        team(&mut store, colleague, (course, FIRST + nth), text);
        growth(&mut store, nth, text);
        client(&mut store, FIRST + nth, nth, text);
    }
    // One name that is wider than every screen, in every kind that has one.
    let long = "é日".repeat(3_000);
    let mut plan = store.record(Kind::Plan, 1).unwrap();
    plan.set("name", Value::Text(long.clone())).unwrap();
    store.perform(Act::Save(vec![plan]), today()).unwrap();
    growth(&mut store, 12, &long);
    store
}

/// A plan with two initiatives, one late and one that waits for it; the first of them.
fn course(store: &mut Store, account: Id, [owner, theirs]: [Id; 2], text: &str) -> Id {
    let words = || text.to_owned();
    let plan = Plan {
        vision: words(),
        goals: words(),
        challenges: words(),
        proposition: words(),
        strengths: words(),
        weaknesses: words(),
        chances: words(),
        threats: words(),
        ..plan(account, text)
    };
    let plan = save(store, plan);
    let under = Objective {
        aim: Some(Aim::Brand),
        relevance: words(),
        owner: Some(Link(owner)),
        ..objective(plan, text, Priority::High)
    };
    let under = save(store, under);
    let late = Initiative { owner: Some(Link(owner)), notes: words(), ..initiative(under, text, -90, -9) };
    let late = save(store, late);
    save(store, milestone(late, text, -20));
    let next = Initiative {
        theirs: Some(Link(theirs)),
        after: vec![Link(late)],
        ..initiative(under, text, 10, 300)
    };
    let next = save(store, next);
    save(store, milestone(next, text, 30));
    late
}

/// A member of the team who owes something, and a decision that nobody has been told.
fn team(store: &mut Store, colleague: Id, (course, planned): (Id, Id), text: &str) {
    let (account, who) = (Some(Link(1)), Some(Link(colleague)));
    save(
        store,
        Assignment {
            account,
            colleague: who,
            function: text.into(),
            notes: text.into(),
            ..Assignment::default()
        },
    );
    let promise = Commitment {
        side: Some(Side::Ours),
        text: text.into(),
        account: Some(Link(planned)),
        owner: who,
        initiative: Some(Link(course)),
        due: Some(plus_days(today(), -2)),
        ..Commitment::default()
    };
    save(store, promise);
    let decision = Decision {
        name: text.into(),
        account,
        decided_on: Some(plus_days(today(), -5)),
        why: text.into(),
        consequences: text.into(),
        people: vec![Link(1), Link(5)],
        colleagues: vec![Link(colleague)],
        ..Decision::fresh()
    };
    save(store, decision);
}

/// What is sold to whom against whom, what was learned, and what is given; all at the first account.
fn growth(store: &mut Store, nth: Id, text: &str) {
    let (account, words) = (Some(Link(1)), || text.to_owned());
    let unit = save(store, Unit { name: words(), account, site: words(), ..Unit::default() });
    let offering = save(store, Offering { name: words(), family: words(), ..Offering::default() });
    let competitor = Competitor {
        name: words(),
        strengths: words(),
        weaknesses: words(),
        notes: words(),
        ..Competitor::default()
    };
    let competitor = save(store, competitor);
    let place = Place { offering, account: 1, unit: Some(unit) };
    let ends = Set::Ends(Some(plus_days(today(), 20 * (nth + 1))));
    let sets = [Set::Rival(Some(competitor)), Set::Total(Some(euros(90_000))), ends];
    let changes = sets.map(|set| Change { place, set });
    store.perform(Act::White(changes.to_vec()), today()).unwrap();
    let sale = Opportunity {
        name: words(),
        account,
        amount: Some(euros(50_000)),
        stage: Step::ALL.get(usize::try_from(nth).unwrap() % Step::ALL.len()).copied(),
        next_step: words(),
        lost_reason: words(),
        offering: Some(Link(offering)),
        unit: Some(Link(unit)),
        competitor: Some(Link(competitor)),
        closes_on: Some(plus_days(today(), 30)),
        ..Opportunity::fresh()
    };
    save(store, sale);
    save(
        store,
        Insight {
            name: words(),
            account,
            topic: Some(Topic::Competitor),
            day: Some(today()),
            source: words(),
            competitor: Some(Link(competitor)),
            text: words(),
            ..Insight::default()
        },
    );
    save(
        store,
        Perk {
            name: words(),
            account,
            sort: Some(PerkKind::Offer),
            cost: Some(euros(4_000)),
            since: Some(plus_days(today(), -100)),
            until: Some(plus_days(today(), 20)),
            notes: words(),
            ..Perk::default()
        },
    );
}

/// A client with revenue and a valuation, released and taken back for hostile reasons.
fn client(store: &mut Store, id: Id, nth: Id, text: &str) {
    let mut account = store.record(Kind::Account, id).unwrap();
    account.set("revenue", Value::Money(euros(1_000_000 / (nth + 1)))).unwrap();
    for (field, score) in [("size", 1 + nth % 5), ("potential", 5 - nth % 5), ("reference", 3)] {
        account.set(field, Value::Number(score)).unwrap();
    }
    store.perform(Act::Save(vec![account]), today()).unwrap();
    for tier in [Tier::Standard, Tier::Key] {
        store.perform(Act::Tier(id, tier, text.to_owned()), today()).unwrap();
    }
}

/// The hostile book in a file: written once, copied for every walk.
struct Kept {
    folder: tempfile::TempDir,
}

impl Kept {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        planned().copy_to(&folder.path().join("book.cartera")).unwrap();
        Self { folder }
    }

    fn copy(&self) -> Store {
        let copy = self.folder.path().join("copy.cartera");
        for old in ["copy.cartera", "copy.cartera-wal", "copy.cartera-shm"] {
            let _none = std::fs::remove_file(self.folder.path().join(old));
        }
        std::fs::copy(self.folder.path().join("book.cartera"), &copy).unwrap();
        Store::open(&copy, clock).unwrap()
    }
}

/// Every view with the keys that walk through it; between two of them escape leads back and `v` on. The scope is all accounts.
const WALKS: [(&str, &[&str]); 14] = [
    ("6", &["Down", "Down Right Down", "Enter", "Esc = Esc", "End", "Home c", "Esc n", "Esc Esc f"]),
    ("6 v", &["Down Down Enter", "Down + +", "Right", "- -", "Home Down Down >", "= Esc", "End"]),
    ("6 v v", &["Down", "Right Down", "x", "Esc Left y", "Enter", "Down", "y", "Esc Esc x", "Esc"]),
    ("6 v v v", &["Down", "Right Down", "Left =", "Esc y", "End", "n"]),
    ("7", &["Down", "Right Down", "a", "Down", "Enter", "Esc >", "Esc c"]),
    ("7 v", &["Down Right", "a", "a", "=", "Esc c", "Esc Enter", "Esc Esc Right Down n"]),
    ("7 v v", &["Down", "Right Down", "Enter", "Esc"]),
    ("7 v v v", &["Down Down", "Enter", "Esc c", "Esc"]),
    ("7 v v v v", &["Down", "Enter", "Esc =", "Esc"]),
    ("7 v v v v v", &["Down", "=", "Esc Enter", "Esc"]),
    ("8", &["Down Down", "Enter", "Esc =", "Esc s"]),
    ("8 v", &["Right Down", "="]),
    ("8 v v", &["Down", "="]),
    ("w", &["Down Down Down", "End", "Up Up Enter", "n", "Esc Ctrl-S", "End", "Home"]),
];

/// Of what of the hostile texts a terminal shows some is on the screen: the walk has come to what is hostile.
fn has_hostile_words(stage: &mut Stage) -> bool {
    let screen = stage.screen();
    ["Zalgo", "familia", "gnp.exe", "starts with", "and lines", "red", "日", "한", "ｆ"]
        .iter()
        .any(|t| screen.contains(t))
}

#[test]
fn the_views_of_plan_growth_portfolio_and_review_stay_aligned_whatever_the_names() {
    let book = Kept::new();
    for size in [(80, 24), (121, 37)] {
        for lang in Lang::ALL {
            for (there, keys) in WALKS {
                let mut stage = Stage::of(book.copy(), lang, Theme::Terminal, size);
                stage.keys(there);
                is_aligned(&mut stage, size);
                let mut met = has_hostile_words(&mut stage);
                for keys in keys {
                    stage.keys(keys);
                    is_aligned(&mut stage, size);
                    met |= has_hostile_words(&mut stage);
                }
                assert!(met, "{there}: nothing hostile\n{}", stage.screen());
                assert!(!stage.over, "{there}");
            }
        }
    }
}

#[test]
fn nothing_that_moves_a_cursor_leaves_with_the_bulletin_or_the_digest() {
    let book = Kept::new();
    for (there, copy) in [("6 v v", "y Enter y"), ("6 v v v", "y")] {
        let mut stage = Stage::of(book.copy(), Lang::Es, Theme::Terminal, (121, 37));
        stage.keys(there);
        let mut copied = 0;
        for _ in 0..40 {
            stage.paper.copied.clear();
            stage.keys(copy);
            let text = &stage.paper.copied;
            copied += usize::from(!text.is_empty());
            let bad = text.chars().find(|c| c.is_control() && *c != '\n' || "\u{202e}\u{2066}".contains(*c));
            assert_eq!(bad, None, "{there}: {text:?}");
            stage.keys("Esc Down");
        }
        assert!(copied > 5, "{there}: {copied}\n{}", stage.screen());
    }
}

#[test]
fn nothing_that_moves_a_cursor_leaves_through_the_shell() {
    let user = User::new();
    let path = user.path("hostile.cartera");
    planned().copy_to(&path).unwrap();
    let file = path.display().to_string();
    let commands: &[&[&str]] = &[
        &["plan", "list"],
        &["plan", "show", "1"],
        &["plan", "tree"],
        &["plan", "gantt"],
        &["objective", "list"],
        &["initiative", "list"],
        &["milestone", "list"],
        &["decision", "list"],
        &["decision", "untold"],
        &["bulletin", "1"],
        &["bulletin", "1", "--side", "ours", "--mail"],
        &["team", "show", "1"],
        &["digest", "3"],
        &["review", "show", "1"],
        &["opportunity", "board"],
        &["opportunity", "history", "1"],
        &["whitespace", "grid"],
        &["competitor", "list"],
        &["competitor", "radar"],
        &["insight", "list"],
        &["perk", "list"],
        &["cltv"],
        &["pareto"],
    ];
    let mut worked = 0;
    for args in commands {
        for end in [&[][..], &["--json"][..]] {
            let args = [&["--file", &file][..], args, end].concat();
            let answer = user.run(&args);
            worked += usize::from(answer.code == 0 && !answer.out.is_empty());
            for said in [&answer.out, &answer.err] {
                let obeyed = |c: char| (c.is_control() && c != '\n') || is_bidi_control(c);
                assert!(!said.chars().any(obeyed), "{args:?}: {}", said.escape_debug());
            }
            assert!((0..=4).contains(&answer.code), "{args:?}: {answer:?}");
        }
    }
    assert!(worked > 30, "{worked}");
}
