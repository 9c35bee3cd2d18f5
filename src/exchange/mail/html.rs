//! Letters that are only markup, as text: up to where an older letter is quoted.
use mail_parser::decoders::html::html_to_text;

/// Where programs begin to quote the letter that is answered, or sign.
const ENDS: [&str; 14] = [
    "class=\"gmail_quote",
    "class=\"gmail_signature",
    "class=\"gmail_attr",
    "id=\"divrplyfwdmsg\"",
    "id=\"appendonsend\"",
    "id=\"mail-editor-reference-message-container\"",
    "id=\"signature\"",
    "id=\"ms-outlook-mobile-signature\"",
    "class=\"moz-cite-prefix\"",
    "class=\"moz-signature\"",
    "class=\"yahoo_quoted",
    "class=\"protonmail_quote",
    "border-top:solid #e1e1e1",
    "<blockquote",
];

/// Tags after which a new line begins.
const BREAKS: [&str; 12] = [
    "</div",
    "</tr",
    "</li",
    "</h1",
    "</h2",
    "</h3",
    "</h4",
    "</table",
    "</ul",
    "</ol",
    "<hr",
    "</blockquote",
];

/// Markup as text, with a line for each paragraph, cell row and item.
pub(in crate::exchange) fn plain_of_html(html: &str) -> String {
    let mut marked = String::with_capacity(html.len());
    for (n, part) in html.split('<').enumerate() {
        if n > 0 {
            let lower: String = part.chars().take(12).collect::<String>().to_ascii_lowercase();
            let tag = format!("<{lower}");
            let ends = |name: &str| {
                tag.strip_prefix(name).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
            };
            if BREAKS.iter().any(|name| ends(name)) {
                marked.push_str("<br>");
            }
            marked.push('<');
        }
        marked.push_str(part);
    }
    html_to_text(&marked)
}

/// Markup without the letter it answers; all of it where nothing stands before.
pub(super) fn own(html: &str) -> String {
    let lower = html.to_ascii_lowercase();
    let end = ENDS.iter().filter_map(|mark| lower.find(mark)).min();
    let before = end.and_then(|at| {
        // The mark stands inside its tag.
        let tag = lower
            .get(..at)?
            .rfind('<')
            .filter(|open| !lower.get(*open..at).unwrap_or_default().contains('>'));
        html.get(..tag.unwrap_or(at))
    });
    let text = before.map(plain_of_html).unwrap_or_default();
    if text.trim().is_empty() { plain_of_html(html) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_lines() {
        let html = "<html><head><style>p{}</style></head><body><div>Hola,</div><div>el <b>precio</b> es 12&nbsp;&euro;.</div><ul><li>uno</li><li>dos</li></ul></body></html>";
        let text: Vec<_> = plain_of_html(html)
            .lines()
            .map(|l| l.trim().replace('\u{a0}', " "))
            .filter(|l| !l.is_empty())
            .collect();
        assert_eq!(text, ["Hola,", "el precio es 12 €.", "uno", "dos"]);
    }

    #[test]
    fn the_letter_that_is_answered_is_left_out_unless_it_is_all_there_is() {
        let outlook = "<body><p>De acuerdo.</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p>De: Ana</p></div></div><p>viejo</p></body>";
        assert_eq!(own(outlook).trim(), "De acuerdo.");
        let gmail = "<div>Ok</div><div class=\"gmail_quote\"><blockquote>viejo</blockquote></div>";
        assert_eq!(own(gmail).trim(), "Ok");
        assert_eq!(own("<blockquote>reenviado</blockquote>").trim(), "reenviado");
    }
}
