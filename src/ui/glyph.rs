//! Signs of width one, with a fallback for terminals that have only ASCII.
use crate::domain::choice::{BuyingRole, CellState, Direction, Sentiment, Side, Stance};
use crate::domain::scorecard::Rag;

/// Which set of signs is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Glyphs {
    /// Only ASCII.
    pub ascii: bool,
}

impl Glyphs {
    /// The first, or the second if only ASCII may be drawn.
    pub const fn or(self, sign: &'static str, ascii: &'static str) -> &'static str {
        if self.ascii { ascii } else { sign }
    }

    /// A sign of a report on a terminal that has only ASCII.
    pub fn plain(self, sign: &'static str) -> &'static str {
        match sign {
            "◐" => self.half(),
            "●" => self.full(),
            "✓" => self.done(),
            "–" => self.unknown(),
            "◆" => self.or("◆", "@"),
            sign => sign,
        }
    }

    /// Bar at the left of the row under the cursor.
    pub const fn bar(self) -> &'static str {
        self.or("▌", ">")
    }

    /// Between panels.
    pub const fn hairline(self) -> &'static str {
        self.or("─", "-")
    }

    /// Between panels that stand side by side.
    pub const fn upright(self) -> &'static str {
        self.or("│", "|")
    }

    /// `●`: on track, needs you.
    pub const fn full(self) -> &'static str {
        self.or("●", "*")
    }

    /// `◐`: at risk.
    pub const fn half(self) -> &'static str {
        self.or("◐", "%")
    }

    /// `○`: off.
    pub const fn hollow(self) -> &'static str {
        self.or("○", "o")
    }

    /// How an indicator stands.
    pub const fn rag(self, rag: &Rag) -> &'static str {
        match rag {
            Rag::OnTrack => self.full(),
            Rag::AtRisk => self.half(),
            Rag::Off => self.hollow(),
            Rag::Stale => "?",
            Rag::Unknown(_) => self.unknown(),
        }
    }

    /// Not known.
    pub const fn unknown(self) -> &'static str {
        self.or("–", "-")
    }

    /// Trend: 1 up, 0 level, −1 down.
    pub const fn trend(self, direction: i8) -> &'static str {
        match direction {
            1.. => self.or("▲", "^"),
            0 => self.or("▬", "="),
            ..0 => self.or("▼", "v"),
        }
    }

    /// Whose promise: ours `→`, theirs `←`.
    pub const fn side(self, side: Side) -> &'static str {
        match side {
            Side::Ours => self.or("→", ">"),
            Side::Theirs => self.or("←", "<"),
        }
    }

    /// Who spoke to whom: in `←`, out `→`, both `⇄`.
    pub const fn direction(self, direction: Option<Direction>) -> &'static str {
        match direction {
            Some(Direction::In) => self.or("←", "<"),
            Some(Direction::Out) => self.or("→", ">"),
            Some(Direction::Both) => self.or("⇄", "="),
            None => " ",
        }
    }

    /// Who serves a cell of the white space: ours `●`, a competitor `■`, in-house `□`, unknown `?`, not wanted `×`, not applicable `–`.
    pub const fn cell(self, state: CellState) -> &'static str {
        match state {
            CellState::Unknown => "?",
            CellState::InHouse => self.or("□", "o"),
            CellState::Competitor => self.or("■", "#"),
            CellState::Ours => self.full(),
            CellState::NotWanted => self.or("×", "x"),
            CellState::NotApplicable => self.unknown(),
        }
    }

    /// Attitude to us; `?` is unknown.
    pub const fn stance(self, stance: Option<Stance>) -> &'static str {
        match stance {
            Some(Stance::Champion) => "++",
            Some(Stance::Supporter) => "+",
            Some(Stance::Neutral) => self.or("·", "."),
            Some(Stance::Sceptic) => self.or("−", "-"),
            Some(Stance::Blocker) => self.or("−−", "--"),
            None => "?",
        }
    }

    /// How it felt.
    pub const fn sentiment(self, sentiment: Option<Sentiment>) -> &'static str {
        match sentiment {
            Some(Sentiment::Good) => ":)",
            Some(Sentiment::Bad) => ":(",
            Some(Sentiment::Neutral) | None => "",
        }
    }

    /// Letter of a role; its key in `choice.ftl` is `role-letter-<name>` for the language's own.
    pub const fn role_key(role: BuyingRole) -> &'static str {
        match role {
            BuyingRole::User => "role-letter-user",
            BuyingRole::Influencer => "role-letter-influencer",
            BuyingRole::Decider => "role-letter-decider",
            BuyingRole::Buyer => "role-letter-buyer",
            BuyingRole::Gatekeeper => "role-letter-gatekeeper",
            BuyingRole::Initiator => "role-letter-initiator",
            BuyingRole::Other => "role-letter-other",
        }
    }

    /// A champion.
    pub const fn champion(self) -> &'static str {
        self.or("★", "*")
    }

    /// Done.
    pub const fn done(self) -> &'static str {
        self.or("✓", "v")
    }

    /// Text goes on.
    pub const fn more(self) -> &'static str {
        self.or("…", "~")
    }

    /// Five steps of a heat strip, from nothing.
    pub const fn heat(self) -> [&'static str; 5] {
        if self.ascii { [".", ":", "+", "#", "@"] } else { ["·", "░", "▒", "▓", "█"] }
    }

    /// Eight steps of a sparkline.
    pub const fn spark(self) -> [&'static str; 8] {
        if self.ascii {
            ["_", ".", "-", "=", "+", "*", "#", "@"]
        } else {
            ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
        }
    }
}
