//! The capture line: what was understood stands below it as chips while it is typed.
mod view;

use super::layer::Layer;
use super::{App, Notice};
use crate::capture::{Meant, Override, chip, read_with};
use crate::command::{Code, Command, Draft, Effect, Key};
use crate::domain::Id;
use crate::domain::entry::{Entry, SpanRole};
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lens::Cx;
use crate::store::act::Act;
use crate::ui::Edit;

/// Name of the draft of the line.
const DRAFT: &str = "capture";

/// How many candidates of one name are offered.
const MOST: usize = 5;

/// The line being captured.
#[derive(Debug)]
pub(super) struct CaptureLine {
    pub(super) edit: Edit,
    overrides: Vec<Override>,
    entry: Result<Entry, Explain>,
    chips: Vec<chip::Chip>,
    offers: Vec<Offer>,
    /// Marked below the line: offers first, then chips.
    marked: Option<usize>,
    /// The planned interaction that it marks held.
    held: Option<Id>,
    /// The stretch whose name is being created.
    creating: Option<std::ops::Range<usize>>,
    /// It was kept from before and has not been touched yet.
    resumed: bool,
    /// It was sent off; the next act done is its own.
    pub(super) saving: bool,
}

/// What a stretch that is not decided could be.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Offer {
    range: std::ops::Range<usize>,
    text: String,
    what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    Record(Kind, Id),
    NewPerson,
}

impl CaptureLine {
    /// A line that begins like this.
    pub(super) fn new(text: &str, held: Option<Id>, cx: &Cx<'_>) -> Self {
        let mut line = Self {
            edit: Edit::new(text),
            overrides: Vec::new(),
            entry: Err(Explain::new("capture-empty")),
            chips: Vec::new(),
            offers: Vec::new(),
            marked: None,
            held,
            creating: None,
            resumed: false,
            saving: false,
        };
        line.read(cx);
        line
    }

    /// Reads the line anew: microseconds, so at every key.
    pub(super) fn read(&mut self, cx: &Cx<'_>) {
        self.entry = read_with(self.edit.text(), &cx.values(), &self.overrides);
        self.chips = self.entry.as_ref().map(|e| chip::chips(e, &cx.values())).unwrap_or_default();
        self.offers = self.entry.as_ref().map(offers).unwrap_or_default();
        let rows = self.offers.len() + self.chips.len();
        self.marked = self.marked.filter(|m| *m < rows);
    }

    /// Edits the text; what was decided about stretches that are still there stays decided.
    fn change(&mut self, cx: &Cx<'_>, work: impl FnOnce(&mut Edit)) -> Vec<Effect> {
        let before = self.edit.text().to_owned();
        work(&mut self.edit);
        self.marked = None;
        if self.edit.text() == before {
            return Vec::new();
        }
        self.resumed = false;
        let after = self.edit.text();
        let head = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
        let tail = before.bytes().rev().zip(after.bytes().rev()).take_while(|(a, b)| a == b).count();
        let tail = tail.min(before.len().min(after.len()) - head);
        self.overrides.retain_mut(|o| {
            if o.range.end <= head {
                return true;
            }
            let stays = o.range.start >= before.len() - tail;
            if stays {
                let moved = |at: usize| at + after.len() - before.len().min(at + after.len());
                o.range = moved(o.range.start)..moved(o.range.end);
            }
            stays
        });
        self.read(cx);
        vec![self.draft()]
    }

    fn draft(&self) -> Effect {
        let text = self.edit.text();
        if text.trim().is_empty() {
            return Effect::DropDraft(DRAFT.to_owned());
        }
        Effect::SaveDraft(Draft { name: DRAFT.to_owned(), texts: vec![("line".to_owned(), text.to_owned())] })
    }

    /// A key for the text; Backspace on a marked chip turns it back into text.
    pub(super) fn key(&mut self, key: Key, cx: &Cx<'_>) -> Vec<Effect> {
        if let (Some(marked), Code::Backspace | Code::Delete) = (self.marked, key.code) {
            let chip = marked.checked_sub(self.offers.len()).and_then(|c| self.chips.get(c));
            let range = chip.filter(|c| !c.follows).map(|c| c.range.clone());
            if let Some(range) = range.or_else(|| self.offers.get(marked).map(|o| o.range.clone())) {
                self.decide(range, Meant::Plain, cx);
            }
            return Vec::new();
        }
        self.change(cx, |edit| {
            edit.key(key);
        })
    }

    /// Pasted text; its lines become one.
    pub(super) fn paste(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        self.change(cx, |edit| edit.insert(text))
    }

    fn decide(&mut self, range: std::ops::Range<usize>, meaning: Meant, cx: &Cx<'_>) {
        self.overrides.retain(|o| o.range.end <= range.start || o.range.start >= range.end);
        self.overrides.push(Override { range, meaning });
        self.read(cx);
    }

    /// Moves the mark through offers and chips; above the first is the line.
    pub(super) fn mark(&mut self, down: bool) {
        let rows = self.offers.len() + self.chips.len();
        self.marked = match (self.marked, down) {
            (None, true) => (rows > 0).then_some(0),
            (None, false) => None,
            (Some(at), true) => Some((at + 1).min(rows.saturating_sub(1))),
            (Some(at), false) => at.checked_sub(1),
        };
    }

    /// ⏎: takes the marked offer, else saves the line.
    pub(super) fn enter(&mut self, cx: &Cx<'_>) -> Result<Vec<Effect>, Explain> {
        if let Some(offer) = self.marked.and_then(|m| self.offers.get(m)).cloned() {
            return Ok(self.take(&offer, cx));
        }
        let entry = self.entry.clone()?;
        self.saving = true;
        Ok(vec![Effect::Act(Act::Log(Box::new(entry), self.held))])
    }

    /// Takes an offer that was clicked.
    pub(super) fn choose(&mut self, row: usize, cx: &Cx<'_>) -> Vec<Effect> {
        self.offers.get(row).cloned().map(|offer| self.take(&offer, cx)).unwrap_or_default()
    }

    fn take(&mut self, offer: &Offer, cx: &Cx<'_>) -> Vec<Effect> {
        self.marked = None;
        match offer.what {
            What::Record(kind, id) => {
                self.decide(offer.range.clone(), Meant::Record(kind, id), cx);
                Vec::new()
            }
            What::NewPerson => {
                self.creating = Some(offer.range.clone());
                let account = self.entry.as_ref().ok().and_then(|e| e.account).or(cx.scope);
                vec![Effect::Create(new_person(&offer.text, account))]
            }
        }
    }

    /// The person was created: the stretch is theirs.
    pub(super) fn was_created(&mut self, kind: Kind, id: Id) {
        if let Some(range) = self.creating.take() {
            self.overrides.push(Override { range, meaning: Meant::Record(kind, id) });
        }
    }
}

/// What the stretches that are not decided could be, in the order of the line.
fn offers(entry: &Entry) -> Vec<Offer> {
    let mut offers = Vec::new();
    for span in &entry.spans {
        let text = entry.raw.get(span.range.clone()).unwrap_or_default().trim();
        let text = text.trim_end_matches([':', ',']).to_owned();
        let offer = |what| Offer { range: span.range.clone(), text: text.clone(), what };
        match span.role {
            SpanRole::Ambiguous => {
                let known = span.candidates.iter().take(MOST);
                offers.extend(known.map(|(kind, id)| offer(What::Record(*kind, *id))));
            }
            SpanRole::Unknown => offers.push(offer(What::NewPerson)),
            _ => {}
        }
    }
    offers
}

/// A person of that name, each word with a capital, with their place at the account if there is one.
fn new_person(name: &str, account: Option<Id>) -> Vec<Box<dyn Record>> {
    let name = name.split_whitespace().map(crate::lang::capital).collect::<Vec<_>>().join(" ");
    let mut person = Kind::Person.blank();
    // Values of the fields' own kinds are never refused.
    let _ = person.set("name", Value::Text(name));
    let mut parts = vec![person];
    if let Some(account) = account {
        let mut place = Kind::Membership.blank();
        let _ = place.set("account", Value::Link(account));
        parts.push(place);
    }
    parts
}

impl App {
    /// The capture line opens.
    pub(super) fn open_capture(&mut self, text: &str, held: Option<Id>) -> Vec<Effect> {
        let line = CaptureLine::new(text, held, &self.world.cx());
        self.layers.push(Layer::Capture(Box::new(line)));
        Vec::new()
    }

    /// The line that was left before is there again: said, for what is typed now would join it.
    pub(super) fn resume_capture(&mut self, text: &str) -> Vec<Effect> {
        let effects = self.open_capture(text, None);
        if let Some(Layer::Capture(line)) = self.layers.last_mut() {
            line.resumed = true;
        }
        effects
    }

    /// A command of the capture line.
    pub(super) fn capture_command(&mut self, command: Command) -> Vec<Effect> {
        let Some(Layer::Capture(line)) = self.layers.last_mut() else { return Vec::new() };
        match command {
            Command::CaptureDown => line.mark(true),
            Command::CaptureUp => line.mark(false),
            Command::CaptureDiscard => {
                self.layers.pop();
                self.notice = Some(Notice::Said(Explain::new("app-draft-discarded")));
                return vec![Effect::DropDraft(DRAFT.to_owned())];
            }
            Command::CaptureSave => match line.enter(&self.world.cx()) {
                Ok(effects) => return effects,
                Err(explain) => self.notice = Some(Notice::Failed(explain)),
            },
            _ => {}
        }
        Vec::new()
    }

    /// The line was logged: it closes and is forgotten as a draft.
    pub(super) fn close_logged(&mut self) -> Vec<Effect> {
        if matches!(self.layers.last(), Some(Layer::Capture(line)) if line.saving) {
            self.layers.pop();
            return vec![Effect::DropDraft(DRAFT.to_owned())];
        }
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Keymap;
    use crate::domain::day::day;
    use crate::domain::directory::{Directory, Name};
    use crate::lang::{Lang, Words};

    fn with<T>(test: impl FnOnce(&Cx<'_>) -> T) -> T {
        let name = |id, name| Name::of(Kind::Person, id, name);
        let directory = Directory::new(vec![name(1, "María Soler"), name(2, "Jordi Mas")]);
        let (words, keys) = (Words::new(Lang::En), Keymap::default());
        test(&Cx { words: &words, today: day(2026, 11, 23), directory: &directory, scope: None, keys: &keys })
    }

    #[test]
    fn a_name_of_two_people_is_decided_by_taking_one() {
        with(|cx| {
            let mut line = CaptureLine::new("call ma: hi", None, cx);
            assert_eq!(line.offers.len(), 2);
            line.mark(true);
            assert!(line.enter(cx).unwrap().is_empty());
            assert_eq!(line.entry.as_ref().unwrap().people.len(), 1);
            assert!(matches!(line.enter(cx).unwrap().as_slice(), [Effect::Act(Act::Log(..))]));
        });
    }

    #[test]
    fn what_was_decided_moves_with_its_text() {
        with(|cx| {
            let mut line = CaptureLine::new("call ma: hi", None, cx);
            line.mark(true);
            line.enter(cx).unwrap();
            let chosen = line.entry.as_ref().unwrap().people.clone();
            for c in " there".chars() {
                line.key(Key::char(c), cx);
            }
            assert_eq!(line.entry.as_ref().unwrap().people, chosen);
            line.key(Key::plain(Code::Home), cx);
            line.key(Key::plain(Code::Delete), cx);
            line.key(Key::char('c'), cx);
            assert_eq!(line.entry.as_ref().unwrap().people, chosen);
        });
    }

    #[test]
    fn backspace_on_a_chip_turns_it_back_into_text() {
        with(|cx| {
            let mut line = CaptureLine::new("call jordi: hi", None, cx);
            assert_eq!(line.entry.as_ref().unwrap().people, [2]);
            let chip = line.chips.iter().position(|c| c.role == SpanRole::Person).unwrap();
            line.marked = Some(line.offers.len() + chip);
            line.key(Key::plain(Code::Backspace), cx);
            assert!(line.entry.as_ref().unwrap().people.is_empty());
            assert_eq!(line.edit.text(), "call jordi: hi");
        });
    }

    #[test]
    fn an_unknown_name_offers_to_become_a_person() {
        with(|cx| {
            let mut line = CaptureLine::new("call zoe: hello", None, cx);
            line.mark(true);
            let effects = line.enter(cx).unwrap();
            let [Effect::Create(parts)] = effects.as_slice() else { panic!("nothing created") };
            assert_eq!(parts[0].get("name"), Value::Text("Zoe".to_owned()));
        });
    }

    #[test]
    fn a_kept_line_is_not_touched_until_something_is_typed() {
        with(|cx| {
            let mut line = CaptureLine::new("call ma: hi", None, cx);
            line.resumed = true;
            line.key(Key::plain(Code::End), cx);
            assert!(line.resumed);
            line.key(Key::char('x'), cx);
            assert!(!line.resumed);
            assert_eq!(line.edit.text(), "call ma: hix", "the cursor stands at its end");
        });
    }

    #[test]
    fn an_empty_line_is_refused_and_stays() {
        with(|cx| {
            let mut line = CaptureLine::new("  ", None, cx);
            assert_eq!(line.enter(cx).unwrap_err().key, "capture-empty");
        });
    }
}
