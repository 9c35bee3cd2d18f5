//! The shell: `person forget` and `person dossier`.
use serde_json::json;

use super::bytes::left_of;
use crate::cli::User;

fn user() -> User {
    let user = User::with_book("en");
    user.ok(&["log", "call ana: prices > fri send TCO to Ana"]);
    user.ok(&["backup"]);
    user
}

#[test]
fn the_name_comes_from_a_flag_or_standard_input_and_must_be_whole() {
    let user = user();
    assert!(user.fails(2, &["person", "forget", "ana"]).contains("--yes-name"));
    assert!(
        user.fails(1, &["person", "forget", "ana", "--yes-name", "Ana"])
            .contains("the full name is “Ana Ruiz”")
    );
    assert_eq!(user.json(&["person", "show", "ana"])["name"], json!("Ana Ruiz"));
    let done = user.run_with(&["person", "forget", "ana"], "ana ruiz\n");
    assert_eq!(done.code, 0, "{done:?}");
    assert!(done.out.starts_with("Ana Ruiz is forgotten. 1 backup still holds them: "), "{}", done.out);
    user.fails(3, &["person", "show", "ana"]);
    assert!(user.ok(&["interaction", "show", "1"]).contains("prices"));
    assert!(user.ok(&["history"]).contains("call with someone"));
    assert!(user.ok(&["check"]).contains("sound"));
    // What it says to do works, though nobody of that name is in the book any more.
    let args = ["person", "forget", "Ana Ruiz", "--backups", "--yes-name", "Ana Ruiz"];
    assert_eq!(user.json(&args)["backups_rewritten"], json!(1));
    assert_eq!(left_of(user.home(), &["Ana Ruiz"]), [""; 0]);
    user.fails(3, &args);
}

#[test]
fn in_spanish_someone_is_alguien() {
    let user = User::with_book("es_ES.UTF-8");
    user.ok(&["log", "llamada ana: precios"]);
    assert_eq!(
        user.ok(&["person", "forget", "ana", "--yes-name", "Ana Ruiz"]),
        "Ana Ruiz: olvido completo\n"
    );
    assert!(user.ok(&["history"]).contains("llamada con alguien"));
}

#[test]
fn the_dossier_has_everything_in_words_and_as_json() {
    let user = user();
    user.ok(&["person", "edit", "ana", "--personal", "sails", "--stance", "supporter"]);
    user.ok(&["account", "edit", "arce", "--notes", "knows Ana Ruiz"]);
    let told = user.ok(&["person", "dossier", "ana"]);
    for part in
        ["sails", "prices", "send TCO to Ana", "supporter", "knows Ana Ruiz", "Logged: call with Ana Ruiz"]
    {
        assert!(told.contains(part), "{part}\n{told}");
    }
    let all = user.json(&["person", "dossier", "ana"]);
    assert_eq!(all["person"]["name"], json!("Ana Ruiz"));
    assert_eq!(all["linked"]["interaction"][0]["through"], json!(["people"]));
    assert_eq!(all["mentions"][0]["field"], json!("notes"));
    assert_eq!(all["backups"].as_array().unwrap().len(), 1);
    assert_eq!(all["history"].as_array().unwrap().len(), 3);
}
