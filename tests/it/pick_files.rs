//! Files into the book from the screen: picked, pasted, looked at, saved and taken back.
use std::path::{Path, PathBuf};

use cartera::command::Msg;
use cartera::domain::day::day;
use cartera::domain::kind::Kind;
use cartera::domain::value::Value;
use cartera::lang::Lang;
use cartera::ui::Theme;

use crate::book::{book, set};
use crate::whole::Stage;

const CONTACTS: &str =
    "Nombre;Empresa;Correo\nLucía Prats;Arce;lucia@arce.es\nAna Ruiz;Almazara;ana@almazara.es\n;;\n";

/// A folder with files of which some can be read.
fn place() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("contactos.csv"), CONTACTS).unwrap();
    std::fs::write(place.path().join("contratos.csv"), "Nombre\nTramuntana\n").unwrap();
    std::fs::write(place.path().join("foto.png"), b"\x89PNG\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")
        .unwrap();
    std::fs::write(place.path().join(".oculto.csv"), CONTACTS).unwrap();
    std::fs::create_dir(place.path().join("fotos")).unwrap();
    std::fs::write(
        place.path().join("fotos").join("tarjeta.vcf"),
        "BEGIN:VCARD\nVERSION:3.0\nFN:Marta Gil\nORG:Arce\nEND:VCARD\n",
    )
    .unwrap();
    // Noon, so that it is this day wherever the tests run.
    let noon = day(2026, 11, 14).and_hms_opt(12, 0, 0).unwrap().and_utc();
    for entry in std::fs::read_dir(place.path()).unwrap() {
        std::fs::File::open(entry.unwrap().path()).unwrap().set_modified(noon.into()).unwrap();
    }
    place
}

fn stage(lang: Lang, size: (u16, u16)) -> Stage {
    Stage::of(book(), lang, Theme::Terminal, size)
}

/// Opens the picker in that folder.
fn pick_in(stage: &mut Stage, place: &Path) {
    stage.keys("I Ctrl-U");
    stage.text(&format!("{}/", place.display()));
}

/// The screen without the name of a folder that no two runs share.
fn told(stage: &mut Stage, place: &Path) -> String {
    let name = place.display().to_string();
    let same = format!("{:1$}", "/tmp/arrivals", name.chars().count());
    stage.screen().replace(&name, &same)
}

fn people(stage: &Stage) -> Vec<String> {
    let people = stage.outside.store.directory().unwrap().names;
    people.into_iter().filter(|n| n.kind == Kind::Person).map(|n| n.name).collect()
}

#[test]
fn a_folder_shows_what_can_be_read_and_how_a_file_begins() {
    let place = place();
    let mut stage = stage(Lang::Es, (120, 30));
    pick_in(&mut stage, place.path());
    stage.keys("Down");
    let screen = told(&mut stage, place.path());
    let shown: Vec<&str> = screen.lines().skip(3).take(12).collect();
    insta::assert_snapshot!(shown.join("\n"));
    assert!(!screen.contains("oculto"));
}

#[test]
fn typing_narrows_tab_completes_and_folders_are_walked_both_ways() {
    let place = place();
    let mut stage = stage(Lang::En, (100, 30));
    pick_in(&mut stage, place.path());
    stage.text("ctos");
    assert!(stage.shows("contactos.csv") && !stage.shows("fotos/"));
    stage.keys("Ctrl-W Backspace");
    stage.keys("Ctrl-U");
    stage.text(&format!("{}/con", place.path().display()));
    stage.keys("Tab");
    assert!(stage.shows("/cont\n") || stage.shows("/cont "), "{}", stage.screen());
    stage.keys("Ctrl-W");
    stage.text("fot");
    stage.keys("Tab Tab");
    assert!(stage.shows("tarjeta.vcf"), "{}", stage.screen());
    stage.keys("Shift-Tab");
    assert!(stage.shows("contratos.csv"));
    stage.text(".");
    assert!(stage.shows(".oculto.csv"));
    stage.keys("Esc");
    assert!(!stage.shows("Import a file"));
}

#[test]
fn a_folder_that_is_not_there_is_said_and_what_was_typed_stays() {
    let mut stage = stage(Lang::En, (100, 30));
    pick_in(&mut stage, Path::new("/nowhere/at/all"));
    assert!(stage.shows("There is no folder or file /nowhere/at/all"), "{}", stage.screen());
    assert!(stage.shows("/nowhere/at/all/"));
}

#[test]
fn a_picked_file_is_looked_at_saved_at_once_and_taken_back() {
    let place = place();
    let mut stage = stage(Lang::En, (120, 30));
    pick_in(&mut stage, place.path());
    stage.text("contactos");
    stage.keys("Enter");
    assert!(stage.shows("Import contactos.csv"), "{}", stage.screen());
    assert!(stage.shows("Lucía Prats") && stage.shows("1 new"), "{}", stage.screen());
    assert!(!people(&stage).contains(&"Lucía Prats".to_owned()));
    stage.keys("Enter");
    assert!(people(&stage).contains(&"Lucía Prats".to_owned()));
    stage.keys("u");
    assert!(!people(&stage).contains(&"Lucía Prats".to_owned()));
}

#[test]
fn several_marked_files_are_read_and_saved_as_one_act_whatever_their_folder() {
    let place = place();
    let mut stage = stage(Lang::En, (120, 30));
    pick_in(&mut stage, place.path());
    stage.text("contac");
    stage.keys("Space");
    assert!(stage.shows("1 marked · ⏎ reads it"), "{}", stage.screen());
    stage.keys("Ctrl-W");
    stage.text("fotos/");
    stage.keys("Down Space Enter");
    assert!(stage.shows("Import contactos.csv +1") && stage.shows("Marta Gil"), "{}", stage.screen());
    stage.keys("Enter");
    let both = |stage: &Stage| {
        ["Lucía Prats", "Marta Gil"].iter().filter(|n| people(stage).contains(&(**n).to_owned())).count()
    };
    assert_eq!(both(&stage), 2);
    stage.keys("u");
    assert_eq!(both(&stage), 0, "{}", stage.screen());
}

#[test]
fn escape_leaves_the_preview_and_nothing_is_saved() {
    let place = place();
    let mut stage = stage(Lang::En, (80, 24));
    stage.tell(Msg::Pasted(format!("'{}'", place.path().join("contactos.csv").display())));
    assert!(stage.shows("Import contactos.csv"));
    stage.keys("f");
    stage.keys("Esc");
    assert!(!stage.shows("Import contactos.csv"));
    assert!(!people(&stage).contains(&"Lucía Prats".to_owned()));
}

#[test]
fn files_dropped_on_the_terminal_are_offered_whatever_floats_in_lists() {
    let place = place();
    let mut stage = stage(Lang::En, (80, 24));
    let [csv, vcf] = ["contactos.csv", "fotos/tarjeta.vcf"].map(|name| place.path().join(name));
    stage.tell(Msg::Pasted(format!("{} file://{}", csv.display(), vcf.display())));
    assert!(stage.shows("Import contactos.csv +1"), "{}", stage.screen());
    assert!(stage.shows("Marta Gil"));
    stage.keys("Esc");
    // A path that is not there is text for whoever takes it; no preview opens.
    stage.tell(Msg::Pasted("/nowhere/at/all.csv".to_owned()));
    assert!(!stage.shows("Import"));
}

#[test]
fn what_cannot_be_read_says_why_and_nothing_of_it_is_saved() {
    let place = place();
    let broken: PathBuf = place.path().join("roto.json");
    std::fs::write(&broken, "{\"cartera\": 1, \"records\": [").unwrap();
    let mut stage = stage(Lang::Es, (120, 30));
    let before = people(&stage);
    stage.tell(Msg::Pasted(broken.display().to_string()));
    assert!(stage.shows("se omite"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.shows("Nada que guardar"));
    assert_eq!(people(&stage), before);
}

#[test]
fn a_record_is_left_out_taken_for_new_or_taken_again_before_anything_is_saved() {
    let place = place();
    let mut stage = stage(Lang::En, (120, 30));
    stage.tell(Msg::Pasted(place.path().join("contactos.csv").display().to_string()));
    stage.keys("x");
    assert!(stage.shows("skipped"), "{}", stage.screen());
    stage.keys("x");
    assert!(!stage.shows("skipped"), "{}", stage.screen());
    stage.keys("x Enter");
    assert!(!people(&stage).contains(&"Lucía Prats".to_owned()), "{}", stage.screen());
}

#[test]
fn a_preview_and_what_was_chosen_stay_where_saving_fails() {
    let place = place();
    let mut stage = stage(Lang::En, (120, 30));
    stage.tell(Msg::Pasted(place.path().join("contactos.csv").display().to_string()));
    stage.keys("x");
    assert!(stage.shows("skipped"), "{}", stage.screen());
    let meanwhile = Value::Text("Prefers the telephone".into());
    set(&mut stage.outside.store, Kind::Person, 1, "personal", meanwhile);
    stage.keys("Enter");
    assert!(stage.shows("Import contactos.csv") && stage.shows("skipped"), "{}", stage.screen());
    // Read anew it can be saved, and only then the preview goes.
    stage.keys("x Enter");
    assert!(people(&stage).contains(&"Lucía Prats".to_owned()), "{}", stage.screen());
    assert!(!stage.shows("Import contactos.csv"), "{}", stage.screen());
}

#[cfg(unix)]
#[test]
fn folders_and_files_are_found_whatever_they_are_called() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    const CARD: &str = "BEGIN:VCARD\nVERSION:3.0\nFN:Marta Gil\nORG:Arce\nEND:VCARD\n";
    for (name, typed) in [(&b"dos  blancos"[..], "dos"), (b"caf\xe9", "caf")] {
        let place = place();
        let folder = place.path().join(OsStr::from_bytes(name));
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join(OsStr::from_bytes(b"dentro\xe9.vcf")), CARD).unwrap();
        for key in ["Enter", "Tab"] {
            let mut stage = stage(Lang::En, (120, 30));
            pick_in(&mut stage, place.path());
            stage.text(typed);
            stage.keys(key);
            assert!(stage.shows("dentro"), "{typed} {key}: {}", stage.screen());
            stage.keys("Shift-Tab");
            assert!(stage.shows("contratos.csv"), "{typed} {key}: {}", stage.screen());
            stage.text(typed);
            stage.keys(key);
            stage.text("dent");
            stage.keys("Enter");
            assert!(stage.shows("Import dentro") && stage.shows("Marta Gil"), "{}", stage.screen());
            // The picker begins again where it was.
            stage.keys("Esc I");
            assert!(stage.shows("dentro"), "{typed} {key}: {}", stage.screen());
        }
        let mut stage = stage(Lang::En, (120, 30));
        let bytes = folder.as_os_str().as_bytes().iter();
        let address = bytes.map(|b| format!("%{b:02X}")).collect::<Vec<_>>().concat();
        let address = address.replace("%2F", "/");
        stage.tell(Msg::Pasted(format!("file://{address}/dentro%E9.vcf")));
        assert!(stage.shows("Marta Gil"), "{}", stage.screen());
    }
}
