//! What the lens offers to choose from: whom to show, and what to do with everybody who is marked.
use std::collections::BTreeSet;

use super::filter::{Filter, stances, tags};
use super::selection::{Who, who};
use super::state::People;
use super::title::heads;
use crate::command::{Asked, Effect, Offered, OfferedRow, Rows};
use crate::domain::choice::BuyingRole;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::value::{FieldKind, Value};
use crate::lang::number;
use crate::lens::Cx;
use crate::lens::offer::{Offering, further, narrower};
use crate::store::act::{Act, Setting};
use crate::store::query::people::PersonRow;

/// What a row that was offered stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pick {
    /// Shows these only.
    Filter(Filter),
    /// Asks for a value for all who are marked.
    Ask(Wish),
    /// Sets it for all who are marked.
    Set(Setting),
    /// Asks whom everybody marked reports to.
    Boss,
    /// Everybody who is marked was contacted today.
    Contacted,
    /// Writes everybody who is marked to a file.
    Write,
    /// Removes everybody who is marked.
    Delete,
}

/// A value that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// Days between contacts.
    Cadence,
    /// A tag more.
    Tag,
    /// The language they like to be spoken to in.
    Language,
    /// Until when they are on holiday.
    NotBefore,
}

impl People {
    /// The menu of whom to show: only what leaves somebody, with how many, and what is in force.
    pub(super) fn offer_filters(&mut self, cx: &Cx<'_>) -> Effect {
        let mut offering = Offering::default();
        let chosen = &self.chosen;
        let mut row = |filter: Filter| {
            let (count, on) = (heads(filter.taken(chosen, cx.today)), filter == chosen.filter);
            let shown = number::show(cx.words.lang(), i64::try_from(count).unwrap_or(i64::MAX));
            let text = format!("{}  {shown}", filter.words(cx));
            (count > 0 || on).then(|| offering.row(text, on, Pick::Filter(filter)))
        };
        let mut rows: Vec<OfferedRow> = Filter::SINGLE.into_iter().filter_map(&mut row).collect();
        let roles = BuyingRole::ALL.iter().map(|role| Filter::Role(*role)).filter_map(&mut row).collect();
        let favour = [Filter::Favourable, Filter::Against].into_iter();
        let stances = stances().map(Filter::Stance).chain(favour).filter_map(&mut row).collect();
        let tags = tags(chosen.all.iter()).into_iter().map(Filter::Tag).filter_map(&mut row).collect();
        let words = |key| cx.words.get(key);
        rows.extend(narrower(words("people-filter-role"), roles));
        rows.extend(narrower(words("people-filter-stance"), stances));
        rows.extend(narrower(words("people-filter-tag"), tags));
        self.offered = offering.picks();
        Effect::Choose(Offered { title: words("people-filter"), rows })
    }

    /// The menu of what is done with everybody who is marked.
    pub(super) fn offer_bulk(&mut self, cx: &Cx<'_>) -> Effect {
        let mut offering = Offering::default();
        let marked = self.chosen.of_marked();
        let words = |key| cx.words.get(key);
        let mut row = |key, pick| offering.row(words(key), false, pick);
        let asked = marked.iter().any(|row| row.do_not_contact);
        let may = marked.iter().any(|row| !row.do_not_contact);
        let mut rows = vec![
            row("people-bulk-cadence", Pick::Ask(Wish::Cadence)),
            row("people-bulk-not-before", Pick::Ask(Wish::NotBefore)),
            row("people-bulk-tag", Pick::Ask(Wish::Tag)),
            row("people-bulk-language", Pick::Ask(Wish::Language)),
            row("people-bulk-contacted", Pick::Contacted),
        ];
        if self.chosen.places_to_lead().is_some() {
            rows.push(row("org-boss-bulk", Pick::Boss));
        }
        if may {
            rows.push(row("people-bulk-asked-not", Pick::Set(Setting::DoNotContact(true))));
        }
        if asked {
            rows.push(row("people-bulk-may-again", Pick::Set(Setting::DoNotContact(false))));
        }
        rows.push(row("people-bulk-export", Pick::Write));
        rows.push(row("people-bulk-delete", Pick::Delete));
        let untag = |tag: String| offering.row(format!("+{tag}"), false, Pick::Set(Setting::Untag(tag)));
        let tags = tags(marked.iter().copied()).into_iter().map(untag).collect();
        rows.extend(further(words("people-bulk-untag"), tags));
        let title = cx.words.with("people-bulk", &[("count", &heads(marked.iter().copied()).to_string())]);
        self.offered = offering.picks();
        Effect::Choose(Offered { title, rows })
    }

    /// The user chose one of the rows offered last.
    pub(super) fn take_pick(&mut self, number: usize, cx: &Cx<'_>) -> Vec<Effect> {
        match self.offered.get(number).cloned() {
            Some(Pick::Filter(filter)) => {
                self.chosen.filter_by(filter, cx);
                Vec::new()
            }
            Some(Pick::Ask(wish)) => vec![self.ask_for(wish)],
            Some(Pick::Set(setting)) => vec![self.set_marked(setting)],
            Some(Pick::Boss) => self.ask_whom(),
            Some(Pick::Contacted) => self.contacted(cx),
            Some(Pick::Write) => vec![Effect::Write(self.to_export())],
            Some(Pick::Delete) => vec![self.delete_marked()],
            None => Vec::new(),
        }
    }

    /// Asks for a value in one line.
    pub(super) fn ask_for(&mut self, wish: Wish) -> Effect {
        self.wish = Some(wish);
        let count = self.marked().iter().map(|one| one.0).collect::<BTreeSet<_>>().len();
        let title = |key: &str| Explain::new(key).with("count", count);
        let cadence = Kind::Membership.specs().into_iter().find(|s| s.name == "cadence");
        let asked = |key: &str, kind, empty: Option<&str>| Asked {
            title: title(key),
            help: Explain::new(format!("{key}-help")),
            kind,
            proposed: String::new(),
            empty: empty.map(Explain::new),
        };
        Effect::Ask(match wish {
            Wish::Cadence => asked(
                "people-ask-cadence",
                cadence.map_or(FieldKind::Count(1, 999), |s| s.kind),
                Some("people-ask-cadence-empty"),
            ),
            Wish::NotBefore => {
                asked("people-ask-not-before", FieldKind::Day, Some("people-ask-not-before-empty"))
            }
            Wish::Tag => asked("people-ask-tag", FieldKind::Tags, None),
            Wish::Language => {
                asked("people-ask-language", FieldKind::Text, Some("people-ask-language-empty"))
            }
        })
    }

    /// What follows from the value that was typed.
    pub(super) fn take_answer(&mut self, value: Value) -> Vec<Effect> {
        let setting = match (self.wish.take(), value) {
            (Some(Wish::Cadence), Value::Number(days)) => Setting::Cadence(Some(days)),
            (Some(Wish::Cadence), _) => Setting::Cadence(None),
            (Some(Wish::NotBefore), Value::Day(day)) => Setting::NotBefore(Some(day)),
            (Some(Wish::NotBefore), _) => Setting::NotBefore(None),
            (Some(Wish::Language), Value::Text(language)) => Setting::Language(language),
            (Some(Wish::Language), _) => Setting::Language(String::new()),
            (Some(Wish::Tag), Value::Texts(tags)) => Setting::Tag(tags),
            (Some(Wish::Tag) | None, _) => return Vec::new(),
        };
        vec![self.set_marked(setting)]
    }

    fn set_marked(&mut self, setting: Setting) -> Effect {
        // The cursor stays where it is, whoever is touched first.
        self.settling = true;
        Effect::Act(Act::SetAll(self.marked(), setting))
    }

    fn marked(&self) -> Vec<Who> {
        self.chosen.of_marked().into_iter().map(who).collect()
    }

    /// Everybody who is marked; if nobody is, everybody who is shown.
    pub(super) fn to_export(&self) -> Rows {
        let marked = self.marked();
        let people = if marked.is_empty() { self.chosen.rows.iter().map(who).collect() } else { marked };
        Rows::People(people)
    }

    /// Removes everybody who is marked, at all their accounts.
    pub(super) fn delete_marked(&self) -> Effect {
        let people: BTreeSet<_> = self.chosen.marked.iter().map(|m| m.0).collect();
        Effect::Act(Act::Delete(Kind::Person, people.into_iter().collect()))
    }

    /// Everybody marked was contacted today; if nobody is, the person under the cursor, and the next one comes under it.
    pub(super) fn contacted(&mut self, _cx: &Cx<'_>) -> Vec<Effect> {
        let place = |row: &PersonRow| (row.person, row.account);
        if self.chosen.marked.is_empty() {
            let one = self.chosen.current().map(place);
            self.chosen.pass();
            return one
                .map(|(person, account)| Effect::Act(Act::Contacted(person, account)))
                .into_iter()
                .collect();
        }
        let people = self.chosen.of_marked().into_iter().map(place).collect();
        self.chosen.marked.clear();
        vec![Effect::Act(Act::ContactedAll(people))]
    }
}
