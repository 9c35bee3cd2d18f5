//! A mail as one link that any mail program opens: `mailto:` (RFC 6068).
use std::fmt::Write as _;

/// A mail before it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mail {
    /// The addresses.
    pub to: Vec<String>,
    /// The subject.
    pub subject: String,
    /// The text.
    pub body: String,
}

impl Mail {
    /// The whole mail as a link.
    pub fn link(&self) -> String {
        link(&self.to, &self.subject, &self.body)
    }

    /// The mail as a link of at most `most` bytes: what does not fit comes back, and `goes_on` stands in its place. The text is cut
    /// between two lines; head and addresses are never cut.
    pub fn within(&self, most: usize, goes_on: &str) -> (String, Option<String>) {
        let whole = self.link();
        if whole.len() <= most {
            return (whole, None);
        }
        let lines: Vec<&str> = self.body.trim_end().split('\n').collect();
        let with = |count: usize| {
            let kept = lines.get(..count).unwrap_or_default().join("\n");
            let body = format!("{}\n\n{goes_on}", kept.trim_end());
            link(&self.to, &self.subject, body.trim_start())
        };
        // Each line more makes it longer.
        let (mut fits, mut too_many) = (0, lines.len());
        while fits + 1 < too_many {
            let middle = fits.midpoint(too_many);
            if with(middle).len() <= most { fits = middle } else { too_many = middle }
        }
        let rest = lines.get(fits..).unwrap_or_default().join("\n");
        (with(fits), Some(rest.trim_start_matches('\n').to_owned()))
    }
}

/// The link of a mail to these addresses.
fn link(to: &[String], subject: &str, body: &str) -> String {
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

    fn body(link: &str) -> String {
        decoded(link.split_once("&body=").unwrap().1).replace("\r\n", "\n")
    }

    #[test]
    fn a_mail_is_one_word_with_its_addresses_subject_and_text() {
        let to = vec!["ana@almazara.es".to_owned(), "o+k@b.de".to_owned()];
        let mail = Mail { to, subject: "Novedades & más".to_owned(), body: "uno\ndos\n".to_owned() };
        assert_eq!(
            mail.link(),
            "mailto:ana@almazara.es,o%2Bk@b.de?subject=Novedades%20%26%20m%C3%A1s&body=uno%0D%0Ados"
        );
        assert_eq!(Mail::default().link(), "mailto:?subject=&body=");
        assert_eq!(mail.within(500, "more"), (mail.link(), None));
    }

    #[test]
    fn a_text_that_is_too_long_is_cut_between_lines_and_says_that_it_goes_on() {
        let body_of = (0..40).map(|n| format!("línea {n}")).collect::<Vec<_>>().join("\n");
        let mail = Mail { to: vec!["a@b.es".to_owned()], subject: "s".to_owned(), body: body_of.clone() };
        let (link, rest) = mail.within(300, "[sigue]");
        let rest = rest.unwrap();
        assert!(link.len() <= 300 && link.len() > 240, "{}", link.len());
        let cut = body(&link);
        assert!(cut.starts_with("línea 0\nlínea 1\n") && cut.ends_with("\n\n[sigue]"), "{cut}");
        assert_eq!(format!("{}\n{rest}", cut.strip_suffix("\n\n[sigue]").unwrap()), body_of);
    }

    proptest! {
        #[test]
        fn whatever_is_written_comes_out_again(subject in any::<String>(), text in "[^\r]*") {
            let link = Mail { to: Vec::new(), subject: subject.clone(), body: text.clone() }.link();
            prop_assert!(link.chars().all(|c| c.is_ascii_graphic()));
            let (head, written) = link.strip_prefix("mailto:?subject=").unwrap().split_once("&body=").unwrap();
            prop_assert_eq!(decoded(head), subject);
            prop_assert_eq!(decoded(written).replace("\r\n", "\n"), text.trim_end());
        }

        #[test]
        fn no_line_is_lost_where_a_text_is_cut(lines in proptest::collection::vec("[a-zñ]{1,30}", 1..60), most in 120_usize..900) {
            let mail = Mail { body: lines.join("\n"), ..Mail::default() };
            let (link, rest) = mail.within(most, "…");
            prop_assert!(link.len() <= most);
            let kept = body(&link);
            let kept: Vec<&str> = kept.split('\n').filter(|line| !line.is_empty() && *line != "…").collect();
            let rest = rest.unwrap_or_default();
            let rest = rest.split('\n').filter(|line| !line.is_empty());
            prop_assert_eq!(kept.into_iter().chain(rest).collect::<Vec<_>>(), lines);
        }
    }
}
