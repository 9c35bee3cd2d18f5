//! A file taken apart into cards, each as plain vCard that needs no more unfolding.
use std::io;

use super::line::Property;
use crate::exchange::lines::Lines;

/// The most bytes of one card that are kept.
const LARGEST: usize = 1024 * 1024;

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
        let room = LARGEST.saturating_sub(self.text.len());
        if let Some(plain) = self.property.take().and_then(|p| p.plain()).filter(|plain| plain.len() < room) {
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
/// The inner error is what the system says of the file, the outer one what `each` refuses.
pub(super) fn each<E>(
    mut lines: Lines<'_>,
    mut each: impl FnMut(Card) -> Result<(), E>,
) -> Result<io::Result<()>, E> {
    let (mut open, mut headless, mut line): (Option<Open>, _, _) = (None, false, Vec::new());
    loop {
        match lines.next(&mut line) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => return Ok(Err(error)),
        }
        let (now, done) = next(open, lines.number, &line, headless);
        open = now;
        if let Some(card) = done {
            headless = card.state == State::Headless;
            each(card)?;
        }
    }
    open.map_or(Ok(()), |card| each(card.close(State::Cut))).map(Ok)
}

/// The card that is open after a line, and the one that ends with it.
fn next(open: Option<Open>, number: usize, line: &[u8], headless: bool) -> (Option<Open>, Option<Card>) {
    let (begins, ends) = (is(line, "BEGIN:VCARD"), is(line, "END:VCARD"));
    match open {
        Some(mut card) if begins && card.property.as_ref().is_some_and(Property::is_agent) => {
            card.nested = true;
            (Some(card), None)
        }
        Some(card) if begins => (Some(Open::new(number)), Some(card.close(State::Cut))),
        Some(mut card) if ends && card.nested => {
            card.nested = false;
            (Some(card), None)
        }
        Some(card) if ends => (None, Some(card.close(State::Whole))),
        Some(mut card) => {
            if !card.nested {
                card.take(line);
            }
            (Some(card), None)
        }
        None if begins => (Some(Open::new(number)), None),
        None => {
            let told = headless || line.trim_ascii().is_empty();
            let card = || Card { line: number, text: String::new(), state: State::Headless };
            (None, (!told).then(card))
        }
    }
}

fn is(line: &[u8], wanted: &str) -> bool {
    line.trim_ascii().eq_ignore_ascii_case(wanted.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;

    fn cards(bytes: &[u8]) -> Vec<Card> {
        let mut cards = Vec::new();
        let Ok(told) = each(Lines::new(bytes, 1000), |card| {
            cards.push(card);
            Ok::<_, Infallible>(())
        });
        told.unwrap();
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

    #[test]
    fn an_endless_property_of_a_card_costs_no_memory() {
        let text = format!(
            "BEGIN:VCARD\nPHOTO;ENCODING=b:x\n{}FN:a\nNOTE:x\n{}",
            " AAAA\n".repeat(400_000),
            " b\n".repeat(9)
        );
        let short = cards(format!("{text}END:VCARD\n").as_bytes());
        assert_eq!(short[0].text, "BEGIN:VCARD\nFN:a\nNOTE:xbbbbbbbbb\nEND:VCARD\n");
        let endless = format!("BEGIN:VCARD\nNOTE:x\n{}FN:a\nEND:VCARD\n", " bbbbbbb\n".repeat(200_000));
        assert_eq!(cards(endless.as_bytes())[0].text, "BEGIN:VCARD\nFN:a\nEND:VCARD\n");
    }
}
