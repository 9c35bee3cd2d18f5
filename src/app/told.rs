//! What the outside has told: an act was done, something failed, the settings have mistakes.
use super::layer::Layer;
use super::why::Reasons;
use super::{App, Notice};
use crate::command::Effect;
use crate::domain::explain::Explain;
use crate::lens::Why;
use crate::report::{Block, Tone};
use crate::store::Outcome;

impl App {
    /// One mistake of the settings file is a notice, several are a panel.
    pub(super) fn settings_read(&mut self, mistakes: &[Explain]) {
        if let [one] = mistakes {
            self.notice = Some(Notice::Failed(one.clone()));
        } else if !mistakes.is_empty() {
            let words = &self.world.words;
            let mistakes = mistakes.iter().map(|m| words.say(m)).collect::<Vec<_>>().join("\n");
            let blocks =
                vec![Block::Callout(Tone::Text, mistakes), Block::Paragraph(words.get("app-settings-used"))];
            self.layers.push(Layer::Why(Reasons::new(Why { title: words.get("app-settings"), blocks })));
        }
    }

    /// An act was done: said, and what was waiting for it closes.
    pub(super) fn done(&mut self, outcome: Outcome) -> Vec<Effect> {
        let mut effects = self.close_logged();
        if matches!(self.layers.last(), Some(Layer::Form(open)) if open.saving) {
            self.layers.pop();
        }
        if outcome.entry.is_some() {
            let told = self.lenses.get_mut(self.lens).told();
            self.notice = Some(match told {
                Some(told) if told.odd => Notice::Odd(told.what),
                told => Notice::Done(told.map_or(outcome.label, |told| told.what)),
            });
        }
        if let Some((kind, id)) = outcome.touched.first() {
            let wanted = self.lenses.get_mut(self.lens).acted(*kind, *id, &self.world.cx());
            effects.extend(self.settle(wanted));
        }
        effects.extend(self.reload_after(&outcome.touched));
        effects
    }

    /// Something failed: said; what was sent off can be sent again.
    pub(super) fn failed(&mut self, explain: Explain) {
        match self.layers.last_mut() {
            Some(Layer::Form(open)) => open.saving = false,
            Some(Layer::Capture(line)) => line.saving = false,
            _ => {}
        }
        if self.layers.is_empty() {
            self.lenses.get_mut(self.lens).failed();
        }
        self.notice = Some(Notice::Failed(explain));
    }
}
