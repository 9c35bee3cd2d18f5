//! The selected people as dots of the map: who is on it, what each is called there, with which signs.
use super::super::selection::Selection;
use super::layout::{Dot, Length, Plan};
use crate::domain::called::{Called, called};
use crate::domain::choice::Stance;
use crate::domain::matrix::{Axis, band};
use crate::lens::Cx;
use crate::store::query::people::PersonRow;
use crate::ui::text::{visible, width};
use crate::ui::{Glyphs, Role, Span};

/// The map with everybody on it.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) plan: Plan,
    pub(super) axis: Axis,
    /// Row of the selection and names of each dot.
    dots: Vec<(usize, Called)>,
}

impl Placed {
    /// Places all who have not left, in so many columns and lines of the screen.
    pub(super) fn new(people: &Selection, axis: Axis, room: (u16, u16), cx: &Cx<'_>) -> Self {
        let here: Vec<(usize, &PersonRow)> =
            people.rows.iter().enumerate().filter(|(_, r)| r.left_on.is_none()).collect();
        let names: Vec<_> = here.iter().map(|(_, r)| (r.person, r.name.as_str())).collect();
        let called: Vec<Called> = called(&names).iter().zip(&here).map(|(c, (_, r))| shown(c, r)).collect();
        let dots: Vec<Dot> = here.iter().zip(&called).map(|((_, r), c)| dot(r, c, axis, cx)).collect();
        let plan = Plan::new(&dots, room);
        Self { plan, axis, dots: here.into_iter().map(|h| h.0).zip(called).collect() }
    }

    /// How many are on the map.
    pub(super) const fn len(&self) -> usize {
        self.dots.len()
    }

    /// The row of a dot.
    pub(super) fn row(&self, dot: usize) -> Option<usize> {
        self.dots.get(dot).map(|d| d.0)
    }

    /// The dot of a row; `None` if they are not on the map.
    pub(super) fn dot(&self, row: usize) -> Option<usize> {
        self.dots.iter().position(|d| d.0 == row)
    }

    /// What a dot is called at that length.
    pub(super) fn name(&self, dot: usize, length: Length) -> &str {
        let called = self.dots.get(dot).map(|d| &d.1);
        called.map_or("", |called| match length {
            Length::Full => &called.full,
            Length::Short => &called.short,
            Length::Initials => &called.initials,
        })
    }
}

/// Names as they are drawn; who is not known by name stands in brackets.
fn shown(called: &Called, row: &PersonRow) -> Called {
    let show = |name: &str| {
        let name = visible(name);
        if row.placeholder { format!("({name})") } else { name }
    };
    Called { full: show(&called.full), short: show(&called.short), initials: show(&called.initials) }
}

fn dot(row: &PersonRow, called: &Called, axis: Axis, cx: &Cx<'_>) -> Dot {
    // Both sets of signs are equally wide.
    let signs = |length| sign(row, axis, length, Glyphs::default(), cx);
    let wide = |name: &str, length| {
        u16::try_from(1 + width(name) + crate::ui::pen::spans_width(&signs(length))).unwrap_or(u16::MAX)
    };
    Dot {
        band: band(row.weight),
        column: axis.column(row.stance, row.interest.map(|i| i.0)),
        wide: [
            wide(&called.full, Length::Full),
            wide(&called.short, Length::Short),
            wide(&called.initials, Length::Initials),
        ],
    }
}

/// The glyph of the stance behind a name, with a mark if it is stale. Where the columns are stances it is left out behind
/// initials, and where it is not known.
pub(super) fn sign(row: &PersonRow, axis: Axis, length: Length, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let mut spans = Vec::new();
    let said = axis == Axis::Stance && (length == Length::Initials || row.stance.is_none());
    if !said {
        let gap = if length == Length::Initials { "" } else { " " };
        spans.push(Span::new(format!("{gap}{}", glyphs.stance(row.stance)), stance_role(row.stance)));
    }
    if row.stance_is_stale(cx.today) {
        spans.push(Span::muted("?"));
    }
    spans
}

/// The colour of a stance; its glyph stands beside it.
pub(super) const fn stance_role(stance: Option<Stance>) -> Role {
    match stance {
        Some(Stance::Champion | Stance::Supporter) => Role::Good,
        Some(Stance::Neutral) | None => Role::Muted,
        Some(Stance::Sceptic) => Role::Warn,
        Some(Stance::Blocker) => Role::Bad,
    }
}
