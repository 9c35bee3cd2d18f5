//! The lines of the sheet: what can be said of a document.
use super::Sheet;
use crate::domain::choice::ReportKind;
use crate::report::papers::Of;

/// A line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Line {
    /// Which document.
    Document,
    /// About whom.
    About,
    /// Of a bulletin, for which side.
    Side,
    /// Of which time.
    Period,
    /// Of the report to management, what is asked for.
    Asks,
    /// Of the hand-over, with what was told in confidence.
    Personal,
    /// In which language.
    Lang,
    /// On the screen, or in which form.
    Form,
    /// In which file.
    Place,
    /// Whether it is kept as issued.
    Issue,
}

impl Line {
    /// End of the keys of its words (`handout-line-<name>`, `handout-help-<name>`).
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::About => "about",
            Self::Side => "side",
            Self::Period => "period",
            Self::Asks => "asks",
            Self::Personal => "personal",
            Self::Lang => "language",
            Self::Form => "form",
            Self::Place => "place",
            Self::Issue => "issue",
        }
    }
}

impl Sheet {
    /// The lines that mean something for the document.
    pub(super) fn lines(&self) -> Vec<Line> {
        let mut lines = vec![Line::Document];
        let kind = self.row.kind;
        let only = [
            (Line::About, self.row.of != Of::Book),
            (Line::Side, kind == ReportKind::Bulletin),
            (Line::Period, true),
            (Line::Asks, kind == ReportKind::Management),
            (Line::Personal, kind == ReportKind::Dossier),
        ];
        lines.extend(only.into_iter().filter(|(_, means)| *means).map(|(line, _)| line));
        lines.extend([Line::Lang, Line::Form]);
        if self.form.is_some() {
            lines.push(Line::Place);
        }
        lines.push(Line::Issue);
        lines
    }
}
