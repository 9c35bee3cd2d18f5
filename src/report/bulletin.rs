//! The bulletin: what one side of an account has not been told, ready to be copied or mailed.
//!
//! To the client goes what, since when and what follows from it; why it was decided stays on our side.
use super::block::{Block, Figure};
use super::mail::Mail;
use super::{markdown, plain};
use crate::domain::Id;
use crate::domain::choice::{Choice, Side, Turn};
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::score::Source;
use crate::lang::value::Context;
use crate::lang::{choice, day, field};
use crate::store::act::told::Heard;
use crate::store::query::decisions::DecisionRow;

/// What one side of an account has not been told.
#[derive(Debug, Clone, PartialEq)]
pub struct Bulletin<'a> {
    /// The client.
    pub account: Id,
    /// Whom it is for.
    pub side: Side,
    /// The decisions of which somebody of that side does not know, the oldest first.
    pub rows: Vec<&'a DecisionRow>,
}

impl<'a> Bulletin<'a> {
    /// The bulletin for one side, of the account's decisions among these.
    pub fn new(rows: &'a [DecisionRow], account: Id, side: Side) -> Self {
        let open =
            |row: &&DecisionRow| row.account() == Some(account) && row.untold(Some(side)).next().is_some();
        let mut rows: Vec<_> = rows.iter().filter(open).collect();
        rows.sort_by_key(|row| (row.decision.decided_on, row.decision.head.id));
        Self { account, side, rows }
    }

    /// Who has not been told of what.
    pub fn heard(&self) -> Vec<Heard> {
        let of = |row: &&'a DecisionRow| {
            let id = row.decision.head.id;
            row.untold(Some(self.side)).map(move |who| (id, who)).collect::<Vec<_>>()
        };
        self.rows.iter().flat_map(of).collect()
    }

    /// Everybody it is for, each once.
    pub fn recipients(&self) -> Vec<(Kind, Id)> {
        let mut all = Vec::new();
        for (_, who) in self.heard() {
            if !all.contains(&who) {
                all.push(who);
            }
        }
        all
    }

    /// `Almazara: not told yet to their side`.
    pub fn title(&self, cx: &Context<'_>) -> String {
        let account = cx.directory.name(Kind::Account, self.account);
        let key = match self.side {
            Side::Ours => "bulletin-ours",
            Side::Theirs => "bulletin-theirs",
        };
        cx.words.with(key, &[("account", &account)])
    }

    /// It as the user sees it: for whom it is, and what is in it. Empty without a decision.
    pub fn blocks(&self, cx: &Context<'_>) -> Vec<Block> {
        let all = self.recipients();
        if all.is_empty() {
            return Vec::new();
        }
        let mut blocks =
            vec![Block::Figures(vec![Figure::new(cx.words.get("bulletin-to"), names(&all, cx))])];
        for row in &self.rows {
            let mut figures = self.figures(row, cx);
            let to: Vec<_> = row.untold(Some(self.side)).collect();
            if to.len() < all.len() {
                figures.push(Figure::new(cx.words.get("bulletin-only-to"), names(&to, cx)));
            }
            let source = Some(Source::Record(Kind::Decision, row.decision.head.id));
            // In a margin only the day has room.
            let on = row.decision.decided_on.map(|on| day::near(on, cx.today, cx.words)).unwrap_or_default();
            let turn = choice::show(Turn::SET, row.decision.turn.unwrap_or(Turn::Decision).name(), cx.words);
            figures.insert(0, Figure::new(crate::lang::capital(&turn), row.decision.name.clone()));
            blocks.push(Block::heading(on));
            blocks.push(Block::Figures(figures.into_iter().map(|f| f.from(source)).collect()));
        }
        blocks
    }

    /// It as it is sent.
    pub fn letter(&self, cx: &Context<'_>) -> Vec<Block> {
        let mut blocks = Vec::new();
        for row in &self.rows {
            blocks.push(heading(row, cx));
            let figures = self.figures(row, cx);
            if !figures.is_empty() {
                blocks.push(Block::Figures(figures));
            }
        }
        blocks
    }

    /// It as Markdown.
    pub fn text(&self, cx: &Context<'_>) -> String {
        markdown::render(&self.letter(cx))
    }

    /// It as a mail to all whose address is known.
    pub fn mail(&self, cx: &Context<'_>) -> Mail {
        let address = |who: (Kind, Id)| cx.directory.get(who.0, who.1)?.emails.first().cloned();
        let to: Vec<String> = self.recipients().into_iter().filter_map(address).collect();
        Mail { to, subject: self.subject(cx), body: plain::render(&self.letter(cx), None) }
    }

    fn subject(&self, cx: &Context<'_>) -> String {
        let account = cx.directory.name(Kind::Account, self.account);
        cx.words.with("bulletin-subject", &[("account", &account)])
    }

    /// What is said of a decision to this side.
    fn figures(&self, row: &DecisionRow, cx: &Context<'_>) -> Vec<Figure> {
        let of = &row.decision;
        let label = |name| field::label(Kind::Decision, name, cx.words);
        let theirs = of.decided_by.iter().map(|Link(id)| (Kind::Person, *id));
        let ours = of.decided_by_us.iter().map(|Link(id)| (Kind::Colleague, *id));
        let by = names(&theirs.chain(ours).collect::<Vec<_>>(), cx);
        let why = if self.side == Side::Ours { of.why.trim() } else { "" };
        let said = [("decided_by", by.as_str()), ("why", why), ("consequences", of.consequences.trim())];
        let said = said.into_iter().filter(|(_, text)| !text.is_empty());
        said.map(|(name, text)| Figure::new(label(name), text)).collect()
    }
}

fn heading(row: &DecisionRow, cx: &Context<'_>) -> Block {
    let on = row.decision.decided_on.map(|on| day::with_weekday(on, cx.words)).unwrap_or_default();
    Block::heading_with(row.decision.name.clone(), on)
}

/// Names, as a list.
fn names(who: &[(Kind, Id)], cx: &Context<'_>) -> String {
    who.iter().map(|(kind, id)| cx.directory.name(*kind, *id)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::audience::Hearer;
    use crate::domain::day::day;
    use crate::domain::decision::Decision;
    use crate::domain::directory::{Directory, Name};
    use crate::domain::field::Head;
    use crate::lang::{Lang, Words};

    const ANA: (Kind, Id) = (Kind::Person, 1);
    const LUIS: (Kind, Id) = (Kind::Person, 2);
    const PAU: (Kind, Id) = (Kind::Colleague, 1);

    fn row(id: Id, account: Id, ago: i64, name: &str, hearers: &[((Kind, Id), bool)]) -> DecisionRow {
        let decision = Decision {
            head: Head { id, ..Head::default() },
            name: name.to_owned(),
            account: Some(Link(account)),
            decided_on: Some(crate::domain::day::plus_days(day(2026, 11, 23), -ago)),
            why: "steel is dearer".to_owned(),
            consequences: "new list in January".to_owned(),
            ..Decision::fresh()
        };
        let hearer = |(who, told): &((Kind, Id), bool)| Hearer {
            who: *who,
            told_on: told.then(|| day(2026, 11, 20)),
            telling: None,
            away: None,
        };
        DecisionRow { decision, hearers: hearers.iter().map(hearer).collect() }
    }

    fn with<T>(f: impl FnOnce(&Context<'_>) -> T) -> T {
        let words = Words::new(Lang::En);
        let named = |kind, id, name: &str, email: &str| Name {
            emails: vec![email.to_owned()],
            ..Name::of(kind, id, name)
        };
        let directory = Directory::new(vec![
            Name::of(Kind::Account, 1, "Arce"),
            named(Kind::Person, 1, "Ana Ruiz", "ana@arce.es"),
            Name::of(Kind::Person, 2, "Luis Gil"),
            named(Kind::Colleague, 1, "Pau Font", "pau@we.es"),
        ]);
        f(&Context { words: &words, today: day(2026, 11, 23), directory: &directory, scope: None })
    }

    fn rows() -> Vec<DecisionRow> {
        vec![
            row(1, 1, 3, "Prices +3 %", &[(ANA, false), (LUIS, true), (PAU, false)]),
            row(2, 1, 9, "New planner", &[(ANA, false), (LUIS, false), (PAU, true)]),
            row(3, 2, 1, "Elsewhere", &[(ANA, false)]),
            row(4, 1, 1, "Known to all", &[(ANA, true), (PAU, true)]),
        ]
    }

    #[test]
    fn a_side_gets_what_somebody_of_it_does_not_know_the_oldest_first() {
        let rows = rows();
        let bulletin = Bulletin::new(&rows, 1, Side::Theirs);
        assert_eq!(bulletin.rows.iter().map(|r| r.decision.head.id).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(bulletin.heard(), [(2, ANA), (2, LUIS), (1, ANA)]);
        assert_eq!(bulletin.recipients(), [ANA, LUIS]);
        assert_eq!(Bulletin::new(&rows, 1, Side::Ours).heard(), [(1, PAU)]);
        assert!(with(|cx| Bulletin::new(&rows, 2, Side::Ours).blocks(cx)).is_empty());
    }

    #[test]
    fn the_reason_stays_on_our_side() {
        let rows = rows();
        with(|cx| {
            let theirs = Bulletin::new(&rows, 1, Side::Theirs);
            let text = theirs.text(cx);
            assert!(text.contains("new list in January") && !text.contains("steel"), "{text}");
            assert!(
                !theirs.mail(cx).body.contains("steel")
                    && !plain::render(&theirs.blocks(cx), None).contains("steel")
            );
            assert!(Bulletin::new(&rows, 1, Side::Ours).text(cx).contains("steel is dearer"));
        });
    }

    #[test]
    fn what_is_sent_names_no_one_of_those_it_goes_to() {
        let rows = rows();
        with(|cx| {
            let bulletin = Bulletin::new(&rows, 1, Side::Theirs);
            assert!(!bulletin.text(cx).contains("Luis"));
            assert!(plain::render(&bulletin.blocks(cx), None).contains("Luis Gil"));
            assert!(bulletin.mail(cx).link().starts_with("mailto:ana@arce.es?subject="));
        });
    }
}
