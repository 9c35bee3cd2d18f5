//! What the screens and the shell ask: one named function a question, each returning plain structs.
pub mod account;
pub mod accounts;
pub mod acquaintance;
pub mod behind;
mod belonging;
pub mod brief;
pub mod centre;
pub mod client;
mod column;
pub mod computed;
pub mod decisions;
pub mod directory;
pub mod dossier;
pub mod figures;
mod force;
pub mod growth;
pub mod health;
pub mod history;
pub mod issued;
pub mod layout;
pub mod lifetime;
pub mod log;
pub(in crate::store) mod looked_after;
pub mod management;
pub mod merging;
pub mod network;
mod parts;
pub mod passed;
pub mod people;
pub mod person;
pub mod pipeline;
pub mod plans;
pub mod portfolio;
pub mod portrait;
pub mod revenue;
pub mod review;
mod sales;
pub mod scorecard;
pub mod search;
pub mod team;
mod terms;
pub mod today;
mod together;
pub mod twins;
pub mod whitespace;

use chrono::NaiveDate;

use column::{day, text, text_or_null, texts};

use super::Store;
use super::fault::Fault;
use crate::domain::Id;
use crate::domain::acquaintance::Circles;
use crate::domain::directory::Directory;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::period::Period;

/// All accounts, or one.
pub type Scope = Option<Id>;

/// A question to the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Query {
    /// Every name of the book.
    Directory,
    /// The Today lens; `All` means the key accounts.
    Today(Scope),
    /// What stands behind a row of Today.
    Behind(behind::Row),
    /// One screen before a meeting.
    Brief(brief::BriefOf),
    /// What happened in the days of a time, of whom a brief is.
    BriefIn(brief::BriefOf, portrait::Days),
    /// Every account with its last contact and open promises.
    Accounts,
    /// One account on one page.
    Account(Id),
    /// The indicators of a scope as they stand, with figures since that calendar year where the headline needs none so old.
    Scorecard(Scope, Option<i32>),
    /// Who entered the actual and the target of an indicator in a period.
    Entered(Id, Period),
    /// All clients, whatever the scope.
    Portfolio,
    /// What was planned in the scope and has passed.
    Passed(Scope),
    /// The same with what they bought in the twelve months up to that day, or up to today where it lies ahead.
    PortfolioOn(NaiveDate),
    /// The people of the scope.
    People(Scope),
    /// The buying centres of the scope: who sways whom, which roles somebody should hold, and open sales.
    Centre(Scope),
    /// Who of ours knows whom of theirs.
    Circles(Scope),
    /// Decisions and changes of the scope, with who has been told; all means the key accounts.
    Decisions(Scope),
    /// The plans of the scope; `All` means the key accounts.
    Plans(Scope),
    /// One person, at the account of that membership if it is given.
    Person(Id, Option<Id>),
    /// The possible sales of the scope.
    Pipeline(Scope),
    /// One possible sale whole.
    Sale(Id),
    /// How much there is to forget of a person.
    Held(Id),
    /// What the clients of a scope are worth over the years.
    Lifetimes(Scope),
    /// What is given to the clients of a scope alone.
    Care(Scope),
    /// What was learned about the clients of a scope.
    Insights(Scope),
    /// A page of the log.
    Log(log::LogQuery),
    /// A page of the log, and the records in which its words stand.
    Search(log::LogQuery),
    /// A record, for its form; a person comes with their memberships.
    Record(Kind, Id),
    /// What we sell at each part of the accounts of the scope, and who serves it instead.
    WhiteSpace(Scope),
    /// Who may be in the book twice.
    Twins,
    /// Two people as they would become one: who stays, who goes.
    Merging(Id, Id),
    /// The weekly review, with that account in front, else the first that is left.
    Review(Option<Id>),
    /// Our teams at the accounts of the scope; `All` means the key accounts.
    Team(Scope),
    /// What a colleague has to do with the accounts.
    TeamsWith(Id),
    /// The reports that were issued.
    Issued,
    /// The key accounts for a report to management, of those days; else what moved is counted from the last one.
    Management(Option<portrait::Days>),
    /// One account as the documents about it tell of those days.
    Portrait(Id, portrait::Told),
    /// What the client may see of plan and promises, of those days.
    Client(Id, portrait::Told),
    /// What happened to a record.
    History(Kind, Id),
    /// The newest acts.
    Journal,
    /// The act that undo would take back and the one that redo would bring back.
    UndoState,
}

/// The answer to a [`Query`] of the same name.
#[derive(Debug, Clone)]
pub enum Answer {
    /// Every name of the book.
    Directory(Directory),
    /// The Today lens.
    Today(Box<today::Today>),
    /// What stands behind a row of Today.
    Behind(Box<behind::Behind>),
    /// One screen before a meeting.
    Brief(Box<brief::Brief>),
    /// Every account.
    Accounts(Vec<accounts::AccountRow>),
    /// One account.
    Account(Box<account::AccountPage>),
    /// The indicators.
    Scorecard(Vec<scorecard::Indicator>),
    /// Of which indicator and period, its actual and its target.
    Entered(Id, Period, Box<(Option<figures::Entered>, Option<figures::Entered>)>),
    /// All clients.
    Portfolio(Box<portfolio::Portfolio>),
    /// What was planned and has passed, the oldest first.
    Passed(Vec<log::LogRow>),
    /// The people.
    People(Vec<people::PersonRow>),
    /// The buying centres.
    Centre(Box<centre::Centre>),
    /// Our people × theirs.
    Circles(Box<Circles>),
    /// Decisions and changes.
    Decisions(Box<decisions::Decisions>),
    /// The plans.
    Plans(Box<plans::Plans>),
    /// One person.
    Person(Box<person::PersonPage>),
    /// The possible sales.
    Pipeline(Box<pipeline::Pipeline>),
    /// One possible sale.
    Sale(Box<pipeline::SalePage>),
    /// How much there is to forget of a person.
    Held(Box<dossier::Held>),
    /// What the clients are worth over the years.
    Lifetimes(Vec<lifetime::Lifetime>),
    /// What is given to the clients alone.
    Care(Vec<growth::Care>),
    /// What was learned.
    Insights(Box<growth::Insights>),
    /// A page of the log.
    Log(Box<log::LogPage>),
    /// Conversations and records.
    Search(Box<search::Found>),
    /// A record and, of a person, their memberships.
    Record(Vec<Box<dyn Record>>),
    /// Offerings, cells, competitors.
    WhiteSpace(Box<whitespace::WhiteBook>),
    /// Who may be in the book twice, the surest first.
    Twins(Vec<twins::Pair>),
    /// Two people as they would become one.
    Merging(Box<merging::Merging>),
    /// The weekly review.
    Review(Box<review::Week>),
    /// Our teams.
    Team(Vec<team::Team>),
    /// The reports that were issued, the newest first.
    Issued(Vec<issued::IssuedRow>),
    /// The key accounts for a report to management.
    Management(Box<management::Management>),
    /// One account whole.
    Portrait(Box<portrait::Portrait>),
    /// What the client may see.
    Client(Box<client::Shared>),
    /// What happened to a record, newest first.
    History(Vec<history::Version>),
    /// The newest acts, newest first.
    Journal(Vec<super::journal::Entry>),
    /// Undo, redo.
    UndoState(Option<super::journal::Entry>, Option<super::journal::Entry>),
}

impl Store {
    /// Answers a question.
    ///
    /// # Errors
    /// [`Fault::Missing`] for a record that is not there, and faults of the file.
    pub fn ask(&self, query: &Query, today: NaiveDate) -> Result<Answer, Fault> {
        self.answer(query, today).map_err(|e| self.told(e))
    }

    fn answer(&self, query: &Query, today: NaiveDate) -> Result<Answer, Fault> {
        Ok(match query {
            Query::Directory => Answer::Directory(self.directory()?),
            Query::Today(scope) => Answer::Today(Box::new(self.today(*scope, today)?)),
            Query::Behind(row) => Answer::Behind(Box::new(self.behind(*row, today)?)),
            Query::Brief(of) => Answer::Brief(Box::new(self.brief(*of, today)?)),
            Query::BriefIn(of, days) => Answer::Brief(Box::new(self.brief_in(*of, *days, today)?)),
            Query::Accounts => Answer::Accounts(self.accounts(today)?),
            Query::Account(id) => Answer::Account(Box::new(self.account_page(*id, today)?)),
            Query::Scorecard(scope, since) => Answer::Scorecard(self.scorecard(*scope, *since, today)?),
            Query::Entered(kpi, period) => {
                Answer::Entered(*kpi, *period, Box::new(self.entered(*kpi, *period)?))
            }
            Query::Portfolio => Answer::Portfolio(Box::new(self.portfolio(today)?)),
            Query::Passed(scope) => Answer::Passed(self.passed(*scope, today)?),
            Query::PortfolioOn(day) => Answer::Portfolio(Box::new(self.portfolio(today.min(*day))?)),
            Query::People(scope) => Answer::People(self.people(*scope, today)?),
            Query::Centre(scope) => Answer::Centre(Box::new(self.centre(*scope)?)),
            Query::Circles(scope) => Answer::Circles(Box::new(self.circles(*scope, today)?)),
            Query::Decisions(scope) => Answer::Decisions(Box::new(self.decisions(*scope, today)?)),
            Query::Pipeline(scope) => Answer::Pipeline(Box::new(self.pipeline(*scope, today)?)),
            Query::Sale(id) => Answer::Sale(Box::new(self.sale_page(*id, today)?)),
            Query::Plans(scope) => Answer::Plans(Box::new(self.plans(*scope, today)?)),
            Query::Held(person) => Answer::Held(Box::new(self.held(*person)?)),
            Query::Lifetimes(scope) => Answer::Lifetimes(self.lifetimes(*scope, today)?),
            Query::Care(scope) => Answer::Care(self.care(*scope, today)?),
            Query::Insights(scope) => Answer::Insights(Box::new(self.insight_notes(*scope)?)),
            Query::Log(log) => Answer::Log(Box::new(self.log(log)?)),
            Query::Search(log) => Answer::Search(Box::new(self.search(log)?)),
            Query::Person(person, membership) => {
                Answer::Person(Box::new(self.person_page(*person, *membership, today)?))
            }
            Query::Record(kind, id) => Answer::Record(self.parts(*kind, *id)?),
            Query::WhiteSpace(scope) => Answer::WhiteSpace(Box::new(self.white_space(*scope, today)?)),
            Query::Twins => Answer::Twins(self.twins()?),
            Query::Merging(kept, gone) => Answer::Merging(Box::new(self.merging(*kept, *gone)?)),
            Query::Review(wanted) => Answer::Review(Box::new(self.week(*wanted, today)?)),
            Query::Team(scope) => Answer::Team(self.teams(*scope, today)?),
            Query::TeamsWith(colleague) => Answer::Team(self.teams_with(*colleague, today)?),
            Query::Management(days) => Answer::Management(Box::new(self.management(*days, today)?)),
            Query::Issued => Answer::Issued(self.issued()?),
            Query::Portrait(id, told) => Answer::Portrait(Box::new(self.portrait(*id, *told, today)?)),
            Query::Client(id, told) => Answer::Client(Box::new(self.shared(*id, *told, today)?)),
            Query::History(kind, id) => Answer::History(self.history(*kind, *id)?),
            Query::Journal => Answer::Journal(self.journal(None, 200)?),
            Query::UndoState => Answer::UndoState(self.next_undo()?, self.next_redo()?),
        })
    }
}
