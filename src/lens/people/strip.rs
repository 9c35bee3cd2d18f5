//! The strip of the buying centre, one line below the title of every view: its places, threads, dependency and coverage of the
//! account of the person under the cursor, or of one of its open sales.
use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::order::Filter;
use super::selection::Selection;
use super::state::STRIP;
use super::why::decimal;
use crate::command::{Command, Effect, FormOf};
use crate::domain::Id;
use crate::domain::coverage::{Held, Place, Seat, Survey, coverage, dependency, threads};
use crate::domain::day::plus_days;
use crate::domain::kind::Kind;
use crate::domain::scorecard::Rag;
use crate::domain::value::Value;
use crate::lens::{Cx, Under, Why};
use crate::report::indicator::share;
use crate::report::people::coverage::{self as document, seat, state};
use crate::store::act::{Act, FindOut};
use crate::store::query::centre::{Decision, Whose};
use crate::ui::pen::spans_width;
use crate::ui::text::width;
use crate::ui::{Glyphs, Pen, Region, Role, Seen, Span, Spot, panel};

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
        let account = people.scope().or_else(|| people.current().and_then(|row| row.account))?;
        let own = |id: &Id| people.centre.decisions.iter().any(|d| d.id == *id && d.account == account);
        let whose = self.decision.filter(own).map_or(Whose::Account(account), Whose::Decision);
        let survey = people.centre.survey(whose, &people.all)?;
        Some(Shown { whose, account, survey }).filter(|shown| !shown.survey.places.is_empty())
    }

    /// Whether it does this command now.
    pub(super) fn can(&self, command: Command, people: &Selection) -> bool {
        match command {
            Command::Gaps => self.shown(people).is_some(),
            Command::PanelLeft | Command::PanelRight | Command::Open | Command::Back => self.focused(),
            Command::Axis => {
                let account = self.shown(people).map(|shown| shown.account);
                self.focused() && people.centre.decisions.iter().any(|d| Some(d.account) == account)
            }
            // Somebody takes part in the decision.
            Command::New => self.focused() && self.decision.is_some(),
            _ => false,
        }
    }

    /// Whose buying centre it is, while the keys go to it: what is done with a record is done with that one.
    pub(super) fn under(&self, people: &Selection) -> Option<Under> {
        let shown = self.shown(people).filter(|_| self.focused())?;
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
            Command::New => return self.takes_part(people, shown.account),
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

    /// A gap becomes a placeholder and a promise; a place that is held shows who holds it.
    fn open(&mut self, shown: &Shown, people: &mut Selection, cx: &Cx<'_>) -> Vec<Effect> {
        let Some(place) = self.at.and_then(|at| shown.survey.places.get(at)) else { return Vec::new() };
        let holder = place.people.first().copied().or_else(|| shown.survey.placeholder(place.seat));
        if let Some(person) = holder {
            self.leave();
            match place.seat {
                Seat::Role(role) if place.people.len() > 1 => people.filter_by(Filter::Role(role), cx),
                Seat::Role(_) | Seat::Champion => {
                    people.want(person);
                    people.arrange(cx);
                }
            }
            return Vec::new();
        }
        vec![Effect::Act(Act::FindOut(to_find_out(shown, place.seat, cx)))]
    }

    /// A form for somebody's part in the decision; whoever is under the cursor is proposed.
    fn takes_part(&self, people: &Selection, account: Id) -> Vec<Effect> {
        let mut form = FormOf::new(Kind::Involvement, Some(account));
        form.preset.extend(self.decision.map(|id| ("opportunity", Value::Link(id))));
        let own = people.current().filter(|row| row.account == Some(account));
        form.preset.extend(own.map(|row| ("person", Value::Link(row.person))));
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
        name: cx.words.with("strip-placeholder", &args),
        text: cx.words.with(key, &args),
        due: due(cx.today),
    }
}

fn due(today: NaiveDate) -> NaiveDate {
    plus_days(today, TO_FIND_OUT)
}

/// Draws the strip into the first line of `area` where there is something to say, and returns what is left below it: nothing
/// is taken where nothing is said.
pub(super) fn draw(
    strip: &Strip,
    people: &Selection,
    pen: &mut Pen<'_>,
    area: Rect,
    cx: &Cx<'_>,
) -> (Rect, Seen) {
    let mut seen = Seen::default();
    let Some(shown) = strip.shown(people).filter(|_| area.height > 0) else { return (area, seen) };
    let (mut x, end) = (area.x + 1, area.right().saturating_sub(1));
    if cx.scope.is_none() || matches!(shown.whose, Whose::Decision(_)) {
        let room = end.saturating_sub(x).min(area.width / 3);
        x += pen.put(x, area.y, room, &name(&shown, people, cx), Role::Muted) + 2;
    }
    for (i, place) in shown.survey.places.iter().enumerate() {
        let spans = place_spans(&shown.survey, place, strip.at == Some(i), pen.glyphs, cx);
        let used = pen.spans(x, area.y, end.saturating_sub(x), &spans);
        let spot = Rect { x, y: area.y, width: used, height: 1 };
        if strip.at == Some(i) {
            let style = pen.theme.selected(true);
            pen.tint(spot, style);
            pen.put(x.saturating_sub(1), area.y, 1, pen.glyphs.bar(), Role::Accent);
        }
        seen.regions.push(Region { area: spot, spot: Spot::Row(STRIP, i) });
        x += used + 1;
    }
    let room = usize::from(end.saturating_sub(x + 1));
    let said = match strip.at.and_then(|at| shown.survey.places.get(at)) {
        Some(place) => told(&shown.survey, place, room, cx),
        None => figures(&shown.survey, room, pen.glyphs, cx),
    };
    pen.spans_right(end, area.y, u16::try_from(room).unwrap_or(0), &said);
    (panel::below(area, 1), seen)
}

/// The letter of the place and the sign of how it is held. A gap for which somebody is being looked for is no longer red.
fn place_spans(survey: &Survey, place: &Place, chosen: bool, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let letter = match place.seat {
        Seat::Role(role) => cx.words.get(Glyphs::role_key(role)),
        Seat::Champion => glyphs.champion().to_owned(),
    };
    let sign = match place.held {
        Held::Gap => glyphs.unknown(),
        Held::Named => glyphs.hollow(),
        Held::Covered => glyphs.full(),
    };
    let role = match place.held {
        Held::Gap if survey.placeholder(place.seat).is_none() => Role::Bad,
        Held::Gap | Held::Named => Role::Warn,
        Held::Covered => Role::Text,
    };
    let letter_role = if chosen { Role::Heading } else { Role::Text };
    vec![Span::new(letter, letter_role), Span::new(sign, role)]
}

/// The place under the cursor in words, and what ⏎ does with it.
fn told(survey: &Survey, place: &Place, room: usize, cx: &Cx<'_>) -> Vec<Span> {
    let role = if place.held == Held::Gap { Role::Warn } else { Role::Text };
    let names = survey.members.iter().filter(|m| place.people.contains(&m.person)).map(|m| m.name.as_str());
    let names: Vec<_> = names.collect();
    let said = if names.is_empty() { state(survey, place, &cx.values()) } else { names.join(", ") };
    let mut spans = vec![Span::new(format!("{}: {said}", seat(place.seat, &cx.values())), role)];
    let held = !place.people.is_empty() || survey.placeholder(place.seat).is_some();
    let key = if held { "strip-shows" } else { "strip-finds-out" };
    let hint = Span::muted(format!("  {}", cx.words.with(key, &[("key", &cx.key(Command::Open))])));
    if spans_width(&spans) + width(&hint.text) <= room {
        spans.push(hint);
    }
    spans
}

/// Threads, dependency and coverage; the dependency leaves first.
fn figures(survey: &Survey, room: usize, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let members = &survey.members;
    let figure = |key: &str, value: String, rag: Option<&Rag>| {
        let mut spans = vec![Span::muted(format!("{} ", cx.words.get(key))), Span::text(value)];
        if let Some(rag) = rag {
            let role = match rag {
                Rag::AtRisk => Role::Warn,
                Rag::Off => Role::Bad,
                Rag::OnTrack | Rag::Stale | Rag::Unknown(_) => Role::Text,
            };
            spans.push(Span::new(format!(" {}", glyphs.rag(rag)), role));
        }
        spans
    };
    let strong = threads(members);
    let covered = coverage(members)
        .amount()
        .map_or_else(|| glyphs.unknown().to_owned(), |c| decimal(c.round(), cx.words.lang()));
    let mut all = vec![figure("strip-threads", strong.people.len().to_string(), Some(&strong.rag))];
    if let Ok(most) = dependency(members) {
        all.push(figure("strip-dependency", share(most.share, &cx.values()), Some(&most.rag)));
    }
    all.push(figure("strip-coverage", covered, None));
    let wide = |all: &[Vec<Span>]| all.iter().map(|s| spans_width(s) + 3).sum::<usize>().saturating_sub(3);
    while wide(&all) > room && !all.is_empty() {
        all.remove(usize::from(all.len() == 3));
    }
    let mut spans = Vec::new();
    for figure in all {
        if !spans.is_empty() {
            spans.push(Span::text("   "));
        }
        spans.extend(figure);
    }
    spans
}
