//! Accounts that files tell of: found, made, completed, and by a list of clients brought up to date.
use super::{Import, Stop};
use crate::domain::Id;
use crate::domain::account::Account;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::merge::{fill, renew};
use crate::exchange::choices::Choice;
use crate::exchange::draft::{Draft, company_unknown, short};
use crate::exchange::names::{Hit, other_names};
use crate::exchange::plan::{Action, Offers, Row};
use crate::store::fault::Fault;

/// What a list of clients says of the year, and the next one says anew.
const YEARLY: [&str; 3] = ["revenue", "margin", "growth"];

impl Import<'_> {
    /// The account that a draft means: the one that was chosen, else that of its name.
    pub(super) fn find_account(&mut self, draft: &Draft) -> Result<Option<Id>, Stop> {
        let (name, company) = (&draft.account.name, &draft.company);
        let known = self.of_uid(Kind::Account, &draft.account.head.uid)?;
        if name.is_empty() {
            // Without a name there is nothing to make an account of.
            let unknown = known.is_none() && !company.id.is_empty();
            return if unknown { Err(Stop::Refused(company_unknown(company))) } else { Ok(known) };
        }
        match self.chosen(draft.line, Kind::Account) {
            Some(Choice::MergeInto(id)) => {
                let id = self.chosen_record(Kind::Account, id)?;
                self.names()?.account_is(name, id)?;
                return Ok(Some(id));
            }
            Some(Choice::CreateNew) => return Ok(None),
            Some(Choice::Skip) | None => {}
        }
        if known.is_some() {
            return Ok(known);
        }
        match self.names()?.account(name)? {
            Hit::None => Ok(None),
            Hit::One(id) => Ok(Some(id)),
            Hit::Several(ids) => {
                let why = Explain::new("import-why-name");
                Err(self.several((Kind::Account, "import-account-several"), name, &ids, &why)?)
            }
        }
    }

    /// Makes an account, standard unless the file says otherwise: its tier stays empty, so that a later file may say it.
    pub(super) fn create_account(&mut self, draft: &Draft) -> Result<Id, Fault> {
        let mut account = draft.account.clone();
        self.keep_uid(&mut account)?;
        account.aliases.retain(|a| *a != account.name);
        let name = short(&account.name);
        let found = match self.names()?.account(&account.name)? {
            Hit::None => Vec::new(),
            Hit::One(id) => vec![id],
            Hit::Several(ids) => ids,
        };
        let found: Vec<_> = found.into_iter().map(|id| (id, Explain::new("import-why-name"))).collect();
        let merge = self.candidates(Kind::Account, &found)?;
        let uid = account.head.uid.clone();
        let id = self.shelf.add(Box::new(account), None)?;
        self.learn_uid(Kind::Account, &uid, id)?;
        self.newly_said(id, &draft.account);
        self.learn(Kind::Account, id)?;
        if self.chosen(draft.line, Kind::Account) == Some(Choice::CreateNew) {
            // Whoever else the file names so is of the new one.
            self.names()?.account_is(&draft.account.name, id)?;
        }
        let row = self.row(draft.line, Kind::Account, name, Action::Create);
        self.tell(Row { offers: Offers { create: true, merge, ..row.offers }, ..row })?;
        Ok(id)
    }

    /// Merges the draft's account into a known one; tells it if it is what the row is about or if something changed.
    pub(super) fn merge_account(&mut self, id: Id, draft: &Draft, told: bool) -> Result<Id, Fault> {
        let mut account: Account = draft.account.clone();
        // A list of contacts tells of the company in passing: only a list of clients brings it up to date.
        let yearly = if told { self.newly_said(id, &account) } else { Vec::new() };
        let (renewed, merged) = self.shelf.change(Kind::Account, id, |record| {
            account.aliases.extend(other_names(record, &account));
            account.name.clear();
            let renewed = renew(record, &account, &yearly)?;
            let merged = fill(record, &account)?;
            Ok((!renewed.is_empty() || !merged.filled.is_empty(), (renewed, merged)))
        })?;
        let changed = !renewed.is_empty() || !merged.filled.is_empty();
        if changed {
            self.learn(Kind::Account, id)?;
        }
        let chosen = self.chosen(draft.line, Kind::Account);
        if told || changed || chosen.is_some() {
            let key = if chosen.is_some() { "import-why-chosen" } else { "import-why-name" };
            let known = (id, Explain::new(key));
            let merge = self.candidates(Kind::Account, std::slice::from_ref(&known))?;
            let row = self.row(draft.line, Kind::Account, self.name_of(Kind::Account, id)?, Action::Same);
            let offers = Offers { create: true, merge, skip: told };
            self.push_merged(Row { renewed, offers, ..row }, known, merged)?;
        }
        Ok(id)
    }

    /// The fields of the year that a list of clients says of an account, and none has said before in this import.
    fn newly_said(&mut self, id: Id, account: &Account) -> Vec<&'static str> {
        let mut fields = Vec::from(YEARLY);
        fields.retain(|field| !account.get(field).is_empty() && self.said.insert((id, field)));
        fields
    }
}
