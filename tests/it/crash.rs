//! Nothing acknowledged is lost: not by a kill at any moment, not by two processes that write at once.
mod plans;

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use cartera::domain::choice::{BuyingRole, Side, Stance};
use cartera::domain::commitment::Commitment;
use cartera::domain::entry::Entry;
use cartera::domain::field::Link;
use cartera::domain::influence::Influence;
use cartera::domain::kind::Kind;
use cartera::domain::value::Value;
use cartera::store::act::merge::Merge;
use cartera::store::act::{Act, FindOut, Learned};
use cartera::store::fault::Fault;
use cartera::store::journal::everything;
use cartera::store::{Outcome, Store};

use crate::book::{account, call_with_ana, clock, fill, today};

/// Names the book that the child works on; without it the child does nothing.
const BOOK: &str = "CARTERA_TEST_BOOK";
/// What the child's entries begin with.
const NAME: &str = "CARTERA_TEST_NAME";
/// What the child writes.
const WORK: &str = "CARTERA_TEST_WORK";
/// How many entries the child writes; without it, until it is killed.
const COUNT: &str = "CARTERA_TEST_COUNT";

/// The other process: captures in a loop, and says what is saved once it is. Started again by this program itself.
#[test]
#[ignore = "it is the other process of the tests below"]
fn the_process_that_captures() {
    let (Ok(book), Ok(name)) = (std::env::var(BOOK), std::env::var(NAME)) else { return };
    let count = std::env::var(COUNT).ok().and_then(|c| c.parse().ok()).unwrap_or(u32::MAX);
    let mut go = [0];
    std::io::stdin().read_exact(&mut go).unwrap();
    let mut store = Store::open(Path::new(&book), clock).unwrap();
    let mut out = std::io::stdout();
    for n in 0..count {
        let text = format!("{name}-{n}");
        match std::env::var(WORK).ok().and_then(|name| Work::of(&name)) {
            Some(Work::Maps) => map(&mut store, &text),
            Some(Work::Plans) => plans::write(&mut store, &text),
            Some(Work::Talks) | None => talk(&mut store, &text),
        }
        writeln!(out, "saved {text}").unwrap();
        out.flush().unwrap();
    }
}

/// The promises that nobody acknowledges.
const SOUGHT: &str = "looked for";

/// What the other process writes, again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Work {
    /// Conversations.
    Talks,
    /// People of an account, who sways whom, whom they report to; then two of them turn out to be one.
    Maps,
    /// A plan down to its milestones, a decision, white space, a sale, a step of the review.
    Plans,
}

impl Work {
    const fn name(self) -> &'static str {
        match self {
            Self::Talks => "talks",
            Self::Maps => "maps",
            Self::Plans => "plans",
        }
    }

    fn of(name: &str) -> Option<Self> {
        [Self::Talks, Self::Maps, Self::Plans].into_iter().find(|work| work.name() == name)
    }

    /// The texts that it acknowledged, and one that it might not have come to acknowledge.
    fn texts(self, store: &Store) -> BTreeSet<String> {
        let kind = match self {
            Self::Talks => Kind::Interaction,
            Self::Maps => Kind::Commitment,
            Self::Plans => return plans::whole(store),
        };
        let all = store.records(kind, 0, 100_000).unwrap();
        all.iter()
            .filter_map(|r| if let Value::Text(text) = r.get("text") { Some(text) } else { None })
            .filter(|text| !text.starts_with(SOUGHT))
            .collect()
    }
}

fn talk(store: &mut Store, text: &str) {
    let entry = match store.record(Kind::Person, 1) {
        Ok(_) => Entry { text: text.into(), raw: text.into(), ..call_with_ana() },
        Err(_) => Entry { text: text.into(), day: today(), ..Entry::default() },
    };
    store.perform(Act::Log(Box::new(entry), None), today()).unwrap();
}

/// Somebody who is looked for is tied to Ana, learned about, put below her, and merged into whoever was found before. The
/// promise with the text is written last.
fn map(store: &mut Store, text: &str) {
    let before = placeholder(store);
    let gap = FindOut {
        account: 1,
        decision: None,
        role: Some(BuyingRole::Buyer),
        name: "Somebody".into(),
        text: format!("{SOUGHT} {text}"),
        due: today(),
    };
    let found = store.perform(Act::FindOut(gap), today()).unwrap();
    let (person, place) = (made(&found, Kind::Person), made(&found, Kind::Membership));
    let (ana, account) = (Some(Link(1)), Some(Link(1)));
    let tie = Influence { person: Some(Link(person)), sways: ana, account, ..Influence::fresh() };
    store.perform(Act::Save(vec![Box::new(tie)]), today()).unwrap();
    store.perform(Act::Learn(place, Learned::Stance(Some(Stance::Sceptic))), today()).unwrap();
    store.perform(Act::Boss(vec![place], Some(1)), today()).unwrap();
    if let Some(kept) = before {
        // Another process may have merged them meanwhile.
        let merge = Merge { kept, gone: person, picked: Vec::new() };
        let _refused = store.perform(Act::Merge(Box::new(merge)), today());
    }
    let promise = Commitment { side: Some(Side::Ours), text: text.into(), account, ..Commitment::default() };
    store.perform(Act::Save(vec![Box::new(promise)]), today()).unwrap();
}

fn placeholder(store: &Store) -> Option<i64> {
    let all = store.records(Kind::Person, 0, 100_000).unwrap();
    all.iter().find(|p| p.get("placeholder") == Value::Flag(true)).map(|p| p.head().id)
}

fn made(outcome: &Outcome, kind: Kind) -> i64 {
    outcome.touched.iter().find(|(of, _)| *of == kind).unwrap().1
}

/// Starts the other process; it waits for a byte on its standard input.
fn child(book: &Path, name: &str, work: Work, count: Option<u32>) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([
        "crash::the_process_that_captures",
        "--exact",
        "--ignored",
        "--nocapture",
        "--test-threads=1",
    ]);
    command.env(BOOK, book).env(NAME, name).env(WORK, work.name());
    if let Some(count) = count {
        command.env(COUNT, count.to_string());
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn go(child: &mut Child) {
    child.stdin.take().unwrap().write_all(b"!").unwrap();
}

/// What the process has acknowledged, from a line of its output. The harness prints its own lines, and the first
/// acknowledgement may stand behind one of them.
fn saved(line: &str) -> Option<String> {
    line.split_once("saved ").map(|(_, text)| text.to_owned())
}

/// A moment less than `limit` away, another one each time.
fn moment(limit: Duration) -> Duration {
    limit.mul_f64(f64::from(uuid::Uuid::new_v4().as_fields().0) / f64::from(u32::MAX))
}

/// Lets the process save a few entries and kills it at a random moment; what it has acknowledged.
fn killed(book: &Path, name: &str, work: Work) -> Vec<String> {
    let mut child = child(book, name, work, None);
    go(&mut child);
    let output = BufReader::new(child.stdout.take().unwrap());
    let (sender, receiver) = channel();
    let reader = std::thread::spawn(move || {
        for line in output.lines() {
            // A last line that was cut off by the kill is no acknowledgement, and is never half a name: a line is written whole.
            let Ok(line) = line else { break };
            if let Some(text) = saved(&line) {
                sender.send(text).unwrap();
            }
        }
    });
    let mut acknowledged = Vec::new();
    // Waits for the first one, so that every kill meets a process at work, then up to the moment.
    acknowledged.extend(receiver.recv());
    let (_never, wait) = channel::<()>();
    let _elapsed = wait.recv_timeout(moment(Duration::from_millis(60)));
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap();
    acknowledged.extend(receiver.iter());
    acknowledged
}

/// Kills the process so many times; the book is sound after each of them, undo and redo included.
fn kills_lose_nothing(work: Work, rounds: u32) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.cartera");
    fill(&mut Store::open(&path, clock).unwrap());
    let mut acknowledged = BTreeSet::new();
    for round in 0..rounds {
        let new = killed(&path, &format!("k{round}"), work);
        assert!(!new.is_empty(), "round {round}: the process saved nothing");
        acknowledged.extend(new);
        let mut store = Store::open(&path, clock).unwrap();
        let there = everything(&store).unwrap();
        let texts = work.texts(&store);
        let lost: Vec<_> = acknowledged.difference(&texts).collect();
        assert!(lost.is_empty(), "round {round}: {lost:?}");
        assert_eq!(store.check().unwrap(), [], "round {round}");
        store.perform(Act::Undo, today()).unwrap();
        assert_ne!(everything(&store).unwrap(), there);
        assert!(store.search_agrees().unwrap());
        store.perform(Act::Redo, today()).unwrap();
        assert_eq!(everything(&store).unwrap(), there);
    }
}

#[test]
fn fifty_kills_lose_nothing_that_was_acknowledged() {
    kills_lose_nothing(Work::Talks, 50);
}

#[test]
fn kills_in_the_middle_of_the_map_lose_nothing_either() {
    kills_lose_nothing(Work::Maps, 15);
}

#[test]
fn kills_in_the_middle_of_a_plan_lose_nothing_either() {
    kills_lose_nothing(Work::Plans, 15);
}

/// Runs two processes that write `count` entries each at the same time.
fn both(book: &Path, work: Work, count: u32) {
    let mut children = ["left", "right"].map(|name| child(book, name, work, Some(count)));
    for child in &mut children {
        go(child);
    }
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let lines = String::from_utf8_lossy(&output.stdout).lines().filter_map(saved).count();
        assert_eq!(u32::try_from(lines), Ok(count));
    }
}

fn two_lose_nothing(work: Work, count: u32) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.cartera");
    fill(&mut Store::open(&path, clock).unwrap());
    both(&path, work, count);
    let store = Store::open(&path, clock).unwrap();
    let expected: BTreeSet<String> =
        (0..count).flat_map(|n| [format!("left-{n}"), format!("right-{n}")]).collect();
    assert_eq!(work.texts(&store), expected);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn two_processes_that_write_at_once_lose_nothing_and_are_never_told_to_wait() {
    two_lose_nothing(Work::Talks, 100);
}

#[test]
fn two_processes_that_map_the_same_people_at_once_lose_nothing() {
    two_lose_nothing(Work::Maps, 25);
}

#[test]
fn two_processes_that_write_plans_and_go_through_one_review_at_once_lose_nothing() {
    two_lose_nothing(Work::Plans, 12);
}

#[test]
fn two_processes_may_make_the_same_new_book_at_once() {
    for _ in 0..10 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.cartera");
        both(&path, Work::Talks, 1);
        let store = Store::open(&path, clock).unwrap();
        assert_eq!(Work::Talks.texts(&store), BTreeSet::from(["left-0".to_owned(), "right-0".to_owned()]));
        assert_eq!(store.check().unwrap(), []);
    }
}

#[test]
fn the_second_of_two_that_edit_one_record_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.cartera");
    let mut mine = Store::open(&path, clock).unwrap();
    let arce = account(&mut mine, "Arce");
    let mut theirs = Store::open(&path, clock).unwrap();
    let [mut first, mut second] = [&mine, &theirs].map(|s| s.record(Kind::Account, arce).unwrap());
    first.set("sector", Value::Text("oil".into())).unwrap();
    second.set("sector", Value::Text("wine".into())).unwrap();
    theirs.perform(Act::Save(vec![second]), today()).unwrap();
    assert!(mine.changed_elsewhere().unwrap());
    let told = mine.perform(Act::Save(vec![first]), today()).unwrap_err();
    assert!(matches!(told, Fault::ChangedElsewhere { kind: Kind::Account, id } if id == arce));
    assert_eq!(mine.record(Kind::Account, arce).unwrap().get("sector"), Value::Text("wine".into()));
}
