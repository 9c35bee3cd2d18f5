//! A mail as one link that any mail program opens: `mailto:` (RFC 6068).
use std::fmt::Write as _;

/// The link of a mail to these addresses.
pub fn link(to: &[String], subject: &str, body: &str) -> String {
    let to: Vec<String> = to.iter().map(|address| encoded(address, "@.-_")).collect();
    let body = body.trim_end().replace('\n', "\r\n");
    format!("mailto:{}?subject={}&body={}", to.join(","), encoded(subject, ""), encoded(&body, ""))
}

/// Text in which everything but letters, digits and a few harmless signs is written as its bytes.
fn encoded(text: &str, kept: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) || kept.as_bytes().contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decoded(text: &str) -> String {
        let mut bytes = Vec::new();
        let mut rest = text.bytes();
        while let Some(byte) = rest.next() {
            if byte == b'%' {
                let hex: Vec<u8> = rest.by_ref().take(2).collect();
                bytes.push(u8::from_str_radix(std::str::from_utf8(&hex).unwrap(), 16).unwrap());
            } else {
                bytes.push(byte);
            }
        }
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_mail_is_one_word_with_its_addresses_subject_and_text() {
        let to = ["ana@almazara.es".to_owned(), "o+k@b.de".to_owned()];
        assert_eq!(
            link(&to, "Novedades & más", "uno\ndos\n"),
            "mailto:ana@almazara.es,o%2Bk@b.de?subject=Novedades%20%26%20m%C3%A1s&body=uno%0D%0Ados"
        );
        assert_eq!(link(&[], "", ""), "mailto:?subject=&body=");
    }

    proptest! {
        #[test]
        fn whatever_is_written_comes_out_again(subject in any::<String>(), body in "[^\r]*") {
            let link = link(&[], &subject, &body);
            prop_assert!(link.chars().all(|c| c.is_ascii_graphic()));
            let (head, text) = link.strip_prefix("mailto:?subject=").unwrap().split_once("&body=").unwrap();
            prop_assert_eq!(decoded(head), subject);
            prop_assert_eq!(decoded(text).replace("\r\n", "\n"), body.trim_end());
        }
    }
}
