//! The org chart: what it shows of few and of many, and how lines are changed in it.
use cartera::domain::Id;
use cartera::domain::account::Account;
use cartera::domain::choice::{BuyingRole, Stance, Tier};
use cartera::domain::day::plus_days;
use cartera::domain::field::{Link, Record};
use cartera::domain::kind::Kind;
use cartera::domain::person::{Membership, Person};
use cartera::domain::value::Value;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::{Act, Learned};
use cartera::ui::Theme;

use crate::book::{account, clock, person, today};
use crate::crowd::crowd;
use crate::whole::Stage;

/// One account with so many people: four report to each, in the order of their numbers.
fn company(people: usize) -> Store {
    crowd(people, 1)
}

/// Everything that a node can say, at two accounts: a vacancy, somebody who left with nobody below, a successor, a place whose
/// holder is not known, a boss who is elsewhere, a stale stance, somebody without an account.
fn telling() -> Store {
    let mut store = company(4);
    let nordwind = account(&mut store, "Nordwind");
    let mut add = |name: &str, at: Option<Id>, work: &dyn Fn(&mut Person, &mut Membership)| {
        let mut person = Person { name: name.into(), ..Person::default() };
        let mut place = Membership { account: at.map(Link), ..Membership::default() };
        work(&mut person, &mut place);
        let mut parts: Vec<Box<dyn Record>> = vec![Box::new(person)];
        parts.extend(at.map(|_| Box::new(place) as Box<dyn Record>));
        store.perform(Act::Save(parts), today()).unwrap().touched[0].1
    };
    let left = Some(plus_days(today(), -256));
    let vacant = add("Gema Luna", Some(1), &|_, p| (p.left_on, p.reports_to) = (left, Some(Link(1))));
    add("Hugo Rey", Some(1), &|_, p| p.reports_to = Some(Link(vacant)));
    add("Inés Mora", Some(1), &|_, p| (p.left_on, p.reports_to) = (left, Some(Link(1))));
    add("buyer", Some(1), &|person, p| {
        person.placeholder = true;
        (p.roles, p.reports_to) = (vec![BuyingRole::Buyer], Some(Link(2)));
    });
    let next = add("Kurt Weiss", Some(nordwind), &|_, _| {});
    let gone = add("Lena Graf", Some(nordwind), &|_, p| {
        (p.left_on, p.successor) = (left, Some(Link(next)));
    });
    add("Max Stein", Some(nordwind), &|_, p| p.reports_to = Some(Link(gone)));
    add("Nils Berg", Some(nordwind), &|_, p| p.reports_to = Some(Link(1)));
    add("Nobody's Friend", None, &|_, _| {});
    store.perform(Act::Learn(2, Learned::Stance(Some(Stance::Champion))), plus_days(today(), -200)).unwrap();
    store
}

fn open(store: Store, lang: Lang, theme: Theme, size: (u16, u16)) -> Stage {
    let mut stage = Stage::of(store, lang, theme, size);
    stage.keys("3");
    show(&mut stage);
    stage
}

/// Goes to the chart by the palette: the views beside it may be any.
fn show(stage: &mut Stage) {
    let chart = if stage.screen().contains("3 People") { "Org chart" } else { "Organigrama" };
    stage.keys(":");
    stage.text(chart);
    stage.keys("Enter");
}

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 36);

/// The lines of the chart, without frame, details and what stands beside the tree.
fn tree(stage: &mut Stage) -> Vec<String> {
    let screen = stage.screen();
    let lines = screen.lines().skip_while(|l| !l.starts_with("   Name")).take_while(|l| !l.starts_with('─'));
    let lines = lines.map(|l| l.chars().take(30).collect::<String>().trim_end().to_owned());
    lines.filter(|l| !l.is_empty()).skip(1).collect()
}

#[test]
fn few_and_many_in_both_languages_and_sizes() {
    for people in [1, 4, 15, 60, 300] {
        for (lang, code) in [(Lang::En, "en"), (Lang::Es, "es")] {
            let mut stage = open(company(people), lang, Theme::Terminal, LARGE);
            insta::assert_snapshot!(format!("org_{people}_120x36_{code}"), stage.painted());
            let mut stage = open(company(people), lang, Theme::Mono, SMALL);
            insta::assert_snapshot!(format!("org_{people}_80x24_{code}_mono"), stage.screen());
        }
    }
}

#[test]
fn several_accounts_stand_below_each_other() {
    let mut stage = open(crowd(60, 4), Lang::En, Theme::Terminal, (100, 50));
    insta::assert_snapshot!("org_four_accounts_100x50", stage.painted());
}

#[test]
fn vacancies_unknown_holders_successors_and_gaps_are_said() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Es, "es")] {
        let mut stage = open(telling(), lang, Theme::Terminal, LARGE);
        insta::assert_snapshot!(format!("org_telling_120x36_{code}"), stage.painted());
        let mut stage = open(telling(), lang, Theme::Mono, SMALL);
        insta::assert_snapshot!(format!("org_telling_80x24_{code}_mono"), stage.screen());
        insta::assert_snapshot!(
            format!("org_telling_200x50_{code}"),
            open(telling(), lang, Theme::Mono, (200, 50)).screen()
        );
    }
}

#[test]
fn a_circle_from_an_older_book_is_cut_and_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.cartera");
    let mut store = Store::open(&path, clock).unwrap();
    let arce = account(&mut store, "Arce");
    for name in ["Ana", "Luis", "Eva"] {
        person(&mut store, name, arce, &[]);
    }
    drop(store);
    let older = rusqlite::Connection::open(&path).unwrap();
    older.execute_batch("UPDATE membership SET reports_to = CASE person WHEN 1 THEN 2 ELSE 1 END").unwrap();
    drop(older);
    let mut stage = open(Store::open(&path, clock).unwrap(), Lang::En, Theme::Terminal, LARGE);
    let lines = tree(&mut stage);
    assert_eq!(
        lines[..3],
        ["   Ana, line cut", " ! ├ Eva", " ! └ Luis"].map(|l| l.replace("   Ana", "▌! Ana")),
        "{lines:?}"
    );
    assert!(
        stage.screen().contains("! A circle: Ana reports to Luis, who reports to Ana"),
        "{}",
        stage.screen()
    );
}

#[test]
fn left_folds_and_goes_to_the_boss_right_unfolds() {
    let mut stage = open(company(15), Lang::En, Theme::Terminal, LARGE);
    stage.keys("s Home");
    let all = tree(&mut stage);
    assert!(all[0].contains("Ana Ruiz"), "{all:?}");
    let somebody = all.iter().position(|l| l.contains("Pere Egea")).unwrap();
    for _ in 0..somebody {
        stage.keys("Down");
    }
    assert!(tree(&mut stage)[somebody].starts_with('▌'));
    stage.keys("Left");
    assert!(
        tree(&mut stage).iter().any(|l| l.starts_with('▌') && l.contains("Luis Puig")),
        "a leaf: to the boss"
    );
    stage.keys("Left");
    let folded = tree(&mut stage);
    assert!(folded.iter().any(|l| l.contains("Luis Puig  ▸ 4")), "{folded:?}");
    assert_eq!(folded.len(), all.len() - 4);
    stage.keys("Left");
    assert!(tree(&mut stage)[0].starts_with('▌'), "folded already: to the boss");
    stage.keys("Left");
    assert!(tree(&mut stage)[0].contains("Ana Ruiz  ▸ "));
    stage.keys("Right");
    assert_eq!(tree(&mut stage).len(), folded.len(), "those below are folded as before");
    stage.keys("Right");
    assert!(stage.screen().contains("▌"), "then to the details");
}

#[test]
fn of_many_the_deep_ones_are_folded_and_searching_shows_them_below_their_bosses() {
    let mut stage = open(company(300), Lang::En, Theme::Terminal, SMALL);
    stage.keys("End");
    let lines = tree(&mut stage);
    assert!(lines.len() <= 18);
    stage.keys("/");
    stage.text("ruiz ulrike");
    stage.keys("Enter");
    let found = tree(&mut stage);
    assert!(found.len() >= 3 && found.last().unwrap().contains("Ulrike Ruiz"), "{found:?}");
    assert!(found.last().unwrap().starts_with('▌'), "the cursor stands on who was found");
    stage.keys("Up");
    assert!(tree(&mut stage).iter().filter(|l| l.starts_with('▌')).all(|l| l.contains("Ulrike Ruiz")));
    stage.keys("Esc");
    let whole = tree(&mut stage);
    assert!(whole.iter().any(|l| l.starts_with('▌') && l.contains("Ulrike Ruiz")), "{whole:?}");
}

#[test]
fn the_person_under_the_cursor_is_the_same_in_the_list() {
    let mut stage = open(company(15), Lang::En, Theme::Terminal, SMALL);
    stage.keys("Home Down Down");
    let name = tree(&mut stage).iter().find(|l| l.starts_with('▌')).unwrap().clone();
    let name = name.trim_start_matches(['▌', '!', ' ', '├', '│', '└']).to_owned();
    stage.keys(":");
    stage.text("people: list");
    stage.keys("Enter");
    let line = stage.screen().lines().find(|l| l.starts_with('▌')).unwrap().to_owned();
    assert!(line.contains(&name), "{line} {name}");
}

#[test]
fn a_boss_is_picked_a_circle_is_refused_in_words_and_undo_takes_it_back() {
    let mut stage = open(company(4), Lang::En, Theme::Terminal, SMALL);
    stage.keys("s Home Down Down");
    assert!(tree(&mut stage)[2].contains("Luis Puig"), "{}", stage.screen());
    let before = tree(&mut stage);
    stage.keys("c b");
    stage.text("jor");
    insta::assert_snapshot!("org_picking_a_boss", stage.painted());
    stage.keys("Enter");
    assert!(stage.screen().contains("✓ Luis Puig now reports to Jordi Ibarra · u"), "{}", stage.screen());
    assert!(tree(&mut stage).iter().any(|l| l.contains("└ Luis Puig")));
    stage.keys("Left c b");
    stage.text("luis");
    stage.keys("Enter");
    let refused = "! A circle: Jordi Ibarra reports to Luis Puig, who reports to Jordi Ibarra";
    assert!(stage.screen().contains(refused), "{}", stage.screen());
    stage.keys("u");
    assert!(stage.screen().contains("Undone: Jordi Ibarra as the boss of Luis Puig"), "{}", stage.screen());
    let plain = |lines: Vec<String>| lines.iter().map(|l| l.replace('▌', " ")).collect::<Vec<_>>();
    assert_eq!(plain(tree(&mut stage)), plain(before));
    stage.keys("c b");
    stage.text("nobody");
    stage.keys("Enter");
    assert!(stage.screen().contains("reports to nobody now"), "{}", stage.screen());
}

#[test]
fn everybody_marked_gets_one_boss_in_one_act() {
    let mut stage = open(company(15), Lang::En, Theme::Terminal, LARGE);
    stage.keys("s Home Down Space Space c");
    stage.text("r");
    assert!(stage.screen().contains("Whom do 2 people report to?"), "{}", stage.screen());
    stage.text("soler");
    stage.keys("Enter");
    let screen = stage.screen();
    assert!(screen.contains("✓ Now report to Marta Soler: "), "{screen}");
    let bosses = |stage: &Stage| {
        let places = stage.outside.store.records(Kind::Membership, 0, 100).unwrap();
        places.iter().filter(|p| p.get("reports_to") == Value::Link(3)).count()
    };
    let after = bosses(&stage);
    stage.keys("u");
    assert_eq!(after, bosses(&stage) + 2);
}

#[test]
fn a_person_is_moved_beside_their_boss_and_below_who_stands_above() {
    let mut stage = open(company(15), Lang::En, Theme::Terminal, LARGE);
    stage.keys("s /");
    stage.text("pere");
    stage.keys("Enter Esc");
    stage.keys("H");
    assert!(stage.screen().contains("✓ Pere Egea now reports to Ana Ruiz"), "{}", stage.screen());
    stage.keys("Shift-Right");
    let screen = stage.screen();
    assert!(screen.contains("✓ Pere Egea now reports to"), "{screen}");
    let lines = tree(&mut stage);
    let at = lines.iter().position(|l| l.contains("Pere Egea")).unwrap();
    assert_eq!(lines[at], "▌!   └ Pere Egea", "{lines:?}");
    stage.keys("u u");
    assert_eq!(stage.outside.store.parts(Kind::Person, 6).unwrap()[1].get("reports_to"), Value::Link(2));
}

#[test]
fn a_move_that_cannot_be_made_says_why() {
    let mut stage = open(company(15), Lang::En, Theme::Terminal, LARGE);
    stage.keys("Home Shift-Left");
    assert!(stage.shows("stands at the top already"), "{}", stage.screen());
    stage.keys("Shift-Right");
    assert!(stage.shows("there is nobody to report to"), "{}", stage.screen());
}

#[test]
fn a_new_person_reports_to_the_one_under_the_cursor() {
    let mut stage = open(company(4), Lang::En, Theme::Terminal, LARGE);
    stage.keys("Home n");
    stage.text("Zoe Vidal");
    stage.keys("Ctrl-S");
    let screen = stage.screen();
    assert!(screen.contains("Created: person Zoe Vidal"), "{screen}");
    assert!(
        tree(&mut stage).iter().any(|l| l.starts_with("▌! ├ Zoe Vidal") || l.starts_with("▌! └ Zoe Vidal")),
        "{screen}"
    );
}

#[test]
fn standard_clients_have_their_tree_too_and_accounts_stand_by_name() {
    let mut store = company(2);
    let account = Account { name: "Zeta".into(), tier: Some(Tier::Standard), ..Account::default() };
    let zeta = crate::book::save(&mut store, account);
    person(&mut store, "Ugo Sala", zeta, &[]);
    let mut stage = open(store, Lang::En, Theme::Terminal, SMALL);
    let lines = tree(&mut stage);
    let place = |text: &str| {
        lines.iter().position(|l| l.contains(text)).unwrap_or_else(|| panic!("{text} {lines:?}"))
    };
    assert!(place(" Almazara  2") < place("Luis Puig") && place("Luis Puig") < place(" Zeta  1"));
}
