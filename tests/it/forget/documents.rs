//! Documents that were issued and tell of whoever is forgotten: emptied, in the book, in its journal and in the bytes of the file.
use cartera::domain::choice::ReportKind;
use cartera::domain::issued::Issued;
use cartera::domain::kind::Kind;
use cartera::domain::progress::Unwatched;
use cartera::exchange::demo::build;
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::report::issued::{issued, reopen};
use cartera::report::papers::{Wanted, row};
use cartera::report::plain;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::forget::Reach;

use super::bytes::left_of;
use crate::book::{clock, today};

fn issue(store: &mut Store, wanted: &Wanted) {
    let (words, directory) = (Words::new(Lang::En), store.directory().unwrap());
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    let row = row(wanted.kind).unwrap();
    let answers = store.ask_all(&row.queries(wanted), today(), &Unwatched).unwrap();
    let kept = issued(wanted, &row.make(wanted, &answers, &cx).unwrap(), &cx);
    store.perform(Act::Issue(Box::new(kept)), today()).unwrap();
}

fn opened(store: &Store, id: i64) -> (Issued, String) {
    let record = store.record(Kind::Issued, id).unwrap();
    let of: &Issued = record.any().downcast_ref().unwrap();
    let paper = reopen(of).unwrap();
    (of.clone(), format!("{}\n{}", paper.subtitle, plain::render(&paper.blocks, None)))
}

#[test]
fn a_document_that_tells_of_whoever_is_forgotten_is_emptied_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.cartera");
    let mut store = Store::open(&path, clock).unwrap();
    build(&mut store, today(), None).unwrap();
    let directory = store.directory().unwrap();
    let find = |kind, name| directory.find(kind, name).unwrap();
    let (nordwind, arce) = (find(Kind::Account, "Nordwind"), find(Kind::Account, "Arce"));
    let kerstin = find(Kind::Person, "Kerstin Vogel");
    let first = store.issued().unwrap().iter().map(|row| row.id).max().unwrap_or(0) + 1;
    for (kind, of) in [
        (ReportKind::Brief, Some((Kind::Account, nordwind))),
        (ReportKind::Brief, Some((Kind::Account, arce))),
        (ReportKind::Management, None),
        (ReportKind::Brief, Some((Kind::Person, kerstin))),
    ] {
        issue(&mut store, &Wanted { of, ..Wanted::new(kind) });
    }
    let (_, brief) = opened(&store, first);
    assert!(brief.contains("four-hour") && brief.contains("Sails"), "it holds what she told: {brief}");
    let (other, management) = (opened(&store, first + 1), opened(&store, first + 2).0.figures);
    let known = store.who_is(kerstin).unwrap();
    let held = store.holds(&known).unwrap();
    assert!(held.documents >= 2, "{held:?}");
    let done = store.forget(&known, "Kerstin Vogel", "someone", &Reach::default()).unwrap();
    assert_eq!(done.taken, held);
    for id in [first, first + 3] {
        let (of, said) = opened(&store, id);
        assert_eq!(
            said.trim(),
            "This document told of somebody who was forgotten, and was emptied then. Its figures stay for the next report to be compared with."
        );
        assert!(!of.title.contains("Kerstin"), "{}", of.title);
    }
    assert_eq!(opened(&store, first + 1), other, "what does not tell of her stays as it was");
    assert_eq!(opened(&store, first + 2).0.figures.len(), management.len(), "figures stay");
    assert!(store.holds(&known).unwrap().is_nothing(), "nothing is emptied twice");
    drop(store);
    let left = left_of(folder.path(), &["A four-hour response for all", "Sails. Out", "Kerstin Vogel"]);
    assert_eq!(left, [""; 0]);
}
