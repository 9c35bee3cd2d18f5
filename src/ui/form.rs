//! Forms made from the field tables: one line a field, read as the user leaves it, saved as one act.
mod input;
mod names;
mod note;
mod offer;
mod title;
mod view;

use crate::command::{Command, Draft, Effect, FormOf, Key};
use crate::domain::explain::Explain;
use crate::domain::field::{Record, Spec};
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lang::value::Context;
use input::Input;

/// A field of the form.
#[derive(Debug, Clone)]
struct Line {
    /// The record it belongs to.
    part: usize,
    spec: &'static Spec,
    input: Input,
    /// What it held when the form opened.
    was: String,
    /// Why its text is not taken.
    error: Option<Explain>,
}

/// A form: the records it edits and what is typed for each field.
#[derive(Debug, Clone)]
pub struct Form {
    /// Of what.
    pub of: FormOf,
    parts: Vec<Box<dyn Record>>,
    lines: Vec<Line>,
    at: usize,
    /// Candidate marked by `↓`, while a field that leads to a record is typed in.
    marked: Option<usize>,
    /// A draft was put back when it opened.
    pub resumed: bool,
}

impl Form {
    /// A form for these records, with what was typed before if a draft was kept.
    pub fn new(of: FormOf, parts: Vec<Box<dyn Record>>, draft: Option<&Draft>, cx: &Context<'_>) -> Self {
        let mut lines = Vec::new();
        for (part, record) in parts.iter().enumerate() {
            for spec in record.kind().specs() {
                // The person of a membership is the person of the form.
                let implied = part > 0 && record.kind() == Kind::Membership && spec.name == "person";
                if spec.editable && !implied && of.task.shows(spec.name) {
                    let input = Input::of(spec, &record.get(spec.name), cx);
                    lines.push(Line { part, spec, was: input.text(), input, error: None });
                }
            }
        }
        let mut form = Self { of, parts, lines, at: 0, marked: None, resumed: false };
        if let Some(draft) = draft {
            form.resume(draft);
        }
        form
    }

    fn resume(&mut self, draft: &Draft) {
        for line in &mut self.lines {
            let name = line_name(line);
            if let Some((_, text)) = draft.texts.iter().find(|(n, _)| *n == name) {
                line.input.put(text);
                self.resumed = true;
            }
        }
    }

    /// Whether anything differs from when it opened.
    pub fn is_changed(&self) -> bool {
        self.lines.iter().any(|l| l.input.text() != l.was)
    }

    /// What is typed and not saved.
    pub fn draft(&self) -> Draft {
        let changed = self.lines.iter().filter(|l| l.input.text() != l.was);
        Draft { name: self.of.draft_name(), texts: changed.map(|l| (line_name(l), l.input.text())).collect() }
    }

    /// Whether the field in front of the user has several lines.
    pub fn is_in_note(&self) -> bool {
        self.lines.get(self.at).is_some_and(|l| matches!(l.input, Input::Note(_)))
    }

    /// Takes a key that is text or edits it; the draft follows every change.
    pub fn typed(&mut self, key: Key, cx: &Context<'_>) -> Vec<Effect> {
        let Some(line) = self.lines.get_mut(self.at) else { return Vec::new() };
        let before = line.input.text();
        line.input.key(key, cx.words);
        self.after_edit(&before)
    }

    /// Takes pasted text; several lines stay several in a note.
    pub fn pasted(&mut self, text: &str) -> Vec<Effect> {
        let Some(line) = self.lines.get_mut(self.at) else { return Vec::new() };
        let before = line.input.text();
        match &mut line.input {
            Input::Line(edit) => edit.insert(text),
            Input::Note(note) => note.insert(text),
            Input::Menu { .. } | Input::Flag(_) => {}
        }
        self.after_edit(&before)
    }

    /// The note in front of the user came back from the editor.
    pub fn note_edited(&mut self, text: &str) -> Vec<Effect> {
        let Some(line) = self.lines.get_mut(self.at) else { return Vec::new() };
        let before = line.input.text();
        line.input.put(text.trim_end());
        self.after_edit(&before)
    }

    fn after_edit(&mut self, before: &str) -> Vec<Effect> {
        let Some(line) = self.lines.get_mut(self.at) else { return Vec::new() };
        if line.input.text() == before {
            return Vec::new();
        }
        line.error = None;
        self.marked = None;
        vec![Effect::SaveDraft(self.draft())]
    }

    /// Does a command of the form.
    pub fn update(&mut self, command: Command, cx: &Context<'_>) -> Vec<Effect> {
        match command {
            Command::FormNext => return self.enter(cx),
            Command::FormSave => return self.save(false, cx),
            Command::FieldNext => self.go(self.at + 1, cx),
            Command::FieldPrevious => self.go(self.at.checked_sub(1).unwrap_or(self.lines.len() - 1), cx),
            Command::FormDown => self.step(true, cx),
            Command::FormUp => self.step(false, cx),
            Command::FormEditNote => {
                let text = self.lines.get(self.at).map(|l| l.input.text());
                return text.filter(|_| self.is_in_note()).map(Effect::EditText).into_iter().collect();
            }
            _ => {}
        }
        Vec::new()
    }

    /// Stands in a field that was clicked.
    pub fn click(&mut self, field: usize, cx: &Context<'_>) {
        self.go(field, cx);
    }

    /// Takes a candidate that was clicked.
    pub fn choose(&mut self, candidate: usize, cx: &Context<'_>) -> Vec<Effect> {
        self.take(candidate, cx)
    }

    /// ⏎: takes the marked candidate, breaks a line of a note, or goes on; from the last field, saves.
    fn enter(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        if let Some(marked) = self.marked {
            return self.take(marked, cx);
        }
        if let Some(Input::Note(note)) = self.lines.get_mut(self.at).map(|l| &mut l.input) {
            if !note.is_left_by_enter() {
                note.split();
                return Vec::new();
            }
            note.trim();
        }
        if self.at + 1 >= self.lines.len() {
            return self.save(false, cx);
        }
        self.go(self.at + 1, cx);
        Vec::new()
    }

    /// ↑ ↓: through the candidates, the lines of a note, then the fields.
    fn step(&mut self, down: bool, cx: &Context<'_>) {
        let offered = self.candidates(cx).len();
        if offered > 0 && (down || self.marked.is_some()) {
            self.marked = match (self.marked, down) {
                (None, _) => Some(0),
                (Some(at), true) => Some((at + 1).min(offered - 1)),
                (Some(at), false) => at.checked_sub(1),
            };
            return;
        }
        if let Some(Input::Note(note)) = self.lines.get_mut(self.at).map(|l| &mut l.input)
            && note.step(down)
        {
            return;
        }
        let to = if down { self.at + 1 } else { self.at.saturating_sub(1) };
        self.go(to.min(self.lines.len().saturating_sub(1)), cx);
    }

    /// Leaves the field, reading it, and stands in another; past the last is the first.
    fn go(&mut self, to: usize, cx: &Context<'_>) {
        self.read(self.at, cx);
        self.marked = None;
        self.at = if to < self.lines.len() { to } else { 0 };
    }

    /// Reads a field: its value into the record and shown as it was understood, or its error beside it.
    fn read(&mut self, at: usize, cx: &Context<'_>) -> bool {
        let cx = &self.context(cx);
        let Some(line) = self.lines.get_mut(at) else { return true };
        let Some(part) = self.parts.get_mut(line.part) else { return true };
        let read = line.input.value(line.spec, cx).and_then(|value| {
            part.set(line.spec.name, value.clone())?;
            Ok(value)
        });
        line.error = read.as_ref().err().cloned();
        if let (Ok(value), Input::Line(edit)) = (&read, &mut line.input) {
            edit.set(&crate::lang::value::show(line.spec.kind, value, cx));
        }
        read.is_ok()
    }

    /// Names are looked for in the account of the form first.
    fn context<'a>(&self, cx: &Context<'a>) -> Context<'a> {
        let here = self.parts.iter().find_map(|p| match p.get("account") {
            Value::Link(id) => Some(id),
            _ => None,
        });
        Context { scope: here.or(cx.scope), ..*cx }
    }

    /// Saves all parts as one act, or stands in the first field that cannot be taken. With `anyway` over what was changed
    /// elsewhere.
    pub fn save(&mut self, anyway: bool, cx: &Context<'_>) -> Vec<Effect> {
        for at in 0..self.lines.len() {
            self.read(at, cx);
        }
        let kept = self.parts_to_save();
        for line in &mut self.lines {
            let part = kept.iter().any(|(i, _)| *i == line.part);
            let missing = line.spec.required && line.input.text().trim().is_empty();
            if part && missing && line.error.is_none() {
                line.error = Some(Explain::new("form-required"));
            }
            if !part {
                line.error = None;
            }
        }
        if let Some(at) = self.lines.iter().position(|l| l.error.is_some()) {
            self.at = at;
            return vec![Effect::SaveDraft(self.draft())];
        }
        let parts = kept.into_iter().map(|(_, part)| part).collect();
        vec![Effect::SaveForm { of: self.of.clone(), parts, anyway }]
    }

    /// The records to be written: a new place of a person of which nothing was said is none.
    fn parts_to_save(&self) -> Vec<(usize, Box<dyn Record>)> {
        let parts = self.parts.iter().enumerate();
        parts.filter(|(i, _)| self.is_said(*i)).map(|(i, p)| (i, p.clone())).collect()
    }

    /// Whether a part is written: all but a new place of which nothing was said.
    fn is_said(&self, part: usize) -> bool {
        let saved = self.parts.get(part).is_some_and(|p| p.head().id != 0 || p.kind() != Kind::Membership);
        saved || self.lines.iter().any(|l| l.part == part && !l.input.text().is_empty())
    }
}

/// Part and field: what a draft calls a line.
fn line_name(line: &Line) -> String {
    format!("{}.{}", line.part, line.spec.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Code;
    use crate::domain::choice::BuyingRole;
    use crate::domain::day::day;
    use crate::domain::directory::{Directory, Name};
    use crate::lang::{Lang, Words};

    fn with<T>(test: impl FnOnce(&Context<'_>) -> T) -> T {
        let words = Words::new(Lang::En);
        let account = |id, name| Name::of(Kind::Account, id, name);
        let directory = Directory::new(vec![account(1, "Almazara"), account(2, "Arce")]);
        test(&Context { words: &words, today: day(2026, 11, 23), directory: &directory, scope: None })
    }

    fn new_person() -> Form {
        with(|cx| {
            let parts = vec![Kind::Person.blank(), Kind::Membership.blank()];
            Form::new(FormOf::new(Kind::Person, None), parts, None, cx)
        })
    }

    fn type_in(form: &mut Form, text: &str, cx: &Context<'_>) {
        for c in text.chars() {
            form.typed(Key::char(c), cx);
        }
    }

    fn stand_in(form: &mut Form, field: &str, cx: &Context<'_>) {
        let at = form.lines.iter().position(|l| l.spec.name == field).unwrap();
        form.click(at, cx);
    }

    #[test]
    fn a_person_and_their_place_are_saved_together() {
        with(|cx| {
            let mut form = new_person();
            type_in(&mut form, "Ana Ruiz", cx);
            stand_in(&mut form, "account", cx);
            type_in(&mut form, "alma", cx);
            form.update(Command::FormDown, cx);
            form.update(Command::FormNext, cx);
            stand_in(&mut form, "roles", cx);
            type_in(&mut form, "d", cx);
            let effects = form.update(Command::FormSave, cx);
            let [Effect::SaveForm { parts, .. }] = effects.as_slice() else { panic!("{effects:?}") };
            assert_eq!(parts[0].get("name"), Value::Text("Ana Ruiz".into()));
            assert_eq!(parts[1].get("account"), Value::Link(1));
            assert_eq!(parts[1].get("roles"), Value::Choices(vec!["decider"]));
            assert!(BuyingRole::ALL.contains(&BuyingRole::Decider));
        });
    }

    #[test]
    fn a_person_without_a_place_is_saved_alone() {
        with(|cx| {
            let mut form = new_person();
            type_in(&mut form, "Zoe", cx);
            let effects = form.update(Command::FormSave, cx);
            let [Effect::SaveForm { parts, .. }] = effects.as_slice() else { panic!("{effects:?}") };
            assert_eq!(parts.len(), 1);
        });
    }

    #[test]
    fn what_cannot_be_read_is_refused_beside_its_field_and_kept() {
        with(|cx| {
            let mut form = new_person();
            type_in(&mut form, "Zoe", cx);
            stand_in(&mut form, "birthday", cx);
            type_in(&mut form, "soon", cx);
            let effects = form.update(Command::FormSave, cx);
            assert!(matches!(effects.as_slice(), [Effect::SaveDraft(_)]));
            let line = &form.lines[form.at];
            assert_eq!((line.spec.name, line.input.text().as_str()), ("birthday", "soon"));
            assert!(line.error.is_some());
        });
    }

    #[test]
    fn a_nameless_form_says_what_is_required() {
        with(|cx| {
            let mut form = new_person();
            form.update(Command::FormSave, cx);
            assert_eq!(form.lines[form.at].error, Some(Explain::new("form-required")));
        });
    }

    #[test]
    fn a_draft_brings_back_every_change() {
        with(|cx| {
            let mut form = new_person();
            type_in(&mut form, "Zo", cx);
            stand_in(&mut form, "wants", cx);
            form.pasted("peace\nquiet");
            stand_in(&mut form, "stance", cx);
            form.typed(Key::char('b'), cx);
            let draft = form.draft();
            let parts = vec![Kind::Person.blank(), Kind::Membership.blank()];
            let again = Form::new(FormOf::new(Kind::Person, None), parts, Some(&draft), cx);
            assert!(again.resumed && again.is_changed());
            assert_eq!(again.draft(), draft);
        });
    }

    #[test]
    fn an_unknown_name_can_become_a_record_in_place() {
        with(|cx| {
            let mut form = new_person();
            stand_in(&mut form, "account", cx);
            type_in(&mut form, "Zeta", cx);
            form.update(Command::FormDown, cx);
            let effects = form.update(Command::FormNext, cx);
            let [Effect::Create(records)] = effects.as_slice() else { panic!("{effects:?}") };
            assert_eq!(records[0].get("name"), Value::Text("Zeta".into()));
        });
    }

    #[test]
    fn enter_breaks_a_line_of_a_note_and_leaves_it_the_second_time() {
        with(|cx| {
            let mut form = new_person();
            stand_in(&mut form, "wants", cx);
            let at = form.at;
            type_in(&mut form, "peace", cx);
            form.update(Command::FormNext, cx);
            assert_eq!(form.at, at);
            form.update(Command::FormNext, cx);
            assert_eq!(form.at, at + 1);
            assert_eq!(form.lines[at].input.text(), "peace");
            form.typed(Key::plain(Code::Home), cx);
        });
    }

    proptest::proptest! {
        #[test]
        fn no_size_and_no_key_panics(w in 1u16..300, h in 1u16..100, keys in proptest::collection::vec((0u8..12, proptest::char::any()), 0..40)) {
            use ratatui::{buffer::Buffer, layout::Rect};
            with(|cx| {
                let mut form = new_person();
                for (what, c) in keys {
                    match what {
                        0 => { form.update(Command::FormNext, cx); }
                        1 => { form.update(Command::FieldNext, cx); }
                        2 => { form.update(Command::FieldPrevious, cx); }
                        3 => { form.update(Command::FormDown, cx); }
                        4 => { form.update(Command::FormUp, cx); }
                        5 => { form.pasted("a\nb"); }
                        6 => { form.typed(Key::plain(Code::Backspace), cx); }
                        7 => { form.update(Command::FormSave, cx); }
                        _ => { form.typed(Key::char(c), cx); }
                    }
                }
                let screen = Rect::new(0, 0, w, h);
                let mut buf = Buffer::empty(screen);
                let mut pen = crate::ui::Pen::new(&mut buf, crate::ui::Theme::Mono, crate::ui::Glyphs::default());
                form.draw(&mut pen, screen, &[], cx);
            });
        }
    }
}
