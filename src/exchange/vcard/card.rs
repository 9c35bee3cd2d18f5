//! A file taken apart into cards, each as plain vCard that needs no more unfolding.
use super::line::Property;

/// How a card stands in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// From its BEGIN to its END.
    Whole,
    /// Without END: the file or the card was cut.
    Cut,
    /// Lines before any BEGIN.
    Headless,
}

/// One card.
#[derive(Debug)]
pub(super) struct Card {
    /// Line of its BEGIN, from 1.
    pub line: usize,
    /// Its properties, one a line.
    pub text: String,
    pub state: State,
}

/// A card while it is read.
#[derive(Default)]
struct Open {
    line: usize,
    text: String,
    property: Option<Property>,
    /// A card inside this one (AGENT) is skipped.
    nested: bool,
}

impl Open {
    fn new(line: usize) -> Self {
        Self { line, text: "BEGIN:VCARD\n".to_owned(), ..Self::default() }
    }

    fn settle(&mut self) {
        if let Some(plain) = self.property.take().and_then(|p| p.plain()) {
            self.text.push_str(&plain);
            self.text.push('\n');
        }
    }

    fn take(&mut self, line: &[u8]) {
        if let Some(property) = &mut self.property {
            let folded = matches!(line.first(), Some(b' ' | b'\t'));
            if property.goes_on() {
                return property.join(line);
            }
            if folded {
                return property.join(line.get(1..).unwrap_or_default());
            }
            if property.base_64 && !line.contains(&b':') {
                return;
            }
        }
        self.settle();
        if !line.is_empty() {
            self.property = Some(Property::new(line));
        }
    }

    fn close(mut self, state: State) -> Card {
        self.settle();
        self.text.push_str("END:VCARD\n");
        Card { line: self.line, text: self.text, state }
    }
}

/// Hands the cards of a file over, in its order. Lines outside any card are told once, at their first.
///
/// # Errors
/// What `each` refuses.
pub(super) fn each<E>(bytes: &[u8], mut each: impl FnMut(Card) -> Result<(), E>) -> Result<(), E> {
    let mut open: Option<Open> = None;
    let mut headless = false;
    for (number, line) in (1..).zip(lines(bytes)) {
        let (begins, ends) = (is(line, "BEGIN:VCARD"), is(line, "END:VCARD"));
        let mut done = None;
        open = match open {
            Some(mut card) if begins && card.property.as_ref().is_some_and(Property::is_agent) => {
                card.nested = true;
                Some(card)
            }
            Some(card) if begins => {
                done = Some(card.close(State::Cut));
                Some(Open::new(number))
            }
            Some(mut card) if ends && card.nested => {
                card.nested = false;
                Some(card)
            }
            Some(card) if ends => {
                done = Some(card.close(State::Whole));
                None
            }
            Some(mut card) => {
                if !card.nested {
                    card.take(line);
                }
                Some(card)
            }
            None if begins => Some(Open::new(number)),
            None => {
                let told = headless || line.trim_ascii().is_empty();
                done = (!told).then(|| Card { line: number, text: String::new(), state: State::Headless });
                None
            }
        };
        if let Some(card) = done {
            headless = card.state == State::Headless;
            each(card)?;
        }
    }
    open.map_or(Ok(()), |card| each(card.close(State::Cut)))
}

fn is(line: &[u8], wanted: &str) -> bool {
    line.trim_ascii().eq_ignore_ascii_case(wanted.as_bytes())
}

/// Lines ended by `\n`, `\r\n`, or in a file without any `\n` by `\r`.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let end = if bytes.contains(&b'\n') { b'\n' } else { b'\r' };
    bytes.split(move |b| *b == end).map(|l| l.strip_suffix(b"\r").unwrap_or(l))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;

    fn cards(bytes: &[u8]) -> Vec<Card> {
        let mut cards = Vec::new();
        let Ok(()) = each(bytes, |card| {
            cards.push(card);
            Ok::<_, Infallible>(())
        });
        cards
    }

    fn states(text: &str) -> Vec<(usize, State)> {
        cards(text.as_bytes()).iter().map(|c| (c.line, c.state)).collect()
    }

    #[test]
    fn a_card_that_is_cut_does_not_take_its_neighbours_along() {
        let text = "FN:lost\nEND:VCARD\nBEGIN:VCARD\nFN:a\nEND:VCARD\n\nbegin:vcard\nFN:b\nBEGIN:VCARD\nFN:c\nEND:VCARD\nBEGIN:VCARD\nFN:d";
        assert_eq!(
            states(text),
            [(1, State::Headless), (3, State::Whole), (7, State::Cut), (9, State::Whole), (12, State::Cut)]
        );
    }

    #[test]
    fn folded_lines_are_joined_even_inside_a_character() {
        let mut bytes = b"BEGIN:VCARD\r\nNOTE:Pe\xc3\r\n \xb1a y\r\n  m\xc3\xa1s\r\n".to_vec();
        bytes.extend(b"FN;ENCODING=QUOTED-PRINTABLE:Nu=C3=B1=\r\nez=20\r\nEND:VCARD\r\n");
        assert_eq!(cards(&bytes)[0].text, "BEGIN:VCARD\nNOTE:Peña y más\nFN:Nuñez \nEND:VCARD\n");
    }

    #[test]
    fn a_photo_and_a_card_inside_a_card_are_left_out() {
        let text = "BEGIN:VCARD\nPHOTO;ENCODING=BASE64;JPEG:\n /9j/4AAQ\n\nAAAA\nAGENT:\nBEGIN:VCARD\nFN:Secretary\nEND:VCARD\nFN:Boss\nEND:VCARD\n";
        assert_eq!(cards(text.as_bytes())[0].text, "BEGIN:VCARD\nFN:Boss\nEND:VCARD\n");
    }
}
