//! The accounts of sales that another program exports: one that is not known is made, as for the contacts of a file.
use super::links::{Known, with_uid};
use super::row::Draft;
use crate::domain::Id;
use crate::domain::account::Account;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::text::clean_line;
use crate::exchange::choices::Choice;
use crate::exchange::draft::{company_unknown, short};
use crate::exchange::join::Import;
use crate::exchange::plan::{Action, Offers, Row};
use crate::store::fault::Fault;

/// The account that a row of an export names and that was not found: the one that was chosen for it, else a new one. Of other tables,
/// and where several fit, `why` stays.
pub(super) fn account(
    text: &str,
    why: Explain,
    draft: &Draft,
    known: &mut Known,
    import: &mut Import<'_>,
) -> Result<Result<Id, Explain>, Fault> {
    let Some(company) = draft.company.as_ref().filter(|_| why.key == "import-link-none") else {
        return Ok(Err(why));
    };
    let (name, uid) = with_uid(text).unwrap_or((text, ""));
    if name.is_empty() {
        return Ok(Err(company_unknown(company)));
    }
    if let Some(Choice::MergeInto(id)) = import.chosen(draft.line, Kind::Account) {
        return Ok(Ok(id));
    }
    let mut account = Account { name: clean_line(name), ..Account::default() };
    uid.clone_into(&mut account.head.uid);
    let id = import.shelf.add(account.boxed(), None)?;
    import.learn_uid(Kind::Account, uid, id)?;
    known.learn(&account, id);
    let row = import.row(draft.line, Kind::Account, short(&account.name), Action::Create);
    // Without its account the sale would stand nowhere.
    let offers = Offers { skip: false, ..row.offers };
    import.tell(Row { offers, why: vec![Explain::new("import-new-company")], ..row })?;
    Ok(Ok(id))
}
