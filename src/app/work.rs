//! Long work under way: what is done, how far it has come, how long it still takes, and the key that stops it.
use ratatui::layout::Rect;

use super::layer::Layer;
use super::{App, Notice};
use crate::command::{Command, Effect, Msg, Progress};
use crate::domain::explain::Explain;
use crate::domain::progress::{Step, stopped};
use crate::lang::{Words, progress};
use crate::lens::Cx;
use crate::ui::panel::float;
use crate::ui::{Pen, Role, Seen, Span, meter};

/// Columns and rows of the panel.
const SIZE: (u16, u16) = (64, 4);

/// Columns for the share beside the bar.
const SHARE: u16 = 6;

/// What is under way.
#[derive(Debug)]
pub(super) struct Working {
    title: Explain,
    progress: Option<Progress>,
    /// The user has stopped it; it ends as soon as it can.
    stopping: bool,
}

impl Working {
    pub(super) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let words = cx.words;
        let hints =
            [Span::new(cx.key(Command::Back), Role::Key), Span::muted(format!(" {}", words.get("job-stop")))];
        let hints: &[Span] = if self.stopping { &[] } else { &hints };
        let inside = float(pen, body, SIZE, &words.say(&self.title), hints);
        let step = self.progress.map(|p| p.step);
        let left = self.progress.and_then(|p| p.left).filter(|_| !self.stopping);
        let left = left.map(|seconds| progress::time_left(seconds, words)).unwrap_or_default();
        let used = pen.put_right(inside.right(), inside.y, inside.width, &left, Role::Muted);
        let room = inside.width.saturating_sub(used + 2);
        pen.put(inside.x, inside.y, room, &self.stage(step, words), Role::Text);
        if let Some(share) = step.and_then(Step::share) {
            let y = inside.y + 1;
            let wide = inside.width.saturating_sub(SHARE + 1);
            let bar = meter::gauge(pen.glyphs, share, usize::from(wide));
            pen.put(inside.x, y, wide, &bar, Role::Accent);
            let percent = progress::percent(share, words);
            pen.put_right(inside.right(), y, SHARE, &percent, Role::Muted);
        }
        Seen::default()
    }

    /// What is done now, and how much of it.
    fn stage(&self, step: Option<Step>, words: &Words) -> String {
        if self.stopping {
            return words.get("job-stopping");
        }
        step.map(|step| progress::say(step, words)).unwrap_or_default()
    }
}

impl App {
    /// Long work has begun: until it ends nothing else can be done.
    pub(super) fn work_started(&mut self, title: Explain) -> Vec<Effect> {
        self.layers.push(Layer::Work(Working { title, progress: None, stopping: false }));
        Vec::new()
    }

    /// It has come that far.
    pub(super) fn work_progressed(&mut self, progress: Progress) -> Vec<Effect> {
        let working = self.layers.iter_mut().find_map(|layer| match layer {
            Layer::Work(working) => Some(working),
            _ => None,
        });
        if let Some(working) = working {
            working.progress = Some(progress);
        }
        Vec::new()
    }

    /// It is over; what came of it is a message like any other.
    pub(super) fn work_ended(&mut self, came: Option<Box<Msg>>) -> Vec<Effect> {
        self.layers.retain(|layer| !matches!(layer, Layer::Work(_)));
        if let Some(msg) = came {
            return self.update(*msg);
        }
        self.notice = Some(Notice::Said(stopped()));
        Vec::new()
    }

    /// The user stops it: it is left standing until it has ended.
    pub(super) fn stop_work(&mut self) -> Vec<Effect> {
        if let Some(Layer::Work(working)) = self.layers.last_mut() {
            working.stopping = true;
        }
        vec![Effect::Cancel]
    }
}
