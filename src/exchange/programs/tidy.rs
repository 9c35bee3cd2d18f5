//! A row of another program, put into our words: days and numbers as everybody reads them, their choices as ours, ids as uids.
use std::collections::BTreeMap;

use super::known_by::Company;
use super::{Recognised, To};
use crate::domain::text::{clean, fold};
use crate::domain::value::SCALE;
use crate::exchange::draft::is_day_without_year;
use crate::lang::figure::{Mark, Reading, plain, read};
use crate::lang::{Lang, list};

/// A row in our words.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::exchange) struct Tidy {
    /// Its cells, those that are made of others at the end.
    pub cells: Vec<String>,
    /// By what the book would know it; empty where the program says nothing.
    pub uid: String,
    /// Its account, as the program knows it.
    pub company: Company,
}

/// What a row says beside its cells.
#[derive(Default)]
struct Aside {
    notes: Vec<String>,
    stance: String,
    /// The field names of the columns that say something.
    said: BTreeMap<&'static str, usize>,
    currency: String,
}

impl Recognised {
    /// Takes a row into account before any is read: its days may prove which number is the month.
    pub(in crate::exchange) fn learn(&mut self, cells: &[String]) {
        for (to, cell) in self.columns.iter().zip(cells) {
            if matches!(to, Some(To::Day(_))) {
                self.days.learn(cell);
            }
        }
    }

    /// The row in our words, its numbers as a language writes them. A row with too many cells stays as it is.
    pub(in crate::exchange) fn tidy(&self, cells: &[String], lang: Lang) -> Tidy {
        let mut aside = self.aside(cells);
        let mut tidy = Tidy::default();
        for at in 0..self.width().max(cells.len()) {
            let text = cells.get(at).map(|c| c.trim()).unwrap_or_default();
            let Some(to) = self.columns.get(at).copied().flatten() else {
                tidy.cells.push(text.to_owned());
                continue;
            };
            match to {
                To::Id => tidy.uid = self.uid(self.shape.kind, text),
                To::AccountId if tidy.company.id.is_empty() => tidy.company = self.company(text),
                _ => {}
            }
            let head = self.heads.get(at).map(String::as_str).unwrap_or_default();
            tidy.cells.push(self.cell(to, head, text, &mut aside, lang));
        }
        if tidy.cells.len() == self.width() {
            self.complete(&mut tidy, &aside);
        }
        tidy
    }

    /// Adds what is made of other cells.
    fn complete(&self, tidy: &mut Tidy, aside: &Aside) {
        let is_account = |to: &Option<To>| to.is_some_and(|to| to.field() == "account");
        let mut named = false;
        if !self.is_contacts() && !tidy.company.uid.is_empty() {
            // The name and what it is known by, of which one is enough.
            let accounts = tidy.cells.iter_mut().zip(&self.columns).filter(|(_, to)| is_account(to));
            for (cell, _) in accounts.filter(|(cell, _)| !cell.is_empty()) {
                *cell = format!("{cell} ({})", tidy.company.uid);
                named = true;
            }
        }
        for (field, _) in self.made() {
            tidy.cells.push(match field {
                "stance" => aside.stance.clone(),
                "account" if named => String::new(),
                "account" => tidy.company.uid.clone(),
                _ => aside.notes.join("\n"),
            });
        }
    }

    /// What other cells of the row need to know.
    fn aside(&self, cells: &[String]) -> Aside {
        let mut aside = Aside::default();
        for (to, cell) in self.columns.iter().zip(cells) {
            let (Some(to), text) = (to, cell.trim()) else { continue };
            match to {
                _ if text.is_empty() => {}
                To::Currency => text.clone_into(&mut aside.currency),
                To::Spare(_) => {}
                to => *aside.said.entry(to.field()).or_default() += 1,
            }
        }
        aside
    }

    /// What a cell says in the words of ours.
    fn cell(&self, to: To, head: &str, text: &str, aside: &mut Aside, lang: Lang) -> String {
        if text.is_empty() {
            return String::new();
        }
        match to {
            To::Field(_) => text.to_owned(),
            To::Spare(field) => {
                let named = field == "name" && aside.said.contains_key("last_name");
                if named || aside.said.contains_key(field) { String::new() } else { text.to_owned() }
            }
            To::First(_) => text.split(';').next().unwrap_or_default().trim().to_owned(),
            To::Emails => emails(text),
            To::Day(_) if is_day_without_year(text) => text.to_owned(),
            To::Day(_) => self.days.read(text).map_or_else(|| text.to_owned(), |day| day.to_string()),
            To::Amount(_) => self.amount(text, &aside.currency, lang),
            To::Percent(_) => self.number(text, 1, lang),
            To::Share(_) => self.number(text, 100, lang),
            To::Stage(map) => stage(map, head, text, aside),
            To::Choice(_, map) => ours(map, text).unwrap_or_default().to_owned(),
            To::Buying => buying(text, aside),
            To::Text => note(aside, clean(text).trim().to_owned()),
            To::NoteIf if matches!(fold(text).as_str(), "0" | "no" | "false" | "falso") => String::new(),
            To::Note | To::NoteIf => note(aside, format!("{head}: {}", clean(text).trim())),
            To::Id => self.uid(self.shape.kind, text),
            To::AccountId | To::Currency | To::Ignore => String::new(),
        }
    }

    /// How a number is to be read that could be meant either way.
    const fn mark(&self) -> Mark {
        if self.shape.raw { Mark::Point } else { Mark::of(self.lang) }
    }

    fn amount(&self, text: &str, currency: &str, lang: Lang) -> String {
        match read(text, Some(self.mark())) {
            Reading::Figure(figure) => {
                let own = figure.currency.map(|c| c.to_string());
                let currency = own.unwrap_or_else(|| currency.to_owned());
                // What a program has reckoned may have more decimals than money has.
                let amount = plain(lang, (figure.units + 50 * figure.units.signum()) / 100 * 100);
                format!("{amount} {currency}").trim().to_owned()
            }
            Reading::Blank => String::new(),
            Reading::Ambiguous | Reading::Unreadable(_) => text.to_owned(),
        }
    }

    /// A number in per cent.
    fn number(&self, text: &str, times: i64, lang: Lang) -> String {
        match read(text, Some(self.mark())) {
            Reading::Figure(figure) => {
                // 0.4 and 40 % are one chance; 40 without a sign is that too.
                let times = if figure.percent || figure.units > SCALE { 1 } else { times };
                plain(lang, figure.units.saturating_mul(times))
            }
            Reading::Blank => String::new(),
            Reading::Ambiguous | Reading::Unreadable(_) => text.to_owned(),
        }
    }

    /// Whether a row is no record but a line with which a report ends: totals, whose it is, when it was made.
    pub(in crate::exchange) fn is_footer(&self, cells: &[String]) -> bool {
        if !self.shape.report || self.width() < 3 {
            return false;
        }
        let mut filled = cells.iter().map(|c| c.trim()).filter(|c| !c.is_empty());
        let Some(first) = filled.next().map(fold) else { return false };
        // A company may well be called Total: beside the word there are only sums.
        let is_sum = |c: &str| matches!(read(c, Some(self.mark())), Reading::Figure(_) | Reading::Blank);
        let sums = SUMS.contains(&first.as_str()) && filled.all(is_sum);
        // A record has a cell for every column, a line of the report has one for all.
        cells.len() == 1 || sums || ENDS.iter().any(|end| first.starts_with(end))
    }
}

/// What stands before sums.
const SUMS: [&str; 4] = ["total", "subtotal", "count", "recuento"];

/// With what the last lines of a report begin.
const ENDS: [&str; 7] = [
    "grand totals (",
    "copyright (c)",
    "copyright ©",
    "confidential information",
    "informacion confidencial",
    "generated by",
    "generado por",
];

fn note(aside: &mut Aside, line: String) -> String {
    if !line.is_empty() {
        aside.notes.push(line);
    }
    String::new()
}

/// Addresses that everybody can write to: an exchange server has names of its own for its people.
fn emails(text: &str) -> String {
    let text = text.replace(" ::: ", "; ");
    let all = list::split(&text);
    let real: Vec<_> = all.into_iter().filter(|part| !part.starts_with('/')).collect();
    list::join(&real)
}

/// The choice of ours that theirs is.
fn ours(map: &[(&str, &'static str)], text: &str) -> Option<&'static str> {
    let wanted = fold(text.trim());
    map.iter().find(|(theirs, _)| *theirs == wanted).map(|(_, ours)| *ours)
}

/// The stage of ours; of one that only they have the nearest of its name, and their word is kept.
fn stage(map: &[(&'static str, &'static str)], head: &str, text: &str, aside: &mut Aside) -> String {
    // `Contract Sent (Sales Pipeline)` where there are several pipelines.
    let bare = text.split_once(" (").map_or(text, |(bare, _)| bare);
    if let Some(found) = ours(map, text).or_else(|| ours(map, bare)) {
        return found.to_owned();
    }
    note(aside, format!("{head}: {text}"));
    let folded = fold(text);
    let near = NEAR.iter().find(|(part, _)| folded.contains(part));
    near.map_or("identified", |(_, stage)| *stage).to_owned()
}

/// By what a stage is guessed that only their company has; the first that is found.
const NEAR: [(&str, &str); 15] = [
    ("lost", "lost"),
    ("perdid", "lost"),
    ("abandon", "lost"),
    ("won", "won"),
    ("ganad", "won"),
    ("verbal", "verbal"),
    ("contract", "verbal"),
    ("negoc", "negotiation"),
    ("negot", "negotiation"),
    ("propos", "proposal"),
    ("propuesta", "proposal"),
    ("quote", "proposal"),
    ("oferta", "proposal"),
    ("qualif", "qualified"),
    ("calific", "qualified"),
];

/// Roles, and the attitude that some of theirs are.
fn buying(text: &str, aside: &mut Aside) -> String {
    let mut roles: Vec<&str> = Vec::new();
    for part in list::split(text) {
        match fold(&part).as_str() {
            "champion" | "promotor" | "campeon" => "champion".clone_into(&mut aside.stance),
            "blocker" | "bloqueador" => "blocker".clone_into(&mut aside.stance),
            other => roles.extend(super::hubspot::ROLES.iter().find(|(t, _)| *t == other).map(|(_, o)| *o)),
        }
    }
    roles.dedup();
    roles.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::options::Options;
    use crate::exchange::programs::recognise;

    fn of(heads: &str) -> Recognised {
        let heads: Vec<_> = heads.split(',').map(str::to_owned).collect();
        recognise(&heads, &Options::default()).unwrap()
    }

    fn texts(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|c| (*c).to_owned()).collect()
    }

    fn row(heads: &str, cells: &[&str]) -> Vec<String> {
        let (mut found, cells) = (of(heads), texts(cells));
        found.learn(&cells);
        found.tidy(&cells, Lang::Es).cells
    }

    #[test]
    fn amounts_days_and_stages_are_put_into_our_words() {
        let heads = "Opportunity Name,Stage,Amount Currency,Amount,Close Date,Probability (%)";
        let cells = ["Frame", "Negotiation/Review", "USD", "1,250.50", "12/31/2026", "80"];
        let told = row(heads, &cells);
        assert_eq!(told, ["Frame", "negotiation", "", "1250,5 USD", "2026-12-31", "80", ""]);
        let heads = "Record ID,Deal Name,Deal Stage,Amount,Close Date,Deal probability";
        let cells = ["9", "Marco", "Contract Sent (Sales Pipeline)", "12000", "2026-12-31 10:30", "0.4"];
        let told = row(heads, &cells);
        assert_eq!(told[1..], ["Marco", "verbal", "12000", "2026-12-31", "40", ""]);
    }

    #[test]
    fn a_stage_that_only_they_have_is_kept_as_a_note() {
        let told = row("Record ID,Deal Name,Deal Stage", &["9", "Marco", "Oferta revisada"]);
        assert_eq!(told[2..], ["proposal", "Deal Stage: Oferta revisada"]);
        let told = row("Record ID,Deal Name,Deal Stage", &["9", "Marco", "Fase 2"]);
        assert_eq!(told[2..], ["identified", "Deal Stage: Fase 2"]);
    }

    #[test]
    fn a_champion_is_an_attitude_and_a_decision_maker_a_role() {
        let heads = "Record ID,First Name,Last Name,Contact owner,Buying Role";
        let told = row(heads, &["1", "Ana", "Ruiz", "Eva", "Champion;Decision maker"]);
        assert_eq!(told[4..], ["decider", "champion"]);
    }

    #[test]
    fn the_end_of_a_report_is_no_record() {
        let report = of("Account Name,Account Owner,Billing City");
        for cells in [
            vec!["Confidential Information - Do Not Distribute"],
            vec!["Key accounts of the south"],
            vec!["Copyright (c) 2000-2026 salesforce.com, inc.", "", ""],
            vec!["Total", "12", ""],
            vec!["", "Subtotal", ""],
        ] {
            assert!(report.is_footer(&texts(&cells)), "{cells:?}");
        }
        for cells in [["Total Energies", "Eva", "Paris"], ["Total", "Eva", "Paris"], ["Arce", "", ""]] {
            assert!(!report.is_footer(&texts(&cells)), "{cells:?}");
        }
        // What the loader of records writes has no end of its own.
        assert!(!of("Id,Name,BillingCity").is_footer(&texts(&["Total"])));
    }

    #[test]
    fn the_account_of_a_sale_is_named_and_known_by_its_number() {
        let heads = "Id,AccountId,Account.Name,Name,StageName";
        let uid = of(heads).company("0015g00000AbCdE").uid;
        let told = row(heads, &["9", "0015g00000AbCdEAAV", "Arce", "Frame", "Prospecting"]);
        assert_eq!(
            told[2..],
            [format!("Arce ({uid})"), "Frame".into(), "identified".into(), String::new(), String::new()]
        );
        let told = row(heads, &["9", "0015g00000AbCdEAAV", "", "Frame", "Prospecting"]);
        assert_eq!(told[6], uid);
    }

    #[test]
    fn addresses_inside_an_exchange_server_are_none() {
        let inside = "/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=ana";
        assert_eq!(emails(inside), "");
        assert_eq!(emails("a@x.es ::: b@x.es"), "a@x.es, b@x.es");
    }
}
