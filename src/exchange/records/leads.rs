//! Where the links of a row lead: by the names that people read, and where those are not enough by the uids beside them.
use super::links::Known;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Spec;
use crate::domain::kind::Kind;
use crate::exchange::draft::short;
use crate::exchange::join::Import;
use crate::store::fault::Fault;

/// What a row says of where a field leads.
#[derive(Debug, Clone)]
pub(super) struct Lead {
    /// Which field.
    pub(super) spec: &'static Spec,
    /// The names or numbers that stand in its column.
    pub(super) names: Vec<String>,
    /// The uids that stand in the column beside.
    pub(super) uids: Vec<String>,
    /// What stands above.
    pub(super) head: String,
}

impl Lead {
    /// The records of a kind that it leads to, or why it leads nowhere. `here` is the account of the row.
    pub(super) fn targets(
        &self,
        to: Kind,
        here: Option<Id>,
        known: &Known,
        import: &Import<'_>,
    ) -> Result<Vec<Result<Id, Explain>>, Fault> {
        let mut sure = Vec::new();
        for uid in &self.uids {
            sure.push(import.of_uid(to, uid)?);
        }
        if self.names.is_empty() {
            let unknown =
                |uid| Explain::new("import-link-uid").with("kind", to.name()).with("text", short(uid));
            return Ok(sure
                .into_iter()
                .zip(&self.uids)
                .map(|(id, uid)| id.ok_or_else(|| unknown(uid)))
                .collect());
        }
        // Whoever has made the list longer or shorter has left the uids behind.
        let beside = self.names.len() == sure.len();
        let one = |(at, name): (usize, &String)| {
            let sure = sure.get(at).copied().flatten().filter(|_| beside);
            match sure {
                Some(id) if known.answers(to, name, id) => Ok(id),
                // The name is what was read and may have been changed: the uid only helps where it is not enough.
                _ => known.find(to, name, here, import).or_else(|why| sure.ok_or(why)),
            }
        };
        Ok(self.names.iter().enumerate().map(one).collect())
    }
}
