//! What is offered to choose from: who has been told, and the bulletins of both sides.
use super::Decisions;
use crate::command::{Document, Effect, Offered};
use crate::domain::Id;
use crate::domain::choice::Side;
use crate::domain::kind::Kind;
use crate::lens::Cx;
use crate::lens::offer::Offering;
use crate::report::bulletin::Bulletin;
use crate::store::act::Act;
use crate::store::act::told::Heard;

/// What a row that was offered stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pick {
    /// They have been told today.
    Told(Vec<Heard>),
    /// The bulletin of one side, to be read and copied.
    Bulletin(Id, Side),
    /// The same as a mail.
    Mail(Id, Side),
    /// A text to be copied.
    Text(String),
}

impl Decisions {
    fn offer(&mut self, title: String, rows: Vec<(String, Pick)>) -> Effect {
        let mut offering = Offering::default();
        let rows = rows.into_iter().map(|(text, pick)| offering.row(text, false, pick)).collect();
        self.picks = offering.picks();
        Effect::Choose(Offered { title, rows })
    }

    /// The menu of the bulletins of the client under the cursor. Where everybody knows everything only the name can be copied.
    pub(super) fn offer_bulletins(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let Some(row) = self.current() else { return Vec::new() };
        let name = row.decision.name.clone();
        let Some(account) = row.account() else { return vec![Effect::Copy(name)] };
        let mut rows = Vec::new();
        for (side, key) in
            [(Side::Theirs, "decisions-bulletin-theirs"), (Side::Ours, "decisions-bulletin-ours")]
        {
            let bulletin = Bulletin::new(&self.known.rows, account, side);
            let count = bulletin.recipients().len().to_string();
            if !bulletin.rows.is_empty() {
                let of = cx.words.with(key, &[("count", &count)]);
                rows.push((of.clone(), Pick::Bulletin(account, side)));
                rows.push((cx.words.with("decisions-as-mail", &[("of", &of)]), Pick::Mail(account, side)));
                rows.push((cx.words.with("decisions-sent", &[("of", &of)]), Pick::Told(bulletin.heard())));
            }
        }
        if rows.is_empty() {
            return vec![Effect::Copy(name)];
        }
        rows.push((cx.words.with("decisions-copy-name", &[("name", &name)]), Pick::Text(name)));
        let account = cx.directory.name(Kind::Account, account);
        vec![self.offer(cx.words.with("decisions-bulletin", &[("account", &account)]), rows)]
    }

    /// The user chose one of the rows offered last.
    pub(super) fn take(&mut self, number: usize, cx: &Cx<'_>) -> Vec<Effect> {
        let values = cx.values();
        let rows = &self.known.rows;
        match self.picks.get(number) {
            Some(Pick::Told(heard)) => vec![Effect::Act(Act::Told(heard.clone(), cx.today))],
            Some(Pick::Bulletin(account, side)) => {
                let bulletin = Bulletin::new(rows, *account, *side);
                let count = bulletin.rows.len().to_string();
                vec![Effect::Show(Box::new(Document {
                    title: bulletin.title(&values),
                    remark: cx.words.with("decisions-count", &[("count", &count)]),
                    blocks: bulletin.blocks(&values),
                    text: bulletin.text(&values),
                }))]
            }
            Some(Pick::Mail(account, side)) => {
                vec![Effect::write(Bulletin::new(rows, *account, *side).mail(&values), cx.words)]
            }
            Some(Pick::Text(text)) => vec![Effect::Copy(text.clone())],
            None => Vec::new(),
        }
    }
}
