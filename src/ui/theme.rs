//! Colours by meaning. Colour is never the only carrier: every role that judges has a glyph beside it.
use ratatui::style::{Color, Modifier, Style};

use crate::domain::scorecard::Rag;

/// What a stretch of text means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Role {
    /// Ordinary text.
    #[default]
    Text,
    /// Of second rank: labels, units, counts.
    Muted,
    /// Title of a panel, head of a group.
    Heading,
    /// Where the eye should go.
    Accent,
    /// On track.
    Good,
    /// At risk.
    Warn,
    /// What somebody must act upon.
    Bad,
    /// Where the cursor is.
    Selection,
    /// What a search found.
    Match,
    /// A key to press.
    Key,
}

impl Role {
    /// The meaning of a judgement; beside it stands its sign.
    pub const fn of(rag: &Rag) -> Self {
        match rag {
            Rag::OnTrack => Self::Good,
            Rag::AtRisk => Self::Warn,
            Rag::Off => Self::Bad,
            Rag::Stale | Rag::Unknown(_) => Self::Muted,
        }
    }
}

/// A theme by its name in the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// The terminal's own sixteen colours.
    #[default]
    Terminal,
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
    /// Black and white and the purest colours.
    HighContrast,
    /// No colour at all.
    Mono,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 5] = [Self::Terminal, Self::Dark, Self::Light, Self::HighContrast, Self::Mono];

    /// Its name in the settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
        }
    }

    /// The theme of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|t| t.name() == name)
    }

    /// The ground on which everything stands.
    pub fn ground(self) -> Style {
        match self {
            Self::Terminal | Self::Mono => Style::reset(),
            Self::Dark => Style::reset().fg(rgb(0xd8_dee9)).bg(rgb(0x1c_2026)),
            Self::Light => Style::reset().fg(rgb(0x24_292f)).bg(rgb(0xfc_fbf7)),
            Self::HighContrast => Style::reset().fg(Color::White).bg(Color::Black),
        }
    }

    /// How a role looks.
    pub fn style(self, role: Role) -> Style {
        let style = Style::new();
        let plain = match role {
            Role::Heading | Role::Key | Role::Selection => style.add_modifier(Modifier::BOLD),
            Role::Match => style.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            Role::Muted if matches!(self, Self::Terminal | Self::Mono) => style.add_modifier(Modifier::DIM),
            Role::Bad | Role::Accent if self == Self::Mono => style.add_modifier(Modifier::BOLD),
            Role::Text | Role::Muted | Role::Accent | Role::Good | Role::Warn | Role::Bad => style,
        };
        self.color(role).map_or(plain, |c| plain.fg(c))
    }

    fn color(self, role: Role) -> Option<Color> {
        let [muted, accent, good, warn, bad] = match self {
            Self::Mono => return None,
            Self::Terminal => {
                [None, Some(Color::Cyan), Some(Color::Green), Some(Color::Yellow), Some(Color::Red)]
            }
            Self::Dark => [0x8a_93a3, 0x7f_b4d9, 0x95_c187, 0xe0_b464, 0xec_7c7c].map(|c| Some(rgb(c))),
            Self::Light => [0x6a_7079, 0x0b_5f94, 0x2f_6f2b, 0x8a_5a00, 0xb3_1d28].map(|c| Some(rgb(c))),
            Self::HighContrast => {
                [Color::White, Color::LightCyan, Color::LightGreen, Color::LightYellow, Color::LightRed]
                    .map(Some)
            }
        };
        match role {
            Role::Text | Role::Heading | Role::Selection => None,
            Role::Muted => muted,
            Role::Accent | Role::Key | Role::Match => accent,
            Role::Good => good,
            Role::Warn => warn,
            Role::Bad => bad,
        }
    }

    /// What is laid over the row under the cursor; `focused` if its panel has the keys.
    pub fn selected(self, focused: bool) -> Style {
        match (self, focused) {
            (Self::Mono, true) => Style::new().add_modifier(Modifier::REVERSED),
            (_, true) => Style::new().add_modifier(Modifier::BOLD),
            (_, false) => Style::new(),
        }
    }

    /// What is laid over selected text in a line being edited.
    pub fn marked(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }
}

const fn rgb(hex: u32) -> Color {
    let [_, r, g, b] = hex.to_be_bytes();
    Color::Rgb(r, g, b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mono_has_no_colour_in_any_role() {
        let roles = [
            Role::Text,
            Role::Muted,
            Role::Heading,
            Role::Accent,
            Role::Good,
            Role::Warn,
            Role::Bad,
            Role::Selection,
            Role::Match,
            Role::Key,
        ];
        for role in roles {
            assert_eq!(Theme::Mono.style(role).fg, None);
            assert_eq!(Theme::Mono.style(role).bg, None);
        }
    }

    #[test]
    fn what_judges_differs_from_text_and_from_the_ground_in_every_colour_theme() {
        for theme in Theme::ALL.into_iter().filter(|t| *t != Theme::Mono) {
            let fg = |role| theme.style(role).fg.or(theme.ground().fg);
            for role in [Role::Accent, Role::Good, Role::Warn, Role::Bad] {
                assert!(fg(role).is_some() && fg(role) != fg(Role::Text), "{} {role:?}", theme.name());
                assert_ne!(fg(role), theme.ground().bg, "{} {role:?}", theme.name());
            }
            assert_ne!(fg(Role::Good), fg(Role::Bad), "{}", theme.name());
        }
    }

    #[test]
    fn a_theme_is_found_by_its_name() {
        for theme in Theme::ALL {
            assert_eq!(Theme::named(theme.name()), Some(theme));
        }
    }
}
