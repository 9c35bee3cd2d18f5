//! A kill at any moment leaves the book as it was, or without a byte of whoever was forgotten.
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use cartera::store::Store;
use cartera::store::forget::Reach;
use cartera::store::journal::everything;

use super::bytes::left_of;
use super::world::{World, betraying};
use crate::book::clock;

/// Names the book that the child works on; without it the child does nothing.
const BOOK: &str = "CARTERA_TEST_FORGET";

/// The other process: forgets person 2. Started again by this program itself.
#[test]
#[ignore = "it is the other process of the test below"]
fn the_process_that_forgets() {
    let Ok(book) = std::env::var(BOOK) else { return };
    let mut store = Store::open(Path::new(&book), clock).unwrap();
    let known = store.who_is(2).unwrap();
    let mut go = [0];
    std::io::stdin().read_exact(&mut go).unwrap();
    let reach = Reach { drafts: Some(Path::new(&book).with_file_name("state/drafts/x")), backups: true };
    store.forget(&known, "Ágata Núñez-Vinuesa", "alguien", &reach).unwrap();
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).map(|_| ()).unwrap();
        }
    }
}

/// Lets the process begin and kills it after a while.
fn killed(book: &Path, after: Duration) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["forget::crash::the_process_that_forgets", "--exact", "--ignored", "--test-threads=1"]);
    command.env(BOOK, book).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(b"!").unwrap();
    let (_never, wait) = channel::<()>();
    let _elapsed = wait.recv_timeout(after);
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_kill_at_any_moment_leaves_all_of_it_or_nothing() {
    let world = World::new();
    assert_eq!(world.agata, 2);
    let before = everything(&world.open()).unwrap();
    let mut gone = 0;
    for round in 0..14_u32 {
        let folder = tempfile::tempdir().unwrap();
        copy(world.folder.path(), folder.path());
        let path = folder.path().join("book.cartera");
        // From before it begins to after it ended.
        killed(&path, Duration::from_millis(60) * round);
        let store = Store::open(&path, clock).unwrap();
        assert_eq!(store.check().unwrap(), [], "round {round}");
        let now = everything(&store).unwrap();
        let copies = cartera::store::backup::list(&path).unwrap();
        assert_eq!(copies.len(), 2);
        for copy in copies {
            assert_eq!(Store::open(&copy.path, clock).unwrap().check().unwrap(), [], "round {round}");
        }
        if now != before {
            gone += 1;
            assert_eq!(left_of(folder.path(), &betraying()), [""; 0], "round {round}, while it is open");
            drop(store);
            assert_eq!(left_of(folder.path(), &betraying()), [""; 0], "round {round}");
        }
    }
    assert!(gone > 0, "the process was always killed before it had done anything");
}
