//! The files of `assets/demo` read into records by their field tables.
mod cell;
mod figures;
mod keys;

use chrono::{Datelike, NaiveDate};
use toml::{Table, Value as Toml};

use super::book::Book;
use super::chance::Chance;
use crate::domain::Id;
use crate::domain::choice::{Aspect, Choice};
use crate::domain::day::plus_days;
use crate::domain::explain::Explain;
use crate::domain::fact::Fact;
use crate::domain::field::{Entity, Link, Place};
use crate::domain::interaction::Interaction;
use crate::domain::kind::Kind;
use crate::domain::person::Person;
use crate::domain::value::Value;
use cell::value;
use keys::Keys;

const ACCOUNTS: &str = include_str!("../../../assets/demo/accounts.toml");
const PEOPLE: &str = include_str!("../../../assets/demo/people.toml");
const FACTS: &str = include_str!("../../../assets/demo/facts.csv");
const PROMISES: &str = include_str!("../../../assets/demo/promises.csv");
/// Account of the log (none: that of the people) and its lines.
const LOGS: &[(&str, &str)] = &[
    ("almazara", include_str!("../../../assets/demo/log/almazara.csv")),
    ("nordwind", include_str!("../../../assets/demo/log/nordwind.csv")),
    ("arce", include_str!("../../../assets/demo/log/arce.csv")),
    ("tramuntana", include_str!("../../../assets/demo/log/tramuntana.csv")),
    ("", include_str!("../../../assets/demo/log/others.csv")),
    ("", include_str!("../../../assets/demo/log/unsorted.csv")),
];
const LATER: &str = include_str!("../../../assets/demo/log/later.csv");

/// The demo book of that day.
///
/// # Errors
/// `error-demo` if a file of the demo says something that no field understands.
pub fn book(today: NaiveDate) -> Result<Book, Explain> {
    let mut reader =
        Reader { today, keys: Keys::default(), book: Book::default(), chance: Chance::new(2026) };
    reader.accounts()?;
    reader.people()?;
    reader.log()?;
    reader.later()?;
    reader.names_of_lists()?;
    reader.promises()?;
    reader.facts()?;
    reader.figures()?;
    reader.book.snapshots = super::past::snapshots(&reader.book, today);
    Ok(reader.book)
}

/// A file that cannot be read: only a mistake in the assets, and a test finds it first.
fn broken(found: impl std::fmt::Display) -> Explain {
    Explain::new("error-demo").with("found", found)
}

struct Reader {
    today: NaiveDate,
    keys: Keys,
    book: Book,
    chance: Chance,
}

impl Reader {
    /// A record of those columns; columns that are no fields are for the caller.
    fn record<T: Entity>(&mut self, row: &Table, id: usize, made: NaiveDate) -> Result<T, Explain> {
        let mut record = T::default();
        let head = Entity::head_mut(&mut record);
        head.id = number(id);
        head.uid = self.chance.uid(made);
        for field in T::FIELDS {
            let Some(raw) = row.get(field.spec.name) else { continue };
            // A birthday has its own form; facts are dated by the caller.
            if field.spec.name == "birthday" || field.spec.place == Place::Fact {
                continue;
            }
            (field.set)(&mut record, value(&field.spec, raw, &self.keys, self.today)?)?;
        }
        Ok(record)
    }

    fn founded(&self) -> NaiveDate {
        plus_days(self.today, -540)
    }

    fn accounts(&mut self) -> Result<(), Explain> {
        let file: Table = ACCOUNTS.parse().map_err(broken)?;
        let made = self.founded();
        let settings = file.get("settings").and_then(Toml::as_table).cloned().unwrap_or_default();
        self.book.settings = self.record(&settings, 1, made)?;
        let rows = tables(&file, "account");
        for (row, id) in rows.iter().zip(1..) {
            self.keys.add(Kind::Account, row, id)?;
        }
        for (row, id) in rows.iter().zip(1..) {
            let account = self.record(row, id, made)?;
            self.book.accounts.push(account);
            for (unit, nth) in tables(row, "units").iter().zip(self.book.units.len() + 1..) {
                self.keys.add(Kind::Unit, unit, nth)?;
                let mut unit: crate::domain::unit::Unit = self.record(unit, nth, made)?;
                unit.account = Some(Link(number(id)));
                self.book.units.push(unit);
            }
        }
        for (row, id) in tables(&file, "colleague").iter().zip(1..) {
            self.keys.add(Kind::Colleague, row, id)?;
            let colleague = self.record(row, id, made)?;
            self.book.colleagues.push(colleague);
        }
        Ok(())
    }

    fn people(&mut self) -> Result<(), Explain> {
        let file: Table = PEOPLE.parse().map_err(broken)?;
        let made = self.founded();
        let rows = tables(&file, "person");
        for (row, id) in rows.iter().zip(1..) {
            self.keys.add(Kind::Person, row, id)?;
        }
        for (row, id) in rows.iter().zip(1..) {
            let mut person: Person = self.record(row, id, made)?;
            person.birthday = birthday(row, self.today);
            self.book.people.push(person);
            for at in tables(row, "at") {
                self.membership(&at, number(id))?;
            }
        }
        Ok(())
    }

    fn membership(&mut self, at: &Table, person: Id) -> Result<(), Explain> {
        let made = self.founded();
        let id = self.book.memberships.len() + 1;
        let mut membership: crate::domain::person::Membership = self.record(at, id, made)?;
        membership.person = Some(Link(person));
        let since = membership.since.unwrap_or(made);
        let account = membership.account.map_or(0, |a| a.0);
        self.keys.place(person, account, number(id));
        self.book.memberships.push(membership);
        let roles = at.get("roles").map(cell::list).unwrap_or_default();
        let roles = roles.into_iter().map(|role| (Aspect::Role, role));
        let influence = at.get("influence").and_then(cell::count).map(|n| (Aspect::Influence, n.to_string()));
        for (aspect, value) in roles.chain(influence) {
            let membership = Some(Link(number(id)));
            self.fact(Fact {
                membership,
                aspect: Some(aspect),
                value,
                on_day: Some(since),
                ..Fact::default()
            });
        }
        Ok(())
    }

    fn fact(&mut self, mut fact: Fact) {
        fact.head.id = number(self.book.facts.len() + 1);
        fact.head.uid = self.chance.uid(fact.on_day.unwrap_or(self.today));
        self.book.facts.push(fact);
    }

    fn log(&mut self) -> Result<(), Explain> {
        let mut lines = Vec::new();
        for (account, text) in LOGS {
            for mut row in rows(text)? {
                if !account.is_empty() {
                    row.insert("account".to_owned(), Toml::from(*account));
                }
                let day = row.get("day").and_then(cell::count).unwrap_or(0);
                let time = row.get("time").and_then(Toml::as_str).unwrap_or_default().to_owned();
                lines.push(((day, time), row));
            }
        }
        // Numbers follow the calendar, as in a book that was written day by day.
        lines.sort_by(|a, b| a.0.cmp(&b.0));
        for ((_, row), id) in lines.iter().zip(1..) {
            let interaction = self.interaction(row, id)?;
            self.book.interactions.push(interaction);
        }
        Ok(())
    }

    fn interaction(&mut self, row: &Table, id: usize) -> Result<Interaction, Explain> {
        let made = row.get("day").and_then(cell::count).unwrap_or(0).min(0);
        let mut interaction: Interaction = self.record(row, id, plus_days(self.today, made))?;
        match cell::text(row, "state") {
            "" => {}
            "planned" => interaction.planned = true,
            "sort" => {
                interaction.to_sort = true;
                interaction.raw.clone_from(&interaction.text);
            }
            other => return Err(broken(other)),
        }
        if interaction.account.is_none() {
            let person = interaction.people.first().map(|p| p.0);
            interaction.account = person.and_then(|p| self.keys.first_account(p)).map(Link);
        }
        self.keys.remember(cell::text(row, "key"), number(id), interaction.day);
        Ok(interaction)
    }

    fn later(&mut self) -> Result<(), Explain> {
        for (row, id) in rows(LATER)?.iter().zip(self.book.interactions.len() + 1..) {
            let interaction = self.interaction(row, id)?;
            self.book.later.push(interaction);
        }
        Ok(())
    }

    fn promises(&mut self) -> Result<(), Explain> {
        for (row, id) in rows(PROMISES)?.iter().zip(1..) {
            let due = row.get("due").and_then(cell::count).unwrap_or(0);
            let mut promise: crate::domain::commitment::Commitment =
                self.record(row, id, plus_days(self.today, due.min(0)))?;
            match cell::text(row, "state") {
                "" => {}
                "later" => self.book.later_done.push(number(id)),
                "snoozed" => promise.snoozed_until = promise.due.map(|due| plus_days(due, -5)),
                other => return Err(broken(other)),
            }
            self.book.commitments.push(promise);
        }
        Ok(())
    }

    fn facts(&mut self) -> Result<(), Explain> {
        for row in rows(FACTS)? {
            let person = self.keys.id(Kind::Person, cell::text(&row, "person"))?;
            let account = self.keys.id(Kind::Account, cell::text(&row, "account"))?;
            let mut fact: Fact = self.record(&row, 0, self.today)?;
            fact.membership = self.keys.membership(person, account).map(Link);
            fact.ended = cell::text(&row, "state") == "ended";
            if fact.on_day.is_none() {
                fact.on_day = self.keys.day_of(cell::text(&row, "cause"));
            }
            // Roles and stances are names; a misspelt one would read as unknown.
            if fact.aspect.is_none_or(|a| !known(a, &fact.value)) {
                return Err(broken(&fact.value));
            }
            self.fact(fact);
        }
        Ok(())
    }
}

fn known(aspect: Aspect, value: &str) -> bool {
    match aspect {
        Aspect::Stance => crate::domain::choice::Stance::named(value).is_some(),
        Aspect::Role => crate::domain::choice::BuyingRole::named(value).is_some(),
        Aspect::Influence | Aspect::Interest => value.parse::<i64>().is_ok(),
    }
}

/// `[age, days]`: they reach that age in so many days.
fn birthday(row: &Table, today: NaiveDate) -> Option<NaiveDate> {
    let [age, days] = row.get("birthday")?.as_array()?.as_slice() else { return None };
    let next = plus_days(today, days.as_integer()?);
    let year = next.year() - i32::try_from(age.as_integer()?).ok()?;
    next.with_year(year).or_else(|| plus_days(next, -1).with_year(year))
}

/// The tables of a list.
fn tables(file: &Table, name: &str) -> Vec<Table> {
    let all = file.get(name).and_then(Toml::as_array).cloned().unwrap_or_default();
    all.into_iter().filter_map(|t| if let Toml::Table(t) = t { Some(t) } else { None }).collect()
}

/// The lines of a file of columns parted by semicolons, empty cells left out.
fn rows(text: &str) -> Result<Vec<Table>, Explain> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').flexible(true).quoting(false).from_reader(text.as_bytes());
    let columns = reader.headers().map_err(broken)?.clone();
    let mut all = Vec::new();
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let cells = columns.iter().zip(&record).filter(|(_, cell)| !cell.is_empty());
        all.push(cells.map(|(name, cell)| (name.to_owned(), Toml::from(cell))).collect());
    }
    Ok(all)
}

fn number(n: usize) -> Id {
    Id::try_from(n).unwrap_or(0)
}

/// Whether a value says nothing although its cell does.
fn lost(value: &Value, raw: &Toml) -> bool {
    value.is_empty() && !cell::list(raw).is_empty()
}
