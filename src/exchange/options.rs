//! What the user says about the files: what the rows are, what a column means.
use super::choices::Choices;
use super::draft::short;
use super::figures::Asked;
use super::mapping::{Said, Saids};
use super::records::columns::{self, Column};
use super::table::headers::{Target, is_field};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::text::fold;

/// How files are to be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// What the rows of a CSV file are; `None` lets the headers say it.
    kind: Option<Kind>,
    /// Column header and field.
    maps: Vec<(String, String)>,
    /// What was said of figures.
    pub(super) figures: OfFigures,
    /// What was chosen for records.
    pub(super) choices: Choices,
    /// What is said of the columns of single files.
    said: Saids,
    /// How calendars and letters are read.
    pub(super) times: Times,
}

/// The clock and the days that count for calendars and letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// The zone of this machine: what has another one is converted.
    pub zone: chrono_tz::Tz,
    /// How many days before today a calendar is read, 0–3660.
    pub back: i64,
    /// How many days after today, 0–3660.
    pub ahead: i64,
}

impl Default for Times {
    fn default() -> Self {
        Self { zone: chrono_tz::UTC, back: 90, ahead: 90 }
    }
}

impl Times {
    /// The days of a calendar that are taken, from what was typed: `90` on both sides of today, or `30,180` before and after it.
    ///
    /// # Errors
    /// `calendar-window-unreadable`.
    pub fn with_window(self, text: &str) -> Result<Self, Explain> {
        let days = |part: &str| part.trim().parse::<i64>().ok().filter(|d| (0..=3660).contains(d));
        let window = match text.split_once(',') {
            Some((back, ahead)) => days(back).zip(days(ahead)),
            None => days(text).map(|both| (both, both)),
        };
        let refuse = || Explain::new("calendar-window-unreadable").with("text", short(text));
        let (back, ahead) = window.ok_or_else(refuse)?;
        Ok(Self { back, ahead, ..self })
    }
}

/// What was said of files of figures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OfFigures {
    /// Decimal mark, sheets, columns, targets.
    pub asked: Asked,
    /// Accounts and indicators that are not known are made.
    pub create: bool,
}

impl OfFigures {
    /// Whether something was said that only files of figures have.
    pub(super) fn expected(&self) -> bool {
        let Asked { decimal, targets, sheets, columns } = &self.asked;
        let only_figures = |name: &str| name != "account" && name != "company" && name != "ignore";
        let mapped = columns.iter().any(|(_, name)| only_figures(name) && Asked::is_column(name));
        self.create || decimal.is_some() || *targets || !sheets.is_empty() || mapped
    }
}

impl Options {
    /// Options from what was typed: the kind, and maps such as `Razón social=name,Ciudad=site`. A field is a name of the field
    /// tables (`emails`, `account.site`), or `first_name`, `middle_name`, `last_name`, `company`, or `ignore`.
    ///
    /// # Errors
    /// `import-kind-unfit`, `import-map-unreadable`, `import-map-field`.
    pub fn new(kind: Option<Kind>, maps: &[String]) -> Result<Self, Explain> {
        if let Some(kind) = kind.filter(|k| matches!(k, Kind::Settings | Kind::Issued)) {
            return Err(Explain::new("import-kind-unfit").with("kind", kind.name()));
        }
        let mut options = Self { kind, ..Self::default() };
        for map in maps {
            let mut pair = String::new();
            for piece in map.split(',') {
                // A comma before any equals sign is part of a header.
                pair.push_str(piece);
                match pair.rsplit_once('=') {
                    None => pair.push(','),
                    Some((header, name)) => {
                        options.map(header, name)?;
                        pair.clear();
                    }
                }
            }
            if !pair.trim_matches([',', ' ']).is_empty() {
                return Err(Explain::new("import-map-unreadable").with("text", pair.trim_matches(',')));
            }
        }
        Ok(options)
    }

    /// The same options with what was said of figures; columns that are mapped stay so.
    #[must_use]
    pub fn with_figures(mut self, figures: OfFigures) -> Self {
        let columns = std::mem::take(&mut self.figures.asked.columns);
        self.figures = OfFigures { asked: Asked { columns, ..figures.asked }, ..figures };
        self
    }

    /// The same options with what was chosen for records.
    #[must_use]
    pub fn with_choices(self, choices: Choices) -> Self {
        Self { choices, ..self }
    }

    /// The same options with what is said of the columns of single files.
    #[must_use]
    pub fn with_said(self, said: Saids) -> Self {
        Self { said, ..self }
    }

    /// What is said of the columns of a file.
    pub(super) fn said_of(&self, file: &str) -> Option<&Said> {
        self.said.get(file)
    }

    /// The same options with what is said of the columns of one file.
    #[must_use]
    pub(super) fn saying(&self, said: &Said) -> Self {
        let maps = said.columns().iter().chain(&self.maps).cloned().collect();
        Self { kind: said.kind().or(self.kind), maps, ..self.clone() }
    }

    /// Whether maps say what columns are.
    pub(super) const fn says_columns(&self) -> bool {
        !self.maps.is_empty()
    }

    /// Whether something else is said of what the files are.
    pub(super) fn says_more(&self) -> bool {
        self.kind.is_some() || self.figures.expected()
    }

    /// What the maps say of a table with these heads; `None` where they say nothing of it.
    pub(super) fn says_of(&self, heads: &[String]) -> Option<Said> {
        let there = |typed: &str| heads.iter().any(|head| is_header(typed, head));
        let maps: Vec<_> = self.maps.iter().filter(|(typed, _)| there(typed)).cloned().collect();
        (!maps.is_empty() && !self.figures.expected()).then(|| Said::of(self.kind, maps))
    }

    /// The same options with the clock and the days that count for calendars and letters.
    #[must_use]
    pub fn with_times(self, times: Times) -> Self {
        Self { times, ..self }
    }

    /// The clock and the days that count.
    pub const fn times(&self) -> Times {
        self.times
    }

    fn map(&mut self, header: &str, field: &str) -> Result<(), Explain> {
        let field = field.trim().to_lowercase().replace('-', "_");
        if header.trim().is_empty() {
            return Err(Explain::new("import-map-unreadable").with("text", format!("{header}={field}")));
        }
        if Asked::is_column(&field) {
            self.figures.asked.columns.push((header.trim().to_owned(), field.clone()));
        } else if !is_field(&field) && !Kind::ALL.into_iter().any(|k| columns::of_field(&field, k).is_some())
        {
            return Err(Explain::new("import-map-field").with("text", field));
        }
        self.maps.push((header.trim().to_owned(), field));
        Ok(())
    }

    /// What the rows of a CSV file are, if it was said.
    pub(super) const fn kind(&self) -> Option<Kind> {
        self.kind
    }

    /// What a column was said to mean in a file of that kind.
    pub(super) fn target(&self, header: &str, kind: Kind) -> Option<Target> {
        let (_, field) = self.maps.iter().find(|(typed, _)| is_header(typed, header))?;
        Target::of_field(field, kind)
    }

    /// What a column was said to hold in a table of that kind.
    pub(super) fn column(&self, header: &str, kind: Kind) -> Option<Column> {
        let (_, field) = self.maps.iter().find(|(typed, _)| is_header(typed, header))?;
        columns::of_field(field, kind)
    }

    /// The same options for rows of that kind.
    #[must_use]
    pub(super) fn of_kind(&self, kind: Kind) -> Self {
        Self { kind: Some(kind), ..self.clone() }
    }

    /// Refuses maps of headers that no file has: what the user wanted did not happen.
    ///
    /// # Errors
    /// `import-map-header`, with the first of them.
    pub(super) fn check_headers(&self, headers: &[String]) -> Result<(), Explain> {
        let missing = self.maps.iter().find(|(typed, _)| !headers.iter().any(|h| is_header(typed, h)));
        let Some((typed, _)) = missing else { return Ok(()) };
        let shown = headers.iter().take(20).map(|h| short(h)).collect::<Vec<_>>().join(", ");
        Err(Explain::new("import-map-header").with("text", short(typed)).with("headers", shown))
    }
}

/// Whether what was typed is the header, but for accents and case.
fn is_header(typed: &str, header: &str) -> bool {
    fold(typed.trim()) == fold(header.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(text: &str) -> Result<Options, Explain> {
        Options::new(None, &[text.to_owned()])
    }

    #[test]
    fn a_map_names_headers_and_fields() {
        let options = map("Razón social=name, Ciudad = site,Apellidos, resto=last-name,X=ignore").unwrap();
        let headers: Vec<_> = options.maps.iter().map(|(header, _)| header.as_str()).collect();
        assert_eq!(headers, ["Razón social", "Ciudad", "Apellidos, resto", "X"]);
        assert_eq!(options.target("ciudad", Kind::Account), Some(Target::Field(Kind::Account, "site")));
        assert_eq!(options.target("X", Kind::Person), Some(Target::Ignore));
    }

    #[test]
    fn a_map_that_means_nothing_is_refused_with_what_was_typed() {
        assert_eq!(map("Ciudad=town").unwrap_err(), Explain::new("import-map-field").with("text", "town"));
        assert_eq!(map("Ciudad").unwrap_err().key, "import-map-unreadable");
        assert_eq!(map("=name").unwrap_err().key, "import-map-unreadable");
        assert_eq!(Options::new(Some(Kind::Issued), &[]).unwrap_err().key, "import-kind-unfit");
    }
}
