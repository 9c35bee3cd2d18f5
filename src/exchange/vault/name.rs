//! Names of files that Linux, macOS and Windows take, and that a link of a note can hold.
use crate::domain::note::Subject;
use crate::domain::text::{clean_line, fold, is_bidi_control};

/// Bytes of a name at the most: with an addition and an ending it stays below what any file system takes.
const MOST: usize = 140;
/// Bytes of what tells two of the same name apart.
const BESIDE: usize = 60;

/// What some system or a link has another meaning for.
const FORBIDDEN: &str = "<>:\"/\\|?*[]#^`{}";

/// Names that Windows keeps for devices, whatever their ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
/// The same with a digit behind them.
const NUMBERED: [&str; 2] = ["com", "lpt"];

/// The name of a file for that name; empty where nothing of it can stand there.
pub(super) fn stem(name: &str) -> String {
    let stem = cut(name, MOST);
    if is_device(&stem) { format!("_{stem}") } else { stem }
}

fn cut(name: &str, most: usize) -> String {
    let allowed = |c: char| if FORBIDDEN.contains(c) { '-' } else { c };
    let seen = clean_line(name).chars().filter(|c| !is_unseen(*c)).map(allowed).collect::<String>();
    let mut kept = String::new();
    for c in seen.trim_start_matches(['.', '-', ' ', '~']).chars() {
        if kept.len() + c.len_utf8() > most {
            break;
        }
        kept.push(c);
    }
    kept.trim_end_matches(['.', ' ']).to_owned()
}

/// What nobody sees: two names that look the same shall not be two files.
fn is_unseen(c: char) -> bool {
    is_bidi_control(c)
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

fn is_device(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let number = NUMBERED.iter().find_map(|device| first.strip_prefix(device)).unwrap_or_default();
    let mut digits = number.chars();
    let numbered = digits.next().is_some_and(|c| c.is_ascii_digit() || "¹²³".contains(c));
    DEVICES.contains(&first.as_str()) || (numbered && digits.next().is_none())
}

/// A name for the note that no other file has: `Ana Ruiz`, `Ana Ruiz (Arce)`, `Ana Ruiz 2`. `taken` is asked for folded names.
pub(super) fn free(of: &Subject, taken: impl Fn(&str) -> bool) -> String {
    let first = match stem(&of.name) {
        empty if empty.is_empty() => format!("{}-{}", of.kind.name(), of.id),
        stem => stem,
    };
    let beside = cut(&of.beside, BESIDE);
    let told = (!beside.is_empty()).then(|| format!("{first} ({beside})"));
    let numbered = (2_u64..).map(|number| format!("{first} {number}"));
    let mut all = std::iter::once(first.clone()).chain(told).chain(numbered);
    all.find(|name| !taken(&fold(name))).unwrap_or(first)
}

/// Whether a file of that name was called so by the program when the record had this name; else by the user.
pub(super) fn is_given(file: &str, name: &str) -> bool {
    let rest = file.strip_prefix(stem(name).as_str()).filter(|rest| rest.len() < file.len());
    rest.is_some_and(|rest| {
        let number =
            rest.strip_prefix(' ').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
        rest.is_empty() || number || (rest.starts_with(" (") && rest.ends_with(')'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::kind::Kind;
    use proptest::prelude::*;

    fn subject(name: &str, beside: &str) -> Subject {
        Subject {
            kind: Kind::Person,
            id: 7,
            uid: String::new(),
            name: name.into(),
            place: None,
            beside: beside.into(),
        }
    }

    #[test]
    fn a_name_is_kept_as_far_as_every_system_takes_it() {
        assert_eq!(stem("María del Mar Soler"), "María del Mar Soler");
        assert_eq!(stem("../../etc/passwd"), "etc-passwd");
        assert_eq!(stem("AC/DC: \"Volt\" | 50 %"), "AC-DC- -Volt- - 50 %");
        assert_eq!(stem(".hidden. . "), "hidden");
        assert_eq!(stem("con"), "_con");
        assert_eq!(stem("LPT1.txt"), "_LPT1.txt");
        assert_eq!(stem("Construcciones SA"), "Construcciones SA");
        assert_eq!(stem("\u{202e}..."), "");
        assert_eq!(stem(&"ñ".repeat(300)).len(), 140);
    }

    #[test]
    fn of_two_with_one_name_the_second_is_told_by_its_account_and_then_by_a_number() {
        let ana = subject("Ana Ruiz", "Arce");
        assert_eq!(free(&ana, |_| false), "Ana Ruiz");
        assert_eq!(free(&ana, |name| name == "ana ruiz"), "Ana Ruiz (Arce)");
        assert_eq!(free(&ana, |name| ["ana ruiz", "ana ruiz (arce)"].contains(&name)), "Ana Ruiz 2");
        assert_eq!(
            free(&subject("Ana Ruiz", ""), |name| ["ana ruiz", "ana ruiz 2"].contains(&name)),
            "Ana Ruiz 3"
        );
        assert_eq!(free(&subject("...", ""), |_| false), "person-7");
    }

    #[test]
    fn a_file_that_the_user_has_called_otherwise_is_known_as_theirs() {
        for ours in ["Ana Ruiz", "Ana Ruiz (Arce)", "Ana Ruiz 12"] {
            assert!(is_given(ours, "Ana Ruiz"), "{ours}");
        }
        for theirs in ["Ana", "Ana Ruiz jefa", "@Ana Ruiz", "Ana Ruiz 2b"] {
            assert!(!is_given(theirs, "Ana Ruiz"), "{theirs}");
        }
    }

    proptest! {
        #[test]
        fn no_name_leaves_the_folder_or_is_refused_by_a_system(name in "\\PC{0,80}|[./\\\\ :~a-c\u{0}\u{202e}-]{0,40}") {
            let stem = free(&subject(&name, &name), |_| false);
            prop_assert!(!stem.is_empty() && stem.len() < 240);
            prop_assert!(stem.chars().all(|c| !FORBIDDEN.contains(c) && !c.is_control()), "{stem:?}");
            prop_assert!(!stem.starts_with('.') && !stem.ends_with(['.', ' ']), "{stem:?}");
            let mut parts = std::path::Path::new(&stem).components();
            prop_assert!(matches!(parts.next(), Some(std::path::Component::Normal(_))));
            prop_assert!(parts.next().is_none());
        }
    }
}
