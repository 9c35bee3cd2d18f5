//! A file that cannot be used is refused in plain words, and not a byte of it changes.
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::fault::Fault;
use tempfile::TempDir;

use crate::book::{call_with_ana, clock, fill, today};

/// A folder with a filled book in it, closed.
pub fn closed_book() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.cartera");
    let mut store = Store::open(&path, clock).unwrap();
    fill(&mut store);
    for _ in 0..40 {
        store.perform(Act::Log(Box::new(call_with_ana()), None), today()).unwrap();
    }
    (folder, path)
}

/// The names of everything in a folder, with a digest of its bytes.
fn contents(folder: &Path) -> Vec<(String, u64)> {
    let mut all = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_file() {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let mut digest = DefaultHasher::new();
            fs::read(&path).unwrap().hash(&mut digest);
            all.push((name, digest.finish()));
        }
    }
    all.sort();
    all
}

/// Opens what must be refused; nothing in its folder may change. The key of the refusal and its words in English.
fn refused(path: &Path) -> (String, String) {
    let folder = path.parent().unwrap();
    let before = contents(folder);
    let fault = Store::open(path, clock).unwrap_err();
    assert_eq!(contents(folder), before);
    assert!(fault.is_of_the_file(), "{fault}");
    for lang in Lang::ALL {
        let said = Words::new(lang).say(&fault.explain());
        assert!(said.contains(&path.display().to_string()), "{said}");
    }
    (fault.explain().key, Words::new(Lang::En).say(&fault.explain()))
}

/// Changes bytes of a closed file.
fn overwrite(path: &Path, at: usize, bytes: &[u8]) {
    let mut all = fs::read(path).unwrap();
    all[at..at + bytes.len()].copy_from_slice(bytes);
    fs::write(path, all).unwrap();
}

#[test]
fn a_file_of_a_newer_program_is_refused() {
    let (_folder, path) = closed_book();
    overwrite(&path, 60, &99_u32.to_be_bytes());
    let (key, said) = refused(&path);
    assert_eq!(key, "store-newer");
    assert!(said.contains("Update cartera"), "{said}");
}

#[test]
fn a_database_of_another_program_is_refused() {
    let (_folder, path) = closed_book();
    overwrite(&path, 68, b"GPKG");
    assert_eq!(refused(&path).0, "store-foreign");
}

#[test]
fn a_text_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.txt");
    fs::write(&path, "Estimada Ana: \n".repeat(500)).unwrap();
    let (key, said) = refused(&path);
    assert_eq!(key, "store-foreign");
    assert!(said.ends_with("Name another file with --file"), "{said}");
}

#[test]
fn a_file_that_was_cut_off_is_refused_and_the_newest_sound_backup_is_named() {
    let (_folder, path) = closed_book();
    let store = Store::open(&path, clock).unwrap();
    let backup = store.back_up().unwrap();
    drop(store);
    let all = fs::read(&path).unwrap();
    fs::write(&path, &all[..all.len() / 2]).unwrap();
    let (key, said) = refused(&path);
    assert_eq!(key, "store-damaged");
    let hint = format!("cartera --file \"{}\" restore \"{}\"", path.display(), backup.path.display());
    assert!(said.contains(&hint), "{said}");

    // A backup that is damaged itself is not recommended.
    let all = fs::read(&backup.path).unwrap();
    fs::write(&backup.path, &all[..all.len() / 2]).unwrap();
    let (_, said) = refused(&path);
    assert!(said.contains("no sound backup"), "{said}");
}

#[test]
fn damage_that_is_met_later_is_said_and_names_the_backup() {
    let (_folder, path) = closed_book();
    let store = Store::open(&path, clock).unwrap();
    let backup = store.back_up().unwrap();
    drop(store);
    // All pages but the first, which holds the schema.
    let length = fs::read(&path).unwrap().len();
    overwrite(&path, 4096, &vec![0xA5; length - 4096]);
    let fault = match Store::open(&path, clock) {
        Err(fault) => fault,
        Ok(store) => store.ask(&cartera::store::query::Query::Today(None), today()).unwrap_err(),
    };
    assert!(matches!(&fault, Fault::File { key: "store-damaged", backup: Some(b), .. } if *b == backup.path));
}

#[test]
fn a_read_only_file_is_refused() {
    let (_folder, path) = closed_book();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    assert_eq!(refused(&path).0, "store-read-only");
}

#[test]
fn a_file_in_a_read_only_folder_is_refused() {
    let (folder, path) = closed_book();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
    assert_eq!(refused(&path).0, "store-folder-read-only");
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
}

#[test]
fn a_folder_is_no_book() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("clients");
    fs::create_dir(&path).unwrap();
    assert_eq!(refused(&path).0, "store-is-folder");
}

#[test]
fn a_place_without_its_folder_is_refused_and_no_folder_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cleints/book.cartera");
    let fault = Store::open(&path, clock).unwrap_err();
    assert_eq!(fault.explain().key, "store-no-folder");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn an_empty_file_becomes_a_book() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.cartera");
    fs::write(&path, "").unwrap();
    let mut store = Store::open(&path, clock).unwrap();
    fill(&mut store);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn only_the_owner_reads_the_file_its_log_its_backups_and_new_folders() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("state/cartera");
    cartera::store::open::private_folder(&inside).unwrap();
    let path = inside.join("book.cartera");
    // A file that others could read is taken from them.
    fs::write(&path, "").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    let mut store = Store::open(&path, clock).unwrap();
    fill(&mut store);
    store.back_up().unwrap();
    let mut files = 0;
    let mut folders = vec![folder.path().join("state")];
    while let Some(next) = folders.pop() {
        assert_eq!(fs::metadata(&next).unwrap().permissions().mode() & 0o777, 0o700, "{}", next.display());
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files += 1;
                let mode = fs::metadata(&path).unwrap().permissions().mode();
                assert_eq!(mode & 0o777, 0o600, "{}", path.display());
            }
        }
    }
    // The book, its log, the index of its log, the backup.
    assert_eq!(files, 4);
}

#[test]
fn a_full_disk_is_said_nothing_is_half_written_and_later_acts_work() {
    let (_folder, path) = closed_book();
    let mut store = Store::open(&path, clock).unwrap();
    let before = cartera::store::journal::everything(&store).unwrap();
    let newest = store.next_undo().unwrap();
    store.limit_pages(store.pages().unwrap()).unwrap();
    let mut long = call_with_ana();
    long.text = "precios ".repeat(20_000);
    let fault = store.perform(Act::Log(Box::new(long.clone()), None), today()).unwrap_err();
    assert_eq!(fault.explain().key, "store-disk-full");
    assert_eq!(cartera::store::journal::everything(&store).unwrap(), before);
    assert_eq!(store.next_undo().unwrap(), newest);
    assert_eq!(store.check().unwrap(), []);

    store.limit_pages(u32::MAX - 2).unwrap();
    store.perform(Act::Log(Box::new(long), None), today()).unwrap();
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(cartera::store::journal::everything(&store).unwrap(), before);
}
