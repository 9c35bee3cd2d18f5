//! Accounts and people as notes in a folder: what cartera writes is brought up to date, what others wrote stays.
use std::collections::BTreeMap;
use std::path::Path;

use cartera::domain::account::Account;
use cartera::domain::choice::{Channel, Tier};
use cartera::domain::explain::Explain;
use cartera::domain::field::Link;
use cartera::domain::interaction::Interaction;
use cartera::domain::kind::Kind;
use cartera::domain::person::{Membership, Person};
use cartera::domain::progress::Unwatched;
use cartera::domain::value::Value;
use cartera::exchange::vault::{self, Done, Wanted};
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::report::vault::{Style, note, query};
use cartera::store::Store;
use cartera::store::act::Act;
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag};

use crate::book::{book, call_with_ana, clock, save, today};
use crate::cli::User;
use crate::whole::Stage;

fn written(
    store: &Store,
    folder: &Path,
    wanted: Wanted,
    personal: bool,
    lang: Lang,
) -> Result<Done, Explain> {
    let (words, directory) = (Words::new(lang), store.directory().unwrap());
    let cx = Context { words: &words, today: today(), directory: &directory, scope: wanted.account };
    let plan = vault::plan(store, folder, wanted, today(), &Unwatched, &mut |subject, links| {
        let answer = store.ask(&query(subject), today()).map_err(|fault| fault.explain())?;
        note(&answer, Style { personal, links }, &cx)
    })?;
    plan.write(&Unwatched)
}

fn export(store: &Store, folder: &Path) -> Done {
    written(store, folder, Wanted::default(), false, Lang::En).unwrap()
}

/// Every file of a folder with its text.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            let inner = files(&entry.path());
            let name = entry.file_name().to_string_lossy().into_owned();
            all.extend(inner.into_iter().map(|(path, text)| (format!("{name}/{path}"), text)));
        } else {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            all.insert(entry.file_name().to_string_lossy().into_owned(), text);
        }
    }
    all
}

fn told() -> Store {
    let mut store = book();
    store.perform(Act::Log(Box::new(call_with_ana()), None), today()).unwrap();
    let mut ana = store.record(Kind::Person, 1).unwrap();
    ana.set("personal", Value::Text("plays the cello".into())).unwrap();
    ana.set("birthday", Value::Day(cartera::domain::day::day(1975, 3, 9))).unwrap();
    ana.set("tags", Value::Texts(vec!["vip".into()])).unwrap();
    ana.set("aliases", Value::Texts(vec!["Anita".into()])).unwrap();
    ana.set("wants", Value::Text("a quiet harvest".into())).unwrap();
    store.perform(Act::Save(vec![ana]), today()).unwrap();
    let note = Interaction {
        channel: Some(Channel::Note),
        day: Some(today()),
        account: Some(Link(1)),
        people: vec![Link(1)],
        text: "between me and me".into(),
        ..Interaction::default()
    };
    save(&mut store, note);
    store
}

#[test]
fn one_note_an_account_and_a_person_with_links_between_them() {
    let (store, folder) = (told(), tempfile::tempdir().unwrap());
    let done = export(&store, folder.path());
    assert_eq!((done.new, done.notes()), (7, 7));
    let files = files(folder.path());
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    let expected = ["Almazara.md", "Ana Ruiz.md", "Arce.md", "Jordi Mas.md", "Kerstin Vogel.md"];
    assert_eq!(names[..5], expected);
    let ana = &files["Ana Ruiz.md"];
    for said in [
        "kind: \"person\"\nname: \"Ana Ruiz\"\naliases:\n  - \"Anita\"\ntags:\n  - \"cartera/person\"\n  - \"vip\"\n",
        "account: \"[[Almazara]]\"\n",
        "roles:\n  - \"decider\"\n",
        "last_contact: 2026-11-22\n",
        "# Ana Ruiz\n\n[[Almazara]]\n",
        "→ enviar TCO · 27 Nov 2026",
        "### 22 Nov 2026 · call\n\nprecios altos",
        "a quiet harvest",
    ] {
        assert!(ana.contains(said), "{said}\n{ana}");
    }
    assert!(files["Almazara.md"].contains("- [[Ana Ruiz]] · "), "{}", files["Almazara.md"]);
}

#[test]
fn what_was_told_in_confidence_stays_in_the_book_unless_it_is_asked_for() {
    let store = told();
    for (personal, lang) in [(false, Lang::En), (true, Lang::En), (false, Lang::Es), (true, Lang::Es)] {
        let folder = tempfile::tempdir().unwrap();
        written(&store, folder.path(), Wanted::default(), personal, lang).unwrap();
        let text: String = files(folder.path()).into_values().collect();
        for secret in ["cello", "1975", "between me and me"] {
            assert_eq!(text.contains(secret), personal, "{secret}");
        }
    }
}

#[test]
fn the_same_again_writes_nothing_and_another_language_only_what_is_ours() {
    let (store, folder) = (told(), tempfile::tempdir().unwrap());
    export(&store, folder.path());
    let before = files(folder.path());
    let inode = |name: &str| std::fs::metadata(folder.path().join(name)).unwrap().modified().unwrap();
    let stamp = inode("Arce.md");
    let again = export(&store, folder.path());
    assert_eq!((again.same, again.new, again.changed), (7, 0, 0));
    assert_eq!((files(folder.path()), inode("Arce.md")), (before, stamp));
    let spanish = written(&store, folder.path(), Wanted::default(), false, Lang::Es).unwrap();
    assert_eq!((spanish.changed, spanish.new), (7, 0));
    assert!(files(folder.path())["Ana Ruiz.md"].contains("22 nov 2026 · llamada"));
}

#[test]
fn the_users_own_text_keys_tags_place_and_name_stay() {
    let (mut store, folder) = (told(), tempfile::tempdir().unwrap());
    export(&store, folder.path());
    // As Obsidian does: moved, renamed, a property and a tag added, text below.
    std::fs::create_dir(folder.path().join("Clients")).unwrap();
    let moved = folder.path().join("Clients/Ana (boss).md");
    std::fs::rename(folder.path().join("Ana Ruiz.md"), &moved).unwrap();
    let text = std::fs::read_to_string(&moved).unwrap();
    let text = text.replace("  - \"vip\"\n", "  - vip\n  - harvest\nstatus: warm\n");
    std::fs::write(&moved, format!("{text}\nShe likes olives.\n")).unwrap();
    let mut ana = store.record(Kind::Person, 1).unwrap();
    ana.set("name", Value::Text("Ana Ruiz Peral".into())).unwrap();
    ana.set("tags", Value::Texts(Vec::new())).unwrap();
    store.perform(Act::Save(vec![ana]), today()).unwrap();
    let done = export(&store, folder.path());
    assert_eq!((done.changed, done.same, done.renamed, done.new), (2, 5, 0, 0));
    let files = files(folder.path());
    let ana = &files["Clients/Ana (boss).md"];
    for said in
        ["name: \"Ana Ruiz Peral\"", "  - \"harvest\"\nstatus", "status: warm\n", "\nShe likes olives.\n"]
    {
        assert!(ana.contains(said) || said.starts_with("  -"), "{said}\n{ana}");
    }
    assert!(ana.contains("- \"harvest\"") && !ana.contains("vip"), "{ana}");
    assert!(files["Almazara.md"].contains("[[Ana (boss)|Ana Ruiz Peral]]"), "{}", files["Almazara.md"]);
}

#[test]
fn a_block_changed_by_hand_is_left_alone_until_it_may_be_replaced() {
    let (store, folder) = (told(), tempfile::tempdir().unwrap());
    export(&store, folder.path());
    let path = folder.path().join("Arce.md");
    let text = std::fs::read_to_string(&path).unwrap().replace("# Arce", "# Arce, my own words");
    std::fs::write(&path, &text).unwrap();
    let done = written(&store, folder.path(), Wanted::default(), false, Lang::Es).unwrap();
    assert_eq!((done.kept.as_slice(), done.changed), (&[path.clone()][..], 6));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    let replace = Wanted { replace: true, ..Wanted::default() };
    let done = written(&store, folder.path(), replace, false, Lang::Es).unwrap();
    assert_eq!((done.kept.len(), done.changed, done.same), (0, 1, 6));
    assert!(!std::fs::read_to_string(&path).unwrap().contains("my own words"));
}

#[test]
fn a_record_called_otherwise_gets_another_file_and_one_of_the_same_name_its_account() {
    let (mut store, folder) = (told(), tempfile::tempdir().unwrap());
    std::fs::write(folder.path().join("kerstin vogel.MD"), "# Somebody else's\n").unwrap();
    export(&store, folder.path());
    let first = files(folder.path());
    assert_eq!(first["kerstin vogel.MD"], "# Somebody else's\n");
    assert!(first.contains_key("Kerstin Vogel (Nordwind).md"));
    for (id, name) in [(3, "ana ruiz"), (2, "María Soler")] {
        let mut person = store.record(Kind::Person, id).unwrap();
        person.set("name", Value::Text(name.into())).unwrap();
        store.perform(Act::Save(vec![person]), today()).unwrap();
    }
    let done = export(&store, folder.path());
    // The account of both links to them.
    assert_eq!((done.renamed, done.changed, done.new), (2, 1, 0));
    let files = files(folder.path());
    assert!(files.contains_key("ana ruiz (Arce).md") && files.contains_key("María Soler.md"));
    assert!(!files.contains_key("Jordi Mas.md"));
    assert!(files["Arce.md"].contains("[[ana ruiz (Arce)|ana ruiz]]"), "{}", files["Arce.md"]);
    assert_eq!(export(&store, folder.path()).same, 7);
}

#[test]
fn notes_of_records_that_are_gone_go_unless_the_user_wrote_in_them() {
    let (mut store, folder) = (told(), tempfile::tempdir().unwrap());
    export(&store, folder.path());
    let jordi = folder.path().join("Jordi Mas.md");
    let text = std::fs::read_to_string(&jordi).unwrap();
    std::fs::write(&jordi, format!("{text}\nMy thoughts.\n")).unwrap();
    // Another book keeps its notes in the same folder.
    let mut other = Store::in_memory(clock).unwrap();
    save(&mut other, Account { name: "Otra".into(), tier: Some(Tier::Key), ..Account::default() });
    assert_eq!(export(&other, folder.path()).new, 1);
    store.perform(Act::Delete(Kind::Person, vec![2, 3]), today()).unwrap();
    let done = export(&store, folder.path());
    assert_eq!((done.removed, done.emptied.as_slice()), (1, &[jordi.clone()][..]));
    let files = files(folder.path());
    assert!(!files.contains_key("María del Mar Soler.md") && files.contains_key("Otra.md"));
    assert_eq!(files["Jordi Mas.md"].trim(), "My thoughts.");
    assert_eq!(export(&store, folder.path()).notes(), 5);
}

#[test]
fn of_one_account_only_its_own_notes_are_written_and_no_other_is_touched() {
    let (store, folder) = (told(), tempfile::tempdir().unwrap());
    let arce = Wanted { account: Some(2), replace: false };
    let done = written(&store, folder.path(), arce, false, Lang::En).unwrap();
    assert_eq!(done.new, 3);
    assert!(!files(folder.path()).contains_key("Ana Ruiz.md"));
    export(&store, folder.path());
    let done = written(&store, folder.path(), arce, false, Lang::Es).unwrap();
    assert_eq!((done.changed, done.removed, done.notes()), (3, 0, 3));
    assert!(files(folder.path())["Ana Ruiz.md"].contains("22 Nov 2026"));
}

#[test]
fn a_file_in_the_place_of_the_folder_and_what_cannot_be_read_are_refused() {
    let (store, folder) = (told(), tempfile::tempdir().unwrap());
    let file = folder.path().join("notes");
    std::fs::write(&file, "").unwrap();
    let why = written(&store, &file, Wanted::default(), false, Lang::En).unwrap_err();
    assert_eq!(why.key, "vault-no-folder");
    let nowhere = folder.path().join("new/vault");
    assert_eq!(export(&store, &nowhere).new, 7);
}

#[cfg(unix)]
#[test]
fn a_link_to_another_place_is_not_followed() {
    let (mut store, folder, outside) = (told(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    export(&store, outside.path());
    std::os::unix::fs::symlink(outside.path(), folder.path().join("linked")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("x"), folder.path().join("Arce.md")).unwrap();
    let before = files(outside.path());
    save(&mut store, Account { name: "Nueva".into(), ..Account::default() });
    assert_eq!(export(&store, folder.path()).new, 8);
    assert_eq!(files(outside.path()), before);
    assert!(folder.path().join("Arce 2.md").is_file());
}

#[test]
fn the_shell_says_how_many_and_names_what_was_left_alone() {
    let user = User::speaking("es_ES.UTF-8");
    user.ok(&["account", "add", "Arce"]);
    user.ok(&["person", "add", "Jordi Mas", "--account", "Arce"]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().display().to_string();
    let export = ["export", "--format", "markdown", "--output", &path];
    assert_eq!(user.run(&export).out, format!("2 notas en {path}, 2 nuevas\n"));
    let note = folder.path().join("Arce.md");
    let text = std::fs::read_to_string(&note).unwrap();
    std::fs::write(&note, text.replace("# Arce", "# Arce de verdad")).unwrap();
    user.ok(&["person", "edit", "Jordi Mas", "--title", "Compras"]);
    let answer = user.run(&export);
    assert_eq!(answer.out, format!("2 notas en {path}, 1 actualizada, 1 sin tocar: cambiada a mano\n"));
    assert!(answer.err.contains("Arce.md se cambió a mano"), "{answer:?}");
    let json = user.run(&[&export[..], &["--json", "--force"]].concat()).json();
    assert_eq!((json["count"].as_u64(), json["changed"].as_u64()), (Some(2), Some(1)));
    for (args, said) in [
        (&["export", "--format", "markdown"][..], "necesitan una carpeta"),
        (&["export", "--format", "md", "--kind", "person", "--output", &path], "quita --kind"),
    ] {
        let answer = user.run(args);
        assert_eq!(answer.code, 2);
        assert!(answer.err.contains(said), "{answer:?}");
    }
}

#[test]
fn from_the_screen_the_palette_asks_for_the_folder_and_says_what_was_done() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = Stage::of(told(), Lang::En, cartera::ui::Theme::Terminal, (120, 36));
    stage.keys(":");
    stage.text("notes for a vault");
    stage.keys("Enter");
    assert!(stage.shows("→ without personal notes"), "{}", stage.screen());
    stage.keys("Down");
    assert!(stage.shows("→ with personal notes"), "{}", stage.screen());
    let path = folder.path().join("vault");
    stage.text(&path.display().to_string());
    stage.keys("Enter");
    assert!(stage.shows("7 notes in"), "{}", stage.screen());
    assert!(files(&path)["Ana Ruiz.md"].contains("cello"));
}

/// What no text of somebody else's may become in a note.
fn acts(body: &str) -> Option<String> {
    Parser::new(body).find_map(|event| match &event {
        // The one line of ours that only the editor shows.
        Event::Html(html) if html.trim().starts_with("<!-- What stands above") => None,
        Event::Html(_)
        | Event::InlineHtml(_)
        | Event::Code(_)
        | Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => {
            Some(format!("{event:?}"))
        }
        _ => None,
    })
}

const HOSTILE: &str =
    "(\\PC|[\\[\\]<>`$%{}|#^\\\\/.:\"*?~= \n-]|---\n|<!-- cartera:end -->|```dataviewjs\n|\\.\\./|con){1,12}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn hostile_names_and_texts_never_leave_the_folder_nor_become_more_than_text(
        names in prop::collection::vec(HOSTILE, 1..5), said in HOSTILE,
    ) {
        let mut store = Store::in_memory(clock).unwrap();
        let mut count = 0;
        for name in &names {
            let name = format!("x{name}");
            let account = save(&mut store, Account { name: name.clone(), aliases: vec![name.clone()], ..Account::default() });
            let person = Person { name: name.clone(), tags: vec![name.clone()], wants: said.clone(), ..Person::default() };
            let place = Membership { account: Some(Link(account)), title: said.clone(), ..Membership::default() };
            store.perform(Act::Save(vec![Box::new(person), Box::new(place)]), today()).unwrap();
            let talk = Interaction {
                channel: Some(Channel::Call), day: Some(today()), account: Some(Link(account)), text: said.clone(),
                ..Interaction::default()
            };
            save(&mut store, talk);
            count += 2;
        }
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("vault");
        let done = export(&store, &folder);
        prop_assert_eq!(done.new, count);
        prop_assert_eq!(std::fs::read_dir(outer.path()).unwrap().count(), 1);
        prop_assert_eq!(std::fs::read_dir(&folder).unwrap().count(), count);
        for (path, text) in files(&folder) {
            let body = text.split_once("-->\n").map_or("", |(_, body)| body);
            let body = body.rsplit_once("<!-- cartera:end").map_or("", |(body, _)| body);
            prop_assert_eq!(acts(body), None, "{}\n{}", path, text);
            prop_assert!(!body.contains("%%") && !body.contains("{{"), "{}", body);
        }
        prop_assert_eq!(export(&store, &folder).same, count);
    }
}
