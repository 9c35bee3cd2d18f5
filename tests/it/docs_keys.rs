//! `docs/KEYS.md` is written from the command table: `CARTERA_WRITE_DOCS=1 cargo test` writes it anew.
use std::fmt::Write;
use std::path::Path;

use cartera::command::table::ROWS;
use cartera::command::{KeyScope, Keymap};
use cartera::lang::{Lang, Words};

fn page() -> String {
    let (words, keymap) = (Words::new(Lang::En), Keymap::default());
    let mut page = String::from(
        "# Keys\n\nWritten by a test from the one table of commands (`src/command/table.rs`); change the table, not this page.\n\n\
         The first column is the name by which `[keys]` of the settings file gives a command other keys:\n\n\
         ```toml\n[keys]\ncapture = [\"i\", \"Ctrl-N\"]\n```\n",
    );
    for scope in KeyScope::ALL {
        let title = words.get(&format!("command-scope-{}", scope.name()));
        write!(page, "\n## {title}\n\n| command | keys | does |\n| --- | --- | --- |\n").unwrap();
        for row in ROWS.iter().filter(|r| r.scope == scope) {
            let keys: Vec<_> = keymap.chords(row.command).iter().map(|c| format!("`{}`", c.name())).collect();
            let help = words.get(&row.command.help_key());
            writeln!(page, "| `{}` | {} | {help} |", row.id, keys.join(" ")).unwrap();
        }
    }
    page
}

#[test]
fn the_page_of_keys_says_what_the_table_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/KEYS.md");
    if std::env::var_os("CARTERA_WRITE_DOCS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, page()).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == page(),
        "docs/KEYS.md differs from the table: CARTERA_WRITE_DOCS=1 cargo test writes it anew"
    );
}
