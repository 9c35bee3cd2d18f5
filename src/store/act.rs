//! What can be written: one file an act, used by screen and shell alike.
mod achieve;
pub mod arrange;
mod assume;
pub mod become_of;
mod boss;
pub mod delete;
pub mod done;
pub mod figures;
mod find_out;
mod forward;
pub mod import;
mod issue;
pub mod learn;
pub mod leave;
pub mod log;
pub mod merge;
mod mute;
mod place;
mod relocate;
mod replayed;
mod reschedule;
pub mod review;
pub mod rules;
pub mod save;
mod set_all;
mod stage;
mod tier;
pub mod told;
pub mod white;

use chrono::NaiveDate;

use super::fault::Fault;
use super::{Outcome, Store};
use crate::domain::Id;
use crate::domain::choice::{Aspect, BuyingRole, Stage, Stance, Tier};
use crate::domain::cltv::Assumptions;
use crate::domain::entry::Entry;
use crate::domain::field::Record;
use crate::domain::gantt::Shift;
use crate::domain::issued::Issued;
use crate::domain::kind::Kind;
use crate::domain::mute::Mute;
use crate::domain::person::Membership;
use crate::domain::progress::{Unwatched, Watch};

/// The keys of what was done, in notices and in the history. `act-what` in `act.ftl` has a row for each, for undo and redo.
pub const LABELS: &[&str] = &[
    "act-logged",
    "act-planned",
    "act-created",
    "act-changed",
    "act-deleted",
    "act-done",
    "act-reopened",
    "act-closed",
    "act-unclosed",
    "act-snoozed",
    "act-learned",
    "act-find-out",
    "act-arranged",
    "act-boss",
    "act-sorted",
    "act-confirmed",
    "act-told",
    "act-untold",
    "act-imported",
    "act-figures",
    "act-year-moved",
    "act-set-all",
    "act-moved",
    "act-left",
    "act-merged",
    "act-apart",
    "act-white",
    "act-stage",
    "act-achieved",
    "act-unachieved",
    "act-attached",
    "act-detached",
    "act-plan-copied",
    "act-assumed",
    "act-assumed-book",
    "act-became",
    "act-promoted",
    "act-released",
    "act-rescheduled",
    "act-move-chosen",
    "act-reviewed",
    "act-review-finished",
    "act-issued",
];

/// An act of the user, to be performed by [`Store::perform`].
#[derive(Debug, Clone)]
pub enum Act {
    /// Write new or changed records together, the parts of a form; a membership without a person is of the one before it.
    Save(Vec<Box<dyn Record>>),
    /// The same for a new decision of which it was said whom it concerns: nobody named is nobody.
    Decide(Vec<Box<dyn Record>>),
    /// Delete records with all that belongs to them.
    Delete(Kind, Vec<Id>),
    /// Write down a captured line. With the number of a planned interaction the line is what was held of it.
    Log(Box<Entry>, Option<Id>),
    /// Promises kept today (or, if all of them are kept, open again).
    Done(Vec<Id>),
    /// Problems closed today (or, if all of them are closed, open again).
    Closed(Vec<Id>),
    /// Entries sorted out: what was not understood has been seen to.
    Sorted(Vec<Id>),
    /// Planned conversations that have passed: these were held, those were not and go.
    Confirm(Vec<Id>, Vec<Id>),
    /// Told of these decisions on that day (or, if all of them have been told, not told).
    Told(Vec<told::Heard>, NaiveDate),
    /// Out of the queue until that day: commitments or people.
    Snooze(Kind, Id, NaiveDate),
    /// A row of *Needs you* or an insight quiet until the day of the mute; the text is what it is called by.
    Mute(Box<Mute>, String),
    /// Contacted today: a call without words, with that person at that account.
    Contacted(Id, Option<Id>),
    /// Contacted today: a call without words with each of these people, at that account.
    ContactedAll(Vec<(Id, Option<Id>)>),
    /// Something learned about a membership, set by hand today; its cause is the conversation after which it is set.
    Learn(Id, Learned),
    /// These memberships report to that person from now on; without one to nobody.
    Boss(Vec<Id>, Option<Id>),
    /// One thing set for many people at once, each at that place of theirs.
    SetAll(Vec<(Id, Option<Id>)>, Setting),
    /// A gap in a buying centre: a placeholder, and a promise of ours to find out who it is.
    FindOut(FindOut),
    /// The accounts in this order among the tabs; the second names the one that was moved.
    Arrange(Vec<Id>, Id),
    /// The account is a key account from today on, or one no longer; the text is why.
    Tier(Id, Tier, String),
    /// Write what was read from files, as it was shown beforehand.
    Import(Box<import::Batch>),
    /// Enter actuals and targets; an empty one clears its cell.
    Figures(figures::Figures),
    /// Somebody has a new place, since its first day; the other of their places ends on that day.
    Move(Option<Id>, Box<Membership>),
    /// Somebody has left that place on that day; who comes after them takes over their people and open promises.
    Leave(Id, NaiveDate, Option<leave::Successor>),
    /// What is set in cells of the white space.
    White(Vec<white::Change>),
    /// Two people are one.
    Merge(Box<merge::Merge>),
    /// Two people are not one, and are not proposed again.
    Apart(Id, Id),
    /// A sale has come to that stage; of one that is lost the text says why: an empty one that nobody knows, none what was said before.
    Stage(Id, Stage, Option<String>),
    /// Milestones, initiatives or objectives reached today (or, if all of them are reached, open again).
    Achieved(Vec<(Kind, Id)>),
    /// Promises hang on that initiative from now on; without one on none.
    Attach(Vec<Id>, Option<Id>),
    /// Initiatives with their milestones, milestones, or all that is open of objectives moved by some days.
    Reschedule(Vec<(Kind, Id)>, Shift),
    /// A plan carried forward to the time after its end, or to that first day, without what is done.
    CopyPlan(Id, Option<NaiveDate>),
    /// What was tried out with the lifetime value of this account is kept: retention and growth there, the years for the book.
    Assume(Id, Assumptions),
    /// An insight becomes a possible sale or an initiative.
    BecomeOf(Id, become_of::Became),
    /// A step of the weekly review.
    Review(review::Reviewing),
    /// A report was handed out: it is kept as it was.
    Issue(Box<Issued>),
    /// Take the newest act back.
    Undo,
    /// Bring the last undone act back.
    Redo,
}

/// What is set for many people at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Setting {
    /// Days between contacts at that place, 1–999; `None` is that of their roles again.
    Cadence(Option<i64>),
    /// Not to be contacted before that day at that place; `None` is at any time again.
    NotBefore(Option<NaiveDate>),
    /// Language they like to be spoken to in; empty is not known.
    Language(String),
    /// They asked not to be contacted, or may be again.
    DoNotContact(bool),
    /// These tags more.
    Tag(Vec<String>),
    /// One tag less.
    Untag(String),
}

/// A gap in a buying centre, and with what words it is filled until somebody is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindOut {
    /// At which account.
    pub account: Id,
    /// In which of its decisions, if not in all.
    pub decision: Option<Id>,
    /// The role; none makes no placeholder: nobody is a champion before we know them.
    pub role: Option<BuyingRole>,
    /// What the placeholder is called.
    pub name: String,
    /// What is promised.
    pub text: String,
    /// By when.
    pub due: NaiveDate,
}

/// What was learned by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Learned {
    /// Attitude; `None` is unknown again.
    Stance(Option<Stance>),
    /// The role is held, or over.
    Role(BuyingRole, bool),
    /// Weight 1–5; `None` is assumed from the roles again.
    Influence(Option<i64>),
    /// How much what we do matters to them, 1–5; `None` is unknown again.
    Interest(Option<i64>),
    /// All that is known of them still holds: it is fresh again.
    Still,
}

impl Learned {
    /// About what; of all of it none.
    const fn aspect(self) -> Option<Aspect> {
        match self {
            Self::Stance(_) => Some(Aspect::Stance),
            Self::Role(..) => Some(Aspect::Role),
            Self::Influence(_) => Some(Aspect::Influence),
            Self::Interest(_) => Some(Aspect::Interest),
            Self::Still => None,
        }
    }
}

impl Store {
    /// Performs an act.
    ///
    /// # Errors
    /// What the act refuses, and faults of the file; then nothing is written.
    pub fn perform(&mut self, act: Act, today: NaiveDate) -> Result<Outcome, Fault> {
        self.perform_watched(act, today, &Unwatched)
    }

    /// Performs an act, told to whoever watches as it goes on; stopped, it has written nothing.
    ///
    /// # Errors
    /// As [`Store::perform`], and `job-stopped` (refused).
    pub fn perform_watched(
        &mut self,
        act: Act,
        today: NaiveDate,
        watch: &dyn Watch,
    ) -> Result<Outcome, Fault> {
        let performed = match act {
            Act::Save(parts) => save::save(self, parts, false, today),
            Act::Decide(parts) => save::save(self, parts, true, today),
            Act::Delete(kind, ids) => delete::delete(self, kind, &ids, today),
            Act::Log(entry, held) => log::log(self, &entry, held, today),
            Act::Done(ids) => done::done(self, &ids, today),
            Act::Closed(ids) => done::closed(self, &ids, today),
            Act::Mute(mute, name) => mute::mute(self, &mute, &name, today),
            Act::Sorted(ids) => done::sorted(self, &ids, today),
            Act::Confirm(held, dropped) => done::confirm(self, &held, &dropped, today),
            Act::Told(heard, on) => told::told(self, &heard, on, today),
            Act::Snooze(kind, id, until) => done::snooze(self, kind, id, until, today),
            Act::Contacted(person, account) => log::contacted(self, &[(person, account)], today),
            Act::ContactedAll(people) => log::contacted(self, &people, today),
            Act::Learn(membership, learned) => learn::learn(self, membership, learned, today),
            Act::Boss(memberships, boss) => boss::boss(self, &memberships, boss, today),
            Act::SetAll(people, setting) => set_all::set_all(self, &people, &setting, today),
            Act::FindOut(gap) => find_out::find_out(self, gap, today),
            Act::Arrange(accounts, moved) => arrange::arrange(self, &accounts, moved, today),
            Act::Tier(account, to, reason) => tier::tier(self, account, to, &reason, today),
            Act::Import(batch) => import::import(self, *batch, today, watch),
            Act::Figures(cells) => figures::figures(self, &cells, today),
            Act::Move(from, to) => relocate::relocate(self, from, *to, today),
            Act::Leave(place, on, successor) => leave::leave(self, place, on, successor, today),
            Act::Merge(merge) => merge::merge(self, &merge, today),
            Act::Apart(first, second) => merge::apart(self, first, second, today),
            Act::White(changes) => white::white(self, &changes, today),
            Act::Stage(sale, to, why) => stage::stage(self, sale, to, why.as_deref(), today),
            Act::Achieved(parts) => achieve::achieved(self, &parts, today),
            Act::Attach(promises, initiative) => achieve::attach(self, &promises, initiative, today),
            Act::Reschedule(bars, shift) => reschedule::reschedule(self, &bars, shift, today),
            Act::CopyPlan(plan, start) => forward::copy(self, plan, start, today),
            Act::Assume(account, tried) => assume::assume(self, account, tried, today),
            Act::BecomeOf(insight, became) => become_of::become_of(self, insight, became, today),
            Act::Review(step) => review::review(self, step, today),
            Act::Issue(report) => issue::issue(self, *report, today),
            Act::Undo => {
                self.undo_watched(watch).and_then(|e| replayed::named(e, "act-undone", "act-nothing-to-undo"))
            }
            Act::Redo => {
                self.redo_watched(watch).and_then(|e| replayed::named(e, "act-redone", "act-nothing-to-redo"))
            }
        };
        performed.map_err(|e| self.told(e))
    }
}
