//! vCard 2.1, 3.0 and 4.0: many cards in a file, each a contact.
mod card;
mod contact;
mod line;

use super::draft::{Reading, Refusal};
use super::encoding;
use crate::domain::explain::Explain;
use crate::lang::value::Context;

/// Whether the bytes hold a card.
pub(super) fn is_vcard(text: &str) -> bool {
    text.lines().any(|l| l.trim_start_matches('\u{feff}').trim().eq_ignore_ascii_case("BEGIN:VCARD"))
}

/// Hands over what every card of a file says, in its order.
///
/// # Errors
/// What `each` refuses.
pub(super) fn read<E>(
    bytes: &[u8],
    cx: &Context<'_>,
    mut each: impl FnMut(Reading) -> Result<(), E>,
) -> Result<(), E> {
    let whole;
    // UTF-16 is of one piece; of anything else every line may be written its own way.
    let bytes = if encoding::is_utf_16(bytes) {
        whole = encoding::decode(bytes).text.into_owned().into_bytes();
        &whole
    } else {
        bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
    };
    card::each(bytes, |card| each(contact(&card, cx)))
}

fn contact(card: &card::Card, cx: &Context<'_>) -> Reading {
    let refuse = |key: &str| Err(Refusal::new(card.line, Explain::new(key)));
    match card.state {
        card::State::Whole => {}
        card::State::Cut => {
            let name = card.text.lines().find_map(|l| l.strip_prefix("FN:")).map(super::draft::short);
            return Err(Refusal {
                name: name.unwrap_or_default(),
                ..Refusal::new(card.line, Explain::new("import-vcard-cut"))
            });
        }
        card::State::Headless => return refuse("import-vcard-headless"),
    }
    match calcard::Parser::new(&card.text).entry() {
        calcard::Entry::VCard(parsed) => contact::draft(&parsed, card.line, cx),
        _ => refuse("import-vcard-unreadable"),
    }
}
