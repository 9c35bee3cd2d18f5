//! What stands in the margins of a printed page.
use std::fmt::Write as _;

use crate::report::paper::Paper;
use crate::report::plain::one_line;

/// Title and subtitle above, but not on the first page, which has them in large; below who may read it and the number of the page.
pub fn margins(paper: &Paper) -> String {
    let head: Vec<String> =
        [&paper.title, &paper.subtitle].iter().filter(|s| !s.is_empty()).map(|s| one_line(s)).collect();
    let said = "font: 8pt system-ui, -apple-system, \"Segoe UI\", Roboto, \"Liberation Sans\", Arial, sans-serif; color: #59636e;";
    let size = if paper.one_page { "@page { margin: 12mm 14mm 14mm; }\n" } else { "" };
    format!(
        "{size}@page {{ @top-left {{ content: {}; {said} }} @bottom-left {{ content: {}; {said} }} \
         @bottom-right {{ content: counter(page) \" / \" counter(pages); {said} }} }}\n\
         @page :first {{ @top-left {{ content: none; }} }}",
        quoted(&head.join(" · "), 90),
        quoted(&one_line(&paper.foot), 110),
    )
}

/// At most so many characters of a text as a CSS string: everything but plain letters and digits as its code point, so that
/// nothing that somebody wrote ends the string or the style sheet.
fn quoted(text: &str, most: usize) -> String {
    let mut out = String::from("\"");
    let long = text.chars().count() > most;
    let kept = text.chars().take(if long { most.saturating_sub(1) } else { most });
    for sign in kept.chain(long.then_some('…')) {
        if sign.is_ascii_alphanumeric() {
            out.push(sign);
        } else {
            let _ = write!(out, "\\{:06x}", u32::from(sign));
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_title_ends_the_style_sheet() {
        assert_eq!(quoted("Año 1", 9), "\"A\\0000f1o\\0000201\"");
        let hostile = quoted("\"; } </style><script>\\", 40);
        let inside = hostile.strip_prefix('"').and_then(|h| h.strip_suffix('"')).unwrap();
        let harmless = |c: char| c.is_ascii_alphanumeric() || c == '\\';
        assert!(inside.chars().all(harmless), "{hostile}");
        assert_eq!(quoted("abcdef", 4), "\"abc\\002026\"");
    }
}
