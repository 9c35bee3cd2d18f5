//! The rows of a page: people, promises, conversations.
use super::page::{Drawing, Widths};
use crate::domain::cadence::Contact;
use crate::domain::choice::{Choice, Side};
use crate::lang::{day, time};
use crate::store::query::account::PromiseRow;
use crate::store::query::log::LogRow;
use crate::store::query::people::PersonRow;
use crate::ui::text::{visible, width};
use crate::ui::{Glyphs, Role, Span};

impl Drawing<'_> {
    /// `D  ++  Kerstin Vogel  Head of purchasing        ● 12 d, every 30`
    pub(super) fn person(
        &self,
        person: &PersonRow,
        glyphs: Glyphs,
        widths: &Widths,
    ) -> (Vec<Span>, Vec<Span>) {
        let words = self.cx.words;
        let letters: String = person.roles.iter().take(3).map(|r| words.get(Glyphs::role_key(*r))).collect();
        let letters = if letters.is_empty() { glyphs.unknown().to_owned() } else { letters };
        let (sign, role) = match person.contact {
            Contact::Fresh => (glyphs.full(), Role::Text),
            Contact::Due => (glyphs.half(), Role::Text),
            Contact::Overdue => (glyphs.hollow(), Role::Bad),
            Contact::Never => (glyphs.unknown(), Role::Bad),
        };
        let last =
            person.last.map_or_else(|| words.get("accounts-never"), |d| day::ago(d, self.cx.today, words));
        let every = words.with("accounts-every", &[("days", &person.cadence.to_string())]);
        let name = crate::ui::text::cut(&visible(&person.name), widths.names);
        let pad = " ".repeat(widths.names.saturating_sub(width(&name)));
        let left = vec![
            Span::text(format!("{letters:<3}  {:<2}  {name}{pad}  ", glyphs.stance(person.stance))),
            Span::muted(person.title.clone()),
        ];
        let right = if person.do_not_contact {
            vec![Span::muted(words.get("accounts-do-not-contact"))]
        } else {
            vec![Span::text(last), Span::muted(every), Span::new(format!("  {sign}"), role)]
        };
        (left, right)
    }

    /// `! → Revised SLA · Kerstin Vogel        3 d late`
    pub(super) fn promise(&self, promise: &PromiseRow, glyphs: Glyphs) -> (Vec<Span>, Vec<Span>) {
        let late = promise.due.is_some_and(|d| d < self.cx.today);
        let (urgent, role) = match (late, promise.side) {
            (true, Side::Ours) => (Span::new("! ", Role::Bad), Role::Bad),
            (true, Side::Theirs) => (Span::text("! "), Role::Text),
            (false, _) => (Span::text("  "), Role::Text),
        };
        let text = promise.text.lines().next().unwrap_or_default();
        let who = [&promise.counterpart, &promise.owner].into_iter().flatten().map(|n| format!(" · {}", n.1));
        let left = vec![
            urgent,
            Span::text(format!("{} ", glyphs.side(promise.side))),
            Span::text(text),
            Span::muted(who.collect::<String>()),
        ];
        let due = promise.due.map(|d| Span::new(day::due(d, self.cx.today, self.cx.words), role));
        (left, due.into_iter().collect())
    }

    pub(super) fn day_of(&self, talk: &LogRow) -> String {
        let day = day::near(talk.day, self.cx.today, self.cx.words);
        match talk.time.filter(|_| talk.planned) {
            Some(at) => format!("{day} {}", time::show_time(at)),
            None => day,
        }
    }

    pub(super) fn channel_of(&self, talk: &LogRow) -> String {
        self.cx.words.get(&format!("choice-channel-{}", talk.channel.name()))
    }

    /// `Wed 11 Nov  call  prices rise in January · Kerstin Vogel`
    pub(super) fn talk(&self, talk: &LogRow, glyphs: Glyphs, widths: &Widths) -> Vec<Span> {
        let kind = self.channel_of(talk);
        let people: Vec<_> = talk.people.iter().map(|p| p.1.as_str()).collect();
        let text = if talk.text.is_empty() { &talk.raw } else { &talk.text };
        let text = text.lines().map(str::trim).find(|l| !l.is_empty()).unwrap_or_default();
        let sign = if talk.planned { format!("{} ", glyphs.or("◇", "#")) } else { String::new() };
        let day = self.day_of(talk);
        let (days, channels) = if talk.planned { (0, 0) } else { (widths.days, widths.channels) };
        let mut spans = vec![
            Span::text(sign),
            Span::muted(format!("{day:<days$}  ")),
            Span::muted(format!("{kind:<channels$}  ")),
            Span::text(text),
        ];
        if !people.is_empty() {
            spans.push(Span::muted(format!(" · {}", people.join(", "))));
        }
        spans
    }
}
