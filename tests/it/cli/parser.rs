//! The command line itself: help, languages, mistakes, completions, the manual.
use super::User;

#[test]
fn help_stands_on_standard_output_in_the_language_asked_for() {
    let user = User::new();
    let en = user.ok(&["--help"]);
    let es = user.ok(&["--lang", "es", "--help"]);
    assert!(en.contains("Usage: cartera [COMMAND]") && en.contains("Write down a call"), "{en}");
    assert!(es.contains("Uso: cartera [ORDEN]") && es.contains("Anotar una llamada"), "{es}");
    assert!(!es.contains("Options") && !es.contains("Usage"), "{es}");
    let log = user.ok(&["log", "--help", "--lang=es"]);
    assert!(log.contains("[OPCIONES]") && !log.contains("[OPTIONS]"), "{log}");
    assert!(!user.path("book.cartera").exists(), "asking for help leaves no trace");
    assert!(!user.path("state").exists());
    assert_eq!(user.ok(&["--version"]), format!("cartera {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_language_is_that_of_the_flag_then_the_settings_then_the_system() {
    let user = User::new();
    let said = |vars: &[(&str, &str)], args: &[&str]| {
        let mut command = user.command();
        command.env_remove("LANG").envs(vars.iter().copied()).args(args).arg("--help");
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let spanish = |text: &str| text.contains("Uso:");
    assert!(!spanish(&said(&[], &[])));
    assert!(spanish(&said(&[("LANG", "es_ES.UTF-8")], &[])));
    assert!(spanish(&said(&[("LANG", "en_GB"), ("LC_MESSAGES", "es_MX")], &[])));
    assert!(!spanish(&said(&[("LANG", "es_ES"), ("LC_ALL", "C")], &[])));
    assert!(!spanish(&said(&[("LANG", "es_ES")], &["--lang", "en"])));
    user.write("config.toml", "lang = \"es\"\n");
    assert!(spanish(&said(&[("LANG", "en_GB"), ("LC_ALL", "en_GB")], &[])));
    assert!(!spanish(&said(&[], &["--lang", "en"])));
}

#[test]
fn mistakes_are_said_in_the_language_and_end_with_two() {
    let user = User::new();
    let en = user.fails(2, &["acount", "list"]);
    assert!(en.contains("no command “acount”") && en.contains("Did you mean account"), "{en}");
    let flag = user.fails(2, &["account", "list", "--limt", "3"]);
    assert!(
        flag.contains("“--limt” is not known here") && flag.contains("cartera account list --help"),
        "{flag}"
    );
    assert!(user.fails(2, &["log"]).contains("Missing: <TEXT>"));
    assert!(user.fails(2, &["account", "list", "--limit", "many"]).contains("a whole number"));
    assert!(user.fails(2, &["completions", "tcsh"]).contains("bash"));
    assert!(user.fails(2, &["account"]).contains("Usage"));
    let es = User::speaking("es").fails(2, &["acount", "list"]);
    assert!(es.contains("No hay ninguna orden «acount»"), "{es}");
    assert!(User::speaking("es").fails(2, &["account", "list", "--limt"]).contains("no se conoce aquí"));
}

#[test]
fn the_flags_of_every_command_may_stand_anywhere() {
    let user = User::with_book("en");
    let first = user.ok(&["--json", "--lang", "es", "account", "list"]);
    assert_eq!(user.ok(&["account", "--json", "list", "--lang", "es"]), first);
    let file = user.path("x.cartera").display().to_string();
    user.ok(&["account", "add", "Only", "--file", &file]);
    assert!(user.ok(&["account", "--file", &file, "list"]).contains("Only"));
}

#[test]
fn a_wrong_day_or_language_is_refused() {
    let user = User::new();
    let run = |args: &[&str]| {
        let done = user.command().args(args).output().unwrap();
        (done.status.code().unwrap(), String::from_utf8(done.stderr).unwrap())
    };
    let (code, said) = run(&["--on", "someday", "today"]);
    assert!(code == 2 && said.contains("someday") && said.contains("2026-11-23"), "{said}");
    let (code, said) = run(&["--lang", "fr", "today"]);
    assert!(code == 2 && said.contains("es, en"), "{said}");
    assert!(!user.path("book.cartera").exists());
}

#[test]
fn on_replaces_today_as_people_write_days() {
    let user = User::with_book("en");
    let done = user.command().args(["today", "--json", "--on", "24/12/2026"]).output().unwrap();
    let today: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(today["day"], "2026-12-24");
}

#[test]
fn completions_keys_and_manual_come_from_the_tables() {
    let user = User::new();
    for shell in ["bash", "zsh", "fish"] {
        let script = user.ok(&["completions", shell]);
        assert!(script.contains("colleague") && script.contains("reached-via"), "{shell}");
    }
    let man = user.ok(&["man"]);
    assert!(man.starts_with(".ie") && man.contains("cartera"), "{man}");
    let keys = user.json(&["keys"]);
    let capture = keys.as_array().unwrap().iter().find(|k| k["command"] == "capture").unwrap();
    assert_eq!(capture["keys"][0], "i");
    assert!(user.ok(&["keys", "--lang", "es"]).contains("Deshace"));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let user = User::with_book("en");
    let script = format!("\"{}\" keys --json | head -1", env!("CARGO_BIN_EXE_cartera"));
    let done = std::process::Command::new("bash")
        .args(["-o", "pipefail", "-c", &script])
        .env("CARTERA_HOME", user.home())
        .output()
        .unwrap();
    assert_eq!((done.status.code(), done.stderr.as_slice()), (Some(0), b"".as_slice()));
}
