//! One line of the tree, cell by cell.
use super::Tree;
use super::filter::Filter;
use super::lines::{Item, Line};
use crate::command::Command;
use crate::domain::choice::{Aim, Choice, ObjectiveStatus, PlanStatus, Side};
use crate::domain::plan::term::Reviewed;
use crate::domain::score::Known;
use crate::lang::{choice, day};
use crate::lens::Cx;
use crate::report::block::Tone;
use crate::report::plan;
use crate::store::query::plans::PlanRow;
use crate::ui::blocks::role;
use crate::ui::pen::spans_width;
use crate::ui::text::{cut, visible, width};
use crate::ui::{Glyphs, Role, Span, TableRow, meter};

/// Columns of a gauge where there is room for one.
const GAUGE: usize = 6;

/// Columns that an element of the mix has at least.
const SHORT: usize = 6;

/// What a line is drawn with.
pub(super) struct Ink<'a> {
    pub(super) tree: &'a Tree,
    pub(super) glyphs: Glyphs,
    pub(super) cx: &'a Cx<'a>,
    /// Columns of the first cell.
    pub(super) name: usize,
    /// Whether progress is drawn too.
    pub(super) gauge: bool,
}

impl Ink<'_> {
    /// The cells: name, who, until, progress, standing.
    pub(super) fn row(&self, line: &Line<'_>) -> TableRow {
        let Some(item) = line.item else { return TableRow::Group(Vec::new()) };
        if let Item::Without(_, name) = item {
            let key = self.cx.key(Command::New);
            let said = self.cx.words.with("plan-tree-without", &[("new", &key)]);
            return TableRow::Group(vec![
                Span::new(visible(name), Role::Heading),
                Span::muted(format!("  {said}")),
            ]);
        }
        TableRow::cells([
            self.name(line, item),
            self.owner(item),
            self.until(item),
            self.progress(item),
            self.standing(item),
        ])
    }

    fn name(&self, line: &Line<'_>, item: Item<'_>) -> Vec<Span> {
        let g = self.glyphs;
        let mut spans = vec![Span::muted(guides(&line.last, g))];
        spans.extend(self.sign(item));
        let (name, tone) = match item {
            Item::Plan(p) if p.plan.is_open() => {
                (format!("{} · {}", p.account_name, p.plan.name), Role::Heading)
            }
            Item::Plan(p) => (format!("{} · {}", p.account_name, p.plan.name), Role::Muted),
            item => (item.name().to_owned(), if over(item) { Role::Muted } else { Role::Text }),
        };
        let name = visible(&name);
        let room = self.name.saturating_sub(spans_width(&spans));
        let behind = self.behind(line, item, room.saturating_sub(width(&name)));
        let room = room.saturating_sub(spans_width(&behind)).max(8);
        spans.extend(self.tree.sought.mark(&cut(&name, room), tone));
        spans.extend(behind);
        spans
    }

    /// What a milestone and a promise begin with.
    fn sign(&self, item: Item<'_>) -> Option<Span> {
        let g = self.glyphs;
        let (sign, done) = match item {
            Item::Milestone(_, _, m) => (g.or("◆", "*"), m.done_on),
            Item::Promise(_, _, p) => (g.side(p.side), p.done_on),
            Item::Plan(_) | Item::Objective(..) | Item::Initiative(..) | Item::Without(..) => return None,
        };
        Some(match done {
            Some(_) => Span::muted(format!("{} ", g.done())),
            None => Span::new(format!("{sign} "), Role::Accent),
        })
    }

    /// What is worth knowing behind the name where there are so many columns for it, and how many are folded away.
    fn behind(&self, line: &Line<'_>, item: Item<'_>, spare: usize) -> Vec<Span> {
        let (g, cx) = (self.glyphs, self.cx);
        let mut spans = Vec::new();
        if let (Item::Initiative(_, _, i), Filter::Marketing | Filter::Mix(_)) = (item, self.tree.filter) {
            let mix = plan::part::mix(&i.initiative.mix, &cx.values());
            // Of several elements the first says enough.
            spans.push(Span::new(cut(&format!("  {mix}"), spare.max(SHORT)), Role::Accent));
        }
        if line.folded > 0 {
            spans.push(Span::new(format!("  {} ", g.or("▸", "+")), Role::Accent));
            spans.push(Span::muted(line.folded.to_string()));
        }
        spans
    }

    fn owner(&self, item: Item<'_>) -> Vec<Span> {
        let cx = self.cx.values();
        let who = match item {
            Item::Objective(_, o) => plan::colleague_or_me(o.objective.owner.map(|l| l.0), &cx),
            Item::Initiative(_, _, i) => {
                let who = plan::owner(&i.initiative, &cx);
                // The arrow of theirs is a sign: ASCII where the terminal has no other.
                if self.glyphs.ascii { who.replace('←', self.glyphs.side(Side::Theirs)) } else { who }
            }
            Item::Promise(_, _, p) => plan::part::who(p, &cx),
            Item::Plan(_) | Item::Milestone(..) | Item::Without(..) => return Vec::new(),
        };
        let mine = who == self.cx.words.get("plan-me");
        vec![Span::new(visible(&who), if mine || over(item) { Role::Muted } else { Role::Text })]
    }

    fn until(&self, item: Item<'_>) -> Vec<Span> {
        let shown = match item {
            Item::Plan(p) => p.plan.ends_on,
            Item::Initiative(_, _, i) => i.initiative.done_on.or(i.initiative.ends_on),
            Item::Milestone(_, _, m) => m.done_on.or(m.due),
            Item::Promise(_, _, p) => p.done_on.or(p.due),
            Item::Objective(..) | Item::Without(..) => None,
        };
        let shown = shown.map(|d| Span::muted(day::column(d, self.cx.today, self.cx.words)));
        shown.into_iter().collect()
    }

    fn progress(&self, item: Item<'_>) -> Vec<Span> {
        let share: Known = match item {
            Item::Plan(p) => p.score.amount().ok_or_else(|| p.unknown()),
            Item::Objective(_, o) => o.score.amount().ok_or_else(|| o.unknown()),
            Item::Initiative(_, _, i) => i.progress.clone(),
            Item::Milestone(..) | Item::Promise(..) | Item::Without(..) => return Vec::new(),
        };
        let dim = over(item);
        let said = format!("{:>6}", plan::share(&share, &self.cx.values()));
        let said = Span::new(said, if dim || share.is_err() { Role::Muted } else { Role::Text });
        match share {
            Ok(share) if self.gauge => {
                let (full, rest) = meter::line(self.glyphs, share, GAUGE);
                vec![Span::new(full, if dim { Role::Muted } else { Role::Text }), Span::muted(rest), said]
            }
            _ => vec![said],
        }
    }

    fn standing(&self, item: Item<'_>) -> Vec<Span> {
        let (cx, words) = (self.cx.values(), self.cx.words);
        let late = |due: Option<chrono::NaiveDate>, done: Option<chrono::NaiveDate>| match (due, done) {
            (_, Some(_)) => vec![Span::muted(format!("{} {}", self.glyphs.done(), words.get("plan-done")))],
            (Some(due), None) if due < self.cx.today => {
                vec![Span::new("! ", Role::Bad), Span::new(day::due(due, self.cx.today, words), Role::Bad)]
            }
            _ => Vec::new(),
        };
        match item {
            Item::Plan(p) if p.plan.status == Some(PlanStatus::Active) => review(p, self.glyphs, self.cx),
            Item::Plan(p) => Span::muted(format!("  {}", plan::status(&p.plan, &cx))).into(),
            Item::Objective(_, o) => match o.objective.status {
                Some(status @ (ObjectiveStatus::Reached | ObjectiveStatus::Dropped)) => {
                    let sign = if status == ObjectiveStatus::Reached {
                        self.glyphs.done()
                    } else {
                        self.glyphs.unknown()
                    };
                    let said = choice::show(ObjectiveStatus::SET, status.name(), words);
                    Span::muted(format!("{sign} {said}")).into()
                }
                Some(ObjectiveStatus::Open) | None => {
                    let aim = o.objective.aim.map(|aim| choice::show(Aim::SET, aim.name(), words));
                    aim.map(|aim| Span::muted(format!("  {aim}"))).into_iter().collect()
                }
            },
            Item::Initiative(_, _, i) => {
                let (sign, said, tone) = plan::standing(i.standing, &cx);
                let sign = self.glyphs.plain(sign);
                let said_role = if tone == Tone::Text { Role::Muted } else { role(tone) };
                vec![Span::new(format!("{sign} "), role(tone)), Span::new(said, said_role)]
            }
            Item::Milestone(_, _, m) => late(m.due, m.done_on),
            Item::Promise(_, _, p) => late(p.due, p.done_on),
            Item::Without(..) => Vec::new(),
        }
    }
}

/// Whether it needs nobody any more.
fn over(item: Item<'_>) -> bool {
    match item {
        Item::Plan(p) => !p.plan.is_open(),
        Item::Objective(_, o) => {
            matches!(o.objective.status, Some(ObjectiveStatus::Reached | ObjectiveStatus::Dropped))
        }
        Item::Initiative(_, _, i) => i.standing.is_over(),
        Item::Milestone(_, _, m) => m.done_on.is_some(),
        Item::Promise(_, _, p) => p.done_on.is_some(),
        Item::Without(..) => false,
    }
}

/// How long ago a plan in force was gone through.
fn review(row: &PlanRow, g: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let (said, tone) = plan::reviewed_short(row.reviewed, &cx.values());
    let sign = match row.reviewed {
        Reviewed::Fresh(_) => " ",
        Reviewed::Due(_) | Reviewed::Never => g.half(),
        Reviewed::Stale(_) => "!",
    };
    vec![Span::new(format!("{sign} "), role(tone)), Span::new(said, role(tone))]
}

/// The lines of the tree.
fn guides(last: &[bool], g: Glyphs) -> String {
    let Some((own, above)) = last.split_last() else { return String::new() };
    let bar = |last: &bool| if *last { "  " } else { g.or("│ ", "| ") };
    let own = if *own { g.or("└ ", "`-") } else { g.or("├ ", "|-") };
    above.iter().map(bar).collect::<String>() + own
}
