//! Is the book sound? SQLite's own check, foreign keys, and whether search, touches and tally agree with the rows.
use super::Store;
use super::fault::Fault;
use crate::domain::explain::Explain;

impl Store {
    /// Everything that is wrong with the book; empty if it is sound.
    ///
    /// # Errors
    /// A fault that keeps the check from running.
    pub fn check(&self) -> Result<Vec<Explain>, Fault> {
        let mut wrong = Vec::new();
        let mut statement = self.conn.prepare("PRAGMA integrity_check(20)")?;
        for line in statement.query_map([], |r| r.get::<_, String>(0))? {
            let line = line?;
            if line != "ok" {
                wrong.push(Explain::new("check-integrity").with("found", line));
            }
        }
        let orphans: usize =
            self.conn.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |r| r.get(0))?;
        if orphans > 0 {
            wrong.push(Explain::new("check-orphans").with("count", orphans));
        }
        if !self.search_agrees()? {
            wrong.push(Explain::new("check-search"));
        }
        Ok(wrong)
    }

    /// Whether the full text holds exactly the log's rows on their days, and the touches and the tally exactly the held ones.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn search_agrees(&self) -> Result<bool, Fault> {
        // Each finds what only one side has.
        let differences = [
            "SELECT id FROM search_text EXCEPT SELECT rowid FROM search",
            "SELECT rowid FROM search EXCEPT SELECT id FROM search_text",
            "SELECT x.person, i.day, i.id, i.channel, i.direction FROM interaction_people x JOIN interaction i ON i.id = x.interaction
             WHERE i.planned = 0 AND i.channel <> 'note' EXCEPT SELECT person, day, interaction, channel, direction FROM touch",
            "SELECT account, month, day, sum(touches), sum(visits), sum(came_in), sum(went_out) FROM tallied
             GROUP BY account, month, day EXCEPT SELECT account, month, day, touches, visits, came_in, went_out FROM tally",
            "SELECT account, month, day FROM tally EXCEPT SELECT account, month, day FROM tallied",
            "SELECT person, interaction FROM touch EXCEPT SELECT x.person, i.id FROM interaction_people x
             JOIN interaction i ON i.id = x.interaction WHERE i.planned = 0 AND i.channel <> 'note'",
        ];
        for sql in differences {
            if self.conn.prepare(sql)?.exists([])? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
