//! vCard 2.1, 3.0 and 4.0: many cards in a file, each a contact.
mod card;
mod contact;
mod line;

use std::io;

use super::draft::{Reading, Refusal};
use super::lines::Lines;
use crate::domain::explain::Explain;
use crate::lang::value::Context;

/// Whether the bytes hold a card.
pub(super) fn is_vcard(text: &str) -> bool {
    text.lines().any(|l| l.trim_start_matches('\u{feff}').trim().eq_ignore_ascii_case("BEGIN:VCARD"))
}

/// The longest line that is kept, in bytes: longer ones are pictures.
pub(super) const LONGEST_LINE: usize = 256 * 1024;

/// Hands over what every card of a file says, in its order.
///
/// # Errors
/// The inner error is what the system says of the file, the outer one what `each` refuses.
pub(super) fn read<E>(
    lines: Lines<'_>,
    cx: &Context<'_>,
    mut each: impl FnMut(Reading) -> Result<(), E>,
) -> Result<io::Result<()>, E> {
    card::each(lines, |card| each(contact(&card, cx)))
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
