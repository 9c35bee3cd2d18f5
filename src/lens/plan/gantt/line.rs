//! One row of the chart, and what is said of all of them beside the names of the views.
use super::Gantt;
use crate::command::Command;
use crate::domain::gantt::{Mark, Tone};
use crate::domain::kind::Kind;
use crate::lens::Cx;
use crate::report;
use crate::report::gantt::of::Of;
use crate::report::gantt::rows::Row;
use crate::report::gantt::share;
use crate::report::gantt::sign::sign;
use crate::report::gantt::wanted::Only;
use crate::ui::blocks::role;
use crate::ui::text::visible;
use crate::ui::{Glyphs, Role, Span};

/// How many are late, what is shown, how close.
pub(super) fn remark(gantt: &Gantt, cx: &Cx<'_>) -> Vec<Span> {
    let words = cx.words;
    let mut spans = Vec::new();
    if !gantt.marks.is_empty() {
        let count = gantt.marks.len().to_string();
        spans
            .push(Span::new(format!("{}  ", words.with("gantt-marked", &[("count", &count)])), Role::Accent));
    }
    if !gantt.wanted.text.is_empty() {
        spans.push(Span::new(format!("“{}”  ", gantt.wanted.text), Role::Accent));
    }
    if gantt.wanted.only != Only::All {
        let what = words.get(&format!("plan-filter-{}", gantt.wanted.only.name()));
        spans.push(Span::new(format!("{}  ", words.with("plan-only", &[("what", &what)])), Role::Accent));
    }
    let late: usize =
        gantt.rows.iter().filter(|row| matches!(row.of, Of::Plan(_))).map(|row| row.late_below).sum();
    if late > 0 {
        spans.push(Span::new(words.with("plan-late", &[("count", &late.to_string())]), Role::Bad));
        spans.push(Span::muted(" · "));
    }
    spans.push(Span::muted(words.get(&format!("gantt-zoom-{}", gantt.zoom.name()))));
    spans
}

/// Sign, tree, name.
pub(super) fn name(gantt: &Gantt, row: &Row, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let marked = gantt.subject(row).is_some_and(|one| gantt.marks.contains(&one));
    let (sign, tone) =
        gantt.plans.as_deref().map_or((" ", report::Tone::Text), |p| row.sign(p, &cx.values()));
    let mut spans = vec![if marked {
        Span::new(glyphs.done(), Role::Accent)
    } else {
        Span::new(glyphs.plain(sign), role(tone))
    }];
    let fold = match row.folded {
        Some(true) => glyphs.or("▸", "+"),
        Some(false) if matches!(row.of, Of::Initiative(..)) => glyphs.or("▾", "-"),
        Some(false) | None => " ",
    };
    spans.push(Span::muted(format!(" {}{fold} ", "  ".repeat(row.depth))));
    if matches!(row.of, Of::Plan(_)) && row.folded == Some(false) {
        spans.pop();
        spans.push(Span::text(" "));
    }
    spans.extend(gantt.sought.mark(&visible(&row.name), called(row)));
    spans
}

const fn called(row: &Row) -> Role {
    match row.of {
        Of::Plan(_) => Role::Heading,
        Of::Objective(..) | Of::Initiative(..) | Of::Milestone(..) => Role::Text,
        Of::Without(_) => Role::Muted,
    }
}

/// Who does it, where that is an initiative.
pub(super) fn owner(gantt: &Gantt, row: &Row, cx: &Cx<'_>) -> Vec<Span> {
    let initiative = match row.of {
        Of::Initiative(..) => gantt.plans.as_deref().and_then(|plans| row.of.initiative(plans)),
        Of::Plan(_) | Of::Objective(..) | Of::Milestone(..) | Of::Without(_) => None,
    };
    let shown = initiative.map(|one| report::plan::owner(&one.initiative, &cx.values()));
    shown.map(Span::muted).into_iter().collect()
}

/// How far it has come.
pub(super) fn progress(row: &Row) -> Vec<Span> {
    vec![Span::muted(share(row))]
}

/// The cells of the chart, neighbours of one meaning together.
pub(super) fn cells(marks: &[Mark], glyphs: Glyphs) -> Vec<Span> {
    let mut spans = Vec::new();
    for mark in marks {
        let role = match mark.tone {
            Tone::Quiet => Role::Muted,
            Tone::Plain => Role::Text,
            Tone::Lit => Role::Accent,
            Tone::Warn => Role::Warn,
            Tone::Late => Role::Bad,
        };
        Span::extend(&mut spans, sign(mark.sign, glyphs.ascii), role);
    }
    spans
}

/// What stands in the chart of a row that has no bar.
pub(super) fn nothing(gantt: &Gantt, row: &Row, cx: &Cx<'_>) -> Option<String> {
    let key = match row.of {
        Of::Without(_) => "gantt-no-plan",
        Of::Plan(_) | Of::Objective(..) if row.folded.is_none() => match gantt.subject(row)?.0 {
            Kind::Plan => "gantt-no-objectives",
            _ => "gantt-no-initiatives",
        },
        Of::Plan(_) | Of::Objective(..) | Of::Initiative(..) | Of::Milestone(..) => return None,
    };
    Some(cx.words.with(key, &[("key", &cx.key(Command::New))]))
}
