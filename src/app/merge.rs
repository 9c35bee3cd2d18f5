//! Two people as they would become one: what differs is chosen field by field, what comes along is said, nothing is written
//! before ⏎.
mod view;

use super::App;
use super::layer::Layer;
use crate::command::{Command, Effect, Key, KeyScope, Resolved};
use crate::domain::Id;
use crate::domain::merge::{Line, Picked};
use crate::store::act::Act;
use crate::store::act::merge::Merge;
use crate::store::query::merging::Merging;
use crate::ui::Cursor;

/// A row of the preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    /// The head of a group.
    Head(Head),
    /// A field, by its place among the fields.
    Field(usize),
    /// Nothing, between two groups.
    Gap,
}

/// The head of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Head {
    /// Both say something, and not the same.
    Differ,
    /// Only one of them says something.
    Filled,
    /// Of the places at a client that become one.
    Place(Id),
    /// Both say the same.
    Alike,
}

/// The preview.
#[derive(Debug)]
pub(super) struct MergeOpen {
    merging: Merging,
    /// Of the person, then of their places; with what is picked now.
    fields: Vec<(Option<Id>, Line)>,
    rows: Vec<Row>,
    /// What the user has picked, as long as the preview is open.
    picked: Vec<Picked>,
    pub(super) cursor: Cursor,
}

impl MergeOpen {
    fn new(merging: Merging, picked: Vec<Picked>) -> Self {
        let mut fields = merging.fields();
        for (place, line) in &mut fields {
            let chosen = picked.iter().find(|p| p.place == *place && p.field == line.spec.name);
            line.pick = chosen.map(|p| p.pick).filter(|p| line.picks().contains(p)).unwrap_or(line.pick);
        }
        let rows = rows(&fields);
        let mut open = Self { merging, fields, rows, picked, cursor: Cursor::default() };
        open.settle();
        open
    }

    /// Who stays, who goes.
    pub(super) const fn ids(&self) -> (Id, Id) {
        (self.merging.kept.head.id, self.merging.gone.head.id)
    }

    /// Whether there is something to choose on a row.
    fn stands(&self, row: usize) -> bool {
        self.line(row).is_some_and(|line| line.differs() && line.picks().len() > 1)
    }

    fn line(&self, row: usize) -> Option<&Line> {
        self.field(row).map(|(_, line)| line)
    }

    fn field(&self, row: usize) -> Option<&(Option<Id>, Line)> {
        match self.rows.get(row)? {
            Row::Field(at) => self.fields.get(*at),
            Row::Head(_) | Row::Gap => None,
        }
    }

    fn settle(&mut self) {
        let stands: Vec<bool> = (0..self.rows.len()).map(|row| self.stands(row)).collect();
        self.cursor.settle(true, stands.len(), |row| stands.get(row) == Some(&true));
    }

    /// Moves over what cannot be chosen.
    pub(super) fn step(&mut self, command: Command) {
        let stands: Vec<bool> = (0..self.rows.len()).map(|row| self.stands(row)).collect();
        self.cursor.step_over(command, stands.len(), |row| stands.get(row) == Some(&true));
    }

    /// A row was clicked: stood on, the second time the next value.
    pub(super) fn click(&mut self, row: usize) {
        if !self.stands(row) {
            return;
        }
        if self.cursor.at == row {
            self.pick(|at, last| if at == last { 0 } else { at + 1 });
        } else {
            self.cursor.stand(row);
        }
    }

    /// Picks another value of the field under the cursor: `to` goes from the place of the pick among those there are (and the
    /// last of them) to another.
    fn pick(&mut self, to: impl Fn(usize, usize) -> usize) {
        let Some(Row::Field(at)) = self.rows.get(self.cursor.at).copied() else { return };
        let Some((place, line)) = self.fields.get_mut(at) else { return };
        let picks = line.picks();
        let now = picks.iter().position(|p| *p == line.pick).unwrap_or(0);
        let Some(pick) = picks.get(to(now, picks.len().saturating_sub(1))) else { return };
        line.pick = *pick;
        let (place, field) = (*place, line.spec.name);
        self.picked.retain(|p| (p.place, p.field) != (place, field));
        self.picked.push(Picked { place, field, pick: *pick });
    }

    /// Everything that is picked, also what was only proposed: what was seen is what is done.
    fn picks(&self) -> Vec<Picked> {
        let differing = self.fields.iter().filter(|(_, line)| line.differs() && line.follows.is_none());
        let picked = |(place, line): &(Option<Id>, Line)| Picked {
            place: *place,
            field: line.spec.name,
            pick: line.pick,
        };
        differing.map(picked).collect()
    }
}

/// What differs first: of the person, then by client; then what is the same.
fn rows(fields: &[(Option<Id>, Line)]) -> Vec<Row> {
    let head = |(place, line): &(Option<Id>, Line)| match place {
        _ if !line.differs() => Head::Alike,
        Some(place) => Head::Place(*place),
        None if line.kept.is_empty() || line.gone.is_empty() => Head::Filled,
        None => Head::Differ,
    };
    let order = |head: Head| match head {
        Head::Differ => 0,
        Head::Filled => 1,
        Head::Place(_) => 2,
        Head::Alike => 3,
    };
    let mut sorted: Vec<(usize, Head)> = fields.iter().map(head).enumerate().collect();
    sorted.sort_by_key(|(_, head)| order(*head));
    let mut rows = Vec::new();
    let mut under = None;
    for (at, head) in sorted {
        if under != Some(head) {
            rows.extend(under.map(|_| Row::Gap));
            rows.push(Row::Head(head));
            under = Some(head);
        }
        rows.push(Row::Field(at));
    }
    rows
}

impl App {
    /// The two are known: the preview opens, or is made anew with what was picked.
    pub(super) fn merging_known(&mut self, ids: (Id, Id), merging: Merging) {
        let open =
            self.layers.iter_mut().find_map(|l| if let Layer::Merge(open) = l { Some(open) } else { None });
        match open {
            Some(open) if open.ids() == ids => {
                let at = open.cursor.at;
                **open = MergeOpen::new(merging, std::mem::take(&mut open.picked));
                open.cursor.stand(at.min(open.rows.len().saturating_sub(1)));
                open.settle();
            }
            Some(_) => {}
            None => self.layers.push(Layer::Merge(Box::new(MergeOpen::new(merging, Vec::new())))),
        }
    }

    /// `←` `→` pick, a space goes round, `Ctrl-S` merges.
    pub(super) fn merge_key(&mut self, key: Key) -> Vec<Effect> {
        if let Resolved::Command(Command::FormSave) = self.world.keys.resolve(&[KeyScope::Form], None, key) {
            return self.merge_now();
        }
        let resolved = self.world.keys.resolve(&[KeyScope::Lens], None, key);
        let Some(Layer::Merge(open)) = self.layers.last_mut() else { return Vec::new() };
        match resolved {
            Resolved::Command(Command::PanelLeft) => open.pick(|at, _| at.saturating_sub(1)),
            Resolved::Command(Command::PanelRight) => open.pick(|at, last| (at + 1).min(last)),
            Resolved::Command(Command::Mark) => open.pick(|at, last| if at == last { 0 } else { at + 1 }),
            Resolved::Command(_) | Resolved::Pending(_) | Resolved::Nothing => return self.walk(key),
        }
        Vec::new()
    }

    /// Merges the two as they are shown.
    pub(super) fn merge_now(&mut self) -> Vec<Effect> {
        let Some(Layer::Merge(open)) = self.layers.pop() else { return Vec::new() };
        let (kept, gone) = open.ids();
        vec![Effect::Act(Act::Merge(Box::new(Merge { kept, gone, picked: open.picks() })))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::merge::Pick;
    use crate::domain::person::Person;

    fn open() -> MergeOpen {
        let texts = |text: &str| vec![text.to_owned()];
        let mut kept = Person { name: "Ana Ruiz".into(), emails: texts("a@x.es"), ..Person::default() };
        let mut gone = Person { name: "A. Ruiz".into(), emails: texts("b@x.es"), ..Person::default() };
        (kept.head.id, gone.head.id) = (1, 2);
        for person in [&mut kept, &mut gone] {
            person.language = "es".into();
        }
        let merging = Merging { kept, gone, places: Vec::new(), moves: Vec::new(), lines: 0 };
        MergeOpen::new(merging, Vec::new())
    }

    #[test]
    fn only_what_differs_is_stood_on_and_a_pick_stays_inside_its_values() {
        let mut open = open();
        assert_eq!(open.rows.len(), 6, "two that differ, one that does not, and their heads");
        assert_eq!(open.line(open.cursor.at).map(|l| l.spec.name), Some("name"));
        open.pick(|at, last| (at + 1).min(last));
        open.pick(|at, last| (at + 1).min(last));
        assert_eq!(open.line(open.cursor.at).map(|l| l.pick), Some(Pick::Gone));
        open.step(Command::ChooseDown);
        assert_eq!(open.line(open.cursor.at).map(|l| l.pick), Some(Pick::Both));
        open.step(Command::ChooseDown);
        assert_eq!(open.line(open.cursor.at).map(|l| l.spec.name), Some("emails"), "the rest is the same");
        let picks: Vec<_> = open.picks().iter().map(|p| (p.field, p.pick)).collect();
        assert_eq!(picks, [("name", Pick::Gone), ("emails", Pick::Both)]);
    }

    #[test]
    fn what_was_picked_survives_a_change_of_the_book() {
        let mut first = open();
        first.pick(|_, last| last);
        let again = MergeOpen::new(open().merging, std::mem::take(&mut first.picked));
        assert_eq!(again.line(again.cursor.at).map(|l| l.pick), Some(Pick::Gone));
    }
}
