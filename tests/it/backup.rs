//! Copies of the book: made by themselves, verified, thinned out, put back.
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use cartera::domain::day::day;
use cartera::domain::kind::Kind;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::backup::{self, Reason, restore};
use cartera::store::journal::everything;
use chrono::NaiveDateTime;

use crate::book::{call_with_ana, clock, today};
use crate::refusal::closed_book;

/// Two years later.
fn later() -> NaiveDateTime {
    day(2028, 11, 23).and_hms_opt(9, 30, 5).unwrap()
}

fn log(store: &mut Store) {
    store.perform(Act::Log(Box::new(call_with_ana()), None), today()).unwrap();
}

#[test]
fn the_first_act_of_a_day_asks_for_one_backup() {
    let (_folder, path) = closed_book();
    let mut store = Store::open(&path, clock).unwrap();
    assert!(store.backup_due(today()).is_none(), "nothing was done yet");
    log(&mut store);
    let job = store.backup_due(today()).unwrap();
    let made = job.run(clock).unwrap().unwrap();
    assert!(made.path.ends_with("backups/book-2026-11-23.cartera"), "{}", made.path.display());
    log(&mut store);
    assert!(store.backup_due(today()).is_none());
    assert_eq!(store.list_backups().unwrap(), std::slice::from_ref(&made));
    // Another process on the same day finds it made.
    let mut other = Store::open(&path, clock).unwrap();
    log(&mut other);
    assert!(other.backup_due(today()).is_none());
    assert_eq!(job.run(clock).unwrap(), None);
    assert!(store.backup_due(day(2026, 11, 24)).is_some());
    assert_eq!(fs::metadata(&made.path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn undoing_is_an_act_too() {
    let (_folder, path) = closed_book();
    let mut store = Store::open(&path, clock).unwrap();
    store.perform(Act::Undo, today()).unwrap();
    assert!(store.backup_due(today()).is_some());
}

#[test]
fn no_backup_is_asked_for_while_another_day_stands_for_today() {
    let (_folder, path) = closed_book();
    let mut store = Store::open(&path, clock).unwrap();
    store.keep_backups(false);
    log(&mut store);
    assert!(store.backup_due(today()).is_none());
}

#[test]
fn a_backup_is_the_book_as_it_was() {
    let (_folder, path) = closed_book();
    let mut store = Store::open(&path, clock).unwrap();
    log(&mut store);
    let before = everything(&store).unwrap();
    let made = store.backup_due(today()).unwrap().run(clock).unwrap().unwrap();
    log(&mut store);
    let copy = Store::open(&made.path, clock).unwrap();
    assert_eq!(everything(&copy).unwrap(), before);
    assert_eq!(copy.check().unwrap(), []);
    assert_eq!(copy.next_undo().unwrap().map(|e| e.id), store.journal(None, 2).unwrap().get(1).map(|e| e.id));
}

#[test]
fn old_backups_are_thinned_out_and_other_files_stay() {
    let (_folder, path) = closed_book();
    let shelf = path.with_file_name("backups");
    fs::create_dir(&shelf).unwrap();
    let names = |n: u32| format!("book-{}.cartera", day(2026, 10, n));
    for n in 1..=31 {
        fs::write(shelf.join(names(n)), "x").unwrap();
    }
    for kept in
        ["book-2020-01-01-by-hand-120000.cartera", "book-2020-01-01-before-shape-2.cartera", "letter.txt"]
    {
        fs::write(shelf.join(kept), "x").unwrap();
    }
    let mut store = Store::open(&path, clock).unwrap();
    log(&mut store);
    store.backup_due(today()).unwrap().run(clock).unwrap();
    let mut left: Vec<String> =
        fs::read_dir(&shelf).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
    left.sort();
    // Today, six more days, the Sundays of the two weeks before.
    let mut expected: Vec<String> = [18, 25, 26, 27, 28, 29, 30, 31].map(names).to_vec();
    expected.push("book-2020-01-01-before-shape-2.cartera".into());
    expected.push("book-2020-01-01-by-hand-120000.cartera".into());
    expected.push("book-2026-11-23.cartera".into());
    expected.push("letter.txt".into());
    expected.sort();
    assert_eq!(left, expected);
}

#[test]
fn a_damaged_book_is_not_copied_and_the_older_copies_all_stay() {
    let (_folder, path) = closed_book();
    let mut store = Store::open(&path, clock).unwrap();
    let old = store.back_up().unwrap();
    log(&mut store);
    let job = store.backup_due(today()).unwrap();
    drop(store);
    let all = fs::read(&path).unwrap();
    fs::write(&path, &all[..all.len() / 2]).unwrap();
    let fault = job.run(clock).unwrap_err();
    assert_eq!(fault.explain().key, "store-damaged");
    assert_eq!(fault.explain().arg("backup"), Some(old.path.to_str().unwrap()));
    assert_eq!(backup::list(&path).unwrap(), [old]);
    let left: Vec<_> = fs::read_dir(path.with_file_name("backups")).unwrap().collect();
    assert_eq!(left.len(), 1, "nothing unfinished is left");
}

#[test]
fn images_older_than_the_setting_are_dropped_and_undo_says_so() {
    let (_folder, path) = closed_book();
    let mut store = Store::open(&path, later).unwrap();
    let acts = store.journal(None, 1000).unwrap().len();
    log(&mut store);
    let job = store.backup_due(day(2028, 11, 23)).unwrap();
    job.run(later).unwrap();
    assert_eq!(store.journal(None, 1000).unwrap().len(), acts + 1, "what was done is still told");
    store.perform(Act::Undo, today()).unwrap();
    let refused = store.perform(Act::Undo, today()).unwrap_err();
    assert_eq!(refused.explain().key, "store-undo-forgotten");
    assert_eq!(store.records(Kind::Interaction, 0, 100).unwrap().len(), 40);
}

#[test]
fn a_restored_book_is_as_it_was_and_what_was_there_is_kept() {
    let (_folder, path) = closed_book();
    let store = Store::open(&path, clock).unwrap();
    let made = store.back_up().unwrap();
    let then = everything(&store).unwrap();
    drop(store);
    let mut store = Store::open(&path, clock).unwrap();
    store.perform(Act::Delete(Kind::Account, vec![1]), today()).unwrap();
    let now = everything(&store).unwrap();
    drop(store);

    let restored = restore(&path, &made.path, later).unwrap();
    let store = Store::open(&path, clock).unwrap();
    assert_eq!(everything(&store).unwrap(), then);
    let aside = restored.aside.unwrap();
    assert!(aside.ends_with("backups/book-2028-11-23-before-restore-093005.cartera"), "{}", aside.display());
    assert_eq!(store.list_backups().unwrap()[0].path, aside);
    drop(store);
    restore(&path, &aside, clock).unwrap();
    assert_eq!(everything(&Store::open(&path, clock).unwrap()).unwrap(), now);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_log_of_the_old_file_does_not_live_on_in_the_restored_one() {
    let (_folder, path) = closed_book();
    let store = Store::open(&path, clock).unwrap();
    let made = store.back_up().unwrap();
    drop(store);
    let then = everything(&Store::open(&path, clock).unwrap()).unwrap();
    // A process that was killed leaves its log behind, and the file is cut off.
    let mut store = Store::open(&path, clock).unwrap();
    log(&mut store);
    let wal = Path::new(&format!("{}-wal", path.display())).to_owned();
    let left = fs::read(&wal).unwrap();
    assert!(!left.is_empty());
    drop(store);
    fs::write(&wal, left).unwrap();
    fs::write(&path, "SQLite format 3").unwrap();
    let restored = restore(&path, &made.path, later).unwrap();
    assert!(!wal.exists());
    let store = Store::open(&path, clock).unwrap();
    assert_eq!(everything(&store).unwrap(), then);
    let aside = restored.aside.unwrap();
    assert!(aside.ends_with("backups/book-2028-11-23-damaged-093005.cartera"), "{}", aside.display());
    assert_eq!(fs::read(&aside).unwrap(), b"SQLite format 3");
    assert!(Path::new(&format!("{}-wal", aside.display())).exists());
}

#[test]
fn a_book_that_somebody_has_open_is_not_replaced() {
    let (_folder, path) = closed_book();
    let mut store = Store::open(&path, clock).unwrap();
    let made = store.back_up().unwrap();
    log(&mut store);
    let before = everything(&store).unwrap();
    let fault = restore(&path, &made.path, clock).unwrap_err();
    assert_eq!(fault.explain().key, "store-in-use");
    assert!(fault.is_of_the_file());
    assert_eq!(everything(&store).unwrap(), before);
    log(&mut store);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn only_a_sound_backup_is_put_back_and_only_over_a_book() {
    let (folder, path) = closed_book();
    let key = |from: &Path, to: &Path| restore(to, from, clock).unwrap_err().explain().key;
    let before = fs::read(&path).unwrap();
    let none = folder.path().join("none.cartera");
    assert_eq!(key(&none, &path), "store-backup-missing");
    let letter = folder.path().join("letter.txt");
    fs::write(&letter, "Estimada Ana: \n".repeat(500)).unwrap();
    assert_eq!(key(&letter, &path), "store-backup-unsound");
    assert_eq!(fs::read(&path).unwrap(), before);

    let foreign = folder.path().join("map.gpkg");
    let mut bytes = before.clone();
    bytes[68..72].copy_from_slice(b"GPKG");
    fs::write(&foreign, &bytes).unwrap();
    assert_eq!(key(&path, &foreign), "store-foreign");
}

#[test]
fn a_book_that_is_gone_comes_back_from_its_backup() {
    let (_folder, path) = closed_book();
    let store = Store::open(&path, clock).unwrap();
    let made = store.back_up().unwrap();
    let then = everything(&store).unwrap();
    drop(store);
    fs::remove_file(&path).unwrap();
    assert_eq!(restore(&path, &made.path, clock).unwrap().aside, None);
    assert_eq!(everything(&Store::open(&path, clock).unwrap()).unwrap(), then);
}

#[test]
fn a_copy_goes_where_it_is_told_but_over_nothing() {
    let (folder, path) = closed_book();
    let store = Store::open(&path, clock).unwrap();
    let target = folder.path().join("stick.cartera");
    store.copy_to(&target).unwrap();
    assert_eq!(everything(&Store::open(&target, clock).unwrap()).unwrap(), everything(&store).unwrap());
    let again = store.copy_to(&target).unwrap_err();
    assert_eq!(again.explain().key, "store-backup-exists");
    let nowhere = store.copy_to(&folder.path().join("none/stick.cartera")).unwrap_err();
    assert_eq!(nowhere.explain().key, "store-no-folder");
}

#[test]
fn backups_are_listed_newest_first_with_their_reasons() {
    let (_folder, path) = closed_book();
    let shelf = path.with_file_name("backups");
    fs::create_dir(&shelf).unwrap();
    for name in [
        "book-2026-11-20.cartera",
        "book-2026-11-23-before-shape-2.cartera",
        "book-2026-11-23-by-hand-090000.cartera",
        "book-2026-11-23-damaged-090000.cartera",
        "other-2026-11-23.cartera",
        "book-2026-11-23.db",
        "book-2026.cartera",
    ] {
        fs::write(shelf.join(name), "x").unwrap();
    }
    let found: Vec<_> = backup::list(&path).unwrap().into_iter().map(|b| (b.day, b.reason)).collect();
    let nine = clock().time();
    assert_eq!(
        found,
        [
            (day(2026, 11, 23), Reason::ByHand(nine)),
            (day(2026, 11, 23), Reason::Migration(2)),
            (day(2026, 11, 20), Reason::Daily),
        ]
    );
}
