//! Notes for a vault, behind the door.
use chrono::NaiveDate;

use crate::command::Vault;
use crate::domain::explain::Explain;
use crate::domain::progress::Watch;
use crate::exchange::vault;
use crate::lang::Words;
use crate::lang::value::Context;
use crate::report::vault::{Style, note, query};
use crate::store::Store;
use crate::tui::outside::place;

/// Brings the notes of a folder up to date and says what that did. What was changed by hand stays.
pub(super) fn write(
    of: &Vault,
    store: &Store,
    today: NaiveDate,
    watch: &dyn Watch,
) -> Result<Explain, Explain> {
    let folder = place(of.path.trim());
    let (words, directory) = (Words::new(of.lang), store.directory().map_err(|fault| fault.explain())?);
    let cx = Context { words: &words, today, directory: &directory, scope: of.account };
    let still = store.hold_still().map_err(|fault| fault.explain())?;
    let wanted = vault::Wanted { account: of.account, replace: false };
    let plan = vault::plan(store, &folder, wanted, today, watch, &mut |subject, links| {
        let answer = store.ask(&query(subject), today).map_err(|fault| fault.explain())?;
        note(&answer, Style { personal: of.personal, links }, &cx)
    })?;
    drop(still);
    Ok(plan.write(watch)?.said(&folder))
}
