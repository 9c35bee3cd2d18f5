//! Every name of the book, for capture, forms, palette and shell.
use std::collections::HashMap;

use chrono::NaiveDate;

use super::{day, texts};
use crate::domain::Id;
use crate::domain::directory::{Directory, Name, Terms};
use crate::domain::kind::Kind;
use crate::store::Store;
use crate::store::fault::Fault;

const SQL: &str = "
SELECT 'account', id, name, aliases, NULL, tier = 'key', ifnull(position, 999), 0 FROM account
UNION ALL SELECT 'unit', id, name, NULL, NULL, 0, account, 0 FROM unit
UNION ALL SELECT 'person', id, name, aliases, emails, 0, 0, do_not_contact FROM person
UNION ALL SELECT 'colleague', id, name, aliases, emails, 0, 0, 0 FROM colleague WHERE left = 0
UNION ALL SELECT 'kpi', id, name, NULL, NULL, 0, account, 0 FROM kpi
UNION ALL SELECT 'opportunity', id, name, NULL, NULL, 0, account, 0 FROM opportunity
UNION ALL SELECT 'competitor', id, name, aliases, NULL, 0, 0, 0 FROM competitor
UNION ALL SELECT 'offering', id, name, NULL, NULL, 0, 0, 0 FROM offering
UNION ALL SELECT 'plan', id, name, NULL, NULL, 0, account, 0 FROM plan
UNION ALL SELECT 'objective', objective.id, objective.name, NULL, NULL, 0, plan.account, 0
    FROM objective JOIN plan ON plan.id = objective.plan
UNION ALL SELECT 'initiative', initiative.id, initiative.name, NULL, NULL, 0, plan.account, 0
    FROM initiative JOIN objective ON objective.id = initiative.objective JOIN plan ON plan.id = objective.plan
UNION ALL SELECT 'milestone', milestone.id, milestone.name, NULL, NULL, 0, plan.account, 0
    FROM milestone JOIN initiative ON initiative.id = milestone.initiative
        JOIN objective ON objective.id = initiative.objective JOIN plan ON plan.id = objective.plan
UNION ALL SELECT 'insight', id, name, NULL, NULL, 0, account, 0 FROM insight
UNION ALL SELECT 'perk', id, name, NULL, NULL, 0, account, 0 FROM perk
UNION ALL SELECT 'decision', id, name, NULL, NULL, 0, account, 0 FROM decision";

impl Store {
    /// Everything that has a name, and what figures are in.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn directory(&self) -> Result<Directory, Fault> {
        let mut places: HashMap<Id, (Vec<Id>, Option<NaiveDate>)> = HashMap::new();
        let mut statement = self.conn.prepare_cached(
            "SELECT person, account, not_before FROM membership WHERE left_on IS NULL ORDER BY id",
        )?;
        for row in statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?, day(r, 2)?)))? {
            let (person, account, until): (Id, Id, _) = row?;
            let place = places.entry(person).or_default();
            place.0.push(account);
            place.1 = place.1.max(until);
        }
        let mut statement = self.conn.prepare_cached(SQL)?;
        let names = statement.query_map([], |r| {
            let kind = Kind::named(&r.get::<_, String>(0)?).unwrap_or(Kind::Person);
            // Column 6: place of an account among the tabs, else the account it belongs to.
            let (id, last): (Id, Option<i64>) = (r.get(1)?, r.get(6)?);
            let place = places.get(&id).filter(|_| kind == Kind::Person);
            let accounts = match kind {
                Kind::Account => vec![id],
                Kind::Unit
                | Kind::Kpi
                | Kind::Opportunity
                | Kind::Plan
                | Kind::Objective
                | Kind::Initiative
                | Kind::Milestone
                | Kind::Insight
                | Kind::Perk
                | Kind::Decision => last.into_iter().collect(),
                _ => place.map(|p| p.0.clone()).unwrap_or_default(),
            };
            Ok(Name {
                kind,
                id,
                name: r.get(2)?,
                aliases: texts(r, 3)?,
                emails: texts(r, 4)?,
                accounts,
                key: r.get::<_, Option<bool>>(5)?.unwrap_or(false),
                position: last.unwrap_or(999),
                asked_not: r.get(7)?,
                not_before: place.and_then(|p| p.1),
            })
        })?;
        let mut directory = Directory::new(names.collect::<Result<_, _>>()?);
        let settings = self.settings()?;
        directory.terms = Terms { currency: settings.currency(), year: settings.company_year() };
        directory.owner = settings.owner;
        Ok(directory)
    }
}
