//! Whom a person sways and who sways them, on their page: how much, since when, and from which conversation.
use super::page::Page;
use crate::domain::choice::{Channel, Choice, Tie};
use crate::lang::{choice, day};
use crate::lens::Cx;
use crate::store::query::person::PersonPage;
use crate::store::query::person::ties::TieRow;
use crate::ui::text::visible;
use crate::ui::{Glyphs, Role, Span};

/// Draws them, each to be stood on.
pub(super) fn draw(out: &mut Page, page: &PersonPage, g: Glyphs, cx: &Cx<'_>) {
    if page.ties.is_empty() {
        return;
    }
    out.section("network-ties", Some(page.ties.len().to_string()), cx);
    for tie in &page.ties {
        let end = tie.since.map(|since| Span::muted(day::column(since, cx.today, cx.words)));
        out.item(words(tie, g, cx), end);
    }
}

/// `→ Jordi Mas  strong, call`.
fn words(tie: &TieRow, g: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let sign = match (tie.tie, tie.sways) {
        (Tie::Conflict, _) => g.or("×", "x"),
        (Tie::Weak | Tie::Medium | Tie::Strong, true) => g.or("→", ">"),
        (Tie::Weak | Tie::Medium | Tie::Strong, false) => g.or("←", "<"),
    };
    let mut how = choice::show(Tie::SET, tie.tie.name(), cx.words);
    if let Some((_, channel)) = tie.cause {
        how = format!("{how}, {}", choice::show(Channel::SET, channel.name(), cx.words));
    }
    vec![
        Span::new(format!("{sign} "), Role::Accent),
        Span::text(visible(&tie.name)),
        Span::muted(format!("  {}", visible(&how))),
    ]
}

/// What an influence is called: who sways, then who is swayed.
pub(super) fn title(tie: &TieRow, person: &str) -> String {
    if tie.sways { format!("{person} → {}", tie.name) } else { format!("{} → {person}", tie.name) }
}
