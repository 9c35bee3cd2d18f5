//! The page of an account as lines that can be walked.
use crate::domain::choice::Side;
use crate::domain::field::{Entity, Record, Spec};
use crate::domain::kind::Kind;
use crate::store::query::account::AccountPage;

/// A part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Profile,
    Health,
    Insights,
    Kpis,
    Ours,
    Theirs,
    Planned,
    People,
    Plan,
    Problems,
    Opportunities,
    Contracts,
    Satisfaction,
    Talks,
    Units,
    Details,
    Notes,
}

impl Section {
    /// In the order of a page of one column.
    pub(super) const ALL: [Self; 17] = [
        Self::Profile,
        Self::Health,
        Self::Insights,
        Self::Kpis,
        Self::Ours,
        Self::Theirs,
        Self::Planned,
        Self::People,
        Self::Plan,
        Self::Problems,
        Self::Opportunities,
        Self::Contracts,
        Self::Satisfaction,
        Self::Talks,
        Self::Units,
        Self::Details,
        Self::Notes,
    ];

    /// Whether it stands in the right one of two columns.
    pub(super) const fn right(self) -> bool {
        matches!(
            self,
            Self::Insights
                | Self::People
                | Self::Plan
                | Self::Problems
                | Self::Opportunities
                | Self::Contracts
                | Self::Satisfaction
                | Self::Talks
        )
    }

    /// Whether nothing is said of it while it is empty.
    const fn quiet(self) -> bool {
        matches!(
            self,
            Self::Health | Self::Insights | Self::Planned | Self::Units | Self::Details | Self::Notes
        )
    }

    /// What is added here.
    pub(super) const fn kind(self) -> Kind {
        match self {
            Self::Ours | Self::Theirs | Self::Insights => Kind::Commitment,
            Self::Planned | Self::Talks => Kind::Interaction,
            Self::Units => Kind::Unit,
            Self::Kpis | Self::Health => Kind::Kpi,
            Self::Plan => Kind::Plan,
            Self::Problems => Kind::Problem,
            Self::Opportunities => Kind::Opportunity,
            Self::Contracts => Kind::Contract,
            Self::Satisfaction => Kind::Reading,
            Self::Profile | Self::People | Self::Details | Self::Notes => Kind::Person,
        }
    }
}

/// A line of the page. Those without a record are passed over, but for the empty places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// The account itself.
    Title,
    /// Sector and site.
    About,
    /// A field of the account that has a value.
    Fact(&'static str),
    /// When it was spoken to last.
    Contact,
    /// Between two sections.
    Blank(Section),
    /// The title of a section.
    Head(Section),
    /// The title of a section in which there is nothing yet.
    Empty(Section),
    /// A part of the health, by its place.
    Part(usize),
    /// Something worth a thought, by its place.
    Insight(usize),
    /// An indicator, by its place.
    Kpi(usize),
    /// A person, by their place on the page.
    Person(usize),
    /// A promise, by its place.
    Promise(Side, usize),
    /// The plan in force.
    Plan,
    /// An initiative of the plan that is not over, by its place.
    Initiative(usize),
    /// A problem, by its place.
    Problem(usize),
    /// A possible sale, by its place.
    Opportunity(usize),
    /// A contract, by its place.
    Contract(usize),
    /// A reading of satisfaction, by its place.
    Reading(usize),
    /// A conversation, by its place.
    Talk(bool, usize),
    /// A unit, by its place.
    Unit(usize),
    /// A line of the notes.
    Note(usize),
}

impl Line {
    /// To which section it belongs.
    pub(super) fn section(self) -> Section {
        match self {
            Self::Fact(name) if !FIRST.contains(&name) => Section::Details,
            Self::Title | Self::About | Self::Fact(_) | Self::Contact => Section::Profile,
            Self::Blank(section) | Self::Head(section) | Self::Empty(section) => section,
            Self::Part(_) => Section::Health,
            Self::Insight(_) => Section::Insights,
            Self::Kpi(_) => Section::Kpis,
            Self::Person(_) => Section::People,
            Self::Promise(Side::Ours, _) => Section::Ours,
            Self::Promise(Side::Theirs, _) => Section::Theirs,
            Self::Plan | Self::Initiative(_) => Section::Plan,
            Self::Problem(_) => Section::Problems,
            Self::Opportunity(_) => Section::Opportunities,
            Self::Contract(_) => Section::Contracts,
            Self::Reading(_) => Section::Satisfaction,
            Self::Talk(true, _) => Section::Planned,
            Self::Talk(false, _) => Section::Talks,
            Self::Unit(_) => Section::Units,
            Self::Note(_) => Section::Notes,
        }
    }

    /// Whether the cursor may stand on it. What stands at the top is always seen; everything else is reached.
    pub(super) fn stands(self) -> bool {
        match self {
            Self::Title
            | Self::Empty(_)
            | Self::Part(_)
            | Self::Insight(_)
            | Self::Kpi(_)
            | Self::Person(_)
            | Self::Promise(..)
            | Self::Plan
            | Self::Initiative(_)
            | Self::Problem(_)
            | Self::Opportunity(_)
            | Self::Contract(_)
            | Self::Reading(_)
            | Self::Talk(..)
            | Self::Unit(_)
            | Self::Note(_) => true,
            Self::Fact(_) => self.section() == Section::Details,
            Self::About | Self::Contact | Self::Blank(_) | Self::Head(_) => false,
        }
    }
}

/// How many held conversations the page shows.
const TALKS: usize = 12;

/// How many initiatives the page shows.
pub(super) const INITIATIVES: usize = 5;

/// Fields that stand at the top; the others of the account are details.
const FIRST: [&str; 3] = ["part_of", "risk", "why_key"];

/// Fields that the page shows otherwise, or not at all.
const ELSEWHERE: [&str; 6] = ["name", "tier", "sector", "site", "notes", "position"];

/// The fields of the account that stand on the page as labelled values.
pub(super) fn facts(page: &AccountPage) -> impl Iterator<Item = &'static Spec> {
    let shown =
        |spec: &&Spec| !ELSEWHERE.contains(&spec.name) && !Record::get(&page.account, spec.name).is_empty();
    crate::domain::account::Account::FIELDS.iter().map(|f| &f.spec).filter(shown)
}

/// All lines of the page.
pub(super) fn lines(page: &AccountPage) -> Vec<Line> {
    let mut lines = Vec::new();
    for section in Section::ALL {
        let body = body(page, section);
        if body.is_empty() && section.quiet() && section != Section::Health {
            continue;
        }
        if section != Section::Profile {
            let head = body.is_empty() && !section.quiet();
            let head = if head { Line::Empty(section) } else { Line::Head(section) };
            lines.extend([Line::Blank(section), head]);
        }
        lines.extend(body);
    }
    lines
}

fn body(page: &AccountPage, section: Section) -> Vec<Line> {
    let promises = |side| {
        let open =
            page.promises.iter().enumerate().filter(move |(_, p)| p.side == side && p.done_on.is_none());
        open.map(move |(i, _)| Line::Promise(side, i)).collect()
    };
    let talks = |planned| {
        let of = page.log.iter().enumerate().filter(move |(_, t)| t.planned == planned);
        of.map(move |(i, _)| Line::Talk(planned, i))
    };
    let each = |count: usize, line: fn(usize) -> Line| (0..count).map(line).collect();
    let (health, affairs) = (&page.checkup.health.health, &page.affairs);
    match section {
        Section::Profile => {
            let account = &page.account;
            let mut lines = vec![Line::Title];
            if !(account.sector.is_empty() && account.site.is_empty()) {
                lines.push(Line::About);
            }
            lines.extend([Line::Blank(Section::Profile), Line::Contact]);
            lines.extend(facts(page).map(|s| Line::Fact(s.name)).filter(|l| l.section() == section));
            lines
        }
        Section::Health if health.score.value.is_err() => Vec::new(),
        Section::Health => each(health.score.parts.len(), Line::Part),
        Section::Insights => each(page.checkup.insights.len(), Line::Insight),
        Section::Kpis => each(page.checkup.indicators.len(), Line::Kpi),
        Section::Ours => promises(Side::Ours),
        Section::Theirs => promises(Side::Theirs),
        // The log is newest first; what is planned reads the other way.
        Section::Planned => talks(true).collect::<Vec<_>>().into_iter().rev().collect(),
        Section::Talks => talks(false).take(TALKS).collect(),
        Section::People => {
            let here = page.people.iter().enumerate().filter(|(_, p)| p.left_on.is_none());
            here.map(|(i, _)| Line::Person(i)).collect()
        }
        Section::Plan => {
            let open = page.plan.as_ref().map(|plan| plan.open().len().min(INITIATIVES));
            let initiatives = (0..open.unwrap_or(0)).map(Line::Initiative);
            open.map(|_| Line::Plan).into_iter().chain(initiatives).collect()
        }
        Section::Problems => each(affairs.problems.len(), Line::Problem),
        Section::Opportunities => each(affairs.opportunities.len(), Line::Opportunity),
        Section::Contracts => each(affairs.contracts.len(), Line::Contract),
        Section::Satisfaction => each(affairs.readings.len(), Line::Reading),
        Section::Details => {
            facts(page).map(|s| Line::Fact(s.name)).filter(|l| l.section() == section).collect()
        }
        Section::Units => each(page.units.len(), Line::Unit),
        Section::Notes => each(page.account.notes.lines().count(), Line::Note),
    }
}
