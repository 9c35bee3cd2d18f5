//! The strip of the buying centre, one line below the title of every view: its places, threads, dependency and coverage of the
//! account of the person under the cursor, or of one of its open sales.
mod draw;

use chrono::NaiveDate;

use super::selection::Selection;
use crate::command::{Command, Effect, FormOf};
use crate::domain::Id;
use crate::domain::coverage::{Held, Seat, Survey};
use crate::domain::day::plus_days;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lens::{Cx, Under, Why};
use crate::report::people::coverage::{self as document, seat};
use crate::store::act::{Act, FindOut};
use crate::store::query::centre::{Decision, Whose};
use crate::store::query::people::PersonRow;
pub(super) use draw::draw;

/// In so many days one should have found out who it is.
const TO_FIND_OUT: i64 = 7;

/// Which buying centre the strip shows, and its place under the cursor.
#[derive(Debug, Default)]
pub(super) struct Strip {
    /// The keys go to the strip: the place under its cursor.
    at: Option<usize>,
    /// The open sale whose buying centre is shown; none is that of the account.
    decision: Option<Id>,
}

/// The strip of the moment.
struct Shown {
    whose: Whose,
    account: Id,
    survey: Survey,
}

impl Strip {
    /// Whether the keys go to it.
    pub(super) const fn focused(&self) -> bool {
        self.at.is_some()
    }

    /// The keys go back to the view.
    pub(super) const fn leave(&mut self) {
        self.at = None;
    }

    fn shown(&self, people: &Selection) -> Option<Shown> {
        let account = account(people)?;
        let own = |id: &Id| people.centre.decisions.iter().any(|d| d.id == *id && d.account == account);
        let whose = self.decision.filter(own).map_or(Whose::Account(account), Whose::Decision);
        let survey = people.centre.survey(whose, &people.all)?;
        Some(Shown { whose, account, survey }).filter(|shown| !shown.survey.places.is_empty())
    }

    /// Whether it does this command now.
    pub(super) fn can(&self, command: Command, people: &Selection) -> bool {
        match command {
            Command::Gaps => account(people).is_some_and(|id| !people.centre.required(id).is_empty()),
            Command::PanelLeft | Command::PanelRight | Command::Open | Command::Back => self.focused(),
            Command::Axis => {
                let here = account(people);
                self.focused() && people.centre.decisions.iter().any(|d| Some(d.account) == here)
            }
            // Somebody takes part in the decision.
            Command::New => self.focused() && self.decision.is_some(),
            _ => false,
        }
    }

    /// Whose buying centre it is, while the keys go to it: what is done with a record is done with that one.
    pub(super) fn under(&self, people: &Selection) -> Option<Under> {
        self.at?;
        let shown = self.shown(people)?;
        let (kind, id, name) = match shown.whose {
            Whose::Account(id) => {
                let name = people.all.iter().find(|row| row.account == Some(id)).map(|row| &row.account_name);
                (Kind::Account, id, name)
            }
            Whose::Decision(id) => (Kind::Opportunity, id, decision(people, id).map(|d| &d.name)),
        };
        let under = Under::new(kind, id, name.cloned().unwrap_or_default());
        Some(Under { account: Some(shown.account), ..under })
    }

    /// Does it.
    pub(super) fn update(&mut self, command: Command, people: &mut Selection, cx: &Cx<'_>) -> Vec<Effect> {
        let Some(shown) = self.shown(people) else { return Vec::new() };
        let last = shown.survey.places.len() - 1;
        match command {
            Command::Gaps => self.at = Some(next_gap(&shown.survey, self.at)),
            Command::PanelLeft => self.at = self.at.map(|at| at.saturating_sub(1)),
            Command::PanelRight => self.at = self.at.map(|at| (at + 1).min(last)),
            Command::Axis => self.turn(&shown, people),
            Command::Open => return self.open(&shown, people, cx),
            Command::Back => self.leave(),
            Command::New => {
                let own = people.current().filter(|row| row.account == Some(shown.account));
                return self.takes_part(own, shown.account);
            }
            _ => {}
        }
        Vec::new()
    }

    /// The next buying centre: that of the account, then those of its open sales.
    fn turn(&mut self, shown: &Shown, people: &Selection) {
        let mut own = people.centre.decisions.iter().filter(|d| d.account == shown.account).map(|d| d.id);
        self.decision = match shown.whose {
            Whose::Account(_) => own.next(),
            Whose::Decision(id) => own.skip_while(|one| *one != id).nth(1),
        };
    }

    /// A gap becomes a placeholder and a promise; of a place that is held the next of its holders is stood on.
    fn open(&self, shown: &Shown, people: &mut Selection, cx: &Cx<'_>) -> Vec<Effect> {
        let Some(place) = self.at.and_then(|at| shown.survey.places.get(at)) else { return Vec::new() };
        let sought = shown.survey.placeholder(place.seat);
        let holders: Vec<Id> =
            if place.people.is_empty() { sought.into_iter().collect() } else { place.people.clone() };
        let at = people.current().and_then(|row| holders.iter().position(|id| *id == row.person));
        let next = at.map_or(0, |at| (at + 1) % holders.len().max(1));
        let Some(person) = holders.get(next) else {
            if let Some(row) = holder_elsewhere(shown, place.seat, people) {
                return self.takes_part(Some(row), shown.account);
            }
            return vec![Effect::Act(Act::FindOut(to_find_out(shown, place.seat, cx)))];
        };
        people.stand_at(*person, shown.account, cx);
        Vec::new()
    }

    /// A form for somebody's part in the decision, with who is proposed.
    fn takes_part(&self, proposed: Option<&PersonRow>, account: Id) -> Vec<Effect> {
        let mut form = FormOf::new(Kind::Involvement, Some(account));
        form.preset.extend(self.decision.map(|id| ("opportunity", Value::Link(id))));
        form.preset.extend(proposed.map(|row| ("person", Value::Link(row.person))));
        vec![Effect::OpenForm(form)]
    }

    /// A place was clicked: the keys go to it.
    pub(super) const fn click(&mut self, place: usize) {
        self.at = Some(place);
    }

    /// How its figures are made.
    pub(super) fn why(&self, people: &Selection, cx: &Cx<'_>) -> Option<Why> {
        let shown = self.shown(people)?;
        let name = name(&shown, people, cx);
        Some(Why::of(document::coverage(&shown.survey, &name, &cx.values())))
    }
}

/// The account of the scope, else of the person under the cursor.
fn account(people: &Selection) -> Option<Id> {
    people.scope().or_else(|| people.current().and_then(|row| row.account))
}

/// Who holds a place at the account that nobody holds in the decision: they may have a part in it.
fn holder_elsewhere<'a>(shown: &Shown, seat: Seat, people: &'a Selection) -> Option<&'a PersonRow> {
    let Whose::Decision(_) = shown.whose else { return None };
    let here = people.centre.survey(Whose::Account(shown.account), &people.all)?;
    let holder = here.places.iter().find(|place| place.seat == seat)?.people.first().copied()?;
    people.all.iter().find(|row| row.person == holder && row.account == Some(shown.account))
}

/// The first gap after the place under the cursor, else the first place that is only named, else the first.
fn next_gap(survey: &Survey, at: Option<usize>) -> usize {
    let of = |held: Held| {
        let all = || survey.places.iter().enumerate().filter(move |(_, place)| place.held == held);
        let later = all().find(|(i, _)| at.is_none_or(|at| *i > at));
        later.or_else(|| all().next()).map(|(i, _)| i)
    };
    of(Held::Gap).or_else(|| of(Held::Named)).unwrap_or(0)
}

fn name(shown: &Shown, people: &Selection, cx: &Cx<'_>) -> String {
    match shown.whose {
        Whose::Account(id) => cx.directory.name(Kind::Account, id),
        Whose::Decision(id) => decision(people, id).map(|d| d.name.clone()).unwrap_or_default(),
    }
}

fn decision(people: &Selection, id: Id) -> Option<&Decision> {
    people.centre.decisions.iter().find(|d| d.id == id)
}

fn to_find_out(shown: &Shown, gap: Seat, cx: &Cx<'_>) -> FindOut {
    let account = cx.directory.name(Kind::Account, shown.account);
    let role = seat(gap, &cx.values());
    let args: [(&str, &str); 2] = [("role", &role), ("account", &account)];
    let (role, key) = match gap {
        Seat::Role(role) => (Some(role), "strip-find-out"),
        Seat::Champion => (None, "strip-win-champion"),
    };
    let decision = if let Whose::Decision(id) = shown.whose { Some(id) } else { None };
    FindOut {
        account: shown.account,
        decision,
        role,
        name: crate::lang::capital(&cx.words.with("strip-placeholder", &args)),
        text: cx.words.with(key, &args),
        due: due(cx.today),
    }
}

fn due(today: NaiveDate) -> NaiveDate {
    plus_days(today, TO_FIND_OUT)
}
