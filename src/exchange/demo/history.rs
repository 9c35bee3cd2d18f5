//! Ten years of work around the demo: more clients, more people, and as many conversations as asked for.
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

use super::book::Book;
use super::chance::Chance;
use super::vocabulary::Vocabulary;
use crate::domain::Id;
use crate::domain::account::Account;
use crate::domain::choice::{Aspect, BuyingRole, Channel, Choice, Direction, Sentiment, Side, Stance, Tier};
use crate::domain::commitment::Commitment;
use crate::domain::day::plus_days;
use crate::domain::explain::Explain;
use crate::domain::fact::Fact;
use crate::domain::field::{Head, Link};
use crate::domain::interaction::Interaction;
use crate::domain::person::{Membership, Person};
use crate::store::Tx;
use crate::store::fault::Fault;

/// Days of ten years.
const DAYS: i64 = 3652;
/// Older than everything the demo tells: from here on its own people have a past, too.
const BEFORE_THE_DEMO: i64 = 545;
/// People of a book of [`FULL`] interactions or more.
const PEOPLE: usize = 400;
/// From this many interactions on the book has all its people.
const FULL: usize = 2000;

/// Somebody to talk to: person, account, whether English is spoken.
#[derive(Debug, Clone, Copy)]
struct Partner {
    person: Id,
    account: Id,
    english: bool,
}

/// What is still to be written: it is made while it is written, so that a large book needs no memory.
#[derive(Debug)]
pub struct History {
    words: Vocabulary,
    chance: Chance,
    today: NaiveDate,
    /// Those of the demo.
    old: Vec<Partner>,
    /// Those added here, the ones spoken to most first.
    new: Vec<Partner>,
    colleagues: usize,
    first_interaction: Id,
    first_commitment: Id,
    interactions: usize,
    commitments: usize,
}

impl History {
    /// Adds clients and people to the book; the conversations follow in [`History::write`].
    ///
    /// # Errors
    /// `error-demo` if the word lists are not what they should be.
    pub fn new(book: &mut Book, interactions: usize, today: NaiveDate) -> Result<Self, Explain> {
        let old = partners(book, 0);
        let mut history = Self {
            words: Vocabulary::read()?,
            chance: Chance::new(10_000),
            today,
            old,
            new: Vec::new(),
            colleagues: book.colleagues.len(),
            first_interaction: number(book.size() + 1),
            first_commitment: number(book.commitments.len() + 1),
            interactions: interactions - book.size(),
            commitments: (interactions / 10).saturating_sub(book.commitments.len()),
        };
        let known = book.people.len();
        let more = PEOPLE.saturating_sub(known);
        let more = more * interactions.min(FULL) / FULL;
        history.add_accounts(book, more / 12);
        for _ in 0..if interactions >= FULL { PEOPLE - known } else { more } {
            history.add_person(book);
        }
        history.new = partners(book, known);
        if history.new.is_empty() {
            history.new.clone_from(&history.old);
        }
        Ok(history)
    }

    fn add_accounts(&mut self, book: &mut Book, count: usize) {
        let names: Vec<_> = self.words.companies.iter().take(count).cloned().collect();
        for name in names {
            let made = plus_days(self.today, -DAYS);
            book.accounts.push(Account {
                head: self.head(book.accounts.len() + 1, made),
                name,
                tier: Some(Tier::Standard),
                sector: self.chance.pick(&self.words.sectors).cloned().unwrap_or_default(),
                site: self.chance.any(&self.words.sites).cloned().unwrap_or_default(),
                size: Some(self.chance.between(1, 3)),
                potential: Some(self.chance.between(1, 4)),
                ..Account::default()
            });
        }
    }

    /// Three in ten work at a key account.
    fn add_person(&mut self, book: &mut Book) {
        let made = plus_days(self.today, -self.chance.between(600, DAYS));
        let key = self.chance.percent(30);
        let choice: Vec<_> =
            book.accounts.iter().filter(|a| (a.tier == Some(Tier::Key)) == key).map(|a| a.head.id).collect();
        let account = self.chance.any(&choice).copied().unwrap_or(1);
        let first = self.chance.any(&self.words.first_names).cloned().unwrap_or_default();
        let last = self.chance.any(&self.words.surnames).cloned().unwrap_or_default();
        let id = book.people.len() + 1;
        let mail = crate::domain::text::fold(&format!("{first}.{last}{id}@example.org"));
        let birthday = plus_days(self.today, -self.chance.between(25 * 365, 62 * 365));
        let english = english(account);
        let titles = if english { &self.words.titles_en } else { &self.words.titles_es };
        let title = self.chance.pick(titles).cloned().unwrap_or_default();
        let head = self.head(id, made);
        let colleague = book.memberships.iter().rev().find(|m| m.account == Some(Link(account)));
        let reports_to = colleague.and_then(|m| m.person).filter(|_| self.chance.percent(60));
        book.people.push(Person {
            head,
            name: format!("{first} {last}"),
            emails: vec![mail],
            phones: vec![format!("+34 555 {:03} {:03}", 100 + id / 1000, id % 1000)],
            language: if english { "en" } else { "es" }.to_owned(),
            birthday: self.chance.percent(35).then_some(birthday),
            ..Person::default()
        });
        let membership = book.memberships.len() + 1;
        book.memberships.push(Membership {
            head: self.head(membership, made),
            person: Some(Link(number(id))),
            account: Some(Link(account)),
            title,
            reports_to,
            since: Some(made),
            left_on: self.chance.percent(6).then(|| plus_days(self.today, -self.chance.between(30, 500))),
            ..Membership::default()
        });
        self.add_facts(book, number(membership), made);
    }

    /// A role, and a stance that changed now and then.
    fn add_facts(&mut self, book: &mut Book, membership: Id, since: NaiveDate) {
        const ROLES: [BuyingRole; 6] = [
            BuyingRole::User,
            BuyingRole::Influencer,
            BuyingRole::Buyer,
            BuyingRole::Gatekeeper,
            BuyingRole::Initiator,
            BuyingRole::Decider,
        ];
        const STANCES: [Stance; 4] = [Stance::Neutral, Stance::Supporter, Stance::Sceptic, Stance::Champion];
        let role = self.chance.pick(&ROLES).map_or("user", |r| r.name());
        let mut learned = vec![(Aspect::Role, role.to_owned(), since)];
        for _ in 0..self.chance.below(3) {
            let stance = self.chance.pick(&STANCES).map_or("neutral", |s| s.name());
            let day = plus_days(self.today, -self.chance.between(20, 600));
            learned.push((Aspect::Stance, stance.to_owned(), day));
        }
        for (aspect, value, day) in learned {
            book.facts.push(Fact {
                head: self.head(book.facts.len() + 1, day),
                membership: Some(Link(membership)),
                aspect: Some(aspect),
                value,
                on_day: Some(day),
                ..Fact::default()
            });
        }
    }

    fn head(&mut self, id: usize, made: NaiveDate) -> Head {
        Head { id: number(id), uid: self.chance.uid(made), ..Head::default() }
    }

    /// Writes the conversations, oldest first, each with the promise made in it.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn write(mut self, tx: &Tx<'_>) -> Result<(), Fault> {
        let (all, promised) = (number(self.interactions), number(self.commitments));
        let mut made = 0;
        for nth in 0..all {
            let mut interaction = self.interaction(nth, all);
            // Promises are spread evenly: so many of the first n conversations made one.
            while made < promised * (nth + 1) / all {
                let mut commitment = self.commitment(made, &interaction);
                tx.insert(&mut commitment)?;
                made += 1;
            }
            tx.insert(&mut interaction)?;
        }
        Ok(())
    }

    fn interaction(&mut self, nth: Id, all: Id) -> Interaction {
        let ago = (DAYS - DAYS * nth / all.max(1)).clamp(1, DAYS);
        let day = weekday(plus_days(self.today, -ago));
        let known = ago > BEFORE_THE_DEMO && self.chance.percent(20);
        let partners = if known { &self.old } else { &self.new };
        let nobody = Partner { person: 1, account: 1, english: false };
        let partner = self.chance.pick(partners).copied().unwrap_or(nobody);
        let mut people = vec![Link(partner.person)];
        if self.chance.percent(12) {
            let others: Vec<_> = partners.iter().filter(|p| p.account == partner.account).collect();
            people.extend(self.chance.any(&others).map(|p| Link(p.person)).filter(|p| !people.contains(p)));
        }
        let (channel, direction, minutes) = self.kind();
        let colleague = self.chance.percent(30).then(|| Link(number(1 + self.chance.below(self.colleagues))));
        let id = self.first_interaction + nth;
        Interaction {
            head: Head { id, uid: self.chance.uid(day), ..Head::default() },
            channel: Some(channel),
            direction,
            day: Some(day),
            time: self.time(),
            minutes,
            account: Some(Link(partner.account)),
            people,
            colleagues: colleague.into_iter().collect(),
            text: self.words.text(partner.english, &mut self.chance),
            tags: self.tags(),
            sentiment: self.sentiment(),
            ..Interaction::default()
        }
    }

    fn kind(&mut self) -> (Channel, Option<Direction>, Option<i64>) {
        const CHANNELS: [Channel; 8] = [
            Channel::Email,
            Channel::Call,
            Channel::Meeting,
            Channel::Visit,
            Channel::Video,
            Channel::Message,
            Channel::Note,
            Channel::Event,
        ];
        const DIRECTIONS: [Direction; 3] = [Direction::Out, Direction::In, Direction::Both];
        let channel = self.chance.pick(&CHANNELS).copied().unwrap_or(Channel::Call);
        let direction = self.chance.pick(&DIRECTIONS).copied();
        match channel {
            Channel::Email | Channel::Message => (channel, direction, None),
            Channel::Call => (channel, direction, Some(5 * self.chance.between(1, 9))),
            Channel::Note => (channel, None, None),
            Channel::Meeting | Channel::Visit | Channel::Video | Channel::Event => {
                (channel, None, Some(15 * self.chance.between(2, 12)))
            }
        }
    }

    /// Working hours in steps of five minutes; a third has no time.
    fn time(&mut self) -> Option<NaiveTime> {
        let minutes = 5 * self.chance.between(96, 220);
        let seconds = u32::try_from(minutes * 60).unwrap_or(0);
        NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).filter(|_| self.chance.percent(66))
    }

    fn tags(&mut self) -> Vec<String> {
        let count = self.chance.skewed(4);
        let mut tags: Vec<_> =
            (0..count).filter_map(|_| self.chance.pick(&self.words.tags).cloned()).collect();
        tags.sort();
        tags.dedup();
        tags
    }

    fn sentiment(&mut self) -> Option<Sentiment> {
        const FELT: [Sentiment; 3] = [Sentiment::Good, Sentiment::Bad, Sentiment::Neutral];
        self.chance.percent(30).then(|| self.chance.pick(&FELT).copied()).flatten()
    }

    /// A promise of long ago: it was kept, four times in five on its day or before.
    fn commitment(&mut self, nth: Id, made_in: &Interaction) -> Commitment {
        let day = made_in.day.unwrap_or(self.today);
        let due = weekday(plus_days(day, self.chance.between(1, 21)));
        let late =
            if self.chance.percent(20) { self.chance.between(1, 12) } else { -self.chance.between(0, 2) };
        let partner = made_in.people.first().copied();
        let side = if self.chance.percent(62) { Side::Ours } else { Side::Theirs };
        let yesterday = plus_days(self.today, -1);
        let english = english(made_in.account.map_or(0, |a| a.0));
        Commitment {
            initiative: None,
            head: Head { id: self.first_commitment + nth, uid: self.chance.uid(day), ..Head::default() },
            side: Some(side),
            text: self.words.promise(english, &mut self.chance),
            account: made_in.account,
            owner: made_in.colleagues.first().copied().filter(|_| side == Side::Ours),
            counterpart: partner,
            due: Some(due),
            done_on: Some(plus_days(due, late).clamp(day.min(yesterday), yesterday)),
            snoozed_until: None,
            interaction: Some(Link(made_in.head.id)),
        }
    }
}

/// Those of the book after the first `known`, who are still there and may be contacted.
fn partners(book: &Book, known: usize) -> Vec<Partner> {
    let asked_not: Vec<Id> = book.people.iter().filter(|p| p.do_not_contact).map(|p| p.head.id).collect();
    let places = book.memberships.iter().filter(|m| m.left_on.is_none());
    let all = places.filter_map(|m| Some((m.person?.0, m.account?.0)));
    all.filter(|(person, _)| *person > number(known) && !asked_not.contains(person))
        .map(|(person, account)| Partner { person, account, english: english(account) })
        .collect()
}

/// In which language one speaks with an account: of the demo those that do, of the others one in three.
const fn english(account: Id) -> bool {
    matches!(account, 2 | 11 | 12) || (account > 12 && account % 3 == 0)
}

/// Nobody works at the weekend: the Friday before.
fn weekday(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => plus_days(day, -1),
        Weekday::Sun => plus_days(day, -2),
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => day,
    }
}

fn number(n: usize) -> Id {
    Id::try_from(n).unwrap_or(0)
}
