//! Draws the page of an account, in one column or two.
use ratatui::layout::Rect;

use super::affairs::Affairs;
use super::lines::{Line, Section, facts};
use super::state::{Accounts, RIGHT, WHOLE};
use crate::command::Command;
use crate::domain::choice::Tier;
use crate::domain::commitment::kept;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::lang::{day, field, value};
use crate::lens::Cx;
use crate::store::query::account::AccountPage;
use crate::ui::markdown;
use crate::ui::table::select;
use crate::ui::text::{visible, width};
use crate::ui::{Glyphs, Page, Pen, Region, Role, Seen, Span, Spot};

/// A page being drawn.
#[derive(Clone, Copy)]
pub(super) struct Drawing<'a> {
    pub(super) accounts: &'a Accounts,
    pub(super) page: &'a AccountPage,
    pub(super) focused: bool,
    pub(super) cx: &'a Cx<'a>,
}

/// What stands in one row of the screen: of which line, at its left and at its right end.
struct Row {
    line: usize,
    left: Vec<Span>,
    right: Vec<Span>,
}

/// Widths that the rows of a section share.
pub(super) struct Widths {
    pub(super) labels: usize,
    pub(super) names: usize,
    pub(super) days: usize,
    pub(super) channels: usize,
}

impl Drawing<'_> {
    /// Draws one column: the whole page, or its left or right part.
    pub(super) fn column(&self, pen: &mut Pen<'_>, area: Rect, panel: u8) -> Seen {
        let mut seen = Seen::default();
        let area = area.intersection(pen.buf.area);
        let rows = self.rows(pen.glyphs, usize::from(area.width), panel);
        // A note of several rows is read to its end.
        let at = rows.iter().rposition(|r| r.line == self.accounts.at).unwrap_or(0);
        let mut cursor = self.accounts.scrolled[usize::from(panel - WHOLE)];
        cursor.stand(at);
        // What has no room is counted in the last line.
        let longer = rows.len() > usize::from(area.height);
        let height = usize::from(area.height).saturating_sub(usize::from(longer));
        let first = cursor.first(rows.len(), height);
        seen.pages.push(Page { panel, first, height });
        let below = rows.len().saturating_sub(first + height);
        if below > 0 {
            let more = format!("{} {below}", pen.glyphs.or("↓", "v"));
            pen.put_right(area.right(), area.bottom().saturating_sub(1), area.width, &more, Role::Muted);
        }
        let here = self.accounts.column();
        for (y, row) in (area.y..area.bottom()).zip(rows.iter().skip(first).take(height)) {
            let place = Rect { y, height: 1, ..area };
            let (x, room) = (area.x.saturating_add(1), area.width.saturating_sub(1));
            let used = pen.spans_right(x.saturating_add(room), y, room, &row.right);
            let gap = if used > 0 { used + 2 } else { 0 };
            pen.spans(x, y, room.saturating_sub(gap), &row.left);
            if row.line == self.accounts.at && (here == panel || here == WHOLE) {
                select(pen, place, self.focused);
            }
            seen.regions.push(Region { area: place, spot: Spot::Row(panel, row.line) });
        }
        seen
    }

    fn rows(&self, glyphs: Glyphs, room: usize, panel: u8) -> Vec<Row> {
        let mine = |line: &Line| panel == WHOLE || line.section().right() == (panel == RIGHT);
        let widths = self.widths();
        let affairs = self.affairs(glyphs, room.saturating_sub(4));
        let mut rows = Vec::new();
        for (line, what) in self.accounts.lines.iter().enumerate().filter(|(_, l)| mine(l)) {
            let row = |(left, right)| Row { line, left, right };
            match what {
                // A column does not begin with a blank line.
                Line::Blank(_) if rows.is_empty() => {}
                Line::Note(i) => {
                    let text = self.page.account.notes.lines().nth(*i).unwrap_or_default();
                    let lines = markdown::lines(text, room.saturating_sub(2).max(1), glyphs);
                    // A blank line keeps its row: every line of the note can be stood on.
                    let lines = if lines.is_empty() { vec![Vec::new()] } else { lines };
                    rows.extend(lines.into_iter().map(|spans| row((spans, Vec::new()))));
                }
                Line::Insight(i) => {
                    let insight = self.page.checkup.insights.get(*i);
                    let lines = insight.map(|insight| self.insight(insight, glyphs, room));
                    rows.extend(lines.into_iter().flatten().map(row));
                }
                _ => rows.push(row(self.row(*what, glyphs, &widths, &affairs))),
            }
        }
        rows
    }

    fn widths(&self) -> Widths {
        let names = self.page.people.iter().map(|p| width(&visible(&p.name))).max().unwrap_or(0);
        let held = || self.page.log.iter().filter(|t| !t.planned);
        let days = held().map(|t| width(&self.day_of(t))).max().unwrap_or(0);
        let channels = held().map(|t| width(&self.channel_of(t))).max().unwrap_or(0);
        let labels = facts(self.page).map(|s| width(&field::label(Kind::Account, s.name, self.cx.words)));
        let contact = width(&self.cx.words.get("accounts-contact"));
        Widths { labels: labels.chain([contact]).max().unwrap_or(0), names: names.min(24), days, channels }
    }

    fn row(&self, line: Line, glyphs: Glyphs, widths: &Widths, affairs: &Affairs) -> (Vec<Span>, Vec<Span>) {
        let (page, words) = (self.page, self.cx.words);
        let at = |rows: &[(Vec<Span>, Vec<Span>)], i: usize| rows.get(i).cloned().unwrap_or_default();
        match line {
            Line::Title => self.title(),
            Line::About => {
                let about = [page.account.sector.as_str(), page.account.site.as_str()];
                let about: Vec<_> = about.into_iter().filter(|t| !t.is_empty()).collect();
                (vec![Span::muted(about.join(" · "))], Vec::new())
            }
            Line::Contact => (self.contact(widths), Vec::new()),
            Line::Fact(name) => (self.fact(name, widths), Vec::new()),
            Line::Blank(_) | Line::Note(_) | Line::Insight(_) => Default::default(),
            Line::Head(Section::Health) => self.health_head(glyphs),
            Line::Head(Section::Kpis) => affairs.head.clone(),
            Line::Head(section) => self.head(section),
            Line::Empty(section) => {
                let keys = [("new", self.cx.key(Command::New)), ("capture", self.cx.key(Command::Capture))];
                let keys: Vec<_> = keys.iter().map(|(n, k)| (*n, k.as_str())).collect();
                let says = words.with(nothing(section), &keys);
                (
                    vec![
                        Span::new(words.get(name(section)), Role::Heading),
                        Span::muted(format!("  {says}")),
                    ],
                    Vec::new(),
                )
            }
            Line::Part(i) => {
                let part = page.checkup.health.health.score.parts.get(i);
                part.map(|part| self.part(part, glyphs)).unwrap_or_default()
            }
            Line::Kpi(i) => at(&affairs.kpis, i),
            Line::Plan => at(&affairs.plan, 0),
            Line::Initiative(i) => at(&affairs.plan, i + 1),
            Line::Problem(i) => at(&affairs.problems, i),
            Line::Opportunity(i) => at(&affairs.opportunities, i),
            Line::Contract(i) => at(&affairs.contracts, i),
            Line::Reading(i) => page.affairs.readings.get(i).map(|r| self.reading(r)).unwrap_or_default(),
            Line::Person(i) => page.people.get(i).map(|p| self.person(p, glyphs, widths)).unwrap_or_default(),
            Line::Promise(_, i) => page.promises.get(i).map(|p| self.promise(p, glyphs)).unwrap_or_default(),
            Line::Talk(_, i) => {
                page.log.get(i).map(|t| (self.talk(t, glyphs, widths), Vec::new())).unwrap_or_default()
            }
            Line::Unit(i) => {
                (page.units.get(i).map(|u| Span::text(u.1.clone())).into_iter().collect(), Vec::new())
            }
        }
    }

    fn title(&self) -> (Vec<Span>, Vec<Span>) {
        let account = &self.page.account;
        let tier = match account.tier {
            Some(Tier::Key) => self.cx.words.get("accounts-key"),
            Some(Tier::Standard) | None => self.cx.words.get("accounts-standard"),
        };
        (vec![Span::new(account.name.clone(), Role::Heading)], vec![Span::muted(tier)])
    }

    fn label(label: &str, widths: &Widths) -> Span {
        Span::muted(format!("{label:<wide$}  ", wide = widths.labels))
    }

    fn contact(&self, widths: &Widths) -> Vec<Span> {
        let label = Self::label(&self.cx.words.get("accounts-contact"), widths);
        let Some(last) = self.page.last else {
            return vec![label, Span::muted(self.cx.words.get("value-never"))];
        };
        let ago = day::ago(last, self.cx.today, self.cx.words);
        vec![
            label,
            Span::text(ago),
            Span::muted(format!(", {}", day::near(last, self.cx.today, self.cx.words))),
        ]
    }

    /// A field of the account; the risk that must be acted upon is red.
    fn fact(&self, name: &str, widths: &Widths) -> Vec<Span> {
        let Some(spec) = facts(self.page).find(|s| s.name == name) else { return Vec::new() };
        let label = Self::label(&field::label(Kind::Account, name, self.cx.words), widths);
        let shown = value::show(spec.kind, &Record::get(&self.page.account, name), &self.cx.values());
        let bad = self.page.account.risk == Some(crate::domain::choice::Risk::High);
        if name == "risk" && bad {
            return vec![label, Span::new("! ", Role::Bad), Span::text(shown)];
        }
        vec![label, Span::text(shown)]
    }

    fn head(&self, section: Section) -> (Vec<Span>, Vec<Span>) {
        let words = self.cx.words;
        let open = |l: &&Line| match l {
            Line::Problem(i) => self.page.affairs.problems.get(*i).is_some_and(|p| p.closed_on.is_none()),
            _ => l.stands() && !matches!(l, Line::Empty(_)),
        };
        let count = self.accounts.lines.iter().filter(|l| l.section() == section).filter(open).count();
        let count = if counted(section) && count > 0 { format!("  {count}") } else { String::new() };
        let left = vec![Span::new(words.get(name(section)), Role::Heading), Span::muted(count)];
        let rate = match section {
            Section::Ours => kept(&self.page.kept.0, self.cx.today),
            Section::Theirs => kept(&self.page.kept.1, self.cx.today),
            Section::Opportunities => return (left, self.weighted().into_iter().collect()),
            _ => (0, 0),
        };
        let right = match rate {
            (_, 0) => Vec::new(),
            (kept, all) => {
                let args = [("kept", kept.to_string()), ("all", all.to_string())];
                let args: Vec<_> = args.iter().map(|(n, v)| (*n, v.as_str())).collect();
                vec![Span::muted(words.with("accounts-kept", &args))]
            }
        };
        (left, right)
    }
}

/// Whether the title of a section says how many there are.
const fn counted(section: Section) -> bool {
    match section {
        Section::Ours
        | Section::Theirs
        | Section::People
        | Section::Problems
        | Section::Opportunities
        | Section::Contracts
        | Section::Units => true,
        Section::Profile
        | Section::Health
        | Section::Insights
        | Section::Kpis
        | Section::Plan
        | Section::Planned
        | Section::Satisfaction
        | Section::Talks
        | Section::Details
        | Section::Notes => false,
    }
}

/// The title of a section.
const fn name(section: Section) -> &'static str {
    match section {
        Section::Profile => "accounts-profile",
        Section::Health => "accounts-health",
        Section::Insights => "accounts-insights",
        Section::Kpis => "accounts-kpis",
        Section::Ours => "accounts-ours",
        Section::Theirs => "accounts-theirs",
        Section::Planned => "accounts-planned",
        Section::People => "accounts-people",
        Section::Plan => "accounts-plan",
        Section::Problems => "accounts-problems",
        Section::Opportunities => "accounts-opportunities",
        Section::Contracts => "accounts-contracts",
        Section::Satisfaction => "accounts-satisfaction",
        Section::Talks => "accounts-talks",
        Section::Units => "accounts-units",
        Section::Details => "accounts-details",
        Section::Notes => "accounts-notes",
    }
}

/// What is said of a section in which there is nothing.
const fn nothing(section: Section) -> &'static str {
    match section {
        Section::Ours | Section::Theirs => "accounts-no-promises",
        Section::People => "accounts-no-people",
        Section::Kpis => "accounts-no-kpis",
        Section::Plan => "accounts-no-plan",
        Section::Problems => "accounts-no-problems",
        Section::Opportunities => "accounts-no-opportunities",
        Section::Contracts => "accounts-no-contracts",
        Section::Satisfaction => "accounts-no-readings",
        Section::Talks
        | Section::Profile
        | Section::Health
        | Section::Insights
        | Section::Planned
        | Section::Units
        | Section::Details
        | Section::Notes => "accounts-no-talks",
    }
}
