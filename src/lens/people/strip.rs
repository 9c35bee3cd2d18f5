//! The strip of the buying centre, one line below the title of every view.
use ratatui::layout::Rect;

use super::selection::Selection;
use crate::lens::Cx;
use crate::ui::{Pen, Seen};

/// Draws the strip into the first line of `area` where there is something to say, and returns what is left below it: nothing
/// is taken where nothing is said.
pub(super) fn draw(_people: &Selection, _pen: &mut Pen<'_>, area: Rect, _cx: &Cx<'_>) -> (Rect, Seen) {
    (area, Seen::default())
}
