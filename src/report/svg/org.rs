//! Who reports to whom: boxes from left to right where the tree is small enough, else one below the other, indented.
use super::measure::Font;
use super::scene::{Area, Ink, Scene, Shape, Stand, Style, has_sign};
use crate::report::picture::{Org, OrgBox};
use crate::report::plain::one_line;

/// Height of a box.
const BOX: f64 = 38.0;
/// From one box to the next below it.
const STEP: f64 = 46.0;
/// A sheet is not higher, so that it fits a page.
const HIGHEST: f64 = 980.0;
/// No box is narrower where they stand from left to right.
const NARROWEST: f64 = 128.0;
/// Between two columns of boxes.
const GAP: f64 = 26.0;
/// Indent of a box below its boss.
const INDENT: f64 = 22.0;

/// A box with its place in the tree.
struct Node<'a> {
    of: &'a OrgBox,
    /// Its boss by its place among the nodes; always an earlier one.
    boss: Option<usize>,
    depth: u8,
    below: Vec<usize>,
}

/// The chart in a width, on as many sheets as it needs.
pub fn draw(org: &Org, wide: f64) -> Vec<Scene> {
    let nodes = nodes(org);
    let depth = nodes.iter().map(|n| n.depth).max().unwrap_or(0);
    let columns = f64::from(depth) + 1.0;
    let column = ((wide - GAP * (columns - 1.0)) / columns).min(220.0);
    let leaves = nodes.iter().filter(|n| n.below.is_empty()).count();
    if column >= NARROWEST && count(leaves) * STEP <= HIGHEST {
        vec![across(&nodes, wide, column)]
    } else {
        down(&nodes, wide)
    }
}

fn count(of: usize) -> f64 {
    f64::from(u32::try_from(of).unwrap_or(u32::MAX))
}

/// The boxes as a tree, bosses before those below them; who names a boss that does not stand before them has none.
fn nodes(org: &Org) -> Vec<Node<'_>> {
    let mut nodes: Vec<Node<'_>> = Vec::with_capacity(org.boxes.len());
    for (at, of) in org.boxes.iter().enumerate() {
        let boss = of.boss.filter(|boss| *boss < at);
        let depth = boss.and_then(|boss| nodes.get(boss)).map_or(0, |boss| boss.depth.saturating_add(1));
        if let Some(boss) = boss.and_then(|boss| nodes.get_mut(boss)) {
            boss.below.push(at);
        }
        nodes.push(Node { of, boss, depth, below: Vec::new() });
    }
    nodes
}

/// The nodes as they are read: each before those below it.
fn in_order(nodes: &[Node<'_>]) -> Vec<usize> {
    let mut order = Vec::with_capacity(nodes.len());
    let mut next: Vec<usize> =
        nodes.iter().enumerate().filter(|(_, n)| n.boss.is_none()).map(|(at, _)| at).rev().collect();
    while let Some(at) = next.pop() {
        order.push(at);
        next.extend(nodes.get(at).into_iter().flat_map(|n| n.below.iter().rev().copied()));
    }
    order
}

/// From left to right: a boss stands in the middle of those below them.
fn across(nodes: &[Node<'_>], wide: f64, column: f64) -> Scene {
    let mut scene = Scene::new(wide);
    let mut middles = vec![0.0; nodes.len()];
    let mut next = BOX / 2.0 + 4.0;
    for at in in_order(nodes) {
        if nodes.get(at).is_some_and(|n| n.below.is_empty()) {
            if let Some(middle) = middles.get_mut(at) {
                *middle = next;
            }
            next += STEP;
        }
    }
    for at in (0..nodes.len()).rev() {
        let Some(node) = nodes.get(at) else { continue };
        if let (Some(first), Some(last)) = (node.below.first(), node.below.last()) {
            let of = |at: &usize| middles.get(*at).copied().unwrap_or(0.0);
            let middle = f64::midpoint(of(first), of(last));
            if let Some(place) = middles.get_mut(at) {
                *place = middle;
            }
        }
    }
    let left = |node: &Node<'_>| f64::from(node.depth) * (column + GAP);
    for (node, middle) in nodes.iter().zip(&middles) {
        if let Some(boss) = node.boss {
            let from = nodes.get(boss).map_or(0.0, |b| left(b) + column);
            let (bend, y) = (left(node) - GAP / 2.0, middles.get(boss).copied().unwrap_or(0.0));
            scene.line(vec![(from, y), (bend, y), (bend, *middle), (left(node), *middle)], Ink::Line, 1.5);
        }
    }
    for (node, middle) in nodes.iter().zip(&middles) {
        let area = Area { x: left(node) + 0.5, y: middle - BOX / 2.0, wide: column - 1.0, high: BOX };
        of_one(&mut scene, node.of, area);
    }
    scene.high = next - STEP / 2.0 + 8.0;
    scene
}

/// One below the other, cut into sheets; the lines of a cut tree go on on the next one.
fn down(nodes: &[Node<'_>], wide: f64) -> Vec<Scene> {
    let order = in_order(nodes);
    let mut rows = vec![0_usize; nodes.len()];
    for (row, at) in order.iter().enumerate() {
        if let Some(place) = rows.get_mut(*at) {
            *place = row;
        }
    }
    let indent = INDENT.min(wide * 0.3 / nodes.iter().map(|n| f64::from(n.depth)).fold(1.0, f64::max));
    let left = |node: &Node<'_>| f64::from(node.depth) * indent;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some twenty rows")]
    let on_a_sheet = (HIGHEST / STEP) as usize;
    let mut sheets = Vec::new();
    for (number, places) in order.chunks(on_a_sheet.max(1)).enumerate() {
        let first = number * on_a_sheet;
        let top = |row: usize| (count(row) - count(first)) * STEP + 4.0;
        let mut scene = Scene::new(wide);
        scene.high = count(places.len()) * STEP + 4.0;
        for (node, row) in nodes.iter().zip(&rows) {
            let Some((boss, above)) = node.boss.and_then(|b| nodes.get(b).zip(rows.get(b))) else { continue };
            let x = left(boss) + indent / 2.0;
            let (from, until) = ((top(*above) + BOX).max(0.0), (top(*row) + BOX / 2.0).min(scene.high));
            let here = *row >= first && *row < first + places.len();
            if until > from {
                scene.line(vec![(x, from), (x, until)], Ink::Line, 1.5);
            }
            if here {
                scene.line(vec![(x, until), (left(node), until)], Ink::Line, 1.5);
            }
        }
        for at in places {
            let Some((node, row)) = nodes.get(*at).zip(rows.get(*at)) else { continue };
            let width = (wide - left(node) - 1.0).min(320.0);
            of_one(&mut scene, node.of, Area { x: left(node) + 0.5, y: top(*row), wide: width, high: BOX });
        }
        sheets.push(scene);
    }
    sheets
}

/// A box: who, and below it what they do; dashed where nobody is known.
fn of_one(scene: &mut Scene, of: &OrgBox, area: Area) {
    let edge = Some((if of.vacant { Ink::Muted } else { Ink::Line }, of.vacant));
    let ink = if of.vacant { Ink::Paper } else { Ink::Soft };
    scene.shapes.push(Shape::Box { area, round: 5.0, ink, edge });
    let sign = if has_sign(of.tone) { 18.0 } else { 0.0 };
    scene.sign((area.x + area.wide - 13.0, area.y + area.high / 2.0), 4.5, of.tone);
    let room = area.wide - 18.0 - sign;
    let ink = if of.vacant { Ink::Muted } else { Ink::Text };
    let name = Style::new(Font { size: 12.0, strong: !of.vacant }, ink);
    let note = Style::new(Font::of(10.5), Ink::Muted);
    // Whoever has no note has two lines for the name.
    let mut lines: Vec<(String, Style)> = name
        .font
        .wrap(&one_line(&of.label), room, if of.note.is_empty() { 2 } else { 1 })
        .into_iter()
        .map(|l| (l, name))
        .collect();
    lines.extend((!of.note.is_empty()).then(|| (one_line(&of.note), note)));
    let first = if lines.len() > 1 { 16.0 } else { area.high / 2.0 + 4.0 };
    for ((line, style), base) in lines.iter().zip([first, first + 14.0]) {
        scene.text((area.x + 9.0, area.y + base), Stand::Begin, *style, line, room);
    }
}
