//! The few colours of drawings, by what they are for.
use crate::report::block::Tone;

/// What a shape is drawn in; the page chooses the colours, light and dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// As text.
    Text,
    /// Less than text.
    Muted,
    /// Hairlines.
    Line,
    /// Areas behind something.
    Soft,
    /// The paper itself.
    Paper,
    /// What the eye should find.
    Accent,
    /// As it should be.
    Good,
    /// On its way to be wrong.
    Warn,
    /// Someone must act.
    Bad,
}

impl Ink {
    /// End of the names of its classes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Muted => "muted",
            Self::Line => "line",
            Self::Soft => "soft",
            Self::Paper => "paper",
            Self::Accent => "accent",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
        }
    }

    /// What bars and lines of a meaning are drawn in.
    pub const fn of(tone: Tone) -> Self {
        match tone {
            Tone::Good => Self::Good,
            Tone::Warn => Self::Warn,
            Tone::Bad => Self::Bad,
            Tone::Muted => Self::Muted,
            Tone::Text | Tone::Heading | Tone::Accent => Self::Accent,
        }
    }
}
