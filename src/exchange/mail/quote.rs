//! What somebody wrote themselves: without the letter they answer, their signature and what their company appends.
use crate::domain::text::fold;

/// How a program introduces the letter that it quotes: how the line begins and how it ends, folded.
const ANSWERS: [(&str, &str); 9] = [
    ("on ", "wrote:"),
    ("el ", "escribio:"),
    ("el ", "va escriure:"),
    ("le ", "a ecrit :"),
    ("le ", "a ecrit:"),
    ("am ", "schrieb:"),
    ("am ", ":"),
    ("em ", "escreveu:"),
    ("il giorno ", "ha scritto:"),
];

/// Lines from which on everything is an older letter, folded.
const OLDER: [&str; 10] = [
    "original message",
    "mensaje original",
    "original appointment",
    "cita original",
    "forwarded message",
    "mensaje reenviado",
    "begin forwarded message",
    "inicio del mensaje reenviado",
    "ursprungliche nachricht",
    "message d'origine",
];

/// Beginnings of the heads of a quoted letter, folded.
const HEADS: [&str; 16] = [
    "from:",
    "de:",
    "von:",
    "sent:",
    "enviado:",
    "enviado el:",
    "gesendet:",
    "fecha:",
    "date:",
    "to:",
    "para:",
    "an:",
    "subject:",
    "asunto:",
    "betreff:",
    "cc:",
];

/// Lines that telephones and companies append, folded; what follows is theirs too.
const APPENDED: [&str; 16] = [
    "sent from my ",
    "enviado desde mi ",
    "enviat des del meu ",
    "von meinem iphone",
    "get outlook for ",
    "obtener outlook para ",
    "descarga outlook para ",
    "este mensaje y sus archivos adjuntos",
    "este mensaje y los ficheros anexos",
    "este correo electronico y",
    "este mensaje va dirigido",
    "aviso legal",
    "this message and any attachments",
    "this e-mail and any attachments",
    "this email and any attachments",
    "confidentiality notice",
];

/// The part of a letter that its writer wrote; where nothing is left of it, all of it without the marks of quoting.
pub(super) fn own(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut kept: Vec<&str> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if ends_here(&lines, at) {
            break;
        }
        if line.trim_start().starts_with('>') {
            // Whoever answers in between goes on below; what introduces the quotation goes with it.
            drop_introduction(&mut kept);
        } else {
            kept.push(line);
        }
    }
    let own = kept.join("\n").trim().to_owned();
    if own.is_empty() {
        let bare = lines.iter().map(|l| l.trim_start_matches(['>', ' ']));
        return bare.collect::<Vec<_>>().join("\n").trim().to_owned();
    }
    own
}

/// Whether what follows is none of the writer's.
fn ends_here(lines: &[&str], at: usize) -> bool {
    let Some(line) = lines.get(at) else { return true };
    let folded = fold(line.trim());
    if *line == "-- " || folded == "--" {
        return true;
    }
    if APPENDED.iter().any(|begin| folded.starts_with(begin)) {
        return true;
    }
    let bare = folded.trim_matches(['-', '_', '*', ' ', ':']);
    if folded.starts_with("--") && OLDER.contains(&bare)
        || folded.starts_with("begin forwarded")
        || folded.starts_with("inicio del mensaje")
    {
        return true;
    }
    // Outlook quotes with nothing but the heads of the letter, at times below a rule.
    let next = |more: usize| lines.get(at + more).map(|l| fold(l.trim())).unwrap_or_default();
    let head = |text: &str| HEADS.iter().any(|h| text.trim_start_matches(['*', ' ']).starts_with(h));
    let ruled = folded.len() > 10 && folded.chars().all(|c| c == '_');
    if ruled && (head(&next(1)) || head(&next(2))) {
        return true;
    }
    let heads = (1..=4).filter(|more| head(&next(*more))).count();
    head(&folded) && heads >= 2
        || introduces(&folded) && !is_answered_between(lines, at)
        || is_introduction_of_two(&folded, &next(1)) && !is_answered_between(lines, at + 1)
}

fn introduces(folded: &str) -> bool {
    let dated = folded.chars().any(|c| c.is_ascii_digit());
    dated
        && ANSWERS
            .iter()
            .any(|(begin, end)| folded.starts_with(begin) && folded.ends_with(end) && folded.len() > 12)
}

/// Long introductions break in two.
fn is_introduction_of_two(folded: &str, next: &str) -> bool {
    !next.is_empty()
        && ANSWERS.iter().any(|(begin, _)| folded.starts_with(begin))
        && introduces(&format!("{folded} {next}"))
}

/// Whether somebody wrote between the quoted lines below an introduction.
fn is_answered_between(lines: &[&str], at: usize) -> bool {
    let rest: Vec<_> = lines.iter().skip(at + 1).map(|l| l.trim()).filter(|l| !l.is_empty()).collect();
    let last_quoted = rest.iter().rposition(|l| l.starts_with('>'));
    let first_own = rest.iter().position(|l| !l.starts_with('>'));
    let begins_quoted = rest.first().is_some_and(|l| l.starts_with('>'));
    begins_quoted && matches!((last_quoted, first_own), (Some(_), Some(own)) if own > 0)
}

/// Takes the introduction of a quotation away again, with the empty lines below it.
fn drop_introduction(kept: &mut Vec<&str>) {
    let written = kept.iter().rposition(|l| !l.trim().is_empty());
    let Some(last) = written else { return };
    let folded = |at: usize| kept.get(at).map(|l| fold(l.trim())).unwrap_or_default();
    if introduces(&folded(last)) {
        kept.truncate(last);
    } else if last > 0 && is_introduction_of_two(&folded(last - 1), &folded(last)) {
        kept.truncate(last - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_that_is_answered_is_cut_in_every_style() {
        for quoted in [
            "El lun, 23 nov 2026 a las 9:00, Ana Ruiz (<ana@x.es>) escribió:\n> viejo\n> más",
            "On Mon, Nov 23, 2026 at 9:00 AM Ana Ruiz <ana@x.es>\nwrote:\n\n> old",
            "-----Mensaje original-----\nDe: Ana\nviejo",
            "________________________________\nDe: Ana Ruiz <ana@x.es>\nEnviado: lunes\nviejo",
            "From: Ana Ruiz\nSent: Monday\nTo: me\nSubject: x\n\nold",
            "---------- Forwarded message ---------\nFrom: Ana\nold",
            "-- \nPau Font\n+34 600",
            "Enviado desde mi iPhone\n",
            "Sent from my Galaxy",
            "Este mensaje y sus archivos adjuntos son confidenciales.",
        ] {
            assert_eq!(own(&format!("De acuerdo.\n\n{quoted}")), "De acuerdo.", "{quoted}");
        }
    }

    #[test]
    fn answers_between_the_lines_are_kept() {
        let text = "El lun, 23 nov 2026, Ana Ruiz escribió:\n> ¿Precio?\n12 €\n> ¿Plazo?\nDos semanas";
        assert_eq!(own(text), "12 €\nDos semanas");
    }

    #[test]
    fn what_only_looks_like_a_quotation_is_kept() {
        for text in ["El precio es de 12 €:\n- uno", "From: now on we talk", "On Monday we met", "a -- b"] {
            assert_eq!(own(text), text);
        }
    }

    #[test]
    fn a_letter_that_is_only_forwarded_is_kept() {
        assert_eq!(own("> a\n> b"), "a\nb");
    }
}
