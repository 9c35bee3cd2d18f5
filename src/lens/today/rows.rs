//! What can be walked on Today: four panels and the rows of each.
use super::needs;
use crate::domain::Id;
use crate::domain::day::{days_between, monday};
use crate::domain::kind::Kind;
use crate::domain::needs::Cause;
use crate::domain::text::fold;
use crate::lens::Cx;
use crate::store::query::today::Today as Answer;

/// A panel, in the order in which the arrows go through them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Panel {
    #[default]
    Needs,
    Cards,
    Week,
    Since,
}

impl Panel {
    pub(super) const ALL: [Self; 4] = [Self::Needs, Self::Cards, Self::Week, Self::Since];

    /// Its number in regions and pages.
    pub(super) const fn number(self) -> u8 {
        match self {
            Self::Needs => 0,
            Self::Cards => 1,
            Self::Week => 2,
            Self::Since => 3,
        }
    }

    pub(super) fn numbered(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.number() == number)
    }

    pub(super) fn index(self) -> usize {
        usize::from(self.number())
    }
}

/// A row of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NeedRow {
    /// The need of that place in the queue.
    Need(usize),
    /// The rows folded into that need.
    More(usize),
}

/// A row of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WeekRow {
    /// From here on it is next week.
    NextWeek,
    /// The item of that place.
    Item(usize),
}

/// A row of what changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SinceRow {
    /// Head of what moved.
    MovedHead,
    /// What moved, by its place.
    Moved(usize),
    /// Head of what became late.
    LateHead,
    /// What became late, by its place.
    Late(usize),
    /// Head of what was done.
    ActsHead,
    /// What was done, by its place.
    Act(usize),
}

/// The rows of all panels.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) needs: Vec<NeedRow>,
    pub(super) cards: usize,
    pub(super) week: Vec<WeekRow>,
    pub(super) since: Vec<SinceRow>,
    /// What the records of the rows are called, panel by panel.
    pub(super) titles: [Vec<String>; 4],
}

impl Rows {
    /// The rows of an answer, the queue narrowed to what has all these words.
    pub(super) fn of(answer: &Answer, narrowed: &str, cx: &Cx<'_>) -> Self {
        let mut rows = Self {
            needs: need_rows(answer, narrowed, cx),
            cards: answer.cards.len(),
            week: week_rows(answer, cx),
            since: since_rows(answer),
            titles: Default::default(),
        };
        rows.titles = rows.name(answer, cx);
        rows
    }

    fn name(&self, answer: &Answer, cx: &Cx<'_>) -> [Vec<String>; 4] {
        let need = |i: usize| {
            let need = answer.needs.get(i);
            need.map(|n| title(n.subject.0, &n.title, n.person, cx)).unwrap_or_default()
        };
        let needs = self.needs.iter().map(|(NeedRow::Need(i) | NeedRow::More(i))| need(*i)).collect();
        let week = self.week.iter().map(|row| match row {
            WeekRow::NextWeek => String::new(),
            WeekRow::Item(i) => {
                answer.week.get(*i).map(|w| title(w.subject.0, &w.title, w.person, cx)).unwrap_or_default()
            }
        });
        let since = self.since.iter().map(|row| match row {
            SinceRow::Late(i) => {
                let need = answer.since.newly.get(*i);
                need.map(|n| title(n.subject.0, &n.title, n.person, cx)).unwrap_or_default()
            }
            SinceRow::Moved(i) => answer
                .since
                .moved
                .get(*i)
                .map(|m| cx.directory.name(m.subject.0, m.subject.1))
                .unwrap_or_default(),
            SinceRow::Act(i) => {
                answer.since.acts.get(*i).map(|act| cx.words.say(&act.label)).unwrap_or_default()
            }
            SinceRow::MovedHead | SinceRow::LateHead | SinceRow::ActsHead => String::new(),
        });
        let cards = answer.cards.iter().map(|c| c.name.clone()).collect();
        [needs, cards, week.collect(), since.collect()]
    }

    pub(super) fn len(&self, panel: Panel) -> usize {
        match panel {
            Panel::Needs => self.needs.len(),
            Panel::Cards => self.cards,
            Panel::Week => self.week.len(),
            Panel::Since => self.since.len(),
        }
    }

    /// Whether the cursor may stand there.
    pub(super) fn stands(&self, panel: Panel, row: usize) -> bool {
        match panel {
            Panel::Needs | Panel::Cards => true,
            Panel::Week => !matches!(self.week.get(row), Some(WeekRow::NextWeek)),
            Panel::Since => {
                let head = |row: &SinceRow| {
                    matches!(row, SinceRow::MovedHead | SinceRow::LateHead | SinceRow::ActsHead)
                };
                !self.since.get(row).is_some_and(head)
            }
        }
    }
}

/// A record's name: that of the person, or the first line of what is promised or planned.
fn title(kind: Kind, text: &str, person: Option<Id>, cx: &Cx<'_>) -> String {
    let name = || person.map(|p| cx.directory.name(Kind::Person, p)).unwrap_or_default();
    match kind {
        Kind::Person => name(),
        _ if text.trim().is_empty() => name(),
        _ => text.lines().next().unwrap_or_default().to_owned(),
    }
}

fn need_rows(answer: &Answer, narrowed: &str, cx: &Cx<'_>) -> Vec<NeedRow> {
    let wanted = fold(narrowed);
    let mut rows = Vec::new();
    for (index, need) in answer.needs.iter().enumerate() {
        let text = if wanted.is_empty() { String::new() } else { fold(&needs::plain(need, cx)) };
        if !wanted.split_whitespace().all(|w| text.contains(w)) {
            continue;
        }
        rows.push(NeedRow::Need(index));
        if need.more > 0 && (need.account.is_some() || need.cause == Cause::Held) {
            rows.push(NeedRow::More(index));
        }
    }
    rows
}

fn week_rows(answer: &Answer, cx: &Cx<'_>) -> Vec<WeekRow> {
    let next = |day| days_between(monday(cx.today), day) >= 7;
    let mut rows = Vec::new();
    for (index, item) in answer.week.iter().enumerate() {
        if next(item.day) && !rows.contains(&WeekRow::NextWeek) {
            rows.push(WeekRow::NextWeek);
        }
        rows.push(WeekRow::Item(index));
    }
    rows
}

fn since_rows(answer: &Answer) -> Vec<SinceRow> {
    let mut rows = Vec::new();
    if !answer.since.moved.is_empty() {
        rows.push(SinceRow::MovedHead);
        rows.extend((0..answer.since.moved.len()).map(SinceRow::Moved));
    }
    if !answer.since.newly.is_empty() {
        rows.push(SinceRow::LateHead);
        rows.extend((0..answer.since.newly.len()).map(SinceRow::Late));
    }
    if !answer.since.acts.is_empty() {
        rows.push(SinceRow::ActsHead);
        rows.extend((0..answer.since.acts.len()).map(SinceRow::Act));
    }
    rows
}
